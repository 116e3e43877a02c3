"""What a run of damage can be read as in its place, and what each reading costs."""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from math import inf
from typing import Literal
from weakref import WeakValueDictionary

from newsclean.mojibake.lossy import context
from newsclean.mojibake.lossy.context import ROLE_AT, after
from newsclean.mojibake.lossy.items import ABSURD, JOINTS, SYMBOLS, Item, Placed, place_cost
from newsclean.mojibake.lossy.places import Place, Side, kind_of, may_end

TOO_FAR = 10.0  # nats: more than an open quotation can save; from 7 on nothing changes

# The evidence for a letter: a word, `listed` or `spelled`, one that is this letter `alone`, where it often or
# `seldom` stands, the words `beside` it, its `image`; that nearly all words which may stand there have
# `some`; or nothing.
Evidence = Literal["listed", "spelled", "alone", "seldom", "beside", "image", "some", ""]
# What it costs to read a letter that the word list confirms, also where it is the word itself (`à`, which in
# French is far likelier than the weights of marks have it), that the spelling of a word on no list shows,
# that its image alone shows or several words confirm, or nothing.
KNOWN = -2.0
SPELLED = -1.0
SELDOM = -1.0
BY_IMAGE = 0.0
UNKNOWN = 4.0
PRICES: dict[Evidence, float] = {
    "listed": KNOWN,
    "spelled": SPELLED,
    "alone": KNOWN,
    "seldom": SELDOM,
    "beside": KNOWN,
    "image": BY_IMAGE,
    "some": BY_IMAGE,
    "": UNKNOWN,
}


class Reading:
    """One way to read a run in its place: its cost, the quotations open behind it, the items and their ends.

    `letters` counts the items that are letters, whose words have yet to be looked up; `settled` is what
    `proof.settled` answers, once it was asked, and False before.
    """

    __slots__ = ("cost", "items", "letters", "place", "settled", "state")

    def __init__(
        self, cost: float, state: str, items: tuple[Placed, ...], letters: int, place: Place
    ) -> None:
        """Make one."""
        self.cost = cost
        self.state = state
        self.items = items
        self.letters = letters
        self.place = place
        self.settled: str | Literal[False] | None = False


# Where an image ends in its run, whether a gap follows, and what the image can stand for; and one way to cut
# a run, its images.
CutImage = tuple[int, bool, tuple[Item, ...]]
Cut = tuple[CutImage, ...]


class Cuts:
    """What a run is made of under one channel, one object for all channels to which the run is the same.

    `cost` is what its characters cost that are no images, in nats; `ways` are the cuts that cost little
    more.
    """

    def __init__(self, ways: tuple[Cut, ...]) -> None:
        """Make one of cuts, the cheapest first; `one_cuts` asks for it."""
        self.cost = sum([unexplained(items) for _, _, items in ways[0]])
        self.ways = ways
        # What the run can stand for if it can only be one image.
        self.alone = ways[0][0][2] if len(ways) == 1 and len(ways[0]) == 1 else ()
        self._between: dict[tuple[str, str], Sequence[Cut]] = {}

    def between(self, left: str, right: str) -> Sequence[Cut]:
        """Return the ways that spell words between characters of two kinds, or all if none does."""
        known = self._between.get((left, right))
        if known is None:
            spelling = [cut for cut in self.ways if _spells_words(cut, left, right)]
            known = self._between[left, right] = spelling or self.ways
        return known


_made: WeakValueDictionary[tuple[Cut, ...], Cuts] = WeakValueDictionary()


def one_cuts(ways: tuple[Cut, ...]) -> Cuts:
    """Return the one object for cuts like these, the cheapest first."""
    known = _made.get(ways)
    if known is None:
        known = _made[ways] = Cuts(ways)
    return known


@lru_cache(1 << 8)
def is_part(cuts: Cuts, others: Cuts) -> bool:
    """Tell whether a run can stand by `others` for all that it can by `cuts`, at no higher cost."""
    return cuts is others or all(
        any(_is_part_of_cut(cut, other) for other in others.ways) for cut in cuts.ways
    )


