"""Stray marks: those that touch a name or a word as no mark does, so that a letter was rather lost there.

    Catr?ona Bhatt             no dash parts words that are none
    Ines ?kerlund, 41          nothing closes what would open before a small word
    in Bogot? and in Lima      nothing has opened what would close
    Bogot? is high             a name trails off only where its sentence does
    the letters ?, ? and ?     a quotation mark touches something

Where only lost characters are left, such a mark stays lost.  So does one that stands intact elsewhere in its
line, if the channel would have left U+FFFD of it.
"""

from collections.abc import Iterable, Sequence
from itertools import product

from newsclean.mojibake.lossy.channels import LOST, Channel
from newsclean.mojibake.lossy.letters import lexicon
from newsclean.mojibake.lossy.letters.languages import Document
from newsclean.mojibake.lossy.letters.lone import ANY_LETTER
from newsclean.mojibake.lossy.proof.as_letters import (
    BEFORE_WORD,
    BEHIND_WORD,
    BESIDE_LETTERS,
    LETTERED,
    STEM,
    WITHIN_WORD,
)
from newsclean.mojibake.lossy.proof.pairs import Pairs
from newsclean.mojibake.lossy.proof.standing import Chance, Standing
from newsclean.mojibake.lossy.runs.context import (
    APOSTROPHE,
    CLOSING,
    DASHES,
    ELLIPSIS,
    LETTER,
    NO_MARKS,
    OPENING,
    PARTING,
    QUOTING,
    SPACE,
)
from newsclean.mojibake.lossy.runs.items import Item, Placed, tells_nothing, unread
from newsclean.mojibake.lossy.runs.places import (
    CONTRACTED,
    ELIDED,
    FIRST_WORD,
    LAST_WORD,
    REACH,
    Place,
    first_word,
    telling_words,
)

# Occurrences per billion from which on a plain word is common.
COMMON = 10**5
# Which words a dash without blanks parts in English, by their letters.  Behind a name of fewer than LONG,
# what is no longer than LONGEST_ENDING may end the name, as in `Erdo?an`.  Words of which neither is common
# have no fewer than WORD each, and BOTH together.  Of 325 such dashes in news, 5 in 100 part others.
LONGEST_ENDING, LONG, WORD, BOTH = 2, 6, 3, 8
# Languages that set a dash right before or behind words, where speech is interrupted.
DIALOGUE = frozenset({"ca", "es", "fr", "it", "pt"})
# Languages in which many names begin with a letter beyond ASCII.
NAMED = LETTERED | {"pl", "sh", "sl"}
# Languages with an apostrophe before the s of a genitive or a plural.
GENITIVE = frozenset({"da", "de", "en", "nb", "nl", "sv"})
# English words that have lost their beginning, behind an apostrophe, and endings that have lost their last
# letter before one.
CLIPPED = frozenset(
    ("bout", "cause", "cos", "cuz", "em", "n", "neath", "round", "s", "t", "til", "till", "twas")
)
CLIPPING = ("s", "x", "z", "in", "o", "th", "an", "ol", "wi")
# The roles of marks that may be strays behind a word, and, but for dashes, apart from any.
STRAY_BEHIND_WORD, STRAY_APART = BEHIND_WORD | {SPACE}, QUOTING | {APOSTROPHE}
SURVIVING = BESIDE_LETTERS - {APOSTROPHE}  # an apostrophe may have come from elsewhere
# The roles of marks that strays are taken for; and those that stand side by side between two words, behind a
# word and before one: `ecC` is `…’”`.
STRAY_ROLES = OPENING | CLOSING | WITHIN_WORD
CLOSED, OPENED = {*map("".join, product(CLOSING, PARTING))}, {*map("".join, product(DASHES, OPENING))}
BETWEEN = frozenset({*CLOSED, *OPENED, "CmO", "CnO"})
ENDING = frozenset(
    {*CLOSED, *map("".join, product(WITHIN_WORD, CLOSING)), "Cc", "cC", "ecC", "mcC", "cCm", "cCn"}
)
BEGINNING = frozenset({*OPENED, *map("".join, product(OPENING, "oae")), "Ooa", "Ooe", "mOo", "nOo", "ma"})


