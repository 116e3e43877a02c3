"""What is restored where nothing but question marks is left, and what stays."""

import pytest

from newsclean import clean

# Enough of an English article to know the channel by.
ENGLISH = "We don?t know, she said. It?s what they?re asking ? and it won?t stop.\n"


def cleaned(text: str) -> str:
    return clean(text, trim=False, quotes="original").text


@pytest.mark.parametrize(
    ("damaged", "restored"),
    [
        ("The ?12m scheme is late.", "The £12m scheme is late."),
        ("A ticket costs ?40, or ?10 for a child.", "A ticket costs £40, or £10 for a child."),
        ("It was built in the ?90s.", "It was built in the ’90s."),
        ("He was in the class of ?98.", "He was in the class of ’98."),
        ("So was Ada Miller ?76, a judge.", "So was Ada Miller ’76, a judge."),
        ("The small one is $59 / ?49.", "The small one is $59 / £49."),
        ("It warms by 0.2? C a decade.", "It warms by 0.2° C a decade."),
        (
            "The French paid ?5 million for the museum in Paris.",
            "The French paid €5 million for the museum in Paris.",
        ),
    ],
)
def test_a_sum_has_the_currency_of_the_article(damaged: str, restored: str) -> None:
    assert cleaned(ENGLISH + damaged).endswith("\n" + restored)


def test_a_currency_that_a_channel_keeps_is_not_taken_for_lost() -> None:
    assert cleaned(ENGLISH + "The loan of ?5 million cost £3 a day.").endswith("€5 million cost £3 a day.")


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
