"""Standard error: one line a message, and no character that a terminal would obey."""

import os
import sys

# Controls, marks that turn the direction of the text around, line separators, lone surrogates (which stand
# for the bytes of a file name that is no UTF-8).
UNSAFE = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"


def tell(message: str) -> None:
    """Print `newsclean: message` on standard error, if there is one."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"newsclean: {visible(message)}\n")
        sys.stderr.flush()
    except OSError:  # nobody is left to be told
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())


def visible(text: str) -> str:
    r"""Return `text` with an escape such as `\x1b` in place of each unsafe character."""
    if text.isprintable():
        return text
    import re

    return re.sub(UNSAFE, lambda unsafe: unsafe[0].encode("unicode_escape").decode("ascii"), text)
