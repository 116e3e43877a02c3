"""The progress of a long run: one line on the terminal, with the rate and the time left."""

import os
import sys
import time
from collections.abc import Iterator, Sequence

from newsclean.messages import show_progress

DELAY = 0.5  # seconds before the line appears: a short run shows nothing
EVERY = 0.1  # seconds between two versions of the line


def is_wanted() -> bool:
    """Whether standard error is a terminal and the articles do not go to the same screen."""
    streams = [stream is not None and stream.isatty() for stream in (sys.stderr, sys.stdout)]
    return streams == [True, False] and os.environ.get("TERM") != "dumb"


class Progress:
    """A line of progress that is brought up to date now and then."""

    def __init__(self, unit: str) -> None:
        """`unit` says what is counted, as in `files`."""
        self.unit = unit
        self.start = time.monotonic()
        self.due = self.start + DELAY

    def update(self, done: int, part: float | None = None) -> None:
        """Show how many units are done, and the share of the whole (`part`, 0 to 1), if that is known."""
        now = time.monotonic()
        if now < self.due:
            return
        self.due = now + EVERY
        elapsed = now - self.start
        line = f"{done:,} {self.unit}, {done / elapsed:,.0f} a second"
        if part:
            minutes, seconds = divmod(round(elapsed / part - elapsed), 60)
            line += f", {part:.0%}, {minutes}:{seconds:02d} left"
        show_progress(line)


def over(paths: Sequence[str]) -> Iterator[str]:
    """Yield the paths and show how many have been dealt with."""
    progress = Progress("files")
    for done, path in enumerate(paths):
        progress.update(done, done / len(paths))
        yield path
    show_progress("")
