"""Which readings are proven: where only lost characters are left, the place alone does not settle enough.

`Proof.proven` checks the items of a line in this order:

    check               what becomes of an item, on what evidence                    example
    spanish.corrected   marks are those of which the ends of sentences tell          ?Nadie! is ¡Nadie!
    _as_it_stands       stays, if it is a letter of a listed word                    pâté
    _ending             question marks are the last letter of a listed word          caf?? is café
    _as_letter          a mark is a letter, if that makes a listed word              Fran?ois is François
    _is_rather_letter   a mark stays lost, if a word rather has a letter there       ?giles may be ágiles
    _without_strays     marks stay lost that touch a name as none does: strays.py    Catr?ona was Catrìona
    _proven_letter      a letter stays lost, unless its word confirms it             What??
    NumberSigns.read    a mark beside a number is a sign                             12 ?. is 12 €.
    _fits               a mark stays lost where a letter may stand                   M?ller
    _without_remnants   marks stay lost that enclose nothing or close what is lost   ?? between blanks
    _without_rows       three and more stay lost that touch no word                  true ??? he said

Of each of them a function tells whether it may touch a mark at all that stands in such a place.  `settled`
recognises the runs that none of them may touch, which spares most runs all of this.
"""

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from itertools import pairwise

from newsclean.mojibake.lossy import number_signs, spanish, strays
from newsclean.mojibake.lossy.channels import LOST, Channel
from newsclean.mojibake.lossy.letters import lexicon, lone
from newsclean.mojibake.lossy.letters.grammar import SHORTENED, fits_inside, shortens
from newsclean.mojibake.lossy.letters.lone import ANY_LETTER
from newsclean.mojibake.lossy.letters.spelling import Letters
from newsclean.mojibake.lossy.runs.context import CLOSED_BY, CLOSING, DASHES, OPENING, PARTING, after
from newsclean.mojibake.lossy.runs.items import (
    NOTHING,
    STUMP,
    SYMBOLS_APART,
    Chance,
    InLine,
    Item,
    Placed,
    is_lost,
    tells_nothing,
    unread,
)
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
from newsclean.mojibake.lossy.runs.readings import KNOWN, SPELLED, Reading

# The roles of marks that may touch the end or the beginning of a word, stand within it, or end a row; and the
# roles of question marks and signs, which may be no marks at all.
BEHIND_WORD, BEFORE_WORD = CLOSING | PARTING | {"a"}, OPENING | DASHES | {"a"}
WITHIN_WORD, ROW_END, UNSETTLED = PARTING | {"a"}, CLOSING | {"e"}, frozenset("?+")
BESIDE_LETTERS = BEHIND_WORD | BEFORE_WORD | WITHIN_WORD
SURVIVING = BESIDE_LETTERS - {"a"}  # an apostrophe may have come from elsewhere
# Languages in which a tenth of the words and more begin or end with a letter beyond ASCII.  There, two marks
# of a line do not prove each other: of 18 pairs in news that both could have been letters, 13 were; in other
# languages, Polish among them, 3 of 170.
LETTERED = frozenset({"cs", "hu", "is", "lt", "lv", "ro", "sk", "tr"})
# Languages in which many names begin with a letter beyond ASCII.
NAMED = LETTERED | {"pl", "sh", "sl"}
# The last letters of names whose genitive, as in German, only adds an apostrophe.
SIBILANTS = tuple("sxzß")
ELIDING = frozenset({"ca", "fr", "it"})
STEM = 3  # letters needed before a last one that was lost: `Si?` may be się
ROW = 3  # lost characters side by side from which on they are no marks, unless they touch a word
# What follows a question mark rather than a letter.
ASKED = r"\s*+(?:$|[”“\"»!)…])|\s++[^a-zß-öø-ž]"
# Characters right behind which no quotation opens.
STOPS = frozenset(".,;!)")
# What stands before the mark that closes a sentence of speech.
BEFORE_CLOSING = tuple(".,!?…")
# An opening and a closing mark with nothing between them.
EMPTY = ("OC", "oc", "«»")
NONE = Item("", "", "", 0.0)
# A degree sign, whatever is left of it.
DEGREE = r"\d ?[^\w\s]{1,3}[CF]\b"
# Characters that no dash stands before, if a blank stands before the dash.
PAUSES = frozenset(".;)")
# The kinds of what stands right before no opening mark, and right behind no dash that follows a blank.
BEFORE_NO_OPENING, BEHIND_NO_DASH = frozenset(".,:)?aA"), frozenset(".:)")
# What follows a question mark behind a number, and no dash: `5? 6? 7?`, `60? No.`
BEGINS_ANEW = r" (?:(\d)|[A-ZÀ-ÖØ-Þ])"


