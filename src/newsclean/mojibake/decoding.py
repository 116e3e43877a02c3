"""Joint decoding of a paragraph: of all readings of all its broken runs, the likeliest.

A run of damage is read as a row of images, each with the originals that it may have had.  How likely an
original is depends on its neighbours and on the quotations that stand open before it (context.py), so the
search walks along the line and keeps, for each state of quotation, the cheapest way there.  What a run
costs from one state to another is the same wherever it stands between the same neighbours: it is worked out
once.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from math import inf
from typing import NamedTuple
from weakref import WeakValueDictionary

from newsclean.mojibake import context
from newsclean.mojibake.channels import Channel, images, sender
from newsclean.mojibake.context import Place, Side, after
from newsclean.mojibake.spelling import Letters, letter_images, lost_letters

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
    "¢": "$",
    "°": "°",
    "′": "°",
    **dict.fromkeys("§©®™½¼¾×", "+"),
}
# ... and the quotation marks of some (CLDR, `delimiters`).
QUOTATION = {
    "en es it nl pt tr": {"“": "O", "”": "C", "‘": "o", "’": "c"},
    "de cs bg is lt sk sl": {"„": "O", "“": "C", "‚": "o", "‘": "c"},
    "pl ro hu hr": {"„": "O", "”": "C", "‚": "o", "’": "c"},
    "sv fi da": {"”": "OC", "’": "oc"},
    "da": {"»": "«", "«": "»"},
    "fr es it pt ru uk nb ro pl": {"«": "«O", "»": "»C"},
}
# What opens a question and an exclamation in Spanish.
INVERTED = {"¿": "¿", "¡": "¡"}
# Marks that stand for themselves and steer the reading of the others.
INTACT = {"“": "O", "”": "C", "‘": "o", "’": "ac", '"': "OC", "'": "oca", **INVERTED}

LONGEST = 60  # characters of a run; a longer one is no text
MOST_IMAGES = 8  # in a run; a longer row could be anything, and each image multiplies its readings
WIDTH = 12  # ways that are kept within a run; 8 are enough in all but contrived ones
HOPELESS = 10.0  # nats: more than an open quotation can save; from 7 on nothing changes

# Different runs that are remembered under each channel.
MEMORY = 4096

# What it costs, in nats, to take for itself a character that the channels should have destroyed, and
# one that intact text does not have in that place.
SURVIVOR = 1.5
ODD = 6.0
# A letter beside a question mark: the mark may be another letter of the word.
BESIDE_LOST = 0.5
# What it costs to read a letter that the word list confirms, that the spelling of a word on no list tells,
# that its image or place alone tells, or that several words confirm, or nothing.
KNOWN = -2.0
SPELLED = -1.0
TOLD = 0.0
UNKNOWN = 4.0
PRICES = {"listed": KNOWN, "spelled": SPELLED, "image": TOLD, "alone": TOLD, "some": TOLD, "": UNKNOWN}
# A quotation that a line leaves open, and the same where the next line opens one.
OPEN, CONTINUED = 2.5, 0.3
# A sign; and so much more where its neighbours are of none of the classes that stand before and behind it.
SIGN, AMISS = 5.0, 8.0
BESIDE = {
    **dict.fromkeys("®™", ("aA0)", "_$-.,:?()\"'")),
    **dict.fromkeys("½¼¾", ("_^0-(", "_$-.,:)")),
    "§": ("_^(", "_0"),
    "©": ("_^(", "_0A"),
    "×": ("_0)", "_0("),
}
# A quotation mark of another language than the document's; most languages that `words` does not know quote as
# English does.
FOREIGN = 5.0
WIDESPREAD = frozenset({"en"})
OTHER_CURRENCY = 1.0
# A typographic quotation mark among straight ones.
MIXED = 2.0


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


class Reading(NamedTuple):
    """One way to read a run: its cost, the quotations open behind it, the items and where each ends.

    `letters` counts the items that are letters, whose words have yet to be looked up.
    """

    cost: float
    state: str
    items: tuple[tuple[int, Item], ...]
    letters: int = 0


class Lattice:
    """What the images of a channel can stand for in a document of some languages."""

    def __init__(self, channel: Channel | None, own: frozenset[str], straight: bool = False) -> None:
        """Compute the images of all marks and letters under `channel`; None damages nothing.

        `own` names the languages of the document, `straight` says that its intact quotation marks are
        straight.
        """
        self.channel = channel
        self.own = own
        self.language = only(own)
        self._mixed = MIXED if straight else 0.0
        self.bare = channel is not None and channel.bare != ""
        self.send = sender(channel.legs) if channel else None
        self.letters = letter_images(channel, own) if channel else {}
        self.items: dict[str, list[Item]] = {}
        self._add_marks()
        for mark, roles in INTACT.items():
            cost = self._survivor(mark)
            self.items.setdefault(mark, []).extend(Item(mark, mark, role, cost) for role in roles)
        self.items.setdefault("?", []).append(Item("?", "?", "?", 0.0))
        self.items = {damaged: _cheapest(items) for damaged, items in self.items.items()}
        self._all = {
            damaged: (
                *self.items.get(damaged, ()),
                *([Item(damaged, damaged, "l", KNOWN)] if damaged in self.letters else ()),
            )
            for damaged in {*self.items, *self.letters}
        }
        self.lengths = sorted({len(damaged) for damaged in self._all}, reverse=True)
        images_hold = frozenset("".join(self._all))
        # A line without any of these needs no reading.
        self._damage = images_hold - (set(INTACT) - {channel.lost if channel else ""})
        self.heads = self._heads() - images_hold
        self.members = images_hold | self.heads
        self._cuts: dict[str, Cuts] = {}
        self._steps: dict[tuple[str, Place], Step] = {}

    def _add_marks(self) -> None:
        if self.send is None:
            return
        for mark, roles in marks_of(self.own).items():
            damaged = self.send(mark)
            if damaged not in ("", mark):
                items = (
                    Item(damaged, mark, role, cost + self._mixed * (role in "OCoc"))
                    for role, cost in roles.items()
                )
                self.items.setdefault(damaged, []).extend(items)

    def _heads(self) -> frozenset[str]:
        """Return what opens the image of a mark or a letter before the channel loses anything.

        What stands behind one that it would have lost has been through another channel.
        """
        if self.channel is None or self.channel.legs[0].write != "utf-8":
            return frozenset()
        return frozenset(opened[0] for opened in images(self.channel.legs[:1], "’é") if opened)

    def _survivor(self, char: str) -> float:
        return SURVIVOR if self.send and self.send(char) != char else 0.0

    def is_part_of(self, other: "Lattice", chars: frozenset[str]) -> bool:
        """Tell whether all that images made of `chars` can stand for here, they can under `other` as well.

        It must cost no more there.
        """
        for damaged in filter(chars.issuperset, self._all):
            costs = {item.role: item.cost for item in other._all.get(damaged, ())}
            if any(costs.get(item.role, inf) > item.cost for item in self._all[damaged]):
                return False
        more = lost_letters(self.channel) - lost_letters(other.channel)
        return not any(chars.issuperset(damaged) for _, damaged in more)

    def decode(self, line: "Line", following: list[str], letters: Letters | None) -> Reading:
        """Return the cheapest reading of `line`, whose items end where they end in the line.

        `following` are the next lines, which tell what a quotation costs that the line leaves open.
        `letters` looks letters up; without it none is read.
        """
        cost, state, back = self._cheapest(line, following, letters)
        items: list[tuple[int, Item]] = []
        while back is not None:
            start, read, back = back
            items += [(start + end, item) for end, item in reversed(read)]
        items.reverse()
        return Reading(cost, state, tuple(items))

    def cost(self, line: "Line", following: list[str], letters: Letters | None) -> float:
        """Return what the cheapest reading of `line` costs, in nats."""
        return self._cheapest(line, following, letters)[0]

    def _cheapest(
        self, line: "Line", following: list[str], letters: Letters | None
    ) -> tuple[float, str, "_Back | None"]:
        if self._damage.isdisjoint(line.foreign):
            return 0.0, "", None
        ways: dict[str, _Way] = {"": (0.0, None)}
        for start, run, place in line.spots(self.members):
            step = self.step(run, place)
            least = HOPELESS + min([paid for paid, _ in ways.values()])
            ahead: dict[str, _Way] = {}
            for state, (paid, back) in ways.items():
                if paid > least:
                    continue
                for reading in step[state]:
                    cost, opened, items, lettered = reading
                    if lettered:
                        cost, _, items, _ = self._spelled(reading, line.text, start, letters)
                    cost += paid
                    if opened not in ahead or cost < ahead[opened][0]:
                        ahead[opened] = cost, (start, items, back)
            ways = ahead
        costs = {state: paid for state, (paid, _) in ways.items()}
        if any(costs):
            unfinished = self._unfinished(following)
            costs = {state: paid + len(state) * unfinished for state, paid in costs.items()}
        state = min(costs, key=costs.__getitem__)
        return costs[state], state, ways[state][1]

    def _unfinished(self, following: list[str]) -> float:
        """Return what a quotation costs that a line leaves open: little, if the next line opens one."""
        line = next((line for line in following if not line.isspace()), "")
        return CONTINUED if line[:1] in self.members else OPEN

    def step(self, run: str, place: Place) -> "Step":
        """Return what a run costs in its place."""
        step = self._steps.get((run, place))
        if step is None:
            if len(self._steps) > MEMORY:
                self._steps.clear()
            step = self._steps[run, place] = steps(self.cuts(run), place)
        return step

    def _spelled(self, reading: Reading, line: str, start: int, letters: Letters | None) -> Reading:
        """Look up the letters of a reading of the run at `start`."""
        cost = reading.cost
        items = []
        for end, item in reading.items:
            spelled = item
            if item.role == "l":
                at = start + end - len(item.image)
                letter, proof = letters.read(line, at, item.image) if letters else (None, "")
                price = PRICES[proof]
                spelled = Item(item.image, letter or item.image, "l", price)
                cost += price - KNOWN
            items.append((end, spelled))
        return Reading(cost, reading.state, tuple(items), reading.letters)

    def cuts(self, run: str) -> "Cuts":
        """Return the ways to cut a run into images, and what they say of the channel."""
        known = self._cuts.get(run)
        if known is None:
            if len(self._cuts) > MEMORY:
                self._cuts.clear()
            known = self._cuts[run] = self._cut(run)
        return known

    def _cut(self, run: str) -> "Cuts":
        ahead: list[list[tuple[float, Cut]]] = [[] for _ in range(len(run) + 1)]
        ahead[0].append((0.0, ()))
        for at in range(len(run)):
            ways = sorted(ahead[at], key=lambda way: (way[0], len(way[1])))[:WIDTH]
            for damaged, items in self._images_at(run, at) if ways else ():
                end = at + len(damaged)
                stop = end + len(run[end:]) - len(run[end:].lstrip(GAP))
                cost = min([item.cost for item in items if item.role == "x"], default=0.0)
                ahead[stop] += [(paid + cost, (*cut, (end, stop > end, items))) for paid, cut in ways]
        short = [way for way in ahead[-1] if len(way[1]) <= MOST_IMAGES]
        ways = sorted(short, key=lambda way: (way[0], len(way[1])))[:WIDTH]
        if not ways:
            ways = [(0.0, ((len(run), False, (Item(run, run, "x", 0.0),)),))]
        least = ways[0][0]
        kept = tuple([cut for cost, cut in ways if cost < least + ODD])
        return _one_for_all(least, kept)

    def _images_at(self, run: str, at: int) -> Iterator[tuple[str, tuple[Item, ...]]]:
        beside = at > 0 and run[at - 1] in self.heads
        for length in () if beside else self.lengths:
            damaged = run[at : at + length]
            if len(damaged) == length and damaged in self._all:
                yield damaged, self._all[damaged]
        if beside or run[at] not in self.items:
            cost = odd(run[at], run[at - 1 : at] if at else "", run[at + 1 : at + 2])
            yield run[at], (Item(run[at], run[at], "x", cost + 2 * self._survivor(run[at])),)


# One way to cut a run: the end of each image in it, whether a gap follows, and what the image can stand for.
Cut = tuple[tuple[int, bool, tuple[Item, ...]], ...]


class Cuts:
    """What a run is made of under one channel, one object for all channels to which the run is the same.

    `cost` is what its characters cost that are no images, in nats; `ways` are the cuts that cost little
    more.
    """

    def __init__(self, cost: float, ways: tuple[Cut, ...]) -> None:
        """Make one; `_one_for_all` asks for it."""
        self.cost = cost
        self.ways = ways


_made: WeakValueDictionary[tuple[Cut, ...], Cuts] = WeakValueDictionary()


def _one_for_all(cost: float, ways: tuple[Cut, ...]) -> Cuts:
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
        cost = item.cost + (costs[role] if role in costs else _placed(item, left, right))
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


def _placed(item: Item, left: Side, right: Side) -> float:
    """Return what the place adds to the cost of an item that has no context."""
    if item.role != "+":
        return 0.0
    before, behind = BESIDE[item.original]
    return AMISS * (left.kind[0] not in before or right.kind[0] not in behind)


GAP = " \t"


# The cheapest way through a line up to a run: its cost, and the runs behind one another, the last one first,
# each with its start and the items that it is read as.  Tuples, of which a document makes thousands.
_Back = tuple[int, tuple[tuple[int, Item], ...], "_Back | None"]
_Way = tuple[float, "_Back | None"]


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
            cost = _placed(item, left, right)
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


def only(own: frozenset[str]) -> str:
    """Return the only one of a document's languages, or nothing."""
    return next(iter(own)) if len(own) == 1 else ""


