"""Capitals at the end of words, before a mark, are no misread UTF-8."""

import pytest

from newsclean.edits import NO_EDITS
from newsclean.mojibake import repair
from newsclean.mojibake.capitals import hide, spare

MEANT = [
    "A peça “AMANHÃ” estreia no Porto.\n",
    "Cantaram “A IRMÃ” e “CLÃ” ontem à noite.\n",
    "Here “Ã” is a letter.\n",
    "Ontem leram «CLÃ» e «A MAÇÃ».\n",
    "Der Film „AMANHÃ“ läuft, dann ‚IRMÃ‘.\n",
    "Le roman ‹AVELÃ› paraît mardi.\n",
    "I fönstret stod ”RÅ” på en skylt.\n",
    "La radio dit »LÄ« en allemand.\n",
    "Na camisa lia-se “A ROMÃ”, de “MAÇÃ” a “AVELÃ”.\n",
    "Pe perete era scris «PÂRÂ», apoi “PÂRÂ”.\n",
    "MINHA IRMÃ— disse ele — ficou.\n",
    "AMANHÃ– e depois de amanhã – há sol.\n",
    "Dizia AMANHÃ… sem mais.\n",
    "A IRMÃ\xa0MARTA chegou.\n",
    "Der 30. MÄ° war ein schöner Tag.\n",
    "Tấm bảng ghi «MÃ», rồi ‘NGÃ’ và MÃ– nữa.\n",
]


@pytest.mark.parametrize("text", MEANT)
def test_a_capital_at_the_end_of_a_word_is_meant(text: str) -> None:
    assert repair(text) == (text, NO_EDITS, [])


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("SJÃ– I BRAND\nPå kvällen brann det.\n", "SJÖ I BRAND\nPå kvällen brann det.\n"),
        ("GANÃ“ EL NIÑO\n", "GANÓ EL NIÑO\n"),
        ("ACMEÂ® é uma marca.\n", "ACME® é uma marca.\n"),
        ("«Não», disse.Â»\n", "«Não», disse.»\n"),
        ("Ã‰TÃ‰ À LA MER\nC’est l’été.\n", "ÉTÉ À LA MER\nC’est l’été.\n"),
        ("AVÃ” está aqui.\nO cafÃ© também.\n", "AVÔ está aqui.\nO café também.\n"),
    ],
)
def test_a_capital_is_a_first_byte_where_more_speaks_for_it(damaged: str, text: str) -> None:
    assert repair(damaged)[0] == text


def test_hidden_capitals_come_back() -> None:
    line = "Leram «CLÃ» e “ROMÃ”.\n"
    assert hide(line, alone=False).count("Ã") == 0
    assert spare(line, str.swapcase) == "lERAM «clÃ» E “romÃ”.\n"


def test_a_line_with_characters_for_private_use_hides_none() -> None:
    line = "O logotipo \ue0c3 é «CLÃ».\n"
    assert hide(line, alone=True) == line
    assert spare(line, str.upper) == line.upper()
