"""Signs beside numbers, where a mark was read: `£40`, `12 €.`, `38° C`, `§ 5 Abs. 2`, `n° 12`, `14ème`."""

import re
from collections.abc import Callable

from newsclean.mojibake.lossy.channels import Channel, image
from newsclean.mojibake.lossy.context import DASHES
from newsclean.mojibake.lossy.items import Item, only
from newsclean.mojibake.lossy.places import BLANKS

# What an apostrophe before digits shortens: a decade, or a year after what has one.
YEAR = r"\d0s\b|\d\d\b(?!\s*(?:[%°.,]?\d|%|[mb]illion|thousand|an?\b|per\b|each\b))"
BEFORE_YEAR = (
    r"\b(?:[A-Z]\w+ [A-Z]\w+|"
    r"(?i:(?:class|summer|spring|autumn|fall|winter)(?: of)?|in|since|until|the|early|late|"
    r"anni|années|años|anos)) $"
)
# What stands behind a section sign: a number, and then a paragraph or the short name of a law, as UrhG.
SECTION = (
    r" \d+[a-z]?(?:,? (?:Abs\.|Nr\.|Rd?n\.|Satz \d|ff?\.|[A-Z]\w*[a-z]\w*[GOV]\b"
    r"|(?:BGB|HGB|TMG|GG|ZPO|AO)\b))"
)
# What is left of a lost character.
LOST = "?\ufffd¿"


DIGITS = tuple("0123456789")
APART = (" ", "(")
NUMERO = tuple([mark + letter for mark in APART for letter in "nN"])
SECTIONS = tuple([mark + lost for mark in APART for lost in LOST])
# Signs and letters beside a number: each with its role, the languages in which it stands so (empty for all),
# what it stands behind, where a blank stands before a line, and the expression that follows it.
SIGNS = (
    ("°", "°", "", DIGITS, r" ?[CF]\b"),
    ("°", "°", "", tuple([f"{digit} " for digit in DIGITS]), r"[CF](?=[ ,;:)]|\.?$|\. )"),
    ("°", "°", "fr it", NUMERO, r" ?\d"),
    ("º", "+", "es pt ca", NUMERO, r" ?\d"),
    ("è", "l", "fr", DIGITS, r"[mr]es?\b"),
    ("§", "+", "de", APART, SECTION),
    ("§", "+", "de", APART, rf"[{LOST}] \d"),  # §§, the first and the second one
    ("§", "+", "de", SECTIONS, r" \d"),
)
# What a currency behind a number is taken for: a dash, or a letter that is a word.
LOOSE = DASHES | {"l"}
# What stands behind the currency of an amount, and behind no dash after a blank.
AFTER_AMOUNT = frozenset(".;),")
# An amount as no year, no date and no number in a list is written; any but a year behind what it is the price
# of or what is paid; and by what it is paid.
AMOUNT = r"(?<![\d.,:/-])\d{1,3}(?:\.\d{3})*(?:\.\d{3}|,\d\d) $"
NUMBER = r"(?!(?:1\d|20)\d\d )\d+ $"
PRICE = (
    r"\b(?i:für|von|auf|über|beträgt|kostet|kosten|zahlt|zahlen|pour|de|coûte|coûtent|payer|voor|van|kost|por"
    rf"|cuesta|cuestan|custa|custam|pagar|per|di|costa|costano|pagare) {NUMBER}"
)
RATE = (
    r" (?:(?:pro|je|par|por|per|HT|TTC|monatlich|jährlich|mensuels?)\b"
    r"|im (?:Monat|Jahr)\b|al (?:mes|año|mese)\b|ao mês\b)"
)
# What is no part of a word as a gap, among bytes: an expression takes twice as long.
WORDS = bytes([byte if chr(byte).isalnum() and byte < 0x80 else ord(" ") for byte in range(256)])
# Names and words of Britain and of the countries that have the euro.
BRITISH = frozenset(
    """
    pound pounds sterling pence UK Britain British England English London Scotland Scottish Wales Welsh NHS
    """.split()
)
EUROPEAN = frozenset(
    """
    Euro Euros euro euros EU Eurozone eurozone Europe European Ireland Irish Dublin Germany German Berlin
    France French Paris Italy Italian Rome Spain Spanish Madrid Dutch Netherlands Belgium Brussels Greece
    Greek Athens Portugal Portuguese Lisbon Austria Austrian Vienna Finland Finnish
    """.split()
)


def currency(text: str) -> str:
    """Return the currency that an English text lost: not the one that it still has.

    Of 19 articles with £ or €, all but 3 have the one that their words tell.
    """
    if "£" in text:
        return "€"
    found = text.encode("ascii", "replace").translate(WORDS).decode().split()
    european = sum(map(EUROPEAN.__contains__, found))
    return "€" if european > sum(map(BRITISH.__contains__, found)) else "£"


class NumberSigns:
    """What a mark beside a number was, under a channel that leaves the same of both."""

    def __init__(self, channel: Channel, currency: Callable[[], str], own: frozenset[str]) -> None:
        """`currency` returns that of the document, `own` are the languages that it is in."""
        self._channel = channel
        self._currency = currency
        self._english = own == {"en"}
        self._signs = [
            (sign, role, before, behind)
            for sign, role, languages, before, behind in SIGNS
            if not languages or only(own) in languages.split()
        ]

    def read(self, item: Item, left: str, right: str) -> Item | None:
        """Return a mark between `left` and `right` as a sign or a letter beside a number, or None."""
        beside = left.rstrip()[-1:].isdigit() or right.lstrip(f" {LOST}")[:1].isdigit()
        if not beside and item.role != "$":
            return None
        for sign, role, before, behind in self._signs:
            fits = f" {left}".endswith(before) and re.match(behind, right)
            if fits and self._leaves(sign) == item.image:
                return item._replace(original=sign, role=role)
        if _is_sum(item.role, left, right):
            return item._replace(original=self._currency(), role="$")
        amount = item.original in "£€" if item.role == "$" else self._is_amount(item.role, left, right)
        if amount and self._leaves(self._currency()) == item.image:
            return item._replace(original=self._currency(), role="$")
        return None

    def _is_amount(self, role: str, left: str, right: str) -> bool:
        """Tell whether a dash or a letter is rather the currency behind a number: `für 12 € im Netz`."""
        if role not in LOOSE or self._english or not left[-2:-1].isdigit() or left[-1:] not in BLANKS:
            return False
        if right[:1] in AFTER_AMOUNT:
            return True
        if re.match(RATE, right) and re.search(rf"(?<![\d.,:/-]){NUMBER}", left):
            return True
        return right[1:2].islower() and any(re.search(amount, left) for amount in (AMOUNT, PRICE))

    def _leaves(self, mark: str) -> str:
        return image(self._channel.legs, mark)


def _is_sum(role: str, left: str, right: str) -> bool:
    """Tell whether what was lost before digits is a currency: it shortens no year, parts no numbers."""
    if not right[:1].isdigit() or left[-1:].isalnum():
        return False
    if role == "a":
        year = re.match(YEAR, right)
        return year is None or (year[0][-1] != "s" and re.search(BEFORE_YEAR, left) is None)
    return role in DASHES and left.rstrip()[-1:] == "/"
