"""The word lists are well-formed, so that anyone can add a word."""

import re

import pytest

from newsclean.boilerplate.fold import fold
from newsclean.boilerplate.prepare import GATES, read_vocabulary
from newsclean.boilerplate.vocabulary import listed

LISTS = read_vocabulary()
# A language, or several that share words; ways to send gifts have the same name everywhere.
LANGUAGES = re.compile(r"[a-z]{2}(-[a-z]{2})*|services")


@pytest.mark.parametrize("name", LISTS)
def test_words_are_written_as_folded_lines_have_them(name: str) -> None:
    assert [word for words in LISTS[name].values() for word in words if fold(word) != word] == []


@pytest.mark.parametrize("name", LISTS)
def test_words_stand_under_their_languages(name: str) -> None:
    assert [language for language in LISTS[name] if not LANGUAGES.fullmatch(language)] == []


def test_ambiguous_words_are_in_the_gates() -> None:
    assert listed("ambiguous") < listed("gates")


def test_a_gate_is_a_sign() -> None:
    assert {f"signs {gate}" for gate in GATES} < LISTS.keys()
    assert {"we", "patreon", "newsletter"} < listed("gates")
