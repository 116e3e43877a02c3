"""Signs beside numbers, where a mark was read: `£40`, `12 €.`, `−6 °C`, `§ 5 Abs. 2`, `n° 12`, `14ème`."""

import re
from collections.abc import Callable

from newsclean.mojibake.lossy.channels import LOST, Channel, image
from newsclean.mojibake.lossy.currencies import EURO, TELLING
from newsclean.mojibake.lossy.proof.standing import Chance, Standing
from newsclean.mojibake.lossy.runs.context import (
    APOSTROPHE,
    BULLET,
    CLOSING,
    CURRENCY,
    DASHES,
    DEGREE,
    EN_DASH,
    LETTER,
    OPENING,
    OTHER_SIGN,
    PARTING,
    QUESTION,
    QUOTING,
    SPACE,
)
from newsclean.mojibake.lossy.runs.items import Item, only, unread
from newsclean.mojibake.lossy.runs.places import BLANKS, BOUND, Place, first_word, last_word

# What follows an apostrophe that shortens a decade or a year; and what stands before such a year.
YEAR = r"\d0s\b|\d\d\b(?!\s*(?:[%°.,]?\d|%|[mb]illion|thousand|an?\b|per\b|each\b))"
BEFORE_YEAR = (
    r"\b(?:[A-Z][\w.]{1,24} [A-Z]\w+|"
    r"(?i:(?:class|summer|spring|autumn|fall|winter)(?: of)?|in|since|until|"
    r"anni|années|años|anos)) $"
)
# What stands before years and sums alike: `the ’45 final`, `the £45 fee`.
BEFORE_EITHER = r"\b(?i:the|early|late) $"
# What follows a section sign: a number, then a paragraph or the abbreviation of a law, as UrhG.
SECTION = (
    r" \d+[a-z]?(?:,? (?:Abs\.|Nr\.|Rd?n\.|Satz \d|ff?\.|[A-Z]\w*[a-z]\w*[GOVB]\b"
    r"|(?:BGB|HGB|TMG|GG|ZPO|AO)\b))"
)
# What U+FFFD is read as in Windows-1252.
LOST_AS_WINDOWS = "ï¿½"


def _apart(words: str) -> tuple[str, ...]:
    return tuple([f" {word} " for word in words.split()])


