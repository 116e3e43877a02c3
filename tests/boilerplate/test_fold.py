"""The folded form of a line, and its words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean.boilerplate.fold import fold, spaced, split_words, unmarked

TEXTS = st.text() | st.text(st.sampled_from("aBé_7Жß .,-'\"•’“…©»\xa0\xad\u200b\u2028\x85\t\ud800अि"))


@given(TEXTS)
def test_words_are_what_an_expression_finds(text: str) -> None:
    assert split_words(text) == re.findall(r"\w+", text)


@given(TEXTS)
def test_spacing_words_keeps_every_place(text: str) -> None:
    assert spaced(text) == re.sub(r"\W", " ", text)


@given(TEXTS)
def test_white_space_is_single_and_inside(text: str) -> None:
    folded = fold(text)
    assert folded == " ".join(folded.split())


@pytest.mark.parametrize(
    ("line", "folded"),
    [
        ("### Related", "related"),
        ("- [Ten Bridges](https://lamp.example/1)", "- ten bridges"),
        ("![A bridge](/b.png) [Donate](/give)", "a bridge donate"),
        ("#bridge #ferry", "#bridge #ferry"),
        ("The mayor [of Mill] (see below)", "the mayor [of mill] (see below)"),
        ("``Give now,'' she read.", '"give now," she read.'),
    ],
)
def test_markup_is_read_as_a_page_shows_it(line: str, folded: str) -> None:
    assert fold(line) == folded


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("_Donate now_", "Donate now"),
        ("_____", "_____"),
        ("<p>Donate now</p>", "Donate now"),
        ('<li><a href="/give">Donate</a></li>', "Donate"),
        ("<br/>", "<br/>"),
        ("< Older", "< Older"),
        ("<vera@lamp.example>", "<vera@lamp.example>"),
        ("Vera <vera@lamp.example>", "Vera <vera@lamp.example>"),
    ],
)
def test_marks_and_tags_around_a_line_go(line: str, text: str) -> None:
    assert unmarked(line) == text


@given(TEXTS | st.text("<>/_p b="))
def test_what_is_left_stands_in_the_line(text: str) -> None:
    stripped = text.strip()
    assert unmarked(stripped) in stripped
    assert bool(unmarked(stripped)) == bool(stripped)
