"""The evidence of each line of a document for being part of the tail.

It is the sum of the weights of what is observed on the line (weights.tsv, fitted by
tools/fit_tail_weights.py), but for lines of which more is known.  Of what is below a line only a plea counts,
and only for a tail: so a cut never adds to the evidence of the remaining lines, and trimming twice trims no
more than once.
"""

import math
from collections.abc import Sequence

from newsclean.boilerplate.document import Document
from newsclean.boilerplate.observations import alone, in_place, presents_author
from newsclean.boilerplate.plea import PLEA_SIGNS, SOUND_ODDS
from newsclean.boilerplate.reading import AGREED_BRIEFLY_ODDS, AGREED_ODDS, MET_ODDS, Reading
from newsclean.boilerplate.weights import Weights

# The most lines in a row whose likeness is looked at, as in a list.
ALIKE_LINES = 20
# What a sentence loses, in log-odds, that meets a rule as news does ("residents can sign up", "join us, they
# shouted").  Of 25 such last lines, written for the purpose, 16 went without it and 8 go with it; on outlets
# that the weights have not seen it costs appeals 1 point of 91, and other tails none.
REPORTED_ODDS = 4.0
# The least log-odds of a line that sounds a little like a plea and stands beside one.  By weights of words
# that were fitted without their outlets, such are 97 lines of tails, of 67 outlets, and 9 of articles, of 4.
# One that lacks but one sign of a plea has AGREED_BRIEFLY_ODDS: 13 lines of tails, and none of articles.
BESIDE_ODDS = 2.5
# A letter from an outlet to its readers has at most so many paragraphs, one of which has words of at least
# these log-odds.
LETTER_LINES, LETTER_SOUND = 6, 1.0
APPEALS = frozenset({"donation", "membership"})
# A label seen in RECURRING_SECTIONS earlier sections may be the article's own ("More on ..." below each
# record of a list); its rules guarantee no minimum.
RECURRING_SECTIONS = 2


def weigh(document: Document, index: int, weights: Weights) -> float:
    """Return how much line `index` speaks for being part of a tail, in log-odds."""
    line = document.reading(index)
    if line.weighed is None or line.weighed[0] is not weights:
        line.weighed = weights, _sum(weights, alone(line))
    weighed = independence(document, index) * (line.weighed[1] + _sum(weights, in_place(document, index)))
    if _for_others(document, index, line):
        return min(weighed, 0.0) - REPORTED_ODDS
    if line.reports or _joined(document, index, line):
        return weighed - REPORTED_ODDS
    weighed = max(weighed, least(document, index))
    odds = AGREED_BRIEFLY_ODDS if line.pleading == PLEA_SIGNS - 1 else BESIDE_ODDS
    if weighed < odds and (beside_plea(document, index) or _in_letter(document, index)):
        return odds
    return weighed


def _sum(weights: Weights, names: Sequence[str]) -> float:
    """Return the sum of the observations' weights, exactly: a set has another order in each process."""
    return math.fsum(weights.of(names))


def least(document: Document, index: int) -> float:
    """Return the least log-odds for the rules of line `index`; -inf if its label recurs.

    One that presents an author has MET_ODDS: in the labelled corpus 27 lines of tails do, of 25 outlets, and
    2 of articles.
    """
    if document.alike[0][index] >= RECURRING_SECTIONS:
        return -math.inf
    line = document.reading(index)
    if line.least < MET_ODDS and line.hits and presents_author(document, index, line):
        return MET_ODDS
    return line.least


def independence(document: Document, index: int) -> float:
    """Return 1 / n for the n-th line in a row that is alike in length and end: a list is evidence once.

    Long sentences and lines that meet a rule count in full.
    """
    kind = document.reading(index).kind
    if kind in ("rule", "long sentence"):
        return 1.0
    first = index
    while first > 0 and index - first < ALIKE_LINES and document.reading(first - 1).kind == kind:
        first -= 1
    return 1 / (index - first + 1)


def beside_plea(document: Document, index: int, sound: float = 0.0) -> bool:
    """Whether a line sounds like a plea by more than `sound`, and stands right above or below one.

    News may go on below a plea that it reports of: a line has to sound more like one there, unless that
    above is sure.
    """
    line = document.reading(index)
    if index + 1 < len(document.lines) and document.reading(index + 1).pleads:
        return line.sound > sound
    above = document.reading(index - 1) if index else None
    if not (above and above.pleads):
        return False
    return line.sound > (sound if above.least >= AGREED_ODDS else SOUND_ODDS[0])


def _in_letter(document: Document, index: int) -> bool:
    """Whether a line stands in a letter to readers: below a salutation, where one sounds like a plea."""
    heading, above = document.under(index - 1, LETTER_LINES) if index > 1 else ("", 0)
    start = index - 1 - above
    if heading not in APPEALS or document.lines[start][-1] not in ",:" or start < 1:
        return False
    below = range(start + 1, min(start + 1 + LETTER_LINES, len(document.lines)))
    return any(document.reading(line).sound > LETTER_SOUND for line in below)


def _joined(document: Document, index: int, line: Reading) -> bool:
    """Whether an appeal stands in one line with a sentence of news that names what stands above."""
    return line.asks > 0 and any(document.stands_above(word, index) for word in line.news_opening)


def _for_others(document: Document, index: int, line: Reading) -> bool:
    """Whether a line asks to follow what the article is about, or to give where it says that gifts go."""
    if not line.hits or line.voice or line.stripped[-1] == "!":
        return False
    kinds = {hit.category for hit in line.hits}
    if kinds == {"share"}:
        return line.prose and any(document.stands_above(word, index) for word in line.things)
    return (
        "donation" in kinds and index > 0 and document.reading(index - 1).tells_of_gifts and not line.of_press
    )
