"""The evidence of each line of a document for being part of the tail.

It is a set of named observations, each with a weight (`weights.tsv`, fitted by `tools/fit_tail_weights.py`):
on the shape of the line, its words, the rules it meets, and the lines above it.  Of what is below a line only
a plea counts, and only for a tail: so a cut never adds to the evidence of the remaining lines, and trimming
twice trims no more than once.
"""

import math
from array import array
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate, pairwise

from newsclean.boilerplate.fold import lowered, spaced, split_words
from newsclean.boilerplate.matcher import Matcher
from newsclean.boilerplate.plea import PLEA_SIGNS, SOUND_ODDS, SURE_SIGNS
from newsclean.boilerplate.reading import (
    AGREED_BRIEFLY_ODDS,
    AGREED_ODDS,
    DASHES,
    FEW_WORDS,
    LONG_CHARS,
    MIDDLE_CHARS,
    SHORT_CHARS,
    WHOLE_SHARE,
    Reading,
    case_of,
    end_of,
    ends_sentence,
    first_of,
    form_of,
    last_of,
    name_at_start,
)
from newsclean.boilerplate.vocabulary import COPULAS, CURRENCIES, FUNCTION_WORDS, MONTHS
from newsclean.lines import LONGEST_ARTICLE, Lines

# In lines that are not blank: how far below a heading it counts, and over how many lines hits are counted.
HEADING_REACH, HIT_WINDOW = 24, 10
HEADING_DISTANCES = (1, 3, 6, 12, HEADING_REACH)
# The most lines in a row whose likeness is looked at, as in a list.
ALIKE_LINES = 20
# Look for a byline in the first BYLINE_LINES lines and the BYLINE_LINES_ABOVE lines above.
BYLINE_LINES, BYLINE_LINES_ABOVE = 12, 3
# Readings that are remembered, of the lines of one document and of short lines of all documents: many more
# than an article has lines.
LINES_REMEMBERED = 1024
LENGTH_BOUNDS = (2, 12, 25, 40, 60, 90, 140, 220, 400)

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

# Answers that are remembered for each line.
UNKNOWN, NO, YES = range(3)

_DIGITS = "0123456789²³¹".encode("latin-1")


