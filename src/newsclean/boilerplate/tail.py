"""Where the article ends, which lines below its end are credits, and why each other line is removed."""

import sys
from array import array
from collections.abc import Callable

from newsclean.boilerplate.blocks import belongs_to_article, below_block, below_digest
from newsclean.boilerplate.cuts import cheapest_cut
from newsclean.boilerplate.document import Document
from newsclean.boilerplate.evidence import weigh
from newsclean.boilerplate.matcher import Hit, Matcher
from newsclean.boilerplate.reading import WHOLE_SHARE, Reading
from newsclean.boilerplate.weights import Weights
from newsclean.lines import Lines

# A tail is cut only if its log-odds are at least this, unless one of its lines meets a rule or pleads.  On
# outlets that the weights have not seen, 3 of 198 articles without a tail lose a last line.  With a nat more,
# and an earlier prior of the weights, as many did, and one in a hundred more of the tails stayed.  A single
# line needs LONE_ODDS: the last words of a teaser or of a download that broke off look like a label.  Of
# 12,300 texts that break off within articles of the labelled corpus, 1.5 % lose a line, in place of 2.8 %
# with UNRULED_ODDS alone and without `BROKEN_WORDS`; two of twelve tails that meet no rule stay.
UNRULED_ODDS, LONE_ODDS = 3.5, 4.0
# The marks of a row that separates parts of a text; others, as ■, may end the article itself.
SEPARATING_MARKS = frozenset("~*_-–—=•·.#+ ")


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
    evidence = _weighed_once(document, weights)
    cut = _cut_above(document, _above_own_rules(document, len(document.lines)), evidence)
    while (credits := _above_credits(document, cut)) < cut:
        appeal = _cut_above(document, credits, evidence)
        appeals = map(document.reading, range(appeal, credits))
        if appeal == credits or not all(line.asking_rules for line in appeals):
            break
        cut = appeal
    return cut - _parts_off_appeal(document, cut)


def _weighed_once(document: Document, weights: Weights) -> Callable[[int], float]:
    """Return a function from a line's index to its evidence, which is weighed from the last line upwards."""
    known = array("d")

    def evidence(index: int) -> float:
        above = len(document.lines) - 1 - index
        while len(known) <= above:
            known.append(weigh(document, len(document.lines) - 1 - len(known), weights))
        return known[above]

    return evidence


def _cut_above(document: Document, last: int, evidence: Callable[[int], float]) -> int:
    """Return the index of the first line of a tail that ends above line `last`; `last` if there is none.

    After each cut another tail is looked for above it until nothing is found, so that trimming twice is
    trimming once.
    """
    end, cut = 0, last
    while cut != end:
        end = cut
        found = cheapest_cut(document, end, evidence)
        if found is None:
            break
        cut, odds = found
        unruled = end == last and not _asks_at_all(document, cut, end)
        least = LONE_ODDS if end - cut == 1 else UNRULED_ODDS
        if unruled and (odds[end - cut] < least or belongs_to_article(document, cut, end)):
            return end
        cut = below_block(document, below_digest(document, cut, end), end)
        cut = _above_own_rules(document, _below_credits(document, cut, end))
    return cut


def _parts_off_appeal(document: Document, cut: int) -> bool:
    """Whether a row of marks above the cut separates the article from an appeal that opens the tail."""
    if not document.opening < cut - 1 < cut < len(document.lines):
        return False
    return set(document.lines[cut - 1]) <= SEPARATING_MARKS and document.reading(cut).is_plea


def _asks_at_all(document: Document, cut: int, end: int) -> bool:
    """Whether any line from `cut` to `end` shows a sign of a plea, or meets a rule and is no news."""
    lines = map(document.reading, range(cut, end))
    return any((line.hits and not line.reported) or line.plea_signs for line in lines)


def _above_own_rules(document: Document, end: int) -> int:
    """Return the index of the first of the lines right above `end` that meet a rule of the user's own.

    Such a rule decides only on its own line: if it were weighed with the lines below, it would take news
    along.
    """
    while end > 1 and document.reading(end - 1).meets_own_rule:
        end -= 1
    return end


# --- Credits -----------------------------------------------------------------------------------------


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


# --- Reasons -----------------------------------------------------------------------------------------


def _reasons(document: Document, cut: int) -> list[str]:
    """Return the reason for each line: its rule or its shape; a blank line has that of the line below.

    A line that meets no rule has the category of the nearest rule above it.
    """
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
    """Return the class of a line that meets no rule, as `docs/command.md` lists it."""
    if len(line.stripped) <= 3:
        return "leftover"
    return "text" if line.prose else "title-list"