def _is_part_of_cut(cut: Cut, other: Cut) -> bool:
    return [image[:2] for image in cut] == [image[:2] for image in other] and all(
        _cost_no_more(items, others) for (*_, others), (*_, items) in zip(cut, other, strict=True)
    )


def _cost_no_more(items: Iterable[Item], others: Iterable[Item]) -> bool:
    """Tell whether there is one among the items for the role of each other one, at no higher cost."""
    costs = {item.role: item.cost for item in items}
    return all(costs.get(other.role, inf) <= other.cost for other in others)


def unexplained(items: Iterable[Item]) -> float:
    """Return what a character costs that is no image, in nats; an image costs nothing."""
    return min([item.cost for item in items if item.role == "x"], default=0.0)


class Step(dict[str, tuple[Reading, ...]]):
    """The cheapest readings of a run in its place from each state of quotation, worked out when asked for."""

    __slots__ = ("_costs", "_cuts", "_least", "_place")  # thousands are remembered

    def __init__(self, cuts: Cuts, place: Place) -> None:
        """Work nothing out yet."""
        self._cuts = cuts
        self._place = place
        self._least: tuple[float, bool] | None = None
        self._costs: list[dict[str, float]] | None = None

    def __missing__(self, state: str) -> tuple[Reading, ...]:
        """Work out the readings from one state."""
        self[state] = found = _readings(self._cuts, self._place, state)
        return found

    @property
    def least(self) -> tuple[float, bool]:
        """The least cost, in nats, if nothing or a quotation stands open, and whether a letter has it.

        A letter is priced as one that only its image shows.
        """
        if self._least is None:
            self._least = min(
                [
                    (cost + (BY_IMAGE - KNOWN) * letters, letters > 0)
                    for state in ("", "O")
                    for cost, letters in self._prices(state)
                ]
            )
        return self._least

    def _prices(self, state: str) -> list[tuple[float, int]]:
        """Return what readings from one state cost, and how many letters they have.

        Those of a run that can only be one image are not worked out for it.
        """
        if self._cuts.alone:
            costs = _costs_alone(self._cuts.alone, self._place, state)
            return [(cost, item.role == "l") for cost, item in costs]
        return [(reading.cost, reading.letters) for reading in self[state]]

    def costs_as(self, other: "Step") -> bool:
        """Tell whether both cost the same to each state if nothing or a quotation stands open.

        If letters are among their readings, it is not known yet what these cost.
        """
        return self is other or self.costs == other.costs != []

    @property
    def costs(self) -> list[dict[str, float]]:
        """What each state costs if nothing or a quotation stands open; nothing if letters are read."""
        if self._costs is None:
            both = [self[state] for state in ("", "O")]
            lettered = any(reading.letters for readings in both for reading in readings)
            kept = [] if lettered else both
            self._costs = [{reading.state: reading.cost for reading in readings} for readings in kept]
        return self._costs


def _readings(cuts: Cuts, place: Place, state: str) -> tuple[Reading, ...]:
    """Return the cheapest readings of a run to each state of quotation, with so many letters.

    Letters have the cost of known ones.  Left out are readings that no way through a line takes, whatever the
    letters turn out to be.
    """
    best: dict[tuple[str, int], Reading] = {}
    for cut in cuts.between(place.left.kind, place.right.kind):
        for reading in _single(cut[0], place, state) if len(cut) == 1 else _joint(cut, place, state):
            key = reading.state, reading.letters
            if key not in best or reading.cost < best[key].cost:
                best[key] = reading
    most = TOO_FAR + min([read.cost + (UNKNOWN - KNOWN) * read.letters for read in best.values()])
    kept = [
        reading
        for (after, letters), reading in best.items()
        if reading.cost <= most
        and not any(
            (after, fewer) in best and best[after, fewer].cost <= reading.cost for fewer in range(letters)
        )
    ]
    return tuple(kept)


