"""Letters that were lost: which one stood there, as far as the rest of its word or its image tells.

An image of a letter may stand for several (`?©` for é, Щ and ũ), or for all of them (`?`).  The word
list decides first; where it knows no word, an image that only one letter of the document's languages
has is that letter.  An example in French, damaged by utf-8 > windows-1252 > windows-1251:

    line       le caf?© est, where ?© was read as a letter
    gap        ?© within caf?©, the letters and images around it
    spans      caf?© alone: nothing in it may be a mark, or an elision
    words      café, which that channel sends as caf?©, and which is listed
    answer     é, as the letter of the word whose image stands there, on the evidence "listed"
"""

import re
from collections import defaultdict
from functools import cache
from math import inf
from typing import Literal

from newsclean.mojibake.lossy import grammar, lexicon, lone, words
from newsclean.mojibake.lossy.channels import Channel, mark_images, sender
from newsclean.mojibake.lossy.gaps import AROUND_WORD, Gap, Span, alphabet_of, touches, words_around
from newsclean.mojibake.lossy.items import NOTHING, only
from newsclean.mojibake.lossy.languages import Document
from newsclean.mojibake.lossy.lone import ANY_LETTER
from newsclean.mojibake.lossy.places import ELIDED
from newsclean.mojibake.lossy.readings import Evidence

# The share of letters that are words, beside a mark, from which on one may stand there and from which on one
# does, and that of one of them among several.
MAY, DOES, ONE = 0.4, 0.5, 0.75
# What stands behind a question mark that ends a sentence: nothing, or the capital of the next one.  Few texts
# need it compiled.
LAST_IN_SENTENCE = r"[^\w\s]{0,2}(?:\s*$|\s+[^\w\s]{0,2}[A-ZÀ-ÖØ-Þ])"
# What joins a word to others, and the first letter of the last of these: `Île-de-France`.
HYPHEN = r"(?:-[^\W\d_]{1,24}){0,3}-([^\W\d_])"
# The `?` of an encoder between an image and the rest of a word.
PIECE_BEFORE, PIECE_BEHIND = re.compile(r"[^\W\d_]\?"), re.compile(r"\?[^\W\d_]")


@cache
def _last_in_sentence() -> re.Pattern[str]:
    return re.compile(LAST_IN_SENTENCE)


class _Found:
    """A letter in a word that a token was, what tells it, and the weight of that among all readings.

    The evidence `mark` says that the word stands beside the image: no letter of it was lost there.
    """

    __slots__ = ("evidence", "letter", "token", "weight", "word")

    def __init__(
        self, weight: float, letter: str | None, evidence: Evidence | Literal["mark"], token: str, word: str
    ) -> None:
        """Make one."""
        self.weight = weight
        self.letter = letter
        self.evidence = evidence
        self.token = token
        self.word = word


NOT_FOUND = _Found(0.0, None, "", "", "")


