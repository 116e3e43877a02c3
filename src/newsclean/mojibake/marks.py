"""Marks: the style of an article's quotation marks, their straight form, and runs beyond repair."""

import re

from newsclean.edits import Damage
from newsclean.lines import Lines, in_parts

TO_STRAIGHT = str.maketrans("“”„‟‘’‚‛", "\"\"\"\"''''")
QUOTATION_MARKS = "“”„‘’‚"

# Characters before a typographic mark that make it part of a broken run, as ” is in â€”.
BROKEN = "€‚âÂÃ?\ufffd"
# Characters before a straight mark that make it part of such a run: `â€"`.
BENT = "€‚âÂÃ"


def typographic(text: str) -> int:
    """Return how many typographic quotation marks and apostrophes of `text` are intact."""
    found = sum(text.count(mark) for mark in QUOTATION_MARKS)
    return found and found - sum(text.count(before + mark) for before in BROKEN for mark in QUOTATION_MARKS)


def are_straight(text: str) -> bool:
    """Tell whether the intact marks of `text` are straight: it has some, and fewer typographic ones."""
    straight = text.count('"') + text.count("'")
    straight -= straight and sum(text.count(before + mark) for before in BENT for mark in "\"'")
    return straight > 0 and straight > typographic(text)


def straighten(text: str) -> str:
    """Return `text` with straight quotation marks and apostrophes, as ftfy's `uncurl_quotes` has it."""
    return text.translate(TO_STRAIGHT)


# Runs that no channel here explains and no article holds: replacement characters, and what became of them in
# GBK and EUC-KR; control characters except U+0085; the head of a mark that lost its tail, or within a word
# that of a letter; and the tail of a letter that lost its head: `a?±os`, `vid??o`.  Each begins with one of
# the heads, or with a question mark behind a letter.
_CONTROLS = "".join(map(chr, (*range(0x80, 0x85), *range(0x86, 0xA0))))
_HEADS = "\ufffdï锟占â" + _CONTROLS
_LETTERS = "ÃÄÅÎÏÐÑ×"
_TAIL = r"(?<=[a-z]\?)(?:\?(?=[a-z])|[¡-ª¬-º¼-¿])"
# Most articles hold a question mark, so this has an expression of its own, which begins with that character.
_BEHIND_LETTER = rf"\?(?<=[a-z{_LETTERS}]\?)(?:{_TAIL}|(?<=[{_LETTERS}]\?))"
# The expression begins with one class, which is searched for several times as fast as alternatives.
HOPELESS = (
    f"[?{_LETTERS}{_HEADS}](?:{_TAIL}|"
    "(?<=\ufffd)\ufffd*|(?<=ï)¿½(?:ï¿½)*|(?<=锟)斤拷(?:锟斤拷)*|(?<=占)쏙옙(?:占쏙옙)*"
    "|(?<=[\x80-\x84\x86-\x9f])[\x80-\x84\x86-\x9f]*|(?<=â)€[?œ˜]?|(?<=[a-z][ÃÄÅ])\\?"
    "|(?<=[Ͱ-ۿ][ÎÏÐÑ×])\\?|(?<=[Ͱ-ۿ] [ÎÏÐÑ×])\\?|(?<=[ÎÏÐÑ×])\\?(?= ?[Ͱ-ۿ]))"
)


def is_hopeless(text: str, intact: bool = False) -> bool:
    """Tell whether `remains` finds anything; most texts hold none of the heads and are not searched.

    In an `intact` text, one in which the gate finds no damage, the heads need not be looked for.
    """
    may_be = re.search(_BEHIND_LETTER, text) or (not intact and any(map(_holds_head, in_parts(text))))
    return bool(may_be) and re.search(HOPELESS, text) is not None


def _holds_head(text: str) -> bool:
    return any(map(text.__contains__, _HEADS))


def remains(lines: Lines) -> list[Damage]:
    """Return the runs that no intact article holds, whatever broke them."""
    if not is_hopeless(lines.text):
        return []
    numbered = enumerate(lines, 1)
    return [Damage(number, run[0]) for number, line in numbered for run in re.finditer(HOPELESS, line)]
