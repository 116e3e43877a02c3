"""Words that lost letters, as their channel leaves them: `Jos?©`, `S??o`, `Erdo?an`.

The list of words gives those that a damaged word may have been (listed.py); a word that it lacks is spelled
by its letters' contexts (compounds.py); or the word is plain, and its damage a mark (beside_marks.py).  All
readings are weighed in one unit: occurrences per billion words.  The word is restored if one of them has
nearly all the weight.
"""

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from newsclean.mojibake.lossy.channels import Corrupt
from newsclean.mojibake.lossy.letters.beside_marks import (
    BESIDE_MARK,
    PLAIN,
    is_damaged_mark,
    marked_weight,
    plain_weight,
)
from newsclean.mojibake.lossy.letters.compounds import ANOTHER, spelled_shares
from newsclean.mojibake.lossy.letters.languages import Document
from newsclean.mojibake.lossy.letters.lexicon import (
    PART,
    Languages,
    english,
    is_listed,
    lookup,
    plain_letters,
    weigh,
)
from newsclean.mojibake.lossy.letters.listed import CLEAR, FOREIGN, listed_readings, lone_readings

# Endings that make an ordinal of a number in French.
ORDINALS = ("ème", "èmes", "ère", "ères")

# The numbers below were found on news in twenty languages: docs/words.md.
# The share of the weight of all readings that one reading must have.
SURE = 0.84
# Words with a letter raise a doubt if they have more than this share of the weight of a plain word beside a
# mark.
DOUBT = 0.1
# Zipf value (log10 of occurrences per billion words) of all unlisted words of one damaged shape together.
UNLISTED = 2.7
# How much rarer unlisted words of the shape of a listed one are, for each plain letter beyond SHORT_WORD.
RIVAL, SHORT_WORD = 0.5, 3
# log10 of the weight of a word that stands intact in the same document.
SEEN_INTACT = 7.0
# The most ways to write a word of which some letters are lost: see `casing`.
CASES = 4
LONGEST = 40  # characters of a token; a longer one is no word
NO_WORDS = frozenset[str]()


class Words:
    """The words of a document, as the channel `corrupt` leaves them."""

    def __init__(self, corrupt: Corrupt, document: Document) -> None:
        """Take the channel that the document went through, and what its intact words show."""
        self.corrupt = corrupt
        self.document = document

    def restore(self, token: str, opening: bool = False, joined: bool = False) -> str | None:
        """Return the word whose damaged form is `token`, or None if that is undecided.

        `token` is one word as it stands in the damaged text, without the marks around it; compounds are
        restored part by part.  `opening` decides the case of a lost first letter: the word opens a sentence,
        or is an unlisted German noun.  `joined` says that a hyphen joins it to the next word, which a common
        word seldom is.
        """
        if len(token) > LONGEST:
            return None
        parts = re.split(PART, token)
        for index in range(0, len(parts), 2):
            part = parts[index]
            if not part or (part.isalpha() and part.isascii()):
                continue
            weights = self.readings(part, opening and index == 0)
            if joined:
                weights = {**weights, part: min(weights.get(part, 0.0), 10 ** (PLAIN + BESIDE_MARK))}
            best = max(weights, key=weights.__getitem__, default=part)
            if best in (part, ANOTHER) or weights[best] < SURE * sum(weights.values()):
                return None
            parts[index] = best
        word = "".join(parts)
        return word if word != token and self.corrupt(word) == token else None

    def ordinal(self, token: str) -> str | None:
        """Return the ending of a French ordinal whose damaged form is `token`, or None: `ème` in `2ème`."""
        ordinals = ORDINALS if "fr" in self.document.own else ()
        return next((end for end in ordinals if self.corrupt(end) == token), None)

    def weight(self, token: str, opening: bool, word: str) -> float:
        """Return the weight of a word among the readings of a token; a compound counts as a frequent word."""
        return self.readings(token, opening).get(word, 10**CLEAR)

    def letter_at(self, word: str, offset: int) -> str | None:
        """Return the letter of a word whose image stands `offset` characters after the start of its token."""
        for letter in word:
            if offset == 0:
                return letter
            offset -= len(self.corrupt(letter))
        return None

    def holds_letter(self, token: str, *, listed: bool = True, others: bool = False) -> bool:
        """Tell whether a letter was certainly lost from `token`, even if not which: `Eva ?vat velk?`.

        If `listed`, only listed words count, as is right where a mark is likely: spellings are found for any
        letters.  `others` says that the words which no reading names count as well.
        """
        weights = self.readings(token)
        silent = (token,) if others else (token, ANOTHER)
        return _weight_of_words(weights, silent, listed) > SURE * sum(weights.values())

    def may_hold_letter(self, token: str) -> bool:
        """Tell whether it is in doubt that `token` is a plain word beside a mark: a letter may be lost."""
        weights = self.readings(token)
        marked = weights.get(token, 0.0)
        return sum(weights.values()) - marked - weights.get(ANOTHER, 0.0) > DOUBT * marked

    def rather_holds_letter(self, token: str, damaged: str, first: bool, listed: bool) -> bool:
        """Tell whether words with a letter weigh more than the rest of `token` beside a mark.

        The token begins, if `first`, or ends with `damaged`, which is either a letter of it or that mark.  If
        `listed`, only listed words count.
        """
        weights = self.readings(token)
        weight = _weight_of_words(weights, (token, ANOTHER), listed)
        marked = weights.get(token, 0.0)
        return weight > marked and weight > marked + self.beside_mark(token, damaged, first)

    def beside_mark(self, token: str, damaged: str, first: bool) -> float:
        """Return the weight of words with lost letters beside a mark, or between two with the same image."""
        between = token.removeprefix(damaged).removesuffix(damaged)
        one = token.removeprefix(damaged) if first else token.removesuffix(damaged)
        weight = 0.0
        for rest in {one, between} - {token}:
            weights = self.readings(rest)
            weight += sum(weights.values()) - weights.get(rest, 0.0)
        return 10**BESIDE_MARK * weight

    def readings(self, token: str, opening: bool = False) -> Mapping[str, float]:
        """Return the weight of each reading of `token`, which itself stands for a plain word beside a mark.

        A longer token than any word has none.
        """
        if len(token) > LONGEST:
            return {}
        known = self.document.accented.get(plain_letters(token), ())
        return _readings(
            token, self.corrupt, self.document.shares, frozenset(known) if known else NO_WORDS, opening
        )


