"""Quoted-printable mail: characters spelled out as octets, and lines that a final "=" has broken."""

import re
from collections.abc import Callable
from functools import cache, partial

from newsclean.edits import NO_EDITS, Edits, compare
from newsclean.lines import Lines
from newsclean.mojibake.notations import TOPIC, is_far_letter, is_other_than_utf8, is_text, utf8
from newsclean.mojibake.triggers import HIGH

# A "=" itself is written `=3D`, so one behind another, as in a ruler of them, is no soft break.
SOFT_BREAK = re.compile(r"(?<!=)=[ \t]*(?:\r\n|\n|\r)$")
SOFT_BREAKS = re.compile(r"(?<!=)=[ \t]*(?:\r\n|\n|\r)")
BARE_SIGN = re.compile(r"=(?![0-9A-Fa-f]{2}|\?[\w-])")
# Octets, or an encoded word of a mail header (RFC 2047), which stays.
OCTETS = re.compile(
    r"=\?[\w-]{1,40}\?[QqBb]\?[^?\s]{1,75}\?=|(?:=[0-9A-F]{2})+|(?:=[c-f][0-9a-f](?:=[89ab][0-9a-f])+)+"
)
UTF8_OCTETS = re.compile(
    "=(?:[Cc][23]=[89ABab][0-9A-Fa-f]|[Ee][0-9A-Fa-f]=[89ABab][0-9A-Fa-f]=[89ABab][0-9A-Fa-f])"
)
BYTES = re.compile(f"(?:={HIGH})+")
LETTER_OCTET = re.compile(r"[a-z]=(?:9[1-4]|[EF][0-9A-F])[a-z]")
# Octets that touch no word: in a line about notations they are no proof.
EXAMPLE = re.compile(r"(?<![\w=])(?:=[0-9A-F]{2})+(?![\w=])")
# Software breaks the lines of quoted-printable mail at 76 characters (RFC 2045, 6.7), or a few earlier.
SOFT_WIDTH = range(70, 79)


def decode(lines: Lines) -> tuple[Lines, Edits]:
    """Return `lines` decoded if the document is quoted-printable, and the edits.

    One character of UTF-8 in octets proves it; so do two weaker signs together: an octet within a word, or a
    line of SOFT_WIDTH that ends in a soft break, in a text that has no "=" of its own.
    """
    text = SOFT_BREAKS.sub("", lines.text)
    if UTF8_OCTETS.search(text):
        text = "".join([EXAMPLE.sub("", line) if TOPIC.search(line) else line for line in Lines.split(text)])
    proofs = 2 * len(UTF8_OCTETS.findall(text)) + len(LETTER_OCTET.findall(text))
    if not BARE_SIGN.search(text):
        proofs += sum(1 for line in lines if SOFT_BREAK.search(line) and len(line.rstrip()) in SOFT_WIDTH)
    if proofs < 2:
        return lines, NO_EDITS
    joined = _join(lines)
    octets = partial(_octets, windows=cache(partial(is_other_than_utf8, text, BYTES)))
    after = [None if line is None else OCTETS.sub(octets, line) for line in joined]
    edits = compare(lines, after, "escape:quoted-printable")
    return Lines.joined(line for line in after if line is not None), edits


def _join(lines: Lines) -> list[str | None]:
    """Return the lines, joined where a soft break separates them; None for a line that was joined to another.

    A soft break with nothing before it joins nothing: if a blank line follows, a bare LF would be left, which
    together with a CR before it would become one line ending.
    """
    joined: list[str | None] = []
    parts: list[str] = []
    first = 0
    for number, line in enumerate(lines):
        soft = SOFT_BREAK.search(line) if number + 1 < len(lines) else None
        if soft and not parts and soft.start() == 0:
            soft = None
        joined.append(None)
        parts.append(line[: soft.start()] if soft else line)
        if not soft:
            joined[first] = "".join(parts)
            parts, first = [], number + 1
    return joined


def _octets(match: re.Match[str], windows: Callable[[], bool]) -> str:
    """Return what a run of octets spells, or the run itself if that is no text or an encoded word.

    `windows` tells whether octets of the document are Windows-1252.
    """
    if match[0].startswith("=?"):
        return match[0]
    data = bytes.fromhex(match[0].replace("=", ""))
    text = utf8(data)
    if not text or (is_far_letter(text, match) and windows()):
        text = data.decode("cp1252", "ignore")
    return text if text and all(map(is_text, text)) else match[0]
