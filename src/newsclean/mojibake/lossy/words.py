"""Accented words by which damaged ones are read: `Jos?©`, `S??o`, `Erdo?an`.

A word that lost its accented letters keeps its ASCII ones, so words.txt beside this module is sorted
by just these, and a bisection over its bytes finds every word that a damaged one may have been.  A
word that the file lacks is spelled by its letters' contexts (letters.py).  All readings, the plain
word beside a damaged mark among them, are weighed in one unit, occurrences per billion words; the
word is restored if one reading has nearly all the weight.  `tools/build_words.py` makes the files
and docs/words.md says where their numbers come from.
"""

import mmap
import os
import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import compress, islice, repeat
from math import inf
from operator import mul
from typing import NamedTuple

from newsclean.mojibake.lossy.channels import TYPOGRAPHIC, Corrupt
from newsclean.mojibake.lossy.context import shortens

# The share of each language; and words of the file, each with its zipf by language.
Languages = Mapping[str, float]
Listed = list[tuple[str, dict[str, float]]]

ACCENTED = bytes(range(128, 256))
LOWER = bytes(range(128)).lower() + ACCENTED
NO_LETTERS = bytes(byte for byte in range(128) if not chr(byte).isalpha())
PART = r"([-'’])"
# A word of Latin letters, long enough to be no damage, at least one of them accented, between blanks and what
# else may stand around it.
ACCENTED_LETTER = re.compile("[À-ÖØ-öø-ž]")
AROUND = "[(\"“‘'.,;:!)”’]*"
ACCENTED_WORD = rf"(?<!\S){AROUND}((?=[A-Za-z]*[À-ÖØ-öø-ž])[A-Za-zÀ-ÖØ-öø-ž]{{4,}}){AROUND}(?!\S)"
BETWEEN = r"([A-Za-z]+)([^A-Za-z]+)([A-Za-z]+)"
# Other marks and signs before, behind and within words, of which many channels leave the same as of letters.
BEFORE, BEHIND, WITHIN = "«»\xa0", "«»\xa0®", "\xa0·"
# Signs that stand apart, as letters do that are words.
SIGNS_APART = "©°§"

# What makes an ordinal of a number in French.
ORDINALS = ("ème", "èmes", "ère", "ères")

