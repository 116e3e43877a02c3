"""Load rules from TOML, and check each against its own examples.

A rule file names its language (`en.toml`) and holds one table a rule, whose name is the rule's id:

    [support-our-journalism]
    category = "donation"
    pattern  = '''\\bsupport (?:our|independent) journalism\\b'''
    matches  = ["Support our journalism today.", "Please support independent journalism."]
    spares   = ["The fund was set up to support journalism students."]
    note     = "optional: why so narrow"

`pattern` is matched against the folded line (`fold.py`): lower case, straight quotes and dashes, single
spaces, no speech.  Its dialect is that of `patterns.py`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from os import PathLike
from typing import TYPE_CHECKING, Any, NamedTuple

from newsclean.boilerplate.fold import examined, fold
from newsclean.boilerplate.matcher import CREDIT
from newsclean.edits import CATEGORIES, NewscleanError

if TYPE_CHECKING:
    from pathlib import Path  # slow to import

    from newsclean.boilerplate.anchors import Anchor

_RANK = {category: rank for rank, category in enumerate((*CATEGORIES, CREDIT))}
_TEXTS = ("category", "pattern", "note")
_LISTS = {"matches": 2, "spares": 1}  # and how many examples each must give


class Alternative(NamedTuple):
    """One alternative of a rule's pattern: see `patterns.alternatives` and what `anchors` finds in it."""

    pattern: str
    needs: tuple[str, ...]
    anchors: frozenset["Anchor"]  # quoting the whole type would cost a tenth of a plain start: it is compiled


class Rule(NamedTuple):
    """One rule.  `language` is the name of its file without `.toml`."""

    id: str
    category: str
    language: str
    pattern: str
    matches: tuple[str, ...]
    spares: tuple[str, ...]
    note: str

    @property
    def alternatives(self) -> tuple[Alternative, ...]:
        """The alternatives of its pattern; raises `PatternError` for one outside the dialect."""
        return _alternatives(self.pattern)

    @property
    def anchors(self) -> frozenset["Anchor"]:
        """The anchors of all alternatives."""
        return frozenset().union(*(each.anchors for each in self.alternatives))


@lru_cache(2048)  # asked for on loading, for the table of rules, and for that of anchors
def _alternatives(pattern: str) -> tuple[Alternative, ...]:
    from newsclean.boilerplate.patterns import alternatives, parse

    return tuple(map(_alternative, alternatives(parse(pattern))))


def _alternative(pattern: str) -> Alternative:
    from newsclean.boilerplate.anchors import anchors, needs
    from newsclean.boilerplate.patterns import parse

    node = parse(pattern)
    found = anchors(node)  # raises PatternError if there is nothing to look for
    return Alternative(pattern, needs(node), found)


def built_in_and_own(paths: Sequence[str | PathLike[str]] = ()) -> Iterator[Rule]:
    """Yield the built-in rules and those of the files at `paths`, sorted by category, language and id.

    Of the built-in rules only the form is checked; the full check takes seconds and was done when they were
    prepared.
    """
    built_in = [rule for path in built_in_files() for rule in _read(path)]
    yield from sorted([*built_in, *load_rules(paths)], key=order)


def built_in_files() -> list["Path"]:
    """Return the files of the built-in rules."""
    from pathlib import Path

    return sorted((Path(__file__).parent / "rules").glob("*.toml"))


def order(rule: Rule) -> tuple[int, str, str]:
    """Return the key by which rules are sorted: category, language, id."""
    return _RANK[rule.category], rule.language, rule.id


def load_rules(paths: Iterable[str | PathLike[str]]) -> list[Rule]:
    """Load and check rule files, in order; raises `NewscleanError` naming the file and the rule at fault."""
    from pathlib import Path

    rules: list[Rule] = []
    for path in map(Path, paths):
        for rule in _read(path):
            with _named(path, rule.id):
                _check(rule)
            rules.append(rule)
    return rules


