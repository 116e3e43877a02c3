"""What cleaning changed, in a form that can be shown and undone.

Every stage takes lines and returns the lines that it would put in their place; each line that differs is an
`Edit`.  A line may be edited by several stages in turn: its edits then form a chain in which each `before` is
the `after` of the edit that precedes it.

Edits are cut from their texts only when they are asked for: as objects they take several times as much
memory.
"""

import os
from array import array
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from itertools import chain, compress, count, islice, repeat, starmap
from operator import ne
from typing import Literal, NamedTuple, TypeVar, get_args, overload

from newsclean.lines import Chosen, Lines, split_lines

BYTE_ORDER_MARK = "\ufeff"

# What a tail is made of: the kinds of reason for a line to be removed.
CATEGORIES = (
    "donation",
    "membership",
    "subscription",
    "newsletter",
    "share",
    "related",
    "comments",
    "copyright",
    "tags",
    "bio",
    "navigation",
    "advertisement",
)


# What restored quotation marks look like: see `newsclean.clean`.
Quotes = Literal["match", "original", "straight"]
QUOTES: tuple[Quotes, ...] = get_args(Quotes)


class NewscleanError(ValueError):
    """An input, an encoding or a rule file that cannot be used; the message is for the user."""


def unexpected(error: Exception) -> str:
    """Describe an error that nobody foresaw, with the line of code that raised it, for a bug report."""
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    place = f" ({os.path.basename(frame.tb_frame.f_code.co_filename)}:{frame.tb_lineno})" if frame else ""
    return f"{type(error).__name__}: {error}{place}"


class Edit(NamedTuple):
    r"""One line that one stage changed or removed.

    `line` counts the lines of the decoded input from 1.  `before` and `after` are whole lines with
    their own ending (`"\n"`, `"\r\n"`, `"\r"`, or none at the end of the text); `after` is None for a
    removed line.  `reason` is `KIND:DETAIL`.  Kinds of repair are `escape` (a notation was decoded),
    `misread` (one codec was read as another), `mojibake` (a chain of codecs was undone) and `quotes`
    (marks were given the article's style); of tail they are `CATEGORIES`.  The detail is the notation, the
    codecs, or the rule or evidence that decided, as in `donation:support-our-journalism`.
    """

    line: int
    before: str
    after: str | None
    reason: str

    @property
    def kind(self) -> str:
        """The part of `reason` before the colon, for counting."""
        return self.reason.partition(":")[0]


class Damage(NamedTuple):
    """A broken run that nothing decides and that therefore stays as it was.

    `line` counts from 1; `text` is the run.  A run that occurs several times in a line counts once.
    """

    line: int
    text: str


class Decoded(NamedTuple):
    """Bytes as text, and how the encoding was found.

    `encoding` is a Python codec name, or None where the source was text already.  `how` is one of
    `text`, `given`, `bom`, `utf-8`, `nearly utf-8`, `windows marks`, `lost marks`, `western letters`,
    `capitals`, `east asian marks`, `utf-16 spaces` and `chardet`.
    `confidence` runs from 0 to 1 and is to be reported, never to be trusted: right answers for legacy
    encodings score .02 to .33.  `bom` tells whether the bytes began with a byte order mark, which is no part
    of `text`.
    """

    text: str
    encoding: str | None
    how: str
    confidence: float
    bom: bool


class Result(NamedTuple):
    """A cleaned article: its text, the edits in the order they were made, its decoding, what stays broken.

    `edits` behaves as a tuple of `Edit` when it is compared, hashed or pickled.
    """

    text: str
    edits: Sequence[Edit]
    decoded: Decoded
    unresolved: tuple[Damage, ...]

    @property
    def changed(self) -> bool:
        """Whether the text differs from what was decoded."""
        return bool(self.edits)


class Batch(NamedTuple):
    """The edits of one stage, as the fields of `Edit` side by side."""

    numbers: Sequence[int]
    before: Sequence[str]
    after: Sequence[str | None]
    reasons: Sequence[str]


class Edits(Sequence[Edit]):
    """The edits of all stages, each made when it is asked for; equal to a tuple of them."""

    def __init__(self, *batches: Batch) -> None:
        """Take the batches of the stages, in their order."""
        self.batches = batches

    def __len__(self) -> int:
        """Return the number of edits."""
        return sum([len(batch.numbers) for batch in self.batches])

    @overload
    def __getitem__(self, index: int) -> Edit: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Edit, ...]: ...
    def __getitem__(self, index: int | slice) -> Edit | tuple[Edit, ...]:
        """Return one edit, or several."""
        if isinstance(index, slice):
            return tuple(self)[index]
        at = range(len(self))[index]
        for batch in self.batches:
            if at < len(batch.numbers):
                break
            at -= len(batch.numbers)
        return Edit(batch.numbers[at], batch.before[at], batch.after[at], batch.reasons[at])

    def __iter__(self) -> Iterator[Edit]:
        """Iterate over the edits."""
        return chain.from_iterable(map(Edit, *batch) for batch in self.batches)

    def __add__(self, others: "Edits") -> "Edits":
        """Return these edits and then the others."""
        return Edits(*self.batches, *others.batches)

    def __eq__(self, other: object) -> bool:
        """Compare as a tuple."""
        return tuple(self) == (tuple(other) if isinstance(other, Edits) else other)

    def __hash__(self) -> int:
        """Hash as a tuple."""
        return hash(tuple(self))

    def __repr__(self) -> str:
        """Show a tuple."""
        return repr(tuple(self))

    def __reduce__(self) -> tuple[type, tuple[list[Edit]]]:
        """Pickle as a tuple, which does not need the texts."""
        return tuple, ([*self],)

    def reasons(self) -> Iterator[tuple[int, str]]:
        """Yield the line and the reason of each edit, without making the `Edit`."""
        return chain.from_iterable(zip(batch.numbers, batch.reasons, strict=True) for batch in self.batches)


