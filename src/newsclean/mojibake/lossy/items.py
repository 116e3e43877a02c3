"""What an image can be read as, and what that costs before any context."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import inf
from typing import NamedTuple

from newsclean.mojibake.lossy.channels import LOST, Leg, images
from newsclean.mojibake.lossy.places import BOUND, CONTRACTED, Side

# What images are made of that say nothing of their originals: what stands for a lost character, also read as
# Windows-1252.
NOTHING = f"{LOST}ï½"

# The marks that channels damage, with their roles in `context`, in any language ...
MARK_ROLES = {
    "’": "a",
    "–": "n",
    "—": "m",
    "…": "e",
    "•": "b",
    **dict.fromkeys("\xa0\u202f", "s"),
    "£": "$",
    "€": "$",
    "¢": "$",
    "°": "°",
    "′": "°",
    **dict.fromkeys("§©®™½¼¾×†", "+"),
}

# Symbols of the web, believed only where a channel leaves of each what it leaves of no other one: pictures,
# which stand apart, and signs that stand beside a number or a word.
PICTURES = (
    "→←↑↓⇒►▶▸■▪●○◆★☆✓✔✅✗✘❌♥❤⚡⭐✨👇👆👉👋👏💙💚💡💪💰💶📈📉📌📢📷📸🔗🔥🔴🙏🙌🚀🚨"
    "🟢🤔🤖🎉🎥🏆🏠🌍🌊🌱🌳😂😉😊😍\ufe0f"
)
SYMBOLS_APART = frozenset(f"{PICTURES}≈≠≤≥±―·")
SYMBOLS = f"{PICTURES}−≈≠≤≥±²³№‑―·º"

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

# What it costs, in nats, to take for itself a character that the channels should have destroyed, and
# one that intact text does not have in that place.
SURVIVOR = 1.5
ODD = 6.0

# A letter beside a question mark: the mark may be another letter of the word.
BESIDE_LOST = 0.5

# A sign or a symbol; and so much more where its neighbours are of none of the classes that stand before and
# behind it.
SIGN, AMISS = 5.0, 8.0
ABSURD = 20.0  # what cannot be
NEIGHBOURS = {
    **dict.fromkeys("®™", ("aA0)", "_$-.,:?()\"'")),
    **dict.fromkeys("½¼¾", ("_^0-(", "_$-.,:)")),
    "§": ("_^(", "_0"),
    "†": ("_^(aA", "_$0A),."),
    "©": ("_^(", "_0A"),
    "×": ("_0)", "_0("),
    **dict.fromkeys(SYMBOLS_APART, ("_^x", "_$x0")),
    **dict.fromkeys("²³º", ("a0", "_$.,")),
    **dict.fromkeys("−№", ("_^(", "_0")),
    "‑": ("aA0", "aA0"),
}

# What joins two letters or digits, and what it costs: `up‐to‐date`, which costs more behind a small letter,
# where a quotation may close without a blank; an opening mark as an apostrophe, as in `Anna‘s`; · where it is
# at home, as in `élu·e·s` and `col·lecció`: the letters that leave the same are not.
JOINTS = {"‐": 2.0, "‘": 6.0, "·": -2.7}
BEHIND_SMALL = 1.5
JOINED = frozenset("aA0")
DOTTED = frozenset({"fr", "ca"})
# What is likelier within words where a channel leaves the same of it.
WITHIN = "’–—…"
NARROW = "\u202f"  # the space within « and » in French

# The first byte of most marks in UTF-8, read in Latin-1, and what is left where the others are dropped.
STUMP = "â"

# A quotation mark of another language than the document's; most languages that the list of words lacks quote
# as English does.
FOREIGN = 5.0
WIDESPREAD = frozenset({"en"})
# One of the language's own marks in a document that quotes as English does; and an opening single one there,
# which its place alone seldom tells from a double one.
ADOPTED = 1.0
ENGLISH = {"o": -3.0}
# What opens a quotation within one, in languages that seldom open others with it, as English does.
INNER = {"‚": 2.0}
OTHER_CURRENCY = 1.0
PRIME = 3.0  # which is rarer than °

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
        """Whether it is unknown what the item stands for."""
        return self.role == "l" and self.original == self.image


# Most channels share most of their items.
one_item = lru_cache(1 << 12)(Item)

# An item and where it ends, in its run or in its line.
Placed = tuple[int, Item]


def unread(item: Item) -> Item:
    """Return an item as one of which it is unknown what it stands for."""
    return Item(item.image, item.image, "l", item.cost)


def only(own: frozenset[str]) -> str:
    """Return the only one of a document's languages, or nothing."""
    return next(iter(own)) if len(own) == 1 else ""


