"""What the intact words of a document show: its languages, and its accented words."""

import re
from collections import Counter
from functools import lru_cache
from itertools import compress, repeat
from operator import mul

from newsclean.mojibake.lossy.lexicon import PART, Languages, lookup, plain_letters

# A word of Latin letters, long enough to be no damage, at least one of them accented, between blanks and what
# else may stand around it.  Whether there is such a letter is asked first, where × and ÷ may pass for one:
# without them the class takes thirty times as long to compile.
ACCENTED_LETTER = re.compile("[À-ž]")
AROUND = "[(\"“‘'.,;:!)”’]*"
ACCENTED_WORD = rf"(?<!\S){AROUND}((?=[A-Za-z]*[À-ÖØ-öø-ž])[A-Za-zÀ-ÖØ-öø-ž]{{4,}}){AROUND}(?!\S)"

# The numbers below were found on news in twenty languages: docs/words.md.
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


class Document:
    """What a document's intact words show: its languages by share, its accented words by ASCII letters.

    `own` are the languages that the document itself is in, not a quotation or a name; `listed` tells whether
    it is in languages of the list.
    """

    __slots__ = ("accented", "languages", "listed", "own")

    def __init__(self, languages: Languages, accented: dict[str, set[str]], listed: bool = True) -> None:
        """Take what `read` has found."""
        self.languages = languages
        self.accented = accented
        self.listed = listed
        self.own = frozenset([code for code, share in languages.items() if share >= OWN])

    def learn(self, word: str) -> None:
        """Remember an accented word: it speaks for its damaged occurrences."""
        self.accented.setdefault(plain_letters(word), set()).add(word)

    def learn_restored(self, token: str, word: str) -> None:
        """Remember the parts of a word that its `token` had lost, but where their case is only likely."""
        for before, part in zip(re.split(PART, token), re.split(PART, word), strict=False):
            if part != before and before[0].isalpha():
                self.learn(part)


def read(text: str) -> Document:
    """Return what the intact words of `text` show."""
    languages = shares_of(text)
    document = Document(languages, {}, _sounds_listed(languages, text))
    if ACCENTED_LETTER.search(text):
        pieces = {piece for piece in text.split() if not piece.isascii()}
        for word in re.findall(ACCENTED_WORD, " ".join(pieces)):
            if word.istitle() or word.islower() or word.isupper():
                document.learn(word)
    return document


def shares_of(text: str) -> dict[str, float]:
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


def is_welsh(text: str) -> bool:
    """Tell whether `text` is Welsh, where `â` is a word of its own."""
    return _holds(text, WELSH, SO_WELSH)


def _holds(text: str, few: frozenset[str], share: float) -> bool:
    """Tell whether more than a share of the words of a text are some of a few."""
    words = text.lower().split()
    return sum([word in few for word in words]) > share * len(words)
