"""How likely a mark is in its place, and what it leaves open."""

import pytest

from newsclean.mojibake.lossy.runs.context import MISSED_CLOSING, ROLES, SINGLE, UNOPENED, after, costs
from newsclean.mojibake.lossy.runs.places import Place, left_side, right_side


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
    found = dict(zip(ROLES, costs(*place, state), strict=True))
    whole = sum(2.718281828 ** (prices.get(role, 0.0) - cost) for role, cost in found.items())
    assert whole == pytest.approx(1)
    assert min(found, key=found.__getitem__) == "a"