def symbols_of(legs: tuple[Leg, ...]) -> dict[str, str]:
    """Return what a channel leaves of each symbol, with the symbol, or with itself where several leave it.

    What may be anything that was lost, as `??`, is left out.
    """
    sent = images(legs, SYMBOLS)
    alike = Counter(sent)
    return {
        damaged: symbol if alike[damaged] == 1 else damaged
        for damaged, symbol in zip(sent, SYMBOLS, strict=True)
        if damaged != symbol and damaged.strip(NOTHING)
    }


@lru_cache(64)  # a dozen lattices of one document ask
def marks_of(own: frozenset[str], english: str = "") -> Mapping[str, Mapping[str, float]]:
    """Return each mark with the roles that it may have in a document of these languages, and their costs.

    In the roles `english` the document quotes as English does.
    """
    marks = {mark: {role: SIGN if role == "+" else 0.0} for mark, role in MARK_ROLES.items()}
    marks["€" if "en" in own else "£"]["$"] = OTHER_CURRENCY
    marks["¢"]["$"] = 2 * OTHER_CURRENCY
    marks["′"]["°"] = PRIME
    if "es" in own:
        marks |= {mark: {role: 0.0} for mark, role in INVERTED.items()}
    for codes, roles in QUOTATION.items():
        cost = 0.0 if (own or WIDESPREAD) & set(codes.split()) else FOREIGN
        adopted = "en" in codes.split()
        for mark, several in roles.items():
            known = marks.setdefault(mark, {})
            for role in several:
                styled = cost + INNER.get(mark, 0.0)
                if role in english:
                    styled = ENGLISH.get(role, 0.0) if adopted else styled + ADOPTED
                known[role] = min(styled, known.get(role, inf))
    return marks


def joints_of(sent: Mapping[str, str], own: frozenset[str]) -> Iterator[Item]:
    """Yield the signs that join letters where a channel has not `sent` the same of other marks in words."""
    within = [sent.get(mark) for mark in (WITHIN + NARROW if "fr" in own else WITHIN)]
    for joint, cost in JOINTS.items():
        damaged = sent[joint]
        if damaged.strip(NOTHING) and damaged not in (*within, joint) and (joint != "·" or own & DOTTED):
            yield one_item(damaged, joint, joint, cost)


@lru_cache(4096)
def odd(char: str, before: str, after: str) -> float:
    """Return what it costs to take a character for itself, in nats; `after` holds two, if there are."""
    if char.isascii():
        return 0.0
    if char == STUMP and after == "??":
        return ODD
    after = after[:1]
    if char == "\ufffd" or "\x80" <= char < "\xa0":
        return ODD
    foreign = any(not c.isascii() and not c.isalpha() for c in (before + after).strip())
    if char.isalpha():
        return ODD / 2 if foreign else BESIDE_LOST if "?" in (before, after) else 0.0
    return ODD if foreign or "?" in (before, after) or before.isalpha() else 0.0


def place_cost(item: Item, left: Side, right: Side) -> float:
    """Return what the place adds to the cost of an item whose role `context.costs` does not know."""
    if item.role in JOINTS:
        joins = left.kind in JOINED and right.kind in JOINED
        return _placed_within(item.role, left, right) if joins else ABSURD
    if item.role == "+":
        before, behind = NEIGHBOURS[item.original]
        return AMISS * (left.kind[0] not in before or right.kind[0] not in behind)
    return ODD if item.original == STUMP and _is_misplaced(left, right) else 0.0


def _placed_within(joint: str, left: Side, right: Side) -> float:
    """Return the extra cost of this joining sign between these letters."""
    if joint == "‘":
        return 0.0 if right.word == "s" else ABSURD
    if joint == "·":
        return 0.0
    shortens = right.kind == "a" and right.word in CONTRACTED
    if shortens or BOUND in (left.word, right.word):
        return ABSURD
    return BEHIND_SMALL if left.kind == "a" else 0.0


def _is_misplaced(left: Side, right: Side) -> bool:
    """Tell whether what stands here is hardly a small letter: alone, before a capital, in a contraction."""
    if left.kind in ("a", "A"):
        return right.word == "s" or (right.word == "t" and left.word.endswith("n"))
    return right.kind != "a"