class Proof:
    """Which items under a channel are proven."""

    def __init__(self, channel: Channel, currency: Callable[[str], str], letters: Letters | None) -> None:
        """Take the channel and what looks up currency and letters in the document.

        `currency` is given the currency signs that leave the same image and returns the one of the document,
        or "".
        """
        self._channel = channel
        self._letters_alone = channel.keeps_marks
        self._letters = letters
        self._numbers = number_signs.NumberSigns(
            channel, currency, letters.document.own if letters else frozenset({"en"})
        )
        self._rows = letters.questions if letters else []
        self._lettered = letters is not None and letters.document.own <= LETTERED
        self._named = letters is not None and letters.document.own <= NAMED
        self._strays = strays.Strays(letters.document) if letters else None
        bare = channel.bare != "" or channel.blanks
        self._spanish = bare and letters is not None and letters.document.own == {"es"}

    def proven(self, items: Sequence[Placed], line: str, every: Iterable[Placed] = ()) -> list[Placed]:
        """Return items of a line as they are proven: unread where only lost characters support them.

        Some marks are returned as the letter or sign that stood there instead.  `every` are all items of the
        line, among which the partners of quotation marks are looked for.
        """
        if all(_is_told(item) for _, item in items):
            return list(items)
        if self._channel.blanks:
            items = [(end, _as_set(item, line, end)) for end, item in items]
        if self._spanish:
            known = {**dict(every), **dict(items)}
            every = spanish.corrected(sorted(known.items()), line)
            known = dict(every)
            items = [(end, known[end]) for end, _ in items]
        paired = _Pairs(every, line)
        whole = [
            (end, _as_it_stands(item, line, end) if item.image.isalpha() else item) for end, item in items
        ]
        spelled = self._without_strays(list(self._spelled(whole, line, paired)), line, paired)
        seen = _with_letters(line, spelled)
        found = [
            (end, self._proven(item, seen, end, spelled, paired)) if _is_in_doubt(item) else (end, item)
            for end, item in spelled
        ]
        if all(end - len(item.image) != before for (before, _), (end, item) in pairwise(found)):
            return found
        found = _without_remnants(found, paired)
        return found if len(found) < ROW else list(_without_rows(found, line))

    def _spelled(self, items: Iterable[Placed], line: str, paired: "_Pairs") -> Iterator[Placed]:
        """Yield the items, as letters those that make listed words of what they touch."""
        items = list(items)
        done = 0
        for at, (end, item) in enumerate(items):
            start = end - len(item.image)
            if start < done:
                continue
            ending = self._ending(line, start, _asked(items[at:])) if item.role == "?" else None
            done = start + len(ending.image) if ending else end
            yield done, ending or self._as_letter(item, line, start, paired)

    def _without_strays(self, items: list[Placed], line: str, paired: "_Pairs") -> list[Placed]:
        """Return the items, those unread that are strays, would open a small word, or have survived.

        `Burmistrz ?owicza` was Łowicza.  A partner that was rather a letter is none; and where
        nothing but U+FFFD is left, a mark that stands intact in the line was not lost in it.
        """
        if self._strays is None:
            return items
        marks = [
            (end, item)
            for end, item in items
            if item.role not in "l?" and item.original != item.image and tells_nothing(item.image)
        ]
        if not marks:
            return items
        stray = {end for end, item in items if item.role == "l"}
        for row in _side_by_side(items):
            if len(row) > 1 and self._strays.include_row(row, line):
                stray.update([end for end, _ in row])
        before = -1
        while before < len(stray):  # a mark that has lost its partner may be one itself
            before = len(stray)
            stray.update(
                [
                    end
                    for end, item in marks
                    if end not in stray
                    and self._is_stray(item, line, end, (other := paired.partner(end)) == 0 or other in stray)
                ]
            )
        strays = stray.intersection([end for end, _ in marks])
        if not strays:
            return items
        return [(end, unread(item) if end in strays else item) for end, item in items]

    def _is_stray(self, item: Item, line: str, end: int, alone: bool) -> bool:
        """Tell whether a mark, with no partner if it is `alone`, was rather a letter, or has survived."""
        if self._strays is None or self._strays.include(item, line, end, alone):
            return True
        if self._letters is None or self._letters.english:
            return False
        survived = self._channel.blanks and _has_survived(item, line)
        return survived or (alone and self._may_open_name(item, line, end))

    def _may_open_name(self, item: Item, line: str, end: int) -> bool:
        """Tell whether a mark stands before a small word, which may be what is left of a name."""
        if item.role not in BEFORE_WORD or not self._named or not tells_nothing(item.image):
            return False
        word = first_word(line[end : end + REACH])
        apart = not line[: end - len(item.image)][-1:].strip()
        return apart and word.islower() and len(word) >= STEM

    def _ending(self, line: str, start: int, asked: int) -> Item | None:
        """Return the question marks from `start` on as the last letter of a listed word, or None: `caf??`.

        `asked` of them stand there.  A question keeps its only question mark: the word before it may be a
        name that is on no list.
        """
        word = last_word(line[max(0, start - REACH) : start])
        if self._letters is None or not _may_have_ending(word):
            return None
        for row in [row for row in self._rows if len(row) <= asked]:
            goes_on = len(row) < asked or line[start + len(row) : start + REACH].lstrip()[:1].islower()
            if not goes_on and "?" in beginning(line, start):
                continue
            letter, evidence = self._letters.read(line, start, row)
            if letter and evidence == "listed":
                return Item(row, letter, "l", KNOWN)
            if evidence == "some":
                return Item(row, row, "l", KNOWN)
        return None

    def _as_letter(self, item: Item, line: str, start: int, paired: "_Pairs") -> Item:
        """Return a mark that touches a word as a letter of that word, or unread if it was rather a letter."""
        read = self._read_as_letter(item, line, start, paired)
        if read is not item or not self._is_rather_letter(item, line, start):
            return read
        other = paired.partner(start + len(item.image))
        proven = other and not all(
            self._is_rather_letter(item, line, place, listed=not self._lettered)
            for place in (start, other - len(item.image))
        )
        return item if proven else unread(item)

    def _is_rather_letter(self, item: Item, line: str, start: int, listed: bool = False) -> bool:
        """Tell whether a mark like `item`, at `start`, was rather a letter of the word that it touches.

        If `listed`, only listed words count.
        """
        if self._letters is None or "en" in self._letters.document.own:  # which has next to no such words
            return False
        if item.role not in BESIDE_LETTERS or not tells_nothing(item.image):
            return False
        left = line[max(0, start - REACH) : start]
        if item.role == "a" and (left.endswith(SIBILANTS) or self._elides(item, line, start)):
            return False
        # In other languages an unlisted word has seldom lost its first letter, or its last one before a
        # closing mark.
        listed = listed or (not self._lettered and (item.role in CLOSING or not left[-1:].islower()))
        return self._letters.is_rather_letter(line, start, item.image, listed)

    def _elides(self, item: Item, line: str, start: int) -> bool:
        """Tell whether an apostrophe is that of an elision before a letter, lost or not: `l'été`."""
        if item.role != "a" or self._letters is None or ELIDING.isdisjoint(self._letters.document.own):
            return False
        left, right = line[max(0, start - REACH) : start], line[start + len(item.image) :][:REACH]
        if not right[:1].isalpha() and self._letters.goes_on(line, start, item.image):
            right = ANY_LETTER
        return shortens(left, right) == "l"

    def _read_as_letter(self, item: Item, line: str, start: int, paired: Container[int]) -> Item:
        """Return a mark that touches a word as the letter that makes it a listed word: `Fran?ois`, `Jos?`.

        It is unread where several words have a letter there; and in languages other than English also where
        nearly all words spelled so have one, unless the mark has a partner in `paired`.
        """
        end = start + len(item.image)
        if self._letters is None or not (
            self._may_be_letter(item, line, start, end) or self._may_stand_alone(item, line, start, end)
        ):
            return item
        likely = self._letters.english or end in paired
        if likely and not self._letters.may_be_listed(line, start, item.image):
            return item
        letter, evidence = self._letters.read(line, start, item.image, paired=likely)
        if evidence == "beside":
            return Item(item.image, letter or item.image, "l", KNOWN)
        if evidence == "some":
            elided = (
                item.role == "a"
                and shortens(line[max(0, start - REACH) : start], line[end : end + REACH]) == "l"
            )
            return item if elided else unread(item)
        return Item(item.image, letter, "l", KNOWN) if letter and evidence == "listed" else item

    def _may_stand_alone(self, item: Item, line: str, start: int, end: int) -> bool:
        """Tell whether a dash or an ellipsis between blanks may be a letter that is a word."""
        apart = item.role in PARTING and line[start - 1 : start] == line[end : end + 1] == " "
        return apart and tells_nothing(item.image) and self._letters is not None and self._letters.stand_alone

    def _may_be_letter(self, item: Item, line: str, start: int, end: int) -> bool:
        if item.role not in BESIDE_LETTERS:
            return False
        left, right = line[max(0, start - REACH) : start], line[end : end + REACH]
        if left[-1:].isalpha() and right[:1].isalpha():
            # A word may end in és, as cafés does, but seldom in ét or éll; and séance is no elision.
            shortened = shortens(left, right)
            contracted = shortened == "t" or (shortened == "l" and not _is_listed_whole(left, right))
            return not item.image.strip(NOTHING) and item.role in WITHIN_WORD and not contracted
        if not (left[-1:].isalpha() or right[:1].isalpha()) or not tells_nothing(item.image):
            return False
        english = self._letters is None or self._letters.english
        if not _is_at_edge(item, left_side(line, start), right_side(line, end), english):
            return False
        if self._letters is None or self._elides(item, line, start):
            return False
        return not self._letters.english or lexicon.may_be_accented(last_word(left) or first_word(right))

    def _proven(self, item: Item, line: str, end: int, items: Iterable[Placed], paired: "_Pairs") -> Item:
        """Return an item; unread if it is a letter that no word confirms, or a mark where a letter fits.

        A question mark within a word is unread too, unless it touches a mark among the `items` of the line;
        so is a picture whose image other pictures have as well.
        """
        start = end - len(item.image)
        left, right = line[max(0, start - REACH) : start], line[end : end + REACH]
        within = item.role == "?" and left[-1:].islower() and right[:1].islower()
        if within and not _touches_mark(start, end, items):
            return unread(item)
        if item.role == "+" and item.original in SYMBOLS_APART and self._is_shared(item.image):
            return unread(item)
        if item.role in UNSETTLED and not tells_nothing(item.image):
            return item
        if len(item.image) > 1 or item.image == STUMP:  # an image such as ï¿½ has letters
            left, right = left.replace(item.image, "?"), right.replace(item.image, "?")
        sign = self._numbers.read(item, left, right, lambda: _is_quotation(end, line, paired))
        if sign or item.unread:
            return sign or item
        if item.role == "l":
            return self._proven_letter(item, right)
        return item if item.original == item.image or _fits(item.role, left, right) else unread(item)

    def _is_shared(self, damaged: str) -> bool:
        """Tell whether several pictures have this image."""
        from newsclean.mojibake.lossy.runs import pictures

        return damaged in pictures.shared_images(self._channel.legs)

    def _proven_letter(self, item: Item, right: str) -> Item:
        asked = re.match(ASKED, right)
        if self._letters_alone and asked:
            return item._replace(original=item.image, role="?")
        # A question mark where a sentence may end may be one: `Wie bitte?!`
        most = KNOWN if item.image == "?" and asked else SPELLED
        return item if item.cost <= most else unread(item)