def _single(image: CutImage, place: Place, state: str) -> list[Reading]:
    """Return the cheapest readings of a single image to each state, with and without letters."""
    end, _, items = image
    best: dict[tuple[str, bool], tuple[float, Item]] = {}
    for cost, item in _costs_alone(items, place, state):
        key = after(state, item.role), item.role == "l"
        if key not in best or cost < best[key][0]:
            best[key] = cost, item
    return [
        Reading(cost, opened, _one_row(((end, item),)), letter, place)
        for (opened, letter), (cost, item) in best.items()
    ]


def _costs_alone(items: tuple[Item, ...], place: Place, state: str) -> list[tuple[float, Item]]:
    """Return what each of the items costs in a place with no other image beside it."""
    left, right, begun, language = place
    if begun and not may_end(left, right):
        begun = ""
    costs = context.costs(left, right, begun, language, state)
    return [
        (cost + (costs[ROLE_AT[role]] if role in ROLE_AT else place_cost(item, left, right)), item)
        for item in items
        for _, _, role, cost in (item,)
    ]


def _spells_words(cut: Cut, left: str, right: str) -> bool:
    """Tell whether images that can only be letters stand beside a letter, or apart from all else.

    `left` and `right` are the kinds of what stands on either side of the run.  Many pieces of marks are
    images of rare letters.
    """
    if len(cut) == 1:
        return True
    only = [all(item.role == "l" for item in items) for *_, items in cut]
    for at, (_, gap, _) in enumerate(cut):
        if not only[at]:
            continue
        before = left in "aA" if at == 0 else "l" in _roles(cut[at - 1]) and not cut[at - 1][1]
        last = at == len(cut) - 1
        behind = right in "aA" if last else "l" in _roles(cut[at + 1]) and not gap
        apart = (at > 0 or left[0] in "_^(") and (right[0] in "_$" if last else gap)
        if not (before or behind or apart):
            return False
    return True


def _roles(image: CutImage) -> str:
    return "".join([item.role for item in image[2]])


def _joint(cut: Cut, place: Place, state: str) -> list[Reading]:
    """Return the cheapest readings of a row of images to each state, with so many letters."""
    end, before, items = cut[0]
    left, _, begun, language = place
    ways: list[_Within] = [(0.0, state, left, 0, None, items)]
    for last, gap, following in cut[1:]:
        ahead: list[_Within] = []
        behind = _apart(place.right) if last == cut[-1][0] else UNSEEN
        for right, alike in _by_side(following, before, behind).items():
            cheapest = _cheapest_ways(ways, end, Place(left, right, begun, language), before)
            ahead += [(*way, alike) for way in cheapest]
        ways, end, before = ahead, last, gap
    best: dict[tuple[str, int], tuple[float, Item, _Row]] = {}
    for cost, opened, letters, item, row in _weighed(ways, place):
        if (opened, letters) not in best or cost < best[opened, letters][0]:
            best[opened, letters] = cost, item, row
    return [
        Reading(cost, opened, _items((end, item, row)), letters, place)
        for (opened, letters), (cost, item, row) in best.items()
    ]


# The items on a way through a run, each with its end, the last one first.
_Row = tuple[int, Item, "_Row"] | None
# Ways through a run that differ in their last item alone: cost, state and number of letters before it, its
# left side, the items before it, and the last ones, which are not paid for until their right side is known.
_Before = tuple[float, str, Side, int, _Row]
_Within = tuple[float, str, Side, int, _Row, Sequence[Item]]


@lru_cache(1 << 8)
def _by_side(items: tuple[Item, ...], gap: bool, behind: Side) -> dict[Side, list[Item]]:
    """Return items by the side that they show to what stands before them, with or without a `gap` between.

    A space shows what stands `behind` it.
    """
    groups: dict[Side, list[Item]] = {}
    for item in items:
        side = behind if item.role == "s" else _side(_shown(item)[0], gap, BEGINS)
        groups.setdefault(side, []).append(item)
    return groups


