"""The table of channels and the images that are computed from it."""

from pathlib import Path

import pytest

from newsclean.mojibake.lossy.candidates import PREPARED, prepare
from newsclean.mojibake.lossy.channels import CHARS_REMEMBERED, Channel, Images, channels, image

EVERY_LOST = "?\ufffd¿"


def by_name(name: str, lost: str = "?") -> Channel:
    return next(c for c in channels(EVERY_LOST) if c.name == name and c.lost == lost and not c.lossless)


@pytest.mark.parametrize(
    ("name", "lost", "images"),
    [
        ("utf-8 > windows-1252 > windows-1251", "?", "“?€? ”?€? ‘?€? ’?€™ –?€“ —?€” …?€¦ é?© ü??"),
        ("utf-8 > windows-1252 > windows-1251, twice", "?", "“??‚¬? ’??‚¬?„? –??‚¬?€?"),
        ("utf-8 > windows-1252 > windows-1250", "?", "“â€? ”â€? ‘â€? ’â€™ —â€”"),
        ("utf-8 > windows-1252 > latin-1", "?", "“â?? ’â?? …â?¦ éÃ©"),
        ("utf-8 > windows-1252 > cp950", "?", "“?€? ’?€? —?€”"),
        ("utf-8 > windows-1252", "?", "“â€œ ”â€? ’â€™"),
        ("utf-8 > windows-1252", "\ufffd", "”â€\ufffd"),
        ("utf-8 > windows-1252", "", "”â€"),
        ("ascii", "?", "“? ’? é?"),
        ("ascii", "¿", "“¿ é¿"),
        ("latin-1", "?", "“? éé"),
        ("utf-8 > ascii", "?", "“??? é??"),
        ("windows-1252 > utf-8", "\ufffd", "“\ufffd é\ufffd"),
        ("windows-1252 > utf-8 > windows-1252", "?", "“ï¿½ éï¿½"),
    ],
)
def test_images_are_computed(name: str, lost: str, images: str) -> None:
    channel = by_name(name, lost)
    for pair in images.split(" "):
        assert image(channel.legs, pair[0]) == pair[1:]


def test_ascii_passes_every_channel_unchanged() -> None:
    printable = "".join(map(chr, range(0x20, 0x7F)))
    for channel in channels(EVERY_LOST):
        if not any(codec in leg.read for leg in channel.legs for codec in ("cp932", "cp949", "cp950", "gbk")):
            assert image(channel.legs, printable) == printable, channel.name


def test_names_are_unique_among_channels_that_lose_to_the_same_mark() -> None:
    keys = [(channel.name, channel.lost, channel.lossless) for channel in channels(EVERY_LOST)]
    assert len(keys) == len(set(keys))


def test_only_channels_whose_lost_mark_stands_in_the_text_are_tried() -> None:
    assert {c.lost for c in channels("plain ? text") if not c.lossless} == {"?", ""}


@pytest.mark.parametrize(("name", "bare"), [("ascii", "?"), ("utf-8 > ascii", "???"), ("latin-1", "?")])
def test_a_bare_channel_leaves_only_question_marks(name: str, bare: str) -> None:
    assert by_name(name).bare == bare


def test_the_prepared_images_are_up_to_date() -> None:
    assert Path(PREPARED).read_bytes().decode() == prepare(), "run: python tools/prepare_channels.py"


def test_a_channel_remembers_so_many_characters_and_no_more() -> None:
    known = Images(by_name("utf-8 > windows-1252 > windows-1251").legs)
    for code in range(0xAC00, 0xAC00 + 3 * CHARS_REMEMBERED):
        assert known[chr(code)] == known[chr(code)]
        assert len(known) <= CHARS_REMEMBERED
