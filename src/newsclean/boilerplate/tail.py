"""Where the article ends."""

import math
import sys
from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

from newsclean.boilerplate.document import Document
from newsclean.boilerplate.evidence import APPEALS, beside_plea, weigh
from newsclean.boilerplate.matcher import Hit, Matcher
from newsclean.boilerplate.plea import PLEA_SIGNS
from newsclean.boilerplate.reading import WHOLE_SHARE, Reading
from newsclean.boilerplate.shape import LONG_CHARS, SHORT_CHARS
from newsclean.boilerplate.weights import Weights
from newsclean.lines import Lines

# What a wrong cut costs.  If it removes any of the article: ANY_BODY_COST, and BODY_COST times the share that
# it removes.  If it leaves any of the tail: ANY_TAIL_COST, and TAIL_COST times the share that it leaves.
# These costs, and the numbers below, were chosen on outlets of the labelled corpus to which the weights were
# not fitted, such that all but two in a thousand characters of articles stay (`tools/fit_tail_weights.py`
# prints the table).
BODY_COST, ANY_BODY_COST, TAIL_COST, ANY_TAIL_COST = 200.0, 6.0, 1.0, 3.0
# Cuts with a smaller probability are not weighed.
PLAUSIBLE_CHANCE = 1e-5
# A cut may not remove more running text that meets no rule and belongs to no appeal than this share of the
# running text above the cut.
PASSED_SHARE = 0.25
# In a tail of more lines than this, at least one line in so many has to meet a rule.  In the labelled corpus
# 96 of 100 such tails do so, and in half of them two lines in five meet one.  Without this limit, a table of
# results would be cut because one of its labels meets a rule.  On outlets that the weights had not seen, a
# limit of 20 removed 23 in ten thousand characters of the articles that only look as if they had a tail; this
# one removed 18.  Lines without letters and digits, as marks between titles, do not count.
LINES_FOR_EACH_HIT = 14
# A tail is cut only if its log-odds are at least this, unless one of its lines meets a rule or pleads.  On
# outlets that the weights have not seen, 3 of 198 articles without a tail lose a last line.  With a nat more,
# and an earlier prior of the weights, as many did, and one in a hundred more of the tails stayed.
UNRULED_ODDS = 3.5
# No cut is looked for above a line where the log-odds are so much below their highest.
DEEPEST_FALL = 25.0
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
# What a cut loses, in log-odds, if its first line is a sentence that meets no rule: a tail opens with a
# label, a link or a plea, while an article may end with a short sentence.  Of the last lines of articles that
# were cut without this, it spares one in six.  A line beside a plea may open a tail too, if its words have
# more than OPENING_ODDS, in log-odds; with less, articles would lose last lines.
UNOPENED_COST, OPENING_ODDS = 1.0, 1.0
# So many short lines (a credit, a link) may stand between the last plain sentence of an article and the one
# above it.  With this, as much of the tails in the labelled corpus is removed as without, but .01 % instead
# of .03 % of the text of extracted articles.
INTERRUPTING_LINES = 2
# A teaser stands within OTHERS_LINES below a heading of other stories, and at most TITLE_LINES from another
# one: a sentence below a single link may belong to the article, which goes on.  If teasers and comments
# counted as text of the article, ten page tails in a thousand more would be too long to be cut.
OTHERS_LINES, TITLE_LINES = 12, 4

# A line within so many lines below the heading of an appeal belongs to the appeal, however long it is.
APPEAL_LINES = 6
# A comment has at most so many lines between its heading and the label of the next comment.  With this, four
# page tails in a thousand more are cut, and nothing more of the articles.
COMMENT_LINES = 8


class Tail:
    """A tail: the index of its first line, and a reason for each line up to the last one that is not blank.

    `credits` are the indices of those lines that belong to the article, and of blank lines above them.
    """

    __slots__ = ("credits", "reasons", "start")

    def __init__(self, start: int, reasons: list[str], credits: frozenset[int]) -> None:
        """Take the three values that the class describes."""
        self.start = start
        self.reasons = reasons
        self.credits = credits


def find_tail(lines: Lines, matcher: Matcher, weights: Weights) -> Tail | None:
    """Return the tail of a text given as lines, or None if it has none."""
    document = Document(lines, matcher)
    cut = find_cut(document, weights)
    if cut == len(document.lines):
        return None
    return Tail(document.numbers[cut - 1] + 1, _reasons(document, cut), _credits_amid_appeals(document, cut))


def find_cut(document: Document, weights: Weights) -> int:
    """Return the index of the tail's first line, among the lines that are not blank; their number if no tail.

    Credits may stand in the tail, below appeals: see `Tail`.
    """
    evidence = _upwards_once(document, weights)
    cut = _cut_above(document, _above_own(document, len(document.lines)), evidence)
    while (credits := _above_credits(document, cut)) < cut:
        appeal = _cut_above(document, credits, evidence)
        if appeal == credits or not all(
            document.reading(index).asking_rules for index in range(appeal, credits)
        ):
            break
        cut = appeal
    return cut


