"""The readings of a line under one channel."""

import pytest

from newsclean.mojibake.lossy.channels import channels
from newsclean.mojibake.lossy.lattice import MOST_LOST, Lattice


@pytest.mark.parametrize("run", ["????????", "?????? ?", "\ufffd" * 9, "ï¿½" * 8])
def test_a_long_row_of_lost_characters_is_read_as_a_whole(run: str) -> None:
    """Its images would multiply the readings: a line of eighty characters took seconds."""
    for channel in channels(run):
        for cut in Lattice(channel, frozenset({"en"})).cuts(run).ways:
            assert len(cut) <= MOST_LOST, channel.name