DIGITS = tuple("0123456789")
APART = (" ", "(")
NUMERO = tuple([mark + letter for mark in APART for letter in "nN"])
SECTIONS = tuple([mark + lost for mark in APART for lost in LOST])
# Words behind which a section of a law is cited; no sum and no dash follows them.
CITED = {
    "de": _apart(
        "Laut laut Nach nach Gemäß gemäß in In aus gegen siehe Siehe vgl. regelt"
        " Der der Des des Zum zum Vom vom Im im Beim beim"
    ),
    "sv": _apart("Enligt enligt i I av mot"),
    "da nb": _apart("Ifølge ifølge i I efter etter"),
    "cs sk": _apart("Podle podle Podľa podľa v V dle"),
    "pl": _apart("Według według w W z Z"),
}
# What follows a square kilometre, and no question: `How many, 5 km? No.`
SQUARED = r" [a-zß-öø-ž]|[,;:)]"
# Signs and letters beside a number or a unit, each with its role, the languages in which it stands so (empty
# for all), the endings of the text before it (a line begins with a blank for this), and the expression that
# follows it.
PLACES_OF_SIGNS = (
    ("°", DEGREE, "", DIGITS, r" ?[CF]\b"),
    ("°", DEGREE, "", tuple([f"{digit} " for digit in DIGITS]), r"[CF](?=[ ,;:)]|\.?$|\. )"),
    ("°", DEGREE, "fr it", NUMERO, r" ?\d"),
    ("º", OTHER_SIGN, "es pt ca", NUMERO, r" ?\d"),
    ("è", LETTER, "fr", DIGITS, r"[mr]es?\b"),
    ("§", OTHER_SIGN, "de", APART, SECTION),
    ("§", OTHER_SIGN, "de", APART, rf"[{LOST}] \d"),  # §§, the first and the second one
    ("§", OTHER_SIGN, "de", SECTIONS, r" \d"),
    *[("§", OTHER_SIGN, languages, before, r" \d+\b(?![.,]\d)") for languages, before in CITED.items()],
    ("µ", LETTER, "", tuple([f"{digit} " for digit in DIGITS]), r"g\b"),
    ("³", OTHER_SIGN, "", ("g/m",), r"(?!\w)"),
    ("²", OTHER_SIGN, "", tuple([f"{digit}{unit}" for digit in DIGITS for unit in (" km", "km")]), SQUARED),
    ("₂", OTHER_SIGN, "", (" CO", "(CO"), r"-[^\W\d_]| [a-z]"),
    ("±", OTHER_SIGN, "en", tuple([f" error {verb} " for verb in ("of", "is", "was")]), r"\d"),
)
# What a unit ends with behind which a sign may stand: km², CO₂.
UNITS = ("m", "CO")
# What `places.category` makes of `CO`, `m` and `km`.
SHORT = frozenset((BOUND, "<1>", "<2>", "<2A>", "m", "km", "co"))
# What follows a minus: degrees, or the percentages of a change from one to another.
FIGURE = r"\d{1,9}(?:[.,]\d{1,9})?"
CELSIUS = rf" ?[°º{LOST}]? ?[CF]\b"
DEGREES = (
    r"(?: ?(?:degrees?(?! of)|[Gg]rad(?:er)?|degrés|gradi|grados|graus|graden|stop\w{1,9}|stup\w{1,9}|fok"
    rf"|derece|astet\w{{0,9}})\b(?![”“»’{LOST}])"  # as they would in a quotation
    rf"|{CELSIUS})"
)
PERCENTS = r"(?:%|per ?cent|Prozent|pour cent|por cien|por cento|per cento|procent|proc)"
FROM = r"\b(?:between|from|zwischen|von|entre|tra|fra|da|de|tussen|van|mellan|mellem|från|od|mezi|pomiędzy)"
TO = rf" (?:and|to|und|bis|et|à|y|a|e|en|tot|och|till|og|til|i|do|a[ž{LOST}]) "
BELOW_ZERO = rf"{FIGURE}(?:(?:{TO}|[-–{LOST}])-?{FIGURE})?{DEGREES}"
FROM_BELOW = rf"{FIGURE}(?:{TO}[−{LOST}]{FIGURE}{DEGREES}|{CELSIUS})"
FALLS = rf"{FIGURE} ?{PERCENTS}?{TO}[−{LOST}]{FIGURE} ?{PERCENTS}"
FELL = rf"{FROM} [−{LOST}]{FIGURE} ?{PERCENTS}{TO}$"
BETWEEN = rf"(?:{FROM} |{TO})$"
# The characters of a figure, and those with which the expressions of DEGREES and PERCENTS go on behind one.
OF_FIGURE, BEHIND_FIGURE = "0123456789.,", tuple(f" °º{LOST}-–%pPdgGsfaCF")
MINUS, DASH = "−", "–"  # the dash where a codec has no minus
# A number of something counted or measured is no sum that lost its currency, nor is one with a currency
# behind it.
COUNTED = (
    rf"{FIGURE}(?:{DEGREES}| ?{PERCENTS}| ?(?:st|nd|rd|th|[ck]m|km/h|mph|kg|lbs?|bhp|[kMG]?W|[kM]?Hz|GB|MB"
    r"|inch(?:es)?|feet|foot|ft|yards?|miles?|(?:kilo)?met(?:re|er)s?|Kilometer|Meter|Minuten|Stunden|Tage|Jahre"
    r"|seconds?|minutes?|hours?|days?|weeks?|months?|years?|people|persons?|men|women|children|times|points?"
    r"|goals?|seats?|votes?|pages?|euros?|Euro|pounds?|dollars?|yen|pence|out of \d)\b"
    r"|-(?!an?\b|per\b|[mb]illion|plus|strong)[a-z])"
)
# The roles that a currency behind a number is taken for: a dash, an ellipsis, a quotation mark, or a letter
# that is a word.
LOOSE = PARTING | QUOTING | {"»", LETTER, SPACE}
# The roles that a minus is taken for.
FOR_MINUS = OPENING | CLOSING | DASHES | {CURRENCY, APOSTROPHE, SPACE, LETTER}
# What follows the currency of an amount, but no dash after a blank.
AFTER_AMOUNT = frozenset('.;),/”“»"')
# A lost closing mark, or a question mark, behind an amount; and another sum beside one, which is as sure.
LOST_CLOSING = rf" ?[{LOST}]{{1,2}}(?![\w{LOST}])"
ANOTHER_BEFORE, ANOTHER_BEHIND = rf"\d [€à{LOST}](?:[.,;)]| [/a-zß-öø-ž])", rf"\d [€{LOST}][.,;)]"
WORD_BEHIND = r"[ \xa0](?:[^\W\d_]|\()"
# What a number has that is followed by a dash rather than by a currency: a year, a score, a time, a place.
NO_AMOUNT = r"(?<!\d)(?:1[5-9]|20)\d\d $|[:.]\d\d? $|\b(?:h|Platz|Nr\.|Rang|place|puesto|posto) \d+ $"
# The end of the text before a currency: an amount, written as no year, date or number in a list is (AMOUNT);
# any number but a year behind a word of prices or payments (PRICE).  RATE follows the currency: per what it
# is paid.
AMOUNT = r"(?<![\d.,:/-])\d{1,3}(?:\.\d{3})*(?:\.\d{3}|,\d\d) $"
NUMBER = r"(?!(?:1\d|20)\d\d )\d+ $"
PRICE = (
    r"\b(?i:für|von|auf|über|beträgt|kostet|kosten|zahlt|zahlen|pour|de|coûte|coûtent|payer|voor|van|kost|por"
    rf"|cuesta|cuestan|custa|custam|pagar|per|di|da|costa|costano|pagare) {NUMBER}"
)
RATE = (
    r" (?:(?:pro|je|par|por|per|HT|TTC|nets?|bruts?|netto|brutto|netos|netti|monatlich|jährlich|mensuels?)\b"
    rf"|im (?:Monat|Jahr)\b|al (?:mes|año|mese)\b|ao mês\b|/ ?\d|[{LOST}] \d)"
)
# Words for millions and more, between a number and its currency.
MILLIONS = r"\d (?:Mio\.?|Mrd\.?|Md?|mln|mld|mil|(?:millones|milhões|milioni|millions) (?:de|di)) $"
# A number after its currency and a blank: with cents, as in German and Dutch (CENTS), or in Dutch without
# (WHOLE), if a word of PAID stands before the currency.
CENTS = r" \d{1,9}(?:\.\d{3}){0,4},(?:\d\d|-)(?!\d)"
PAID = (
    r"(?:\b(?:kost|kosten|kostte|van|naar|voor|betaalt|betaalde|betalen|tot|met|ruim|bijna|circa|ongeveer"
    r"|slechts|maar|vanaf|Vanaf|of|en|is|was) |\()$"
)
WHOLE = r" (?!(?:1\d|20)\d\d\b)\d"


