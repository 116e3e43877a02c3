"""Letters come back where no mark tells what was lost, and questions stay."""

import re
from collections import Counter
from collections.abc import Callable
from functools import partial

import ftfy.bad_codecs  # noqa: F401  (registers the sloppy codecs)
import pytest

import newsclean
from benchmarks import texts
from newsclean.mojibake.lossy.channels import channels
from newsclean.mojibake.lossy.letter_losses import absence, intact_marks, told_by_letters
from newsclean.mojibake.marks import TO_STRAIGHT

# Straight quotation marks, which no channel damages, guillemets or none.
TEXTS = [
    "El puente de la sierra no abrirá hasta la primavera, dijo ayer la alcaldesa. "
    '"No hay dinero", explicó Marta Roldán, "y el río no espera". Los vecinos llevan cuatro años dando un '
    "rodeo de doce kilómetros, aunque también hay quien cruza de noche.\n",
    "La mairie a décidé de fermer le musée pendant l'été. « Nous n'avions pas le choix », a déclaré "
    "l'adjointe, qui espère une réouverture à la rentrée, après les travaux de la façade.\n",
    'Die Brücke über den Fluss bleibt gesperrt. "Wir können nichts dafür", sagte der Bürgermeister, '
    "der für nächste Woche weitere Gespräche mit den Behörden angekündigt hat. Schüler müssen laufen.\n",
    "A prefeitura não vai abrir a ponte até março, disse a secretária. O trânsito na região está difícil, "
    "e os moradores já não têm paciência para esperar a construção de uma solução provisória.\n",
    "Burmistrz powiedział, że most zostanie zamknięty do końca miesiąca. Mieszkańcy są źli, bo muszą "
    "jechać dłuższą drogą, ale władze mówią, że nie było innego wyjścia. Otwarcie będzie później.\n",
]
DASHES = str.maketrans("–—…", "--.")


def told(text: str) -> list[str]:
    runs = frozenset(re.findall(r"[^\x00-\x7f]+|\?+", text))
    return [channel.name for channel in told_by_letters(text, runs, intact_marks(text), None)]


def repaired(text: str) -> str:
    return newsclean.clean(text, trim=False, quotes="original").text


def stored(codec: str, text: str) -> str:
    return text.encode().decode("sloppy-windows-1252").encode(codec, "replace").decode(codec)


def as_question_marks(text: str) -> str:
    return "".join(char if char.isascii() else "?" * len(char.encode()) for char in text)


@pytest.mark.parametrize("codec", ["sloppy-windows-1250", "sloppy-windows-1251"])
@pytest.mark.parametrize("text", TEXTS)
def test_letters_come_back_where_no_mark_tells_the_channel(text: str, codec: str) -> None:
    assert repaired(text) == text
    assert repaired(stored(codec, text)) == text


@pytest.mark.parametrize(
    "damage", [as_question_marks, partial(stored, "cp950"), partial(stored, "iso8859-7")]
)
@pytest.mark.parametrize("language", ["de", "es", "fr", "pt"])
def test_most_letters_of_articles_come_back_where_no_mark_does(
    language: str, damage: Callable[[str], str]
) -> None:
    for article in texts.articles(language):
        text = article.translate(TO_STRAIGHT).translate(DASHES)
        lost = [char for char in text if not char.isascii()]
        left = Counter(lost) - Counter(repaired(damage(text)))
        assert left.total() < len(lost) / 4


@pytest.mark.parametrize(
    "text",
    [
        "Is it true??no one asked. What??really?? He said so??then she left, and so??did I.\n",
        "See /search?q=caf and /item?id=7, mail a?b@example.org; page?no, watch?v=vid, list?k=arm.\n",
        "He asked why?—and when?”he said. Who?»and where?’",
        "The caf?© is shut.\n",
        "\xa0?abc and \u2028?os, \u3000?©os and\xa0?\n",
    ],
)
def test_questions_and_addresses_and_one_word_are_no_lost_letters(text: str) -> None:
    assert told(text) == []
    assert repaired(text) == text


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        (stored("sloppy-windows-1251", TEXTS[0]), "utf-8 > windows-1252 > windows-1251"),
        (as_question_marks(TEXTS[0]), "utf-8 > ascii"),
        ("“Le fran?ais pr?f?re la cr?me”, dit le pr?sident au th??tre.", "windows-1251"),
    ],
)
def test_what_is_left_of_letters_tells_the_channel(text: str, channel: str) -> None:
    assert told(text) == [channel]


def test_a_question_at_the_end_of_a_sentence_is_none_either() -> None:
    damaged = (
        "Yorgun mu? Hep. Mutlu mu? O da. ?Neden olmas?n?? derim hep. ?Evet? diyor k?z?m, her gün ko?uyor.\n"
    )
    assert "Yorgun mu? Hep. Mutlu mu? O da." in repaired(damaged)


def test_no_letter_stands_before_the_capital_of_a_word() -> None:
    damaged = "?Ne znam?, ka?e. ?To je to.? Kada po?inju radovi na mostu preko rijeke? To nitko ne zna.\n"
    assert "Što" not in repaired(damaged).replace("ŠTo", "Što")


def test_marks_in_what_is_left_of_something_are_not_intact() -> None:
    assert intact_marks("dziesi?…tki, «tak»") == frozenset("«»")


@pytest.mark.parametrize("language", ["fr", "it", "nl", "sk", "es"])
def test_no_letter_is_absent_where_all_leave_the_same(language: str) -> None:
    ascii_channel = next(channel for channel in channels("?") if channel.name == "ascii")
    assert absence(ascii_channel, language, "? ??".__contains__, 1000) == pytest.approx(0.0)


@pytest.mark.parametrize("language", ["fr", "it", "es"])
def test_the_more_letters_are_lost_the_surer_it_is(language: str) -> None:
    text = "".join(texts.articles(language)).translate(DASHES) * 2
    damaged = text.encode("ascii", "replace").decode()
    restored = newsclean.clean(damaged, trim=False).text
    assert restored.count("?") < damaged.count("?") / 3
