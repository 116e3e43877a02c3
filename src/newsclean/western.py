"""How badly the characters of a text fit their places if its bytes are read in some 8-bit codec.

A text of western Europe has few characters beyond ASCII, and an English one hardly any: too few for chardet,
which knows an encoding by its pairs of bytes.  But read in a wrong codec they come to stand where none of
their kind does: `caf‚` and `39ø` were written in DOS, `JosŽ` on a Mac.
"""

import re

BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
# What a character in an odd place costs: one that no text has there, and one that few have.  Less than that
# is a hint, such as a rare letter is; all hints together cost HINTS at most, and only decide between readings
# that are equal otherwise.
NEVER, SELDOM = 1.0, 0.5
RARE, HINT, HINTS = 0.1, 0.05, 0.3
# Letters that are words by themselves, and capitals that begin no word.
LONE = frozenset("àéèóíåöæøyÀÉÈÓÅÖÍÁÆ")
NOT_FIRST = frozenset("ÒÙÌÏËÕÛÐð")
# Letters that hardly any language of western Europe has, and those that only few have.
RARE_LETTERS = frozenset("ÞÐþðÿŸŽžŠšÝýıłŁ")
SELDOM_LETTERS = frozenset("âõìîòûùœÂÔÎÛÒÙÌÃŒ")
# Letters that end a word seldom.
NOT_LAST = frozenset("íîìñúûëâÆ")
# Letters without a sound of their own, and what else stands beside numbers.
NO_LETTERS = frozenset("ªºƒµ")
CURRENCIES, FRACTIONS = frozenset("£€¥¢"), frozenset("½¼¾")
# Marks that may stand anywhere but between letters.
ANYWHERE = frozenset("©®™§•¶×²³¹±µ…‘«»·")
DASHES, BLANKS = frozenset("–—"), frozenset("\xa0\xad")
# Letters that a dash without spaces has on one side at least, if it stands between words.
LEAST = 3
# What follows an apostrophe in English, and the ends of the words that lose a vowel before one in Italian and
# French; other words before an apostrophe are shorter than LEAST.
CONTRACTED = re.compile(r"[’‘](?:s|t|re|ve|ll|d|m|S|T|RE|VE|LL|D|M)(?![^\W_])")
ELIDED = ("ll", "qu", "tt", "ch", "un", "est")
# Marks that end something.
ENDS = frozenset(".,;:!?")
# Characters before a closing mark among which to look for the one that opens.
QUOTATION = 1000
# Where letters of other scripts than Latin begin.
BEYOND_LATIN = "ɐ"


def misfit(text: str) -> float:
    """Return how badly the characters of `text` beyond ASCII fit: 0 well, and up to 1 more for each."""
    found = [_misfit(text, foreign.start()) for foreign in BEYOND_ASCII.finditer(text)]
    return sum([cost for cost in found if cost >= SELDOM]) + min(
        HINTS, sum([cost for cost in found if cost < SELDOM])
    )


def _misfit(text: str, place: int) -> float:
    char = text[place]
    before = text[place - 1] if place else " "
    after = text[place + 1 : place + 2] or " "
    if char.isalpha() and char not in NO_LETTERS:
        return _misfit_of_letter(text, place, before, after)
    if char in "’“”‘‚„" and not (char == "‘" and CONTRACTED.match(text, place)):
        return _misfit_of_mark(text, place, before, after)
    if char in CURRENCIES or char in FRACTIONS or char in "°ºª":
        return _misfit_beside_number(char, before, after)
    return _misfit_of_sign(text, place, before, after)


def _misfit_of_letter(text: str, place: int, before: str, after: str) -> float:
    """Return how badly a letter fits: beside one of another script, a number, or one of another size."""
    char = text[place]
    if any(other.isalpha() and (other < BEYOND_LATIN) != (char < BEYOND_LATIN) for other in (before, after)):
        return NEVER
    if before.isdigit() or after.isdigit() or _is_of_wrong_size(text, place, before, after):
        return NEVER
    if not (before.isalpha() or after.isalpha()):
        return HINT if char in LONE else 2 * HINT if char >= BEYOND_LATIN else NEVER
    return 0.0 if char >= BEYOND_LATIN else _misfit_in_word(char, before, after)


