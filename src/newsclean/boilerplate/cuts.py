"""Choose the cut with the least expected cost.

A cut removes all lines from some line on.  Its log-odds are the sum of the evidence of these lines (see
`evidence`), corrected by what stands below the cut as a whole: whether the article goes on there, how the
tail opens, and whether enough of its lines meet rules.  The log-odds of all cuts together give the
probability of each, and these the expected cost of cutting too high or too low.

Numbers of lines count from the end: cut n removes the last n lines above `end`.
"""

import math
from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

from newsclean.boilerplate.document import Document
from newsclean.boilerplate.evidence import APPEALS, beside_plea
from newsclean.boilerplate.plea import PLEA_SIGNS
from newsclean.boilerplate.reading import AGREED_ODDS
from newsclean.boilerplate.shape import LONG_CHARS, SHORT_CHARS

# What a wrong cut costs.  If it removes any of the article: ANY_BODY_COST, and BODY_COST times the share that
# it removes.  If it leaves any of the tail: ANY_TAIL_COST, and TAIL_COST times the share that it leaves.
# These costs, and the numbers below, were chosen on outlets of the labelled corpus to which the weights were
# not fitted, such that all but two in a thousand characters of articles stay (`tools/fit_tail_weights.py`
# prints the table).
BODY_COST, ANY_BODY_COST, TAIL_COST, ANY_TAIL_COST = 200.0, 6.0, 1.0, 3.0
# Cuts with a smaller probability are not weighed.
PLAUSIBLE_CHANCE = 1e-5
# A cut may remove running text that meets no rule and belongs to no appeal, but no more of it than this share
# of the running text above the cut.
PASSED_SHARE = 0.25
# No cut is looked for above a line where the log-odds are this much below their highest.
DEEPEST_FALL = 25.0
# So many short lines (a credit, a link) may stand between the last plain sentence of an article and the one
# above it.  With this, as much of the tails in the labelled corpus is removed as without, but .01 % instead
# of .03 % of the text of extracted articles.
INTERRUPTING_LINES = 2


def cheapest_cut(
    document: Document, end: int, evidence: Callable[[int], float]
) -> tuple[int, "array[float]"] | None:
    """Return the index of the first line to remove above line `end`, and the log-odds of all cuts.

    The index is `end` if the text above it probably has no tail.  Returns None if no cut can be made at all.
    `evidence` gives the log-odds of a line by its index.
    """
    odds = _log_odds(document, end, evidence)
    if len(odds) == 1:
        return None
    odds = _weighed(document, end, odds)
    return end - _cheapest(odds, document.sizes[:end]), odds


def _cheapest(odds: "array[float]", sizes: "array[int]") -> int:
    """Return the number of lines whose removal has the least expected cost.

    `sizes` are the characters of each line.  The article is never removed as a whole.
    """
    most = max(odds)
    total = sum(math.exp(odd - most) for odd in odds)
    removed = array("I", accumulate(sizes[: -len(odds) : -1], initial=0))
    chances = (math.exp(odd - most) / total for odd in odds)
    likely = [(n, chance) for n, chance in enumerate(chances) if chance > PLAUSIBLE_CHANCE]
    whole = sum(sizes)

    def cost(n: int, right: int) -> float:
        if n > right:
            return ANY_BODY_COST + BODY_COST * (removed[n] - removed[right]) / (whole - removed[right])
        return (
            ANY_TAIL_COST + TAIL_COST * (removed[right] - removed[n]) / removed[right] if n < right else 0.0
        )

    return min((sum(chance * cost(n, right) for right, chance in likely), n) for n, _ in likely)[1]


def _log_odds(document: Document, end: int, evidence: Callable[[int], float]) -> "array[float]":
    """Return the log-odds that the last 0, 1, 2, ... lines above `end` are a tail, as far up as cuts count.

    No cut removes a signature, because the lines above it were signed, unless those are an appeal; an answer
    in an interview; the opening, because labels alone are no article; or a sentence that closes the article.
    """
    odds = array("d", [0.0])
    if _closes(document, end):
        return odds
    most = 0.0
    running = sum(document.running[:end])
    passed = 0
    for index in range(end - 1, document.opening, -1):
        if (document.signed(index) and not _signs_appeal(document, index)) or document.answers(index):
            break
        running -= document.running[index]
        passed += _speaks_for_article(document, index, end)
        if passed > PASSED_SHARE * running or odds[-1] < most - DEEPEST_FALL:
            break
        odds.append(odds[-1] + evidence(index))
        most = max(most, odds[-1])
    return odds


