"""Whether to colour what goes to a stream, and how."""

import os
from typing import TextIO

BOLD, DIM, RED, GREEN, CYAN, REVERSE = "1", "2", "31", "32", "36", "7"  # as SGR escapes spell them


def is_wanted(choice: str, stream: TextIO | None) -> bool:
    """Whether to colour: `always`, `never`, or (`auto`) on a terminal whose user did not decline."""
    if choice != "auto":
        return choice == "always"
    terminal = stream is not None and stream.isatty()
    return terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def painted(style: str, text: str) -> str:
    """Return `text` in `style`, one or more of the constants above joined by `;`."""
    return f"\x1b[{style}m{text}\x1b[m" if text else ""


def plain(style: str, text: str) -> str:
    """Return `text` as it is."""
    return text
