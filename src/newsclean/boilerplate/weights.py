"""Fitted weights, of which those are read that a line asks for."""

from collections.abc import Iterator, Sequence
from functools import cache

from newsclean.boilerplate.pages import NO_PAGES, Pages, load

_number = cache(float)  # a few hundred weights have thousands of names


class Weights:
    """Weights by name, in log-odds."""

    def __init__(self, known: dict[str, float], pages: Pages = NO_PAGES) -> None:
        """Take weights, and the pages of others: rows of a name and a weight."""
        self._known = known
        self._pages = pages

    def of(self, names: Sequence[str]) -> Iterator[float]:
        """Return the weight of each of `names` that has one, in any order; a name twice counts once."""
        known = self._known
        if self._pages.open:
            for page in self._pages.turn_to(names):
                for row in page.decode().splitlines():
                    name, _, weight = row.partition("\t")
                    known[name] = _number(weight)
        return map(known.__getitem__, known.keys() & names)


@cache
def load_weights(name: str) -> Weights:
    """Return the weights of `NAME.tsv`, in log-odds, from its prepared form."""
    return Weights({}, Pages(load(f"{name}.tsv")))
