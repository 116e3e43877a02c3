"""The built-in rules in prepared form: checked and indexed beforehand, so that they load fast.

Reading TOML is slow in Python, and so is checking hundreds of rules against their examples.
`tables/rules.tsv` has the rows of `index.rule_rows`, `tables/anchors.tsv` the pages of `index.index_anchors`.
`python tools/prepare_rules.py` writes both, and a test compares them with their sources.
"""

from newsclean.boilerplate.matcher import Matcher
from newsclean.boilerplate.pages import Pages, load

RULES, ANCHORS = "rules.tsv", "anchors.tsv"


def load_matcher() -> Matcher:
    """Return the matcher of the built-in rules."""
    return Matcher(load(RULES), Pages(load(ANCHORS)))
