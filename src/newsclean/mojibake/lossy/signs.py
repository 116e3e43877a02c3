"""Signs behind names: `AquaPure™`.

A single place never distinguishes a sign from the marks that are a hundred times as frequent.  But an article
that has one sign has several, and the marks that they were taken for are all a little unlikely: what speaks
against each mark is added up.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import lru_cache
from sys import intern

from newsclean.mojibake.lossy.channels import Channel, images
from newsclean.mojibake.lossy.runs import context
from newsclean.mojibake.lossy.runs.context import APOSTROPHE, CLOSING, OTHER_SIGN, PARTING, QUESTION, QUOTING
from newsclean.mojibake.lossy.runs.items import NEIGHBOURS, Item, Placed
from newsclean.mojibake.lossy.runs.places import REACH, beginning, place_of, right_side
from newsclean.mojibake.lossy.runs.readings import Reading

SIGNS_OF_NAMES = "™®"  # the more frequent one first: it is taken where both have the same image
# The roles that a sign is taken for; a closing mark counts only if it closes nothing.
MISTAKEN = (CLOSING & QUOTING) | PARTING | {APOSTROPHE, QUESTION}
RIVALS = "’‘…–—”“«»"  # what may have the image of a sign
# The cost, in nats, of a sign behind a name in an article that has signs; and the cost of an article having
# any, as one in some hundred does.  Of 516 articles, the one that has 14 signs comes to 7 nats and more, no
# other one to more than 4.
SIGNED = 1.0
RARE = 5.5
# The cost, in nats, of a question mark behind a name, and of a row of them, where the sentence goes on.
# Where it ends, they are nothing unusual.
ASIDE, ROW = 2.0, 3.0
ENDS = ("$", "_A")
# The shapes of words that begin with a small letter, as `places.category` names them.
SMALL = tuple(f"<{length}{last}" for length in "123" for last in ("s", "z", ">"))


class Names:
    """The names in a document behind which a sign may have stood, and what speaks for that."""

    def __init__(self, channel: Channel, language: str) -> None:
        """Take the channel, and the document's language; not in English, a name may end in a lost letter."""
        self._signs = _mistaken_signs(channel)
        self._rows = any(len(lost) > 1 and not lost.strip("?") for lost in self._signs)
        self._language = language
        self._evidence: dict[str, float] = {}
        # For each name: its line, where the possible sign behind it ends, and the name.
        self._lines = array("I")
        self._ends = array("I")
        self._names: list[str] = []

    @property
    def possible(self) -> bool:
        """Whether any sign may be taken for something else in the document."""
        return bool(self._signs) and self._language == "en"

    def concern(self, reading: Reading) -> bool:
        """Tell whether `see` may find a name before a run; a no is certain and spares the line a search."""
        if len(reading.items) > 1:
            return self._rows or any(item.image in self._signs for _, item in reading.items)
        _, item = reading.items[0]
        left, right = reading.place.left, reading.place.right
        return (
            item.image in self._signs
            and item.role in MISTAKEN
            and left.kind in ("a", "A")
            and not left.word.startswith(SMALL)
            and right.kind[0] in NEIGHBOURS["™"][1]
        )

    def see(self, number: int, line: str, items: list[Placed]) -> None:
        """Note the names in a line and what speaks for signs behind them; lines must come in order."""
        if not self.possible:
            return
        if self._rows:
            items = list(self._rows_as_one(items))
        opened = ""  # which quotations stand open
        for end, item in items:
            name = self._name(line, end, item) if context.after(opened, item.role) == opened else ""
            if name:
                self._lines.append(number)
                self._ends.append(end)
                self._names.append(intern(name))
                self._evidence[name] = self._evidence.get(name, 0.0) + self._doubt(line, end, item, opened)
            opened = context.after(opened, item.role)

    def _rows_as_one(self, items: list[Placed]) -> Iterator[Placed]:
        """Yield the items, with each row of question marks that may be the image of a sign as one."""
        row = ""
        for at, (end, item) in enumerate(items):
            row = row + item.image if item.role == QUESTION else ""
            following = items[at + 1 : at + 2]
            if row and following and following[0][1].role == QUESTION and following[0][0] == end + 1:
                continue
            if len(row) > 1 and row in self._signs:
                yield end, Item(row, row, QUESTION, 0.0)
            elif row:
                yield from items[at + 1 - len(row) : at + 1]
            else:
                yield end, item
            row = ""

    def _name(self, line: str, end: int, item: Item) -> str:
        """Return the name behind which an item that ends at `end` may be a sign, or nothing."""
        start = end - len(item.image)
        if item.role not in MISTAKEN or item.image not in self._signs or line[end : end + 1].isalnum():
            return ""
        word = line[max(0, start - REACH) : start].rpartition(" ")[2]
        if not (word.isalpha() and word[0].isupper()):
            return ""
        if item.role == QUESTION and "?" in beginning(line, start):
            return ""  # the sentence is a question
        return word if right_side(line, end).kind[0] in NEIGHBOURS["™"][1] else ""

    def _doubt(self, line: str, end: int, item: Item, state: str) -> float:
        """Return by how many nats a sign is likelier than the item as it was read, or 0."""
        place = place_of(line, end - len(item.image), end, self._language)
        if item.role != QUESTION:
            cost = context.costs(*place, state)[context.ROLE_AT[item.role]]
        elif place.right.kind in ENDS:
            return 0.0
        else:
            cost = ROW if len(item.image) > 1 else ASIDE
        return max(cost - SIGNED, 0.0)

    def bore_signs(self) -> bool:
        """Tell whether the names in the document bore signs."""
        return sum(self._evidence.values()) >= RARE

    def stand_in(self, number: int) -> bool:
        """Tell whether a line has a name behind which a sign may have stood."""
        return bisect_left(self._lines, number) < bisect_right(self._lines, number)

    def signed(self, number: int, items: list[Placed]) -> list[Placed]:
        """Return the items of a line with signs behind its names; `items` are those that are proven."""
        there = range(bisect_left(self._lines, number), bisect_right(self._lines, number))
        ends = {self._ends[at] for at in there if self._evidence[self._names[at]]}
        # Where `see` was shown one image, only a part of it may be proven.
        return [
            (end, item._replace(original=self._signs[item.image], role=OTHER_SIGN))
            if end in ends and item.image in self._signs
            else (end, item)
            for end, item in (self._rows_as_one(items) if self._rows else items)
        ]


@lru_cache(256)
def _mistaken_signs(channel: Channel) -> dict[str, str]:
    """Return the images of signs that marks have as well, each with its sign."""
    mistaken = {"?", *images(channel.legs, RIVALS)}
    lost = dict(zip(images(channel.legs, SIGNS_OF_NAMES[::-1]), SIGNS_OF_NAMES[::-1], strict=True))
    return {left: sign for left, sign in lost.items() if left and (left in mistaken or not left.strip("?"))}
