"""The list of words: which of them a damaged one may have been, and how often each occurs.

A word that lost its accented letters keeps its ASCII ones, so words.txt beside this module is sorted
by just these, and a bisection over its bytes finds every word that a damaged one may have been.
`tools/build_words.py` makes the file and docs/words.md says where its numbers come from.
"""

import mmap
import os
import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache, lru_cache
from math import inf

# The share of each language in a document; and words of the file, each with its zipf (log10 of
# occurrences per billion) by language.
Languages = Mapping[str, float]
Listed = list[tuple[str, dict[str, float]]]

# What parts a compound.
PART = r"([-'’])"
ACCENTED = bytes(range(128, 256))
LOWER = bytes(range(128)).lower() + ACCENTED
NO_LETTERS = bytes(byte for byte in range(128) if not chr(byte).isalpha())
# The share of a text that is names of another language than its own.
FOREIGN = 0.01
# From here on a word belongs to the grammar of its language, and none other borrows it, but English, where
# most letters beyond ASCII are of what it quotes: a zipf value.
GRAMMAR = 5.5
# Bytes of the word file that are looked through at one time, of which the first words are remembered; and the
# longest line.
BLOCK, LONGEST_LINE = 1 << 10, 160


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


def frequency(word: str, languages: Languages) -> float:
    """Return how often a word occurs in a document of these languages, per billion, in either case."""
    found = [zipfs for known, zipfs in lookup(plain_letters(word)) if known.lower() == word]
    return max([weigh(zipfs, languages, foreign=0.0) for zipfs in found], default=0.0)


def weigh(zipfs: Mapping[str, float], languages: Languages, foreign: float = FOREIGN) -> float:
    """Return how often a word occurs, per billion, in a document of these languages and `foreign` ones."""
    own = sum(share * 10 ** zipfs[code] for code, share in languages.items() if code in zipfs)
    most = inf if not languages or english(languages) > 0.5 else GRAMMAR
    return own + (foreign if languages else 1.0) * 10 ** min(max(zipfs.values()), most)


def english(languages: Languages) -> float:
    """Return the share of English, where a damaged first letter is mostly that of a name."""
    return languages.get("en", 0.0)


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
