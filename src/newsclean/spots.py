"""Where two versions of a line differ: what a diff highlights and a list of edits shows."""

import re
from collections.abc import Iterable
from itertools import takewhile
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
    head = _shared(old, new)
    tail = _shared(reversed(old[head:]), reversed(new[head:]))
    return Spot(spot.start + head, spot.stop - tail, spot.new_start + head, spot.new_stop - tail)


def _shared(one: Iterable[str], other: Iterable[str]) -> int:
    """Count the characters with which both begin."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
