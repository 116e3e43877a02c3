"""What must hold for any bytes at all, as functions for the fuzzer and for the cases that it found."""

import json
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

import newsclean
from newsclean import NewscleanError, diff, jsonl, report
from newsclean.boilerplate.rules import load_rules
from newsclean.jsonl import Block
from newsclean.messages import UNSAFE
from newsclean.record import Task, patched


def clean(data: bytes) -> None:
    """Clean `data` as a file; it may be refused, and nothing else may go wrong."""
    try:
        result = newsclean.clean(data)
    except NewscleanError as error:
        assert "\n" not in str(error)
        return
    assert newsclean.undo(result) == result.decoded.text
    assert newsclean.clean(result.text).text == result.text
    assert json.loads(report.as_json("a.txt", result))["text"] == result.text
    diff.for_patch("a.txt", data, result)
    shown = diff.for_person("a.txt", result, colour=False).decode()
    assert not re.search(UNSAFE, shown.replace("\n", ""))


def rules(data: bytes) -> None:
    """Load `data` as a rule file and use it on near matches; a fault is named on one line, with the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "own.toml"
        path.write_bytes(data)
        try:
            near = [rule.matches[0][:-1] * 50 for rule in load_rules([path])]
            newsclean.clean(
                "\n".join(["The bridge is closed.", *near, "Support our journalism.\n"]), rules=[path]
            )
        except NewscleanError as error:
            assert "own.toml" in str(error)
            assert "\n" not in str(error)


def records(data: bytes) -> None:
    """Clean `data` as JSON Lines with a report; lines stay lines, and what was no record stays as it was."""
    cleaned = jsonl.clean_block(Task("text", "report", {}), Block("a.jsonl", 1, data))
    bad = dict(cleaned.complaints)
    after = patched(data, cleaned.patches).split(b"\n")
    for number, (old, new) in enumerate(zip(data.split(b"\n"), after, strict=True), 1):
        if number in bad or not old.strip():
            assert new == old
            assert "cannot be cleaned" not in bad.get(number, "")
            continue
        before, now = json.loads(_text(old)), json.loads(_text(new))
        assert now.pop("report")["edits"] == [] or now["text"] != before["text"]
        assert now.keys() | {"report"} == before.keys() | {"report"}
        assert repr({**now, "text": ""}) == repr({**_without(before, "report"), "text": ""})
        assert now["text"] == newsclean.clean(before["text"]).text


def _text(line: bytes) -> str:
    return line.decode("utf-8", "surrogatepass")


def _without(record: dict[str, object], name: str) -> dict[str, object]:
    return {key: value for key, value in record.items() if key != name}


TARGETS: dict[str, Callable[[bytes], None]] = {"clean": clean, "rules": rules, "records": records}
