"""Recognises articles that plainly have no tail, by looking only at their last lines."""

from collections.abc import Iterator

from newsclean.boilerplate.fold import examined, split_words
from newsclean.boilerplate.matcher import Matcher
from newsclean.boilerplate.plea import plea
from newsclean.boilerplate.shape import LONG_CHARS, SHORT_CHARS, ends_sentence
from newsclean.boilerplate.vocabulary import listed

# An article has no tail if it ends with this many lines of running text that are longer than this together;
# two such lines are enough if neither is short.
PROSE_LINES, PROSE_CHARS = 3, 160


def ends_in_prose(text: str, matcher: Matcher) -> bool:
    """Whether the last two or three lines that are not blank show that there is no tail.

    They do if they are running text, meet no rule, do not plead, and no short one speaks to the reader.  A
    credit meets a rule, so it shows nothing: an appeal may stand above it.  A title may stand above the last
    line if that is not short.  A question above an answer may be short, as in interviews.  Of two lines
    without a title between, only the last one is checked for rules, if it is long.

    In the labelled corpus this finds three of four articles without a tail; the search for a cut would cut
    none of them.
    """
    last = _last_prose(text)
    if not last or _asks(last[0], matcher):
        return False
    if len(last) == 2 and len(last[0]) > LONG_CHARS:
        return True
    return not any(_asks(line, matcher) for line in last[1:])


def _last_prose(text: str) -> list[str]:
    """Return the last lines of running text and a title among them, last one first; none if too few."""
    lines: list[str] = []
    sentences = length = 0
    brief = False
    for line in _upwards(text):
        if ends_sentence(line):
            brief |= len(line) <= SHORT_CHARS and not (lines and line.endswith("?"))
            sentences += 1
            length += len(line)
        elif not lines or sentences < len(lines) or not len(line) <= SHORT_CHARS < len(lines[0]):
            return []
        lines.append(line)
        if sentences == PROSE_LINES or (sentences == 2 and length > PROSE_CHARS and not brief):
            break
    return lines if sentences > 1 and length > PROSE_CHARS else []


def _asks(line: str, matcher: Matcher) -> bool:
    """Whether a stripped line meets a rule, pleads, or is short and speaks to the reader: see `Reading`."""
    text = examined(line)
    words = split_words(text)
    if plea(text, words)[1] or matcher.hits(text, words):
        return True
    return len(line) <= SHORT_CHARS and not listed("you").isdisjoint(words)


def _upwards(text: str) -> Iterator[str]:
    """Yield the lines that are not blank, stripped, from the last one upwards, as far as they are needed."""
    feed = back = end = len(text)
    while end >= 0:
        if feed >= end:
            feed = text.rfind("\n", 0, end)
        if back >= end:
            back = text.rfind("\r", 0, end)
        start = feed if feed > back else back  # several times as fast as `max`
        line = text[start + 1 : end].strip()
        if line:
            yield line
        end = start