def _is_told(item: Item) -> bool:
    """Tell whether an item is a letter that its own image tells, which no check touches."""
    return item.role == "l" and not item.unread and len(item.image) > 1 and item.image.strip(NOTHING) != ""


def _has_survived(item: Item, line: str) -> bool:
    """Tell whether a line has the mark of an item as it was."""
    lost = item.original != item.image and item.role in SURVIVING
    return lost and tells_nothing(item.image) and item.original in line


def _is_listed_whole(left: str, right: str) -> bool:
    """Tell whether `left` and `right` may be a listed word that lost a letter, as séance, and no elision."""
    before, behind = last_word(left), first_word(right)
    return before != "" and behind != "" and lexicon.may_be_accented(before + behind)


def _as_set(item: Item, line: str, end: int) -> Item:
    """Return a letter that is one of several question marks as a question mark: `the note said "???"`.

    A channel that leaves U+FFFD has rarely left another loss, and none of several letters in a row.
    """
    if (
        item.role != "l"
        or item.image != "?"
        or "?" not in line[max(0, end - 2) : end - 1] + line[end : end + 1]
    ):
        return item
    return Item("?", "?", "?", 0.0)


def _as_it_stands(item: Item, line: str, end: int) -> Item:
    """Return an image that is a letter, such as â, unread if it makes a listed word as it stands: `pâté`."""
    if item.original == item.image or len(item.image) > 1 or not item.image.isalpha():
        return item
    left, right = last_word(line[max(0, end - 1 - REACH) : end - 1]), first_word(line, end)
    if not (left or right):
        return item
    return unread(item) if lexicon.is_listed(left + item.image + right) else item


