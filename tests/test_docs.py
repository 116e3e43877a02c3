"""The pages in docs/ are true as far as a test can tell."""

import ast
import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROMISES = (ROOT / "docs" / "promises.md").read_text("utf-8")
REFITTING = (ROOT / "docs" / "refitting.md").read_text("utf-8")
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text("utf-8")
TESTS = [
    node
    for path in (ROOT / "tests").rglob("test_*.py")
    for node in ast.parse(path.read_text("utf-8")).body
    if isinstance(node, ast.FunctionDef)
]
HELD = [row for row in re.findall(r"^\| (.*) \|$", PROMISES, re.MULTILINE) if "---" not in row][1:]


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`(test_\w+)`", PROMISES))))
def test_a_promise_names_tests_that_assert_something_and_are_expected_to_pass(name: str) -> None:
    named = [test for test in TESTS if test.name == name]
    assert named
    for test in named:
        assert any(map(_may_fail, ast.walk(test)))
        assert not re.search(r"\bxfail\b|\bskip\b", " ".join(map(ast.unparse, test.decorator_list)))


def _may_fail(node: ast.AST) -> bool:
    """Whether a piece of a test is an assertion, `pytest.raises`, or a call of a helper that asserts."""
    return isinstance(node, ast.Assert) or (
        isinstance(node, ast.Call) and bool(re.search(r"^assert_|^TARGETS|raises$", ast.unparse(node.func)))
    )


@pytest.mark.parametrize("row", [row for row in HELD if row != "promise | held by"])
def test_every_promise_is_held_by_a_test(row: str) -> None:
    assert re.search(r" \| `test_\w+`", row)


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
