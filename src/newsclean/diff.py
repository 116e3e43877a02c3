"""A result as a unified diff: for `patch`, byte by byte, or for a person at a terminal."""

import io
import os
from collections.abc import Callable, Iterator
from typing import NamedTuple

from newsclean.colour import BOLD, CYAN, DIM, GREEN, RED, REVERSE, painted, plain
from newsclean.edits import Decoded, Result
from newsclean.lines import split_lines
from newsclean.messages import visible
from newsclean.spots import spots

CONTEXT = 3  # unchanged lines shown around a change


class Row(NamedTuple):
    """A line before and after (None: removed), and the kind of its last edit, as in `donation`."""

    before: str
    after: str | None
    kind: str


class Hunk(NamedTuple):
    """Consecutive rows and the numbers of their first line, before and after, from 1."""

    line: int
    new_line: int
    rows: list[Row]

    def header(self) -> str:
        """Return the `@@ … @@` line."""
        old = sum(_height(row.before) for row in self.rows)
        new = sum(_height(row.after or "") for row in self.rows)
        # For an empty range the format wants the number of the line before it.
        return f"@@ -{self.line - (not old)},{old} +{self.new_line - (not new)},{new} @@"


def for_patch(path: str, raw: bytes, result: Result) -> bytes:
    """Return the diff from the bytes of the file to the cleaned text in UTF-8, as `patch` applies it."""
    hunks = _hunks(_raw_rows(raw, result))
    name = _quoted(path)
    parts = [f"--- {name}\n+++ {name}\n"] if hunks else []
    for hunk in hunks:
        parts.append(hunk.header() + "\n")
        for row in hunk.rows:
            for sign, text in _signed(row):
                for line in _lines(text):
                    end = "" if line.endswith("\n") else "\n\\ No newline at end of file\n"
                    parts.append(f"{sign}{line}{end}")
    return "".join(parts).encode("utf-8", "surrogateescape")


def for_person(path: str, result: Result, colour: bool) -> bytes:
    """Return a diff of the decoded text, with changes highlighted and the kind of each removed line."""
    paint = painted if colour else plain
    rows = _rows(result)
    note = _recoding(result.decoded)
    if not (note or result.edits):
        return b""
    lines = [
        paint(BOLD, f"--- {visible(path)}") + paint(DIM, visible(note)),
        paint(BOLD, f"+++ {visible(path)}"),
    ]
    width = max((len(row.kind) for row in rows if row.after is None), default=0)
    for hunk in _hunks(rows):
        lines.append(paint(CYAN, hunk.header()))
        for row in hunk.rows:
            lines += _shown(row, width, paint)
    return "".join(line + "\n" for line in lines).encode("utf-8", "backslashreplace")


def _recoding(decoded: Decoded) -> str:
    """Return a note on how an article's bytes change apart from its edits; empty if they do not."""
    strays = " but for stray bytes" if decoded.how == "nearly utf-8" else ""
    mark = " with a byte order mark" if decoded.bom else ""
    stays = decoded.encoding in ("utf-8", "ascii", None) and not (strays or mark)
    return "" if stays else f"  ({decoded.encoding}{strays}{mark}, becomes utf-8)"


def _rows(result: Result) -> list[Row]:
    """Return a row for each line of the decoded text."""
    before = split_lines(result.decoded.text)
    after: list[str | None] = [*before]
    kinds: dict[int, list[str]] = {}
    for edit in result.edits:
        after[edit.line - 1] = edit.after
        kinds.setdefault(edit.line, []).append(edit.kind)
    return [
        # The last edit of a removed line says why it was removed; the repairs before it no longer matter.
        Row(old, new, "" if new == old else kinds[number][-1])
        for number, (old, new) in enumerate(zip(before, after, strict=True), 1)
    ]


def _raw_rows(raw: bytes, result: Result) -> list[Row]:
    """Return rows whose `before` has the bytes of the file, those that are not UTF-8 as lone surrogates.

    A row ends where `patch` sees a line end, which is only at LF, while CR ends lines of the article too.
    """
    text = raw.decode("utf-8", "surrogateescape")
    rows = _rows(result)
    lines = split_lines(text)
    if len(lines) != len(rows):  # an encoding of two or four bytes a character
        return [Row(text, result.text, "")]
    merged: list[Row] = []
    olds: list[str] = []
    news: list[str] = []
    for line, row in zip(lines, rows, strict=True):
        olds.append(line)
        news.append(row.after or "")
        if line.endswith("\n") and not (news[-1] and not news[-1].endswith("\n")):
            merged.append(Row("".join(olds), "".join(news), ""))
            olds, news = [], []
    return [*merged, Row("".join(olds), "".join(news), "")] if olds else merged


def _hunks(rows: list[Row]) -> list[Hunk]:
    """Return the changed rows with their context; rows close to each other share a hunk."""
    ranges: list[list[int]] = []
    for number, row in enumerate(rows):
        if row.after != row.before:
            start, stop = max(0, number - CONTEXT), min(len(rows), number + 1 + CONTEXT)
            if ranges and start <= ranges[-1][1]:
                ranges[-1][1] = stop
            else:
                ranges.append([start, stop])
    hunks: list[Hunk] = []
    line = new_line = 1
    done = 0
    for start, stop in ranges:
        line += sum(_height(row.before) for row in rows[done:start])
        new_line += sum(_height(row.after or "") for row in rows[done:start])
        hunks.append(Hunk(line, new_line, rows[start:stop]))
        done = start
    return hunks


def _height(text: str) -> int:
    """Count the lines of `text` as `patch` does."""
    return text.count("\n") + (not text.endswith("\n") if text else 0)


def _lines(text: str) -> list[str]:
    return list(io.StringIO(text, newline="\n"))


def _signed(row: Row) -> Iterator[tuple[str, str]]:
    if row.after == row.before:
        yield " ", row.before
        return
    yield "-", row.before
    if row.after is not None:
        yield "+", row.after


def _quoted(path: str) -> str:
    r"""Return `path` as `patch` reads it: quoted as in C if necessary; a tab ends a name with spaces."""
    if visible(path) == path and not set(path) & {'"', "\\"}:
        return path + "\t" * (" " in path)
    quoted = "".join(
        chr(byte) if 32 <= byte < 127 and byte not in b'"\\' else f"\\{byte:03o}"
        for byte in os.fsencode(path)
    )
    return f'"{quoted}"'


def _shown(row: Row, width: int, paint: Callable[[str, str], str]) -> list[str]:
    """Return the lines that show a row to a person; `width` is that of the column of categories."""
    before = row.before.rstrip("\r\n")
    if row.after == row.before:
        return [" " + visible(before)]
    if row.after is None:
        return [f"{paint(RED, '-')}{paint(CYAN, row.kind.ljust(width))} {paint(DIM, visible(before))}"]
    after = row.after.rstrip("\r\n")
    found = spots(before, after)
    return [
        _highlighted(paint, RED, "-", before, [(spot.start, spot.stop) for spot in found]),
        _highlighted(paint, GREEN, "+", after, [(spot.new_start, spot.new_stop) for spot in found]),
    ]


def _highlighted(
    paint: Callable[[str, str], str], style: str, sign: str, line: str, changed: list[tuple[int, int]]
) -> str:
    """Return `sign` and `line` in `style`, the changed characters in reverse."""
    parts = [paint(style, sign)]
    done = 0
    for start, stop in changed:
        parts += [
            paint(style, visible(line[done:start])),
            paint(f"{style};{REVERSE}", visible(line[start:stop])),
        ]
        done = stop
    parts.append(paint(style, visible(line[done:])))
    return "".join(parts)
