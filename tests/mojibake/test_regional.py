"""Text of central Europe and Turkey that was read as Western."""

import pytest
from stages import made_of

from benchmarks import texts
from newsclean import clean
from newsclean.edits import NO_EDITS
from newsclean.lines import Lines
from newsclean.mojibake import gate, regional

TEXTS = {
    "Polish": "W środę rząd przyjął projekt ustawy, a wójt gminy Łódź dostał list.\n"
    "„Pieniądze będą później, może już jutro” – powiedział. Zabytków była setka.\n",
    "Czech": "Vláda ve středu schválila návrh zákona. „Je to dobrý krok,“ řekl ministr.\n"
    "Přátelé se sešli v Plzni, kde čekali na další zprávy; těšili se na oběd.\n",
    "Slovak": "Vláda v stredu schválila návrh zákona. „Veľmi dobrý krok,“ povedal minister.\n"
    "Ľudia čakali na ďalšie správy, lebo mladosť je krátka.\n",
    "Hungarian": "A kormány elfogadta az új törvényt. „Ez jó lépés” – mondta a miniszter.\n"
    "Az időjárás felhős, később eső várható, a hűvös idő miatt előbb zártak.\n",
    "Romanian": "„Este un pas bun”, a spus ministrul.\n"
    "Şi oraşul aşteaptă această ţară; însă mâine şi naţional.\n",
    "Turkish": "Hükümet çarşamba günü yasayı kabul etti. “İyi bir adım,” dedi bakan.\n"
    "Geçmiş yıllarda da şehir için çalıştığını, İstanbul’da beş kışı unuttuğunu söyledi.\n",
}
CASES = [
    (language, written)
    for language in TEXTS
    for written in ("cp1250", "iso8859_2", "cp1254")
    if (language == "Turkish") == (written == "cp1254")
    if (language, written) != ("Slovak", "iso8859_2")  # ľ is µ there, as it stands before metres
]


@pytest.mark.parametrize("read", ["cp1252", "latin-1"])
@pytest.mark.parametrize(("language", "written"), CASES)
def test_words_tell_the_codec(language: str, written: str, read: str) -> None:
    text = TEXTS[language].encode(written, "ignore").decode(written)
    misread = "".join(bytes([byte]).decode(read, "ignore") or chr(byte) for byte in text.encode(written))
    result = clean(misread, trim=False, quotes="original")
    assert result.text == text
    assert misread != text


DOS = {
    "German": "Die Bürger wählen im März. Das Gespräch über die Straße hörte niemand.\n",
    "French": "Le maire a déclaré que l'école sera fermée. La forêt brûle déjà, où ça mène ?\n",
    "Spanish": "El niño comió pan por la mañana. La ciudad está aquí, dijo el señor.\n",
    "Polish": "W środę rząd przyjął projekt ustawy, a wójt gminy Łódź dostał list.\n",
    "Czech": "Přátelé se sešli v Plzni, kde čekali na další zprávy; těšili se na oběd.\n",
    "Hungarian": "Az időjárás felhős, később eső várható, a hűvös idő miatt előbb zártak.\n",
}
PAIRS = [
    *(
        (language, codec, "cp1252")
        for language in ("German", "French", "Spanish")
        for codec in ("cp850", "cp437")
    ),
    *(
        (language, written, read)
        for language in ("Polish", "Czech", "Hungarian")
        for written, read in (
            ("cp852", "cp1252"),
            ("cp852", "cp1250"),
            ("iso8859_2", "cp1250"),
            ("cp1250", "iso8859_2"),
        )
    ),
]


@pytest.mark.parametrize(("language", "written", "read"), PAIRS)
def test_words_tell_codecs_of_dos_and_of_central_europe_apart(language: str, written: str, read: str) -> None:
    text = DOS[language]
    misread = "".join(bytes([byte]).decode(read, "ignore") or chr(byte) for byte in text.encode(written))
    assert clean(misread, trim=False, quotes="original").text == text


def test_marks_between_words_are_no_letters() -> None:
    text = "“Well…he came—too late”…or so.\nThe ‘old‚ „town” and the word—word…word”s end‚ was it.\n"
    assert clean(text, trim=False).text == text


