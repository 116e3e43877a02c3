"""The weights of the listed words that a damaged word may have been."""

from collections import defaultdict
from itertools import islice

from newsclean.mojibake.lossy.channels import Corrupt
from newsclean.mojibake.lossy.letters.beside_marks import PLAIN
from newsclean.mojibake.lossy.letters.casing import fitting, is_german, is_name
from newsclean.mojibake.lossy.letters.lexicon import Languages, Listed, english, lookup, weigh

# The numbers below were found on news in twenty languages: docs/words.md.
# log10 of the weight from which on a listed word is so frequent that no unlisted one matters.
CLEAR = 4.7
# The shares of a text that are words of other languages than its own: names, and others.
FOREIGN, BORROWED = 0.01, 0.002
# How usual it is in German, relative to the usual case, that a noun is written small, or another word with a
# capital within a sentence.
MISCASED = 0.05


def listed_readings(
    listed: Listed, token: str, corrupt: Corrupt, languages: Languages, opening: bool
) -> defaultdict[str, float]:
    """Return those of the `listed` words that have accents and may have been `token`, with their weights."""
    title = opening or english(languages) > 0.5
    foreign = FOREIGN if _may_be_name(token, languages) else BORROWED
    weights: defaultdict[str, float] = defaultdict(float)
    german: dict[str, bool] = {}  # German words, and whether they are in their usual case
    for word, zipfs in listed:
        if not word.isascii():
            for cased in islice(fitting(word, token, corrupt, title or is_name(zipfs)), 1):
                weights[cased] += weigh(zipfs, languages, foreign)
                if zipfs.get("de") == max(zipfs.values()):
                    german[cased] = cased[0].isupper() == word[0].isupper()
    if len({*german.values()}) > 1 and is_german(languages) and not (opening and token[0].isupper()):
        for cased, usual in german.items():
            weights[cased] *= 1.0 if usual else MISCASED
    return weights


def _may_be_name(token: str, languages: Languages) -> bool:
    """Tell whether a token may be a name by its first letter; in German a capital does not show that."""
    return not token[0].isalpha() or (token[0].isupper() and not is_german(languages))


def lone_readings(token: str, corrupt: Corrupt, languages: Languages, opening: bool) -> dict[str, float]:
    """Return the words without a plain letter, as `à`, that a token may have been, with their weights."""
    weights = {
        cased: weight
        for word, zipfs in lookup("")
        for cased in islice(fitting(word, token, corrupt, opening), 1)
        if (weight := weigh(zipfs, languages, foreign=0.0)) > 10**PLAIN
    }
    return weights if sum(weights.values()) > 10**CLEAR else {}
