"""Removal of what follows the article."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from os import PathLike
from pathlib import Path

from newsclean.boilerplate.matcher import Matcher
from newsclean.boilerplate.prepared import built_in_rules
from newsclean.boilerplate.rules import CATEGORIES, list_rules, load_rules
from newsclean.boilerplate.tail import find_tail
from newsclean.edits import Edit, NewscleanError, split_lines

__all__ = ["CATEGORIES", "list_rules", "load_rules", "trim"]


def trim(
    text: str, keep: Collection[str] = (), rules: Sequence[str | PathLike[str]] = ()
) -> tuple[str, list[Edit]]:
    """Remove the tail of `text`, but for lines of a category in `keep`; return the text and the edits.

    An edit's `line` counts the lines of `text` from 1, its `reason` is `CATEGORY:RULE-ID` or
    `CATEGORY:EVIDENCE`.  `rules` are paths of further rule files.  Raises `NewscleanError` for an
    unknown category and for a faulty rule file.
    """
    for category in keep:
        if category not in CATEGORIES:
            raise NewscleanError(f"unknown category {category!r}; known: {', '.join(CATEGORIES)}")
    lines = split_lines(text)
    matcher = Matcher([*built_in_rules(), *load_rules(rules)]) if rules else built_in()
    tail = find_tail(lines, matcher, weights())
    if tail is None:
        return text, []
    edits = [
        Edit(number, line, None, reason)
        for number, (line, reason) in enumerate(
            zip(lines[tail.start :], tail.reasons, strict=True), tail.start + 1
        )
        if reason.partition(":")[0] not in keep
    ]
    removed = {edit.line for edit in edits}
    return "".join(line for number, line in enumerate(lines, 1) if number not in removed), edits


@lru_cache
def built_in() -> Matcher:
    """Return the matcher of the built-in rules."""
    return Matcher(built_in_rules())


@lru_cache
def weights() -> dict[str, float]:
    """Return the weight of each observation, in log-odds for the tail."""
    rows = (Path(__file__).parent / "weights.tsv").read_text("utf-8").splitlines()
    return {name: float(weight) for weight, name in (row.split("\t", 1) for row in rows)}
