"""Repair of broken characters: which stage runs when.  Each gives as many lines as it gets, and its edits."""

from collections.abc import Callable, Iterable
from itertools import islice
from typing import TYPE_CHECKING, Any

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
from newsclean.lines import Lines
from newsclean.mojibake import gate

if TYPE_CHECKING:
    from newsclean.mojibake.lossy.channels import Channel

# One repair may lay bare the damage beneath it; no text was damaged more often than this.
ROUNDS = 6
LETTERS = "letters"  # the channel that has lost letters alone; to undo it restores no mark
# How the reason for a repair begins if what was repaired was misread UTF-8.
WAS_UTF8 = ("mojibake:utf-8", "mojibake:reversible", "mojibake:altered", "misread:utf-8")


def check_quotes(quotes: str) -> None:
    """Raise `NewscleanError` for an unknown value of `quotes`."""
    if quotes not in QUOTES:
        raise NewscleanError(f"unknown value {quotes!r} of quotes; it is one of {', '.join(QUOTES)}")


def repair(text: str, quotes: Quotes = "match", raw: bytes | None = None) -> tuple[str, Edits, list[Damage]]:
    """Repair `text`; return it with the edits made and the damage that could not be decided.

    `quotes` is `match`, `original` or `straight`, as in `newsclean.clean`.  `raw` is the text in UTF-8, if
    that is at hand.
    """
    seen = gate.look(text, raw)
    broken = seen is not None and not _is_shown_on_purpose(text)
    if not broken and quotes != "straight":
        return text, NO_EDITS, []
    draft = _Draft(text, seen)
    for _ in range(ROUNDS if broken else 1):
        known = draft.history.edits
        if broken:
            draft.send_through()
        changed = draft.history.edits is not known
        if quotes == "straight" or (quotes == "match" and changed):
            draft.style(text, quotes)
        if not changed or not draft.seen:
            break
    return draft.lines.text, draft.history.edits, draft.unresolved()


def _is_shown_on_purpose(damaged: str) -> bool:
    """Tell whether a text is about encodings and shows what they do, but is not damaged itself."""
    from newsclean.mojibake.mentions import is_about_encodings, is_damaged_throughout

    if not is_about_encodings(damaged):
        return False
    return not (gate.may_be_utf8(damaged) and is_damaged_throughout(damaged, gate.may_be_misread))


