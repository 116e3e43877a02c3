"""Whole articles come back from every channel that loses nothing, without being told which it was."""

import ftfy
import ftfy.bad_codecs  # the sloppy codecs
import pytest

from newsclean.edits import NO_EDITS
from newsclean.mojibake import repair, reversible

ARTICLE = (
    "“It’s late,” the mayor of Besançon said — and left the café, where José Muñoz waited…\n"
    "\n"
    "The town’s councillors don’t mind: “We’re fine,” they’d said, ‘for now’.\n"
    "One of them paid £5 for the “Dutchman™” model.\n"
    "A line without a mark stands between.\n"
    "The harbour – closed since May – won’t open.\n"
)
FEW_MARKS = "It’s the mayor’s plan – she couldn’t say…\nThey’re late, and he isn’t.\n"
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
# Short articles whose lines another codec would read otherwise, or ftfy takes for meant.
SHORT = {
    "de": "Nachtzüge zwischen München und Rom\nWir bedauern das außerordentlich, sagte Jürgen Größer.\n",
    "fr": "Grève des éboueurs : la mairie réquisitionne\nUne réunion, « déjà », est prévue à Périgueux.\n",
    "pl": "Rząd przyjął projekt ustawy o ochronie żubrów\nWedług przyrodników jest ich zbyt dużo.\n",
    "pt": "A água do rio subiu há três dias\nA previsão oficial é de uma recuperação lenta, disse o João.\n",
    "ru": "В Приозёрске открыт музей\nПосетителей ждут: вход свободный, «заходите все», просят хозяева.\n",
    "tr": "Köprü açılıyor\nBaşkan, çalışmaların geçen yıl başladığını söyledi: “Çok güç oldu.”\n",
}
UNDECIDED = {
    (
        "iso-8859-15",
        "fr",
    ): "a line is UTF-8 in Windows-1252 as well, and tried in ISO-8859-15 only with others",
    ("iso-8859-2", "pt"): "the lines are UTF-8 in Windows-1250 as well: ågua, hå",
}
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


@pytest.mark.parametrize(
    ("codec", "language"),
    [
        pytest.param(codec, language, marks=[pytest.mark.xfail(reason=why)] if why else [])
        for codec in UTF8_READ_IN
        for language in SHORT
        for why in [UNDECIDED.get((codec, language))]
    ],
)
def test_every_line_of_a_short_article_comes_back(codec: str, language: str) -> None:
    assert repair(SHORT[language].encode().decode(codec), "original")[0] == SHORT[language]


def read_in(codec: str, text: str) -> str:
    return text.encode().decode(codec, "replace")


@pytest.mark.parametrize("codec", reversible.RARE)
def test_a_whole_article_of_utf8_read_in_a_rare_codec(codec: str) -> None:
    # Some have no place for the bytes of all marks, or of letters.
    text = next(text for text in (ARTICLE, SHORT["pl"], FEW_MARKS) if "\ufffd" not in read_in(codec, text))
    assert repair(read_in(codec, text), "original")[0] == text


def test_a_whole_article_without_anything_that_ftfy_calls_bad() -> None:
    damaged = read_in("mac-cyrillic", FEW_MARKS)
    assert ftfy.fix_text(damaged) == damaged
    assert repair(damaged, "original")[0] == FEW_MARKS


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
    assert repair(ARTICLE, "original") == (ARTICLE, NO_EDITS, [])