def has_rather_lost(plain: str, languages: Languages) -> bool:
    """Tell whether a word with lost letters, of which `plain` is left, is likelier than `plain` itself."""
    letters = plain_letters(plain)
    listed = lookup(letters.lower())
    accented = [weigh(zipfs, languages, foreign=0.0) for word, zipfs in listed if not word.isascii()]
    return max(accented, default=0.0) > plain_weight(listed, letters, languages)


def _weight_of_words(weights: Mapping[str, float], but_for: Collection[str], listed: bool) -> float:
    """Return the weight of the readings that are not in `but_for`; if `listed`, of listed words alone."""
    words = [word for word in weights if word not in but_for and (not listed or is_listed(word))]
    return sum([weights[word] for word in words])


@lru_cache(1 << 9)
def _readings(
    token: str, corrupt: Corrupt, shares: tuple[tuple[str, float], ...], known: frozenset[str], opening: bool
) -> dict[str, float]:
    """Return the readings in a document with these shares of languages, in which the `known` words stand."""
    languages = dict(shares)
    letters = plain_letters(token)
    if not letters and is_damaged_mark(token, corrupt):
        return lone_readings(token, corrupt, languages, opening)
    listed = lookup(letters.lower())
    weights = listed_readings(listed, token, corrupt, languages, opening)
    for word in known:
        if corrupt(word) == token:
            weights[word] += 10**SEEN_INTACT
    marked = marked_weight(token, letters, plain_weight(listed, letters, languages), corrupt, languages)
    total = 10**UNLISTED * max(1.0 - english(languages), FOREIGN)
    if weights:
        total *= RIVAL ** max(0, len(letters) - SHORT_WORD)
    if _may_be_unlisted(letters, weights, total, marked):
        taken = {word.lower() for word, _ in listed}
        for word, share in spelled_shares(token, corrupt, languages, opening).items():
            if word.lower() not in taken:
                weights[word] += share * total
    weights[token] = marked
    return weights


def _may_be_unlisted(letters: str, weights: Mapping[str, float], total: float, marked: float) -> bool:
    """Tell whether unlisted words, which weigh `total` together, can matter beside the readings so far.

    Spelling is slow, and all spellings together can seldom raise a doubt of the mark.
    """
    regular = len(letters) > 1 and (letters.islower() or letters.isupper() or letters.istitle())
    most = max(weights.values(), default=0.0)
    whole = sum(weights.values()) + CASES * total
    return regular and whole > DOUBT * marked and most < min(10**CLEAR, SURE * (whole + marked))
