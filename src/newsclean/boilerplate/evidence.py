"""What a line says of being part of the article or of what follows it.

The evidence of a line is a set of named observations, each with a weight (`weights.tsv`, fitted by
`tools/fit_tail_weights.py`): on its shape, on its words, on the rules it meets, and on the lines above it.
Nothing below a line counts for it, so cutting a tail leaves the evidence of all that stays as it was, and
trimming twice trims no more than once.
"""

import math
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from newsclean.boilerplate.fold import spaced, split_words, unquoted
from newsclean.boilerplate.matcher import Hit, Matcher
from newsclean.boilerplate.plea import PLEADS, SURELY, pleading
from newsclean.boilerplate.rules import CREDIT, with_speech
from newsclean.boilerplate.vocabulary import (
    CURRENCIES,
    FUNCTION_WORDS,
    MONTHS,
    SAYING,
    WE,
    YOU,
)

# A line of at most so many words is a label or a title rather than prose, and its words are weighed apart.
FEW_WORDS = 9
# So few words with a stop behind them may be a label or a button as well.
LABEL_WORDS = 2
# A sentence longer than this is running text; so many characters hold a heading, so many a title.
LONG, SHORT, MIDDLE = 100, 60, 140
# A rule that covers this share of a line no longer than a heading makes it one, as "Related stories" does.
WHOLE, HEADING = 0.6, 80
# How far down a heading is felt, in lines that are not blank; and over how many lines hits are counted.
REACH, WINDOW = 24, 10
NEAR = (1, 3, 6, 12, REACH)
# Over how many lines alike a list is looked at.
ALIKE = 20
# Characters that no article has, though a page or a whole archive may.
LONGEST_ARTICLE = 100_000
# Different lines of a document that are remembered as they were read: many more than an article has.
MEMORY = 1024
LENGTHS = (2, 12, 25, 40, 60, 90, 140, 220, 400)

# In the labelled corpus three rules of one kind meet on 800 lines of tails and on none of articles.  On lines
# of at most MIDDLE characters two meet 2,000 times in tails and 10 in articles, one that asks the reader for
# something 1,400 times and 9 (with a word for us or you 230 times and never), one of PLAIN that covers the
# line 3,300 times and 17.  On longer lines three meet, one of which asks, 44 times and 3.  The log-odds are
# set lower, for the rules were written with tails in view.
AGREED, AGREED_BRIEFLY, MET = 6.0, 4.0, 2.5
# What a sentence loses, in log-odds, that meets a rule as news does ("residents can sign up", "join us, they
# shouted").  Of 25 such last lines, written for the purpose, 16 went without and 8 go; on outlets that the
# weights have not seen appeals lose 1 point of 91, other tails none.
REPORTED = 4.0
# What came back in so many sections of an article, parted by running text, may do so again ("More on ..."
# below each record of a list): its rules say nothing for sure there.
RECURRING = 2
PLAIN = frozenset({"share", "comments", "copyright", "navigation"})
_ASKING = frozenset({"donation", "membership", "subscription", "newsletter"})
_REPORTABLE = _ASKING | {"share"}
PLEA = Hit("donation", "plea", 0, 0)  # what a line that pleads without a rule meets
_STOPS = frozenset(".!?…。！？।۔")
_PARTING = _STOPS | {":"}
_CLOSERS = "\"'”’»)]“* \xa0\u202f"  # French sets a space before its guillemet
_DASHES = frozenset("—–―")  # a list's lines have a hyphen
_OPENERS = frozenset("\"'“„«‘([*")