NO_EDITS = Edits()


def compare(before: Sequence[str], after: Sequence[str | None], reason: str) -> Edits:
    """Return an edit for each line that differs between sequences of one length; None is a removed line."""
    if isinstance(before, Lines) and isinstance(after, Lines):
        places = array("I", before.differing(after))
    else:
        places = array("I", compress(count(), starmap(ne, zip(before, after, strict=True))))
    if not places:
        return NO_EDITS
    numbers = array("I", (place + 1 for place in places))
    return Edits(Batch(numbers, _some(before, places), _some(after, places), [reason] * len(places)))


OldOrNew = TypeVar("OldOrNew", str, str | None)


def _some(lines: Sequence[OldOrNew], places: Sequence[int]) -> Sequence[OldOrNew]:
    return Chosen(lines, places) if isinstance(lines, Lines) else [lines[place] for place in places]


def rewritten(before: Lines, after: Iterable[str], reason: str) -> tuple[Lines, Edits]:
    """Return the lines after a stage and its edits; the lines as they were if none has changed."""
    each = iter(after)
    pairs = enumerate(zip(before, each, strict=True))
    first = next(((place, new) for place, (old, new) in pairs if old != new), None)
    if first is None:
        return before, NO_EDITS
    place, line = first
    before.pack()  # both texts may be long
    lines = Lines.joined(chain(islice(before, place), (line,), each))
    return lines, compare(before, lines, reason)


def rewritten_in_parts(
    lines: Lines, rewrite: Callable[[Lines], Iterable[str]], reason: str
) -> tuple[Lines, Edits]:
    """Return the lines after a stage to which each part of a long line is a line, and its edits."""
    parts = lines.shortened()
    made, edits = rewritten(parts, rewrite(parts), reason)
    if parts is lines:
        return made, edits
    if made is parts:
        return lines, NO_EDITS
    whole = made.regrouped(parts, lines)
    return whole, compare(lines, whole, reason)


def drop_byte_order_marks(text: str) -> tuple[str, Edits]:
    """Drop byte order marks at the start of a text: a file may have two, each set by another program."""
    if not text.startswith(BYTE_ORDER_MARK):
        return text, NO_EDITS
    line = next(iter(Lines.split(text)))
    left = line.lstrip(BYTE_ORDER_MARK)
    return left + text[len(line) :], compare([line], [left or None], "mojibake:byte order mark")


def as_objects(result: Result) -> dict[str, list[dict[str, object]]]:
    """Return the edits and the unresolved damage of a result as lists of objects, for JSON."""
    return {
        "edits": [edit._asdict() for edit in result.edits],
        "unresolved": [damage._asdict() for damage in result.unresolved],
    }


class History:
    """Edits in the order they were made, by line numbers of the input, even where lines were removed."""

    def __init__(self) -> None:
        """Begin with no edit made."""
        self.edits = NO_EDITS
        self._stay = bytearray()  # which of the first lines of the input are still there

    def add(self, made: Edits) -> None:
        """Add edits whose line numbers count the lines of the text as it is now."""
        if not made.batches:  # most stages make none
            return
        if self._stay:
            made = Edits(*(batch._replace(numbers=self._placed(batch.numbers)) for batch in made.batches))
        self.edits += made
        for batch in made.batches:
            if isinstance(batch.after, Chosen):  # which removes no line
                continue
            self._stay.extend(repeat(True, max(batch.numbers) - len(self._stay)))
            for number, line in zip(batch.numbers, batch.after, strict=True):
                if line is None:
                    self._stay[number - 1] = False

    def placed(self, found: list[Damage]) -> list[Damage]:
        """Translate line numbers of the text as it is now into numbers of the input."""
        if not (found and self._stay):
            return found
        numbers = self._placed([damage.line for damage in found])
        return [Damage(number, damage.text) for number, damage in zip(numbers, found, strict=True)]

    def standing(self, damages: Collection[Damage], lines: Iterable[str]) -> list[Damage]:
        """Return those of `damages`, by line of the input, that still stand in the lines as they are now."""
        damaged = {damage.line for damage in damages}
        numbered = zip(self.numbers(), lines, strict=False)
        now = {number: line for number, line in numbered if number in damaged}
        return [damage for damage in damages if damage.text in now.get(damage.line, "")]

    def _placed(self, numbers: Sequence[int]) -> Sequence[int]:
        known = array("I", islice(self.numbers(), max(numbers)))
        return array("I", [known[number - 1] for number in numbers])

    def numbers(self) -> Iterator[int]:
        """Yield the number in the input of each line of the text as it is now, without end."""
        return chain(compress(count(1), self._stay), count(len(self._stay) + 1))


def undo(result: Result) -> str:
    """Rebuild, character for character, the text (or the decoded bytes) that was cleaned."""
    if not result.edits:
        return result.text
    gone = {edit.line for edit in result.edits if edit.after is None}
    numbers = (number for number in count(1) if number not in gone)
    lines = dict(zip(numbers, split_lines(result.text), strict=False))
    for edit in reversed(result.edits):
        lines[edit.line] = edit.before
    return "".join(lines[number] for number in sorted(lines))
