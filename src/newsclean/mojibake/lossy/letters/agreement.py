"""Words that agree with their neighbours: which of several stood there.

Three words of Czech are left as `kter?`, and the noun that follows tells which: `která žena`, `který muž`.
How a word ends, from its last letter beyond ASCII on, or the word itself if it is a frequent one, goes with
some neighbours more often than others.  agreement.tsv has how much, in nats; `tools/fit_agreement.py` counts
it in running text, and calls the functions below.
"""

from functools import lru_cache
from math import exp

from newsclean.mojibake.lossy.letters import lone
from newsclean.mojibake.lossy.letters.compounds import ANOTHER
from newsclean.mojibake.lossy.letters.words import Words
from newsclean.mojibake.lossy.runs.items import only

# The languages of the table, which spares the others a look at it; a test compares.
LANGUAGES = frozenset("ca cs da de es fi fr hu it lt lv nb pl pt ro sh sk sv tr".split())
# Letters of an ending at most, from its last one beyond ASCII on, and of the end of a neighbour.
LONGEST, SHORT = 3, 2
# The share of all readings' weight that a word must have that its neighbours speak for.  They do not do so
# apart from each other, so it is more than `words.SURE`: docs/words.md has what it brings.
AGREED = 0.93

# What each ending, or word, goes with, and how much rather than others do, in nats.
Sides = tuple[tuple[str, str], ...]


def restore(words: Words, token: str, opening: bool, seen: Sides) -> str | None:
    """Return the word whose corrupted form is `token` and that goes with what is `seen` beside it, or None.

    Only in a document of one language is that known.  `opening` says that the word opens a sentence.
    """
    weights = weights_of(only(words.document.own))
    if not weights:
        return None
    marked = (token, ANOTHER)
    weighed = {
        word: weight if word in marked else weight * weigh(weights, word, seen)
        for word, weight in words.readings(token, opening).items()
    }
    best = max(weighed, key=weighed.__getitem__, default=token)
    return best if best not in marked and weighed[best] >= AGREED * sum(weighed.values()) else None


def ending(word: str) -> str:
    """Return how a word ends, from its last letter beyond ASCII on: `-á`, `-ých`; nothing if that is long."""
    plain = len(word) - len(word.encode("ascii", "replace").decode().rpartition("?")[2])
    last = word[plain - 1 :]
    return f"-{last}" if plain and len(last) <= LONGEST else ""


def sides(before: str, behind: str) -> Sides:
    """Return what is seen of each neighbour: itself, and how it ends."""
    return tuple([(side, f"{side[0]}-{side[1:][-SHORT:]}") for side in lone.sides(before, behind)])


def weigh(weights: lone.Weights, word: str, seen: Sides) -> float:
    """Return how much likelier a word is beside what is `seen` of its neighbours than elsewhere."""
    small = word.lower()
    known = weights.get(small) or weights.get(ending(small))
    return exp(sum([known.get(side, known.get(end, 0.0)) for side, end in seen])) if known else 1.0


@lru_cache(4)
def weights_of(language: str) -> lone.Weights:
    """Return the weights for a language, by its code; none if the table has none."""
    return lone.read_weights("agreement.tsv", language) if language in LANGUAGES else {}