class Reading:
    """One line that is not blank by itself; which rules it meets is found out when it is asked.

    `stripped` is the line, `prose` tells whether it ends a sentence, `text` is the line as rules see it,
    `folded` the same with its quotations, `words` are the words outside them; `pleading` tells how much the
    line pleads for money.
    """

    def __init__(self, line: str, matcher: Matcher) -> None:
        """Take the line with or without its ending."""
        self.stripped = line.strip()
        self.prose = ends_sentence(self.stripped)
        self.folded = with_speech(self.stripped)
        self.text = unquoted(self.folded)
        self.words = split_words(self.text)
        self.pleading = pleading(self.text, self.words)
        self._matcher = matcher

    @cached_property
    def _met(self) -> list[Hit]:
        """The rules it meets, credits too."""
        return self._matcher.hits(self.text, self.words)

    @cached_property
    def hits(self) -> list[Hit]:
        """The rules it meets but for credits, and a plea as one more."""
        ruled = [hit for hit in self._met if hit.category != CREDIT]
        return [*ruled, PLEA] if self.pleading >= PLEADS else ruled

    @property
    def own(self) -> bool:
        """Whether it meets a rule of the user's own that makes it tail."""
        return any(hit.id in self._matcher.own_ids for hit in self.hits)

    @property
    def plain(self) -> bool:
        """Whether it is a whole sentence, no longer than LONG, that asks nothing and tells of others."""
        if not self.prose or len(self.stripped) > LONG or len(self.words) <= LABEL_WORDS:
            return False
        text = self.stripped
        sentence = _first(text) in ("upper", "letter", "quote") and _case(text) in ("", "mixed", "plain")
        return sentence and not (self.hits or self.pleading or self.voice)

    @property
    def credit(self) -> bool:
        """Whether it is a credit, a correction, a source note or a signature."""
        return self.signature or any(hit.category == CREDIT for hit in self._met)

    @property
    def signature(self) -> bool:
        """Whether it is a dash and whose words stand above: the author's initials, the source of a quote.

        An appeal may stand behind a dash as well, but meets a rule.  In the labelled corpus no tail opens
        with such a line, and eight articles in a thousand end in one.
        """
        dashed = self.stripped[0] in _DASHES and 1 < len(self.stripped) <= SHORT
        return dashed and not (self.prose or self.hits or self.pleading)

    @cached_property
    def heading(self) -> str:
        """The category of a rule that covers it, or ""."""
        size = len(self.text)
        if size >= HEADING:
            return ""
        return next((hit.category for hit in self.hits if hit.end - hit.start > WHOLE * size), "")

    @property
    def kind(self) -> str:
        """Its class: of a rule, or by its length and end."""
        if self.hits:
            return "rule"
        return _form(len(self.stripped), self.prose)

    @cached_property
    def least(self) -> float:
        """The log-odds that its rules give at least, also in a language that the weights hardly know."""
        kinds = ["asking" if hit.category in _ASKING else hit.category for hit in self.hits]
        agreeing = max(map(kinds.count, kinds), default=0)
        if agreeing > 2 or self.pleading >= SURELY:
            return AGREED
        if self.pleading >= PLEADS:
            return AGREED_BRIEFLY
        if len(self.stripped) > MIDDLE:
            return MET if self.asks and len(self.hits) > 2 else -math.inf
        if agreeing == 2 or (self.asks and self.voice):
            return AGREED_BRIEFLY
        return MET if self.asks or self.heading in PLAIN else -math.inf

    @cached_property
    def voice(self) -> str:
        """Whom it speaks of outside quotations: "we", "you", "we to you" or ""."""
        we, you = not WE.isdisjoint(self.words), not YOU.isdisjoint(self.words)
        return "we to you" if we and you else "we" if we else "you" if you else ""

    @cached_property
    def reports(self) -> bool:
        """Whether it meets rules as news does: a sentence that somebody said, or a brief one on others.

        An appeal opens a sentence with what its rule looks for, meets another, or speaks of us or to you.
        """
        if " " not in self.stripped:  # no words to tell it from
            return False
        if not (self.prose and self.hits and _REPORTABLE.issuperset([hit.category for hit in self.hits])):
            return False
        if not SAYING.isdisjoint(self.words):
            return True
        opens = len(self.hits) > 1 or any(_opens(self.text, hit.start) for hit in self.hits)
        return len(self.stripped) <= MIDDLE and not (self.voice or opens)

    @property
    def asks(self) -> int:
        """How many rules it meets that ask the reader for something."""
        return sum(hit.category in _ASKING for hit in self.hits)


