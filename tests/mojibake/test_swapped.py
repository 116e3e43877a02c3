import pytest
from stages import made_of

from benchmarks import texts
from benchmarks.channels import damage
from newsclean.edits import NO_EDITS
from newsclean.mojibake import repair, swapped

ENGLISH = [
    "“It’s late,” the mayor of Besançon said – and “left the café”.\n",
    "The town’s councillors don’t mind, José Muñoz said.\n",
    "No mark at all.\n",
]
RUSSIAN = ["Россия и её соседи: новая дорога открыта.\n", "Вся область ждала этого дня.\n"]
INTACT = [
    "NÕUKOGU istung: Õpetajad ja sõbrad läksid õhtul\n",
    "España, AÑO NUEVO y seis ó siete; Ñandú y «Óscar»\n",
    "Ólafur Þór sagði að Ísland væri á góðri leið. Æðarfugl og Ægir\n",
    "A NŐI CSAPAT; nõi szerzõk és a hûvös idõ\n",
    "L’État, c’est “moi”. Ô rage! À Évry, Ève a vu l’Être\n",
    "È vero: «Così è», disse. Perché? Là, più su\n",
    "Њујорк и ћевапи коштају 5€ или 6 €\n",
    "„Byla to moje vina.“ Nic víc neřekla. „Odcházím.“ Zaplatí 20 kÈ.\n",
    "Nóiméad ó shin: 3\xa0nóiméad ó shin, 4\xa0soicind ó shin, 5\xa0bliana ó shin\n",
    "Thе mаyor said thе bridgе wоuld not opеn bеforе Мay: “Wе’rе latе.”\n",
    "Kalі laska, uvajdzіcze і paspry'jce paznej, kalі vy z radkoў і kraіny' Zelenskі\n",
    "Vinieron 7 ó 8. El diario «20 minutos» y la lista «30 minutos» lo contaron.\n",
    "Vinieron 7 ó 8\n»\n«\n« 20 »\n»\n«\n",
    "Vam instal·lar 7 ó 8 paquets, iÀ desinstal·lar i reinstal·lar. Cal instal·lar-ho?\n",
    "Een ‘coördinator’ – “Ñ” is a letter — in the café’s name\n",
]


SPOKEN_OF = [
    "The weekly Ñ is printed in Rosario. Readers of Ñ like it.",
    "Old books have two more letters, Ð and Þ. Ð is in “father”.",
    "The Ñ is back.\nIs an Ñ too much? Portugal’s press smiles.",
    "It was 9 °C. The bakers’ shops of the ’80s. Ñ is a letter. Ð is a letter. Ä is a letter.",
    "El diario Ñ sale los lunes; los lectores de Ñ esperan.",
]


@pytest.mark.parametrize("text", SPOKEN_OF)
def test_letters_that_are_spoken_of_are_no_dashes(text: str) -> None:
    assert repair(f"{text}\n")[0] == f"{text}\n"


def test_dashes_alone_tell_of_a_swap_in_english() -> None:
    damaged = "The bridge Ñ it is old Ñ was closed.\nNobody Ñ not even she Ñ knew.\n"
    assert repair(damaged)[0] == damaged.replace("Ñ", "—")


@pytest.mark.parametrize("swap", swapped.SWAPS)
def test_the_true_reading_is_found(swap: swapped.Swap) -> None:
    lines = RUSSIAN if swap.written == "cp1251" else ENGLISH
    # A byte that stands for nothing in a codec becomes a control.
    read = [bytes([byte]).decode(swap.read, "ignore") or chr(byte) for byte in range(256)]
    damaged = ["".join(read[byte] for byte in line.encode(swap.written)) for line in lines]
    repaired, edits = made_of(swapped.repair, damaged)
    assert repaired == lines
    assert [edit.line for edit in edits] == [1, 2]


