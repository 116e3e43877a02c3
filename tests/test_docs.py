"""The pages in docs/ are true as far as a test can tell."""

import ast
import json
import re
from collections.abc import Iterator
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


FOLDERS = ("src", "tools", "benchmarks", "docs", "tests", "examples")
FILES = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.*")]
FILE_NAME = r"[\w./-]*\w\.(?:py|tsv|toml|txt)\b"
# Files that are not newsclean's own: those of a user in examples, of Unicode and of ftfy.
OTHERS = {"article.txt", "a.txt", "emoji-data.txt", "ftfy/__init__.py"}


def explanations(path: Path) -> Iterator[str]:
    """Yield the comments and docstrings of a module, or a page as it is."""
    text = path.read_text("utf-8")
    if path.suffix == ".md":
        yield text
        return
    yield from re.findall("#.*", text)
    described = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    yield from (
        ast.get_docstring(node) or "" for node in ast.walk(ast.parse(text)) if isinstance(node, described)
    )


@pytest.mark.parametrize("folder", FOLDERS[:4])
def test_every_file_that_is_named_exists(folder: str) -> None:
    paths = [path for path in FILES if path.suffix in (".py", ".md") and path.is_relative_to(ROOT / folder)]
    named = {
        name.lstrip("./")
        for path in paths
        for text in explanations(path)
        for name in re.findall(FILE_NAME, text)
        if not re.search(r"(?:^|/)[A-Z]+\.\w+$", name)  # NAME.tsv stands for several
    }
    known = [path.as_posix() for path in (*FILES, *ROOT.glob("*.*"))]
    missing = {name for name in named if not any(path.endswith(f"/{name}") for path in known)}
    assert not {name for name in missing if OTHERS.isdisjoint((name, name.rpartition("/")[2]))}


def test_the_sample_of_labelled_records_has_a_label_for_each_line() -> None:
    sample = re.findall(r"```json\n(.*?)```", REFITTING, re.DOTALL)[0]
    for record in map(json.loads, re.split(r"\n(?=\{)", sample)):
        assert len(record["labels"]) == len(record["raw"].split("\n"))
        assert set(record["labels"]) <= set(re.findall(r"`(\w)`", REFITTING))
