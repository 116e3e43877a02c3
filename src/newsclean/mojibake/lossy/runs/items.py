"""What an image can be read as, and the cost of that before any context."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from math import inf
from typing import NamedTuple

from newsclean.mojibake.lossy.channels import AUTHORED, LOST, Leg, images
from newsclean.mojibake.lossy.runs.context import (
    APOSTROPHE,
    BULLET,
    CURRENCY,
    DEGREE,
    ELLIPSIS,
    EM_DASH,
    EN_DASH,
    LETTER,
    OTHER_SIGN,
    QUESTION,
    SPACE,
)
from newsclean.mojibake.lossy.runs.places import BOUND, CONTRACTED, Side

# The characters of images that say nothing of their originals: those that stand for lost ones, and U+FFFD
# read as Windows-1252.
NOTHING = f"{LOST}ï½"

# The marks that channels damage, each with its role (see `context`), in any language ...
MARK_ROLES = {
    "’": APOSTROPHE,
    "–": EN_DASH,
    "—": EM_DASH,
    "…": ELLIPSIS,
    "•": BULLET,
    **dict.fromkeys("\xa0\u202f", SPACE),
    **dict.fromkeys("£€¢", CURRENCY),
    **dict.fromkeys("°′", DEGREE),
    **dict.fromkeys("§©®™½¼¾×†", OTHER_SIGN),
}

# Symbols of the web, each believed only if no other one has the same image: pictures, which stand apart, and
# signs that stand beside a number or a word.
PICTURES = (
    "→←↑↓⇒►▶▸■▪●○◆★☆✓✔✅✗✘❌♥❤⚡⭐✨👇👆👉👋👏💙💚💡💪💰💶📈📉📌📢📷📸🔗🔥🔴🙏🙌🚀🚨"
    "🟢🤔🤖🎉🎥🏆🏠🌍🌊🌱🌳😂😉😊😍\ufe0f"
)
SYMBOLS_APART = frozenset(f"{PICTURES}≈≠≤≥±―·")
SYMBOLS = f"{PICTURES}−≈≠≤≥±²³№‑―·º‰"

# ... and the quotation marks of some languages (CLDR, `delimiters`).
QUOTATION = {
    "en es it nl pt tr": {"“": "O", "”": "C", "‘": "o", "’": "c"},
    "de cs bg is lt sk sl": {"„": "O", "“": "C", "‚": "o", "‘": "c"},
    "pl ro hu hr": {"„": "O", "”": "C", "‚": "o", "’": "c"},
    "sv fi da": {"”": "OC", "’": "oc"},
    "da": {"»": "«", "«": "»"},
    "fr es it pt ru uk nb ro pl": {"«": "«O", "»": "»C"},
}

# The marks that open questions and exclamations in Spanish.
INVERTED = {"¿": "¿", "¡": "¡"}

# Marks that stand for themselves, with their roles: the reading of the others depends on them.
INTACT = {"“": "O", "”": "C", "‘": "o", "’": "ac", '"': "OC", "'": "oca", **INVERTED}

# The cost, in nats, of taking for itself a character that the channel should have destroyed, and one that
# intact text does not have in that place.
SURVIVOR = 1.5
ODD = 6.0

# The cost, in nats, of a letter beside a question mark, which may be another letter of the word.
BESIDE_LOST = 0.5

# The cost, in nats, of a sign or symbol; AMISS is added unless its neighbours are of the classes (see
# `places`) that stand before and after it.
SIGN, AMISS = 5.0, 8.0
ABSURD = 20.0  # nats: it cannot be
NEIGHBOURS = {
    **dict.fromkeys("®™", ("aA0)", "_$-.,:?()\"'")),
    **dict.fromkeys("½¼¾", ("_^0-(", "_$-.,:)")),
    "§": ("_^(", "_0"),
    "†": ("_^(aA", "_$0A),."),
    "©": ("_^(", "_0A"),
    "×": ("_0)", "_0("),
    **dict.fromkeys(SYMBOLS_APART, ("_^x", "_$x0")),
    **dict.fromkeys("²³º", ("a0", "_$.,")),
    "‰": ("_0", "_$.,:;)"),
    **dict.fromkeys("−№", ("_^(", "_0")),
    "‑": ("aA0", "aA0"),
}

# Signs that join two letters or digits, with their costs in nats: the hyphen of `up‐to‐date`, which costs
# BEHIND_SMALL more behind a small letter, since a quotation may close there without a blank; an opening mark
# as an apostrophe, as in `Anna‘s`; and · in languages that use it, as in `élu·e·s` and `col·lecció`, where it
# is likelier than letters with the same image.
JOINTS = {"‐": 2.0, "‘": 6.0, "·": -2.7}
BEHIND_SMALL = 1.5
JOINED = frozenset("aA0")
DOTTED = frozenset({"fr", "ca"})
# Marks that are likelier within words than a joining sign with the same image.
WITHIN = "’–—…"
NARROW = "\u202f"  # the space inside « and » in French

# The first byte of most marks in UTF-8, read in Latin-1: all that is left of them where the others were
# dropped.
STUMP = "â"

# The cost, in nats, of a quotation mark that the document's language does not use; a document in no listed
# language is taken to quote as English does, as most do.
FOREIGN = 5.0
WIDESPREAD = frozenset({"en"})
# The costs, in nats, in a document that quotes as English does: of its language's own marks, and of an
# opening single mark, which its place alone seldom distinguishes from a double one.
ADOPTED = 1.0
ENGLISH = {"o": -3.0}
# The cost, in nats, of opening a quotation with the mark that closes it in every other language.
REVERSED = {("”", "O"): 4.0, ("’", "o"): 4.0}
# The cost, in nats, of a mark that mostly opens a quotation within another, other than in English.
INNER = {"‚": 2.0}
OTHER_CURRENCY = 1.0  # nats: a currency that is not the likeliest in the language
PRIME = 3.0  # nats: rarer than °

# The cost, in nats, of a typographic quotation mark among straight ones.
MIXED = 2.0


class Item(NamedTuple):
    """One image, the original that it is read as, its role, and its cost before any context, in nats."""

    image: str
    original: str
    role: str
    cost: float

    @property
    def unread(self) -> bool:
        """Whether it is unknown what the item stands for; its role is then that of a letter."""
        return self.role == LETTER and self.original == self.image


# Cached, since channels have most of their items in common.
one_item = lru_cache(1 << 12)(Item)

# An item after the place where it ends, in its run or in its line.
Placed = tuple[int, Item]


def unread(item: Item) -> Item:
    """Return an item as unread: it is unknown what it stands for."""
    return Item(item.image, item.image, LETTER, item.cost)


def tells_nothing(image: str) -> bool:
    """Tell whether an image says nothing of its mark: lost characters alone, or the head of all marks."""
    return image == STUMP or not image.strip(NOTHING)


def is_lost(item: Item) -> bool:
    """Tell whether an item is a mark that only its place shows, or a question mark that may be one."""
    mark = item.role == QUESTION or (item.original != item.image and item.role != LETTER)
    return mark and tells_nothing(item.image)


def only(own: frozenset[str]) -> str:
    """Return the document's language if it has exactly one, else ""."""
    return next(iter(own)) if len(own) == 1 else ""


