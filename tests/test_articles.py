"""Golden articles: NAME.txt as a page gives it, NAME.expected.txt as its author wrote it.

The two files of a trap (`*-trap`) are the same: its body has the words of an appeal, and all of it stays.
"""

from pathlib import Path

import pytest

from newsclean import clean

ARTICLES = sorted(Path(__file__).with_name("articles").glob("*.expected.txt"))


@pytest.mark.parametrize("expected", ARTICLES, ids=lambda path: path.name.removesuffix(".expected.txt"))
def test_a_golden_article_comes_out_as_its_author_wrote_it(expected: Path) -> None:
    raw = expected.with_name(expected.name.replace(".expected", ""))
    assert clean(raw.read_bytes()).text == expected.read_text("utf-8")
