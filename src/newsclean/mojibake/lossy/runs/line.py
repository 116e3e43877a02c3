"""A line of a document: which runs of it may be damage, and where they stand."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from newsclean.mojibake.lossy.runs.context import LETTER
from newsclean.mojibake.lossy.runs.items import STUMP, Item, Placed
from newsclean.mojibake.lossy.runs.places import (
    ITEM,
    REACH,
    Place,
    Side,
    beginning,
    begun_if_known,
    left_side,
    right_side,
)
from newsclean.mojibake.lossy.runs.readings import KNOWN, Reading

LONGEST_RUN = 60  # characters of a run; a longer one is no text
GAP = " \t"
AHEAD = 4  # lines, this one and the next ones, in which a quotation may be continued

# Everything that may be part of a run under any channel: characters beyond ASCII and a few marks, with blanks
# between.  It is written as all except the rest of ASCII: Python takes a hundred times as long to compile a
# range up to the last character of Unicode.
STRETCH = re.compile(r"""[^\x00-!#-&(->@-\x7f]+(?:[ \t]+[^\x00-!#-&(->@-\x7f]+)*""")
# The rest of ASCII as bytes: deleting these from a line is a tenth of the work.
REST = bytes(byte for byte in range(128) if byte not in b"\"'?")
ANY = "utf-8", "surrogatepass"
PIECE = r"[^\0 \t]+(?:[ \t]+[^\0 \t]+)*"

# An â that is left of a mark before a capital: it is no letter of that word.
OPENING_STUMP = rf"{STUMP}(?=[A-Z])(?<![^\W\d_]{STUMP})"

# What opens an item of a list, whole or damaged; and how many lines on either side are searched for other
# items, as some lines are empty.
ITEM_HEAD = re.compile(r"[^A-Za-z0-9_\s]{1,12} ")
BESIDE = 2

# Signs of an address; and what must stand before a path: `K??hler/Meyer` is none.
ADDRESS = ("://", "www.", "=", "&")
DOMAIN = re.compile(r"\w\.\w")
HOST = re.compile(r"www\.|https?://")
# What opens a group of a regular expression, as in `(?i)`; but `child(?s)` may have lost its apostrophe.
GROUP = re.compile(r"\(\?(?:(?<!\w\(\?)[aiLmsux]{1,4}[):]|[:=!>#]|P?<[=!\w])")
NAMED = ('"?"', "'?'")  # a question mark that the line speaks of
# The end of a line of code, and how many last characters of a line are searched for it.
STATEMENT = re.compile(r"(?:\w\([^()]*\)|[\]}`]);\s*$|[{}]\s*$")
AT_END = 200
# A line without any of these holds no code, and does not speak of the mark.
CODE = (*ADDRESS, "/", "(?", *NAMED, ";", "{", "}")


def is_item(lines: Sequence[str], number: int) -> bool:
    """Tell whether a line is an item of a list: it opens with a mark and a blank, as does one beside it."""
    head = ITEM_HEAD.match(lines[number])
    if head is None:
        return False
    beside = [*reversed(lines[max(0, number - BESIDE) : number])], lines[number + 1 : number + 1 + BESIDE]
    return any(next((line for line in side if line.strip()), "").startswith(head[0]) for side in beside)


# The letters of a line that were looked up, by end and image: each with the letter, if any, and by how many
# nats that is costlier than one of a listed word.
LookedUp = dict[tuple[int, str], tuple[str | None, float]]


class LineReading:
    """How a line is read: the cost, in nats, each run's start and reading, and the letters looked up."""

    __slots__ = ("cost", "looked_up", "runs")

    def __init__(self, cost: float, runs: list[tuple[int, Reading]], looked_up: LookedUp) -> None:
        """Take what the class describes."""
        self.cost = cost
        self.runs = runs
        self.looked_up = looked_up

    def readings(self) -> Iterator[Reading]:
        """Yield how each run is read."""
        return (reading for _, reading in self.runs)

    def items(self) -> Iterator[Placed]:
        """Yield the items of all runs and where each ends in the line."""
        return (item for start, reading in self.runs for item in self.items_of(start, reading))

    def items_of(self, start: int, reading: Reading) -> list[Placed]:
        """Return the items of the run at `start` and where each ends in the line."""
        return [
            (start + end, self._as_looked_up(item, start + end) if item.role == LETTER else item)
            for end, item in reading.items
        ]

    def _as_looked_up(self, item: Item, end: int) -> Item:
        """Return a letter that ends at `end` in its line as it was looked up, with its cost."""
        letter, surcharge = self.looked_up[end, item.image]
        return Item(item.image, letter or item.image, "l", KNOWN + surcharge)


def is_plain(text: str) -> bool:
    """Tell whether nothing in a text can be part of a run; takes a tenth of the search for runs."""
    return text.isascii() and "?" not in text and '"' not in text and "'" not in text


class Spot:
    """A run in its place: one object for all equal ones, so that it is fast to look up."""

    __slots__ = ("place", "run")

    def __init__(self, run: str, place: Place) -> None:
        """Take a run and its place; look it up in `Between` instead."""
        self.run = run
        self.place = place

    @property
    def is_within_word(self) -> bool:
        """Whether small letters stand on either side."""
        return self.place.left.kind == "a" and self.place.right.kind == "a"


class Between(dict[str, Spot]):
    """A run between two sides: its spot by how the sentence began; `begun` if that need not be looked for."""

    __slots__ = ("_place", "_run", "begun")

    def __init__(self, run: str, left: Side, right: Side, language: str) -> None:
        """Take the run, its sides, and the document's language; call `_between` instead."""
        self._run = run
        self._place = Place(left, right, "", language)
        self.begun = begun_if_known(left, right, len(run) > 1)

    def __missing__(self, begun: str) -> Spot:
        """Make the spot in a sentence that began so."""
        return self.setdefault(begun, Spot(self._run, self._place._replace(begun=begun)))


_between = lru_cache(1 << 10)(Between)


class Line:
    """A line of a document: which runs of it may be damage, and where they stand.

    `foreign` are all characters of it that may be part of a run; `readings` are those of lattices so far.
    """

    def __init__(self, lines: Sequence[str], number: int, language: str, longest: int | None = None) -> None:
        """Take one of `lines`, by its index, and no more than its first `longest` characters.

        `language` is the document's language, or empty if it has none or several.
        """
        self.text = text = lines[number][:longest]
        self.readings: dict[object, LineReading] = {}
        self._lines = lines
        self._number = number
        self._language = language
        self._seen = re.sub(OPENING_STUMP, "“", text) if STUMP in text else text
        self.foreign = frozenset(text.encode(*ANY).translate(None, REST).decode(*ANY))
        self._spots: dict[frozenset[str], list[tuple[int, Spot]]] = {}

    @property
    def following(self) -> Sequence[str]:
        """The next lines, which decide what a quotation costs that this line leaves open."""
        return self._lines[self._number + 1 : self._number + AHEAD]

    def spots(self, members: frozenset[str]) -> list[tuple[int, Spot]]:
        """Return start and spot of each run of `members`, except runs that are too long or belong to code.

        A run may hold blanks.  The answer is remembered, as most channels have the same members in a line.
        """
        present = members & self.foreign
        spots = self._spots.get(present)
        if spots is None:
            code = "?" in present and any(map(self.text.__contains__, CODE))
            statement = code and STATEMENT.search(self.text, max(0, len(self.text) - AT_END)) is not None
            spots = self._spots[present] = [
                (start, self._spot(start, run))
                for start, run in self._runs(present)
                if len(run) <= LONGEST_RUN and not (code and _in_code(self.text, start, run, statement))
            ]
        return spots

    def _spot(self, start: int, run: str) -> Spot:
        left, right = left_side(self._seen, start), right_side(self._seen, start + len(run))
        if start == 0 and is_item(self._lines, self._number):
            left = ITEM
        between = _between(run, left, right, self._language)
        return between[beginning(self._seen, start) if between.begun is None else between.begun]

    def _runs(self, members: frozenset[str]) -> Iterator[tuple[int, str]]:
        foreign = self.foreign - members - set(GAP)
        for stretch in STRETCH.finditer(self.text):
            if not foreign or foreign.isdisjoint(stretch[0]):
                yield stretch.start(), stretch[0]
            else:
                kept = "".join(["\0" if char in foreign else char for char in stretch[0]])
                yield from [(stretch.start() + run.start(), run[0]) for run in re.finditer(PIECE, kept)]


def _in_code(line: str, start: int, run: str, statement: bool) -> bool:
    """Tell whether a run of question marks is one that the line speaks of, or belongs to code.

    Code is a program, if the line is a `statement`, a regular expression or an address.
    """
    if not (run.isascii() and "?" in run):
        return False
    end = start + len(run)
    if statement or any(map(line[max(0, start - 1) : end + 1].__contains__, NAMED)):
        return True
    if start > 0 and GROUP.match(line, start - 1):
        return True
    # Only a part of the line is searched, as it may have no blanks.
    before = line[max(0, start - 4 * REACH) : start].rpartition(" ")[2]
    behind = line[end : end + 4 * REACH].partition(" ")[0]
    return _in_address(before, run, behind)


def _in_address(before: str, run: str, behind: str) -> bool:
    """Tell whether question marks belong to an address, given what stands right before and behind them."""
    opens = not before and HOST.match(behind)
    closes = before[-1:].isalnum() and not any(map(str.isalnum, behind))
    if opens or closes:  # rather a mark around an address
        return False
    if any(sign in before or sign in behind for sign in ADDRESS):
        return True
    path = (before + run + behind).rpartition("/")
    return bool(path[1]) and (not path[0] or DOMAIN.search(path[0]) is not None)
