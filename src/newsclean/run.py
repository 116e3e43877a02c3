"""The loop over the inputs: read, clean, write, and the exit status."""

import sys
from collections.abc import Sequence
from typing import Any

from newsclean import files
from newsclean.edits import NewscleanError
from newsclean.pipeline import clean

OK, ERROR = 0, 2


def run(paths: Sequence[str], **options: Any) -> int:
    """Clean each input to standard output; return the exit status.  An error does not stop the others."""
    status = OK
    for path in paths or [files.STDIN]:
        try:
            result = clean(files.read(path), **options)
        except (OSError, NewscleanError) as error:
            complain(path, error)
            status = ERROR
            continue
        sys.stdout.buffer.write(result.text.encode("utf-8", "surrogatepass"))
    sys.stdout.buffer.flush()
    return status


def complain(path: str, error: OSError | NewscleanError) -> None:
    """Tell the user on one line of standard error what is wrong with `path`."""
    reason = error.strerror if isinstance(error, OSError) else str(error)
    print(f"newsclean: {files.name(path)}: {reason}", file=sys.stderr)
