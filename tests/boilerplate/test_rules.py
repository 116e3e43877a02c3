"""Loading and refusing rule files."""

from pathlib import Path

import pytest

from newsclean.boilerplate.fold import OPENS
from newsclean.boilerplate.patterns import Anchor
from newsclean.boilerplate.rules import load_rules
from newsclean.edits import NewscleanError

GOOD = {
    "category": '"donation"',
    "pattern": r"'''\bbuy us a coffee\b'''",
    "matches": '["Buy us a coffee!", "Please buy us a coffee."]',
    "spares": '["She wanted to buy a coffee."]',
}


def rule_file(folder: Path, **changes: str | None) -> Path:
    table = {key: value for key, value in {**GOOD, **changes}.items() if value is not None}
    path = folder / "own.toml"
    path.write_text("[coffee]\n" + "".join(f"{key} = {value}\n" for key, value in table.items()), "utf-8")
    return path


def test_a_rule_file_is_loaded(tmp_path: Path) -> None:
    [rule] = load_rules([rule_file(tmp_path, note='"why so"')])
    assert (rule.id, rule.category, rule.language, rule.note) == ("coffee", "donation", "own", "why so")
    assert rule.anchors == {Anchor("buy us a cof", OPENS)}


FAULTS = [
    ({"pattrn": '"x"'}, "unknown key 'pattrn'"),
    ({"category": '"donations"'}, "category 'donations' is none of donation, membership"),
    ({"category": None}, "category is missing"),
    ({"spares": None}, "spares is missing"),
    ({"spares": "[]"}, "spares needs 1"),
    ({"matches": '["Buy us a coffee"]'}, "matches needs 2"),
    ({"matches": '"Buy us a coffee"'}, "matches is not a list"),
    ({"note": "3"}, "note is not a string"),
    ({"pattern": "3"}, "pattern is not a string"),
    ({"matches": '["Buy us a coffee", "Buy us tea"]'}, "does not match its own example 'Buy us tea'"),
    ({"spares": '["Buy us a coffee, he begged."]'}, "which it should spare"),
    ({"pattern": "'Buy us a coffee'"}, "'B' never stands in a folded line; write 'b'"),
    ({"pattern": "'buy us a “coffee'"}, "never stands in a folded line"),
    ({"pattern": "'buy.*coffee'"}, "repeats without bound"),
    ({"pattern": "'buy.+coffee'"}, "repeats without bound"),
    ({"pattern": "'buy.{3,}coffee'"}, "write both bounds"),
    ({"pattern": "'buy.{0,900}coffee'"}, "more than 200"),
    ({"pattern": "'(?:buy (?:us ){0,9}){0,9}coffee'"}, "make gaps narrower"),
    ({"pattern": "'(?:ab|ab){0,40}buy us a coffee'"}, "make gaps narrower"),
    ({"pattern": "'(?:ba|b|a){0,40}buy us a coffee'"}, "make gaps narrower"),
    ({"pattern": "'" + r"(?:\w|a){0,40}" + "buy us a coffee'"}, "make gaps narrower"),
    ({"pattern": "'" + "(?:ab|[ac]b)" * 20 + "buy us a coffee'"}, "make gaps narrower"),
    ({"pattern": "'" + "(?:ab)?" * 20 + "buy us a coffee'"}, "make gaps narrower"),
    ({"pattern": "'buy(?= us)'"}, "not supported"),
    ({"pattern": "'(?i)buy'"}, "not supported"),
    ({"pattern": r"'(b)uy\1'"}, "not supported"),
    ({"pattern": "'buy (us'"}, "unbalanced"),
    ({"pattern": "'buy) us'"}, "unbalanced"),
    ({"pattern": "'buy [us'"}, "ends in the middle"),
    ({"pattern": "'.{0,60}.{0,60}.{0,60}buy us a coffee'"}, "make gaps narrower"),
    ({"pattern": r"'\w{3} \d{2}'"}, "no plain word"),
]


@pytest.mark.parametrize(("change", "message"), FAULTS)
def test_a_fault_is_told_with_file_and_rule(
    tmp_path: Path, change: dict[str, str | None], message: str
) -> None:
    path = rule_file(tmp_path, **change)
    with pytest.raises(NewscleanError) as error:
        load_rules([path])
    assert f"rules {path}: [coffee]: " in str(error.value)
    assert message in str(error.value)


def test_a_missing_file_and_broken_toml_are_told(tmp_path: Path) -> None:
    with pytest.raises(NewscleanError, match=r"none\.toml: No such file"):
        load_rules([tmp_path / "none.toml"])
    (tmp_path / "broken.toml").write_text("[coffee\n", "utf-8")
    with pytest.raises(NewscleanError, match=r"broken\.toml: .*line 1"):
        load_rules([tmp_path / "broken.toml"])
