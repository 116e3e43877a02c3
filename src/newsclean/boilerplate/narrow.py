r"""Cuts a pattern down to the alternatives that one line can match.

The time to compile a pattern grows with its length.  Most of a rule is alternatives of plain words, of which
a line holds only a few; without the others it is short:

    \b(?:support|fund|protect) (?:our|independent) (?:journalism|work|newsroom)\b
    in "please support our newsroom":
    \bsupport our newsroom\b

In that line it matches what the whole pattern matches; it must not be used for any other line.
"""

import re
from collections.abc import Iterator

# The pieces of a pattern in the dialect of `patterns`: the start and the end of a group, the bar between
# alternatives, plain text that must occur, and anything else, one at a time.
_PIECE = r"""
    \((?:\?:)? | \)(?:\?|\{[\d,]+\})? | \|
    | (?: [^\\()|\[{}?.^$] (?![?{]) )+
    | (?: \[\^?\]? (?:\\.|[^\]\\])* \] | \\. | [^()|] ) (?:\?|\{[\d,]+\})?
"""


def narrow(pattern: str, text: str) -> str | None:
    """Return a pattern that matches in `text` what `pattern` does, or None if that is certainly nothing."""
    kept, _ = _alternatives(iter(re.findall(_PIECE, pattern, re.VERBOSE)), text)
    return "|".join(kept) if kept else None


def _alternatives(pieces: Iterator[str], text: str) -> tuple[list[str], str]:
    """Read `pieces` to the end of a group; return the alternatives that `text` may match, and that end."""
    kept: list[str] = []
    parts: list[str] = []
    possible = True
    for piece in pieces:
        if piece[0] == "(":
            inside, close = _alternatives(pieces, text)
            if len(inside) == 1 and close == ")":
                parts.append(inside[0])
            elif inside:
                parts += [piece, "|".join(inside), close]
            else:
                possible = possible and close.startswith((")?", "){0"))
        elif piece[0] in "|)":
            if possible:
                kept.append("".join(parts))
            if piece[0] == ")":
                return kept, piece
            parts, possible = [], True
        else:
            parts.append(piece)
            possible = possible and (piece[0] in "\\[.^$" or piece[-1] in "?}" or piece in text)
    if possible:
        kept.append("".join(parts))
    return kept, ""
