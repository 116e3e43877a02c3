"""Every input that a fuzzer started from or found goes through its target at each run."""

from pathlib import Path

import pytest
from targets import TARGETS

CASES = sorted((Path(__file__).parent / "cases").glob("*/*"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_the_case_holds(case: Path) -> None:
    TARGETS[case.parent.name](case.read_bytes())