# What stands before a dash only if a blank stands behind it as well; and opening marks.
OPENED = frozenset(" (")
OPENING_MARKS = frozenset("“„«‘‚")
DECADE = r"\d0s\b"
# A measure before the lost figure of its square or cube; and what a half stands between, an article and the
# word, or the beginning of the word, for what is measured.
MEASURED = r"\d ?[kcdm]?m$"
BEFORE_HALF = frozenset("a an ein einen einem un une uno una um uma een en ett et".split())
BEHIND_HALF = frozenset("cup cups pint pints teaspoon teaspoons hour hours heure heures".split())
MEASURES = ("lit", "kilo", "mile", "milh", "Lit", "Kilo", "Stunde", "hora")
# A minute of a match in brackets behind a name, `Sørensen (62’)`; and another one beside it, as sure.
MINUTE = r"\w\.? \((?:[\d+, ’]{1,12}, ?)?\d{1,3}(?:\+\d{1,2})?$"
ANOTHER_MINUTE = rf"[(,] ?\d{{1,3}}(?:\+\d{{1,2}})?[’{LOST}][),]"
# The year of a copyright notice at the start of its line; and the second figure of a size, `30 × 40 cm`.
YEAR_OF_NOTICE = r" (?:19|20)\d\d\b"
SIZE = r" \d+(?:[.,]\d+)? ?(?:[cm]?m|Zentimeter|cent[ií]m|Meter|met[er]|inch|feet|ft)\b"


