"""The evidence of each line of a document for being part of the tail.

Evidence is in log-odds: the sum of the weights of what is observed on the line (weights.tsv, fitted by
tools/fit_tail_weights.py).  It is raised to a minimum for lines that meet rules in a way in which articles do
not, and lowered for news that only reports what tails ask for.

Nearly all that counts stands on the line or above it.  Of the lines below only a plea counts, and only in
favour of a tail.  So a cut never adds to the evidence of the lines that remain, and trimming twice trims no
more than once.
"""

import math
from collections.abc import Sequence

from newsclean.boilerplate.document import Document
from newsclean.boilerplate.news import (
    FEWEST_ITEMS,
    calls_to_a_day,
    news_opening,
    says_who_somebody_is,
    speaks_of_gifts,
    topic_words,
)
from newsclean.boilerplate.observations import alone, in_place, presents_author
from newsclean.boilerplate.plea import PLEA_SIGNS, SOUND_ODDS
from newsclean.boilerplate.reading import (
    AGREED_BRIEFLY_ODDS,
    AGREED_ODDS,
    MET_ODDS,
    Reading,
)
from newsclean.boilerplate.shape import MIDDLE_CHARS, series_of
from newsclean.boilerplate.weights import Weights

# The most lines in a row that are compared, as in a list.
ALIKE_LINES = 20
# What a sentence loses, in log-odds, if it is news that meets a rule ("residents can sign up", "join us, they
# shouted").  Of 25 such last lines, written for the purpose, 16 were cut without this and 8 are with it.  On
# outlets that the weights have not seen, it costs appeals 1 point of 91, and other tails nothing.
REPORTED_ODDS = 4.0
# The least log-odds of a line beside a plea that sounds a little like one itself.  With weights of words that
# were fitted without their outlets, these are 97 lines of tails, of 67 outlets, and 9 lines of articles, of 4
# outlets.  If the line lacks only one sign of a plea, the least is AGREED_BRIEFLY_ODDS: 13 lines of tails and
# none of articles.
BESIDE_ODDS = 2.5
# A letter from an outlet to its readers has at most LETTER_LINES paragraphs, and the words of one of them
# have more than LETTER_ODDS, in log-odds.
LETTER_LINES, LETTER_ODDS = 6, 1.0
APPEALS = frozenset({"donation", "membership"})
# The entries of a series stand within so many lines: each may have a title and a sentence more.
SERIES_LINES = 6
# Titles that speak neither for a tail nor against it stand within so many lines below their heading.
TITLES_LINES = 6
# A label that stood in RECURRING_SECTIONS earlier sections may be the article's own ("More on ..." below each
# record of a list); then the rules that it meets set no minimum.
RECURRING_SECTIONS = 2


def weigh(document: Document, index: int, weights: Weights) -> float:
    """Return the evidence of line `index`: the log-odds that it is part of a tail."""
    line = document.reading(index)
    known = line.weighed  # which another thread may replace by that of other weights
    if known is None or known[0] is not weights:
        known = line.weighed = weights, _sum(weights, alone(line))
    weighed = independence(document, index) * (known[1] + _sum(weights, in_place(document, index)))
    if _for_others(document, index, line):
        return min(weighed, 0.0) - REPORTED_ODDS
    is_news = line.reported or says_who_somebody_is(line) or calls_to_a_day(line)
    if is_news or _opens_with_news(document, index, line) or _continues_series(document, index, line):
        return weighed - REPORTED_ODDS
    weighed = max(weighed, least_odds(document, index))
    odds = AGREED_BRIEFLY_ODDS if line.plea_signs == PLEA_SIGNS - 1 else BESIDE_ODDS
    if weighed < odds and (beside_plea(document, index) or _in_letter(document, index)):
        return odds
    return 0.0 if weighed < 0.0 and _titles_other_story(document, index) else weighed


def _sum(weights: Weights, names: Sequence[str]) -> float:
    """Return the sum of the observations' weights, exactly: their order differs from process to process."""
    return math.fsum(weights.of(names))


