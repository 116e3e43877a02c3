"""Whole articles through every channel that loses nothing come back whole, the channel untold."""

import ftfy.bad_codecs  # noqa: F401  (the sloppy codecs)
import pytest

from newsclean.mojibake import repair

ARTICLE = (
    "“It’s late,” the mayor of Besançon said — and left the café, where José Muñoz waited…\n"
    "\n"
    "The town’s councillors don’t mind: “We’re fine,” they’d said, ‘for now’.\n"
    "One of them paid £5 for the “Dutchman™” model.\n"
    "A line without a mark stands between.\n"
    "The harbour – closed since May – won’t open.\n"
)
UTF8_READ_IN = [
    "latin-1",
    "sloppy-windows-1252",
    "sloppy-windows-1250",
    "sloppy-windows-1251",
    "sloppy-windows-1253",
    "sloppy-windows-1254",
    "sloppy-windows-1257",
    "iso-8859-2",
    "iso-8859-9",
    "iso-8859-15",
    "mac-roman",
    "cp437",
    "cp850",
    "cp852",
    "cp866",
    "koi8-r",
    "koi8-u",
]
SWAPPED = [
    ("mac-roman", "sloppy-windows-1252"),
    ("mac-roman", "latin-1"),
    ("sloppy-windows-1252", "latin-1"),
    ("sloppy-windows-1252", "mac-roman"),
    ("sloppy-windows-1252", "cp437"),
    ("sloppy-windows-1252", "cp850"),
]


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("codec", UTF8_READ_IN)
def test_utf8_read_in_another_codec(codec: str, times: int) -> None:
    damaged = ARTICLE
    for _ in range(times):
        damaged = damaged.encode().decode(codec)
    assert repair(damaged, "original")[0] == ARTICLE


@pytest.mark.parametrize(("written", "read"), SWAPPED)
def test_one_8_bit_codec_read_in_another(written: str, read: str) -> None:
    assert repair(ARTICLE.encode(written).decode(read), "original")[0] == ARTICLE


@pytest.mark.parametrize("codec", ["gbk", "gb18030"])
@pytest.mark.parametrize("lost", ["\ufffd", "?"])
def test_utf8_read_in_a_codec_of_two_bytes(codec: str, lost: str) -> None:
    damaged = ARTICLE.encode().decode(codec, "replace").replace("\ufffd", lost)
    repaired = repair(damaged, "original")[0]
    # Which dash stood between spaces is lost; the article's other dash is taken for it.
    assert repaired.replace("–", "—") == ARTICLE.replace("–", "—")


def test_an_intact_article_stays() -> None:
    assert repair(ARTICLE, "original") == (ARTICLE, [], [])
