"""Removal of what follows the article."""

import os
import stat
from array import array
from collections.abc import Collection, Sequence
from functools import lru_cache
from itertools import chain, islice, repeat
from os import PathLike
from typing import TYPE_CHECKING

from newsclean.boilerplate.matcher import Matcher
from newsclean.boilerplate.prepared import load_matcher
from newsclean.boilerplate.prose import ends_in_prose
from newsclean.boilerplate.weights import load_weights
from newsclean.edits import CATEGORIES, NO_EDITS, Batch, Edits, NewscleanError
from newsclean.lines import Lines

if TYPE_CHECKING:
    from newsclean.boilerplate.tail import Tail

__all__ = ["built_in", "check", "trim"]


def trim(
    text: str, keep: Collection[str] = (), rules: Sequence[str | PathLike[str]] = ()
) -> tuple[str, Edits]:
    """Return `text` without its tail, and the edits that removed it.

    Credits below an appeal stay, and so do lines of a category in `keep`.  An edit's `line` counts the lines
    of `text` from 1; its `reason` is `CATEGORY:RULE-ID` or `CATEGORY:EVIDENCE`.  `rules` are paths of further
    rule files.  Raises `NewscleanError` for a faulty rule file; `keep` is not checked (see `check`).
    """
    if _is_one_line(text):  # a line is never cut in two
        return text, NO_EDITS
    known = with_own(rules) if rules else built_in()
    if ends_in_prose(text, known):
        return text, NO_EDITS
    from newsclean.boilerplate.tail import find_tail

    lines = Lines.split(text)
    tail = find_tail(lines, known, load_weights("weights"))
    return _without(tail, text, lines, keep) if tail else (text, NO_EDITS)


def _without(tail: "Tail", text: str, lines: Lines, keep: Collection[str]) -> tuple[str, Edits]:
    """Return `text`, given its `lines`, without its tail, except for what stays of that; and the edits."""
    left = [text[: lines.starts[tail.start]]]
    gone = array("I")
    reasons: list[str] = []
    blank = repeat(tail.reasons[-1])  # for blank lines at the end
    below = zip(islice(lines, tail.start, None), chain(tail.reasons, blank), strict=False)
    for place, (line, reason) in enumerate(below, tail.start):
        # A kept blank line must not make one line ending of a CR before it and its own LF.
        joins = line == "\n" and left[-1].endswith("\r")
        stays = place in tail.credits or reason.partition(":")[0] in keep
        if stays and not joins:
            left.append(line)
        else:
            gone.append(place)
            reasons.append(reason)
    numbers = array("I", (place + 1 for place in gone))
    return "".join(left), Edits(Batch(numbers, lines.some(gone), [None] * len(gone), reasons))


def _is_one_line(text: str) -> bool:
    return text.find("\n", 0, -1) < 0 and text.find("\r", 0, -1) < 0


def check(keep: Collection[str], rules: Sequence[str | PathLike[str]]) -> None:
    """Raise `NewscleanError` for an unknown category and for a faulty rule file."""
    for category in keep:
        if category not in CATEGORIES:
            raise NewscleanError(f"unknown category {category!r}; known: {', '.join(CATEGORIES)}")
    if rules:
        with_own(rules)


def with_own(rules: Sequence[str | PathLike[str]]) -> Matcher:
    """Return the matcher of the built-in rules and those of the files at `rules`."""
    paths = tuple(os.fspath(path) for path in rules)
    return _loaded(paths, tuple(map(_state, paths)))


@lru_cache(maxsize=8)
def _loaded(paths: tuple[str, ...], states: tuple[object, ...]) -> Matcher:
    """Return the matcher of the rules at `paths`, which are read again only if their `states` have changed.

    A corpus has many articles, and a pipe can be read only once.
    """
    from newsclean.boilerplate.index import load_with
    from newsclean.boilerplate.rules import Rule, load_rules

    own: list[Rule] = []
    taken = built_in().ids()
    for path in paths:
        for rule in load_rules([path]):
            # The user's rules are known by their ids, so a built-in rule of that id would decide as they do.
            if rule.id in taken:
                raise NewscleanError(f"rules {path}: [{rule.id}]: another rule has this name; choose another")
            taken.add(rule.id)
            own.append(rule)
    return load_with(own)


def _state(path: str) -> tuple[int, ...]:
    """Return values that change when a rule file does; none if there is no such file."""
    try:
        now = os.stat(path)
    except OSError:
        return ()
    is_file = stat.S_ISREG(now.st_mode)
    return (now.st_dev, now.st_ino, *((now.st_size, now.st_mtime_ns) if is_file else ()))


@lru_cache
def built_in() -> Matcher:
    """Return the matcher of the built-in rules."""
    return load_matcher()
