"""Letters of other alphabets that Windows-1252 loses come back where the letters around them decide."""

import pytest

from newsclean import clean
from newsclean.mojibake import triggers
from newsclean.mojibake.lossy.alphabets import GAPS

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


@pytest.mark.parametrize("instead", [" ", ""])
def test_a_no_break_space_that_was_changed_was_the_second_byte_of_nun(instead: str) -> None:
    text = "ראש העיר אמר כי הרכבת לא תגיע לפני הקיץ, אין לנו זמן.\n"
    whole = text.encode().decode("sloppy-windows-1252")
    assert repaired(whole.replace("\xa0", instead)) == text


def test_second_bytes_that_stand_nowhere_were_lost_as_well() -> None:
    text = "Το τραμ κόστισε δύο εκατομμύρια ευρώ, και τρώμε εδώ με την Ξένια.\n"
    restored = repaired(text.encode().decode("cp1254", "replace").replace("\ufffd", "?"))
    assert restored == text.replace("Ξ", "Î?")


def test_vowel_signs_of_arabic_are_no_letters() -> None:
    restored = repaired(misread("قال المدير إن الجسر لن يُفتح في الصيف المقبل.\n", "?"))
    assert restored == "قال المدير إن الجسر لن يÙ?Ù?تح في الصيف المقبل.\n"


def test_a_letter_in_doubt_stays_and_is_told() -> None:
    result = clean(misread("Он пошёл с ней, а не я.\n", "?"), trim=False)  # or я and с
    assert result.text == "Он пошёл Ñ? ней, а не Ñ?.\n"
    assert result.unresolved


STRAIGHT = str.maketrans("‘’“”", "''\"\"")


@pytest.mark.parametrize(
    "text",
    [
        "В Вологде открыли мост.\n",
        "В школе открыли музей.\n",
        "Пётр Громов ещё пьёт чай за столом, сказал Виктор.\n",
        "Вчера в Думе обсудили бюджет, и депутаты спорили весь день. Где деньги?\n",
        "Громада має новий міст, а Дніпро ще ні.\n",
        "Вчера Димитър откри градината до Велико Търново.\n",
        "Ο Βασίλης είπε: Δεν θα φτάσει το τραμ. Γιατί όχι; Αυτό θα πει.\n",
    ],
)
@pytest.mark.parametrize("lost", [None, "?", "\ufffd"])
def test_straightened_marks_are_the_second_bytes_of_letters(text: str, lost: str | None) -> None:
    raw = text.encode().decode("sloppy-windows-1252") if lost is None else misread(text, lost)
    assert repaired(raw.translate(STRAIGHT)) == text


def test_straightened_marks_in_doubt_stay() -> None:
    text = "Д. Громов и Б. Громов из деревни Дубки пьют чай.\n"  # or Губки
    raw = text.encode().decode("sloppy-windows-1252").translate(STRAIGHT)
    assert repaired(raw) == 'Ð". Громов и Ð\'. Громов из деревни Ð"убки пьют чай.\n'


def test_a_mark_behind_a_dropped_byte_is_none_that_was_straightened() -> None:
    text = 'Завод "Красная заря" в Вологде закрыт, сказал директор: "Это работа для всех", и ушёл.\n'
    assert repaired(misread(text, "")) == text


def test_low_marks_that_are_straight_as_well_may_be_other_letters() -> None:
    text = "Пётр пьёт чай в Вологде.\n"
    low = str.maketrans("‚„", "'\"")
    raw = text.encode().decode("sloppy-windows-1252").translate(STRAIGHT | low)
    assert repaired(raw) == "ПÑ'Ñ'Ñ€ пьÑ'Ñ' чай в Ð'ологде.\n"


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
    assert set(triggers.HEADS) == set(GAPS)


NO_SPACES = [
    "Рынок в Ростове открыли. Роман Резник доволен, и Рига тоже.\n",
    "Ремонт закончили. Решение приняли вчера.\n",
    "Рада ухвалила закон. Раніше Рівне отримало кошти.\n",
    "Ръстът е два процента. Решението беше взето в\xa0Русе.\n",
]


@pytest.mark.parametrize("text", NO_SPACES)
@pytest.mark.parametrize("codec", ["sloppy-windows-1252", "latin-1"])
@pytest.mark.parametrize("dropped", ["\xa0", "\xa0\xad"])
def test_letters_that_lost_their_no_break_spaces_come_back(text: str, codec: str, dropped: str) -> None:
    damaged = text.encode().decode(codec).translate(dict.fromkeys(map(ord, dropped)))
    assert clean(damaged).text == text


def test_a_capital_that_nothing_decides_is_told() -> None:
    text = "Партия ЭКР и фонд РЭО спорят, но не о том.\n"
    result = clean(text.encode().decode("latin-1").translate({0xA0: None, 0xAD: None}))
    assert "Э" not in result.text and "Р" not in result.text
    assert result.unresolved
