"""What channels leave of letters."""

import pytest

from newsclean.mojibake.lossy.channels import Channel, channels
from newsclean.mojibake.lossy.letter_images import alphabet_of, letter_images, lost_letters


def channel(name: str) -> Channel:
    return next(each for each in channels("?") if each.name == name)


ASCII, CYRILLIC = channel("ascii"), channel("utf-8 > windows-1252 > windows-1251")


def test_a_letter_that_a_channel_keeps_has_no_image() -> None:
    assert lost_letters(ASCII)["é"] == "?"
    assert lost_letters(CYRILLIC)["é"] == "?©"
    assert letter_images(ASCII) == {"?"}
    assert not lost_letters(None)


@pytest.mark.parametrize(
    ("through", "line", "image", "widened"),
    [
        (ASCII, "le caf?, ici", "?", "caf?"),
        (CYRILLIC, "le caf?© est", "?©", "caf?©"),
        (CYRILLIC, "un ?©t?© chaud", "?©", "?©t?©"),
    ],
)
def test_a_span_reaches_to_the_ends_of_its_word(
    through: Channel, line: str, image: str, widened: str
) -> None:
    at = line.index(image)
    start, end = alphabet_of(through, frozenset({"fr"})).widen(line, at, at + len(image))
    assert line[start:end] == widened


@pytest.mark.parametrize(("language", "letters"), [("de", "äöü"), ("sl", "čšž")])
def test_an_image_stands_for_letters_of_the_documents_languages(language: str, letters: str) -> None:
    assert set(letters) <= set(alphabet_of(ASCII, frozenset({language})).images["?"])
    assert "é" not in alphabet_of(ASCII, frozenset({language})).images["?"]
