"""Marks as letters: those that touch a word may be letters of it, and some letters may be none.

pâté           stays, since â makes a listed word as it stands
caf??          question marks that are the last letter of a listed word
Fran?ois       a mark that is a letter, since that makes a listed word
?giles         a mark that stays lost, since words with a letter there weigh more
What??         a letter that stays lost, since no word confirms it
"""

import re
from collections.abc import Iterator, Sequence

from newsclean.mojibake.lossy.letters import lexicon, lone
from newsclean.mojibake.lossy.letters.grammar import SHORTENED, shortens
from newsclean.mojibake.lossy.letters.lone import ANY_LETTER
from newsclean.mojibake.lossy.letters.spelling import Letters
from newsclean.mojibake.lossy.proof.pairs import Pairs
from newsclean.mojibake.lossy.proof.standing import Chance, Standing
from newsclean.mojibake.lossy.runs.context import (
    APOSTROPHE,
    CLOSING,
    DASHES,
    LETTER,
    OPENING,
    PARTING,
    QUESTION,
)
from newsclean.mojibake.lossy.runs.items import NOTHING, STUMP, Item, Placed, tells_nothing, unread
from newsclean.mojibake.lossy.runs.places import (
    ELIDED,
    REACH,
    SHORTENINGS,
    Place,
    Side,
    beginning,
    first_word,
    last_word,
    left_side,
    right_side,
)
from newsclean.mojibake.lossy.runs.readings import KNOWN, SPELLED

# The roles of marks that may touch the end or the beginning of a word, or stand within it.
BEHIND_WORD, BEFORE_WORD = CLOSING | PARTING | {APOSTROPHE}, OPENING | DASHES | {APOSTROPHE}
WITHIN_WORD = PARTING | {APOSTROPHE}
BESIDE_LETTERS = BEHIND_WORD | BEFORE_WORD | WITHIN_WORD
# Languages in which a tenth of the words and more begin or end with a letter beyond ASCII.  There, two marks
# of a line do not prove each other: of 18 pairs in news that both could have been letters, 13 were; in other
# languages, Polish among them, 3 of 170.
LETTERED = frozenset({"cs", "hu", "is", "lt", "lv", "ro", "sk", "tr"})
# The last letters of names whose genitive, as in German, only adds an apostrophe.
SIBILANTS = tuple("sxzß")
ELIDING = frozenset({"ca", "fr", "it"})
STEM = 3  # letters needed before a last one that was lost: `Si?` may be się
# What follows a question mark rather than a letter.
ASKED = r"\s*+(?:$|[”“\"»!)…])|\s++[^a-zß-öø-ž]"

# --- Images that are letters -----------------------------------------------------------------------


def as_it_stands(at: Standing) -> Item:
    """Return an image that is a letter, such as â, unread if it makes a listed word as it stands: `pâté`."""
    return unread(at.item) if _is_letter(at.item) and _makes_word(at) else at.item


def may_stand(item: Item, place: Place) -> Chance:
    """Tell whether `as_it_stands` may touch an item in a place: beside letters, if its image is one."""
    return _makes_word if _is_letter(item) and (place.left.is_letter or place.right.is_letter) else False


def _is_letter(item: Item) -> bool:
    return item.original != item.image and len(item.image) == 1 and item.image.isalpha()


def _makes_word(at: Standing) -> bool:
    """Tell whether the image of an item makes a listed word with the letters beside it."""
    left, right = last_word(at.left), first_word(at.line, at.end)
    return (left or right) != "" and lexicon.is_listed(left + at.item.image + right)


# --- Letters ---------------------------------------------------------------------------------------


def as_set(at: Standing) -> Item:
    """Return a letter that is one of several question marks as a question mark: `the note said "???"`.

    A channel that leaves U+FFFD has rarely left another loss, and none of several letters in a row.
    """
    if at.item.role != LETTER or at.item.image != "?" or "?" not in at.left[-1:] + at.right[:1]:
        return at.item
    return Item("?", "?", "?", 0.0)


def as_confirmed(item: Item, right: str, alone: bool) -> Item:
    """Return a letter unread unless its word confirms it; `alone` says that nothing but letters was lost."""
    asked = re.match(ASKED, right)
    if alone and asked:
        return item._replace(original=item.image, role=QUESTION)
    # A question mark where a sentence may end may be one: `Wie bitte?!`
    most = KNOWN if item.image == "?" and asked else SPELLED
    return item if item.cost <= most else unread(item)


