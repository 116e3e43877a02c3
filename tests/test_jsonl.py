import gzip
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

import pytest

from newsclean import NewscleanError, clean, jsonl
from newsclean.jsonl import Totals, clean_lines

DAMAGED = "The mayor said it isnâ€™t over, and the cafÃ© stays open.\n"
CLEAN = "The mayor said it isn’t over, and the café stays open.\n"
INTACT = "The bridge will open in spring, the council said.\n"


def article(number: int) -> str:
    """Return an intact article of a length and a wording of its own."""
    return "".join(
        f"Reading {n} of the river came to {n * number % 97} cm, {word} than the city had expected.\n"
        for n, word in zip(range(number % 40), ("more", "less", "later", "earlier") * 10, strict=False)
    )


LONG = article(39) * 100
Complaints = list[tuple[str, int, str]]


def run(*inputs: bytes, **options: Any) -> tuple[bytes, Complaints, Totals]:
    output = io.BytesIO()
    complaints: Complaints = []
    named: list[tuple[str, Any]] = [(f"{n}.jsonl", io.BytesIO(data)) for n, data in enumerate(inputs)]
    # Repair alone: these tests are about records, not about where an article ends.
    options = {"trim": False} | options
    totals = clean_lines(named, output.write, lambda *complaint: complaints.append(complaint), **options)
    return output.getvalue(), complaints, totals


def line(value: object, **options: Any) -> bytes:
    return json.dumps(value, **options).encode() + b"\n"


