"""Every rule keeps its own examples; adding a rule file adds its tests."""

import re

import pytest

from newsclean.boilerplate.fold import examined
from newsclean.boilerplate.rules import Rule, built_in_and_own

RULES = list(built_in_and_own())
MATCHES = [(rule, line) for rule in RULES for line in rule.matches]
SPARES = [(rule, line) for rule in RULES for line in rule.spares]


def name(value: object) -> str:
    return f"{value.language}:{value.id}" if isinstance(value, Rule) else ""


@pytest.mark.parametrize(("rule", "line"), MATCHES, ids=name)
def test_rule_matches(rule: Rule, line: str) -> None:
    text = examined(line)
    assert re.search(rule.pattern, text)
    assert any(anchor.text in text for anchor in rule.anchors)


@pytest.mark.parametrize(("rule", "line"), SPARES, ids=name)
def test_rule_spares(rule: Rule, line: str) -> None:
    assert not re.search(rule.pattern, examined(line))


def test_ids_are_unique() -> None:
    assert len({rule.id for rule in RULES}) == len(RULES)
