"""What a user sees who has not installed an optional extra."""

import subprocess
import sys

import pytest


@pytest.mark.parametrize(("room", "package"), [("arrow", "pyarrow"), ("datatrove", "datatrove")])
def test_a_missing_extra_is_named(room: str, package: str) -> None:
    code = f"import sys; sys.modules[{package!r}] = None; import newsclean.{room}"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    said = done.stderr.splitlines()
    assert said[-2].startswith("ModuleNotFoundError: ")
    assert said[-1] == f"newsclean.{room} needs an extra: pip install 'newsclean[{room}]'"
