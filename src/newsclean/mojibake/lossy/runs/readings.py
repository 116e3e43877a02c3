"""What a run of damage can be read as in its place, and the cost of each reading."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, lru_cache
from math import inf
from typing import Literal
from weakref import WeakValueDictionary

from newsclean.mojibake.lossy.runs import context
from newsclean.mojibake.lossy.runs.context import ITSELF, LETTER, ROLE_AT, SPACE, after
from newsclean.mojibake.lossy.runs.items import ABSURD, JOINTS, SYMBOLS, Item, Placed, place_cost
from newsclean.mojibake.lossy.runs.places import Place, Side, kind_of, may_end

TOO_FAR = 10.0  # nats: readings so much costlier than the best are dropped; from 7 on nothing changes
# The same for ways into a row of images: 9,288 damaged articles come out alike, and half of the ways are
# followed no further.
FAR_WITHIN = 7.0

# The evidence for a letter: a word that is `listed`, or one that is on no list but `spelled` regularly; a
# word that is this letter `alone`, or where that `seldom` stands; the words `beside` it; its `image`; that
# nearly all words which may stand there have `some` letter; or nothing.
Evidence = Literal["listed", "spelled", "alone", "seldom", "beside", "image", "some", ""]
# The cost, in nats, of reading a letter that the word list confirms (KNOWN), also as a word of its own (`à`,
# which in French is far likelier than the weights of marks say); that the spelling of a word on no list
# shows; that seldom stands alone there; that only its image or several words show; or that nothing shows.
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
    """One way to read a run in its place.

    `cost` is in nats, `state` are the quotations that stand open after the run, `items` its items with their
    ends.  `letters` counts the items that are letters, whose words have yet to be looked up.  `settled` is
    what `proof.settled` remembers of it.
    """

    __slots__ = ("cost", "items", "letters", "place", "settled", "state")

    def __init__(
        self, cost: float, state: str, items: tuple[Placed, ...], letters: int, place: Place
    ) -> None:
        """Take what the class describes."""
        self.cost = cost
        self.state = state
        self.items = items
        self.letters = letters
        self.place = place
        self.settled: tuple[str | None, Sequence[Callable[..., bool]]] | None = None


# An image: where it ends in its run, whether a blank follows, and what it can stand for; and one way to cut a
# run into images.
CutImage = tuple[int, bool, tuple[Item, ...]]
Cut = tuple[CutImage, ...]


class Cuts:
    """The ways to cut a run into images under a channel; the same object for all channels with the same ways.

    `cost`, in nats, is that of its characters that belong to no image, in the cheapest way; `ways` are this
    and those that cost little more.
    """

    def __init__(self, ways: tuple[Cut, ...]) -> None:
        """Take the cuts, the cheapest first; call `one_cuts` instead."""
        self.cost = sum([unexplained(items) for _, _, items in ways[0]])
        self.ways = ways
        # The items of the run, if it can only be a single image.
        self.alone = ways[0][0][2] if len(ways) == 1 and len(ways[0]) == 1 else ()
        self._between: dict[tuple[str, str], Sequence[Cut]] = {}

    def between(self, left: str, right: str) -> Sequence[Cut]:
        """Return the ways that spell words between two kinds of neighbours, or all ways if none does."""
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
    """Tell whether `others` allow for a run everything that `cuts` allow, at no higher cost."""
    return cuts is others or all(
        any(_is_part_of_cut(cut, other) for other in others.ways) for cut in cuts.ways
    )


def _is_part_of_cut(cut: Cut, other: Cut) -> bool:
    return [image[:2] for image in cut] == [image[:2] for image in other] and all(
        _cost_no_more(items, others) for (*_, others), (*_, items) in zip(cut, other, strict=True)
    )


def _cost_no_more(items: Iterable[Item], others: Iterable[Item]) -> bool:
    """Tell whether `items` have one for the role of each of `others`, at no higher cost."""
    costs = {item.role: item.cost for item in items}
    return all(costs.get(other.role, inf) <= other.cost for other in others)


def unexplained(items: Iterable[Item]) -> float:
    """Return the cost, in nats, of a character that is no image; of an image it is 0."""
    return min([item.cost for item in items if item.role == ITSELF], default=0.0)


class Step(dict[str, tuple[Reading, ...]]):
    """The cheapest readings of a run in its place, by the state before it, each worked out when asked for."""

    __slots__ = ("_costs", "_cuts", "_least", "_place")  # there are thousands in memory

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
        """The least cost, in nats, from state "" or "O", and whether that reading has a letter.

        A letter costs what one costs that only its image shows.
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
        """Return the cost of each reading from one state, and its number of letters.

        For a run that can only be one image, the readings themselves need not be worked out.
        """
        if self._cuts.alone:
            costs = _costs_alone(self._cuts.alone, self._place, state)
            return [(cost, item.role == LETTER) for cost, item in costs]
        return [(reading.cost, reading.letters) for reading in self[state]]

    def costs_as(self, other: "Step") -> bool:
        """Tell whether both cost the same from state "" and "O" to any state.

        The cost of letters is not known yet: with letters among the readings, the cuts have to be the same.
        """
        if self is other:
            return True
        return self.costs == other.costs if self.costs else self._cuts.ways == other._cuts.ways

    @property
    def costs(self) -> list[dict[str, float]]:
        """The cost of each state after the run, from "" and from "O"; empty if any reading has letters."""
        if self._costs is None:
            both = [self[state] for state in ("", "O")]
            lettered = any(reading.letters for readings in both for reading in readings)
            kept = [] if lettered else both
            self._costs = [{reading.state: reading.cost for reading in readings} for readings in kept]
        return self._costs


