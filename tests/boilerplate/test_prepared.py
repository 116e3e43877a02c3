"""The prepared rules are those of the TOML files."""

from pathlib import Path

import pytest

from newsclean.boilerplate.index import prepare
from newsclean.boilerplate.prepared import FOLDER


@pytest.mark.parametrize(("name", "text"), prepare().items(), ids=lambda value: value[:12])
def test_the_prepared_rules_are_up_to_date(name: str, text: str) -> None:
    prepared = (Path(FOLDER) / name).read_text("utf-8")
    assert prepared == text, "run: python tools/prepare_rules.py"
