"""What cleaning changed, in a form that can be shown and undone.

Every stage reads lines and answers with the lines it would rather have; the difference is an
`Edit` a line.  A line may be edited by several stages in turn: its edits then form a chain in
which each `before` is the `after` that precedes it.

Lines and edits are cut from the texts that they belong to when they are asked for: as objects they take
several times as much memory.
"""

import os
import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, compress, count, islice, repeat, starmap
from operator import ne, sub
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeVar, get_args, overload

if TYPE_CHECKING:
    from newsclean.pieces import Pieces

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
    """Return an error that nobody foresaw and the line of code that raised it, for whoever is to mend it."""
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
    """A broken run that nothing decides and that therefore stands as it was: its line, from 1, and itself.

    A run that stands several times in a line is one.
    """

    line: int
    text: str


class Decoded(NamedTuple):
    """Bytes as text, and how the encoding was found.

    `encoding` is a Python codec name, or None where the source was text already.  `how` is one of
    `text`, `given`, `bom`, `utf-8`, `nearly utf-8`, `windows marks`, `lost marks`, `western letters` and
    `chardet`.
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

    `edits` of an article that was cleaned compare, hash and pickle as a tuple of them.
    """

    text: str
    edits: Sequence[Edit]
    decoded: Decoded
    unresolved: tuple[Damage, ...]

    @property
    def changed(self) -> bool:
        """Whether the text differs from what was decoded."""
        return bool(self.edits)


# Through `io.StringIO` a text would take four times its memory once more; in most, no CR ends a line, and the
# second of a pair is several times as fast.
_LINES = r"[^\r\n]*+(?:\r\n?|\n)|[^\r\n]++"
_FEED_LINES = r".*+\n|.++"


def split_lines(text: str) -> list[str]:
    r"""Split at LF, CRLF and CR only, endings kept: `"".join` gives the text back.

    `str.splitlines` would also break at U+0085, which in a news article is a Windows ellipsis that
    was read as Latin-1, and at U+2028.
    """
    return re.findall(_LINES if "\r" in text else _FEED_LINES, text)


# Characters that no article has, though a page or a whole archive may.
LONGEST_ARTICLE = 100_000


