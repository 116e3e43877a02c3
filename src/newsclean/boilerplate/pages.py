"""Tables in text files of which only the pages that a line needs are read.

Splitting a whole table into rows takes as long as all the rest of a plain start.  So this is a hash table on
disk: the head of a row, for instance its first letters, gives the number of the page on which it stands.  The
first line of the file says, in DIGITS digits each, at which byte each page starts, and where the last one
ends.  Here are three pages, the first one empty:

    00000033000000330000004400000054
    αβγ	1.2
    δε	-0.3

`prepare` writes such tables.
"""

import os
from collections.abc import Iterable, Iterator

from newsclean.tables import Table

FOLDER = os.path.join(os.path.dirname(__file__), "tables")
DIGITS = 8
# After this many calls of `turn_to` all the rest of a table is read, so that nothing need be looked up any
# more.  By then, lines have needed a quarter of the anchors of rules.
MANY_LOOKS = 70
# How many pages are read together then.
TOGETHER = 1024


def load(name: str) -> Table:
    """Return the table in a file of FOLDER, which is read only where needed."""
    return Table(os.path.join(FOLDER, name))


def number_of(head: str, count: int) -> int:
    """Return the number of the page, among `count`, that has the rows of a head."""
    return int.from_bytes(head.encode("utf-8", "surrogatepass"), "big") % count


class Pages:
    """The `count` pages of a table; `open` tells whether some of them may not have been read.

    Once all have been read, `turn_to` must not be called any more.
    """

    def __init__(self, table: bytes | Table) -> None:
        """Take a table as `bind` makes it, or an empty one."""
        self._table = table
        first = table[:DIGITS]  # the first page starts right after the line of numbers
        self._starts = table[: int(first)] if first else b""
        self.count = max(0, len(self._starts) // DIGITS - 1)
        self.open = self.count > 0
        self._looks = 0
        self._heads: set[str] = set()
        self._read: set[int] = set()

    def turn_to(self, heads: Iterable[str]) -> Iterator[bytes]:
        """Yield those pages of `heads` that have not been read yet; after MANY_LOOKS, the whole table."""
        self._looks += 1
        if self._looks >= MANY_LOOKS:
            for first in range(0, self.count, TOGETHER):
                yield self._pages(first, min(first + TOGETHER, self.count))
            self.open, self._heads, self._read = False, set(), set()  # nobody asks any more
            return
        new = {*heads} - self._heads
        numbers = {number_of(head, self.count) for head in new} - self._read
        yield from filter(None, map(self.page, numbers))
        # Noted only now, after they were read, as another thread may need them too.
        self._heads |= new
        self._read |= numbers
        self.open = len(self._read) < self.count

    def page_of(self, head: str) -> bytes:
        """Return the rows of the page that has those of a head."""
        return self.page(number_of(head, self.count))

    def page(self, number: int) -> bytes:
        """Return the rows of one page."""
        return self._pages(number, number + 1)

    def _pages(self, first: int, end: int) -> bytes:
        """Return the rows of the pages from one number up to another."""
        at, to = DIGITS * first, DIGITS * end
        start, stop = self._starts[at : at + DIGITS], self._starts[to : to + DIGITS]
        return self._table[int(start) : int(stop)] if start != stop else b""


def bind(pages: list[bytes]) -> bytes:
    """Return a table of these pages, in the order of their numbers."""
    at = DIGITS * (len(pages) + 1) + 1
    starts = [at]
    for page in pages:
        at += len(page)
        starts.append(at)
    return b"".join([*(b"%0*d" % (DIGITS, start) for start in starts), b"\n", *pages])


NO_PAGES = Pages(b"")