def _read(path: "Path") -> list[Rule]:
    """Return the rules of a file; only their form is checked."""
    import tomllib

    try:
        tables = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise NewscleanError(f"rules {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        byte = f"byte 0x{error.object[error.start]:02x} at offset {error.start}"
        raise NewscleanError(f"rules {path}: is not UTF-8: {byte} does not fit") from error
    except (ValueError, RecursionError) as error:
        raise NewscleanError(f"rules {path}: {_reason(error)}") from error
    rules = []
    for name, table in tables.items():
        with _named(path, name):
            rules.append(_rule(name, path.stem, table))
    return rules


@contextmanager
def _named(path: "Path", name: str) -> Iterator[None]:
    """Turn an error about a rule into a `NewscleanError` that names the file and the rule."""
    try:
        yield
    except (ValueError, RecursionError) as error:
        fault = f"[{name}]: {_reason(error)}".replace("\n", "\\n").replace("\r", "\\r")  # on one line
        raise NewscleanError(f"rules {path}: {fault}") from error


def _reason(error: Exception) -> str:
    return "is nested too deeply" if isinstance(error, RecursionError) else str(error)


def _rule(name: str, language: str, table: Any) -> Rule:
    if not isinstance(table, dict):
        raise ValueError("is not a table; a rule is one, and its name is the rule's")
    if not name.isprintable():  # a tab in a name would break the rows of the matcher
        raise ValueError("has a name that cannot be printed")
    _check_keys(table)
    if table["category"] not in (*CATEGORIES, CREDIT):
        raise ValueError(f"category {table['category']!r} is none of {', '.join((*CATEGORIES, CREDIT))}")
    return Rule(
        name,
        table["category"],
        language,
        table["pattern"],
        tuple(table["matches"]),
        tuple(table["spares"]),
        table.get("note", ""),
    )


def _check(rule: Rule) -> None:
    """Raise ValueError for a pattern outside the dialect, or for an example that the rule gets wrong."""
    from newsclean.boilerplate.patterns import PatternError, parse
    from newsclean.boilerplate.steps import check_steps

    try:
        check_steps(parse(rule.pattern))
        compiled = re.compile(rule.pattern)
        _check_folded(rule.pattern)
        anchors = rule.anchors
    except (PatternError, re.error) as error:
        raise ValueError(f"pattern: {error}") from error
    _check_examples(rule, compiled, anchors)


def _check_keys(table: dict[str, Any]) -> None:
    unknown = table.keys() - {*_TEXTS, *_LISTS}
    if unknown:
        raise ValueError(f"unknown key {min(unknown)!r}")
    for key in ("category", "pattern", *_LISTS):
        if key not in table:
            raise ValueError(f"{key} is missing")
    for key in _TEXTS:
        if not isinstance(table.get(key, ""), str):
            raise ValueError(f"{key} is not a string")
    for key, least in _LISTS.items():
        examples = table[key]
        if not isinstance(examples, list) or not all(isinstance(example, str) for example in examples):
            raise ValueError(f"{key} is not a list of strings")
        if len(examples) < least:
            raise ValueError(f"{key} needs {least} or more examples")


def _check_folded(pattern: str) -> None:
    """Refuse characters that no folded line holds, so that the pattern could never match them."""
    for char in dict.fromkeys(pattern):
        folded = fold(char)
        if char not in (folded, " ") and not (char.isalpha() and char.isascii() and f"\\{char}" in pattern):
            raise ValueError(f"pattern: {char!r} never stands in a folded line; write {folded!r}")


def _check_examples(rule: Rule, compiled: re.Pattern[str], anchors: frozenset["Anchor"]) -> None:
    for example in rule.matches:
        if not compiled.search(examined(example)):
            raise ValueError(f"does not match its own example {example!r}, read as {examined(example)!r}")
        if not any(anchor.text in examined(example) for anchor in anchors):
            raise ValueError(f"finds no plain word in its own example {example!r}")
    for example in rule.spares:
        if compiled.search(examined(example)):
            raise ValueError(f"matches {example!r}, which it should spare")
