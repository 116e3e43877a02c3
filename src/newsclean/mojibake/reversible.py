"""What ftfy repairs: text that was decoded with the wrong codec and lost nothing on the way."""

import ftfy

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


def repair(lines: list[str]) -> tuple[list[str], list[Edit]]:
    """Return `lines`, as many, as ftfy repairs each, and an edit for each change."""
    repaired = [ftfy.fix_text(line, CONFIG) if may_be_misread(line) else line for line in lines]
    return repaired, compare(lines, repaired, "mojibake:reversible")
