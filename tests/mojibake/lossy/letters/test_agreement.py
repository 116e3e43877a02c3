"""Where several words fit, those beside them tell which of them stood there, or nothing does."""

import re
from importlib.resources import files

import pytest

from newsclean import clean
from newsclean.mojibake.lossy.letters import agreement
from newsclean.mojibake.lossy.letters.languages import Document
from newsclean.mojibake.lossy.letters.words import Words

ROWS = (files("newsclean.mojibake.lossy.letters") / "agreement.tsv").read_text("utf-8").splitlines()

CATALAN = (
    "La ciutat vol tancar la piscina vella, però els veïns s’hi oposen. «No ens rendirem», diu la portaveu "
    "de l’associació, que l’any passat va reunir molts diners.\n"
)


def ascii_marks(text: str) -> str:
    return text.encode("ascii", "replace").decode()


def test_every_row_is_well_formed() -> None:
    keys = [tuple(row.split("\t")[:2]) for row in ROWS]
    assert keys == sorted({*keys})
    assert {language for language, _ in keys} == agreement.LANGUAGES
    for row in ROWS:
        _, key, *cells = row.split("\t")
        assert not key.startswith("-") or key == agreement.ending(key[1:])
        assert all(re.fullmatch(r"[<>]\S* -?\d(\.\d)?", cell) for cell in cells)


@pytest.mark.parametrize(
    ("word", "ending"), [("zdravých", "-ých"), ("město", ""), ("Češi", "-ši"), ("nové", "-é"), ("bok", "")]
)
def test_a_word_ends_from_its_last_accented_letter_on(word: str, ending: str) -> None:
    assert agreement.ending(word) == ending


@pytest.mark.parametrize(
    ("language", "token", "before", "behind", "word"),
    [
        ("cs", "kter?", "muž", "byl", "který"),
        ("sk", "ktor?", "muž", "bol", "ktorý"),
        ("pl", "mog?", "które", "być", "mogą"),
        ("pl", "by?", "może", "tak", "być"),
        ("ca", "aix?", "amb", "és", "això"),
        ("cs", "kter?", ",", "mají", None),
        ("pl", "by?", "on", "tam", None),
        ("en", "caf?", "the", "is", None),  # no language of the table
    ],
)
def test_neighbours_tell_which_word_it_was(
    language: str, token: str, before: str, behind: str, word: str | None
) -> None:
    words = Words(ascii_marks, Document({language: 1.0}, {}))
    seen = agreement.sides(before, behind)
    assert agreement.restore(words, token, False, seen) == word


def test_in_a_text_of_two_languages_they_tell_nothing() -> None:
    words = Words(ascii_marks, Document({"cs": 0.5, "sk": 0.5}, {}))
    assert agreement.restore(words, "kter?", False, agreement.sides("muž", "byl")) is None


def test_what_neighbours_tell_of_one_word_is_not_said_of_the_next() -> None:
    text = f"{CATALAN}Això és tot.\nHi havia, però, un altre.\nDeia: «Així, així».\n"
    restored = clean(ascii_marks(text), trim=False, quotes="original").text.splitlines()
    assert restored[1:3] == ["Això és tot.", "Hi havia, però, un altre."]
    assert "això" not in restored[3].lower()
