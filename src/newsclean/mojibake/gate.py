"""The gate: a quick look at a whole article that spares intact text every stage of repair.

Here the triggers of all stages come together.  The gate is exact in one direction: where it says no,
no stage would change a character.  Where it says yes, the stages look for themselves.  An article
costs one search.

How it follows from ftfy.  With the configuration of `reversible`, ftfy changes a text only if
`ftfy.badness.BADNESS_RE` finds something in it, or if it holds a surrogate.
Each alternative of that expression names two or three neighbours by category.  So an alternative is
possible only where its rarest category occurs (its pivot), and only beside the right neighbour.
`PIVOTS` is the union of those categories; `SUSPICIOUS` begins with it, so that the search runs at the
speed of one character class, and confirms with conditions on the neighbours that are wider than
ftfy's but still fail in ordinary text:

    what stands before a capital, a currency sign, a figure, a rare sign: a letter or sign beyond ASCII
    what follows a closing mark or a figure: a letter or sign beyond ASCII
    a quotation mark within a word behind an accented letter
    and the few two-character alternatives that name their characters

Letters that ftfy calls common (Greek, Cyrillic) and small accented letters are no pivots: they are
frequent where they are at home.  tests/mojibake/test_gate.py derives the pivots anew from ftfy's tables
and tries ftfy and all stages behind the gate on damaged and intact text.
"""

import re
from functools import cache

# What only `misread` and `swapped` know, behind the letter that is looked for first, which is thirty times
# as fast: marks read in cp866, apostrophes and dashes of Windows read as Mac and DOS.
RARE = (
    ("т", ("тА", "тВ", "тД")),
    ("í", ("nít", "Iím", "itís", "Itís")),
    *((letter, (f" {letter} ",)) for letter in "ñóûù"),
)

# Characters that are no damage among themselves and ASCII.
CLOSED = frozenset("‘’“”„–—…•\xa0")
# With these, most articles in the languages of western Europe.
MARKS, FEW_CAPITALS, FEW_CURRENCIES = "‘“”„«»•", "ÀÄÇÈÉÊÖÜ", "£€"
PLAIN = CLOSED | frozenset(MARKS + FEW_CAPITALS + FEW_CURRENCIES + "œàáâãäåæçèéêëíîïñóõöøùúüß·")
ASCII = bytes(range(0x80))

# The category upper_accented of ftfy.badness; c1, bad, law, currency, numeric, box, start_ and
# end_punctuation as well ...
CAPITALS = "À-ÑØÜÝĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŒŘŚŞŠŢŤŮŰŸŹŻŽҐ"
FTFY_PIVOTS = CAPITALS + (
    "\x80-\x9f¡-¬®¯±-³µ¶¸-¿×÷ƒˆˇ˘˛-˝΄΅‘‚“-„†-•‰‹›⁄₧€№™∂∆∏∑√∞∩∫≈≠≡≤≥⌐│┌┐┘├┤┬┼═-╬▀▄█▌▐-▓◊\uf8ff\ufffd"
)
# ... what is damage wherever it stands, and box drawings, which tell of a DOS codec, and
# the heads of marks read in GBK and Shift_JIS ...
ALONE = "\x80-\x9f\ufffd\ud800-\udfff─-▟鈥窶"
# ... accented letters read in GBK, characters that single alternatives name, and what swaps of codecs
# leave.
READ_IN_GBK = (
    "脌脕脗脙脛脜脝脟脠脡脢脣脤脥脦脧脨脩脪脫脭脮脰脳脴脵脷脹脺脻脼脽"
    "脿谩芒茫盲氓忙莽猫茅锚毛矛铆卯茂冒帽貌贸么玫枚梅酶霉煤没眉媒镁每"
)
PIVOTS = FTFY_PIVOTS + ALONE + READ_IN_GBK + "°ÙœЂìôÒ-ÖÚÛÞ"

COMMON = "\xa0\xad´·–-―’…"
OPENING = "¡«¿©‘‚“„•‹΄΅\uf8ff"
CLOSING = "®»”›™˝"
LETTERS = "À-ÖØ-öø-ƀҐ"
HAN = "一-鿿"
CURRENCY = "¢£¥₧€"

# One of these, or of LOST, is in the image of every quotation mark, dash and ellipsis under a lossy
# channel, again behind the character that is looked for first.
TRACES = (
    ("\ufffd", ("\ufffd",)),
    ("\x80", ("â\x80",)),
    ("€", ("â€", "โ€")),
    ("Ã", ("Ã¢",)),
    ("‚", ("‚¬", "‚Ä", "Р‚")),
    ("Ђ", ("вЂ",)),
    ("Ç", ("ΓÇ", "ÔÇ")),
    ("├", ("├ç",)),
    ("น", ("เน",)),
)
LOST = (
    ("?", r"\?(?:(?=[^\W_]|[?€\x80])|(?<=[â‚вΓ]\?)|(?<=[a-z]{2} \?)(?= [a-z]{2}))"),
    ("¿", r"¿(?:(?=[¿€\x80ÄÇ½])|(?<=[\w‚]¿))"),
)


