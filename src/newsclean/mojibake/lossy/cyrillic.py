"""Cyrillic whose UTF-8 was read in Windows-1252, which has no place for five bytes: `моÑ?квичка`.

Of the small letters с, э and я are lost so, of the capitals А and Н, and ” among the marks.  The first byte
of a letter is left, and behind it whatever stands for the lost one; which letter it was, the letters around
tell (letters.txt).  Where they do not, what stands there is left in an otherwise readable word.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from newsclean.edits import Edit, compare
from newsclean.mojibake.lossy.letters import fill

CODEC = "sloppy-windows-1252"
# What a second byte became, and, of these, the marks of Windows-1252: where none of them stands behind a
# first byte, they were lost as well, and half of all letters with them.
SECOND = "\x80-\x9f" + re.escape(bytes(range(0x80, 0xC0)).decode("cp1252", "ignore"))
MARKED = re.compile("[ÐÑ][€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
LOSS = re.compile(f"([ÐÑ])(?![{SECOND}])([?\ufffd]?)")
CLOSING = re.compile("â€(?:[?\ufffd]|(?=[\\s.,:;!)]|$))")
# The letters that a first byte may have opened, and the one that stands for any of them while a line is read,
# which no news has.
CHOICES = {"Ñ": "сэя", "Ð": "ан"}
GAPS = {"Ñ": "\u046b", "Ð": "\u0469"}
WORD = re.compile("[\u0400-\u04ff]+")
# The letters by which a language is known.  Bulgarian has none of its own; a line of Russian may have none.
TELLING = {"uk": "іїєґ", "mk": "јљњќѓѕ", "ru": "ыё"}
UNKNOWN = {"ru": 0.5, "bg": 0.5}
# The probability that a word must have, as in `words`.  Of 1,700 lost letters in seven articles 90 in 100
# come back and .5 are wrong; at .7, 93 and 1.3.
SURE = 0.84


class Gap(NamedTuple):
    """What is left of a letter: the first of its two bytes, and what stands for the second."""

    head: str
    lost: str


def repair(lines: list[str]) -> tuple[list[str], list[Edit]]:
    """Return `lines`, as many, with the letters of Cyrillic that can be told, and an edit for each change."""
    text = "".join(lines)
    if not MARKED.search(text) or not LOSS.search(text):
        return lines, []
    import ftfy.bad_codecs  # noqa: F401  (registers CODEC)

    languages = _languages(text.encode(CODEC, "replace").decode("utf-8", "ignore"))
    restored = [_restored(line, languages) if LOSS.search(line) else line for line in lines]
    return restored, compare(lines, restored, "mojibake:utf-8 > windows-1252")


def _languages(text: str) -> dict[str, float]:
    """Return the shares of the languages that a text may be in, as its letters tell."""
    known = [code for code, letters in TELLING.items() if not set(letters).isdisjoint(text)]
    return {known[0]: 1.0} if known else UNKNOWN


def _restored(line: str, languages: dict[str, float]) -> str:
    gaps = (Gap(*found) for found in LOSS.findall(line))
    whole = LOSS.sub(lambda found: GAPS[found[1]].encode().decode(CODEC), CLOSING.sub("â€\x9d", line))
    try:
        read = whole.encode(CODEC).decode()
    except UnicodeError:
        return line
    return WORD.sub(lambda word: _filled(word[0], gaps, languages), read)


def _filled(word: str, gaps: Iterator[Gap], languages: dict[str, float]) -> str:
    """Return a word with its letters, or with what is left of them if they are in doubt."""
    left = [next(gaps) if char in GAPS.values() else None for char in word]
    if not any(left):
        return word
    slots = [
        (char.lower(), CHOICES[gap.head] if gap else char.lower())
        for char, gap in zip(word, left, strict=True)
    ]
    best = fill(slots, languages)[0]
    if best.probability < SURE:
        return "".join("".join(gap) if gap else char for char, gap in zip(word, left, strict=True))
    return "".join(
        (letter.upper() if gap.head == "Ð" else letter) if gap else char
        for char, letter, gap in zip(word, best.word, left, strict=True)
    )
