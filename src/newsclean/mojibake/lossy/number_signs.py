"""Signs beside numbers, where a mark was read: `£40`, `12 €.`, `−6 °C`, `§ 5 Abs. 2`, `n° 12`, `14ème`."""

import re
from collections.abc import Callable

from newsclean.mojibake.lossy.channels import LOST, Channel, image
from newsclean.mojibake.lossy.context import CLOSING, DASHES, OPENING, QUOTING
from newsclean.mojibake.lossy.currencies import TELLING
from newsclean.mojibake.lossy.items import Item, only, unread
from newsclean.mojibake.lossy.places import BLANKS

# What follows an apostrophe that shortens a decade or a year; and what stands before such a year.
YEAR = r"\d0s\b|\d\d\b(?!\s*(?:[%°.,]?\d|%|[mb]illion|thousand|an?\b|per\b|each\b))"
BEFORE_YEAR = (
    r"\b(?:[A-Z][\w.]{1,24} [A-Z]\w+|"
    r"(?i:(?:class|summer|spring|autumn|fall|winter)(?: of)?|in|since|until|the|early|late|"
    r"anni|années|años|anos)) $"
)
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
    "de": _apart("Laut laut Nach nach Gemäß gemäß in In aus gegen siehe Siehe vgl. regelt"),
    "sv": _apart("Enligt enligt i I av mot"),
    "da nb": _apart("Ifølge ifølge i I efter etter"),
    "cs sk": _apart("Podle podle Podľa podľa v V dle"),
    "pl": _apart("Według według w W z Z"),
}
# Signs and letters beside a number, each with its role, the languages in which it stands so (empty for all),
# the endings of the text before it (a line begins with a blank for this), and the expression that follows it.
SIGNS = (
    ("°", "°", "", DIGITS, r" ?[CF]\b"),
    ("°", "°", "", tuple([f"{digit} " for digit in DIGITS]), r"[CF](?=[ ,;:)]|\.?$|\. )"),
    ("°", "°", "fr it", NUMERO, r" ?\d"),
    ("º", "+", "es pt ca", NUMERO, r" ?\d"),
    ("è", "l", "fr", DIGITS, r"[mr]es?\b"),
    ("§", "+", "de", APART, SECTION),
    ("§", "+", "de", APART, rf"[{LOST}] \d"),  # §§, the first and the second one
    ("§", "+", "de", SECTIONS, r" \d"),
    *[("§", "+", languages, before, r" \d+\b(?![.,]\d)") for languages, before in CITED.items()],
    ("±", "+", "en", tuple([f" error {verb} " for verb in ("of", "is", "was")]), r"\d"),
)
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
FELL = rf"{FROM} [−{LOST}]{FIGURE} ?{PERCENTS}?{TO}$"
BETWEEN = rf"(?:{FROM} |{TO})$"
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
LOOSE = DASHES | QUOTING | {"l", "e", "»"}
# What follows the currency of an amount, but no dash after a blank.
AFTER_AMOUNT = frozenset(".;),/")
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
    r" (?:(?:pro|je|par|por|per|HT|TTC|monatlich|jährlich|mensuels?)\b"
    r"|im (?:Monat|Jahr)\b|al (?:mes|año|mese)\b|ao mês\b)"
)
# Words for millions and more, between a number and its currency.
MILLIONS = frozenset(("Mio", "Mio.", "Mrd", "Mrd.", "M", "Md", "mln", "mld", "mil"))
# A number after its currency and a blank: with cents, as in German and Dutch (CENTS), or in Dutch without
# (WHOLE), if a word of PAID stands before the currency.
CENTS = r" \d{1,9}(?:\.\d{3}){0,4},(?:\d\d|-)(?!\d)"
PAID = (
    r"(?:\b(?:kost|kosten|kostte|van|naar|voor|betaalt|betalen|tot|met|ruim|bijna|circa|ongeveer|slechts|maar"
    r"|of|en|is|was)|\() $"
)
WHOLE = r" (?!(?:1\d|20)\d\d\b)\d"