# The numbers below were found on news in twenty languages: docs/words.md.
# The share of all readings' weight that one must have.
SURE = 0.84
# The share of the weight of a plain word beside a mark from which on words with a letter are a doubt.
DOUBT = 0.1
# The trust in the spelling of a word on no list, and of a name on none.
REGULAR = 0.95
REGULAR_NAME = 0.85
# Probability kept for near-impossible spellings, so that excluding every alternative proves nothing.
STRANGE = 0.002
# Zipf values, log10 of occurrences per billion: of all the words together that have some damaged
# shape and are on no list; of a plain word on no list, which may be any name, and of one in small letters.
UNLISTED = 2.7
PLAIN, PLAIN_WORD = 4.0, 2.5
# How much rarer words on no list are that look as a listed one does, by each plain letter behind so many.
RIVAL, SHORT_WORD = 0.5, 3
# Languages that make one word of several, how much likelier a spelling is by each occurrence per billion of a
# listed word in which it ends or with which it begins, and the letters that these words and what is left have
# at least.  Of 5,902 words of these languages in question marks 18 in 1,000 more come back so, and .6 wrong.
COMPOUNDING = frozenset({"da", "de", "fi", "is", "nb", "nl", "sv"})
SUPPORT = 0.1
CERTAIN = 0.95  # the share of a spelling that needs no such support
LAST, BEFORE_LAST, FIRST, BEHIND_FIRST = 5, 3, 6, 5
# From here on a listed word is so frequent that no unlisted one matters.
CLEAR = 4.7
# A word seldom stands beside a mark without a space: log10 of its share.
BESIDE = -1.5
ASKING = -3.0  # two question marks, or one and a mark
ASKING_LAST = -0.3  # a question mark where a sentence ends
# Two given words with a dash between them, in English, which sets it without spaces; a contraction.
DASHED = 1.5
CLIPPED = 3.5
# The languages that shorten words so, as `context.shortens` names it, and how usual that is there and in all
# others: Spanish has no `Tom's`, German some `geht's`, but no `L'ufer`.  What else English shortens any text
# may quote.
SHORTENING: dict[str, tuple[float, dict[str, float]]] = {
    "s": (0.02, {"en": 1.0, **dict.fromkeys(("da", "de", "nb", "nl", "sv"), 0.1)}),
    "l": (0.01, {"en": 1.0, "ca": 1.0, "fr": 1.0, "it": 1.0}),
}
# Two given words with a no-break space or a point between them.
JOINED = 1.0
# The share of a text that is names of another language than its own, and the same of words.
FOREIGN = 0.01
BORROWED = 0.002
# From here on a word belongs to the grammar of its language, and none other borrows it, but English, where
# most letters beyond ASCII are of what it quotes: a zipf value.
GRAMMAR = 5.5
# How usual it is, beside a word in its own case, that German writes a noun small, or what is none with a
# capital within a sentence.
MISCASED = 0.05
# A word that stands intact in the same document.
KNOWN = 7.0
# The ways to write a word of which some letters are lost, at most: `casings`.
CASES = 4
# The reading that stands for all words not thought of.
ANOTHER = ""
# Words of English alone, and the share of them that no other language's articles come near: English ones
# have a tenth and more.
ENGLISH = ("the", "of", "and")
SO_ENGLISH = 0.07
# Words of Welsh, which no list has, and a share of them that other languages do not come near.
WELSH = frozenset(
    "ac bod bydd cyn dim ei eto eu fel fod fydd gan hyn mae ni nid nhw oedd ond roedd wedi y ym yn yr".split()
)
SO_WELSH = 0.1
# The same of Galician, which sounds like Portuguese and Spanish together: .02 and more of its articles, next
# to nothing of theirs.
GALICIAN = frozenset(
    """
    algunha ata calquera coa coas cun cunha dunha hoxe mentres moi ningunha nunha onte unha unhas xa xeito
    xente
    """.split()
)
SO_GALICIAN = 0.01
# So many different words are enough to know a document's languages.
ENOUGH = 60
# Rounds of voting, and the share below which a language is only an echo of another.
ROUNDS = 8
TRACE = 0.03
# The share of a document that makes a language one of its own: a seventh of Danish is as good Norwegian,
# whose quotation marks point the other way.
OWN = 0.25
# Of the languages that a document sounds like, the share of the first two in one that is written in them.  Of
# 20 messages of software in a language of the file they have .95 and more, in Irish, Albanian, Welsh, Breton
# and Maori mostly .4 to .7; of five messages one in a hundred has less than this.
LISTED = 0.75
# In so few words any language may sound like others: of 463 single lines in languages of the file three do.
FEW_WORDS = 30
# The share of q and x in a text: .008 and more in Azerbaijani, .002 at most in Turkish, which has them in
# names.
Q_AND_X = 0.005
LONGEST = 40
# Bytes of the word file that are looked through at one time, of which the first words are remembered; and the
# longest line.
BLOCK, LONGEST_LINE = 1 << 10, 160


class Document(NamedTuple):
    """What a document's intact words show: its languages by share, its accented words by ASCII letters."""

    languages: Languages
    accented: dict[str, set[str]]
    listed: bool = True  # whether it is in languages of the file

    @property
    def own(self) -> frozenset[str]:
        """The languages that the document itself is in, not a quotation or a name."""
        return frozenset([code for code, share in self.languages.items() if share >= OWN])

    def learn(self, word: str) -> None:
        """Remember an accented word: it speaks for its damaged occurrences."""
        self.accented.setdefault(plain_letters(word), set()).add(word)

    def learn_restored(self, token: str, word: str) -> None:
        """Remember the parts of a word that its `token` had lost, but where their case is only likely."""
        for before, part in zip(re.split(PART, token), re.split(PART, word), strict=False):
            if part != before and before[0].isalpha():
                self.learn(part)


