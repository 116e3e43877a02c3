"""What the intact words of a document show: its languages, and its accented words."""

import re
from collections import Counter
from functools import cache, lru_cache
from itertools import compress, filterfalse, islice, repeat
from math import ceil
from operator import mul

from newsclean.mojibake.lossy.letters.lexicon import PART, Languages, lookup, plain_letters

# A word of Latin letters with an accent, long enough to be no damage, between blanks and the marks that may
# stand around it.  ACCENTED_LETTER asks first whether there is an accent at all; × and ÷ pass for letters
# there, since excluding them makes the class take thirty times as long to compile.
ACCENTED_LETTER = re.compile("[À-ž]")
AROUND = "[(\"“‘'.,;:!)”’]*"
ACCENTED_WORD = rf"(?<!\S){AROUND}((?=[A-Za-z]*[À-ÖØ-öø-ž])[A-Za-zÀ-ÖØ-öø-ž]{{4,}}){AROUND}(?!\S)"

# The numbers below were found on news in twenty languages: docs/words.md.  Words of English alone, and a
# share of them that no article in another language comes near; English ones have a tenth and more.
ENGLISH = (b" the ", b" of ", b" and ")
SO_ENGLISH = 0.07
# Words of Welsh, which has no list of words, and a share of them that other languages do not come near.
WELSH = frozenset(
    "ac bod bydd cyn dim ei eto eu fel fod fydd gan hyn mae ni nid nhw oedd ond roedd wedi y ym yn yr".split()
)
SO_WELSH = 0.1
# The same for Galician, which looks like Portuguese and Spanish together.  They make up .02 and more of its
# articles, and next to nothing of those in the others.
GALICIAN = frozenset(
    """
    algunha ata calquera coa coas cun cunha dunha hoxe mentres moi ningunha nunha onte unha unhas xa xeito
    xente
    """.split()
)
SO_GALICIAN = 0.01
# And for Estonian, which looks like Finnish and several others: .06 and more, in Finnish less than .01.
ESTONIAN = frozenset("aga ega et ka kas kui kuid mis mida ning nii pole see seda selle sest veel".split())
SO_ESTONIAN = 0.03
# The number of different words that is enough to know a document's languages.
ENOUGH = 60
# Rounds of voting, and the share below which a language is only an echo of a related one.
ROUNDS = 8
TRACE = 0.03
# The share from which on a language is one of the document's own.  It has to be high: a seventh of Danish is
# just as good Norwegian, whose quotation marks point the other way.
OWN = 0.25
# The share that the first two languages must have for a document to count as written in them.  In 20 messages
# of software in a listed language they have .95 and more; in Irish, Albanian, Welsh, Breton and Maori mostly
# .4 to .7.  In five messages in a listed language, one text in a hundred has less than this.
LISTED = 0.75
# The share of words with a letter beyond ASCII, or a lost character, above which a language is no listed one,
# and words enough to tell: Vietnamese has .9, Czech sentences that are full of such letters .7.
MOSTLY_FOREIGN, SOME_WORDS = 0.8, 12
MARKS = "“”„‘’‚«»–—….,:;!()\"'"
# A text of fewer words counts as listed: any language may look like others there, as three of 463 single
# lines in listed languages do.
FEW_WORDS = 30
# The share of q and x above which a text that looks Turkish is Azerbaijani: they have .008 and more there,
# .002 at most in Turkish, which has them only in names.
Q_AND_X = 0.005


class Document:
    """What a document's intact words show: its languages by share, its accented words by ASCII letters.

    `own` are the languages of the document itself, not of a quotation or a name in it; `shares` has all of
    them, rounded; `listed` tells whether it is in languages for which there is a list of words.
    """

    __slots__ = ("accented", "languages", "listed", "own", "shares")

    def __init__(self, languages: Languages, accented: dict[str, set[str]], listed: bool = True) -> None:
        """Take the shares, the accented words by ASCII letters, and whether the languages are listed."""
        self.languages = languages
        self.accented = accented
        self.listed = listed
        self.own = frozenset([code for code, share in languages.items() if share >= OWN])
        self.shares = tuple((code, round(share, 1)) for code, share in sorted(languages.items()))

    def learn(self, word: str) -> None:
        """Remember an accented word, which then speaks for its damaged occurrences."""
        self.accented.setdefault(plain_letters(word), set()).add(word)

    def learn_restored(self, token: str, word: str) -> None:
        """Remember the restored parts of a word, except where the first letter, and its case, was lost."""
        for before, part in zip(re.split(PART, token), re.split(PART, word), strict=False):
            if part != before and before[0].isalpha():
                self.learn(part)


