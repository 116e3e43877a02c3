"""Misfits: what is no mark where it stands, so that it stays lost.

M?ller             a mark where a letter may stand
wh?t               a question mark within a word
?? between blanks  marks that enclose nothing, or close what is lost
true ??? he said   three and more that touch no word
"""

import re
from collections.abc import Iterable

from newsclean.mojibake.lossy.channels import LOST, Channel
from newsclean.mojibake.lossy.letters.grammar import fits_inside
from newsclean.mojibake.lossy.proof.as_letters import is_contraction
from newsclean.mojibake.lossy.proof.pairs import Pairs
from newsclean.mojibake.lossy.proof.standing import Chance, Standing
from newsclean.mojibake.lossy.runs.context import (
    APOSTROPHE,
    CLOSED_BY,
    CLOSING,
    DASHES,
    DEGREE,
    ELLIPSIS,
    ITSELF,
    LETTER,
    NO_MARKS,
    OPENING,
    OTHER_SIGN,
    QUESTION,
)
from newsclean.mojibake.lossy.runs.items import SYMBOLS_APART, Item, Placed, tells_nothing, unread
from newsclean.mojibake.lossy.runs.places import Place

ROW_END = CLOSING | {ELLIPSIS}  # the roles of marks that may end a row
ROW = 3  # lost characters side by side from which on they are no marks, unless they touch a word
# Characters right behind which no quotation opens.
STOPS = frozenset(".,;!)")
# An opening and a closing mark with nothing between them.
EMPTY = frozenset(CLOSED_BY[closing] + closing for closing in CLOSING)
NONE = Item("", "", "", 0.0)
# Characters that no dash stands before, if a blank stands before the dash.
PAUSES = frozenset(".;)")
# The kinds of what stands right before no opening mark, and right behind no dash that follows a blank.
BEFORE_NO_OPENING, BEHIND_NO_DASH = frozenset(".,:)?aA"), frozenset(".:)")
# What follows a question mark behind a number, and no dash: `5? 6? 7?`, `60? No.`
BEGINS_ANEW = r" (?:(\d)|[A-ZÀ-ÖØ-Þ])"

# --- Single marks ----------------------------------------------------------------------------------


def is_within(at: Standing, items: Iterable[Placed]) -> bool:
    """Tell whether an item is a question mark within a word that touches none of the marks among `items`."""
    within = at.item.role == QUESTION and at.left[-1:].islower() and at.right[:1].islower()
    return within and not _touches_mark(at.start, at.end, items)


def may_be_within(item: Item, place: Place) -> Chance:
    """Tell whether a lost mark in a place may be a question mark within a word."""
    return item.role == QUESTION and place.left.kind == place.right.kind == "a"


def _touches_mark(start: int, end: int, items: Iterable[Placed]) -> bool:
    """Tell whether one of the items that is no letter ends at `start` or begins at `end`."""
    return any(start == last or end == last - len(item.image) for last, item in items if item.role != LETTER)


def is_shared(item: Item, channel: Channel) -> bool:
    """Tell whether an item is a picture whose image others have as well."""
    if item.role != OTHER_SIGN or item.original not in SYMBOLS_APART:
        return False
    from newsclean.mojibake.lossy.runs import pictures

    return item.image in pictures.shared_images(channel.legs)


def may_be_shared(item: Item, place: Place) -> Chance:
    """Tell whether an item may be a picture whose image others have as well."""
    return item.original in SYMBOLS_APART


def fits(role: str, left: str, right: str) -> bool:
    """Tell whether a mark, rather than a letter, fits between `left` and `right`: not in `M?ller`."""
    if right[:1].isalpha() and left[-1:].isalpha():
        return fits_inside(role, left, right)
    if role in OPENING and (left[-1:] in STOPS or left.removesuffix("?")[-1:].isalpha()):
        return False
    if role in DASHES and (right[:1] in PAUSES if left[-1:].isspace() else _is_one_sided(left, right)):
        return False
    if right[:1].isalpha() and left[-1:] in ("'", "’") and left[-2:-1].isalpha():
        return role in OPENING
    if left[-1:].isdigit() and (anew := re.match(BEGINS_ANEW, right)):
        return role not in DASHES and not (role == DEGREE and anew[1])
    return role not in OPENING or right.strip() != ""


def _is_one_sided(left: str, right: str) -> bool:
    """Tell whether a mark touches a number or what was lost, and a blank stands behind it: `2º piso`."""
    return (left[-1:].isdigit() or left.endswith(tuple(LOST))) and right[:1] == " "


def may_misfit(item: Item, place: Place) -> Chance:
    """Tell whether a lost mark may not fit a place, in the sense of `fits`."""
    left, right = place.left, place.right
    if left.is_letter and right.is_letter:
        contracts = item.role == APOSTROPHE and is_contraction(place, genitive=True)
        return item.role != QUESTION and not contracts
    if right.is_letter and left.kind in ("'", ")"):
        return item.role != QUESTION
    if item.role in OPENING:
        return left.kind in BEFORE_NO_OPENING or right.kind == "$"
    if item.role in DASHES:
        before_pause = left.kind[0] in "_^x" and right.kind in BEHIND_NO_DASH
        return before_pause or (left.kind in "0?¿x" and right.kind[0] in "_$")
    return item.role == DEGREE


# --- Rows of marks ---------------------------------------------------------------------------------


def without_remnants(items: Iterable[Placed], paired: Pairs) -> list[Placed]:
    """Return the items, those unread that quote nothing or close a row of unread ones."""
    kept: list[Placed] = []
    for end, item in items:
        start = end - len(item.image)
        before = kept[-1][1] if kept and kept[-1][0] == start else NONE
        empty = before.role + item.role in EMPTY and tells_nothing(item.image)
        if empty:
            kept[-1] = start, unread(before)
        ends = item.role in ROW_END and before.unread and tells_nothing(item.image)
        kept.append((end, unread(item) if empty or (ends and not paired.partner(end)) else item))
    return kept


def without_rows(items: list[Placed], line: str) -> list[Placed]:
    """Return the items, those unread that are in rows of lost characters and touch no word."""
    kept: list[Placed] = []
    row: list[Placed] = []
    for end, item in [*items, (len(line) + 1, Item("", "", ITSELF, 0.0))]:
        if row and end - len(item.image) != row[-1][0]:
            kept += [(at, unread(lost)) for at, lost in row] if _is_row(row, line) else row
            row = []
        row.append((end, item))
    return kept


def _is_row(items: list[Placed], line: str) -> bool:
    """Tell whether items side by side are a row of lost characters, some of which were read as marks.

    Blanks must stand around it, or most of it must be unread.
    """
    start, end = items[0][0] - len(items[0][1].image), items[-1][0]
    apart = not line[max(0, start - 1) : start].strip() and not line[end : end + 1].strip()
    unread = sum([item.role in NO_MARKS and item.original == item.image for _, item in items])
    lost = all(item.unread or tells_nothing(item.image) for _, item in items)
    row = len(items) >= ROW and (apart or 2 * unread > len(items))
    return row and lost and any(item.original != item.image for _, item in items)