class Lines(Sequence[str]):
    """Pieces of a text, such as its lines, each known by where it starts and ends.

    Those of an article are held as strings, for stage after stage asks for them; those of a longer text are
    cut from it each time.
    """

    def __init__(
        self,
        text: "str | Pieces",
        starts: Sequence[int] | None = None,
        ends: Sequence[int] | None = None,
        held: list[str] | None = None,
    ) -> None:
        """Take where each piece starts and ends, or the pieces (`held`) if they are cut already, or both."""
        self._text = text
        self.held = held
        if starts is not None and ends is not None:
            self.starts, self.ends = starts, ends

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each piece starts: added up when it is first asked for, as it seldom is of an article."""
        return self._bounds[:-1]

    @cached_property
    def ends(self) -> Sequence[int]:
        """Where each piece ends."""
        return self._bounds[1:]

    @cached_property
    def _bounds(self) -> memoryview:
        return memoryview(array("I", accumulate(map(len, self.held or ()), initial=0)))

    @classmethod
    def split(cls, text: str) -> "Lines":
        """Return the lines of a text, as `split_lines` has them."""
        if len(text) <= LONGEST_ARTICLE:
            return cls._held_together(text, split_lines(text))
        lines = re.finditer(_LINES if "\r" in text else _FEED_LINES, text)
        return cls.parted(text, array("I", chain((0,), map(re.Match.end, lines))))

    @classmethod
    def joined(cls, lines: Iterable[str]) -> "Lines":
        """Join lines, whatever their endings, one by one: they need not be in memory together."""
        turns = _in_turn(lines)
        first, second = next(turns), next(turns, None)
        if second is None:
            return cls._held_together("".join(first), first)
        from newsclean.pieces import Pieces

        bounds = array("I", [0])
        return cls.parted(Pieces(_bounded(chain((first, second), turns), bounds)), bounds)

    @classmethod
    def _held_together(cls, text: str, lines: list[str]) -> "Lines":
        if len(text) <= LONGEST_ARTICLE:
            return cls(text, held=lines)
        return cls.parted(text, array("I", accumulate(map(len, lines), initial=0)))

    @classmethod
    def parted(cls, text: "str | Pieces", bounds: "array[int]") -> "Lines":
        """Cut a text at its `bounds`, which begin with 0 and end with its length."""
        return cls(text, memoryview(bounds)[:-1], memoryview(bounds)[1:])

    @property
    def text(self) -> str:
        """The text that the lines are pieces of."""
        return self._text if isinstance(self._text, str) else self._text.whole()

    def pack(self) -> None:
        """Hold the text compressed until it is asked for, if it is long and these were joined."""
        if not isinstance(self._text, str):
            self._text.pack(LONGEST_ARTICLE)

    def __len__(self) -> int:
        """Return the number of lines."""
        return len(self.ends if self.held is None else self.held)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        """Return one line, or several."""
        if self.held is not None:
            return self.held[index]
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(len(self)))]
        return self._text[self.starts[index] : self.ends[index]]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the lines."""
        if self.held is None:
            if self.is_long():
                return map(self._text.__getitem__, map(slice, self.starts, self.ends))
            self.held = [self._text[start:end] for start, end in zip(self.starts, self.ends, strict=True)]
        return iter(self.held)

    def is_long(self) -> bool:
        """Tell whether the text is longer than any article."""
        return len(self._text) > LONGEST_ARTICLE

    def parts(self) -> Iterator[str]:
        """Iterate over the lines, or over parts of them if the text is longer than any article."""
        if not self.is_long():
            return iter(self)
        spans = zip(self.starts, self.ends, strict=True)
        return chain.from_iterable(in_parts(self._text, start, end) for start, end in spans)

    def hold(self, found: str) -> bool:
        """Tell whether a character stands in the text, without unpacking all of it."""
        if isinstance(self._text, str):
            return found in self._text
        return any(found in part for part in in_parts(self._text))

    def head(self, size: int) -> str:
        """Return the first `size` characters of the lines together."""
        found = ""
        for part in self.parts():
            found += part
            if len(found) >= size:
                break
        return found[:size]

    def shortened(self) -> "Lines":
        """Return the lines, those that are longer than any article in parts, beside whose ends is no damage.

        What is known of a line while it is rewritten takes several times as much memory as the line.
        """
        if max(map(sub, self.ends, self.starts), default=0) <= LONGEST_ARTICLE:
            return self
        starts, ends = array("I"), array("I")
        for start, end in zip(self.starts, self.ends, strict=True):
            ends.extend(_parted(self.text, start, end))
            starts.append(start)
            starts.extend(ends[len(starts) - 1 : -1])
        return self.elsewhere(starts, ends)

    def regrouped(self, parts: "Lines", lines: "Lines") -> "Lines":
        """Return what was made of `parts` of `lines`, which is these, as lines."""
        ends = array("I", (self.ends[bisect_left(parts.ends, end)] for end in lines.ends))
        return self.elsewhere(array("I", (0, *ends[:-1])), ends)

    def elsewhere(self, starts: Sequence[int], ends: Sequence[int]) -> "Lines":
        """Return other pieces of the same text."""
        return Lines(self._text, starts, ends)

    def replaced(self, chosen: bytearray, others: Iterator[str]) -> "Lines":
        """Return the lines with `others`, in turn, in place of those for which `chosen` has 1."""
        if self.is_long():
            return Lines.joined(next(others) if one else line for line, one in zip(self, chosen, strict=True))
        held = [*self]
        for place in compress(count(), chosen):
            held[place] = next(others)
        return self._held_together("".join(held), held)

    def some(self, places: Sequence[int]) -> "Lines":
        """Return the lines at `places`, which count from 0."""
        starts, ends = map(self.starts.__getitem__, places), map(self.ends.__getitem__, places)
        held = [self.held[place] for place in places] if self.held is not None else None
        return Lines(self._text, array("I", starts), array("I", ends), held)

    def differing(self, others: "Lines") -> Iterator[int]:
        """Yield the places, from 0, of lines that differ between these and as many `others`."""
        if not (self.is_long() and others.is_long()):
            return compress(count(), map(ne, self, others))
        return (place for place in range(len(self)) if self._differs(others, place))

    def _differs(self, others: "Lines", place: int) -> bool:
        """Compare two lines, in parts if they are long: either may be as long as its text."""
        start, end = self.starts[place], self.ends[place]
        at, until = others.starts[place], others.ends[place]
        if end - start != until - at:
            return True
        if end - start <= LONGEST_ARTICLE:
            return self._text[start:end] != others._text[at:until]
        return any(map(ne, in_parts(self._text, start, end), in_parts(others._text, at, until)))


