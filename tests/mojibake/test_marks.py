"""Damage beyond repair is found, whatever the gate has said of the text before."""

from itertools import product

import pytest

from newsclean.mojibake import gate
from newsclean.mojibake.marks import is_hopeless

# Pieces of damage that nothing explains, and what may stand beside them.
PIECES = [
    *("\ufffd", "ï", "¿½", "锟", "斤拷", "占", "쏙옙", "â", "€", "\x80", "\x85", "\x9f"),
    *("Ã", "Å", "Î", "×", "?", "±", "α", "я", "é", "’", "“", "a", "A", " ", "\n"),
]


def test_in_what_the_gate_lets_pass_nothing_is_hopeless_but_beside_a_question_mark() -> None:
    for text in map("".join, product(PIECES, repeat=3)):
        if not gate.may_be_damaged(text):
            assert is_hopeless(text, intact=True) == is_hopeless(text), text


@pytest.mark.parametrize("text", ["aÃ?", "αÎ?", "α ×?", "Ð?я", "Ð? я", "vid??o", "a?±os"])
def test_what_has_a_question_mark_is_hopeless_in_any_text(text: str) -> None:
    assert is_hopeless(f"The {text}.\n", intact=True)
    assert is_hopeless(f"The {text}.\n")
