"""Tables in text files of which only the pages are read that a line leads to.

Splitting a whole table into rows takes as long as all the rest of a plain start.  So rows stand on pages, by
a number that is computed from their heads, for instance their first letters.  The first line of the table
says, in DIGITS digits each, at which byte each page starts, and where the last one ends.  Here are three
pages, the first one empty:

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
# After so many looks at a table all the rest of it is read, so that nothing needs to be looked up any more.
# By then, lines have led to a quarter of the anchors of rules.
MANY_LOOKS = 70


def load(name: str) -> mmap.mmap:
    """Return the table in a file of FOLDER, mapped into memory, so that it is read only where needed."""
    with open(os.path.join(FOLDER, name), "rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def number_of(head: str, count: int) -> int:
    """Return the number of the page, among `count`, that has the rows of a head."""
    return int.from_bytes(head.encode("utf-8", "surrogatepass"), "big") % count


class Pages:
    """The pages of a table: there are `count`, and `open` tells whether some may not have been read.

    Once none is left, `turn_to` must not be called any more.
    """

    def __init__(self, table: bytes | mmap.mmap) -> None:
        """Take a table as `bind` makes it, or an empty one."""
        self._table = table
        first = table[:DIGITS]  # the first page starts right after the line of numbers
        self.count = int(first) // DIGITS - 1 if first else 0
        self.open = self.count > 0
        self._looks = 0
        self._heads: set[str] = set()
        self._read: set[int] = set()

    def turn_to(self, heads: Iterable[str]) -> Iterator[bytes]:
        """Yield those pages of `heads` that have not been read yet; after MANY_LOOKS, all such pages."""
        self._looks += 1
        new = {*heads} - self._heads
        if self._looks < MANY_LOOKS:
            numbers = {number_of(head, self.count) for head in new}
        else:
            numbers = {*range(self.count)}
        numbers -= self._read
        yield from filter(None, map(self.page, numbers))
        # Noted only now, after they were read, as another thread may need them too.
        self._heads |= new
        self._read |= numbers
        self.open = len(self._read) < self.count
        if not self.open:  # nobody asks any more
            self._heads, self._read = set(), set()

    def page_of(self, head: str) -> bytes:
        """Return the rows of the page that has those of a head."""
        return self.page(number_of(head, self.count))

    def page(self, number: int) -> bytes:
        """Return the rows of one page."""
        at = DIGITS * number
        start, end = self._table[at : at + DIGITS], self._table[at + DIGITS : at + 2 * DIGITS]
        return self._table[int(start) : int(end)]


def bind(pages: list[bytes]) -> bytes:
    """Return a table of these pages, in the order of their numbers."""
    at = DIGITS * (len(pages) + 1) + 1
    starts = [at]
    for page in pages:
        at += len(page)
        starts.append(at)
    return b"".join([*(b"%0*d" % (DIGITS, start) for start in starts), b"\n", *pages])


NO_PAGES = Pages(b"")
