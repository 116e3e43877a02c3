"""What channels leave of letters."""

import pytest

from newsclean.mojibake.lossy.channels import Channel, channels
from newsclean.mojibake.lossy.runs.letter_images import images_in, letter_images, lost_letters


def channel(name: str) -> Channel:
    return next(each for each in channels("?") if each.name == name)


ASCII, CYRILLIC = channel("ascii"), channel("utf-8 > windows-1252 > windows-1251")


def test_a_letter_that_a_channel_keeps_has_no_image() -> None:
    assert lost_letters(ASCII)["é"] == "?"
    assert lost_letters(CYRILLIC)["é"] == "?©"
    assert letter_images(ASCII) == {"?"}
    assert not lost_letters(None)


@pytest.mark.parametrize(("language", "letters"), [("de", "äöü"), ("sl", "čšž")])
def test_an_image_stands_for_letters_of_the_documents_languages(language: str, letters: str) -> None:
    assert set(letters) <= set(images_in(ASCII, frozenset({language}))["?"])
    assert "é" not in images_in(ASCII, frozenset({language}))["?"]