class Document:
    """The lines of a text that are not blank, stripped; each is read when it is first needed.

    `numbers` are their indices among all lines, `sizes` their lengths, `prose` the lengths of those that end
    a sentence and 0 for the others, `running` the lengths of those that are running text, which may lack its
    last stop.
    """

    def __init__(self, lines: Lines, matcher: Matcher) -> None:
        """Take the lines of a text with their endings or without."""
        self._is_long = len(lines.text) > LONGEST_ARTICLE
        self.lines: Sequence[str]
        self.numbers, self.lines = _cut_from(lines) if self._is_long else _stripped(lines)
        self.matcher = matcher
        self._readings: dict[int, Reading] = {}
        # Whether each line meets a rule, and whether it is a heading: every line below asks for both.
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
        self._sentences = [index for index, size in enumerate(self.prose) if size]
        self._long = [index for index in self._sentences if self.prose[index] > LONG_CHARS]
        gaps = (index - above - 1 for above, index in pairwise([-1, *self._long]))
        self._widest = [*accumulate(gaps, max, initial=0)]

    @cached_property
    def _alike(self) -> tuple["array[int]", "array[int]"]:
        """For each line, in how many sections above another line has its first word, and its form.

        Sections are parted by long sentences.  Lists within an article (a photo credit, a verdict, "From:
        ..." after each entry) recur after text.
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
    def _repeated(self) -> bytearray:
        """For each line, 1 if the same line stands above it."""
        seen: set[str] = set()
        repeated = bytearray()
        for line in self.lines:
            repeated.append(line in seen)
            seen.add(line)
        return repeated

    def _stands_above(self, word: str, index: int) -> bool:
        """Whether a word of line `index` stands above it.

        In an article the text above is searched: few words are asked for, and a table would hash all of them.
        """
        if self._is_long:
            return self._first_places.get(word, index) < index  # a name may have a hyphen, a word has none
        above, starts = self._above
        return above.find(f" {word} ", 0, starts[index]) >= 0

    def _first_words(self, index: int) -> list[str]:
        """Return the first FEW_WORDS words of line `index`, and all the rest as one string."""
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

    def _hits_above(self, index: int) -> int:
        """Return how many of the `HIT_WINDOW` lines above line `index` meet a rule."""
        first, meets = max(0, index - HIT_WINDOW), self._meets
        while (unknown := meets.rfind(UNKNOWN, first, index)) >= 0:
            meets[unknown] = YES if self.reading(unknown).hits else NO
        return meets.count(YES, first, index)

    def observations(self, index: int) -> list[str]:
        """Return the names of all that is observed on line `index`."""
        return [*_alone(self.reading(index)), *self._in_place(index)]

    def _in_place(self, index: int) -> list[str]:
        """Return the names of what is observed on line `index` among those above it."""
        line = self.reading(index)
        return [
            *self._style_above(index, line),
            *self._lines_above(index, line),
            *self._echoes(index),
            *self._recurrence(index),
            *self._named(index, line),
        ]

    def evidence(self, index: int, weights: Mapping[str, float]) -> float:
        """Return how much line `index` speaks for being part of a tail, in log-odds."""
        line = self.reading(index)
        if line.weighed is None or line.weighed[0] is not weights:
            line.weighed = weights, _sum(weights, _alone(line))
        weighed = self.independence(index) * (line.weighed[1] + _sum(weights, self._in_place(index)))
        if self._for_others(index, line):
            weighed = min(weighed, 0.0)
        elif not (line.reports or self._joined(index, line)):
            weighed = max(weighed, self.least(index))
            odds = AGREED_BRIEFLY_ODDS if line.pleading == PLEA_SIGNS - 1 else BESIDE_ODDS
            if weighed < odds and (self.beside_plea(index) or self._in_letter(index)):
                return odds
            return weighed
        return weighed - REPORTED_ODDS

    def beside_plea(self, index: int, sound: float = 0.0) -> bool:
        """Whether a line sounds like a plea by more than `sound`, and stands right above or below one.

        News may go on below a plea that it reports of: a line has to sound more like one there, unless that
        above is sure.
        """
        line = self.reading(index)
        if index + 1 < len(self.lines) and self.reading(index + 1).pleads:
            return line.sound > sound
        above = self.reading(index - 1) if index else None
        if not (above and above.pleads):
            return False
        return line.sound > (sound if above.least >= AGREED_ODDS else SOUND_ODDS[0])

    def _in_letter(self, index: int) -> bool:
        """Whether a line stands in a letter to readers: below a salutation, where one sounds like a plea."""
        heading, above = self.under(index - 1, LETTER_LINES) if index > 1 else ("", 0)
        start = index - 1 - above
        if heading not in APPEALS or self.lines[start][-1] not in ",:" or start < 1:
            return False
        below = range(start + 1, min(start + 1 + LETTER_LINES, len(self.lines)))
        return any(self.reading(line).sound > LETTER_SOUND for line in below)

    def _joined(self, index: int, line: Reading) -> bool:
        """Whether an appeal stands in one line with a sentence of news that names what stands above."""
        return line.asks > 0 and any(self._stands_above(word, index) for word in line.news_opening)

    def _for_others(self, index: int, line: Reading) -> bool:
        """Whether a line asks to follow what the article is about, or to give where it says that gifts go."""
        if not line.hits or line.voice or line.stripped[-1] == "!":
            return False
        kinds = {hit.category for hit in line.hits}
        if kinds == {"share"}:
            return line.prose and any(self._stands_above(word, index) for word in line.things)
        return (
            "donation" in kinds and index > 0 and self.reading(index - 1).tells_of_gifts and not line.of_press
        )

    def least(self, index: int) -> float:
        """Return the least log-odds for the rules of line `index`; -inf if its label recurs."""
        return -math.inf if self._alike[0][index] >= RECURRING_SECTIONS else self.reading(index).least

    def signed(self, index: int) -> bool:
        """Whether line `index` is a signature, not an item of a list whose lines start with dashes."""
        beside = (*self.lines[max(0, index - 1) : index], *self.lines[index + 1 : index + 2])
        return self.reading(index).signature and not any(line[0] in DASHES for line in beside)

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

        That is a line that reports, and that is a sentence or longer than SHORT_CHARS.
        """
        for index, (size, prose) in enumerate(zip(self.sizes, self.prose, strict=True)):
            if prose > LONG_CHARS:  # there is no need to read it
                return index
            if (prose or size > SHORT_CHARS) and self.reading(index).tells:
                return index
        return len(self.lines)

    def independence(self, index: int) -> float:
        """Return 1 / n for the n-th line in a row that is alike in length and end: a list is evidence once.

        Long sentences and lines that meet a rule count in full.
        """
        kind = self.reading(index).kind
        if kind in ("rule", "long sentence"):
            return 1.0
        first = index
        while first > 0 and index - first < ALIKE_LINES and self.reading(first - 1).kind == kind:
            first -= 1
        return 1 / (index - first + 1)

    def _style_above(self, index: int, line: Reading) -> list[str]:
        pieces = index - bisect_left(self._sentences, index)
        sentences = bisect_left(self._long, index)
        gap = index - self._long[sentences - 1] - 1 if sentences else index
        widest = self._widest[sentences]
        share = pieces / index if index > 3 else 0.0
        style = "new" if index <= 3 else f"pieces {bucket(int(share * 20), (2, 7, 12))}"
        record = "record" if gap > widest else "usual"
        gap = bucket(gap, (0, 1, 2, 4, 8, 16))
        kind = line.kind
        return [
            f"article {style}",
            f"{kind} in article {style}",
            f"gap {gap}",
            f"gap {gap} {record}",
            f"{kind} in {record} gap",
            f"long above {bucket(sentences, (0, 1, 3, 6, 12))}",
        ]

    def _lines_above(self, index: int, line: Reading) -> list[str]:
        above = self.reading(index - 1) if index else None
        category = above.hits[0].category if above and above.hits else ""
        kind, kind_above = line.kind, category or (above.kind if above else "nothing")
        seen = [f"above {kind_above}", f"{kind} below {kind_above}"]
        heading, distance = self.under(index - 1) if index else ("", HEADING_REACH + 1)
        if heading:
            near = bucket(distance + 1, HEADING_DISTANCES)
            seen += [f"under {heading}", f"under {heading} {near}"]
            seen += [f"{kind} under {heading}", f"{kind} under {near}"]
        else:
            seen.append(f"{kind} under nothing")
        dense = bucket(self._hits_above(index), (0, 1, 2, 4, 8))
        seen += [f"hits above {dense}", f"{kind} hits above {dense}"]
        if above and len(line.text) > len(above.text) > 0 and line.text.startswith(above.text):
            seen.append("starts with the line above")
        return seen

    def _echoes(self, index: int) -> list[str]:
        seen = ["repeats a line"] if self._repeated[index] else []
        words = self._first_words(index)
        if 0 < len(words) <= FEW_WORDS:
            old = sum([self._stands_above(word, index) for word in words])
            share = "all" if old == len(words) else "some" if old else "none"
            seen.append(f"echoes {share} of {min(len(words), 4)}")
        return seen

    def _recurrence(self, index: int) -> list[str]:
        shape = form_of(self.sizes[index], self.prose[index] > 0)
        word, form = (bucket(counts[index], (0, 1, 2, 4, 8)) for counts in self._alike)
        return [
            f"same word {word}",
            f"same word {word} {shape}",
            f"same form {form}",
            f"same form {form} {shape}",
        ]

    def _named(self, index: int, line: Reading) -> list[str]:
        """Return observations on the name that a sentence opens with: above in a byline, elsewhere, nowhere.

        An article has named before whom it is about; its author stands in a byline, or nowhere else.  On
        outlets that the weights have not seen this cuts 63.2 of a hundred extractors' tails right in place of
        62.5, and of appeals 93.1 in place of 91.6; bodies lose .01 % more.
        """
        name, behind = name_at_start(line.stripped) if line.prose else ("", "")
        if not name:
            return []
        if self._in_byline(name.lower(), index):
            seen = "opens with byline name"
        elif self._stands_above(name.rpartition(" ")[2].lower(), index):
            seen = "opens with known name"
        else:
            seen = "opens with new name"
        if behind in COPULAS:
            return [seen, f"{seen} is", f"{seen} is in {line.kind}"]
        return [seen, f"{seen} in {line.kind}"]

    def _in_byline(self, name: str, index: int) -> bool:
        """Whether a name stands in a label near the start or right above line `index`."""
        near = (*range(min(BYLINE_LINES, index)), *range(max(0, index - BYLINE_LINES_ABOVE), index))
        labels = [self.lines[above] for above in near if not self.prose[above]]
        return any(name in label.lower() for label in labels if len(label) <= SHORT_CHARS)