def restore(
    token: str, corrupt: Corrupt, document: Document | None = None, *, opening: bool = False
) -> str | None:
    """Return the word whose corrupted form is `token`, or None if that is undecided.

    `token` is one word as it stands in the damaged text, its own marks cut off; compounds are
    restored part by part.  `corrupt` is the channel that the text went through.  `document` is what
    `read` found in the text.
    `opening` says that the word opens a sentence, or is one on no list that German would write as if it
    did, which decides the case of a damaged first letter.
    """
    document = document or Document({}, {})
    if len(token) > LONGEST:
        return None
    parts = re.split(PART, token)
    for index in range(0, len(parts), 2):
        part = parts[index]
        if not part or (part.isalpha() and part.isascii()):
            continue
        weights = readings(part, corrupt, document, opening and index == 0)
        best = max(weights, key=weights.__getitem__, default=part)
        if best in (part, ANOTHER) or weights[best] < SURE * sum(weights.values()):
            return None
        parts[index] = best
    word = "".join(parts)
    return word if word != token and corrupt(word) == token else None


def ordinal(token: str, corrupt: Corrupt, document: Document) -> str | None:
    """Return the end of a French ordinal whose corrupted form is `token`, or None: `ème` of `2ème`."""
    return next((end for end in ORDINALS if corrupt(end) == token), None) if "fr" in document.own else None


def holds_letter(
    token: str, corrupt: Corrupt, document: Document, *, listed: bool = True, others: bool = False
) -> bool:
    """Tell whether a letter was lost from `token`, though it may be undecided which: `Eva ?vat velk?`.

    Where a mark is likely, only words that are `listed` speak for it: spelled ones are found for any row of
    letters.  `others` says that even words speak for it that are not thought of.
    """
    if len(token) > LONGEST:
        return False
    weights = readings(token, corrupt, document, opening=False)
    silent = (token,) if others else (token, ANOTHER)
    lettered = [word for word in weights if word not in silent and (not listed or is_listed(word))]
    return sum([weights[word] for word in lettered]) > SURE * sum(weights.values())


def may_hold_letter(token: str, corrupt: Corrupt, document: Document) -> bool:
    """Tell whether it is in doubt that no letter was lost from `token`."""
    if len(token) > LONGEST:
        return False
    weights = readings(token, corrupt, document, opening=False)
    marked = weights.get(token, 0.0)
    return sum(weights.values()) - marked - weights.get(ANOTHER, 0.0) > DOUBT * marked


@lru_cache(1 << 10)  # the readings of a document's words, of which each rival channel asks again
def is_listed(word: str) -> bool:
    """Tell whether a word, or each part of a compound, is on the list, in any language."""
    return all(
        part.isascii() or part.lower() in [known.lower() for known, _ in lookup(plain_letters(part).lower())]
        for part in re.split(PART, word)
    )


@lru_cache(1 << 9)
def may_be_accented(plain: str) -> bool:
    """Tell whether a word that lost letters, of which `plain` is left, may be a listed one."""
    return any(not word.isascii() for word, _ in lookup(plain_letters(plain).lower()))


def has_rather_lost(plain: str, languages: Languages) -> bool:
    """Tell whether a word that lost letters, of which `plain` is left, is likelier than `plain` itself."""
    letters = plain_letters(plain)
    listed = lookup(letters.lower())
    accented = [weigh(zipfs, languages, foreign=0.0) for word, zipfs in listed if not word.isascii()]
    return max(accented, default=0.0) > _plain(listed, letters, languages)


def readings(token: str, corrupt: Corrupt, document: Document, opening: bool) -> Mapping[str, float]:
    """Return the weight of each reading of `token`, which itself stands for a plain word beside a mark."""
    known = document.accented.get(plain_letters(token), ())
    shares = tuple((code, round(share, 1)) for code, share in sorted(document.languages.items()))
    return _readings(token, corrupt, shares, frozenset(known), opening)


