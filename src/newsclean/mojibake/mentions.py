r"""What an article shows on purpose: letters that it names, broken words in quotation marks, damage as such.

    The letters “Â” and “Ã” are rare.      The page was read as Latin-1, so that â€™ stood for an apostrophe.
    The bug made «Zoé» of «ZoÃ©».   Ein Schild mit „Stra&szlig;e“ stand in der Straße.   "caf\u00e9" is "café"

A damaged line does not have one word both ways, broken in quotation marks and whole outside of them.
"""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache

from newsclean.lines import Lines
from newsclean.mojibake.triggers import CALLED, behind_its_name

# A letter that is named, in quotation marks or behind the word for a letter: “Â”, `La lettre Â est rare`.
# Letter and closing mark together look like misread UTF-8, but then the opening mark would have been misread
# too.  (Each part begins with a class, so that the search runs at its speed.)
NAMED_LETTER = (
    r"[“”„‘’‚«»](?<!\w[“”„‘’‚«»])\s?[^\W\d_]\s?[“”‘’«»](?!\w)"
    rf"|[ÂÃ](?:{behind_its_name('[ÂÃ]')})(?![^\W_])"
)
# A letter that stands by itself, as in `Em Ã se vê`, is named too if its line has another intact letter
# beyond ASCII, which a misreading of UTF-8 would also have broken.
LONE_LETTER = "[ÂÃ](?<= [ÂÃ])(?= )"
INTACT_LETTER = r"[^\W\x00-\x7fÂÃ]"
# Characters from a suspicious one to the far end of the letter that is named, or of its name, and one more.
NAMED = 2 + max(map(len, CALLED)) + 1

# A single word in quotation marks, with whatever is attached to it: “Renée.doc”.
QUOTED = '["\'“”„‘‚«»‹›「]\\s?([^\\s"“”„«»‹›「」]{3,40})\\s?["\'“”‘’«»‹›」]'
LETTERS_IN_A_ROW = r"[^\W\d_]+"
# Shorter words may recur in a line by chance.
SHORTEST = 3

# Names by which an article on encodings is known; it shows damage on purpose: `People saw â€™ for an
# apostrophe`.  In markup and addresses such names stand behind quotation marks and "=".  None of 516 articles
# has one.  (A single character is looked for first: a longer key would take ten times as long.)
ENCODINGS = (
    ("j", "j(?<=[Mm]oj)ibake"),
    ("F", r"F(?<=U\+F)(?<!<U\+F)FFD"),  # which R writes as <U+FFFD>
    ("8", r"""8(?:(?<=UTF-8)(?<![\w="'%]UTF-8)|859(?<=ISO[- ]8859)(?<![\w="'%]ISO[- ]8859))"""),
    ("1", r"""1(?:(?<=Latin-1)\b(?<![\w="'%]Latin-1)|25\d(?<=Windows-125\d)(?<![\w="'%]Windows-125\d))"""),
)
# Such an article is damaged itself if no line holds an intact character beyond ASCII, and in at least
# DAMAGED_LINES lines, and more than half of all, the damage touches a word or is most of the line: damage
# shown on purpose stands apart.
DAMAGED_LINES = 5
BESIDE_WORD = r"[A-Za-z][^\x00-\x7f]|[^\x00-\x7f][A-Za-z]"

# Compiled on demand, since an article may be damaged and need none of them.
_compiled = cache(re.compile)


def names_letter_near(text: str, start: int, end: int) -> bool:
    """Tell whether something suspicious, from `start` to `end`, may be part of a letter that `text` names."""
    near = text[max(0, start - NAMED) : end + NAMED]
    return _compiled(f"{NAMED_LETTER}|{LONE_LETTER}").search(near) is not None


def without_named_letters(text: str) -> str:
    """Return `text` with a plain letter for each letter that it names, in quotation marks or by itself.

    >>> without_named_letters("The letters “Â” and «Ã».")
    'The letters a and a.'
    >>> without_named_letters("La lettre Â est présente.")
    'La lettre a est présente.'
    """
    text = _compiled(NAMED_LETTER).sub("a", text)
    if _compiled(LONE_LETTER).search(text):
        lines = text.splitlines(keepends=True)
        text = "".join(map(_without_lone_letters, lines))
    return text


def _without_lone_letters(line: str) -> str:
    return re.sub(LONE_LETTER, "a", line) if re.search(INTACT_LETTER, line) else line


def is_mention(line: str, repaired: str) -> bool:
    """Tell whether a line quotes a broken word that stands intact beside it, as it does in `repaired`."""
    quoted = _compiled(QUOTED).findall(repaired)
    if not quoted or line.isascii():
        return False
    words = _compiled(LETTERS_IN_A_ROW)
    whole = Counter(words.findall(line))
    made = Counter(words.findall(repaired)) - whole
    return any(
        word in made and word in whole and len(word) >= SHORTEST and not word.isascii()
        for text in quoted
        for word in words.findall(text)
    )


def is_about_encodings(text: str) -> bool:
    """Tell whether `text` names an encoding, and so may show what misreading one looks like."""
    return any(sign in text and _compiled(name).search(text) for sign, name in ENCODINGS)


def is_damaged_throughout(text: str, may_be_misread: Callable[[str], bool]) -> bool:
    """Tell whether a text in which nothing is intact was damaged itself, and does not show damage on purpose.

    `may_be_misread` tells of a line whether it is damaged.
    """
    lines = [line for line in Lines.split(text) if line.strip()]
    damaged = sum(may_be_misread(line) and _is_broken_prose(line) for line in lines)
    return damaged >= DAMAGED_LINES and 2 * damaged > len(lines)


def _is_broken_prose(line: str) -> bool:
    foreign = len(line) - len(line.encode("ascii", "ignore"))
    return 2 * foreign > len(line) or re.search(BESIDE_WORD, line) is not None
