"""A long text that is not needed as a whole for now, held compressed."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import suppress
from mmap import mmap
from zlib import compress, decompress

# A longer slice, in characters, is cut from the whole text rather than from pieces.
LONG = 1_000_000
# glibc's M_MMAP_THRESHOLD (malloc.h), and the bytes with which it begins.
MMAP_THRESHOLD, LARGE = -3, 128 * 1024


class Pieces:
    """A text that waits in compressed pieces until it is asked for as a whole, and again after `pack`.

    Compressed, the pieces take half of the text's bytes in UTF-8, and a quarter of what most texts take,
    which have two bytes a character.  Each piece has a memory map of its own: memory that is freed on the
    heap, between other objects, stays with the process.
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        """Take the pieces of the text, in order."""
        self._whole: str | None = None
        give_back()  # what the stages used to work out the new text
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
            self._whole = grown(self._unpacked())
        return self._whole

    def pack(self, size: int) -> None:
        """Hold the text in compressed pieces of `size` characters from now on."""
        whole, self._whole = self._whole, None
        if whole is not None:
            self._fill(whole[at : at + size] for at in range(0, len(whole), size))
            del whole
            give_back()

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

    def _unpacked(self) -> Iterator[str]:
        """Yield the text piece by piece, and let each go."""
        waiting, self._waiting = self._waiting, []
        for piece in waiting:
            with piece:
                data = decompress(piece)
            yield str(data, "utf-8", "surrogatepass")


def grown(parts: Iterable[str]) -> str:
    """Join parts, which need not be in memory together, to a text that grows in its place.

    CPython lets a text grow so to which nothing else refers.  From 128 KB on glibc maps each for itself, and
    then need not copy it either.
    """
    give_back()
    text = ""
    for part in parts:
        text += part
    return text


def give_back() -> None:
    """Have glibc give back to the system what was freed, at once from now on if it was large.

    Else the size from which on it does so would grow with what it is given back, up to 32 MB, and holes would
    be left where smaller texts stood.
    """
    import ctypes

    with suppress(AttributeError, OSError, TypeError):  # another library
        libc = ctypes.CDLL(None)
        libc.mallopt(MMAP_THRESHOLD, LARGE)
        libc.malloc_trim(0)