def _opens(text: str, place: int) -> bool:
    """Whether a sentence, or what follows a colon, starts at `place` or right behind the stop there."""
    return not place or text[place] in _PARTING or text[:place].rstrip()[-1:] in _PARTING


def ends_sentence(stripped: str) -> bool:
    """Whether a stripped line ends as a sentence does; three dots end a teaser."""
    end = len(stripped)
    while end and stripped[end - 1] in _CLOSERS:  # `rstrip` would copy the line
        end -= 1
    return end > 0 and stripped[end - 1] in _STOPS and not stripped.endswith("...")


class Document:
    """The lines of a text that are not blank, stripped, and read when they are asked for.

    `numbers` are their indices among all lines, `prose` the lengths of those that end a sentence and 0 for
    the others, `running` the lengths of those that are running text, which may lack its last stop.
    """

    def __init__(self, lines: Iterable[str], matcher: Matcher) -> None:
        """Take the lines of a text with their endings or without."""
        self.numbers: list[int] = []
        self.lines: list[str] = []
        for number, line in enumerate(lines):
            stripped = line.strip()
            if stripped:
                self.numbers.append(number)
                self.lines.append(stripped)
        self.matcher = matcher
        self._readings: dict[str, Reading] = {}
        self.prose = [len(line) if ends_sentence(line) else 0 for line in self.lines]
        self.running = [
            len(line) if size > LONG or (len(line) > 2 * LONG and ". " in line) else 0
            for line, size in zip(self.lines, self.prose, strict=True)
        ]
        self._is_long = sum(map(len, self.lines)) > LONGEST_ARTICLE
        self._sentences = [index for index, size in enumerate(self.prose) if size]
        self._long = [index for index in self._sentences if self.prose[index] > LONG]
        gaps = (index - above - 1 for above, index in pairwise([-1, *self._long]))
        self._widest = [*accumulate(gaps, max, initial=0)]

    @cached_property
    def _alike(self) -> tuple[list[int], list[int]]:
        """In how many sections above, parted by long sentences, a line has each one's first word and form.

        Lists within an article (a photo credit, a verdict, "From: ..." after each entry) come back behind
        text.
        """
        known: dict[tuple[str, ...], tuple[int, int]] = {}
        words: list[int] = []
        forms: list[int] = []
        above, section = "", 0
        for line, prose in zip(self.lines, self.prose, strict=True):
            shape = _form(len(line), prose > 0)
            word = (shape, line.split(None, 1)[0].lower())
            form = (shape, above, _first(line), _last(line, prose > 0))
            words.append(_count(known, word, section))
            forms.append(_count(known, form, section))
            above = shape
            section += prose > LONG
        return words, forms

    @cached_property
    def _repeated(self) -> bytearray:
        """Whether a line like each one stands above it."""
        seen: set[str] = set()
        repeated = bytearray()
        for line in self.lines:
            repeated.append(line in seen)
            seen.add(line)
        return repeated

    def _stands_above(self, word: str, index: int) -> bool:
        """Whether a word of line `index` stands above it.

        In an article it is looked for: few words are, and a table costs each its hash.
        """
        if self._is_long:
            return self._first_places[word] < index
        above, starts = self._above
        return above.find(f" {word} ", 0, starts[index]) >= 0

    @cached_property
    def _above(self) -> tuple[str, list[int]]:
        """The words of all lines with spaces around each, and where each line starts among them."""
        lowered = [line.lower() for line in self.lines]
        starts = [*accumulate((len(line) + 1 for line in lowered), initial=1)]
        return f" {spaced(' '.join(lowered))} ", starts

    @cached_property
    def _first_places(self) -> dict[str, int]:
        """In which line each word first stands."""
        first: dict[str, int] = {}
        for index, line in enumerate(self.lines):
            for word in split_words(line.lower()):
                first.setdefault(word, index)
        return first

    def reading(self, index: int) -> Reading:
        """Return line `index` as it reads by itself, as does any line like it."""
        line = self.lines[index]
        reading = self._readings.get(line)
        if reading is None:
            if len(self._readings) == MEMORY:
                self._readings.clear()
            reading = self._readings[line] = Reading(line, self.matcher)
        return reading

    def under(self, index: int, reach: int = REACH) -> tuple[str, int]:
        """Return the category of the nearest heading at or above line `index`, and how far up it is.

        Returns "" and `reach` + 1 if there is none within `reach` lines.
        """
        for distance in range(min(index, reach) + 1):
            heading = self.reading(index - distance).heading
            if heading:
                return heading, distance
        return "", reach + 1

    def observations(self, index: int) -> list[str]:
        """Return the names of all that is observed on line `index`."""
        line = self.reading(index)
        return [
            "any",
            *_shape(line),
            *_words(line),
            *_rules(line),
            *(["credit"] if line.credit else []),
            *self._style_above(index, line),
            *self._lines_above(index, line),
            *self._echoes(index),
            *self._recurrence(index),
        ]

    def evidence(self, index: int, weights: Mapping[str, float]) -> float:
        """Return how much line `index` speaks for being part of a tail, in log-odds."""
        seen = weights.keys() & self.observations(index)
        weighed = self.independence(index) * sum(map(weights.__getitem__, seen))
        if self.reading(index).reports:
            return weighed - REPORTED
        return max(weighed, self.least(index))

    def least(self, index: int) -> float:
        """Return the log-odds that the rules of line `index` give at least; none if it keeps coming back."""
        return -math.inf if self._alike[0][index] >= RECURRING else self.reading(index).least

    def signed(self, index: int) -> bool:
        """Whether line `index` is a signature, and none of a list whose lines start with dashes."""
        beside = (*self.lines[max(0, index - 1) : index], *self.lines[index + 1 : index + 2])
        return self.reading(index).signature and not any(line[0] in _DASHES for line in beside)

    def answers(self, index: int) -> bool:
        """Whether line `index` has the label of the speaker two lines above, and the one above another's."""
        speaker = _speaker(self.lines[index])
        if not speaker or index < 2:
            return False
        before, other = map(_speaker, self.lines[index - 2 : index])
        return before == speaker and other not in ("", speaker)

    def independence(self, index: int) -> float:
        """Return 1 / n for the n-th line in a row that is alike in length and end: a list is evidence once.

        Long sentences and lines that meet a rule count in full.
        """
        kind = self.reading(index).kind
        if kind in ("rule", "long sentence"):
            return 1.0
        first = index
        while first > 0 and index - first < ALIKE and self.reading(first - 1).kind == kind:
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
        heading, distance = self.under(index - 1) if index else ("", REACH + 1)
        if heading:
            near = bucket(distance + 1, NEAR)
            seen += [f"under {heading}", f"under {heading} {near}"]
            seen += [f"{kind} under {heading}", f"{kind} under {near}"]
        else:
            seen.append(f"{kind} under nothing")
        hits = sum([bool(self.reading(other).hits) for other in range(max(0, index - WINDOW), index)])
        dense = bucket(hits, (0, 1, 2, 4, 8))
        seen += [f"hits above {dense}", f"{kind} hits above {dense}"]
        if above and len(line.text) > len(above.text) > 0 and line.text.startswith(above.text):
            seen.append("starts with the line above")
        return seen

    def _echoes(self, index: int) -> list[str]:
        line = self.lines[index]
        seen = ["repeats a line"] if self._repeated[index] else []
        words = split_words(line.lower())
        if 0 < len(words) <= FEW_WORDS:
            old = sum([self._stands_above(word, index) for word in words])
            share = "all" if old == len(words) else "some" if old else "none"
            seen.append(f"echoes {share} of {min(len(words), 4)}")
        return seen

    def _recurrence(self, index: int) -> list[str]:
        shape = _form(len(self.lines[index]), self.prose[index] > 0)
        word, form = (bucket(counts[index], (0, 1, 2, 4, 8)) for counts in self._alike)
        return [
            f"same word {word}",
            f"same word {word} {shape}",
            f"same form {form}",
            f"same form {form} {shape}",
        ]


