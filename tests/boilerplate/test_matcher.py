"""Looking for anchors first finds exactly the rules that trying every pattern finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.boilerplate.fold import examined, split_words
from newsclean.boilerplate.matcher import Hit
from newsclean.boilerplate.prepared import load_matcher
from newsclean.boilerplate.rules import Rule, built_in_and_own

RULES = list(built_in_and_own())
PATTERNS = [(rule, re.compile(rule.pattern)) for rule in RULES]
LINES = sorted({line for rule in RULES for line in (*rule.matches, *rule.spares)})
LANGUAGES = sorted({rule.language for rule in RULES})
BUILT_IN = load_matcher()
# What joins pieces of examples: signs that separate words, in ASCII and beyond, and some that do not.
JOINTS = [" ", " ", " ", ", ", ": ", "_", "-", "•", " → ", "’", ' "', '" ', " '", "' ", "\xa0", "é", "3", ""]


def met(rules: list[tuple[Rule, re.Pattern[str]]], text: str) -> list[Hit]:
    found = [(rule, pattern.search(text)) for rule, pattern in rules]
    return [Hit(rule.category, rule.id, match.start(), match.end()) for rule, match in found if match]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_rule_is_missed(language: str) -> None:
    rules = [(rule, pattern) for rule, pattern in PATTERNS if rule.language == language]
    own = {rule.id for rule, _ in rules}
    for line in LINES:
        text = examined(line)
        hits = BUILT_IN.hits(text, split_words(text))
        assert [hit for hit in hits if hit.id in own] == met(rules, text), line


@st.composite
def patchworks(draw: st.DrawFn) -> str:
    """Lines put together from pieces of rules' examples."""
    line = ""
    for _ in range(draw(st.integers(1, 5))):
        example = draw(st.sampled_from(LINES))
        start = draw(st.integers(0, len(example)))
        line += example[start : start + draw(st.integers(1, 60))] + draw(st.sampled_from(JOINTS))
    return line


@given(patchworks())
def test_no_rule_is_missed_in_a_patchwork(line: str) -> None:
    text = examined(line)
    words = split_words(text)
    # A matcher that has read nothing narrows each pattern to the line; the other one has compiled many whole.
    assert load_matcher().hits(text, words) == BUILT_IN.hits(text, words) == met(PATTERNS, text)