class Strays:
    """Which marks of a line are strays, in one document."""

    def __init__(self, document: Document, channel: Channel) -> None:
        """Take what the intact words of the document show, and what it went through."""
        self._document = document
        self._english = not document.own or "en" in document.own
        self._languages = {"en": 1.0} if self._english else document.languages
        self._named = document.own <= NAMED
        self._survive = channel.blanks and document.own != {"en"}

    def unread(self, items: list[Placed], line: str, paired: Pairs) -> list[Placed]:
        """Return the items of a line, those unread that are strays or have survived: `Burmistrz ?owicza`.

        The name was Łowicza.  A partner that was rather a letter is none.
        """
        marks = [
            Standing(item, line, end)
            for end, item in items
            if item.role not in NO_MARKS and item.original != item.image and tells_nothing(item.image)
        ]
        if not marks:
            return items
        stray = {end for end, item in items if item.role == LETTER}
        for row in _side_by_side(items):
            if len(row) > 1 and self._include_row(row, line):
                stray.update([end for end, _ in row])
        before = -1
        while before < len(stray):  # a mark that has lost its partner may be one itself
            before = len(stray)
            stray.update([at.end for at in marks if at.end not in stray and self._include(at, paired, stray)])
        strays = stray.intersection([at.end for at in marks])
        if not strays:
            return items
        return [(end, unread(item) if end in strays else item) for end, item in items]

    def _include(self, at: Standing, paired: Pairs, stray: set[int]) -> bool:
        """Tell whether a mark is a stray or has survived, given the ends of those that are `stray`."""
        other = paired.partner(at.end)
        alone = other == 0 or other in stray
        if self._is_stray(at, alone) or (self._survive and _survives(at)):
            return True
        return alone and self._named and _opens_name(at)

    def _is_stray(self, at: Standing, alone: bool) -> bool:
        """Tell whether a mark touches what none does; `alone` says that it has no partner."""
        item, left, right = at.item, at.left, at.right
        if right[:1].isalpha():
            if left[-1:].isalpha():
                return self._within(item, left, right)
            return self._before(item, left, right, alone)
        if left[-1:].isalpha():
            return self._behind(item, left, right, alone)
        return self._apart(item, left, right)

    def _include_row(self, row: Sequence[Placed], line: str) -> bool:
        """Tell whether marks side by side, some of which touch a letter, are strays."""
        first, last = row[0], row[-1]
        start, end = first[0] - len(first[1].image), last[0]
        left, right = line[max(0, start - REACH) : start], line[end : end + REACH]
        before, behind = LAST_WORD.search(left), FIRST_WORD.match(right)
        roles = "".join([item.role for _, item in row])
        if not STRAY_ROLES.issuperset(roles) or not (before or behind):
            return False
        if not behind:
            return roles not in ENDING
        small = behind[0][0].islower()
        if not before:
            return roles not in BEGINNING or (small and not self._is_common(behind[0], ">"))
        image = first[1].image
        parts = (
            not small
            or len(behind[0]) >= LONG
            or self._parts(before[0], behind[0], right[behind.end() :], image, broken=False)
        )
        return roles[-1] != APOSTROPHE and not (parts and roles in BETWEEN)

    def _within(self, item: Item, left: str, right: str) -> bool:
        """Tell whether a mark between two letters makes no words of what stands on either side."""
        before, behind = LAST_WORD.search(left), FIRST_WORD.match(right)
        if before is None or behind is None:
            return False
        rest = right[behind.end() :]
        if item.role in PARTING:
            broken = left.endswith(item.image, 0, before.start()) and before[0] not in CONTRACTED
            return behind[0].islower() and not self._parts(before[0], behind[0], rest, item.image, broken)
        if item.role != APOSTROPHE:
            return False
        if behind[0] in CONTRACTED and self._goes_on(rest, item.image):
            return True
        if behind[0] == "s":
            genitive = not self._document.own.isdisjoint(GENITIVE)
            named = before[0][0].isupper() and not self._is_common(before[0], "<")
            return not genitive or (named and _is_broken_name(rest, item.image))
        capital = before[0].isupper() and before[0].lower() in {*ELIDED, "o"} and behind[0][0].islower()
        return capital and (self._english or left[: before.start()].rstrip()[-1:].islower())

    def _parts(self, before: str, behind: str, rest: str, image: str, broken: bool) -> bool:
        """Tell whether a dash or an ellipsis may part two words, the second one in small letters.

        `rest` stands behind the second one; `broken` says that the first one has lost letters.
        """
        if not self._english or self._goes_on(rest, image):
            return False
        small = before[0].islower()
        if self._is_common(behind, ">"):
            whole = not broken and (small or len(before) >= LONG or self._is_common(before, "<"))
            return whole or len(behind) > LONGEST_ENDING
        if broken or len(behind) < WORD:
            return False
        if before in CONTRACTED or self._is_common(before, "<"):
            return len(behind) > WORD
        return small and len(before) >= WORD and len(before + behind) >= BOTH

    def _before(self, item: Item, left: str, right: str, alone: bool) -> bool:
        """Tell whether a mark right before a small word was rather the first letter of a name."""
        word = FIRST_WORD.match(right)
        if word is None or not word[0][0].islower():
            return False
        rest = right[word.end() :]
        broken = self._goes_on(rest, item.image)
        if not broken and self._is_common(word[0], ">"):
            return False
        if item.role in OPENING:
            named = broken or rest.lstrip(" ")[:1].isupper() or _ends_in_broken_name(left, item.image)
            return alone or (self._english and named)
        if item.role in DASHES:
            return left[-1:] == " " and self._document.own.isdisjoint(DIALOGUE)
        return item.role == APOSTROPHE and self._english and word[0] not in CLIPPED

    def _behind(self, item: Item, left: str, right: str, alone: bool) -> bool:
        """Tell whether a mark right behind a word was rather its last letter."""
        word = LAST_WORD.search(left)
        if word is None or self._is_common(word[0], "<") or not (word[0].istitle() or word[0].islower()):
            return False  # `AquaPure` is no person
        if item.role in CLOSING:
            return alone
        if item.role in DASHES:
            return right[:1] == " " and self._document.own.isdisjoint(DIALOGUE)
        if item.role == APOSTROPHE:
            return self._english and not left.endswith(CLIPPING)
        if item.role == ELLIPSIS:
            whole = LAST_WORD.search(left.replace(item.image, ANY_LETTER))
            named = word[0][0].isupper() or (whole is not None and whole[0][0].isupper())
            return named and "de" not in self._document.own and right[:1] in (" ", ",", ";", ":")
        return item.role == SPACE and (right[:1] == "-" or (self._english and right[:1] in (";", ":", *LOST)))

    def _apart(self, item: Item, left: str, right: str) -> bool:
        """Tell whether a quotation mark or an apostrophe touches nothing, or a dash stands within a name."""
        if item.role in DASHES:
            name = (
                right[:1] == " " and right[1:2].isupper() and _ends_in_broken_name(left, item.image, also="s")
            )
            return left[-1:] == " " and self._english and (name or right[:1] in (",", ":"))
        if item.role not in STRAY_APART or "fr" in self._document.own:
            return False
        return left[-1:] in ("", " ", "(") and right[:1] in ("", " ", ",", ".", ";", ":", ")")

    def _goes_on(self, rest: str, image: str) -> bool:
        """Tell whether what stands behind a piece of a word is a lost letter and another piece."""
        behind = FIRST_WORD.match(rest, len(image)) if rest.startswith(image) else None
        return behind is not None and behind[0] not in CONTRACTED and not self._is_common(behind[0], ">")

    def _is_common(self, word: str, side: str) -> bool:
        """Tell whether a word is a common one of the document's languages."""
        small = word.lower()
        if len(word) == 1 and word not in "AIai":
            return False
        if f"{side}{small}" in telling_words():
            return True
        return lexicon.frequency(small, self._languages) >= COMMON