def _speaker(line: str) -> str:
    """Return the label that a line of an interview starts with ("A: ", in French "Réponse : "), or ""."""
    label, colon, _ = line.partition(": ")
    label = label.rstrip()
    return label if colon and label.isalpha() and label[0].isupper() else ""


def _form(length: int, prose: bool) -> str:
    """Name the length and the end of a line."""
    return f"{'short' if length <= SHORT else 'middle' if length <= MIDDLE else 'long'} {_end(prose)}"


def _end(prose: bool) -> str:
    return "sentence" if prose else "piece"


def _count(known: dict[tuple[str, ...], tuple[int, int]], like: tuple[str, ...], section: int) -> int:
    """Return how many other sections hold something like it; `known` has the last section and the count."""
    last, count = known.get(like, (-1, 0))
    if last == section:
        return count - 1
    known[like] = section, count + 1
    return count


def bucket(count: int, bounds: Sequence[int]) -> int:
    """Return the first bound that is not below `count`, or 99."""
    at = bisect_left(bounds, count)
    return bounds[at] if at < len(bounds) else 99


def _shape(line: Reading) -> list[str]:
    text = line.stripped
    size = bucket(len(text), LENGTHS)
    end = _end(line.prose)
    seen = [
        f"length {size}",
        f"length {size} {end}",
        f"ends {_last(text, line.prose)}",
        f"starts {_first(text)}",
    ]
    style = _case(text)
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
    digits = sum(map(str.isdigit, text[:MIDDLE]))
    if digits * 3 > len(text):
        seen.append(f"digits {'most' if digits * 2 > len(text) else 'many'}")
    return seen


