"""The list of words is well formed, and finds what a damaged word may have been."""

import zlib
from importlib.resources import files

import pytest

from newsclean.mojibake.lossy.letters.lexicon import (
    beginning_alike,
    is_listed,
    lookup,
    may_be_accented,
)

DATA = (files("newsclean.mojibake.lossy.letters") / "words.txt").read_bytes()
LINES = DATA.decode().splitlines()


def test_the_file_is_sorted_by_ascii_letters_and_unique() -> None:
    words = [line.partition(" ")[0] for line in LINES]
    keys = [("".join(filter(str.isascii, word)).lower(), word.lower(), word) for word in words]
    assert keys == sorted(set(keys))


def test_every_line_is_a_word_and_its_frequencies() -> None:
    for line in LINES:
        word, codes = line.split(" ")
        assert word.isalpha()
        assert codes
        for i in range(0, len(codes), 4):
            assert codes[i : i + 2].isalpha()
            assert 9 <= int(codes[i + 2 : i + 4]) <= 80


def test_the_list_and_the_letters_stay_small() -> None:
    """Compressed in a wheel, both take two megabytes at most."""
    letters = (files("newsclean.mojibake.lossy.letters") / "letters.txt").read_bytes()
    assert len(zlib.compress(DATA, 9)) + len(zlib.compress(letters, 9)) < 2_000_000


@pytest.mark.parametrize("letters", ["fr", "caf", "zrich", "", "zzzzzz"])
def test_every_word_is_found_by_its_ascii_letters(letters: str) -> None:
    words = [line.partition(" ")[0] for line in LINES]
    alike = [word for word in words if "".join(filter(str.isascii, word)).lower() == letters]
    assert [word for word, _ in lookup(letters)] == alike


@pytest.mark.parametrize("word", ["Zürich", "café", "Rhône-Alpes"])
def test_a_word_is_listed_or_what_is_left_of_it_may_be(word: str) -> None:
    assert is_listed(word)
    assert may_be_accented("".join(filter(str.isascii, word.partition("-")[0])))
    assert not is_listed(f"{word}ü")


@pytest.mark.parametrize("letters", ["zrich", "kiszmthat", "aaaa", "zzzz", "prav"])
def test_words_that_begin_alike_stand_together(letters: str) -> None:
    """They are whole lines of the file with the same first letters."""
    lines = {line.lower() for line in LINES}
    found = beginning_alike(letters)
    assert {f"{word} {codes}" for word, codes in found} <= lines
    assert all("".join(filter(str.isascii, word)).startswith(letters[:4]) for word, _ in found)


def test_all_words_that_begin_alike_are_found_if_they_are_few() -> None:
    words = [line.partition(" ")[0].lower() for line in LINES]
    alike = [word for word in words if "".join(filter(str.isascii, word)).startswith("kisz")]
    assert [word for word, _ in beginning_alike("kiszmthat")] == alike