def _signs_appeal(document: Document, index: int) -> bool:
    """Whether the line above is surely a plea, which the outlet may sign: `— The editors`."""
    above = document.reading(index - 1)
    return above.is_plea and above.least_odds >= AGREED_ODDS


def _closes(document: Document, end: int) -> bool:
    """Whether the line above `end` is a plain sentence that closes the article.

    It does if a sentence that meets no rule stands right above it, or above a short interruption.  A question
    below a heading of other stories is the title of one.
    """
    last = document.reading(end - 1)
    if not last.plain_sentence:
        return False
    if last.stripped[-1] == "?" and document.under(end - 2, OTHERS_LINES)[0] == "related":
        return False
    for above in range(end - 2, max(end - 2 - INTERRUPTING_LINES, 0) - 1, -1):
        if document.prose[above] and not (document.reading(above).hits or beside_plea(document, above)):
            return True
        if document.sizes[above] > SHORT_CHARS:
            return False
    return False


# --- What stands below a cut -------------------------------------------------------------------------

# In a tail of more lines than this, at least one line in so many has to meet a rule.  In the labelled corpus
# 96 of 100 such tails do so, and in half of them two lines in five meet one.  Without this limit, a table of
# results would be cut because one of its labels meets a rule.  On outlets that the weights had not seen, a
# limit of 20 removed 23 in ten thousand characters of the articles that only look as if they had a tail; this
# one removed 18.  Lines without letters and digits, as marks between titles, do not count.
LINES_FOR_EACH_HIT = 14
# What a cut loses, in log-odds, if its first line is a sentence that meets no rule: a tail opens with a
# label, a link or a plea, while an article may end with a short sentence.  Of the last lines of articles that
# were cut without this, it spares one in six.  A line beside a plea may open a tail too, if its words have
# more than OPENING_ODDS; with less, articles would lose last lines.
UNOPENED_COST, OPENING_ODDS = 1.0, 1.0


def _weighed(document: Document, end: int, odds: "array[float]") -> "array[float]":
    """Return the log-odds of the cuts above `end`, weighed by what stands below each.

    Where too few lines meet rules, a cut further up counts only if it is likelier; otherwise it would take
    the article along.  `odds` are the log-odds of the last 0, 1, 2, ... lines, as `_log_odds` returns them.
    """
    first = end - len(odds) + 1
    sizes = document.prose[first:end]
    prose = array(
        "I", (0 if size and _is_amid(document, n, end) else size for n, size in enumerate(sizes, first))
    )
    weighed = _beside_insertions(odds, prose)
    met = counted = 0
    refused = -math.inf
    for n in range(1, len(odds)):
        ruled = bool(document.reading(end - n).hits)
        met += ruled
        counted += any(map(str.isalnum, document.lines[end - n]))
        if document.prose[end - n] and not (ruled or beside_plea(document, end - n, OPENING_ODDS)):
            weighed[n] -= UNOPENED_COST
        if counted > LINES_FOR_EACH_HIT * max(met, 1):
            refused = max(refused, weighed[n])
        if weighed[n] <= refused:
            weighed[n] = -math.inf
    return weighed


# --- Insertions --------------------------------------------------------------------------------------

# The cost, in log-odds, of reading lines as inserted in an article that goes on below them (a form, links to
# other stories): for each insertion, and for each of its lines.
INSERTION_COST, INSERTED_LINE_COST = 2.0, 1.0
# The article goes on below an insertion if GOES_ON_LINES lines in a row end a sentence, if two long ones do,
# or if a single long one has log-odds below SURELY_NEWS_ODDS.  Teasers in the tail of a whole page end
# sentences too, but seldom three in a row: when any one line was enough, ten page tails in a hundred were
# read as articles that go on.
GOES_ON_LINES, SURELY_NEWS_ODDS = 3, -5.0
# That single long line is a teaser, however, if it is the first of three sentences among so many lines, each
# separated from the next by a title.  This cuts four page tails in a thousand more right, and bodies lose no
# more; with ten lines some do.
TEASER_LINES = 8


