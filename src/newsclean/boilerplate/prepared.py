"""The built-in rules in prepared form: checked and indexed beforehand, so that they are quick to load.

TOML is slow to read in Python, and so is checking hundreds of rules against their examples.  Beside
`rules/LANG.toml` stand `rules/prepared.tsv`, the rows of `index.rule_rows`, and `rules/anchors.tsv`: the
names of the pages of `index.index_anchors`, a line each, and in the same order the pages, with a form feed
before each (to part them at two bytes takes five times as long).  The pages are parted by the matcher when a
line needs them: parting thousands of rows would take as long as the rest of a plain start.
`python tools/prepare_rules.py` writes both files, and a test compares them with their sources.
"""

import os

from newsclean.boilerplate.matcher import Matcher

FOLDER = os.path.join(os.path.dirname(__file__), "rules")
RULES, ANCHORS = "prepared.tsv", "anchors.tsv"
PAGE_BREAK = b"\f"


def load_matcher() -> Matcher:
    """Return the matcher of the built-in rules."""
    return Matcher(*tables())


def tables() -> tuple[bytes, dict[str, bytes]]:
    """Return the rows of the built-in rules, and the pages of their anchors by name."""
    names, *pages = _read(ANCHORS).split(PAGE_BREAK)
    return _read(RULES), dict(zip(names.decode().splitlines(), pages, strict=True))


def _read(name: str) -> bytes:
    with open(os.path.join(FOLDER, name), "rb") as file:
        return file.read()
