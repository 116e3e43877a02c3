"""Finding which rules a line meets, without trying the others."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsclean.boilerplate.fold import KEY_LENGTH
from newsclean.boilerplate.rules import Rule

WORD = re.compile(r"\w+")
# Rules that match whole lines of at most so many characters are not looked for in longer ones.  Their keys
# start with this mark, which no word holds.
LABEL, LABEL_KEY = 120, "^"


class Hit(NamedTuple):
    """A rule that a line meets, and the stretch of the examined line that its pattern matched."""

    category: str
    id: str
    start: int
    end: int


class Matcher:
    """Rules by the words that their anchors start with.

    A line is split into words once; the words lead to the anchors to look for, and an anchor in the line to
    the one pattern to try.  Rows of anchors are parted and patterns compiled when first needed:
    most articles meet few of them.
    """

    def __init__(self, rules: Sequence[tuple[str, str, str]], rows: Mapping[str, str]) -> None:
        """Take rules as (category, id, pattern), and `index_anchors` of the same rules in the same order."""
        self._rules = rules
        self._rows = rows
        self._anchors: dict[str, list[tuple[str, int]]] = {}
        self._patterns: dict[int, re.Pattern[str]] = {}

    def hits(self, text: str, words: Sequence[str]) -> list[Hit]:
        """Return the rules that the examined line `text`, which consists of `words`, meets."""
        keys = {word[:KEY_LENGTH] for word in words}
        keys.update([f"{word} {after[:2]}" for word, after in pairwise(words)])
        if len(text) <= LABEL:
            keys.update([LABEL_KEY + key for key in keys])
        numbers = {
            number
            for key in self._rows.keys() & keys
            for anchor, number in self._anchored(key)
            if anchor in text
        }
        found = []
        for number in sorted(numbers):
            category, name, pattern = self._rules[number]
            if number not in self._patterns:
                self._patterns[number] = re.compile(pattern)
            match = self._patterns[number].search(text)
            if match:
                found.append(Hit(category, name, match.start(), match.end()))
        return found

    def _anchored(self, key: str) -> list[tuple[str, int]]:
        if key not in self._anchors:
            parts = self._rows[key].split("\t")
            self._anchors[key] = [
                (anchor, int(number)) for anchor, number in zip(parts[::2], parts[1::2], strict=True)
            ]
        return self._anchors[key]


def _key(anchor: str) -> str:
    """Return the first word and two letters of the second, or the first letters of an only word."""
    words: list[str] = WORD.findall(anchor)
    if len(words) > 2 or (len(words) == 2 and (len(words[1]) > 1 or not anchor[-1].isalnum())):
        return f"{words[0]} {words[1][:2]}"
    return words[0][:KEY_LENGTH]


def index_anchors(rules: Iterable[Rule], start: int = 0) -> dict[str, str]:
    """Return, by key, a row of anchors, each followed by its rule's number from `start`, parted by tabs."""
    from newsclean.boilerplate.patterns import longest, parse

    rows: dict[str, list[str]] = {}
    for number, rule in enumerate(rules, start):
        length = longest(parse(rule.pattern))
        mark = LABEL_KEY if length and length <= LABEL else ""
        for anchor in sorted(rule.anchors):
            rows.setdefault(mark + _key(anchor), []).append(f"{anchor}\t{number}")
    return {key: "\t".join(row) for key, row in rows.items()}
