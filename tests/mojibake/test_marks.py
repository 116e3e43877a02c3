"""Damage beyond repair is found, whatever the gate has said of the text before."""

from itertools import product

import pytest

from newsclean.mojibake import gate, repair
from newsclean.mojibake.marks import are_straight, is_hopeless

# Pieces of damage that nothing explains, and what may stand beside them.
PIECES = [
    *("\ufffd", "ï", "¿½", "锟", "斤拷", "占", "쏙옙", "â", "€", "\x80", "\x85", "\x9f"),
    *("Ã", "Å", "Î", "×", "?", "±", "α", "я", "é", "’", "“", "a", "A", " ", "\n"),
]


def test_in_what_the_gate_lets_pass_nothing_is_hopeless_but_beside_a_question_mark() -> None:
    for text in map("".join, product(PIECES, repeat=3)):
        if not gate.may_be_damaged(text):
            assert is_hopeless(text, intact=True) == is_hopeless(text), text


@pytest.mark.parametrize("text", ["aÃ?", "αÎ?", "α ×?", "Ð?я", "Ð? я", "vid??o", "a?±os", "won?t", "l?eau"])
def test_what_has_a_question_mark_is_hopeless_in_any_text(text: str) -> None:
    assert is_hopeless(f"The {text}.\n", intact=True)
    assert is_hopeless(f"The {text}.\n")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The Zorg\u0439 owners met.\n", ["\u0439"]),
        (
            "\u0428\u00b1\u0428\u00a6\u0429\u0409\u0428\u0456 \u0429\u201a\u0428\u00a7\u0429\u201e\n",
            ["\u0428\u00b1\u0428\u00a6\u0429\u0409\u0428\u0456"],
        ),
        ("Saint-\u00c3tienne, dit-elle, n\u00e2est pas l\u00e2\u00eele.\n", ["\u00c3", "\u00e2"]),
        ("\u043c\u043e\u00d1\u0442\u044a\u0442 \u043d\u0435 \u0435.\n", ["\u043e\u00d1"]),
    ],
)
def test_what_is_left_of_misread_letters_is_reported(text: str, left: list[str]) -> None:
    assert [damage.text for damage in repair(text)[2]] == left


@pytest.mark.parametrize(
    "text", ["He said “yes” and didn?t.\n", "Ils ont dit « oui » et n?ont pas voté, “non”.\n"]
)
def test_a_lost_apostrophe_beside_intact_marks_is_reported(text: str) -> None:
    repaired, _, damages = repair(text)
    assert repaired == text
    assert len(damages) == 1


@pytest.mark.parametrize("text", ["See board.example/list?s=4 now.\n", "See board.example/poll?time=2.\n"])
def test_a_question_mark_in_an_address_is_not_reported(text: str) -> None:
    assert repair(text)[2] == []


@pytest.mark.parametrize(
    "text",
    [
        "O câine, o pâine și mâine un râu.\n",
        "VIPы ждут, и SMSка тоже.\n",
        "The letter \u0430 begins \u0430pple, as on that site.\n",
        "Le pont, «Ã la une», reste fermé.\n",
        "A 5 kΩ load, 10 μm wide, by L’Âge.\n",
    ],
)
def test_letters_that_are_at_home_are_not_reported(text: str) -> None:
    assert repair(text)[2] == []


@pytest.mark.parametrize(
    ("text", "straight"),
    [
        ('"It is late," she said.', True),
        ("It's late, and \"don't go\" is all he said in '84.", True),
        ('The screen is 6.1" wide, and at 5\'9" he is short.', False),
        ("At 5'9\" he's short.", True),
        (r"It isn\'92t late, and they don\'92t know.", False),
        ('It’s 6" wide.', False),
    ],
)
def test_signs_of_inches_and_of_escapes_are_no_quotation_marks(text: str, straight: bool) -> None:
    assert are_straight(text) == straight
