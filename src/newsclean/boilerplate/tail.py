"""Where the article ends."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newsclean.boilerplate.evidence import LONG, MIDDLE, SHORT, Document, Reading, ends_sentence
from newsclean.boilerplate.fold import split_words
from newsclean.boilerplate.matcher import Matcher
from newsclean.boilerplate.rules import CREDIT, examined
from newsclean.boilerplate.vocabulary import YOU

# The numbers below were chosen by cross-validation over hosts on a labelled corpus, as the point where all
# but one or two in a thousand characters of articles stay (`tools/fit_tail_weights.py` prints the table).

# What speaks for the article counts more than what speaks against it, by this factor.
CAUTION = 1.5
# The least evidence for a first cut, in log-odds: below a heading, and without one.
ENOUGH, ENOUGH_ALONE = 0.0, 1.5
# A tail opens with a heading or another rule that covers its line, within so many lines; so many lines
# above a tail that is found already may join it without one.
OPENING = 3
# A step upwards may pass over long sentences up to this share of those above it, ...
PASSED = 0.1
# ... over so many lines in a row that meet no rule and stand under no heading, ...
UNEXPLAINED, UNDER = 30, 12
# (what stands so few lines under the heading of an appeal is the appeal, however long), ...
APPEAL = 6
# ... and over evidence for the article up to this much.
DEEPEST = 60.0


# So many lines of running text at the end, together longer than this, tell an article without a tail; two do
# if neither is short.
PROSE, PROSE_LENGTH = 3, 160

_APPEALS = frozenset({"donation", "membership"})

# Log-odds, at least, of a line on which rules agree.  In the labelled corpus two rules of one category meet
# on six hundred lines of tails and on six of articles, three of those in comment prompts, which do not count.
AGREED = 3.0
_ASKING = frozenset({"donation", "membership", "subscription", "newsletter"})


class Tail(NamedTuple):
    """The tail: the index of its first line, and the reason of each of its lines, blank ones too."""

    start: int
    reasons: list[str]


class _Step(NamedTuple):
    """The state of the walk upwards since the last cut that was accepted."""

    evidence: float = 0.0  # of the lines passed
    long: int = 0  # long sentences passed
    unexplained: int = 0  # lines in a row without rule or heading
    lines: int = 0
    heading: int = 99  # lines since the last one that is a heading


def find_tail(lines: list[str], matcher: Matcher, weights: Mapping[str, float]) -> Tail | None:
    """Return the tail of a text given as lines, or None.

    The walk goes up from the end and moves the cut wherever the evidence of the lines between is for a
    tail and nothing forbids it; it gives up where too much speaks for the article.  What it has passed
    counts from the last cut alone, so that a second walk over the trimmed text finds nothing more.
    """
    document = Document(lines, matcher)
    cut = walk(document, weights)
    if cut == len(document.lines):
        return None
    start = document.numbers[cut - 1] + 1
    return Tail(start, _reasons(document, cut, start, len(lines)))


def ends_in_prose(text: str, matcher: Matcher) -> bool:
    """Whether the last two or three lines that are not blank are running text that meets no rule.

    A short one must not speak to the reader either.  Such an article has no tail that the walk would find
    but for one in two hundred and fifty, and most articles without a tail are told from these lines.
    """
    lines: list[str] = []
    short = False
    for line in _upwards(text):
        if not ends_sentence(line):
            return False
        lines.append(line)
        short = short or len(line) <= SHORT
        if len(lines) == (PROSE if short else 2):
            break
    if len(lines) < 2 or (short and sum(map(len, lines)) <= PROSE_LENGTH):
        return False
    return not any(_asks(line, matcher) for line in lines)


def _asks(line: str, matcher: Matcher) -> bool:
    """Whether a line meets a rule, or speaks to the reader and is short."""
    read = examined(line)
    if any(hit.category != CREDIT for hit in matcher.hits(read)):
        return True
    return len(line) <= SHORT and not YOU.isdisjoint(split_words(read))


def _upwards(text: str) -> Iterator[str]:
    """Yield the lines that are not blank from the end, stripped, without parting the whole text."""
    feed = back = end = len(text)
    while end >= 0:
        if feed >= end:
            feed = text.rfind("\n", 0, end)
        if back >= end:
            back = text.rfind("\r", 0, end)
        start = max(feed, back)
        line = text[start + 1 : end].strip()
        if line:
            yield line
        end = start


def walk(document: Document, weights: Mapping[str, float]) -> int:
    """Return the index of the tail's first line among the lines that are not blank; their number if none."""
    end = cut = len(document.lines)
    step = _Step()
    waiting: list[int] = []  # lines of the step whose evidence no cut has asked for
    for index in range(end - 1, 0, -1):
        if step.long + _is_long(document, index) > PASSED * document.long_above[index]:
            break  # further up more is passed and less stands above: no cut can follow
        joins = cut < end and step.lines == 0
        step = _pass(step, document, index)
        waiting.append(index)
        if step.unexplained > UNEXPLAINED:
            break
        opened = step.heading <= OPENING
        if not opened and step.lines > OPENING:
            continue
        for passed in waiting:
            step = step._replace(evidence=step.evidence + _evidence(document, passed, weights, joins=joins))
            if step.evidence < -DEEPEST:
                return _below_credits(document, cut)
        waiting.clear()
        enough = 0.0 if cut < end else ENOUGH if opened else ENOUGH_ALONE
        if step.evidence > enough:
            cut, step = index, _Step(heading=step.heading)
    return _below_credits(document, cut)


