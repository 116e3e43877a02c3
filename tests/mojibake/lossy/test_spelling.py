import pytest

from newsclean.mojibake.lossy.channels import Channel, channels
from newsclean.mojibake.lossy.spelling import Letters
from newsclean.mojibake.lossy.words import Document


def channel(name: str, losses: str) -> Channel:
    return next(each for each in channels(losses) if each.name == name)


ASCII, REPLACED = channel("ascii", "?"), channel("windows-1252 > utf-8", "\ufffd")
STORED = channel("utf-8 > windows-1252 > windows-1250", "?")
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
