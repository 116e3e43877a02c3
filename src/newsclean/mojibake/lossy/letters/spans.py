"""The word in each span of a gap, and what it says of the letter: which, on what evidence, and how surely."""

import re
from functools import cache
from math import inf
from typing import Literal

from newsclean.mojibake.lossy.channels import mark_images
from newsclean.mojibake.lossy.letters import grammar
from newsclean.mojibake.lossy.letters.beside_marks import BESIDE_MARK, clipping
from newsclean.mojibake.lossy.letters.capital import Capitals
from newsclean.mojibake.lossy.letters.gaps import (
    AROUND_WORD,
    Alphabet,
    Gap,
    Span,
    neighbours,
    touches,
    words_around,
)
from newsclean.mojibake.lossy.letters.lexicon import frequency, is_listed
from newsclean.mojibake.lossy.letters.listed import CLEAR
from newsclean.mojibake.lossy.letters.lone import ANY_LETTER
from newsclean.mojibake.lossy.letters.words import SURE, Words
from newsclean.mojibake.lossy.runs.items import NOTHING
from newsclean.mojibake.lossy.runs.readings import Evidence

# log10 of the share of words with a question mark where a sentence ends.
ASKING_LAST = -0.3
# What follows a question mark that ends a sentence: nothing, or the capital of the next sentence.  Few texts
# need it, so it is compiled on demand.
LAST_IN_SENTENCE = r"[^\w\s]{0,2}(?:\s*$|\s+[^\w\s]{0,2}[A-ZÀ-ÖØ-Þ])"
# Words joined to a word by hyphens, up to the first letter of the last one: `Île-de-France`.
HYPHEN = r"(?:-[^\W\d_]{1,24}){0,3}-([^\W\d_])"


@cache
def _last_in_sentence() -> re.Pattern[str]:
    return re.compile(LAST_IN_SENTENCE)


class _Found:
    """A letter in the word that a token was, the evidence for it, and the word's weight among all readings.

    The evidence "mark" says that the word stands beside the image, which is no letter of it.
    """

    __slots__ = ("evidence", "letter", "token", "weight", "word")

    def __init__(
        self, weight: float, letter: str | None, evidence: Evidence | Literal["mark"], token: str, word: str
    ) -> None:
        """Take what the class describes."""
        self.weight = weight
        self.letter = letter
        self.evidence = evidence
        self.token = token
        self.word = word


NOT_FOUND = _Found(0.0, None, "", "", "")


