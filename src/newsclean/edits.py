"""What cleaning changed, in a form that can be shown and undone.

Every stage reads lines and answers with the lines it would rather have; the difference is an
`Edit` a line.  A line may be edited by several stages in turn: its edits then form a chain in
which each `before` is the `after` that precedes it.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import count, islice
from typing import Literal, NamedTuple, TypeVar, get_args

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
    `text`, `given`, `bom`, `utf-8`, `nearly utf-8`, `windows marks`, `western letters` and `chardet`.
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
    """A cleaned article: its text, the edits in the order they were made, its decoding, what stays broken."""

    text: str
    edits: tuple[Edit, ...]
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
_BARE_LINES = r"([^\r\n]*+)(?:\r\n?|\n|\Z)"
_BARE_FEED_LINES = r"(.*+)(?:\n|\Z)"


def split_lines(text: str) -> list[str]:
    r"""Split at LF, CRLF and CR only, endings kept: `"".join` gives the text back.

    `str.splitlines` would also break at U+0085, which in a news article is a Windows ellipsis that
    was read as Latin-1, and at U+2028.
    """
    return re.findall(_LINES if "\r" in text else _FEED_LINES, text)


def each_line(text: str) -> Iterator[str]:
    """Yield the same lines without their endings, and an empty one more: a list takes more than the text."""
    lines = _BARE_LINES if "\r" in text else _BARE_FEED_LINES
    return (line[1] for line in re.finditer(lines, text))


def compare(before: Sequence[str], after: Sequence[str | None], reason: str) -> list[Edit]:
    """Return an edit for each line that differs between two equally long lists; None is a removed line."""
    return [
        Edit(number, old, new, reason)
        for number, (old, new) in enumerate(zip(before, after, strict=True), 1)
        if old != new
    ]


def drop_mark(text: str) -> tuple[str, list[Edit]]:
    """Drop byte order marks that are part of a text: a file may have two, of programs that each set one."""
    if not text.startswith(BYTE_ORDER_MARK):
        return text, []
    line = split_lines(text)[0]
    left = line.lstrip(BYTE_ORDER_MARK)
    return left + text[len(line) :], [Edit(1, line, left or None, "mojibake:byte order mark")]


Numbered = TypeVar("Numbered", Edit, Damage)


class History:
    """Edits in the order they were made, under the line numbers of the input, whatever lines are gone."""

    def __init__(self) -> None:
        """Begin with no edit made."""
        self.edits: list[Edit] = []
        self._gone: set[int] = set()

    def add(self, made: list[Edit]) -> None:
        """Add edits whose lines are counted as the text has them now."""
        if not made:  # as of most stages; the rest takes half a microsecond
            return
        placed = self.placed(made)
        self.edits += placed
        self._gone.update([edit.line for edit in placed if edit.after is None])

    def placed(self, found: list[Numbered]) -> list[Numbered]:
        """Translate line numbers of the text as it is now into numbers of the input."""
        if not self._gone or not found:
            return found
        numbers = list(islice(self.numbers(), max(each.line for each in found)))
        return [each._replace(line=numbers[each.line - 1]) for each in found]

    def numbers(self) -> Iterator[int]:
        """Yield, without end, which line of the input each line of the text is."""
        return (number for number in count(1) if number not in self._gone)


def undo(result: Result) -> str:
    """Rebuild, character for character, the text that `result` was cleaned from, or that its bytes held."""
    if not result.edits:
        return result.text
    history = History()
    history.add(list(result.edits))
    lines = dict(zip(history.numbers(), split_lines(result.text), strict=False))
    for edit in reversed(result.edits):
        lines[edit.line] = edit.before
    return "".join(lines[number] for number in sorted(lines))