def _parted(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where each part of a line ends: at a space between two letters of ASCII, or with the line."""
    at = start + LONGEST_ARTICLE
    while at := text.find(" ", at, end - 1) + 1:
        beside = text[at - 2] + text[at]
        if beside.isascii() and beside.isalpha():
            yield at
            at += LONGEST_ARTICLE
    yield end


class Chosen(Sequence[str]):
    """Some lines of a text, by their places, which may be shared with the lines before or after an edit."""

    def __init__(self, lines: Lines, places: Sequence[int]) -> None:
        """Take the lines at `places`."""
        self._lines = lines
        self._places = places

    def __len__(self) -> int:
        """Return the number of lines chosen."""
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> str: ...
    @overload
    def __getitem__(self, index: slice) -> list[str]: ...
    def __getitem__(self, index: int | slice) -> str | list[str]:
        """Return one line, or several."""
        if isinstance(index, slice):
            return [self._lines[place] for place in self._places[index]]
        return self._lines[self._places[index]]

    def __iter__(self) -> Iterator[str]:
        """Iterate over the lines."""
        return map(self._lines.__getitem__, self._places)


def in_parts(text: "str | Pieces", start: int = 0, end: int | None = None) -> Iterator[str]:
    """Yield a text, or what of it is between two places, in parts no longer than an article.

    What is made of the whole may take several times the memory of the text, and stay with the process.
    """
    end = len(text) if end is None else end
    for at in range(start, end, LONGEST_ARTICLE):
        yield text[at : min(at + LONGEST_ARTICLE, end)]


def _in_turn(lines: Iterable[str]) -> Iterator[list[str]]:
    """Yield groups of lines, each of about as many characters as the longest article has."""
    some: list[str] = []
    size = 0
    for line in lines:
        if size > LONGEST_ARTICLE:
            yield some
            some, size = [], 0
        some.append(line)
        size += len(line)
    yield some


def _bounded(pieces: Iterable[list[str]], bounds: "array[int]") -> Iterator[str]:
    """Yield each group of lines as one text, and add to `bounds` where its lines end."""
    for lines in pieces:
        bounds.extend(islice(accumulate(map(len, lines), initial=bounds[-1]), 1, None))
        yield "".join(lines)


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
        """Yield the line and the reason of each edit, which spares it being made."""
        return chain.from_iterable(zip(batch.numbers, batch.reasons, strict=True) for batch in self.batches)


NO_EDITS = Edits()


def compare(before: Sequence[str], after: Sequence[str | None], reason: str) -> Edits:
    """Return an edit for each line that differs between two sequences as long; None is a removed line."""
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
    before.pack()  # both may be long
    lines = Lines.joined(chain(islice(before, place), (line,), each))
    return lines, compare(before, lines, reason)


def rewritten_in_parts(
    lines: Lines, rewrite: Callable[[Lines], Iterable[str]], reason: str
) -> tuple[Lines, Edits]:
    """Return the lines after a stage that takes the parts of a long line for lines, and its edits."""
    parts = lines.shortened()
    made, edits = rewritten(parts, rewrite(parts), reason)
    if parts is lines:
        return made, edits
    if made is parts:
        return lines, NO_EDITS
    whole = made.regrouped(parts, lines)
    return whole, compare(lines, whole, reason)


def drop_mark(text: str) -> tuple[str, Edits]:
    """Drop byte order marks that are part of a text: a file may have two, of programs that each set one."""
    if not text.startswith(BYTE_ORDER_MARK):
        return text, NO_EDITS
    line = next(iter(Lines.split(text)))
    left = line.lstrip(BYTE_ORDER_MARK)
    return left + text[len(line) :], compare([line], [left or None], "mojibake:byte order mark")


class History:
    """Edits in the order they were made, under the line numbers of the input, whatever lines are gone."""

    def __init__(self) -> None:
        """Begin with no edit made."""
        self.edits = NO_EDITS
        self._stay = bytearray()  # which of the first lines of the input are still there

    def add(self, made: Edits) -> None:
        """Add edits whose lines are counted as the text has them now."""
        if not made.batches:  # as of most stages
            return
        if self._stay:
            made = Edits(*(batch._replace(numbers=self._placed(batch.numbers)) for batch in made.batches))
        self.edits += made
        for batch in made.batches:
            if isinstance(batch.after, Chosen):  # none of which is gone
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

    def _placed(self, numbers: Sequence[int]) -> Sequence[int]:
        known = array("I", islice(self.numbers(), max(numbers)))
        return array("I", [known[number - 1] for number in numbers])

    def numbers(self) -> Iterator[int]:
        """Yield, without end, which line of the input each line of the text is."""
        return chain(compress(count(1), self._stay), count(len(self._stay) + 1))


def undo(result: Result) -> str:
    """Rebuild, character for character, the text that `result` was cleaned from, or that its bytes held."""
    if not result.edits:
        return result.text
    gone = {edit.line for edit in result.edits if edit.after is None}
    numbers = (number for number in count(1) if number not in gone)
    lines = dict(zip(numbers, split_lines(result.text), strict=False))
    for edit in reversed(result.edits):
        lines[edit.line] = edit.before
    return "".join(lines[number] for number in sorted(lines))
