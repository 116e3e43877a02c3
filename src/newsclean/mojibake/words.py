"""Accented words that tell what a damaged one was: `Jos?©`, `S??o`, `Erdo?an`.

A word that lost its accented letters keeps its ASCII ones, so the file beside this module is sorted
by just these, and a bisection over its bytes finds every word that a damaged one may have been.
`tools/build_words.py` makes the file and docs/words.md says where its words come from.
"""

import mmap
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import as_file, files
from itertools import islice
from math import log10

Channel = Callable[[str], str]
Languages = Mapping[str, float]

ACCENTED = bytes(range(128, 256))
PART = re.compile(r"([-'’])")
WORD = re.compile(r"[^\W\d_]+")
# log10 of occurrences per billion words, and the distance that the next candidate must keep.
# Measured on news in twelve languages: docs/words.md.
FLOOR = 2.5
MARGIN = 0.5
# A word seldom stands beside a quotation mark or a dash: log10 of its share, about.
MARK = 1.5
# The zipf value given to a plain word that the file does not list: it may be any name.
UNLISTED = 4.0
# The share of a text that is names and words of other languages than its own.
FOREIGN = 0.01
# So many different words are enough to know a document's languages.
ENOUGH = 300


def restore(
    token: str, corrupt: Channel, languages: Languages | None = None, *, opening: bool = False
) -> str | None:
    """Return the word whose corrupted form is `token`, or None if that is undecided.

    `token` is one word as it stands in the damaged text, its own marks cut off; compounds are
    restored part by part.  `corrupt` is the channel that the text went through.  `languages` weighs
    the languages of the document, as `document_languages` finds them; without it all weigh the same.
    `opening` says that the word opens a sentence, which decides the case of a damaged first letter.
    """
    parts = PART.split(token)
    for index in range(0, len(parts), 2):
        if not parts[index] or (parts[index].isalpha() and parts[index].isascii()):
            continue
        restored = restore_part(parts[index], corrupt, languages, opening and index == 0)
        if restored is None:
            return None
        parts[index] = restored
    word = "".join(parts)
    return word if word != token and corrupt(word) == token else None


def restore_part(token: str, corrupt: Channel, languages: Languages | None, opening: bool) -> str | None:
    """Return the one candidate that is frequent enough and far enough before the next."""
    ranked = sorted(candidates(token, corrupt, languages, opening), reverse=True)
    if not ranked or ranked[0][0] < FLOOR:
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN:
        return None
    return ranked[0][1]


def candidates(
    token: str, corrupt: Channel, languages: Languages | None, opening: bool
) -> Iterator[tuple[float, str]]:
    """Yield (zipf, word in its case) for each word that the channel turns into `token`."""
    letters = "".join(char for char in token if char.isascii() and char.isalpha())
    if not letters and not token.strip("?\ufffd"):
        return
    plain = UNLISTED
    title = opening or (languages or {}).get("en", 0) > 0.5
    for word, frequencies in lookup(letters.lower()):
        score = weigh(frequencies, languages)
        if word.isascii():
            plain = score
            continue
        for cased in casings(word, letters, title):
            if corrupt(cased) == token:
                yield score, cased
                break
    if letters and letters in token:
        yield plain - MARK, token


def casings(word: str, letters: str, title: bool) -> Iterator[str]:
    """Yield the ways to write `word` that keep the ASCII `letters` in their case, likeliest first.

    `title` says that a first letter of unknown case is rather a capital.  Inside a word a damaged
    letter follows its neighbours: it is a capital between two capitals.
    """
    known = iter(letters)
    spelled = [next(known) if char.isascii() else char for char in word]
    for index in range(1, len(spelled)):
        following = spelled[index + 1 : index + 2] or spelled[max(index - 2, 0) : index - 1]
        if spelled[index - 1].isupper() and "".join(following).isupper():
            spelled[index] = spelled[index].upper()
    capital = [spelled[0].upper(), *spelled[1:]]
    yield "".join(capital if title or "".join(spelled[1:2]).isupper() else spelled)
    yield "".join(spelled)
    yield "".join(capital)
    yield "".join(spelled).upper()


def weigh(frequencies: Mapping[str, float], languages: Languages | None) -> float:
    """Return the zipf value that a word has in a document of these languages."""
    highest = max(frequencies.values())
    if languages is None:
        return highest
    own = sum(share * 10 ** frequencies[code] for code, share in languages.items() if code in frequencies)
    return log10(own + FOREIGN * 10**highest)


def document_languages(text: str) -> dict[str, float]:
    """Return the shares, 0 to 1, that each language has in the intact words of `text`.

    Each word votes for the languages that use it, in proportion; two rounds, the second of which
    starts from the shares that the first found, leave the related languages behind.
    """
    counts = Counter(match.group().lower() for match in WORD.finditer(text))
    votes = []
    for word, count in islice(counts.most_common(), ENOUGH):
        for found, frequencies in lookup("".join(char for char in word if char.isascii())):
            if found == word:
                votes.append((count, {code: 10**zipf for code, zipf in frequencies.items()}))
    shares: dict[str, float] = {}
    for _ in range(4):
        totals: dict[str, float] = defaultdict(float)
        for count, frequency in votes:
            weighted = {
                code: shares.get(code, 0 if shares else 1) * value for code, value in frequency.items()
            }
            whole = sum(weighted.values())
            for code, value in weighted.items():
                totals[code] += count * value / whole if whole else 0
        everything = sum(totals.values())
        shares = {code: value / everything for code, value in totals.items() if value > everything / 100}
    return shares


def lookup(letters: str) -> Iterator[tuple[str, dict[str, float]]]:
    """Yield each word of the file whose ASCII letters are `letters`, with its zipf by language."""
    data = load()
    key = letters.encode()
    low, high = 0, len(data)
    while low < high:
        middle = data.rfind(b"\n", 0, (low + high) // 2) + 1
        end = data.find(b"\n", middle)
        if skeleton(data[middle:end]) < key:
            low = end + 1
        else:
            high = middle
    while low < len(data):
        end = data.find(b"\n", low)
        line = data[low:end]
        if skeleton(line) != key:
            return
        word, _, codes = line.decode().partition(" ")
        yield word, {codes[i : i + 2]: int(codes[i + 2 : i + 4]) / 10 for i in range(0, len(codes), 4)}
        low = end + 1


def skeleton(line: bytes) -> bytes:
    """Return the ASCII letters of the word that a line of the file starts with."""
    return line[: line.find(b" ")].translate(None, ACCENTED)


@cache
def load() -> mmap.mmap:
    """Map the word file into memory; nothing of it is read before it is needed."""
    with as_file(files(__package__) / "words.txt") as path, path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
