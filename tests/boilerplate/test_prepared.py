"""The prepared rules are those of the TOML files."""

from newsclean.boilerplate.prepared import built_in_rules
from newsclean.boilerplate.rules import Rule, list_rules


def bare(rule: Rule) -> Rule:
    return rule._replace(matches=(), spares=(), note="")


def test_the_prepared_rules_are_up_to_date() -> None:
    assert built_in_rules() == [*map(bare, list_rules())], "run: python tools/prepare_rules.py"