NEIGHBOURS = {
    "Turkish": "Şehrin bütçesi için başkan açıkladı. Halkın sabrı sonsuz değil, dedi ve çıktı.\n",
    "Croatian": "Građani čekaju već dvadeset godina, a žene idu kući. Bit će još većih gužvi.\n",
    "Slovene": "Ljudje čakajo že dvajset let, a četrt nima ničesar; tudi šole še čakajo.\n",
    "Lithuanian": "Žmonių yra daug, tačiau šiandien jų čia nėra. Mūsų žemė, sakė jis, yra graži.\n",
    "Latvian": "Cilvēki šo tiltu gaida jau sen, viņš teica. Mūsu mājās nav nekā, tāpēc būs jāsāk.\n",
    "Danish": "Rådet skød forslaget ned i år. »På øen er der ingen færger,« sagde hun; å nej.\n",
    "Norwegian": "«Å, på øya går det ikke båt», sa hun. Rådet så på søknaden før påske, og nå må de få se.\n",
    "Swedish": "På ön går det ingen färja i år, sade hon. Då får rådet gå åt det hållet också.\n",
    "Spanish": "¿Qué año? El señor tardó años. «¡Mañana!», dijo el niño a la niña pequeña.\n",
    "Portuguese": "À noite não há pão, são três da manhã. As eleições são um direito, não uma opção.\n",
    "Italian": "Il ponte è più lungo: la città è così, però c’è già chi può farne a meno. È lì.\n",
    "Icelandic": "Fólk hefur beðið eftir brúnni í ár, sagði hann. Það er ekki þess virði, sagði hún þá.\n",
}
SWAPS = [
    *(("Turkish", "cp1254", read) for read in ("cp1252", "cp1250")),
    *(("Croatian", "cp1250", read) for read in ("cp1252", "cp1254", "iso8859_2")),
    *(("Slovene", "cp1250", read) for read in ("cp1252", "cp1254", "cp1257")),
    *((language, "cp1257", read) for language in ("Lithuanian", "Latvian") for read in ("cp1252", "cp1250")),
    *(
        (language, "cp1252", read)
        for language in ("Danish", "Norwegian", "Swedish", "Spanish", "Portuguese", "Italian", "Icelandic")
        for read in ("cp1250", "iso8859_2")
    ),
    *(("Spanish", "cp1252", read) for read in ("cp1251", "cp1253", "cp1255", "cp1256")),
    *(("Danish", "cp1252", read) for read in ("cp1251", "cp1253", "cp1255", "cp1257", "cp874")),
    ("Icelandic", "cp1252", "cp1254"),
]


@pytest.mark.parametrize(("language", "written", "read"), SWAPS)
def test_words_tell_the_codecs_of_neighbours_apart(language: str, written: str, read: str) -> None:
    text = NEIGHBOURS[language]
    misread = "".join(bytes([byte]).decode(read, "ignore") or chr(byte) for byte in text.encode(written))
    assert misread != text
    assert clean(misread, trim=False, quotes="original").text == text


@pytest.mark.parametrize("text", [*TEXTS.values(), *NEIGHBOURS.values()])
def test_no_other_codec_explains_intact_words(text: str) -> None:
    assert regional._elect(Lines.split(text)) is None


def test_no_other_codec_explains_the_words_of_an_article() -> None:
    assert not [article for article in texts.articles() if regional._elect(Lines.split(article))]


def test_lines_that_escaped_stay() -> None:
    misread = TEXTS["Polish"].encode("cp1250").decode("cp1252")
    whole = "Słowo zostało, wróciło też.\nLe garçon a déjà été reçu à l’école, où il a lu l’œuvre.\n"
    assert clean(misread + whole, trim=False, quotes="original").text == TEXTS["Polish"] + whole


@pytest.mark.parametrize(
    "text",
    [
        "A tank of 30 m³ or two of 5 km³each; 3¾in and 2¾hours of work, said ‘Bar³a’ and ‘Woda³y’.\n",
        "Þórður sagði það; alþingi samþykkti frumvarpið, og enginn veit hvenær það tekur gildi.\n",
        "Os leões e as nações: põe-se o sol; a 1ª e a 2ª, o 1º e o 2º. O nºi e o nºa.\n",
        "Sõnad ja mõtted, nõu ja jõud: õõvastav, õnnelik. Võõras sõi mõne õuna; tõ õ.\n",
        "Così è più lì che qui; tìd, mìd e pìl: lunedì, martedì e mercoledì.\n",
        "På vegen til Tromsø fekk dei øl, brød og ørret; ein sjø, ei øy, to dører.\n",
        "Mình đi bình thường; tìm kiếm.\n",
        "Bæði Çelik og Müller sögðu það, og þær Zoë og Françoise líka; ýmsir aðrir þögðu.\n",
        "Fólk hevur bíðað í tjúgu ár, segði Tórður á Heygum; ið fløgan varð løgd, varð gleði.\n",
        "À Belgrade, Milošević et Žižek ont été reçus après la grève; le père de Đoković était là.\n",
        "Præsident Vučić og Šarić så på sagen, før Žižek gik; også Łukasz Wałęsa og Kačė var på øen.\n",
        "Gaŭdí, Nuñez y Wałęsa; el año de Kovač, Dvořák y Łódź: ¿qué sé yo?\n",
        "Çok güzel, dedi Þórður; Ğ harfi ve Æ harfi, José, Ángel ve Óscar da geldi.\n",
    ],
)
def test_letters_that_are_at_home_stay(text: str) -> None:
    assert made_of(regional.repair, [text]) == ([text], NO_EDITS)


