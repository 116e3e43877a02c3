"""What each stage of repair looks for: rows of a character and an expression, and one expression for ftfy.

How the expression for ftfy was derived.  With the configuration of `reversible`, ftfy changes a text only if
`ftfy.badness.BADNESS_RE` matches in it, or if it holds a surrogate.  Each alternative of that expression
names two or three neighbouring characters by category, so it can match only where its rarest category (its
pivot) occurs beside the right neighbours.  `PIVOTS` is the union of these categories.  `suspicious` begins
with it, so that the search runs at the speed of one character class, and then checks conditions on the
neighbours that are wider than ftfy's but still fail in ordinary text:

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

# A row says what a text may hold: a character, which is looked for first, thirty times as fast as an
# expression, and the expression to look for if the character is found.
Row = tuple[str, str]

# `escapes`: names of letters and marks, which HTML knows without ";" as well ("caf&eacute" is one, but
# "&copy=1" belongs to a URL); bytes from 80 on; and all notations.
ENTITY_LETTERS = r"(?:[A-Za-z](?:acute|grave|circ|uml|tilde|cedil|ring|slash|caron)|(?:sz|ae|AE|oe|OE)lig)"
ENTITY_MARKS = "(?:[lr][sd]quo|[sb][bd]quo|[mn]dash|hellip)"
ENTITY_SIGNS = "(?:[lr]aquo|nbsp|(?:pound|euro|bull)(?![A-Za-z]))"
ENTITY_NAMES = f"{ENTITY_LETTERS}|{ENTITY_MARKS}|{ENTITY_SIGNS}"
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
    ("Ѕ", "пїЅ"),
    ("Ω", "ÔøΩ"),
    ("¿", "¿œ(?<=ï¿œ)"),
)

# The ends of words for a letter; one that stands behind such a word is named, and not what is left of
# another.  (A dozen words: each has to be compiled in a text that holds `â`.)
CALLED = (
    *("etter", "etters", "ettre", "etra", "ettera", "uchstabe", "itera", "itery", "ísmeno", "okstaven"),
    *("haracter", "ymbol", "owel"),
)


def behind_its_name(letter: str) -> str:
    """Return the parts of an expression that look back, each past one word of CALLED, at a `letter`."""
    return "|".join(f"(?<={called} {letter})" for called in CALLED)


# `restore`: the â that Latin-1 leaves of a mark where its control characters were dropped, where no letter
# stands: in a contraction, after a full stop, alone, before a capital that opens a word, and, as in `lâair`,
# before a, e and o, with which no language combines it.
LONE_STUMP = (
    rf"â(?: (?<=[ \n]â )(?!(?:{behind_its_name('â ')}))"
    r"|(?<=[,.?!]â)|t[ .](?<=nât[ .])|s[ .,]|[A-Z](?<![^\s(]â.)|[aeoAEO](?<=[A-Za-z]â.))"
)

# The image of every quotation mark, dash and ellipsis under a lossy channel contains one of these, or of
# LOST_MARKS.
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
# (Python takes a third of a millisecond to compile a class of more than two ranges, one of them beyond
# Latin-1.)  Most question marks end a sentence in ASCII: the lookahead in front excludes them, so that no
# alternative is tried.  The second alternative is for letters that end words, `la citt? vuole`, the last one
# for other letters: `perch?©`, `s?…siad`.
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

# `alphabets`: the first bytes, read in Windows-1252, of those Greek, Cyrillic, Hebrew and Arabic letters
# whose second byte is lost in it.
HEADS = "ÎÏÐÑ×Ù"

# `reversible.undo_certain`: a run of foreign characters that is no misread UTF-8: a single one, or two of
# which the first is â, or one that begins with "€", as what Windows-1251 leaves of a mark does.
NO_UTF8 = r"[^\x00-\x7f](?<![^\x00-\x7f]{2})(?:(?<=€)|(?![^\x00-\x7f])|(?<=â)[^\x00-\x7f](?![^\x00-\x7f]))"

# `regional`: letters, each with those that no language has in one word or near it.  Turkish that was read in
# Windows-1252 has þ (for ş) beside its ü, Danish that was read in Windows-1250 ř (for ø) and ć (for æ).
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

# `escapes` and `misread`: characters that Python calls unprintable but that belong to articles: a tab, spaces
# of every width (Unicode's category Zs), soft hyphens, joiners and direction marks.  By number: to compile
# names takes unicodedata, which an article without damage would then load.
INVISIBLE = frozenset(
    "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    "\xad\u200b\u200c\u200d\u200e\u200f\u2060"
)

# `altered`: first bytes of UTF-8 without their second byte, in small letters, or with their accents apart.
# SECOND is what Windows-1252 and Latin-1 read second bytes as; SECOND_SIGNS are the signs among these,
# without quotation marks.
SECOND = "\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
SECOND_SIGNS = "\xa1-\xaa\xac-\xba\xbc-\xbf"
ALTERED = (
    *((head, f"{head}(?![{SECOND}])") for head in "ÃÂÐ"),
    ("ã", f"ã[{SECOND_SIGNS}ÿ]"),
    ("â", "â[£§©®°]"),
    ("\u0302", "a\u0302"),
    ("\u0303", "A\u0303"),
)

# `regional`: characters that were ł, ľ, ş, ě, ő, Turkish ş, à, ą, ś, é, Czech š, ñ, ç, ó, Polish ó, ü, š, ś
# and ź, in positions where neither the languages that have these characters nor misread UTF-8 would have
# them; and what were currency signs.
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
    *((letter, rf"{letter}(?<![^\W_]{letter})\d") for letter in "ŁЈúœЂÇÄÛ¤ĄҐÑ"),
)

# `regional` and `double_byte`: the letters from Greek to Thai, the characters of East Asia, and how many of
# them in a row count as strangers in a word of other letters.
FAR, MOST_FAR = "\u0370\u0e80", 3
EAST_ASIA = "\u3000\ud7ff"

# `wide_marks`: quotation marks of GBK, Big5, EUC-JP and Shift_JIS.
WIDE_MARKS = (("¡", "¡[°±®¯§¨¥¦ÈÉÆÇ]"), ("\x81", "\x81[efgh]"))

# `misread`: marks read in cp855 and cp737.  `swapped`: apostrophes and dashes of Windows read as Mac and DOS.
# `reversible`: é, ü and ä read in Windows-1251.  `scripts`: Cyrillic that was read in another Cyrillic codec,
# its small letters as capitals, and Cyrillic read as Latin letters, where these stand between letters that
# hardly enclose them.
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
    *WIDE_MARKS,
)

# Those of these rows whose character is beyond ASCII ...
OTHER_ESCAPES = [row for row in ESCAPES if not row[0].isascii()]
OTHER_LOST_MARKS = [row for row in LOST_MARKS if not row[0].isascii()]
OTHERS = [*OTHER_ESCAPES, *OTHER_LOST_MARKS, ("â", LONE_STUMP), *RARE]
# ... and all rows, by whether the expression begins with the character (LED_ROWS) or not (OTHER_ROWS).
ROWS = dict.fromkeys((*ESCAPES, *LOST_MARKS, *TRACES, *OTHERS))
LED_ROWS = [row for row in ROWS if row[1].startswith((row[0], re.escape(row[0])))]
OTHER_ROWS = [row for row in ROWS if row not in LED_ROWS]

# --- Characters of the expression -------------------------------------------------------------------

# `reversible`, `swapped` and `double_byte`: the pivots of `suspicious`, and classes of their neighbours.
# CAPITALS is ftfy.badness's category upper_accented; FTFY_PIVOTS adds c1, bad, law, currency, numeric, box,
# start_ and end_punctuation.
CAPITALS = "À-ÑØÜÝĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŒŘŚŞŠŢŤŮŰŸŹŻŽҐ"
FTFY_PIVOTS = CAPITALS + (
    "\x80-\x9f¡-¬®¯±-³µ¶¸-¿×÷ƒˆˇ˘˛-˝΄΅‘‚“-„†-•‰‹›⁄₧€№™∂∆∏∑√∞∩∫≈≠≡≤≥⌐│┌┐┘├┤┬┼═-╬▀▄█▌▐-▓◊\uf8ff\ufffd"
)
# Damage wherever it stands: C1 controls, U+FFFD and surrogates; box drawings, which are a sign of a DOS
# codec; the heads of marks read in GBK and Shift_JIS; what U+FFFD becomes in GBK and EUC-KR; and р, с, т and
# τ read in GBK, which no Chinese article has.
FAR_IN_GBK = "褉褋褌蟿"
ALONE = "\x80-\x9f\ufffd\ud800-\udfff─-▟鈥窶锟옙" + FAR_IN_GBK
# Accented letters read in GBK.  PIVOTS adds characters that single alternatives name, and what swaps of
# codecs leave.
READ_IN_GBK = (
    "脌脕脗脙脛脜脝脟脠脡脢脣脤脥脦脧脨脩脪脫脭脮脰脳脴脵脷脹脺脻脼脽"
    "脿谩芒茫盲氓忙莽猫茅锚毛矛铆卯茂冒帽貌贸么玫枚梅酶霉煤没眉媒镁每"
)
PIVOTS = FTFY_PIVOTS + ALONE + READ_IN_GBK + "°ÙœЂìôÒ-ÖÚÛÞ"

COMMON = "\xa0\xad´·–-―’…"
OPENING = "¡«¿©‘‚“„•‹΄΅\uf8ff"
CLOSING = "®»”›™˝"
LETTERS = "À-ÖØ-öø-ƀҐ"
# Of the Han characters only those among the pivots: Python takes a millisecond to compile a class of all.
HAN = READ_IN_GBK + "鈥窶锟" + FAR_IN_GBK
CURRENCY = "¢£¥₧€"

# CLOSED are characters that are no damage among ASCII, whatever ASCII stands around them; with a few capitals
# and currencies they are all that most texts in the languages of western Europe have beyond ASCII
# (PLAIN_CHARACTERS).
PLAIN_MARKS, FEW_CAPITALS, FEW_CURRENCIES = "‘“”„«»•", "ÀÄÇÈÉÊÖÜ", "£€"
CLOSED = PLAIN_MARKS + "’–—…\xa0·àáâãäåæçèéêëíîïñóõöøùúüß"
PLAIN_CHARACTERS = frozenset(CLOSED + FEW_CAPITALS + FEW_CURRENCIES + "œ")


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
    """Return one expression for everything that `suspicious` and `LED_ROWS` look for.

    In a script other than Latin this takes two thirds of the time of one search after the other; most of the
    characters at which it stops are quotation marks.
    """
    # Rows are tried group by group, by the characters that lead them, because each row that is tried takes
    # time.
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
    """Return the characters that lead rows, escaped for a character class."""
    return "".join(dict.fromkeys(re.escape(head) for head, _ in rows))


def _led(rows: list[Row]) -> str:
    """Return an expression for what rows look for, to stand after the character that leads each."""
    led = ((head, expression.removeprefix("\\").removeprefix(head)) for head, expression in rows)
    each = "|".join([f"(?<={re.escape(head)})(?:{behind})" for head, behind in led])
    return f"(?<=[{_heads(rows)}])(?:{each})"


# The first two letters of a mark read in cp866.  They are found by the second one: in Russian т is frequent,
# and looking for it would take longer.
MARK_IN_CP866 = "(?<=т[АВД])"


# An alternative of ftfy that names its characters; and marks that became "¿" in lossy channels.
NAMED_MARKS = (("‚", "‚(?=[Äâó])"), ("¿", r"¿(?:(?<=[\w.,!?]¿)|(?=[\s.,!?]))"))


def _beside_mark(rows: Iterable[Row] = ()) -> str:
    """Return what makes an opening or closing mark suspicious, to stand behind it, or what rows look for."""
    return (
        # A quotation mark within a word; behind a closing mark, anything foreign except another closing mark.
        rf"(?<=[{LETTERS}ґﬁﬂВГРСΒΓΞΟ][{OPENING}{CLOSING}])(?=\w)"
        rf"|(?<=[{CLOSING}])(?=[^\x00-\x7f{COMMON}{CLOSING}])|{_led([*NAMED_MARKS, *rows])}"
    )


def _beside_others() -> str:
    """Return what makes any other pivot suspicious, to stand behind it."""
    foreign = rf"[^\x00-\x7f{COMMON}]"
    return (
        # Behind anything foreign: a rare sign or a figure; a currency sign, except behind an opening mark; a
        # capital, except behind an opening mark or another capital.
        rf"(?<=[{ALONE}])"
        rf"|(?<={foreign}[^{CURRENCY}{LETTERS}{HAN}])"
        rf"|(?<=[^\x00-\x7f{COMMON}{OPENING}][{CURRENCY}])"
        rf"|(?<=[^\x00-\x7f{COMMON}{OPENING}{CAPITALS}][{LETTERS}])|(?<=[ÔΓ]Ç)"
        # Anything foreign behind a sign; behind a capital, anything foreign except a letter.
        rf"|(?<=[^{LETTERS}{HAN}])(?={foreign})"
        rf"|(?<=[À-ÞĀ-žҐ])(?=[^\x00-\x7f{COMMON}{LETTERS}])"
        # Alternatives that name their characters.
        r"|(?<=[Œœ])(?![A-Za-z])|(?<=[ÂÃÎÐØÙ√])(?=[^\x00-\x7f])|(?<=[ÂÃ])(?= )|(?<=[вВ]Ђ)"
        # Of `swapped`.
        r"|(?<=[a-z][À-ÖØ-ÞŒŠŸŽ])|(?<=[.,!?][ÓÒÆ])|(?<= [ÑÐ])(?= )|(?<=[ìô])(?=[A-Z])"
        # Of `double_byte`, and of lossy channels, which lose the bytes behind "Ã".
        rf"|(?<=[A-Za-z][{READ_IN_GBK}])|(?<=Ã)(?=[a-z])"
        # Of `altered`: what is left of a no-break space.
        r"|(?<=[.,!?0-9_]Â)"
    )


@cache
def suspicious_if_plain() -> re.Pattern[str]:
    """Return `suspicious` for a text of ASCII and PLAIN_CHARACTERS; it compiles in a fifth of the time."""
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