def _stripped(lines: Lines) -> tuple["array[int]", list[str]]:
    """Return the lines that are not blank, stripped, and their indices."""
    stripped = [*map(str.strip, lines)]
    return array("I", [number for number, line in enumerate(stripped) if line]), [*filter(None, stripped)]


def _cut_from(lines: Lines) -> tuple["array[int]", Lines]:
    """Return what `_stripped` does, for a long text, whose lines are not copied."""
    numbers, starts, ends = array("I"), array("I"), array("I")
    for number, (start, line) in enumerate(zip(lines.starts, lines, strict=True)):
        stripped = line.strip()
        if stripped:
            first = start + line.index(stripped[0])
            numbers.append(number)
            starts.append(first)
            ends.append(first + len(stripped))
    return numbers, Lines(lines.text, starts, ends)


@lru_cache(maxsize=LINES_REMEMBERED)
def read_short(line: str, matcher: Matcher) -> Reading:
    """Return the `Reading` of a short line, which may stand below other articles of its outlet too."""
    return Reading(line, matcher)


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


def bucket(count: int, bounds: Sequence[int]) -> int:
    """Return the first bound that is not below `count`, or 99 if there is none."""
    at = bisect_left(bounds, count)
    return bounds[at] if at < len(bounds) else 99


def _sum(weights: Mapping[str, float], names: Sequence[str]) -> float:
    """Return the sum of the observations' weights, exactly: a set has another order in each process."""
    return math.fsum(map(weights.__getitem__, weights.keys() & names))


