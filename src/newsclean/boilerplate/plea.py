"""How an appeal is told that no rule knows: by many of its signs in few words.

An appeal speaks of us to you, of giving and of the ways to give, of sums and months, of journalism, of doing
without advertising, of needing and thanking.  News holds each of these signs, but seldom many on one line.
"""

from collections.abc import Sequence

from newsclean.boilerplate.vocabulary import CURRENCIES, HEAD, OPENINGS, SIGNS

# A line with PLEADS signs is an appeal.  Of the different lines of the labelled corpus, 3 of 13,400 in
# articles hold so many, and 43 of 14,000 in tails; with one sign less, 12 and 25 more would.  SURELY is what
# no line of an article holds, and 18 of tails do.
PLEADS, SURELY = 5, 6
# In longer lines signs meet by accident: one is left out of the count for each of these lengths, in
# characters, that a line exceeds.
LONG_LINES = (300, 600)

_VOICES = {"we", "you"}
_VOICED = frozenset(word for word, signs in SIGNS.items() if signs & _VOICES)


def pleading(text: str, words: Sequence[str]) -> int:
    """Return how much a line pleads for money, from 0: the number of different signs in it.

    `text` is the line as rules see it, `words` are its words.  A line that speaks of nobody as us or you, or
    does not speak of giving, does not plead.  Speaking of us to you counts once more.
    """
    if _VOICED.isdisjoint(words):  # as in most lines
        return 0
    signs: set[str] = set().union(*map(SIGNS.__getitem__, SIGNS.keys() & words))
    for word in words:
        for opening, sign in OPENINGS.get(word[:HEAD], ()):
            if word.startswith(opening):
                signs.add(sign)
    voices = len(signs & _VOICES)
    if not _of_giving(signs):
        return 0
    if "give" in signs:
        signs.discard("pay")
    sums = not CURRENCIES.isdisjoint(text) and "sum" not in signs
    return len(signs) + sums + (voices == 2) - sum(len(text) > bound for bound in LONG_LINES)


def _of_giving(signs: set[str]) -> bool:
    """Whether signs speak of giving: one may pay for anything, unless the press or its freedom is named."""
    return bool(signs & {"give", "means"} or ("pay" in signs and signs & {"press", "free"}))
