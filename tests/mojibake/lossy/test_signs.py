"""Signs behind names: told where an article has several."""

from collections.abc import Callable

import pytest

from newsclean import clean


def read_as_utf8(text: str) -> str:
    """Read the bytes of Windows-1252 as UTF-8."""
    return text.encode("windows-1252").decode("utf-8", "replace")


def byte_by_byte(text: str) -> str:
    """Put a question mark for each byte that is none of ASCII."""
    return text.encode().decode("ascii", "replace").replace("\ufffd", "?")


TEXT = (
    "The firm’s new AquaPure™ is the cheapest it has sold. “We’re proud of it,” she said.\n"
    "The AquaPure™ (Large) holds four litres, and the AquaPure™ (Small) holds two.\n"
    "Buyers of a HydraGrip™ get a bag; the HydraGrip™ and the bag cost £40.\n"
    "It isn’t clear whether the AirLoft™ will follow, or whether the AirLoft™ (Large) has been dropped.\n"
)


@pytest.mark.parametrize("damage", [read_as_utf8, byte_by_byte])
def test_an_article_that_has_several_signs_gets_them_back(damage: Callable[[str], str]) -> None:
    assert clean(damage(TEXT), trim=False, quotes="original").text == TEXT


def test_signs_of_two_kinds_are_told_by_their_length() -> None:
    text = TEXT.replace("HydraGrip™", "HydraGrip®")
    assert clean(byte_by_byte(text), trim=False, quotes="original").text == text


def test_signs_that_passed_for_questions_are_told_where_sentences_go_on() -> None:
    lost = clean(TEXT.encode("ascii", "replace").decode(), trim=False, quotes="original").text
    assert lost.count("™") == TEXT.count("™")


@pytest.mark.parametrize("damage", [read_as_utf8, byte_by_byte])
@pytest.mark.parametrize(
    "text",
    [
        "“Is it the Harts’ house?” he asked. The Millers’ dog didn’t bark at the Harts’ door.\n",
        "“Who, Norris?? He’s late.” It was Norris?? Nobody’s sure. “I’d ask Norris… or Smith.”\n",
        "They’re off to the Bahamas?? Yes, it’s the Bahamas?? She’s “proud” of Norris?? and Norris?? too – "
        "isn’t she?\n",
    ],
)
def test_marks_behind_names_are_no_signs(damage: Callable[[str], str], text: str) -> None:
    assert not {"™", "®"}.intersection(clean(damage(text), trim=False).text)


def test_a_row_behind_a_name_may_be_proven_only_in_part() -> None:
    text = "Dvořáček led the turn.\nEastbrook: Dvořáček Björk Marçal 11′, Dvořáček Peña 90+4′.\n"
    misread = text.encode().decode("latin-1").encode("windows-1251", "replace").decode("windows-1251")
    assert "Eastbrook: " in clean(misread, trim=False).text
