"""A long text that is not needed as a whole for now, held compressed."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable
from contextlib import suppress
from mmap import mmap
from zlib import compress, decompress

# A longer slice, in characters, is cut from the whole text rather than from pieces.
LONG = 1_000_000


class Pieces:
    """A text that waits in compressed pieces until it is asked for as a whole, and again after `pack`.

    Compressed, the pieces take half of the text's bytes in UTF-8, and a quarter of what most texts take,
    which have two bytes a character.  Each piece has a memory map of its own: memory that is freed on the
    heap, between other objects, stays with the process.
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        """Take the pieces of the text, in order."""
        self._whole: str | None = None
        _give_back()  # what the stages used to work out the new text
        self._fill(pieces)

    def __len__(self) -> int:
        """Return how many characters the text has."""
        return self._ends[-1] if self._ends else 0

    def __getitem__(self, characters: slice) -> str:
        """Return a slice of the text, whose start and stop must lie within it."""
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
        """Return the whole text, and hold it uncompressed from now on."""
        if self._whole is None:
            _give_back()  # as in `__init__`
            self._whole = self._joined()
        return self._whole

    def pack(self, size: int) -> None:
        """Hold the text in compressed pieces of `size` characters from now on."""
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
        """Return the whole text, and let the pieces go.

        Decoding all in one go would hold the whole text twice, in UTF-8 and decoded.  So only the first three
        quarters are decoded at once, and the rest is added piece by piece: CPython lets a string to which
        nothing else refers grow in place.  The first part has to be that large because of glibc, which puts
        a block that is smaller than one freed before on the heap, where a string cannot grow between other
        objects and leaves a hole each time it moves.  (For 10 MB a half was too little.)
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
    """Make glibc return freed memory to the system: of less than 32 MB it seldom does so by itself."""
    import ctypes

    with suppress(AttributeError, OSError, TypeError):  # the C library is another one
        ctypes.CDLL(None).malloc_trim(0)
