import bz2
import codecs
import gzip
import lzma
from collections.abc import Callable

import ftfy.bad_codecs  # noqa: F401  (registers the sloppy codecs)
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsclean.decode import decode
from newsclean.edits import NewscleanError

FRENCH = (
    "Le préfet a annoncé la réouverture du musée dès février, après des mois d'études très coûteuses.\n" * 3
)
RUSSIAN = "Городской совет утвердил бюджет на следующий год и пообещал построить новую школу у реки.\n" * 3
SPANISH = "Los niños comían jamón y melón en el salón de la montaña.\n" * 3
THAI = "สภาเมืองอนุมัติห้องสมุดใหม่เมื่อวันอังคาร งานจะเริ่มในปีหน้า\n" * 3
CZECH = "Příští týden začne žádaná oprava mostu, řekl v úterý starosta malého městečka na řece.\n" * 3
JAPANESE = "市議会は火曜日、新しい図書館の建設計画を承認した。工事は来年の春に始まる予定だ。\n" * 3
CHINESE = "市议会星期二批准了新图书馆的建设计划，工程预计将于明年春天开始，居民表示欢迎。\n" * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "utf-16"),
        ("Ja.", "utf-16"),
        (FRENCH, "utf-16-le"),
        (THAI, "utf-16-le"),
        (THAI, "utf-16-be"),
        (JAPANESE, "utf-16-le"),
        (JAPANESE, "utf-16-be"),
        ("À Besançon, " + FRENCH, "cp850"),
        ("Lo dijo Íñigo. Úrsula, no. " + SPANISH, "cp850"),
        ("O cartaz não é novo. Custou 40 €, já.\n", "iso8859-15"),
        (FRENCH, "utf-32"),
        (FRENCH, "cp1252"),
        (FRENCH, "mac_roman"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "iso8859-5"),
        (CZECH, "iso8859-2"),
        (CZECH, "cp1250"),
        (JAPANESE, "shift_jis"),
        (JAPANESE, "euc-jp"),
        (JAPANESE, "iso2022_jp"),
        (SPANISH, "mac_roman"),
        (CHINESE, "gb18030"),
        (CHINESE, "big5hkscs"),
        (CHINESE, "hz"),
    ],
)
def test_the_encoding_is_found(text: str, encoding: str) -> None:
    if encoding == "big5hkscs":
        text = "市議會星期二批准了新圖書館的建設計劃，工程預計將於明年春天開始，居民表示歡迎。\n" * 3
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize("store", ["cp1251", "latin-1"])
@pytest.mark.parametrize(
    "text",
    [
        "“We don’t know,” said José Núñez, who runs a café by the river. “Nobody does…”\n",
        "The harbour’s lamps weren’t lit.\n",
    ],
)
def test_what_a_store_left_of_marks_tells_its_encoding(store: str, text: str) -> None:
    data = text.encode().decode("sloppy-windows-1252").encode(store, "replace")
    assert decode(data).text == data.decode(store)


pieces = st.sampled_from(
    [b"caf\xc3\xa9 ", b"\xef\xbb\xbf", b"\xe9", b"\x80", b"It\xe2\x80\x99s ", b"+AB-", b"\x1b$B"]
)


