import pytest
from stages import made_of

from newsclean.edits import NO_EDITS
from newsclean.mojibake import misread

ARTICLE = [
    "“It’s late,” the mayor of Besançon said – and left the café…\n",
    "She’d paid £5 or €6 for “a cup”.\n",
    "\n",
    "No mark at all.\n",
]
JAPANESE = ["橋の工事\u3000来年の春まで\n"]
INTACT = [
    "Ґрунт на мтДНК перевірили: меню навіть не змінили, але на полі не від того, кому не дозволено.\n",
    "Мы там были: «Тогда т. А. Ваганова» — статья в рад и тут\n",
    "ELLE A REÇU LA FAÇADE, ÇA VA; Þórður og það á Ísafirði\n",
    "┌──────┬─────┐\n│ name │ 100 │\n├──────┼─────┤\n",
    "Ðà Nẵng and Γάμος Ώρα\n",
    "╚лШ √ ГЮ╩.\n",  # too short a line for `scripts`
]


@pytest.mark.parametrize("codec", misread.CODECS)
@pytest.mark.parametrize("rounds", [1, 2])
def test_utf8_is_read_as_utf8(codec: str, rounds: int) -> None:
    damaged = ARTICLE
    for _ in range(rounds):
        damaged = [line.encode().decode(codec) for line in damaged]
    repaired, edits = made_of(misread.repair, damaged)
    assert repaired == ARTICLE
    assert {edit.line for edit in edits} == {1, 2}


@pytest.mark.parametrize("codec", misread.CODECS)
def test_spaces_of_any_width_are_text(codec: str) -> None:
    damaged = [line.encode().decode(codec) for line in JAPANESE]
    assert made_of(misread.repair, damaged)[0] == JAPANESE


@pytest.mark.parametrize("damaged", ["╬▒", "╬ψ", "╬п"])  # one letter, read in three codecs
def test_a_damaged_letter_takes_no_intact_word_along(damaged: str) -> None:
    before, behind = "Ο χειμώνας ήταν σκληρός· οι δρόμοι γλιστρούσαν πάντα. Μέτρ", " στο τέλος της ημέρας.\n"
    repaired, _ = made_of(misread.repair, [before + damaged + behind])
    assert repaired[0].startswith(before)
    assert repaired[0].endswith(behind)


@pytest.mark.parametrize("text", [*ARTICLE, *JAPANESE, *INTACT])
def test_intact_text_stays(text: str) -> None:
    assert made_of(misread.repair, [text]) == ([text], NO_EDITS)
