"""The built-in rules in prepared form: checked and indexed beforehand, so that they are quick to load.

TOML is slow to read in Python, and so is checking hundreds of rules against their examples.  Beside
`rules/LANG.toml` stand `rules/prepared.tsv`, the rows of `matcher.rule_rows`, and `rules/anchors.tsv`: the
names of the pages of `matcher.index_anchors`, a line each, and in the same order the pages, with a blank line
before each.  The pages are parted by the matcher when a line needs them: parting thousands of rows would take
as long as the rest of a plain start.  `python tools/prepare_rules.py` writes both files, and a test compares
them with their sources.
"""

import os

from newsclean.boilerplate.matcher import Matcher, index_anchors, rule_rows
from newsclean.boilerplate.rules import Rule, built_in_files, load_rules, order

FOLDER = os.path.join(os.path.dirname(__file__), "rules")
RULES, ANCHORS = "prepared.tsv", "anchors.tsv"


def load_matcher(own: list[Rule]) -> Matcher:
    """Return the matcher of the built-in rules and the user's own."""
    rules = _read(RULES)
    names, *texts = _read(ANCHORS).removesuffix(b"\n").split(b"\n\n")
    pages = dict(zip(names.decode().split("\n"), texts, strict=True))
    for name, page in index_anchors(own, start=len(rules)).items() if own else ():
        pages[name] = pages[name] + b"\n" + page if name in pages else page
    return Matcher(rules + rule_rows(own), pages, len(rules))


def _read(name: str) -> bytes:
    with open(os.path.join(FOLDER, name), "rb") as file:
        return file.read()


def prepare() -> dict[str, str]:
    """Return the text of each prepared file by its name; raises `NewscleanError` for a faulty rule."""
    rules = sorted(load_rules(built_in_files()), key=order)
    pages = sorted(index_anchors(rules).items())
    names = "\n".join(name for name, _ in pages)
    return {
        RULES: rule_rows(rules).decode(),
        ANCHORS: "\n\n".join([names, *(page.decode() for _, page in pages)]) + "\n",
    }
