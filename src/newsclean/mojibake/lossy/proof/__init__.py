"""Which readings are proven: where only lost characters are left, the place alone does not settle enough.

`Proof.proven` checks the items of a line in this order:

    check                      what becomes of an item, on what evidence                   example
    as_letters.as_set          a letter is a question mark, if it is one of several        “???”
    spanish.corrected          marks are those of which the ends of sentences tell         ?Nadie! is ¡Nadie!
    as_letters.as_it_stands    stays, if it is a letter of a listed word                   pâté
    as_letters.AsLetters.read  question marks are the last letter of a listed word         caf?? is café
                               a mark is a letter, if that makes a listed word             Fran?ois: François
                               a mark stays lost, if a word rather has a letter there      ?giles for ágiles
    strays.Strays.unread       marks stay lost that touch a name as none does              Catr?ona: Catrìona
    misfits.is_within          a question mark within a word stays lost                    wh?t
    misfits.is_shared          a picture stays lost, if others have its image
    number_signs               a mark beside a number is a sign                            12 ?. is 12 €.
    as_letters.as_confirmed    a letter stays lost, unless its word confirms it            What??
    misfits.fits               a mark stays lost where a letter may stand                  M?ller
    misfits.without_remnants   marks stay lost that enclose nothing or close what is lost  ?? between blanks
    misfits.without_rows       three and more stay lost that touch no word                 true ??? he said

An item where it stands in its line is a `Standing`; pairs.py finds the partners of quotation marks.  Beside
each check, a function `may_...` tells whether it may touch a mark at all in such a place.  By these,
settled.py recognises the runs that no check may touch, which spares most runs all of this.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from newsclean.mojibake.lossy.channels import Channel
from newsclean.mojibake.lossy.letters.lone import ANY_LETTER
from newsclean.mojibake.lossy.letters.spelling import Letters
from newsclean.mojibake.lossy.proof import as_letters, misfits, spanish
from newsclean.mojibake.lossy.proof.as_letters import AsLetters
from newsclean.mojibake.lossy.proof.number_signs import NumberSigns
from newsclean.mojibake.lossy.proof.pairs import Pairs
from newsclean.mojibake.lossy.proof.standing import Standing
from newsclean.mojibake.lossy.proof.strays import Strays
from newsclean.mojibake.lossy.runs.context import LETTER, OTHER_SIGN, QUESTION
from newsclean.mojibake.lossy.runs.items import NOTHING, STUMP, Item, Placed, tells_nothing, unread

# The roles of question marks and signs, which may be no marks at all.
UNSETTLED = frozenset({QUESTION, OTHER_SIGN})


class Proof:
    """Which items under a channel are proven."""

    def __init__(self, channel: Channel, currency: Callable[[str], str], letters: Letters | None) -> None:
        """Take the channel and what looks up currency and letters in the document.

        `currency` is given the currency signs that leave the same image and returns the one of the document,
        or "".
        """
        own = letters.document.own if letters else frozenset({"en"})
        self._channel = channel
        self._numbers = NumberSigns(channel, currency, own)
        self._letters = AsLetters(letters) if letters else None
        self._strays = Strays(letters.document, channel) if letters else None
        self._spanish = own == {"es"} and (channel.bare != "" or channel.blanks)

    def proven(self, items: Sequence[Placed], line: str, every: Iterable[Placed] = ()) -> list[Placed]:
        """Return items of a line as they are proven: unread where only lost characters support them.

        Some marks are returned as the letter or sign that stood there instead.  `every` are all items of the
        line, among which the partners of quotation marks are looked for.
        """
        if all(_is_told(item) for _, item in items):
            return list(items)
        if self._channel.blanks:
            items = [(end, as_letters.as_set(Standing(item, line, end))) for end, item in items]
        if self._spanish:
            known = {**dict(every), **dict(items)}
            every = spanish.corrected(sorted(known.items()), line)
            known = dict(every)
            items = [(end, known[end]) for end, _ in items]
        paired = Pairs(every, line)
        found = self._without_letters(items, line, paired)
        seen = _with_letters(line, found)
        found = [
            (end, self._decided(Standing(item, seen, end), found, paired) if _is_in_doubt(item) else item)
            for end, item in found
        ]
        if all(end - len(item.image) != before for (before, _), (end, item) in pairwise(found)):
            return found
        return misfits.without_rows(misfits.without_remnants(found, paired), line)

    def _without_letters(self, items: Sequence[Placed], line: str, paired: Pairs) -> list[Placed]:
        """Return the items of a line, as letters or unread those that were none of the marks they seem."""
        items = [
            (end, as_letters.as_it_stands(Standing(item, line, end)) if item.image.isalpha() else item)
            for end, item in items
        ]
        if self._letters is None or self._strays is None:
            return items
        return self._strays.unread(list(self._letters.read(items, line, paired)), line, paired)

    def _decided(self, at: Standing, items: Iterable[Placed], paired: Pairs) -> Item:
        """Return an item as a sign beside a number, or unread if it is no mark or letter where it stands.

        `items` are those of its line, in which all letters are read that any check has found.
        """
        item = at.item
        if misfits.is_within(at, items) or misfits.is_shared(item, self._channel):
            return unread(item)
        if item.role in UNSETTLED and not tells_nothing(item.image):
            return item
        left, right = at.left, at.right
        if len(item.image) > 1 or item.image == STUMP:  # an image such as ï¿½ has letters
            left, right = left.replace(item.image, "?"), right.replace(item.image, "?")
        sign = self._numbers.read(item, left, right, lambda: paired.quote(at.end))
        if sign or item.unread:
            return sign or item
        if item.role == LETTER:
            return as_letters.as_confirmed(item, right, alone=self._channel.keeps_marks)
        return item if item.original == item.image or misfits.fits(item.role, left, right) else unread(item)


def _is_told(item: Item) -> bool:
    """Tell whether an item is a letter that its own image tells, which no check touches."""
    return item.role == LETTER and not item.unread and len(item.image) > 1 and item.image.strip(NOTHING) != ""


def _with_letters(line: str, items: Iterable[Placed]) -> str:
    """Return a line with the letters that were read in it, and ANY_LETTER for those that were not.

    Each letter is repeated to the length of its image.
    """
    parts = []
    at = 0
    for end, item in items:
        if item.role == LETTER:
            parts += [
                line[at : end - len(item.image)],
                (ANY_LETTER if item.unread else item.original) * len(item.image),
            ]
            at = end
    return "".join(parts) + line[at:]


def _is_in_doubt(item: Item) -> bool:
    """Tell whether an item needs a proof: a question mark, a sign, or one whose image says nothing."""
    return (
        item.role in UNSETTLED or item.unread or (item.original != item.image and tells_nothing(item.image))
    )
