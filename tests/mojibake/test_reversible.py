"""The faster ways give the same as ftfy."""

import ftfy
import pytest
from ftfy.badness import is_bad
from hypothesis import example, given
from hypothesis import strategies as st
from stages import made_of

from benchmarks import texts
from benchmarks.channels import CHANNELS, damage
from newsclean.edits import NO_EDITS, Edits
from newsclean.lines import Lines
from newsclean.mojibake import repair, reversible
from newsclean.mojibake.gate import may_be_utf8

LINES = [line for article in texts.articles() for line in article.splitlines(keepends=True)]


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_line_is_repaired_as_ftfy_repairs_it(channel: str) -> None:
    for line in LINES[::3]:
        try:
            damaged = damage(line, channel)
        except UnicodeError:  # no room for Cyrillic
            continue
        assert reversible.repair_line(damaged) == ftfy.fix_text(damaged, reversible.CONFIG)


broken = st.builds(damage, st.sampled_from(LINES), st.sampled_from([*CHANNELS][1:5]))
pieces = (
    broken
    | st.sampled_from(LINES)
    | st.sampled_from(["Ã ", "Â\xa0", "â€", "\x1a", "\ufffd", "í\xa0\x81", "À", "\x85"])
)


@given(st.lists(pieces, min_size=1, max_size=4).map(lambda parts: "It " + "".join(parts).replace("\n", " ")))
@example("It â€\x85")
def test_mixed_lines_too(line: str) -> None:
    assert reversible.repair_line(line) == ftfy.fix_text(line, reversible.CONFIG)


articles = st.lists(pieces.map(lambda piece: piece.strip("\n") + "\n"), min_size=1, max_size=4)


def undo_certain(lines: Lines) -> tuple[Lines, Edits]:
    return reversible.undo_certain(lines, bytearray(line.isascii() or may_be_utf8(line) for line in lines))


@given(st.lists(broken, max_size=3) | articles)
@example(["Ã¢\n", "Â·\n", "It\n"])
@example(["It â\x80\x93 now\n", "â€œNoâ€\x9d\n"])  # not ISO-8859-15, in which both are UTF-8
def test_lines_are_read_at_once_as_they_are_one_by_one(lines: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reversible, "_undo_at_once", lambda lines: None)
        one_by_one = made_of(undo_certain, lines)
    assert made_of(undo_certain, lines) == one_by_one


@given(pieces | st.text(st.sampled_from("aé^ .ÃÂ ×Â\xa0€™œ°вЂ3")))
def test_a_line_is_bad_if_it_is_to_ftfy(line: str) -> None:
    assert reversible._is_bad(line) == is_bad(line)


@pytest.mark.parametrize(
    "channel", ["utf-8 as 1252", "utf-8 as latin-1", "utf-8 as 1252, twice", "1252, 9D to ?"]
)
def test_the_short_way_leads_where_the_long_way_leads(channel: str, monkeypatch: pytest.MonkeyPatch) -> None:
    damaged = [damage(article, channel) for article in texts.latin_articles()[::9]]
    short = [repair(text)[0] for text in damaged]
    monkeypatch.setattr(reversible, "undo_certain", lambda lines, _: (lines, NO_EDITS))
    assert [repair(text)[0] for text in damaged] == short


def test_what_could_be_meant_is_read_in_the_company_of_what_could_not() -> None:
    lines = ["The Harbour Watch™\n", "“It’s ours,” they said.\n", "See café™ for more.\n", "Wait� here\n"]
    damaged = [damage(line, "utf-8 as 1252") for line in lines[:3]] + lines[3:]
    assert made_of(undo_certain, damaged)[0] == lines
    assert made_of(undo_certain, damaged[:1]) == (damaged[:1], NO_EDITS)


