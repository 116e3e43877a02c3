#!/usr/bin/env python3
"""Build words.txt, letters.txt and pairs.txt, which tell what damaged words and letters may have been.

    pip install -e '.[fit]'
    python tools/build_words.py

The same versions of the sources give the same bytes.  docs/words.md says what each source is for and what its
licence asks of whoever passes the files on.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Callable, Container, Iterator
from functools import partial
from importlib.resources import files
from itertools import accumulate, chain, pairwise
from math import log2, log10
from pathlib import Path

import babel
import wordfreq

TARGET = Path(__file__).parent.parent / "src/newsclean/mojibake"

# How many accented words each language contributes, most frequent first.  Inflected languages need more of
# them to cover the same share of a text; a name mostly comes from the list of its own language.
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
    "it": 3500,
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
# How many of the next ones do that have so many plain letters: they tell of other forms of their stems where
# wordfreq has few.  A shorter one fits what is left of names in other languages, as ādā does of Łódź.
FURTHER = {
    "ca": 1000,
    "da": 1000,
    "hu": 6000,
    "is": 7000,
    "lt": 9000,
    "lv": 7000,
    "ro": 1500,
    "sh": 1500,
    "sk": 4000,
    "sl": 2000,
    "tr": 3000,
}
LONG = 4
# How many plain words are listed to tell a language: enough of so many stand in any paragraph.
FUNCTION_WORDS = 150

# Languages that inflect names of countries, and the letters that all forms share.
INFLECTED = ("cs", "lt", "lv", "pl", "sh", "sk", "sl")
STEM = 4
# A short word of this zipf value or more is no name, though it is part of some, as și and či are.
PARTICLE = 5.9
LONGEST_PARTICLE = 3  # letters
# Letters that are words by themselves; wordfreq lists all others too, as symbols and initials.
LONE_LETTERS = set("àáéèíóúåöaeiouy")

# From how many words of a language the contexts of its letters are learned, and how many of each language are
# learned from for "xx", the section for all languages.
SPELLED = 60_000
# The same for languages whose letters are lost in several ways, of which each takes contexts of its own.
SPELLED_WIDELY = 25_000
COMMON = 4_000
# How many letters a context has on the left and on the right; each widens the one before.
WIDTHS = ((0, 0), (1, 0), (1, 1), (2, 1), (2, 2), (3, 2), (3, 3), (4, 3), (4, 4))
# A context is kept if it tells so much more than the narrower one, in bits over all its words, and if so many
# words have it.
GAIN = 5.0
SEEN = 2
# What a word counts that is on the list, beside those that contexts are for: a fifth of the contexts tell of
# such words alone.
LISTED = 0.3
LEAST = 2  # percent of a context's gaps; a rarer letter counts as unseen there

# The languages in other scripts that lose letters where UTF-8 is read in Windows-1252; these letters; those
# that are lost with them in Windows-1254 or 1258, or where no-break spaces are dropped; and those that are
# lost at the head of a word, as capitals, in any of these ways or once quotation marks are straightened.
LOSING = {
    "Arabic": (("ar", "fa"), "ف", "في", ""),
    "Cyrillic": (("bg", "mk", "ru", "uk"), "сэя", "сэя", "анбвгдёрџэ"),
    "Greek": (("el",), "ΐρύ", "ΐϊρύώ", "ναβγδξπκέίύώ"),
    "Hebrew": (("he",), "אם", "אםמךנ", ""),
}
# What stands for any vowel sign of Arabic that is lost there (the lists have words without): a letter that
# only stretches a word.  A tenth of the words counts as having one, which is more than news has.
VOWEL_SIGN, SIGNED = "\N{ARABIC TATWEEL}", 0.1

# The scripts in which whole texts are misread, their letters, and the languages that pairs are learned from.
SCRIPTS = {
    "Arabic": ("[ء-غف-يپچژکگی]+", ("ar", "fa")),
    "Cyrillic": ("[а-яѐ-џґ]+", ("bg", "mk", "ru", "uk")),
    "Greek": ("[ΐά-ώ]+", ("el",)),
    "Hebrew": ("[א-ת]+", ("he",)),
}
# The share of a language's running text that the kept pairs of letters make up.
PAIRED = 0.95

LETTERS = re.compile(r"[a-z\u00df-\u024f\u1e00-\u1eff]+")
Frequencies = dict[str, float]
# How often each letter fills the gap of a context.
Counts = dict[str, dict[str, float]]


def skeleton(word: str) -> str:
    """Return what damage leaves of a word: its ASCII letters."""
    return "".join(char for char in word if char.isascii()).lower()


def accented_edge(word: str) -> bool:
    """Whether an accented letter is at an edge of a word, where damage may be read as a mark beside it."""
    return not (word[0].isascii() and word[-1].isascii())


def read(language: str) -> Frequencies:
    """Return a language's words with their zipf value: log10 of occurrences per billion words."""
    return {
        word: log10(frequency) + 9
        for word, frequency in wordfreq.get_frequency_dict(language, "best").items()
        if LETTERS.fullmatch(word) and (len(word) > 1 or word in LONE_LETTERS)
    }