@lru_cache(1 << 9)
def _readings(
    token: str, corrupt: Corrupt, shares: tuple[tuple[str, float], ...], known: frozenset[str], opening: bool
) -> dict[str, float]:
    """Return the readings in a document of languages by share, to a tenth, which holds the `known` words."""
    languages = dict(shares)
    letters = plain_letters(token)
    if not letters and made_of(token, marks(corrupt) | left_of(corrupt, BEHIND + SIGNS_APART)):
        return _alone(token, corrupt, languages, opening)
    listed = lookup(letters.lower())
    weights = _listed_readings(listed, token, corrupt, languages, opening)
    for word in known:
        if corrupt(word) == token:
            weights[word] += 10**KNOWN
    marked = plain_weight(token, letters, _plain(listed, letters, languages), corrupt, languages)
    total = 10**UNLISTED * max(1.0 - english(languages), FOREIGN)
    if weights:
        total *= RIVAL ** max(0, len(letters) - SHORT_WORD)
    if _may_be_unlisted(letters, weights, total, marked):
        taken = {word.lower() for word, _ in listed}
        for word, share in _spelled(token, corrupt, languages, opening).items():
            if word.lower() not in taken:
                weights[word] += share * total
    weights[token] = marked
    return weights


def _listed_readings(
    listed: Listed, token: str, corrupt: Corrupt, languages: Languages, opening: bool
) -> defaultdict[str, float]:
    """Return the accented words among the `listed` ones that `token` may have been, with their weights."""
    title = opening or english(languages) > 0.5
    foreign = FOREIGN if _may_be_name(token, languages) else BORROWED
    weights: defaultdict[str, float] = defaultdict(float)
    german: dict[str, bool] = {}  # whether these words are written in their usual case
    for word, zipfs in listed:
        if not word.isascii():
            for cased in islice(fitting(word, token, corrupt, title), 1):
                weights[cased] += weigh(zipfs, languages, foreign)
                if zipfs.get("de") == max(zipfs.values()):
                    german[cased] = cased[0].isupper() == word[0].isupper()
    if len({*german.values()}) > 1 and _is_german(languages) and not (opening and token[0].isupper()):
        for cased, usual in german.items():
            weights[cased] *= 1.0 if usual else MISCASED
    return weights


def _plain(listed: Listed, letters: str, languages: Languages) -> float:
    """Return how often the plain word of these `letters` occurs, per billion, also if it is not `listed`."""
    found = [weigh(zipfs, languages, foreign=0.0) for word, zipfs in listed if word.isascii()]
    return max([10 ** (PLAIN_WORD if letters.islower() else PLAIN), *found])


def _may_be_unlisted(letters: str, weights: Mapping[str, float], total: float, marked: float) -> bool:
    """Tell whether words on no list, which weigh `total` together, matter beside the readings so far.

    Spelling is slow, and seldom can all spellings in all their cases raise a doubt of the mark.
    """
    regular = len(letters) > 1 and (letters.islower() or letters.isupper() or letters.istitle())
    doubtful = sum(weights.values()) + CASES * total > DOUBT * marked
    return regular and doubtful and max(weights.values(), default=0.0) < 10**CLEAR


def _may_be_name(token: str, languages: Languages) -> bool:
    """Tell whether a token may have begun with a capital, which marks no name in German."""
    return not token[0].isalpha() or (token[0].isupper() and not _is_german(languages))


def _is_german(languages: Languages) -> bool:
    return languages.get("de", 0.0) >= 0.5


def _spelled(token: str, corrupt: Corrupt, languages: Languages, opening: bool) -> dict[str, float]:
    """Return the share of each spelling of a word on no list, in the cases it may have, and of all others."""
    letters = plain_letters(token)
    title = opening or english(languages) > 0.5
    # Names are spelled less regularly than words.  A German capital is that of a noun.
    german = _is_german(languages)
    trust = REGULAR_NAME if letters[0].isupper() and not opening and not german else REGULAR
    share, spelled = spell(token, corrupt, languages)
    shares: dict[str, float] = defaultdict(float)
    shares[ANOTHER] = share + STRANGE - trust * sum([probability for probability, _ in spelled])
    for probability, word in spelled:
        cases = fitting(word, token, corrupt, title)
        for cased in islice(cases, 1) if title or german else cases:
            shares[cased] += trust * probability
    return shares


def _as_compounds(spelled: Sequence[tuple[float, str]], languages: Languages) -> Sequence[tuple[float, str]]:
    """Return spellings and their probabilities, those likelier that are made of listed words."""
    weighed = [
        (probability * (1 + SUPPORT * _listed_part(word, languages)), word) for probability, word in spelled
    ]
    before, after = (sum([probability for probability, _ in found]) for found in (spelled, weighed))
    return [(probability * before / after, word) for probability, word in weighed]


