"""The marks of Spanish of which the end of a sentence tells, and those of dialogue.

line        ??Cu?ndo empez?? ?dijo ?l. ?Nadie!
first read  “¡Cuándo empezó” “dijo él. “Nadie!
corrected   —¿Cuándo empezó? —dijo él. ¡Nadie!

What opens a sentence that ends with an exclamation mark is ¡, with a question mark ¿.  A mark at the start of
a line that nothing closes is the dash of speech, and so are those around who speaks in such a line.
"""

from collections.abc import Sequence

from newsclean.mojibake.lossy.proof.standing import Chance
from newsclean.mojibake.lossy.runs.context import (
    CLOSED_BY,
    CLOSING,
    DOUBLE_CLOSING,
    DOUBLE_OPENING,
    EM_DASH,
    INVERTED,
    OPENING,
    QUESTION,
)
from newsclean.mojibake.lossy.runs.items import Item, Placed, unread
from newsclean.mojibake.lossy.runs.places import Place, beginning

# The roles of marks with which speech may begin, and of those that may be others than their places tell.
BEGINNING = OPENING | {EM_DASH}
CORRECTED = BEGINNING | INVERTED | CLOSING
# How the verb begins that says who speaks, up to a letter that may be lost; the first ones have lost none.
WHOLE = 2
SPEAKING = (
    *("dijo", "dice", "pregunt", "respond", "contest", "explic", "exclam", "insist", "replic", "coment"),
    *("susurr", "grit", "record"),
)


def may_correct(item: Item, place: Place) -> Chance:
    """Tell whether `corrected` may touch a lost mark in a place."""
    return place.language == "es" and item.role in CORRECTED


def corrected(items: Sequence[Placed], line: str) -> list[Placed]:
    """Return items of a line, which are all whose images tell nothing, as the ends of its sentences tell."""
    found = list(items)
    for at, (end, item) in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else (0, item)
        beside = following[0] - len(following[1].image) == end  # which then opens the sentence
        dash = item.role == EM_DASH and (end == len(item.image) or not line[end : end + 1].isupper())
        if item.role in CORRECTED - CLOSING and item.original != item.image and not (dash or beside):
            _tell(found, at, line)
    return _as_dialogue(found, line)


def _tell(items: list[Placed], at: int, line: str) -> None:
    """Put ¿ or ¡ in place of an item, if the end of the sentence that it opens tells so."""
    end, item = items[at]
    stop, sign, last = _ending(items, at, line)
    if item.role in OPENING and _partner(items, at) not in (None, last):
        return
    if sign == "!":
        items[at] = end, Item(item.image, "¡", "¡", item.cost)
        _without_closings(items, at, stop)
    elif sign == "?":
        if last is not None:
            behind, closing = items[last]
            asks = item.role in INVERTED or "?" in beginning(line, behind - 1)
            if closing.role in CLOSING and not asks:
                return
            items[last] = behind, Item("?", "?", QUESTION, 0.0)
        items[at] = end, Item(item.image, "¿", "¿", item.cost)
    elif item.role in INVERTED:
        items[at] = end, unread(item)


def _partner(items: Sequence[Placed], at: int) -> int | None:
    """Return the index of the mark that closes what the one at an index opens, or None."""
    opening = items[at][1].role
    for index in range(at + 1, len(items)):
        role = items[index][1].role
        if role == opening:
            return None
        if CLOSED_BY.get(role) == opening:
            return index
    return None


def _ending(items: Sequence[Placed], at: int, line: str) -> tuple[int, str, int | None]:
    """Return where the sentence behind an item ends, its sign, and the index of a question mark's item.

    A question mark at the end of a sentence may have been read as a closing mark.
    """
    marks = {end: index for index, (end, item) in enumerate(items) if item.image == "?" and index > at}
    for place in range(items[at][0], len(line)):
        char = line[place]
        if char == "!":
            return place, "!", None
        if char == "?":
            index = marks.get(place + 1)
            if index is None:
                return place, "?", None
            rest = line[place + 1 :].strip("? \n")
            role = items[index][1].role
            ends = not rest or rest[0].isupper() or rest.startswith(SPEAKING)
            if role == QUESTION or (role in CLOSING and ends):
                return place, "?", index
        elif char in ".…" and not line[place + 1 : place + 2].isalnum():
            return place, ".", None
    return len(line), "", None


def _without_closings(items: list[Placed], at: int, stop: int) -> None:
    """Let nothing close a quotation within a sentence that ends at `stop`, but what stands behind it."""
    for index in range(at + 1, len(items)):
        end, item = items[index]
        if end > stop:
            opening = items[at - 1][1].role if at else ""
            if opening in DOUBLE_OPENING and item.role in DOUBLE_CLOSING and item.original != item.image:
                mark = ("”", "C") if opening == "O" else ("»", "»")
                items[index] = end, Item(item.image, *mark, item.cost)
            return
        if item.role in CLOSING and item.original != item.image:
            items[index] = _closing_nothing(end, item)


def _as_dialogue(items: list[Placed], line: str) -> list[Placed]:
    """Return the items with the dashes of a line of dialogue."""
    end, first = items[0]
    if end != len(first.image) or first.original == first.image or first.role not in BEGINNING:
        return items
    spoken = [
        at
        for at, (end, item) in enumerate(items)
        if at and (item.role in BEGINNING or item.unread) and line.startswith(SPEAKING, end)
    ]
    closing = _partner(items, 0) if first.role in OPENING else None
    if closing is not None:
        if not spoken or closing + 1 < spoken[0]:
            return items
        items[closing] = _closing_nothing(*items[closing]) if closing < spoken[0] else _dash(*items[closing])
    for at in [0, *spoken]:
        behind = _partner(items, at) if at and items[at][1].role in OPENING else None
        if behind is not None:
            verb = line[items[at][0] : items[behind][0] - len(items[behind][1].image)]
            whole = not verb.isalpha() or verb in SPEAKING[:WHOLE]
            items[behind] = _dash(*items[behind]) if whole else _closing_nothing(*items[behind])
        items[at] = _dash(*items[at])
    return items


def _dash(end: int, item: Item) -> Placed:
    return end, Item(item.image, "—", EM_DASH, item.cost)


def _closing_nothing(end: int, item: Item) -> Placed:
    """Return a closing mark as one that has no partner: it is a stray, unless it was a letter."""
    return end, Item(item.image, "’", "c", item.cost)
