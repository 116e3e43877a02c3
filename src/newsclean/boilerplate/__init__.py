"""Removal of what follows the article."""

import os
from collections.abc import Collection, Sequence
from functools import lru_cache
from os import PathLike

from newsclean.boilerplate.matcher import Matcher
from newsclean.boilerplate.prepared import matcher
from newsclean.boilerplate.rules import CATEGORIES, list_rules, load_rules
from newsclean.boilerplate.tail import ends_in_prose, find_tail
from newsclean.edits import Edit, NewscleanError, split_lines

_WEIGHTS = os.path.join(os.path.dirname(__file__), "weights.tsv")  # noqa: PTH118, PTH120  pathlib is slow

__all__ = ["CATEGORIES", "list_rules", "load_rules", "trim"]


# Log-odds that a line which a rule of the user's own meets is tail: more than any shape speaks against it,
# for the user has seen the outlet and no corpus has.
OWN_RULE = 12.0


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
    own = load_rules(rules) if rules else []
    known = matcher(own) if own else built_in()
    if ends_in_prose(text, known):
        return text, []
    lines = split_lines(text)
    evidence = weights() | {f"id {rule.id}": OWN_RULE for rule in own} if own else weights()
    tail = find_tail(lines, known, evidence)
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
    return matcher([])


@lru_cache
def weights() -> dict[str, float]:
    """Return the weight of each observation, in log-odds for the tail."""
    with open(_WEIGHTS, encoding="utf-8") as file:  # noqa: PTH123
        cells = file.read().removesuffix("\n").replace("\n", "\t").split("\t")
    return dict(zip(cells[1::2], map(float, cells[::2]), strict=True))