def _asked(items: Sequence[Placed]) -> int:
    """Count the question marks, side by side, with which items begin."""
    first = items[0][0]
    count = 0
    for end, item in items:
        if item.role != "?" or end != first + count:
            break
        count += 1
    return count


def _is_at_edge(item: Item, left: Side, right: Side, english: bool) -> bool:
    """Tell whether a mark touches a word on one side only, so that it may be a letter of that word.

    In English, common words have no such letters and do not count.
    """
    if left.is_letter:
        uncommon = left.word[:1] == "<" or not english
        return item.role in BEHIND_WORD and not right.is_letter and uncommon
    return item.role in BEFORE_WORD and right.kind == "a" and (right.word[:1] == "<" or not english)


def _side_by_side(items: Iterable[Placed]) -> list[list[Placed]]:
    """Return items in rows of those that stand side by side."""
    rows: list[list[Placed]] = []
    for end, item in items:
        if not rows or rows[-1][-1][0] != end - len(item.image):
            rows.append([])
        rows[-1].append((end, item))
    return rows


class _Pairs(Container[int]):
    """The ends of the marks in a line that open and close a quotation together, found when asked for."""

    __slots__ = ("_items", "_line", "_partners")

    def __init__(self, items: Iterable[Placed], line: str) -> None:
        """`items` are all of the line."""
        self._items = items
        self._line = line
        self._partners: dict[int, int] | None = None

    def __contains__(self, end: object) -> bool:
        """Tell whether a mark that ends at `end` has a partner."""
        return isinstance(end, int) and self.partner(end) > 0

    def partner(self, end: int) -> int:
        """Return the end of the partner of the mark that ends at `end`, or 0."""
        if self._partners is None:
            self._partners = {}
            for opening, closing in _pairs(self._items, self._line):
                self._partners[self._partners.get(opening, 0)] = 0  # another one has closed it
                self._partners |= {opening: closing, closing: opening}
        return self._partners.get(end, 0)


