"""How well a character fits between its neighbours, whatever the language of the text.

Capital letters do not follow small ones, closing quotation marks do not open a word, dashes do not split one.
"""

OPENING, CLOSING, DASHES = frozenset("“‘„"), frozenset("”’"), frozenset("–—")
QUOTES_AND_DASHES = OPENING | CLOSING | DASHES
GUILLEMETS = frozenset("«»")  # either opens in some languages
ACCENTS = frozenset("ˆ˜")  # which stand over letters only
CURRENCIES = frozenset("£€¥¢")
BEFORE_OPENING = frozenset("([-–—“‘\"'/")
AFTER_CLOSING = frozenset(".,;:!?)]-–—…”’\"'")
BEHIND_NUMBERS = frozenset("ªºµ")  # 1º, 2ª
# Characters before a “ among which to look for the „ that it closes in German and Czech.
QUOTATION = 1000
# Letters that a dash without spaces has on one side at least, if it stands between words.
LEAST = 3


def fit(text: str, place: int) -> int:
    """Return how well the character at `place` of `text` fits: 1 well, 0 perhaps, -1 hardly, -2 never."""
    character = text[place]
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    if character in ACCENTS:
        return -1
    if character.isalpha() and character != "ƒ":  # a sign for guilders
        return _fit_of_letter(character, before, after)
    if character in QUOTES_AND_DASHES:
        if character in DASHES and _splits_a_word(text, place):
            return -2
        closes = character == "“" and "„" in text[max(0, place - QUOTATION) : place]
        return _fit_of_mark("”" if closes else character, before, after)
    return _fit_of_other(character, before, after)


def _fit_of_other(character: str, before: str, after: str) -> int:
    """Return how well a sign fits: within a word hardly, except where a language has it there."""
    if not character.isprintable() and character != "\N{NO-BREAK SPACE}":
        return -2
    if character in "¿¡°" or character in CURRENCIES:
        return _fit_beside_word(character, before, after)
    if character == "·":  # Catalan has `l·l`, French `tou·te·s`
        return int(before == after == "l")
    if character in GUILLEMETS and not after.isalpha():  # `«а` may be `За` in mac_cyrillic
        return max(0, *(_fit_of_mark(mark, before, after) for mark in "“”"))  # French has blanks inside
    return -1 if before.isalpha() and after.isalpha() else 0


def _fit_beside_word(character: str, before: str, after: str) -> int:
    """Return how well a sign fits that stands before a word, a degree or a sign of a currency."""
    if character in "¿¡":
        return -1 if before.isalnum() else int(after.isalnum())
    if character == "°":
        return int(before.isdigit() or after in "CF")
    return 0 if before.isdigit() or after.isdigit() else -1


def _splits_a_word(text: str, place: int) -> bool:
    """Tell whether a dash stands between too few letters for two words: `kt—ry`, `kr—l`."""
    before, after = text[max(0, place - LEAST) : place], text[place + 1 : place + 1 + LEAST]
    if not (before[-1:].isalpha() and after[:1].isalpha()):
        return False
    return not (before[-2:].isalpha() and after[:2].isalpha() and (before.isalpha() or after.isalpha()))


def _fit_of_mark(mark: str, before: str, after: str) -> int:
    """Return how well a quotation mark, an apostrophe or a dash fits."""
    if mark in OPENING:
        return 1 if (before.isspace() or before in BEFORE_OPENING) and not after.isspace() else -1
    if mark == "’" and before.isspace() and after.isdigit():  # the ’90s
        return 1
    if mark in CLOSING:
        ends = after.isspace() or after in AFTER_CLOSING
        joins = mark == "’" and before.isalnum() and after.isalnum()
        return 1 if not before.isspace() and (ends or joins) else -1
    return 1 if before.isspace() == after.isspace() else 0


def _fit_of_letter(letter: str, before: str, after: str) -> int:
    """Return how well a letter fits: hardly beside another alphabet, or as a capital behind a small one."""
    if any(other.isalpha() and is_cyrillic(other) != is_cyrillic(letter) for other in (before, after)):
        return -1
    if before == letter == after:  # which no word has
        return -1
    if before.isdigit() and letter not in BEHIND_NUMBERS and not after.isalpha():
        return -1
    if letter.isupper():
        return -1 if before.islower() else int(after.isalpha())
    if before.isalpha():
        return 1
    return -1 if after.isupper() or before in ".,!?" else int(after.isalpha())


def is_cyrillic(letter: str) -> bool:
    """Tell whether a character stands in the blocks of Cyrillic."""
    return "\u0400" <= letter < "\u0530"
