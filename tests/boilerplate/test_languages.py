"""What the rules of every language other than English hold to."""

import re

import pytest

from newsclean.boilerplate.rules import CREDIT, examined, list_rules

RULES = [rule for rule in list_rules() if rule.language != "en" and rule.category != CREDIT]
LANGUAGES = sorted({rule.language for rule in RULES})
SPARED = {line: examined(line) for rule in list_rules() for line in rule.spares}
COMMON = "donation membership subscription newsletter share related comments copyright"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_knows_the_common_tails(language: str) -> None:
    assert {rule.category for rule in RULES if rule.language == language} >= set(COMMON.split())


def test_an_id_tells_its_language() -> None:
    assert [rule.id for rule in RULES if not rule.id.startswith(f"{rule.language}-")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_spare_what_the_rules_of_any_language_spare(language: str) -> None:
    # A text is matched against the rules of all languages, and news reads alike in several.
    own = [(rule.id, re.compile(rule.pattern)) for rule in RULES if rule.language == language]
    assert [(name, line) for line, text in SPARED.items() for name, found in own if found.search(text)] == []
