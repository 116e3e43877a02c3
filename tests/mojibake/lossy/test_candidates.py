"""Which channels may have made what stands in a text."""

import pytest

from newsclean.mojibake.lossy.candidates import SHORTLIST, makes_marks, shortlist
from newsclean.mojibake.lossy.channels import channels

STORED_1251 = "utf-8 > windows-1252 > windows-1251"
# A channel that has “ but not the characters that UTF-8 puts before it: – leaves `??“`.
JAPANESE = next(each for each in channels("?") if each.name == "utf-8 > windows-1252 > cp932")


def named(text: str, *, untouched: bool = False) -> list[str]:
    return [channel.name for channel in shortlist(text, untouched)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "It rained all day, and nobody came.",
        "Is it late? No. Is that so? Yes, “it” is.",
        "It’s “late”, she said – and left… The café’s open.",
        "Où est-il ? Qui sait… « Là-bas », dit-elle.",
        "Новая дорога? «Да».",
        "https://example.org/?a=1?b",
    ],
)
def test_a_text_without_damage_names_no_channel(text: str) -> None:
    assert named(text) == named(text, untouched=True) == []


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("They don?€™t know. It?€™s late.", STORED_1251),
        ("They donâ€™t know. It isâ€? late.", "utf-8 > windows-1252"),
        ("They donâ€\ufffdt know, it isâ€™nt late.", "utf-8 > windows-1252"),
        ("They don\ufffdt know. It\ufffds late.", "windows-1252 > utf-8"),
        ("They don?t know. It?s late.", "ascii"),
        ("They don???t know. It???s late.", "utf-8 > ascii"),
        ("From 19 ??“ 20, and 21 ??“ 22.", JAPANESE.name),
    ],
)
def test_the_channel_that_explains_most_comes_first(text: str, first: str) -> None:
    assert named(text)[0] == first


def test_the_shortlist_is_short() -> None:
    assert 1 < len(named("They don?€™t know what ?©t?© is. It?€™s late.")) <= SHORTLIST


@pytest.mark.parametrize("mark", ["’", "“", "–", "…"])
def test_an_intact_mark_rules_out_the_bare_channel_that_would_have_broken_it(mark: str) -> None:
    damaged = "They don?t know. It?s late."
    assert "ascii" in named(damaged)
    assert "ascii" not in named(f"{damaged} {mark}")


def test_beside_traces_of_another_channel_question_marks_alone_are_not_judged() -> None:
    assert "ascii" not in named("They don?€™t know. It?s late, isn?t it.")


def test_letters_may_be_lost_between_intact_marks_in_a_text_that_no_channel_was_undone_in() -> None:
    text = "“Le fran?ais pr?f?re la cr?me”, dit le pr?sident au th??tre."
    assert named(text, untouched=True) != []
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("From 19 ??“ 20", True),
        ("From 19 ??“ 20, “she said", False),
        ("From 19 ??“ 20, it’s said", False),
        ("From 19 to 20", False),
    ],
)
def test_marks_may_all_be_pieces_of_what_a_channel_makes_of_others(text: str, made: bool) -> None:
    assert makes_marks([JAPANESE], text) is made
    assert not makes_marks([], text)
