"""Other alphabets whose UTF-8 was read in Windows-1252, which has no place for five bytes: `моÑ?квичка`.

Thus Cyrillic loses с, э and я and the capitals А and Н; Greek ρ, ύ and Ν; Hebrew א and ם; Arabic ف; and of
the marks ” is lost.  The first byte of a letter is left, and after it whatever stands for the lost second
byte.  The letters around decide which letter it was (letters.txt); where they do not, the remains stay in an
otherwise readable word.

If the quotation marks of the misread text were then straightened, the second bytes of more letters are lost:
`Ð'` was Б or В, `Ð"` was Г or Д, `Ñ'` was ё.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from newsclean.edits import NO_EDITS, Edits, rewritten
from newsclean.lines import Lines
from newsclean.mojibake.lossy.letters.unlisted import fill
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
# The letters whose second byte reads as a quotation mark, by what is left of them once that was straightened;
# and the languages to which some of them belong alone.
STRAIGHTENED = {"Ð'": "бв", 'Ð"': "гд", "Ñ'": "ё", 'Ñ"': "єѓ", "Î'": "αβ", 'Î"': "γδ"}
OWN = {"ё": "ru", "є": "uk", "ѓ": "mk"}
GAPS = {opened.gap for opened in OPENED.values()}
# What second bytes became; and an expression for a first byte before those of them that are marks or letters
# of Windows-1252.  If it matches nowhere, these were lost as well, and half of all letters with them.
SECOND = "\x80-\x9f" + re.escape(bytes(range(0x80, 0xC0)).decode("cp1252", "ignore"))
MARKED = re.compile(f"[{HEADS}Ø][€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
# A first byte before what stands for the lost second one; and a first byte alone.
LOSS = re.compile(f"([{HEADS}])([?\ufffd])")
DROPPED = re.compile(f"([{HEADS}])(?![{SECOND}])()")
# The same where quotation marks were straightened, of which one is left as the second byte.
LOSS_OR_QUOTE = re.compile(f"([{HEADS}])([?\ufffd'\"])")
DROPPED_OR_QUOTE = re.compile(f"([{HEADS}])(['\"]|(?![{SECOND}]))")
# A second byte that is one yet tells that they were not.
CURLY = re.compile(f"[{HEADS}][‘’“”]")
# What tells that they were: one as a second byte within a word, where an apostrophe would follow a small
# letter; or, where no second byte was dropped, in a word of one letter, or beside signs for lost ones.
WITHIN = re.compile(f"[{HEADS}](?:\"|'(?<=[ÐÎ]'))(?=[{HEADS}Ø][{SECOND}?\ufffd])")
OTHERS_DROPPED = re.compile(f"[{HEADS}](?![{SECOND}'\"?\ufffd])")
NOT_DROPPED = re.compile(f"(?<!\\S)[ÐÎ]'(?= )|[{HEADS}][\x81\x8d\x8f\x90\x9d?\ufffd]")
# Low ones, with which т and ς end, are intact if any is there; else `Ñ'` might be т as well.
LOW = re.compile("[ÑÏ][‚„]")
MAYBE_LOW = re.compile("[ÑÏ]['\"]")
# An en or em dash whose last byte was straightened, and what stands for it while a line is read.
DASH, DASH_GAP = 'â€"', "\u2e3a"
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
# The same for capitals whose second byte was straightened, which names have.  Of the Russian words that begin
# with them, by their frequency, 82 in 100 come back and .4 in 100 are wrong; with .84 it would be 84 and .6,
# and in Greek .8 in place of .1 wrong.
SURE_OF_CAPITALS = 0.93


class Gap(NamedTuple):
    """What is left of a letter: the first of its two bytes, and what stands for the second."""

    head: str
    lost: str

    @property
    def left(self) -> str:
        """What is put for a letter in doubt: U+FFFD alone where that stood, else both as they stand."""
        return "\ufffd" if self.lost == "\ufffd" else self.head + self.lost

    @property
    def is_straight(self) -> bool:
        """Tell whether a straight quotation mark stands for the second byte."""
        return self.lost in ("'", '"')

    def letters(self, languages: Mapping[str, float]) -> str:
        """Return the letters that it may be what is left of, in one of `languages`."""
        if not self.is_straight:
            return OPENED[self.head].letters
        letters = STRAIGHTENED.get(self.head + self.lost, "")
        return "".join(letter for letter in letters if letter not in OWN or OWN[letter] in languages)


def repair(lines: Lines) -> tuple[Lines, Edits]:
    """Return the lines with the letters restored that are certain, and an edit for each change."""
    if not MARKED.search(lines.text) or not DROPPED.search(lines.text):
        return lines, NO_EDITS
    straightened = _is_straightened(lines.text)
    if straightened and MAYBE_LOW.search(lines.text) and not LOW.search(lines.text):
        return lines, NO_EDITS
    loss = _loss(lines.text, straightened)
    from newsclean.mojibake import lean_ftfy  # noqa: F401  (registers CODEC)

    languages = _languages(lines.text.encode(CODEC, "replace").decode("utf-8", "ignore"))
    restored = (_restored(line, loss, languages) if loss.search(line) else line for line in lines)
    return rewritten(lines, restored, "mojibake:utf-8 > windows-1252")


def _loss(text: str, straightened: bool) -> re.Pattern[str]:
    """Return the expression for losses; where second bytes were dropped, a `?` may end a sentence."""
    losses = LOSS, OTHERS_DROPPED if straightened else DROPPED
    lost, dropped = (sum(1 for _ in loss.finditer(text)) for loss in losses)
    if 2 * lost > dropped or (straightened and not dropped):
        return LOSS_OR_QUOTE if straightened else LOSS
    return DROPPED_OR_QUOTE if straightened else DROPPED


def _is_straightened(text: str) -> bool:
    """Tell whether quotation marks were straightened after the text was misread."""
    if CURLY.search(text):
        return False
    if WITHIN.search(text):
        return True
    return NOT_DROPPED.search(text) is not None and not OTHERS_DROPPED.search(text)


def _languages(text: str) -> Mapping[str, float]:
    """Return the languages that a text may be in, by its letters, with their shares."""
    known = [code for code, letters in TELLING.items() if not set(letters).isdisjoint(text)]
    return {known[0]: 1.0} if known else UNKNOWN


def _restored(line: str, loss: re.Pattern[str], languages: Mapping[str, float]) -> str:
    gaps = (Gap(*found) for found in loss.findall(line))
    dropped = loss in (DROPPED, DROPPED_OR_QUOTE)
    closed = CLOSING.sub("â€\x9d", line if dropped else SPACED.sub("\xa0", line))
    whole = loss.sub(lambda found: OPENED[found[1]].gap.encode().decode(CODEC), closed)
    if loss in (LOSS_OR_QUOTE, DROPPED_OR_QUOTE):
        whole = whole.replace(DASH, DASH_GAP.encode().decode(CODEC))
    try:
        read = whole.encode(CODEC).decode()
    except UnicodeError:
        return line
    return WORD.sub(lambda word: _filled(word, gaps, languages), read).replace(DASH_GAP, DASH)


def _filled(found: re.Match[str], gaps: Iterator[Gap], languages: Mapping[str, float]) -> str:
    """Return a word with its letters, or with what is left of them if they are in doubt."""
    word = found[0]
    left = [next(gaps) if char in GAPS else None for char in word]
    if not any(left):
        return word
    doubtful = "".join(gap.left if gap else char for char, gap in zip(word, left, strict=True))
    choices = [gap.letters(languages) if gap else char.lower() for char, gap in zip(word, left, strict=True)]
    if not all(choices) or _has_unread_capital(found, left):
        return doubtful
    # Contexts take for lost, behind a gap, what the codec loses; ё, є and ѓ are none of these.
    slots = [
        (choice if not gap or (gap.is_straight and len(choice) == 1) else char, choice)
        for char, gap, choice in zip(word, left, choices, strict=True)
    ]
    whole, (best, *_) = fill(slots, languages)
    sure = SURE_OF_CAPITALS if left[0] and left[0].is_straight else SURE
    if best.probability < sure * whole or _has_inner_capital(word, left):
        return doubtful
    return "".join(
        (letter.upper() if OPENED[gap.head].capital else letter) if gap else char
        for char, letter, gap in zip(word, best.word, left, strict=True)
    )


def _has_unread_capital(found: re.Match[str], left: list[Gap | None]) -> bool:
    """Tell whether letters cannot tell a straightened capital: within capitals, or in an initial (`Ð'. `)."""
    if any(gap and gap.is_straight and OPENED[gap.head].capital for gap in left[1:]):
        return True
    gap = left[0]
    if gap is None or not gap.is_straight or len(left) > 1:
        return False
    return gap.lost == '"' or not found.string[found.end() :][:1].isspace()


def _has_inner_capital(word: str, left: list[Gap | None]) -> bool:
    """Tell whether a capital would follow a small letter: then it was another letter, as ΐ."""
    return any(
        gap is not None and OPENED[gap.head].capital and word[at - 1].islower()
        for at, gap in enumerate(left)
        if at
    )
