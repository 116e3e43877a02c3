"""Loading and refusing rule files."""

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest
from command import NEWSCLEAN

from newsclean import clean
from newsclean.boilerplate.anchors import Anchor, needs
from newsclean.boilerplate.patterns import alternatives, parse
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
    assert rule.anchors == {Anchor("buy us a cof", -1)}


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
    ({"matches": '["Buy us a coffee", "Buy us tea"]'}, "its own example 'Buy us tea', read as 'buy us tea'"),
    ({"spares": '["Buy us a coffee, he begged."]'}, "which it should spare"),
    ({"pattern": "'Buy us a coffee'"}, "'B' never stands in a folded line; write 'b'"),
    ({"pattern": "'buy us a “coffee'"}, "never stands in a folded line"),
    ({"pattern": "'buy us a[\\\t]coffee'"}, "never stands in a folded line"),
    ({"pattern": "'buy.*coffee'"}, "repeats without bound"),
    ({"pattern": "'buy.+coffee'"}, "repeats without bound"),
    ({"pattern": "'buy.{3,}coffee'"}, "write both bounds"),
    ({"pattern": "'buy.{0,900}coffee'"}, "more than 200 times: make the gap narrower"),
    ({"pattern": "'(?:buy (?:us ){0,9}){0,9}coffee'"}, "make gaps narrower"),
    ({"pattern": "'(?:ab|ab){0,40}buy us a coffee'"}, "make gaps narrower"),
    ({"pattern": "'(?:ba|b|a){0,40}buy us a coffee'"}, "make gaps narrower"),
    ({"pattern": "'" + r"(?:\w|a){0,40}" + "buy us a coffee'"}, "make gaps narrower"),
    ({"pattern": "'" + "(?:ab|[ac]b)" * 20 + "buy us a coffee'"}, "make gaps narrower"),
    ({"pattern": "'" + "(?:ab)?" * 20 + "buy us a coffee'"}, "make gaps narrower"),
    ({"pattern": "'" + "(?:a|aa)" * 20 + " buy us a coffee'"}, "make gaps narrower"),
    ({"pattern": "'" + "(?:a|aa)\\B" * 20 + " buy us a coffee'"}, "make gaps narrower"),
    ({"pattern": r"'\^.{0,100}.{0,199}buy us a coffee'"}, "make gaps narrower"),
    ({"pattern": "'buy(?= us)'"}, "not supported"),
    ({"pattern": "'(?i)buy'"}, "not supported"),
    ({"pattern": "'(?P<what>coffee)'"}, "not supported"),
    ({"pattern": r"'(b)uy\1'"}, "not supported"),
    ({"pattern": "'buy (us'"}, "unbalanced"),
    ({"pattern": "'buy) us'"}, "unbalanced"),
    ({"pattern": "'buy [us'"}, "[ needs ]"),
    ({"pattern": "'buy us|*coffee'"}, r"nothing to repeat before *: write \* for"),
    ({"pattern": r"'\b{2}uy us'"}, "an edge (^ $ \\b) cannot repeat"),
    ({"pattern": "'buy(?: us)?? a coffee'"}, "give one pair of bounds"),
    ({"pattern": r"'buy\Zus'"}, r"\Z is not supported: use \w"),
    ({"pattern": "'.{0,60}.{0,60}.{0,60}buy us a coffee'"}, "make gaps narrower"),
    ({"pattern": "'" + "(?:" * 5 + "a" + "){0,200}" * 5 + "buy us a coffee'"}, "make gaps narrower"),
    ({"pattern": "'" + "(?:" * 900 + "buy us a coffee" + ")" * 900 + "'"}, "nested too deeply"),
    ({"pattern": "'" + "buy us a coffee" * 100_000 + "'"}, "longer than 5,000 characters"),
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


@pytest.mark.parametrize(
    "pattern", ["(?:buy|buys) us a coffee" * 20, r"(?:a|as)\b " * 20 + "buy us a coffee", "buy us a coffee"]
)
def test_what_a_pattern_decides_at_once_takes_no_time(pattern: str) -> None:
    assert parse(pattern)


PARTED = [
    (r"\b(?:give|chip in)\b", [r"\bgive\b", r"\bchip in\b"]),
    (r"^(?:give|(?:do )?chip in(?: now)?)$", ["^give$", "^(?:do )?chip in(?: now)?$"]),
    (
        r"give us|\b(?:lend (?:us|me)|(?:hand|pass) me)",
        ["give us", r"\blend (?:us|me)", r"\b(?:hand|pass) me"],
    ),
    (r"(?:give|lend)(?: it)?", [r"(?:give|lend)(?: it)?"]),
    (r"\b(?:give us|lend us)?", [r"\b(?:give us|lend us)?"]),
    (r"give[- ]us\|me", [r"give[- ]us\|me"]),
]


@pytest.mark.parametrize(("pattern", "expected"), PARTED)
def test_a_choice_is_split(pattern: str, expected: list[str]) -> None:
    assert alternatives(parse(pattern)) == expected


NEEDED = [
    (r"\bbuy us a coffee\b", ()),
    (r"\bplease (?:.{0,20} )?(?:contribute|donate)\b", ("contribute", "donate")),
    (r"\bcontribute (?:.{0,20} )?(?:now|today)\b", ("now", "today")),
]


