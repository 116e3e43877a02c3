"""Gaps: images of letters in their line, and the spans around them that may be their words.

line       chez l??picier, damaged by ASCII, where the second ? was read as a letter
gap        this ? within l??picier, the letters and images around it
spans      l??picier, and ?picier, since the first ? may be the apostrophe of an elision
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from newsclean.mojibake.lossy.channels import (
    LOST,
    SIGNS_BEHIND,
    SIGNS_WITHIN,
    Channel,
    left_of,
    mark_images,
    sender,
)
from newsclean.mojibake.lossy.letters.grammar import AFTER_ELISION
from newsclean.mojibake.lossy.letters.lone import ANY_LETTER
from newsclean.mojibake.lossy.runs.items import NOTHING
from newsclean.mojibake.lossy.runs.letter_images import images_in, lost_letters
from newsclean.mojibake.lossy.runs.places import ELIDED, first_word, last_word

# The same as `string.ascii_letters`, but importing `string` takes half a millisecond.
ASCII_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
WIDEST = 24  # characters of a token on either side of its image
MOST_LOST = 6  # characters behind a word that may not belong to it: what is left of a space and a mark
# Pieces that only an apostrophe can follow: `jusqu'à`.
ALWAYS_ELIDED = "(?i:(?:jus|lors|puis|quoi|quel)qu|aujourd)"
# Characters, besides letters and digits, right behind which no word begins.
NO_WORD = frozenset("_.,:;!)%")
# Characters on either side of a word that are searched for what stands there: a line may be long.
AROUND_WORD = 100
# What damage leaves of a mark, at the end of the text before a word.
MARK = re.compile(r"[^\x00->@-\x7f]+$")


class Gap:
    """An image in its line, from `at` to `stop`, and the `token` of letters and images around it."""

    __slots__ = ("at", "end", "image", "line", "start", "stop", "token")

    def __init__(self, line: str, at: int, image: str, start: int, end: int) -> None:
        """Take an image in a line, and where its token starts and ends; call `Alphabet.gap` instead."""
        self.line = line
        self.at = at
        self.stop = at + len(image)
        self.image = image
        self.start = start
        self.end = end
        self.token = line[start:end]

    @property
    def is_alone(self) -> bool:
        """Whether no letter and no other image touches the image."""
        return self.token == self.image


# Where a word may stand around an image: start, end, and whether the word opens a sentence.
Span = tuple[int, int, bool]


class Alphabet:
    """What a channel leaves of letters, and of the marks that may touch them, in documents of some languages.

    `images` has each image with the letters that it may stand for; `questions` are the images of question
    marks alone, longest first.
    """

    def __init__(self, channel: Channel, own: frozenset[str]) -> None:
        """Take the channel, and the codes of the languages; call `alphabet_of` instead."""
        self._corrupt = corrupt = sender(channel.legs)
        self._apostrophe = corrupt("’")
        self.images = images_in(channel, own)
        asked = [image for image in self.images if not image.strip("?")]
        self.questions = sorted(asked, key=len, reverse=True)
        self.touching = left_of(corrupt, SIGNS_BEHIND + SIGNS_WITHIN)
        self._marks = [mark for mark in mark_images(corrupt) | self.touching if mark.strip(NOTHING)]
        # The images that are only lost characters, by the code point of their letter.
        self.untold = {
            ord(letter): damaged
            for letter, damaged in lost_letters(channel).items()
            if not damaged.strip(NOTHING)
        }
        self._longest = max(map(len, self.images), default=0)
        self._heads = {damaged[0] for damaged in self.images}
        self._tails = {damaged[-1] for damaged in self.images}
        # Letters that are part of no image; most of a word consists of them.
        self._plain = "".join(set(ASCII_LETTERS) - self._heads - self._tails)

    def gap(self, line: str, at: int, image: str) -> Gap:
        """Return the gap whose image stands at `at`."""
        return Gap(line, at, image, *self._widened(line, at, at + len(image)))

    def _widened(self, line: str, start: int, end: int) -> tuple[int, int]:
        """Return a span widened by the letters and images of letters around it."""
        least, most = max(0, start - WIDEST), min(len(line), end + WIDEST)
        while start > least:
            before = line[least:start]
            start -= len(before) - len(before.rstrip(self._plain))
            step = self._step(line, start, -1) if start > least else 0
            if not step:
                break
            start -= step
        while end < most:
            behind = line[end:most]
            end += len(behind) - len(behind.lstrip(self._plain))
            step = self._step(line, end, 1) if end < most else 0
            if not step:
                break
            end += step
        return start, end

    def _step(self, line: str, at: int, direction: int) -> int:
        """Return the length of the image or letter that stands beside `at`, or 0 if there is none."""
        neighbour = line[at : at + 1] if direction > 0 else line[at - 1 : at]
        if neighbour in (self._heads if direction > 0 else self._tails):
            for length in range(self._longest, 0, -1):
                piece = line[at : at + length] if direction > 0 else line[max(0, at - length) : at]
                if piece in self.images:
                    return len(piece)
        return 1 if neighbour.isalpha() else 0

    def spans(self, gap: Gap) -> Iterator[Span]:
        """Yield the spans of a gap that may be words.

        Before the word there may be a lost mark (two, where a quotation begins with a question in Spanish),
        or an elision and its apostrophe; after it, a question mark.
        """
        line, at, start, end = gap.line, gap.at, gap.start, gap.end
        opens = self.opens(line, start)
        starts = [(start, opens)]
        for opening in map(self._corrupt, "“¿"):
            if opening and line.startswith(opening, start):
                start += len(opening)
                starts.append((start, opens))
        elided, mark, word = line[start:end].partition(self._apostrophe or "’")
        if word and elided.lower() in ELIDED and _may_be_shortened_before(word):
            starts.append((start + len(elided + mark), False))
            if re.fullmatch(ALWAYS_ELIDED, elided):
                del starts[:-1]
        elif self.is_elided(line, at):
            starts.insert(0, (at, False))
        for first, opens in starts:
            for last in range(end, max(end - MOST_LOST, first), -1):
                if line[last:end].strip(LOST):
                    break
                yield first, last, opens
        first, last = self._between_marks(gap, start)
        if (first, last) != (start, end):
            yield first, last, self.opens(line, first)

    def _between_marks(self, gap: Gap, start: int) -> tuple[int, int]:
        """Return the span around an image, not before `start`, that excludes images of marks."""
        line, at, stop, end = gap.line, gap.at, gap.stop, gap.end
        marks = [mark for mark in self._marks if line.find(mark, start, end - 1 + len(mark)) >= 0]
        seen = [
            (place, place + len(mark))
            for mark in marks
            for place in range(start, end)
            if line.startswith(mark, place)
        ]
        first = max([behind for _, behind in seen if behind <= at], default=start)
        return first, min([place for place, _ in seen if place >= stop], default=end)

    def is_elided(self, line: str, at: int) -> bool:
        """Tell whether an elision with its apostrophe may end at `at` (or a letter may): `l?????cole`."""
        apostrophe = self._apostrophe
        if not apostrophe or not line.endswith(apostrophe, 0, at):
            return False
        word = last_word(line[max(0, at - AROUND_WORD) : at - len(apostrophe)])
        return word.lower() in ELIDED

    def opens(self, line: str, start: int) -> bool:
        """Tell whether a word opens a sentence; a lost mark or letter before it is disregarded."""
        before = line[max(0, start - AROUND_WORD) : start].rstrip(" \t")
        last = before[-1:]
        mark = MARK.search(before) if last == "?" or not last.isascii() else None
        if mark and (mark[0] != "?" or "?" in self.images):
            before = before[: mark.start()]
        return not before or before[-1] in '.!?:"'


alphabet_of = lru_cache(32)(Alphabet)


def _may_be_shortened_before(word: str) -> bool:
    """Tell whether a word may follow an elision: it begins with a vowel, or with a lost letter."""
    return word[0] in AFTER_ELISION or not (word[0].isascii() and word[0].isalpha())


def touches(line: str, start: int, end: int) -> bool:
    """Tell whether a span touches something that no word does."""
    before = line[start - 1 : start]
    return bool(line[end : end + 1].strip()) or before.isalnum() or before in NO_WORD


def words_around(line: str, start: int, end: int, image: str) -> tuple[str, str]:
    """Return the words around an image of a letter, without elisions, ANY_LETTER for lost ones in them."""
    before = last_word(line[max(0, start - AROUND_WORD) : start].rstrip().replace(image, ANY_LETTER))
    behind = first_word(line[end : end + AROUND_WORD].lstrip().replace(image, ANY_LETTER))
    return _split_elision(before)[-1], _split_elision(behind)[0]


def neighbours(gap: Gap, start: int, end: int) -> tuple[str, str]:
    """Return the words around a span, or the character beside it where no word stands."""
    before, behind = words_around(gap.line, start, end, gap.image)
    return (
        before or gap.line[max(0, start - AROUND_WORD) : start].rstrip()[-1:],
        behind or gap.line[end : end + AROUND_WORD].lstrip()[:1],
    )


def _split_elision(word: str) -> tuple[str, ...]:
    """Return the two parts of a word whose ANY_LETTER is the apostrophe of an elision, or the word itself."""
    elided, _, rest = word.partition(ANY_LETTER)
    return (elided, rest) if elided.lower() in ELIDED and rest[:1] in [*AFTER_ELISION] else (word,)
