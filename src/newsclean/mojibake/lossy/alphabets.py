"""Other alphabets whose UTF-8 was read in Windows-1252, which has no place for five bytes: `моÑ?квичка`.

Thus Cyrillic loses с, э and я and the capitals А and Н; Greek ρ, ύ and Ν; Hebrew א and ם; Arabic ف; and of
the marks ” is lost.  The first byte of a letter is left, and after it whatever stands for the lost second
byte.  The letters around decide which letter it was (letters.txt); where they do not, the remains stay in an
otherwise readable word.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newsclean.edits import NO_EDITS, Edits, rewritten
from newsclean.lines import Lines
from newsclean.mojibake.lossy.letters import fill
from newsclean.mojibake.triggers import HEADS

CODEC = "sloppy-windows-1252"


class Opened(NamedTuple):
    """What a first byte may have opened: the letters, and whether they are capitals.

    `gap` stands for any of them while a line is read: a letter of the same alphabet that no news has.
    """

    letters: str
    capital: bool
    gap: str


OPENED = {
    "Ñ": Opened("сэя", False, "\u046b"),
    "Ð": Opened("ан", True, "\u0469"),
    "Ï": Opened("ρύ", False, "\u03f1"),
    "Î": Opened("ν", True, "\u03f0"),
    "×": Opened("אם", False, "\u05f0"),
    "Ù": Opened("ف", False, "\u06a4"),
}
GAPS = {opened.gap for opened in OPENED.values()}
# What second bytes became; and an expression for a first byte before those of them that are marks or letters
# of Windows-1252.  If it matches nowhere, these were lost as well, and half of all letters with them.
SECOND = "\x80-\x9f" + re.escape(bytes(range(0x80, 0xC0)).decode("cp1252", "ignore"))
MARKED = re.compile(f"[{HEADS}Ø][€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
# A first byte before what stands for the lost second one; and a first byte alone.
LOSS = re.compile(f"([{HEADS}])([?\ufffd])")
DROPPED = re.compile(f"([{HEADS}])(?![{SECOND}])()")
# A plain space that was a no-break space, the second byte of Р, Π or נ.
SPACED = re.compile("(?<=[ÐÎ×]) ")
CLOSING = re.compile("â€(?:[?\ufffd]|(?=[\\s.,:;!)]|$))")
WORD = re.compile("[\u0370-\u06ff]+")
# The letters by which a language is known.  Bulgarian has none of its own; a line of Russian may be without.
TELLING = {"uk": "іїєґ", "mk": "јљњќѓѕ", "ru": "ыё", "el": "αεο", "he": "יו"}
UNKNOWN = {"ru": 0.5, "bg": 0.5}
# The probability that one word must have among all, as in `words`.  Of 1,700 lost Cyrillic letters in seven
# articles, 90 in 100 come back and .4 in 100 are wrong; with .7 it would be 93 and 1.3.
SURE = 0.84


class Gap(NamedTuple):
    """What is left of a letter: the first of its two bytes, and what stands for the second."""

    head: str
    lost: str

    @property
    def left(self) -> str:
        """What is put for a letter in doubt: U+FFFD alone where that stood, else both as they stand."""
        return "\ufffd" if self.lost == "\ufffd" else self.head + self.lost


def repair(lines: Lines) -> tuple[Lines, Edits]:
    """Return the lines with the letters restored that are certain, and an edit for each change."""
    if not MARKED.search(lines.text) or not DROPPED.search(lines.text):
        return lines, NO_EDITS
    loss = _loss(lines.text)
    import ftfy.bad_codecs  # noqa: F401  (registers CODEC)

    languages = _languages(lines.text.encode(CODEC, "replace").decode("utf-8", "ignore"))
    restored = (_restored(line, loss, languages) if loss.search(line) else line for line in lines)
    return rewritten(lines, restored, "mojibake:utf-8 > windows-1252")


def _loss(text: str) -> re.Pattern[str]:
    """Return the expression for losses; where second bytes were dropped, a `?` may end a sentence."""
    lost, dropped = (sum(1 for _ in loss.finditer(text)) for loss in (LOSS, DROPPED))
    return LOSS if 2 * lost > dropped else DROPPED


def _languages(text: str) -> Mapping[str, float]:
    """Return the languages that a text may be in, by its letters, with their shares."""
    known = [code for code, letters in TELLING.items() if not set(letters).isdisjoint(text)]
    return {known[0]: 1.0} if known else UNKNOWN


def _restored(line: str, loss: re.Pattern[str], languages: Mapping[str, float]) -> str:
    gaps = (Gap(*found) for found in loss.findall(line))
    closed = CLOSING.sub("â€\x9d", line if loss is DROPPED else SPACED.sub("\xa0", line))
    whole = loss.sub(lambda found: OPENED[found[1]].gap.encode().decode(CODEC), closed)
    try:
        read = whole.encode(CODEC).decode()
    except UnicodeError:
        return line
    return WORD.sub(lambda word: _filled(word[0], gaps, languages), read)


def _filled(word: str, gaps: Iterator[Gap], languages: Mapping[str, float]) -> str:
    """Return a word with its letters, or with what is left of them if they are in doubt."""
    left = [next(gaps) if char in GAPS else None for char in word]
    if not any(left):
        return word
    slots = [
        (char.lower(), OPENED[gap.head].letters if gap else char.lower())
        for char, gap in zip(word, left, strict=True)
    ]
    whole, (best, *_) = fill(slots, languages)
    if best.probability < SURE * whole or _has_inner_capital(word, left):
        return "".join(gap.left if gap else char for char, gap in zip(word, left, strict=True))
    return "".join(
        (letter.upper() if OPENED[gap.head].capital else letter) if gap else char
        for char, letter, gap in zip(word, best.word, left, strict=True)
    )


def _has_inner_capital(word: str, left: list[Gap | None]) -> bool:
    """Tell whether a capital would follow a small letter: then it was another letter, as ΐ."""
    return any(
        gap is not None and OPENED[gap.head].capital and word[at - 1].islower()
        for at, gap in enumerate(left)
        if at
    )
