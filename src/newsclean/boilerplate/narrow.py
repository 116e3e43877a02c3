r"""A pattern without the alternatives that one line cannot meet.

Python compiles a pattern in time with its length, and most of a rule is plain words in alternatives, of
which a line holds a few.  What is left without the others is short:

    \b(?:support|fund|protect) (?:our|independent) (?:journalism|work|newsroom)\b
    in "please support our newsroom":
    \bsupport our newsroom\b

In that line it matches what the whole pattern matches, and nothing else may be looked for with it.
"""

import re
from collections.abc import Iterator

# The pieces of a pattern (its dialect is that of `patterns`): what opens and closes a group, what parts
# alternatives, plain text that must stand there, and anything else, one at a time.
_PIECE = r"""
    \((?:\?:)? | \)(?:\?|\{[\d,]+\})? | \|
    | (?: [^\\()|\[{}?.^$] (?![?{]) )+
    | (?: \[\^?\]? (?:\\.|[^\]\\])* \] | \\. | [^()|] ) (?:\?|\{[\d,]+\})?
"""


def narrow(pattern: str, text: str) -> str | None:
    """Return a pattern that matches in `text` what `pattern` does; None if that is certainly nothing."""
    kept, _ = _alternatives(iter(re.findall(_PIECE, pattern, re.VERBOSE)), text)
    return "|".join(kept) if kept else None


def _alternatives(pieces: Iterator[str], text: str) -> tuple[list[str], str]:
    """Read `pieces` to the end of a group; return those alternatives that `text` may meet, and that end."""
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