def least_odds(document: Document, index: int) -> float:
    """Return the least log-odds that line `index` has by the rules it meets; -inf if its label recurs.

    A line that presents an author has MET_ODDS: in the labelled corpus 27 lines of tails do so, of 25
    outlets, and 2 of articles.
    """
    if document.alike[0][index] >= RECURRING_SECTIONS:
        return -math.inf
    line = document.reading(index)
    if line.least_odds < MET_ODDS and line.hits and presents_author(document, index, line):
        return MET_ODDS
    return line.least_odds


def independence(document: Document, index: int) -> float:
    """Return the factor of a line's evidence: 1 / n for the n-th line in a row of one kind.

    So a list counts little more than one of its lines.  Long sentences, and lines that meet a rule, count in
    full.
    """
    kind = document.reading(index).kind
    if kind in ("rule", "long sentence"):
        return 1.0
    first = index
    while first > 0 and index - first < ALIKE_LINES and document.reading(first - 1).kind == kind:
        first -= 1
    return 1 / (index - first + 1)


def beside_plea(document: Document, index: int, odds: float = 0.0) -> bool:
    """Whether a line stands right above or below a plea, and has more than `odds` to be one by its words.

    `odds` are log-odds.  News may go on below a plea that it reports; so a line below needs more, unless the
    plea is certain.
    """
    line = document.reading(index)
    if index + 1 < len(document.lines) and document.reading(index + 1).is_plea:
        return line.plea_odds > odds
    above = document.reading(index - 1) if index else None
    if not (above and above.is_plea):
        return False
    return line.plea_odds > (odds if above.least_odds >= AGREED_ODDS else SOUND_ODDS[0])


def _titles_other_story(document: Document, index: int) -> bool:
    """Whether a line is one of the titles right below a heading that surely heads other stories."""
    heading, above = document.under(index - 1, TITLES_LINES) if index else ("", 0)
    if heading != "related":
        return False
    start = index - 1 - above
    titles = range(start, index + 1)
    return document.reading(start).least_odds >= AGREED_BRIEFLY_ODDS and all(
        document.sizes[title] <= MIDDLE_CHARS
        and (not document.prose[title] or document.lines[title][-1] == "?")
        for title in titles
    )


def _in_letter(document: Document, index: int) -> bool:
    """Whether a line stands in a letter to readers: below a salutation, where a line sounds like a plea."""
    heading, above = document.under(index - 1, LETTER_LINES) if index > 1 else ("", 0)
    start = index - 1 - above
    if heading not in APPEALS or document.lines[start][-1] not in ",:" or start < 1:
        return False
    below = range(start + 1, min(start + 1 + LETTER_LINES, len(document.lines)))
    return any(document.reading(line).plea_odds > LETTER_ODDS for line in below)


def _opens_with_news(document: Document, index: int, line: Reading) -> bool:
    """Whether a line asks for something, or to be written to, but opens with news in words that stand above.

    An extractor may have put an appeal in one line with the article's last sentence.
    """
    asks = line.asking_rules > 0 or {hit.category for hit in line.hits} == {"comments"}
    return asks and any(document.stands_above(word, index) for word in news_opening(line))


def _continues_series(document: Document, index: int, line: Reading) -> bool:
    """Whether a sentence is an entry of a series, such as `Leo: Give generously.`, below two of the article.

    What a live blog says at last (`22:40 – That is all for tonight.`), a step of a recipe and an item of a
    listing belong to what stands above.  The time of day shows a live blog even in its first entry.
    """
    series = series_of(line.stripped) if line.prose else ""
    if series in ("", "time"):
        return series == "time"
    above = map(document.reading, range(max(0, index - SERIES_LINES), index))
    entries = [other for other in above if other.asks_nothing and series_of(other.stripped) == series]
    return len(entries) >= FEWEST_ITEMS - 1


def _for_others(document: Document, index: int, line: Reading) -> bool:
    """Whether a line asks something for others than the outlet.

    It asks to follow what the article is about, or to give, right below a sentence of news about gifts.
    """
    if not line.hits or line.voice or line.stripped[-1] == "!":
        return False
    kinds = {hit.category for hit in line.hits}
    if kinds == {"share"}:
        return line.prose and any(document.stands_above(word, index) for word in topic_words(line))
    return (
        "donation" in kinds
        and index > 0
        and speaks_of_gifts(document.reading(index - 1))
        and not line.speaks_of_press
    )
