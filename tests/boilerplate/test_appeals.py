"""Appeals alone below an article, and ends of articles that look like a tail, in each language."""

import tomllib
from pathlib import Path

import pytest

from newsclean.boilerplate import trim
from newsclean.edits import NO_EDITS

LANGUAGES = tomllib.loads(Path(__file__).with_name("appeals.toml").read_text("utf-8"))


def cases(kind: str) -> list[tuple[str, list[str]]]:
    """Return each language with each of its appeals or spared lines."""
    rows = [(name, table.get(kind, [])) for name, table in LANGUAGES.items()]
    return [(name, [row] if isinstance(row, str) else row) for name, table in rows for row in table]


def article(language: str) -> str:
    """Return the article of a language."""
    return "".join(f"{line}\n" for line in LANGUAGES[language]["body"])


@pytest.mark.parametrize(("language", "appeal"), cases("appeals"))
def test_an_appeal_alone_goes(language: str, appeal: list[str]) -> None:
    body = article(language)
    assert trim(body + "".join(f"{line}\n" for line in appeal))[0] == body


@pytest.mark.parametrize(("language", "spared"), cases("spared"))
def test_an_end_that_looks_like_an_appeal_stays(language: str, spared: list[str]) -> None:
    text = article(language) + "".join(f"{line}\n" for line in spared)
    assert trim(text) == (text, NO_EDITS)


@pytest.mark.xfail(strict=True, reason="a long line in words that news has too")
@pytest.mark.parametrize(("language", "appeal"), cases("missed"))
def test_an_appeal_is_missed(language: str, appeal: list[str]) -> None:
    test_an_appeal_alone_goes(language, appeal)


@pytest.mark.xfail(strict=True, reason="a person whom the article has not named reads as its author")
@pytest.mark.parametrize(("language", "spared"), cases("lost"))
def test_an_end_that_looks_like_an_appeal_goes(language: str, spared: list[str]) -> None:
    test_an_end_that_looks_like_an_appeal_stays(language, spared)