def _pairs(items: Iterable[Placed], line: str) -> Iterator[tuple[int, int]]:
    """Yield the ends of each two marks among the items of a line that open and close a quotation together.

    If two close one quotation, the second one behind a full stop or a comma, that one is named later.
    """
    opened: dict[str, int] = {}
    state = ""
    for end, item in items:
        behind = after(state, item.role)
        start = end - len(item.image)
        if len(behind) > len(state):
            opened[item.role] = end
        elif len(behind) < len(state):
            before = opened[state[len(behind)]]
            if before < start:  # else nothing is quoted
                yield before, end
        elif item.role in CLOSING and line[start - 1 : start] in BEFORE_CLOSING:
            closed = opened.pop(CLOSED_BY[item.role], 0)
            if closed and not state:  # rather by this one than by one before it
                yield closed, end
        state = behind


def _is_quotation(end: int, line: str, paired: _Pairs) -> bool:
    """Tell whether a mark that ends at `end` has a partner that is no degree sign: `6 °C`."""
    other = paired.partner(end)
    return other > 0 and re.match(DEGREE, line[max(0, other - 3) : other + 2]) is None


def _touches_mark(start: int, end: int, items: Iterable[Placed]) -> bool:
    """Tell whether one of the items that is no letter ends at `start` or begins at `end`."""
    return any(start == last or end == last - len(item.image) for last, item in items if item.role != "l")


def _with_letters(line: str, items: Iterable[Placed]) -> str:
    """Return a line with the letters that were read in it, and ANY_LETTER for those that were not.

    Each letter is repeated to the length of its image.
    """
    parts = []
    at = 0
    for end, item in items:
        if item.role == "l":
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


