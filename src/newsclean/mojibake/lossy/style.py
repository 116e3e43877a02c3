"""How a document quotes: as its language does, or as English does.

No single place decides: most channels leave the same of „ and “.  But some leave another trace of the mark
that opens, and most another of the ’ that closes ‘…’, and a document keeps to its style.
"""

import re

from newsclean.mojibake.lossy.channels import image
from newsclean.mojibake.lossy.lattice import Lattice
from newsclean.mojibake.lossy.line import Line

SINGLE, ALL = "oc", "OCoc"  # the roles in which a document may quote as English does
# Languages in which outlets write “…” as well.  In others, as Czech, the traces of a channel that is wrongly
# elected look like that more often than articles do.
BOTH = frozenset({"de", "fr"})
FEW = 2  # traces of a style, of which a single one may be a slip
SWITCH = 4.0  # what it costs, in nats, that a document does not quote as its language does


def quoting(lattice: Lattice, sample: list[Line]) -> list[str]:
    """Return the roles in which lines may quote as English does, where their language does not.

    Most documents have no trace of that, and are spared a second reading.
    """
    usual = {mark for mark, roles in lattice.marks.items() if 0.0 in (roles.get("O"), roles.get("«"))}
    if lattice.channel is None or lattice.bare or "“" in usual:
        return []
    legs = lattice.channel.legs
    opening, inner, closing = (image(legs, mark) for mark in "“‘’")
    found = []
    if closing not in ("", inner) and _times(rf"(?<=\w){re.escape(closing)}(?!\w)", sample) >= FEW:
        found.append(SINGLE)
    distinct = lattice.own <= BOTH and opening and opening not in {image(legs, mark) for mark in usual}
    if distinct and _times(rf"(?<!\w){re.escape(opening)}(?=\w)", sample) >= FEW:
        found.append(ALL)
    return found


def _times(expression: str, sample: list[Line]) -> int:
    return sum([len(re.findall(expression, line.text)) for line in sample])


def in_style(lattices: list[Lattice], sample: list[Line]) -> Lattice:
    """Return the lattice under which lines cost least, whatever their letters are.

    The first of the lattices quotes as the language does.
    """
    costs = [sum(map(lattice.least, sample)) for lattice in lattices]
    costs[1:] = [cost + SWITCH for cost in costs[1:]]
    return lattices[costs.index(min(costs))]