def add_sharp_s(words: Frequencies) -> None:
    """Add the form with ß of each German word with ss: wordfreq counts the two as one.

    A damaged letter can only have been the ß, whatever the spelling of the word is today.
    """
    for word, zipf in list(words.items()):
        for match in re.finditer("(?<=.)ss", word):
            words[f"{word[: match.start()]}ß{word[match.end() :]}"] = zipf


def add_dotted_capital(words: Frequencies) -> None:
    """Add Turkish words that begin with i in the form with İ, which they have as names and in first place."""
    for word, zipf in list(words.items()):
        if word[0] == "i" and len(word) > 3:
            words["İ" + word[1:]] = zipf - 0.5


def german_nouns() -> tuple[set[str], set[str]]:
    """Return the German nouns, which are written with a capital, and those nouns that are verbs as well."""
    with (files("german_nouns") / "nouns.csv").open(encoding="utf-8") as file:
        rows = [*csv.reader(file)]
    nouns = {form for row in rows for form in row[7:]}
    infinitives = {row[0] for row in rows if row[2] == "n" and row[0].endswith(("en", "ern", "eln"))}
    return {name for name in nouns if name.istitle() and name.isalpha()}, infinitives


def locale(language: str) -> babel.Locale:
    """Return what Babel knows of a language."""
    return babel.Locale("hr" if language == "sh" else language)


def places() -> set[str]:
    """Return the words in the names of countries and cities, and their genitives in s."""
    names = {
        word
        for locale in map(locale, LANGUAGES)
        for name in chain(
            locale.territories.values(), (zone.get("city", "") for zone in locale.time_zones.values())
        )
        for word in name.split()
    }
    names = {name for name in names if name.istitle() and name.isalpha()}
    return names | {name + "s" for name in names}


def choose(words: dict[str, Frequencies]) -> set[str]:
    """Choose the most frequent accented words, and the plain words that they compete with."""
    chosen: set[str] = set()
    for language, count in LANGUAGES.items():
        ranked = sorted(words[language], key=lambda word: (-words[language][word], word))
        accented = [word for word in ranked if not word.isascii()]
        further = accented[count : count + FURTHER.get(language, 0)]
        chosen.update(accented[:count], [word for word in further if len(skeleton(word)) >= LONG])
        chosen.update([word for word in ranked if word.isascii()][:FUNCTION_WORDS])
    return chosen | {skeleton(word) for word in chosen if accented_edge(word)}


def stems(language: str) -> set[str]:
    """Return the first letters of countries' names, which their other cases and their adjectives share."""
    names = {word for name in locale(language).territories.values() for word in name.split()}
    return {name[:STEM].lower() for name in names if len(name) > STEM and not name[0].isascii()}


def cases(word: str, zipf: float, capitals: set[str], nouns: set[str], either: set[str]) -> list[str]:
    """Return the forms to list, with a capital, without, or both (words whose stem is in `either`).

    A plain first letter survives damage: its case tells German `nouns` from other words.
    """
    capital = word[0].upper() + word[1:]
    if word[0].isascii():
        return [capital if capital in nouns and not word.isascii() else word]
    if capital[0].isascii() or len(capital) != len(word):
        return [word]
    if capital in capitals and (zipf < PARTICLE or len(word) > LONGEST_PARTICLE):
        return [capital]
    return [word, capital] if word[:STEM] in either else [word]


