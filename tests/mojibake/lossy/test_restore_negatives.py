"""Text that only looks like lossy damage stays as it is."""

from collections.abc import Callable

import ftfy.bad_codecs  # noqa: F401  (registers the sloppy codecs)
import pytest

import newsclean

INTERVIEW = (
    "What did you see? A light. Which colour? Green, I think.\n"
    "Did you tell anyone? No. Why not? Who would have believed it?\n"
    "And now? Now I'm telling you. Isn't that enough?\n"
)


@pytest.mark.parametrize(
    "text",
    [
        INTERVIEW,
        '"Why?" he asked. "Who knows?" she said. "Isn\'t it late?"\n',
        "Did you vote?Pretty sure you didn't.\nDo you understand???\nReally?!\n",
        "See https://example.org/watch?v=abc&t=5 and www.example.org/?s=bridge or /list?d=7?m=2\n",
        "The old price was ?€5, they wrote.\n",
        "¿Qué pasó? Nadie lo sabe. ¿Y ahora? Nada.\n",
        "Її їжа смачна, а поїзд прийшов о п'ятій. Що далі?\n",
        "Что это? Кто там? В «Известиях» написали: «Зачем?»\n",
        "« Pourquoi ? » demande-t-il. « Et alors ? » L'homme n'a rien dit.\n",
        "Warum? „Weil es so ist“, sagte er. Wirklich?\n",
        "“Why?” he asked. “Isn’t it late?” Nobody’s there? Who’s next?\n",
        "x = a ? b : c; y = p?q:r; z ?? t\n",
        "Use (?i) for case, (?s) for dots, (?<name>x) and (?P<name>x) for names.\n",
        "Skulls of ?Homo erectus and teeth of ?Canis lupus were found.\n",
        "'The lamp is out.?\n'The boat is gone.?\nHe wrote: 'I'm glad of each day at the harbour.?\n",
        "The drummer, who writes his name as ?uestlove, led the band.\nWith ?uestlove it has more fans.\n",
        '?uestlove drums.\nIn 1999 ?uestlove taught here, and ?uestlove stayed. "I ate," ?uestlove said.\n',
        "? and the Otters had a hit.\nHe calls himself ? and led ? and the Otters for years.\n",
        "The drummer ?uestlove and the rapper ?Mystro met.\nWith ?Mystro and ?uestlove the hall was full.\n",
        "SELECT ?name ?age WHERE {\n  ?person foaf:name ?name .\n}\nOnly ?name and ?age are shown.\n",
        "Press ? for help, or hold the ? key.\nIn a pattern the ? stands for any one letter.\n",
        "INSERT INTO orders VALUES (?, ?, ?);\nUPDATE users SET name = ? WHERE city like ? or zip like ?\n",
        "Die drei ??? sind wieder da. Fans der ??? standen an, und die drei ??? kamen selbst.\n",
        "10. Nf6? Bg4? 11. Qd2 ?? 12. h6?! Was a4?! better? Nobody saw d4? d5? in time.\n",
        "Thomas Hall (?1540-1623), b. ?Leeds, m. ? Brown, d. ?York, and his wife ?Agnes.\n",
        "(1) a. ?John seems that he left.\n    b. ??He explained it me.\n    c. *?Whom left?\n",
        "A jaw of ?Megalosaurus, teeth of ?Poekilopleuron, a ?spinosaurid (?) and a ?crocodile.\n",
        "Drücken Sie ? für Hilfe. Ein ? in der Liste heißt unbekannt, das ? am Rand: noch offen.\n",
        "- Tu viens ? demanda-t-il.\n- Où ça ? répondit-elle, à la plage ? il fait froid.\n",
    ],
)
def test_intact_text_stays(text: str) -> None:
    result = newsclean.clean(text, trim=False)
    assert result.text == text
    assert result.unresolved == ()


@pytest.mark.parametrize("mark", ["?", "¿", "???"])
def test_a_single_odd_mark_is_no_evidence(mark: str) -> None:
    text = f"The mayor{mark}s office is closed. Nobody knows why.\n"
    assert newsclean.clean(text, trim=False).text == text


def test_real_question_marks_survive_among_lost_ones() -> None:
    damaged = (
        "?Why don?t you stay?? she asked. He didn?t answer. Where was he to go? It?s late, he thought.\n"
    )
    wanted = "“Why don’t you stay?” she asked. He didn’t answer. Where was he to go? It’s late, he thought.\n"
    assert newsclean.clean(damaged, trim=False, quotes="original").text == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Qu’est-ce que c’est, et où est donc l’argent des élus ?",
        "Où va l’argent ? C’est la question. Pourquoi pas à Évry ?\n\nQui a payé ? Personne ne l’a dit.",
        "L’entreprise va-t-elle fermer ? La maire n’a pas répondu. Et l’avenir ? Il n’en dit rien.",
        "Tu n’es pas venu ? Il l’a demandé. Combien ? 200 euros. C’est tout ?",
    ],
)
def test_french_keeps_its_question_marks_among_lost_ones(text: str) -> None:
    assert newsclean.clean(text.replace("’", "?"), trim=False, quotes="original").text == text


