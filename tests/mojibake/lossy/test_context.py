"""What is seen of a mark's place, and the table of weights."""

import pytest

from newsclean.mojibake.lossy.context import (
    MISSED_CLOSING,
    ROLES,
    SINGLE,
    UNOPENED,
    Place,
    after,
    beginning,
    costs,
    fits_inside,
    left_side,
    right_side,
)

LINE = "“We don’t know,” she said – the ferry’s crew left in the ’90s."


@pytest.mark.parametrize(
    ("mark", "left", "right"),
    [("“", "^", "A"), ("’", "a", "a"), ("”", ",", "_a"), ("–", "_a", "_a")],
)
def test_neighbours_are_named_by_class(mark: str, left: str, right: str) -> None:
    at = LINE.index(mark)
    assert (left_side(LINE, at).kind, right_side(LINE, at + 1).kind) == (left, right)


@pytest.mark.parametrize(
    ("state", "role", "then"),
    [
        ("", "O", "O"),
        ("O", "o", "Oo"),
        ("Oo", "c", "O"),
        ("Oo", "C", ""),
        ("O", "a", "O"),
        ("", "C", ""),
        ("O", "«", "O«"),
        ("«", "»", ""),
    ],
)
def test_quotations_open_and_close(state: str, role: str, then: str) -> None:
    assert after(state, role) == then


@pytest.mark.parametrize(
    ("line", "begun"),
    [
        ("It is late", "^"),
        ("So how did it end", "^?"),
        ("He left. Why did he go", ".?"),
        ("“It is late.” It was dark", "."),
        ("Why? He went", "."),
        ("“Isn’t it late", '"?'),
        ("He asked ?why it is late", '"?'),
        ("Dijo: ¿cu?ndo llega", '"?'),
        ("The ferry (when it runs", ":?"),
        ("“It sank. If nobody knows, how do we find it", ".?"),
    ],
)
def test_a_sentence_is_known_by_where_it_began_and_whether_it_asks(line: str, begun: str) -> None:
    assert beginning(line, len(line)) == begun


@pytest.mark.parametrize("language", ["en", "de", "nl", ""])
@pytest.mark.parametrize(
    ("state", "prices"),
    [
        ("", {"o": SINGLE, "C": UNOPENED, "»": UNOPENED}),
        ("O", {"C": -MISSED_CLOSING, "»": UNOPENED}),
        ("O«", {"C": -MISSED_CLOSING, "»": -MISSED_CLOSING}),
    ],
)
def test_a_place_has_a_probability_for_each_role(language: str, state: str, prices: dict[str, float]) -> None:
    place = Place(left_side("don", 3), right_side("t know", 0), "", language)
    found = dict(zip(ROLES, costs(place, state), strict=True))
    whole = sum(2.718281828 ** (prices.get(role, 0.0) - cost) for role, cost in found.items())
    assert whole == pytest.approx(1)
    assert min(found, key=found.__getitem__) == "a"


@pytest.mark.parametrize(
    ("role", "left", "right", "fits"),
    [
        ("a", "don", "t", True),
        ("a", "clos", "d", False),
        ("m", "the rain", "which stopped", True),
        ("m", "M", "ller", False),
        ("O", "na", "ve", False),
    ],
)
def test_a_mark_inside_a_word_needs_a_reason(role: str, left: str, right: str, fits: bool) -> None:
    assert fits_inside(role, left, right) is fits
