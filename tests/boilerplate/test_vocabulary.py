"""The word lists are well-formed, so that anyone can add a word."""

import pytest

from newsclean.boilerplate import vocabulary
from newsclean.boilerplate.fold import fold
from newsclean.boilerplate.vocabulary import AMBIGUOUS, LANGUAGES, SIGNS, all_words

LISTS = {
    name: set(getattr(vocabulary, name))
    for name in ("MONTHS", "WE", "YOU", "SAYING", "INSCRIBED", "GIFTS", "COPULAS", "FUNCTION_WORDS")
}
LISTS |= {f"sign {sign}": all_words(text) for sign, text in SIGNS.items()}


@pytest.mark.parametrize("name", LISTS)
def test_words_are_written_as_folded_lines_have_them(name: str) -> None:
    assert [word for word in LISTS[name] if fold(word) != word] == []


@pytest.mark.parametrize("name", LISTS)
def test_every_language_of_a_list_is_known(name: str) -> None:
    assert [word for word in LISTS[name] if ":" in word] == []


@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_begins_with_a_language_and_names_each_once(sign: str) -> None:
    labels = [entry for entry in SIGNS[sign].split() if entry in LANGUAGES]
    assert SIGNS[sign].split()[0] in LANGUAGES
    assert len(labels) == len(set(labels))


def test_ambiguous_words_are_signs() -> None:
    assert all_words(SIGNS["we"]) | all_words(SIGNS["you"]) >= AMBIGUOUS
