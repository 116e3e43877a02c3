"""Cleaning takes memory in proportion to the text, and little is remembered afterwards."""

import json
import subprocess
import sys
import tracemalloc
from pathlib import Path

import pytest

import newsclean
from benchmarks import texts
from benchmarks.channels import damage
from benchmarks.speed import LOSSY, growth_shapes
from newsclean.boilerplate import built_in
from newsclean.boilerplate.document import Document
from newsclean.boilerplate.observations import observed
from newsclean.lines import Lines

# By how many bytes memory may grow for a byte of an article: text beyond Latin-1 takes two bytes a character,
# a result holds the text before and after, and everything else is an offset or two a line.
HELD = {
    "intact": 3.1,
    "one line": 3.1,
    "question marks": 2.1,
    "reversible, one line": 6,
    "reversible": 6,
    "twice, one line": 6,
    "lossy, one line": 6,
    "lossy": 6,
    "boilerplate": 6,
}


def peak(article: bytes) -> int:
    """Return the most bytes that cleaning an article holds at one time, without the article itself."""
    tracemalloc.start()
    newsclean.clean(article)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return most


ENGLISH = "".join(text for text in texts.articles("en") if not text.isascii())
CYRILLIC = damage(ENGLISH, "utf-8 as cp866").encode()


@pytest.mark.parametrize("shape", HELD)
def test_memory_grows_with_the_article_and_by_how_much(shape: str) -> None:
    small, large = (growth_shapes()[shape](size).encode() for size in (150_000, 400_000))
    newsclean.clean(small)  # tables and what is remembered of words and places
    assert peak(large) - peak(small) < HELD[shape] * (len(large) - len(small))


@pytest.mark.parametrize(
    ("article", "held"),
    [
        pytest.param("".join(texts.articles("ru")).encode("cp1251", "ignore"), 5, id="Windows-1251"),
        pytest.param("".join(texts.articles("de")).encode("cp1252", "ignore"), 5, id="Windows-1252"),
        pytest.param(CYRILLIC, 6, id="UTF-8 read in another script"),
    ],
)
def test_bytes_of_another_script_are_counted_not_listed(article: bytes, held: float) -> None:
    small, large = (article * (size // len(article)) for size in (200_000, 400_000))
    newsclean.clean(small)
    assert peak(large) - peak(small) < held * (len(large) - len(small))


def test_lines_alike_are_read_once() -> None:
    document = Document(Lines.joined(["Share this article\n", "Related stories\n"] * 500), built_in())
    assert len({id(document.reading(index)) for index in range(1_000)}) == 2


def test_few_lines_of_a_long_text_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsclean.boilerplate.document.LINES_REMEMBERED", 50)
    document = Document(Lines.joined(f"Share article {n}\n" for n in range(500)), built_in())
    for index in reversed(range(500)):
        observed(document, index)
        assert len(document._readings) <= 50


# The most that the stream of the last test may hold, in MiB: it is 48 with CPython 3.11, of which libraries,
# modules and tables take 33.
MOST_MIB = 54
# Runs the command and writes to standard error the most kilobytes that it has held.
HELD_AT_MOST = """
from newsclean.__main__ import main
try: main()
except SystemExit: pass
import sys
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM:"))
print(peak.split()[1], file=sys.stderr)
"""


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not say what was held")
def test_a_stream_of_lossy_articles_holds_few_megabytes(tmp_path: Path) -> None:
    damaged = [damage(article, channel) for channel in LOSSY for article in texts.latin_articles()[::3]]
    stream = tmp_path / "stream.jsonl"
    stream.write_text("".join(json.dumps({"text": text}) + "\n" for text in damaged))
    command = [sys.executable, "-c", HELD_AT_MOST, "--jsonl", "-q", "-j", "1", str(stream)]
    run = subprocess.run(command, capture_output=True, check=True)
    assert int(run.stderr) < MOST_MIB * 1024
