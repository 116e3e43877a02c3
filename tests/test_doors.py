"""An article is cleaned alike through every interface, and `--json` has enough to rebuild the input."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from command import newsclean as run
from hypothesis import given, settings
from hypothesis import strategies as st

import newsclean
from newsclean import Decoded, Edit, Result
from newsclean.messages import UNSAFE

BODY = "The mayor said she ?€?didn?€™t know?€? what it would cost, and José Núñez said the same on Monday.\n"
ARTICLES = {
    "intact": "The council voted on Monday.\r\nNobody objected, which surprised the mayor.\r\n",
    "lossy": BODY * 3 + "\nShare this article\n",
    "escaped": "It&rsquo;s late, and the bridge isn&#8217;t open.\n\nSign up for our newsletter.\n",
    "tail": "“It’s late,” she said.\n" * 4
    + "\nRead more:\nTen Bridges To See\n\n© 2024 The Courier. All rights reserved.",
    "empty": "",
}


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        (folder / f"{name}.txt").write_bytes(text.encode())
    return folder


def test_file_pipe_json_lines_and_api_agree(files: Path) -> None:
    expected = {name: newsclean.clean(text.encode()).text for name, text in ARTICLES.items()}
    paths = [str(files / f"{name}.txt") for name in ARTICLES]
    assert run(*paths).out.decode() == "".join(expected.values())
    records = "".join(json.dumps({"text": text}) + "\n" for text in ARTICLES.values())
    lines = run("--jsonl", "-j", "1", stdin=records.encode()).out.decode().splitlines()
    assert [json.loads(line)["text"] for line in lines] == list(expected.values())
    for name, text in ARTICLES.items():
        assert run(stdin=text.encode()).out.decode() == expected[name]


OPTIONS = (
    ["-i"],
    ["-i", "--backup", ".orig"],
    ["-o", "out"],
    ["-o", "out/"],
    ["-o", "circle"],
    ["-o", "good.txt"],
    ["--check"],
    ["--diff"],
    ["--diff", "--color", "always"],
    ["--json"],
    ["--jsonl"],
    ["--jsonl", "-j", "2", "--report-field", "\x1b[2J"],
    ["-e", "utf-16"],
    ["-e", "punycode"],
    ["-e", "\x1b[2J"],
    ["--no-repair"],
    ["--no-trim"],
    ["--quotes", "straight"],
    ["--keep", "share"],
    ["--rules", "good.txt"],
    ["--rules", "folder"],
    ["--list-rules"],
    ["-v"],
    ["-vv"],
    ["-q"],
)
ODD_FILES = {
    "good.txt": BODY.encode() * 3,
    "empty": b"",
    "mark": b"\xef\xbb\xbf",
    "newlines": b"\n\r\n\r",
    "NUL": b"Rain\0fell in the north.\n",
    "binary": b"%PDF-1.7\n\0",
    "half": "Rain fell.".encode("utf-16")[:-1],
    "wide": "Rain fell – “again”.\n".encode("utf-16-be"),
    "latin": "Le préfet a annoncé la réouverture.\n".encode("latin-1"),
    "escapes": b"\x1b[2JIt\xc3\xa2\xe2\x82\xac\xe2\x84\xa2s late.\n\n\x9b1mShare this article\n",
    "records": b'{"text": "It\xc3\xa2\xe2\x82\xac\xe2\x84\xa2s late."}\n{"text": 1}\n\xff\n' + b"[" * 5000,
    "evil\x1b[2J\n\udcff": b"Rain fell.\n",
}
EXAMPLES = settings().max_examples // 2  # a process each
NAMES = [*ODD_FILES, "missing", "folder", "circle", "/dev/null", "", "a" * 300, "good.txt/x"]


@settings(max_examples=EXAMPLES)
@given(
    st.lists(st.sampled_from(OPTIONS), max_size=4, unique_by=str),
    st.lists(st.sampled_from(NAMES), min_size=1, max_size=4),
)
def test_no_mix_of_options_and_files_ends_in_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, options: list[list[str]], names: list[str]
) -> None:
    folder = tmp_path_factory.mktemp("mix")
    (folder / "folder").mkdir()
    (folder / "circle").symlink_to("circle")
    for name, data in ODD_FILES.items():
        (folder / name).write_bytes(data)
    arguments = [word for option in options for word in option]
    outcome = run(*arguments, "--", *names, cwd=folder)
    assert outcome.status in (0, 1, 2)
    assert "Traceback" not in outcome.err
    assert not re.search(UNSAFE, outcome.err.replace("\n", ""))
    if "-vv" not in arguments:  # which has lines of the form PATH:LINE: REASON as well
        assert all(line.startswith("newsclean: ") for line in outcome.err.splitlines())
    if outcome.status == 2:
        assert outcome.err
    assert not list(folder.rglob(".newsclean-*"))


def test_the_edits_in_json_rebuild_the_input(files: Path) -> None:
    paths = [str(files / f"{name}.txt") for name in ARTICLES]
    for line, text in zip(run("--json", *paths).out.splitlines(), ARTICLES.values(), strict=True):
        told = json.loads(line)
        edits = tuple(Edit(e["line"], e["before"], e["after"], e["reason"]) for e in told["edits"])
        assert newsclean.undo(Result(told["text"], edits, Decoded("", None, "text", 1.0, False), ())) == text


@pytest.mark.parametrize("source", [None, bytearray(b"text"), ["text"]])
def test_what_is_neither_text_nor_bytes_is_refused_by_its_type(source: Any) -> None:
    with pytest.raises(TypeError, match=f"an article is str or bytes, not {type(source).__name__}"):
        newsclean.clean(source)


@pytest.mark.parametrize(
    ("option", "message"),
    [
        ({"quotes": "curly"}, "unknown value 'curly' of quotes"),
        ({"keep": ["nonsense"]}, "unknown category 'nonsense'"),
        ({"rules": ["missing.toml"]}, "missing.toml: No such file"),
        ({"encoding": "utf-8"}, "an encoding is for bytes"),
    ],
)
def test_a_wrong_option_is_refused_whatever_is_switched_off(option: dict[str, Any], message: str) -> None:
    with pytest.raises(newsclean.NewscleanError, match=message):
        newsclean.clean("", repair=False, trim=False, **option)
