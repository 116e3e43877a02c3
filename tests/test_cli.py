"""What docs/command.md says of the command, row by row, with plain file names and with options."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
from command import Outcome, newsclean

INTACT = "The council met on Monday. It’s a long story, says José – “the longest yet”.\n"
MOJIBAKE = "The councilâ€™s plan is late, and nobody on the board has said why that is so.\n"
REPAIRED = "The council’s plan is late, and nobody on the board has said why that is so.\n"
PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n\0\0\0"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x08\x06\0\0\0"

DOORS = pytest.mark.parametrize("door", [(), ("--quotes", "match")], ids=["plain", "options"])


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Make a folder with an article of each sort."""
    (tmp_path / "intact.txt").write_text(INTACT, "utf-8")
    (tmp_path / "broken.txt").write_text(MOJIBAKE, "utf-8")
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "report.pdf").write_bytes(PDF)
    (tmp_path / "photo.png").write_bytes(PNG)
    (tmp_path / "folder").mkdir()
    return tmp_path


def ok(text: str, err: str = "") -> Outcome:
    return Outcome(0, text.encode(), err)


@DOORS
@pytest.mark.parametrize(
    ("arguments", "stdin", "expected"),
    [
        (["intact.txt"], "", ok(INTACT)),
        (["broken.txt"], "", ok(REPAIRED)),
        (["broken.txt", "intact.txt"], "", ok(REPAIRED + INTACT)),
        ([], MOJIBAKE, ok(REPAIRED)),
        (["-"], MOJIBAKE, ok(REPAIRED)),
        (["intact.txt", "-", "intact.txt"], MOJIBAKE, ok(INTACT + REPAIRED + INTACT)),
        (["--", "intact.txt"], "", ok(INTACT)),
        (["empty.txt"], "", ok("")),
        ([], "", ok("")),
    ],
)
def test_articles_come_out_clean(
    files: Path, door: tuple[str, ...], arguments: list[str], stdin: str, expected: Outcome
) -> None:
    assert newsclean(*door, *arguments, stdin=stdin.encode(), cwd=files) == expected


@DOORS
def test_each_bad_input_is_one_line_and_the_others_are_done(files: Path, door: tuple[str, ...]) -> None:
    names = ["missing.txt", "folder", "report.pdf", "photo.png", "intact.txt"]
    assert newsclean(*door, *names, cwd=files) == Outcome(
        2,
        INTACT.encode(),
        "newsclean: missing.txt: No such file or directory\n"
        "newsclean: folder: Is a directory\n"
        "newsclean: report.pdf: looks like application/pdf, not text\n"
        "newsclean: photo.png: looks like image/png, not text\n",
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["-e", "utf-9", "intact.txt"], "unknown encoding 'utf-9'"),
        (["-e", "raw_unicode_escape", "half.txt"], "half.txt: contains a lone surrogate (U+D800)"),
        (["-e", "ascii", "intact.txt"], "intact.txt: cannot be read as ascii: byte 0xe2 at offset 29"),
        (["--rules", "wrong.toml", "intact.txt"], "wrong.toml: [no-category]: "),
        (["--rules", "missing.toml", "intact.txt"], "missing.toml: No such file or directory"),
        (["--keep", "poems", "intact.txt"], "Invalid value for '--keep': 'poems' is not one of 'donation'"),
        (["--quotes", "round", "intact.txt"], "Invalid value for '--quotes'"),
        (["--colour", "intact.txt"], "'--color'? newsclean --help shows the options"),
        (["-o"], "Option '-o' requires an argument"),
        (["-o", "", "intact.txt"], "--output needs the name of a file or folder"),
        (["-o", "circle", "intact.txt"], "cannot write circle: Too many levels of symbolic links"),
        (["-o", "intact.txt/x", "intact.txt"], "cannot write intact.txt/x: Not a directory"),
        (["-i"], "-i cleans files, not standard input"),
        (["-i", "intact.txt", "-"], "-i cleans files, not standard input"),
        (["-i", "-o", "out.txt", "intact.txt"], "--in-place and --output do not go together"),
        (["-i", "--check", "intact.txt"], "--in-place and --check do not go together"),
        (["--check", "--json", "intact.txt"], "--check and --json do not go together"),
        (["--check", "-o", "out.txt", "intact.txt"], "--output and --check do not go together"),
        (["-v", "-q", "intact.txt"], "--verbose and --quiet do not go together"),
        (["--jsonl", "-vv"], "--report-field writes those of records into them"),
        (["--no-repair", "--quotes", "straight"], "--quotes is about repair"),
        (["--list-rules", "-o", "rules.txt"], "--list-rules and --output do not go together"),
        (["--list-rules", "--json"], "--list-rules and --json do not go together"),
        (["--json", "-o", "clean/", "intact.txt"], "clean/ is a folder; --json writes one file"),
        (["--backup", ".orig", "intact.txt"], "--backup needs --in-place"),
        (["-i", "--backup", "", "intact.txt"], "--backup needs a suffix such as .orig"),
        (["-i", "--backup", "/x", "intact.txt"], "--backup needs a suffix such as .orig"),
    ],
)
def test_what_cannot_be_done_is_said_in_one_line(files: Path, arguments: list[str], message: str) -> None:
    (files / "circle").symlink_to("circle")
    (files / "half.txt").write_text("The council met\\ud800 on Monday.\n", "utf-8")
    (files / "wrong.toml").write_text("[no-category]\npattern = 'x'\n", "utf-8")
    before = {path: path.read_bytes() for path in files.iterdir() if path.is_file()}
    outcome = newsclean(*arguments, cwd=files)
    assert (outcome.status, outcome.out) == (2, b"")
    assert message in outcome.err
    assert outcome.err.startswith("newsclean: ")
    assert outcome.err.count("\n") == 1
    assert {path: path.read_bytes() for path in files.iterdir() if path.is_file()} == before


