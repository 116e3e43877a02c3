"""The prepared tables are up to date with their sources."""

from pathlib import Path

import pytest

from newsclean.boilerplate.pages import FOLDER
from newsclean.boilerplate.prepare import prepare

TABLES = dict(prepare())


@pytest.mark.parametrize("name", TABLES)
def test_a_prepared_table_is_up_to_date(name: str) -> None:
    same = (Path(FOLDER) / name).read_bytes() == TABLES[name]
    assert same, "run: python tools/prepare_rules.py"