def _fits(role: str, left: str, right: str) -> bool:
    """Tell whether a mark, rather than a letter, fits between `left` and `right`: not in `M?ller`."""
    if right[:1].isalpha() and left[-1:].isalpha():
        return fits_inside(role, left, right)
    if role in OPENING and (left[-1:] in STOPS or left.removesuffix("?")[-1:].isalpha()):
        return False
    if role in DASHES and (right[:1] in PAUSES if left[-1:].isspace() else _is_one_sided(left, right)):
        return False
    if right[:1].isalpha() and left[-1:] in ("'", "’") and left[-2:-1].isalpha():
        return role in OPENING
    if left[-1:].isdigit() and (anew := re.match(BEGINS_ANEW, right)):
        return role not in DASHES and not (role == "°" and anew[1])
    return role not in OPENING or right.strip() != ""


def _is_one_sided(left: str, right: str) -> bool:
    """Tell whether a mark touches a number or what was lost, and a blank stands behind it: `2º piso`."""
    return (left[-1:].isdigit() or left.endswith(tuple(LOST))) and right[:1] == " "


def _without_remnants(items: Iterable[Placed], paired: Container[int]) -> list[Placed]:
    """Return the items, those unread that quote nothing or close a row of unread ones."""
    kept: list[Placed] = []
    for end, item in items:
        start = end - len(item.image)
        before = kept[-1][1] if kept and kept[-1][0] == start else NONE
        empty = before.role + item.role in EMPTY and tells_nothing(item.image)
        if empty:
            kept[-1] = start, unread(before)
        ends = item.role in ROW_END and before.unread and tells_nothing(item.image)
        kept.append((end, unread(item) if empty or (ends and end not in paired) else item))
    return kept


def _without_rows(items: list[Placed], line: str) -> Iterator[Placed]:
    """Yield the items, those unread that are in rows of lost characters and touch no word."""
    row: list[Placed] = []
    for end, item in [*items, (len(line) + 1, Item("", "", "x", 0.0))]:
        if row and end - len(item.image) != row[-1][0]:
            yield from [(at, unread(lost)) for at, lost in row] if _is_row(row, line) else row
            row = []
        row.append((end, item))


def _is_row(items: list[Placed], line: str) -> bool:
    """Tell whether items side by side are a row of lost characters, some of which were read as marks.

    Blanks must stand around it, or most of it must be unread.
    """
    start, end = items[0][0] - len(items[0][1].image), items[-1][0]
    apart = not line[max(0, start - 1) : start].strip() and not line[end : end + 1].strip()
    unread = sum([item.role in "l?" and item.original == item.image for _, item in items])
    lost = all(item.unread or tells_nothing(item.image) for _, item in items)
    row = len(items) >= ROW and (apart or 2 * unread > len(items))
    return row and lost and any(item.original != item.image for _, item in items)


# --- Where each check may touch a mark -------------------------------------------------------------


def _may_stand(item: Item, place: Place) -> Chance:
    """Tell whether `_as_it_stands` may touch an item in a place: beside letters, if its image is one."""
    letter = item.original != item.image and item.image.isalpha()
    return _stands if letter and (place.left.is_letter or place.right.is_letter) else False


def _stands(item: Item, line: str, start: int) -> bool:
    return _as_it_stands(item, line, start + len(item.image)) is not item


def _may_end_word(item: Item, place: Place) -> Chance:
    """Tell whether `_ending` may touch a lost mark in a place: behind a word that may have an accent."""
    return _ends_word if item.role == "?" and place.left.is_letter else False


def _ends_word(item: Item, line: str, start: int) -> bool:
    return _may_have_ending(last_word(line[max(0, start - REACH) : start]))


def _may_have_ending(word: str) -> bool:
    """Tell whether a word may have lost a letter behind its last one."""
    return len(word) >= STEM and lexicon.may_be_accented(word)


def _may_be_letter_of(item: Item, place: Place) -> Chance:
    """Tell whether `_as_letter` may touch a lost mark in a place."""
    if item.role not in BESIDE_LETTERS:
        return False
    left, right = place.left, place.right
    if left.is_letter and right.is_letter:
        if right.word == "s" and place.language == "en" and item.image != STUMP:
            return _is_plural
        return not _is_contraction(place, genitive=item.image == STUMP)
    if left.is_letter or right.is_letter:
        return place.language != "en" or _is_at_edge(item, left, right, english=True)
    apart = item.role in PARTING and left.kind[0] in "_^" and right.kind[0] in "_$"
    return apart and bool(lone.weights_of(place.language))