def test_the_version_is_shown() -> None:
    assert newsclean("--version") == ok("newsclean 0.1.0\n")


def test_the_help_begins_with_three_examples() -> None:
    outcome = newsclean("--help")
    assert outcome == newsclean("-h")
    examples = outcome.out.decode().split("Usage:")[0].splitlines()[2:-1]
    assert [line.startswith("  newsclean ") for line in examples] == [True] * 3


def test_the_page_on_the_command_shows_the_help() -> None:
    page = (Path(__file__).parent.parent / "docs" / "command.md").read_text("utf-8")
    shown = re.search(r"```console\n\$ newsclean --help\n(.*?)```", page, re.DOTALL)
    assert shown
    assert newsclean("--help", env={**os.environ, "COLUMNS": "80"}).out.decode() == shown[1]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shells_get_a_completion_script(shell: str) -> None:
    outcome = newsclean(env={**os.environ, "_NEWSCLEAN_COMPLETE": f"{shell}_source"})
    assert outcome.status == 0
    assert b"_NEWSCLEAN_COMPLETE" in outcome.out


def test_options_and_categories_are_completed() -> None:
    asked = {"_NEWSCLEAN_COMPLETE": "zsh_complete", "COMP_WORDS": "newsclean --keep dona", "COMP_CWORD": "2"}
    assert b"donation" in newsclean(env={**os.environ, **asked}).out


@pytest.mark.parametrize(
    "words", ["newsclean art", "newsclean -i a.txt art", "newsclean -o art", "newsclean --rules art"]
)
def test_names_of_files_are_left_to_the_shell(words: str) -> None:
    asked = {
        "_NEWSCLEAN_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    assert newsclean(env={**os.environ, **asked}).out == b"file,art\n"


def options(*arguments: Any, text: str = MOJIBAKE) -> str:
    return newsclean(*arguments, stdin=text.encode()).out.decode()


def test_repair_and_trim_can_be_left_out() -> None:
    assert options("--no-repair") == MOJIBAKE
    tail = "Support our journalism today.\nDonate now\nSubscribe to our newsletter.\n"
    assert options("--no-trim", text=INTACT * 5 + tail) == INTACT * 5 + tail