@pytest.mark.parametrize("swap", swapped.SWAPS)
@pytest.mark.parametrize("text", [*INTACT, "Wir sagten „nein und nochmals nein“ zu ab—cd, el—s, “I’ve” nie."])
def test_a_line_in_parts_fits_as_well_as_the_whole(
    text: str, swap: swapped.Swap, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = swapped._table(swap)
    readings = (text, text.translate(table), text.encode(errors="replace").decode(swap.read, "replace"))
    whole = [(swapped._gain(line, table), swapped._is_utf8(line)) for line in readings]
    monkeypatch.setattr("newsclean.lines.LONGEST_ARTICLE", 5)
    assert [(swapped._gain(line, table), swapped._is_utf8(line)) for line in readings] == whole


def test_windows_cyrillic_is_not_mac_cyrillic() -> None:
    damaged = [line.encode("cp1251").decode("mac_cyrillic") for line in RUSSIAN]
    assert made_of(swapped.repair, damaged)[0] == RUSSIAN


def test_a_line_that_fits_as_it_is_stays() -> None:
    lines = ["He said donÕt, ÒneverÓ, and it isnÕt so.\n", "But “this” isn’t broken.\n"]
    assert made_of(swapped.repair, lines)[0] == ["He said don’t, “never”, and it isn’t so.\n", lines[1]]


def test_lines_that_escaped_have_no_say() -> None:
    intact = ["“We can’t stay,” said the baker. “It’s late.”\n", "The baker’s shop is closed.\n"]
    damaged = ["The millersÕ union wonÕt answer.\n", "ÒWhy now?Ó it asked.\n"]
    whole = ["The millers’ union won’t answer.\n", "“Why now?” it asked.\n"]
    assert made_of(swapped.repair, [*intact, *damaged])[0] == [*intact, *whole]


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("Ibß±ez said the millersÆ union wonÆt answer.\n", "Ibáñez said the millers’ union won’t answer.\n"),
        ("Il dit que lÕ\x90tre meurt, et lÕŽtŽ aussi.\n", "Il dit que l’être meurt, et l’été aussi.\n"),
    ],
)
def test_a_lone_character_of_a_far_script_is_no_utf8(damaged: str, whole: str) -> None:
    assert made_of(swapped.repair, [damaged])[0] == [whole]


@pytest.mark.parametrize("lost", ["?", "\ufffd"])
def test_a_letter_that_lost_its_second_byte_is_no_swap(lost: str) -> None:
    lines = ["Koszt to 120 mln zÅ?otych.\n", "PoÅ?owÄ? zapÅ?aci Unia.\n"]
    lines = [line.replace("?", lost) for line in lines]
    assert made_of(swapped.repair, lines) == (lines, NO_EDITS)


def test_a_letter_that_lost_its_first_byte_is_no_swap() -> None:
    lines = ["ItÕs Bego?±aÕs turn.\n"]
    assert made_of(swapped.repair, lines) == (lines, NO_EDITS)


def test_a_dagger_of_a_mac_is_no_space() -> None:
    text = "Otto Müller, geb. 3.5.1901, † 23.12.1955 in Köln.\nEr wuchs in Köln auf, später in München.\n"
    damaged = text.encode("mac_roman").decode("cp1252").splitlines(keepends=True)
    assert "".join(made_of(swapped.repair, damaged)[0]) == text


def test_letters_of_azerbaijani_in_utf8_are_no_swap() -> None:
    lines = ["Yaxınlıqdakı sakinlÉ™r gÉ™lmÉ™yib.\n", "Yolun açılışı sabah olacaq, nazir dedi.\n"]
    assert made_of(swapped.repair, lines) == (lines, NO_EDITS)


def test_german_quotations_fit_as_they_are() -> None:
    lines = [
        "„Die Brücke bleibt zu“, hieß es.\n",
        "Der Verein „DieÖkos“ klagt.\n",
        "Die „große Lösung“ fehlt.\n",
    ]
    assert made_of(swapped.repair, lines) == (lines, NO_EDITS)


@pytest.mark.parametrize("text", [*ENGLISH, *RUSSIAN, *INTACT, "".join(INTACT)])
def test_intact_text_stays(text: str) -> None:
    assert made_of(swapped.repair, [text]) == ([text], NO_EDITS)


