"""Removal of what follows the article."""

from collections.abc import Collection, Sequence
from functools import lru_cache
from os import PathLike

from newsclean.boilerplate.prepared import built_in_rules
from newsclean.boilerplate.rules import CATEGORIES, Rule, list_rules, load_rules
from newsclean.boilerplate.tail import find_tail
from newsclean.edits import Edit, NewscleanError, split_lines

__all__ = ["CATEGORIES", "list_rules", "load_rules", "trim"]


@lru_cache
def _built_in() -> list[Rule]:
    return built_in_rules()


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
    cut = find_tail(lines, [*_built_in(), *load_rules(rules)])
    if cut is None:
        return text, []
    edits = [
        Edit(number, line, None, reason)
        for number, (line, reason) in enumerate(
            zip(lines[cut.start :], cut.reasons, strict=True), cut.start + 1
        )
        if reason.partition(":")[0] not in keep
    ]
    removed = {edit.line for edit in edits}
    return "".join(line for number, line in enumerate(lines, 1) if number not in removed), edits