def _is_broken_name(rest: str, image: str) -> bool:
    """Tell whether the next word is a name that has lost letters, or a lost letter and a name."""
    word, _, behind = rest.removeprefix(" ").partition(" ")
    if word == image:
        return behind[:1].isupper()
    before, _, piece = word.partition(image)
    return rest[:1] == " " and before[:1].isupper() and piece[:1].islower() and piece not in CONTRACTED


def _ends_in_broken_name(left: str, image: str, also: str = "") -> bool:
    """Tell whether the last word is a name that has lost letters; `also` is no contraction then."""
    word = left.rstrip(" ").rpartition(" ")[2]
    before, _, piece = word.partition(image)
    return before[:1].isupper() and piece[:1].islower() and (piece == also or piece not in CONTRACTED)


def _side_by_side(items: Iterable[Placed]) -> list[list[Placed]]:
    """Return items in rows of those that stand side by side."""
    rows: list[list[Placed]] = []
    for end, item in items:
        if not rows or rows[-1][-1][0] != end - len(item.image):
            rows.append([])
        rows[-1].append((end, item))
    return rows


def _survives(at: Standing) -> bool:
    """Tell whether the mark of an item stands intact in its line, of which U+FFFD would have been left."""
    return at.item.role in SURVIVING and at.item.original in at.line


