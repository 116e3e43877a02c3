"""The rooms of the house and the direction in which they may import each other."""

import ast
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

import newsclean

ROOT = Path(newsclean.__file__).parent

# Each room imports the rooms named beside it and nothing else of newsclean.
IMPORTS = {
    "pieces": set[str](),
    "tables": set[str](),
    "lines": {"pieces"},
    "edits": {"lines"},
    "western": set[str](),
    "detect": {"edits", "western"},
    "decode": {"detect", "edits"},
    "mojibake": {"edits", "lines", "mojibake", "pieces", "tables"},
    "boilerplate": {"edits", "lines", "boilerplate", "tables"},
    "pipeline": {"edits", "lines", "decode", "mojibake", "boilerplate"},
    "__init__": {"edits", "pipeline"},
    "parallel": {"edits"},
    "record": {"edits", "pipeline"},
    "interrupts": set[str](),
    "jsonl": {"edits", "interrupts", "parallel", "pieces", "pipeline", "record"},
    "arrow": {"edits", "pipeline"},
    "datatrove": {"edits", "pipeline"},
    "corpus": {"edits", "files", "jsonl", "messages", "pipeline", "progress"},
    "messages": set[str](),
    "colour": set[str](),
    "spots": set[str](),
    "progress": {"messages"},
    "files": {"edits", "messages"},
    "atomic": {"edits", "files"},
    "report": {"edits", "files", "messages", "spots"},
    "diff": {"colour", "edits", "lines", "messages", "spots"},
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


# The folders of `mojibake/lossy` in the order of its steps: each imports only earlier ones and these modules.
FOLDERS = ("runs", "letters", "proof")
BELOW = {"lossy.channels", "lossy.currencies"}
# Stages know each other only where one builds on another; what is lossy knows of the others the gate,
# the triggers and ftfy alone.
STAGES = {
    *("escapes", "misread", "regional", "reversible", "scripts", "altered", "swapped"),
    "lossy.alphabets",
}
ALLOWED = {("reversible", "misread")}


def modules_of(parent: str) -> dict[str, set[str]]:
    """Return each module of a room, as `lossy.runs.line`, with the modules of the room that it imports."""
    paths = {dotted(path): path for path in (ROOT / parent).rglob("*.py")}
    prefix = f"newsclean.{parent}"

    def short(module: str) -> str:
        return module.removeprefix(prefix).removeprefix(".") or parent

    return {
        short(module): {short(name) for name in imported_modules(path) if f"{name}.".startswith(f"{prefix}.")}
        for module, path in paths.items()
    }


def dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT.parent).with_suffix("").parts).removesuffix(".__init__")


def imported_modules(path: Path) -> set[str]:
    """Return the modules that `from ... import` names, whether it imports them or something of theirs."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                submodule = f"{node.module}.{alias.name}"
                is_module = (ROOT.parent / submodule.replace(".", "/")).with_suffix(".py").exists()
                found.add(submodule if is_module else node.module)
    return found


@pytest.mark.parametrize("parent", ["mojibake", "boilerplate"])
def test_imports_within_a_room_point_one_way(parent: str) -> None:
    assert set(TopologicalSorter(modules_of(parent)).static_order()) == set(modules_of(parent))  # no cycle


def test_a_folder_imports_only_those_of_earlier_steps() -> None:
    imports = modules_of("mojibake")
    earlier = BELOW
    for folder in (f"lossy.{name}" for name in FOLDERS):
        own = {module for module in imports if f"{module}.".startswith(f"{folder}.")}
        assert set().union(*[imports[module] for module in own]) <= own | earlier
        earlier = earlier | own


def test_stages_of_repair_do_not_import_each_other() -> None:
    imports = modules_of("mojibake")
    assert {(stage, other) for stage in STAGES for other in imports[stage] & STAGES} == ALLOWED
    lossy = {other for module, others in imports.items() if module.startswith("lossy.") for other in others}
    assert {other for other in lossy if not other.startswith("lossy.")} == {"gate", "lean_ftfy", "triggers"}
