"""What a run of damage can be read as in its place, and what each reading costs."""

from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple
from weakref import WeakValueDictionary

from newsclean.mojibake import context
from newsclean.mojibake.context import Place, Side, after
from newsclean.mojibake.items import Item, placed

HOPELESS = 10.0  # nats: more than an open quotation can save; from 7 on nothing changes

# What it costs to read a letter that the word list confirms, that the spelling of a word on no list tells,
# that its image or place alone tells, or that several words confirm, or nothing.
KNOWN = -2.0
SPELLED = -1.0
TOLD = 0.0
UNKNOWN = 4.0
PRICES = {"listed": KNOWN, "spelled": SPELLED, "image": TOLD, "alone": TOLD, "some": TOLD, "": UNKNOWN}


class Reading(NamedTuple):
    """One way to read a run: its cost, the quotations open behind it, the items and where each ends.

    `letters` counts the items that are letters, whose words have yet to be looked up.
    """

    cost: float
    state: str
    items: tuple[tuple[int, Item], ...]
    letters: int = 0


# One way to cut a run: the end of each image in it, whether a gap follows, and what the image can stand for.
Cut = tuple[tuple[int, bool, tuple[Item, ...]], ...]


class Cuts:
    """What a run is made of under one channel, one object for all channels to which the run is the same.

    `cost` is what its characters cost that are no images, in nats; `ways` are the cuts that cost little
    more.
    """

    def __init__(self, cost: float, ways: tuple[Cut, ...]) -> None:
        """Make one; `one_for_all` asks for it."""
        self.cost = cost
        self.ways = ways


_made: WeakValueDictionary[tuple[Cut, ...], Cuts] = WeakValueDictionary()


def one_for_all(cost: float, ways: tuple[Cut, ...]) -> Cuts:
    """Return the one object for cuts like these."""
    known = _made.get(ways)
    if known is None:
        known = _made[ways] = Cuts(cost, ways)
    return known


class Step(dict[str, list[Reading]]):
    """The cheapest readings of a run in its place from each state of quotation, worked out when asked for."""

    def __init__(self, cuts: Cuts, place: Place) -> None:
        """Work nothing out yet."""
        self._cuts = cuts
        self._place = place
        self._least: tuple[float, bool] | None = None
        self._known: list[dict[str, float]] | None = None

    def __missing__(self, state: str) -> list[Reading]:
        """Work out the readings from one state."""
        self[state] = found = _readings(self._cuts, self._place, state)
        return found

    def least(self) -> tuple[float, bool]:
        """Return the least cost, in nats, if nothing or a quotation stands open, and whether a letter does.

        A letter costs what one that only its image tells costs.
        """
        if self._least is None:
            self._least = min(
                [
                    (reading.cost + (TOLD - KNOWN) * reading.letters, reading.letters > 0)
                    for state in ("", "O")
                    for reading in self[state]
                ]
            )
        return self._least

    def costs_as(self, other: "Step") -> bool:
        """Tell whether both cost the same to each state if nothing or a quotation stands open.

        If letters are among their readings, it is not known yet what these cost.
        """
        return self is other or self._costs() == other._costs() != []

    def _costs(self) -> list[dict[str, float]]:
        """Return what each state costs if nothing or a quotation stands open; nothing if letters are read."""
        if self._known is None:
            both = [self[state] for state in ("", "O")]
            lettered = any(reading.letters for readings in both for reading in readings)
            self._known = [
                {reading.state: reading.cost for reading in readings} for readings in both if not lettered
            ]
        return self._known


@lru_cache(1 << 13)
def steps(cuts: Cuts, place: Place) -> Step:
    """Return what a run costs in its place: the same wherever it stands so."""
    return Step(cuts, place)


def _readings(cuts: Cuts, place: Place, state: str) -> list[Reading]:
    """Return the cheapest readings of a run to each state of quotation, with and without letters.

    Those with letters have the cost of known ones.  Left out are others that no way through a line takes,
    whatever the letters turn out to be.
    """
    best: dict[tuple[str, bool], Reading] = {}
    for cut in [cut for cut in cuts.ways if _spells_words(cut, place)] or cuts.ways:
        for reading in _single(cut[0], place, state) if len(cut) == 1 else _joint(cut, place, state):
            key = reading.state, reading.letters > 0
            if key not in best or reading.cost < best[key].cost:
                best[key] = reading
    most = HOPELESS + min([read.cost + (UNKNOWN - KNOWN) * read.letters for read in best.values()])
    return [
        reading
        for (after, lettered), reading in best.items()
        if reading.cost <= most
        and (not lettered or (after, False) not in best or reading.cost < best[after, False].cost)
    ]


