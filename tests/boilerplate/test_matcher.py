"""Looking for anchors first finds the very rules that trying every pattern finds."""

import re

import pytest

from newsclean.boilerplate.matcher import WORD
from newsclean.boilerplate.prepared import matcher
from newsclean.boilerplate.rules import Rule, examined, list_rules

RULES = list(list_rules())
LINES = sorted({line for rule in RULES for line in (*rule.matches, *rule.spares)})
LANGUAGES = sorted({rule.language for rule in RULES})


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_is_missed(language: str) -> None:
    built_in = matcher([])
    patterns: list[tuple[Rule, re.Pattern[str]]] = [
        (rule, re.compile(rule.pattern)) for rule in RULES if rule.language == language
    ]
    own = {rule.id for rule, _ in patterns}
    for line in LINES:
        text = examined(line)
        met = {rule.id for rule, pattern in patterns if pattern.search(text)}
        assert {hit.id for hit in built_in.hits(text, WORD.findall(text))} & own == met, line
