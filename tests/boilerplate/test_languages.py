"""What the rules of every language other than English hold to."""

import re

import pytest

from newsclean.boilerplate.rules import CREDIT, Rule, examined, list_rules

RULES = [rule for rule in list_rules() if rule.language != "en" and rule.category != CREDIT]
LANGUAGES = sorted({rule.language for rule in RULES})
SPARED = {line: examined(line) for rule in list_rules() for line in rule.spares}
EXPECTED = {"donation", "membership", "subscription", "newsletter", "share", "related", "comments", "copyright"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_knows_the_common_tails(language: str) -> None:
    assert {rule.category for rule in RULES if rule.language == language} >= EXPECTED


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_an_id_tells_its_language(rule: Rule) -> None:
    assert rule.id.startswith(f"{rule.language}-")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_rule_spares_what_any_rule_spares(rule: Rule) -> None:
    # A text is matched against the rules of all languages, and news reads alike in several.
    found = re.compile(rule.pattern)
    assert [line for line, text in SPARED.items() if found.search(text)] == []