@pytest.mark.parametrize(
    "line",
    [
        "  return [hits.length ? hits : words, line];\n",
        "  write(late ? 'late' : 'early', name);\n",
        "if (a ? b : c) {\n",
        'Behind the sign "?" nothing else may stand.\n',
    ],
)
def test_programs_keep_their_question_marks_among_lost_ones(line: str) -> None:
    damaged = f"She didn?t stay ? it?s late ? and the firm?s owner knows why.\n{line}"
    cleaned = newsclean.clean(damaged, trim=False).text
    assert cleaned.endswith(line)
    assert "?" not in cleaned.removesuffix(line)


def test_addresses_keep_their_question_marks_among_lost_ones() -> None:
    damaged = "It?s at https://example.org/list?s=2 and it doesn?t cost much, the firm?s owner says.\n"
    assert "list?s=2" in newsclean.clean(damaged, trim=False).text


@pytest.mark.parametrize("word", ["clos?d", "n?e", "M?ttler", "Bl?rk", "t?st"])
def test_a_word_that_lost_a_letter_gets_no_apostrophe(word: str) -> None:
    text = f"It?s late and he doesn?t know, said the {word} clerk.\n"
    result = newsclean.clean(text, quotes="original")
    assert result.text == f"It’s late and he doesn’t know, said the {word} clerk.\n"
    assert result.unresolved


@pytest.mark.parametrize("count", [9, 20, 60, 400])
def test_a_long_row_of_lost_characters_stays(count: int) -> None:
    row = "\ufffd" * count
    text = f"It\ufffds late, they said, and we don\ufffdt know.\n{row}\nNobody\ufffds there.\n"
    result = newsclean.clean(text, trim=False, quotes="original")
    assert result.text == f"It’s late, they said, and we don’t know.\n{row}\nNobody’s there.\n"
    assert (2, row) in result.unresolved


@pytest.mark.parametrize(
    "text",
    [
        "\ufffd\n",
        "Caf\ufffd",
        "30\ufffd in the shade",
        "Hello\ufffd",
        "\ufffd5",
        "Zo\ufffd won.",
        "Powiedzia\ufffd to.",
    ],
)
def test_a_character_that_nothing_tells_is_left_and_listed(text: str) -> None:
    result = newsclean.clean(text, trim=False)
    assert (result.text, [damage.text for damage in result.unresolved]) == (text, ["\ufffd"])


def test_a_lost_letter_within_a_word_is_no_mark() -> None:
    result = newsclean.clean("Don\ufffdt be na\ufffdve, Mrs. Mu\ufffdoz said.", trim=False, quotes="original")
    assert result.text == "Don’t be naïve, Mrs. Muñoz said."


@pytest.mark.parametrize(
    ("damaged", "wanted"),
    [
        ("Fran?ois", "François"),  # not Fran—ois
        ("r?sum?s", "résumés"),
        ("na?ve", "naïve"),  # not na’ve
        ("Beyonc?", "Beyoncé"),
        ("r?sum?", "résumé"),
        ("m?s", "m?s"),  # más or més: not m’s
        ("children?s", "children’s"),
        ("coach?s", "coach’s"),
        ("doesn?t", "doesn’t"),
    ],
)
def test_a_lost_letter_that_makes_a_listed_word_is_no_mark(damaged: str, wanted: str) -> None:
    text = "The coach said ?we won? and {}, they wrote. It?s late."
    result = newsclean.clean(text.format(damaged), trim=False, quotes="original")
    assert result.text == f"The coach said “we won” and {wanted}, they wrote. It’s late."


@pytest.mark.parametrize(
    ("damaged", "wanted"),
    [
        ("Her fianc?? Adam came.", "Her fiancé Adam came."),
        ("Was it a clich??? No.", "Was it a cliché? No."),
        ("Is that a resume?? No.", "Is that a resume?? No."),
        ("Will they really?? No.", "Will they really?? No."),
    ],
)
def test_two_question_marks_may_be_the_last_letter_of_a_word(damaged: str, wanted: str) -> None:
    text = "He said ?€?we won?€? and it?€?s late. " + damaged
    result = newsclean.clean(text, trim=False, quotes="original")
    assert result.text == "He said “we won” and it’s late. " + wanted


