"""Running the installed command as a shell would."""

import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

NEWSCLEAN = str(Path(sys.executable).parent / "newsclean")
SEED = Path(__file__).parent.parent / "seeds" / "000_1902edb0fb246e6f.txt"


class Outcome(NamedTuple):
    """What a run left: its exit status, standard output and standard error."""

    status: int
    out: bytes
    err: str


def newsclean(*arguments: Any, stdin: bytes = b"", **settings: Any) -> Outcome:
    """Run `newsclean ARGUMENTS`; `settings` go to `subprocess.run`."""
    done = subprocess.run(
        [NEWSCLEAN, *arguments], input=stdin, capture_output=True, timeout=120, check=False, **settings
    )
    return Outcome(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))