@pytest.mark.parametrize("channel", ["utf-8 as 1252", "utf-8 as latin-1", "utf-8 as 1252, twice"])
def test_all_lines_are_read_as_often_and_none_once_more(channel: str) -> None:
    text = "The CAFÉ’s menu is out.\nIt isn’t long.\n3 · 4\nAyşe came.\nA rose – or two – for KÖ… and ÄÜ–\n"
    assert "".join(made_of(undo_certain, damage(text, channel).splitlines(keepends=True))[0]) == text


WESTERN = [
    "Die Ärzte waren über das Maß überrascht.\nDas Öl, sagte er, sei teuer.\n",
    "La forêt brûle depuis trois jours.\nOù est-elle, la façade de l’hôtel ?\n",
    "Le café est fermé.\n",
    "A decisão de João é clara.\nEle não muda a ação.\n",
    "El árbol cayó en la mañana.\n",
]


@pytest.mark.parametrize("text", WESTERN)
def test_western_letters_are_read_in_each_line_of_an_article(text: str) -> None:
    damaged = damage(text, "utf-8 as 1251")
    assert repair(damaged)[0] == text


@pytest.mark.parametrize("text", ["Читает Гёте в iPhoneГ.\n", "В Гјирокастре МГЄ ждут.\n", *WESTERN])
def test_cyrillic_letters_beside_others_stay(text: str) -> None:
    assert repair(text) == (text, NO_EDITS, [])


def test_lines_in_two_common_codecs_are_in_no_rare_one() -> None:
    text = "At about 2.6% — of the value — it stays.\n"
    lines = [text.encode().decode("cp1252", "replace"), text.encode().decode("latin-1")]
    assert made_of(undo_certain, lines)[0] == [text, text]


def test_no_pattern_of_braille_is_made_of_a_sign_and_a_blank() -> None:
    assert made_of(reversible.repair, ["Item â¢ one and â¤ two\n"])[0] == ["Item â¢ one and â¤ two\n"]


@pytest.mark.parametrize("text", ["Das „Floß“ liegt am Ufer, und der „Spaß“ ist vorbei.\n", "Ein „Gruß“.\n"])
def test_no_letter_of_another_script_comes_into_a_latin_word(text: str) -> None:
    assert made_of(reversible.repair, [text.encode("cp1252").decode("latin-1")])[0] == [text]


@pytest.mark.parametrize("text", ["VIPы ждут.\n", "Это SMSка и PRщик.\n", "A 5 kΩ load, 10 μm wide.\n"])
def test_letters_of_another_script_stay_beside_latin_ones(text: str) -> None:
    assert made_of(reversible.repair, [damage(text, "utf-8 as 1252")])[0] == [text]


def test_no_shape_is_made_of_what_is_left_of_a_sign() -> None:
    lines = ["El piso cuesta 1.240 â¬ al mes, segÃºn el alcalde.\n"]
    assert made_of(reversible.repair, lines)[0] == ["El piso cuesta 1.240 â¬ al mes, según el alcalde.\n"]


@pytest.mark.parametrize(
    "text",
    [
        "It takes 47 kΩ now.\n",
        "It has 12 µA and 9 °C and 3 MΩ.\n",
        "It was −40 °C, with 12 μSv and 47 kΩ, up by 3‰.\n",
    ],
)
def test_what_has_signs_of_units_is_whole(text: str) -> None:
    assert repair(text.encode().decode("sloppy-windows-1252"), "original")[0] == text


@pytest.mark.parametrize(
    "text", ["L\x92uomo disse: «è vero».", "L\x92homme cria\x85 «ça va», «êtes-vous là»"]
)
def test_a_quotation_beside_a_control_opens_with_its_own_letter(text: str) -> None:
    intact = text.replace("\x92", "’").replace("\x85", "…")
    assert made_of(reversible.repair, [text])[0] == [intact]


@pytest.mark.parametrize("codec", ["mac-roman", "windows-1250", "windows-1251", "iso-8859-2"])
def test_a_mark_is_read_beside_intact_ones(codec: str) -> None:
    text = "It’s late – the mayor’s gone. It{}s late, she said.\n"
    assert made_of(reversible.repair, [text.format("’".encode().decode(codec))])[0] == [text.format("’")]
