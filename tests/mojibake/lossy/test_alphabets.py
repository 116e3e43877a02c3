"""Letters of other alphabets that Windows-1252 loses come back where the letters around them decide."""

import pytest

from newsclean import clean
from newsclean.mojibake import triggers
from newsclean.mojibake.lossy.alphabets import OPENED

RUSSIAN = (
    "Сегодня московский завод выпустил сотый трамвай, сказал директор: «Это наша работа, и она растёт».\n"
)
UKRAINIAN = "Сьогодні в селі відкрили бібліотеку, її збирали всією громадою, розповіла завідувачка.\n"
BULGARIAN = "Днес в града откриха новия площад, съобщи кметът пред журналистите.\n"
GREEK = "Ο δήμαρχος ανακοίνωσε χθες ότι το τραμ θα φτάσει μέχρι τη θάλασσα, και τρία ξενοδοχεία έκλεισαν.\n"
HEBREW = "ראש העיר אמר אתמול כי הרכבת הקלה תגיע עד החוף בתוך שנתיים.\n"
ARABIC = "قال المدير في المؤتمر إن الجسر سيفتح في الصيف المقبل.\n"


def misread(text: str, lost: str) -> str:
    return text.encode().decode("cp1252", "replace").replace("\ufffd", lost)


def repaired(text: str) -> str:
    return clean(text, trim=False, quotes="original").text


@pytest.mark.parametrize("lost", ["?", "\ufffd", ""])
@pytest.mark.parametrize("text", [RUSSIAN, UKRAINIAN, BULGARIAN, GREEK, HEBREW, ARABIC])
def test_letters_come_back(text: str, lost: str) -> None:
    assert repaired(misread(text, lost)) == text


def test_a_closing_mark_comes_back_with_the_letters_around() -> None:
    text = "Завод “Красная заря” закрыт с пятницы, сообщил директор.\n"
    assert repaired(misread(text, "?")).startswith("Завод “Красная заря” закрыт ")


def test_a_second_byte_that_became_a_plain_space_is_none_that_was_lost() -> None:
    text = "Рабочие чинят мост с понедельника, сообщили в ведомстве.\n"
    assert repaired(misread(text, "?").replace("\xa0", " ")).startswith("Рабочие чинят ")


def test_a_capital_comes_back_at_the_head_of_a_word_alone() -> None:
    text = "Η Νάξος και ο Νότος περιμένουν, είπε ο δήμαρχος στο καΐκι.\n"  # ΐ has the same first byte
    restored = repaired(misread(text, "?"))
    assert restored.startswith("Η Νάξος και ο Νότος περιμένουν, ")
    assert "Νκι" not in restored


def test_a_letter_in_doubt_stays_and_is_told() -> None:
    result = clean(misread("Он пошёл с ней, а не я.\n", "?"), trim=False)  # or я and с
    assert result.text == "Он пошёл Ñ? ней, а не Ñ?.\n"
    assert result.unresolved


@pytest.mark.parametrize(
    "text",
    [
        "Ñu? Das heißt ja, sagte Ñ?\n",
        "La letra Ñ, como en español. ¿Ñ? Sí.\n",
        "Ð? er íslenskur stafur, sagði Ðórður.\n",
    ],
)
def test_what_only_looks_like_it_stays(text: str) -> None:
    assert repaired(text) == text


def test_every_first_byte_has_its_letters() -> None:
    assert set(triggers.HEADS) == set(OPENED)