@pytest.fixture(params=["orjson", "json"])
def engine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Both JSON libraries must give the same output."""
    if request.param == "json":
        monkeypatch.setattr("newsclean.record.fast_loads", None)
    else:
        pytest.importorskip("orjson", reason="orjson is not installed: pip install 'newsclean[fast]'")
    return str(request.param)


# Lines that hold a whole intact record, and must come out byte for byte.
INTACT_LINES = {
    "spaces": b'  { "text" :"Rain fell." , "n":  1 }  \n',
    "numbers": b'{"a": 1.0, "b": 1e400, "c": -0, "text": "Rain fell.", "d": 12345678901234567890123456}\n',
    "a number too long to read": b'{"n": ' + b"9" * 5000 + b', "text": "Rain fell."}\n',
    "no numbers": b'{"n": [NaN, Infinity, -Infinity], "text": "Rain fell."}\n',
    "escapes": b'{"text": "Rain\\u0020fell\\/, \\u00e9t\\u00e9.", "\\u0074ext2": "\\ud83d\\ude00"}\n',
    "lone surrogates": b'{"text": "Rain fell.", "id": "\\ud800 \\udfff"}\n',
    "a lone surrogate in the article": b'{"text": "Rain \\ud800 fell in S\xc3\xa3o Paulo."}\n',
    "surrogates in three bytes": b'{"text": "Rain fell.", "id": "\xed\xa0\x80"}\n',
    "doubled fields": b'{"text": "one", "text": "two", "a": 1, "a": 2}\n',
    "CRLF": b'{"text": "Rain fell."}\r\n',
    "empty text": b'{"text": ""}\n',
    "NUL": b'{"text": "Rain fell.", "id": "\\u0000"}\n',
    "blank lines": b'\n \t\r\n{"text": "Rain fell."}\n\n',
    "no last line end": b'{"text": "Rain fell."}\n{"text": "Rain fell."}',
    "nothing": b"",
}


@pytest.mark.parametrize("data", INTACT_LINES.values(), ids=INTACT_LINES.keys())
def test_intact_records_pass_byte_for_byte(data: bytes, engine: str) -> None:
    output, complaints, totals = run(data)
    assert output == data
    assert not complaints
    assert totals.changed == totals.bad == 0


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b'{"n": 1.0, "text": %s , "z": 1e400}', b'{"n": 1.0, "text": %s , "z": 1e400}'),
        (b'{"text":%s}', b'{"text":%s}'),
        (b'{"text": "old", "text": %s, "text2": {"text": "x"}}',) * 2,
        (b'{"a": {"text": "\\"}{"}, "b": ["text", "}"], "te\\u0078t": %s,"c":[]}',) * 2,
        (b'{"a": "\xc3\xa9\xed\xa0\x80", "text": %s, "\xf0\x9f\x98\x80": NaN}\r',) * 2,
    ],
)
def test_only_the_value_is_replaced(before: bytes, after: bytes, engine: str) -> None:
    value, wanted = json.dumps(DAMAGED, ensure_ascii=False), json.dumps(CLEAN, ensure_ascii=False)
    output, complaints, totals = run(before % value.encode() + b"\n")
    assert output == after % wanted.encode() + b"\n"
    assert not complaints
    assert totals == Totals(records=1, changed=1)


def test_ascii_lines_stay_ascii(engine: str) -> None:
    assert run(line({"text": DAMAGED}))[0] == line({"text": CLEAN})


@pytest.mark.parametrize("ensure_ascii", [True, False])
def test_a_lone_surrogate_in_a_changed_line_survives(ensure_ascii: bool, engine: str) -> None:
    data = json.dumps({"text": DAMAGED, "é": "x"}, ensure_ascii=ensure_ascii).replace('"x"', r'"\udc80"')
    record = json.loads(run(data.encode())[0])
    assert record == {"text": CLEAN, "é": "\udc80"}


def test_what_is_no_record_passes_and_is_named(engine: str) -> None:
    bad = [
        (b'{"text": "It is', "is not JSON: Unterminated string starting at in column 10"),
        (b"[1]", "is not a JSON object"),
        (b"null", "is not a JSON object"),
        (b'{"title": "x"}', "has no field 'text'; --field may name 'title'"),
        (b"{}", "has no field 'text'"),
        (b'{"text": null}', "the field 'text' is not a string"),
        (b'{"text": 3}', "the field 'text' is not a string"),
        (b'{"text": "caf\xe9"}', "is not UTF-8: byte 0xe9 in column 14"),
        (b'{"text": "a\tb"}', "is not JSON: Invalid control character at in column 12"),
        (b'{"text": "a"} x', "is not JSON: Extra data in column 15"),
        (b'{"text": "a", "b": ' + b"[" * 200_000, "is nested too deeply"),
        (b"\0", "is not JSON: Expecting value in column 1"),
    ]
    data = b"".join(b"\n" + line({"text": DAMAGED}) + text + b"\n" for text, _ in bad)
    output, complaints, totals = run(data)
    assert output == data.replace(line({"text": DAMAGED}), line({"text": CLEAN}))
    assert complaints == [("0.jsonl", 3 * n + 3, reason) for n, (_, reason) in enumerate(bad)]
    assert totals == Totals(records=2 * len(bad), changed=len(bad), bad=len(bad))


def test_a_record_that_cannot_be_cleaned_passes_and_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def clean_or_fail(text: str, **options: Any) -> Any:
        if "bad luck" in text:
            raise LookupError("no luck")
        return clean(text, **options)

    monkeypatch.setattr("newsclean.record.clean", clean_or_fail)
    output, complaints, _ = run(line({"text": "bad luck"}) + line({"text": DAMAGED}))
    assert output == line({"text": "bad luck"}) + line({"text": CLEAN})
    [(_, number, said)] = complaints
    assert number == 1
    assert re.fullmatch(
        r"cannot be cleaned, please report it: LookupError: no luck \(test_jsonl.py:\d+\)", said
    )


@pytest.mark.parametrize("depth", [100, 970, 985, 1000, 1023, 1030])
def test_a_record_nested_too_deeply_for_one_reader_stops_no_other(depth: int, engine: str) -> None:
    deep = b'{"n": ' + b"[" * depth + b"]" * depth + b', "text": %s}\n' % json.dumps(DAMAGED).encode()
    output, complaints, _ = run(deep + line({"text": DAMAGED}))
    if complaints:
        assert complaints == [("0.jsonl", 1, "is nested too deeply")]
        assert output == deep + line({"text": CLEAN})
    else:
        assert output == deep.replace(json.dumps(DAMAGED).encode(), json.dumps(CLEAN).encode()) + line(
            {"text": CLEAN}
        )


@pytest.fixture
def short_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a line of more than 1,000 bytes be too long, and read a hundred at a time."""
    monkeypatch.setattr(jsonl, "BLOCK", 100)
    monkeypatch.setattr(jsonl, "LONGEST_LINE", 1000)


MARK = b"\xef\xbb\xbf"


@pytest.mark.usefixtures("short_lines")
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("end", [b"\n", b"\n\n", b""])
@pytest.mark.parametrize("size", [1100, 1200, 1234, 9999])
def test_a_line_that_is_too_long_passes_and_is_named(jobs: int, end: bytes, size: int) -> None:
    endless = (MARK * size)[:size]
    before, after = line({"text": DAMAGED}), line({"text": CLEAN})
    output, complaints, totals = run(before + endless + end, before + before, before, jobs=jobs)
    assert output == after + endless + (end or b"\n") + after * 3
    assert complaints == [("0.jsonl", 2, "is longer than 64 MiB")]
    assert totals == Totals(records=5, changed=4, bad=1)
    assert run(MARK + endless, before)[0] == endless + b"\n" + after