# --- Marks and question marks that are letters -----------------------------------------------------


class AsLetters:
    """Which marks of a line are letters of the words that they touch, in one document."""

    def __init__(self, letters: Letters) -> None:
        """Take what looks letters up."""
        self._letters = letters
        self._rows = letters.questions
        self._lettered = letters.document.own <= LETTERED

    def read(self, items: Sequence[Placed], line: str, paired: Pairs) -> Iterator[Placed]:
        """Yield the items, as letters those that make listed words of what they touch.

        Marks that were rather letters are unread.
        """
        done = 0
        for index, (end, item) in enumerate(items):
            at = Standing(item, line, end)
            if at.start < done:
                continue
            asks = item.role == QUESTION
            read = self._ending(at, _asked(items[index:])) if asks else self._as_letter(at, paired)
            done = at.start + len(read.image)
            yield done, read

    def _ending(self, at: Standing, asked: int) -> Item:
        """Return a question mark, or with those behind it the last letter of a listed word: `caf??`.

        `asked` of them stand there.  A question keeps its only question mark: the word before it may be a
        name that is on no list.
        """
        if not _may_have_ending(at):
            return at.item
        for row in [row for row in self._rows if len(row) <= asked]:
            end = at.start + len(row)
            goes_on = len(row) < asked or at.line[end : at.start + REACH].lstrip()[:1].islower()
            if not goes_on and "?" in beginning(at.line, at.start):
                continue
            letter, evidence = self._letters.read(at.line, at.start, row)
            if letter and evidence == "listed":
                return Item(row, letter, LETTER, KNOWN)
            if evidence == "some":
                return Item(row, row, LETTER, KNOWN)
        return at.item

    def _as_letter(self, at: Standing, paired: Pairs) -> Item:
        """Return a mark that touches a word as a letter of that word, or unread if it was rather a letter."""
        read = self._read_as_letter(at, paired)
        if read is not at.item or not self._is_rather_letter(at) or self._is_proven(at, paired):
            return read
        return unread(at.item)

    def _read_as_letter(self, at: Standing, paired: Pairs) -> Item:
        """Return a mark that touches a word as the letter that makes it a listed word: `Fran?ois`, `Jos?`.

        It is unread where several words have a letter there; and in languages other than English also where
        nearly all words spelled so have one, unless the mark has a partner in `paired`.
        """
        item = at.item
        if not (self._may_be_letter(at) or self._may_stand_alone(at)):
            return item
        likely = self._letters.english or paired.partner(at.end) > 0
        if likely and not self._letters.may_be_listed(at.line, at.start, item.image):
            return item
        letter, evidence = self._letters.read(at.line, at.start, item.image, paired=likely)
        if evidence == "beside":
            return Item(item.image, letter or item.image, LETTER, KNOWN)
        if evidence == "some":
            elided = item.role == APOSTROPHE and shortens(at.left, at.right) == "l"
            return item if elided else unread(item)
        return Item(item.image, letter, LETTER, KNOWN) if letter and evidence == "listed" else item

    def _may_be_letter(self, at: Standing) -> bool:
        item = at.item
        if item.role not in BESIDE_LETTERS:
            return False
        left, right = at.left, at.right
        if left[-1:].isalpha() and right[:1].isalpha():
            # A word may end in és, as cafés does, but seldom in ét or éll; and séance is no elision.
            shortened = shortens(left, right)
            contracted = shortened == "t" or (shortened == "l" and not _is_listed_whole(left, right))
            return not item.image.strip(NOTHING) and item.role in WITHIN_WORD and not contracted
        if not (left[-1:].isalpha() or right[:1].isalpha()) or not tells_nothing(item.image):
            return False
        sides = left_side(at.line, at.start), right_side(at.line, at.end)
        if not _is_at_edge(item, *sides, self._letters.english) or self._elides(at):
            return False
        return not self._letters.english or lexicon.may_be_accented(last_word(left) or first_word(right))

    def _may_stand_alone(self, at: Standing) -> bool:
        """Tell whether a dash or an ellipsis between blanks may be a letter that is a word."""
        apart = at.item.role in PARTING and at.left[-1:] == at.right[:1] == " "
        return apart and tells_nothing(at.item.image) and self._letters.stand_alone

    def _is_rather_letter(self, at: Standing, listed: bool = False) -> bool:
        """Tell whether a mark was rather a letter of the word that it touches.

        If `listed`, only listed words count.
        """
        item = at.item
        if "en" in self._letters.document.own:  # which has next to no such words
            return False
        if item.role not in BESIDE_LETTERS or not tells_nothing(item.image):
            return False
        left = at.left
        if item.role == APOSTROPHE and (left.endswith(SIBILANTS) or self._elides(at)):
            return False
        # In other languages an unlisted word has seldom lost its first letter, or its last one before a
        # closing mark.
        listed = listed or (not self._lettered and (item.role in CLOSING or not left[-1:].islower()))
        return self._letters.is_rather_letter(at.line, at.start, item.image, listed)

    def _is_proven(self, at: Standing, paired: Pairs) -> bool:
        """Tell whether a mark that was rather a letter has a partner, and both were not."""
        other = paired.partner(at.end)
        listed = not self._lettered
        return other > 0 and not (
            self._is_rather_letter(at, listed)
            and self._is_rather_letter(Standing(at.item, at.line, other), listed)
        )

    def _elides(self, at: Standing) -> bool:
        """Tell whether an apostrophe is that of an elision before a letter, lost or not: `l'été`."""
        if at.item.role != APOSTROPHE or ELIDING.isdisjoint(self._letters.document.own):
            return False
        right = at.right
        if not right[:1].isalpha() and self._letters.goes_on(at.line, at.start, at.item.image):
            right = ANY_LETTER
        return shortens(at.left, right) == "l"