def write_words(words: dict[str, Frequencies]) -> None:
    """Write a line for each word: the word, the languages that use it, and ten times its zipf in each."""
    names = places()
    nouns, verbs = german_nouns()
    german_names, only_nouns = names | nouns, nouns - verbs
    begin = {language: stems(language) for language in INFLECTED}
    lines = []
    for word in choose(words):
        zipfs = {code: round(10 * words[code][word]) for code in LANGUAGES if word in words[code]}
        codes = "".join(f"{code}{zipf:02}" for code, zipf in zipfs.items())
        home = max(zipfs, key=zipfs.__getitem__, default="")
        most = words[home][word] if home else 0.0
        either = begin.get(home, set())
        german = home == "de"  # French has its own œuvre
        capitals, plain = (german_names, only_nouns) if german else (names, set())
        spelled = cases(word, most, capitals, plain, either) if codes else []
        lines += [(skeleton(word), cased.lower(), cased, codes) for cased in spelled]
    text = "".join(f"{word} {codes}\n" for *_, word, codes in sorted(lines))
    (TARGET / "lossy" / "letters" / "words.txt").write_text(text, "utf-8")


def accented(word: str) -> Iterator[str]:
    """Yield what damage leaves of a word in Latin letters: `?` in place of each accented one."""
    yield "".join(char if char.isascii() else "?" for char in word)


def misread(word: str, lost: str, more: str, capitals: str) -> Iterator[str]:
    """Yield a word of another script with `?` for each lost letter, as a small word and with a capital."""
    for letters in dict.fromkeys((lost, more)):
        small = "".join("?" if char in letters else char for char in word)
        yield small
        if word[0] in capitals:
            yield "?" + small[1:]


def vowelled(words: Frequencies) -> Frequencies:
    """Return words with the same words with a vowel sign, which may stand behind any letter."""
    signed = {
        word[:at] + VOWEL_SIGN + word[at:]: times * SIGNED / len(word)
        for word, times in words.items()
        for at in range(1, len(word) + 1)
    }
    return words | signed


def count_letters(words: Frequencies, damage: Callable[[str], Iterator[str]]) -> Counts:
    """Count for each context the letters that `damage` loses there, each word as often as `words` says.

    Lost letters before a gap are known by the time it is read; a gap behind it stands for another.
    """
    counts: Counts = defaultdict(lambda: defaultdict(float))
    for word, times in words.items():
        for damaged in damage(word):
            before, behind = f"^{word}", f"^{damaged}$"
            for at, char in enumerate(behind):
                if char == "?":
                    for context in contexts_of(before[:at], behind[at + 1 :]):
                        counts[context][word[at - 1]] += times
    return counts


def contexts_of(before: str, behind: str) -> set[str]:
    """Return what stands around a gap, in each of the WIDTHS."""
    return {f"{before[max(0, len(before) - left) :]}_{behind[:right]}" for left, right in WIDTHS}


def shares(counts: Counts) -> dict[str, dict[str, float]]:
    """Return the share of each letter in the contexts that tell more than the narrower ones do."""
    kept: dict[str, dict[str, float]] = {}
    for context in sorted(counts, key=lambda context: (len(context), context)):
        count = counts[context]
        total = sum(count.values())
        if context != "_" and total < SEEN:
            continue
        prior = kept[narrower(context, kept)] if kept else {}
        smoothed = {
            letter: (count.get(letter, 0) + prior.get(letter, 0.0)) / (total + bool(prior))
            for letter in {*count, *prior}
        }
        gain = sum(
            share * log2(max(share, 0.001) / max(prior.get(letter, 0.0), 0.003))
            for letter, share in smoothed.items()
            if share > 0.003
        )
        if not prior or total * gain >= GAIN:
            kept[context] = smoothed
    return kept


def narrower(context: str, kept: Container[str]) -> str:
    """Return the widest context in `kept` that is narrower than `context`."""
    left, right = context.split("_")
    while True:
        left, right = (left[1:], right) if len(left) > len(right) else (left, right[:-1])
        if f"{left}_{right}" in kept:
            return f"{left}_{right}"