def _listed_part(word: str, languages: Languages) -> float:
    """Return how often a listed word occurs, per billion, that begins or ends `word` and has its accents."""
    accented = [at for at, char in enumerate(word) if not char.isascii()]
    last = [word[at:] for at in range(BEFORE_LAST, min(accented[0], len(word) - LAST) + 1)]
    first = [word[:at] for at in range(max(FIRST, accented[-1] + 1), len(word) - BEHIND_FIRST + 1)]
    return max([frequency(part, languages) for part in last + first], default=0.0)


def frequency(word: str, languages: Languages) -> float:
    """Return how often a word occurs in a document of these languages, per billion, in either case."""
    found = [zipfs for known, zipfs in lookup(plain_letters(word)) if known.lower() == word]
    return max([weigh(zipfs, languages, foreign=0.0) for zipfs in found], default=0.0)


def _alone(token: str, corrupt: Corrupt, languages: Languages, opening: bool) -> dict[str, float]:
    """Return the words without a plain letter, as `à`, that a row of images may be, with their weights."""
    weights = {
        cased: weight
        for word, zipfs in lookup("")
        for cased in islice(fitting(word, token, corrupt, opening), 1)
        if (weight := weigh(zipfs, languages, foreign=0.0)) > 10**PLAIN
    }
    return weights if sum(weights.values()) > 10**CLEAR else {}


def fitting(word: str, token: str, corrupt: Corrupt, title: bool) -> Iterator[str]:
    """Yield the ways to write `word` that the channel turns into `token`, likeliest first."""
    tried = set()
    for cased in casings(word, plain_letters(token), title):
        if cased not in tried and corrupt(cased) == token and not _begins_anew(cased):
            yield cased
        tried.add(cased)


def _begins_anew(word: str) -> bool:
    """Tell whether a word begins with a capital behind its first letter, which was a mark: `ŠTo`."""
    return not word[0].isascii() and word[1:2].isupper() and not word.isupper()


def plain_weight(token: str, letters: str, plain: float, corrupt: Corrupt, languages: Languages) -> float:
    """Return the weight of reading the damage in `token` as marks that touch plain words."""
    between = re.fullmatch(BETWEEN, token)
    joined = 10**JOINED if between and between[2] in left_of(corrupt, WITHIN) else 0.0
    if between and made_of(between[2], marks(corrupt)):
        clipped = shortens(between[1], between[3])
        weight = clipping(clipped, languages) * 10**CLIPPED if clipped else english(languages) * 10**DASHED
        return max(joined, weight)
    if joined:
        return joined
    if not letters or letters not in token:
        return 0.0
    before, _, behind = token.partition(letters)
    opening, closing = left_of(corrupt, BEFORE), left_of(corrupt, BEHIND)
    if made_of(before, opening | marks(corrupt)) and made_of(behind, closing | marks(corrupt)):
        return plain * 10**BESIDE
    asks = not before and made_of(behind, marks(corrupt) | {"?"})
    return plain * 10**ASKING if asks else 0.0


def spell(token: str, corrupt: Corrupt, languages: Languages) -> tuple[float, Sequence[tuple[float, str]]]:
    """Return the share of the channel's letters in such words on no list, and the likeliest spellings."""
    from newsclean.mojibake.lossy.letters import spellings

    # Names in an English text come from anywhere, and so may anything in a text of no known language.
    own = {code: share for code, share in languages.items() if code != "en"}
    share, spelled = spellings(token, corrupt, own | {"xx": max(1.0 - sum(own.values()), FOREIGN)})
    certain = not spelled or spelled[0].probability > CERTAIN * share
    if certain or COMPOUNDING.isdisjoint(languages):
        return share, spelled
    return share, _as_compounds(spelled, languages)


def clipping(clipped: str, languages: Languages) -> float:
    """Return how usual a kind of contraction is in a document of these languages, from 0 to 1."""
    if clipped not in SHORTENING or not languages:
        return 1.0
    elsewhere, usual = SHORTENING[clipped]
    return max(elsewhere, sum([share * usual.get(code, 0.0) for code, share in languages.items()]))


