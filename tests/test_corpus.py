"""--jsonl as the installed command does it."""

import gzip
import json
import os
import subprocess
import threading
from pathlib import Path

import pytest
from command import NEWSCLEAN, Outcome, newsclean

DAMAGED = '{"id": 1.0, "text": "The councilâ€™s plan is late."}\n'.encode()
REPAIRED = '{"id": 1.0, "text": "The council’s plan is late."}\n'.encode()
INTACT = b'{"id": 2, "text": "The council met on Monday."}\n'


@pytest.fixture
def files(tmp_path: Path) -> Path:
    (tmp_path / "a.jsonl").write_bytes(DAMAGED + INTACT)
    (tmp_path / "b.jsonl").write_bytes(INTACT + b"oops")
    (tmp_path / "folder").mkdir()
    return tmp_path


def test_standard_input_is_cleaned_to_standard_output() -> None:
    assert newsclean("--jsonl", stdin=DAMAGED + INTACT) == Outcome(0, REPAIRED + INTACT, "")
    assert newsclean("--jsonl", stdin=b"") == Outcome(0, b"", "")


@pytest.mark.parametrize("jobs", [(), ("-j", "1"), ("-j", "3")])
def test_files_go_in_order_and_each_bad_line_is_named(files: Path, jobs: tuple[str, ...]) -> None:
    done = newsclean(
        "--jsonl", *jobs, "a.jsonl", "missing", "b.jsonl", "folder", "-", stdin=DAMAGED, cwd=files
    )
    assert (done.status, done.out) == (2, REPAIRED + INTACT + INTACT + b"oops\n" + REPAIRED)
    # Files are opened ahead of the records under way.
    assert sorted(done.err.splitlines()) == [
        "newsclean: b.jsonl:2: is not JSON: Expecting value in column 1",
        "newsclean: folder: Is a directory",
        "newsclean: missing: No such file or directory",
    ]


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="there is no /proc")
def test_an_input_that_cannot_be_read_on_stops_no_other(files: Path) -> None:
    (files / "c.jsonl.gz").write_bytes(gzip.compress(DAMAGED))
    done = newsclean("--jsonl", "c.jsonl.gz", "/proc/self/mem", "a.jsonl", cwd=files)
    assert (done.status, done.out) == (2, REPAIRED + INTACT)
    assert sorted(done.err.splitlines()) == [
        "newsclean: /proc/self/mem: Input/output error",
        "newsclean: c.jsonl.gz: is compressed; unpack it first: zcat FILE | newsclean --jsonl",
    ]
    (files / "old").write_bytes(b"old")
    assert newsclean("--jsonl", "-o", "old", "c.jsonl.gz", cwd=files).status == 2
    assert (files / "old").read_bytes() == b"old"


def test_the_output_may_be_the_input(files: Path) -> None:
    assert newsclean("--jsonl", "-o", "a.jsonl", "a.jsonl", cwd=files) == Outcome(0, b"", "")
    assert (files / "a.jsonl").read_bytes() == REPAIRED + INTACT


def test_the_field_can_be_named_and_the_report_added() -> None:
    done = newsclean(
        "--jsonl", "--field", "body", "--report-field", "done", stdin=DAMAGED.replace(b"text", b"body")
    )
    record = json.loads(done.out)
    assert record["body"] == "The council’s plan is late."
    assert [edit["line"] for edit in record["done"]["edits"]] == [1]
    assert (done.status, done.err) == (0, "")


def test_a_field_may_have_any_name() -> None:
    for name in ("", "\x1b[2J", "é"):
        record = DAMAGED.replace(b'"text"', json.dumps(name).encode())
        assert newsclean("--jsonl", "--field", name, stdin=record).out == REPAIRED.replace(
            b'"text"', json.dumps(name).encode()
        )


def test_the_options_of_cleaning_count() -> None:
    assert newsclean("--jsonl", "--no-repair", stdin=DAMAGED) == Outcome(0, DAMAGED, "")


def test_a_summary_can_be_had(files: Path) -> None:
    done = newsclean("--jsonl", "-v", "a.jsonl", cwd=files)
    assert done.err == "newsclean: 2 records, 1 changed, 0 could not be cleaned\n"


def test_records_that_stay_broken_are_counted() -> None:
    stdin = '{"text": "The 锟斤拷 is late."}\n'.encode()
    told = "newsclean: broken characters remain in 1 of 2 records\n"
    assert newsclean("--jsonl", stdin=stdin + INTACT) == Outcome(0, stdin + INTACT, told)
    assert newsclean("--jsonl", "-q", stdin=stdin + INTACT) == Outcome(0, stdin + INTACT, "")


def test_of_many_bad_records_the_first_ten_are_named() -> None:
    names = [
        f"newsclean: <stdin>:{line}: has no field 'body'; --field may name 'id', 'text'"
        for line in range(1, 13)
    ]
    stdin = b'{"id": 1, "text": "x"}\n' * 12
    done = newsclean("--jsonl", "--field", "body", stdin=stdin)
    rest = "newsclean: <stdin>: 2 more records could not be cleaned; -v names all"
    assert (done.status, done.out, done.err.splitlines()) == (2, stdin, [*names[:10], rest])
    assert newsclean("--jsonl", "--field", "body", "-v", stdin=stdin).err.splitlines()[:12] == names


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--field", "x"], "--field needs --jsonl"),
        (["-j", "2"], "--jobs needs --jsonl"),
        (["--jsonl", "--json"], "--jsonl and --json do not go together"),
        (["--jsonl", "--field", "x", "--report-field", "x"], "the report cannot replace the field 'x'"),
    ],
)
def test_what_makes_no_sense_is_refused(arguments: list[str], message: str) -> None:
    done = newsclean(*arguments, stdin=DAMAGED)
    assert (done.status, done.out) == (2, b"")
    assert message in done.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
def test_a_full_disk_is_an_error() -> None:
    command = f"{NEWSCLEAN} --jsonl -j 2 >/dev/full"
    done = subprocess.run(command, shell=True, input=INTACT * 9, stderr=subprocess.PIPE, check=False)
    assert (done.returncode, done.stderr) == (2, b"newsclean: <stdout>: No space left on device\n")


def test_a_reader_that_goes_away_ends_it_quietly(files: Path) -> None:
    (files / "long.jsonl").write_bytes(INTACT * 50_000)
    command = f"{NEWSCLEAN} --jsonl -j 2 long.jsonl | head -n 1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], cwd=files, capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (INTACT + b"141\n", b"")


@pytest.mark.skipif(os.name != "posix", reason="the system cannot wait for a pipe and for workers at once")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_slow_producer_is_answered_at_once(jobs: str) -> None:
    command = [NEWSCLEAN, "--jsonl", "-j", jobs]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin
        assert process.stdout
        late = threading.Timer(20, process.stdin.close)  # what an answer that is kept back would wait for
        late.start()
        process.stdin.write(DAMAGED)
        process.stdin.flush()
        assert process.stdout.readline() == REPAIRED
        assert late.is_alive()
        late.cancel()
