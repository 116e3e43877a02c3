import re

import pytest
from stages import made_of

from newsclean.edits import NO_EDITS
from newsclean.mojibake import repair
from newsclean.mojibake.lossy import double_byte
from newsclean.mojibake.triggers import FAR_IN_GBK

ARTICLE = [
    "“It’s late,” the mayor’s aide said – and the town wasn’t pleased…\n",
    "The councillors’ plan costs £5 at the “Café Déjà”, José told ‘The Echo’.\n",
    "Between 2019–20 they “didn’t ask”?\n",
    "The aide’s car isn’t for sale yet.\n",
    "Plain.\n",
]
INTACT = [
    *ARTICLE,
    "시의회는 새 도서관 건립 계획을 승인했다고 BTS처럼 밝혔고 KBS챙도 전했다.\n",
    "The singer’s name is 천 in Korean, K천 to her fans – and 羅 in Taiwan.\n",
    "贵州茅台，没有眉毛的iPhone手机 (茅台) costs £5.\n",
    "市议会批准了新图书馆的建设计划，工程预计将于明年春天开始。\n",
    "図書館の建設計画を承認した。\n",
    "Why does “It’s” become 鈥? He asked 贵州茅台 of Guizhou, 贵州 and 茅台镇 too.\n",
]


@pytest.mark.parametrize(
    ("codec", "lost"),
    [
        *((codec, lost) for codec in ("gbk", "gb18030", "cp932") for lost in ("\ufffd", "?")),
        ("cp949", "\ufffd"),
    ],
)
def test_marks_and_the_letters_they_ate_come_back(codec: str, lost: str) -> None:
    damaged = [line.encode().decode(codec, "replace").replace("\ufffd", lost) for line in ARTICLE]
    assert damaged != ARTICLE
    repaired, edits = made_of(double_byte.repair, damaged)
    assert repaired == ARTICLE
    assert [edit.line for edit in edits] == [1, 2, 3, 4]


@pytest.mark.parametrize("codec", sorted(double_byte.LOSING))
def test_letters_come_back_where_marks_are_lost(codec: str) -> None:
    text = "Le maire de Besançon était déçu — l’école a fermé. « Où aller ? » La fenêtre, à côté, brûle.\n"
    damaged = text.encode().decode(codec, "replace")
    lines, _ = made_of(double_byte.repair, [damaged])
    assert lines[0].replace("\ufffd", "") == re.sub("[—’à]", "", text)
    assert repair(damaged, "original")[0].replace("–", "—") == text


@pytest.mark.parametrize(
    "text",
    [
        "Мост закроют до весны. «Мы не знаем», сказал он в среду.\n",
        "Η γέφυρα θα μείνει κλειστή, είπε ο δήμαρχος την Τετάρτη.\n",
    ],
)
def test_other_scripts_come_back(text: str) -> None:
    damaged = text.encode().decode("gbk")
    assert damaged != text
    assert repair(damaged, "original")[0] == text


def test_a_chinese_name_in_the_article_stays() -> None:
    damaged = [line.encode().decode("gbk", "replace") for line in ARTICLE]
    line = "The firm, 贵州, is old.\n"
    assert made_of(double_byte.repair, [*damaged, line])[0] == [*ARTICLE, line]


@pytest.mark.parametrize("text", INTACT)
def test_intact_text_stays(text: str) -> None:
    assert made_of(double_byte.repair, [text]) == ([text], NO_EDITS)


def test_a_trigger_opens_with_a_byte_that_is_looked_for() -> None:
    opening = {*double_byte.HEADS, *FAR_IN_GBK, *"가힣", *double_byte.letters_read_in(double_byte.CODECS)}
    assert all(char.encode()[0] not in double_byte.OTHERS for char in opening)


ENGLISH = "The mayor’s aide says they’re late, and “It’s José’s plan” – so she said.\nThe plan isn’t done.\n"
FRENCH = "L’école est près de l’église, dit-il ; elle était fermée dès lundi.\n"


@pytest.mark.parametrize("text", [ENGLISH, FRENCH])
@pytest.mark.parametrize("codec", ["gbk", "cp949", "cp932"])
def test_windows_that_was_read_in_two_bytes_comes_back(text: str, codec: str) -> None:
    damaged = text.encode("cp1252").decode(codec, "ignore")
    lines, edits = made_of(double_byte.repair_windows, damaged.splitlines(keepends=True))
    assert not re.search("[\u3000-\ud7ff]", "".join(lines))
    assert edits[0].reason == f"misread:cp1252 as {codec}"


@pytest.mark.parametrize(
    "text",
    [
        *INTACT,
        "Tokyo東京 and Seoul서울, he said; a Shinto神道 shrine, the K팝 star’s song.\n",
        "The sign 抯 is rare.\n",
    ],
)
def test_east_asian_names_beside_words_stay(text: str) -> None:
    assert made_of(double_byte.repair_windows, [text]) == ([text], NO_EDITS)
