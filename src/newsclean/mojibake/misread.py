"""UTF-8 that was read in a codec that ftfy does not know, or does not trust.

Each character becomes two to four others, and a run of these encodes to valid UTF-8 only if it was UTF-8:
`ÔÇÖ`, `тАЩ` and `Б─≥` are ’ read in cp850, cp866 and KOI8-R.  Nothing is lost: encode the run in the codec in
which it was read, decode it as UTF-8, and it is whole again.  The codec that explains most of the document is
believed.
"""

import re
from collections.abc import Iterator
from functools import cache, partial

from newsclean.edits import NO_EDITS, Edits, rewritten_in_parts
from newsclean.lines import Lines
from newsclean.mojibake.triggers import INVISIBLE

CODECS = (
    "cp437",
    "cp850",
    "cp852",
    "cp866",
    "koi8_r",
    "koi8_u",
    "cp857",
    "cp865",
    "cp855",
    "cp737",
    "cp860",
    "cp861",
    "cp863",
)
# What these codecs make of UTF-8 contains one of these: a box drawing, or the head of a mark.
TRIGGER = re.compile("[─-▟]|[ÔΓ]Ç|т[АВД]|Рђ|έΑ")
LETTER = re.compile("[А-яЁёΆ-ώ]")
# A codec must explain at least this share of the Cyrillic and Greek letters, which some of these codecs have.
# In Russian and Ukrainian texts one letter in a hundred stands in a short word that is UTF-8 by accident, and
# in Greek ones two in a hundred.
LEAST_OF_LETTERS = 0.2
MARKS = frozenset("‘’‚“”„–—…")
# The same damage can befall a text again; three times is the most that archives show.
ROUNDS = 3


def repair(lines: Lines) -> tuple[Lines, Edits]:
    """Return the lines, those that are misread UTF-8 read as UTF-8, and an edit for each change."""
    edits = NO_EDITS
    for _ in range(ROUNDS):
        codec = elect(lines.text, CODECS) if TRIGGER.search(lines.text) else None
        if codec is None:
            break
        lines, made = rewritten_in_parts(
            lines, partial(reread_each, codec=codec), f"misread:utf-8 as {codec}"
        )
        edits += made
    return lines, edits


def elect(text: str, codecs: tuple[str, ...]) -> str | None:
    """Return the one of `codecs` in which most of `text` beyond ASCII is UTF-8, or None."""
    covered = {codec: sum(_length(run, codec) for run in _pattern(codec).finditer(text)) for codec in codecs}
    codec = max(codecs, key=covered.__getitem__)
    drawings = sum(map(_is_drawing, text))
    if 2 * covered[codec] <= drawings:  # most of them draw a table
        return None
    letters = sum(1 for _ in LETTER.finditer(text))  # of a list of them each takes 80 bytes
    return codec if covered[codec] >= LEAST_OF_LETTERS * letters else None


def makes_mark(line: str, codec: str) -> bool:
    """Tell whether a run of `line` is a typographic mark if it is read as UTF-8 in `codec`."""
    return any(
        _length(run, codec) and not MARKS.isdisjoint(_read(run[0], codec) or "")
        for run in _pattern(codec).finditer(line)
    )


def reread_each(lines: Lines, codec: str) -> Iterator[str]:
    """Yield lines in which each run that is UTF-8 in `codec` is read as such."""
    return (line if line.isascii() else reread(line, codec) for line in lines)


def reread(line: str, codec: str) -> str:
    """Return `line` in which each run that is UTF-8 in `codec` is read as such."""
    certain = codec in CODECS  # in other codecs a run of two characters could be meant

    def replace(run: re.Match[str]) -> str:
        certainly = certain and not _is_part_of_word(run)
        characters = _read(run[0], codec) if certainly or _length(run, codec) else None
        return characters or run[0]

    return _pattern(codec).sub(replace, line)


def _length(run: re.Match[str], codec: str) -> int:
    """Return the length of `run` if it is certainly UTF-8, or 0 if it could be meant as it stands."""
    characters = _read(run[0], codec)
    if not characters or _is_part_of_word(run):
        return 0
    drawn = sum(map(_is_drawing, run[0]))
    if drawn == len(run[0]):  # a table, unless it is within a word
        before, after = run.string[run.start() - 1 : run.start()], run.string[run.end() : run.end() + 1]
        proves = before.isalnum() or after.isalpha()
    else:
        proves = drawn > 0 or len(characters) > 2 or all(map(_is_expected, characters))
    return len(run[0]) if proves else 0


def _is_part_of_word(run: re.Match[str]) -> bool:
    """Tell whether letters of these scripts stand in a run and beside it: the run is a part of a word."""
    beside = run.string[max(0, run.start() - 1) : run.start()] + run.string[run.end() : run.end() + 1]
    return LETTER.search(run[0]) is not None and LETTER.search(beside) is not None


def _read(run: str, codec: str) -> str | None:
    """Return the run read as UTF-8, or None if that is no text."""
    try:
        characters = run.encode(codec).decode()
    except UnicodeError:
        return None
    return characters if all(map(_is_text_or_control, characters)) and "ſ" not in characters else None


def _is_text_or_control(character: str) -> bool:
    # C1 controls remain of a text that had been damaged before.
    return character.isprintable() or "\x80" <= character < "\xa0" or character in INVISIBLE


def _is_drawing(character: str) -> bool:
    return "\u2500" <= character < "\u25a0"


def _is_expected(character: str) -> bool:
    """Tell whether a character is a Latin letter, sign, mark, drawing or emoji, which may stand alone.

    Clicks and letters with carons, of which no European language writes one, do not count: in Mac Roman
    `«è`, with which a quotation opens in Italian, is such a letter in UTF-8.
    """
    latin = character < "\u01c0" or "\u0200" <= character < "\u0250"
    return latin or "\u2010" <= character < "\u2600" or character >= "\U0001f000"


@cache
def _pattern(codec: str) -> re.Pattern[str]:
    """Return an expression for runs of UTF-8 (RFC 3629) beyond ASCII that were read in `codec`."""

    def read(first: int, last: int) -> str:
        return re.escape(bytes(range(first, last + 1)).decode(codec, "ignore"))

    tail = f"[{read(0x80, 0xBF)}]"
    return re.compile(
        f"(?:[{read(0xC2, 0xDF)}]{tail}|[{read(0xE0, 0xEF)}]{tail}{{2}}|[{read(0xF0, 0xF4)}]{tail}{{3}})+"
    )
