"""The lines of a document that are not blank, each read when it is needed, and what stands around each."""

from array import array
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise

from newsclean.boilerplate.fold import MARKS_AROUND, fold, lowered, spaced, split_words, unmarked
from newsclean.boilerplate.matcher import Matcher
from newsclean.boilerplate.reading import Reading
from newsclean.boilerplate.shape import (
    DASHES,
    FEW_WORDS,
    LONG_CHARS,
    MIDDLE_CHARS,
    SHORT_CHARS,
    ends_sentence,
    first_of,
    form_of,
    last_of,
)
from newsclean.boilerplate.vocabulary import listed
from newsclean.lines import LONGEST_ARTICLE, Lines

# How many lines below itself a heading reaches, and over how many lines hits are counted.
HEADING_REACH, HIT_WINDOW = 24, 10
# A heading of the whole document stands in its first HEAD_LINES; a salutation, in so many characters.
HEAD_LINES, SALUTATION_CHARS = 3, 40
# How many readings are remembered: of the lines of one document (many more than an article has), and of short
# lines of all documents.
LINES_REMEMBERED, SHORT_REMEMBERED = 1024, 256

# Remembered answers to a yes-or-no question about each line.
UNKNOWN, NO, YES = range(3)


class Document:
    """The lines of a text that are not blank, stripped; each is read when it is first needed.

    `numbers` are their indices among all lines, from 0; `sizes` their lengths in characters; `prose` the
    lengths of those that end a sentence, 0 for the others; `running` the lengths of those that are running
    text, which may lack its last stop.  `sentences` and `long_sentences` are the indices of such lines.
    `widest_gaps[n]` is the largest number of lines in a row that are no long sentences, above the n-th long
    sentence.
    """

    def __init__(self, lines: Lines, matcher: Matcher) -> None:
        """Take the lines of a text with their endings or without."""
        self._is_long = len(lines.text) > LONGEST_ARTICLE
        self.lines: Sequence[str]
        self.numbers, self.lines = _cut_from(lines) if self._is_long else _stripped(lines)
        self.matcher = matcher
        self._readings: dict[int, Reading] = {}
        # Whether each line meets a rule, and whether it is a heading: every line below it asks for both.
        self._meets, self._heads = bytearray(len(self.lines)), bytearray(len(self.lines))
        self.sizes = array("I", map(len, self.lines))
        sized = zip(self.lines, self.sizes, strict=True)
        self.prose = array("I", [size if ends_sentence(line) else 0 for line, size in sized])
        self.running = array(
            "I",
            [
                size if prose > LONG_CHARS or (size > 2 * LONG_CHARS and ". " in line) else 0
                for line, size, prose in zip(self.lines, self.sizes, self.prose, strict=True)
            ],
        )
        self.sentences = [index for index, size in enumerate(self.prose) if size]
        self.long_sentences = [index for index in self.sentences if self.prose[index] > LONG_CHARS]
        gaps = (index - above - 1 for above, index in pairwise([-1, *self.long_sentences]))
        self.widest_gaps = [*accumulate(gaps, max, initial=0)]

    @cached_property
    def alike(self) -> tuple["array[int]", "array[int]"]:
        """For each line, in how many sections above it a line has the same first word, and the same form.

        Sections are separated by long sentences.  In lists within an article, such lines (a photo credit, a
        verdict, "From: ..." after each entry) recur with text between.
        """
        known: dict[tuple[str, ...], tuple[int, int]] = {}
        words, forms = array("I"), array("I")
        above, section = "", 0
        for line, prose in zip(self.lines, self.prose, strict=True):
            shape = form_of(len(line), prose > 0)
            word = (shape, line.split(None, 1)[0].lower())
            form = (shape, above, first_of(line), last_of(line, prose > 0))
            words.append(_count(known, word, section))
            forms.append(_count(known, form, section))
            above = shape
            section += prose > LONG_CHARS
        return words, forms

    @cached_property
    def repeated(self) -> bytearray:
        """For each line, 1 if the same line stands above it."""
        seen: set[str] = set()
        repeated = bytearray()
        for line in self.lines:
            repeated.append(line in seen)
            seen.add(line)
        return repeated

    def stands_above(self, word: str, index: int) -> bool:
        """Whether a word of line `index` stands above that line.

        In an article the text above is searched: few words are asked for, and a table would have to hash all.
        """
        if self._is_long:
            return self._first_places.get(word, index) < index  # a name with a hyphen is not among words
        above, starts = self._above
        return above.find(f" {word} ", 0, starts[index]) >= 0

    def first_words(self, index: int) -> list[str]:
        """Return the first FEW_WORDS words of line `index`, then all the rest as one string."""
        if self._is_long:
            words = spaced(lowered(self.lines[index]))
        else:
            above, starts = self._above
            words = above[starts[index] : starts[index + 1]]
        return words.split(None, FEW_WORDS)

    @cached_property
    def _above(self) -> tuple[str, list[int]]:
        """The words of all lines with spaces around each, and where each line starts among them."""
        text = lowered("\n".join(self.lines))
        starts = [*accumulate((len(line) + 1 for line in text.split("\n")), initial=1)]
        return f" {spaced(text)} ", starts

    @cached_property
    def _first_places(self) -> dict[str, int]:
        """The index of the line in which each word stands first."""
        first: dict[str, int] = {}
        for index, line in enumerate(self.lines):
            for word in split_words(lowered(line)):
                first.setdefault(word, index)
        return first

    def reading(self, index: int) -> Reading:
        """Return the `Reading` of line `index`."""
        reading = self._readings.get(index)
        if reading is None:
            if len(self._readings) == LINES_REMEMBERED:
                self._readings.clear()
            read = read_short if self.sizes[index] <= MIDDLE_CHARS else Reading
            reading = self._readings[index] = read(self.lines[index], self.matcher)
        return reading

    def under(self, index: int, reach: int = HEADING_REACH) -> tuple[str, int]:
        """Return the category of the nearest heading at or above line `index`, and how far up it is.

        Returns "" and `reach` + 1 if there is none within `reach` lines.
        """
        first, heads = max(0, index - reach), self._heads
        while (unknown := heads.rfind(UNKNOWN, first, index + 1)) > (
            place := heads.rfind(YES, first, index + 1)
        ):
            heads[unknown] = YES if self.reading(unknown).heading else NO
        return (self.reading(place).heading, index - place) if place >= 0 else ("", reach + 1)

    def hits_above(self, index: int) -> int:
        """Return how many of the `HIT_WINDOW` lines above line `index` meet a rule."""
        first, meets = max(0, index - HIT_WINDOW), self._meets
        while (unknown := meets.rfind(UNKNOWN, first, index)) >= 0:
            meets[unknown] = YES if self.reading(unknown).hits else NO
        return meets.count(YES, first, index)

    def parted(self, index: int) -> bool:
        """Whether a blank line stands right above line `index`."""
        return self.numbers[index] - self.numbers[index - 1] > 1

    def signed(self, index: int) -> bool:
        """Whether line `index` is a signature, not an item of a list whose lines start with dashes."""
        beside = (*self.lines[max(0, index - 1) : index], *self.lines[index + 1 : index + 2])
        return self.reading(index).signature and not any(line[0] in DASHES for line in beside)

    @cached_property
    def holds_letters(self) -> bool:
        """Whether it holds letters to the editor: it is headed so, or a line salutes somebody."""
        heads = {fold(line) for line in self.lines[:HEAD_LINES] if len(line) <= SHORT_CHARS}
        return not heads.isdisjoint(listed("letters")) or any(map(_salutes, self.lines))

    def answers(self, index: int) -> bool:
        """Whether line `index` continues an interview: two lines above is its speaker, one above another."""
        speaker = _speaker(self.lines[index])
        if not speaker or index < 2:
            return False
        before, other = map(_speaker, self.lines[index - 2 : index])
        return before == speaker and other not in ("", speaker)

    @cached_property
    def opening(self) -> int:
        """The index of the first line that is more than a label; the number of lines if there is none.

        Such a line reports, and is a sentence or longer than SHORT_CHARS.
        """
        for index, (size, prose) in enumerate(zip(self.sizes, self.prose, strict=True)):
            if prose > LONG_CHARS:  # need not be read
                return index
            if (prose or size > SHORT_CHARS) and self.reading(index).impersonal:
                return index
        return len(self.lines)


