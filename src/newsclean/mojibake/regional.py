"""Text of one region that was read in the codec of another: `pøítel`, `dosta³`, `geçmiþ`, `cafй`, `Ł40m`.

All Windows codecs have their marks in the same places, and those for Latin letters share many letters as
well.  The other letters turned into letters and signs of another region; nothing is lost.  Words show the
damage: as they stand, those with such letters are no words, but read in the right codec they are on the word
list of one of its languages.  A currency sign before a number is known by itself.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import product, starmap
from typing import NamedTuple

from newsclean.edits import NO_EDITS, Edits, rewritten
from newsclean.lines import Lines


class Region(NamedTuple):
    """A codec, and the one that its text was read in."""

    written: str
    read: str


WINDOWS = "cp1252"
WESTERN = frozenset({"fr", "de", "es", "pt", "it", "ca", "nl", "da", "sv", "nb", "fi", "is", "en"})
CENTRAL = frozenset({"pl", "cs", "sk", "hu", "ro", "sl", "sh"})
BALTIC = frozenset({"lt", "lv"})
TURKISH = frozenset({"tr"})
# The languages that are written in a codec, by their codes in the list of words.
LANGUAGES = {
    WINDOWS: WESTERN,
    "cp1250": CENTRAL,
    "iso8859_2": CENTRAL,
    "cp1254": TURKISH,
    "cp1257": BALTIC,
    "cp437": WESTERN,
    "cp850": WESTERN,
    "cp852": CENTRAL,
}
# Of two that explain equally much, the first is believed.
REGIONS = (
    Region("cp1250", WINDOWS),
    Region("cp1254", WINDOWS),
    Region("iso8859_2", WINDOWS),
    *(Region(WINDOWS, read) for read in ("cp1251", "cp1253", "cp1250", "cp1254", "cp1257")),
    *(Region(written, "cp1251") for written in ("cp1250", "cp1257")),
    Region("iso8859_2", "cp1250"),
    Region("cp1250", "iso8859_2"),
    Region("cp850", WINDOWS),
    Region("cp437", WINDOWS),
    Region("cp852", WINDOWS),
    Region("cp852", "cp1250"),
    Region("cp1257", WINDOWS),
    *(Region(written, "cp1250") for written in ("cp1254", "cp1257")),
    *(Region("cp1250", read) for read in ("cp1254", "cp1257")),
    *(Region(WINDOWS, read) for read in ("cp1255", "cp1256", "iso8859_8", "cp874")),
)
# A letter by itself beside words of another script: the Cyrillic one of `а Paris` is read, but none beside
# Cyrillic or Greek.
LONE_LETTER = r"(?<![^\W\d_])(?<![\u0370-\u04ff] )[{}](?! ?[\u0370-\u04ff])(?![^\W\d_])"
# Signs at the beginning or end of a word, which other codecs read as letters: `żQuién`.
SIGNS_OF_WORDS = "¡¿«»ªº"
AT_AN_END = r"(?<![^\W\d_])[{0}]+|[{0}]+(?![^\W\d_])"
# Letters by Unicode that occur in no word.
NO_LETTERS = "ªºµƒ"
# The letters that the codecs have in place of the Romanian ones.
COMMAS = str.maketrans("şţ", "șț")
# A region is believed if at least LEAST different words become listed, more than HALF of those that change,
# and more than TIMES as many as are listed as they stand.  Of 2,723 intact texts, none has even two such
# words.
LEAST, HALF, TIMES = 3, 0.5, 2
# One word is enough if a letter of another script stands in it beside FEWEST_LATIN Latin ones, as in `cafй`,
# but does not look like a Latin one: such are typed by mistake, and chosen by forgers.
FAR = frozenset({"cp1251", "cp1253", "cp1255", "cp1256", "iso8859_8", "cp874"})
FEWEST_LATIN, LOOK_ALIKE = 3, frozenset("асеорхуіјѕһԁԛԝАВЕЅЗІЈКМНОРСТХУάόορνυικΑΒΕΖΗΙΚΜΝΟΡΤΥΧ")
# The regions of which an English text may show nothing but its currency signs: `Ł40m`, `Ј40m`, `ú40m`,
# `œ40m`, `Û40m`, `¤40m`.  Such a letter was a sign if it stands before numbers alone, and the sign nowhere:
# none of 1,018 raw pages has one.
OF_AMOUNTS = (
    *(Region(WINDOWS, read) for read in ("cp1250", "cp1251", "cp850", "mac_roman")),
    *(Region(written, WINDOWS) for written in ("cp850", "mac_roman", "iso8859_15")),
)
CURRENCIES = "£€¥"
AMOUNT = r"{0}(?<![^\W_]{0})(?=\d)"


def repair(lines: Lines) -> tuple[Lines, Edits]:
    """Return the lines, read in the codec in which their words are listed, and an edit for each change."""
    if region := _elect(lines):
        return rewritten(lines, (_reread(line, region) for line in lines), _reason(region))
    for letter, (sign, region) in _currencies().items():
        amount = re.compile(AMOUNT.format(letter))
        if sign not in lines.text and _stands_before_numbers(letter, amount, lines.text):
            return rewritten(lines, (amount.sub(sign, line) for line in lines), _reason(region))
    return lines, NO_EDITS


def _reason(region: Region) -> str:
    return f"misread:{region.written} as {region.read}"


@cache
def _currencies() -> dict[str, tuple[str, Region]]:
    """Return the characters that currency signs are read as, each with the sign and the region."""
    found: dict[str, tuple[str, Region]] = {}
    for sign, region in product(CURRENCIES, OF_AMOUNTS):
        read = sign.encode(region.written, "ignore").decode(region.read, "ignore")
        if read.isalpha() or read == "¤":
            found[read] = sign, region
    return found


def _stands_before_numbers(letter: str, amount: re.Pattern[str], text: str) -> bool:
    """Tell whether a letter, large or small, stands nowhere else in a text than in its amounts."""
    stands = text.count(letter)
    small = 0 if letter.swapcase() == letter else text.count(letter.swapcase())
    return 0 < stands == sum(1 for _ in amount.finditer(text)) and not small


def _was_read(line: str, codec: str) -> bool:
    """Tell whether a line may have been read in a codec: it has no letters or box drawings of others."""
    letters = [
        char for char in set(line) if char > "\x7f" and (char.isalpha() or "\u2500" <= char < "\u25a0")
    ]
    return _characters(codec).issuperset(letters)


@cache
def _characters(codec: str) -> frozenset[str]:
    return frozenset(bytes(range(0x80, 0x100)).decode(codec, "ignore"))


def _elect(lines: Iterable[str]) -> Region | None:
    """Return the region whose codec makes most words of `lines` listed ones, or None if too few become so."""
    best, most = None, 0
    for region in REGIONS:
        changed = _changed((line for line in lines if _was_read(line, region.read)), region)
        before, after = _listed(changed, region)
        enough = after >= LEAST or (region.read in FAR and any(starmap(_mixes_scripts, changed.items())))
        if enough and after > max(most, HALF * len(changed), TIMES * before):
            best, most = region, after
    return best


def _mixes_scripts(word: str, meant: str) -> bool:
    """Tell whether a word of Latin letters has foreign ones that are no slip, and is listed as `meant`."""
    foreign = {char for char in word if char >= "\u0370"}
    latin = sum(char < "\u0250" and char.isalpha() for char in word)
    return (
        latin >= FEWEST_LATIN
        and bool(foreign)
        and LOOK_ALIKE.isdisjoint(foreign)
        and _is_listed(meant, WESTERN | CENTRAL | BALTIC)
    )


def _reread(line: str, region: Region) -> str:
    """Return a line read in the codec of `region`, or as it is if more of its words are listed so."""
    changed = _changed([line], region) if _was_read(line, region.read) else {}
    before, after = _listed(changed, region)
    if before > after:
        return line
    if signs := _signs(region):
        line = re.sub(
            AT_AN_END.format("".join(signs)), lambda run: "".join([signs[sign] for sign in run[0]]), line
        )
    line = _word(region).sub(lambda word: _read(word[0], region), line)
    return _lone(region).sub(lambda letter: _read_alone(letter[0], region), line)


def _read_alone(letter: str, region: Region) -> str:
    """Return a letter that stands alone read in the codec of `region`; a Latin one only if that is a word."""
    meant = letter.translate(_table(region))
    return meant if letter >= "\u0370" or _is_listed(meant, LANGUAGES[region.written]) else letter


def _changed(lines: Iterable[str], region: Region) -> dict[str, str]:
    """Return the words of `lines` that the codec of `region` makes others, each with what it becomes."""
    # Line by line, and as a set: all lines joined, or a list of words, would take several times the text's
    # memory.
    words = {word[0] for line in lines for word in _word(region).finditer(line)}
    read = {word: _read(word, region) for word in words}
    return {word: meant for word, meant in read.items() if word != meant}


def _listed(changed: dict[str, str], region: Region) -> tuple[int, int]:
    """Count the words that are listed as they stand, and those that are listed as they are read."""
    before = sum([_is_listed(word, None) for word in changed])
    return before, sum([_is_listed(word, LANGUAGES[region.written]) for word in changed.values()])


def _read(word: str, region: Region) -> str:
    """Return a word, and the signs in it, read in the codec of `region`."""
    return word.translate(_table(region))


def _is_listed(word: str, languages: frozenset[str] | None) -> bool:
    """Tell whether a word is listed in one of `languages`, or in any if that is None."""
    from newsclean.mojibake.lossy.letters import lexicon

    alike = {word.lower(), word.lower().translate(COMMAS)}
    return any(
        known.lower() in alike and (languages is None or not languages.isdisjoint(zipfs))
        for known, zipfs in lexicon.lookup(lexicon.plain_letters(word).lower())
    )


@cache
def _word(region: Region) -> re.Pattern[str]:
    """Return an expression for a word read in another codec: letters, and signs that were letters."""
    signs = re.escape("".join(map(chr, _table(region))))
    # Only from the start of a run: looking for a letter from each sign of it would take quadratic time.
    letters = rf"[{signs}A-Za-zÀ-ž]"
    return re.compile(rf"(?<!{letters})(?=[{signs}]*[A-Za-zÀ-ž]){letters}{{2,}}")


@cache
def _lone(region: Region) -> re.Pattern[str]:
    """Return an expression for a letter that stands alone and was another letter."""
    return re.compile(LONE_LETTER.format("".join(filter(str.isalpha, map(chr, _table(region))))))


@cache
def _table(region: Region) -> dict[int, str]:
    """Return a table for `str.translate` that puts back letters which another codec has read as others."""
    table: dict[int, str] = {}
    for code in range(0x80, 0x100):
        byte = bytes([code])
        meant = byte.decode(region.written, "ignore")
        read = byte.decode(region.read, "ignore") or chr(code)
        if meant.isalpha() and meant not in NO_LETTERS and meant != read:
            # Software that takes Windows-1252 for Latin-1 shows its other characters as controls.
            table |= {ord(char): meant for char in {read, chr(code) if region.read == WINDOWS else read}}
    return table


@cache
def _signs(region: Region) -> dict[str, str]:
    """Return the signs of words by the characters that they were read as, if these are not Western.

    Where the region says Windows-1250, ISO-8859-2 may have been used, which has the same letters.
    """
    codecs = (region.read, "iso8859_2") if region == Region(WINDOWS, "cp1250") else (region.read,)
    signs = {
        sign.encode(region.written, "ignore").decode(codec, "ignore"): sign
        for codec in codecs
        for sign in SIGNS_OF_WORDS
    }
    return {char: sign for char, sign in signs.items() if char > "\xff"}
