"""Where the article ends."""

import re
from typing import NamedTuple

from newsclean.boilerplate.rules import Rule, examined


class Cut(NamedTuple):
    """The tail: its first line's index, and for each of its lines (blank ones too) the reason."""

    start: int
    reasons: list[str]


# Placeholder weights: a rule speaks for the tail, a long line for the body, a short one for neither.
_HIT, _SHORT, _LONG, _LEAST, _GIVE_UP = 3.0, -0.1, -1.5, 2.5, 10.0


def find_tail(lines: list[str], rules: list[Rule]) -> Cut | None:
    """Return the cut where the evidence below is strongest, or None for an article without a tail."""
    patterns = [(rule, re.compile(rule.pattern)) for rule in rules]
    total, best, start = 0.0, _LEAST, len(lines)
    reasons: list[str] = []
    for index in range(len(lines) - 1, 0, -1):
        text = examined(lines[index])
        reason = next((f"{rule.category}:{rule.id}" for rule, found in patterns if found.search(text)), "")
        total += _HIT if reason else _LONG if len(text) > 120 else _SHORT if text else 0.0
        reasons.append(reason)
        if total > best:
            best, start = total, index
        if total < best - _GIVE_UP:
            break
    if start == len(lines):
        return None
    return Cut(start, _spread(list(reversed(reasons[: len(lines) - start]))))


def _spread(reasons: list[str]) -> list[str]:
    """Give lines without a reason of their own the nearest one above, the first ones the nearest below."""
    last = next(filter(None, reasons))
    spread = []
    for reason in reasons:
        last = reason or last
        spread.append(last)
    return spread
