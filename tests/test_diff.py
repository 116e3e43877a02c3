"""The diff for patch gives the cleaned bytes back; the diff for a person shows what changed where."""

import subprocess
from pathlib import Path

import pytest
from command import newsclean
from hypothesis import given
from hypothesis import strategies as st

from newsclean import clean, diff
from newsclean.spots import spots

BROKEN = "The councilâ€™s plan is late, and nobody on the board has said why.\n"
INTACT = "The bridge will open in spring, the council said on Monday evening.\n"
TAIL = "Support our journalism today.\nDonate now\n"


@pytest.mark.parametrize(
    "raw",
    [
        BROKEN.encode(),
        (BROKEN + INTACT * 9 + BROKEN + INTACT * 20 + BROKEN).encode(),
        (INTACT * 4 + BROKEN).encode().rstrip(b"\n"),
        (INTACT * 4 + TAIL).encode().rstrip(b"\n"),
        (INTACT + BROKEN).replace("\n", "\r\n").encode(),
        (INTACT + BROKEN).replace("\n", "\r").encode(),
        b"\xef\xbb\xbf" + INTACT.encode(),
        "Le préfet a annoncé la réouverture du musée dès février.\n".encode("cp1252") * 3,
        (INTACT + "Le préfet a annoncé la réouverture.\n").encode("utf-16"),
        b"One line.\nAnd a byte: it\x92s caf\xc3\xa9, caf\xc3\xa9.\n",
        b"One line.\nIt=E2=80=99s late, said the =\ncaf=C3=A9=\n owner.\nAnother line.\n",
        b"One line.\nIt=E2=80=99s late, said the =\n=\nowner",
        b"One line.\nIt=E2=80=99s late, said the =\rowner.\rAnother line.\n",
        b"One line.\nIt=E2=80=99s late, said the =\nowner.\rAnother line.\nAnd one more.\n",
    ],
    ids=[
        *("line", "hunks", "no end", "tail", "CRLF", "CR", "mark", "windows-1252", "utf-16", "nearly"),
        *("soft breaks", "soft breaks to the end", "soft breaks at CR", "CR behind a soft break"),
    ],
)
@pytest.mark.parametrize("name", ["a.txt", "a name.txt", 'new\nline "quoted" \\.txt', "é\udcff.txt"])
def test_patch_applies_the_diff_and_takes_it_back(tmp_path: Path, raw: bytes, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    result = clean(raw)
    patch = diff.for_patch(name, raw, result)
    assert patch
    subprocess.run(["patch", "-s", "-p0"], input=patch, cwd=tmp_path, check=True)
    assert path.read_bytes() == result.text.encode()
    subprocess.run(["patch", "-s", "-p0", "-R"], input=patch, cwd=tmp_path, check=True)
    assert path.read_bytes() == raw


def test_a_patch_holds_no_more_than_what_changes_and_three_lines_around_it() -> None:
    raw = b"It=E2=80=99s late, said the =\nowner.\n" + INTACT.encode() * 9
    assert diff.for_patch("a.txt", raw, clean(raw)).splitlines()[2:] == [
        b"@@ -1,5 +1,4 @@",
        b"-It=E2=80=99s late, said the =",
        "+It’s late, said the owner.".encode(),
        b"-owner.",
        *[b" " + INTACT.encode().rstrip()] * 3,
    ]


def test_nothing_is_a_patch_for_nothing() -> None:
    assert diff.for_patch("a.txt", INTACT.encode(), clean(INTACT.encode())) == b""


def test_the_command_writes_that_diff_and_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(INTACT + BROKEN, "utf-8")
    wanted = (
        f"--- a.txt\n+++ a.txt\n@@ -1,2 +1,2 @@\n {INTACT}-{BROKEN}+{BROKEN.replace('â€™', '’')}".encode()
    )
    assert newsclean("--diff", "a.txt", cwd=tmp_path) == (0, wanted, "")
    assert newsclean("--diff", "--check", "a.txt", cwd=tmp_path) == (1, wanted, "")
    assert path.read_text("utf-8") == INTACT + BROKEN
    path.write_text(INTACT, "utf-8")
    assert newsclean("--diff", "--check", "a.txt", cwd=tmp_path) == (0, b"", "")


def test_a_person_sees_the_changed_characters_and_the_category_of_what_goes() -> None:
    shown = diff.for_person("a.txt", clean(BROKEN + INTACT * 4 + TAIL), colour=True).decode()
    assert "\x1b[31;7mâ€™\x1b[m" in shown
    assert "\x1b[32;7m’\x1b[m" in shown
    assert "\x1b[36mdonation\x1b[m \x1b[2mDonate now\x1b[m\n" in shown


def test_a_person_sees_the_lines_around_a_change_and_where_they_are() -> None:
    text = INTACT * 5 + BROKEN + INTACT * 9 + BROKEN
    shown = diff.for_person("a.txt", clean(text, trim=False), colour=False).decode()
    fixed = BROKEN.replace("â€™", "’")
    around = f" {INTACT}" * 3
    assert shown == (
        f"--- a.txt\n+++ a.txt\n"
        f"@@ -3,7 +3,7 @@\n{around}-{BROKEN}+{fixed}{around}"
        f"@@ -13,4 +13,4 @@\n{around}-{BROKEN}+{fixed}"
    )


@pytest.mark.parametrize(
    ("raw", "note"),
    [
        (INTACT.encode(), None),
        ("Für Größe.\n".encode("cp1252"), "cp1252"),
        ("Für Größe.\n".encode("utf-8-sig"), "utf-8 with a byte order mark"),
        ("Für Größe, für Größe.\n".encode() + b"It\x92s late.\n", "utf-8 but for stray bytes"),
    ],
)
def test_a_person_sees_what_becomes_of_bytes_whose_text_stays(raw: bytes, note: str | None) -> None:
    shown = diff.for_person("a.txt", clean(raw), colour=False).decode()
    assert shown == (f"--- a.txt  ({note}, becomes utf-8)\n+++ a.txt\n" if note else "")


def test_no_character_of_an_article_or_name_commands_the_terminal() -> None:
    evil = "\x1b]0;owned\x07 \x9b2J \u202e\u206a"
    text = f"{evil}{BROKEN}"
    result = clean(text, trim=False)
    # Python looks only at the letters and digits in the name of an encoding.
    result = result._replace(decoded=result.decoded._replace(encoding=f"utf{evil}8"))
    shown = diff.for_person(f"a{evil}.txt", result, colour=False).decode()
    assert not set(shown) & set("\x1b\x07\x9b\u202e\u206a")


@given(st.text("ab é\n?"), st.text("ab é\n?"))
def test_spots_hold_all_that_differs(before: str, after: str) -> None:
    pieces, done = [], 0
    for spot in spots(before, after):
        pieces += [before[done : spot.start], after[spot.new_start : spot.new_stop]]
        done = spot.stop
    assert "".join(pieces) + before[done:] == after


def test_a_very_long_line_is_one_spot_without_what_is_the_same_at_its_ends() -> None:
    before = "The ferry " + "sails, " * 3000 + "at noon."
    after = "The ferry " + "sinks, " * 3000 + "at noon."
    [spot] = spots(before, after)
    assert before[spot.start : spot.stop].startswith("ails, sails")
    assert after[spot.new_start : spot.new_stop].endswith("sink")