def _cheapest(items: list[Item]) -> list[Item]:
    """Keep the first of the cheapest items for each role: the others would never be chosen."""
    best: dict[str, Item] = {}
    for item in items:
        if item.role not in best or item.cost < best[item.role].cost:
            best[item.role] = item
    return list(best.values())


def marks_of(own: frozenset[str]) -> dict[str, dict[str, float]]:
    """Return each mark with the roles that it may have in a document of these languages, and their costs."""
    marks = {mark: {role: SIGN if role == "+" else 0.0} for mark, role in ROLES.items()}
    marks["€" if "en" in own else "£"]["$"] = OTHER_CURRENCY
    marks["¢"]["$"] = 2 * OTHER_CURRENCY
    if "es" in own:
        marks |= {mark: {role: 0.0} for mark, role in INVERTED.items()}
    for codes, roles in QUOTATION.items():
        cost = 0.0 if (own or WIDESPREAD) & set(codes.split()) else FOREIGN
        for mark, several in roles.items():
            known = marks.setdefault(mark, {})
            for role in several:
                known[role] = min(cost, known.get(role, cost))
    return marks


# All that may be part of a run under any channel: what is beyond ASCII, and a few marks.  It is written as
# all but the rest of ASCII: Python takes a hundred times as long to compile a range up to the last character.
STRETCH = re.compile(r"""[^\x00-!#-&(->@-\x7f]+(?:[ \t]+[^\x00-!#-&(->@-\x7f]+)*""")
PIECE = re.compile(r"[^\0 \t]+(?:[ \t]+[^\0 \t]+)*")


