"""Tables in text, of which only those pages are read that a line leads to.

To part a table into its rows takes as long as the rest of a plain start.  So rows stand on pages, by a number
that is made of their heads, for instance of their first letters; and the first line of the table has, in
DIGITS digits each, at which byte each page starts and where the last one ends.  Of these three the first one
is empty:

    00000033000000330000004400000054
    αβγ	1.2
    δε	-0.3

`prepare` writes such tables.
"""

import mmap
import os
from collections.abc import Iterable, Iterator

FOLDER = os.path.join(os.path.dirname(__file__), "tables")
DIGITS = 8
# After so many looks at a table the rest of it is read at one go: thereafter nothing has to be asked.  Of the
# anchors of rules so many lines have led to a quarter.
MANY_LOOKS = 70


def load(name: str) -> mmap.mmap:
    """Return the table of a file in FOLDER, mapped into memory: nothing of it is read before it is needed."""
    with open(os.path.join(FOLDER, name), "rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def number_of(head: str, count: int) -> int:
    """Return the number of the page, of `count`, on which the rows of a head stand."""
    return int.from_bytes(head.encode("utf-8", "surrogatepass"), "big") % count


class Pages:
    """The pages of a table, `count` of them; `open` tells whether some may not have been read."""

    def __init__(self, table: bytes | mmap.mmap) -> None:
        """Take a table as `bind` makes it, or an empty one."""
        self._table = table
        first = table[:DIGITS]  # behind the line of numbers
        self.count = int(first) // DIGITS - 1 if first else 0
        self.open = self.count > 0
        self._looks = 0
        self._heads: set[str] = set()
        self._read: set[int] = set()

    def turn_to(self, heads: Iterable[str]) -> Iterator[bytes]:
        """Yield the pages of `heads` that have not been read; after MANY_LOOKS all of them."""
        self._looks += 1
        new = {*heads} - self._heads
        if self._looks < MANY_LOOKS:
            numbers = {number_of(head, self.count) for head in new}
        else:
            numbers = {*range(self.count)}
        numbers -= self._read
        yield from filter(None, map(self.page, numbers))
        # Only now have they been read: another thread may need them as well.
        self._heads |= new
        self._read |= numbers
        self.open = len(self._read) < self.count

    def page_of(self, head: str) -> bytes:
        """Return the rows of the page on which those of a head stand."""
        return self.page(number_of(head, self.count))

    def page(self, number: int) -> bytes:
        """Return the rows of one page."""
        at = DIGITS * number
        start, end = self._table[at : at + DIGITS], self._table[at + DIGITS : at + 2 * DIGITS]
        return self._table[int(start) : int(end)]


def bind(pages: list[bytes]) -> bytes:
    """Return a table of these pages, by their numbers."""
    at = DIGITS * (len(pages) + 1) + 1
    starts = [at]
    for page in pages:
        at += len(page)
        starts.append(at)
    return b"".join([*(b"%0*d" % (DIGITS, start) for start in starts), b"\n", *pages])


NO_PAGES = Pages(b"")
