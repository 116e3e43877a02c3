"""Reading articles from paths and standard input, writing them to standard output and to files."""

import sys
from pathlib import Path

STDIN = "-"


def read(path: str) -> bytes:
    """Return the bytes of the file at `path`, or of standard input for `-`; raises OSError."""
    if path == STDIN:
        return sys.stdin.buffer.read()
    return Path(path).read_bytes()


def name(path: str) -> str:
    """Return what messages call the input at `path`."""
    return "<stdin>" if path == STDIN else path