class NumberSigns:
    """Which sign a mark beside a number was, under a channel with the same image for both."""

    def __init__(self, channel: Channel, currency: Callable[[str], str], own: frozenset[str]) -> None:
        """Take the channel, what finds the document's currency among some, and the codes of its languages."""
        self._channel = channel
        self._currency = currency
        self._own = own
        self._signs = [
            (sign, role, before, behind)
            for sign, role, languages, before, behind in PLACES_OF_SIGNS
            if not languages or only(own) in languages.split()
        ]

    def read(self, item: Item, left: str, right: str, is_paired: Callable[[], bool]) -> Item | None:
        """Return the sign or letter beside a number that a mark between `left` and `right` was, or None.

        The item is unread if it was a sign and nothing tells which.  `is_paired` tells whether the mark is
        one of two quotation marks.
        """
        beside = left.rstrip()[-1:].isdigit() or right.lstrip(f" {LOST}")[:1].isdigit()
        if left[-1:].isdigit() and right[:1] in (")", ",") and re.search(MINUTE, left):
            return self._minute(item, left, right)
        for sign, role, before, behind in self._signs if beside or left.endswith(UNITS) else ():
            fits = f" {left}".endswith(before) and re.match(behind, right)
            if fits and self._leaves(sign) == item.image:
                return item._replace(original=sign, role=role)
        if not beside and item.role != CURRENCY and not _in_millions(left):
            return self._in_measure(item, left, right, is_paired)
        return self._beside_number(item, left, right, is_paired)

    def _beside_number(self, item: Item, left: str, right: str, is_paired: Callable[[], bool]) -> Item | None:
        """Return a mark beside a number, or before millions, as `read` does if nothing else tells of it."""
        if _is_minus(item.role, left, right, is_paired):
            return self._minus(item)
        if item.role == OTHER_SIGN:
            return unread(item) if _is_lost(item.image) else None
        if self._is_sum(item.role, left, right) or self._is_amount(item.role, left, right, is_paired):
            return self._money(item)
        return unread(item) if self._is_uncertain(item.role, left, right) else None

    def _in_measure(self, item: Item, left: str, right: str, is_paired: Callable[[], bool]) -> Item | None:
        """Return a mark that is beside no number unread if it was rather a part of a measure: `a ½ litre`."""
        if not _is_lost(item.image):
            return None
        if left[-1:] == "m":
            part = re.search(MEASURED, left) is not None and not right[:1].isalnum() and not is_paired()
        elif left[-1:] == ".":  # `3.º piso`
            part = left[-2:-1].isdigit() and right[:1] == " " and item.role in DASHES
        else:
            part = _is_half(left, right)
        return unread(item) if item.role == OTHER_SIGN or part else None

    def _is_uncertain(self, role: str, left: str, right: str) -> bool:
        """Tell whether a mark beside a number cannot stand there, or something else does as often."""
        if role == CURRENCY or (role == APOSTROPHE and _is_counted(left, right)):
            return True
        if right[:1].isdigit() or left[-1:].isdigit() or role == SPACE:
            return (_is_loose_before if right[:1].isdigit() else _is_loose_behind)(role, left, right)
        if not left:
            return role != BULLET and re.match(YEAR_OF_NOTICE, right) is not None
        if re.match(SIZE, right):
            return role in DASHES or (role == LETTER and "fr" not in self._own)
        return role in DASHES and self._may_be_euro(left, right)

    def _may_be_euro(self, left: str, right: str) -> bool:
        """Tell whether a dash between a number and a word may as well be the euro sign: `ab 10 € Umsatz`."""
        if not left.rstrip()[-1:].isdigit():
            return "nl" in self._own and re.match(WHOLE, right) is not None
        if EURO.isdisjoint(self._own) or not right[1:2].isalpha() or re.search(NO_AMOUNT, left):
            return False
        return f" {self._leaves('–')} " not in right[1:]  # of two dashes

    def _minute(self, item: Item, left: str, right: str) -> Item:
        """Return a mark behind a number in brackets as the sign of minutes, or unread if no other is near."""
        another = re.search(ANOTHER_MINUTE, left) or re.search(ANOTHER_MINUTE, right)
        told = another and self._leaves("’") == item.image
        return item._replace(original="’", role=APOSTROPHE) if told else unread(item)

    def _minus(self, item: Item) -> Item:
        sign = next((sign for sign in (MINUS, DASH) if self._leaves(sign) == item.image), "")
        return item._replace(original=sign, role=EN_DASH) if sign else unread(item)

    def _money(self, item: Item) -> Item:
        """Return a currency sign as that of the document, or unread if nothing tells which that is."""
        lost = "".join([sign for sign in TELLING if self._leaves(sign) == item.image])
        told = self._currency(lost) if lost else ""
        return item._replace(original=told, role=CURRENCY) if told else unread(item)

    def _is_sum(self, role: str, left: str, right: str) -> bool:
        """Tell whether a mark before digits was a currency sign.

        Then it shortens no year and separates no numbers, and the number counts nothing.
        """
        if self._is_ahead(role, left, right):
            return not re.match(COUNTED, right[1:])
        if not right[:1].isdigit() or left[-1:].isalnum() or re.match(COUNTED, right):
            return False
        if role == APOSTROPHE:
            year = re.match(YEAR, right)
            return year is None or not (
                year[0][-1] == "s" or re.search(f"{BEFORE_YEAR}|{BEFORE_EITHER}", left)
            )
        return role == CURRENCY or (role in DASHES and (left.rstrip()[-1:] == "/" or _opens(left)))

    def _is_ahead(self, role: str, left: str, right: str) -> bool:
        """Tell whether a mark before a blank was rather the currency of the number after it: `van € 8`."""
        if role not in LOOSE or left[-1:] not in (" ", "("):
            return False
        if "nl" in self._own and re.search(PAID, left) and re.match(WHOLE, right):
            return True
        return not self._own.isdisjoint(("de", "nl")) and re.match(CENTS, right) is not None

    def _is_amount(self, role: str, left: str, right: str, is_paired: Callable[[], bool]) -> bool:
        """Tell whether a mark or letter was rather the currency behind a number: `für 12 € im Netz`."""
        if role == CURRENCY:
            return left.rstrip()[-1:].isdigit()
        # In French alone a blank stands before a question mark.
        asked = role == QUESTION and "fr" not in self._own and re.match(LOST_CLOSING, right) is not None
        if not (asked or role in LOOSE) or self._own == {"en"}:
            return False
        if role == "»" and "fr" in self._own and is_paired():  # only French sets a blank before it
            return False
        return not right[:1].isalnum() if _in_millions(left) else _is_paid(left, right)

    def _leaves(self, mark: str) -> str:
        return image(self._channel.legs, mark)