def _beside_insertions(odds: "array[float]", prose: "array[int]") -> "array[float]":
    """Return the log-odds of cuts, given that lines above each may have been inserted in the article.

    Without this, a form in the middle of an article would outweigh the paragraphs below it.  `prose` holds
    the length of each line whose cut is weighed, or 0 if that does not end a sentence.
    """
    explained, inserted = 0.0, -math.inf
    beside = odds[:]
    for n in range(len(odds) - 1, 0, -1):
        beside[n] += explained
        step = odds[n] - odds[n - 1]
        opened = max(inserted, explained - INSERTION_COST) + step - INSERTED_LINE_COST
        if _goes_on(prose[len(prose) - n : len(prose) - n + TEASER_LINES], step):
            explained = max(explained, inserted)
        inserted = opened
    beside[0] += explained
    return beside


def _goes_on(below: Sequence[int], odds: float) -> bool:
    """Whether the article goes on right below an insertion, in lines given as in `Document.prose`.

    `odds` are the log-odds of the first of them.
    """
    if len(below) >= GOES_ON_LINES and all(below[:GOES_ON_LINES]):
        return True
    if below[0] <= LONG_CHARS:
        return False
    return (len(below) > 1 and below[1] > LONG_CHARS) or (odds < SURELY_NEWS_ODDS and not _stand_apart(below))


def _stand_apart(below: Sequence[int]) -> bool:
    """Whether three sentences have other lines between them, as teasers below titles do."""
    sentences = [index for index, size in enumerate(below) if size > SHORT_CHARS]
    return len(sentences) > 2 and all(after - before > 1 for before, after in pairwise(sentences))


# --- Running text that is no article: appeals, teasers, comments ---------------------------------------

# A line within so many lines below the heading of an appeal belongs to the appeal, however long it is.
APPEAL_LINES = 6
# A comment has at most so many lines between its heading and the label of the next comment.  With this, four
# page tails in a thousand more are cut, and nothing more of the articles.
COMMENT_LINES = 8
# A teaser stands within OTHERS_LINES below a heading of other stories, and at most TITLE_LINES from another
# one: a sentence below a single link may belong to the article, which goes on.  If teasers and comments
# counted as text of the article, ten page tails in a thousand more would be too long to be cut.
OTHERS_LINES, TITLE_LINES = 12, 4


def _speaks_for_article(document: Document, index: int, end: int) -> int:
    """Return the length of a line of running text that may belong to the article; else 0.

    It is 0 for lines that meet a rule or belong to an appeal, for teasers of other stories, and for comments.
    """
    size = document.running[index]
    if not size:
        return 0
    line = document.reading(index)
    appeals = line.hits or line.plea_signs >= PLEA_SIGNS - 1
    if appeals or _under_appeal(document, index) or beside_plea(document, index):
        return 0
    return 0 if _is_teaser(document, index, end) or _is_amid(document, index, end) else size


def _is_teaser(document: Document, index: int, end: int) -> bool:
    """Whether a sentence stands below a title and a heading of other stories, with another such one near."""
    heading, above = document.under(index - 1, OTHERS_LINES)
    if heading != "related" or document.prose[index - 1]:
        return False
    place = bisect_left(document.sentences, index)
    beside = [
        other
        for other in document.sentences[max(place - 1, 0) : place + 2]
        if index - 1 - above < other < end and 1 < abs(other - index) <= TITLE_LINES
    ]
    return any(document.running[other] for other in beside)


def _under_appeal(document: Document, index: int) -> bool:
    return document.under(index, APPEAL_LINES)[0] in APPEALS


def _is_amid(document: Document, index: int, end: int) -> bool:
    """Whether a line stands where no article goes on: in an appeal that goes on below, or among comments.

    A comment stands below a heading and a name, and above the label of the next comment.  A label with a
    sentence right below it (`Loading`) heads no comments.
    """
    heading, above = document.under(index, COMMENT_LINES)
    if heading in APPEALS:
        below = range(index + 1, min(index + 1 + APPEAL_LINES, end))
        return above <= APPEAL_LINES and any(document.reading(line).asking_rules for line in below)
    if heading != "comments" or not above or document.prose[index - above + 1]:
        return False
    below = range(index + 1, min(index + 1 + COMMENT_LINES, end))
    return any(document.reading(line).heading == "comments" for line in below)
