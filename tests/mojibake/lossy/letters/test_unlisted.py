"""The file of letters is well formed, and tells of words on no list with those that begin as they do."""

import re
from importlib.resources import files

import pytest

from newsclean.mojibake.lossy.letters import lexicon, unlisted
from newsclean.mojibake.lossy.letters.unlisted import fill, spellings

CONTEXTS = (files("newsclean.mojibake.lossy.letters") / "letters.txt").read_text("utf-8")


@pytest.mark.parametrize(
    "section", re.split(r"^\[", CONTEXTS, flags=re.MULTILINE)[1:], ids=lambda text: text[:2]
)
def test_every_section_of_letters_is_well_formed(section: str) -> None:
    language, *lines = section.splitlines()
    assert re.fullmatch(r"[a-z]{2}\]", language)
    names = [line.split("\t")[0] for line in lines]
    assert names == sorted({*names})
    assert "_" in names
    for name, *contexts in [line.split("\t") for line in lines]:
        assert contexts == sorted(contexts, key=lambda context: context.split(" ")[0])
        for context in contexts:
            assert re.fullmatch(r"(\^|[^\W\d_])?[^\W\d_]{0,2}_[a-zΐ-џא-یґ?]{0,3}\$? ([^\W\d_]\d\d)*", context)
        assert len(contexts) == 1 or len(name) == 3  # one with no letter behind it has a line of its own


def ascii_marks(word: str) -> str:
    return word.encode("ascii", "replace").decode()


@pytest.mark.parametrize("word", ["söndürüldü", "sürücülüğü", "küçüldü", "güldürüyor"])
def test_letters_that_were_read_before_tell_of_the_next_one(word: str) -> None:
    """A Turkish vowel is like the one before it: ü follows ö and ü, ı follows a and ı."""
    assert not lexicon.is_listed(word)
    assert spellings(ascii_marks(word), ascii_marks, {"tr": 1.0})[1][0].word == word


@pytest.mark.parametrize(
    ("language", "word"),
    [("hu", "felújításához"), ("pl", "mieszkańcowi"), ("tr", "göründüğünde")],
)
def test_listed_words_that_begin_alike_tell_of_a_stem(
    monkeypatch: pytest.MonkeyPatch, language: str, word: str
) -> None:
    assert not lexicon.is_listed(word)
    best, *_ = spellings(ascii_marks(word), ascii_marks, {language: 1.0})[1]
    assert best.word == word
    monkeypatch.setattr(unlisted, "beginning_alike", lambda _: [])
    others = spellings(ascii_marks(word), ascii_marks, {language: 1.0})[1]
    assert best.probability > 1.05 * {word: p for p, word in others}.get(word, 0.0)


def test_words_that_begin_otherwise_tell_nothing() -> None:
    slots = [("k", "k"), ("?", "áéő"), ("r", "r"), ("t", "t"), ("?", "áéő")]
    assert fill(slots, {"hu": 1.0}, ["törték", "kor", "ká"]) == fill(slots, {"hu": 1.0})
    assert fill(slots, {"hu": 1.0}, ["kérte"])[1][0].word.startswith("kért")
