"""The folded form of a line, and its words."""

import re

from hypothesis import given
from hypothesis import strategies as st

from newsclean.boilerplate.fold import fold, spaced, split_words

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
