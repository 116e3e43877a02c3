"""The built-in rules in prepared form: checked and indexed beforehand, so that they are quick to load.

TOML is slow to read in Python, and so is checking hundreds of rules against their examples.  Beside
`rules/LANG.toml` stand `rules/prepared.tsv`, the rows of `index.rule_rows`, and `rules/anchors.tsv`: the
names of the pages of `index.index_anchors`, a line each, and in the same order the pages, with a blank line
before each.  The pages are parted by the matcher when a line needs them: parting thousands of rows would take
as long as the rest of a plain start.  `python tools/prepare_rules.py` writes both files, and a test compares
them with their sources.
"""

import os
from typing import TYPE_CHECKING

from newsclean.boilerplate.matcher import Matcher

if TYPE_CHECKING:
    from newsclean.boilerplate.rules import Rule

FOLDER = os.path.join(os.path.dirname(__file__), "rules")
RULES, ANCHORS = "prepared.tsv", "anchors.tsv"


def load_matcher(own: list["Rule"]) -> Matcher:
    """Return the matcher of the built-in rules and the user's own."""
    rules = _read(RULES)
    names, *texts = _read(ANCHORS).removesuffix(b"\n").split(b"\n\n")
    pages = dict(zip(names.decode().split("\n"), texts, strict=True))
    if not own:
        return Matcher(rules, pages)
    from newsclean.boilerplate.index import index_anchors, rule_rows

    for name, page in index_anchors(own, start=len(rules)).items():
        pages[name] = pages[name] + b"\n" + page if name in pages else page
    return Matcher(rules + rule_rows(own), pages, len(rules))


def _read(name: str) -> bytes:
    with open(os.path.join(FOLDER, name), "rb") as file:
        return file.read()
