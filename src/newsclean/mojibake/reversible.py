"""What ftfy repairs: text that was decoded with the wrong codec and lost nothing on the way."""

import re
import sys
from contextlib import suppress

import ftfy
from ftfy.badness import BADNESS_RE

from newsclean.edits import Edit, compare, split_lines
from newsclean.mojibake import misread
from newsclean.mojibake.gate import may_be_misread, may_be_utf8

# Repair only: nothing that an intact text may hold by right is touched (quotes, widths, ligatures,
# line breaks, normal forms, control characters, which no misreading makes).  Entities are decoded by
# us: ftfy stops at the first "<" of a text.
CONFIG = ftfy.TextFixerConfig(
    unescape_html=False,
    uncurl_quotes=False,
    fix_character_width=False,
    fix_latin_ligatures=False,
    fix_line_breaks=False,
    remove_terminal_escapes=False,
    remove_control_chars=False,
    fix_surrogates=False,  # it would put U+FFFD for half a character
    normalization=None,
    max_decode_length=sys.maxsize,  # it would part longer lines anywhere, in the midst of a character too
)

TWICE = "РІР‚"  # the head of a mark read in Windows-1251 twice; ftfy takes it for Russian
# A Western letter within a word, read in Windows-1251: `cafГ©`, `Гјber`; ftfy takes it for Russian.
SECOND = re.escape(bytes(range(0x80, 0xC0)).decode("cp1251", "ignore"))
WESTERN = re.compile(f"Г[{SECOND}](?:(?<=[A-Za-z]Г.)|(?=[A-Za-z]))")
LOST = b"\x1a"  # what the sloppy codecs write for U+FFFD
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
# The codecs that ftfy tries, in its order, and one that it does not know.
WINDOWS_1252 = "sloppy-windows-1252"
FIRST = ("latin-1", WINDOWS_1252)
CODECS = (
    *reversed(FIRST),
    "sloppy-windows-1251",
    "sloppy-windows-1250",
    "sloppy-windows-1253",
    "sloppy-windows-1254",
    "sloppy-windows-1257",
    "iso-8859-2",
    "iso-8859-15",
    "mac-roman",
)
# "€" beside a C1 control is a byte of Windows-1252 there, of two readings, not one of ISO-8859-15.
OF_FTFY = tuple(codec for codec in CODECS if codec != "iso-8859-15")


def repair(lines: list[str]) -> tuple[list[str], list[Edit]]:
    """Return `lines`, as many, as ftfy repairs each, and an edit for each change.

    ftfy judges each line alone: it may read one in a likelier codec than that of the document, and
    passes damage that could be meant, as `â„¢` could.  So the codec that explains most of the bad lines
    reads those first that it explains whole; and where ftfy then found work, what ftfy left.
    """
    bad = [line for line in lines if may_be_misread(line) and _is_damaged(line)]
    if not bad:
        return lines, []
    codec = _codec(bad)
    repaired = [_read_by_codec(line, codec) if may_be_misread(line) else line for line in lines]
    if codec and repaired != lines:
        repaired = [line if line.isascii() else misread.reread(line, codec) for line in repaired]
    return repaired, compare(lines, repaired, "mojibake:reversible")


def _is_damaged(line: str) -> bool:
    return _is_bad(line) or TWICE in line or WESTERN.search(line) is not None


def _is_bad(line: str) -> bool:
    """Tell what `ftfy.badness.is_bad` tells, from the first character on of which that can be said.

    All that it looks for holds one beyond ASCII, before which it sees two others at the most.
    """
    first = BEYOND_ASCII.search(line)
    return first is not None and BADNESS_RE.search(line, max(0, first.start() - 2)) is not None


def _codec(bad: list[str]) -> str | None:
    """The codec that explains most of the `bad` lines; Windows-1252, if that explains all."""
    if all(_read_as_utf8(line, FIRST) is not None for line in bad):
        return WINDOWS_1252
    return misread.elect("".join(bad), CODECS)


def _read_by_codec(line: str, codec: str | None) -> str:
    """Read a line in the codec of the document if that explains it whole, and leave the rest to ftfy."""
    if codec and codec not in FIRST and _is_damaged(line):
        with suppress(UnicodeError):
            line = line.encode(codec).decode()
    return repair_line(line)


def undo_certain(lines: list[str]) -> tuple[list[str], list[Edit]]:
    """Return `lines`, as many, with those that `repair` would read without a doubt, and an edit for each.

    In their company the other lines need no doubt either that could be meant, as `â„¢` could: each is read as
    often as the others.  No line is read more often, for what has come out may be UTF-8 as well, as `É’` is.
    """
    undone = _undo_at_once(lines)
    if undone is None:
        found = [(_undo_line(line) if may_be_utf8(line) else None) or (line, 0) for line in lines]
        most = max((times for _, times in found), default=0)
        undone = [_read_again(line, most - times) for line, times in found]
    return undone, compare(lines, undone, "mojibake:reversible")


def _read_again(line: str, times: int) -> str:
    """Read a line as UTF-8 so many times more, as far as it is that."""
    for _ in range(times):
        if may_be_utf8(line):
            line = _read_as_utf8(line, FIRST) or line
    return line


def _undo_at_once(lines: list[str]) -> list[str] | None:
    """Return what `undo_certain` makes of lines that are UTF-8 throughout, read in one codec and once.

    None for any others.  What both codecs can write, they write alike.
    """
    text = _read_as_utf8("".join(lines), FIRST)
    if text is None or may_be_misread(text) or not any(map(_is_bad, lines)):
        return None
    return split_lines(text)


def repair_line(line: str) -> str:
    """Return `line` as ftfy repairs it, but for one of which ftfy would lose a character."""
    found = _undo_line(line)
    repaired = found[0] if found else ftfy.fix_text(line, CONFIG)
    # Its variant of UTF-8 reads `À` and whatever stands behind it, the end of the line even, as NUL.
    return line if "\0" in repaired and "\0" not in line else repaired


def _undo_line(line: str) -> tuple[str, int] | None:
    """Do what ftfy would do with a line that is UTF-8 throughout, read in another codec.

    Most damaged lines are, and ftfy would look through each five times.  Returns the line and how often it
    was read; None for any other line.
    """
    times = 0
    while may_be_misread(line):
        # First what costs least: a line that is no UTF-8 need not be looked through.
        read = _read_as_utf8(line)
        if read is None or not _is_bad(line):
            return None
        line, times = read, times + 1
    return line, times


def _read_as_utf8(line: str, codecs: tuple[str, ...] = OF_FTFY) -> str | None:
    """Return what a line is in UTF-8 if it is that throughout, read in one of the codecs."""
    for codec in codecs:
        try:
            raw = line.encode(codec)
            # ftfy treats U+FFFD and surrogates apart.
            if LOST not in raw and b"\xed" not in raw:
                return raw.decode()
        except UnicodeError:
            continue
    return None
