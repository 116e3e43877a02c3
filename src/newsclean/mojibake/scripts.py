"""Text in Cyrillic, Greek, Hebrew or Arabic whose lines were read in the 8-bit codec of another script.

Every letter became another character, and nothing is lost: `Новые правила` is `Íîâûå ïðàâèëà` where
Windows-1251 was read as Windows-1252, and `мНБШЕ ОПЮБХКЮ` where it was read as KOI8-R.  A misread line is
known by its pairs of neighbouring letters: read in the codec in which it was written, nearly all of them are
common in a language of that script (pairs.txt); as it stands, hardly any is.  A line is read anew as a whole
or not at all.  `tools/build_words.py` makes the file, and docs/words.md says from what.
"""

import os
from functools import cache
from itertools import pairwise, product
from sys import intern

from newsclean.edits import NO_EDITS, Edits, rewritten
from newsclean.lines import Lines, in_parts
from newsclean.mojibake.gate import may_be_misread

# The codecs in which each script is written (of KOI8 the one with the Ukrainian letters), and those in which
# text in any of them is misread.
WRITTEN = {
    "Cyrillic": ("cp1251", "koi8_u", "cp866", "iso8859_5", "mac_cyrillic"),
    "Greek": ("cp1253",),
    "Hebrew": ("cp1255",),
    "Arabic": ("cp1256",),
}
READ = (
    *("cp1252", "cp1250", "cp1254", "cp1251", "cp866", "koi8_r", "cp437", "cp850", "mac_roman"),
    *("cp1253", "cp1255", "cp1256", "cp1257", "cp852", "mac_latin2"),
)
# Of the pairs of letters in running text, 95 in 100 are in the file.  A document is misread if, once it is
# reread, it has at least FEWEST_PAIRS and a share of SURE is in the file: right readings of the shortest
# sentences have .85, wrong ones .7 at most.  In such a document, LIKELY is enough for a line, and a line that
# has it as it stands is text already.
SURE, FEWEST_PAIRS = 0.8, 8
LIKELY = 0.6
# Characters by which the codec of a document is chosen.
SAMPLE = 300
# Characters between words, in any of these codecs.
BETWEEN_WORDS = frozenset("\xa0«»“”„‘’‚–—…•·№§©®™°")
UNREAD = "\ufffd"
# To have the codec leave out what is not ASCII takes four times as long as to delete it from UTF-8.
ANY, BEYOND_ASCII = ("utf-8", "surrogatepass"), bytes(range(0x80, 0x100))
# Drawn lines, which could be read as letters; but no word has a letter three times in a row.
RULES = ("───", "═══")


class Misreading:
    """The codec in which a text may have been written, the one in which it was read, and how to undo that."""

    __slots__ = ("pairs", "read", "table", "written")

    def __init__(self, written: str, read: str, table: dict[str, str], pairs: frozenset[str]) -> None:
        """Take two codecs, the table from the second to the first, and the script's common pairs."""
        self.written = written
        self.read = read
        self.table = table
        self.pairs = pairs


def repair(lines: Lines) -> tuple[Lines, Edits]:
    """Return the lines, the misread ones as they were written, and an edit for each of these."""
    foreign = [line for line in lines if _is_foreign(line)]
    if not foreign or not may_be_misread(lines.text):
        return lines, NO_EDITS
    reading = _elect("".join([line for line in foreign if not _is_native(line)])[:SAMPLE])
    if reading is None:
        return lines, NO_EDITS
    reread = (_reread(line, reading) for line in lines)
    return rewritten(lines, reread, f"misread:{reading.written} as {reading.read}")


def _is_foreign(line: str) -> bool:
    """Tell whether most of `line` is beyond ASCII."""
    if line.isascii():
        return False
    plain = sum([len(part.encode(*ANY).translate(None, BEYOND_ASCII)) for part in in_parts(line)])
    return 2 * plain < len(line)


def _is_native(line: str) -> bool:
    """Tell whether a line is likely text as it stands, or a table."""
    if any(rule in line for rule in RULES):
        return True
    common, pairs = _count(line, frozenset().union(*_pairs().values()))
    return common >= LIKELY * pairs


def _elect(sample: str) -> Misreading | None:
    """Return the misreading whose undoing gives most common pairs, or None if none makes `sample` a text."""
    best, most = None, 0
    for reading in _misreadings():
        if not _explains(reading, sample):
            continue
        common, pairs = _count(_translated(sample, reading.table), reading.pairs)
        if common > most and common >= SURE * pairs and pairs >= FEWEST_PAIRS:
            best, most = reading, common
    return best


def _explains(reading: Misreading, text: str) -> bool:
    """Tell whether all letters of `text` can come from the misreading: none was added after it."""
    return all(char < "\x80" or char in reading.table for char in set(text) if char.isalpha())


def _reread(line: str, reading: Misreading) -> str:
    common, pairs = _count(_translated(line, reading.table), reading.pairs)
    if not pairs or common < LIKELY * pairs or not _explains(reading, line) or _is_native(line):
        return line
    return "".join([reading.table.get(character, character) for character in line])


def _translated(text: str, table: dict[str, str]) -> str:
    """Return `text` reread, with U+FFFD for characters beyond ASCII that are not in the table."""
    return "".join([table.get(char, char if char < "\x80" else UNREAD) for char in text])


def _count(text: str, common: frozenset[str]) -> tuple[int, int]:
    """Count the pairs of letters in `text` with a character beyond ASCII: those in `common`, and all."""
    found = total = 0
    for left, right in pairwise(text):
        if (left > "\x7f" or right > "\x7f") and not _separates(left) and not _separates(right):
            total += 1
            found += (left + right).lower() in common and not (left.islower() and right.isupper())
    return found, total


def _separates(character: str) -> bool:
    """Tell whether a character stands between words."""
    return character in BETWEEN_WORDS or (character < "\x80" and not character.isalpha())


@cache
def _misreadings() -> list[Misreading]:
    return [
        Misreading(written, read, _table(written, read), _pairs()[script])
        for script, codecs in WRITTEN.items()
        for written, read in product(codecs, READ)
        if written != read
    ]


def _table(written: str, read: str) -> dict[str, str]:
    """Return the character that was written for each character beyond ASCII that was read.

    A byte for which `read` has no character, and any byte if that is Windows-1252, may stand as a control.  A
    mark that would stand for a sign, not for a letter, has been added since and stays.
    """
    table = {}
    for code in range(0x80, 0x100):
        byte = bytes([code])
        character = byte.decode(written, "ignore") or UNREAD
        if read == "cp1252" or not byte.decode(read, "ignore"):
            table[chr(code)] = character
        table[byte.decode(read, "ignore")] = character
    table.pop("", None)
    return {
        intern(char): intern(char if char in BETWEEN_WORDS and not meant.isalpha() else meant)
        for char, meant in table.items()
        if meant != UNREAD
    }


@cache
def _pairs() -> dict[str, frozenset[str]]:
    """Return the common pairs of letters by script: each line of the file has a name, and pairs in a row."""
    with open(f"{os.path.dirname(__file__)}/pairs.txt", encoding="utf-8") as file:
        sections = [line.split() for line in file]
    return {name: frozenset(map("".join, zip(row[::2], row[1::2], strict=True))) for name, row in sections}
