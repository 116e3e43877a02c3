"""Clean the article of one record of JSON Lines, and change no other byte of its line.

Other fields, their order, the spelling of numbers and blanks stay as they are.

If orjson is installed, it reads what it can, and the standard library reads the rest (NaN, lone surrogates);
the output is the same with and without it.
"""

import json
import re
from typing import TYPE_CHECKING, NamedTuple

from newsclean.edits import Result, as_objects
from newsclean.pipeline import clean

if TYPE_CHECKING:
    from newsclean.pipeline import Options

try:
    from orjson import loads as fast_loads
except ImportError:
    fast_loads = None

# Numbers are not needed; parsed as booleans, none is too long or too large.
DECODER = json.JSONDecoder(parse_int=bool, parse_float=bool)
SPACE = re.compile(r"[ \t\n\r]*")

# For a record without the field: how many other fields a message names, and how many characters of each.
FIELDS_SHOWN, FIELD_SHOWN = 5, 20

Patch = tuple[int, int, bytes]  # start and end in a line or block, in bytes, and what replaces these bytes


class Task(NamedTuple):
    """What to clean, and how; pickled once for each worker."""

    field: str
    report_field: str | None
    options: "Options"


class BadRecordError(Exception):
    """A line that is no record, or a record without an article; the message says why."""


def clean_record(task: Task, line: bytes) -> tuple[Result, list[Patch]]:
    """Clean one record; return what was done and the patches that its line needs.

    Raises an error for whatever is wrong with the record, `BadRecordError` among others; also RecursionError,
    as orjson may read what is nested too deeply for the standard library, which locates the values.
    """
    record = _parse(line)
    if not isinstance(record, dict):
        raise BadRecordError("is not a JSON object")
    text = record.get(task.field)
    if not isinstance(text, str):
        raise BadRecordError(_no_text(record, task.field))
    result = clean(text, **task.options)
    patches = []
    if result.text != text:
        patches.append((*_span(line, task.field), _dump(result.text, line)))
    if task.report_field is not None:
        report = _dump(as_objects(result), line)
        if task.report_field in record:
            patches.append((*_span(line, task.report_field), report))
        else:
            end = line.rindex(b"}")
            patches.append((end, end, b", " + _dump(task.report_field, line) + b": " + report))
    return result, sorted(patches)


def _no_text(record: dict[str, object], field: str) -> str:
    """Return what is wrong with a record that has no text in `field`."""
    if field in record:
        return f"the field {field!r} is not a string"
    others = ", ".join(repr(name[:FIELD_SHOWN]) for name in [*record][:FIELDS_SHOWN])
    return f"has no field {field!r}; --field may name {others}" if others else f"has no field {field!r}"


def _parse(line: bytes) -> object:
    if fast_loads is not None:
        try:
            return fast_loads(line)
        except ValueError:
            pass  # the standard library reads more, and says better what is wrong
    try:
        return DECODER.decode(_text(line))
    except UnicodeDecodeError as error:
        reason = f"is not UTF-8: byte 0x{line[error.start]:02x} in column {error.start + 1}"
    except json.JSONDecodeError as error:
        reason = f"is not JSON: {error.msg} in column {error.colno}"
    raise BadRecordError(reason)


def _text(line: bytes) -> str:
    # As json.loads does with bytes: surrogates written as three bytes each are kept.
    return line.decode("utf-8", "surrogatepass")


def _dump(value: object, line: bytes) -> bytes:
    r"""Return `value` as JSON, in ASCII if `line` is; a lone surrogate becomes `\udxxx` again."""
    return json.dumps(value, ensure_ascii=line.isascii()).encode("utf-8", "backslashreplace")


def _span(line: bytes, name: str) -> tuple[int, int]:
    """Return where the value of field `name` starts and ends, in bytes, in a line that is a valid object.

    If a field occurs twice, the last one counts, as for every reader of JSON.
    """
    text = _text(line)
    span = (0, 0)
    position = _skip(text, text.index("{") + 1)
    while text[position] == '"':
        key, position = DECODER.raw_decode(text, position)
        start = _skip(text, text.index(":", position) + 1)
        _, end = DECODER.raw_decode(text, start)
        if key == name:
            span = (start, end)
        position = _skip(text, end)
        if text[position] == ",":
            position = _skip(text, position + 1)
    start, end = (len(text[:place].encode("utf-8", "surrogatepass")) for place in span)
    return start, end


def _skip(text: str, position: int) -> int:
    space = SPACE.match(text, position)
    return space.end() if space else position


def patched(data: bytes, patches: list[Patch]) -> bytes:
    """Apply patches, which are in order and do not overlap."""
    pieces: list[bytes] = []
    position = 0
    for start, end, new in patches:
        pieces += (data[position:start], new)
        position = end
    return b"".join((*pieces, data[position:])) if pieces else data