@pytest.mark.parametrize(("pattern", "expected"), NEEDED)
def test_a_pattern_needs_more_than_an_anchor(pattern: str, expected: tuple[str, ...]) -> None:
    assert needs(parse(pattern)) == expected


# A rule that no built-in one agrees with.
WIRELESS = {
    "category": '"share"',
    "pattern": r"'''\bhear it on our wireless\b'''",
    "matches": '["Hear it on our wireless!", "Do hear it on our wireless."]',
    "spares": '["They heard it on the wireless."]',
}
ARTICLE = "The bridge is closed until spring.\nNobody in the town knows why.\nHear it on our wireless!\n"
WATCH = """
import sys, newsclean
text = sys.argv.pop()
newsclean.clean(text, rules=[sys.argv[1]])  # loads what is loaded once
seen = []
sys.addaudithook(lambda event, arguments: seen.append((event, arguments[0])) if event in (
    "open", "compile", "exec", "import", "os.system", "os.exec", "os.posix_spawn", "subprocess.Popen",
    "os.listdir", "socket.connect", "pickle.find_class",
) else None)
result = newsclean.clean(text, rules=sys.argv[1:])
print([what for what in seen if "newsclean/boilerplate" not in str(what[1])])
print(result.edits[-1].reason)
"""


def test_a_rule_needs_a_name_of_its_own(tmp_path: Path) -> None:
    """Weights go by name, so the built-in rule would come to decide as the user's own does."""
    path = rule_file(tmp_path)
    renamed = path.read_text("utf-8").replace("[coffee]", "[newsletter-sign-up]")
    (tmp_path / "taken.toml").write_text(renamed, "utf-8")
    for files, name in (([tmp_path / "taken.toml"], "newsletter-sign-up"), ([path, path], "coffee")):
        with pytest.raises(NewscleanError, match=rf"\.toml: \[{name}\]: another rule has this name"):
            clean("text", rules=files)


def test_rules_are_data_that_nothing_evaluates(tmp_path: Path) -> None:
    text = rule_file(tmp_path, **WIRELESS).read_text("utf-8")
    plain = rule_file(tmp_path)
    evil = tmp_path / "evil.toml"
    code = "__import__('os').system('touch owned')"
    evil.write_text(
        text.replace("[coffee]", f'["{code}"]')
        + f'note = """{{{code}}} %(x)s ${{HOME}} `id` /etc/passwd !!python"""\n',
        "utf-8",
    )
    done = subprocess.run(
        [sys.executable, "-c", WATCH, plain, evil, ARTICLE],
        cwd=tmp_path,
        capture_output=True,
        check=True,
        text=True,
    )
    opened, reason = done.stdout.splitlines()
    assert ast.literal_eval(opened) == [("open", str(plain)), ("open", str(evil))]
    assert reason == f"share:{code}"
    assert not (tmp_path / "owned").exists()


def test_a_changed_rule_file_counts_at_once(tmp_path: Path) -> None:
    for category in ("donation", "share"):
        path = rule_file(tmp_path, **WIRELESS | {"category": f'"{category}"'})
        assert clean(ARTICLE, rules=path).edits[-1].reason == f"{category}:coffee"
    path.unlink()
    with pytest.raises(NewscleanError, match="No such file"):
        clean(ARTICLE, rules=path)


def test_rules_may_come_from_a_pipe(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "a.jsonl").write_text(json.dumps({"text": ARTICLE}), "utf-8")
    rule_file(tmp_path, **WIRELESS)
    for way in ("a.txt", "--jsonl -j 2 a.jsonl"):
        script = f'"$0" --rules <(cat own.toml) {way}'
        done = subprocess.run(
            ["bash", "-c", script, NEWSCLEAN], cwd=tmp_path, capture_output=True, check=True, text=True
        )
        assert "Nobody in the town" in done.stdout
        assert "wireless" not in done.stdout


def test_a_rule_file_may_begin_with_a_byte_order_mark(tmp_path: Path) -> None:
    path = rule_file(tmp_path)
    rules = load_rules([path])
    path.write_text(path.read_text("utf-8"), "utf-8-sig", newline="\r\n")
    assert load_rules([path]) == rules


def test_a_missing_file_and_broken_toml_are_told(tmp_path: Path) -> None:
    with pytest.raises(NewscleanError, match=r"none\.toml: No such file"):
        load_rules([tmp_path / "none.toml"])
    (tmp_path / "latin.toml").write_bytes(b"# caf\xe9\n")
    with pytest.raises(NewscleanError, match=r"latin\.toml: is not UTF-8: byte 0xe9 at offset 5"):
        load_rules([tmp_path / "latin.toml"])
    (tmp_path / "broken.toml").write_text("[coffee\n", "utf-8")
    with pytest.raises(NewscleanError, match=r"broken\.toml: .*line 1"):
        load_rules([tmp_path / "broken.toml"])
    (tmp_path / "deep.toml").write_text("coffee = " + "[" * 5000, "utf-8")
    with pytest.raises(NewscleanError, match=r"deep\.toml: is nested too deeply"):
        load_rules([tmp_path / "deep.toml"])


def test_a_name_that_cannot_be_printed_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text(rule_file(tmp_path).read_text("utf-8").replace("[coffee]", '["cof\\tfee"]'), "utf-8")
    with pytest.raises(NewscleanError, match="cannot be printed"):
        clean("text", rules=path)
