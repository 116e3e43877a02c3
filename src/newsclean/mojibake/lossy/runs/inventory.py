"""The inventory of a channel: each image with the items that it can be read as, wherever it stands.

?€?   “ ” ‘ • and others, by role     what UTF-8 > Windows-1252 > Windows-1251 leaves of several marks
?€™   ’ as apostrophe or closing mark  what it leaves of one
”     itself                           a mark that has survived
?     itself                           a question mark that is one
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from newsclean.mojibake.lossy.channels import AUTHORED, Channel, Corrupt, images
from newsclean.mojibake.lossy.runs.context import QUOTING
from newsclean.mojibake.lossy.runs.items import (
    INTACT,
    INVERTED,
    JOINTS,
    MIXED,
    SIGN,
    SURVIVOR,
    Item,
    joints_of,
    one_item,
    symbols_of,
)
from newsclean.mojibake.lossy.runs.letter_images import letter_images

# The cost, in nats, of reading a question mark as another mark: a mark invented is worse than one left.  On
# outlets held back, this loses a fifth fewer questions at the price of .003 of the marks; 1 would lose a
# third fewer, for .005.
ASKED = 0.7

Marks = Mapping[str, Mapping[str, float]]
Inventory = dict[str, list[Item]]


def broken_marks(channel: Channel | None, marks: Marks, own: frozenset[str], straight: bool) -> Inventory:
    """Return the images of marks, signs and symbols under `channel`, each with the items that it can be.

    `marks` is what `items.marks_of` returns, `own` are the languages of the document; `straight` says that
    its intact quotation marks are straight.
    """
    found: Inventory = {}
    if channel is None:
        return found
    if channel.keeps_marks:  # then an image is hardly ever a mark
        marks = {mark: roles for mark, roles in marks.items() if mark in INVERTED}
        if not marks:
            return found
    chars = "".join({**marks, **JOINTS})  # all at once; one by one they take ten times as long
    sent = dict(zip(chars, images(channel.legs, chars), strict=True))
    for item in (*_marks(sent, marks, MIXED if straight else 0.0), *joints_of(sent, own)):
        found.setdefault(item.image, []).append(item)
    letters = letter_images(channel)
    for damaged, symbol in symbols_of(channel.legs).items():
        if symbol != damaged:
            found.setdefault(damaged, []).append(one_item(damaged, symbol, "+", SIGN))
        elif damaged not in found and damaged not in letters:
            found[damaged] = [one_item(damaged, damaged, "x", 0.0)]
    return found


def _marks(sent: Mapping[str, str], marks: Marks, mixed: float) -> Iterator[Item]:
    """Yield the marks that a channel has damaged; `mixed` is added to the cost of quotation marks."""
    for mark, roles in marks.items():
        damaged = sent[mark]
        if damaged not in ("", mark, *AUTHORED):
            asked = ASKED if damaged == "?" else 0.0
            for role, cost in roles.items():
                yield one_item(damaged, mark, role, cost + asked + mixed * (role in QUOTING))


def with_intact(found: Inventory, send: Corrupt | None) -> dict[str, tuple[Item, ...]]:
    """Return the items `found`, and those of marks that stand for themselves: the cheapest for each role.

    `send` is the channel that the latter have survived, or None.  They are added to `found`.
    """
    for mark, roles in INTACT.items():
        cost = survivor(mark, send)
        found.setdefault(mark, []).extend(one_item(mark, mark, role, cost) for role in roles)
    found.setdefault("?", []).append(one_item("?", "?", "?", 0.0))
    return {damaged: _one_row(tuple(_cheapest(items))) for damaged, items in found.items()}


@lru_cache(1 << 11)  # of the rows of a hundred channels, only one in seven is different
def _one_row(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Return the one object for items like these."""
    return items


def survivor(char: str, send: Corrupt | None) -> float:
    """Return the cost, in nats, of taking for itself a character that the channel may have damaged."""
    return SURVIVOR if send and send(char) != char else 0.0


def heads(channel: Channel | None) -> frozenset[str]:
    """Return the characters that images of marks and letters begin with before the channel loses any.

    Whatever follows such a character, if the channel would have lost it, has been through another channel.
    """
    if channel is None or channel.legs[0].write != "utf-8":
        return frozenset()
    return frozenset(opened[0] for opened in images(channel.legs[:1], "’é") if opened)


def _cheapest(items: list[Item]) -> list[Item]:
    """Return the cheapest item for each role, the first one of several: the others would never be chosen."""
    if len(items) == 1:
        return items
    best: dict[str, Item] = {}
    for item in items:
        if item.role not in best or item.cost < best[item.role].cost:
            best[item.role] = item
    return list(best.values())
