"""A pattern narrowed to a line matches there what the whole one does."""

import re

import pytest

from newsclean.boilerplate.fold import examined
from newsclean.boilerplate.narrow import narrow
from newsclean.boilerplate.rules import built_in_and_own

RULES = list(built_in_and_own())
LANGUAGES = sorted({rule.language for rule in RULES})


@pytest.mark.parametrize(
    ("pattern", "text", "narrowed"),
    [
        (
            r"\b(?:support|fund) (?:our|independent) (?:work|newsroom)\b",
            "support our newsroom",
            r"\bsupport our newsroom\b",
        ),
        ("(?:give|donate) (?:now|today)", "donate now or today", "donate (?:now|today)"),
        ("(?:give|donate) (?:now|today)?", "donate to us", "donate "),
        ("(?:give|donate)(?: to us){0,2}", "donate", "donate"),
        ("(?:give|donate)(?: to us){1,2}", "donate", None),
        ("donations? (?:help|keep)", "a donation helps", "donations? help"),
        ("about (?:us|the (?:author|team))|meet the team", "about the author", "about the author"),
        (r"[$€(|]\d{1,3} (?:a|per) month", "$5 a month", r"[$€(|]\d{1,3} a month"),
        (r"\(c\)|©", "(c) 2024", r"\(c\)"),
        ("^(?:more|next)$", "nothing", None),
        ("a{2}b", "aab", "a{2}b"),
    ],
)
def test_what_is_left_is_what_the_line_may_meet(pattern: str, text: str, narrowed: str | None) -> None:
    assert narrow(pattern, text) == narrowed


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_narrowed_rule_matches_what_the_whole_one_does(language: str) -> None:
    rules = [rule for rule in RULES if rule.language == language]
    for at, rule in enumerate(rules):
        beside = rules[at - 1]  # examples of another rule hold some of the same words
        for each in rule.alternatives:
            whole = re.compile(each.pattern)
            for example in (*rule.matches, *rule.spares, *beside.matches):
                text = examined(example)
                narrowed = narrow(each.pattern, text)
                match = whole.search(text)
                found = re.compile(narrowed).search(text) if narrowed is not None else None
                assert (found and found.span()) == (match and match.span()), (each.pattern, text)
