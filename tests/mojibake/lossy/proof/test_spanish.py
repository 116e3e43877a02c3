"""The marks of Spanish that the end of a sentence tells, and the dashes of dialogue."""

import pytest

from newsclean import clean

INTERVIEW = """\
—¿Cuándo empezó usted a pintar?
—A los once años, para que no me mandaran a comprar la leche.
—¿Y funcionó?
—No. Pero la leche salía en los cuadros.
—¡Qué va! Somos 38 desde marzo.
—¿Qué lee? —dijo el juez.
Dijo que “¡Si no paró nadie!”, y se fue. ¿Quién lo sabe? ¡Nadie!
El alcalde, “muy contento”, dijo: “No habrá más obras”. ¿Y ahora qué?
"""


@pytest.mark.parametrize("lost", ["?", "\ufffd"])
def test_the_marks_of_an_interview_come_back(lost: str) -> None:
    damaged = "".join(char if char.isascii() else lost for char in INTERVIEW)
    restored = clean(damaged, trim=False, quotes="original").text.split("\n")
    for got, line in zip(restored, INTERVIEW.split("\n"), strict=True):
        assert got == line.replace("paró nadie", f"par{lost} nadie")


def test_who_speaks_stands_between_dashes() -> None:
    damaged = INTERVIEW + "—Porque así lo quiso —dijo ella—, y nada más.\n"
    damaged = "".join(char if char.isascii() else "\ufffd" for char in damaged)
    assert "—Porque as\ufffd lo quiso —dijo ella—, y nada" in clean(damaged, trim=False).text.replace(
        "así", "as\ufffd"
    )


def test_a_quotation_at_the_start_of_a_line_is_no_speech() -> None:
    text = INTERVIEW + "“No habrá más obras”, dijo la alcaldesa en la sesión de ayer.\n"
    damaged = "".join(char if char.isascii() else "\ufffd" for char in text)
    assert clean(damaged, trim=False, quotes="original").text.split("\n")[-2] == text.split("\n")[-2]
