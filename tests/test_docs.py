"""The pages in docs/ are true as far as a test can tell."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROMISES = (ROOT / "docs" / "promises.md").read_text("utf-8")
REFITTING = (ROOT / "docs" / "refitting.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
TESTS = "\n".join(path.read_text("utf-8") for path in (ROOT / "tests").rglob("test_*.py"))


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`(test_\w+)`", PROMISES))))
def test_every_test_that_a_promise_names_exists(name: str) -> None:
    assert re.search(rf"def {name}\(", TESTS)


def test_every_module_has_its_place_in_the_architecture() -> None:
    named = set(re.findall(r"`(?:mojibake/|boilerplate/)?(\w+\.py)`", ARCHITECTURE))
    assert named == {path.name for path in (ROOT / "src" / "newsclean").rglob("*.py")}


@pytest.mark.parametrize(
    "page", sorted([*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md")]), ids=lambda path: path.name
)
def test_every_link_in_a_page_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_the_sample_of_labelled_records_has_a_label_for_each_line() -> None:
    sample = re.findall(r"```json\n(.*?)```", REFITTING, re.DOTALL)[0]
    for record in map(json.loads, re.split(r"\n(?=\{)", sample)):
        assert len(record["labels"]) == len(record["raw"].split("\n"))
        assert set(record["labels"]) <= set(re.findall(r"`(\w)`", REFITTING))
