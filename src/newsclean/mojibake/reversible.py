"""What ftfy repairs: text that was decoded with the wrong codec and lost nothing on the way."""

import ftfy

from newsclean.edits import Edit, compare
from newsclean.mojibake.gate import may_be_misread

# Repair only: nothing that an intact text may hold by right is touched (quotes, widths, ligatures,
# line breaks, normal forms).  Entities are decoded by us: ftfy stops at the first "<" of a text.
CONFIG = ftfy.TextFixerConfig(
    unescape_html=False,
    uncurl_quotes=False,
    fix_character_width=False,
    fix_latin_ligatures=False,
    fix_line_breaks=False,
    normalization=None,
)


def repair(lines: list[str]) -> tuple[list[str], list[Edit]]:
    """Return `lines`, as many, as ftfy repairs each, and an edit for each change."""
    repaired = [_repair_line(line) if may_be_misread(line) else line for line in lines]
    return repaired, compare(lines, repaired, "mojibake:reversible")


def _repair_line(line: str) -> str:
    """Repair `line`, but keep a line of control characters alone.

    Emptied, its LF would join the CR that may end the line before it, and two lines would be one.
    """
    repaired = ftfy.fix_text(line, CONFIG)
    return repaired if repaired.strip("\r\n") else line
