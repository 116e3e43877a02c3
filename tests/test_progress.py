"""The line of progress: who sees it, when, and what stands in it."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsclean import corpus, progress
from newsclean.messages import ERASE, tell
from newsclean.run import run


class Screen(io.StringIO):
    """A stream that is, or is not, a terminal."""

    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    """Yield a list whose last number is the time."""
    now = [100.0]
    monkeypatch.setattr("time.monotonic", lambda: now[-1])
    yield now


@pytest.mark.parametrize(
    ("err", "out", "term", "wanted"),
    [
        (True, False, "xterm", True),
        (True, True, "xterm", False),
        (False, False, "xterm", False),
        (False, True, "xterm", False),
        (True, False, "dumb", False),
    ],
)
def test_it_is_for_who_watches_and_does_not_read_the_articles(
    monkeypatch: pytest.MonkeyPatch, err: bool, out: bool, term: str, wanted: bool
) -> None:
    monkeypatch.setattr(sys, "stderr", Screen(err))
    monkeypatch.setattr(sys, "stdout", Screen(out))
    monkeypatch.setenv("TERM", term)
    assert progress.is_wanted() is wanted


def test_it_tells_the_count_the_rate_and_the_time_left(
    capsys: pytest.CaptureFixture[str], clock: list[float]
) -> None:
    line = progress.Progress("records")
    clock.append(110.0)
    line.update(20_000, 0.1)
    assert capsys.readouterr().err == ERASE + "20,000 records, 2,000 a second, 10%, 1:30 left"


def test_where_the_whole_is_unknown_it_tells_no_end(
    capsys: pytest.CaptureFixture[str], clock: list[float]
) -> None:
    line = progress.Progress("records")
    clock.append(110.0)
    line.update(50)
    assert capsys.readouterr().err == ERASE + "50 records, 5 a second"


def test_a_short_run_shows_none_and_a_long_one_few(
    capsys: pytest.CaptureFixture[str], clock: list[float]
) -> None:
    line = progress.Progress("files")
    for done in range(1, 101):
        clock.append(clock[-1] + 0.01)
        line.update(done)
    shown = capsys.readouterr().err.split(ERASE)[1:]
    assert len(shown) <= 6
    assert int(shown[0].split()[0]) >= 50


def test_a_message_takes_its_place_and_it_is_gone_at_the_end(
    capsys: pytest.CaptureFixture[str], clock: list[float]
) -> None:
    for path in progress.over(["a", "b", "c"]):
        clock.append(clock[-1] + 1)
        if path == "b":
            tell("b: is no text")
    assert capsys.readouterr().err == (
        f"{ERASE}1 files, 1 a second, 33%, 0:02 left{ERASE}newsclean: b: is no text\n"
        f"{ERASE}2 files, 1 a second, 67%, 0:01 left{ERASE}"
    )


def test_a_run_shows_it_unless_it_is_to_be_quiet(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "is_wanted", lambda: True)
    monkeypatch.setattr(progress, "DELAY", 0)
    (tmp_path / "a.txt").write_text("The council met on Monday.\n")
    paths = [str(tmp_path / "a.txt")] * 2
    assert run(paths, watched=False) == 0
    assert capfd.readouterr().err == ""
    assert run(paths) == 0
    assert "files, " in capfd.readouterr().err


@pytest.mark.parametrize(("name", "end"), [("a.jsonl", ", 100%, 0:00 left"), ("/dev/null", " a second")])
def test_a_corpus_shows_it_with_an_end_if_its_size_is_known(
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    end: str,
) -> None:
    monkeypatch.setattr(progress, "is_wanted", lambda: True)
    monkeypatch.setattr(progress, "DELAY", 0)
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "The council met on Monday."}\n')
    paths = [str(tmp_path / name), str(path)] if name == "/dev/null" else [str(path)]
    written: list[bytes] = []
    assert corpus.clean_inputs(paths, written.append, jobs=1, verbose=False, quiet=True) == 0
    assert capfd.readouterr().err == ""
    assert corpus.clean_inputs(paths, written.append, jobs=1, verbose=False, quiet=False) == 0
    assert capfd.readouterr().err.removesuffix(ERASE).endswith(end)
    assert written == [path.read_bytes()] * 2
