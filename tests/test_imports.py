"""The rooms of the house and the direction in which they may import each other."""

import ast
from pathlib import Path

import newsclean

ROOT = Path(newsclean.__file__).parent

# Each room imports the rooms named beside it and nothing else of newsclean.
IMPORTS = {
    "edits": set[str](),
    "decode": {"edits"},
    "mojibake": {"edits", "mojibake"},
    "boilerplate": {"edits", "boilerplate"},
    "pipeline": {"edits", "decode", "mojibake", "boilerplate"},
    "__init__": {"edits", "pipeline"},
    "parallel": {"edits"},
    "jsonl": {"edits", "parallel", "pipeline"},
    "arrow": {"edits", "pipeline"},
    "datatrove": {"edits", "pipeline"},
    "corpus": {"edits", "files", "jsonl", "messages", "progress"},
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


def test_imports_point_one_way() -> None:
    found: dict[str, set[str]] = {}
    for path in ROOT.rglob("*.py"):
        found.setdefault(room(path), set()).update(imported_rooms(path))
    assert found == IMPORTS