def _single(image: tuple[int, bool, tuple[Item, ...]], place: Place, state: str) -> list[Reading]:
    """Return the cheapest readings of a single image to each state, with and without letters."""
    end, _, items = image
    left, right, begun, language = place
    if begun and not context.may_end(left, right):
        place = Place(left, right, "", language)
    costs = context.costs(place, state)
    best: dict[tuple[str, bool], tuple[float, Item]] = {}
    for item in items:
        role = item.role
        cost = item.cost + (costs[role] if role in costs else placed(item, left, right))
        key = after(state, role), role == "l"
        if key not in best or cost < best[key][0]:
            best[key] = cost, item
    return [Reading(cost, opened, ((end, item),), letter) for (opened, letter), (cost, item) in best.items()]


def _spells_words(cut: Cut, place: Place) -> bool:
    """Tell whether images that can only be letters stand beside a letter, or apart from all else.

    Many pieces of marks are images of rare letters.
    """
    if len(cut) == 1:
        return True
    only = [all(item.role == "l" for item in items) for *_, items in cut]
    for at, (_, gap, _) in enumerate(cut):
        if not only[at]:
            continue
        before = place.left.kind in "aA" if at == 0 else "l" in _roles(cut[at - 1]) and not cut[at - 1][1]
        last = at == len(cut) - 1
        behind = place.right.kind in "aA" if last else "l" in _roles(cut[at + 1]) and not gap
        apart = (at > 0 or place.left.kind[0] in "_^(") and (place.right.kind[0] in "_$" if last else gap)
        if not (before or behind or apart):
            return False
    return True


def _roles(image: tuple[int, bool, tuple[Item, ...]]) -> str:
    return "".join([item.role for item in image[2]])


def _joint(cut: Cut, place: Place, state: str) -> list[Reading]:
    """Return the cheapest readings of a row of images to each state, with and without letters."""
    end, before, items = cut[0]
    left, _, begun, language = place
    ways: list[_Within] = [(0.0, state, left, item, end, item.role == "l", None) for item in items]
    for end, gap, items in cut[1:]:
        paid: dict[Side, list[tuple[float, str, Side, _Within]]] = {}
        ahead: list[_Within] = []
        for item in items:
            right = _side(_shown(item)[0], before)
            if right not in paid:
                paid[right] = _cheapest_ways(ways, Place(left, right, begun, language), before)
            letter = item.role == "l"
            ahead += [
                (cost, opened, side, item, end, way[5] + letter, way)
                for cost, opened, side, way in paid[right]
            ]
        ways, before = ahead, gap
    best: dict[tuple[str, bool], tuple[float, _Within]] = {}
    for cost, opened, way in _settled(ways, place):
        key = opened, way[5] > 0
        if key not in best or cost < best[key][0]:
            best[key] = cost, way
    return [Reading(cost, opened, _items(way), way[5]) for (opened, _), (cost, way) in best.items()]


# A way through a run: cost and state before its last item, the left side of that item, which is not paid for
# until its right side is known, the item and its end, how many letters there are on the way, and the way to
# the item before it.
_Within = tuple[float, str, Side, Item, int, int, "_Within | None"]


def _items(way: "_Within | None") -> tuple[tuple[int, Item], ...]:
    """Return the items on a way and where each ends."""
    items = []
    while way is not None:
        *_, item, end, _, way = way
        items.append((end, item))
    return tuple(reversed(items))


def _settled(ways: list[_Within], place: Place) -> Iterator[tuple[float, str, _Within]]:
    """Yield what each way costs and leaves open with its item, whose right side is that of `place`."""
    known: dict[tuple[Side, str], dict[str, float]] = {}
    _, right, begun, language = place
    for way in ways:
        paid, state, left, item, *_ = way
        role = item.role
        if role in context.ROLES:
            costs = known.get((left, state))
            if costs is None:
                ending = begun if context.may_end(left, right) else ""
                costs = known[left, state] = context.costs(Place(left, right, ending, language), state)
            cost = costs[role]
        else:
            cost = placed(item, left, right)
        yield paid + item.cost + cost, after(state, role), way


def _cheapest_ways(ways: list[_Within], place: Place, gap: bool) -> list[tuple[float, str, Side, _Within]]:
    """Return the cheapest of `ways` to each state, with its cost and the left side that the next item has.

    That item is the right side of `place`; `gap` tells whether one stands before it.
    """
    best: dict[str, tuple[float, str, Side, _Within]] = {}
    for cost, state, way in _settled(ways, place):
        if state not in best or cost < best[state][0]:
            best[state] = cost, state, _side(_shown(way[3])[-1], gap), way
    return list(best.values())


def _shown(item: Item) -> str:
    """What an item shows to its neighbours."""
    return "a" if item.role == "l" else item.original


@cache
def _side(char: str, gap: bool) -> Side:
    return Side("_" * gap + context.kind(char), "")
