"""Settled runs: those that no check may touch, which spares most runs all of them."""

from collections.abc import Sequence

from newsclean.mojibake.lossy.proof import as_letters, misfits, number_signs, spanish, strays
from newsclean.mojibake.lossy.proof.standing import InLine, Standing
from newsclean.mojibake.lossy.runs.items import is_lost
from newsclean.mojibake.lossy.runs.readings import Reading

# What tells where the checks may touch a mark of any image, and where a lost one.
ON_ANY = (as_letters.may_stand, misfits.may_be_shared)
ON_LOST = (
    *ON_ANY,
    spanish.may_correct,
    as_letters.may_end_word,
    as_letters.may_be_letter,
    strays.may_be_stray,
    strays.may_open_name,
    strays.may_have_survived,
    misfits.may_be_within,
    number_signs.may_read,
    misfits.may_misfit,
)


def original(start: int, reading: Reading, line: str) -> str | None:
    """Return the original of a run at `start` that no check may touch, or None.

    `Proof.proven` would leave such a run as it was read.
    """
    if reading.settled is None:
        reading.settled = _in_place(reading)
    found, chances = reading.settled
    if chances:
        end, item = reading.items[0]
        at = Standing(item, line, start + end)
        for may_touch in chances:
            if may_touch(at):
                return None
    return found


def _in_place(reading: Reading) -> tuple[str | None, Sequence[InLine]]:
    """Return the original of a run that no check may touch in its place, or None, and what its line decides.

    A run of several images and of characters that stand for themselves is not settled, since its parts are
    put back one by one; nor is one of several lost marks, which `without_remnants` and `without_rows` are
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
        for may_touch in ON_LOST if is_lost(item) else ON_ANY:
            chance = may_touch(item, reading.place)
            if chance is True or (chance and len(items) > 1):
                return None, ()
            if callable(chance):
                open_in.append(chance)
    return original, open_in
