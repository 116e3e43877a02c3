"""The examples run, and a run that was killed goes on without losing or doubling a document."""

import json
import os
import re
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


def run(name: str, *arguments: object, **environment: str) -> str:
    command, env = example(name, *arguments), os.environ | environment
    done = subprocess.run(command, capture_output=True, timeout=300, check=False, env=env)
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
    removed = [record["id"] for record in records(done / "removed")]
    assert sorted(removed) == sorted(number for number in raw if int(number) % 4 == 0)
    for record in clean:
        assert "Support our journalism" not in record["text"]
        assert "â€" not in record["text"]
        if record["id"] not in removed and int(record["id"]) % 3:
            assert record["text"] == raw[record["id"]]


def test_the_pipeline_in_the_docs_runs(tmp_path: Path) -> None:
    raw = make_corpus(tmp_path / "raw", files=2, articles=12)
    page = (EXAMPLES.parent / "docs" / "corpora.md").read_text("utf-8")
    [code] = [
        block for block in re.findall(r"```python\n(.*?)```", page, re.DOTALL) if "NewsCleaner" in block
    ]
    (tmp_path / "clean.py").write_text(code, "utf-8")
    subprocess.run([sys.executable, "clean.py"], cwd=tmp_path, capture_output=True, timeout=300, check=True)
    assert_all_there_once(raw, tmp_path)


def test_a_corpus_is_cleaned_on_one_machine(tmp_path: Path) -> None:
    raw = make_corpus(tmp_path / "raw", files=2, articles=12)
    said = run("on_one_machine.py", tmp_path / "raw", tmp_path / "done")
    assert_all_there_once(raw, tmp_path / "done")
    assert "removed_donation: 6" in said


@pytest.mark.parametrize(("engine", "files"), [("on_one_machine.py", 8), ("on_ray.py", 4)])
def test_a_killed_run_goes_on_and_loses_and_doubles_nothing(engine: str, files: int, tmp_path: Path) -> None:
    if engine == "on_ray.py":
        pytest.importorskip("ray", reason="ray is not installed: pip install ray")
    raw = make_corpus(tmp_path / "raw", files=files, articles=12)
    completed = tmp_path / "done" / "logs" / "completions"
    command = example(engine, tmp_path / "raw", tmp_path / "done")
    void = subprocess.DEVNULL
    with subprocess.Popen(command, stdout=void, stderr=void, start_new_session=True) as process:
        while not (completed.exists() and any(completed.iterdir())):
            assert process.poll() is None
            time.sleep(0.001)
        os.killpg(process.pid, signal.SIGKILL)
    before = {path: path.stat().st_mtime_ns for path in completed.iterdir()}
    assert 0 < len(before) < files
    run(engine, tmp_path / "raw", tmp_path / "done")
    assert len(list(completed.iterdir())) == files
    assert {path: path.stat().st_mtime_ns for path in before} == before
    assert_all_there_once(raw, tmp_path / "done")


def test_ray_says_which_tasks_failed(tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="ray is not installed: pip install ray")
    make_corpus(tmp_path / "raw", files=2, articles=2)
    (tmp_path / "raw" / "001.jsonl").write_text('["no object"]\n')
    command = example("on_ray.py", tmp_path / "raw", tmp_path / "done")
    done = subprocess.run(command, capture_output=True, timeout=300, check=False)
    assert done.returncode == 1
    assert b"tasks [1] have failed" in done.stderr
    assert len(list(records(tmp_path / "done" / "clean"))) == 2


# Just enough of Slurm to run a job array, one task after the other.
SLURM = {
    "sbatch": """
        last=$(sed -n 's/^#SBATCH --array=0-\\([0-9]*\\).*/\\1/p' "${!#}")
        for task in $(seq 0 "$last"); do SLURM_ARRAY_TASK_ID=$task bash "${!#}" >&2 || exit; done
        echo Submitted batch job 7""",
    "srun": 'exec "${@:4}"',  # srun -l -n 1 COMMAND
    "scontrol": "echo node-1",
}


def test_a_corpus_is_cleaned_on_slurm(tmp_path: Path) -> None:
    raw = make_corpus(tmp_path / "raw", files=2, articles=12)
    for name, script in SLURM.items():
        (tmp_path / name).write_text(f"#!/bin/bash\n{script}\n")
        (tmp_path / name).chmod(0o755)
    path = os.pathsep.join([str(tmp_path), str(Path(sys.executable).parent), os.environ["PATH"]])
    run("on_slurm.py", tmp_path / "raw", tmp_path / "done", PATH=path, SLURM_NODELIST="node-1")
    assert_all_there_once(raw, tmp_path / "done")
    script = (tmp_path / "done" / "logs" / "launch_script.slurm").read_text("utf-8")
    assert "#SBATCH --array=0-1%2" in script
    stats = json.loads((tmp_path / "done" / "logs" / "stats.json").read_text("utf-8"))
    assert stats[1]["stats"]["removed_donation"]["total"] == 12