def _cut_above(document: Document, last: int, evidence: Callable[[int], float]) -> int:
    """Return the index of the first line of a tail that ends above line `last`; `last` if there is none.

    After each cut another tail is looked for above it until nothing is found, so that trimming twice is
    trimming once.
    """
    end, cut = 0, last
    while cut != end:
        end = cut
        odds = _log_odds(document, end, evidence)
        if len(odds) == 1:
            break
        odds = _weighed(document, end, odds)
        cut = end - _cheapest(odds, document.sizes[:end])
        unruled = end == last and not _asks_at_all(document, cut, end)
        if unruled and (odds[end - cut] < UNRULED_ODDS or _is_programme(document, cut, end)):
            return end
        cut = _below_block(document, _below_digest(document, cut, end), end)
        cut = _above_own(document, _below_credits(document, cut, end))
    return cut


def _above_own(document: Document, end: int) -> int:
    """Return the index of the first of the lines right above `end` that meet a rule of the user's own.

    Such a rule decides only on its own line: if it were weighed with the lines below, it would take news
    along.
    """
    while end > 1 and document.reading(end - 1).meets_own_rule:
        end -= 1
    return end


def _upwards_once(document: Document, weights: Weights) -> Callable[[int], float]:
    """Return a function from a line's index to its evidence, weighed once, from the last line upwards."""
    known = array("d")

    def evidence(index: int) -> float:
        above = len(document.lines) - 1 - index
        while len(known) <= above:
            known.append(weigh(document, len(document.lines) - 1 - len(known), weights))
        return known[above]

    return evidence


def _below_credits(document: Document, cut: int, end: int) -> int:
    """Return the index of the first line from `cut` on that is not a credit or a source note.

    Credits and notes belong to the article, with a row of marks above them.  Below one that ends with a colon
    ("Sources:"), the lines of a list are source notes too, as long as they are no sentences and meet no rule.
    """
    listed = False
    if cut + 1 < end and not any(map(str.isalnum, document.lines[cut])) and _is_credit(document, cut + 1):
        cut += 1
    while cut < end:
        line = document.reading(cut)
        if line.credit:
            listed = line.stripped.endswith(":")
        elif not listed or line.prose or line.hits:
            break
        cut += 1
    return cut


def _above_credits(document: Document, end: int) -> int:
    """Return the index of the first of the credits right above `end`; `end` if there are none."""
    while end > 1 and _is_credit(document, end - 1):
        end -= 1
    return end


def _credits_amid_appeals(document: Document, cut: int) -> frozenset[int]:
    """Return the indices of credits among the appeals that a tail opens with, and of blank lines above them.

    Such credits belong to the article; one further down may belong to other stories.
    """
    numbers: set[int] = set()
    for index in range(cut, len(document.lines)):
        if _is_credit(document, index):
            numbers.update(range(document.numbers[index - 1] + 1, document.numbers[index] + 1))
        elif not document.reading(index).asking_rules:
            break
    return frozenset(numbers)


def _is_credit(document: Document, index: int) -> bool:
    """Whether a line is a credit, a correction or a source note, and asks nothing.

    A signature does not count here, because it belongs to the lines above.
    """
    line = document.reading(index)
    return line.credit and not (line.signature or line.asking_rules)


