"""Capitals at the end of words that only look like the first byte of a character, as in `«AMANHÃ»`.

Misread UTF-8 begins with a capital: û reads as `Ã»`, Ó as `Ã“`, ® as `Â®`.  So does what stands before a
closing mark in capital letters.  A capital and a mark at the end of a word of capitals are meant if

    the mark closes a quotation that is open     «AMANHÃ»  „AMANHÃ“  ”FRÅ”   a misread one opens with `Â«`
    it would be a sign of multiplication         IRMÃ— disse
    the word is listed as it stands, and not as it would be read             AMANHÃ…
    nothing else in the document is misread, and its line has intact letters    A IRMÃ– está

While ftfy repairs the rest of a line, such a capital is hidden behind a character for private use.
"""

import re
from collections.abc import Callable
from functools import partial

from newsclean.lines import LONGEST_ARTICLE

# A capital, and a mark or sign that may have been a second byte, at the end of a word.
AT_END = re.compile("[À-ÖØ-ÞĀ-Ž](?=[^\\w\\x00-\\x9f])(?=\xa0|.(?![^\\W_]))")
# The letters before it, from the beginning of the word on; no article has longer words.  In `Ã‰TÃ‰` the T
# begins none.
WORD = re.compile(r"(?:\A|(?<![^\x00-\x7f])[^\w\x80-\x9f€‰]|[\x00-@\[-`{-\x7f])([^\W\d_]*)\Z")
LONGEST_WORD = 40
# What closes a quotation, and what may have opened it: within so many characters, the longest title.
OPENED_BY = {
    **{"”": "“„”", "“": "„”", "’": "‘‚’", "‘": "‚’"},
    **{"»": "«»", "«": "»", "›": "‹›", "‹": "›"},
}
LONGEST_TITLE = 400
# A letter between ASCII: misreading leaves no small one there, except â where the rest of a mark was lost.
LONE_LETTER = re.compile(r"(?<![^\x00-\x7f])[^\W\d_A-Za-zÀ-Þâ](?![^\x00-\x7f])")
# Characters of Unicode for private use, one for each capital of Latin script.
HIDDEN = 0xE000
HIDDEN_CAPITAL = re.compile("[\ue0c0-\ue17f]")


def hide(line: str, alone: bool) -> str:
    """Return `line` with a private-use character in place of each capital that is meant.

    `alone` says that no other misread UTF-8 is known in the document.
    """
    if len(line) > LONGEST_ARTICLE:  # a copy would take as much memory; it is repaired part by part
        return line
    if line.isascii() or not AT_END.search(line) or HIDDEN_CAPITAL.search(line):
        return line
    intact = alone and any(letter[0].islower() for letter in LONE_LETTER.finditer(line))
    return AT_END.sub(partial(_hidden, alone=alone, intact=intact), line)


def spare(line: str, repair: Callable[[str], str]) -> str:
    """Return a line as `repair` makes it, except for the capitals that are meant, which it does not see."""
    hidden = hide(line, alone=False)
    if hidden == line:
        return repair(line)
    return HIDDEN_CAPITAL.sub(lambda capital: chr(ord(capital[0]) - HIDDEN), repair(hidden))


def _hidden(capital: re.Match[str], alone: bool, intact: bool) -> str:
    line, start = capital.string, capital.start()
    before = WORD.search(line[max(0, start - LONGEST_WORD) : start])
    word = before[1] + capital[0] if before else ""
    meant = word.isupper() and _is_meant(word, line, start + 1, alone, intact)
    return chr(HIDDEN + ord(capital[0])) if meant else capital[0]


def _is_meant(word: str, line: str, end: int, alone: bool, intact: bool) -> bool:
    """Tell whether a word of capitals in `line` is meant as it stands, before the mark at `end`.

    `alone` is that of `hide`; `intact` says that the line also has intact letters beyond ASCII.
    """
    read = _read(word[-1] + line[end])
    as_it_stands, as_read = _is_listed(word), _is_listed(word[:-1] + read)
    if as_it_stands != as_read or line[end + 1 : end + 2].isalpha():  # `Ã\xa0L`
        return as_it_stands > as_read
    if "\xa0" <= read < "\xc0":  # as in `IBMÂ®`: often nothing else is misread
        return alone and _closes(line, end)
    return intact or read == "×" or _closes(line, end)


def _closes(line: str, end: int) -> bool:
    """Tell whether the mark at `end` closes a quotation that an intact mark has opened."""
    mark = line[end]
    if line[end + 1 : end + 2] == mark:
        return False
    opening = OPENED_BY.get(mark, "")
    title = line[max(0, end - LONGEST_TITLE) : end]
    opened = max((title.rfind(char) for char in {*opening, mark}), default=-1)
    if opened < 0 or title[opened] not in opening:
        return False
    before = title[:opened][-1:]
    return not before.isalnum() and before != "€" and not title[opened + 1 :][:1].isspace()


def _read(pair: str) -> str:
    """Return the character that a capital and a mark are, in Windows-1252; empty if they are none."""
    from newsclean.mojibake import lean_ftfy  # noqa: F401  which registers the codec

    try:
        return pair.encode("sloppy-windows-1252").decode()
    except UnicodeError:
        return ""


def _is_listed(word: str) -> bool:
    """Tell whether a word of at least three letters is listed: most shorter ones are in some language."""
    from newsclean.mojibake.lossy.letters import lexicon

    return len(word) > 2 and lexicon.is_listed(word)
