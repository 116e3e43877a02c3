"""Which modules each task may import: starting the command is a cost of every article in a pipe."""

import subprocess
import sys
from pathlib import Path

import pytest

from newsclean.mojibake import BEFORE_CHANNELS, BEHIND_CHANNELS, DECODING

INTACT = "The town’s mayor resigned on Monday – “with regret,” she said – after 12 years. What’s next?\n" * 9
REVERSIBLE = "The townâ€™s mayor resigned on Monday.\n"
LOSSY = "The town?s mayor said she didn?t regret it. ?I?m glad,? she said.\n"
APPEAL = "Please support our journalism with a donation.\n"

# Modules that are slow to import, and that an intact article does not need.
SLOW = {
    "argparse", "asyncio", "chardet", "click", "concurrent", "dataclasses", "difflib", "email", "enum",
    "ftfy", "html", "inspect", "json", "logging", "multiprocessing", "pathlib", "pickle", "random", "re",
    "shutil", "signal", "subprocess", "tempfile", "textwrap", "tomllib", "traceback", "unicodedata",
    "urllib", "wcwidth",
}  # fmt: skip
# Results are typed with `typing`, which imports `re`, which imports `enum`.
WITH_TYPING = {"enum", "re"}
WITH_FTFY = {"ftfy", "html", "unicodedata"}

# The rooms that cleaning an article of UTF-8 takes, intact or damaged.
CLEANING = {
    *("__main__", "run", "files"),
    *("pipeline", "decode", "mojibake", "boilerplate", "edits", "lines", "tables"),
}
STAGES = {f"mojibake.{module}" for _, module, *_ in (*DECODING, *BEFORE_CHANNELS, *BEHIND_CHANNELS)}


def imported(*arguments: str, stdin: bytes = b"") -> set[str]:
    """Run the command and return the slow modules it loaded that a bare interpreter does not."""
    loaded = _modules(arguments, stdin) - _modules((), b"", "pass")
    return {module.partition(".")[0] for module in loaded} & SLOW


def imported_modules(*arguments: str, stdin: bytes = b"") -> set[str]:
    """Run the command and return the modules of newsclean that it loaded, `mojibake.gate` for instance."""
    loaded = _modules(arguments, stdin)
    return {module.removeprefix("newsclean.") for module in loaded if module.startswith("newsclean.")}


def rooms_of(modules: set[str]) -> set[str]:
    """Return the rooms that modules belong to: their folders, or modules that are in none."""
    return {module.partition(".")[0] for module in modules}


def _modules(arguments: tuple[str, ...], stdin: bytes, code: str = "") -> set[str]:
    code = (
        code
        or "from newsclean.__main__ import main\ntry: main()\nexcept SystemExit as end: assert not end.code"
    )
    run = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print(*sys.modules, file=sys.stderr)", *arguments],
        input=stdin,
        capture_output=True,
        check=True,
    )
    return set(run.stderr.decode().split())


@pytest.mark.parametrize(
    "article", ["The mayor resigned on Monday.\n" * 40, INTACT], ids=["ascii", "typographic"]
)
def test_an_intact_article_loads_no_repair_and_no_options(article: str, tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(article, encoding="utf-8")
    assert imported(str(path)) <= WITH_TYPING
    assert imported(stdin=article.encode()) <= WITH_TYPING
    loaded = imported_modules(str(path))
    assert rooms_of(loaded) <= CLEANING
    assert not loaded & {f"boilerplate.{name}" for name in ("rules", "patterns", "anchors", "steps", "index")}
    assert not loaded & STAGES
    assert not any(module.startswith("mojibake.lossy") for module in loaded)


def test_an_article_that_ends_in_prose_is_read_no_further() -> None:
    assert not imported_modules(stdin=INTACT.encode()) & {"boilerplate.tail", "boilerplate.document"}


def test_the_version_loads_nothing_that_cleans() -> None:
    loaded = imported("--version")
    assert not loaded & {"chardet", "ftfy", "tomllib", "difflib", "json", "multiprocessing", "pathlib"}
    assert rooms_of(imported_modules("--version")) <= {
        "__main__",
        "cli",
        "edits",
        "files",
        "lines",
        "messages",
    }


@pytest.mark.parametrize("article", [REVERSIBLE, LOSSY, INTACT * 3 + LOSSY + APPEAL])
def test_a_damaged_article_loads_no_more_than_ftfy(article: str) -> None:
    assert imported(stdin=article.encode()) <= WITH_TYPING | WITH_FTFY
    assert rooms_of(imported_modules(stdin=article.encode())) <= CLEANING


def test_what_ftfy_cannot_repair_loads_no_ftfy() -> None:
    stored = LOSSY.replace("?", "?€?") + "An article in ?© and ?€™ too.\nIt hasn?€™t moved.\n"
    assert imported(stdin=stored.encode()) <= WITH_TYPING


def test_options_load_click_and_nothing_that_they_do_not_ask_for(tmp_path: Path) -> None:
    path = tmp_path / "article.txt"
    path.write_text(INTACT, encoding="utf-8")
    loaded = imported("--no-trim", str(path))
    assert "click" in loaded
    assert not loaded & {"chardet", "ftfy", "tomllib", "difflib", "json", "multiprocessing"}
