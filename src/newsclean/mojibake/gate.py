"""The gate: a quick look at a whole article that spares intact text every stage of repair.

Here the triggers of all stages come together.  The gate is exact in one direction: where it says no,
no stage would change a character.  Where it says yes, the stages look for themselves.  An article costs one
search at most; for most it is enough to look at their few different runs of characters beyond ASCII
(`_foreign`).

How it follows from ftfy.  With the configuration of `reversible`, ftfy changes a text only if
`ftfy.badness.BADNESS_RE` finds something in it, or if it holds a surrogate.
Each alternative of that expression names two or three neighbours by category.  So an alternative is
possible only where its rarest category occurs (its pivot), and only beside the right neighbour.
`PIVOTS` is the union of those categories; `suspicious` begins with it, so that the search runs at the
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
from collections.abc import Callable, Container, Iterable, Iterator
from functools import cache, lru_cache, wraps
from itertools import compress
from typing import Any

from newsclean.lines import Lines

# --- What each stage looks for ---------------------------------------------------------------------

# A row of a table says what a text may hold: a character, which is looked for first, thirty times as fast as
# with an expression, and the expression to look for then.
Row = tuple[str, str]

# `escapes`: names that HTML knows without ";" as well, as far as they are letters, and those of marks
# ("caf&eacute" is one, "&copy=1" belongs to a URL); bytes from 80 on; and all notations.
ENTITY_LETTERS = r"(?:[A-Za-z](?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron)|(?:sz|ae|AE|oe|OE)lig)"
ENTITY_MARKS = "(?:[lr][sd]quo|[sb][bd]quo|[mn]dash|hellip)"
ENTITY_NAMES = f"{ENTITY_LETTERS}|{ENTITY_MARKS}"
HIGH = r"[89A-Fa-f][0-9A-Fa-f]"
ESCAPES = (
    ("&", rf"&(?:#|[A-Za-z][A-Za-z0-9]{{1,23}};|{ENTITY_NAMES}| (?:#\d|[A-Za-z]{{3,6}}[1-4]{{0,2}};))"),
    ("#", r"#(?:\d{3,4}|[xX]20[0-9A-Fa-f]{2});"),
    (";", ";(?<=[lrsb][sdab]quo;)"),
    ("\\", r"\\(?:['ux]|[23][0-7]{2})"),
    ("0", "0(?:(?<=u[02]0)|(?<=u0)4)"),
    ("=", rf"=(?:{HIGH}|[ \t]*(?:[\r\n]|\Z))"),
    ("<", rf"<(?:U\+|{HIGH}>)"),
    ("€", r"€(?:(?<=â€)(?:\(?TM|\(?tm|oe|~| \u0303)|™(?<=[a-z]€™)|TM(?<=[a-z]€TM))"),
    ("â", "âEUR"),
    ("%", rf"%(?:{HIGH}%|u[0-9A-Fa-f]{{4}}|25{HIGH}%25|9[1-7]|(?<=[A-Za-z]%)[CEF][0-9A-F](?![0-9A-F]))"),
    ("+", r"\+(?:I[BC]|A[MNO])[A-Za-z0-9]"),
)

# `restore`: what Latin-1 leaves of a mark where its control characters are dropped, as it stands in no word:
# in a contraction, behind a full stop, alone.
LONE_STUMP = r"â(?: (?<=[ \n]â )|(?<=[,.?!]â)|t[ .](?<=nât[ .])|s[ .,])"

# One of these, or of LOST_MARKS, is in the image of every quotation mark, dash and ellipsis under a lossy
# channel.
TRACES = (
    ("\ufffd", "\ufffd"),
    ("\x80", "\x80(?<=â\x80)"),
    ("€", "€(?<=[âโגβā]€)"),
    ("Ã", "Ã¢"),
    ("‚", "‚(?:[¬Ä]|(?<=Р‚))"),
    ("Ђ", "Ђ(?<=вЂ)"),
    ("Ç", "Ç(?<=[ΓÔ]Ç)"),
    ("├", "├ç"),
    ("น", "น(?<=เน)"),
)
# Python compiles a class of more than two stretches with one beyond Latin-1 in a third of a millisecond.
# Most question marks end a sentence in ASCII: none of the alternatives matches there, and none is tried.
# The last one is for letters: `perch?©`, `s?…siad`.
LOST_MARKS = (
    (
        "?",
        r"\?(?!(?<=[A-Za-z]\?)[ \n\"'])"
        r"(?:(?=[^\W_]|[?\x80]|€)|(?<=[â‚]\?)|(?<=[вΓ]\?)|(?<=[a-z]{2} \?)(?= [a-z]{2})"
        r"|[^\x00-\x7f](?<=\w\?.)(?:(?<=[¡-ª¬-º¼-¿])|(?<![–—’”])(?=[a-z])))",
    ),
    ("¿", r"¿(?:(?=[¿€\x80ÄÇ½])|(?<=[\w‚]¿))"),
)

# `alphabets`: the first bytes, read in Windows-1252, of the letters that Greek, Cyrillic, Hebrew and Arabic
# lose in it.
HEADS = "ÎÏÐÑ×Ù"

# `reversible.undo_certain`: a run of foreign characters that is only one, or two of which the first is â, or
# begins with "€", as what Windows-1251 leaves of a mark.
NO_UTF8 = r"[^\x00-\x7f](?<![^\x00-\x7f]{2})(?:(?<=€)|(?![^\x00-\x7f])|(?<=â)[^\x00-\x7f](?![^\x00-\x7f]))"

# `regional`: letters, and those that no language has beside them.  Turkish has þ for ş beside its ü where it
# was read in Windows-1252, Danish ř for ø and ć for æ in Windows-1250.
STRANGERS = {
    "þ": "çëüàâèîïû",
    "ð": "çëüàâèîïû",
    "š": "èæð",
    "ž": "èæð",
    "ă": "çęőŕ",
    "ę": "çŕůå",
    "ľ": "ą",
    "ĺ": "öřć",
    "ř": "ćĺą",
    "ŕ": "çęěůâű",
    "đ": "çűňëřţ",
    "ţ": "çűňëřýćđ",
    "ğ": "áæ",
    "į": "óńķś",
    "ų": "éå",
    "ē": "é",
}

# `regional`: what it reads as ł, ľ, ş, ě, ő, Turkish ş, à, ą, ś, é, Czech š, ñ, ç, ó, Polish ó, ü, š, ś and
# ź, where the languages that have these characters do not have them, nor UTF-8 that was misread.
REGIONAL = (
    ("³", "³(?<=[A-Za-z]³)[a-z]"),
    ("¾", "¾(?<=[A-Za-z ]¾)[a-z]"),
    ("º", "º(?<=[A-Za-z ]º)[aeiu]"),
    ("ì", "ì(?<=[A-Za-z]ì)[dgjklrsz]"),
    ("õ", r"õ(?<=[a-z]õ)[klrt]?(?!\w)"),
    ("þ", r"þ(?<=[aeiuý]þ)(?!\w)"),
    ("ŕ", "ŕ(?<=[a-z ]ŕ)(?![a-z])"),
    ("±", "±(?<=[a-z]±)"),
    ("¶", "¶(?<=[A-Za-z ]¶)[a-z]"),
    ("‚", "‚(?<=[a-z]‚)"),
    *((sign, f"{sign}(?<=[a-z]{sign})[a-z]") for sign in "¤‡¢˘"),
    *((control, f"{control}(?<=[A-Za-z ]{control})[a-z]") for control in "\x81\x9a\x9c\x9f"),
    ("ń", "ń(?<=[a-z]ń)[aeou]"),
    *((letter, f"{letter}[^{strange}]{{0,36}}+[{strange}]") for letter, strange in STRANGERS.items()),
)

# `regional` and `double_byte`: the letters from Greek to Thai and the characters of East Asia, and how many
# of them may stand within a word of others.
FAR, MOST_FAR = "\u0370\u0e80", 3
EAST_ASIA = "\u3000\ud7ff"

# `misread`: marks read in cp855, cp737; `swapped`: apostrophes and dashes of Windows read as Mac and DOS;
# `reversible`: é, ü and ä read in Windows-1251; `scripts`: Cyrillic read as other Cyrillic, small letters as
# capitals, and as Latin letters, which hardly stand between two such.
RARE = (
    ("ђ", "ђ(?<=Рђ)"),
    ("έ", "έΑ"),
    *((letter, f"{letter}(?:(?<=n{letter})t|(?<=I{letter})m|(?<=[iI]t{letter})s)") for letter in "íĺ"),
    ("Ő", "Ő(?<=[a-z]Ő)"),
    *((letter, f"{letter}(?<= {letter}) ") for letter in "ñóûù"),
    *((second, f"Г{second}(?:(?<=[A-Za-z]Г{second})|(?=[A-Za-z]))") for second in "©ј¤"),
    ("Й", "[а-я][А-Я]"),
    *((letter, f"{letter}(?<=[à-ž]{letter})(?=[à-ž])") for letter in "òð"),
    *REGIONAL,
)

# `reversible`, `swapped` and `double_byte`: the pivots of `suspicious`, and classes of their neighbours.
# The category upper_accented of ftfy.badness; c1, bad, law, currency, numeric, box, start_ and
# end_punctuation as well ...
CAPITALS = "À-ÑØÜÝĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŒŘŚŞŠŢŤŮŰŸŹŻŽҐ"
FTFY_PIVOTS = CAPITALS + (
    "\x80-\x9f¡-¬®¯±-³µ¶¸-¿×÷ƒˆˇ˘˛-˝΄΅‘‚“-„†-•‰‹›⁄₧€№™∂∆∏∑√∞∩∫≈≠≡≤≥⌐│┌┐┘├┤┬┼═-╬▀▄█▌▐-▓◊\uf8ff\ufffd"
)
# ... what is damage wherever it stands, and box drawings, which tell of a DOS codec, and
# the heads of marks read in GBK and Shift_JIS, and what U+FFFD becomes in GBK and EUC-KR, and р, с, т and τ
# in GBK, which are in no Chinese article ...
FAR_IN_GBK = "褉褋褌蟿"
ALONE = "\x80-\x9f\ufffd\ud800-\udfff─-▟鈥窶锟옙" + FAR_IN_GBK
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
# Those among the pivots, where it is asked for: Python takes a millisecond to compile all that there are.
HAN = READ_IN_GBK + "鈥窶锟" + FAR_IN_GBK
CURRENCY = "¢£¥₧€"

# --- What a whole article is asked -----------------------------------------------------------------

# Characters that are no damage among ASCII, whatever stands around each, and with them the capitals and
# currencies of which most texts in the languages of western Europe consist.
PLAIN_MARKS, FEW_CAPITALS, FEW_CURRENCIES = "‘“”„«»•", "ÀÄÇÈÉÊÖÜ", "£€"
CLOSED = PLAIN_MARKS + "’–—…\xa0·àáâãäåæçèéêëíîïñóõöøùúüß"
PAIRS = ("’”", "”—", "—“", "“‘", "“…", "…”")  # those that one in twenty English articles has
PLAIN = frozenset(CLOSED + FEW_CAPITALS + FEW_CURRENCIES + "œ")
# All that a character of ASCII may be for the expressions below, and ASCII read as gaps.
AROUND = ("a", "A", "0", ".", " ", "\n", "-")
ASCII_AS_GAPS = b" " * 0x80 + bytes(range(0x80, 0x100))
# Runs in which nothing is suspicious whatever ASCII stands around them.
CLOSED_RUNS = frozenset((*CLOSED, *FEW_CURRENCIES, *PAIRS))
# The commonest runs of damage, suspicious whatever stands around them.
DAMAGED_RUNS = frozenset(("€™", "€¦", "â€™", "â€œ", "â€¦", "\x9d", "\ufffd"))
# The longest run of foreign characters that is judged by itself, and the most different runs in a text that
# is judged by them.  Texts in another script have more, for their runs are words: these are
# searched whole.  So are texts whose characters take more bytes each than these.
LONGEST_RUN, MOST_RUNS, MOST_BYTES = 6, 64, 1.25
# A longer text is asked in parts: it would not stay in the processor's memory while one thing after the other
# is looked for in it.  Parts share more characters than any expression looks at.
LONGEST_TEXT, SHARED = 20_000, 40


def _by_first_byte(rows: list[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row[0].encode()[0], []).append(row)
    return found


# Of LOST_MARKS and ESCAPES, what an article is asked first.  A sign of ASCII is looked for by its number
# among the bytes of the text in UTF-8: among Cyrillic letters, many of which end in the same byte in memory,
# looking for the character takes up to ten times as long.
SIGNS = tuple((ord(sign), expression) for sign, expression in (*ESCAPES, *LOST_MARKS) if sign.isascii())
# What is asked of the other characters.
OTHER_ESCAPES = [row for row in ESCAPES if not row[0].isascii()]
OTHER_LOST_MARKS = [row for row in LOST_MARKS if not row[0].isascii()]
# All of it by the first byte that they have in UTF-8: most texts hold two or three of these bytes, and
# nothing that begins with another one need be looked for.
OTHERS = [*OTHER_ESCAPES, *OTHER_LOST_MARKS, ("â", LONE_STUMP), *RARE]
BY_FIRST_BYTE = _by_first_byte(OTHERS)
# All of it: what begins with the character by which it is known, and what does not.
ROWS = dict.fromkeys((*ESCAPES, *LOST_MARKS, *TRACES, *OTHERS))
LED_ROWS = [row for row in ROWS if row[1].startswith((row[0], re.escape(row[0])))]
OTHER_ROWS = [row for row in ROWS if row not in LED_ROWS]
# The closed runs that no row asks for.
HARMLESS = frozenset(run.encode() for run in CLOSED_RUNS.difference(character for character, _ in OTHERS))

# A letter that is named: “Â”.  With the mark behind it that looks like another letter, but a mark that was
# misread would have left none in front.  (A class comes first, so that the search runs at its speed.)
NAMED_LETTER = r"[“”„‘’‚«»](?<!\w[“”„‘’‚«»])\s?[^\W\d_]\s?[“”‘’«»](?!\w)"
# A letter that stands by itself, as in `Litera Â se scrie`, is one too if its line has another intact letter
# beyond ASCII, which a misreading of UTF-8 would have broken as well.
LONE_LETTER = "[ÂÃ](?<= [ÂÃ])(?= )"
INTACT_LETTER = r"[^\W\x00-\x7fÂÃ]"
NAMED = 7  # characters from a suspicious one to the far end of the letter that is named, and one more

# What an article on encodings names, which shows their damage on purpose: `People saw â€™ for an apostrophe`.
# In markup and addresses the names stand behind quotation marks and "=".  Of 516 articles none names any.
# (A key of several characters takes ten times as long to look for as one of these.)
ENCODINGS = (
    ("j", "j(?<=[Mm]oj)ibake"),
    ("8", r"""8(?:(?<=UTF-8)(?<![\w="'%]UTF-8)|859(?<=ISO[- ]8859)(?<![\w="'%]ISO[- ]8859))"""),
    ("1", r"""1(?:(?<=Latin-1)\b(?<![\w="'%]Latin-1)|25\d(?<=Windows-125\d)(?<![\w="'%]Windows-125\d))"""),
)
# It is damaged itself if no line holds an intact character beyond ASCII, and in so many lines, more than half
# of all, what is broken touches a word or is most of the line: what is shown on purpose stands apart.
DAMAGED_LINES = 5
BESIDE_WORD = r"[A-Za-z][^\x00-\x7f]|[^\x00-\x7f][A-Za-z]"


# `re.search` takes a quarter of a microsecond to find what is compiled; many searches here take no more.
_compiled = cache(re.compile)


@cache
def suspicious() -> re.Pattern[str]:
    """Return the expression that the module's docstring derives, compiled when the first text needs it."""
    return re.compile(
        rf"[{PIVOTS}АВД](?:(?<=[{OPENING}{CLOSING}])(?:{_beside_mark()})"
        rf"|{MARK_IN_CP866}|(?<![{OPENING}{CLOSING}АВД])(?:{_beside_others()}))"
    )


@cache
def suspicious_or_led() -> re.Pattern[str]:
    """Return one expression for what `suspicious` and `LED_ROWS` look for.

    In another script than Latin it takes two thirds of the time that one look after the other takes; most of
    what it stops at are quotation marks.
    """
    # Parted, for each row takes a moment.
    common = [row for row in LED_ROWS if row[0] in "?0"]
    signs = [row for row in LED_ROWS if row[0].isascii() and row not in common]
    marks = [row for row in LED_ROWS if row[0] in OPENING + CLOSING]
    others = [row for row in LED_ROWS if row not in common + signs + marks]
    return re.compile(
        rf"[{PIVOTS}АВД{_heads(LED_ROWS)}](?:(?<=[{OPENING}{CLOSING}])(?:{_beside_mark(marks)})"
        rf"|{MARK_IN_CP866}|(?<![{OPENING}{CLOSING}АВД])(?:{_led(common)}|{_led(signs)}"
        rf"|(?<=[{PIVOTS}])(?:{_beside_others()})|{_led(others)}))"
    )


def _heads(rows: Iterable[Row]) -> str:
    """Return the characters that lead rows, as a class has them."""
    return "".join(dict.fromkeys(re.escape(head) for head, _ in rows))


def _led(rows: list[Row]) -> str:
    """Return an expression of what rows look for, to stand behind the characters that lead them."""
    led = ((head, expression.removeprefix("\\").removeprefix(head)) for head, expression in rows)
    each = "|".join([f"(?<={re.escape(head)})(?:{behind})" for head, behind in led])
    return f"(?<=[{_heads(rows)}])(?:{each})"


# The first two letters of a mark read in cp866: in Russian, where т is frequent, they take longer to look for
# by themselves.
MARK_IN_CP866 = "(?<=т[АВД])"


# An alternative that names its characters, and marks that became "¿" in lossy channels.
NAMED_MARKS = (("‚", "‚(?=[Äâó])"), ("¿", r"¿(?:(?<=[\w.,!?]¿)|(?=[\s.,!?]))"))


def _beside_mark(rows: Iterable[Row] = ()) -> str:
    """Return what makes an opening or closing mark suspicious, to stand behind it, or what rows look for."""
    return (
        # A quotation mark within a word; something foreign but for a mark like it behind a closing mark.
        rf"(?<=[{LETTERS}ґﬁﬂВГРСΒΓΞΟ][{OPENING}{CLOSING}])(?=\w)"
        rf"|(?<=[{CLOSING}])(?=[^\x00-\x7f{COMMON}{CLOSING}])|{_led([*NAMED_MARKS, *rows])}"
    )


def _beside_others() -> str:
    """Return what makes any other pivot suspicious, to stand behind it."""
    foreign = rf"[^\x00-\x7f{COMMON}]"
    return (
        # A rare sign or a figure behind anything; a currency sign not behind an opening mark; a capital
        # not behind that or another capital.
        rf"(?<=[{ALONE}])"
        rf"|(?<={foreign}[^{CURRENCY}{LETTERS}{HAN}])"
        rf"|(?<=[^\x00-\x7f{COMMON}{OPENING}][{CURRENCY}])"
        rf"|(?<=[^\x00-\x7f{COMMON}{OPENING}{CAPITALS}][{LETTERS}])|(?<=[ÔΓ]Ç)"
        # Something foreign behind a sign; but for a letter behind a capital.
        rf"|(?<=[^{LETTERS}{HAN}])(?={foreign})"
        rf"|(?<=[À-ÞĀ-žҐ])(?=[^\x00-\x7f{COMMON}{LETTERS}])"
        # Alternatives that name their characters.
        r"|(?<=[Œœ])(?![A-Za-z])|(?<=[ÂÃÎÐØÙ√])(?=[^\x00-\x7f])|(?<=[ÂÃ])(?= )|(?<=[вВ]Ђ)"
        # Of `swapped`.
        r"|(?<=[a-z][À-ÖØ-ÞŒŠŸŽ])|(?<=[.,!?][ÓÒÆ])|(?<= [ÑÐ])(?= )|(?<=[ìô])(?=[A-Z])"
        # Of `double_byte`, and of lossy channels, which lose the bytes behind "Ã".
        rf"|(?<=[A-Za-z][{READ_IN_GBK}])|(?<=Ã)(?=[a-z])"
    )


@cache
def suspicious_if_plain() -> re.Pattern[str]:
    """Return what `suspicious` comes to in a text of ASCII and `PLAIN`, compiled in a fifth of the time."""
    foreign = rf"[^\x00-\x7f{COMMON}"
    return re.compile(
        rf"[{PLAIN_MARKS}{FEW_CAPITALS}{FEW_CURRENCIES}œ](?:"
        rf"(?<=[{LETTERS}][{PLAIN_MARKS}])(?=\w)"
        rf"|(?<=[»”])(?={foreign}»”])"
        rf"|(?<={foreign}{OPENING}ÀÄÇÈÉÊÜ][{FEW_CAPITALS}œ])"
        rf"|(?<=[{FEW_CAPITALS}œ])(?={foreign}{LETTERS}])"
        rf"|(?<={foreign}{OPENING}][{FEW_CURRENCIES}])|(?<=[{FEW_CURRENCIES}])(?={foreign}])"
        rf"|(?<=[a-z][{FEW_CAPITALS}])|(?<=œ)(?![A-Za-z]))"
    )


class _Last:
    """The last text that may be damaged, and its runs of foreign characters, for which the stages ask again.

    To hold on to intact texts as well costs more than it saves: two would take turns in the processor's
    memory.
    """

    damaged = "", ""


_last = _Last()


def may_be_damaged(text: str, raw: bytes | None = None) -> bool:
    """Tell whether any stage of repair might change `text`: no is certain, yes is not.

    `raw` is the text in UTF-8, if that is at hand.
    """
    if len(text) > LONGEST_TEXT:
        return any(map(may_be_damaged, _parts(text)))
    if raw is None:
        raw = text.encode("utf-8", "surrogatepass")
    if len(raw) > MOST_BYTES * len(text) and not _holds_any(text):
        return False
    if _holds(text, raw, SIGNS):
        return True
    if text.isascii():
        return False
    foreign = _foreign(text, raw)
    if not foreign or not _shows_damage(text, raw, foreign):
        return False
    _last.damaged = text, foreign
    return True


def _parts(text: str) -> Iterator[str]:
    """Yield parts of a text, which begin and end beside a space if there is one."""
    start = 0
    while len(text) - start > LONGEST_TEXT:
        end = _space(text, start + LONGEST_TEXT // 2, start + LONGEST_TEXT)
        yield text[start:end]
        start = _space(text, end - 2 * SHARED, end - SHARED)
    yield text[start:]


def _space(text: str, start: int, end: int) -> int:
    """Return the place behind the last space between two places, or the second of these."""
    return text.rfind(" ", start, end) + 1 or end


def _holds_any(text: str) -> bool:
    """Answer as `may_be_damaged`, all at once: yes is less certain."""
    return suspicious_or_led().search(text) is not None or _has(text, OTHER_ROWS)


def _shows_damage(text: str, raw: bytes, foreign: str) -> bool:
    """Answer as `may_be_damaged`, for a `text` without `SIGNS` whose runs beyond ASCII are known."""
    if _holds_damage(text, foreign) or _has(foreign, TRACES):
        return True
    among = raw if foreign is text else foreign.encode("utf-8", "surrogatepass")
    for first, rows in BY_FIRST_BYTE.items():
        if first in among and _holds(text, foreign, rows):
            return True
    return _is_suspicious(text, foreign) or _mixes_letters(text, foreign)


def is_about_encodings(text: str) -> bool:
    """Tell whether `text` names an encoding, and so may show what misreading one looks like."""
    return _has(text, ENCODINGS)


def is_damaged_throughout(text: str) -> bool:
    """Tell whether `text` is UTF-8 that was misread from beginning to end, and shows no damage on purpose."""
    if not may_be_utf8(text):
        return False
    lines = [line for line in Lines.split(text) if line.strip()]
    damaged = sum(may_be_misread(line) and _is_broken_prose(line) for line in lines)
    return damaged >= DAMAGED_LINES and 2 * damaged > len(lines)


def _is_broken_prose(line: str) -> bool:
    foreign = len(line) - len(line.encode("ascii", "ignore"))
    return 2 * foreign > len(line) or re.search(BESIDE_WORD, line) is not None


def _remembered(asked: Callable[[str], bool]) -> Callable[[str], bool]:
    """Return `asked` with a memory: stage after stage asks of the same text, and so does the next round.

    Long texts are known by their hash, which is one of 2**64: they would stay in memory.
    """
    short = lru_cache(4)(asked)
    long: dict[int, bool] = {}

    @wraps(asked)
    def remembered(text: str) -> bool:
        if len(text) <= LONGEST_TEXT:
            return short(text)
        known = hash(text)
        if known not in long:
            long[known] = any(map(asked, _parts(text)))
            if len(long) > 4:
                del long[next(iter(long))]
        return long[known]

    return remembered


@_remembered
def may_hold_escapes(text: str) -> bool:
    """Tell whether `escapes` might change `text`."""
    return _has(text, OTHER_ESCAPES if _is_without_signs(text) else ESCAPES)


@_remembered
def may_be_lossy(text: str) -> bool:
    """Tell whether `restore` might change `text`."""
    lost_marks = OTHER_LOST_MARKS if _is_without_signs(text) else LOST_MARKS
    return _has(text, lost_marks) or (not text.isascii() and (_has(text, TRACES) or holds_stumps(text)))


def _is_without_signs(text: str) -> bool:
    """Tell whether `may_be_damaged` has just looked for all of `SIGNS` in `text`, and found none."""
    return text is _last.damaged[0]


def holds_stumps(text: str) -> bool:
    """Tell whether an â stands where a mark does and no letter."""
    return "â" in text and _compiled(LONE_STUMP).search(text) is not None


def may_be_regional(text: str) -> bool:
    """Tell whether `regional` might change `text`."""
    return _has(text, REGIONAL) or _mixes_letters(text, _foreign(text))


def may_be_misread(text: str) -> bool:
    """Tell whether a stage that rereads might change `text`, letters that it names apart."""
    return not text.isascii() and _may_be_misread(text)


@_remembered
def _may_be_misread(text: str) -> bool:
    return _looks_misread(text, _foreign(text))


def without_named_letters(text: str) -> str:
    """Return `text` with a plain letter for each that it names: between quotation marks, or by itself.

    >>> without_named_letters("The letters “Â” and «Ã».")
    'The letters a and a.'
    >>> without_named_letters("La lettre Â est présente.")
    'La lettre a est présente.'
    """
    text = re.sub(NAMED_LETTER, "a", text)
    if re.search(LONE_LETTER, text):
        lines = text.splitlines(keepends=True)
        text = "".join(map(_without_lone_letters, lines))
    return text


def _without_lone_letters(line: str) -> str:
    return re.sub(LONE_LETTER, "a", line) if re.search(INTACT_LETTER, line) else line


def _has(text: str, table: Iterable[Row]) -> bool:
    return _holds(text, text, table)


def _holds(text: str, foreign: Container[Any], table: Iterable[tuple[Any, str]]) -> bool:
    """Tell whether `text` holds an expression of one of the characters, or bytes, that are in `foreign`."""
    for character, expression in table:  # noqa: SIM110  `any` costs as much as three looks
        if character in foreign and _compiled(expression).search(text):
            return True
    return False


def _foreign(text: str, raw: bytes | None = None) -> str:
    """Return the different runs of foreign characters in `text` but for `HARMLESS` ones, parted by spaces.

    In most languages that are written in Latin letters there are some twenty in an article.  Where there
    would be many, it is the text itself.
    """
    if len(text) > LONGEST_TEXT:
        return text
    damaged, foreign = _last.damaged
    if text is damaged:
        return foreign
    raw = text.encode("utf-8", "surrogatepass") if raw is None else raw
    if len(raw) > MOST_BYTES * len(text):
        return text
    runs = {*raw.translate(ASCII_AS_GAPS).split()}
    if len(runs) > MOST_RUNS:
        return text
    runs = runs - HARMLESS  # which are more: `-=` would go through them
    return b" ".join(runs).decode("utf-8", "surrogatepass") if runs else ""


def _looks_misread(text: str, foreign: str) -> bool:
    """Answer as `may_be_misread`, for a `text` whose runs of foreign characters are known."""
    # In a text that is repaired nothing may be left to ask about, and no expression is compiled.
    return bool(foreign) and (
        _holds_damage(text, foreign)
        or _holds(text, foreign, RARE)
        or _is_suspicious(text, foreign)
        or _mixes_letters(text, foreign)
    )


def _holds_damage(text: str, foreign: str) -> bool:
    """Tell whether a run in `foreign` is damage, as in most damaged articles: then nothing is compiled."""
    return foreign is not text and not DAMAGED_RUNS.isdisjoint(foreign.split(" "))


def _is_suspicious(text: str, foreign: str) -> bool:
    """Tell whether anything in `foreign` is suspicious where it stands, but for letters that `text` names."""
    found = _suspect(text, foreign)
    if found is None:
        return False
    near = text[max(0, found.start() - NAMED) : found.end() + NAMED]
    if not re.search(f"{NAMED_LETTER}|{LONE_LETTER}", near):  # no need to look through the text
        return True
    rest = without_named_letters(text)
    return rest == text or _suspect(rest, _foreign(rest)) is not None


def _suspect(text: str, foreign: str) -> re.Match[str] | None:
    """Return something suspicious in `text`; with many runs the first, else in any of those in `foreign`."""
    if foreign is text:
        return suspicious().search(text)
    runs = (_suspect_in_run(run, text) for run in foreign.split(" ") if not _is_closed(run))
    return next(filter(None, runs), None)


def _mixes_letters(text: str, foreign: str) -> bool:
    """Tell whether a letter or two of another script stand in a word of Latin ones: `cafй`, `it抯`."""
    # Little is beyond Latin and no mark.  To rule out all but those scripts takes ten times as long.
    if foreign is text or not _compiled("[^\x00-\u036f\u2000-\u21ff]").search(foreign):
        return False
    far = [run for run in foreign.split(" ") if _is_far(run[:1]) and len(run) <= MOST_FAR]
    return any(re.search(f"{run}(?:(?<=[A-Za-z]{run})|(?=[A-Za-z]))", text) for run in far)


def _is_far(letter: str) -> bool:
    return FAR[0] <= letter < FAR[1] or EAST_ASIA[0] <= letter <= EAST_ASIA[1]


@lru_cache(maxsize=4096)
def _is_closed(run: str) -> bool:
    """Tell whether nothing in a run is suspicious, whatever ASCII stands around it."""
    if run in CLOSED_RUNS:  # in most articles all are, and no expression is compiled
        return True
    if len(run) > LONGEST_RUN:
        return False
    among = "".join(f"{before}{run}{after}" for before in AROUND for after in AROUND)
    return _expression(run).search(among) is None


def _suspect_in_run(run: str, text: str) -> re.Match[str] | None:
    """Return the first match in a run where it stands in `text`: no condition looks past its neighbours."""
    expression = _expression(run)
    at = text.find(run)
    while at >= 0:
        end = at + len(run)
        if found := expression.search(text, at, end + 1):
            return found
        at = text.find(run, end)
    return None


def _expression(characters: str) -> re.Pattern[str]:
    return suspicious_if_plain() if PLAIN.issuperset(characters) else suspicious()


def may_be_reread(lines: Lines) -> bytearray | None:
    """Return 1 for each line that `reversible.undo_certain` might change; None if none, which spares ftfy.

    For lines of ASCII it is 0, unless all others have 1.
    """
    throughout = may_be_utf8(lines.text)
    chosen = bytearray([1]) * len(lines) if throughout else bytearray(map(may_be_utf8, lines))
    return chosen if any(map(may_be_misread, compress(lines, chosen))) else None


def may_have_lost_letters(text: str) -> bool:
    """Tell whether a text holds the first byte of a letter that `alphabets.repair` might restore."""
    return any(map(text.__contains__, HEADS))


def may_be_utf8(line: str) -> bool:
    """Tell whether a line beyond ASCII may be UTF-8 that was read in a codec of one byte a character.

    No such codec reads UTF-8 as a character beyond ASCII between two of ASCII, or as two of which the first
    is â: where that is a head it is one of three.  And only Mac Roman reads the head of a character as "€":
    of an Arabic one, which `reversible.repair` will read as well.
    """
    return not line.isascii() and not _compiled(NO_UTF8).search(line)