class Spans:
    """Looks for the words of one document in the spans of its gaps."""

    def __init__(self, words: Words, alphabet: Alphabet, capitals: Capitals) -> None:
        """Take the words of the document, to which those that are restored are added."""
        self._words = words
        self._document = words.document
        self._alphabet = alphabet
        self._capitals = capitals
        self._restore = cache(words.restore)
        self._weight = cache(words.weight)
        self._agreed: dict[tuple[str, bool, tuple[tuple[str, str], ...]], str | None] = {}
        self._learnt: set[str] = set()

    def letter(self, gap: Gap) -> tuple[str | None, Evidence | Literal["mark"]]:
        """Return the letter of a gap that the likeliest word in one of its spans has, and the evidence.

        The evidence is that of the word, or "mark": where the whole token is a rare word, or one of another
        language, a part of it may be a frequent word, and the letter a mark beside it.
        """
        best = NOT_FOUND
        for span in self._alphabet.spans(gap):
            found = self._in_span(gap, span, beside=best.letter is not None)
            if found and found.weight > best.weight:
                best = found
            if best.weight >= 10**CLEAR:
                break
        if best.letter and best.token and best.token not in self._learnt:
            self._learnt.add(best.token)
            self._document.learn_restored(best.token, best.word)
        return best.letter, best.evidence

    def is_apart(self, gap: Gap) -> bool:
        """Tell whether an image stands where no word can: it touches something, or French excludes it."""
        nothing = not gap.token.strip(NOTHING) and touches(gap.line, gap.start, gap.end)
        return nothing or (gap.is_alone and self._is_excluded(gap, gap.start, gap.end))

    def _in_span(self, gap: Gap, span: Span, beside: bool) -> _Found | None:
        """Return the letter of a gap that the word in one span has, or None if there is no such word.

        `beside` says that a word which does not reach the gap counts as well: then the letter may be a mark.
        """
        first, last, _ = span
        token = gap.line[first:last]
        covers = first <= gap.at and gap.stop <= last
        if not (covers or beside) or (token == gap.image and self._is_no_word(gap, first, last)):
            return None
        word, opening, agreed = self._word_in(gap, span, covers)
        listed = word is not None and is_listed(word)
        letter = self._words.letter_at(word, gap.at - first) if word and covers else None
        if not word or not (letter or (listed and beside)):
            return None
        weight = inf
        if not gap.image.strip(NOTHING):
            weight = self._weight(token, opening, word) * self._share_of_marks(gap, first, last)
        if not letter:
            return _Found(weight, None, "mark", token, word)
        if self._may_ask(gap, token, weight):
            return None
        if first == gap.at and listed and self._capitals.may_have_one(gap, first, last, word):
            return _Found(weight, None, "some", "", word)
        # Elsewhere another word may agree.
        return _Found(weight, letter, self._evidence(gap, token, listed), "" if agreed else token, word)

    def _word_in(self, gap: Gap, span: Span, covers: bool) -> tuple[str | None, bool, bool]:
        """Return the word of a span, whether it is written as if it opened a sentence, and whether it agrees.

        Only if the span `covers` the gap are its neighbours asked: whether they show that it has a capital,
        and, where it is undecided, with which word they agree.
        """
        first, last, opening = span
        token = gap.line[first:last]
        behind = gap.line[last : last + AROUND_WORD]
        further = re.match(HYPHEN, behind) if behind[:1] == "-" else None
        joined = further is not None
        opening = opening or (further is not None and further[1].isupper())
        word = self._restore(token, opening, joined)
        if covers and word and self._capitals.has_one(gap, first, last, word):
            opening = True
            word = self._restore(token, opening, joined)
        if word or not covers or token == gap.image:
            return word, opening, False
        return self._agreeing(gap, first, last, opening), opening, True

    def _evidence(self, gap: Gap, token: str, listed: bool) -> Evidence:
        """Return the evidence for the letter of a gap that a word in a token has."""
        if token == gap.image and token in mark_images(self._words.corrupt):
            return "alone" if self._is_usual(gap) else "seldom"
        return "listed" if listed else "spelled"

    def _agreeing(self, gap: Gap, first: int, last: int, opening: bool) -> str | None:
        """Return the word of a span that agrees with its neighbours, or None if no one does."""
        if self._document.own == {"en"}:
            return None
        from newsclean.mojibake.lossy.letters import agreement

        key = gap.line[first:last], opening, agreement.sides(*neighbours(gap, first, last))
        if key not in self._agreed:
            self._agreed[key] = agreement.restore(self._words, *key)
        return self._agreed[key]

    def _is_no_word(self, gap: Gap, first: int, last: int) -> bool:
        """Tell whether an image alone is part of a mark, since it touches something, or rather « than à."""
        return touches(gap.line, first, last) or self._is_excluded(gap, first, last)

    def _is_excluded(self, gap: Gap, start: int, end: int) -> bool:
        """Tell whether French excludes a word of one letter in a span: a noun follows `une`."""
        around = words_around(gap.line, start, end, gap.image) if "fr" in self._document.own else None
        return around is not None and grammar.excludes_a(*around)

    def _is_usual(self, gap: Gap) -> bool:
        """Tell whether a letter that is a word has its usual words around it, which are known for French."""
        if "fr" not in self._document.own:
            return True
        before, behind = words_around(gap.line, gap.at, gap.stop, gap.image)
        return before != ANY_LETTER and grammar.expects_a(behind)

    def _may_ask(self, gap: Gap, token: str, weight: float) -> bool:
        """Tell whether an image may well be the question mark behind the last word of a sentence."""
        last = gap.image == "?" and gap.stop == gap.end
        if not last or not _last_in_sentence().match(gap.line, gap.end):
            return False
        asks = frequency(token[:-1].lower(), self._document.languages) * 10**ASKING_LAST
        return weight < SURE * (weight + asks)

    def _share_of_marks(self, gap: Gap, first: int, last: int) -> float:
        """Return how usual it is, from 0 to 1, that what a span leaves of its token is elisions and marks."""
        share = 10**BESIDE_MARK if last < gap.end else 1.0
        if first == gap.start:
            return share
        elided = self._alphabet.is_elided(gap.line, first)
        return share * (clipping("l", self._document.languages) if elided else 10**BESIDE_MARK)
