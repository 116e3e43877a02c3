"""Signals that wait until a line is written."""

import signal
from collections.abc import Callable
from typing import Self


class Interrupts:
    """Lets SIGINT and SIGTERM end the work, but never in the middle of a line.

    While a block is being written, the first signal waits; a second one does not, in case the reader of the
    output hangs.  SIGTERM becomes SystemExit, so that temporary files are removed.
    """

    def __init__(self) -> None:
        """Begin with no signal received."""
        self.received: int | None = None
        self.writing = False

    def __enter__(self) -> Self:
        """Handle the signals, except those that are ignored."""
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
        """Write all of `data`, then obey a signal, unless there is `more` of the last line."""
        self.writing = True
        write(data)
        self.writing = more
        if self.received is not None and not more:
            raise KeyboardInterrupt

    def __exit__(self, *exception: object) -> None:
        """Restore the old handlers, and end the program if a signal was received."""
        for number, handler in self.handlers.items():
            signal.signal(number, handler)
        if self.received == signal.SIGTERM:
            raise SystemExit(128 + signal.SIGTERM)
        if self.received is not None and exception[0] is None:  # its line was the last
            raise KeyboardInterrupt
