"""Accented words come back where nothing else fits, and stay where something does."""

import re
import zlib
from collections.abc import Callable
from importlib.resources import files

import ftfy.bad_codecs  # noqa: F401  (registers the sloppy codecs)
import pytest

from newsclean.mojibake.lossy.words import Document, document_languages, holds_letter, read, readings, restore

DATA = (files("newsclean.mojibake.lossy") / "words.txt").read_bytes()
CONTEXTS = (files("newsclean.mojibake.lossy") / "letters.txt").read_text("utf-8")
LINES = DATA.decode().splitlines()


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
    assert restore(corrupt(word), corrupt, document("en")) == word


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
    assert restore(token, ascii_marks, document(language)) == word


@pytest.mark.parametrize(
    "token", ["?", "???", "?????", "qx?z", "vote?Pretty", "good?and", "really?", "who?", "?We"]
)
def test_what_fits_nothing_stays(token: str) -> None:
    assert restore(token, ascii_marks, document("en")) is None


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
    assert holds_letter(token, ascii_marks, document(language)) is holds


def test_two_words_that_fit_alike_stay_undecided() -> None:
    assert restore("f?r", ascii_marks) is None
    assert len(readings("f?r", ascii_marks, Document({}, {}), False)) > 2


@pytest.mark.parametrize("intact", ["Montag", "état", "São Paulo", "12", ""])
def test_an_intact_word_is_nothing_to_restore(intact: str) -> None:
    assert restore(intact, ascii_marks) is None


def test_a_word_that_opens_a_sentence_gets_its_capital() -> None:
    assert restore("?ber", ascii_marks, document("de"), opening=True) == "Über"


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The council will meet on Monday and vote on the new budget for schools.", "en"),
        ("Der Rat tagt am Montag und stimmt dann mit der Opposition ab.", "de"),
        ("Le conseil se r?unit lundi dans la ville et vote pour les ?coles.", "fr"),
        ("Rada se sejde v pond?l? a bude hlasovat o rozpo?tu pro tento rok.", "cs"),
    ],
)
def test_intact_words_tell_the_language(text: str, language: str) -> None:
    shares = document_languages(text)
    assert max(shares, key=lambda code: shares[code]) == language
    assert sum(shares.values()) <= 1.001


def test_a_text_without_words_has_no_language() -> None:
    assert document_languages("????? ??? 12, 13") == {}


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
    assert restore(token, ascii_marks, document(language)) == word


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
    assert restore(token, ascii_marks, document(language)) == word


@pytest.mark.parametrize("token", ["l?eau", "qu?il", "Russia?s", "geht?s", "d?Ivoire", "O?Brien", "we?re"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_apostrophes_and_dashes_become_no_letters(token: str, language: str) -> None:
    assert restore(token, ascii_marks, document(language)) is None


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
    assert restore(token, ascii_marks, document("de"), opening=opening) == word


def test_a_word_that_stands_intact_decides_its_damaged_occurrences() -> None:
    text = "Der Bürgermeister Qörl sprach. Danach sprach auch Q?rl."
    assert restore("Q?rl", ascii_marks, document("de")) is None
    assert restore("Q?rl", ascii_marks, read(text)) == "Qörl"


def test_the_file_is_sorted_by_ascii_letters_and_unique() -> None:
    words = [line.partition(" ")[0] for line in LINES]
    keys = [("".join(filter(str.isascii, word)).lower(), word.lower(), word) for word in words]
    assert keys == sorted(set(keys))


def test_every_line_is_a_word_and_its_frequencies() -> None:
    for line in LINES:
        word, codes = line.split(" ")
        assert word.isalpha()
        assert codes
        for i in range(0, len(codes), 4):
            assert codes[i : i + 2].isalpha()
            assert 9 <= int(codes[i + 2 : i + 4]) <= 80


@pytest.mark.parametrize(
    "section", re.split(r"^\[", CONTEXTS, flags=re.MULTILINE)[1:], ids=lambda text: text[:2]
)
def test_every_section_of_letters_is_well_formed(section: str) -> None:
    language, *lines = section.splitlines()
    assert re.fullmatch(r"[a-z]{2}\]", language)
    names = [line.split("\t")[0] for line in lines]
    assert names == sorted({*names})
    assert "_" in names
    for name, *contexts in [line.split("\t") for line in lines]:
        assert contexts == sorted(contexts, key=lambda context: context.split(" ")[0])
        for context in contexts:
            assert re.fullmatch(r"\^?[a-zΐ-џא-תґ?]{0,4}_[a-zΐ-џא-תґ?]{0,4}\$? ([^\W\d_]\d\d)+", context)
            left, _, right = context.split(" ")[0].partition("_")
            assert f"{left[-1:]}_{right[:1]}" == name
        assert len(contexts) == 1 or len(name) == 3  # one with no letter behind it has a line of its own


def test_the_files_stay_small() -> None:
    """In a wheel, which deflates them, two megabytes are to hold both."""
    assert len(zlib.compress(DATA, 9)) + len(zlib.compress(CONTEXTS.encode(), 9)) < 2_000_000


def test_a_long_word_on_the_list_has_hardly_an_unlisted_one_beside_it() -> None:
    assert restore(cyrillic("quirófano"), cyrillic, document("es")) == "quirófano"


@pytest.mark.parametrize("word", ["maß", "Maß"])
def test_words_are_seldom_of_another_language(word: str) -> None:
    assert restore(cyrillic(word), cyrillic, document("de")) == word  # rather than the Slovak mať


def test_galician_is_in_no_list() -> None:
    text = (
        "Unha parte dos veciños quere unha nova piscina, pero o alcalde di que moi pouca xente a usa. Xa o "
        "dixo onte nunha entrevista coa radio, na que falou de máis cartos para as súas rúas e as escolas.\n"
    )
    assert not read(text).listed
