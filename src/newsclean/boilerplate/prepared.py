"""The built-in rules in the form in which an article meets them: read in two milliseconds, checked before.

TOML is slow to read in Python, and so is checking hundreds of rules against their examples.  Beside
`rules/LANG.toml` stand `rules/prepared.tsv`, a row a rule (category, id, pattern), and `rules/anchors.tsv`,
two lines for each key of `matcher.index_anchors`, the key and the row that it leads to: a file of thousands
of rows is parted quickly only if no row is touched by itself.
`python tools/prepare_rules.py` writes both, a test holds them to their sources.
"""

import os

from newsclean.boilerplate.matcher import Matcher, index_anchors
from newsclean.boilerplate.rules import Rule

FOLDER = os.path.join(os.path.dirname(__file__), "rules")
RULES, ANCHORS = "prepared.tsv", "anchors.tsv"


def load_matcher(own: list[Rule]) -> Matcher:
    """Return the matcher of the built-in rules and the user's own."""
    cells = _read(RULES).decode().replace("\n", "\t").split("\t")
    rules = list(zip(cells[::3], cells[1::3], cells[2::3], strict=True))
    lines = _read(ANCHORS).split(b"\n")
    keys = b"\n".join(lines[::2]).decode().split("\n")
    rows = dict(zip(keys, lines[1::2], strict=True))
    for key, row in index_anchors(own, start=len(rules)).items() if own else ():
        rows[key] = rows[key] + b"\t" + row if key in rows else row
    return Matcher([*rules, *((rule.category, rule.id, rule.pattern) for rule in own)], rows, len(own))


def _read(name: str) -> bytes:
    with open(os.path.join(FOLDER, name), "rb") as file:
        return file.read().removesuffix(b"\n")


def prepare(rules: list[Rule]) -> dict[str, str]:
    """Return the text of each prepared file by its name, for rules in the order of `list_rules`."""
    rows = sorted(index_anchors(rules).items())
    return {
        RULES: "".join(f"{rule.category}\t{rule.id}\t{rule.pattern}\n" for rule in rules),
        ANCHORS: "".join(f"{key}\n{row.decode()}\n" for key, row in rows),
    }