def test_letters_of_latin_before_words_of_another_script_are_no_swap() -> None:
    lines = ["Kипр\n", "Gибралтар\n", "Tула\n", "Pига\n", "tvÖ\n"]
    assert made_of(swapped.repair, lines) == (lines, NO_EDITS)


@pytest.mark.parametrize(
    "text",
    [
        "¿Son 3 ó 4?\n",
        "Compró 7 ó 8 manzanas y 2 ó 3 peras.\n",
        "Tagann an bus ó Bhaile agus ó Chorcaigh.\n",
        "Vem, ó noite, vem, ó lua.\n",
    ],
)
def test_a_letter_that_is_a_word_becomes_no_dash(text: str) -> None:
    assert made_of(swapped.repair, [text]) == ([text], NO_EDITS)


def test_a_letter_that_is_no_word_of_english_was_a_dash() -> None:
    lines = ["The mayor ó a farmer’s son ó resigned on Friday, and nobody knew why.\n"]
    read = made_of(swapped.repair, [lines[0].replace("’", "í")])[0]
    assert read == [lines[0].replace("ó", "—")]


def test_a_letter_within_a_short_piece_of_a_word_becomes_no_dash() -> None:
    lines = ["The millerís union wonít answer.\n", "Tramwaj, który zna każdy.\n"]
    assert made_of(swapped.repair, lines)[0] == ["The miller’s union won’t answer.\n", lines[1]]


def test_a_line_that_was_restored_is_no_swap() -> None:
    lines = ["The millersÕ union wonÕt answer.\n"]
    assert made_of(swapped.repair, lines, b"\1") == (lines, NO_EDITS)


FRENCH = [
    "« Vous n’êtes pas d’ici », dit-elle ; l’équipe s’était déjà levée.\n",
    "À l’été, les élu·e·s viendront à Liège – c’est promis.\n",
]
GERMAN = ["Die Regel gilt sinngemäß, „übermäßig“ streng war sie nie.\n", "Fußgänger müssen warten.\n"]


@pytest.mark.parametrize("lines", [FRENCH, GERMAN])
def test_what_explains_all_comes_before_what_explains_two_characters(lines: list[str]) -> None:
    damaged = damage("".join(lines), "mac roman as 1252")
    assert repair(damaged, "original")[0] == "".join(lines)


def test_utf8_is_no_swap() -> None:
    damaged = ["The millersÕ union wonÕt answer.\n", "“Café”, it’s called.\n".encode().decode("latin-1")]
    assert made_of(swapped.repair, damaged)[0] == ["The millers’ union won’t answer.\n", damaged[1]]


def test_pieces_of_utf8_that_have_lost_something_are_no_swap() -> None:
    line = (
        "â € ðŸ“\ufffdÂ Aviso: âš ï¸\ufffd Os comentÃ¡rios serÃ£o lidos. âš ï¸\ufffd Quem os marcar nÃ£o "
        "entra. âš ï¸\ufffd O prÃªmio sai sexta. â € Boa sorte!!!Â ðŸ˜€ðŸ\ufffd°\n"
    )
    assert made_of(swapped.repair, [line])[0] == [line]


def test_blanks_that_a_mac_does_not_break_are_letters_in_windows() -> None:
    line = "–\xa0\xa0\xa0\xa0Der Müller wartet.\n"
    damaged = ["The millersÕ union wonÕt answer.\n", line.encode("mac_roman").decode("cp1252")]
    assert made_of(swapped.repair, damaged)[0][1] == line


def test_a_common_swap_is_likelier() -> None:
    text = "Only one of the tools works…\n— Mara Lund of the town’s library\n".replace("’", "'")
    assert made_of(swapped.repair, [damage(text, "mac roman as 1252")])[0] == [text]