def english(languages: Languages) -> float:
    """Return the share of English, where a damaged first letter is mostly that of a name."""
    return languages.get("en", 0.0)


def casings(word: str, letters: str, title: bool) -> Iterator[str]:
    """Yield the ways to write `word` that keep the ASCII `letters` in their case, likeliest first.

    `title` says that a first letter of unknown case is rather a capital.  Inside a word a damaged
    letter follows its neighbours: it is a capital between two capitals.
    """
    known = iter(letters)
    spelled = [next(known) if char.isascii() else char for char in word]
    for index in range(1, len(spelled)):
        neighbours = spelled[index + 1 : index + 2] or spelled[max(index - 2, 0) : index - 1]
        if spelled[index - 1].isupper() and "".join(neighbours).isupper():
            spelled[index] = spelled[index].upper()
    capital = [spelled[0].upper(), *spelled[1:]]
    yield "".join(capital if title or "".join(spelled[1:2]).isupper() else spelled)
    yield "".join(spelled)
    yield "".join(capital)
    yield "".join([spelled[0].lower(), *spelled[1:]])  # `île`, which is listed as it stands in names
    yield "".join(spelled).upper()


def weigh(zipfs: Mapping[str, float], languages: Languages, foreign: float = FOREIGN) -> float:
    """Return how often a word occurs, per billion, in a document of these languages and `foreign` ones."""
    own = sum(share * 10 ** zipfs[code] for code, share in languages.items() if code in zipfs)
    most = inf if not languages or english(languages) > 0.5 else GRAMMAR
    return own + (foreign if languages else 1.0) * 10 ** min(max(zipfs.values()), most)


@lru_cache(maxsize=8)
def marks(corrupt: Corrupt) -> frozenset[str]:
    """Return what the channel makes of quotation marks, dashes and the ellipsis."""
    return frozenset(filter(None, map(corrupt, TYPOGRAPHIC)))


@lru_cache(maxsize=32)
def left_of(corrupt: Corrupt, signs: str) -> frozenset[str]:
    """Return what the channel makes of those of `signs` that it damages, but not of all alike."""
    sent = zip(signs, map(corrupt, signs), strict=True)
    return frozenset([damaged for sign, damaged in sent if damaged != sign and damaged.strip("?\ufffd")])


def made_of(damage: str, images: frozenset[str]) -> bool:
    """Tell whether `damage` is a row of `images`."""
    return not damage or any(
        damage.startswith(image) and made_of(damage[len(image) :], images) for image in images
    )


def document_languages(text: str) -> dict[str, float]:
    """Return the shares, 0 to 1, of the languages that the intact words of `text` are in.

    Each word votes for the languages that use it, in proportion; further rounds, each starting from
    the shares that the last one found, leave the related languages behind.
    """
    words = text.lower().split()
    apart = f" {'  '.join(words)} "  # quicker to count in than the words one by one
    if sum([apart.count(f" {word} ") for word in ENGLISH]) > SO_ENGLISH * len(words):
        return {"en": 1.0}
    found = Counter([word for word in words if word.isalpha() and len(word) > 1])
    votes = [(count, vote) for word, count in found.most_common()[:ENOUGH] if (vote := _vote(word))]
    counts = [count for count, _ in votes]
    codes = sorted(set().union(*[vote for _, vote in votes]))
    rows = [list(map(vote.get, codes, repeat(0.0))) for _, vote in votes]
    shares = [1.0] * len(codes)
    for _ in range(ROUNDS):
        wholes = [sum(map(mul, shares, row)) for row in rows]
        each = [count / whole if whole else 0.0 for count, whole in zip(counts, wholes, strict=True)]
        columns = zip(*rows, strict=True)
        totals = [share * sum(map(mul, each, column)) for share, column in zip(shares, columns, strict=True)]
        everything = sum(totals)
        kept = [value > everything * TRACE for value in totals]
        codes = list(compress(codes, kept))
        shares = [value / everything for value in compress(totals, kept)]
        if len(codes) < 2:
            break
        if not all(kept):
            rows = [list(compress(row, kept)) for row in rows]
    return dict(zip(codes, shares, strict=True))


