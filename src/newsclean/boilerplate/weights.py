"""Fitted weights, which are read when a line asks for them."""

from collections.abc import Iterator, Sequence
from functools import cache

from newsclean.boilerplate.pages import NO_PAGES, Pages, load

_number = cache(float)  # thousands of names have a few hundred different weights


class Weights:
    """Weights by name, in log-odds."""

    def __init__(self, known: dict[str, float], pages: Pages = NO_PAGES) -> None:
        """Take weights by name, and pages of others, whose rows have a name and a weight."""
        self._known = known
        self._pages = pages

    def of(self, names: Sequence[str]) -> Iterator[float]:
        """Return the weights of those of `names` that have one, in any order, each once."""
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
