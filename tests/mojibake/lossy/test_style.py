"""Whether a document quotes as its language does, or as English does."""

import pytest

from newsclean.mojibake.lossy.channels import Channel, channels, sender
from newsclean.mojibake.lossy.lattice import Lattice
from newsclean.mojibake.lossy.runs.context import QUOTING, SINGLE_QUOTING
from newsclean.mojibake.lossy.runs.line import Line
from newsclean.mojibake.lossy.style import in_style, quoting

LOSING = {channel.name: channel for channel in channels("?") if not channel.lossless}
# A channel that leaves a trace of its own of ’, but the same trace of “, ” and ‘.
STORED = LOSING["utf-8 > windows-1252 > windows-1251"]
# A channel that leaves a trace of its own of “ as well.
READ = LOSING["utf-8 > windows-1252"]
ASCII = LOSING["ascii"]


def damaged(text: str, channel: Channel, language: str) -> list[Line]:
    lines = [sender(channel.legs)(line) for line in text.split("\n")]
    return [Line(lines, number, language) for number in range(len(lines))]


@pytest.mark.parametrize(
    ("channel", "language", "text", "roles"),
    [
        (STORED, "de", "Er sagt ‘ja’.\nSie sagt ‘nein’.", [SINGLE_QUOTING]),
        (STORED, "de", "Er sagt ‘ja’.\nSie sagt „nein“.", []),  # once may be a slip
        (STORED, "de", "Er sagt ‚ja‘.\nSie sagt ‚nein‘.", []),
        (STORED, "de", "Er sagt “ja”.\nSie sagt “nein”.", []),  # there „ leaves no less
        (READ, "de", "Er sagt “ja”.\nSie sagt “nein”.", [QUOTING]),
        (READ, "fr", "Il dit “oui”.\nElle dit “non”.", [QUOTING]),
        (READ, "cs", "Říká “ano”.\nŘíká “ne”.", []),
        (READ, "de", "Er sagt „ja“.\nSie sagt „nein“.", []),
        (STORED, "en", "He says ‘yes’.\nShe says ‘no’.", []),  # which is how English quotes
        (ASCII, "de", "Er sagt ‘ja’.\nSie sagt ‘nein’.", []),
    ],
)
def test_traces_tell_that_a_document_may_quote_as_english_does(
    channel: Channel, language: str, text: str, roles: list[frozenset[str]]
) -> None:
    lattice = Lattice(channel, frozenset({language}))
    assert quoting(lattice, damaged(text, channel, language)) == roles


@pytest.mark.parametrize(
    ("text", "adopted"),
    [
        ("„Sagt er ‘ja’“, fragte sie.\nDann sagte er ‘nein’ und ging.\nIhr ‘vielleicht’ blieb.", True),
        # Two apostrophes are traces of the style, but all quotations are of the other one.
        (
            "Hans’ Auto steht da.\nFritz’ Haus auch.\n„Sagt er ‚ja‘“, fragte sie.\nDann sagte er ‚nein‘.",
            False,
        ),
    ],
)
def test_the_style_under_which_lines_cost_least_is_chosen(text: str, adopted: bool) -> None:
    own = frozenset({"de"})
    usual, single = (
        Lattice(STORED, own, quoting_roles=roles) for roles in (frozenset[str](), SINGLE_QUOTING)
    )
    lines = damaged(text, STORED, "de")
    assert quoting(usual, lines) == [SINGLE_QUOTING]
    assert in_style([usual, single], lines) is (single if adopted else usual)


def test_a_style_that_is_as_good_as_the_usual_one_is_not_chosen() -> None:
    own = frozenset({"de"})
    lines = damaged("Das geht’s an.", STORED, "de")
    usual, same = Lattice(STORED, own), Lattice(STORED, own)
    assert in_style([usual, same], lines) is usual
    assert in_style([same, usual], lines) is same
