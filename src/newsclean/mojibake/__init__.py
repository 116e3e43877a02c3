"""Repair of broken characters: which stage runs when, and what it makes of the lines."""

from newsclean.edits import Damage, Edit, compare, renumber, split_lines
from newsclean.mojibake import gate


def repair(text: str, quotes: str = "match") -> tuple[str, list[Edit], list[Damage]]:
    """Repair `text`; return it with the edits made and the damage that could not be decided."""
    if not gate.may_be_damaged(text):
        return text, [], []
    from newsclean.mojibake import escapes, misread, reversible, swapped

    lines, edits = escapes.decode(split_lines(text))
    removed = [edit.line for edit in edits if edit.after is None]
    lines, made = misread.repair(lines)
    edits += renumber(made, removed)
    repaired = [reversible.repair(line) for line in lines]
    edits += renumber(compare(lines, repaired, "mojibake:reversible"), removed)
    lines, made = swapped.repair(repaired)
    edits += renumber(made, removed)
    return "".join(lines), edits, []
