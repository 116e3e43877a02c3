"""Finding which rules a line meets, without trying the others."""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice, pairwise
from operator import add, itemgetter
from typing import NamedTuple

from newsclean.boilerplate.fold import KEY_LENGTH, split_words
from newsclean.boilerplate.rules import Rule

# Rules that match whole lines of at most so many characters are not looked for in longer ones.  Their keys
# start with this mark, which no word holds.
LABEL, LABEL_KEY = 120, "^"
_head, _second = itemgetter(slice(KEY_LENGTH)), itemgetter(slice(2))


class Hit(NamedTuple):
    """A rule that a line meets, and the stretch of the examined line that its pattern matched."""

    category: str
    id: str
    start: int
    end: int


class Matcher:
    """Rules by the words that their anchors start with.

    A line is split into words once; the words lead to the anchors to look for, and an anchor in the line to
    the one pattern to try.  Rows are parted and patterns compiled when first needed: most articles meet few
    of them.
    """

    def __init__(self, rules: Sequence[bytes], rows: Mapping[str, bytes], own: int = 0) -> None:
        """Take rules as category, id and pattern in UTF-8, parted by tabs, and `index_anchors` of the same.

        The last `own` of them are the user's, `own_ids`: where one of these matches, the others have no say.
        """
        self._rules = rules
        self._first_own = len(rules) - own
        self.own_ids = _ids(rules[self._first_own :])
        self._rows = rows
        self._anchors: dict[str, list[tuple[str, int, int]]] = {}
        self._parted: dict[int, tuple[str, str, re.Pattern[str]]] = {}

    def ids(self) -> set[str]:
        """Return the ids of all rules."""
        return _ids(self._rules)

    def hits(self, text: str, words: Sequence[str]) -> list[Hit]:
        """Return the rules that the examined line `text` meets, whose words are `words`."""
        keys = [*map(_head, words), *map(add, words, map(_second, islice(words, 1, None)))]
        if len(text) <= LABEL:
            keys += [LABEL_KEY + key for key in keys]
        tried: dict[int, re.Match[str] | None] = {}
        for key in self._rows.keys() & keys:
            for anchor, number, place in self._anchors.get(key) or self._part(key):
                if anchor in text and number not in tried and self._may_match(number, text, anchor, place):
                    tried[number] = self._rule(number)[2].search(text)
        if not tried:  # most lines of articles
            return []
        met = [(number, match) for number, match in sorted(tried.items()) if match]
        own = [(number, match) for number, match in met if number >= self._first_own]
        return [Hit(*self._rule(number)[:2], *match.span()) for number, match in own or met]

    def _may_match(self, number: int, text: str, anchor: str, place: int) -> bool:
        """Tell whether a rule may match, by where `anchor` stands in `text`: see `patterns.Anchor`."""
        if place == 0:
            return True
        if place > 0:
            return text.find(anchor, 0, place) >= 0 and self._rule(number)[2].match(text) is not None
        match = self._rule(number)[2].match
        at = text.find(anchor)
        while at >= 0:
            if at == 0 or not text[at - 1].isalnum():
                for start in range(max(0, at + place + 1), at + 1):
                    if match(text, start):
                        return True
            at = text.find(anchor, at + 1)
        return False

    def _rule(self, number: int) -> tuple[str, str, re.Pattern[str]]:
        """Part the row of a rule into category, id and compiled pattern, and remember it."""
        rule = self._parted.get(number)
        if rule is None:
            category, name, pattern = self._rules[number].decode().split("\t", 2)
            rule = self._parted[number] = category, name, re.compile(pattern)
        return rule

    def _part(self, key: str) -> list[tuple[str, int, int]]:
        """Part the row of anchors of `key`, and remember it."""
        cells = self._rows[key].decode().split("\t")
        row = list(zip(cells[::3], map(int, cells[1::3]), map(int, cells[2::3]), strict=True))
        self._anchors[key] = row
        return row


def _ids(rules: Sequence[bytes]) -> set[str]:
    return {row.decode().split("\t")[1] for row in rules}


def _key(anchor: str) -> str:
    """Return a word and two letters of the next, the longest there are, or the first letters of an only word.

    The last word of an anchor may go on in a line, so a single letter there is not enough.
    """
    words = split_words(anchor)
    if len(words) > 1 and len(words[-1]) == 1 and anchor[-1].isalnum():
        words.pop()
    if len(words) == 1:
        return words[0][:KEY_LENGTH]
    return max((word + after[:2] for word, after in pairwise(words)), key=len)


def index_anchors(rules: Iterable[Rule], start: int = 0) -> dict[str, bytes]:
    """Return, by key, a row of anchors: for each its text, its rule's number from `start`, and its place.

    A row is UTF-8, parted by tabs: most are never read.
    """
    rows: dict[str, list[str]] = {}
    for number, rule in enumerate(rules, start):
        for text, place, length in sorted(rule.anchors):
            mark = LABEL_KEY if 0 < length <= LABEL else ""
            rows.setdefault(mark + _key(text), []).append(f"{text}\t{number}\t{place}")
    return {key: "\t".join(row).encode() for key, row in rows.items()}
