"""The list of words: which of them a damaged one may have been, and how often each occurs.

A word that lost its accented letters keeps its ASCII ones.  So words.txt beside this module is sorted by
these, and a bisection over its bytes finds every word that a damaged one may have been.
`tools/build_words.py` makes the file and docs/words.md says where its numbers come from.
"""

import os
import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from itertools import takewhile
from math import inf

from newsclean.tables import Table

# The share of each language in a document; and words of the file, each with its zipf value (log10 of
# occurrences per billion words) by language.
Languages = Mapping[str, float]
Listed = list[tuple[str, dict[str, float]]]

# What separates the parts of a compound.
PART = r"([-'’])"
ACCENTED = bytes(range(128, 256))
LOWER = bytes(range(128)).lower() + ACCENTED
NO_LETTERS = bytes(byte for byte in range(128) if not chr(byte).isalpha())
# The zipf value from which on a word belongs to the grammar of its language, so that no other language
# borrows it; except English, where most letters beyond ASCII are in quotations.
GRAMMAR = 5.5
WORDS = f"{os.path.dirname(__file__)}/words.txt"
# Bytes of the file in a block, more than the longest line has.  Two blocks are read at a time, and the first
# word of each block is remembered.
BLOCK = 1 << 10
# ASCII letters by which words begin alike: fewer are of more words than three blocks hold.
ALIKE = 4


@lru_cache(1 << 10)  # each rival channel asks for the words of a document again
def is_listed(word: str) -> bool:
    """Tell whether a word, or each part of a compound, is on the list, in any language."""
    return all(
        part.isascii() or part.lower() in [known.lower() for known, _ in lookup(plain_letters(part).lower())]
        for part in re.split(PART, word)
    )


@lru_cache(1 << 9)
def may_be_accented(plain: str) -> bool:
    """Tell whether a word of which `plain` is left may be a listed one with accents."""
    return any(not word.isascii() for word, _ in lookup(plain_letters(plain).lower()))


def frequency(word: str, languages: Languages) -> float:
    """Return how often a word occurs, per billion, in a document of these languages, small or capitalised."""
    found = [zipfs for known, zipfs in lookup(plain_letters(word)) if known.lower() == word]
    return max([weigh(zipfs, languages, foreign=0.0) for zipfs in found], default=0.0)


def weigh(zipfs: Mapping[str, float], languages: Languages, foreign: float) -> float:
    """Return how often a word occurs, per billion, in a document of these languages.

    `foreign` is the share of the document that is words of any other language.
    """
    own = sum(share * 10 ** zipfs[code] for code, share in languages.items() if code in zipfs)
    most = inf if not languages or english(languages) > 0.5 else GRAMMAR
    return own + (foreign if languages else 1.0) * 10 ** min(max(zipfs.values()), most)


def english(languages: Languages) -> float:
    """Return the share of English, in which a lost first letter is mostly that of a name."""
    return languages.get("en", 0.0)


def plain_letters(word: str) -> str:
    """Return what damage leaves of a word: its ASCII letters."""
    return word.encode("ascii", "ignore").translate(None, NO_LETTERS).decode()


@lru_cache(1 << 9)
def lookup(letters: str) -> Listed:
    """Return each word of the file whose ASCII letters are `letters`, with its zipf by language."""
    key = letters.encode()
    block = bisect_left(range(1, _blocks()), key, key=_first_in) + 1
    # The first of these words is in the block before, or in the first line of this one.
    lines = _lines_of(block - 1)
    before, opened, _ = (b"\n" + lines.translate(LOWER, ACCENTED)).partition(b"\n%b " % key)
    if not opened:
        return []
    found = []
    rest = lines.split(b"\n", before.count(b"\n"))[-1]
    for line in takewhile(lambda line: skeleton(line) == key, _and_further(rest, block + 1)):
        word, _, codes = line.decode().partition(" ")
        found.append((word, dict(_use(codes[at : at + 4]) for at in range(0, len(codes), 4))))
    return found


@lru_cache(1 << 4)
def beginning_alike(letters: str) -> list[tuple[str, str]]:
    """Return listed words, in small letters, that begin with the same ASCII letters, and who uses them.

    They are those that stand next to where a word of these `letters` does, with the codes of the languages.
    """
    key = letters[:ALIKE].encode()
    block = bisect_left(range(1, _blocks()), letters.encode(), key=_first_in) + 1
    data = _read(max(0, block - 2), 3)
    begun = (b"\n" + data).translate(LOWER, ACCENTED)
    first, last = begun.find(b"\n" + key), begun.rfind(b"\n" + key)
    if first < 0:
        return []
    # A line that the blocks cut in two has no end, or no start.
    lines = data.split(b"\n")[:-1][begun.count(b"\n", 0, first) or 1 : begun.count(b"\n", 0, last) + 1]
    return [(word.lower(), codes) for word, _, codes in (line.decode().partition(" ") for line in lines)]


@cache
def _use(cell: str) -> tuple[str, float]:
    """Return the language and zipf value in a cell of the file; cached, as all words share a few."""
    return cell[:2], int(cell[2:]) / 10


@cache
def _first_in(block: int) -> bytes:
    """Return the plain letters of the first line of a block."""
    return skeleton(_lines_of(block))


def _lines_of(block: int) -> bytes:
    """Return the file from the first line of a block to the end of the next block."""
    data = _read(block)
    return data[data.index(b"\n") + 1 :] if block else data


def _and_further(lines: bytes, block: int) -> Iterator[bytes]:
    """Yield lines without their ends: those given, then those of the file from a block on."""
    while True:
        line, end, lines = lines.partition(b"\n")
        if end:
            yield line
        elif data := _read(block):
            lines = line + data
            block += 2
        else:
            return


def skeleton(line: bytes) -> bytes:
    """Return the ASCII letters, in lower case, of the word at the start of a line of the file."""
    return line[: line.find(b" ")].translate(LOWER, ACCENTED)


@cache
def _blocks() -> int:
    """Return the number of blocks in the file; the last one includes the rest."""
    return len(_words()) // BLOCK


def _read(block: int, blocks: int = 2) -> bytes:
    """Return some blocks of the file."""
    return _words()[block * BLOCK : (block + blocks) * BLOCK]


@cache
def _words() -> Table:
    return Table(WORDS)
