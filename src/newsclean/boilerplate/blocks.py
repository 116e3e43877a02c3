"""Lines at the end of an article that look like a tail but belong together with it.

These are digests, results, programmes, and blocks of lines between blank lines.  Each function moves a cut
down, below what belongs to the article.
"""

from itertools import pairwise

from newsclean.boilerplate.document import Document
from newsclean.boilerplate.plea import PLEA_SIGNS
from newsclean.boilerplate.reading import Reading
from newsclean.boilerplate.shape import LONG_CHARS, SHORT_CHARS, case_of

# A line of so many words that ends without a stop, and is not capitalised as a title, is the start of a
# sentence: a teaser or a download broke off there.  Of the wrong cuts that meet no rule in such texts, this
# spares half; one tail of the labelled corpus, of two lines, stays.
BROKEN_WORDS = 5
# A stanza has at most so many lines, and each ends with one of these marks.
STANZA_LINES, VERSE_MARKS = 16, frozenset(".,;:!?–—…")


def belongs_to_article(document: Document, cut: int, end: int) -> bool:
    """Whether lines from `cut` to `end`, none of which meets a rule, may belong to the article.

    They may if they are a programme, if one of several is a sentence of at most LONG_CHARS, if the last one
    is a sentence that breaks off, or if the document holds letters, which end with names.  In the labelled
    corpus 13 tails meet no rule; 12 of them are labels, or one line, and the other has a teaser, which is
    longer.
    """
    if _is_programme(document, cut, end) or document.holds_letters or _breaks_off(document, end - 1):
        return True
    return end - cut > 1 and any(0 < size <= LONG_CHARS for size in document.prose[cut:end])


def _is_programme(document: Document, cut: int, end: int) -> bool:
    """Whether most lines from `cut` to `end` name something and say what it is: `Saturday: a concert`."""
    named = sum([": " in document.lines[index] for index in range(cut, end)])
    return named > 1 and 2 * named >= end - cut


def _breaks_off(document: Document, index: int) -> bool:
    """Whether a line is no sentence, but has the words and the small letters of one: see BROKEN_WORDS."""
    text = document.lines[index]
    if document.prose[index] or case_of(text) in ("title", "capitals"):
        return False
    return len(text.split(None, BROKEN_WORDS)) >= BROKEN_WORDS


def below_digest(document: Document, cut: int, end: int) -> int:
    """Return the index of the first line from `cut` on that is not part of a digest; `end` if all may be.

    A digest, as results and a forecast are, consists of names of sections (`Sport`), which look like those of
    a menu, and of items below each.  If such names are all that meets rules, the lines are no tail.  In any
    other tail, the digest goes on as long as the items are sentences that report, or hold figures.
    """
    lines = range(cut, end)
    ruled = bytearray(bool(document.reading(index).hits) for index in lines)
    followed = zip(lines, ruled, ruled[1:] + b"\0", strict=False)
    named = bytearray(rule > below and _may_name_section(document, index) for index, rule, below in followed)
    if any(named) and not named[-1] and sum(named) == sum(ruled):
        return end
    below = int(named[1:2] == b"\1" and not ruled[0])  # the digest's own title
    while below < len(lines) and (named[below] or (below and _may_be_item(document, lines[below]))):
        below += 1
    return lines[below] if below < len(lines) and ruled[below] else cut


def below_block(document: Document, cut: int, end: int) -> int:
    """Return the index of the first line from `cut` on that is not part of a block of the article.

    Where blank lines separate the paragraphs, lines without a blank line between them are one block: a
    signature and a place, the items of a recipe, verse.  A tail begins neither within a block nor with one of
    several lines, unless a line of the block from `cut` on meets a rule or sounds like a plea.  There are
    three exceptions.  Where the block begins above the cut, sounding like a plea does not count.  A block of
    results below the name of a section stays, although that name meets a rule, and so does a stanza.
    """
    if cut == end or not _separates_paragraphs(document, cut):
        return cut
    below = cut + 1
    while below < end and not document.parted(below):
        below += 1
    within = not document.parted(cut)
    if below - cut == 1 and not within:
        return cut
    lines = range(cut, below)
    if not any(_may_open_tail(document.reading(index), within) for index in lines):
        return below
    if _is_stanza(document, cut, below):
        return below
    results = _may_name_section(document, cut) and all(_may_be_item(document, index) for index in lines[1:])
    return below if results and len(lines) > 1 else cut


def _is_stanza(document: Document, cut: int, below: int) -> bool:
    """Whether lines above line `below`, as far up as there is no blank line, are a stanza that has the cut.

    A stanza has a few short lines.  All end with a mark, and most of them meet no rule; or one goes on in the
    next line, behind a comma.
    """
    first = cut
    while first and below - first <= STANZA_LINES and not document.parted(first):
        first -= 1
    indices = range(first, below)
    lines = [document.lines[index] for index in indices]
    if not 3 <= len(lines) <= STANZA_LINES or max(map(len, lines)) > SHORT_CHARS:
        return False
    if not all(line[-1] in VERSE_MARKS and " " in line for line in lines):
        return False
    met = sum([bool(document.reading(index).hits) for index in indices])
    return 2 * met < len(lines) or any(line[-1] in ",;" for line in lines[:-1])


def _may_open_tail(line: Reading, within: bool) -> bool:
    """Whether a line meets a rule, or sounds like a plea and is not `within` a block of the article."""
    return bool(line.hits) or (not within and line.plea_signs >= PLEA_SIGNS - 1)


def _separates_paragraphs(document: Document, end: int) -> bool:
    """Whether most neighbouring sentences above `end` have blank lines between them."""
    prose = document.prose[:end]
    neighbours = [index for index, (above, size) in enumerate(pairwise(prose), 1) if above and size]
    return 2 * sum(map(document.parted, neighbours)) > len(neighbours)


def _may_name_section(document: Document, index: int) -> bool:
    return document.reading(index).heading == "navigation" and not document.prose[index]


def _may_be_item(document: Document, index: int) -> bool:
    line = document.reading(index)
    return not line.hits and ((line.prose and line.impersonal) or any(map(str.isdigit, line.stripped)))