def most_frequent(words: Frequencies, count: int = SPELLED) -> list[str]:
    """Return the words from which contexts are learned."""
    return sorted(words, key=lambda word: (-words[word], word))[:count]


def read_script(language: str, script: str, count: int) -> Frequencies:
    """Return a language's words in a script with their occurrences per million, and one more."""
    letters, _ = SCRIPTS[script]
    frequencies = wordfreq.get_frequency_dict(language, "best")
    words = {word: frequency for word, frequency in frequencies.items() if re.fullmatch(letters, word)}
    return {word: 1 + 1e6 * words[word] for word in most_frequent(words, count)}


def write_letters(words: dict[str, Frequencies]) -> None:
    """Write a section for each language: contexts, and their letters with their share in percent, two digits.

    In Latin letters contexts serve for words on no list, where frequency means little, so each word counts
    once.  Other scripts have no list of words.
    """
    latin = {
        language: most_frequent({word: zipf for word, zipf in found.items() if not word.isascii()})
        for language, found in words.items()
    }
    latin["xx"] = sorted({word for found in latin.values() for word in found[:COMMON]})
    listed = choose(words)
    counts = {
        language: count_letters({word: LISTED if word in listed else 1.0 for word in found}, accented)
        for language, found in latin.items()
    }
    for script, (languages, lost, more, capitals) in LOSING.items():
        signs = VOWEL_SIGN if script == "Arabic" else ""
        damage = partial(misread, lost=lost + signs, more=more + signs, capitals=capitals)
        for language in languages:
            whole = read_script(language, script, SPELLED if more == lost else SPELLED_WIDELY)
            counts[language] = count_letters(vowelled(whole) if signs else whole, damage)
    with (TARGET / "lossy" / "letters" / "letters.txt").open("w", encoding="utf-8") as file:
        for language, count in sorted(counts.items()):
            file.write(f"[{language}]\n")
            beside: defaultdict[str, list[str]] = defaultdict(list)
            for context, letters in sorted(shares(count).items()):
                ranked = sorted(letters.items(), key=lambda pair: (-pair[1], pair[0]))
                percents = [(letter, min(99, round(100 * share))) for letter, share in ranked]
                left, _, right = context.partition("_")
                beside[f"{left[-1:]}_{right[:1]}"].append(
                    f"{left[:-1]}_{right[1:]} "
                    + "".join(f"{char}{n:02}" for char, n in percents if n >= LEAST)
                )
            for letters_beside, contexts in sorted(beside.items()):
                file.write("\t".join([letters_beside, *sorted(contexts, key=around)]) + "\n")


def around(context: str) -> str:
    """Return what stands around a gap, of a context with its letters."""
    return context.partition(" ")[0]


def common_pairs(language: str, letters: str) -> set[str]:
    """Return the most frequent pairs of neighbouring letters of a language."""
    weights: defaultdict[str, float] = defaultdict(float)
    for word, frequency in wordfreq.get_frequency_dict(language, "best").items():
        if re.fullmatch(letters, word):
            for pair in map("".join, pairwise(word)):
                weights[pair] += frequency
    ranked = sorted(weights, key=lambda pair: (-weights[pair], pair))
    sums = accumulate(weights[pair] for pair in ranked)
    most = PAIRED * sum(weights.values())
    return {pair for pair, reached in zip(ranked, sums, strict=True) if reached < most}


def write_pairs() -> None:
    """Write a line a script: its name, and the common pairs of its letters side by side."""
    with (TARGET / "pairs.txt").open("w", encoding="utf-8") as file:
        for script, (letters, languages) in SCRIPTS.items():
            pairs = set[str]().union(*(common_pairs(language, letters) for language in languages))
            file.write(f"{script} {''.join(sorted(pairs))}\n")


def main() -> None:
    """Write the three files."""
    words = {language: read(language) for language in LANGUAGES}
    add_sharp_s(words["de"])
    add_dotted_capital(words["tr"])
    write_words(words)
    write_letters(words)
    write_pairs()


if __name__ == "__main__":
    main()
