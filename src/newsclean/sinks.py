"""Where a cleaned article goes: one function for each option that decides it.

Each takes an `Article` and returns an exit status.
"""

import os
import sys
from collections.abc import Callable, Mapping

from newsclean import atomic, files, report
from newsclean.files import FOUND, OK
from newsclean.messages import visible
from newsclean.run import Article


def in_place(article: Article, backup: str = "") -> int:
    """Replace the file, if it would differ."""
    if article.changed and article.stat:
        atomic.write_in_place(article.path, article.cleaned, article.stat, backup)
    return OK


def to_files(article: Article, places: Mapping[str, str]) -> int:
    """Write the text to the file that `places` has for the input's path, which may be the input itself."""
    place = places[article.path]
    if os.path.isfile(place) and os.path.realpath(place) == os.path.realpath(article.path):
        return in_place(article)
    with atomic.new_file(place) as file:
        file.write(article.cleaned)
    return OK


def as_json(article: Article, write: Callable[[bytes], object] = files.write_stdout) -> int:
    """Write the article and its report as a line of JSON."""
    write(report.as_json(article.path, article.result))
    return OK


def check(article: Article) -> int:
    """Write the name of a file that would differ: its own bytes, but with escapes on a terminal."""
    if not article.changed:
        return OK
    name = files.name(article.path)
    shown = visible(name).encode() if _is_terminal() else os.fsencode(name)
    files.write_stdout(shown + b"\n")
    return FOUND


def as_diff(article: Article, colour: bool, status: int = OK) -> int:
    """Write a unified diff: for `patch`, or for a person if it is coloured or goes to a terminal."""
    from newsclean import diff

    if not article.changed:
        return OK
    name = files.name(article.path)
    if colour or _is_terminal():
        files.write_stdout(diff.for_person(name, article.result, colour))
    else:
        files.write_stdout(diff.for_patch(name, article.raw, article.result))
    return status


def _is_terminal() -> bool:
    return sys.stdout is not None and sys.stdout.isatty()