def test_letters_that_lost_their_second_byte_are_left_and_listed() -> None:
    text = "Koszt to 120 mln zÅ?otych. PoÅ?owÄ? da Unia."
    result = newsclean.clean(text, trim=False)
    assert result.text == text
    assert result.unresolved == ((1, "Ä?"), (1, "Å?"))


def test_letters_of_which_something_is_left_are_listed() -> None:
    text = "Ma?±ana. The caf?© is shut, and the vid??o is out. Who, what?? Who knows?»"
    result = newsclean.clean(text, trim=False)
    assert result.text == text
    assert result.unresolved == ((1, "??"), (1, "?©"), (1, "?±"))


def test_a_letter_of_another_script_that_lost_a_byte_is_no_mark() -> None:
    text = "მერმა გუშინ თქვა, რომ ახალი ტრამვაი ორ წელიწადში ზღვამდე მივა.\n"
    damaged = text.encode().decode("cp1252", "replace")  # which has no place for a byte of ა and ო
    result = newsclean.clean(damaged)
    assert result.text == text.translate(dict.fromkeys(map(ord, "აო"), "\ufffd"))
    assert {damage.line for damage in result.unresolved} == {1}


@pytest.mark.parametrize("codec", ["windows-1251", "windows-1250", "cp950", "ascii", "latin-1"])
def test_what_is_left_of_another_script_is_no_mark(codec: str) -> None:
    text = "Завод, выпускавший трамваи, закрыт. Об этом сообщила в среду пресс-служба, сказал её директор.\n"
    damaged = text.encode().decode("sloppy-windows-1252").encode(codec, "replace").decode(codec)
    result = newsclean.clean(damaged + "It’s late.\n", trim=False, quotes="original")
    made = set(result.text) - set(damaged + "It’s late.\n" + text)
    assert not made
    assert {damage.line for damage in result.unresolved} == {1}


def test_questions_run_into_the_next_word_are_no_dashes() -> None:
    text = "Is that right?and who says so? It would rain?but nobody knows. Where?when? Nobody knows.\n"
    assert newsclean.clean(text).text == text


def lost_to_questions(text: str) -> str:
    return text.encode("ascii", "replace").decode()


def windows_read_as_utf8(text: str) -> str:
    return text.encode("windows-1252", "replace").decode("utf-8", "replace")


CZECH = (
    "Starosta včera řekl, že oprava mostu začne až příští rok. „To není dobrá zpráva,“ dodal jeho zástupce. "
    "Přesné datum nezná, česká firma se nepřihlásila. Správní rada chce zacílení prací na podzim.\n"
    "Pro školu je klíčové, aby lékařské ordinace zůstaly otevřené. „Nikdo nám nic neřekl,“ stěžuje si "
    "ředitelka. Zvládání dopravy nebude snadné.\n"
)
SPANISH = (
    "El alcalde dijo que el puente seguirá cerrado en otoño. “No habrá más dinero”, añadió. La situación es "
    "“muy grave” y la policía gazatí y el barrio no lo sabían.\n"
)


@pytest.mark.parametrize("text", [CZECH, SPANISH])
@pytest.mark.parametrize("damage", [lost_to_questions, windows_read_as_utf8])
def test_no_mark_is_invented_for_the_letters_of_a_word(text: str, damage: Callable[[str], str]) -> None:
    """They are restored or left, also in a second look at a text in which most of them are restored."""
    result = newsclean.clean(damage(text), trim=False, quotes="original").text
    assert marks_of(result) == marks_of(text)


def marks_of(text: str) -> str:
    return "".join(char for char in text if char in "“”„‘’‚–—…«»")


def test_pieces_of_a_word_are_no_quotation_of_nothing() -> None:
    text = "Starosta chce koupit neudržitelné stroje a prý rozšíří i krajinářské dílny.\n"
    result = newsclean.clean(lost_to_questions(text), trim=False, quotes="original").text
    assert marks_of(result) == ""


@pytest.mark.parametrize(
    "text",
    [
        # ... rather than mūsų, which is Lithuanian.
        "La Liga pidió ayer la retirada. “No habrá más”, dijo el ministro en Túnez.\n",
        # ... rather than läßt.
        "Le prix du billet a doublé, soit un peu plus qu’hier. L’été a été long et sec.\n",
    ],
)
def test_a_frequent_word_beside_a_mark_is_no_rare_one(text: str) -> None:
    assert newsclean.clean(lost_to_questions(text), trim=False, quotes="original").text == text


def test_a_number_may_be_asked_for() -> None:
    text = "You?re 60? I?m 61. It?s simple, and it isn?t late."
    assert newsclean.clean(text, trim=False).text == "You’re 60? I’m 61. It’s simple, and it isn’t late."
