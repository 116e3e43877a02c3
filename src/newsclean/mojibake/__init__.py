"""Repair of broken characters: which stage runs when, and what it makes of the lines."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from newsclean.edits import (
    NO_EDITS,
    QUOTES,
    Damage,
    Edits,
    History,
    NewscleanError,
    Quotes,
    drop_byte_order_marks,
    rewritten,
)
from newsclean.lines import LONGEST_ARTICLE, Lines
from newsclean.mojibake import gate

if TYPE_CHECKING:
    from newsclean.mojibake.lossy.channels import Channel

# One repair may lay another damage bare; a text that was damaged more often than this is none.
ROUNDS = 6
ASCII = bytes(range(128))


def check_quotes(quotes: str) -> None:
    """Raise `NewscleanError` for an unknown value of `quotes`."""
    if quotes not in QUOTES:
        raise NewscleanError(f"unknown value {quotes!r} of quotes; it is one of {', '.join(QUOTES)}")


def repair(text: str, quotes: Quotes = "match", raw: bytes | None = None) -> tuple[str, Edits, list[Damage]]:
    """Repair `text`; return it with the edits made and the damage that could not be decided.

    `quotes` is `match`, `original` or `straight`, as in `newsclean.clean`.  `raw` is the text in UTF-8, if
    that is at hand.
    """
    broken = gate.may_be_damaged(text, raw) and (
        not gate.is_about_encodings(text) or gate.is_damaged_throughout(text)
    )
    if not broken and quotes != "straight":
        return text, NO_EDITS, []
    draft = _Draft(text)
    for _ in range(ROUNDS if broken else 1):
        known = draft.history.edits
        if broken:
            draft.send_through()
        changed = draft.history.edits is not known
        if quotes == "straight" or (quotes == "match" and changed):
            draft.style(text, quotes)
        if not changed or not draft.may_change():
            break
    return draft.lines.text, draft.history.edits, draft.unresolved()


class _Draft:
    """A text under repair: its lines as they are now, the edits that led to them, what nothing decides."""

    def __init__(self, text: str) -> None:
        self.lines = Lines.split(text)
        self.history = History()
        self._damages: set[Damage] = set()  # each round finds most of them again
        self._intact: Lines | None = None  # in which the gate finds no damage
        self._settled: Lines | None = None
        self._undone: list[Channel] = []  # those that lost characters
        self._begun = 0  # edits that were made when the text was last sent through

    def may_change(self) -> bool:
        """Tell whether any stage might change the text."""
        if self.lines is not self._intact and not gate.may_be_damaged(self.lines.text):
            self._intact = self.lines
        return self.lines is not self._intact

    def may_be_lossy(self) -> bool:
        """Tell whether `restore` might change the text.

        In a settled one it has found nothing to do: a second look would find nothing either, and cost as
        much.
        """
        return self.lines is not self._settled and gate.may_be_lossy(self.lines.text)

    def send_through(self) -> None:
        """Send the text through all stages once, as if nothing had been done to it before."""
        self._begun = len(self.history.edits)
        if gate.may_hold_escapes(self.lines.text):
            from newsclean.mojibake import escapes

            self._take(*escapes.decode(self.lines))
        if gate.may_be_misread(self.lines.text) and gate.may_be_altered(self.lines.text):
            from newsclean.mojibake import altered

            self._take(*altered.restore(self.lines))
        damaged = self.lines
        if gate.may_be_misread(self.lines.text) and (chosen := gate.may_be_reread(self.lines)):
            from newsclean.mojibake import reversible

            # Most damage has lost nothing: no need to weigh channels then.
            self._take(*reversible.undo_certain(self.lines, chosen))
        if self.lines is damaged or self.may_change():
            self._send_further(damaged)
        text, made = drop_byte_order_marks(self.lines.text)  # that a repair has brought to light
        if made:
            self._take(Lines.split(text), made)

    def _send_further(self, damaged: Lines) -> None:
        """Send the text through the stages that weigh what it was; `damaged` as in `_undo_channels`."""
        if gate.may_be_misread(self.lines.text):
            # Before the channels, some of which explain what these stages leave of a mark.
            from newsclean.mojibake import scripts

            self._take(*scripts.repair(self.lines))
            if gate.may_be_regional(self.lines.text):
                from newsclean.mojibake import regional

                self._take(*regional.repair(self.lines))
            if gate.may_have_lost_letters(self.lines.text):
                from newsclean.mojibake.lossy import alphabets

                self._take(*alphabets.repair(self.lines))
            if gate.may_be_double_byte(self.lines.text):
                from newsclean.mojibake.lossy import double_byte

                self._take(*double_byte.repair(self.lines))
                self._take(*double_byte.repair_windows(self.lines))
        # Before ftfy, which makes U+FFFD of the runs that this stage reads.
        if self.may_be_lossy():
            self._undo_channels(damaged)
        if gate.may_be_misread(self.lines.text):
            from newsclean.mojibake import misread, reversible, swapped

            self._take(*misread.repair(self.lines))
            # What explains a whole document comes before what may explain two characters of it.
            self._take(*swapped.repair(self.lines, self._repaired()))
            self._take(*reversible.repair(self.lines))

    def _take(self, lines: Lines, made: Edits) -> None:
        if made.batches:
            if self.history.edits:  # else it is the text as it came, of which others hold on to
                self.lines.pack()
            self.lines = lines
            self.history.add(made)

    def _repaired(self) -> bytearray:
        """Tell of each line whether a channel that began with UTF-8 has been undone in it by now."""
        made = islice(self.history.edits.reasons(), self._begun, None)
        found = bytearray(max(islice(self.history.numbers(), len(self.lines)), default=0) + 1)
        for line, reason in made:
            if reason.startswith("mojibake:utf-8"):
                found[line] = True
        return bytearray(found[number] for number in islice(self.history.numbers(), len(self.lines)))

    def _undo_channels(self, damaged: Lines) -> None:
        """Undo one channel after the other; `damaged` are the lines as no stage had repaired them yet."""
        from newsclean.mojibake.lossy import restore
        from newsclean.mojibake.lossy.letter_losses import intact_marks

        most = len(self.history.edits) + ROUNDS * len(self.lines)
        # Where marks were restored before, letters may be missing still.
        untouched = not self._undone or bool(intact_marks(self.lines.text))
        while self.may_be_lossy() and len(self.history.edits) <= most:
            voters = _voters(damaged, self.lines)
            all_say = voters is self.lines
            lines, made, left, channel = restore.repair(self.lines, voters, untouched, self._undone)
            del voters  # which may take as much memory
            self._damages.update(self.history.placed(left))
            self._take(lines, made)
            if channel is None or not made:
                # If not all that stands there had a say, it may say something else.
                self._settled = self.lines if all_say else None
                break
            self._undone.append(channel)
            untouched = False

    def style(self, raw: str, quotes: Quotes) -> None:
        """Give restored marks, or with `straight` all marks, the style that was asked for.

        `raw` is the text as it came.  A line whose own intact marks are typographic keeps its restored ones
        so too.
        """
        from newsclean.mojibake import marks

        if quotes == "straight":
            styled: Iterable[str] = map(marks.straighten, self.lines)
        elif marks.are_straight(raw):
            bent = {edit.line: bool(marks.typographic(edit.before)) for edit in reversed(self.history.edits)}
            numbered = zip(self.history.numbers(), self.lines, strict=False)
            styled = (line if bent.get(number, True) else marks.straighten(line) for number, line in numbered)
        else:
            return
        self._take(*rewritten(self.lines, styled, "quotes:straight"))

    def unresolved(self) -> list[Damage]:
        """Return the damage that still stands in the text, by line of the input."""
        from newsclean.mojibake import marks

        if not self._damages and not marks.is_hopeless(self.lines.text, self.lines is self._intact):
            return []
        damaged = {damage.line for damage in self._damages}
        numbered = zip(self.history.numbers(), self.lines, strict=False)
        now = {number: line for number, line in numbered if number in damaged}
        standing = [damage for damage in self._damages if damage.text in now.get(damage.line, "")]
        return sorted({*standing, *self.history.placed(marks.remains(self.lines))})


def _voters(damaged: Lines, lines: Lines) -> Lines:
    """Return the `lines` that tell through which channel they went: not those that are repaired already."""
    if lines is damaged:
        return lines
    lines.pack()  # both may be long
    return Lines.joined(_votes(damaged, lines))


def _votes(damaged: Lines, lines: Lines) -> Iterator[str]:
    """Yield the lines for channel detection, without marks and accents that another stage has restored.

    These would pass for what survived.  Of the lines that have some no more is taken than the longest article
    has: a copy of all costs as much memory.
    """
    taken = 0
    for before, line in zip(damaged, lines, strict=True):
        if line == before:
            yield line
        else:
            vote = _as_if_lost(line[: max(0, LONGEST_ARTICLE - taken)], before)
            taken += len(vote)
            yield vote or "\n"


def _as_if_lost(line: str, before: str) -> str:
    """Return `line` without the marks and the accents that it did not have `before`."""
    import unicodedata

    from newsclean.mojibake.lossy.channels import TYPOGRAPHIC

    foreign = line.encode("utf-8", "surrogatepass").translate(None, ASCII).decode("utf-8", "surrogatepass")
    restored = [char for char in set(foreign) if char not in before]
    guillemets = [char for char in "«»" if f"Â{char}" in before]  # of which the very same is left
    plain = dict.fromkeys([*filter(TYPOGRAPHIC.__contains__, restored), *guillemets], "")
    for letter in filter(str.isalpha, restored):
        base = unicodedata.normalize("NFD", letter)[0]
        if base.isascii():
            plain[letter] = base
    for char, lost in plain.items():  # one by one: `translate` takes ten times as long
        line = line.replace(char, lost)
    return line
