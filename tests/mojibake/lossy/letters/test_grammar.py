"""What grammar tells of lost letters and marks."""

import pytest

from newsclean.mojibake.lossy.letters.grammar import (
    excludes_a,
    expects_a,
    fits_inside,
    is_german_noun,
)


@pytest.mark.parametrize(
    ("role", "left", "right", "fits"),
    [
        ("a", "don", "t", True),
        ("a", "clos", "d", False),
        ("m", "the rain", "which stopped", True),
        ("m", "M", "ller", False),
        ("O", "na", "ve", False),
    ],
)
def test_a_mark_inside_a_word_needs_a_reason(role: str, left: str, right: str, fits: bool) -> None:
    assert fits_inside(role, left, right) is fits


@pytest.mark.parametrize(
    ("before", "behind", "excluded"),
    [
        ("va", "Paris", False),
        ("commence", "pleuvoir", False),
        ("avec", "sa", False),
        ("jusqu", "dans", False),
        ("une", "elle", True),
        ("maire", "et", True),
        ("maire", "arrivé", True),
        ("maire", "Mais", True),
    ],
)
def test_french_sets_no_a_between_some_words(before: str, behind: str, excluded: bool) -> None:
    assert excludes_a(before, behind) is excluded


@pytest.mark.parametrize(
    ("behind", "expected"),
    [("Paris", True), ("la", True), ("partir", True), ("manger", True), ("mardi", False)],
)
def test_some_words_stand_behind_a_more_often_than_elsewhere(behind: str, expected: bool) -> None:
    assert expects_a(behind) is expected


@pytest.mark.parametrize(
    ("before", "word", "capital_behind", "noun"),
    [
        ("sehr", "übertreibung", False, True),  # by its end
        ("eine", "überreaktion", False, True),
        ("der", "übergabekoffer", False, True),  # by the article
        ("eine", "übergenaue", True, False),  # an adjective before a noun
        ("sie", "überkleben", False, False),
    ],
)
def test_german_nouns_are_known_by_their_ends_and_what_stands_before(
    before: str, word: str, capital_behind: bool, noun: bool
) -> None:
    assert is_german_noun(word, before, capital_behind=capital_behind) is noun
