"""A long text that nobody needs as one for now."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from contextlib import suppress
from mmap import mmap
from zlib import compress, decompress

# Characters that are not cut from several pieces, but from the text.
LONG = 1_000_000


class Pieces:
    """A text that waits in pieces until it is asked for as a whole, and again when it is packed.

    Compressed, they take half of the text's bytes in UTF-8, and a quarter of what most texts take, which have
    two bytes a character.  Each waits in a map of its own: what is freed between other objects stays with the
    process.
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        """Take what makes the text in a row."""
        self._whole: str | None = None
        _give_back()  # what stages took to find out whether the text is to be another
        self._fill(pieces)

    def __len__(self) -> int:
        """Return how many characters the text has."""
        return self._ends[-1] if self._ends else 0

    def __getitem__(self, characters: slice) -> str:
        """Return characters from one place to another, none of which is beyond the text."""
        start, end = characters.start, characters.stop
        if self._whole is not None or end - start > LONG:
            return self.whole()[characters]
        first = bisect_right(self._ends, start)
        base = self._ends[first - 1] if first else 0
        found = self._piece(first) if start < end else ""
        while base + len(found) < end:
            first += 1
            found += self._piece(first)
        return found[start - base : end - base]

    def whole(self) -> str:
        """Return the text, which is held as such from now on."""
        if self._whole is None:
            _give_back()  # as in `__init__`
            self._whole = self._joined()
        return self._whole

    def pack(self, size: int) -> None:
        """Hold the text in pieces of so many characters from now on."""
        whole, self._whole = self._whole, None
        if whole is not None:
            self._fill(whole[at : at + size] for at in range(0, len(whole), size))
            del whole
            _give_back()

    def _fill(self, pieces: Iterable[str]) -> None:
        self._waiting: list[mmap] = []
        self._sizes = array("I")  # in UTF-8
        self._ends = array("I")
        self._read = -1, ""  # which piece was read last
        for piece in filter(None, pieces):
            data = piece.encode("utf-8", "surrogatepass")
            packed = compress(data, 1)
            self._waiting.append(mmap(-1, len(packed)))
            self._waiting[-1].write(packed)
            self._sizes.append(len(data))
            self._ends.append(len(self) + len(piece))

    def _piece(self, at: int) -> str:
        if self._read[0] != at:
            self._read = at, str(decompress(self._waiting[at]), "utf-8", "surrogatepass")
        return self._read[1]

    def _joined(self) -> str:
        """Return the text as one, and let the pieces go.

        The last quarter is added piece by piece, for CPython lets a text grow in its place to which nothing
        else refers: all in one go, the whole in UTF-8 and the whole as text would be in memory together.  So
        much comes first for the sake of glibc, which does not map what is smaller than what was freed before:
        between other objects a text cannot grow, and leaves a hole of what it was.  (At 10 MB a half was too
        little.)
        """
        waiting, self._waiting = self._waiting, []
        first = len(waiting) * 3 // 4 + 1
        with mmap(-1, sum(self._sizes[:first])) as begun:
            for part in waiting[:first]:
                with part:
                    begun.write(decompress(part))
            text = str(begun, "utf-8", "surrogatepass")
        for part in waiting[first:]:
            with part:
                text += str(decompress(part), "utf-8", "surrogatepass")
        return text


def _give_back() -> None:
    """Have glibc give back to the system what was freed: of less than 32 MB it does so seldom by itself."""
    import ctypes

    with suppress(AttributeError, OSError, TypeError):  # another library
        ctypes.CDLL(None).malloc_trim(0)
