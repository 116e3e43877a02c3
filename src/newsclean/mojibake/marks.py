"""Marks: the style of an article's quotation marks, their straight form, and runs beyond repair."""

import re

from newsclean.edits import Damage
from newsclean.lines import Lines, beyond_ascii, in_parts

TO_STRAIGHT = str.maketrans("“”„‟‘’‚‛", "\"\"\"\"''''")
QUOTATION_MARKS = "“”„‘’‚"

# Characters before a typographic mark that make it part of a broken run, as ” is in â€”.
BROKEN = "€‚âÂÃ?\ufffd"
# Characters before a straight mark that make it part of such a run, as in `â€"`, a sign of feet, inches,
# minutes or seconds, as in `5'9"`, or part of an escape, as in RTF's `\'92`.
NO_QUOTATION = "€‚âÂÃ\\0123456789"


def typographic(text: str) -> int:
    """Return how many typographic quotation marks and apostrophes of `text` are intact."""
    found = sum(text.count(mark) for mark in QUOTATION_MARKS)
    return found and found - sum(text.count(before + mark) for before in BROKEN for mark in QUOTATION_MARKS)


def are_straight(text: str) -> bool:
    """Tell whether the intact marks of `text` are straight: it has some, and fewer typographic ones."""
    straight = text.count('"') + text.count("'")
    least = typographic(text) if straight else 0
    if straight > least:  # only then is it worth the time
        straight -= sum(text.count(before + mark) for before in NO_QUOTATION for mark in "\"'")
    return straight > least


def straighten(text: str) -> str:
    """Return `text` with straight quotation marks and apostrophes, as ftfy's `uncurl_quotes` has it."""
    return text.translate(TO_STRAIGHT)


# Runs that no channel here explains and no article holds: replacement characters, and what became of them in
# GBK and EUC-KR; control characters except U+0085; the head of a mark that lost its tail, or within a word
# that of a letter; the tail of a letter that lost its head: `a?±os`, `vid??o`; and a question mark in place
# of the apostrophe of an English contraction or a Romance elision: `won?t`, `d?un`.  Each begins with one of
# the heads, or with a question mark behind a letter.
_CONTROLS = "".join(map(chr, (*range(0x80, 0x85), *range(0x86, 0xA0))))
_HEADS = "\ufffdï锟占â" + _CONTROLS
_LETTERS = "ÃÄÅÎÏÐÑ×"
_CONTRACTED = r"(?:[stdm]|re|ve|ll)(?![\w=&])"  # but `page?s=1` is an address
_ELIDED = r"(?<![^\W_][a-z]\?)(?<=[cdjlmnst]\?)[aeiouyhàâéèêîôû]"
_TAIL = rf"(?<=[a-z]\?)(?:\?(?=[a-z])|[¡-ª¬-º¼-¿]|{_CONTRACTED}|{_ELIDED})"
# Most articles hold a question mark, so this has an expression of its own, which begins with that character.
_BEHIND_LETTER = rf"\?(?<=[a-z{_LETTERS}]\?)(?:{_TAIL}|(?<=[{_LETTERS}]\?))"
# The expression begins with one class, which is searched for several times as fast as alternatives.
HOPELESS = (
    f"[?{_LETTERS}{_HEADS}](?:{_TAIL}|"
    "(?<=\ufffd)\ufffd*|(?<=ï)¿½(?:ï¿½)*|(?<=锟)斤拷(?:锟斤拷)*|(?<=占)쏙옙(?:占쏙옙)*"
    "|(?<=[\x80-\x84\x86-\x9f])[\x80-\x84\x86-\x9f]*|(?<=â)€[?œ˜]?|(?<=[a-z][ÃÄÅ])\\?"
    "|(?<=[Ͱ-ۿ][ÎÏÐÑ×])\\?|(?<=[Ͱ-ۿ] [ÎÏÐÑ×])\\?|(?<=[ÎÏÐÑ×])\\?(?= ?[Ͱ-ۿ]))"
)


