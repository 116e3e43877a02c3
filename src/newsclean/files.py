"""Reading articles from paths and standard input, writing to standard output."""

import errno
import io
import os
import sys
from collections.abc import Sequence
from typing import BinaryIO, TextIO

from newsclean.edits import NewscleanError

STDIN = STDOUT = "-"
# Exit statuses, in order of severity.  The last is what a shell reports for a filter that SIGPIPE ended: 128
# + 13.
OK, FOUND, ERROR, BROKEN_PIPE = 0, 1, 2, 141
HTML_WINDOW = 4000  # characters at the start of an input by which a page of HTML is recognised


class OutputError(Exception):
    """The output that all articles share cannot be written, so the run has to end."""

    def __init__(self, cause: OSError | None, name: str = "<stdout>") -> None:
        """`cause` is None where standard output was closed from the start."""
        super().__init__(cause)
        self.cause = cause
        self.name = name

    def report(self) -> int:
        """Print the error, unless the reader of the output has just gone away; return the exit status."""
        if sys.stdout:
            # The buffer may still hold the help; writing that at the exit must not fail again.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(self.cause, BrokenPipeError):
            return BROKEN_PIPE
        from newsclean.messages import tell

        tell(f"{self.name}: {self.cause.strerror if self.cause else 'is closed'}")
        return ERROR


def read(path: str) -> tuple[bytes, os.stat_result | None]:
    """Return the bytes of the input at `path`, and its state before they were read; raises OSError.

    The state is None for standard input.
    """
    with open_input(path) as file:
        stat = None if path == STDIN else os.fstat(file.fileno())
        return file.readall(), stat


def open_input(path: str) -> io.FileIO:
    """Open the input at `path` for reading; `-` is standard input, which stays open.  Raises OSError."""
    if path == STDIN:
        return open(_stdin().fileno(), "rb", buffering=0, closefd=False)
    return open(path, "rb", buffering=0)


def check_readable(path: str) -> None:
    """Raise the OSError that opening the input at `path` would raise; a FIFO is not opened."""
    if path == STDIN:
        _stdin()
        return
    if os.path.isdir(path):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    os.stat(path)
    if not os.access(path, os.R_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))


def _stdin() -> TextIO:
    """Return standard input; raises OSError if it was closed from the start: its number may be reused."""
    if sys.stdin is None:
        raise OSError(errno.EBADF, "is closed")
    return sys.stdin


def write_stdout(data: bytes) -> None:
    """Write `data` to standard output at once; raises `OutputError`."""
    if sys.stdout is None:
        raise OutputError(None)
    rest = memoryview(data)
    while rest:
        try:
            # Not through `sys.stdout`: with PYTHONUNBUFFERED it may drop what a full pipe does not take.
            rest = rest[os.write(sys.stdout.fileno(), rest) :]
        except BlockingIOError:
            import select

            select.select((), (sys.stdout.fileno(),), ())
        except OSError as error:
            raise OutputError(error) from error


def write_file(file: BinaryIO, name: str, data: bytes) -> None:
    """Write `data` to the `file` of that name; raises `OutputError`."""
    try:
        file.write(data)
    except OSError as error:
        raise OutputError(error, name) from error


def name(path: str) -> str:
    """Return what messages call the input at `path`."""
    return "<stdin>" if path == STDIN else path or "''"


def places(paths: Sequence[str], folder: str) -> dict[str, str]:
    """Return the file below `folder` for each of `paths`; raises `NewscleanError`.

    A relative path keeps its folders; of one that is absolute, or leads upwards, only the last part is kept.
    Two paths must not get the same file, and no output may be an input.
    """
    if STDIN in paths:
        raise NewscleanError(f"standard input has no name to go by below {folder}; name a file with -o")
    if os.path.exists(folder) and not os.path.isdir(folder):
        raise NewscleanError(f"{folder} is not a folder; name one with -o")
    found: dict[str, str] = {}
    taken: dict[str, str] = {}
    sources = set(map(os.path.realpath, paths))
    for path in dict.fromkeys(paths):
        relative = os.path.normpath(path)
        if os.path.isabs(relative) or relative.split(os.sep)[0] == os.pardir:
            relative = os.path.basename(relative)
        place = os.path.join(folder, relative)
        other = taken.setdefault(place, path)
        if other != path:
            raise NewscleanError(f"{other} and {path} would both become {place}; clean them apart")
        if os.path.realpath(place) in sources:
            raise NewscleanError(
                f"{place} is to be cleaned, and would be written over; name another folder, or use -i"
            )
        found[path] = place
    return found
