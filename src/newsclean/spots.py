"""Where two versions of a line differ: what a diff highlights and a list of edits shows."""

import re
from collections.abc import Callable
from typing import NamedTuple

# Words compared at most: difflib takes quadratic time.  A paragraph has some two hundred.
MOST_WORDS = 2000


class Spot(NamedTuple):
    """Characters `start` to `stop` of a line, which became `new_start` to `new_stop` of the new line."""

    start: int
    stop: int
    new_start: int
    new_stop: int


def spots(before: str, after: str) -> list[Spot]:
    """Return where `before` and `after` differ, in order; a single spot if they are very long."""
    import difflib

    whole = _narrowed(before, after, Spot(0, len(before), 0, len(after)))
    old = re.findall(r"\w+|\W", before[whole.start : whole.stop])
    new = re.findall(r"\w+|\W", after[whole.new_start : whole.new_stop])
    if max(len(old), len(new)) > MOST_WORDS:
        return [whole]
    found = []
    for tag, i, j, k, m in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            start = whole.start + len("".join(old[:i]))
            new_start = whole.new_start + len("".join(new[:k]))
            stop, new_stop = start + len("".join(old[i:j])), new_start + len("".join(new[k:m]))
            found.append(_narrowed(before, after, Spot(start, stop, new_start, new_stop)))
    return found


def _narrowed(before: str, after: str, spot: Spot) -> Spot:
    """Return `spot` without the characters that are the same at either end."""
    old, new = before[spot.start : spot.stop], after[spot.new_start : spot.new_stop]
    shorter = min(len(old), len(new))
    head = _longest(shorter, lambda length: old[:length] == new[:length])
    tail = _longest(shorter - head, lambda length: not length or old[-length:] == new[-length:])
    return Spot(spot.start + head, spot.stop - tail, spot.new_start + head, spot.new_stop - tail)


def _longest(limit: int, same: Callable[[int], bool]) -> int:
    """Return the greatest length up to `limit` for which `same` holds, as it does for all shorter ones."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if same(middle) else (low, middle - 1)
    return low
