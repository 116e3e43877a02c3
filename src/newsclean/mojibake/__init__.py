"""Repair of broken characters: which stage runs when, and what it makes of the lines."""

from itertools import count

from newsclean.edits import Damage, Edit, NewscleanError, compare, renumber, split_lines
from newsclean.mojibake import gate

QUOTES = ("match", "original", "straight")

# One repair may lay another damage bare; a text that was damaged more often than this is none.
ROUNDS = 6


def repair(text: str, quotes: str = "match") -> tuple[str, list[Edit], list[Damage]]:
    """Repair `text`; return it with the edits made and the damage that could not be decided.

    `quotes` is `match`, `original` or `straight`, as in `newsclean.clean`; any other value raises
    `NewscleanError`.
    """
    if quotes not in QUOTES:
        raise NewscleanError(f"unknown value {quotes!r} of quotes; it is one of {', '.join(QUOTES)}")
    edits: list[Edit] = []
    damages: list[Damage] = []
    raw = text
    for _ in range(ROUNDS):
        if not gate.may_be_damaged(text):
            break
        removed = [edit.line for edit in edits if edit.after is None]
        lines, made, left = _repair_once(split_lines(text))
        damages += _of_input(left, removed)
        if not made:
            break
        edits += renumber(made, removed)
        text = "".join(lines)
    if quotes == "straight" or (quotes == "match" and edits):
        text, made = _styled(raw, text, edits, quotes)
        edits += made
    return text, edits, _unresolved(text, edits, damages) if gate.may_be_damaged(raw) else []


def _repair_once(lines: list[str]) -> tuple[list[str], list[Edit], list[Damage]]:
    edits: list[Edit] = []
    damages: list[Damage] = []
    text = "".join(lines)
    if gate.may_hold_escapes(text):
        from newsclean.mojibake import escapes

        lines, edits = escapes.decode(lines)
        text = "".join(lines)
    removed = [edit.line for edit in edits if edit.after is None]
    if gate.may_be_misread(text):
        from newsclean.mojibake import reversible

        # Most damage has lost nothing: no need to weigh channels then.
        reread = reversible.reread(lines)
        if reread is not None:
            lines, made = reread
            return lines, edits + renumber(made, removed), damages
    # Before ftfy, which makes U+FFFD of the runs that this stage reads; one channel at a time.
    while gate.may_be_lossy(text):
        from newsclean.mojibake import restore

        lines, made, left = restore.repair(lines)
        edits += renumber(made, removed)
        damages += _of_input(left, removed)
        text = "".join(lines)
        if not made or len(edits) > ROUNDS * len(lines):
            break
    if gate.may_be_misread(text):
        from newsclean.mojibake import eaten, misread, reversible, swapped

        for stage in (eaten.repair, misread.repair, reversible.repair, swapped.repair):
            lines, made = stage(lines)
            edits += renumber(made, removed)
    return lines, edits, damages


def _styled(raw: str, text: str, edits: list[Edit], quotes: str) -> tuple[str, list[Edit]]:
    """Give restored marks, or with `straight` all marks, the style that was asked for.

    `text` is what `edits` have made of `raw`.  A line whose own intact marks are typographic keeps its
    restored ones so too.
    """
    from newsclean.mojibake import marks

    lines = split_lines(text)
    if quotes == "straight":
        styled = [marks.straighten(line) for line in lines]
    elif marks.are_straight(raw):
        first = {edit.line: edit.before for edit in reversed(edits)}
        removed = {edit.line for edit in edits if edit.after is None}
        numbers = (number for number in count(1) if number not in removed)
        styled = [
            marks.straighten(line) if number in first and not marks.typographic(first[number]) else line
            for number, line in zip(numbers, lines, strict=False)
        ]
    else:
        return text, []
    made = compare(lines, styled, "quotes:straight")
    return "".join(styled), renumber(made, [edit.line for edit in edits if edit.after is None])


def _unresolved(text: str, edits: list[Edit], damages: list[Damage]) -> list[Damage]:
    """Return the damage that still stands in `text`, by line of the input."""
    from newsclean.mojibake import marks

    removed = [edit.line for edit in edits if edit.after is None]
    lines = split_lines(text)
    gone = set(removed)
    numbers = [number for number in range(1, len(lines) + len(gone) + 1) if number not in gone]
    now = dict(zip(numbers, lines, strict=True))
    standing = [damage for damage in damages if damage.text in now.get(damage.line, "")]
    return sorted({*standing, *_of_input(marks.remains(lines), removed)})


def _of_input(damages: list[Damage], removed: list[int]) -> list[Damage]:
    """Translate line numbers counted after `removed` lines were gone into numbers of the input."""
    if not removed or not damages:
        return damages
    gone = set(removed)
    last = max(damage.line for damage in damages) + len(gone)
    survivors = [number for number in range(1, last + 1) if number not in gone]
    return [damage._replace(line=survivors[damage.line - 1]) for damage in damages]
