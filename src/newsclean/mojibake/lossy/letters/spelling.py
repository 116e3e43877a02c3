"""Which letter was lost, as far as the rest of its word or its image shows.

An image of a letter may stand for several (`?©` for é, Щ and ũ), or for all of them (`?`).  The word list
decides first.  Where it has no word, an image that only one letter of the document's languages leaves is that
letter.  An example in French, damaged by utf-8 > windows-1252 > windows-1251:

    line       le caf?© est, where ?© was read as a letter
    gap        ?© within caf?©, the letters and images around it
    spans      only caf?©: nothing in it may be a mark or an elision
    words      café, of which that channel makes caf?©, and which is listed
    answer     é, as the letter of the word whose image stands there, on the evidence "listed"
"""

import re
from collections import defaultdict
from functools import cache
from math import inf
from typing import Literal

from newsclean.mojibake.lossy.channels import Channel, mark_images, sender
from newsclean.mojibake.lossy.letters import grammar, lexicon, lone
from newsclean.mojibake.lossy.letters.beside_marks import BESIDE_MARK, clipping
from newsclean.mojibake.lossy.letters.capital import Capitals
from newsclean.mojibake.lossy.letters.gaps import (
    AROUND_WORD,
    Gap,
    Span,
    alphabet_of,
    touches,
    words_around,
)
from newsclean.mojibake.lossy.letters.languages import Document
from newsclean.mojibake.lossy.letters.listed import CLEAR
from newsclean.mojibake.lossy.letters.lone import ANY_LETTER
from newsclean.mojibake.lossy.letters.words import SURE, Words
from newsclean.mojibake.lossy.runs.items import NOTHING, only
from newsclean.mojibake.lossy.runs.places import ELIDED
from newsclean.mojibake.lossy.runs.readings import Evidence

# The probability that a letter which is a word stands in a place, rather than a mark: from MAY on one may,
# from DOES on one does; and ONE is the share that a single letter must have among all.
MAY, DOES, ONE = 0.4, 0.5, 0.75
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


