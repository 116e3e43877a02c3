"""Reports of what was done: messages for people, JSON for programs."""

import re
from collections import Counter

from newsclean.edits import Edit, Result, as_objects
from newsclean.files import HTML_WINDOW, name
from newsclean.messages import UNSAFE, print_line, tell

LINES_NAMED = 5
# How much of an edit is shown: characters of a removed line, characters around a changed place, and places.
SHOWN_CHARS, MARGIN, SPOTS_SHOWN = 60, 12, 3
# A page is recognised by its first words, a fragment of one by the ends of its paragraphs.
PAGE = ("<!doctype html", "<html", "<head>", "<body")
FRAGMENT_ENDS = ("</p>", "</div>", "<br>", "<br/>", "<br />", "</li>")
ENDS_OF_A_FRAGMENT = 3


def warn(path: str, result: Result) -> None:
    """Warn of lines that stay broken, and of HTML or JSON Lines read as plain text."""
    if looks_like_html(result.decoded.text):
        tell(f"{name(path)}: looks like HTML; extract its text first, for example with trafilatura")
    if looks_like_json_lines(result.decoded.text):
        tell(f"{name(path)}: looks like JSON Lines; --jsonl cleans the article in each line")
    if result.unresolved:
        lines = listing(sorted({damage.line for damage in result.unresolved}))
        tell(f"{name(path)}: broken characters remain in {lines}")


def looks_like_html(text: str) -> bool:
    """Whether `text` is an HTML page or a piece of one."""
    start = text[:HTML_WINDOW].lower()
    return any(start.lstrip().startswith(mark) or f"\n{mark}" in start for mark in PAGE) or (
        sum(start.count(end) for end in FRAGMENT_ENDS) >= ENDS_OF_A_FRAGMENT
    )


def looks_like_json_lines(text: str) -> bool:
    """Whether `text` begins with a line that looks like a JSON object."""
    first = text.partition("\n")[0].rstrip()
    return first.startswith('{"') and first.endswith("}")


def listing(lines: list[int]) -> str:
    """Return the names of lines: `line 3`, `lines 3, 5 and 8`, `lines 1, 2, 3, 4, 5 and 12 more`."""
    if len(lines) == 1:
        return f"line {lines[0]}"
    named = [str(line) for line in lines[:LINES_NAMED]]
    last = f"{len(lines) - LINES_NAMED} more" if len(lines) > LINES_NAMED else named.pop()
    return f"lines {', '.join(named)} and {last}"


def summarise(path: str, result: Result) -> None:
    """Print one line on what was done to an article."""
    decoded = result.decoded
    how = f"{decoded.encoding} ({decoded.how})" if decoded.how != decoded.encoding else decoded.how
    repaired = [edit for edit in result.edits if edit.after is not None]
    removed = [edit for edit in result.edits if edit.after is None]
    counts = [
        _counted(verb, edits) for verb, edits in (("repaired", repaired), ("removed", removed)) if edits
    ]
    tell(f"{name(path)}: {'; '.join([how, *(counts or ['no edits'])])}")


def _counted(verb: str, edits: list[Edit]) -> str:
    """Return, for instance, `9 lines removed (donation 7, share 2)`."""
    lines = len({edit.line for edit in edits})
    kinds = Counter(edit.kind for edit in edits)
    counts = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    return f"{lines} {'line' if lines == 1 else 'lines'} {verb} ({counts})"


def list_edits(path: str, result: Result) -> None:
    """Print each edit: `path:line: reason: before → after`, shortened to the places that changed."""
    for edit in result.edits:
        print_line(f"{name(path)}:{edit.line}: {edit.reason}: {_shortened(edit)}")


def _shortened(edit: Edit) -> str:
    before = edit.before.rstrip("\r\n")
    if edit.after is None:
        before = before or "(blank line)"
        return f"{before[:SHOWN_CHARS]}{'…' * (len(before) > SHOWN_CHARS)} → (removed)"
    from newsclean.spots import spots

    after = edit.after.rstrip("\r\n")
    found = spots(before, after)
    shown = [
        f"{_around(before, spot.start, spot.stop)} → {_around(after, spot.new_start, spot.new_stop)}"
        for spot in found[:SPOTS_SHOWN]
    ]
    more = len(found) - SPOTS_SHOWN
    return "; ".join(shown) + (f"; and {more} more" if more > 0 else "")


def _around(line: str, start: int, stop: int) -> str:
    """Return a place of a line with a little around it; a long place loses its middle."""
    place = line[start:stop]
    if len(place) > SHOWN_CHARS:
        place = f"{place[: SHOWN_CHARS // 2]}…{place[-SHOWN_CHARS // 2 :]}"
    before = line[max(0, start - MARGIN) : start]
    after = line[stop : stop + MARGIN]
    return f"{'…' * (start > MARGIN)}{before}{place}{after}{'…' * (len(line) > stop + MARGIN)}"


def as_json(path: str, result: Result) -> bytes:
    """Return a line of JSON: path, encoding, how, confidence, bom, edits, unresolved and text.

    An edit is an object with line, before, after (null for a removed line) and reason; a damage one with line
    and text.  Bytes of `path` that are not UTF-8 are escaped surrogates, as `os.fsencode` wants them;
    characters that a terminal would obey are escaped as well.
    """
    import json

    decoded = result.decoded
    record = {
        "path": path,
        "encoding": decoded.encoding,
        "how": decoded.how,
        "confidence": decoded.confidence,
        "bom": decoded.bom,
        **as_objects(result),
        "text": result.text,
    }
    line = json.dumps(record, ensure_ascii=False)
    return re.sub(UNSAFE, lambda unsafe: f"\\u{ord(unsafe[0]):04x}", line).encode() + b"\n"