def _stripped(lines: Lines) -> tuple["array[int]", list[str]]:
    """Return the lines that are not blank, stripped, and their indices."""
    stripped = [*map(str.strip, lines)]
    numbers = array("I", [number for number, line in enumerate(stripped) if line])
    return numbers, [unmarked(line) if line[0] in MARKS_AROUND else line for line in stripped if line]


def _cut_from(lines: Lines) -> tuple["array[int]", Lines]:
    """Return what `_stripped` does, for a long text, without copying its lines."""
    numbers, starts, ends = array("I"), array("I"), array("I")
    for number, (start, line) in enumerate(zip(lines.starts, lines, strict=True)):
        stripped = line.strip()
        if stripped:
            stripped = unmarked(stripped)
            first = start + line.index(stripped)
            numbers.append(number)
            starts.append(first)
            ends.append(first + len(stripped))
    return numbers, Lines(lines.text, starts, ends)


@lru_cache(maxsize=SHORT_REMEMBERED)
def read_short(line: str, matcher: Matcher) -> Reading:
    """Return the `Reading` of a short line; cached, as it may stand below other articles as well."""
    return Reading(line, matcher)


def _salutes(line: str) -> bool:
    """Whether a stripped line opens as a letter to the editor does: `Sir, – `, `Dear editor: `."""
    opening = fold(line[:SALUTATION_CHARS])
    behind = (opening.removeprefix(words).lstrip() for words in listed("salutations") if words in opening)
    return any(rest.startswith((",", ":", "-")) for rest in behind)


def _speaker(line: str) -> str:
    """Return the speaker's label that a line starts with ("A: ", "A. ", in French "Réponse : "), or ""."""
    if line[1:3] == ". " and line[0].isupper():
        return line[0]
    label, colon, _ = line.partition(": ")
    label = label.rstrip()
    return label if colon and label.isalpha() and label[0].isupper() else ""


def _count(known: dict[tuple[str, ...], tuple[int, int]], like: tuple[str, ...], section: int) -> int:
    """Return how many earlier sections hold `like`; `known` has the last of them and their number."""
    last, count = known.get(like, (-1, 0))
    if last == section:
        return count - 1
    known[like] = section, count + 1
    return count
