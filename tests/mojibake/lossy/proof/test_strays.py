"""Marks that touch a name as none does: there a letter was lost, and it stays lost."""

import pytest

from newsclean import clean

ENGLISH = "It#s what they#re asking of the mayor, and she won#t stop. #We don#t know,# she said.\n"
LOST = ["?", "\ufffd"]


def cleaned(text: str, lost: str) -> str:
    return clean(text.replace("#", lost), trim=False, quotes="original").text


@pytest.mark.parametrize("lost", LOST)
@pytest.mark.parametrize(
    "line",
    [
        "The prize went to Catr#ona Doyle of Leith.",
        "Then Mr. Orto#an left.",
        "In Zogot# is the house of Ren# d#Aubign# and of Ines #kerlund.",
        "A letter from Ana Ibrami#, the striker, came to Plzo# and back.",
        "The poem is by #rfhlaith Begley.",
        "They met Tom#s # Briain there.",
        "He is called Dvo###ek at home.",
        "The letter #, they say, is silent.",
        "We saw J#hannes at the fair.",
    ],
)
def test_a_letter_of_a_name_does_not_become_a_mark(line: str, lost: str) -> None:
    got = cleaned(ENGLISH + line + "\n", lost).split("\n")[1]
    assert not set(got).intersection("“”‘–—…\xa0")
    assert got.replace("d’", f"d{lost}").count(lost) >= line.count("#") - line.count("Ren#")


@pytest.mark.parametrize("lost", LOST)
@pytest.mark.parametrize(
    ("line", "restored"),
    [
        (
            "It was late#said by some to be too late#and cold.",
            "It was late—said by some to be too late—and cold.",
        ),
        ("The jam#blending contest was won.", "The jam—blending contest was won."),
        ("In Krampenau#a town of few#it rained.", "In Krampenau—a town of few—it rained."),
        ("The mayor#s #pragmatic# plan failed.", "The mayor’s “pragmatic” plan failed."),
        ("The workers# union, #tired of it#, left.", "The workers’ union, “tired of it”, left."),
        ("They called it #magic##and it was.", "They called it “magic”—and it was."),
        ("They went on# and on.", "They went on… and on."),
    ],
)
def test_a_mark_beside_words_comes_back(line: str, restored: str, lost: str) -> None:
    assert cleaned(ENGLISH + line + "\n", lost).split("\n")[1] == restored


def test_the_last_of_two_closing_marks_closes_a_quotation() -> None:
    assert cleaned(ENGLISH + "#Luka Ibrami# was here,# the note said.\n", "?").endswith(
        "\n“Luka Ibrami? was here,” the note said.\n"
    )


GERMAN = "Der Rat sagt „nein“. Die Brücke über den Fluss bleibt gesperrt, heißt es – für ein Jahr.\n"
FRENCH = "Le maire l’a dit hier : « Nous n’avons pas été prévenus », et il a quitté la salle à midi.\n"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (GERMAN + "Das Dorf Brandel#ater liegt weit weg.\n", "Brandel#ater"),
        (FRENCH + "Il habite dans N#ux depuis hier.\n", "N#ux"),
        (FRENCH + "Il habite à Mou#-sur-Oise avec Tha#s.\n", "Tha#s"),
    ],
)
def test_other_languages_part_no_small_words_by_marks(text: str, kept: str) -> None:
    damaged = "".join(char if char.isascii() else "?" for char in text)
    assert kept.replace("#", "?") in cleaned(damaged, "?").replace("ö", "?")
