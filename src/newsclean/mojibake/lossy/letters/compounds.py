"""Words on no list: how likely each spelling is, in each case, and if it is a compound of listed words."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice

from newsclean.mojibake.lossy.channels import Corrupt
from newsclean.mojibake.lossy.letters.casing import fitting, is_german
from newsclean.mojibake.lossy.letters.lexicon import Languages, english, frequency, plain_letters
from newsclean.mojibake.lossy.letters.listed import FOREIGN
from newsclean.mojibake.lossy.letters.unlisted import spellings

# The numbers below were found on news in twenty languages: docs/words.md.
# How far the spelling of an unlisted word is trusted, and that of an unlisted name.
REGULAR = 0.95
REGULAR_NAME = 0.85
# Probability that is kept for nearly impossible spellings, so that excluding every alternative proves
# nothing.
STRANGE = 0.002
# Languages that make one word of several.  A spelling that begins or ends with a listed word is likelier, by
# SUPPORT for each of its occurrences per billion.  LAST and FIRST are the letters that such a word must have,
# BEFORE_LAST and BEHIND_FIRST those of the rest.  Of 5,902 words of these languages in question marks, this
# restores 18 more in 1,000, and .6 in 1,000 wrongly.
COMPOUNDING = frozenset({"da", "de", "fi", "is", "nb", "nl", "sv"})
SUPPORT = 0.1
CERTAIN = 0.95  # a spelling with more than this share needs no such support
LAST, BEFORE_LAST, FIRST, BEHIND_FIRST = 5, 3, 6, 5
# The reading that stands for all words that no reading names.
ANOTHER = ""


def spelled_shares(token: str, corrupt: Corrupt, languages: Languages, opening: bool) -> dict[str, float]:
    """Return the share of each spelling of an unlisted word, in each case it may have, and of all others."""
    letters = plain_letters(token)
    title = opening or english(languages) > 0.5
    # Names are spelled less regularly than words; in German a capital may be that of a noun.
    german = is_german(languages)
    trust = REGULAR_NAME if letters[0].isupper() and not opening and not german else REGULAR
    share, spelled = _spell(token, corrupt, languages)
    shares: dict[str, float] = defaultdict(float)
    shares[ANOTHER] = share + STRANGE - trust * sum([probability for probability, _ in spelled])
    for probability, word in spelled:
        cases = fitting(word, token, corrupt, title)
        for cased in islice(cases, 1) if title or german else cases:
            shares[cased] += trust * probability
    return shares


def _spell(token: str, corrupt: Corrupt, languages: Languages) -> tuple[float, Sequence[tuple[float, str]]]:
    """Return the probability of all spellings of an unlisted word, and the likeliest ones with theirs."""
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
