"""Which of several channels the lines of a document elect."""

import pytest

from newsclean.mojibake.lossy.channels import Channel, channels, sender
from newsclean.mojibake.lossy.election import Election
from newsclean.mojibake.lossy.lattice import Lattice
from newsclean.mojibake.lossy.letters.languages import Document
from newsclean.mojibake.lossy.letters.spelling import Letters
from newsclean.mojibake.lossy.runs.line import Line

LOSING = {channel.name: channel for channel in channels("?") if not channel.lossless}
CYRILLIC, CENTRAL, MAC, BALTIC = (
    LOSING[f"utf-8 > {stored}"]
    for stored in (
        "windows-1252 > windows-1251",
        "windows-1252 > windows-1250",
        "mac-roman > windows-1251",
        "windows-1252 > windows-1257",
    )
)
ASCII, LATIN_1 = LOSING["ascii"], LOSING["latin-1"]


def elected(text: str, rivals: list[Channel], language: str = "en", *, words: bool = True) -> Channel | None:
    """Return the channel that is elected for `text`, or None; without `words` none is looked up."""
    document = Document({language: 1.0}, {})
    lattices = [Lattice(channel, document.own) for channel in (None, *rivals)]
    members = frozenset().union(*[lattice.members for lattice in lattices])
    lines = text.split("\n")
    sample = [Line(lines, number, language) for number in range(len(lines))]

    def letters_of(lattice: Lattice) -> Letters | None:
        return Letters(lattice.channel, document) if words and lattice.channel else None

    return Election(sample, lattices, members, letters_of).elected().channel


@pytest.mark.parametrize("channel", [CYRILLIC, CENTRAL, MAC, ASCII], ids=lambda channel: channel.name)
def test_the_channel_that_explains_the_marks_is_elected_among_rivals(channel: Channel) -> None:
    damaged = sender(channel.legs)("“She doesn’t know,” he said – “nor do I.”")
    for rivals in ([CYRILLIC, CENTRAL, MAC, ASCII], [ASCII, MAC, CENTRAL, CYRILLIC]):
        assert elected(damaged, rivals) is channel


def test_lines_are_heard_together() -> None:
    damaged = "The ferry?€™s late.\nThe boatâ€™s crew doesnâ€™t mind.\nIt isnâ€™t news."
    assert elected(damaged, [CYRILLIC, CENTRAL]) is CENTRAL


@pytest.mark.parametrize("text", ["Is it so? Yes, it is.", "A day in the park, and no mark at all."])
def test_no_channel_is_elected_for_an_intact_text(text: str) -> None:
    assert elected(text, [ASCII, LATIN_1, CYRILLIC]) is None


def test_the_price_decides_between_channels_that_leave_the_same() -> None:
    cheap, dear = (CYRILLIC._replace(price=price) for price in (5.0, 9.0))
    for rivals in ([cheap, dear], [dear, cheap]):
        assert elected("The ferry?€™s late, isn?€™t it?", rivals) is cheap


def test_a_channel_that_costs_more_than_it_explains_is_not_believed() -> None:
    few, many = "The ferry?€™s late.", "The ferry?€™s late. " * 20
    dear = CYRILLIC._replace(price=40.0)
    assert elected(few, [dear]) is None
    assert elected(many, [dear]) is dear


def test_of_channels_that_read_all_runs_alike_the_cheapest_is_elected() -> None:
    # What windows-1257 makes of letters is another matter, but there are none.
    damaged = "The ferry?€™s late, and we don?€™t know why."
    assert sender(BALTIC.legs)("’") == sender(CYRILLIC.legs)("’")
    assert CYRILLIC.price < BALTIC.price
    assert elected(damaged, [BALTIC, CYRILLIC]) is CYRILLIC


@pytest.mark.parametrize(
    ("text", "channel"),
    [("It?s what they don?t know.", ASCII), ("It?s what the café doesn?t know.", LATIN_1)],
)
def test_a_character_that_a_channel_would_have_lost_speaks_against_it(text: str, channel: Channel) -> None:
    assert elected(text, [ASCII, LATIN_1]) is channel


@pytest.mark.parametrize(
    ("damaged", "channel"),
    [
        ("Il vient apr?®s la fin du proc?®s et du succ?®s.", MAC),  # après, procès, succès
        ("Le ma?®tre conna?®t la bo?®te et l'ab?®me.", CYRILLIC),  # maître, connaît, boîte, abîme
    ],
)
def test_words_decide_between_channels_that_leave_the_same_of_different_letters(
    damaged: str, channel: Channel
) -> None:
    assert elected(damaged, [CYRILLIC, MAC], "fr") is channel


def test_without_words_the_likelier_letter_decides() -> None:
    assert elected("Le ma?®tre conna?®t la bo?®te et l'ab?®me.", [CYRILLIC, MAC], "fr", words=False) is MAC
