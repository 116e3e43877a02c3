"""What is said on standard error, and what the JSON report holds."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from command import NEWSCLEAN, Outcome, newsclean

from newsclean import Damage, Edit, Result
from newsclean.decode import decoded_text
from newsclean.messages import visible
from newsclean.report import list_edits, listing, looks_like_html, looks_like_json_lines, warn

BROKEN = "The councilâ€™s plan is late, and nobody on the board has said why.\n"
INTACT = "The bridge will open in spring, the council said on Monday evening.\n"
TAIL = "Support our journalism today.\nDonate now\n"
ARTICLE = BROKEN + INTACT * 4 + TAIL
CLEAN = BROKEN.replace("â€™", "’") + INTACT * 4


@pytest.fixture
def article(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(ARTICLE, "utf-8")
    return tmp_path


def test_all_is_silent_when_all_is_well(article: Path) -> None:
    assert newsclean("a.txt", cwd=article) == Outcome(0, CLEAN.encode(), "")


def test_v_summarises(article: Path) -> None:
    outcome = newsclean("-v", "a.txt", cwd=article)
    assert outcome.out == CLEAN.encode()
    assert outcome.err.startswith("newsclean: a.txt: utf-8; 1 line repaired (")
    assert outcome.err.endswith("); 2 lines removed (donation 2)\n")


def test_vv_lists_each_edit(article: Path) -> None:
    lines = newsclean("-vv", "a.txt", cwd=article).err.splitlines()[1:]
    assert [line.split(": ")[0] for line in lines] == ["a.txt:1", "a.txt:6", "a.txt:7"]
    assert lines[0].endswith(": The councilâ€™s plan is la… → The council’s plan is la…")
    assert lines[2].endswith(": Donate now → (removed)")


def test_a_long_place_is_shown_without_its_middle(capsys: pytest.CaptureFixture[str]) -> None:
    edit = Edit(1, f"It said {'a' * 80}.\n", f"It said {'b' * 80}.\n", "mojibake:x")
    list_edits("a.txt", Result("", (edit,), decoded_text(""), ()))
    short = [f"It said {letter * 30}…{letter * 30}." for letter in "ab"]
    assert capsys.readouterr().err == f"a.txt:1: mojibake:x: {' → '.join(short)}\n"


def test_a_removed_blank_line_is_called_so() -> None:
    err = newsclean("-vv", stdin=INTACT.encode() + b"\nSign up for our newsletter.\n").err
    assert ": (blank line) → (removed)\n" in err


def test_json_has_all_that_was_done(article: Path) -> None:
    outcome = newsclean("--json", "a.txt", "-", stdin=INTACT.encode(), cwd=article)
    first, second = map(json.loads, outcome.out.decode().splitlines())
    assert (first["path"], first["encoding"], first["how"], first["text"]) == (
        "a.txt",
        "utf-8",
        "utf-8",
        CLEAN,
    )
    assert [(edit["line"], edit["after"]) for edit in first["edits"]] == [
        (1, CLEAN.splitlines(keepends=True)[0]),
        (6, None),
        (7, None),
    ]
    assert (second["path"], second["edits"], second["unresolved"], second["text"]) == ("-", [], [], INTACT)


def test_json_can_go_to_a_file(article: Path) -> None:
    assert newsclean("--json", "-o", "a.json", "a.txt", cwd=article) == Outcome(0, b"", "")
    assert json.loads((article / "a.json").read_bytes())["text"] == CLEAN


def test_json_of_no_article_leaves_the_file_that_was_there(article: Path) -> None:
    (article / "a.json").write_bytes(b"{}\n")
    done = newsclean("--json", "-o", "a.json", "missing.txt", cwd=article)
    assert (done.status, (article / "a.json").read_bytes()) == (2, b"{}\n")
    assert done.err.splitlines()[-1] == "newsclean: no article was read; a.json is left as it was"


def test_a_name_that_is_no_utf8_survives_json(article: Path) -> None:
    name = "b\udcff.txt"
    (article / name).write_text(INTACT)
    assert json.loads(newsclean("--json", name, cwd=article).out)["path"] == name


def test_damage_that_stays_is_told_in_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    warn("a.txt", Result("", (), decoded_text(""), (Damage(3, "?"), Damage(3, "?"), Damage(5, "?"))))
    assert capsys.readouterr().err == "newsclean: a.txt: broken characters remain in lines 3 and 5\n"


@pytest.mark.parametrize(
    ("lines", "named"),
    [([3], "line 3"), ([3, 5, 8], "lines 3, 5 and 8"), ([*range(1, 10)], "lines 1, 2, 3, 4, 5 and 4 more")],
)
def test_lines_are_named_shortly(lines: list[int], named: str) -> None:
    assert listing(lines) == named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html>\n<html><body>News</body></html>", True),
        ("\n<html lang=en>", True),
        ("<p>One</p>\n<p>Two</p>\n<p>Three</p>\n", True),
        ("The tag <br> starts a new line, and <p> a paragraph.", False),
        ("A < B and B > C.", False),
    ],
)
def test_html_is_told_from_text(text: str, expected: bool) -> None:
    assert looks_like_html(text) is expected


@pytest.mark.parametrize("door", [(), ("--quotes", "match")])
def test_html_is_cleaned_with_a_hint_that_q_silences(door: tuple[str, ...]) -> None:
    page = b"<html><body><p>The bridge will open in spring.</p></body></html>\n"
    hint = "newsclean: <stdin>: looks like HTML; extract its text first, for example with trafilatura\n"
    assert newsclean(*door, stdin=page) == Outcome(0, page, hint)
    assert newsclean(*door, "-q", stdin=page) == Outcome(0, page, "")


def test_check_names_what_would_change(article: Path) -> None:
    (article / "b\udcff\n.txt").write_text(BROKEN, "utf-8")
    (article / "mark.txt").write_text(INTACT, "utf-8-sig")
    (article / "good.txt").write_text(INTACT, "utf-8")
    outcome = newsclean("--check", "a.txt", "good.txt", "b\udcff\n.txt", "mark.txt", cwd=article)
    assert outcome == Outcome(1, b"a.txt\nb\xff\n.txt\nmark.txt\n", "")
    assert newsclean("--check", "good.txt", cwd=article) == Outcome(0, b"", "")
    assert newsclean("--check", "a.txt", "missing", cwd=article).status == 2


def test_rules_are_listed_with_those_of_the_user(tmp_path: Path) -> None:
    (tmp_path / "mine.toml").write_text(
        "[radio-hint]\ncategory = \"share\"\npattern = '''\\bhear it on our radio\\b'''\n"
        'matches = ["Hear it on our radio.", "You can hear it on our radio tonight."]\n'
        'spares = ["They hear it on the radio."]\n'
    )
    lines = newsclean("--list-rules", "--rules", tmp_path / "mine.toml").out.decode().splitlines()
    assert "Hear it on our radio." in next(line for line in lines if " radio-hint " in line)
    assert len(lines) > 50


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\x1b[31mb", "a\\x1b[31mb"),
        ("a\nb", "a\\nb"),
        ("\x9b\u202e\u206a", "\\x9b\\u202e\\u206a"),
        ("“é” –\xa0…", "“é” –\xa0…"),
    ],
)
def test_messages_command_no_terminal(text: str, shown: str) -> None:
    assert visible(text) == shown


def test_names_are_escaped_in_messages() -> None:
    err = newsclean("evil\x1b[2J\nname\udcff").err
    assert err == "newsclean: evil\\x1b[2J\\nname\\udcff: No such file or directory\n"


def in_terminal(command: str, **environment: str) -> str:
    """Run a shell command with a terminal on all three streams; return what appears there."""
    done = subprocess.run(
        ["script", "-qec", command, "/dev/null"],
        env={**os.environ, "TERM": "xterm", **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return done.stdout.decode().replace("\r\n", "\n")


def test_colour_is_for_terminals_whose_user_wants_it(article: Path) -> None:
    command = f"{NEWSCLEAN} --diff {article}/a.txt"
    assert "\x1b[" in in_terminal(command)
    assert "\x1b[" in in_terminal(f"{command} --color always | cat")
    assert "\x1b[" in in_terminal(f"{command} --color always", NO_COLOR="1")
    for quiet in (
        in_terminal(f"{command} | cat"),
        in_terminal(f"{command} --color never"),
        in_terminal(command, NO_COLOR="1"),
        in_terminal(command, TERM="dumb"),
    ):
        assert "Donate now" in quiet
        assert "\x1b[" not in quiet


def test_on_a_terminal_without_a_file_the_usage_is_shown() -> None:
    shown = in_terminal(f"{NEWSCLEAN}; echo $?")
    assert shown == "Usage: newsclean [OPTION]... [FILE]...\nnewsclean --help shows the options.\n2\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"text": "The council met."}\n{"text": "It rained."}\n', True),
        ('{"text": "The council met."}', True),
        ('{\n  "text": "The council met."\n}\n', False),
        ("{sport} The council met.\n", False),
        ("", False),
    ],
)
def test_json_lines_are_told_from_text(text: str, expected: bool) -> None:
    assert looks_like_json_lines(text) is expected


@pytest.mark.parametrize("door", [(), ("--quotes", "match")])
def test_json_lines_without_their_option_get_a_hint(door: tuple[str, ...]) -> None:
    record = b'{"text": "The bridge will open in spring."}\n'
    hint = "newsclean: <stdin>: looks like JSON Lines; --jsonl cleans the article in each line\n"
    assert newsclean(*door, stdin=record) == Outcome(0, record, hint)
    assert newsclean(*door, "-q", stdin=record) == Outcome(0, record, "")
    assert newsclean("--jsonl", stdin=record) == Outcome(0, record, "")
