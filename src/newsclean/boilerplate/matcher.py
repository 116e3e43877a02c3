"""Finding which rules a line meets, without trying the others."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from newsclean.boilerplate.patterns import KEY_LENGTH, first_word
from newsclean.boilerplate.rules import Rule

WORD = re.compile(r"\w+")


class Hit(NamedTuple):
    """A rule that a line meets, and the stretch of the examined line that its pattern matched."""

    category: str
    id: str
    start: int
    end: int


class Matcher:
    """Rules by the first letters of their anchors' first words."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        """Index `rules`; patterns are compiled when they are first needed."""
        self.rules = list(rules)
        self.compiled: dict[int, re.Pattern[str]] = {}
        self.anchors: dict[str, list[tuple[str, int]]] = {}
        for number, rule in enumerate(self.rules):
            for anchor in rule.anchors:
                self.anchors.setdefault(first_word(anchor)[:KEY_LENGTH], []).append((anchor, number))

    def hits(self, text: str, words: Iterable[str]) -> list[Hit]:
        """Return the rules that the examined line `text`, which consists of `words`, meets."""
        numbers = {
            number
            for key in {word[:KEY_LENGTH] for word in words} & self.anchors.keys()
            for anchor, number in self.anchors[key]
            if anchor in text
        }
        found = []
        for number in sorted(numbers):
            if number not in self.compiled:
                self.compiled[number] = re.compile(self.rules[number].pattern)
            match = self.compiled[number].search(text)
            if match:
                rule = self.rules[number]
                found.append(Hit(rule.category, rule.id, match.start(), match.end()))
        return found
