"""Joint decoding of a paragraph: of all readings of all its broken runs, the likeliest.

A run of damage is read as a row of images, each with the originals that it may have had.  How likely an
original is depends on its neighbours and on the quotations that stand open before it (context.py), so the
search walks along the line and keeps the cheapest way to each state.  The cost of a run from one state to
another is the same wherever it stands between the same neighbours, so it is worked out once.  An example,
damaged by utf-8 > windows-1252 > windows-1251, with costs in nats:

    line     ?€?We don?€™t know
    run      ?€? opens the line, before a capital            ?€™ between don and t
    image    ?€? is one, or ?€ and ?                         ?€™ is one
    item     “ as O, ” as C, ‘ as o, • as b ...; a letter    ’ as a, as c, as o
    step     “ .05, ‘ 4.16, • 9.02, if nothing stands open   ’ as a .00, whatever stands open
    way      O stands open after “, at .05, and after ’, at .05; leaving it open costs 2.50 more

All other ways cost more, so the line was `“We don’t know`.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from math import inf
from sys import intern

from newsclean.mojibake.lossy.channels import LOST, Channel, sender
from newsclean.mojibake.lossy.letters.spelling import Letters
from newsclean.mojibake.lossy.runs.context import ITSELF, LETTER, ROLES
from newsclean.mojibake.lossy.runs.inventory import Inventory, broken_marks, heads, survivor, with_intact
from newsclean.mojibake.lossy.runs.items import (
    INTACT,
    NOTHING,
    ODD,
    STUMP,
    Item,
    marks_of,
    odd,
    one_item,
    only,
)
from newsclean.mojibake.lossy.runs.letter_images import letter_images, lost_letters
from newsclean.mojibake.lossy.runs.line import GAP, Line, LineReading, LookedUp, Spot
from newsclean.mojibake.lossy.runs.readings import (
    KNOWN,
    PRICES,
    TOO_FAR,
    Cut,
    Cuts,
    Reading,
    Step,
    one_cuts,
    unexplained,
)

# Images in a run; a longer row could be anything, and each image multiplies the readings.  Where nothing is
# left of any, as in `????????`, a row of eight took 1.6 seconds, and of 150 articles none has more than four.
MOST_IMAGES, MOST_LOST = 8, 4
WIDTH = 12  # ways to cut a run that are kept; 8 are enough for all but contrived runs

# How often a line is read with only the letters looked up that its cheapest reading has; after that, all
# letters are.  Any number gives the same text; most lines need one or two.
ATTEMPTS = 4

# Different runs whose cuts are remembered for each channel; an article has some ten.
MEMORY = 1024

# Different letters of a script in a line that show that it holds words in it.
SCRIPT = 3

# The cost, in nats, of a quotation that a line leaves open, and of one where the next line opens with a
# quotation mark.
OPEN, CONTINUED = 2.5, 0.3
# The same in Spanish, in a line that begins with a mark of which nothing is left: it is rather a dash.
UNSPOKEN = 6.0

# The extra cost, in nats, of a letter that no listed word confirms, if a mark has the same image.
SHARED = 3.0


class Lattice:
    """What the images of a channel can stand for in a document of some languages."""

    def __init__(
        self,
        channel: Channel | None,
        own: frozenset[str],
        straight: bool = False,
        quoting_roles: frozenset[str] = frozenset(),
        held: Inventory | None = None,
    ) -> None:
        """Compute the images of all marks and letters under `channel`; None damages nothing.

        `own` names the languages of the document; `straight` says that its intact quotation marks are
        straight; `quoting_roles` are those in which it quotes as English does.  `held` has the items of
        placeholders, for `double_byte`, which has no channel.
        """
        self.channel = channel
        self.own = own
        self.language = only(own)
        self.bare = channel is not None and channel.bare != ""
        self._dialogue = channel is not None and self.language == "es" and (self.bare or channel.blanks)
        self.send = sender(channel.legs) if channel else None
        self.letters = letter_images(channel)
        self.marks = marks_of(own, quoting_roles)
        self.items = with_intact(held or broken_marks(channel, self.marks, own, straight), self.send)
        every = self.letters.union(self.items)
        self.lengths = sorted({*map(len, every)}, reverse=True)
        images_hold = frozenset(map(intern, {*"".join(every)}))
        self._damage = _one_set(images_hold - (set(INTACT) - {channel.lost if channel else ""}))
        self.heads = _one_set(heads(channel) - images_hold)
        self.members = _one_set(images_hold | self.heads)
        self._leaves_blanks = channel is not None and channel.lost == "\ufffd"
        # Not an `lru_cache`: that would refer to the lattice, and keep it until the next search for cycles.
        self._cuts: dict[str, Cuts] = {}

    def lost_more(self, other: "Lattice", chars: frozenset[str]) -> bool:
        """Tell whether an image made of `chars` can be a letter here that it cannot be under `other`."""
        more = lost_letters(self.channel).items() - lost_letters(other.channel).items()
        return any(chars.issuperset(damaged) for _, damaged in more)

    def spares(self, line: Line) -> bool:
        """Tell whether a line need not be read: it has no damage of the channel, or of another kind."""
        return self._damage.isdisjoint(line.foreign) or (
            self._leaves_blanks and self._is_contradicted_by(line)
        )

    def _is_contradicted_by(self, line: Line) -> bool:
        """Tell whether a line holds words in a script of which the channel would have left U+FFFD as well.

        Then the U+FFFD in the line are rather lost bytes of such letters, as of с and я in Windows-1252.
        """
        letters = [
            char
            for char in line.foreign - self.members
            if "\u0370" <= char < "\u1e00" or "\u3040" <= char < "\ud800"
        ]
        send = self.send or str
        return sum(char.isalpha() and send(char) != char for char in letters) >= SCRIPT

    def decode(self, line: Line, letters: Letters | None) -> LineReading:
        """Return the cheapest reading of `line`.

        `letters` looks letters up, for one document; without it no letter is read.  As that is slow, a letter
        passes for a listed one until the cheapest reading has it; the last attempt looks up all.  A reading
        that `least` or `cost` has found is used again.
        """
        reading = line.readings.pop(self, None) or self._cheapest(line, {}, None)
        looked_up = reading.looked_up

        def ask(start: int, reading: Reading) -> bool:
            return self._ask(start, reading, line.text, letters, looked_up)

        for _ in range(ATTEMPTS):
            asked = [ask(start, one) for start, one in reading.runs if one.letters]
            if not any(asked):
                return reading
            reading = self._cheapest(line, looked_up, None)
        return self._cheapest(line, looked_up, ask)

    def cost(self, line: Line, letters: Letters | None) -> float:
        """Return the cost of the cheapest reading of `line`, in nats."""
        reading = line.readings[self] = self.decode(line, letters)
        return reading.cost

    def least(self, line: Line) -> float:
        """Return the least cost, in nats, that any reading of `line` can have, whatever its letters are."""
        reading = line.readings[self] = self._cheapest(line, {}, None)
        return reading.cost

    def _cheapest(
        self, line: Line, looked_up: LookedUp, ask: Callable[[int, Reading], object] | None
    ) -> LineReading:
        """Return the cheapest reading if letters not `looked_up` are listed ones; `ask` looks all up."""
        if self.spares(line):
            return LineReading(0.0, [], looked_up)
        cost, way = self._way(line, looked_up, ask)
        return LineReading(cost, _runs_on(way), looked_up)

    def _way(
        self, line: Line, looked_up: LookedUp, ask: Callable[[int, Reading], object] | None
    ) -> tuple[float, "_Way | None"]:
        ways: dict[str, _Way | None] = {"": None}
        least = 0.0
        for start, spot in line.spots(self.members):
            step = self.step(spot)
            most, least = least + TOO_FAR, inf
            ahead: dict[str, _Way | None] = {}
            for state, way in ways.items():
                paid = way[0] if way else 0.0
                if paid > most:
                    continue
                for reading in step[state]:
                    cost, opened = reading.cost, reading.state
                    if reading.letters:
                        if ask:
                            ask(start, reading)
                        cost += _surcharge(start, reading, looked_up)
                    cost += paid
                    known = ahead.get(opened)
                    if known is None or cost < known[0]:
                        ahead[opened] = cost, start, reading, way
                        least = cost if cost < least else least
            ways = ahead
        costs = {state: _paid(way) for state, way in ways.items()}
        if any(costs):
            spoken = self._dialogue and line.text[0] in self.members
            unfinished = UNSPOKEN if spoken else self._unfinished(line.following)
            costs = {state: paid + len(state) * unfinished for state, paid in costs.items()}
        state = min(costs, key=costs.__getitem__)
        return costs[state], ways[state]

    def _ask(
        self, start: int, reading: Reading, line: str, letters: Letters | None, looked_up: LookedUp
    ) -> bool:
        """Look up new letters in a reading of the run at `start`; tell if one costs more than assumed."""
        costlier = False
        for end, item in reading.items:
            key = start + end, item.image
            if item.role == LETTER and key not in looked_up:
                at = key[0] - len(item.image)
                letter, evidence = letters.read(line, at, item.image) if letters else (None, "")
                shared = evidence in ("image", "spelled") and self._is_left_of_mark(item.image)
                looked_up[key] = letter, PRICES[evidence] - KNOWN + SHARED * shared
                costlier = costlier or looked_up[key][1] > 0
        return costlier

    def _is_left_of_mark(self, damaged: str) -> bool:
        """Tell whether a mark has this image too, if that is more than lost characters."""
        return damaged.strip(NOTHING) != "" and any(
            item.role in ROLES for item in self.items.get(damaged, ())
        )

    def _unfinished(self, following: Iterable[str]) -> float:
        """Return the cost of a quotation that a line leaves open: little, if the next line opens with one."""
        line = next((line for line in following if not line.isspace()), "")
        return CONTINUED if line[:1] in self.members else OPEN

    def step(self, spot: Spot) -> Step:
        """Return the readings of a run in its place, by state."""
        return _step(self._cuts.get(spot.run) or self.cuts(spot.run), spot)

    def cuts(self, run: str) -> Cuts:
        """Return the ways to cut a run into images."""
        known = self._cuts.get(run)
        if known is None:
            if len(self._cuts) >= MEMORY:
                self._cuts.clear()  # all at once: other threads may ask meanwhile
            known = self._cuts[run] = self._cut(run)
        return known

    def _cut(self, run: str) -> Cuts:
        ahead: list[list[tuple[float, Cut]]] = [[] for _ in range(len(run) + 1)]
        ahead[0].append((0.0, ()))
        for at in range(len(run)):
            ways = sorted(ahead[at], key=lambda way: (way[0], len(way[1])))[:WIDTH]
            for damaged, items in self._images_at(run, at) if ways else ():
                end = at + len(damaged)
                stop = end + len(run[end:]) - len(run[end:].lstrip(GAP))
                cost = unexplained(items)
                ahead[stop] += [(paid + cost, (*cut, (end, stop > end, items))) for paid, cut in ways]
        most = MOST_LOST if {*LOST, *GAP}.issuperset(run.replace("ï¿½", "")) else MOST_IMAGES
        short = [way for way in ahead[-1] if len(way[1]) <= most]
        ways = sorted(short, key=lambda way: (way[0], len(way[1])))[:WIDTH]
        if not ways:
            ways = [(0.0, ((len(run), False, (Item(run, run, ITSELF, 0.0),)),))]
        least = ways[0][0]
        kept = tuple([cut for cost, cut in ways if cost < least + ODD])
        return one_cuts(kept)

    def _images_at(self, run: str, at: int) -> Iterator[tuple[str, tuple[Item, ...]]]:
        beside = at > 0 and run[at - 1] in self.heads
        for length in () if beside else self.lengths:
            damaged = run[at : at + length]
            if len(damaged) == length and not _goes_on(run, at, length):
                items = self.items.get(damaged, ())
                if damaged in self.letters:
                    items += (one_item(damaged, damaged, LETTER, KNOWN),)
                if items:
                    yield damaged, items
        if beside or run[at] not in self.items or _goes_on(run, at, 1):
            cost = odd(run[at], run[at - 1 : at] if at else "", run[at + 1 : at + 3])
            yield run[at], (Item(run[at], run[at], ITSELF, cost + 2 * survivor(run[at], self.send)),)


# Different channels, and documents in different languages, have many of these sets in common.
@lru_cache(256)
def _one_set(chars: frozenset[str]) -> frozenset[str]:
    """Return one object for all equal sets."""
    return chars


def _goes_on(run: str, at: int, length: int) -> bool:
    """Tell whether the â at `at` is the head of a sign rather than a mark, as in `â¤`, which was ≤."""
    return length == 1 and run[at] == STUMP and "\xa0" <= run[at + 1 : at + 2] < "\xc0"


# One memory for all channels: one for each of 128 channels took 15 MB.
@lru_cache(1 << 11)
def _step(cuts: Cuts, spot: Spot) -> Step:
    return Step(cuts, spot.place)


# The cheapest way through a line up to a run: its cost, the start of the run, its reading, and the way to the
# run before.  (A tuple, since a document makes thousands.)
_Way = tuple[float, int, Reading, "_Way | None"]


def _paid(way: _Way | None) -> float:
    """Return the cost of a way so far, in nats."""
    return way[0] if way else 0.0


def _runs_on(way: _Way | None) -> list[tuple[int, Reading]]:
    """Return the runs on a way and how each is read, in their order."""
    runs = []
    while way is not None:
        _, start, reading, way = way
        runs.append((start, reading))
    runs.reverse()
    return runs


def _surcharge(start: int, reading: Reading, looked_up: LookedUp) -> float:
    """Return by how much the letters in a reading of the run at `start` are costlier than listed ones."""
    return sum(
        [
            looked_up[start + end, item.image][1]
            for end, item in reading.items
            if item.role == LETTER and (start + end, item.image) in looked_up
        ]
    )
