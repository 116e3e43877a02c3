"""Text of one region that was read in the codec of another: `pøítel`, `dosta³`, `geçmiþ`, `cafй`, `cafι`.

The codecs of Windows have their marks in the same places, and those for Latin letters many of these too.  The
other letters became letters and signs that are at home elsewhere, and nothing is lost.  Words tell: those
that hold such letters are none as they stand, and are listed in a language of the codec once they are read
in it.
"""

import re
from collections.abc import Iterable
from functools import cache
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
# The languages that are written in a codec, as the list of words has them.
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
# Of two that explain as much, the first is believed.
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
# A letter by itself, but of another script than the words beside it: `а Paris` alone is read.
LONE = r"(?<![^\W\d_])(?<![\u0370-\u04ff] )[{}](?! ?[\u0370-\u04ff])(?![^\W\d_])"
# Signs of words, which other codecs read as letters: `żQuién`.  These stand at an end of a word.
SIGNS = "¡¿«»ªº"
AT_AN_END = r"(?<![^\W\d_])[{0}]+|[{0}]+(?![^\W\d_])"
# Signs that stand beside words: they were a letter there only if a listed word comes of it.
BESIDE_WORDS = frozenset("«»©®“”„‘’‚–—…•‹›")
# Letters to Unicode, but of no word.
NO_LETTERS = "ªºµƒ"
# What the codecs have in place of the Romanian letters.
COMMAS = str.maketrans("şţ", "șț")
# So many different words have to become listed, more than half of those that change, and twice as many
# as are listed as they stand.  Of 2,723 intact texts, were all of them asked, none has two.
LEAST, HALF, TIMES = 3, 0.5, 2


def repair(lines: Lines) -> tuple[Lines, Edits]:
    """Return `lines`, as many, in the codec in which their words are listed, and an edit for each change."""
    region = _elect(lines)
    if region is None:
        return lines, NO_EDITS
    reread = (_reread(line, region) for line in lines)
    return rewritten(lines, reread, f"misread:{region.written} as {region.read}")


def _was_read(line: str, codec: str) -> bool:
    """Tell whether a line may have been read in a codec: it has no other letters, and draws nothing."""
    letters = [
        char for char in set(line) if char > "\x7f" and (char.isalpha() or "\u2500" <= char < "\u25a0")
    ]
    return _characters(codec).issuperset(letters)


@cache
def _characters(codec: str) -> frozenset[str]:
    return frozenset(bytes(range(0x80, 0x100)).decode(codec, "ignore"))


def _elect(lines: Iterable[str]) -> Region | None:
    """Return the region in whose codec most words of `lines` become listed, None if too few do."""
    best, most = None, 0
    for region in REGIONS:
        changed = _changed((line for line in lines if _was_read(line, region.read)), region)
        before, after = _listed(changed, region)
        if after >= LEAST and after > max(most, HALF * len(changed), TIMES * before):
            best, most = region, after
    return best


def _reread(line: str, region: Region) -> str:
    """Return a line in the codec of `region`, or as it is if its words are rather listed so."""
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
    """Return a letter that stands alone in the codec of `region`, a Latin one if it is a word there."""
    meant = letter.translate(_table(region))
    return meant if letter >= "\u0370" or _is_listed(meant, LANGUAGES[region.written]) else letter


def _changed(lines: Iterable[str], region: Region) -> dict[str, str]:
    """Return the words of `lines` that are others in the codec of `region`, and which."""
    # All lines as one, or a list of all words, would take a long text's memory several times.
    words = {word[0] for line in lines for word in _word(region).finditer(line)}
    read = {word: _read(word, region) for word in words}
    return {word: meant for word, meant in read.items() if word != meant}


def _listed(changed: dict[str, str], region: Region) -> tuple[int, int]:
    """Count the words that are listed as they stand, and as they are read."""
    before = sum([_is_listed(word, None) for word in changed])
    return before, sum([_is_listed(word, LANGUAGES[region.written]) for word in changed.values()])


def _read(word: str, region: Region) -> str:
    """Return a word, with the signs in it, in the codec of `region`."""
    meant = word.translate(_table(region))
    beside = not BESIDE_WORDS.isdisjoint((word[0], word[-1]))
    return word if beside and not _is_listed(meant, LANGUAGES[region.written]) else meant


def _is_listed(word: str, languages: frozenset[str] | None) -> bool:
    """Tell whether a word is listed in one of these languages, None for any."""
    from newsclean.mojibake.lossy import lexicon

    alike = {word.lower(), word.lower().translate(COMMAS)}
    return any(
        known.lower() in alike and (languages is None or not languages.isdisjoint(zipfs))
        for known, zipfs in lexicon.lookup(lexicon.plain_letters(word).lower())
    )


@cache
def _word(region: Region) -> re.Pattern[str]:
    """Return an expression for a word that was read in another codec: letters, and signs that were some."""
    signs = re.escape("".join(map(chr, _table(region))))
    # From the start of a run alone: looked for from each sign, a letter takes quadratic time.
    letters = rf"[{signs}A-Za-zÀ-ž]"
    return re.compile(rf"(?<!{letters})(?=[{signs}]*[A-Za-zÀ-ž]){letters}{{2,}}")


@cache
def _lone(region: Region) -> re.Pattern[str]:
    """Return an expression for a letter that stands alone and was another one."""
    return re.compile(LONE.format("".join(filter(str.isalpha, map(chr, _table(region))))))


@cache
def _table(region: Region) -> dict[int, str]:
    """Return what `str.translate` needs for the letters that another codec reads as others."""
    table: dict[int, str] = {}
    for code in range(0x80, 0x100):
        byte = bytes([code])
        meant = byte.decode(region.written, "ignore")
        read = byte.decode(region.read, "ignore") or chr(code)
        if meant.isalpha() and meant not in NO_LETTERS and meant != read:
            # What reads Windows-1252 as Latin-1 shows its other characters as controls.
            table |= {ord(char): meant for char in {read, chr(code) if region.read == WINDOWS else read}}
    return table


@cache
def _signs(region: Region) -> dict[str, str]:
    """Return the signs of words by what they were read as, where that is nothing Western.

    What was read in Windows-1250 may have been read in ISO-8859-2, which has the same letters.
    """
    codecs = (region.read, "iso8859_2") if region == Region(WINDOWS, "cp1250") else (region.read,)
    signs = {
        sign.encode(region.written, "ignore").decode(codec, "ignore"): sign
        for codec in codecs
        for sign in SIGNS
    }
    return {char: sign for char, sign in signs.items() if char > "\xff"}
