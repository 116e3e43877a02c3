"""Files of which only the parts that are needed are read."""

import os
import sys

if sys.platform == "win32":
    import mmap

    class Table(mmap.mmap):
        """A file that is mapped into memory, as this system cannot read a part without moving to it."""

        def __new__(cls, path: str) -> "Table":
            """Take the path of a file that is not empty."""
            with open(path, "rb") as file:
                return super().__new__(cls, file.fileno(), 0, access=mmap.ACCESS_READ)

else:

    class Table:
        """A file that stays open, so that a slice of it is read at any time, and by any thread.

        Of a mapped file every page that was once looked at, and those beside it, would count as memory of
        the process: after some articles, nearly all of the file.
        """

        def __init__(self, path: str) -> None:
            """Take the path of a file."""
            self._file = os.open(path, os.O_RDONLY)
            self._size = os.fstat(self._file).st_size

        def __len__(self) -> int:
            """Return the size of the file in bytes."""
            return self._size

        def __getitem__(self, part: slice) -> bytes:
            """Return the bytes of a slice that has no step and counts from the start of the file."""
            start, stop = part.start or 0, self._size if part.stop is None else part.stop
            return os.pread(self._file, stop - start, start)
