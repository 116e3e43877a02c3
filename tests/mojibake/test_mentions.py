"""Broken words that a line speaks of stay as they are."""

import pytest

from newsclean.edits import NO_EDITS
from newsclean.mojibake import repair
from newsclean.mojibake.mentions import is_mention


@pytest.mark.parametrize(
    "text",
    [
        "The bug made «Zoé» of «ZoÃ©» on every bill.\n",
        "Auf dem Brief stand „BÃ¤cker“, und der Bäcker lachte.\n",
        "On lisait « HÃ©lène » au lieu de « Hélène » sur la porte.\n",
        "He saved it as “Andr&eacute;.doc”, and André could not find it.\n",
        'Write "se\\u00f1or" or "señor": both are the same.\n',
        "She typed =C3=A9 and =20: quoted-printable has =C3=A9 for é.\n",
        "Go to http://news.example/?a=1&b=2&amp;c=3 for more.\n",
    ],
)
def test_a_broken_word_beside_the_whole_one_is_meant(text: str) -> None:
    assert repair(text) == (text, NO_EDITS, [])


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("The «ZoÃ©» is a boat.\nZoé rows it.\n", "The «Zoé» is a boat.\nZoé rows it.\n"),
        ("ZoÃ© met Zoé in a «bar» called Café.\n", "Zoé met Zoé in a «bar» called Café.\n"),
        ("Andr&eacute; saw “his café” on TV.\n", "André saw “his café” on TV.\n"),
        ("Go to http://news.example/?a=1&amp;b=2 now.\n", "Go to http://news.example/?a=1&b=2 now.\n"),
        ("The JSON caf=C3=A9 is =E2=80=9Copen=E2=80=9D\n", "The JSON café is “open”\n"),
    ],
)
def test_any_other_is_repaired(damaged: str, text: str) -> None:
    assert repair(damaged)[0] == text


def test_a_word_must_have_been_repaired_to_be_mentioned() -> None:
    assert not is_mention("“Café” or café: itâ€™s open.", "“Café” or café: it’s open.")