@pytest.mark.usefixtures("short_lines")
def test_a_line_without_end_is_never_held(monkeypatch: pytest.MonkeyPatch) -> None:
    class Endless:
        """A line of a million letters that records how far reading is ahead of writing."""

        read_so_far = written = ahead = 0

        def read(self, size: int = -1) -> bytes:
            self.ahead = max(self.ahead, self.read_so_far - self.written)
            self.read_so_far += size
            return b"x" * size if self.read_so_far <= 1_000_000 else b""

        def write(self, data: bytes) -> None:
            self.written += len(data)

    stream = Endless()
    inputs: list[tuple[str, Any]] = [("x", stream)]
    clean_lines(inputs, stream.write, lambda *complaint: None)
    assert stream.written == 1_000_000
    assert stream.ahead <= jsonl.LONGEST_LINE + 2 * jsonl.BLOCK


def test_another_field_can_be_cleaned(engine: str) -> None:
    data = {"text": DAMAGED, "body": DAMAGED}
    assert json.loads(run(line(data), field="body")[0]) == {"text": DAMAGED, "body": CLEAN}


@pytest.mark.parametrize("text", [DAMAGED, INTACT])
def test_the_report_is_added(text: str, engine: str) -> None:
    report = {"edits": [edit._asdict() for edit in clean(text, trim=False).edits], "unresolved": []}
    wanted = line({"text": clean(text, trim=False).text, "n": 1, "done": report})
    assert run(line({"text": text, "n": 1}), report_field="done")[0] == wanted
    for old in ({"done": 0, "text": text}, {"text": text, "done": {"edits": []}}):
        assert json.loads(run(line(old), report_field="done")[0]) == {
            "text": clean(text, trim=False).text,
            "done": report,
        }


def test_the_report_cannot_replace_the_article() -> None:
    with pytest.raises(NewscleanError, match="the report cannot replace the field 'text'"):
        run(b"", report_field="text")


def test_byte_order_marks_go() -> None:
    marked = b"\xef\xbb\xbf" + line({"text": INTACT})
    assert run(marked, marked) == (line({"text": INTACT}) * 2, [], Totals(records=2))


def test_a_byte_order_mark_within_a_record_goes_by_an_edit() -> None:
    output, _, totals = run(line({"text": "\ufeff" + INTACT}), report_field="report")
    record = json.loads(output)
    assert record["text"] == INTACT
    assert [edit["reason"] for edit in record["report"]["edits"]] == ["mojibake:byte order mark"]
    assert totals == Totals(records=1, changed=1)


def test_records_of_several_inputs_stay_apart_and_are_counted_in_each() -> None:
    output, complaints, _ = run(b'{"text": "a"}\nx', b"", b'y\n{"text": "b"}')
    assert output == b'{"text": "a"}\nx\ny\n{"text": "b"}'
    assert [complaint[:2] for complaint in complaints] == [("0.jsonl", 2), ("2.jsonl", 1)]


@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_blocks_and_processes_change_nothing(jobs: int, monkeypatch: pytest.MonkeyPatch, engine: str) -> None:
    monkeypatch.setattr(jsonl, "BLOCK", 500)
    records = [{"n": n, "text": article(n) + (DAMAGED if n % 3 else INTACT)} for n in range(300)]
    data = b"".join(line(record) if record["n"] != 77 else b"?\n" for record in records)
    output, complaints, totals = run(data, jobs=jobs)
    for before, after in zip(records, output.splitlines(), strict=True):
        wanted = before | {"text": clean(str(before["text"]), trim=False).text}
        assert after == b"?" if before["n"] == 77 else json.loads(after) == wanted
    assert [number for _, number, _ in complaints] == [78]
    assert totals == Totals(records=300, changed=sum(1 for n in range(300) if n % 3 and n != 77), bad=1)


def test_a_line_of_many_blocks_is_one_record(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "BLOCK", 1000)
    data = line({"text": LONG}) + line({"text": DAMAGED})
    assert run(data, jobs=2)[0] == line({"text": LONG}) + line({"text": CLEAN})


def test_wrong_options_are_refused_before_anything_is_read() -> None:
    with pytest.raises((NewscleanError, TypeError)):
        clean_lines([("x", None)], print, print, no_such_option=1)  # type: ignore[list-item, call-arg]


STREAM = """
import sys
from newsclean.jsonl import clean_lines
from newsclean import NewscleanError, jsonl
from newsclean.files import write_stdout
# setting
def complain(*complaint): print(*complaint, file=sys.stderr)
try:
    inputs = [("<stdin>", sys.stdin.buffer)]
    clean_lines(inputs, write_stdout, complain, jobs=int(sys.argv[1]), trim=False)
except NewscleanError as error:
    sys.exit(f"error: {error}")
"""


