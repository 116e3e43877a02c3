"""Articles may be cleaned in several threads at a time: what is remembered between them is safe to share."""

import json
import subprocess
import sys

from openings import OPENINGS

# Cleans texts in eight threads, each from another one on, with an interpreter that switches threads as often
# as it can, then in one; nothing is in memory when the threads start.  Writes the texts that differ.
IN_THREADS = """
import json, sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from newsclean import clean

texts = json.load(sys.stdin)
turns = [texts[first:] + texts[:first] for first in range(8)]
together = Barrier(len(turns))

def cleaned(turn):
    together.wait()
    return {text: clean(text) for text in turn}

sys.setswitchinterval(1e-6)
with ThreadPoolExecutor(len(turns)) as pool:
    found = [*pool.map(cleaned, turns)]
sys.setswitchinterval(.005)
json.dump([text for each in found for text, made in each.items() if made != clean(text)], sys.stdout)
"""


def stored(text: str) -> str:
    """Return text as it is left by reading its UTF-8 as Latin-1 and storing that in Windows-1251."""
    return text.encode().decode("latin-1").encode("cp1251", "replace").decode("cp1251", "replace")


def test_threads_clean_as_one_does() -> None:
    tail = "Sign up for our newsletter to get the day's top stories in your inbox.\n"
    openings = [OPENINGS[language] for language in ("en",) * 8 + ("de",)]
    short = [f"{number}: {stored(text)}{tail}" for number, text in enumerate(openings)]
    # Of a text that is longer than an article other things are remembered.
    long = [f"{number} of them donât go. " + "All stood still. " * 1_250 for number in range(48)]
    run = subprocess.run(
        [sys.executable, "-c", IN_THREADS],
        input=json.dumps(short + long),
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.stderr, run.returncode, json.loads(run.stdout or "null")) == ("", 0, [])