def may_read(item: Item, place: Place) -> Chance:
    """Tell whether `NumberSigns.read` may touch a lost mark in a place."""
    left, right = place.left.kind, place.right.kind
    if item.role in (CURRENCY, OTHER_SIGN) or left[-1] in "0x" or right[-1] == "0":  # the x may be a space
        return True
    if item.role == SPACE and right[-1] in "?¿x":  # behind which a number may stand
        return True
    if left[0] != "_":
        unit = place.left.is_letter and place.left.word in SHORT
        return unit or (left == "." and item.role in DASHES and right[0] in "_$")
    return _is_between if left in ("_a", "_A", "_.") else False


def _is_between(at: Standing) -> bool:
    """Tell whether a mark stands where the words around it make a sign of it, without a number beside it."""
    return _is_half(at.left, at.right) or _in_millions(at.left)


def _is_paid(left: str, right: str) -> bool:
    """Tell whether `left` ends with a number that is paid, and a blank."""
    if not left[-2:-1].isdigit() or left[-1:] not in BLANKS:
        return False
    if right[:1] in AFTER_AMOUNT or re.match(LOST_CLOSING, right):
        return True
    another = re.search(ANOTHER_BEFORE, left) or re.search(ANOTHER_BEHIND, right)
    if another and re.match(WORD_BEHIND, right) and not re.search(NO_AMOUNT, left):
        return True
    if re.match(RATE, right) and re.search(rf"(?<![\d.,:/-]){NUMBER}", left):
        return True
    return (
        right[:1] in BLANKS
        and right[1:2].islower()
        and any(re.search(amount, left) for amount in (AMOUNT, PRICE))
    )