@given(st.one_of(st.binary(), st.lists(pieces).map(b"".join)))
@example(b"")
def test_what_is_said_to_be_utf_8_is_nothing_else(data: bytes) -> None:
    try:
        decoded = decode(data)
    except NewscleanError:
        return
    assert decoded.how != "utf-8" or decoded.text.encode() == data


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("市議会は月曜日に開かれた。\n", "iso2022_jp"),
        ("시의회는 월요일에 열렸다.\n", "iso2022_kr"),
        ("市议会星期一开会。\n", "hz"),
        ("The café said so.\n", "hz"),
        ("The mayor said it’s so.\n", "utf-7"),
    ],
)
def test_a_line_of_seven_bits_is_no_western_text(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(("stray", "char"), [(b"\x92", "’"), (b"\x81", "\x81")])  # Windows-1252 has no 81
def test_a_stray_byte_in_utf8_is_read_alone(stray: bytes, char: str) -> None:
    data = FRENCH.encode() + b"It" + stray + b"s late\n"
    decoded = decode(data)
    assert decoded.text == FRENCH + f"It{char}s late\n"
    assert decoded.how == "nearly utf-8"
    assert decode(codecs.BOM_UTF8 + data) == decoded._replace(bom=True)


@pytest.mark.parametrize(
    ("data", "encoding", "message"),
    [
        (b"%PDF-1.7\n1 0 obj", None, "looks like application/pdf, not text"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", None, "looks like image/png, not text"),
        (b"caf\xe9", "utf-8", "cannot be read as utf-8: byte 0xe9 at offset 3"),
        (b"\x02\xfe\x01\x90" * 9, None, "looks like binary data, not text; if it is text, name its encoding"),
        (b"\x00\x01\x02\xff" * 50, None, "looks like binary data, not text"),  # letters of UTF-16, no blank
        (
            CHINESE.encode("gb18030") + b"\xff",
            None,
            "as gb18030: byte 0xff at offset 237 does not fit; name its",
        ),
        (b"text", "utf-9", "unknown encoding 'utf-9'"),
        (b"text", "hex", "unknown encoding 'hex'"),
    ],
)
def test_what_cannot_be_read_is_refused(data: bytes, encoding: str | None, message: str) -> None:
    with pytest.raises(NewscleanError, match=message):
        decode(data, encoding)


@pytest.mark.parametrize("compress", [bz2.compress, gzip.compress, lzma.compress])
def test_few_lines_compressed_are_no_utf_16(compress: Callable[[bytes], bytes]) -> None:
    """chardet takes short data for UTF-16, whatever their signature."""
    for end in range(20, len(FRENCH)):
        with pytest.raises(NewscleanError, match="not text"):
            decode(compress(FRENCH[:end].encode()))


@pytest.mark.parametrize(
    ("encoding", "name", "bom"),
    [("UTF16", "utf-16", True), ("utf_8_sig", "utf-8-sig", True), ("Windows-1252", "cp1252", False)],
)
def test_a_given_encoding_is_reported_by_its_name_and_its_mark(encoding: str, name: str, bom: bool) -> None:
    decoded = decode(FRENCH.encode(encoding), encoding)
    assert (decoded.text, decoded.encoding, decoded.how, decoded.bom) == (FRENCH, name, "given", bom)


def test_letters_of_a_signature_do_not_make_a_binary() -> None:
    text = "BMW a annoncé des résultats très élevés pour l'année, malgré des coûts à la hausse.\n" * 2
    assert decode(text.encode("cp1252")).text == text


def test_a_byte_beyond_the_window_of_the_detector_is_read_too() -> None:
    text = "Plain words make up a very long story about nothing much at all.\n" * 4000 + FRENCH
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    "text",
    [
        "‘It’s over,’ he said.\n",
        "The rock ’n’ roll band’s tour – its first – begins in May.\n",
        "“Well…”\n",
        "That’s what it’s about—giving all a chance.\n",
    ],
)
def test_a_few_windows_marks_are_enough(text: str) -> None:
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize("encoding", ["gbk", "big5", "shift_jis", "euc_jp"])
@pytest.mark.parametrize(
    "text",
    [
        "“Nobody will pay,” he said. They’ll pay.\n",
        "It’s late… and she’s ‘not here’.\n",
        "They’ve lost it at 30°, “or more”.\n",
    ],
)
def test_a_few_marks_of_an_east_asian_codec_are_enough(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding, decoded.how) == (text, encoding, "east asian marks")


def test_letters_of_a_western_text_stand_in_an_english_one_of_gbk() -> None:
    text = "“The café,” he said, “isn’t à la mode.”\n"
    assert decode(text.encode("gbk")).text == text


def test_letters_between_letters_are_no_east_asian_marks() -> None:
    text = "The word «a¡°b» stood there.\n"
    assert decode(text.encode("cp1252")).text == text


@pytest.mark.parametrize(
    "text",
    [
        "Le café coûte 3 €",
        "Price rose £5 to £25.\n",
        "Perché è finita\n",
        "La città è chiusa.\nIl sindaco: «Così è giusto».\n",
        "¡Gol! España gana.\n",
        "Größe zählt.\n",
        "Señor Núñez\n",
        "Il est né à Paris.\n",
        "§ 5 StGB\n",
        "L’hôtel a fermé à minuit.",
        "Tou·te·s à l’été !",
        "„SCHÖN WAR ES!“",
    ],
)
def test_a_line_of_western_europe_is_no_far_script(text: str) -> None:
    decoded = decode(text.encode("cp1252"))
    assert (decoded.text, decoded.encoding) == (text, "cp1252")


@pytest.mark.parametrize(
    "text",
    [
        "Such a case’s chance is slim.",
        "Apps that call themselves ‘Best of All’ win.",
        "The pope — they say — is tired.",
        "Les « boîtes noires » parlent",
    ],
)
def test_a_line_of_a_mac_is_no_far_script(text: str) -> None:
    assert decode(text.encode("mac_roman")).text == text


@pytest.mark.parametrize(
    "text", ["Call +442071234567 now, or +1800-555-0100.\n", "Grades from A+ to B- were given.\n"]
)
def test_numbers_and_grades_are_no_utf_7(text: str) -> None:
    assert decode(text.encode()).text == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n",
        "a",
        "é",
        "\x1b[1mbold\x1b[0m\n",
        "\x1b(B\x1b[mThe build has ended.\n",
        "A NUL \0 in a long line is text.\n",
        "Rain\0 fell on the town.\n",
        "The spring flood \0closed the café, and the old bridge too.\n",
        "Rain\0fell: café\n",
    ],
)
def test_tiny_utf_8_inputs_are_read_as_they_are(text: str) -> None:
    assert decode(text.encode()).text == text


