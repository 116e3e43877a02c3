"""Marks of East Asian codecs whose two bytes were read one by one."""

import pytest

from newsclean import clean
from newsclean.mojibake import gate, wide_marks

QUOTED = "“Nobody will pay,” he said… They’ll pay soon. It’s ‘late’.\nShe didn’t say.\n"


@pytest.mark.parametrize("codec", wide_marks.CODECS)
def test_marks_come_back(codec: str) -> None:
    misread = QUOTED.encode(codec).decode("latin-1")
    assert gate.may_be_damaged(misread)
    result = clean(misread, trim=False)
    assert result.text == QUOTED
    assert {edit.reason for edit in result.edits} == {f"misread:{codec} as latin-1"}


def test_a_dash_of_big5_ends_in_a_letter() -> None:
    text = "He didn’t pay — she’d said “no”.\n"
    assert clean(text.encode("big5").decode("latin-1"), trim=False).text == text


@pytest.mark.parametrize(
    "text",
    [
        "¡Él es! ¡Éramos pocos! «¡Época!» ¡Xavi! ¡Karate!\n",
        "It weighs ¡§ and then some.\n",
    ],
)
def test_spanish_exclamations_and_single_pairs_stay(text: str) -> None:
    assert clean(text, trim=False).text == text
