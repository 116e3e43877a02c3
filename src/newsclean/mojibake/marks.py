"""Marks: the style of an article's quotation marks, their straight form, and runs beyond repair."""

import re

from newsclean.edits import Damage
from newsclean.lines import Lines, in_parts

TO_STRAIGHT = str.maketrans("“”„‟‘’‚‛", "\"\"\"\"''''")
QUOTATION_MARKS = "“”„‘’‚"

# What stands before a typographic mark that is part of a broken run, as ” is in â€”.
BROKEN = "€‚âÂÃ?\ufffd"
# What stands before a straight one that is part of such a run: `â€"`.
BENT = "€‚âÂÃ"


def typographic(text: str) -> int:
    """Return how many typographic quotation marks and apostrophes of `text` are intact."""
    found = sum(text.count(mark) for mark in QUOTATION_MARKS)
    return found and found - sum(text.count(before + mark) for before in BROKEN for mark in QUOTATION_MARKS)


def are_straight(text: str) -> bool:
    """Tell whether the intact marks of `text` are straight: it has such, and fewer typographic ones."""
    straight = text.count('"') + text.count("'")
    straight -= straight and sum(text.count(before + mark) for before in BENT for mark in "\"'")
    return straight > 0 and straight > typographic(text)


def straighten(text: str) -> str:
    """Return `text` with straight quotation marks and apostrophes, as ftfy's `uncurl_quotes` has it."""
    return text.translate(TO_STRAIGHT)


# What no channel here explains and no article holds: replacement characters, what became of them in GBK
# and EUC-KR, control characters but for U+0085, the head of a mark or, within a word, of a letter that lost
# its tail, and the tail of a letter that lost its head: `a?±os`, `vid??o`.  Each begins with one of the
# heads, or has a question mark behind a letter.
_CONTROLS = "".join(map(chr, (*range(0x80, 0x85), *range(0x86, 0xA0))))
_HEADS = "\ufffdï锟占â" + _CONTROLS
_LETTERS = "ÃÄÅÎÏÐÑ×"
_TAIL = r"(?<=[a-z]\?)(?:\?(?=[a-z])|[¡-ª¬-º¼-¿])"
# Most articles hold a question mark: this is looked for by itself, by its first character.
_BEHIND_LETTER = rf"\?(?<=[a-z{_LETTERS}]\?)(?:{_TAIL}|(?<=[{_LETTERS}]\?))"
# The search begins with one class, which is several times as fast as a choice.
HOPELESS = (
    f"[?{_LETTERS}{_HEADS}](?:{_TAIL}|"
    "(?<=\ufffd)\ufffd*|(?<=ï)¿½(?:ï¿½)*|(?<=锟)斤拷(?:锟斤拷)*|(?<=占)쏙옙(?:占쏙옙)*"
    "|(?<=[\x80-\x84\x86-\x9f])[\x80-\x84\x86-\x9f]*|(?<=â)€[?œ˜]?|(?<=[a-z][ÃÄÅ])\\?"
    "|(?<=[Ͱ-ۿ][ÎÏÐÑ×])\\?|(?<=[Ͱ-ۿ] [ÎÏÐÑ×])\\?|(?<=[ÎÏÐÑ×])\\?(?= ?[Ͱ-ۿ]))"
)


def is_hopeless(text: str, intact: bool = False) -> bool:
    """Tell whether `remains` finds anything: most texts hold none of the heads, and are not searched.

    In an `intact` text, one that the gate lets pass, they need not be looked for.
    """
    may_be = re.search(_BEHIND_LETTER, text) or (not intact and any(map(_holds_head, in_parts(text))))
    return bool(may_be) and re.search(HOPELESS, text) is not None


def _holds_head(text: str) -> bool:
    return any(map(text.__contains__, _HEADS))


def remains(lines: Lines) -> list[Damage]:
    """Return the runs that no article holds by right, whatever broke them."""
    if not is_hopeless(lines.text):
        return []
    numbered = enumerate(lines, 1)
    return [Damage(number, run[0]) for number, line in numbered for run in re.finditer(HOPELESS, line)]
