"""A corpus as JSON Lines: the same records in the same order, the article in each of them cleaned.

Inputs are read in blocks of whole lines.  For each block, a process returns the patches that it needs, so
that a record that needs no cleaning is only copied.  A line that is no record passes unchanged and is named.
"""

from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from io import BytesIO
from itertools import count
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from newsclean.edits import NewscleanError, unexpected
from newsclean.interrupts import Interrupts
from newsclean.parallel import Pause, WorkerDiedError, ordered
from newsclean.pieces import give_back
from newsclean.pipeline import clean
from newsclean.record import BadRecordError, Patch, Task, clean_record, patched

if TYPE_CHECKING:
    from typing import Unpack

    from newsclean.pipeline import Options

# Bytes read at a time.  Large enough that sending a block to a worker and back (about .2 ms) costs little
# compared with cleaning it; small enough that the blocks of 64 workers take less than 64 MiB in the parent.
BLOCK = 256 * 1024
# What compressed files begin with (gzip: RFC 1952, Zstandard: RFC 8878), and what unpacks them.
COMPRESSED = {b"\x1f\x8b": "zcat", b"\x28\xb5\x2f\xfd": "zstdcat"}

# The longest line that is still read as a record.  The longest articles, whole pages, have some MiB; a longer
# line is not a record but an accident, for example a file without line ends, and must not fill the memory.
LONGEST_MIB = 64
LONGEST_LINE = LONGEST_MIB * 1024 * 1024

Complain = Callable[[str, int, str], None]  # name of the input, line from 1, reason


class Totals(NamedTuple):
    """What became of the records; `bad` ones could not be cleaned and passed unchanged."""

    records: int = 0
    changed: int = 0
    unresolved: int = 0
    bad: int = 0


class Block(NamedTuple):
    """Whole lines of one input and the number of the first, from 1, or a piece of a line that is too long.

    `piece` counts the pieces of such a line from 1; it is 0 for whole lines.
    """

    name: str
    line: int
    data: bytes
    piece: int = 0


class Cleaned(NamedTuple):
    """The patches that a block needs, (line, reason) for each of its bad records, and their numbers."""

    patches: list[Patch]
    complaints: list[tuple[int, str]]
    totals: Totals


def clean_lines(
    inputs: Iterable[tuple[str, BinaryIO]],
    write: Callable[[bytes], object],
    complain: Complain,
    *,
    field: str = "text",
    report_field: str | None = None,
    jobs: int = 1,
    progress: Callable[[Totals, int], None] = lambda totals, size: None,
    fail: Callable[[NewscleanError], None] | None = None,
    **options: "Unpack[Options]",
) -> Totals:
    """Clean `field` of each record of the inputs, (name, stream of bytes), and write them all.

    `write` is given whole lines.  `report_field` names a field that is added to each cleaned record, or
    replaced in it: an object with `edits` and `unresolved`, as lists of objects.  `jobs` is the number of
    processes.  `options` are those of `newsclean.clean`.  `complain` is called for each bad record;
    `progress` after each block that has been written, with the totals so far and the bytes read; and `fail`
    for each input that is compressed or cannot be read any further, after which the other inputs are cleaned.

    Raises `NewscleanError` for a wrong option, before anything is read; when a worker process dies; and for
    such an input if `fail` is None.  SIGINT raises KeyboardInterrupt, SIGTERM SystemExit.  Whatever ends the
    work, only whole lines have been written, and none before them is missing (except of a line of more than
    `LONGEST_LINE` bytes, which passes in pieces).
    """
    if field == report_field:
        raise NewscleanError(f"the report cannot replace the field {field!r} that is cleaned; name another")
    clean("", **options)
    work = partial(clean_block, Task(field, report_field, options))
    totals, size = Totals(), 0
    give_back()  # blocks, too, which would leave holes between what is remembered: 2 MiB of 70
    with Interrupts() as interrupts, closing(ordered(work, blocks(inputs, fail), jobs)) as done:
        for block, cleaned, data in _outputs(done):
            interrupts.hold_off(write, data, more=block.piece > 0 and not data.endswith(b"\n"))
            for line, reason in cleaned.complaints:
                complain(block.name, line, reason)
            totals = Totals(*map(sum, zip(totals, cleaned.totals, strict=True)))
            size += len(block.data)
            progress(totals, size)
            del block, cleaned, data  # before the next block is read and cleaned
    return totals


