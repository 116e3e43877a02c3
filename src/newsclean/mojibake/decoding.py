"""Joint decoding of a paragraph: of all readings of all its broken runs, the one that costs least.

A broken run is read as a row of images, each with the originals that it may have had.  What a reading
costs depends on the neighbours of each mark and on the quotations that stand open: the search walks
along the line and keeps, for each state of quotation and each last mark, the cheapest way there.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from newsclean.mojibake.channels import Channel, image
from newsclean.mojibake.context import BLANKS, left_class, neighbour_cost, right_class, wording_cost
from newsclean.mojibake.spelling import OWN, Letters
from newsclean.mojibake.words import Document

# The marks that channels damage, with their roles in `context`, in any language ...
ROLES = {
    "’": "a",
    "–": "n",
    "—": "m",
    "…": "e",
    "•": "b",
    "\xa0": "s",
    "£": "$",
    "€": "$",
    "°": "°",
    "′": "°",
}
# ... and the quotation marks of some (CLDR, `delimiters`).
QUOTATION = {
    "en es it nl pt tr": {"“": "O", "”": "C", "‘": "o", "’": "c"},
    "de cs bg is lt sk sl": {"„": "O", "“": "C", "‚": "o", "‘": "c"},
    "pl ro hu hr": {"„": "O", "”": "C", "‚": "o", "’": "c"},
    "sv fi": {"”": "O", "’": "o"},
    "fr es it pt ru uk nb ro pl": {"«": "O", "»": "C"},
}
# Marks that stand for themselves and steer the reading of the others.
INTACT = {"“": "O", "”": "C", "‘": "o", "’": "ac", '"': "OC", "'": "oca"}

LONGEST = 60  # characters of a run; a longer one is no text
REACH = 24  # characters of context on either side
WIDTH = 12  # ways that are kept; 8 are enough in all but contrived lines
HOPELESS = 16.0  # nats: more than an open quotation can save

# What it costs, in nats, to take for itself a character that the channels should have destroyed, and
# one that intact text does not have in that place.
SURVIVOR = 1.5
ODD = 6.0
# What it costs to read a letter that the word list confirms, that only its image tells, or nothing.
KNOWN = -2.0
TOLD = 0.0
UNKNOWN = 4.0
# A quotation mark of another language than the document's.
FOREIGN = 5.0
OTHER_CURRENCY = 1.0

# Prices of quotations, in nats.  They must be small enough for a pair of clear contexts to overrule
# them: articles do open a quotation with one kind of mark and close it with another.
REOPENED = 5.0
UNOPENED = {"C": 3.0, "c": 6.0}
ABANDONED = 3.0
SINGLE = {"": 0.5, "O": -2.0}  # within a double quotation a single one is the rule


class Item(NamedTuple):
    """One image and the original it is read as, which costs `cost` before any context."""

    image: str
    original: str
    role: str
    cost: float

    @property
    def unread(self) -> bool:
        """Whether the item stands for what nothing tells."""
        return self.role == "l" and self.original == self.image


class Way(NamedTuple):
    """One way to read a line up to `end`: the last item is not paid for until its right side is known."""

    cost: float
    state: str
    last: Item | None
    left: str
    end: int
    back: "Way | None"


# The cheapest way to each state of quotation and last item.
Ahead = dict[tuple[str, Item | None], Way]


class Lattice:
    """What the images of a channel can stand for."""

    def __init__(self, channel: Channel | None, document: Document, *, spelling: bool = True) -> None:
        """Compute the images of all marks and letters under `channel`; None damages nothing.

        `spelling` says whether words are looked up to read letters, which takes most of the time.
        """
        self.channel = channel
        self.bare = channel is not None and channel.bare != ""
        self.letters = Letters(channel, document, spelling) if channel else None
        self.items: dict[str, list[Item]] = {}
        self._add_marks(document.languages)
        for mark, roles in INTACT.items():
            cost = self._survivor(mark)
            self.items.setdefault(mark, []).extend(Item(mark, mark, role, cost) for role in roles)
        self.items.setdefault("?", []).append(Item("?", "?", "?", 0.0))
        self.items = {damaged: _cheapest(items) for damaged, items in self.items.items()}
        images = {*self.items, *(self.letters.images if self.letters else ())}
        self.lengths = sorted({len(damaged) for damaged in images}, reverse=True)
        members = re.escape("".join(sorted(set("".join(images)))))
        self.runs = re.compile(f"[{members}]+")

    def _add_marks(self, languages: Mapping[str, float]) -> None:
        if self.channel is None:
            return
        for mark, roles in marks_of(languages).items():
            damaged = image(self.channel.legs, mark)
            if damaged not in ("", mark):
                items = (Item(damaged, mark, role, cost) for role, cost in roles.items())
                self.items.setdefault(damaged, []).extend(items)

    def _survivor(self, char: str) -> float:
        return SURVIVOR if self.channel and image(self.channel.legs, char) != char else 0.0

    def decode(self, line: str, unfinished: float) -> tuple[float, list[tuple[int, Item]]]:
        """Return the cost of the cheapest reading of `line`, and that reading: items and where each ends.

        `unfinished` is the cost of a quotation that the line leaves open.
        """
        ways = [Way(0.0, "", None, "", 0, None)]
        for run in self.runs.finditer(line):
            start, stop = run.span()
            if stop - start > LONGEST or (self.bare and _in_address(line, start, stop)):
                continue
            if line[ways[0].end : start].strip(BLANKS):
                ways = _settled(ways, line)
            ways = self._read(ways, line, start, stop)
        return _finish(ways, line, unfinished)

    def _read(self, ways: list[Way], line: str, start: int, stop: int) -> list[Way]:
        """Continue `ways` through one run."""
        reached: dict[int, Ahead] = {start: {(way.state, way.last): way for way in ways}}
        for at in range(start, stop):
            here = reached.pop(at, None)
            if here:
                kept = _prune(here, line)
                for item in self._at(line, at, stop):
                    _extend(kept, item, line, at, reached.setdefault(at + len(item.image), {}))
        return _prune(reached[stop], line)

    def _at(self, line: str, at: int, stop: int) -> Iterable[Item]:
        for length in self.lengths:
            if at + length <= stop:
                damaged = line[at : at + length]
                yield from self.items.get(damaged, ())
                if self.letters and damaged in self.letters.images:
                    letter, known = self.letters.read(line, at, damaged)
                    cost = KNOWN if known else TOLD if letter else UNKNOWN
                    yield Item(damaged, letter or damaged, "l", cost)
        if line[at] not in self.items:
            yield Item(line[at], line[at], "x", 2 * self._survivor(line[at]))


def _cheapest(items: list[Item]) -> list[Item]:
    """Keep the first of the cheapest items for each role: the others would never be chosen."""
    best: dict[str, Item] = {}
    for item in items:
        if item.role not in best or item.cost < best[item.role].cost:
            best[item.role] = item
    return list(best.values())


def marks_of(languages: Mapping[str, float]) -> dict[str, dict[str, float]]:
    """Return each mark with the roles that it may have in a document of these languages, and their costs."""
    marks = {mark: dict.fromkeys(roles, 0.0) for mark, roles in ROLES.items()}
    own = {code for code, share in languages.items() if share >= OWN}
    marks["€" if "en" in own else "£"]["$"] = OTHER_CURRENCY
    for codes, roles in QUOTATION.items():
        cost = 0.0 if own & set(codes.split()) else FOREIGN
        for mark, role in roles.items():
            known = marks.setdefault(mark, {})
            known[role] = min(cost, known.get(role, cost))
    return marks


ADDRESS = ("://", "www.", "=", "&", "/")


def _in_address(line: str, start: int, end: int) -> bool:
    """Tell whether a question mark may belong to a URL; REACH bounds the work on a line without blanks."""
    before = line[max(0, start - 4 * REACH) : start].rpartition(" ")[2]
    behind = line[end : end + 4 * REACH].partition(" ")[0]
    return any(sign in before or sign in behind for sign in ADDRESS)


def _settle(way: Way, line: str) -> Way:
    """Pay for the last item, now that text stands to its right."""
    if way.last is None:
        return way
    cost = way.cost + _price(way.last, way.left, line[way.end : way.end + REACH])
    return Way(cost, way.state, None, "", way.end, way)


def _settled(ways: list[Way], line: str) -> list[Way]:
    """Settle all; keep the cheapest way for each state of quotation, if it may still win."""
    best: dict[str, Way] = {}
    for way in ways:
        settled = _settle(way, line)
        if settled.state not in best or settled.cost < best[settled.state].cost:
            best[settled.state] = settled
    least = min([way.cost for way in best.values()])
    return [way for way in best.values() if way.cost < least + HOPELESS]


def _extend(ways: list[Way], item: Item, line: str, at: int, ahead: Ahead) -> None:
    """Read `item` at `at`; pay for the item before it, whose right side is now known."""
    end = at + len(item.image)
    before = line[max(0, at - REACH) : at]
    for way in ways:
        left, cost = before, way.cost
        if way.last is not None:
            gap = line[way.end : at]
            left = (way.left + way.last.original + gap)[-REACH:]
            cost += _price(way.last, way.left, gap + item.original + line[end : at + REACH])
        state, price = _quote(way.state, item.role)
        cost += price
        known = ahead.get((state, item))
        if known is None or cost < known.cost:
            ahead[state, item] = Way(cost, state, item, left, end, way)


@lru_cache(4096)
def _price(item: Item, left: str, right: str) -> float:
    if item.role == "x":
        return odd(item.original, left[-1:], right[:1]) + item.cost
    price = neighbour_cost(item.role, left_class(left), right_class(right))
    return price + wording_cost(item.role, left, right) + item.cost


def _prune(ways: Ahead, line: str) -> list[Way]:
    kept = list(ways.values())
    if len(kept) <= WIDTH:
        return kept
    return sorted(kept, key=lambda way: _settle(way, line).cost)[:WIDTH]


def _finish(ways: list[Way], line: str, unfinished: float) -> tuple[float, list[tuple[int, Item]]]:
    ways = [_settle(way, line) for way in ways]
    best = min(ways, key=lambda way: way.cost + len(way.state) * unfinished)
    reading = []
    way: Way | None = best
    while way is not None:
        if way.last is not None:
            reading.append((way.end, way.last))
        way = way.back
    return best.cost + len(best.state) * unfinished, reading[::-1]


def odd(char: str, before: str, after: str) -> float:
    """Return what it costs to take a character for itself, in nats."""
    if char.isascii():
        return 0.0
    if char == "\ufffd" or "\x80" <= char < "\xa0":
        return ODD
    if char == "¿":
        return 0.0 if not before.isalnum() and after.isalpha() else ODD
    foreign = any((not c.isascii() and not c.isalpha()) or c == "?" for c in (before + after).strip())
    if char.isalpha():
        return ODD / 2 if foreign else 0.0
    return ODD if foreign or before.isalpha() else 0.0


CLOSES = {"C": "O", "c": "o"}


@cache
def _quote(state: str, role: str) -> tuple[str, float]:
    """Return which quotations stand open after a mark, innermost last, and what the mark costs."""
    if role in "Oo":
        if role in state:
            return state, REOPENED
        return state + role, SINGLE[state] if role == "o" else 0.0
    if role not in CLOSES:
        return state, 0.0
    opened = CLOSES[role]
    if state.endswith(opened):
        return state[:-1], 0.0
    if opened in state:
        return state[: state.index(opened)], ABANDONED
    return state, UNOPENED[role]
