"""Accented words come back where nothing else fits, and stay damaged where something does."""

from collections.abc import Callable

import ftfy.bad_codecs  # noqa: F401  (registers the sloppy codecs)
import pytest

from newsclean.mojibake.lossy.letters.languages import Document, read
from newsclean.mojibake.lossy.letters.words import Words


def ascii_marks(text: str) -> str:
    return text.encode("ascii", "replace").decode()


def utf8_as_ascii(text: str) -> str:
    return "".join("?" * len(char.encode()) if char > "\x7f" else char for char in text)


def cyrillic(text: str) -> str:
    garbled = text.encode().decode("sloppy-windows-1252")
    return garbled.encode("windows-1251", "replace").decode("windows-1251")


def document(language: str) -> Document:
    return Document({language: 1.0}, {})


@pytest.mark.parametrize("corrupt", [ascii_marks, utf8_as_ascii, cyrillic])
@pytest.mark.parametrize(
    "word",
    [
        "José",
        "São",
        "Erdoğan",
        "François",
        "MÜNCHEN",
        "Großbritannien",
        "Ceauşescu".replace("ş", "ș"),
        "Gdańsk",
    ],
)
def test_well_known_words_come_back_in_their_case(word: str, corrupt: Callable[[str], str]) -> None:
    assert Words(corrupt, document("en")).restore(corrupt(word)) == word


@pytest.mark.parametrize(
    ("token", "language", "word"),
    [
        ("f?r", "de", "für"),
        ("f?r", "sv", "för"),
        ("m?s", "es", "más"),
        ("m?s", "ca", "més"),
        ("Stra?e", "de", "Straße"),
        ("?sterreich", "de", "Österreich"),
        ("?ber", "de", "über"),
        ("?stanbul", "tr", "İstanbul"),
        ("Rh?ne-Alpes", "fr", "Rhône-Alpes"),
        ("P?REZ", "es", "PÉREZ"),
        ("?", "fr", "à"),
    ],
)
def test_the_languages_of_the_document_decide(token: str, language: str, word: str) -> None:
    assert Words(ascii_marks, document(language)).restore(token) == word


@pytest.mark.parametrize(
    "token", ["?", "???", "?????", "qx?z", "vote?Pretty", "good?and", "really?", "who?", "?We"]
)
def test_what_fits_nothing_stays(token: str) -> None:
    assert Words(ascii_marks, document("en")).restore(token) is None


@pytest.mark.parametrize(
    ("token", "language", "holds"),
    [
        ("velk?", "cs", True),  # velký, velká, velké
        ("d?m", "cs", True),
        ("bibliotek?", "pl", True),
        ("really?", "en", False),
        ("qu?il", "fr", False),
    ],
)
def test_a_letter_may_be_known_to_be_lost_though_not_which(token: str, language: str, holds: bool) -> None:
    assert Words(ascii_marks, document(language)).holds_letter(token) is holds


def test_two_words_that_fit_alike_stay_undecided() -> None:
    assert Words(ascii_marks, Document({}, {})).restore("f?r") is None
    assert len(Words(ascii_marks, Document({}, {})).readings("f?r", False)) > 2


def test_a_row_of_lost_letters_before_a_hyphen_is_no_word() -> None:
    for language in ("", "sv", "fr"):
        assert Words(utf8_as_ascii, document(language)).restore("???", joined=True) is None


@pytest.mark.parametrize("intact", ["Montag", "état", "São Paulo", "12", ""])
def test_an_intact_word_is_nothing_to_restore(intact: str) -> None:
    assert Words(ascii_marks, Document({}, {})).restore(intact) is None


def test_a_word_that_opens_a_sentence_gets_its_capital() -> None:
    assert Words(ascii_marks, document("de")).restore("?ber", opening=True) == "Über"


@pytest.mark.parametrize(
    ("token", "language", "word"),
    [
        ("Unterst?tzungsteams", "de", "Unterstützungsteams"),
        ("Stra?enfestordner", "de", "Straßenfestordner"),
        # ... and by the listed words of which it is made.
        ("Brotb?nke", "de", "Brotbänke"),
        ("Stadtb?der", "de", "Stadtbäder"),
        ("Blumenk?rbe", "de", "Blumenkörbe"),
    ],
)
def test_a_word_on_no_list_is_spelled_by_its_letters(token: str, language: str, word: str) -> None:
    assert Words(ascii_marks, document(language)).restore(token) == word


@pytest.mark.parametrize(
    ("token", "language", "word"),
    [
        ("Tom?s", "es", "Tomás"),
        ("accus?s", "fr", "accusés"),
        ("nerv?s", "de", "nervös"),
        ("geht?s", "de", None),
        ("l?ufer", "de", "läufer"),
        ("l?eau", "it", None),
    ],
)
def test_an_apostrophe_shortens_as_the_language_does(token: str, language: str, word: str | None) -> None:
    assert Words(ascii_marks, document(language)).restore(token) == word


@pytest.mark.parametrize("token", ["l?eau", "qu?il", "Russia?s", "geht?s", "d?Ivoire", "O?Brien", "we?re"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_apostrophes_and_dashes_become_no_letters(token: str, language: str) -> None:
    assert Words(ascii_marks, document(language)).restore(token) is None


@pytest.mark.parametrize(
    ("token", "opening", "word"),
    [
        ("Kl?ger", False, "Kläger"),
        ("kl?ger", False, "klüger"),
        ("Kl?ger", True, None),  # a capital says nothing there
        ("ma?", False, "maß"),
    ],
)
def test_a_capital_tells_german_nouns_from_other_words(token: str, opening: bool, word: str | None) -> None:
    assert Words(ascii_marks, document("de")).restore(token, opening=opening) == word


@pytest.mark.parametrize(
    ("token", "language", "word"),
    [
        ("?zt?rk", "de", "Öztürk"),
        ("?zil", "de", "Özil"),
        ("?tienne", "fr", "Étienne"),
        ("?scar", "es", "Óscar"),
        ("?vora", "pt", "Évora"),
        ("?cole", "fr", "école"),
        ("?gua", "pt", "água"),
        ("?ngulo", "es", "ángulo"),
    ],
)
def test_a_name_has_a_capital(token: str, language: str, word: str | None) -> None:
    assert Words(ascii_marks, document(language)).restore(token) == word


def test_a_word_that_stands_intact_decides_its_damaged_occurrences() -> None:
    text = "Der Bürgermeister Qörl sprach. Danach sprach auch Q?rl."
    assert Words(ascii_marks, document("de")).restore("Q?rl") is None
    assert Words(ascii_marks, read(text)).restore("Q?rl") == "Qörl"


def test_a_long_word_on_the_list_has_hardly_an_unlisted_one_beside_it() -> None:
    assert Words(cyrillic, document("es")).restore(cyrillic("quirófano")) == "quirófano"


@pytest.mark.parametrize("word", ["maß", "Maß"])
def test_words_are_seldom_of_another_language(word: str) -> None:
    assert Words(cyrillic, document("de")).restore(cyrillic(word)) == word  # rather than the Slovak mať