def _readings(cuts: Cuts, place: Place, state: str) -> tuple[Reading, ...]:
    """Return the cheapest reading of a run for each state after it and each number of letters.

    Letters cost what known ones do.  Readings are left out that no way through a line would take, whatever
    the letters turn out to be.
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
    """Return the cheapest readings of a single image for each state after it, as a letter and as none."""
    end, _, items = image
    best: dict[tuple[str, bool], tuple[float, Item]] = {}
    for cost, item in _costs_alone(items, place, state):
        key = after(state, item.role), item.role == LETTER
        if key not in best or cost < best[key][0]:
            best[key] = cost, item
    return [
        Reading(cost, opened, _one_row(((end, item),)), letter, place)
        for (opened, letter), (cost, item) in best.items()
    ]


def _costs_alone(items: tuple[Item, ...], place: Place, state: str) -> list[tuple[float, Item]]:
    """Return each of the items with its cost in a place where no other image stands beside it."""
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
    """Tell whether each image that can only be a letter stands beside a letter, or by itself.

    `left` and `right` are the kinds of what stands on either side of the run.  This is needed since many
    parts of marks are images of rare letters.
    """
    if len(cut) == 1:
        return True
    only = [all(item.role == LETTER for item in items) for *_, items in cut]
    for at, (_, gap, _) in enumerate(cut):
        if not only[at]:
            continue
        before = left in "aA" if at == 0 else LETTER in _roles(cut[at - 1]) and not cut[at - 1][1]
        last = at == len(cut) - 1
        behind = right in "aA" if last else LETTER in _roles(cut[at + 1]) and not gap
        apart = (at > 0 or left[0] in "_^(") and (right[0] in "_$" if last else gap)
        if not (before or behind or apart):
            return False
    return True


def _roles(image: CutImage) -> str:
    return "".join([item.role for item in image[2]])


def _joint(cut: Cut, place: Place, state: str) -> list[Reading]:
    """Return the cheapest reading of a row of images for each state after it and each number of letters."""
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


# The items on a way through a run, each with its end, linked from the last one to the first.
_Row = tuple[int, Item, "_Row"] | None
# Ways through a run that differ only in their last item: the cost and state before it, its left side, the
# letters and the items before it, and the possible last items, whose cost is added once their right side is
# known.
_Before = tuple[float, str, Side, int, _Row]
_Within = tuple[float, str, Side, int, _Row, Sequence[Item]]


@lru_cache(1 << 8)
def _by_side(items: tuple[Item, ...], gap: bool, behind: Side) -> dict[Side, list[Item]]:
    """Return items grouped by the side that they show to what stands before them; `gap` is a blank between.

    A space shows what stands `behind` it.
    """
    groups: dict[Side, list[Item]] = {}
    for item in items:
        side = behind if item.role == SPACE else _side(_shown(item)[0], gap, BEGINS)
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
    """Return one object for all equal rows of items, since readings in many places share them."""
    return items


def _weighed(ways: list[_Within], place: Place) -> Iterator[tuple[float, str, int, Item, _Row]]:
    """Yield the cost of each way with each of its last items, now that their right side is known: `place`'s.

    With it come the state after the way, its number of letters, the last item, and the items before that.
    """
    _, right, begun, language = place
    priced: dict[tuple[Side, str], array[float]] = {}  # most ways share both keys with five others
    for paid, state, left, letters, row, items in ways:
        costs = priced.get((left, state))
        if costs is None:
            opening = begun if may_end(left, right) else ""
            costs = priced[left, state] = context.costs(left, right, opening, language, state)
        for item in items:
            _, _, role, cost = item
            cost += paid + (costs[ROLE_AT[role]] if role in ROLE_AT else place_cost(item, left, right))
            if role == LETTER and left == ALONE and right.kind[0] in "_$":
                cost += ABSURD
            yield cost, after(state, role), letters + (role == LETTER), item, row


def _cheapest_ways(ways: list[_Within], end: int, place: Place, gap: bool) -> Iterable[_Before]:
    """Return the cheapest of `ways`, whose last items end at `end`, as they are for the next item.

    The next item is the right side of `place`; `gap` says whether a blank stands before it.  Of ways with the
    same state, the same side towards that item and as many letters (whose cost is not known yet), the
    cheapest is kept, if it is not FAR_WITHIN behind the cheapest of all, should that have no letter.
    """
    weighed = [*_weighed(ways, place)]
    most = FAR_WITHIN + min([cost + (UNKNOWN - KNOWN) * letters for cost, _, letters, _, _ in weighed])
    best: dict[tuple[str, Side, int], _Before] = {}
    for cost, state, letters, item, row in weighed:
        if cost > most:
            continue
        side = _left_of_next(item, end, row, place.left, gap)
        key = state, side, letters
        if key not in best or cost < best[key][0]:
            best[key] = cost, state, side, letters, (end, item, row)
    return best.values()


def _left_of_next(item: Item, end: int, row: _Row, left: Side, gap: bool) -> Side:
    """Return the left side of what follows an item that ends at `end`.

    A space is transparent: it shows the last item of `row`, or what stands to the `left` of the run.
    """
    if item.role == LETTER and gap and (row[0] < end - len(item.image) if row else left.kind[0] in "_^"):
        return ALONE
    if item.role != SPACE:
        return _shown_behind(item, gap)
    return _shown_behind(row[1], gap=True) if row else _apart(left)


@lru_cache(1 << 10)
def _shown_behind(item: Item, gap: bool) -> Side:
    """Return an item as the left side of what follows, with or without a `gap` (a blank) between."""
    return _side(_shown(item)[-1], gap, ENDS)


@lru_cache(1 << 10)
def _apart(side: Side) -> Side:
    """Return a side as it looks across a blank."""
    return side if side.kind[0] in "_^$" else Side(f"_{side.kind}", side.word)


def _shown(item: Item) -> str:
    """Return the character that an item is to its neighbours; a sign that joins letters is a letter."""
    if item.role == LETTER or item.role in JOINTS:
        return "a"
    return SYMBOLS[0] if item.role == ITSELF and len(item.image) > 1 else item.original


# What stands behind a space that is not the last of its run.
UNSEEN = Side("_x", "")
# The shapes of words that begin and end with a lost letter: see `places.category`.
BEGINS, ENDS = "<3v>", "<3>"
# The left side after a lost letter that is a word, as à: no other such letter stands there.
ALONE = Side("_a", ENDS, bound=True)


@cache
def _side(char: str, gap: bool, word: str) -> Side:
    kind = kind_of(char)
    return Side("_" * gap + kind, word if kind == "a" else "")
