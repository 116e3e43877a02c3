"""The rooms of the house and the direction in which they may import each other."""

import ast
from pathlib import Path

import pytest

import newsclean

ROOT = Path(newsclean.__file__).parent

# Each room may import the rooms named beside it and nothing else of newsclean.
ALLOWED = {
    "edits": set[str](),
    "decode": {"edits"},
    "mojibake": {"edits", "mojibake"},
    "boilerplate": {"edits", "boilerplate"},
    "pipeline": {"edits", "decode", "mojibake", "boilerplate"},
    "__init__": {"edits", "pipeline"},
    "parallel": {"edits"},
    "jsonl": {"edits", "parallel", "pipeline"},
    "arrow": {"edits", "pipeline"},
    "datatrove": {"boilerplate", "edits", "pipeline"},
    "corpus": {"files", "jsonl", "messages", "progress", "run"},
    "messages": set[str](),
    "colour": set[str](),
    "spots": set[str](),
    "progress": {"messages"},
    "files": {"edits", "messages"},
    "atomic": {"edits", "files"},
    "report": {"edits", "files", "messages", "spots"},
    "diff": {"colour", "edits", "messages", "spots"},
    "run": {"edits", "files", "messages", "pipeline", "progress", "report"},
    "sinks": {"atomic", "diff", "files", "messages", "report", "run"},
    "jobs": {
        "atomic",
        "boilerplate",
        "colour",
        "corpus",
        "edits",
        "files",
        "messages",
        "pipeline",
        "report",
        "run",
        "sinks",
    },
    "cli": {"__init__", "edits", "files", "jobs", "messages"},
    "__main__": {"cli", "files", "run"},
}


def room(path: Path) -> str:
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def imported_rooms(path: Path) -> set[str]:
    rooms: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            rooms |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("newsclean.")}
        elif isinstance(node, ast.ImportFrom) and node.module == "newsclean":
            rooms |= {alias.name if is_room(alias.name) else "__init__" for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("newsclean."):
            rooms.add(node.module.split(".")[1])
    return rooms


def is_room(name: str) -> bool:
    return (ROOT / f"{name}.py").exists() or (ROOT / name).is_dir()


@pytest.mark.parametrize("path", sorted(ROOT.rglob("*.py")), ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path: Path) -> None:
    assert imported_rooms(path) <= ALLOWED[room(path)]
