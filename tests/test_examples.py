"""The examples run, and a run that was killed goes on without losing or doubling a document."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("datatrove", reason="datatrove is not installed: pip install 'newsclean[datatrove]'")
parquet: Any = pytest.importorskip("pyarrow.parquet")

EXAMPLES = Path(__file__).parent.parent / "examples"


def example(name: str, *arguments: object) -> list[str]:
    return [sys.executable, str(EXAMPLES / name), *map(str, arguments)]


def run(name: str, *arguments: object) -> str:
    done = subprocess.run(example(name, *arguments), capture_output=True, timeout=300, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return done.stderr.decode()


def make_corpus(folder: Path, files: int, articles: int) -> dict[str, str]:
    """Write a corpus; return the text of each article by its id."""
    run("make_corpus.py", folder, "--files", files, "--articles", articles)
    return {record["id"]: record["text"] for record in records(folder)}


def records(folder: Path) -> Iterator[dict[str, Any]]:
    for path in sorted(folder.glob("*.jsonl")):
        with path.open(encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def assert_all_there_once(raw: dict[str, str], done: Path) -> None:
    clean = list(records(done / "clean"))
    assert sorted(record["id"] for record in clean) == sorted(raw)
    rows = [
        row for path in (done / "parquet").glob("*.parquet") for row in parquet.read_table(path).to_pylist()
    ]
    assert sorted(rows, key=lambda row: row["id"]) == sorted(clean, key=lambda row: row["id"])
    removed = {record["id"]: record["text"] for record in records(done / "removed")}
    assert sorted(removed) == sorted(number for number in raw if int(number) % 4 == 0)
    for record in clean:
        assert "Support our journalism" not in record["text"]
        assert "â€" not in record["text"]
        if record["id"] not in removed and int(record["id"]) % 3:
            assert record["text"] == raw[record["id"]]


def test_a_corpus_is_cleaned_on_one_machine(tmp_path: Path) -> None:
    raw = make_corpus(tmp_path / "raw", files=2, articles=12)
    said = run("on_one_machine.py", tmp_path / "raw", tmp_path / "done")
    assert_all_there_once(raw, tmp_path / "done")
    assert "removed_donation: 6" in said


def test_a_killed_run_goes_on_and_loses_and_doubles_nothing(tmp_path: Path) -> None:
    raw = make_corpus(tmp_path / "raw", files=8, articles=12)
    completed = tmp_path / "done" / "logs" / "completions"
    command = example("on_one_machine.py", tmp_path / "raw", tmp_path / "done")
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, start_new_session=True) as process:
        while not (completed.exists() and any(completed.iterdir())):
            assert process.poll() is None
            time.sleep(0.001)
        os.killpg(process.pid, signal.SIGKILL)
    before = {path: path.stat().st_mtime_ns for path in completed.iterdir()}
    assert 0 < len(before) < 8
    said = run("on_one_machine.py", tmp_path / "raw", tmp_path / "done")
    assert f"Skipping {len(before)} already completed tasks" in said
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert_all_there_once(raw, tmp_path / "done")


def test_a_corpus_is_cleaned_on_ray(tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="ray is not installed: pip install ray")
    raw = make_corpus(tmp_path / "raw", files=2, articles=12)
    run("on_ray.py", tmp_path / "raw", tmp_path / "done")
    assert_all_there_once(raw, tmp_path / "done")


def test_the_slurm_example_fits_the_executor(tmp_path: Path) -> None:
    code = (
        f"import sys; sys.path.insert(0, {str(EXAMPLES)!r}); import on_slurm;"
        f"print(on_slurm.executor('raw', {str(tmp_path)!r}, tasks=8, workers=2).world_size)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, cwd=tmp_path)
    assert done.stdout == b"8\n"
