"""What each stage of repair looks for: rows of a character and an expression, and one expression for ftfy.

How that one follows from ftfy.  With the configuration of `reversible`, ftfy changes a text only if
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
frequent where they are at home.  tests/mojibake/test_gate.py derives the pivots anew from ftfy's tables.
"""

import re
from collections.abc import Iterable
from functools import cache

# --- Rows ------------------------------------------------------------------------------------------

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
# The second one is for letters that end words, `la citt? vuole`, the last one for others: `perch?©`,
# `s?…siad`.
LOST_MARKS = (
    (
        "?",
        r"\?(?!(?<=[A-Za-z]\?)(?:[ \n](?![a-z])|[\"']))"
        r"(?:(?=[^\W_]|[?\x80]|€)|(?<=[^\W\d_]\?)(?=\s[a-z])"
        r"|(?<=[â‚]\?)|(?<=[вΓ]\?)|(?<=[a-z]{2} \?)(?= [a-z]{2})"
        r"|[^\x00-\x7f](?<=\w\?.)(?:(?<=[¡-ª¬-º¼-¿])|(?<![–—’”])(?=[a-z])))",
    ),
    ("¿", r"¿(?:(?=[¿€\x80ÄÇ½])|(?<=[\w‚]¿))"),
)

# `double_byte`: the bytes in UTF-8 that open no character of what its codecs read.
NARROW = bytes([*range(0xE3), *range(0xEE, 0x100)])

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

# `altered`: heads of UTF-8 without their second byte, small ones, and those whose accents stand apart.  What
# Windows-1252 and Latin-1 read second bytes as; and, of these, the signs that are no quotation marks.
SECOND = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
SECOND_SIGNS = "\xa1-\xaa\xac-\xba\xbc-\xbf"
ALTERED = (
    *((head, f"{head}(?![{SECOND}])") for head in "ÃÂÐ"),
    ("ã", f"ã[{SECOND_SIGNS}ÿ]"),
    ("â", "â[£§©®°]"),
    ("\u0302", "a\u0302"),
    ("\u0303", "A\u0303"),
)

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

# Of these, the rows that do not begin with a sign of ASCII ...
OTHER_ESCAPES = [row for row in ESCAPES if not row[0].isascii()]
OTHER_LOST_MARKS = [row for row in LOST_MARKS if not row[0].isascii()]
OTHERS = [*OTHER_ESCAPES, *OTHER_LOST_MARKS, ("â", LONE_STUMP), *RARE]
# ... and all rows: those whose expressions begin with their character, and those whose do not.
ROWS = dict.fromkeys((*ESCAPES, *LOST_MARKS, *TRACES, *OTHERS))
LED_ROWS = [row for row in ROWS if row[1].startswith((row[0], re.escape(row[0])))]
OTHER_ROWS = [row for row in ROWS if row not in LED_ROWS]

# --- Characters of the expression -------------------------------------------------------------------

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

# Characters that are no damage among ASCII, whatever stands around each, and with them the capitals and
# currencies of which most texts in the languages of western Europe consist.
PLAIN_MARKS, FEW_CAPITALS, FEW_CURRENCIES = "‘“”„«»•", "ÀÄÇÈÉÊÖÜ", "£€"
CLOSED = PLAIN_MARKS + "’–—…\xa0·àáâãäåæçèéêëíîïñóõöøùúüß"
PLAIN = frozenset(CLOSED + FEW_CAPITALS + FEW_CURRENCIES + "œ")


# --- The expression ---------------------------------------------------------------------------------


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