def start(
    jobs: int, stdout: IO[bytes] | int = subprocess.PIPE, setting: str = ""
) -> "subprocess.Popen[bytes]":
    pipe = subprocess.PIPE
    command = [sys.executable, "-c", STREAM.replace("# setting", setting), str(jobs)]
    return subprocess.Popen(command, stdin=pipe, stdout=stdout, stderr=pipe, start_new_session=True)


def children(process: int) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{process}/task/{process}/children").read_text().split()]


def runs(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False


linux = pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="looks for worker processes in /proc")


@linux
@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, -signal.SIGINT), (signal.SIGTERM, 143)])
def test_a_signal_ends_it_with_whole_lines(jobs: int, number: int, status: int, tmp_path: Path) -> None:
    record = line({"text": article(39)})
    with (tmp_path / "out").open("wb") as out, start(jobs, stdout=out) as process:
        assert process.stdin
        process.stdin.write(record * 3000)
        process.stdin.flush()
        while (tmp_path / "out").stat().st_size < 1_000_000:
            time.sleep(0.01)
        workers = children(process.pid)
        assert len(workers) == (jobs if jobs > 1 else 0)
        os.killpg(process.pid, number)
        process.stdin.close()
        assert process.wait(20) == status
        assert not any(map(runs, workers))
    output = (tmp_path / "out").read_bytes()
    assert output == record * (len(output) // len(record))


def test_a_compressed_input_is_refused_by_name() -> None:
    with pytest.raises(NewscleanError, match=r"0\.jsonl: is compressed; unpack it first: zcat FILE"):
        run(gzip.compress(line({"text": INTACT})))


@linux
@pytest.mark.parametrize("end", [b"\n", b""])
def test_a_signal_waits_for_the_end_of_a_line_that_is_too_long(end: bytes, tmp_path: Path) -> None:
    with (tmp_path / "out").open("wb") as out, start(1, out, "jsonl.LONGEST_LINE = 1000") as process:
        assert process.stdin
        process.stdin.write(b"x" * 100_000)
        process.stdin.flush()
        while (tmp_path / "out").stat().st_size < 90_000:
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        with suppress(BrokenPipeError):  # it may end as soon as it has read the end of the line
            process.stdin.write(b"y" * 100_000 + end + line({"text": INTACT}) * 1000 * bool(end))
        with suppress(BrokenPipeError):
            process.stdin.close()
        assert process.wait(20) == -signal.SIGINT
    assert (tmp_path / "out").read_bytes() == b"x" * 100_000 + b"y" * 100_000 + end


@linux
def test_a_killed_worker_is_an_error_and_no_hang(tmp_path: Path) -> None:
    record = line({"text": article(39)})
    with (tmp_path / "out").open("wb") as out, start(2, stdout=out) as process:
        assert process.stdin
        assert process.stderr
        process.stdin.write(record * 500)
        process.stdin.flush()
        while (tmp_path / "out").stat().st_size < 100_000:
            time.sleep(0.01)
        os.kill(children(process.pid)[0], signal.SIGKILL)
        with suppress(BrokenPipeError):
            process.stdin.write(record * 5000)
        with suppress(BrokenPipeError):
            process.stdin.close()
        assert process.wait(20) == 1
        message = process.stderr.read()
        assert message.startswith(
            b"error: a worker process was killed by signal 9; the output ends before line "
        )
    output = (tmp_path / "out").read_bytes()
    assert output == record * (len(output) // len(record))


@linux
def test_workers_end_with_a_killed_parent(tmp_path: Path) -> None:
    with (tmp_path / "out").open("wb") as out, start(3, stdout=out) as process:
        assert process.stdin
        # More than the workers hold: what they have answered is written when there is more to do.
        process.stdin.write(line({"text": article(39)}) * 3000)
        process.stdin.flush()
        while (tmp_path / "out").stat().st_size < 1_000:
            time.sleep(0.01)
        workers = children(process.pid)
        process.kill()
        deadline = time.monotonic() + 20
        while any(map(runs, workers)) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert not any(map(runs, workers))


def test_a_slow_producer_gets_its_answer_at_once() -> None:
    with start(1) as process:
        assert process.stdin
        assert process.stdout
        for _ in range(3):
            process.stdin.write(line({"text": DAMAGED}))
            process.stdin.flush()
            assert process.stdout.readline() == line({"text": CLEAN})
        process.stdin.close()
