from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stages import made_of

import newsclean
from newsclean.edits import NO_EDITS
from newsclean.mojibake import scripts

TEXTS = {
    "Cyrillic": [
        "«Мы не можем», – заявил мэр города после долгого совещания.\n",
        "Президент сообщил о новых переговорах.\n",
        "Дети играли во дворе, пока не начался дождь.\n",
    ],
    "Greek": ["Ο δήμαρχος ανακοίνωσε νέα μέτρα για το λιμάνι.\n", "Η απεργία συνεχίζεται και αύριο.\n"],
    "Hebrew": ["ראש העיר הודיע על צעדים חדשים\n", "המשטרה עצרה שלושה חשודים אתמול\n"],
    "Arabic": ["أعلن رئيس البلدية عن إجراءات جديدة\n", "قالت الشرطة إنها اعتقلت ثلاثة مشتبه بهم\n"],
}
INTACT = [
    "Þórður á Ísafirði sagði það í gær: «Við bíðum, en öðru máli gegnir um féð.»\n",
    "Føroyski býráðsformaðurin segði, at ferðafólkið ikki skuldi síggja tað.\n",
    "Președintele a spus că țara așteaptă; în București ninge și bineînțeles întârzie trenul.\n",
    "Élève à Évry, Noë a été reçue à l’École où l’on naît, hébétée et désœuvrée.\n",
    "A polícia não sabe se as eleições serão adiadas: «À noite, não há ônibus.»\n",
    "Thủ tướng nói ông đã đề nghị điều đó ở Đà Nẵng; ưu ái ấy ít ỏi.\n",
    "Az őrök hűvös időben érkeztek; a szőlő és a fűzfa elszáradt.\n",
    "Jäääärne töööö ja õueala\n",
    "ЗАО «МегаФон» и ОБЪЕДИНЁННЫЙ комитет: «Коммерсантъ» пишет о РОССИЙСКОМ рынке\n",
    "Українська їжа коштує 5 €, а ґанок — 10 №\n",
    "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ ÐÑÒÓÔÕÖØÙÚÛÜÝÞß àáâãäåæçèéêëìíîï ðñòóôõöøùúûüýþÿ\n",
    "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ абвгдежзийклмнопрстуфхцчшщъыьэюя\n",
    "┌────┬────┐ │ да │ нет│ └────┴────┘\n",
]
CHANNELS = [
    (script, written, read)
    for script, codecs in scripts.WRITTEN.items()
    for written in codecs
    for read in ("cp1252", "latin-1", "mac_roman", *(("cp866", "koi8_r") if script == "Cyrillic" else ()))
    if written != read and {written, read} != {"koi8_u", "koi8_r"}
]


def misread(text: str, written: str, read: str) -> str:
    """Return `text` as decoded by `read`; a byte that it lacks becomes a control character."""
    return "".join(
        bytes([byte]).decode(read, "ignore") or chr(byte) for byte in text.encode(written, "ignore")
    )


@pytest.mark.parametrize(("script", "written", "read"), CHANNELS)
def test_a_text_is_read_in_the_codec_in_which_it_was_written(script: str, written: str, read: str) -> None:
    whole = [line.encode(written, "ignore").decode(written) for line in TEXTS[script]]
    repaired, edits = made_of(scripts.repair, [misread(line, written, read) for line in whole])
    assert repaired == whole
    assert len(edits) == len(whole)


def test_lines_that_are_no_such_text_stay() -> None:
    broken, whole = misread(TEXTS["Cyrillic"][1], "cp1251", "cp1252"), TEXTS["Cyrillic"][1]
    beside = ["The café in São Tomé.\n", TEXTS["Cyrillic"][2], "\n", "12.5 %\n"]
    assert made_of(scripts.repair, [broken, *beside])[0] == [whole, *beside]


@pytest.mark.parametrize("read", ["cp1252", "koi8_r", "cp866"])
def test_it_is_undone_by_the_command_and_told(read: str) -> None:
    text = "".join(TEXTS["Cyrillic"])
    result = newsclean.clean(misread(text, "cp1251", read), trim=False)
    assert result.text == text
    assert {edit.reason for edit in result.edits} == {f"misread:cp1251 as {read}"}


def test_marks_that_came_in_later_stay() -> None:
    broken = (
        misread("Новые правила ", "koi8_u", "cp1252") + "“" + misread("сообщили", "koi8_u", "cp1252") + "”\n"
    )
    assert made_of(scripts.repair, [broken])[0] == ["Новые правила “сообщили”\n"]


@pytest.mark.parametrize("text", [*INTACT, *(line for lines in TEXTS.values() for line in lines)])
def test_intact_text_stays(text: str) -> None:
    assert made_of(scripts.repair, [text]) == ([text], NO_EDITS)
    assert newsclean.clean(text, trim=False).text == text


@given(st.permutations(INTACT), st.sampled_from([line for lines in TEXTS.values() for line in lines]))
def test_intact_articles_stay(lines: list[str], line: str) -> None:
    assert made_of(scripts.repair, [*lines, line]) == ([*lines, line], NO_EDITS)


def test_the_pairs_are_letters_of_their_script() -> None:
    lines = (files("newsclean.mojibake") / "pairs.txt").read_text("utf-8").splitlines()
    assert [line.split()[0] for line in lines] == sorted(scripts.WRITTEN)
    for name, pairs in scripts._pairs().items():
        assert all(len(pair) == 2 and pair.isalpha() and not pair.isascii() for pair in pairs), name
