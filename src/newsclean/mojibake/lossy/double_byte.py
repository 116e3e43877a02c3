"""Text that was read in an East Asian codec of two bytes a character, which swallows letters behind marks.

The three UTF-8 bytes of ’ and the `s` behind it make two characters of GBK: `it’s` becomes `it鈥檚`, and in
Shift_JIS `it窶冱`.  Encoded in that codec again, a run is UTF-8, with the letter.  If the last byte of a mark
makes no character with what follows, for example a space, it is lost to U+FFFD or `?`.  Then the mark was one
of those whose last byte would be lost before that very character, and its place decides which (lattice.py).
Korean and Big5 have no character for the first two bytes of a mark, which are lost as two U+FFFD: `it��셲`.

In Windows-1252, ’ and `s` are two bytes, which make one character: `it抯` in GBK, `it뭩` in Korean.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from newsclean.edits import NO_EDITS, Edits, rewritten, rewritten_in_parts
from newsclean.lines import LONGEST_ARTICLE, Lines, in_parts
from newsclean.mojibake.gate import may_be_double_byte, may_be_misread
from newsclean.mojibake.lossy.lattice import Lattice
from newsclean.mojibake.lossy.letters import languages
from newsclean.mojibake.lossy.runs.items import Item, marks_of
from newsclean.mojibake.lossy.runs.line import Line
from newsclean.mojibake.triggers import FAR_IN_GBK

# Of two that explain equally much, the first is believed.
CODECS = ("gbk", "gb18030", "cp932", "euc_kr", "cp949", "cp950", "euc_jp")
# Codecs that lose all bytes of a mark, and some letters: a `?` that they leave belongs to a channel, not to a
# run.
LOSING = frozenset(("euc_kr", "cp950", "euc_jp"))
# What marks begin with, read in these codecs, except in Korean.
HEADS = "鈥窶"
# The codec that loses the first two bytes of a mark and keeps the third; what is left of the two; the two.
HEADLESS, LOST_HEAD, MARK_HEAD = "cp949", "\ufffd\ufffd", b"\xe2\x80"
# The bytes that begin no character of what `_trigger` looks for, in UTF-8: whether a text holds only these is
# found out in a third of the time of a search, and nothing is compiled.
OTHERS = bytes([*range(0xE4), *range(0xEE, 0x100)])
RUN = r"[^\x00-\x7f](?:[^\x00-\x7f]|\?)*"
KEPT = "[^\x00-\x7f\ufffd]+"
POSSIBLE_MARKS = "“”‘’–—…•„‚"
# In a line that a lattice is to read, a private-use character holds the place of a lost mark; above HELD its
# number has a bit for each of POSSIBLE_MARKS that it may have been.
HELD = 0xE000
# The cost, in nats, of reading a dash of the kind that the article uses less.
OTHER_DASH = 2.0
# The share of East Asian characters (those from EAST_ASIA on) that a codec must explain; the rest may be a
# Chinese name.
EXPLAINED, EAST_ASIA = 0.8, "\u2e80"
# The codecs in which Windows-1252 was read, and an expression for a run of what they make of it.
READ_WINDOWS = ("gbk", "cp949", "cp932", "cp950")
EAST_ASIAN = "[\u3000-\ud7ff]+"
# What proves it: an apostrophe within a word, or FEWEST_EATEN different runs that swallowed an ASCII letter
# there.
JOINS = r"’[^\W\d_]"
ASCII_LETTER = "[A-Za-z]"
FEWEST_EATEN = 3


class Lost(NamedTuple):
    """A mark whose last byte was lost, with the marks that it may have been."""

    options: str


Characters = list[str | Lost]


def repair(lines: Lines) -> tuple[Lines, Edits]:
    """Return the lines with marks and swallowed letters put back, and an edit for each change."""
    text = lines.text
    if not any(part.encode("utf-8", "surrogatepass").translate(None, OTHERS) for part in in_parts(text)):
        return lines, NO_EDITS
    if not _trigger().search(text) or any(map(_is_held, text)):
        return lines, NO_EDITS
    foreign = sum(1 for character in text if EAST_ASIA <= character != "\ufffd")
    explained = {codec: _explained(text, codec) for codec in CODECS}
    codec = max(CODECS, key=explained.__getitem__)
    if explained[codec] < EXPLAINED * foreign:
        return lines, NO_EDITS

    def repaired(lines: Lines) -> Iterator[str]:
        return _decided(Lines.joined(_rewrite(line, codec) for line in lines))

    return rewritten_in_parts(lines, repaired, f"misread:utf-8 as {codec}")


def repair_windows(lines: Lines) -> tuple[Lines, Edits]:
    """Return the lines with runs that were Windows-1252 read as such, and an edit for each change."""
    text = lines.text
    if not may_be_double_byte(text) or not may_be_misread(text):
        return lines, NO_EDITS
    codec, read = _elect(text)
    if not read:
        return lines, NO_EDITS
    reread = (re.sub(EAST_ASIAN, lambda run: read.get(run[0], run[0]), line) for line in lines)
    return rewritten(lines, reread, f"misread:cp1252 as {codec}")


@cache
def _trigger() -> re.Pattern[str]:
    """Return an expression for signs of these codecs: the head of a mark, or what a letter was read as."""
    certain, letters = HEADS + FAR_IN_GBK, "".join(letters_read_in(CODECS))
    return re.compile(
        f"[{certain}\ufffd{letters}](?:(?<=[{certain}])|(?<={LOST_HEAD})[가-힣]|(?<=[A-Za-z][{letters}]))"
    )


def letters_read_in(codecs: Iterable[str]) -> set[str]:
    """Return the East Asian characters that the letters À to ÿ begin with, read in these codecs."""
    letters = [bytes((0xC3, byte)) for byte in range(0x80, 0xC0)]
    read = {letter.decode(codec, "replace")[0] for codec in codecs for letter in letters}
    return {char for char in read if EAST_ASIA <= char < "\ud800"}


def _explained(text: str, codec: str) -> int:
    runs = (run[0] for run in re.finditer(_run(codec), text))
    return sum(
        len(run) - run.count("?") - run.count("\ufffd") for run in runs if _read(run, codec) is not None
    )


def _run(codec: str) -> str:
    return KEPT if codec in LOSING else RUN


def _read(run: str, codec: str) -> Characters | None:
    """Return the characters of a run, or None if it is no UTF-8 in `codec` that an article may hold."""
    reading: Characters = []
    sequence: list[int | None] = []
    missing = 0
    for byte in _bytes(run, codec):
        if missing:
            if byte is not None and not 0x80 <= byte < 0xC0 and byte != ord("?"):
                return None
            sequence.append(None if byte == ord("?") else byte)
            missing -= 1
            if not missing:
                character = _character(sequence)
                if character is None:
                    return None
                reading.append(character)
        elif byte is None or 0x80 <= byte < 0xC2 or byte > 0xF4:
            return None
        elif byte < 0x80:
            reading.append(chr(byte))
        else:
            sequence = [byte]
            missing = 1 if byte < 0xE0 else 2 if byte < 0xF0 else 3
    return None if missing else reading


def _bytes(run: str, codec: str) -> list[int | None]:
    """Return the bytes of `run` in `codec`, with None for a byte that was lost or cannot be encoded."""
    first, *others = run.split(LOST_HEAD) if codec == HEADLESS else [run]
    found = _written(first, codec)
    for part in others:
        found += [*MARK_HEAD, *_written(part, codec)]
    return found


def _written(run: str, codec: str) -> list[int | None]:
    found: list[int | None] = []
    for character in run:
        try:
            found += [None] if character == "\ufffd" else character.encode(codec)
        except UnicodeEncodeError:
            found.append(None)
    return found


def _character(sequence: list[int | None]) -> str | Lost | None:
    known = [byte for byte in sequence if byte is not None]
    if len(known) == len(sequence):
        try:
            character = bytes(known).decode()
        except UnicodeDecodeError:
            return None
        return character if _is_expected(character) else None
    options = "".join(mark for mark in POSSIBLE_MARKS if _fits(mark.encode(), sequence))
    return Lost(options) if options else None


def _is_expected(character: str) -> bool:
    return (
        "\xa0" <= character < "\u0180"
        or "\u0384" <= character < "\u0530"
        or "\u2009" <= character < "\u2300"
        or character >= "\U0001f000"
    ) and (character.isprintable() or character.isspace() or character in "\xad\u200b\u200d")


def _fits(mark: bytes, sequence: list[int | None]) -> bool:
    return len(mark) == len(sequence) and all(
        lost in (None, byte) for byte, lost in zip(mark, sequence, strict=True)
    )


def _elect(text: str) -> tuple[str, dict[str, str]]:
    """Return the codec in which runs of East Asian characters are Windows-1252, and what each run was.

    Return "" and {} if no codec is proven by a run within a word, or if too few runs decode.
    """
    runs = [run for run in re.finditer(EAST_ASIAN, text) if _is_beside_word(run)]
    different = {run[0] for run in re.finditer(EAST_ASIAN, text)}
    for codec in READ_WINDOWS if runs else ():
        read = {run: meant for run in different if (meant := _in_windows(run, codec))}
        within = {read[run[0]] for run in runs if run[0] in read}
        if any(meant[0].isupper() for meant in within):  # behind a small letter
            continue
        eaten = [meant for meant in within if re.search(ASCII_LETTER, meant)]
        if len(read) >= EXPLAINED * len(different) and (
            any(re.match(JOINS, meant) for meant in within) or len(eaten) >= FEWEST_EATEN
        ):
            return codec, read
    return "", {}


def _is_beside_word(run: re.Match[str]) -> bool:
    before = run.string[run.start() - 1 : run.start()]
    return before.isascii() and before.islower()


def _in_windows(run: str, codec: str) -> str | None:
    """Return a run read in Windows-1252, or None if that is no text."""
    try:
        meant = run.encode(codec).decode("cp1252")
    except UnicodeError:
        return None
    is_text = all(char.isalpha() or char in POSSIBLE_MARKS for char in meant)
    return meant if is_text and not any(char > "\x7f" and char.isupper() for char in meant[1:]) else None


# --- The place of a lost mark ----------------------------------------------------------------------


def _rewrite(line: str, codec: str) -> str:
    """Return a line with the characters that are known, and a placeholder for each lost mark."""
    written: list[str] = []
    end = 0
    for run in re.finditer(_run(codec), line):
        written.append(line[end : run.start()])
        end = run.end()
        reading = _read(run[0], codec) or list(run[0])
        for place, character in enumerate(reading, 1):
            if isinstance(character, str):
                written.append(character)
                continue
            behind = reading[place] if place < len(reading) else line[end : end + 1]
            options = _losing(character.options, behind if isinstance(behind, str) else "“", codec)
            written.append(chr(HELD + sum(1 << POSSIBLE_MARKS.index(mark) for mark in options)))
    return "".join(written) + line[end:]


def _losing(options: str, after: str, codec: str) -> str:
    """Return those of `options` whose last byte `codec` cannot read before `after`; all if there are none."""
    following = after.encode(errors="replace")[:1]
    losing = [
        mark
        for mark in options
        if (mark.encode()[-1:] + following).decode(codec, "replace").startswith("\ufffd")
    ]
    return "".join(losing) or options


def _held(lines: Lines, own: frozenset[str]) -> dict[str, list[Item]]:
    """Return what each placeholder in lines can stand for, in a document of the languages `own`.

    A dash costs more if most dashes that came through are of the other kind.
    """
    chars: Counter[str] = Counter()
    for part in lines.parts():
        chars.update(part)
    marks = marks_of(own)
    found = {}
    for char in {*filter(_is_held, chars), *POSSIBLE_MARKS}:
        options = _options(char) if _is_held(char) else char
        found[char] = [
            Item(char, mark, role, cost + OTHER_DASH * _is_other_dash(mark, chars))
            for mark in options
            for role, cost in marks[mark].items()
        ]
    return found


def _is_other_dash(mark: str, chars: Counter[str]) -> bool:
    other = {"–": "—", "—": "–"}.get(mark)
    return other is not None and chars[mark] < chars[other]


def _is_held(char: str) -> bool:
    return 0 < ord(char) - HELD < 1 << len(POSSIBLE_MARKS)


def _options(held: str) -> str:
    return "".join([mark for at, mark in enumerate(POSSIBLE_MARKS) if ord(held) - HELD >> at & 1])


def _decided(lines: Lines) -> Iterator[str]:
    """Yield the lines with the likeliest mark for each placeholder."""
    own = languages.read(lines.head(LONGEST_ARTICLE)).own
    lattice = Lattice(None, own, held=_held(lines, own))

    def decided(number: int) -> str:
        chars = list(lines[number])
        decoded = lattice.decode(Line(lines, number, lattice.language), None)
        for end, item in decoded.items():
            if item.image != item.original:
                chars[end - 1] = item.original
        return "".join(chars)

    return map(decided, range(len(lines)))
