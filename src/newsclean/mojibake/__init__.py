"""Repair of broken characters: which stage runs when, and what it makes of the lines."""

from newsclean.edits import Damage, Edit, renumber, split_lines
from newsclean.mojibake import gate

# One repair may lay another damage bare; a text that was damaged more often than this is none.
ROUNDS = 6


def repair(text: str, quotes: str = "match") -> tuple[str, list[Edit], list[Damage]]:
    """Repair `text`; return it with the edits made and the damage that could not be decided."""
    edits: list[Edit] = []
    for _ in range(ROUNDS):
        if not gate.may_be_damaged(text):
            break
        lines, made = _repair_once(split_lines(text))
        if not made:
            break
        edits += renumber(made, [edit.line for edit in edits if edit.after is None])
        text = "".join(lines)
    return text, edits, []


def _repair_once(lines: list[str]) -> tuple[list[str], list[Edit]]:
    edits: list[Edit] = []
    text = "".join(lines)
    if gate.may_hold_escapes(text):
        from newsclean.mojibake import escapes

        lines, edits = escapes.decode(lines)
        text = "".join(lines)
    if not gate.may_be_misread(text):
        return lines, edits
    from newsclean.mojibake import eaten, misread, reversible, swapped

    removed = [edit.line for edit in edits if edit.after is None]
    for stage in (eaten.repair, misread.repair, reversible.repair, swapped.repair):
        lines, made = stage(lines)
        edits += renumber(made, removed)
    return lines, edits
