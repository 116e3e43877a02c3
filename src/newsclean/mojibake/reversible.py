"""What ftfy repairs: text that was decoded with the wrong codec and lost nothing on the way."""

import ftfy
from ftfy.badness import is_bad

from newsclean.edits import Edit, compare
from newsclean.mojibake.gate import may_be_misread

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
)

CODECS = ("latin-1", "sloppy-windows-1252")  # those that ftfy tries first
LOST = b"\x1a"  # what the sloppy codecs write for U+FFFD


def repair(lines: list[str]) -> tuple[list[str], list[Edit]]:
    """Return `lines`, as many, as ftfy repairs each, and an edit for each change."""
    repaired = [repair_line(line) if may_be_misread(line) else line for line in lines]
    return repaired, compare(lines, repaired, "mojibake:reversible")


def repair_line(line: str) -> str:
    """Return `line` as ftfy repairs it."""
    repaired = _reread(line)
    return ftfy.fix_text(line, CONFIG) if repaired is None else repaired


def _reread(line: str) -> str | None:
    """Do what ftfy would do with a line that is UTF-8 throughout, read in one of its first two codecs.

    Most damaged lines are, and ftfy would look through each five times.  None for any other line.
    """
    while may_be_misread(line):
        if len(line) > CONFIG.max_decode_length or not is_bad(line):
            return None
        raw = _encode(line)
        # ftfy treats U+FFFD and surrogates apart.
        if raw is None or LOST in raw or b"\xed" in raw:
            return None
        try:
            line = raw.decode()
        except UnicodeDecodeError:
            return None
    return line


def _encode(line: str) -> bytes | None:
    for codec in CODECS:
        try:
            return line.encode(codec)
        except UnicodeEncodeError:
            continue
    return None