def _alone(line: Reading) -> list[str]:
    """Return the names of what is observed on a line by itself."""
    return ["any", *_shape(line), *_words(line), *_rules(line), *(["credit"] if line.credit else [])]


def _shape(line: Reading) -> list[str]:
    text = line.stripped
    size = bucket(len(text), LENGTH_BOUNDS)
    end = end_of(line.prose)
    seen = [
        f"length {size}",
        f"length {size} {end}",
        f"ends {last_of(text, line.prose)}",
        f"starts {first_of(text)}",
    ]
    style = case_of(text)
    if style:
        seen += [f"case {style}", f"case {style} {end}"]
    sentences = text.count(". ") + text.count("? ") + text.count("! ")
    if sentences:
        seen.append(f"sentences {min(sentences + line.prose, 4)}")
    if "http" in text or "www." in text or ".com" in text:
        seen.append("link")
    seen += [f"has {mark}" for mark in "@#|•·›" if mark in text]
    if any(map(text.__contains__, CURRENCIES)):
        seen.append("money")
    if line.text != line.folded or '"' in line.text:
        seen.append("quotation")
    if _most_digits(text) * 3 > len(text):
        digits = sum(map(str.isdigit, text[:MIDDLE_CHARS]))
        if digits * 3 > len(text):
            seen.append(f"digits {'most' if digits * 2 > len(text) else 'many'}")
    return seen


def _most_digits(text: str) -> int:
    """Return how many digits the start of a line has at most: what is not in Latin-1 may be one."""
    start = text[:MIDDLE_CHARS]
    return len(start) - len(start.encode("latin-1", "ignore").translate(None, _DIGITS))


def _words(line: Reading) -> list[str]:
    words = line.words
    count, known = len(words), set(words)
    sort = "label" if count <= FEW_WORDS else "text"
    seen = [f"words {bucket(count, (0, 1, 2, 3, FEW_WORDS))}", *(f"{sort}: {word}" for word in known)]
    if words:
        seen.append(f"first: {words[0]}")
    if count > 4:
        common = sum(map(FUNCTION_WORDS.__contains__, words))
        seen.append(f"function words {min(common * 10 // count, 5)}")
    if line.voice:
        seen.append(f"{sort} speaks {line.voice}")
    if line.pleading:
        signs = min(line.pleading, SURE_SIGNS)
        seen += [f"pleads {signs}", f"pleads {signs} {line.kind}"]
    numbers = [*filter(str.isdigit, words)]
    if numbers:
        year = any(len(word) == 4 and word[:2] in ("19", "20") for word in numbers)
        what = "date" if not known.isdisjoint(MONTHS) else "year" if year else "number"
        seen.append(f"{what} in {sort}")
    return seen


def _rules(line: Reading) -> list[str]:
    seen = {f"id {hit.id}" for hit in line.hits}
    for hit in line.hits:
        whole = hit.end - hit.start > WHOLE_SHARE * len(line.text)
        place = "whole" if whole else "part" if hit.start else "start"
        if len(line.words) > FEW_WORDS * 4 and place != "whole":
            place = f"long {place}"
        seen |= {f"meets {hit.category} {place}", f"meets {place}"}
    if line.asks:
        seen.add(f"asks {min(line.asks, 4)}")
        if len(line.words) > FEW_WORDS * 2:
            seen.add(f"asks {min(line.asks, 4)} at length")
    if len(line.hits) > 1:
        seen.add(f"meets {min(len(line.hits), 4)}")
    return sorted(seen)