@cache
def suspicious() -> re.Pattern[str]:
    """The expression that the module's docstring derives; compiled when the first text needs it."""
    foreign = rf"[^\x00-\x7f{COMMON}]"
    return re.compile(
        rf"[{PIVOTS}](?:"
        rf"(?<=[{ALONE}])"
        # A rare sign or a figure behind anything; a currency sign not behind an opening mark; a capital
        # not behind that or another capital.
        rf"|(?<={foreign}[^{OPENING}{CLOSING}{CURRENCY}{LETTERS}{HAN}])"
        rf"|(?<=[^\x00-\x7f{COMMON}{OPENING}][{CURRENCY}])"
        rf"|(?<=[^\x00-\x7f{COMMON}{OPENING}{CAPITALS}][{LETTERS}])|(?<=[ÔΓ]Ç)"
        # A quotation mark within a word.
        rf"|(?<=[{LETTERS}ґﬁﬂВГРСΒΓΞΟ][{OPENING}{CLOSING}])(?=\w)"
        # Something foreign behind a sign; but for a mark like it behind a closing mark, a letter behind a
        # capital.
        rf"|(?<=[^{OPENING}{CLOSING}{LETTERS}{HAN}])(?={foreign})"
        rf"|(?<=[{CLOSING}])(?=[^\x00-\x7f{COMMON}{CLOSING}])"
        rf"|(?<=[À-ÞĀ-žҐ])(?=[^\x00-\x7f{COMMON}{LETTERS}])"
        # Alternatives that name their characters.
        r"|(?<=[Œœ])(?![A-Za-z])|(?<=[ÂÃÎÐØÙ√])(?=[^\x00-\x7f])|(?<=[ÂÃ])(?= )|(?<=‚)(?=[Äâó])|(?<=[вВ]Ђ)"
        # Of `swapped`.
        r"|(?<=[a-z][À-ÖØ-ÞŒŠŸŽ])|(?<=[.,!?][ÓÒÆ])|(?<= [ÑÐ])(?= )|(?<=[ìô])(?=[A-Z])"
        # Of `eaten`.
        rf"|(?<=[A-Za-z][{READ_IN_GBK}])"
        # Of lossy channels: lost bytes behind "Ã", marks that became "¿".
        r"|(?<=Ã)(?=[a-z])|(?<=[\w.,!?]¿)|(?<=¿)(?=[\s.,!?]))"
    )


@cache
def suspicious_if_plain() -> re.Pattern[str]:
    """What `suspicious` comes to in a text of ASCII and `PLAIN`; compiled in a fifth of the time."""
    foreign = rf"[^\x00-\x7f{COMMON}"
    return re.compile(
        rf"[{MARKS}{FEW_CAPITALS}{FEW_CURRENCIES}œ](?:"
        rf"(?<=[{LETTERS}][{MARKS}])(?=\w)"
        rf"|(?<=[»”])(?={foreign}»”])"
        rf"|(?<={foreign}{OPENING}ÀÄÇÈÉÊÜ][{FEW_CAPITALS}œ])"
        rf"|(?<=[{FEW_CAPITALS}œ])(?={foreign}{LETTERS}])"
        rf"|(?<={foreign}{OPENING}][{FEW_CURRENCIES}])|(?<=[{FEW_CURRENCIES}])(?={foreign}])"
        rf"|(?<=[a-z][{FEW_CAPITALS}])|(?<=œ)(?![A-Za-z]))"
    )


def may_be_damaged(text: str) -> bool:
    """Tell whether any stage of repair might change `text`: no is certain, yes is not."""
    return may_hold_escapes(text) or may_be_lossy(text) or may_be_misread(text)


def may_hold_escapes(text: str) -> bool:
    """Tell whether `escapes` might change `text`."""
    # Looking for one character is thirty times as fast as looking for two.
    if "&" in text or "%" in text or "=" in text or "<" in text or "\\" in text:
        from newsclean.mojibake import escapes

        if escapes.TRIGGER.search(text):
            return True
    return "u20" in text or "u00" in text


def may_be_lossy(text: str) -> bool:
    """Tell whether `restore` might change `text`."""
    return _has(text, TRACES) or any(
        mark in text and re.search(lost, text) is not None for mark, lost in LOST
    )


def may_be_misread(text: str) -> bool:
    """Tell whether ftfy, `misread` or `swapped` might change `text`."""
    if text.isascii():
        return False
    foreign = text.encode("utf-8", "surrogatepass").translate(None, ASCII).decode("utf-8", "replace")
    # Most English articles hold nothing else, and need no expression to be compiled.
    if CLOSED.issuperset(foreign):
        return False
    expression = suspicious_if_plain() if PLAIN.issuperset(foreign) else suspicious()
    return expression.search(text) is not None or _has(text, RARE)


def _has(text: str, leads: tuple[tuple[str, tuple[str, ...]], ...]) -> bool:
    return any(first in text and any(lead in text for lead in longer) for first, longer in leads)