def test_frames_and_greek_letters_of_cp437_are_no_capitals() -> None:
    text = "╔═╤═╗\n║a│b║\n╟─┼─╢\n║π│Σ║\n╚═╧═╝\n" + (FRENCH.replace("'", " ") + "Une résistance de 5 kΩ. ") * 2
    assert decode(text.encode("cp437")).text == text


def test_albanian_is_no_baltic_language() -> None:
    text = (
        "Kryetari i bashkisë tha se ura do të mbetet e mbyllur për një vit. Banorët janë të zemëruar: "
        "“Nuk dimë çfarë të bëjmë”, tha një grua që jeton në fshatin përtej lumit.\n"
    )
    assert decode(text.encode("cp1252")).text == text
    lithuanian = (
        "Tiltas bus uždarytas iki pavasario, sakė meras. Žmonių daug, tačiau šiandien jų čia nėra.\n"
        "Gyventojai pyksta ir nežino, ką daryti: „Mūsų niekas neklausė.“\n"
    )
    assert decode(lithuanian.encode("cp1257")).text == lithuanian


RUSSIAN_LINES = [
    "Зонт с ручкой лежит в музее.",
    "Мэр открыл дорогу в пятницу.",
    "Погода завтра будет хорошей.",
]
JAPANESE_LINES = ["山間の駅で住民が集まった。", "市長は新しい道路を開いた。", "明日の天気は晴れでしょう。"]


@pytest.mark.parametrize(
    ("lines", "other"),
    [
        (RUSSIAN_LINES, "cp1251"),
        (RUSSIAN_LINES, "koi8-r"),
        (JAPANESE_LINES, "cp932"),
        (JAPANESE_LINES, "euc-jp"),
    ],
)
@pytest.mark.parametrize("stray", [0, 1, 2])
def test_lines_of_another_encoding_are_read_in_it(lines: list[str], other: str, stray: int) -> None:
    data = b"".join(f"{line}\n".encode(other if at == stray else "utf-8") for at, line in enumerate(lines))
    decoded = decode(data)
    assert decoded.text.splitlines() == lines
    assert (decoded.encoding, decoded.how) == ("utf-8", "nearly utf-8")


def test_a_text_of_another_encoding_is_not_utf8_for_a_line() -> None:
    lines = [line.encode("cp1251") for line in RUSSIAN_LINES * 5]
    assert decode(b"\n".join([*lines, "Это UTF-8.".encode()])).encoding != "utf-8"


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
@pytest.mark.parametrize(
    "text",
    [
        "CAFÉ BLAZE: TWO HURT, FIREMEN SAY.\n",
        "CAFÉ BLAZE: TWO HURT\n\nFiremen said that two people were hurt when a shop burned down.\n",
        "LYON — THE CAFÉ STAYS SHUT, AND SO DOES THE INN.\n",
        "THE CLERK SAID: “IT’S LATE — WE CAN’T STAY.” THE £5 TICKETS AREN’T SOLD.\n",
        "FRÜH KAM DIE FÄHRE ÜBER DEN SEE, UND DIE BÄCKER ÖFFNETEN SPÄT.\n",
        "MÅNGA ÅKER BÅT PÅ SJÖN, OCH NÅGRA FÅR VÄNTA TILL NÄSTA ÅR.\n",
        "L’ÉLÈVE A ÉTÉ TRÈS ÉTONNÉ, DIT LA MÈRE.\n",
    ],
)
def test_capitals_are_no_letters_of_another_alphabet(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (CZECH, "cp1250"),
        (CZECH, "iso8859-2"),
        (CZECH, "cp852"),
        (RUSSIAN, "koi8-r"),
        (RUSSIAN, "cp866"),
        (RUSSIAN, "iso8859-5"),
        ("Ο δήμαρχος άνοιξε τη νέα γέφυρα την Τρίτη και ευχαρίστησε τους εργάτες.\n" * 3, "cp1253"),
    ],
)
def test_a_text_in_capitals_is_read_as_one_in_small_letters(text: str, encoding: str) -> None:
    assert decode(text.upper().encode(encoding)).text == text.upper()


def test_turkish_capitals_have_dots_of_their_own() -> None:
    text = "BELEDİYE BAŞKANI SALI GÜNÜ YENİ KÖPRÜYÜ AÇTI VE İŞÇİLERE TEŞEKKÜR ETTİ.\n" * 3
    assert decode(text.encode("cp1254")).text == text


@pytest.mark.parametrize("encoding", ["cp437", "cp850"])
@pytest.mark.parametrize(
    "text",
    [
        "It was 31° in the shade, and nobody stayed outside.\n",
        "We had tea at the café by the harbour in Malmö.\n",
        "The ticket costs £15, and the boat leaves at nine.\n",
        "She lived there for 4½ years, and then she moved away.\n",
        "Il battello partirà più tardi, perché la città è chiusa; così ha detto il capitano.\n",
        "Der Händler aus Gräfelfing öffnete später als üblich, doch die Kunden mussten nicht lange warten.\n",
    ],
)
def test_a_few_letters_of_dos_are_enough(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)).text == text