class Letters:
    """Looks up the lost letters of one document that went through `channel`.

    `english` tells whether the document is in English alone.
    """

    def __init__(self, channel: Channel, document: Document, kept: frozenset[str] = frozenset()) -> None:
        """Take what the intact words of the document show; words that are restored are added to a copy.

        `kept` are the letters that stand beside lost ones: the channel has lost none of them, unless it left
        some of their bytes.
        """
        self._doubtful = False
        self._corrupt = sender(channel.legs)
        self.document = Document(
            document.languages, {key: set(known) for key, known in document.accented.items()}
        )
        self.english = document.own == {"en"}
        self._kept = frozenset() if channel.leaves_bytes else kept
        self._lone = lone.weights_of(only(document.own))
        self._words = Words(self._corrupt, self.document)
        self._restore = cache(self._words.restore)
        self._weight = cache(self._words.weight)
        self._agreed: dict[tuple[str, bool, tuple[tuple[str, str], ...]], str | None] = {}
        self._alphabet = alphabet_of(channel, document.own)
        self._capitals = Capitals(self._alphabet, document.own)
        self._learnt: set[str] = set()

    @property
    def questions(self) -> list[str]:
        """The images of letters that are question marks alone, longest first."""
        return self._alphabet.questions

    @property
    def stand_alone(self) -> bool:
        """Whether the document's language has letters that are words, known by the words beside them."""
        return bool(self._lone)

    @property
    def doubtful(self) -> bool:
        """Whether any image that was read so far may be a letter that nothing decides."""
        return self._doubtful

    def read(self, line: str, at: int, damaged: str, *, paired: bool = False) -> tuple[str | None, Evidence]:
        """Return the letter whose image `damaged` stands at `at`, and the evidence for it: see `Evidence`.

        The letter is None if nothing decides it; the evidence is then "some" if nearly all words that may
        have stood there have a letter.  `paired` says that a mark is likely there, since its partner stands
        in the line.
        """
        letter, evidence = self._read(line, at, damaged, paired)
        return (None, "some") if letter in self._kept else (letter, evidence)

    def _read(self, line: str, at: int, damaged: str, paired: bool) -> tuple[str | None, Evidence]:
        """Return what `read` does, as if every letter might have been lost."""
        gap = self._alphabet.gap(line, at, damaged)
        if line[gap.start - 1 : gap.start].isdigit():
            ordinal = self._words.ordinal(gap.token)
            if ordinal:
                return self._letter_at(ordinal, at - gap.start), "listed"
        if gap.is_alone and self._is_told_by_neighbours(gap):
            return self._by_neighbours(gap)
        letter, evidence = self._by_word(gap)
        if evidence == "mark" or (gap.stop == gap.end and line[gap.end : gap.end + 1].isdigit()):
            return None, ""
        if letter or evidence == "some":
            return letter, evidence
        letter, evidence = self._by_image(gap)
        if letter:
            return letter, evidence
        return None, "" if self._is_apart(gap) or not self._holds_some(gap, paired) else "some"

    def _is_told_by_neighbours(self, gap: Gap) -> bool:
        """Tell whether only the words around a gap can tell a letter, as a word of its own, from a mark."""
        return self.stand_alone and gap.image in mark_images(self._corrupt)

    def _by_neighbours(self, gap: Gap) -> tuple[str | None, Evidence]:
        """Return the letter that is a word between the words around a gap, or None, and the evidence.

        The evidence is "" if a mark is likelier.  If it is undecided which letter it is, or whether it is
        one, the letter is None and the evidence "beside".
        """
        known = {
            letter: weights for letter, weights in self._lone.items() if self._corrupt(letter) == gap.image
        }
        shares = lone.weigh(known, *_neighbours(gap, gap.at, gap.stop))
        some = sum(shares.values())
        if some < MAY or touches(gap.line, gap.at, gap.stop):
            return None, ""
        letter = max(shares, key=shares.__getitem__)
        if some < DOES or shares[letter] < ONE * some:
            return None, "beside"
        return letter.upper() if self._alphabet.opens(gap.line, gap.at) else letter, "beside"

    def _is_apart(self, gap: Gap) -> bool:
        """Tell whether an image stands where no word can: it touches something, or French excludes it."""
        nothing = not gap.token.strip(NOTHING) and touches(gap.line, gap.start, gap.end)
        return nothing or (gap.is_alone and self._is_excluded(gap, gap.start, gap.end))

    def _holds_some(self, gap: Gap, paired: bool) -> bool:
        """Tell whether nearly all words that may have stood there have a letter; note if that is in doubt."""
        mark = gap.image in mark_images(self._corrupt)
        strict = bool(gap.image.strip(NOTHING)) or paired or self._capitals.may_be_name(gap.line, gap.start)
        token = gap.token.translate(self._alphabet.untold)
        edge = gap.at == gap.start or gap.stop == gap.end
        others = (mark or edge) and not strict and lexicon.plain_letters(token) not in token
        if self._words.holds_letter(token, listed=mark and strict, others=others):
            self._doubtful = True
            return True
        self._doubtful |= self._words.may_hold_letter(gap.token)
        return False

    def _by_word(self, gap: Gap) -> tuple[str | None, Evidence | Literal["mark"]]:
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
            self.document.learn_restored(best.token, best.word)
        return best.letter, best.evidence

    def _by_image(self, gap: Gap) -> tuple[str | None, Evidence]:
        """Return the letter of a gap where no single word is sure, and the evidence."""
        if self._is_one_letter(gap):
            return self._alphabet.images[gap.image], "image"
        return self._in_common(gap)

    def _in_common(self, gap: Gap) -> tuple[str | None, Evidence]:
        """Return the letter of a gap that several words have in common, if they lost other letters as well.

        `?esk?` may be Česká, České or Český: together they must be as sure as a single word would have to be.
        """
        lost = len(gap.token) - len(gap.image) - len(lexicon.plain_letters(gap.token))
        if lost < len(gap.image):
            return None, ""
        opening = self._alphabet.opens(gap.line, gap.start)
        weights = self._words.readings(gap.token, opening)
        shares: dict[str, float] = defaultdict(float)
        listed = 0.0
        for word, weight in weights.items():
            letter = None if word == gap.token else self._letter_at(word, gap.at - gap.start)
            shares[letter or ""] += weight
            listed += weight * (letter is not None and lexicon.is_listed(word))
        if gap.at == gap.start or gap.stop == gap.end:
            shares[""] += self._words.beside_mark(gap.token, gap.image, gap.at == gap.start)
        best, every = max(shares, key=shares.__getitem__, default=""), sum(shares.values())
        if not best or shares[best] < SURE * every:
            return None, ""
        return best, "listed" if listed >= SURE * every else "spelled"

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
        listed = word is not None and lexicon.is_listed(word)
        letter = self._letter_at(word, gap.at - first) if word and covers else None
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
        if token == gap.image and token in mark_images(self._corrupt):
            return "alone" if self._is_usual(gap) else "seldom"
        return "listed" if listed else "spelled"

    def _agreeing(self, gap: Gap, first: int, last: int, opening: bool) -> str | None:
        """Return the word of a span that agrees with its neighbours, or None if no one does."""
        if self.english:
            return None
        from newsclean.mojibake.lossy.letters import agreement

        key = gap.line[first:last], opening, agreement.sides(*_neighbours(gap, first, last))
        if key not in self._agreed:
            self._agreed[key] = agreement.restore(self._words, *key)
        return self._agreed[key]

    def _is_no_word(self, gap: Gap, first: int, last: int) -> bool:
        """Tell whether an image alone is part of a mark, since it touches something, or rather « than à."""
        return touches(gap.line, first, last) or self._is_excluded(gap, first, last)

    def _is_excluded(self, gap: Gap, start: int, end: int) -> bool:
        """Tell whether French excludes a word of one letter in a span: a noun follows `une`."""
        around = words_around(gap.line, start, end, gap.image) if "fr" in self.document.own else None
        return around is not None and grammar.excludes_a(*around)

    def _is_usual(self, gap: Gap) -> bool:
        """Tell whether a letter that is a word has its usual words around it, which are known for French."""
        if "fr" not in self.document.own:
            return True
        before, behind = words_around(gap.line, gap.at, gap.stop, gap.image)
        return before != ANY_LETTER and grammar.expects_a(behind)

    def _may_ask(self, gap: Gap, token: str, weight: float) -> bool:
        """Tell whether an image may well be the question mark behind the last word of a sentence."""
        last = gap.image == "?" and gap.stop == gap.end
        if not last or not _last_in_sentence().match(gap.line, gap.end):
            return False
        asks = lexicon.frequency(token[:-1].lower(), self.document.languages) * 10**ASKING_LAST
        return weight < SURE * (weight + asks)

    def _share_of_marks(self, gap: Gap, first: int, last: int) -> float:
        """Return how usual it is, from 0 to 1, that what a span leaves of its token is elisions and marks."""
        share = 10**BESIDE_MARK if last < gap.end else 1.0
        if first == gap.start:
            return share
        elided = self._alphabet.is_elided(gap.line, first)
        return share * (clipping("l", self.document.languages) if elided else 10**BESIDE_MARK)

    def _is_one_letter(self, gap: Gap) -> bool:
        """Tell whether the image of a gap can only be one letter."""
        line, at, damaged, start, end = gap.line, gap.at, gap.image, gap.start, gap.end
        letters = self._alphabet.images.get(damaged, "")
        if len(letters) != 1 or damaged in self._alphabet.touching:
            return False
        # A `?` between an image and the rest of a word is a piece that an encoder has left there.
        piece = line[start - 1 : start] == "?" and line[start - 2 : start - 1].isalpha()
        piece = piece or (line.startswith("?", end) and line[end + 1 : end + 2].isalpha())
        piece = piece or (letters.isupper() and line[at - 1 : at].islower())
        return not piece and lexicon.plain_letters(line[start:end]) != ""

    def may_be_listed(self, line: str, at: int, damaged: str) -> bool:
        """Tell whether a listed word has the plain letters of the word around an image at `at`.

        If none has, `read` would answer neither "listed" nor "some", and take ten times as long.
        """
        token = self._alphabet.gap(line, at, damaged).token
        elided, _, word = token.partition(self._corrupt("’") or "’")
        parts = (token, word) if elided.lower() in ELIDED else (token,)
        return any(map(lexicon.may_be_accented, parts))

    def goes_on(self, line: str, at: int, damaged: str) -> bool:
        """Tell whether letters, or images of letters, follow an image."""
        gap = self._alphabet.gap(line, at, damaged)
        return gap.end > gap.stop

    def is_rather_letter(self, line: str, at: int, damaged: str, listed: bool) -> bool:
        """Tell whether an image at the edge of a word, read as a mark, was rather a letter of the word.

        That is so if words with a letter there weigh more; if `listed`, only listed words count.
        """
        gap = self._alphabet.gap(line, at, damaged)
        before = lexicon.plain_letters(line[gap.start : at])
        behind = lexicon.plain_letters(line[gap.stop : gap.end])
        if bool(before) == bool(behind):
            return False
        return self._words.rather_holds_letter(gap.token, damaged, at == gap.start, listed)

    def _letter_at(self, word: str, offset: int) -> str | None:
        """Return the letter of a word whose image stands `offset` characters after the start of its token."""
        for letter in word:
            if offset == 0:
                return letter
            offset -= len(self._corrupt(letter))
        return None


def _neighbours(gap: Gap, start: int, end: int) -> tuple[str, str]:
    """Return the words around a span, or the character beside it where no word stands."""
    before, behind = words_around(gap.line, start, end, gap.image)
    return (
        before or gap.line[max(0, start - AROUND_WORD) : start].rstrip()[-1:],
        behind or gap.line[end : end + AROUND_WORD].lstrip()[:1],
    )