def test_hardly_a_word_of_an_intact_article_becomes_another() -> None:
    """Those of central Europe have letters that Windows-1252 lacks."""
    assert not [article for article in texts.articles() if gate.Look(article).may_be_regional()]


FRENCH = (
    "Le préfet a déclaré hier à la préfecture que la première décision était déjà prise. « Très bien », "
    "répète la mère d’André.\nL’été dernier, les élèves étaient à la forêt.\n"
)


@pytest.mark.parametrize(
    ("text", "written", "read"),
    [
        (FRENCH, "cp1252", "cp1251"),
        (FRENCH, "cp1252", "cp1253"),
        (FRENCH, "cp1252", "cp1250"),
        (TEXTS["Polish"], "cp1250", "cp1251"),
    ],
)
def test_text_comes_back_from_the_codecs_of_the_east(text: str, written: str, read: str) -> None:
    misread = text.encode(written).decode(read)
    assert misread != text
    assert clean(misread, trim=False, quotes="original").text == text


@pytest.mark.parametrize(
    "text",
    [
        "The group ДДТ played «Осень»; а и у are words. Wi-Fi-сеть, IT-шник, PRщик, SMSка и e-mail’ы.\n",
        "Η λέξη café και το naïve· the word λόγος, α and ω, 5 μg and 3 Ωm of it.\n",
        "Kŕdeľ vtákov, vŕba a stŕhaný hŕbok; čs. armáda a čs. koruna.\n",
    ],
)
def test_letters_of_another_script_stay_beside_latin_ones(text: str) -> None:
    assert made_of(regional.repair, [text]) == ([text], NO_EDITS)


def test_utf8_that_was_read_in_koi8_is_no_text_of_a_region() -> None:
    text = "»Vi har savnet hende,« siger Åse Sørensen. Færgen blæste, og børn under 12 år så måger.\n"
    assert clean(text.encode().decode("koi8_r"), trim=False, quotes="original").text == text


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("The cafй owners said the price was fair.\n", "The café owners said the price was fair.\n"),
        ("His fiancйe left at nine.\n", "His fiancée left at nine.\n"),
    ],
)
def test_one_letter_of_another_script_in_a_word_is_enough(damaged: str, whole: str) -> None:
    assert clean(damaged, trim=False).text == whole


@pytest.mark.parametrize(
    "text",
    [
        "The Яussia tour and a mаyor with a Cyrillic letter.\n",
        "Она сказала: «Я пью кофе в cafй».\n",
        "The code is AБC; the band is called Korпus.\n",
    ],
)
def test_a_letter_that_is_a_slip_or_a_pun_stays(text: str) -> None:
    assert clean(text, trim=False).text == text


@pytest.mark.parametrize(
    ("sign", "written", "read"),
    [(sign, *region) for sign, region in regional._currencies().values()],
)
def test_a_letter_that_stands_before_numbers_alone_was_a_currency_sign(
    sign: str, written: str, read: str
) -> None:
    text = f"The club paid {sign}40m for him, and ({sign}2.5m) to his agent, it said.\n"
    misread = text.encode(written).decode(read)
    assert misread != text
    result = clean(misread, trim=False)
    assert result.text == text
    assert {edit.reason for edit in result.edits} == {f"misread:{written} as {read}"}


@pytest.mark.parametrize(
    "text",
    [
        "Tram Ł40 goes to Łódź, Ł2 does not.\n",
        "Bus Ł40 and its twin, the ł line.\n",
        "Le lot œ12 est une œuvre.\n",
        "Part QÑ40 and part Ñ-40.\n",
        "It cost €4, or ¤4 as the form has it.\n",
        "Разред Ј1 и Јован.\n",
    ],
)
def test_a_letter_that_stands_elsewhere_too_is_no_currency_sign(text: str) -> None:
    assert clean(text, trim=False).text == text


def test_the_gate_looks_for_every_currency_sign() -> None:
    assert all(map(gate.may_be_damaged, [f"It cost {letter}4.\n" for letter in regional._currencies()]))