class _Draft:
    """A text under repair: its lines as they are now, the edits so far, and damage that nothing decides."""

    def __init__(self, text: str, seen: gate.Look | None) -> None:
        """Take a text and what the gate has seen of it."""
        self.lines = Lines.split(text)
        self.history = History()
        self._seen, self._seen_in = seen, self.lines  # what the gate has seen, and in which lines
        self._damages: set[Damage] = set()  # each round finds most of them again
        self._settled: Lines | None = None  # the last lines in which `restore` has found nothing to do
        self._undone: list[Channel] = []  # channels that lost characters
        self._kept: frozenset[str] | None = None  # letters beside lost ones, before any was restored
        self._damaged = self.lines  # the lines before any stage reread them
        self._begun = 0  # the number of edits when the text was last sent through the stages

    @property
    def seen(self) -> gate.Look | None:
        """What the gate sees of the text as it is now; None if no stage would change it."""
        if self._seen_in is not self.lines:
            self._seen, self._seen_in = gate.look(self.lines), self.lines
        return self._seen

    def send_through(self) -> None:
        """Send the text through all stages once, as if nothing had been done to it before."""
        self._begun = len(self.history.edits)
        for stage in DECODING:
            self._send_through(stage)
        self._damaged = self.lines
        for stage in BEFORE_CHANNELS:
            self._send_through(stage)
        self._undo_channels()
        for stage in BEHIND_CHANNELS:
            self._send_through(stage)
        text, made = drop_byte_order_marks(self.lines.text)  # which a repair may have laid bare
        if made:
            self._take(Lines.split(text), made)

    def _send_through(self, stage: "_Stage") -> None:
        may_apply, module, name, more = stage
        if self.seen is None or not may_apply(self.seen):
            return
        told = more(self)
        if told is not None:
            from importlib import import_module

            # Loaded when the first text needs it.
            repair = getattr(import_module(f"{__name__}.{module}"), name)
            self._take(*repair(self.lines, *told))

    def nothing(self) -> tuple[()]:
        """Return what most stages take beside the lines."""
        return ()

    def to_reread(self) -> tuple[bytearray] | None:
        """Return 1 for each line that may be UTF-8; without any, ftfy need not be loaded."""
        chosen = gate.may_be_reread(self.lines)
        return (chosen,) if chosen else None

    def _take(self, lines: Lines, made: Edits) -> None:
        if made.batches:
            if self.history.edits:  # else these are the lines as they came, which others use as well
                self.lines.pack()
            self.lines = lines
            self.history.add(made)

    def repaired(self) -> tuple[bytearray]:
        """Return 1 for each line in which a channel that began with UTF-8 has been undone by now."""
        made = islice(self.history.edits.reasons(), self._begun, None)
        found = bytearray(max(islice(self.history.numbers(), len(self.lines)), default=0) + 1)
        for line, reason in made:
            if reason.startswith("mojibake:utf-8"):
                found[line] = True
        return (bytearray(found[number] for number in islice(self.history.numbers(), len(self.lines))),)

    def is_alone(self) -> tuple[bool]:
        """Tell whether no misread UTF-8 has been repaired by now."""
        return (not any(reason.startswith(WAS_UTF8) for _, reason in self.history.edits.reasons()),)

    def _may_be_lossy(self) -> bool:
        """Tell whether `restore` might change the text.

        In a settled text it has found nothing to do; a second look would find nothing either, at the same
        cost.
        """
        return self.lines is not self._settled and self.seen is not None and self.seen.may_be_lossy()

    def _undo_channels(self) -> None:
        """Undo one channel after the other."""
        if not self._may_be_lossy():
            return
        from newsclean.mojibake.lossy import restore
        from newsclean.mojibake.lossy.election import voters_of
        from newsclean.mojibake.lossy.letter_losses import intact_marks, kept_letters

        most = len(self.history.edits) + ROUNDS * len(self.lines)
        # Where marks were restored before, letters may still be missing.
        marked = any(channel.name != LETTERS for channel in self._undone)
        untouched = not marked or bool(intact_marks(self.lines.text))
        if self._kept is None:
            self._kept = kept_letters(self._damaged)
        while self._may_be_lossy() and len(self.history.edits) <= most:
            voters = voters_of(self._damaged, self.lines)
            all_say = voters is self.lines
            past = restore.Past(untouched, self._undone, self._kept)
            lines, made, left, channel = restore.repair(self.lines, voters, past)
            del voters  # they may take as much memory as the lines
            self._damages.update(self.history.placed(left))
            self._take(lines, made)
            if channel is None or not made:
                # If some lines had no vote, they may vote for another channel in the next round.
                self._settled = self.lines if all_say else None
                break
            self._undone.append(channel)
            untouched = untouched and channel.name == LETTERS

    def style(self, raw: str, quotes: Quotes) -> None:
        """Give restored marks, or with `straight` all marks, the style that was asked for.

        `raw` is the text as it came.  A line whose own intact marks are typographic keeps its restored marks
        typographic as well.
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

        remains = marks.remains(self.lines, intact=self.seen is None)
        if not self._damages and not remains:
            return []
        standing = self.history.standing(self._damages, self.lines)
        return sorted({*standing, *self.history.placed(remains)})


# A stage: what the gate has to see for it, its module and the function there, and what this takes beside the
# lines; with None for that it would find nothing.
_Stage = tuple[Callable[[gate.Look], bool], str, str, Callable[[_Draft], tuple[Any, ...] | None]]
# The stages in their order; `_Draft.send_through` has them all.  First what hides damage from all others.
DECODING: tuple[_Stage, ...] = (
    (gate.Look.may_hold_escapes, "escapes", "decode", _Draft.nothing),
    (gate.Look.may_be_altered, "altered", "restore", _Draft.nothing),
)
BEFORE_CHANNELS: tuple[_Stage, ...] = (
    # Most damage has lost nothing; then no channels need to be weighed.
    (gate.Look.may_be_misread, "reversible", "undo_certain", _Draft.to_reread),
    # Some of the channels would explain marks that belong to these stages.
    (gate.Look.may_hold_wide_marks, "wide_marks", "repair", _Draft.nothing),
    (gate.Look.may_be_misread, "scripts", "repair", _Draft.nothing),
    (gate.Look.may_be_regional, "regional", "repair", _Draft.nothing),
    (gate.Look.may_have_lost_letters, "lossy.alphabets", "repair", _Draft.nothing),
    (gate.Look.may_be_double_byte, "lossy.double_byte", "repair", _Draft.nothing),
    (gate.Look.may_be_double_byte, "lossy.double_byte", "repair_windows", _Draft.nothing),
)
# Among them is ftfy, which turns the runs that the channels left into U+FFFD.
BEHIND_CHANNELS: tuple[_Stage, ...] = (
    (gate.Look.may_be_misread, "misread", "repair", _Draft.nothing),
    # What explains a whole document comes before what may explain two characters of it.
    (gate.Look.may_be_misread, "swapped", "repair", _Draft.repaired),
    (gate.Look.may_be_misread, "reversible", "repair", _Draft.is_alone),
)
