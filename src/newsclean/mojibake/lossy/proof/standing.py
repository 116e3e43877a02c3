"""An item where it stands in its line: what every check takes."""

from collections.abc import Callable

from newsclean.mojibake.lossy.runs.items import Item
from newsclean.mojibake.lossy.runs.places import REACH


class Standing:
    """An item that stands from `start` to `end` in a line."""

    __slots__ = ("_left", "_right", "end", "item", "line", "start")

    def __init__(self, item: Item, line: str, end: int) -> None:
        """Take an item, its line, and where it ends there."""
        self.item = item
        self.line = line
        self.start = end - len(item.image)
        self.end = end
        self._left: str | None = None
        self._right: str | None = None

    @property
    def left(self) -> str:
        """The last characters before the item."""
        if self._left is None:
            self._left = self.line[max(0, self.start - REACH) : self.start]
        return self._left

    @property
    def right(self) -> str:
        """The first characters behind the item."""
        if self._right is None:
            self._right = self.line[self.end : self.end + REACH]
        return self._right


# What tells by the line whether a check may touch an item; and whether a check may touch one in its place:
# yes, no, or what tells by the line.  A no is certain.
InLine = Callable[[Standing], bool]
Chance = bool | InLine