class Line:
    """A line of a document, what of it may be damage, and where that stands.

    `foreign` holds all characters of the line that may be part of a run.
    """

    def __init__(self, text: str, language: str) -> None:
        """`language` is the only one of the document, or empty."""
        self.text = text
        self._language = language
        self.foreign = frozenset("".join(STRETCH.findall(text)))
        self._spots: dict[frozenset[str], list[tuple[int, str, Place]]] = {}

    def spots(self, members: frozenset[str]) -> list[tuple[int, str, Place]]:
        """Return start, text and place of each run of `members`, but for long ones and those of addresses.

        A run may hold blanks.  Most channels have the same members among the characters of a line.
        """
        present = members & self.foreign
        spots = self._spots.get(present)
        if spots is None:
            addresses = "?" in present and any(sign in self.text for sign in ADDRESS)
            spots = self._spots[present] = [
                (start, run, self._place(start, start + len(run)))
                for start, run in self._runs(present)
                if len(run) <= LONGEST
                and not (addresses and "?" in run and _in_address(self.text, start, start + len(run)))
            ]
        return spots

    def _runs(self, members: frozenset[str]) -> Iterator[tuple[int, str]]:
        foreign = self.foreign - members - set(GAP)
        for stretch in STRETCH.finditer(self.text):
            if foreign.isdisjoint(stretch[0]):
                yield stretch.start(), stretch[0]
            else:
                kept = "".join(["\0" if char in foreign else char for char in stretch[0]])
                yield from [(stretch.start() + run.start(), run[0]) for run in PIECE.finditer(kept)]

    def _place(self, start: int, stop: int) -> Place:
        """Return where the run between `start` and `stop` stands."""
        left, right = context.left_side(self.text, start), context.right_side(self.text, stop)
        ends = left.kind[0] not in "_^" and (stop - start > 1 or context.may_end(left, right))
        return Place(left, right, context.beginning(self.text, start) if ends else "", self._language)


ADDRESS = ("://", "www.", "=", "&", "/")


def _in_address(line: str, start: int, end: int) -> bool:
    """Tell whether a question mark may belong to a URL; REACH bounds the work on a line without blanks."""
    before = line[max(0, start - 4 * context.REACH) : start].rpartition(" ")[2]
    behind = line[end : end + 4 * context.REACH].partition(" ")[0]
    return any(sign in before or sign in behind for sign in ADDRESS)


@lru_cache(4096)
def odd(char: str, before: str, after: str) -> float:
    """Return what it costs to take a character for itself, in nats."""
    if char.isascii():
        return 0.0
    if char == "\ufffd" or "\x80" <= char < "\xa0":
        return ODD
    foreign = any(not c.isascii() and not c.isalpha() for c in (before + after).strip())
    if char.isalpha():
        return ODD / 2 if foreign else BESIDE_LOST if "?" in (before, after) else 0.0
    return ODD if foreign or "?" in (before, after) or before.isalpha() else 0.0