@lru_cache(1 << 10)
def _vote(word: str) -> dict[str, float]:
    """Return how often each language that lists the word uses it, per billion."""
    return {
        code: 10**zipf
        for found, zipfs in lookup(plain_letters(word))
        if found.lower() == word
        for code, zipf in zipfs.items()
    }


def is_welsh(text: str) -> bool:
    """Tell whether `text` is Welsh, where `â` is a word of its own."""
    return _holds(text, WELSH, SO_WELSH)


def _holds(text: str, few: frozenset[str], share: float) -> bool:
    """Tell whether more than a share of the words of a text are some of a few."""
    words = text.lower().split()
    return sum([word in few for word in words]) > share * len(words)


def _sounds_listed(languages: Languages, text: str) -> bool:
    """Tell whether two languages of the file have most of a text: others are a little like several.

    A sentence or two tell too little.  Azerbaijani and Galician, which no list has, sound like others.
    """
    if len(text.split()) < FEW_WORDS:
        return True
    if languages.get("tr", 0.0) >= OWN and sum(map(text.count, "qxQX")) > Q_AND_X * len(text):
        return False
    if languages.keys() & {"es", "pt"} and _holds(text, GALICIAN, SO_GALICIAN):
        return False
    shares = sorted(languages.values())
    return sum(shares[-2:]) >= LISTED * sum(shares)


def read(text: str) -> Document:
    """Return what the intact words of `text` show."""
    languages = document_languages(text)
    document = Document(languages, {}, _sounds_listed(languages, text))
    if ACCENTED_LETTER.search(text):
        pieces = {piece for piece in text.split() if not piece.isascii()}
        for word in re.findall(ACCENTED_WORD, " ".join(pieces)):
            if word.istitle() or word.islower() or word.isupper():
                document.learn(word)
    return document


def plain_letters(word: str) -> str:
    """Return what damage leaves of a word: its ASCII letters."""
    return word.encode("ascii", "ignore").translate(None, NO_LETTERS).decode()


@lru_cache(1 << 9)
def lookup(letters: str) -> Listed:
    """Return each word of the file whose ASCII letters are `letters`, with its zipf by language."""
    data = load()
    key = letters.encode()
    block = bisect_left(range(1, len(data) // BLOCK), key, key=_first_in) + 1
    # The first of them stands in the block before, or is the first line of this one.
    start = _start_of(block - 1)
    lines = data[start : _start_of(block) + LONGEST_LINE]
    before, opened, _ = (b"\n" + lines.translate(LOWER, ACCENTED)).partition(b"\n%b " % key)
    if not opened:
        return []
    found = []
    low = start + len(lines) - len(lines.split(b"\n", before.count(b"\n"))[-1])
    while low < len(data):
        end = data.find(b"\n", low)
        line = data[low:end]
        if skeleton(line) != key:
            break
        word, _, codes = line.decode().partition(" ")
        found.append((word, dict(_use(codes[at : at + 4]) for at in range(0, len(codes), 4))))
        low = end + 1
    return found


@cache
def _use(cell: str) -> tuple[str, float]:
    """Return the language and the zipf that a cell of the file names; all words share them."""
    return cell[:2], int(cell[2:]) / 10


def _start_of(block: int) -> int:
    """Return where the first line of a block of the file starts; the last one reaches to the end."""
    data = load()
    if block == len(data) // BLOCK:
        return len(data)
    return data.find(b"\n", block * BLOCK) + 1 if block else 0


@cache
def _first_in(block: int) -> bytes:
    """Return the plain letters of the first line of a block."""
    start = _start_of(block)
    return skeleton(load()[start : start + LONGEST_LINE])


def skeleton(line: bytes) -> bytes:
    """Return the ASCII letters, in lower case, of the word that a line of the file starts with."""
    return line[: line.find(b" ")].translate(LOWER, ACCENTED)


@cache
def load() -> mmap.mmap:
    """Return the word file, mapped into memory: nothing of it is read before it is needed."""
    with open(f"{os.path.dirname(__file__)}/words.txt", "rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
