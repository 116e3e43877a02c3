"""What the README shows is what happens."""

import doctest
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from newsclean import clean
from newsclean.edits import CATEGORIES

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text("utf-8")
COMMANDS = [
    line.removeprefix("$ ")
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL)
    for line in block.splitlines()
    if line.startswith("$ ")
]
BODY = "The bridge will stay closed until spring, the council said on Monday.\n"
ARTICLE = "The bridge will stay closed until spring, the council said on Monday.\n\nShare this article\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with the files that the README's commands name."""
    (tmp_path / "article.txt").write_text(ARTICLE, "utf-8")
    (tmp_path / "raw").mkdir()
    for name in ("one.txt", "two.txt"):
        (tmp_path / "raw" / name).write_text(ARTICLE, "utf-8")
    return tmp_path


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_in_the_readme_runs(command: str, desk: Path) -> None:
    command = re.sub(r"\bnewsclean(?= )", f"{shlex.quote(sys.executable)} -m newsclean", command)
    done = subprocess.run(
        ["bash", "-c", command], cwd=desk, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 0, done.stderr
    assert not any(word in done.stderr.lower() for word in ("traceback", "usage", "error"))


REPAIRS = re.findall(r"^\| `(.+?)` \| `(.+?)` \|", README, re.MULTILINE)


@pytest.mark.parametrize(("damaged", "intact"), REPAIRS)
def test_every_damage_in_the_readme_is_repaired(damaged: str, intact: str) -> None:
    assert clean(f"{BODY}{damaged}\n{BODY}").text == f"{BODY}{intact}\n{BODY}"


def test_the_readme_tells_what_each_category_is() -> None:
    assert tuple(re.findall(r"^\| `(\w+)` \| [^|`]+ \|$", README, re.MULTILINE)) == CATEGORIES


def test_the_session_in_python_goes_as_shown() -> None:
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False, encoding="utf-8")
    assert tried
    assert not failed
