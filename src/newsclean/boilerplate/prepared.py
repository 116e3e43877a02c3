"""The built-in rules in the form in which an article meets them: read in two milliseconds, checked before.

TOML is slow to read in Python, and so is checking hundreds of rules against their examples.  Beside
`rules/LANG.toml` stand `rules/prepared.tsv`, a row a rule (category, id, pattern), and `rules/anchors.tsv`,
the keys of `matcher.index_anchors`, a blank line, and in the same order the rows that they lead to: a file of
thousands of rows is parted quickly only if no row is touched by itself.
`python tools/prepare_rules.py` writes both, a test holds them to their sources.
"""

import os

from newsclean.boilerplate.matcher import Matcher, index_anchors
from newsclean.boilerplate.rules import Rule

FOLDER = os.path.join(os.path.dirname(__file__), "rules")
RULES, ANCHORS = "prepared.tsv", "anchors.tsv"


def load_matcher(own: list[Rule]) -> Matcher:
    """Return the matcher of the built-in rules and the user's own."""
    rules = _read(RULES).split(b"\n")
    keys, anchors = _read(ANCHORS).split(b"\n\n")
    rows = dict(zip(keys.decode().split("\n"), anchors.split(b"\n"), strict=True))
    for key, row in index_anchors(own, start=len(rules)).items() if own else ():
        rows[key] = rows[key] + b"\t" + row if key in rows else row
    rules += [f"{rule.category}\t{rule.id}\t{rule.pattern}".encode() for rule in own]
    return Matcher(rules, rows, len(own))


def _read(name: str) -> bytes:
    with open(os.path.join(FOLDER, name), "rb") as file:
        return file.read().removesuffix(b"\n")


def prepare(rules: list[Rule]) -> dict[str, str]:
    """Return the text of each prepared file by its name, for rules in the order of `list_rules`."""
    rows = sorted(index_anchors(rules).items())
    return {
        RULES: "".join(f"{rule.category}\t{rule.id}\t{rule.pattern}\n" for rule in rules),
        ANCHORS: "\n".join([*(key for key, _ in rows), "", *(row.decode() for _, row in rows), ""]),
    }
