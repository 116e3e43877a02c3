"""Other alphabets whose UTF-8 was read in Windows-1252, which has no place for five bytes: `моÑ?квичка`.

Of Cyrillic the small letters с, э and я are lost so, and the capitals А and Н; of Greek ρ, ύ and Ν; of
Hebrew א and ם; of Arabic ف; and among the marks ”.  The first byte of a letter is left, and behind it
whatever stands for the lost one; which letter it was, the letters around decide (letters.txt).  Where they do
not, what stands there is left in an otherwise readable word.
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

    `gap` stands for any of them while a line is read, a letter of the alphabet which no news has.
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
# What a second byte became, and, of these, the marks of Windows-1252: where none of them stands behind a
# first byte, they were lost as well, and half of all letters with them.
SECOND = "\x80-\x9f" + re.escape(bytes(range(0x80, 0xC0)).decode("cp1252", "ignore"))
MARKED = re.compile(f"[{HEADS}Ø][€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
# A first byte before what stands for the second, and alone.
LOSS = re.compile(f"([{HEADS}])([?\ufffd])")
DROPPED = re.compile(f"([{HEADS}])(?![{SECOND}])()")
# A second byte that was a no-break space, as of Р, Π and נ, and is a plain one.
SPACED = re.compile("(?<=[ÐÎ×]) ")
CLOSING = re.compile("â€(?:[?\ufffd]|(?=[\\s.,:;!)]|$))")
WORD = re.compile("[\u0370-\u06ff]+")
# The letters by which a language is known.  Bulgarian has none of its own; a line of Russian may have none.
TELLING = {"uk": "іїєґ", "mk": "јљњќѓѕ", "ru": "ыё", "el": "αεο", "he": "יו"}
UNKNOWN = {"ru": 0.5, "bg": 0.5}
# The probability that a word must have, as in `words`.  Of 1,700 lost letters of Cyrillic in seven articles
# 90 in 100 come back and .4 are wrong; at .7, 93 and 1.3.
SURE = 0.84


class Gap(NamedTuple):
    """What is left of a letter: the first of its two bytes, and what stands for the second."""

    head: str
    lost: str

    @property
    def left(self) -> str:
        """What is to stay of a letter in doubt: U+FFFD alone says all that is known of it."""
        return "\ufffd" if self.lost == "\ufffd" else self.head + self.lost


def repair(lines: Lines) -> tuple[Lines, Edits]:
    """Return `lines`, as many, with the letters that are certain, and an edit for each change."""
    if not MARKED.search(lines.text) or not DROPPED.search(lines.text):
        return lines, NO_EDITS
    loss = _loss(lines.text)
    import ftfy.bad_codecs  # noqa: F401  (registers CODEC)

    languages = _languages(lines.text.encode(CODEC, "replace").decode("utf-8", "ignore"))
    restored = (_restored(line, loss, languages) if loss.search(line) else line for line in lines)
    return rewritten(lines, restored, "mojibake:utf-8 > windows-1252")


def _loss(text: str) -> re.Pattern[str]:
    """Return what was lost: a question mark behind a first byte that stands alone may end a sentence."""
    lost, dropped = (sum(1 for _ in loss.finditer(text)) for loss in (LOSS, DROPPED))
    return LOSS if 2 * lost > dropped else DROPPED


def _languages(text: str) -> Mapping[str, float]:
    """Return the shares of the languages that a text may be in, by its letters."""
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
    """Tell whether a capital would stand behind a small letter: it was another one, as ΐ."""
    return any(
        gap is not None and OPENED[gap.head].capital and word[at - 1].islower()
        for at, gap in enumerate(left)
        if at
    )
