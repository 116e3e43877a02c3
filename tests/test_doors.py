"""One article comes out the same through every door, and `--json` tells enough to go back."""

import json
from pathlib import Path

import pytest
from command import newsclean as run

import newsclean
from newsclean import Decoded, Edit, Result

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


def test_the_edits_in_json_rebuild_the_input(files: Path) -> None:
    paths = [str(files / f"{name}.txt") for name in ARTICLES]
    for line, text in zip(run("--json", *paths).out.splitlines(), ARTICLES.values(), strict=True):
        told = json.loads(line)
        edits = tuple(Edit(e["line"], e["before"], e["after"], e["reason"]) for e in told["edits"])
        assert newsclean.undo(Result(told["text"], edits, Decoded("", None, "text", 1.0, False), ())) == text
