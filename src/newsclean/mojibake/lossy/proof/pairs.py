"""Pairs: the marks in a line that open and close a quotation together."""

import re
from collections.abc import Iterable, Iterator

from newsclean.mojibake.lossy.runs.context import CLOSED_BY, CLOSING, after
from newsclean.mojibake.lossy.runs.items import Placed

# What stands before the mark that closes a sentence of speech.
BEFORE_CLOSING = tuple(".,!?…")
# A degree sign, whatever is left of it.
DEGREE = r"\d ?[^\w\s]{1,3}[CF]\b"


class Pairs:
    """The ends of the marks in a line that open and close a quotation together, found when asked for."""

    __slots__ = ("_items", "_line", "_partners")

    def __init__(self, items: Iterable[Placed], line: str) -> None:
        """`items` are all of the line."""
        self._items = items
        self._line = line
        self._partners: dict[int, int] | None = None

    def partner(self, end: int) -> int:
        """Return the end of the partner of the mark that ends at `end`, or 0."""
        if self._partners is None:
            self._partners = {}
            for opening, closing in _pairs(self._items, self._line):
                self._partners[self._partners.get(opening, 0)] = 0  # another one has closed it
                self._partners |= {opening: closing, closing: opening}
        return self._partners.get(end, 0)

    def quote(self, end: int) -> bool:
        """Tell whether a mark that ends at `end` has a partner that is no degree sign: `6 °C`."""
        other = self.partner(end)
        return other > 0 and re.match(DEGREE, self._line[max(0, other - 3) : other + 2]) is None


def _pairs(items: Iterable[Placed], line: str) -> Iterator[tuple[int, int]]:
    """Yield the ends of each two marks among the items of a line that open and close a quotation together.

    If two close one quotation, the second one behind a full stop or a comma, that one is named later.
    """
    opened: dict[str, int] = {}
    state = ""
    for end, item in items:
        behind = after(state, item.role)
        start = end - len(item.image)
        if len(behind) > len(state):
            opened[item.role] = end
        elif len(behind) < len(state):
            before = opened[state[len(behind)]]
            if before < start:  # else nothing is quoted
                yield before, end
        elif item.role in CLOSING and line[start - 1 : start] in BEFORE_CLOSING:
            closed = opened.pop(CLOSED_BY[item.role], 0)
            if closed and not state:  # rather by this one than by one before it
                yield closed, end
        state = behind