class NumberSigns:
    """Which sign a mark beside a number was, under a channel with the same image for both."""

    def __init__(self, channel: Channel, currency: Callable[[str], str], own: frozenset[str]) -> None:
        """Take the channel, what finds the document's currency among some, and the codes of its languages."""
        self._channel = channel
        self._currency = currency
        self._own = own
        self._signs = [
            (sign, role, before, behind)
            for sign, role, languages, before, behind in SIGNS
            if not languages or only(own) in languages.split()
        ]

    def read(self, item: Item, left: str, right: str, is_paired: Callable[[], bool]) -> Item | None:
        """Return the sign or letter beside a number that a mark between `left` and `right` was, or None.

        The item is unread if it was a sign and nothing tells which.  `is_paired` tells whether the mark is
        one of two quotation marks.
        """
        beside = left.rstrip()[-1:].isdigit() or right.lstrip(f" {LOST}")[:1].isdigit()
        if not beside and item.role != "$" and not _in_millions(left):
            return unread(item) if item.role == "+" and _is_lost(item.image) else None
        for sign, role, before, behind in self._signs:
            fits = f" {left}".endswith(before) and re.match(behind, right)
            if fits and self._leaves(sign) == item.image:
                return item._replace(original=sign, role=role)
        if _is_minus(item.role, left, right, is_paired):
            return self._minus(item)
        if item.role == "+":
            return unread(item) if _is_lost(item.image) else None
        if self._is_sum(item.role, left, right) or self._is_amount(item.role, left, right, is_paired):
            return self._money(item)
        uncertain = item.role == "$" or (item.role == "a" and _is_counted(left, right))
        return unread(item) if uncertain else None

    def _minus(self, item: Item) -> Item:
        sign = next((sign for sign in (MINUS, DASH) if self._leaves(sign) == item.image), "")
        return item._replace(original=sign, role="n") if sign else unread(item)

    def _money(self, item: Item) -> Item:
        """Return a currency sign as that of the document, or unread if nothing tells which that is."""
        lost = "".join([sign for sign in TELLING if self._leaves(sign) == item.image])
        told = self._currency(lost) if lost else ""
        return item._replace(original=told, role="$") if told else unread(item)

    def _is_sum(self, role: str, left: str, right: str) -> bool:
        """Tell whether a mark before digits was a currency sign.

        Then it shortens no year and separates no numbers, and the number counts nothing.
        """
        if self._is_ahead(role, left, right):
            return not re.match(COUNTED, right[1:])
        if not right[:1].isdigit() or left[-1:].isalnum() or re.match(COUNTED, right):
            return False
        if role == "a":
            year = re.match(YEAR, right)
            return year is None or (year[0][-1] != "s" and re.search(BEFORE_YEAR, left) is None)
        return role == "$" or (role in DASHES and left.rstrip()[-1:] == "/")

    def _is_ahead(self, role: str, left: str, right: str) -> bool:
        """Tell whether a mark before a blank was rather the currency of the number after it: `van € 8`."""
        if role not in LOOSE or left[-1:] not in (" ", "("):
            return False
        if "nl" in self._own and re.search(PAID, left) and re.match(WHOLE, right):
            return True
        return not self._own.isdisjoint(("de", "nl")) and re.match(CENTS, right) is not None

    def _is_amount(self, role: str, left: str, right: str, is_paired: Callable[[], bool]) -> bool:
        """Tell whether a mark or letter was rather the currency behind a number: `für 12 € im Netz`."""
        if role == "$":
            return left.rstrip()[-1:].isdigit()
        if role not in LOOSE or self._own == {"en"} or (role == "»" and is_paired()):
            return False
        return not right[:1].isalnum() if _in_millions(left) else _is_paid(left, right)

    def _leaves(self, mark: str) -> str:
        return image(self._channel.legs, mark)


def _is_paid(left: str, right: str) -> bool:
    """Tell whether `left` ends with a number that is paid, and a blank."""
    if not left[-2:-1].isdigit() or left[-1:] not in BLANKS:
        return False
    if right[:1] in AFTER_AMOUNT:
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


def _is_counted(left: str, right: str) -> bool:
    """Tell whether an apostrophe would stand before a number of something; then it was none."""
    return not left[-1:].isalnum() and re.match(COUNTED, right) is not None


def _in_millions(left: str) -> bool:
    """Tell whether the text before a mark ends with a number of millions: `12 Mio. `."""
    number, _, word = left.rstrip().rpartition(" ")
    return word in MILLIONS and number[-1:].isdigit()


def _is_minus(role: str, left: str, right: str, is_paired: Callable[[], bool]) -> bool:
    """Tell whether a mark before digits was a minus: `between −5 and −2 degrees`."""
    if not right[:1].isdigit() or left[-1:] not in (" ", "(") or left.rstrip()[-1:].isdigit():
        return False
    if role not in OPENING | CLOSING | DASHES | {"$", "a", "s", "l"}:
        return False
    if re.match(FROM_BELOW, right) or re.search(FELL, left):
        return True
    if re.search(BETWEEN, left):
        return bool(re.match(BELOW_ZERO, right) or re.match(FALLS, right))
    return re.match(BELOW_ZERO, right) is not None and not is_paired()
