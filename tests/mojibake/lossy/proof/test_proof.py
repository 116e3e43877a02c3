"""What is restored where nothing but question marks is left, and what stays."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from openings import OPENINGS, lossy

from benchmarks import texts
from newsclean import clean
from newsclean.mojibake.lossy.channels import Channel, channels, sender
from newsclean.mojibake.lossy.lattice import Lattice
from newsclean.mojibake.lossy.letters.languages import Document
from newsclean.mojibake.lossy.letters.spelling import Letters
from newsclean.mojibake.lossy.proof import Proof, settled
from newsclean.mojibake.lossy.runs.line import Line
from newsclean.mojibake.lossy.signs import Names

# Enough of an English article to recognise the channel, and of a British one.
ENGLISH = "We don?t know, she said. It?s what they?re asking ? and it won?t stop.\n"
BRITISH = ENGLISH + "The BBC said so in London.\n"


def cleaned(text: str) -> str:
    return clean(text, trim=False, quotes="original").text


@pytest.mark.parametrize(
    ("damaged", "restored"),
    [
        ("The ?12m scheme is late.", "The £12m scheme is late."),
        ("A ticket costs ?40, or ?10 for a child.", "A ticket costs £40, or £10 for a child."),
        ("It was built in the ?90s.", "It was built in the ’90s."),
        ("È degli anni ?90, dice.", "È degli anni ’90, dice."),
        ("He was in the class of ?98.", "He was in the class of ’98."),
        ("So was Ada Miller ?76, a judge.", "So was Ada Miller ’76, a judge."),
        ("The small one is $59 / ?49.", "The small one is $59 / £49."),
        ("It warms by 0.2? C a decade.", "It warms by 0.2° C a decade."),
        (
            "The Germans paid ?5 million in euros for the museum in Paris.",
            "The Germans paid €5 million in euros for the museum in Paris.",
        ),
        ("The Japanese paid ?5 million, in yen.", "The Japanese paid ¥5 million, in yen."),
        ("The bill is ?40 crore, or 4 lakh rupees a day.", "The bill is ₹40 crore, or 4 lakh rupees a day."),
    ],
)
def test_a_sum_has_the_currency_of_the_article(damaged: str, restored: str) -> None:
    assert cleaned(BRITISH + damaged).endswith("\n" + restored)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tickets cost ?12.50 at the door.",
        "A ticket costs ?40, or ?10 for a child.",
        "They gave it ?10 out of 10.",
        "She was fined ?300 by the court.",
    ],
)
def test_a_sum_whose_currency_nothing_tells_stays_and_is_told(sentence: str) -> None:
    result = clean(ENGLISH + sentence, trim=False)
    assert result.text.endswith("\n" + sentence)
    assert [damage.line for damage in result.unresolved] == [2]


def test_a_currency_that_a_channel_keeps_is_not_taken_for_lost() -> None:
    assert cleaned(ENGLISH + "The loan of ?5 million cost £3 a day.").endswith("€5 million cost £3 a day.")


def test_a_currency_that_was_restored_tells_nothing_of_others() -> None:
    articles = [article for article in texts.articles("en") if not article.isascii()]
    whole = "".join(articles)
    together = cleaned(whole.encode("ascii", "replace").decode())
    assert together.count("€") <= whole.count("€")
    assert together.count("’") > 0.8 * whole.count("’")
    apart = [cleaned(article.encode("ascii", "replace").decode()) for article in articles if "€" in article]
    assert 0 < "".join(apart).count("€") <= whole.count("€")


GERMAN = "Der Rat sagt „nein“. Die Brücke über den Fluss bleibt gesperrt, heißt es – für ein Jahr.\n"


@pytest.mark.parametrize("lost", ["?", "\ufffd"])
@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("Das Ticket kostet jetzt 12 *.", "Das Ticket kostet jetzt 12 €."),
        ("Es wurde teurer (bisher 8 *).", "Es wurde teurer (bisher 8 €)."),
        ("Nach * 97 Abs. 1 sei das verboten.", "Nach § 97 Abs. 1 sei das verboten."),
        ("Das sagt das Gesetz (* 5 UrhG).", "Das sagt das Gesetz (§ 5 UrhG)."),
        ("Es blieb bei 12 *, sagte er.", "Es blieb bei 12 €, sagte er."),
        ("Der Rest * so die Stadt *, fehlt.", "Der Rest – so die Stadt –, fehlt."),
    ],
)
def test_a_sign_is_no_dash_where_none_stands(damaged: str, whole: str, lost: str) -> None:
    text = GERMAN.encode("ascii", "replace").decode() + damaged.replace("*", "?")
    assert cleaned(text.replace("?", lost)) == GERMAN + whole


def test_no_apostrophe_joins_a_small_word_and_a_name() -> None:
    assert "got a?Frosty reception" in cleaned(ENGLISH + "A few of them got a?Frosty reception.")


def test_what_no_mark_can_be_stays_and_is_told() -> None:
    text = "L?an dernier, l?homme n?a pas dit qu?il partait.\nC'est d?s lors un ?lan, et d'?talonnage."
    result = clean(text, trim=False, quotes="original")
    assert result.text.endswith("d'?talonnage.")
    assert "?" in [damage.text for damage in result.unresolved]


def test_a_question_in_a_quotation_that_goes_on_stays_one() -> None:
    text = "?They want the pier, right? Nobody?s asked us,? she said."
    assert cleaned(ENGLISH + text).endswith("\n“They want the pier, right? Nobody’s asked us,” she said.")


@pytest.mark.parametrize("damage", ["\ufffd", "ï¿½"])
def test_what_is_lost_is_read_alike_whatever_stands_for_it(damage: str) -> None:
    text = "They don’t know. It’s 38°C in London, and it’ll cost £40 – or £10 for a child.\n"
    damaged = text.encode("windows-1252").decode("utf-8", "replace").replace("\ufffd", damage)
    assert cleaned(damaged) == text


def test_a_quotation_in_german_opens_with_a_double_mark() -> None:
    text = (
        "Das Café am Hafen wirbt mit „So geht’s nicht“. „Was nun?“, fragte sie.\n"
        "Ein Schüler sagt: „Das ist zu wenig. Wir warten. Müller wirbt mit dem Satz „Wochenend-Helfer“: "
        "„Das ist zu wenig. Wir warten.\n"
    )
    assert cleaned(text.encode("latin-1", "replace").decode("latin-1")) == text


@pytest.mark.parametrize("codec", ["ascii", "utf-8"])
@pytest.mark.parametrize(
    ("language", "sentence", "word"),
    [
        ("ca", "Ell, però, no va venir.", "però"),
        ("ca", "Tot serà diferent.", "serà"),
        ("cs", "Nechce mluvit o peci či o dalších plánech.", "či"),
        ("es", "Los más ágiles ganan siempre.", "ágiles"),
        ("fr", "La région Île-de-France a tout prévu.", "Île-de-France"),
        ("lt", "Kitas ėjimo laikas jau aiškus.", "ėjimo"),
        ("pt", "Ele não irá sem ela.", "irá"),
    ],
)
def test_no_mark_is_invented_at_the_edge_of_a_word_that_lost_a_letter(
    language: str, sentence: str, word: str, codec: str
) -> None:
    text = OPENINGS[language] + sentence + "\n"
    lost = lossy(text, codec)
    start = text.rindex(word)
    end = start + len(word)
    result = cleaned(lost)
    for char, before, now in zip(text[start:end], lost[start:end], result[start:], strict=False):
        assert now in (char, before)
    restored = [now == char for char, before, now in zip(text, lost, result, strict=True) if char != before]
    assert 2 * sum(restored) > len(restored)


@given(st.lists(st.sampled_from([*OPENINGS]), min_size=1, max_size=3), st.sampled_from(["", "?", "\ufffd"]))
def test_what_stands_for_a_lost_character_never_becomes_what_stands_for_others(
    languages: list[str], behind: str
) -> None:
    text = "".join(OPENINGS[language] for language in languages) + behind
    # What Windows-1252 has no place for is `?` there, and the rest U+FFFD, once it is read as UTF-8.
    damaged = lossy(text, "utf-8")
    result = cleaned(damaged)
    assert all(result.count(lost) <= damaged.count(lost) for lost in "?\ufffd")
    for before, now in zip(damaged, result, strict=True):
        assert before == now or now not in "?\ufffd"


def test_quotations_are_marked_beside_such_words() -> None:
    text = OPENINGS["cs"] + "„To je dobrá zpráva,“ řekl starosta.\n"
    assert cleaned(lossy(text, "ascii")).count("„") == text.count("„")


# Pieces of lines in which a mark may be anything, and channels that leave more or less of it.
PIECES = (
    *("don", "t", "it", "It", "s", "S", "they", "re", "cafe", "Fran", "ois", "AquaPure", "l", "an", "What"),
    *("42", "90s", " ", " ", " ", ".", ",", "(", "'", *"“”‘’–—…£°•™é?"),
)
LOSING = {channel.name: channel for channel in channels("?\ufffd¿")}
NAMES = (
    *("ascii", "latin-1", "utf-8 > ascii", "windows-1252 > utf-8", "windows-1252 > utf-8 > windows-1252"),
    *("utf-8 > windows-1252", "utf-8 > windows-1252 > windows-1251", "utf-8 > windows-1252 > cp950"),
)


@given(st.lists(st.sampled_from(PIECES), max_size=16).map("".join), st.sampled_from(NAMES))
@example("don?“", "utf-8 > windows-1252")
@example("“?don", "utf-8 > windows-1252")
@example("t“s", "ascii")
def test_what_its_place_settles_needs_no_proof(text: str, name: str) -> None:
    channel = LOSING[name]
    line, lattice, letters = damaged(text, channel)
    proof = Proof(channel, lambda lost: "£", letters)
    for start, spot in line.spots(lattice.members):
        for reading in [reading for state in ("", "O", "o") for reading in lattice.step(spot)[state]]:
            if (original := settled.original(start, reading, line.text)) is not None:
                items = [(start + end, item) for end, item in reading.items]
                assert proof.proven(items, line.text) == items
                assert "".join(item.original for _, item in items) == original


@given(st.sampled_from(PIECES), st.sampled_from("™’…–”"), st.sampled_from(PIECES), st.sampled_from(NAMES))
def test_no_name_bears_a_sign_in_a_line_that_does_not_concern_them(
    word: str, mark: str, behind: str, name: str
) -> None:
    channel = LOSING[name]
    line, lattice, letters = damaged(f"It said {word}{mark}{behind}", channel)
    decoded = lattice.decode(line, letters)
    names = Names(channel, "en")
    if not any(map(names.concern, decoded.readings())):
        for number in range(9):
            names.see(number, line.text, list(decoded.items()))
        assert not any(map(names.stand_in, range(9)))


def damaged(text: str, channel: Channel) -> tuple[Line, Lattice, Letters]:
    """Return what a channel makes of a line, and what reads the line again."""
    own = Document({"en": 1.0}, {})
    return (
        Line([sender(channel.legs)(text)], 0, "en"),
        Lattice(channel, own.own),
        Letters(channel, own),
    )


@pytest.mark.parametrize("lost", ["?", "\ufffd"])
@pytest.mark.parametrize(
    ("damaged", "whole"),
    [
        ("Jos* said it.", "José said it."),
        ("The caf* isn*t open.", "The café isn’t open."),
        ("She*d seen *mer there.", "She’d seen Ömer there."),
        ("He isn*t *real*.", "He isn’t “real”."),
        ("The Joneses* car, the players* bus.", "The Joneses’ car, the players’ bus."),
    ],
)
def test_a_mark_at_the_edge_of_a_word_may_be_its_letter(damaged: str, whole: str, lost: str) -> None:
    text = "They couldn*t say. *It*s late,* he said, and it wasn*t. "
    assert clean((text + damaged).replace("*", lost), trim=False, quotes="original").text.endswith(whole)


def test_what_may_be_several_letters_at_the_edge_of_a_word_is_reported() -> None:
    result = clean("They couldn?t say. ?It?s late,? he said. ?ngel didn?t.", trim=False)
    assert result.text.endswith("?ngel didn’t.")
    assert [damage.line for damage in result.unresolved] == [1]


def test_a_row_of_question_marks_between_words_stays() -> None:
    text = "They don?t know. It?s true ??? he said ? and it isn?t late.\n"
    assert cleaned(text).startswith("They don’t know. It’s true ??? he said – and it isn’t late.")


def test_a_question_mark_where_a_sentence_may_end_is_no_letter_of_an_unlisted_word() -> None:
    german = "Wir wissen es nicht ?mehr?, sagt sie. Das ?Haus? steht seit f?nf Jahren leer, hei?t es.\n"
    assert "Wie bitte?! Nun aber." in cleaned(german + "Wie bitte?! Nun aber.\n")


def test_a_sentence_that_asks_keeps_its_mark_behind_a_name_with_a_sign() -> None:
    named = "The AquaPure? filter is new. An AquaPure? lasts. Buy the AquaPure? today, it?s here.\n"
    assert cleaned(ENGLISH + named + "What is AquaPure?").endswith("What is AquaPure?")


def test_question_marks_in_a_row_are_no_letters_where_u_fffd_is_left() -> None:
    whole = "Die Richterin verlas davon: „???“. Für den Anwalt war das „nichts“. Er heißt Müller.\n"
    damaged = "Er wei\ufffd es, sagt M\ufffdller. F\ufffdr den Rat ist das \ufffdnichts\ufffd.\n"
    assert cleaned(damaged + whole).endswith(whole)
    marked = damaged + "Im Brief stand \ufffd???\ufffd. Sonst nichts.\n"
    assert "???" in cleaned(marked)
