"""Repair of broken characters: which stage runs when, and what it makes of the lines."""

from itertools import count

from newsclean.edits import (
    Damage,
    Edit,
    NewscleanError,
    compare,
    drop_mark,
    removed_lines,
    renumber,
    split_lines,
)
from newsclean.mojibake import gate

QUOTES = ("match", "original", "straight")

# One repair may lay another damage bare; a text that was damaged more often than this is none.
ROUNDS = 6


def check_quotes(quotes: str) -> None:
    """Raise `NewscleanError` for an unknown value of `quotes`."""
    if quotes not in QUOTES:
        raise NewscleanError(f"unknown value {quotes!r} of quotes; it is one of {', '.join(QUOTES)}")


def repair(text: str, quotes: str = "match") -> tuple[str, list[Edit], list[Damage]]:
    """Repair `text`; return it with the edits made and the damage that could not be decided.

    `quotes` is `match`, `original` or `straight`, as in `newsclean.clean`.
    """
    if quotes != "straight" and not gate.may_be_damaged(text):
        return text, [], []
    edits: list[Edit] = []
    damages: list[Damage] = []
    raw = text
    settled = ""
    for _ in range(ROUNDS):
        made: list[Edit] = []
        if gate.may_hold_escapes(text) or gate.may_be_misread(text) or _may_be_lossy(text, settled):
            text, made, left, settled = _repair_once(text, settled)
            damages += renumber(left, removed_lines(edits))
            edits += renumber(made, removed_lines(edits))
        if quotes == "straight" or (quotes == "match" and made):
            text, styled = _styled(raw, text, edits, quotes)
            edits += styled
        if not made:
            break
    return text, edits, _unresolved(text, edits, damages)


def _may_be_lossy(text: str, settled: str) -> bool:
    """Tell whether `restore` might change `text`.

    In `settled` it has found nothing to do: a second look would find nothing either, and cost as much.
    """
    return text != settled and gate.may_be_lossy(text)


def _repair_once(text: str, settled: str) -> tuple[str, list[Edit], list[Damage], str]:
    """Send `text` through all stages once; the last value returned is what is settled now."""
    edits: list[Edit] = []
    damages: list[Damage] = []
    lines = split_lines(text)
    if gate.may_hold_escapes(text):
        from newsclean.mojibake import escapes

        lines, edits = escapes.decode(lines)
        text = "".join(lines)
    removed = removed_lines(edits)
    damaged = lines
    if gate.may_be_misread(text) and gate.may_be_reread(lines):
        from newsclean.mojibake import reversible

        # Most damage has lost nothing: no need to weigh channels then.
        lines, made = reversible.undo_certain(lines)
        edits += renumber(made, removed)
        text = "".join(lines)
    if gate.may_be_misread(text):
        # Before the channels, some of which explain what these stages leave of a mark.
        from newsclean.mojibake import scripts
        from newsclean.mojibake.lossy import double_byte

        for stage in (scripts.repair, double_byte.repair):
            lines, made = stage(lines)
            edits += renumber(made, removed)
        text = "".join(lines)
    # Before ftfy, which makes U+FFFD of the runs that this stage reads; one channel at a time.
    while _may_be_lossy(text, settled):
        from newsclean.mojibake.lossy import restore

        voters = _voters(damaged, lines)
        lines, made, left = restore.repair(lines, voters)
        edits += renumber(made, removed)
        damages += renumber(left, removed)
        if not made:
            settled = text if len(voters) == len(lines) else ""  # all lines may say something else
            break
        text = "".join(lines)
        if len(edits) > ROUNDS * len(lines):
            break
    if gate.may_be_misread(text):
        from newsclean.mojibake import misread, reversible, swapped

        for stage in (misread.repair, reversible.repair, swapped.repair):
            lines, made = stage(lines)
            edits += renumber(made, removed)
        text = "".join(lines)
    text, made = drop_mark(text)  # that a repair has brought to light
    return text, [*edits, *renumber(made, removed)], damages, settled


def _voters(damaged: list[str], lines: list[str]) -> list[str]:
    """Return the `lines` that tell through which channel they went: not those that are repaired already.

    Marks that another stage has restored would pass for marks that survived.
    """
    return [
        line
        for before, line in zip(damaged, lines, strict=True)
        if line == before or gate.may_be_lossy(line) or gate.may_be_misread(line)
    ]


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
        removed = set(removed_lines(edits))
        numbers = (number for number in count(1) if number not in removed)
        styled = [
            marks.straighten(line) if number in first and not marks.typographic(first[number]) else line
            for number, line in zip(numbers, lines, strict=False)
        ]
    else:
        return text, []
    made = compare(lines, styled, "quotes:straight")
    return "".join(styled), renumber(made, removed_lines(edits))


def _unresolved(text: str, edits: list[Edit], damages: list[Damage]) -> list[Damage]:
    """Return the damage that still stands in `text`, by line of the input."""
    from newsclean.mojibake import marks

    if not damages and not marks.HOPELESS.search(text):
        return []
    removed = removed_lines(edits)
    lines = split_lines(text)
    gone = set(removed)
    numbers = [number for number in range(1, len(lines) + len(gone) + 1) if number not in gone]
    now = dict(zip(numbers, lines, strict=True))
    standing = [damage for damage in damages if damage.text in now.get(damage.line, "")]
    return sorted({*standing, *renumber(marks.remains(lines), removed)})