def _below_credits(document: Document, cut: int) -> int:
    """Move a cut below the credits and source notes under the last paragraph: they belong to the article."""
    while cut < len(document.lines) and document.reading(cut).credit:
        cut += 1
    return cut


def _evidence(document: Document, index: int, weights: Mapping[str, float], *, joins: bool) -> float:
    line = document.reading(index)
    evidence = sum(weights.get(name, 0.0) for name in set(document.observations(index)))
    if joins and line.asks and len(line.stripped) <= MIDDLE:
        # A short appeal right above a tail opens it, also in a language that the weights hardly know.
        evidence = max(evidence, 0.1)
    if _rules_agree(line):
        evidence = max(evidence, AGREED)
    return evidence if evidence > 0 else CAUTION * evidence


def _pass(step: _Step, document: Document, index: int) -> _Step:
    line = document.reading(index)
    explained = line.hits or document.under(index, UNDER)[0]
    return _Step(
        step.evidence,
        step.long + _is_long(document, index),
        0 if explained else step.unexplained + 1,
        step.lines + 1,
        0 if line.heading else step.heading + 1,
    )


def _rules_agree(line: Reading) -> bool:
    """Whether two rules of one category meet on a line, or two that ask the reader for something."""
    met = ["asking" if hit.category in _ASKING else hit.category for hit in line.hits]
    return any(met.count(category) > 1 for category in met if category != "comments")


def _is_long(document: Document, index: int) -> bool:
    """Whether a line is a long sentence, meets no rule and stands under no heading of an appeal."""
    line = document.reading(index)
    if not line.prose or len(line.stripped) <= LONG or line.hits:
        return False
    return document.under(index, APPEAL)[0] not in _APPEALS


def _reasons(document: Document, cut: int, start: int, end: int) -> list[str]:
    """Give each line the rule it meets or its shape, and blank lines the reason of the line below them."""
    category = next(
        (hit.category for index in range(cut, len(document.lines)) for hit in document.reading(index).hits),
        "related",
    )
    own: dict[int, str] = {}
    for index in range(cut, len(document.lines)):
        line = document.reading(index)
        if line.hits:
            hit = max(line.hits, key=lambda hit: hit.end - hit.start)
            category = hit.category
            own[document.numbers[index]] = f"{category}:{hit.id}"
        else:
            own[document.numbers[index]] = f"{category}:{_shape(line)}"
    reasons = []
    reason = own[document.numbers[-1]]
    for number in range(end - 1, start - 1, -1):
        reason = own.get(number, reason)
        reasons.append(reason)
    return reasons[::-1]


def _shape(line: Reading) -> str:
    if len(line.stripped) <= 3:
        return "leftover"
    return "text" if line.prose else "title-list"