def _weighed(document: Document, end: int, odds: "array[float]") -> "array[float]":
    """Return the log-odds of the cuts above `end`, weighed by what stands below each.

    Does the article go on there, how does the tail open, do enough of its lines meet rules?  Where too few
    do, a cut further up counts only if it is likelier; otherwise it would take the article along.  `odds` are
    the log-odds of the last 0, 1, 2, ... lines, as `_log_odds` returns them.
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


def _asks_at_all(document: Document, cut: int, end: int) -> bool:
    """Whether any line from `cut` to `end` pleads, or meets a rule and is no news."""
    lines = map(document.reading, range(cut, end))
    return any((line.hits and not line.reported) or line.plea_signs for line in lines)


def _is_programme(document: Document, cut: int, end: int) -> bool:
    """Whether most lines from `cut` to `end` name something and say what it is: `Saturday: a concert`."""
    named = sum([": " in document.lines[index] for index in range(cut, end)])
    return named > 1 and 2 * named >= end - cut


def _below_digest(document: Document, cut: int, end: int) -> int:
    """Return the index of the first line from `cut` on that is no part of a digest; `end` if all may be one.

    In a digest, in results and in a forecast, names of sections stand above items.  A tail that meets no
    rules except such names is taken for one.  In any other tail, a digest goes as far as items are sentences
    that report, or hold figures.
    """
    lines = range(cut, end)
    ruled = bytearray(bool(document.reading(index).hits) for index in lines)
    followed = zip(lines, ruled, ruled[1:] + b"\0", strict=False)
    named = bytearray(rule > below and _may_name_section(document, index) for index, rule, below in followed)
    if any(named) and not named[-1] and sum(named) == sum(ruled):
        return end
    below = int(named[1:2] == b"\1" and not ruled[0])  # the digest's own name
    while below < len(lines) and (named[below] or (below and _may_be_item(document, lines[below]))):
        below += 1
    return lines[below] if below < len(lines) and ruled[below] else cut


def _below_block(document: Document, cut: int, end: int) -> int:
    """Return the index of the first line from `cut` on that is no part of a block of the article.

    Where blank lines part the paragraphs, lines with none between are one block: a signature and a place, the
    items of a recipe, verse.  No tail begins within a block, or with one of several lines, unless some line
    of it from `cut` on meets a rule or sounds like a plea; a name above results may meet one.  The rest of a
    block that the article opens may sound like a plea.
    """
    if cut == end or not _parts_paragraphs(document, cut):
        return cut
    below = cut + 1
    while below < end and not document.parted(below):
        below += 1
    amid = not document.parted(cut)
    if below - cut == 1 and not amid:
        return cut
    lines = range(cut, below)
    if not any(_may_open_tail(document.reading(index), amid) for index in lines):
        return below
    results = _may_name_section(document, cut) and all(_may_be_item(document, index) for index in lines[1:])
    return below if results and len(lines) > 1 else cut


def _may_open_tail(line: Reading, amid: bool) -> bool:
    """Whether a line meets a rule, or if it does not stand amid a block sounds like a plea."""
    return bool(line.hits) or (not amid and line.plea_signs >= PLEA_SIGNS - 1)


def _parts_paragraphs(document: Document, end: int) -> bool:
    """Whether most sentences above `end` that follow one another have blank lines between."""
    prose = document.prose[:end]
    following = [index for index, (above, size) in enumerate(pairwise(prose), 1) if above and size]
    return 2 * sum(map(document.parted, following)) > len(following)


def _may_name_section(document: Document, index: int) -> bool:
    return document.reading(index).heading == "navigation" and not document.prose[index]


def _may_be_item(document: Document, index: int) -> bool:
    line = document.reading(index)
    return not line.hits and ((line.prose and line.impersonal) or any(map(str.isdigit, line.stripped)))


def _log_odds(document: Document, end: int, evidence: Callable[[int], float]) -> "array[float]":
    """Return the log-odds that the last 0, 1, 2, ... lines above `end` are a tail, as far up as cuts count.

    No cut removes a signature, because the lines above were signed; an answer in an interview; the opening,
    because labels alone are no article; or a sentence that closes the article.
    """
    odds = array("d", [0.0])
    if _closes(document, end):
        return odds
    most = 0.0
    running = sum(document.running[:end])
    passed = 0
    for index in range(end - 1, document.opening, -1):
        if document.signed(index) or document.answers(index):
            break
        running -= document.running[index]
        passed += _speaks_for_article(document, index, end)
        if passed > PASSED_SHARE * running or odds[-1] < most - DEEPEST_FALL:
            break
        odds.append(odds[-1] + evidence(index))
        most = max(most, odds[-1])
    return odds


def _closes(document: Document, end: int) -> bool:
    """Whether the line above `end` is a plain sentence that closes the article.

    It does if a sentence that meets no rule stands right above it, or above a short interruption.
    """
    last = document.reading(end - 1)
    if not last.plain_sentence or (last.stripped[-1] == "?" and _among_others(document, end - 1)):
        return False
    for above in range(end - 2, max(end - 2 - INTERRUPTING_LINES, 0) - 1, -1):
        if document.prose[above] and not (document.reading(above).hits or beside_plea(document, above)):
            return True
        if document.sizes[above] > SHORT_CHARS:
            return False
    return False


def _among_others(document: Document, index: int) -> bool:
    """Whether a line stands below a heading of other stories, where a question is the title of one."""
    return document.under(index - 1, OTHERS_LINES)[0] == "related"


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


def _reasons(document: Document, cut: int) -> list[str]:
    """Return the reason for each line: its rule or its shape; a blank line has that of the line below."""
    readings = map(document.reading, range(cut, len(document.lines)))
    category = next((hit.category for line in readings for hit in line.hits), "related")
    reasons: list[str] = []
    for index in range(cut, len(document.lines)):
        line = document.reading(index)
        if line.hits:
            hit = _naming_hit(line)
            category = hit.category
            reason = f"{category}:{hit.id}"
        else:
            reason = f"{category}:{_shape(line)}"
        reasons += [sys.intern(reason)] * (document.numbers[index] - document.numbers[index - 1])
    return reasons


def _naming_hit(line: Reading) -> Hit:
    """Return the hit by which a line is named: the longest one, or one of newsletters if these are as many.

    A line that asks to subscribe to a newsletter, or to join it, meets rules of subscriptions and support as
    well.
    """
    longest = max(line.hits, key=_length)
    letters = [hit for hit in line.hits if hit.category == "newsletter"]
    if not letters or len(letters) < sum(hit.category == longest.category for hit in line.hits):
        return longest
    letter = max(letters, key=_length)
    alone = longest.category == "subscription" or _length(letter) > WHOLE_SHARE * len(line.text)
    return letter if alone else longest


def _length(hit: Hit) -> int:
    return hit.end - hit.start


def _shape(line: Reading) -> str:
    if len(line.stripped) <= 3:
        return "leftover"
    return "text" if line.prose else "title-list"
