"""Where a word may stand around an image of a letter."""

import pytest

from newsclean.mojibake.lossy.channels import Channel, channels
from newsclean.mojibake.lossy.letters.gaps import alphabet_of, words_around


def channel(name: str) -> Channel:
    return next(each for each in channels("?") if each.name == name)


ASCII, CYRILLIC = channel("ascii"), channel("utf-8 > windows-1252 > windows-1251")


@pytest.mark.parametrize(
    ("through", "line", "image", "token"),
    [
        (ASCII, "le caf?, ici", "?", "caf?"),
        (CYRILLIC, "le caf?© est", "?©", "caf?©"),
        (CYRILLIC, "un ?©t?© chaud", "?©", "?©t?©"),
    ],
)
def test_a_gap_reaches_to_the_ends_of_its_word(through: Channel, line: str, image: str, token: str) -> None:
    assert alphabet_of(through, frozenset({"fr"})).gap(line, line.index(image), image).token == token


@pytest.mark.parametrize(
    ("line", "at", "spans"),
    [
        ("Le caf? est", 6, ["caf?", "caf"]),
        ("il dit ?caf?", 11, ["?caf?", "?caf", "caf?", "caf"]),  # a mark may stand before it
        ("chez l?picier", 6, ["l?picier"]),
        ("chez l??picier", 7, ["l??picier", "?picier"]),  # an elision
    ],
)
def test_words_may_stand_between_marks_and_behind_elisions(line: str, at: int, spans: list[str]) -> None:
    alphabet = alphabet_of(ASCII, frozenset({"fr"}))
    found = [line[first:last] for first, last, _ in alphabet.spans(alphabet.gap(line, at, "?"))]
    assert found == spans


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Il va ? Paris", ("va", "Paris")),
        ("Il a l?id?e ? Paris", ("idée", "Paris")),
        ("? Paris", ("", "Paris")),
    ],
)
def test_the_words_around_are_parted_from_elisions(line: str, words: tuple[str, str]) -> None:
    at = line.index("? P")
    assert words_around(line, at, at + 1, "?") == words
