"""Standard error: messages of one line, progress on a line below, no character that a terminal obeys."""

import os
import re
import sys

# Control characters, marks that change the direction or shapes of text, line separators, and lone surrogates
# (which stand for bytes of a file name that is not UTF-8).
UNSAFE = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f\ufeff\ud800-\udfff]"
ERASE = "\r\x1b[K"

_standing: list[str] = []  # the line of progress on the terminal, if there is one


def tell(message: str) -> None:
    """Print `newsclean: message` on standard error, if there is one."""
    print_line(f"newsclean: {message}")


def print_line(line: str) -> None:
    """Print `line` on standard error, if there is one."""
    show_progress("")
    _write(visible(line) + "\n")


def show_progress(line: str) -> None:
    """Show `line` as the line of progress, in place of the last one; an empty line removes it."""
    if line or _standing:
        _write(ERASE + line)
    _standing[:] = [line] if line else []


def _write(text: str) -> None:
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:  # nobody is left to be told
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def visible(text: str) -> str:
    r"""Return `text` with an escape such as `\x1b` in place of each unsafe character."""
    if text.isprintable():
        return text
    return re.sub(UNSAFE, lambda unsafe: unsafe[0].encode("unicode_escape").decode("ascii"), text)
