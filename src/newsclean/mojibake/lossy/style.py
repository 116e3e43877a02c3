"""How a document quotes: as its language does, or as English does.

A single place cannot decide, since most channels leave the same of „ and “.  But some channels leave
something else of an opening “, and most of the ’ that closes ‘…’; and a document keeps to its style.
"""

import re

from newsclean.mojibake.lossy.channels import image
from newsclean.mojibake.lossy.lattice import Lattice
from newsclean.mojibake.lossy.runs.context import DOUBLE_OPENING, QUOTING, SINGLE_QUOTING
from newsclean.mojibake.lossy.runs.line import Line

# Languages in which some outlets write “…”.  In others, as Czech, what looks like that is more often the sign
# of a wrongly elected channel.
BOTH = frozenset({"de", "fr"})
FEW = 2  # marks that show a style; a single one may be a slip
SWITCH = 4.0  # the cost, in nats, of a document that does not quote as its language does


def quoting(lattice: Lattice, sample: list[Line]) -> list[frozenset[str]]:
    """Return the roles in which lines may quote as English does, though their language does not.

    Most documents show no sign of that and need no second reading.
    """
    usual = {mark for mark, roles in lattice.marks.items() if 0.0 in map(roles.get, DOUBLE_OPENING)}
    if lattice.channel is None or lattice.bare or "“" in usual:
        return []
    legs = lattice.channel.legs
    opening, inner, closing = (image(legs, mark) for mark in "“‘’")
    found = []
    if closing not in ("", inner) and _times(rf"(?<=\w){re.escape(closing)}(?!\w)", sample) >= FEW:
        found.append(SINGLE_QUOTING)
    distinct = lattice.own <= BOTH and opening and opening not in {image(legs, mark) for mark in usual}
    if distinct and _times(rf"(?<!\w){re.escape(opening)}(?=\w)", sample) >= FEW:
        found.append(QUOTING)
    return found


def _times(expression: str, sample: list[Line]) -> int:
    return sum([len(re.findall(expression, line.text)) for line in sample])


def in_style(lattices: list[Lattice], sample: list[Line]) -> Lattice:
    """Return the lattice under which lines cost least, whatever their letters are.

    The first of `lattices` must be the one that quotes as the language does.
    """
    costs = [sum(map(lattice.least, sample)) for lattice in lattices]
    costs[1:] = [cost + SWITCH for cost in costs[1:]]
    return lattices[costs.index(min(costs))]