def _is_plural(item: Item, line: str, start: int) -> bool:
    """Tell whether a mark before an s may be a letter of a word in English: `cafés`."""
    word = last_word(line[max(0, start - REACH) : start])
    length = len(item.image)
    before, behind = start - len(word), start + length + len("s")
    if line.startswith(item.image, behind) and line[behind + length : behind + length + 1].isalpha():
        return True
    if line.endswith(item.image, 0, before) and line[before - length - 1 : before - length].isalpha():
        return True
    return word.lower() in ELIDED or lexicon.may_be_accented(f"{word}s")


def _may_open(item: Item, place: Place) -> Chance:
    """Tell whether `_may_open_name` may find a name behind a lost mark in a place."""
    return item.role in BEFORE_WORD and place.right.kind == "a" and place.language != "en"


def _may_have_survived(item: Item, place: Place) -> Chance:
    """Tell whether `_has_survived` may find a lost mark of a place in its line."""
    return _survives if place.language != "en" and item.role in SURVIVING else False


def _survives(item: Item, line: str, start: int) -> bool:
    return item.original in line


def _may_be_within(item: Item, place: Place) -> Chance:
    """Tell whether a lost mark in a place is a question mark within a word."""
    return item.role == "?" and place.left.kind == place.right.kind == "a"


def _may_be_shared(item: Item, place: Place) -> Chance:
    """Tell whether several pictures may have the image of an item."""
    return item.original in SYMBOLS_APART


def _may_misfit(item: Item, place: Place) -> Chance:
    """Tell whether a lost mark may not fit a place, in the sense of `_fits`."""
    left, right = place.left, place.right
    if left.is_letter and right.is_letter:
        return item.role != "?" and not (item.role == "a" and _is_contraction(place, genitive=True))
    if right.is_letter and left.kind in ("'", ")"):
        return item.role != "?"
    if item.role in OPENING:
        return left.kind in BEFORE_NO_OPENING or right.kind == "$"
    if item.role in DASHES:
        before_pause = left.kind[0] in "_^x" and right.kind in BEHIND_NO_DASH
        return before_pause or (left.kind in "0?¿x" and right.kind[0] in "_$")
    return item.role == "°"


def _is_contraction(place: Place, genitive: bool) -> bool:
    """Tell whether a place makes a contraction, in the sense of `shortens`; maybe it is a `genitive`."""
    word, ending = place.left.word, place.right.word
    if ending == "s":
        return genitive
    if place.right.kind == "A" and len(ending) > 1:
        return False  # `You?Re` is none
    return word.endswith("n") if ending == "t" else ending in SHORTENINGS and word in SHORTENED


# Of these, the first two may touch marks of whose images something is left as well.
CHANCES = (
    *(_may_stand, _may_be_shared),
    *(
        spanish.may_correct,
        _may_end_word,
        _may_be_letter_of,
        strays.may_include,
        _may_open,
        _may_have_survived,
    ),
    *(_may_be_within, number_signs.may_read, _may_misfit),
)


def settled(start: int, reading: Reading, line: str) -> str | None:
    """Return the original of a run at `start` that no check may touch, or None.

    `Proof.proven` would leave such a run as it was read.
    """
    if reading.settled is None:
        reading.settled = _settled(reading)
    original, chances = reading.settled
    if chances:
        item = reading.items[0][1]
        for may_touch in chances:
            if may_touch(item, line, start):
                return None
    return original


def _settled(reading: Reading) -> tuple[str | None, Sequence[InLine]]:
    """Return the original of a run that no check may touch in its place, or None, and what its line decides.

    A run of several images and of characters that stand for themselves is not settled, since its parts are
    put back one by one; nor is one of several lost marks, which `_without_remnants` and `_without_rows` are
    for.
    """
    items = [item for _, item in reading.items]
    damaged, original = "".join([item.image for item in items]), "".join([item.original for item in items])
    if reading.letters or len(damaged) < reading.items[-1][0]:  # a blank is in the run
        return None, ()
    broken = [item for item in items if item.original != item.image]
    if 1 < len(broken) < len(items) or (len(items) > 1 and any(map(is_lost, broken))):
        return None, ()
    open_in: list[InLine] = []
    for item in items:
        for may_touch in CHANCES if is_lost(item) else CHANCES[:2]:
            chance = may_touch(item, reading.place)
            if chance is True or (chance and len(items) > 1):
                return None, ()
            if callable(chance):
                open_in.append(chance)
    return original, open_in
