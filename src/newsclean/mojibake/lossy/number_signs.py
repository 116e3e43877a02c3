"""Signs beside numbers, where a mark was read: `£40`, `12 €.`, `38° C`, `§ 5 Abs. 2`."""

import re
from collections.abc import Callable

from newsclean.mojibake.lossy.channels import Channel, image
from newsclean.mojibake.lossy.context import BLANKS, DASHES
from newsclean.mojibake.lossy.items import Item

# What an apostrophe before digits shortens: a decade, or a year after what has one.
YEAR = r"\d0s\b|\d\d\b(?!\s*(?:[%°.,]?\d|%|[mb]illion|thousand|an?\b|per\b|each\b))"
BEFORE_YEAR = (
    r"\b(?:[A-Z]\w+ [A-Z]\w+|"
    r"(?i:(?:class|summer|spring|autumn|fall|winter)(?: of)?|in|since|until|the|early|late|"
    r"anni|années|años|anos)) $"
)
# What stands behind a number and a degree sign.
SCALE = re.compile(r" ?[CF]\b")
# What stands behind a section sign: a number, and then a paragraph or the short name of a law, as UrhG.
SECTION = r" \d+[a-z]?(?:,? (?:Abs\.|Nr\.|Satz \d|ff?\.|[A-Z]\w*[a-z]\w*[GOV]\b|(?:BGB|HGB|TMG|GG|ZPO|AO)\b))"
# What stands behind the currency of an amount, and behind no dash after a blank.
AFTER_AMOUNT = frozenset(".;),")
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

    def __init__(self, channel: Channel, currency: Callable[[], str], english: bool) -> None:
        """`currency` returns that of the document, `english` says whether it is in English alone."""
        self._channel = channel
        self._currency = currency
        self._english = english

    def read(self, item: Item, left: str, right: str) -> Item | None:
        """Return a mark between `left` and `right` as a degree or section sign or a currency, or None."""
        if left[-1:].isdigit() and SCALE.match(right) and self._leaves("°") == item.image:
            return item._replace(original="°", role="°")
        numbered = right[1:2].isdigit() and re.match(SECTION, right) and not left[-1:].strip(" (")
        if numbered and self._leaves("§") == item.image:
            return item._replace(original="§", role="+")
        if _is_sum(item.role, left, right):
            return item._replace(original=self._currency(), role="$")
        amount = item.original in "£€" if item.role == "$" else self._is_amount(item.role, left, right)
        if amount and self._leaves(self._currency()) == item.image:
            return item._replace(original=self._currency(), role="$")
        return None

    def _is_amount(self, role: str, left: str, right: str) -> bool:
        """Tell whether a dash is rather the currency behind a number: `12 €.`"""
        if role not in DASHES or not left[-2:-1].isdigit() or left[-1:] not in BLANKS:
            return False
        return right[:1] in AFTER_AMOUNT and not self._english

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
