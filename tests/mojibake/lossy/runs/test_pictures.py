"""Which pictures are the same once a channel has damaged them."""

import pytest

from newsclean.mojibake.lossy.channels import channels, sender
from newsclean.mojibake.lossy.runs.pictures import shared_images

LOSING = {channel.name: channel.legs for channel in channels("?") if not channel.lossless}


@pytest.mark.parametrize(
    ("name", "shared", "told"),
    [
        ("utf-8 > windows-1252 > windows-1251", "🚀😀🍀★✓", "→↑☆"),
        ("utf-8 > windows-1252", "🍀🚁🚍", "🚀😀→★"),
        ("ascii", "🚀😀→★", ""),
    ],
)
def test_pictures_share_what_a_channel_leaves_of_them(name: str, shared: str, told: str) -> None:
    send, several = sender(LOSING[name]), shared_images(LOSING[name])
    assert {picture for picture in shared + told if send(picture) in several} == set(shared)
