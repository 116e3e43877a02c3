"""Signals that wait until a line is written."""

import signal
from collections.abc import Callable
from typing import Self


class Interrupts:
    """SIGINT and SIGTERM end the work, but never in the middle of a line.

    While a block is being written the first of them waits; a second does not, in case the reader
    of the output hangs.  SIGTERM becomes SystemExit, so that temporary files go.
    """

    def __init__(self) -> None:
        """Begin with no signal received."""
        self.received: int | None = None
        self.writing = False

    def __enter__(self) -> Self:
        """Take the signals over, but for those that are ignored."""
        self.handlers = {
            number: signal.signal(number, self._receive)
            for number in (signal.SIGINT, signal.SIGTERM)
            if signal.getsignal(number) != signal.SIG_IGN
        }
        return self

    def _receive(self, number: int, frame: object) -> None:
        wait = self.writing and self.received is None
        self.received = number
        if not wait:
            raise KeyboardInterrupt

    def hold_off(self, write: Callable[[bytes], object], data: bytes, *, more: bool) -> None:
        """Write `data` whole, then obey, unless there is `more` of its last line."""
        self.writing = True
        write(data)
        self.writing = more
        if self.received is not None and not more:
            raise KeyboardInterrupt

    def __exit__(self, *exception: object) -> None:
        """Give the signals back, and end the program if one was received."""
        for number, handler in self.handlers.items():
            signal.signal(number, handler)
        if self.received == signal.SIGTERM:
            raise SystemExit(128 + signal.SIGTERM)
        if self.received is not None and exception[0] is None:  # its line was the last
            raise KeyboardInterrupt