def symbols_of(legs: tuple[Leg, ...]) -> dict[str, str]:
    """Return each image of a symbol with the symbol, or with itself if several symbols have it.

    Images that may be of anything lost, as `??`, are left out.
    """
    sent = images(legs, SYMBOLS)
    alike = Counter(sent)
    return {
        damaged: symbol if alike[damaged] == 1 else damaged
        for damaged, symbol in zip(sent, SYMBOLS, strict=True)
        if damaged.strip(NOTHING) and damaged not in (symbol, *AUTHORED)
    }


@lru_cache(64)  # a dozen lattices of one document ask for it
def marks_of(
    own: frozenset[str], quoting_roles: frozenset[str] = frozenset()
) -> Mapping[str, Mapping[str, float]]:
    """Return each mark with the roles that it may have in a document of these languages, and their costs.

    `quoting_roles` are the roles in which the document quotes as English does.
    """
    marks = {mark: {role: SIGN if role == OTHER_SIGN else 0.0} for mark, role in MARK_ROLES.items()}
    marks["€" if "en" in own else "£"][CURRENCY] = OTHER_CURRENCY
    marks["¢"][CURRENCY] = 2 * OTHER_CURRENCY
    marks["′"][DEGREE] = PRIME
    if "es" in own:
        marks |= {mark: {role: 0.0} for mark, role in INVERTED.items()}
    for codes, roles in QUOTATION.items():
        cost = 0.0 if (own or WIDESPREAD) & set(codes.split()) else FOREIGN
        adopted = "en" in codes.split()
        for mark, several in roles.items():
            known = marks.setdefault(mark, {})
            for role in several:
                styled = cost + INNER.get(mark, 0.0) + (REVERSED.get((mark, role), 0.0) if cost else 0.0)
                if role in quoting_roles:
                    styled = ENGLISH.get(role, 0.0) if adopted else styled + ADOPTED
                known[role] = min(styled, known.get(role, inf))
    return marks


def joints_of(sent: Mapping[str, str], own: frozenset[str]) -> Iterator[Item]:
    """Yield the signs that join letters, unless marks that stand within words have `sent` the same image."""
    within = [sent.get(mark) for mark in (WITHIN + NARROW if "fr" in own else WITHIN)]
    for joint, cost in JOINTS.items():
        damaged = sent[joint]
        if damaged.strip(NOTHING) and damaged not in (*within, joint) and (joint != "·" or own & DOTTED):
            yield one_item(damaged, joint, joint, cost)


@lru_cache(4096)
def odd(char: str, before: str, after: str) -> float:
    """Return the cost, in nats, of taking a character for itself; `after` has up to two characters."""
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
    """Return what the place adds to the cost, in nats, of an item whose role has none in `context.costs`."""
    if item.role in JOINTS:
        joins = left.kind in JOINED and right.kind in JOINED
        return _placed_within(item.role, left, right) if joins else ABSURD
    if item.role == OTHER_SIGN:
        before, behind = NEIGHBOURS[item.original]
        return AMISS * (left.kind[0] not in before or right.kind[0] not in behind)
    return ODD if item.original == STUMP and _is_misplaced(left, right) else 0.0


def _placed_within(joint: str, left: Side, right: Side) -> float:
    """Return the extra cost, in nats, of a joining sign between these letters."""
    if joint == "‘":
        return 0.0 if right.word == "s" else ABSURD
    if joint == "·":
        return 0.0
    shortens = right.kind == "a" and right.word in CONTRACTED
    if shortens or BOUND in (left.word, right.word):
        return ABSURD
    return BEHIND_SMALL if left.kind == "a" else 0.0


def _is_misplaced(left: Side, right: Side) -> bool:
    """Tell whether hardly a small letter stands here: it is alone, before a capital or in a contraction."""
    if left.kind in ("a", "A"):
        return right.word == "s" or (right.word == "t" and left.word.endswith("n"))
    return right.kind != "a"
