"""Pipes, full disks, closed streams, locales and odd inputs, with plain file names and with options."""

import os
import signal
import subprocess
import time
from pathlib import Path

import pytest
from command import NEWSCLEAN, Outcome, newsclean

LINE = "The bridge will open in spring, the council said – “on time”.\n"
DOORS = pytest.mark.parametrize("door", ["", "--quotes match", "--json -q"], ids=["plain", "options", "json"])


@pytest.fixture
def long(tmp_path: Path) -> Path:
    (tmp_path / "long.txt").write_text(LINE * 5000, "utf-8")
    return tmp_path


def bash(script: str, folder: Path, **environment: str) -> tuple[str, str]:
    done = subprocess.run(
        ["bash", "-c", script, NEWSCLEAN],
        cwd=folder,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return done.stdout.decode(), done.stderr.decode()


@DOORS
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_reader_that_goes_away_ends_it_quietly(long: Path, door: str, unbuffered: str) -> None:
    script = f'"$0" {door} long.txt long.txt | head -c 0; echo ${{PIPESTATUS[0]}}'
    assert bash(script, long, PYTHONUNBUFFERED=unbuffered) == ("141\n", "")


@DOORS
def test_a_full_disk_is_an_error(long: Path, door: str) -> None:
    assert bash(f'"$0" {door} long.txt > /dev/full; echo $?', long) == (
        "2\n",
        "newsclean: <stdout>: No space left on device\n",
    )


def test_help_obeys_the_same(long: Path) -> None:
    assert bash('"$0" --help > /dev/full; echo $?', long)[0] == "2\n"
    assert bash('"$0" --version | true; echo ${PIPESTATUS[0]}', long)[0] in ("141\n", "0\n")


@pytest.mark.parametrize(
    ("script", "out", "err"),
    [
        ('"$0" long.txt >&-; echo $?', "2\n", "newsclean: <stdout>: is closed\n"),
        ('"$0" --help >&-; echo $?', "2\n", "newsclean: <stdout>: is closed\n"),
        ('"$0" --version >&-; echo $?', "2\n", "newsclean: <stdout>: is closed\n"),
        ('"$0" missing 2>&-; echo $?', "2\n", ""),
        ('"$0" missing 2>/dev/full; echo $?', "2\n", ""),
        ('"$0" <&-; echo $?', "2\n", "newsclean: <stdin>: is closed\n"),
        ('"$0" -q - <&-; echo $?', "2\n", "newsclean: <stdin>: is closed\n"),
        ('"$0" --jsonl <&-; echo $?', "2\n", "newsclean: <stdin>: is closed\n"),
        (
            '"$0" --jsonl -o out - <&-; echo $?; [ -e out ] || echo none',
            "2\nnone\n",
            "newsclean: <stdin>: is closed\n",
        ),
    ],
)
def test_closed_streams_are_no_accident(long: Path, script: str, out: str, err: str) -> None:
    assert bash(script, long) == (out, err)


def test_a_pipe_that_does_not_block_loses_nothing(long: Path) -> None:
    reading, writing = os.pipe()
    os.set_blocking(writing, False)
    process = subprocess.Popen([NEWSCLEAN, long / "long.txt"], stdout=writing)
    os.close(writing)
    time.sleep(0.5)
    with os.fdopen(reading, "rb") as pipe:
        assert pipe.read().decode() == LINE * 5000
    assert process.wait() == 0


@pytest.mark.parametrize("locale", ["C", "POSIX", "en_US.ISO-8859-1", "ru_RU.KOI8-R", ""])
def test_the_output_is_utf8_whatever_the_locale(tmp_path: Path, locale: str) -> None:
    (tmp_path / "é.txt").write_text(LINE, "utf-8")
    settings = {**os.environ, "LC_ALL": locale, "PYTHONIOENCODING": "latin-1"}
    assert newsclean("é.txt", env=settings, cwd=tmp_path) == Outcome(0, LINE.encode(), "")
    assert newsclean("-q", "é.txt", env=settings, cwd=tmp_path) == Outcome(0, LINE.encode(), "")


def test_an_interrupt_ends_it_quietly_as_130_for_the_shell(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "fifo")
    process = subprocess.Popen(
        [NEWSCLEAN, tmp_path / "fifo"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, process_group=0
    )
    with (tmp_path / "fifo").open("wb"):  # opens once the command reads
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        assert process.communicate() == (b"", b"")
    assert process.returncode == -signal.SIGINT


@pytest.mark.parametrize(
    "name", ["a b.txt", "new\nline.txt", "\udcff\udcfe.txt", "é.txt", "--", "*", "'\"$x`"]
)
def test_odd_names_are_names(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(LINE, "utf-8")
    assert newsclean(f"./{name}", cwd=tmp_path) == Outcome(0, LINE.encode(), "")
    assert newsclean("-i", "--", name, cwd=tmp_path) == Outcome(0, b"", "")
    assert newsclean("-o", "out/", "--", name, cwd=tmp_path) == Outcome(0, b"", "")
    assert (tmp_path / "out" / name).read_text("utf-8") == LINE


def test_ten_thousand_files_on_one_command_line(tmp_path: Path) -> None:
    names = [f"{number}.txt" for number in range(10_000)]
    for name in names:
        (tmp_path / name).write_bytes(b"A short line of news.\n")
    assert newsclean(*names, cwd=tmp_path) == Outcome(0, b"A short line of news.\n" * 10_000, "")


@DOORS
def test_a_very_long_line_passes(tmp_path: Path, door: str) -> None:
    text = "The council said on Monday – again – that it would think. " * 40_000
    out = newsclean(*door.split(), "--no-trim", stdin=text.encode()).out.decode()
    assert text in out


def test_find_xargs_and_make_run_it(tmp_path: Path) -> None:
    for number in range(6):
        (tmp_path / f"a {number}.raw").write_text("Itâ€™s late, the council’s speaker said.\n", "utf-8")
    (tmp_path / "Makefile").write_text("%.txt: %.raw\n\t$(NEWSCLEAN) -o $@ $<\n")
    (tmp_path / "b.raw").write_text("Itâ€™s late, the council’s speaker said.\n", "utf-8")
    clean = "It’s late, the council’s speaker said.\n"
    script = """
        set -e
        find . -name 'a*.raw' -exec "$0" --no-trim {} + | wc -l
        find . -name 'a*.raw' -print0 | xargs -0 -P 2 -n 3 "$0" -i
        make -s b.txt NEWSCLEAN="$0"
        cat b.txt
    """
    assert bash(script, tmp_path) == (f"6\n{clean}", "")
    assert {path.read_text("utf-8") for path in tmp_path.glob("a*.raw")} == {clean}


def test_without_a_terminal_it_runs_as_well(tmp_path: Path) -> None:
    assert bash(f'printf "%s" "{LINE}" | setsid -w "$0"', tmp_path) == (LINE, "")
