"""Words that lost letters, as their channel leaves them: `Jos?©`, `S??o`, `Erdo?an`.

The list of words gives those that a damaged word may have been (lexicon.py); a word that it lacks is spelled
by its letters' contexts (unlisted.py).  All readings, among them the plain word beside a damaged mark, are
weighed in one unit: occurrences per billion words.  The word is restored if one reading has nearly all the
weight.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice

from newsclean.mojibake.lossy.channels import (
    SIGNS_APART,
    SIGNS_BEFORE,
    SIGNS_BEHIND,
    SIGNS_WITHIN,
    Corrupt,
    left_of,
    mark_images,
)
from newsclean.mojibake.lossy.letters.grammar import shortens
from newsclean.mojibake.lossy.letters.languages import Document
from newsclean.mojibake.lossy.letters.lexicon import (
    PART,
    Languages,
    Listed,
    english,
    frequency,
    is_listed,
    lookup,
    plain_letters,
    weigh,
)

# Two plain words with anything else between them.
BETWEEN = r"([A-Za-z]+)([^A-Za-z]+)([A-Za-z]+)"
# Endings that make an ordinal of a number in French.
ORDINALS = ("ème", "èmes", "ère", "ères")

# The numbers below were found on news in twenty languages: docs/words.md.
# The share of the weight of all readings that one reading must have.
SURE = 0.84
# Words with a letter raise a doubt if they have more than this share of the weight of a plain word beside a
# mark.
DOUBT = 0.1
# How far the spelling of an unlisted word is trusted, and that of an unlisted name.
REGULAR = 0.95
REGULAR_NAME = 0.85
# Probability that is kept for nearly impossible spellings, so that excluding every alternative proves
# nothing.
STRANGE = 0.002
# Zipf values (log10 of occurrences per billion words): of all unlisted words of one damaged shape together;
# of an unlisted plain word, which may be any name; and of one in small letters.
UNLISTED = 2.7
PLAIN, PLAIN_WORD = 4.0, 2.5
# How much rarer unlisted words of the shape of a listed one are, for each plain letter beyond SHORT_WORD.
RIVAL, SHORT_WORD = 0.5, 3
# Languages that make one word of several.  A spelling that begins or ends with a listed word is likelier, by
# SUPPORT for each of its occurrences per billion.  LAST and FIRST are the letters that such a word must have,
# BEFORE_LAST and BEHIND_FIRST those of the rest.  Of 5,902 words of these languages in question marks, this
# restores 18 more in 1,000, and .6 in 1,000 wrongly.
COMPOUNDING = frozenset({"da", "de", "fi", "is", "nb", "nl", "sv"})
SUPPORT = 0.1
CERTAIN = 0.95  # a spelling with more than this share needs no such support
LAST, BEFORE_LAST, FIRST, BEHIND_FIRST = 5, 3, 6, 5
# log10 of the weight from which on a listed word is so frequent that no unlisted one matters.
CLEAR = 4.7
# log10 of the share of words that stand beside a mark without a space; of those beside two question marks, or
# one and a mark; and of those with a question mark where a sentence ends.
BESIDE_MARK = -1.5
ASKING = -3.0
ASKING_LAST = -0.3
# log10 of the weight of two words with a dash between them, in English, which sets no spaces around it; and
# of a contraction.
DASHED = 1.5
CLIPPED = 3.5
# Kinds of contractions, as `grammar.shortens` names them: how usual each is in languages that have it, after
# how usual it is in all others.  Spanish has no `Tom's`, German some `geht's`, but no `L'ufer`.  Other
# contractions of English may be quoted in any text.
SHORTENING: dict[str, tuple[float, dict[str, float]]] = {
    "s": (0.02, {"en": 1.0, **dict.fromkeys(("da", "de", "nb", "nl", "sv"), 0.1)}),
    "l": (0.01, {"en": 1.0, "ca": 1.0, "fr": 1.0, "it": 1.0}),
}
# log10 of the weight of two words with a no-break space or a middle dot between them.
JOINED = 1.0
# The shares of a text that are words of other languages than its own: names, and others.
FOREIGN, BORROWED = 0.01, 0.002
# How usual it is in German, relative to the usual case, that a noun is written small, or another word with a
# capital within a sentence.
MISCASED = 0.05
# The languages that use a name, the most that one of them does, and how far it is ahead of the next, as zipf
# values.  Of 12,260 small words that may lose their first letter 35 are such: 34 names, and `éclair`.
NAMED_BY, MOST_FOR_NAME, AHEAD = 8, 4.8, 1.9
# The same for a word with a capital on one side: 12 of 13 such in news are names, and 7 of 8 with one on
# either side, of as many languages as may be.
NAMED_BESIDE = 3
# log10 of the weight of a word that stands intact in the same document.
SEEN_INTACT = 7.0
# The most ways to write a word of which some letters are lost: see `_casings`.
CASES = 4
# The reading that stands for all words that no reading names.
ANOTHER = ""
LONGEST = 40  # characters of a token; a longer one is no word
NO_WORDS = frozenset[str]()


def restore(
    token: str,
    corrupt: Corrupt,
    document: Document,
    *,
    opening: bool = False,
    joined: bool = False,
) -> str | None:
    """Return the word whose damaged form is `token`, or None if that is undecided.

    `token` is one word as it stands in the damaged text, without the marks around it; compounds are restored
    part by part.  `corrupt` is the channel that the text went through, `document` what its intact words show.
    `opening` decides the case of a lost first letter: the word opens a sentence, or is an unlisted German
    noun.  `joined` says that a hyphen joins it to the next word, which a common word seldom is.
    """
    if len(token) > LONGEST:
        return None
    parts = re.split(PART, token)
    for index in range(0, len(parts), 2):
        part = parts[index]
        if not part or (part.isalpha() and part.isascii()):
            continue
        weights = readings(part, corrupt, document, opening and index == 0)
        if joined:
            weights = {**weights, part: min(weights.get(part, 0.0), 10 ** (PLAIN + BESIDE_MARK))}
        best = max(weights, key=weights.__getitem__, default=part)
        if best in (part, ANOTHER) or weights[best] < SURE * sum(weights.values()):
            return None
        parts[index] = best
    word = "".join(parts)
    return word if word != token and corrupt(word) == token else None


def ordinal(token: str, corrupt: Corrupt, document: Document) -> str | None:
    """Return the ending of a French ordinal whose damaged form is `token`, or None: `ème` in `2ème`."""
    return next((end for end in ORDINALS if corrupt(end) == token), None) if "fr" in document.own else None


def holds_letter(
    token: str, corrupt: Corrupt, document: Document, *, listed: bool = True, others: bool = False
) -> bool:
    """Tell whether a letter was certainly lost from `token`, even if it is undecided which: `Eva ?vat velk?`.

    If `listed`, only listed words count, as is right where a mark is likely: spellings are found for any
    letters.  `others` says that the words which no reading names count as well.
    """
    weights = readings(token, corrupt, document, opening=False)
    silent = (token,) if others else (token, ANOTHER)
    return _weight_of_words(weights, silent, listed) > SURE * sum(weights.values())


def may_hold_letter(token: str, corrupt: Corrupt, document: Document) -> bool:
    """Tell whether it is in doubt that `token` is a plain word beside a mark: a letter may have been lost."""
    weights = readings(token, corrupt, document, opening=False)
    marked = weights.get(token, 0.0)
    return sum(weights.values()) - marked - weights.get(ANOTHER, 0.0) > DOUBT * marked


def rather_holds_letter(
    token: str, damaged: str, first: bool, corrupt: Corrupt, document: Document, listed: bool
) -> bool:
    """Tell whether words with a letter weigh more than the rest of `token` beside a mark.

    The token begins, if `first`, or ends with `damaged`, which is either a letter of it or that mark.  If
    `listed`, only listed words count.
    """
    weights = readings(token, corrupt, document, opening=False)
    weight = _weight_of_words(weights, (token, ANOTHER), listed)
    marked = weights.get(token, 0.0)
    return weight > marked and weight > marked + beside_mark(token, damaged, first, corrupt, document)


def _weight_of_words(weights: Mapping[str, float], but_for: Collection[str], listed: bool) -> float:
    """Return the weight of the readings that are not in `but_for`; if `listed`, of listed words alone."""
    words = [word for word in weights if word not in but_for and (not listed or is_listed(word))]
    return sum([weights[word] for word in words])


def beside_mark(token: str, damaged: str, first: bool, corrupt: Corrupt, document: Document) -> float:
    """Return the weight of words with lost letters beside a mark, or between two with the same image."""
    between = token.removeprefix(damaged).removesuffix(damaged)
    one = token.removeprefix(damaged) if first else token.removesuffix(damaged)
    weight = 0.0
    for rest in {one, between} - {token}:
        weights = readings(rest, corrupt, document, opening=False)
        weight += sum(weights.values()) - weights.get(rest, 0.0)
    return 10**BESIDE_MARK * weight


def has_rather_lost(plain: str, languages: Languages) -> bool:
    """Tell whether a word with lost letters, of which `plain` is left, is likelier than `plain` itself."""
    letters = plain_letters(plain)
    listed = lookup(letters.lower())
    accented = [weigh(zipfs, languages, foreign=0.0) for word, zipfs in listed if not word.isascii()]
    return max(accented, default=0.0) > _plain(listed, letters, languages)


def readings(token: str, corrupt: Corrupt, document: Document, opening: bool) -> Mapping[str, float]:
    """Return the weight of each reading of `token`, which itself stands for a plain word beside a mark.

    A longer token than any word has none.
    """
    if len(token) > LONGEST:
        return {}
    known = document.accented.get(plain_letters(token), ())
    return _readings(token, corrupt, document.shares, frozenset(known) if known else NO_WORDS, opening)


@lru_cache(1 << 9)
def _readings(
    token: str, corrupt: Corrupt, shares: tuple[tuple[str, float], ...], known: frozenset[str], opening: bool
) -> dict[str, float]:
    """Return the readings in a document with these shares of languages, in which the `known` words stand."""
    languages = dict(shares)
    letters = plain_letters(token)
    if not letters and _made_of(token, mark_images(corrupt) | left_of(corrupt, SIGNS_BEHIND + SIGNS_APART)):
        return _alone(token, corrupt, languages, opening)
    listed = lookup(letters.lower())
    weights = _listed_readings(listed, token, corrupt, languages, opening)
    for word in known:
        if corrupt(word) == token:
            weights[word] += 10**SEEN_INTACT
    marked = _plain_weight(token, letters, _plain(listed, letters, languages), corrupt, languages)
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


# --- Listed words ----------------------------------------------------------------------------------


def _listed_readings(
    listed: Listed, token: str, corrupt: Corrupt, languages: Languages, opening: bool
) -> defaultdict[str, float]:
    """Return those of the `listed` words that have accents and may have been `token`, with their weights."""
    title = opening or english(languages) > 0.5
    foreign = FOREIGN if _may_be_name(token, languages) else BORROWED
    weights: defaultdict[str, float] = defaultdict(float)
    german: dict[str, bool] = {}  # German words, and whether they are in their usual case
    for word, zipfs in listed:
        if not word.isascii():
            for cased in islice(_fitting(word, token, corrupt, title or _is_name(zipfs)), 1):
                weights[cased] += weigh(zipfs, languages, foreign)
                if zipfs.get("de") == max(zipfs.values()):
                    german[cased] = cased[0].isupper() == word[0].isupper()
    if len({*german.values()}) > 1 and _is_german(languages) and not (opening and token[0].isupper()):
        for cased, usual in german.items():
            weights[cased] *= 1.0 if usual else MISCASED
    return weights


def _may_be_name(token: str, languages: Languages) -> bool:
    """Tell whether a token may be a name by its first letter; in German a capital does not show that."""
    return not token[0].isalpha() or (token[0].isupper() and not _is_german(languages))


def _is_name(zipfs: Mapping[str, float]) -> bool:
    """Tell whether a listed word is a name: many languages use it, none often or far more than the others."""
    first, second = sorted([0.0, 0.0, *zipfs.values()])[:-3:-1]
    return len(zipfs) >= NAMED_BY and first < MOST_FOR_NAME and first - second < AHEAD


def is_name_beside(word: str, names: int) -> bool:
    """Tell whether a listed small word is a name, given how many of its two neighbours have a capital."""
    known = [zipfs for found, zipfs in lookup(plain_letters(word)) if found == word]
    rare = any(max(zipfs.values()) < MOST_FOR_NAME for zipfs in known)
    return rare and (names == 2 or (names == 1 and max(map(len, known)) >= NAMED_BESIDE))


def _is_german(languages: Languages) -> bool:
    return languages.get("de", 0.0) >= 0.5


def _alone(token: str, corrupt: Corrupt, languages: Languages, opening: bool) -> dict[str, float]:
    """Return the words without a plain letter, as `à`, that a token may have been, with their weights."""
    weights = {
        cased: weight
        for word, zipfs in lookup("")
        for cased in islice(_fitting(word, token, corrupt, opening), 1)
        if (weight := weigh(zipfs, languages, foreign=0.0)) > 10**PLAIN
    }
    return weights if sum(weights.values()) > 10**CLEAR else {}


# --- Words on no list ------------------------------------------------------------------------------


def _may_be_unlisted(letters: str, weights: Mapping[str, float], total: float, marked: float) -> bool:
    """Tell whether unlisted words, which weigh `total` together, can matter beside the readings so far.

    Spelling is slow, and all spellings together can seldom raise a doubt of the mark.
    """
    regular = len(letters) > 1 and (letters.islower() or letters.isupper() or letters.istitle())
    most = max(weights.values(), default=0.0)
    whole = sum(weights.values()) + CASES * total
    return regular and whole > DOUBT * marked and most < min(10**CLEAR, SURE * (whole + marked))


def _spelled(token: str, corrupt: Corrupt, languages: Languages, opening: bool) -> dict[str, float]:
    """Return the share of each spelling of an unlisted word, in each case it may have, and of all others."""
    letters = plain_letters(token)
    title = opening or english(languages) > 0.5
    # Names are spelled less regularly than words; in German a capital may be that of a noun.
    german = _is_german(languages)
    trust = REGULAR_NAME if letters[0].isupper() and not opening and not german else REGULAR
    share, spelled = _spell(token, corrupt, languages)
    shares: dict[str, float] = defaultdict(float)
    shares[ANOTHER] = share + STRANGE - trust * sum([probability for probability, _ in spelled])
    for probability, word in spelled:
        cases = _fitting(word, token, corrupt, title)
        for cased in islice(cases, 1) if title or german else cases:
            shares[cased] += trust * probability
    return shares


def _spell(token: str, corrupt: Corrupt, languages: Languages) -> tuple[float, Sequence[tuple[float, str]]]:
    """Return the probability of all spellings of an unlisted word, and the likeliest ones with theirs."""
    from newsclean.mojibake.lossy.letters.unlisted import spellings

    # Names in an English text come from anywhere, and so may all words if the language is unknown.
    own = {code: share for code, share in languages.items() if code != "en"}
    share, spelled = spellings(token, corrupt, own | {"xx": max(1.0 - sum(own.values()), FOREIGN)})
    certain = not spelled or spelled[0].probability > CERTAIN * share
    if certain or COMPOUNDING.isdisjoint(languages):
        return share, spelled
    return share, _as_compounds(spelled, languages)


def _as_compounds(spelled: Sequence[tuple[float, str]], languages: Languages) -> Sequence[tuple[float, str]]:
    """Return spellings with their probabilities, raised for those that are made of listed words."""
    weighed = [
        (probability * (1 + SUPPORT * _listed_part(word, languages)), word) for probability, word in spelled
    ]
    before, after = (sum([probability for probability, _ in found]) for found in (spelled, weighed))
    return [(probability * before / after, word) for probability, word in weighed]


def _listed_part(word: str, languages: Languages) -> float:
    """Return how often, per billion, a listed word occurs that begins or ends `word` with all its accents."""
    accented = [at for at, char in enumerate(word) if not char.isascii()]
    last = [word[at:] for at in range(BEFORE_LAST, min(accented[0], len(word) - LAST) + 1)]
    first = [word[:at] for at in range(max(FIRST, accented[-1] + 1), len(word) - BEHIND_FIRST + 1)]
    return max([frequency(part, languages) for part in last + first], default=0.0)


# --- Plain words beside marks ----------------------------------------------------------------------


def _plain(listed: Listed, letters: str, languages: Languages) -> float:
    """Return how often the plain word of these `letters` occurs, per billion, whether it is listed or not."""
    found = [weigh(zipfs, languages, foreign=0.0) for word, zipfs in listed if word.isascii()]
    return max([10 ** (PLAIN_WORD if letters.islower() else PLAIN), *found])


def _plain_weight(token: str, letters: str, plain: float, corrupt: Corrupt, languages: Languages) -> float:
    """Return the weight of the reading of `token` as plain words that marks touch."""
    between = re.fullmatch(BETWEEN, token)
    joined = 10**JOINED if between and between[2] in left_of(corrupt, SIGNS_WITHIN) else 0.0
    if between and _made_of(between[2], mark_images(corrupt)):
        clipped = shortens(between[1], between[3])
        weight = clipping(clipped, languages) * 10**CLIPPED if clipped else english(languages) * 10**DASHED
        return max(joined, weight)
    if joined:
        return joined
    if not letters or letters not in token:
        return 0.0
    before, _, behind = token.partition(letters)
    opening, closing = left_of(corrupt, SIGNS_BEFORE), left_of(corrupt, SIGNS_BEHIND)
    if _made_of(before, opening | mark_images(corrupt)) and _made_of(behind, closing | mark_images(corrupt)):
        return plain * 10**BESIDE_MARK
    asks = not before and _made_of(behind, mark_images(corrupt) | {"?"})
    return plain * 10**ASKING if asks else 0.0


def clipping(clipped: str, languages: Languages) -> float:
    """Return how usual a kind of contraction is in a document of these languages, from 0 to 1."""
    if clipped not in SHORTENING or not languages:
        return 1.0
    elsewhere, usual = SHORTENING[clipped]
    return max(elsewhere, sum([share * usual.get(code, 0.0) for code, share in languages.items()]))


def _made_of(damage: str, images: frozenset[str]) -> bool:
    """Tell whether `damage` consists of `images` in a row."""
    return not damage or any(
        damage.startswith(image) and _made_of(damage[len(image) :], images) for image in images
    )


# --- How a word is written -------------------------------------------------------------------------


def _fitting(word: str, token: str, corrupt: Corrupt, title: bool) -> Iterator[str]:
    """Yield those ways to write `word` of which the channel makes `token`, likeliest first."""
    tried = set()
    for cased in _casings(word, plain_letters(token), title):
        if cased not in tried and corrupt(cased) == token and not _begins_anew(cased):
            yield cased
        tried.add(cased)


def _begins_anew(word: str) -> bool:
    """Tell whether the second letter of a word is its real capital, since the first was a mark: `ŠTo`."""
    return not word[0].isascii() and word[1:2].isupper() and not word.isupper()


def _casings(word: str, letters: str, title: bool) -> Iterator[str]:
    """Yield the ways to write `word` that keep the ASCII `letters` in their case, likeliest first.

    `title` says that a first letter of unknown case is rather a capital.  Within a word, a lost letter
    follows its neighbours: between two capitals it is one.
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
