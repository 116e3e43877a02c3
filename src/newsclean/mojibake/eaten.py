"""UTF-8 that was read in an East Asian codec of two bytes a character, which eats the letter behind.

The three bytes of ’ and the `s` behind it make two characters of GBK: `it’s` becomes `it鈥檚`, in
Shift_JIS `it窶冱`.  Written in that codec again, a run is UTF-8, letter and all.  A last byte that makes no
character with what follows, a space for example, was lost to U+FFFD or `?`: of the marks that it may
have been, those remain that would lose it before that very character, and the place decides.
"""

import re
from typing import NamedTuple

from newsclean.edits import Edit, compare

# In the order in which a tie is decided.
CODECS = ("gbk", "gb18030", "cp932")
# The head of every mark as these codecs read it; behind a letter, À to ÿ as GBK reads them.
TRIGGER = re.compile(
    "鈥|窶|[A-Za-z]"
    "[脌脕脗脙脛脜脝脟脠脡脢脣脤脥脦脧脨脩脪脫脭脮脰脳脴脵脷脹脺脻脼脽"
    "脿谩芒茫盲氓忙莽猫茅锚毛矛铆卯茂冒帽貌贸么玫枚梅酶霉煤没眉媒镁每]"
)
RUN = re.compile(r"[^\x00-\x7f](?:[^\x00-\x7f]|\?)*")
MARKS = "“”‘’–—…•"
# Characters of a line that are looked at on either side of a lost mark.
CONTEXT = 400
# Share of the characters of East Asia (from there on) that a codec must explain: a Chinese name may stand in
# the article.
EXPLAINED, EAST_ASIA = 0.8, "\u2e80"


# A single quotation is open: none but apostrophes within words since.
OPEN_SINGLE = re.compile(r"‘(?:[^‘’“]|’(?=\w))*+$")
# A closing mark behind punctuation comes before the next opening one.
CLOSES_LATER = re.compile(r"(?:(?! [^\x00-\x7f][^ ])[^“])*?[.,!?][^\x00-\x7f]")


class Lost(NamedTuple):
    """A mark whose last byte was lost, as the marks it may have been."""

    options: str


Reading = list[str | Lost]


def repair(lines: list[str]) -> tuple[list[str], list[Edit]]:
    """Return `lines`, as many, with marks and eaten letters put back, and an edit for each change."""
    text = "".join(lines)
    if not TRIGGER.search(text):
        return lines, []
    foreign = sum(1 for character in text if character >= EAST_ASIA)
    explained = {codec: _explained(text, codec) for codec in CODECS}
    codec = max(CODECS, key=explained.__getitem__)
    if explained[codec] < EXPLAINED * foreign:
        return lines, []
    readings = [[_read(run[0], codec) for run in RUN.finditer(line)] for line in lines]
    dash = _usual_dash(readings)
    repaired = [_rewrite(line, row, codec, dash) for line, row in zip(lines, readings, strict=True)]
    return repaired, compare(lines, repaired, f"misread:utf-8 as {codec}")


def _explained(text: str, codec: str) -> int:
    runs = (run[0] for run in RUN.finditer(text))
    return sum(len(run) - run.count("?") for run in runs if _read(run, codec) is not None)


def _read(run: str, codec: str) -> Reading | None:
    """The characters of a run, None if it was no UTF-8 in `codec` or none to expect in an article."""
    reading: Reading = []
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
    """The bytes of `run` in `codec`, None for one that was lost or cannot be."""
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
    options = "".join(mark for mark in MARKS if _fits(mark.encode(), sequence))
    return Lost(options) if options else None


def _is_expected(character: str) -> bool:
    return (
        "\xa0" <= character < "\u0180" or "\u2009" <= character < "\u2300" or character >= "\U0001f000"
    ) and (character.isprintable() or character.isspace() or character in "\xad\u200b\u200d")


def _fits(mark: bytes, sequence: list[int | None]) -> bool:
    return len(mark) == len(sequence) and all(
        lost in (None, byte) for byte, lost in zip(mark, sequence, strict=True)
    )


# --- The place of a lost mark ----------------------------------------------------------------------


def _usual_dash(readings: list[list[Reading | None]]) -> str:
    """The dash that the article uses, as far as dashes came through."""
    marks = [mark for row in readings for reading in row if reading for mark in reading]
    return "–" if marks.count("–") > marks.count("—") else "—"


def _rewrite(line: str, readings: list[Reading | None], codec: str, dash: str) -> str:
    written: list[str] = []
    before = ""
    end = 0
    for run, reading in zip(RUN.finditer(line), readings, strict=True):
        written.append(line[end : run.start()])
        end = run.end()
        before = (before + written[-1])[-CONTEXT:]
        for place, character in enumerate(run[0] if reading is None else reading):
            mark = character if isinstance(character, str) else ""
            if isinstance(character, Lost) and reading is not None:
                behind = reading[place + 1] if place + 1 < len(reading) else line[end : end + 1]
                after = behind if isinstance(behind, str) else "“"
                options = _losing(character.options, after, codec)
                mark = _choose(options, before, after, line[end : end + CONTEXT], dash)
            written.append(mark)
            before += mark
    written.append(line[end:])
    return "".join(written)


def _losing(options: str, after: str, codec: str) -> str:
    """Those of `options` whose last byte `codec` cannot read before `after`; all if none."""
    following = after.encode(errors="replace")[:1]
    losing = [
        mark
        for mark in options
        if (mark.encode()[-1:] + following).decode(codec, "replace").startswith("\ufffd")
    ]
    return "".join(losing) or options


def _choose(options: str, before: str, after: str, rest: str, dash: str) -> str:
    """The mark that stands best between `before`, the line so far, and `after`, the next character."""
    preferred = _preferred(before, after, rest, dash)
    return next((mark for mark in preferred if mark in options), options[0])


def _preferred(before: str, after: str, rest: str, dash: str) -> str:
    last = before[-1:]
    single = OPEN_SINGLE.search(before) is not None
    german = "„" in before
    double = not german and before.count("“") > before.count("”")
    if not last or last.isspace() or last in "([“‘—":
        if not after or after.isspace() or after in ",.;:":
            return dash + "…”" if before.strip() else "•" + dash + "“"
        return ("’“" if after.isdigit() and not double else "“‘") + "…"
    if german and before.count("„") > before.count("“"):
        return "“’…–"
    if last in ".,!?" or last.isdigit():
        return ("–" if after.isdigit() else "") + ("’”" if single else "”’") + "…–"
    if double and not single and not (last == "s" and CLOSES_LATER.match(rest)):
        return "”’…–"
    return "’…–" if last == "s" or single or after in ".,;:)" else "…’–"
