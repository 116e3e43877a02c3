"""How a plea is told that no rule knows: by many of its signs in few words.

An appeal for money speaks of us to you, of giving and of the ways to give, of sums and months, of journalism,
of doing without advertising, of needing and thanking.  A newsletter comes by mail, so often and for nothing,
and can be left.  An offer is of something to read, for a sum and a term.  News holds each of these signs, but
seldom many on one line.
"""

from collections.abc import Sequence
from typing import NamedTuple

from newsclean.boilerplate.vocabulary import CURRENCIES, HEAD, SIGNS, sign_tables

# A line that pleads so much counts as one that meets a rule.  Of the different lines of the labelled corpus
# 4 of 13,400 in articles do, and 66 of 13,900 in tails; with one sign less, 11 and 24 more would.  SURELY
# pleads 1 line of articles, a review of book clubs, and 37 of tails.
PLEADS, SURELY = 5, 6
# In longer lines signs meet by accident: one is left out of the count for each of these lengths, in
# characters, that a line exceeds.
LONG_LINES = (300, 600)

_VOICES = frozenset({"we", "you"})


class _Kind(NamedTuple):
    """A kind of plea: it shows a sign of each of `needs`, and those of `counts` count, from `start` on."""

    category: str
    needs: tuple[frozenset[str], ...]
    counts: frozenset[str]
    start: int = 0


def _signs(text: str) -> frozenset[str]:
    return frozenset(text.split())


_APPEAL = _signs("we you give pay means sum term press free bond")
_LETTER = _signs("we you press mail often gratis get leave")
_OFFER = _signs("we you press free sum term often gratis get leave offer read")
_KINDS = (
    _Kind("donation", (_VOICES, _signs("give means")), _APPEAL),
    # One may pay for anything, unless the press or its freedom is named.
    _Kind("donation", (_VOICES, _signs("pay"), _signs("press free")), _APPEAL),
    _Kind("donation", (_VOICES, _signs("sum"), _signs("term"), _signs("press free")), _APPEAL),
    _Kind(
        "newsletter",
        (
            _VOICES,
            _signs("mail"),
            _signs("get gratis leave"),
            _signs("often gratis leave"),
            _signs("we press gratis leave"),
        ),
        _LETTER,
        1,
    ),
    _Kind(
        "subscription",
        (
            _signs("we you get"),
            _signs("offer"),
            _signs("sum gratis leave"),
            _signs("term gratis leave"),
            _signs("read press leave"),
        ),
        _OFFER,
        1,
    ),
)
_GATES = _VOICES | {"offer"}  # one of these, as a whole word, is in every kind
_GATED = frozenset().union(*(SIGNS[sign].split() for sign in _GATES))


def plea(text: str, words: Sequence[str]) -> tuple[str, int]:
    """Return what a line pleads for (a category) and how much, from 0: the number of different signs in it.

    `text` is the line as rules see it, `words` are its words.  Speaking of us to you counts once more.
    """
    if _GATED.isdisjoint(words):  # as in most lines
        return "", 0
    signs = _shown(text, words)
    known = [
        (_count(kind, signs), kind.category) for kind in _KINDS if all(map(signs.intersection, kind.needs))
    ]
    count, category = max(known, default=(0, ""))
    count -= sum(len(text) > bound for bound in LONG_LINES)
    return (category, count) if count > 0 else ("", 0)


def _count(kind: _Kind, signs: set[str]) -> int:
    both = signs >= _VOICES
    return kind.start + len(signs & kind.counts) + both - (signs >= {"give", "pay"} and "pay" in kind.counts)


def _shown(text: str, words: Sequence[str]) -> set[str]:
    """Return the signs that a line shows."""
    whole, openings = sign_tables()
    signs: set[str] = set().union(*map(whole.__getitem__, whole.keys() & words))
    for word in words:
        for opening, sign in openings.get(word[:HEAD], ()):
            if word.startswith(opening):
                signs.add(sign)
    if not CURRENCIES.isdisjoint(text):
        signs.add("sum")
    return signs