# In a text in which the gate still sees damage: the first byte of a Greek, Cyrillic, Hebrew or Arabic letter
# beside such letters, as in `моÑтът`; the first two of a Thai letter; four letters in a row that were read in
# Windows-1251; and, where control characters were dropped, what is left of a capital that begins a word
# (`Ãtienne`), of a quotation mark (`âNo`), of an apostrophe (`lâargent`; but mâine is Romanian), of a dash
# between numbers (`10â15`) and of € (`â¬5`).  Behind a word or a number, `Â` is left of a no-break space.
_FIRST_BYTES = "ÎÏÐÑØÙÚÛĎĐŃŇŘŮŰĞ"
_SECOND_IN_1251 = re.escape(bytes({*range(0x80, 0xC0)} - {0x98}).decode("cp1251"))
_BEGINNING = f"[Ͱ-ۿ×ÂÃàâ{_FIRST_BYTES}]"
LEFT_OVER = (
    f"{_BEGINNING}(?:"
    f"(?<=[Ͱ-ۿ])[{_FIRST_BYTES}]|(?<=[{_FIRST_BYTES}])[Ͱ-ۿ]|(?<=[א-ת])×|(?<=×)[א-ת]|(?<=à)[¸¹]"
    f"|(?<=[Г-Я])[{_SECOND_IN_1251}](?:[Г-Я][{_SECOND_IN_1251}]){{3,}}"
    r"|(?<=[a-z0-9.,;:!?)%Ͱ-ۿ]Â)|(?<=[A-Z]Â)(?= )|(?<=â)(?=¬)|(?<=\dâ)(?=\d)"
    r"|(?<=Ã)(?<![^\W\d_]Ã)(?=[a-zñ])|(?<=â)(?<![^\W\d_]â)(?=[A-ZÀ-Þ])"
    r"|(?<=[Qq]uâ)(?=[aeoéèêœAEOÉ])|(?<=[LlDdNnSsCcJjMmTt]â)(?<![^\W\d_].â)(?=[aeoéèêœAEOÉ]))"
)
# A Cyrillic letter beside Latin ones, where no word is Cyrillic, as in `cafй`, except those that look alike.
_ALIKE = "ІЅЈАВЕКМНОРСТУХаеорсухіѕј"
STRAY = f"(?![{_ALIKE}])[Ѐ-ӿ](?:(?=[A-Za-z])|(?<=[A-Za-z].))"
CYRILLIC_WORD = "[Ѐ-ӿ]{3}"


def is_hopeless(text: str, intact: bool = False) -> bool:
    """Tell whether HOPELESS finds anything; most texts hold none of the heads and are not searched.

    In an `intact` text, one in which the gate finds no damage, the heads need not be looked for.
    """
    may_be = re.search(_BEHIND_LETTER, text) or (not intact and any(map(_holds_head, in_parts(text))))
    return bool(may_be) and re.search(HOPELESS, text) is not None


def _holds_head(text: str) -> bool:
    return any(map(text.__contains__, _HEADS))


def _left_over(text: str) -> list[str]:
    """Return the expressions for what else a text may hold in which the gate sees damage."""
    if not any(re.search(_BEGINNING, part) for part in map(beyond_ascii, in_parts(text))):
        return []
    return [LEFT_OVER] if re.search(CYRILLIC_WORD, text) else [LEFT_OVER, STRAY]


def remains(lines: Lines, intact: bool) -> list[Damage]:
    """Return the runs that no intact article holds, whatever broke them; `intact` as above."""
    text = lines.text
    patterns = [HOPELESS] if is_hopeless(text, intact) else []
    if not intact:
        patterns += [pattern for pattern in _left_over(text) if re.search(pattern, text)]
    numbered = enumerate(lines, 1) if patterns else ()
    return [
        Damage(number, run[0])
        for number, line in numbered
        for pattern in patterns
        for run in re.finditer(pattern, line)
    ]
