"""Letters that are words, as è in Italian: does one stand between two words, or a mark?

Where letter and mark left the same, only the words beside them can tell: `non ? vero` is `non è vero`, `vero
? ma non` is `vero – ma non`.  A logistic regression gives the probability of each letter.  Its weights
(lone.tsv) were fitted by `tools/fit_lone.py`, which calls the functions below.
"""

import os
from collections.abc import Container, Mapping
from functools import cache
from math import exp
from sys import intern

# The languages in the table, so that it is not read for others; a test compares.
LANGUAGES = frozenset(("hu", "is", "it", "lt", "nb", "pt"))
ANY_LETTER = "é"  # stands for each letter beyond ASCII: it is lost in the same text
ALWAYS = "1"
ENDING = 2  # letters

# The weights of the features of each letter of a language, in nats: by how much the letter is likelier than a
# mark.
Weights = Mapping[str, Mapping[str, float]]


def sides(before: str, behind: str) -> tuple[str, str]:
    """Return both sides as features: a word, or the nearest character if that is no letter."""
    return f"<{_plain(before)}", f">{_plain(behind)}"


def features(before: str, behind: str, known: Container[str]) -> list[str]:
    """Return the features of both sides: the side itself if it is `known`, and a word's ending and case."""
    seen = [ALWAYS]
    for side, word in zip(sides(before, behind), (before, behind), strict=True):
        if side in known:
            seen.append(side)
        if word.isalpha():
            seen += [f"{side[0]}-{side[1:][-ENDING:]}", f"{side[0]}{'A' if word[0].isupper() else 'a'}-"]
    return seen


def _plain(text: str) -> str:
    """Return text in lower case as if all but ASCII were lost, with 0 for every digit."""
    chars = [char if char.isascii() else ANY_LETTER if char.isalpha() else "?" for char in text.lower()]
    return "".join(["0" if char.isdigit() else char for char in chars])


def weigh(weights: Weights, before: str, behind: str) -> dict[str, float]:
    """Return the probability of each letter between two sides; the rest is that of a mark."""
    odds = {}
    for letter, known in weights.items():
        odds[letter] = exp(sum([known.get(name, 0.0) for name in features(before, behind, known)]))
    total = 1.0 + sum(odds.values())
    return {letter: share / total for letter, share in odds.items()}


@cache
def weights_of(language: str) -> Weights:
    """Return the weights for a language, by its code; none if no letter of it is a word."""
    return read_weights("lone.tsv", language) if language in LANGUAGES else {}


def read_weights(table: str, language: str) -> dict[str, dict[str, float]]:
    """Return the rows of one language of a table, by their letter or word: names with weights."""
    with open(f"{os.path.dirname(__file__)}/{table}", encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file if line.startswith(f"{language}\t")]
    return {word: dict(map(_cell, cells)) for _, word, *cells in rows}


def _cell(cell: str) -> tuple[str, float]:
    name, weight = cell.split(" ")
    return intern(name), _number(weight)


_number = cache(float)  # thousands of names have a few hundred different weights