@pytest.mark.parametrize("store", ["latin-1", "cp1250", "cp1257", "iso8859-2", "iso8859-15"])
@pytest.mark.parametrize("language", ["de", "fr", "pl"])
def test_no_swap_makes_words_that_no_language_has(store: str, language: str) -> None:
    text = texts.articles(language)[0]
    misread = text.encode().decode("sloppy-windows-1252").encode(store, "ignore").decode(store)
    damaged = misread.splitlines(keepends=True)
    assert made_of(swapped.repair, damaged) == (damaged, NO_EDITS)


def test_words_of_other_languages_prove_no_swap() -> None:
    text = (
        "Satul vrea de două luni o mașină nouă de pompieri. Să vină odată, spun toți, și să nu fie iar una "
        "veche. Primăria a primit două oferte, una nouă și una mai scumpă, dar nu are cum să plătească două "
        "milioane de lei.\n"
    )
    damaged = ["".join(char for char in text.encode().decode("latin-1") if not "\x80" <= char < "\xa0")]
    assert made_of(swapped.repair, damaged) == (damaged, NO_EDITS)


LEFT_OF_SPACES = [
    "Mrs Lund saidÂ so.\n",
    "youÂare early\n",
    "OatÂ\nbarley,Â\nsold.Â aÂ\n",
    "See allÂ »\n",
    "👩\u200d👧 aÂ\xa0garden\n",
    "Lund's mill'sÂ roof leaks.\n",
    "• Barley\n• Oats soldÂ out\n",
    "A Ströms mill, it says, isÂ shut.\n",
    "O líder deles fugiu. O que faremosÂ agora?\n",
    "A compañeira non caeráÂ na túa casa.\n",
]


@pytest.mark.parametrize("line", LEFT_OF_SPACES)
def test_what_is_left_of_a_no_break_space_tells_of_no_swap(line: str) -> None:
    assert made_of(swapped.repair, [line]) == ([line], NO_EDITS)


@pytest.mark.parametrize("line", ["It draws 47 kΩ at 12 µA.\n", "It draws 47 kÎ© at 12 ÂµA, she says.\n"])
def test_signs_of_units_tell_of_no_swap(line: str) -> None:
    assert made_of(swapped.repair, [line]) == ([line], NO_EDITS)


@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("HÂkan fick gÂ hem.\n", "Håkan fick gå hem.\n"),
        ("The windowÉ and the doorÉ stayed shut.\n", "The window… and the door… stayed shut.\n"),
    ],
)
def test_a_listed_word_or_a_mark_is_enough(damaged: str, whole: str) -> None:
    assert made_of(swapped.repair, [damaged])[0] == [whole]


@pytest.mark.parametrize(
    ("written", "read", "intact"),
    [
        ("cp1252", "mac_roman", "• Boats for Séamus Dubhríde\n"),
        ("cp1252", "mac_roman", "• Between 5 °C and 30 °C\n"),
        ("cp1252", "mac_roman", "½ c. à c. de sel\n"),
        ("mac_roman", "cp1252", "2½ tsp sugar, ¼ tsp salt\n"),
        ("mac_roman", "cp1252", "Corn fell to 430¾¢\n"),
    ],
)
def test_an_intact_line_stays_beside_a_swapped_one(written: str, read: str, intact: str) -> None:
    line = "“We don’t know,” said Zoë, “and it’s late.” José’s inn wasn’t open – it’s shut.\n"
    damaged = line.encode(written).decode(read)
    assert list(made_of(swapped.repair, [damaged, intact])[0]) == [line, intact]


@pytest.mark.parametrize("read", ["cp437", "cp850", "mac_roman"])
@pytest.mark.parametrize(
    "line",
    [
        "„A szél erősebb lesz – mondta a nő –, később eső várható.” Jövő héten enyhébb idő jön.\n",
        "Příští týden zůstane most zavřený, řekla starostka; dělníci ještě čekají na díly z Plzně.\n",
    ],
)
def test_words_tell_central_europe_from_the_west(read: str, line: str) -> None:
    damaged = line.encode("cp1250").decode(read)
    assert list(made_of(swapped.repair, [damaged] * 2)[0]) == [line] * 2
