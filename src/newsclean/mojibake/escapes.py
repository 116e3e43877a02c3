"""Characters that are spelled out in another notation: entities, backslash escapes, quoted-printable.

A publishing system that escapes a text twice, or forgets to unescape it once, leaves notations that readers
were never to see; `notations` lists them.  They have lost nothing, so the only question is whether the author
meant them as they stand.  A notation that could be ordinary text ("eu2019", "x=92") is decoded only if
something in the document proves it.  What stays is a run that the line only shows, as an article on notations
does, and any run in a URL, a path or code.  Decoding never makes a line break, a control character or a tag.
"""

import re
from collections.abc import Callable
from functools import cache, partial

from newsclean.edits import Edits, History, rewritten
from newsclean.lines import Lines
from newsclean.mojibake import mentions, quoted_printable
from newsclean.mojibake.notations import NOTATIONS, TOPIC, Notation, holds_windows, is_far_letter, is_text
from newsclean.mojibake.triggers import ENTITY_LETTERS

# An ampersand before punctuation or at the end of a line joins no two names: the line speaks of the sign
# itself, and `&amp;` in that line is meant.
NAMED_AMPERSAND = re.compile(r"&(?:amp;)?[.,:!?)\]]|&\s*$")
# What makes a line code: a string literal behind an operator or a bracket, the end of a statement, an escaped
# control character.
CODE = re.compile(
    r"""[=(\[{]\s?["'`]|\w\([^()]*\);\s*$|[{}]\s*$|^\s*(?://|/\*|<\?|<!)|\\x(?:0[0-8]|1[0-9A-Fa-f])"""
)
TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>|<!--")
BARE_AMPERSAND = re.compile(r"&(?!amp;)\w+=")
MARKUP = frozenset('<>&"')
QUOTES = frozenset("\"'`“”‘’")
# What separates or joins letters of Arabic and Indic scripts, and does nothing between letters of ASCII.
JOINERS = frozenset("\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}")
# What Windows-1252 has no character for.
UNASSIGNED = "\x81\x8d\x8f\x90\x9d"
# Letters that are words by themselves, as in Italian, Welsh and Vietnamese: between spaces they may be text.
ONE_LETTER_WORDS = frozenset("àáâèéìíòóôùúýæøåöÀÁÂÈÉÌÍÒÓÔÙÚÝÆØÅÖ")

# A letter of a word, as an entity.
LETTER_ENTITY = re.compile(
    rf"[A-Za-z;](?:&(?:amp;)*(?:{ENTITY_LETTERS}|#\d{{3,4}});)|&(?:{ENTITY_LETTERS}|#\d{{3,4}});[A-Za-z]"
)


def decode(lines: Lines) -> tuple[Lines, Edits]:
    """Return `lines` with escapes decoded, and an edit for each change.

    Lines that quoted-printable had broken are joined: the first is edited and the others are removed, so the
    result may have fewer lines.  The edits count lines of the input from 1.
    """
    history = History()
    lines, made = quoted_printable.decode(lines)
    history.add(made)
    text = lines.text
    for notation in NOTATIONS:
        if notation.pattern.search(text) and (notation.proof is None or notation.proof.search(text)):
            windows = cache(partial(holds_windows, text, notation))
            within_words = notation.name == "html" and LETTER_ENTITY.search(text) is not None
            decoded = (_decode_line(line, notation, windows, within_words) for line in lines)
            lines, made = rewritten(lines, decoded, f"escape:{notation.name}")
            history.add(made)
    return lines, history.edits


def _decode_line(line: str, notation: Notation, windows: Callable[[], bool], within_words: bool) -> str:
    """Return `line` with the runs of one notation decoded, except those that are meant as they stand.

    `windows` tells whether bytes of the document are Windows-1252.  `within_words` says that letters within
    words of the document are spelled out, so that a single one may be a word.
    """
    if CODE.search(line):
        return line
    about = TOPIC.search(line) is not None
    tagged = TAG.search(line) is not None
    names_ampersands = NAMED_AMPERSAND.search(line) is not None

    def replace(run: re.Match[str]) -> str:
        characters = _spelled(run, notation, windows)
        return run[0] if characters is None or stays(run, characters) else characters

    def stays(run: re.Match[str], characters: str) -> bool:
        is_word = within_words and not about and characters.isalpha()
        if not is_word and _is_mentioned(line, *run.span(), about, characters):
            return True
        if characters == "&" and names_ampersands:
            return True
        if _is_in_address(line, run.start(), notation.address) and (
            characters != "&" or _is_bare(line, run.start())
        ):
            return True
        # In a line with markup these four may be escaped on purpose.
        return tagged and not MARKUP.isdisjoint(characters)

    decoded = notation.pattern.sub(replace, line)
    is_tag = not tagged and TAG.search(decoded) is not None
    return line if decoded == line or is_tag or mentions.is_mention(line, decoded) else decoded


def _spelled(run: re.Match[str], notation: Notation, windows: Callable[[], bool]) -> str | None:
    """Return the characters of a run, or None if an article cannot hold them."""
    characters = notation.spell(run[0])
    if not characters:
        return characters
    if is_far_letter(characters, run) and windows():
        characters = characters.encode().decode("cp1252", "ignore")
    may_be = all(map(is_text, characters)) or _is_piece(run.string, run.start(), characters)
    return characters if may_be else None


def _is_mentioned(line: str, start: int, end: int, about: bool, characters: str) -> bool:
    """Tell whether the run from `start` to `end`, which spells `characters`, is only shown.

    It stands alone, between spaces or quotation marks, or touches no word in a line `about` notations.
    """
    before, after = line[start - 1 : start], line[end : end + 1]
    if before and after and QUOTES.issuperset(before + after):
        return True
    if not before.strip() and not after.strip() and not _stands_alone(characters):
        return True
    if characters in JOINERS and (before + after).isascii():
        return True
    return about and not before.isalnum() and not after.isalnum()


def _stands_alone(characters: str) -> bool:
    """Tell whether these may stand between spaces as text; a quotation mark or most Latin letters may not."""
    return (
        len(characters) > 1
        or characters in ONE_LETTER_WORDS
        or not (characters in QUOTES or (characters.isalpha() and characters < "ɐ"))
    )


def _is_in_address(line: str, start: int, address: re.Pattern[str]) -> bool:
    """Tell whether `address` matches in the word before `start`."""
    # 200 characters bound the work on a line without spaces.
    token = line[max(0, start - 200) : start].rpartition(" ")[2]
    return address.search(token) is not None


def _is_bare(line: str, start: int) -> bool:
    """Tell whether an address holds ampersands that are not escaped, so that none was."""
    address = (
        line[max(0, start - 200) : start].rpartition(" ")[2] + line[start : start + 200].partition(" ")[0]
    )
    return BARE_AMPERSAND.search(address) is not None


def _is_piece(line: str, start: int, characters: str) -> bool:
    """Tell whether this is the last byte of a misread character, as in `â€&#157;`."""
    before = line[start - 1 : start]
    return characters in UNASSIGNED and (before == ";" or before > "\x7f")
