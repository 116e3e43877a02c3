"""The built-in rules in the form in which an article meets them: read in a millisecond, checked before.

TOML is slow to read in Python, and so is checking five hundred rules against their examples.  Beside each
`rules/LANG.toml` stands `rules/LANG.tsv` with what matching needs: category, id, pattern, anchors, parted
by tabs.  `python tools/prepare_rules.py` writes those files, a test holds them to their sources.
"""

import os

from newsclean.boilerplate.rules import Rule, order

FOLDER = os.path.join(os.path.dirname(__file__), "rules")  # noqa: PTH118, PTH120  pathlib is slow to import


def built_in_rules() -> list[Rule]:
    """Return the built-in rules in the order of `list_rules`, without examples and notes."""
    rules: list[Rule] = []
    for name in os.listdir(FOLDER):  # noqa: PTH208
        language, _, suffix = name.partition(".")
        if suffix == "tsv":
            with open(os.path.join(FOLDER, name), encoding="utf-8") as file:  # noqa: PTH118, PTH123
                rules += [_rule(language, line) for line in file]
    return sorted(rules, key=order)


def _rule(language: str, line: str) -> Rule:
    category, name, pattern, *anchors = line.rstrip("\n").split("\t")
    return Rule(name, category, language, pattern, (), (), "", frozenset(anchors))


def prepare(rules: list[Rule]) -> str:
    """Return the text of the file from which these rules can be read again."""
    return "".join(
        "\t".join((rule.category, rule.id, rule.pattern, *sorted(rule.anchors))) + "\n" for rule in rules
    )