@lru_cache(2)  # channels are looked for, and undone, in the same text
def read(text: str) -> Document:
    """Return what the intact words of `text` show."""
    words = text.split()
    languages = shares_of(words)
    document = Document(languages, {}, _sounds_listed(languages, text, words))
    if not text.isascii() and ACCENTED_LETTER.search(text):
        pieces = {*filterfalse(str.isascii, words)}
        for word in re.findall(ACCENTED_WORD, " ".join(pieces)):
            if word.istitle() or word.islower() or word.isupper():
                document.learn(word)
    return document


def shares_of(words: list[str]) -> dict[str, float]:
    """Return the shares, 0 to 1, of the languages that the intact ones of all `words` of a text are in.

    Each word votes for the languages that use it, in proportion to its frequency in them.  Further rounds
    weigh the votes by the shares of the round before, which makes related languages fall behind.
    """
    # Counting in one text is faster than word by word; among bytes, so is making letters small.
    apart = f" {'  '.join(words)} ".encode("utf-8", "surrogatepass").lower()
    if sum(map(apart.count, ENGLISH)) > SO_ENGLISH * len(words):
        return {"en": 1.0}
    found = Counter([word for word in map(str.lower, words) if word.isalpha() and len(word) > 1])
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
        code: _per_billion(zipf)
        for found, zipfs in lookup(plain_letters(word))
        if found.lower() == word
        for code, zipf in zipfs.items()
    }


@cache
def _per_billion(zipf: float) -> float:
    """Return how often a word occurs, given its zipf value; cached, as thousands of words share a few."""
    return 10**zipf


def _sounds_listed(languages: Languages, text: str, words: list[str]) -> bool:
    """Tell whether a text of these `words` is in one or two listed languages.

    An unlisted one looks a little like several.  A sentence or two say too little, unless nearly all words
    have lost letters.  Azerbaijani, Galician and Estonian are unlisted and look like others.
    """
    if _is_mostly_foreign(words):
        return False
    if len(words) < FEW_WORDS:
        return True
    if languages.get("tr", 0.0) >= OWN and sum(map(text.count, "qxQX")) > Q_AND_X * len(text):
        return False
    if languages.keys() & {"es", "pt"} and _holds(text, GALICIAN, SO_GALICIAN):
        return False
    if "fi" in languages and _holds(text, ESTONIAN, SO_ESTONIAN):
        return False
    shares = sorted(languages.values())
    return sum(shares[-2:]) >= LISTED * sum(shares)


def _is_mostly_foreign(words: list[str]) -> bool:
    """Tell whether most words in Latin letters have others as well, or lost ones; a few words say nothing."""
    plain = filter(str.isalpha, filter(str.isascii, words))
    enough = ceil((1 - MOSTLY_FOREIGN) * len(words))
    if len([*islice(plain, enough)]) == enough:  # as in nearly all texts: too many have neither
        return False
    lettered = [word.strip(MARKS) for word in words if plain_letters(word)]
    foreign = sum([not word.isascii() or "?" in word for word in lettered])
    return len(lettered) >= SOME_WORDS and foreign > MOSTLY_FOREIGN * len(lettered)


def is_welsh(text: str) -> bool:
    """Tell whether `text` is Welsh, where `â` is a word of its own."""
    return _holds(text, WELSH, SO_WELSH)


def _holds(text: str, few: frozenset[str], share: float) -> bool:
    """Tell whether more than a `share` of the words of a text are among a `few`."""
    words = text.lower().split()
    return sum([word in few for word in words]) > share * len(words)