def _outputs(done: Iterable[tuple[Block, Cleaned]]) -> Iterator[tuple[Block, Cleaned, bytes]]:
    """Yield each block with its answer and the bytes to write; each input begins on a new line.

    Raises `NewscleanError`, naming the first line that is missing, when a worker process has died.
    """
    ended = True
    try:
        for block, cleaned in done:
            data = patched(block.data, cleaned.patches)
            begins = ended or block.piece > 1
            ended = data.endswith(b"\n")
            yield block, cleaned, data if begins else b"\n" + data
            del block, cleaned, data
    except WorkerDiedError as error:
        raise NewscleanError(
            f"{error}; the output ends before line {error.item.line} of {error.item.name}"
        ) from None


def blocks(
    inputs: Iterable[tuple[str, BinaryIO]], fail: Callable[[NewscleanError], None] | None
) -> Iterator[Block | Pause]:
    """Cut inputs at line ends into blocks; a byte order mark is dropped.

    A block is what one read returns, so a slow producer's lines are not held back; before each read there is
    a `Pause`.  `fail` is as for `clean_lines`.
    """
    for name, stream in inputs:
        try:
            yield from _blocks_of(name, stream)
        except NewscleanError as error:
            if fail is None:
                raise
            fail(error)


def _blocks_of(name: str, stream: BinaryIO) -> Iterator[Block | Pause]:
    line, begun = 1, False
    try:
        for found in _whole_lines(stream):
            if isinstance(found, Pause):
                yield found
                continue
            data, piece = found
            if not begun:
                _refuse_compressed(name, data)
            yield Block(name, line, data if begun else data.removeprefix(BOM_UTF8), piece)
            line += data.count(b"\n")
            begun = True
    except OSError as error:
        raise NewscleanError(f"{name}: {error.strerror}") from error


def _refuse_compressed(name: str, start: bytes) -> None:
    for signature, unpack in COMPRESSED.items():
        if start.startswith(signature):
            raise NewscleanError(f"{name}: is compressed; unpack it first: {unpack} FILE | newsclean --jsonl")


def _whole_lines(stream: BinaryIO) -> Iterator[tuple[bytes, int] | Pause]:
    """Yield whole lines with 0, pieces of a line that is too long with their number, and pauses to read."""
    # Standard input and files have `read1`; the type BinaryIO does not.
    read = getattr(stream, "read1", stream.read)
    held: list[bytes] = []
    size = piece = 0
    while True:
        yield Pause(stream)
        chunk = read(BLOCK)
        if not chunk:
            break
        if piece:
            first, end, chunk = chunk.partition(b"\n")
            yield first + end, piece
            piece = 0 if end else piece + 1
        end = chunk.rfind(b"\n") + 1
        if end:
            lines, chunk = b"".join((*held, chunk[:end])), chunk[end:]
            held, size = [], 0
            yield lines, 0
        held.append(chunk)
        size += len(chunk)
        if size > LONGEST_LINE:
            yield from zip(held, count(1))
            piece = len(held) + 1
            held, size = [], 0
    if rest := b"".join(held):
        yield rest, 0


def clean_block(task: Task, block: Block) -> Cleaned:
    """Clean the records of a block; never fails."""
    if block.piece:
        return _passed(block)
    patches: list[Patch] = []
    complaints: list[tuple[int, str]] = []
    records = changed = unresolved = start = 0
    for number, ended in enumerate(BytesIO(block.data), block.line):
        line = ended.removesuffix(b"\n")
        if line.strip():
            records += 1
            try:
                result, found = clean_record(task, line)
            except Exception as error:
                # Whatever went wrong, the other records are cleaned, and this one is kept.
                complaints.append((number, _reason(error)))
            else:
                patches += [(start + first, start + last, new) for first, last, new in found]
                changed += result.changed
                unresolved += bool(result.unresolved)
        start += len(ended)
    return Cleaned(patches, complaints, Totals(records, changed, unresolved, len(complaints)))


def _passed(block: Block) -> Cleaned:
    """Return no patch for a piece of a line that is too long, and a complaint for the first piece."""
    if block.piece > 1:
        return Cleaned([], [], Totals())
    return Cleaned([], [(block.line, f"is longer than {LONGEST_MIB} MiB")], Totals(records=1, bad=1))


def _reason(error: Exception) -> str:
    if isinstance(error, BadRecordError):
        return str(error)
    if isinstance(error, RecursionError):
        return "is nested too deeply"
    return f"cannot be cleaned, please report it: {unexpected(error)}"
