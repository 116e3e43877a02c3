"""Calling the stages of repair on lists of lines."""

from collections.abc import Callable, Iterable
from typing import Any

from newsclean.edits import Edits
from newsclean.lines import Lines


def made_of(
    stage: Callable[..., tuple[Lines, Edits]], lines: Iterable[str], *more: Any
) -> tuple[list[str], Edits]:
    """Return the lines that a stage makes of others, and its edits."""
    made, edits = stage(Lines.joined(lines), *more)
    return [*made], edits