def _is_lost(damaged: str) -> bool:
    """Tell whether an image consists only of what stands for lost characters: `?½` does not."""
    return not damaged.strip(LOST) or damaged == LOST_AS_WINDOWS


def _is_loose_before(role: str, left: str, right: str) -> bool:
    """Tell whether a mark before digits is an apostrophe of no year, or a dash with a blank on one side."""
    if role == APOSTROPHE:
        year = re.match(YEAR, right) is not None and not re.match(DECADE, right)
        return year and re.search(BEFORE_EITHER, left) is not None
    return role in DASHES and left[-1:] in OPENED and not left.rstrip()[-1:].isdigit()


def _is_loose_behind(role: str, left: str, right: str) -> bool:
    """Tell whether a mark behind digits is an apostrophe that shortens nothing, or a space beside another."""
    if role == SPACE:
        return left[-1:] in BLANKS or right[:1] in BLANKS
    return role == APOSTROPHE and not right[:1].isalnum() and not left.endswith("0s")


def _opens(left: str) -> bool:
    """Tell whether a quotation opens at the end of what stands before a mark."""
    return left[-1:] in OPENING_MARKS or re.search(rf"(?<![^\s(])[{LOST}]$", left) is not None


def _is_counted(left: str, right: str) -> bool:
    """Tell whether an apostrophe would stand before a number of something; then it was none."""
    return not left[-1:].isalnum() and re.match(COUNTED, right) is not None


def _is_half(left: str, right: str) -> bool:
    """Tell whether a mark stands between an article and what is measured: `a ½ litre`."""
    if not left[-1:] == right[:1] == " ":
        return False
    word = first_word(right, 1)
    return (word in BEHIND_HALF or word.startswith(MEASURES)) and last_word(left[:-1]).lower() in BEFORE_HALF


def _in_millions(left: str) -> bool:
    """Tell whether the text before a mark ends with a number of millions: `12 Mio. `."""
    return left[-1:] == " " and re.search(MILLIONS, left) is not None


def _is_minus(role: str, left: str, right: str, is_paired: Callable[[], bool]) -> bool:
    """Tell whether a mark before digits was a minus: `between −5 and −2 degrees`."""
    if not right[:1].isdigit() or left[-1:] not in (" ", "(") or left.rstrip()[-1:].isdigit():
        return False
    if role not in FOR_MINUS:
        return False
    # Each expression is compiled only where it may match: together they take a thirtieth of the time of a
    # process that cleans one article.
    fell = not set(DIGITS).isdisjoint(left) and re.search(FELL, left) is not None
    if fell or not right.lstrip(OF_FIGURE).startswith(BEHIND_FIGURE):
        return fell
    if re.match(FROM_BELOW, right):
        return True
    if re.search(BETWEEN, left):
        return bool(re.match(BELOW_ZERO, right) or re.match(FALLS, right))
    return re.match(BELOW_ZERO, right) is not None and not is_paired()