def _last(text: str, prose: bool) -> str:
    last = text[-1]
    if prose:
        return "sentence"
    return (
        "letter" if last.isalpha() else "digit" if last.isdigit() else last if last in ":,;)…|-" else "mark"
    )


def _first(text: str) -> str:
    first = text[0]
    if first.isalpha():
        return "upper" if first.isupper() else "lower" if first.islower() else "letter"
    return "digit" if first.isdigit() else "quote" if first in _OPENERS else "mark"


def _case(text: str) -> str:
    """Class the capitals of the longer words; "" for a line with fewer than two of them."""
    words = [word for word in text.split(None, FEW_WORDS * 4) if len(word) > 3 and word[0].isalpha()]
    if len(words) < 2:
        return ""
    if sum(word.isupper() for word in words) > 0.7 * len(words):
        return "capitals"
    upper = sum(word[0].isupper() for word in words) / len(words)
    return "title" if upper > 0.75 else "mixed" if upper > 0.4 else "plain"


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
        seen += [f"pleads {min(line.pleading, SURELY)}", f"pleads {min(line.pleading, SURELY)} {line.kind}"]
    numbers = [word for word in words if word.isdigit()]
    if numbers:
        year = any(len(word) == 4 and word[:2] in ("19", "20") for word in numbers)
        what = "date" if not known.isdisjoint(MONTHS) else "year" if year else "number"
        seen.append(f"{what} in {sort}")
    return seen


def _rules(line: Reading) -> list[str]:
    seen = {f"id {hit.id}" for hit in line.hits}
    for hit in line.hits:
        place = "whole" if hit.end - hit.start > WHOLE * len(line.text) else "part" if hit.start else "start"
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
