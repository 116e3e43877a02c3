"""Removal of what follows the article."""

from collections.abc import Collection, Sequence
from os import PathLike

from newsclean.edits import Edit


def trim(
    text: str, keep: Collection[str] = (), rules: Sequence[str | PathLike[str]] = ()
) -> tuple[str, list[Edit]]:
    """Remove the tail of `text`, but for lines of a category in `keep`; return the text and the edits."""
    return text, []
