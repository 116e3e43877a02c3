"""Other alphabets whose UTF-8 was read in Windows-1252, which has no place for five bytes: `моÑ?квичка`.

Thus Cyrillic loses с, э and я and the capitals А and Н; Greek ρ, ύ and Ν; Hebrew א and ם; Arabic ف; and of
the marks ” is lost.  The first byte of a letter is left, and after it whatever stands for the lost second
byte.  The letters around decide which letter it was (letters.txt); where they do not, the remains stay in an
otherwise readable word.

The text shows which second bytes were lost: none of those that stand in it.  Windows-1254 has no place for
two more and Windows-1258 for four, so Greek may have lost ώ as well, Arabic ي; and where no-break spaces were
dropped, Hebrew has lost נ, Russian Р.  Latin-1 has place for all bytes, and loses only those.

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


# The gap for each first byte: a letter of the same alphabet that no news has, while a line is read.
GAPS = {"Ñ": "\u046b", "Ð": "\u0469", "Ï": "\u03f1", "Î": "\u03f0", "×": "\u05f0", "Ù": "\u06a4"}
GAP_LETTERS = frozenset(GAPS.values())
# A vowel sign of Arabic stands for all of them.
VOWEL_SIGN = "\N{ARABIC TATWEEL}"
# The letters that a first byte may have opened, as second bytes were lost: those that Windows-1252 loses;
# those that are lost with them in Windows-1254, and then in Windows-1258; and those with a no-break space or
# a soft hyphen, which are dropped with control characters.  With each the second bytes that show, wherever
# one stands behind a first byte, that they were not lost.
UNDEFINED = "\x81\x8d\x8f\x90\x9d"
LOST_LETTERS = (
    (UNDEFINED, {"Ñ": "сэя", "Ð": "АНЁЏ", "Ï": "ρύ", "Î": "ΝΏΐ", "×": "אם", "Ù": "ف" + VOWEL_SIGN}),
    ("Žž" + UNDEFINED, {"Ï": "ώ", "Î": "ΞΎ", "×": "מ"}),
    ("ŠšŽž" + UNDEFINED, {"Ï": "ϊ", "Î": "ΚΊ", "×": "ך", "Ù": "ي"}),
)
DROPPED_LETTERS = (
    ("\xa0", {"Ð": "Р", "Î": "Π", "×": "נ"}),
    ("\xad", {"Ð": "Э", "Î": "έ"}),
)
# The letters whose second byte reads as a quotation mark, by what is left of them once that was straightened;
# and the languages to which some of them belong alone.
STRAIGHTENED = {"Ð'": "БВ", 'Ð"': "ГД", "Ñ'": "ё", 'Ñ"': "єѓ", "Î'": "ΑΒ", 'Î"': "ΓΔ"}
CAPITALS = "ÐÎ"  # first bytes of capitals, where a quotation mark follows
OWN = {"ё": "ru", "є": "uk", "ѓ": "mk"}
# What second bytes became; and an expression for a first byte before those of them that are marks or letters
# of Windows-1252.  If it matches nowhere, these were lost as well, and half of all letters with them.
SECOND = "\x80-\x9f" + re.escape(bytes(range(0x80, 0xC0)).decode("cp1252", "ignore"))
MARKED = re.compile(f"[{HEADS}Ø][€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
# The same where UTF-8 was read in Latin-1, and what Windows-1252 has in place of its control characters.
CONTROLLED = re.compile(f"[{HEADS}Ø][\x80-\x9f]")
CONTROLS = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
# What is left of a no-break space that was dropped.
BARE_SPACE = re.compile(f"Â(?![{SECOND}])")
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
# A second byte, whatever it is; and a plain space that was a no-break space, the second byte of Р, Π or נ
# (but a Р that ends a word has rather lost it).
ANY_SECOND = re.compile(f"[{HEADS}Ø]([{SECOND}])")
SPACED = re.compile(f"(?<=[ÐÎ×]) (?<![{SECOND}]Ð )")
CLOSING = re.compile("â€(?:[?\ufffd]|(?=[\\s.,:;!)]|$))")
WORD = re.compile("[\u0370-\u06ff]+")
# A capital behind a small letter: then it was another letter, as ΐ.
INNER_CAPITAL = re.compile("[ά-ώа-џ][Ά-ΫЀ-Я]")
# The letters by which a language is known.  Bulgarian has none of its own; a line of Russian may be without.
TELLING = {
    **{"uk": "іїєґ", "mk": "јљњќѓѕ", "ru": "ыё", "el": "αεο", "he": "יו"},
    **{"fa": "یپچگک", "ar": "ةىيك"},
}
UNKNOWN = {"ru": 0.5, "bg": 0.5}
# The probability that one word must have among all, as in `words`.  Of 1,700 lost Cyrillic letters in seven
# articles, 90 in 100 come back and .4 in 100 are wrong; with .7 it would be 93 and 1.3.
SURE = 0.84
# The same for capitals whose second byte was straightened, which names have.  Of the Russian words that begin
# with them, by their frequency, 82 in 100 come back and .4 in 100 are wrong; with .84 it would be 84 and .6,
# and in Greek .8 in place of .1 wrong.
SURE_OF_CAPITALS = 0.93
# Capitals in a row that are a word and no abbreviation: at least so many.
SHORTEST_WORD = 5
# The same as SURE for a first letter of more than MOST_INITIALS, where Windows-1254 and 1258 may have lost
# others as well: Ξένια is left for Κένια.
SURE_OF_INITIALS, MOST_INITIALS = 0.97, 4


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

    def letters(self, opened: Mapping[str, str], languages: Mapping[str, float]) -> str:
        """Return the letters, in their case, that it may be what is left of, in one of `languages`."""
        if not self.is_straight:
            return opened[self.head]
        letters = STRAIGHTENED.get(self.head + self.lost, "")
        return "".join(letter for letter in letters if letter not in OWN or OWN[letter] in languages)


class Losses(NamedTuple):
    """What is left of lost letters in a text: an expression for it, and the letters of each first byte.

    `spaced` tells that plain spaces behind first bytes were no-break ones, `parted` that they may have been,
    `bare` that no-break spaces may have been dropped.
    """

    pattern: re.Pattern[str]
    letters: Mapping[str, str]
    spaced: bool
    parted: bool
    bare: bool


def repair(lines: Lines) -> tuple[Lines, Edits]:
    """Return the lines with the letters restored that are certain, and an edit for each change."""
    damaged = lines
    if not MARKED.search(lines.text) and CONTROLLED.search(lines.text):
        lines = Lines.joined(line.translate(CONTROLS) for line in damaged)
    if not MARKED.search(lines.text) or not DROPPED.search(lines.text):
        return damaged, NO_EDITS
    straightened = _is_straightened(lines.text)
    if straightened and MAYBE_LOW.search(lines.text) and not LOW.search(lines.text):
        return damaged, NO_EDITS
    losses = _losses(lines.text, _loss(lines.text, straightened))
    from newsclean.mojibake import lean_ftfy  # noqa: F401  (registers CODEC)

    languages = _languages(lines.text.encode(CODEC, "replace").decode("utf-8", "ignore"))
    restored = (
        _restored(line, losses, languages, as_it_stood) if losses.pattern.search(line) else as_it_stood
        for line, as_it_stood in zip(lines, damaged, strict=True)
    )
    return rewritten(damaged, restored, "mojibake:utf-8 > windows-1252")


def _losses(text: str, pattern: re.Pattern[str]) -> Losses:
    """Return what `pattern` finds in a text with the letters that it may be left of.

    A second byte that stands anywhere in the text was not lost, and neither were those that its codec has as
    well.
    """
    kept = {*ANY_SECOND.findall(text)}
    dropped = pattern in (DROPPED, DROPPED_OR_QUOTE)
    rows = [letters for signs, letters in LOST_LETTERS if kept.isdisjoint(signs)]
    if dropped:
        rows += [letters for signs, letters in DROPPED_LETTERS if kept.isdisjoint(signs)]
    opened = {head: "".join([row.get(head, "") for row in rows]) for head in HEADS}
    spaces = "\xa0" not in kept
    whole = not dropped or not kept.isdisjoint(UNDEFINED)
    return Losses(pattern, opened, spaces and whole, spaces and not whole, spaces and dropped)


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


def _restored(line: str, losses: Losses, languages: Mapping[str, float], as_it_stood: str) -> str:
    """Return a line with its letters, or `as_it_stood` if more than letters and spaces was lost."""
    loss = losses.pattern
    if losses.bare:
        line = BARE_SPACE.sub("Â\xa0", line)
    closed = CLOSING.sub("â€\x9d", SPACED.sub("\xa0", line) if losses.spaced else line)
    gaps = (Gap(*found) for found in loss.findall(closed))
    whole = loss.sub(lambda found: GAPS[found[1]].encode().decode(CODEC), closed)
    if loss in (LOSS_OR_QUOTE, DROPPED_OR_QUOTE):
        whole = whole.replace(DASH, DASH_GAP.encode().decode(CODEC))
    try:
        read = whole.encode(CODEC).decode()
    except UnicodeError:
        return as_it_stood
    return WORD.sub(lambda word: _filled(word, gaps, losses, languages), read).replace(DASH_GAP, DASH)


def _filled(found: re.Match[str], gaps: Iterator[Gap], losses: Losses, languages: Mapping[str, float]) -> str:
    """Return a word with its letters, or with what is left of them if they are in doubt."""
    word = found[0]
    left = [next(gaps) if char in GAP_LETTERS else None for char in word]
    if not any(left):
        return word
    doubtful = "".join(gap.left if gap else char for char, gap in zip(word, left, strict=True))
    choices = [_choice(word, at, gap, losses, languages) for at, gap in enumerate(left)]
    if not all(choices) or _has_unread_capital(found, left) or (losses.parted and _is_parted(found, left)):
        return doubtful
    if _may_be_initials(word, choices):
        return doubtful
    # Contexts take for lost, behind a gap, what the codec loses; ё, є and ѓ are none of these.
    slots = [
        (choice.lower() if not gap or (gap.is_straight and len(choice) == 1) else char, choice.lower())
        for char, gap, choice in zip(word, left, choices, strict=True)
    ]
    whole, (best, *_) = fill(slots, languages)
    sure = SURE_OF_CAPITALS if left[0] and left[0].is_straight else SURE
    sure = SURE_OF_INITIALS if len(choices[0]) > MOST_INITIALS else sure
    if best.probability < sure * whole or VOWEL_SIGN in best.word:
        return doubtful
    cased = (
        next(cased for cased in choice if cased.lower() == letter)
        for letter, choice in zip(best.word, choices, strict=True)
    )
    restored = "".join(letter if gap else char for char, letter, gap in zip(word, cased, left, strict=True))
    return doubtful if INNER_CAPITAL.search(restored) else restored


def _choice(word: str, at: int, gap: Gap | None, losses: Losses, languages: Mapping[str, float]) -> str:
    """Return the letters that may stand at a place in a word: what stands there, or what a gap is left of.

    Behind a small letter no capital does.
    """
    if gap is None:
        return word[at]
    letters = gap.letters(losses.letters, languages)
    inside = at > 0 and word[at - 1].islower() and word[at - 1] not in GAP_LETTERS
    return "".join([letter for letter in letters if not letter.isupper()]) if inside else letters


def _may_be_initials(word: str, choices: list[str]) -> bool:
    """Tell whether a word may be an abbreviation, as РЭО, of which the letters around tell no capital."""
    capitals = all(choice.isupper() for choice in choices)
    return (
        capitals
        and 1 < len(word) < SHORTEST_WORD
        and any("Р" in choice and "Э" in choice for choice in choices)
    )


def _is_parted(found: re.Match[str], left: list[Gap | None]) -> bool:
    """Tell whether a Hebrew word may be half a word, parted by the second byte of נ, which ends no word."""
    gap = left[-1]
    return gap is not None and gap.head == "×" and found.string[found.end() :][:1] == " "


def _has_unread_capital(found: re.Match[str], left: list[Gap | None]) -> bool:
    """Tell whether letters cannot tell a straightened capital: within capitals, or in an initial (`Ð'. `)."""
    if any(gap and gap.is_straight and gap.head in CAPITALS for gap in left[1:]):
        return True
    gap = left[0]
    if gap is None or not gap.is_straight or len(left) > 1:
        return False
    return gap.lost == '"' or not found.string[found.end() :][:1].isspace()
