"""The languages of a document, by its intact words."""

import pytest

from newsclean.mojibake.lossy.letters.languages import read, shares_of


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
    shares = shares_of(text.split())
    assert max(shares, key=lambda code: shares[code]) == language
    assert sum(shares.values()) <= 1.001


def test_a_text_without_words_has_no_language() -> None:
    assert shares_of(["?????", "???", "12,", "13"]) == {}


def test_galician_is_in_no_list() -> None:
    text = (
        "Unha parte dos veciños quere unha nova piscina, pero o alcalde di que moi pouca xente a usa. Xa o "
        "dixo onte nunha entrevista coa radio, na que falou de máis cartos para as súas rúas e as escolas.\n"
    )
    assert not read(text).listed


def test_estonian_is_in_no_list() -> None:
    text = (
        "Vald tahab uut ujulat, aga osa inimesi ütleb, et seda kasutab liiga harva keegi. Vallavanem ei ole "
        "veel otsustanud, kas raha antakse koolile või teele, mis viib sadamasse, ning ootab vastust.\n"
    )
    assert not read(text).listed
