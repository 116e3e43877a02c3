"""What trim removes, what it leaves, and what it promises."""

from pathlib import Path

import pytest

from newsclean.boilerplate import trim
from newsclean.edits import NewscleanError

SEED = Path(__file__).parents[2] / "seeds" / "000_1902edb0fb246e6f.txt"


def test_the_seed_ends_with_its_article() -> None:
    text, edits = trim(SEED.read_text("utf-8"))
    assert text.endswith("encroached on Turkish territory.\n")
    assert [edit.line for edit in edits] == list(range(min(edit.line for edit in edits), edits[-1].line + 1))
    assert {edit.kind for edit in edits} == {"donation"}


def test_an_unknown_category_is_told() -> None:
    with pytest.raises(NewscleanError, match="unknown category 'donations'; known: donation, membership"):
        trim("text", keep=["donations"])