class Letters:
    """The letters of one document that went through `channel`.

    `doubtful` tells whether any that was asked for may be a letter, and it is undecided which, `english`
    whether the document is in that language alone.
    """

    def __init__(self, channel: Channel, document: Document) -> None:
        """`document` is what its intact words tell; what this channel restores is learnt apart from it."""
        self.doubtful = False
        self._corrupt = sender(channel.legs)
        self.document = Document(
            document.languages, {key: set(known) for key, known in document.accented.items()}
        )
        self.english = document.own == {"en"}
        self._lone = lone.weights_of(only(document.own))
        self._words: dict[tuple[str, bool, bool], tuple[str | None, bool]] = {}
        self._weights: dict[tuple[str, bool], float] = {}
        self._alphabet = alphabet_of(channel, document.own)
        self._learnt: set[str] = set()

    @property
    def questions(self) -> list[str]:
        """What letters leave that is question marks alone, the longest first."""
        return self._alphabet.questions

    @property
    def stand_alone(self) -> bool:
        """Whether letters of the document may be words, and those beside them tell."""
        return bool(self._lone)

    def read(self, line: str, at: int, damaged: str, *, paired: bool = False) -> tuple[str | None, Evidence]:
        """Return the letter whose image `damaged` stands at `at`, and what says so.

        That is a word, `listed` or `spelled`, one that is this letter `alone`, those `beside` it, or the
        `image` itself.  The letter is None if it is undecided: it is `some` one if nearly all words that may
        have stood there have one.  `paired` tells that a mark is likely there, for which another one stands
        in the line.
        """
        gap = self._alphabet.gap(line, at, damaged)
        if line[gap.start - 1 : gap.start].isdigit():
            ordinal = words.ordinal(gap.token, self._corrupt, self.document)
            if ordinal:
                return self._letter_at(ordinal, at - gap.start), "listed"
        if gap.is_alone and self._is_told_by_neighbours(gap):
            return self._by_neighbours(gap)
        letter, evidence = self._by_word(gap)
        if evidence == "mark" or (gap.stop == gap.end and line[gap.end : gap.end + 1].isdigit()):
            return None, ""
        if letter:
            return letter, evidence
        letter, evidence = self._by_image(gap)
        if letter:
            return letter, evidence
        return None, "" if self._is_apart(gap) or not self._holds_some(gap, paired) else "some"

    def _is_told_by_neighbours(self, gap: Gap) -> bool:
        """Tell whether only what stands around a gap tells a letter that is a word from a mark."""
        return self.stand_alone and gap.image in mark_images(self._corrupt)

    def _by_neighbours(self, gap: Gap) -> tuple[str | None, Evidence]:
        """Return the letter that is a word between what stands around a gap, or None, and what says so.

        That is nothing if a mark is likelier.  It may be undecided which letter it is, or whether it is one.
        """
        known = {
            letter: weights for letter, weights in self._lone.items() if self._corrupt(letter) == gap.image
        }
        before, behind = words_around(gap.line, gap.at, gap.stop, gap.image)
        before = before or gap.line[max(0, gap.at - AROUND_WORD) : gap.at].rstrip()[-1:]
        behind = behind or gap.line[gap.stop : gap.stop + AROUND_WORD].lstrip()[:1]
        shares = lone.weigh(known, before, behind)
        some = sum(shares.values())
        if some < MAY or touches(gap.line, gap.at, gap.stop):
            return None, ""
        letter = max(shares, key=shares.__getitem__)
        if some < DOES or shares[letter] < ONE * some:
            return None, "beside"
        return letter.upper() if self._alphabet.opens(gap.line, gap.at) else letter, "beside"

    def _is_apart(self, gap: Gap) -> bool:
        """Tell whether an image stands where no word does: touching something else, or between words."""
        nothing = not gap.token.strip(NOTHING) and touches(gap.line, gap.start, gap.end)
        return nothing or (gap.is_alone and self._is_excluded(gap, gap.start, gap.end))

    def _holds_some(self, gap: Gap, paired: bool) -> bool:
        """Tell whether nearly all words that may have stood there have a letter; note any doubt of it."""
        mark = gap.image in mark_images(self._corrupt)
        strict = bool(gap.image.strip(NOTHING)) or paired or self._may_be_name(gap.line, gap.start)
        token = gap.token.translate(self._alphabet.untold)
        edge = gap.at == gap.start or gap.stop == gap.end
        others = (mark or edge) and not strict and lexicon.plain_letters(token) not in token
        if words.holds_letter(token, self._corrupt, self.document, listed=mark and strict, others=others):
            self.doubtful = True
            return True
        self.doubtful |= words.may_hold_letter(gap.token, self._corrupt, self.document)
        return False

    def _by_word(self, gap: Gap) -> tuple[str | None, Evidence | Literal["mark"]]:
        """Return the letter of a gap as a word within its span has it, and what says so.

        That is the word, `listed` or `spelled`, or that it is this letter `alone`.  Beside a word that is
        rare, or of another language, a part of it may be a frequent one, and the letter a `mark`.
        """
        best = NOT_FOUND
        for span in self._alphabet.spans(gap):
            found = self._in_span(gap, span, beside=best.letter is not None)
            if found and found.weight > best.weight:
                best = found
            if best.weight >= 10**words.CLEAR:
                break
        if best.letter and best.token not in self._learnt:
            self._learnt.add(best.token)
            self.document.learn_restored(best.token, best.word)
        return best.letter, best.evidence

    def _by_image(self, gap: Gap) -> tuple[str | None, Evidence]:
        """Return the letter of a gap where no one word is sure, and what says so."""
        if self._is_one_letter(gap):
            return self._alphabet.images[gap.image], "image"
        return self._in_common(gap)

    def _in_common(self, gap: Gap) -> tuple[str | None, Evidence]:
        """Return the letter of a gap that words have in common which lost others as well, and what says so.

        Of `?esk?` Česká, České and Český are left: all of them together must be as sure as one would have to.
        """
        lost = len(gap.token) - len(gap.image) - len(lexicon.plain_letters(gap.token))
        if lost < len(gap.image):
            return None, ""
        opening = self._alphabet.opens(gap.line, gap.start)
        weights = words.readings(gap.token, self._corrupt, self.document, opening)
        shares: dict[str, float] = defaultdict(float)
        listed = 0.0
        for word, weight in weights.items():
            letter = None if word == gap.token else self._letter_at(word, gap.at - gap.start)
            shares[letter or ""] += weight
            listed += weight * (letter is not None and lexicon.is_listed(word))
        if gap.at == gap.start or gap.stop == gap.end:
            first = gap.at == gap.start
            shares[""] += words.beside_mark(gap.token, gap.image, first, self._corrupt, self.document)
        best, every = max(shares, key=shares.__getitem__, default=""), sum(shares.values())
        if not best or shares[best] < words.SURE * every:
            return None, ""
        return best, "listed" if listed >= words.SURE * every else "spelled"

    def _in_span(self, gap: Gap, span: Span, beside: bool) -> _Found | None:
        """Return the letter of a gap as the word of one span has it, None if there is no such word.

        `beside` says that a word that does not reach the gap counts as well: the letter may be a mark.
        """
        first, last, opening = span
        token = gap.line[first:last]
        alone = token == gap.image
        # Otherwise it is a piece of a mark, or « rather than à.
        if alone and (touches(gap.line, first, last) or self._is_excluded(gap, first, last)):
            return None
        covers = first <= gap.at and gap.stop <= last
        if not (covers or beside):
            return None
        joined = re.match(HYPHEN, gap.line[last : last + AROUND_WORD])
        opening = opening or (joined is not None and joined[1].isupper())
        word, listed = self._word(token, opening, joined is not None)
        if covers and word and not listed and self._is_noun(gap.line, first, last, word):
            opening = True
            word, listed = self._word(token, opening, joined is not None)
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
        if alone and gap.image in mark_images(self._corrupt):
            evidence: Evidence = "alone" if self._is_usual(gap) else "seldom"
        else:
            evidence = "listed" if listed else "spelled"
        return _Found(weight, letter, evidence, token, word)

    def _is_excluded(self, gap: Gap, start: int, end: int) -> bool:
        """Tell whether French sets no word of one letter in a span: behind `une` is a noun."""
        around = words_around(gap.line, start, end, gap.image) if "fr" in self.document.own else None
        return around is not None and grammar.excludes_a(*around)

    def _is_usual(self, gap: Gap) -> bool:
        """Tell whether a letter that is a word stands before what it usually does, or that is not known."""
        if "fr" not in self.document.own:
            return True
        before, behind = words_around(gap.line, gap.at, gap.stop, gap.image)
        return before != ANY_LETTER and grammar.expects_a(behind)

    def _may_ask(self, gap: Gap, token: str, weight: float) -> bool:
        """Tell whether an image is as likely a question mark behind a word at the end of a sentence."""
        last = gap.image == "?" and gap.stop == gap.end
        if not last or not _last_in_sentence().match(gap.line, gap.end):
            return False
        asks = lexicon.frequency(token[:-1].lower(), self.document.languages) * 10**words.ASKING_LAST
        return weight < words.SURE * (weight + asks)

    def _share_of_marks(self, gap: Gap, first: int, last: int) -> float:
        """Return how usual it is, from 0 to 1, that a span around a word is an elision and other marks."""
        share = 10**words.BESIDE_MARK if last < gap.end else 1.0
        if first == gap.start:
            return share
        elided = self._alphabet.is_elided(gap.line, first)
        return share * (words.clipping("l", self.document.languages) if elided else 10**words.BESIDE_MARK)

    def _is_one_letter(self, gap: Gap) -> bool:
        """Tell whether the image of a gap can only be one letter."""
        line, at, damaged, start, end = gap.line, gap.at, gap.image, gap.start, gap.end
        letters = self._alphabet.images.get(damaged, "")
        if len(letters) != 1 or damaged in self._alphabet.touching:
            return False
        piece = bool(PIECE_BEFORE.match(line, max(0, start - 2), start) or PIECE_BEHIND.match(line, end))
        piece = piece or (letters.isupper() and line[at - 1 : at].islower())
        return not piece and any(c.isascii() and c.isalpha() for c in line[start:end])

    def may_be_listed(self, line: str, at: int, damaged: str) -> bool:
        """Tell whether a listed word has the plain letters of one whose image `damaged` stands at `at`.

        If none has, `read` answers with neither `listed` nor `some`, and takes ten times as long.
        """
        token = self._alphabet.gap(line, at, damaged).token
        elided, _, word = token.partition(self._corrupt("’") or "’")
        parts = (token, word) if elided.lower() in ELIDED else (token,)
        return any(map(lexicon.may_be_accented, parts))

    def goes_on(self, line: str, at: int, damaged: str) -> bool:
        """Tell whether letters, or what is left of them, stand behind an image."""
        gap = self._alphabet.gap(line, at, damaged)
        return gap.end > gap.stop

    def is_rather_letter(self, line: str, at: int, damaged: str, listed: bool) -> bool:
        """Tell whether a mark at the edge of a word, which has left `damaged` at `at`, was rather its letter.

        Words say so that have one there, or only those that are `listed`.  English has next to none.
        """
        gap = self._alphabet.gap(line, at, damaged)
        before = lexicon.plain_letters(line[gap.start : at])
        behind = lexicon.plain_letters(line[gap.stop : gap.end])
        if "en" in self.document.own or bool(before) == bool(behind):
            return False
        return words.rather_holds_letter(
            gap.token, damaged, at == gap.start, self._corrupt, self.document, listed
        )

    def _letter_at(self, word: str, offset: int) -> str | None:
        """Return the letter of a word whose image stands `offset` characters behind its start."""
        for letter in word:
            if offset == 0:
                return letter
            offset -= len(self._corrupt(letter))
        return None

    def _word(self, token: str, opening: bool, joined: bool) -> tuple[str | None, bool]:
        key = token, opening, joined
        if key not in self._words:
            word = words.restore(token, self._corrupt, self.document, opening=opening, joined=joined)
            self._words[key] = word, word is not None and lexicon.is_listed(word)
        return self._words[key]

    def _weight(self, token: str, opening: bool, word: str) -> float:
        """Return what a word weighs among the readings of a token; a compound as much as a frequent word."""
        key = token, opening
        if key not in self._weights:
            weighed = words.readings(token, self._corrupt, self.document, opening)
            self._weights[key] = weighed.get(word, 10**words.CLEAR)
        return self._weights[key]

    def _may_be_name(self, line: str, start: int) -> bool:
        """Tell whether the word at `start` may be a name, which any row of letters may be.

        So are most words of English text that have lost a letter, and what begins with a lost one may be.
        """
        first = line[start : start + 1]
        small = first.islower() or (first.isalpha() and self._alphabet.opens(line, start))
        return not small or self.english

    def _is_noun(self, line: str, start: int, end: int, word: str) -> bool:
        """Tell whether a word that lost its first letter is a German noun: `eine ??berreaktion`."""
        if word[0].isascii() or self.document.own != {"de"}:
            return False
        before = line[max(0, start - AROUND_WORD) : start].removesuffix(" ").rpartition(" ")[2]
        return grammar.is_german_noun(word, before, capital_behind=line[end + 1 : end + 2].isupper())
