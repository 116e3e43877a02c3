#!/usr/bin/env python3
"""Build src/newsclean/mojibake/words.txt, the accented words that a damaged one may have been.

    python3 -m venv .venv-words
    .venv-words/bin/pip install wordfreq==3.1.1 german-nouns==1.2.5 babel==2.18.0
    .venv-words/bin/python tools/build_words.py

The same versions give the same bytes.  docs/words.md tells what each source is for and what its
licence asks of whoever passes the file on.
"""

import csv
import re
from importlib.resources import files
from itertools import chain
from math import log10
from pathlib import Path

import babel
import wordfreq

TARGET = Path(__file__).parent.parent / "src/newsclean/mojibake/words.txt"

# How many accented words each language contributes, most frequent first.  Inflected languages need
# more of them for the same share of a text; a name mostly comes from the language it is at home in.
LANGUAGES = {
    "ca": 4000,
    "cs": 20000,
    "da": 4000,
    "de": 14000,
    "en": 1200,
    "es": 8000,
    "fi": 8000,
    "fr": 9000,
    "hu": 9000,
    "is": 5000,
    "it": 1500,
    "lt": 4000,
    "lv": 4000,
    "nb": 5000,
    "nl": 1200,
    "pl": 14000,
    "pt": 8000,
    "ro": 7000,
    "sh": 7000,
    "sk": 7000,
    "sl": 5000,
    "sv": 9000,
    "tr": 14000,
}
# Plain words that tell a language: enough of them stand in any paragraph.
FUNCTION_WORDS = 150

# Letters that are words by themselves; the lists hold all others too, as symbols and initials.
LONE_LETTERS = set("àáéèíóúåöaeiouy")

LETTERS = re.compile(r"[a-z\u00df-\u024f\u1e00-\u1eff]+")
Frequencies = dict[str, float]


def skeleton(word: str) -> str:
    """Return what damage leaves of a word: its ASCII letters."""
    return "".join(char for char in word if char.isascii()).lower()


def accented_edge(word: str) -> bool:
    """Tell whether the damaged word could be read as a plain one beside a damaged mark."""
    return not (word[0].isascii() and word[-1].isascii())


def read(language: str) -> Frequencies:
    """Return a language's words with their zipf value: log10 of occurrences per billion words."""
    return {
        word: log10(frequency) + 9
        for word, frequency in wordfreq.get_frequency_dict(language, "best").items()
        if LETTERS.fullmatch(word) and (len(word) > 1 or word in LONE_LETTERS)
    }


def add_sharp_s(words: Frequencies) -> None:
    """Offer each German word in ss with ß as well: wordfreq folds the two into one.

    A damaged letter can only have been the ß, whatever the word's spelling today.
    """
    for word, zipf in list(words.items()):
        for match in re.finditer("(?<=.)ss", word):
            words[f"{word[: match.start()]}ß{word[match.end() :]}"] = zipf


def add_dotted_capital(words: Frequencies) -> None:
    """Offer Turkish words in i with the İ that they get as names and at the start of sentences."""
    for word, zipf in list(words.items()):
        if word[0] == "i" and len(word) > 3:
            words["İ" + word[1:]] = zipf - 0.5


def names() -> set[str]:
    """Return the words that are always capital: German nouns, countries and cities."""
    with (files("german_nouns") / "nouns.csv").open(encoding="utf-8") as file:
        nouns = {form for row in csv.reader(file) for form in row[7:]}
    locales = [babel.Locale("hr" if code == "sh" else code) for code in LANGUAGES]
    places = {
        place
        for locale in locales
        for place in chain(
            locale.territories.values(), (zone.get("city", "") for zone in locale.time_zones.values())
        )
    }
    return {name for name in nouns | places if name.istitle() and name.isalpha()}


def choose(words: dict[str, Frequencies]) -> set[str]:
    """Choose the most frequent accented words, and the plain words that they compete with."""
    chosen: set[str] = set()
    for language, count in LANGUAGES.items():
        ranked = sorted(words[language], key=lambda word: (-words[language][word], word))
        chosen.update([word for word in ranked if not word.isascii()][:count])
        chosen.update([word for word in ranked if word.isascii()][:FUNCTION_WORDS])
    return chosen | {skeleton(word) for word in chosen if accented_edge(word)}


def main() -> None:
    """Write the file: one word a line, then the languages that use it and ten times its zipf in each."""
    words = {language: read(language) for language in LANGUAGES}
    add_sharp_s(words["de"])
    add_dotted_capital(words["tr"])
    # The case of a word matters only where the damage hides it.
    capital = {name.lower(): name for name in names() if not name[0].isascii()}
    lines = []
    for word in choose(words):
        codes = "".join(
            f"{code}{round(10 * words[code][word]):02}" for code in LANGUAGES if word in words[code]
        )
        if codes:
            cased = capital.get(word, word)
            lines.append((skeleton(word), cased, codes))
    TARGET.write_text("".join(f"{word} {codes}\n" for _, word, codes in sorted(lines)), "utf-8")


if __name__ == "__main__":
    main()