def _is_of_wrong_size(text: str, place: int, before: str, after: str) -> bool:
    """Tell whether a capital stands behind a small letter or an end, or a small letter among capitals."""
    char = text[place]
    if char.isupper():
        return before.islower() or (before in ENDS and not after.isalpha())
    among = after.isupper() or (before.isupper() and text[place - 2 : place - 1].isupper())
    return char.islower() and (before in ENDS or among)


def _misfit_in_word(char: str, before: str, after: str) -> float:
    """Return how badly a Latin letter beside another fits there."""
    if char == "ß":
        return 0.0 if before.islower() else NEVER
    if char == "Õ":  # which only Portuguese has
        return 0.0 if after == "E" else NEVER
    if (char in NOT_FIRST and not before.isalpha()) or (char in "Þþ" and not after.isalpha()):
        return NEVER
    if char in RARE_LETTERS:
        return RARE
    return HINT * ((char in SELDOM_LETTERS) + 2 * (char in NOT_LAST and not after.isalpha()))


def _misfit_of_mark(text: str, place: int, before: str, after: str) -> float:
    """Return how badly a quotation mark or an apostrophe fits."""
    char = text[place]
    earlier = text[max(0, place - QUOTATION) : place]
    if char == "’":
        return _misfit_of_apostrophe(text, place, before, after)
    if char == "”":
        if before.isspace() and not after.isspace():  # as it opens in Swedish and Finnish
            return 2 * HINT if "”" in text[place + 1 : place + QUOTATION] else SELDOM
        return NEVER if before.isspace() else 0.0 if re.search("[“„”]", earlier) else SELDOM
    if char == "“" and "„" in earlier:
        return NEVER if before.isspace() else 0.0
    opens = not before.isalnum() and not after.isspace()
    if char in "‚„":
        later = text[place : place + QUOTATION]
        return 0.0 if opens and re.search("[“”]" if char == "„" else "[‘’]", later) else NEVER
    return 0.0 if opens else NEVER


def _misfit_of_apostrophe(text: str, place: int, before: str, after: str) -> float:
    if before.isspace() and after.isspace():
        return NEVER
    if not (before.isalpha() and after.isalpha()):
        return 0.0
    if CONTRACTED.match(text, place):
        return -2 * HINT
    word = text[max(0, place - LEAST) : place]
    return 2 * HINT if word.isalpha() and not word.lower().endswith(ELIDED) else 0.0


def _misfit_beside_number(char: str, before: str, after: str) -> float:
    """Return how badly a currency, a fraction, a degree or an ordinal fits."""
    if char in FRACTIONS:
        return NEVER if before.isalpha() or after.isalpha() else 0.0
    if char in CURRENCIES:
        in_front = after.isdigit() and not before.islower()
        behind = (before.isdigit() or before.isspace()) and not after.isalnum()
        return 0.0 if in_front or behind else NEVER if before.isalpha() else SELDOM
    if char == "°" and after in ("C", "F"):
        return 0.0
    return 0.0 if before.isdigit() or (char != "°" and before in ".Nn") else NEVER


def _misfit_of_sign(text: str, place: int, before: str, after: str) -> float:
    """Return how badly a sign fits: between letters only dashes do."""
    char = text[place]
    between = before.isalpha() and after.isalpha()
    if char in DASHES:
        return _misfit_of_dash(text, place, before, after)
    if char in "¡¿":
        return 0.0 if after.isalpha() and not before.isalnum() else NEVER
    if char in BLANKS:
        return 2 * HINT * (between or char == "\xad")
    if char not in ANYWHERE or (between and char not in "…·") or (char == "•" and before.isalpha()):
        return NEVER
    if char == "«" and before.isdigit():
        return 0.0 if "»" in text[max(0, place - QUOTATION) : place] else NEVER
    return HINT * (char not in "«»")


def _misfit_of_dash(text: str, place: int, before: str, after: str) -> float:
    if before.isalpha() and after.isalpha():
        left, right = text[max(0, place - LEAST) : place], text[place + 1 : place + 1 + LEAST]
        return 2 * HINT if left.isalpha() or right.isalpha() else NEVER
    lopsided = before.isspace() != after.isspace()
    return SELDOM if lopsided and (before.isalpha() or after.isalpha()) else 0.0
