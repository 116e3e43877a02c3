"""The built-in rules in the form in which an article meets them: read in two milliseconds, checked before.

TOML is slow to read in Python, and so is checking five hundred rules against their examples.  Beside
`rules/LANG.toml` stand `rules/prepared.tsv`, a row a rule (category, id, pattern), and `rules/anchors.tsv`,
a row for each key of `matcher.index_anchors` (the key, then anchors and numbers of rules in turn).
`python tools/prepare_rules.py` writes both, a test holds them to their sources.
"""

import os

from newsclean.boilerplate.matcher import Matcher, index_anchors
from newsclean.boilerplate.rules import Rule

FOLDER = os.path.join(os.path.dirname(__file__), "rules")  # noqa: PTH118, PTH120  pathlib is slow to import
RULES, ANCHORS = "prepared.tsv", "anchors.tsv"


def matcher(own: list[Rule]) -> Matcher:
    """Return the matcher of the built-in rules and the user's own."""
    rules: list[tuple[str, str, str]] = []
    for row in _read(RULES):
        category, name, pattern = row.split("\t")
        rules.append((category, name, pattern))
    rows = dict(row.split("\t", 1) for row in _read(ANCHORS))
    for key, row in index_anchors(own, start=len(rules)).items() if own else ():
        rows[key] = f"{rows[key]}\t{row}" if key in rows else row
    return Matcher([*rules, *((rule.category, rule.id, rule.pattern) for rule in own)], rows)


def _read(name: str) -> list[str]:
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:  # noqa: PTH118, PTH123
        return file.read().split("\n")[:-1]


def prepare(rules: list[Rule]) -> dict[str, str]:
    """Return the text of each prepared file by its name, for rules in the order of `list_rules`."""
    return {
        RULES: "".join(f"{rule.category}\t{rule.id}\t{rule.pattern}\n" for rule in rules),
        ANCHORS: "".join(f"{key}\t{row}\n" for key, row in sorted(index_anchors(rules).items())),
    }
