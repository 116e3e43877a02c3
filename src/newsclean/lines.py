"""A text as its lines, and where a line ends.

Lines are cut from their text only when they are asked for: as objects they take several times as much memory.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, compress, count, islice
from operator import ne, sub
from typing import TYPE_CHECKING, overload

if TYPE_CHECKING:
    from newsclean.pieces import Pieces

# Expressions for a line: any, and one in a text without CR, which is several times as fast.  (Splitting
# through `io.StringIO` would take four times the memory of the text in addition.)
_LINES = r"[^\r\n]*+(?:\r\n?|\n)|[^\r\n]++"
_FEED_LINES = r".*+\n|.++"


def split_lines(text: str) -> list[str]:
    r"""Split at LF, CRLF and CR only, endings kept: `"".join` gives the text back.

    `str.splitlines` would also break at U+0085, which in a news article is a Windows ellipsis that
    was read as Latin-1, and at U+2028.
    """
    return re.findall(_LINES if "\r" in text else _FEED_LINES, text)


# The length, in characters, above which a text is no article; a page or a whole archive may be longer.
LONGEST_ARTICLE = 100_000
ASCII = bytes(range(128))


class Lines(Sequence[str]):
    """Pieces of a text, such as its lines, each known by where it starts and ends.

    The pieces of an article are held as strings, since stage after stage asks for them; those of a longer
    text are cut from it each time.
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
        """Where each piece starts; computed on demand, since it is seldom asked for of an article."""
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
        """Return the lines of a text, split as by `split_lines`."""
        if len(text) <= LONGEST_ARTICLE:
            return cls._held_together(text, split_lines(text))
        lines = re.finditer(_LINES if "\r" in text else _FEED_LINES, text)
        return cls.cut(text, array("I", chain((0,), map(re.Match.end, lines))))

    @classmethod
    def joined(cls, lines: Iterable[str]) -> "Lines":
        """Join lines, whatever their endings, one after the other: they need not be in memory together."""
        turns = _in_turn(lines)
        first, second = next(turns), next(turns, None)
        if second is None:
            return cls._held_together("".join(first), first)
        from newsclean.pieces import Pieces

        bounds = array("I", [0])
        return cls.cut(Pieces(_bounded(chain((first, second), turns), bounds)), bounds)

    @classmethod
    def _held_together(cls, text: str, lines: list[str]) -> "Lines":
        if len(text) <= LONGEST_ARTICLE:
            return cls(text, held=lines)
        return cls.cut(text, array("I", accumulate(map(len, lines), initial=0)))

    @classmethod
    def cut(cls, text: "str | Pieces", bounds: "array[int]") -> "Lines":
        """Cut a text at its `bounds`, which begin with 0 and end with its length."""
        return cls(text, memoryview(bounds)[:-1], memoryview(bounds)[1:])

    @property
    def text(self) -> str:
        """The text whose pieces the lines are."""
        return self._text if isinstance(self._text, str) else self._text.whole()

    def pack(self) -> None:
        """Hold the text compressed until it is asked for, if it is long and was joined from lines."""
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
        """Return the lines, with those longer than any article split where no damage is near.

        What is known of a line while it is rewritten takes several times the memory of the line.
        """
        if not self.is_long() or max(map(sub, self.ends, self.starts)) <= LONGEST_ARTICLE:
            return self
        starts, ends = array("I"), array("I")
        for start, end in zip(self.starts, self.ends, strict=True):
            ends.extend(_ends_of_parts(self.text, start, end))
            starts.append(start)
            starts.extend(ends[len(starts) - 1 : -1])
        return self.elsewhere(starts, ends)

    def regrouped(self, parts: "Lines", lines: "Lines") -> "Lines":
        """Return these pieces, which were made of the `parts` of `lines`, joined to lines again."""
        ends = array("I", (self.ends[bisect_left(parts.ends, end)] for end in lines.ends))
        return self.elsewhere(array("I", (0, *ends[:-1])), ends)

    def elsewhere(self, starts: Sequence[int], ends: Sequence[int]) -> "Lines":
        """Return other pieces of the same text."""
        return Lines(self._text, starts, ends)

    def replaced(self, chosen: bytearray, others: Iterator[str]) -> "Lines":
        """Return the lines with those for which `chosen` has 1 replaced by `others`, in order."""
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
        """Compare two lines, part by part if they are long: either may be as long as its text."""
        start, end = self.starts[place], self.ends[place]
        at, until = others.starts[place], others.ends[place]
        if end - start != until - at:
            return True
        if end - start <= LONGEST_ARTICLE:
            return self._text[start:end] != others._text[at:until]
        return any(map(ne, in_parts(self._text, start, end), in_parts(others._text, at, until)))


def _ends_of_parts(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where each part of a line ends: after a space between two letters of ASCII, or with the line."""
    at = start + LONGEST_ARTICLE
    while at := text.find(" ", at, end - 1) + 1:
        beside = text[at - 2] + text[at]
        if beside.isascii() and beside.isalpha():
            yield at
            at += LONGEST_ARTICLE
    yield end


class Chosen(Sequence[str]):
    """Some lines of a text, by their places; the lines before and after an edit may share these."""

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
    """Yield a text, or what is between two places in it, in parts no longer than an article.

    Anything that is made of a whole long text may take several times its memory, and stay with the process.
    """
    end = len(text) if end is None else end
    for at in range(start, end, LONGEST_ARTICLE):
        yield text[at : min(at + LONGEST_ARTICLE, end)]


def beyond_ascii(text: str) -> str:
    """Return the characters of a text that are not ASCII."""
    return text.encode("utf-8", "surrogatepass").translate(None, ASCII).decode("utf-8", "surrogatepass")


def at_spaces(text: str) -> Iterator[str]:
    """Yield a text in parts that end with a space, so that no word is split; an article is one part.

    As `in_parts`, where words are looked for.
    """
    end = 0
    while end < len(text):
        start, end = end, text.find(" ", end + LONGEST_ARTICLE) + 1 or len(text)
        yield text[start:end]


def _in_turn(lines: Iterable[str]) -> Iterator[list[str]]:
    """Yield groups of lines, each with about LONGEST_ARTICLE characters."""
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
