"""What ftfy repairs: text that was decoded with the wrong codec and lost nothing on the way."""

import ftfy

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


def repair(line: str) -> str:
    """Return `line` as ftfy repairs it; a line of control characters alone stays.

    Emptied, its LF would join the CR that may end the line before it, and two lines would be one.
    """
    repaired = ftfy.fix_text(line, CONFIG)
    return repaired if repaired.strip("\r\n") else line
