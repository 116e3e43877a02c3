import pytest

from newsclean.mojibake.lossy.channels import Channel, channels, sender
from newsclean.mojibake.lossy.letters.languages import Document
from newsclean.mojibake.lossy.letters.spelling import Letters


def channel(name: str, losses: str) -> Channel:
    return next(each for each in channels(losses) if each.name == name)


ASCII, REPLACED = channel("ascii", "?"), channel("windows-1252 > utf-8", "\ufffd")
STORED = channel("utf-8 > windows-1252 > windows-1250", "?")
CYRILLIC = channel("utf-8 > windows-1252 > windows-1251", "?")
DAMAGED = {ASCII: "?", REPLACED: "\ufffd", STORED: "?€"}


@pytest.mark.parametrize(
    ("through", "language", "line", "at", "letter", "proof"),
    [
        (ASCII, "fr", "Il vient apr?s midi", 12, "è", "listed"),
        (ASCII, "fr", "Il vient d?apr?s elle", 14, "è", "listed"),  # behind an elision
        (ASCII, "es", "dijo ?m?s agua", 7, "á", "listed"),  # behind a mark
        (ASCII, "fr", "elle va ? Paris", 8, "à", "alone"),
        (ASCII, "pl", "bibliotek? stoi", 9, None, "some"),  # bibliotekę, biblioteką
        (ASCII, "en", "Really? Yes", 6, None, ""),
        (ASCII, "tr", "geçen hafta ?orum'da başladı", 12, "Ç", "listed"),  # only names have such an ending
        (ASCII, "tr", "geçen hafta ?ubat ayı", 12, "ş", "listed"),
        (ASCII, "sv", "Mona ?ström har sagt", 5, None, "some"),  # Åström, or åström
        (REPLACED, "cs", "zdravotn\ufffd p\ufffd?e", 11, "é", "listed"),  # č was lost before
        (STORED, "fr", "?€ Paris", 0, "À", "listed"),
        (STORED, "en", "she said ?€” and", 9, None, "some"),  # pieces of the marks of other channels
        (STORED, "en", "the year?€?s best", 8, None, ""),
        (STORED, "en", "his series?€? won", 10, None, ""),
    ],
)
def test_a_letter_is_told_by_its_word_or_left(
    through: Channel, language: str, line: str, at: int, letter: str | None, proof: str
) -> None:
    damaged = DAMAGED[through]
    assert line.startswith(damaged, at)
    assert Letters(through, Document({language: 1.0}, {})).read(line, at, damaged) == (letter, proof)


def damage(char: str) -> str:
    return sender(CYRILLIC.legs)(char)


@pytest.mark.parametrize(
    ("language", "before", "char", "after", "letter", "proof"),
    [
        # What stands beside a word is no letter of it, though one leaves the same.
        ("fr", "le projet ", "«", "gratuit» avance", None, ""),
        ("fr", "le «projet", "»", " avance", None, ""),
        ("fr", "le beau projet", "\xa0", "»", None, ""),
        ("fr", "en avril", "\xa0", "2019", None, ""),
        ("de", "Das zahlt niemand.", "\xa0", "", None, ""),
        ("de", "Und wer das", "\xa0", "bezahlt", None, ""),
        ("de", "sagte sie", "»", ", als", None, ""),
        ("en", "our Brightpan", "®", " line", None, ""),
        ("fr", "les élu", "·", "es", None, ""),
        ("fr", "3 mai 2017 ", "©", " A. Petit", None, ""),
        # ... but where they make a word, they are.
        ("fr", "Jusqu’", "à", " midi", "à", "listed"),
        ("fr", "la ma", "î", "trise", "î", "listed"),
        ("it", "la citt", "à", " vecchia", "à", "listed"),
        # Marks that begin as letters do are none of the word beside them.
        ("es", "la informaci", "ó", "n—", "ó", "listed"),
        ("es", "Todo llegar", "á", "”, dice", "á", "listed"),
        ("de", "die „Gr", "ü", "nen“", "ü", "listed"),
        ("fr", "« ", "É", "tat »", "É", "listed"),
        # A letter whose image tells its case, in a word that is listed with another.
        ("fr", "sur l’", "î", "le", "î", "listed"),
        ("fr", "le 4", "è", "me étage", "è", "listed"),
    ],
)
def test_letters_are_told_from_marks_that_leave_the_same(
    language: str, before: str, char: str, after: str, letter: str | None, proof: str
) -> None:
    line, at = damage(before + char + after), len(damage(before))
    letters = Letters(CYRILLIC, Document({language: 1.0}, {}))
    assert letters.read(line, at, damage(char)) == (letter, proof)


def test_a_letter_that_hardly_ever_stands_there_is_not_told_by_all_others_being_excluded() -> None:
    greek = channel("utf-8 > windows-1252 > windows-1253", "?")  # to which ä is no `??`, but ü is
    letters = Letters(greek, Document({"de": 1.0}, {}))
    assert letters.read("sie st??rken", 6, "??") == (None, "")


@pytest.mark.parametrize(
    ("before", "word", "behind"),
    [
        ("eine ", "Überreaktion", " des Amtes"),
        ("der ", "Übergabekoffer", " fehlte"),
        ("eine ", "übergenaue", " Prüfung"),
        ("wollten sie ", "überkleben", ", aber"),
    ],
)
def test_german_nouns_on_no_list_are_capital(before: str, word: str, behind: str) -> None:
    letters = Letters(CYRILLIC, Document({"de": 1.0}, {}))
    line, at = damage(before + word + behind), len(damage(before))
    assert letters.read(line, at, damage(word[0])) == (word[0], "spelled")


def test_question_marks_that_touch_a_word_are_no_letter_of_their_own() -> None:
    letters = Letters(channel("utf-8 > ascii", "?"), Document({"cs": 1.0}, {}))
    assert letters.read("???Demisi", 0, "??") == (None, "")
    assert letters.read("??? Demisi", 0, "??") == (None, "")