def _asked(items: Sequence[Placed]) -> int:
    """Count the question marks, side by side, with which items begin."""
    first = items[0][0]
    count = 0
    for end, item in items:
        if item.role != QUESTION or end != first + count:
            break
        count += 1
    return count


def _is_listed_whole(left: str, right: str) -> bool:
    """Tell whether `left` and `right` may be a listed word that lost a letter, as séance, and no elision."""
    before, behind = last_word(left), first_word(right)
    return before != "" and behind != "" and lexicon.may_be_accented(before + behind)


def _is_at_edge(item: Item, left: Side, right: Side, english: bool) -> bool:
    """Tell whether a mark touches a word on one side only, so that it may be a letter of that word.

    In English, common words have no such letters and do not count.
    """
    if left.is_letter:
        uncommon = left.word[:1] == "<" or not english
        return item.role in BEHIND_WORD and not right.is_letter and uncommon
    return item.role in BEFORE_WORD and right.kind == "a" and (right.word[:1] == "<" or not english)


# --- Where these may touch a mark ------------------------------------------------------------------


def may_end_word(item: Item, place: Place) -> Chance:
    """Tell whether a lost mark in a place may be a question mark that is the last letter of a word."""
    return _may_have_ending if item.role == QUESTION and place.left.is_letter else False


def _may_have_ending(at: Standing) -> bool:
    """Tell whether the word before an item may have lost a letter behind its last one."""
    word = last_word(at.left)
    return len(word) >= STEM and lexicon.may_be_accented(word)


def may_be_letter(item: Item, place: Place) -> Chance:
    """Tell whether a lost mark in a place may be a letter of the word that it touches, or one by itself."""
    if item.role not in BESIDE_LETTERS:
        return False
    left, right = place.left, place.right
    if left.is_letter and right.is_letter:
        if right.word == "s" and place.language == "en" and item.image != STUMP:
            return _is_plural
        return not is_contraction(place, genitive=item.image == STUMP)
    if left.is_letter or right.is_letter:
        return place.language != "en" or _is_at_edge(item, left, right, english=True)
    apart = item.role in PARTING and left.kind[0] in "_^" and right.kind[0] in "_$"
    return apart and bool(lone.weights_of(place.language))


def _is_plural(at: Standing) -> bool:
    """Tell whether a mark before an s may be a letter of a word in English: `cafés`."""
    word, image = last_word(at.left), at.item.image
    before, behind = at.start - len(word), at.end + len("s")
    if at.line.startswith(image, behind) and first_word(at.line, behind + len(image)):
        return True
    if at.line.endswith(image, 0, before) and last_word(at.line[:before].removesuffix(image)):
        return True
    return word.lower() in ELIDED or lexicon.may_be_accented(f"{word}s")


def is_contraction(place: Place, genitive: bool) -> bool:
    """Tell whether a place makes a contraction, in the sense of `shortens`; maybe it is a `genitive`."""
    word, ending = place.left.word, place.right.word
    if ending == "s":
        return genitive
    if place.right.kind == "A" and len(ending) > 1:
        return False  # `You?Re` is none
    return word.endswith("n") if ending == "t" else ending in SHORTENINGS and word in SHORTENED