def _items(row: _Row) -> tuple[Placed, ...]:
    """Return the items on a way and where each ends."""
    items = []
    while row is not None:
        end, item, row = row
        items.append((end, item))
    return _one_row(tuple(reversed(items)))


@lru_cache(1 << 10)
def _one_row(items: tuple[Placed, ...]) -> tuple[Placed, ...]:
    """Return the one object for items like these, which readings in many places share."""
    return items


def _weighed(ways: list[_Within], place: Place) -> Iterator[tuple[float, str, int, Item, _Row]]:
    """Yield what each way costs with each of its last items, now that their right side is known.

    With the cost come the state behind it, the number of letters, the last item and those before it.  The
    right side is that of `place`.
    """
    _, right, begun, language = place
    priced: dict[tuple[Side, str], array[float]] = {}  # most ways share both with five others
    for paid, state, left, letters, row, items in ways:
        costs = priced.get((left, state))
        if costs is None:
            opening = begun if may_end(left, right) else ""
            costs = priced[left, state] = context.costs(left, right, opening, language, state)
        for item in items:
            _, _, role, cost = item
            cost += paid + (costs[ROLE_AT[role]] if role in ROLE_AT else place_cost(item, left, right))
            if role == "l" and left == ALONE and right.kind[0] in "_$":
                cost += ABSURD
            yield cost, after(state, role), letters + (role == "l"), item, row


def _cheapest_ways(ways: list[_Within], end: int, place: Place, gap: bool) -> Iterable[_Before]:
    """Return the cheapest of `ways`, whose last items end at `end`, as the next item finds them.

    That item is the right side of `place`; `gap` says whether one stands before it.  Ways are kept apart by
    their state, by what they show to that item, and by their letters, whose cost is yet to be found out.
    """
    best: dict[tuple[str, Side, int], _Before] = {}
    for cost, state, letters, item, row in _weighed(ways, place):
        side = _left_of_next(item, end, row, place.left, gap)
        key = state, side, letters
        if key not in best or cost < best[key][0]:
            best[key] = cost, state, side, letters, (end, item, row)
    return best.values()


def _left_of_next(item: Item, end: int, row: _Row, left: Side, gap: bool) -> Side:
    """Return the left context of what follows an item that ends at `end`.  A space is transparent.

    It shows the last item of `row`, or what stands to the `left` of the run.
    """
    if item.role == "l" and gap and (row[0] < end - len(item.image) if row else left.kind[0] in "_^"):
        return ALONE
    if item.role != "s":
        return _shown_behind(item, gap)
    return _shown_behind(row[1], gap=True) if row else _apart(left)


@lru_cache(1 << 10)
def _shown_behind(item: Item, gap: bool) -> Side:
    """Return the left context that an item is, with or without a `gap` behind it."""
    return _side(_shown(item)[-1], gap, ENDS)


@lru_cache(1 << 10)
def _apart(side: Side) -> Side:
    """Return a side as it is seen across a blank."""
    return side if side.kind[0] in "_^$" else Side(f"_{side.kind}", side.word)


def _shown(item: Item) -> str:
    """Return what an item shows to its neighbours: what joins letters belongs to the word."""
    if item.role == "l" or item.role in JOINTS:
        return "a"
    return SYMBOLS[0] if item.role == "x" and len(item.image) > 1 else item.original


# What stands behind a space that is not the last of its run.
UNSEEN = Side("_x", "")
# The shapes of words that begin and end with a lost letter, as `places.category` has them.
BEGINS, ENDS = "<3v>", "<3>"
# Behind a lost letter that is a word, as à: no other one stands there.
ALONE = Side("_a", ENDS, bound=True)


@cache
def _side(char: str, gap: bool, word: str) -> Side:
    kind = kind_of(char)
    return Side("_" * gap + kind, word if kind == "a" else "")