def _opens_name(at: Standing) -> bool:
    """Tell whether a mark stands before a small word, which may be what is left of a name."""
    if at.item.role not in BEFORE_WORD:
        return False
    word = first_word(at.right)
    return not at.left[-1:].strip() and word.islower() and len(word) >= STEM


# --- Where these may touch a mark ------------------------------------------------------------------


def may_be_stray(item: Item, place: Place) -> Chance:
    """Tell whether a lost mark in a place may be a stray."""
    english = place.language in ("en", "")  # one of several languages may be English
    if place.right.is_letter:
        return _may_be_within(item, place) if place.left.is_letter else _may_be_before(item, place, english)
    return (
        _may_be_behind(item, place, english) if place.left.is_letter else _may_be_apart(item, place, english)
    )


def _may_be_within(item: Item, place: Place) -> Chance:
    left, right = place.left, place.right
    genitive = right.word == "s" and place.language not in GENITIVE
    elided = left.kind == "A" and (left.word in ELIDED or left.word == "o")
    if item.role == APOSTROPHE and right.word in CONTRACTED and not (genitive or elided):
        return _is_before_stray
    return item.role == APOSTROPHE or item.role in PARTING


def _may_be_before(item: Item, place: Place, english: bool) -> Chance:
    if place.right.kind == "A" or item.role not in BEFORE_WORD:
        return False
    return _is_before_stray if english and _is_telling(place.right.word) else True


def _may_be_behind(item: Item, place: Place, english: bool) -> Chance:
    if item.role == SPACE and place.right.kind not in ((":", "?", "¿", "x", "-") if english else ("-",)):
        return False
    return item.role in STRAY_BEHIND_WORD and not _is_telling(place.left.word)


def _may_be_apart(item: Item, place: Place, english: bool) -> Chance:
    left, right = place.left.kind, place.right.kind
    if item.role in DASHES:
        return english and left[0] in "_^" and right in ("_A", ",", ":")
    return item.role in STRAY_APART and place.language != "fr" and left[0] in "_^(" and right[0] in "_.,:)$"


def _is_before_stray(at: Standing) -> bool:
    """Tell whether the word behind a mark, or the name behind that, has lost letters."""
    word, image = first_word(at.line, at.end), at.item.image
    end = at.end + len(word)
    if at.line.startswith(image, end):
        return first_word(at.line, end + len(image)) not in {"", *CONTRACTED}
    return word == "s" and _is_broken_name(at.line[end : end + REACH], image)


def _is_telling(word: str) -> bool:
    """Tell whether a word of a place is common for certain: one that stands for itself."""
    return word[:1] != "<" and (len(word) > 1 or word in "ai")


def may_open_name(item: Item, place: Place) -> Chance:
    """Tell whether a lost mark in a place may stand before what is left of a name."""
    return item.role in BEFORE_WORD and place.right.kind == "a" and place.language != "en"


def may_have_survived(item: Item, place: Place) -> Chance:
    """Tell whether a lost mark in a place may stand intact in its line."""
    return _survives if place.language != "en" and item.role in SURVIVING else False
