"""Find the rules that a line meets, without trying the others.

An anchor is plain text without which a pattern cannot match (see `anchors`).
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice
from operator import itemgetter
from typing import NamedTuple

from newsclean.boilerplate.fold import KEY_LENGTH
from newsclean.boilerplate.narrow import narrow
from newsclean.boilerplate.pages import Pages
from newsclean.tables import Table

# Lines that stand after the last paragraph and belong to the article: rules of this category speak for it.
CREDIT = "credit"
# The key by which an anchor is found: a word, the first letters of a word that may go on, or a word and the
# first letters of the next.  (The last is a pair, since making one text of the two takes five times as long.)
Key = str | tuple[str, str]
# Rules that match only whole lines of at most so many characters are not looked for in longer lines.  Their
# keys start with this mark, which no word holds.
LABEL_CHARS, LABEL_KEY = 120, "^"
# Keys stand on pages by their first so many letters; by two, one line would need a fifth of the table.
PAGE_LETTERS = 3
# For the first so many lines, a pattern is cut down to what each of them can match of it; that takes a third
# of the time of compiling it whole.
FEW_LINES = 2
# Bytes that are read at first of a row of a rule: nearly all rows are shorter.
ROW = 512
# How many keys have their anchors remembered: the lines of 600 articles in twenty languages lead to so many,
# and each takes half a kilobyte.  With half as many, eight an article would be read anew.
KEYS_REMEMBERED = 2048
_head = itemgetter(slice(KEY_LENGTH))


class Hit(NamedTuple):
    """A rule that a line meets, and from where to where in the examined line its pattern matches."""

    category: str
    id: str
    start: int
    end: int


class Matcher:
    """Finds rules by the words with which their anchors start.

    A line is split into words once.  Words are the keys to the anchors to look for, and each anchor found in
    the line belongs to a pattern to try, which is one alternative of a rule.  Tables are split and patterns
    compiled when they are first needed, as most articles need few of them.
    """

    def __init__(self, rules: bytes | Table, pages: Pages, first_own: int | None = None) -> None:
        """Take `rule_rows` and `index_anchors` of all rules, and where the rows of the user's rules start.

        Where a line meets a rule of the user's own, all others are left out.  `own_ids` are the ids of these
        rules.
        """
        self._rules = rules
        self._first_own = len(rules) if first_own is None else first_own
        self.own_ids = _ids(rules[self._first_own :])
        self._pages = pages
        # Keys whose rows have been read; those for labels are held without LABEL_KEY.  (Sets would take twice
        # the memory.)
        self._rows: dict[Key, None] = {}
        self._labels: dict[Key, None] = {}
        self._anchors: dict[Key, list[tuple[str, int, int]]] = {}
        self._rule_rows: dict[int, tuple[str, str, str, tuple[str, ...]]] = {}
        # Patterns cut down for each of the first lines that needed them; and whole ones for all other lines.
        self._narrowed: dict[int, dict[str, re.Pattern[str] | None]] = {}
        self._compiled: dict[int, re.Pattern[str]] = {}

    def ids(self) -> set[str]:
        """Return the ids of all rules."""
        return _ids(self._rules[:])

    def hits(self, text: str, words: Sequence[str]) -> list[Hit]:
        """Return the rules that the examined line `text` meets, whose words are `words`."""
        heads = [*map(_head, words)]
        if self._pages.open:
            self._read_pages(words, heads)
        keys: list[Key] = [*words, *heads, *zip(words, islice(heads, 1, None), strict=False)]
        found = self._rows.keys() & keys
        if len(text) <= LABEL_CHARS:
            found.update(map(_marked, self._labels.keys() & keys))
        tried: dict[int, re.Match[str] | None] = {}
        for key in found:
            for anchor, at, place in self._anchors.get(key) or self._anchors_of(key):
                if anchor in text and at not in tried and (place <= 0 or anchor in text[:place]):
                    pattern = self._pattern(at, text)
                    if pattern and _may_match(pattern, text, anchor, place):
                        tried[at] = pattern.search(text)
        return self._found(tried) if tried else []  # most lines of articles try nothing

    def _found(self, tried: Mapping[int, re.Match[str] | None]) -> list[Hit]:
        """Return each rule of which an alternative matched, with its leftmost match."""
        met = [(at, match) for at, match in sorted(tried.items()) if match]
        own = [(at, match) for at, match in met if at >= self._first_own]
        found: dict[str, Hit] = {}
        for at, match in own or met:
            category, name = self._rule_row(at)[:2]
            if name not in found or match.start() < found[name].start:
                found[name] = Hit(category, name, *match.span())
        return list(found.values())

    def _pattern(self, at: int, text: str) -> re.Pattern[str] | None:
        """Return the compiled pattern of the row at `at`; None if `text` lacks what it needs.

        Most patterns are needed by a line or two of an article.  For each of the first FEW_LINES the pattern
        is cut down to what that line can match (`narrow`); it is compiled whole only if another line needs
        it.
        """
        _, _, pattern, needs = self._rule_row(at)
        if needs and not _holds_any(text, needs):
            return None
        compiled = self._compiled.get(at)
        if compiled is not None:
            return compiled
        narrowed = self._narrowed.setdefault(at, {})
        if text not in narrowed:
            if len(narrowed) >= FEW_LINES:
                compiled = self._compiled[at] = re.compile(pattern)
                self._narrowed.pop(at, None)  # no longer asked
                return compiled
            short = narrow(pattern, text)
            narrowed[text] = None if short is None else re.compile(short)
        return narrowed[text]

    def _rule_row(self, at: int) -> tuple[str, str, str, tuple[str, ...]]:
        """Return category, id, pattern and needs of the row that starts at `at`; split once."""
        row = self._rule_rows.get(at)
        if row is None:
            size = ROW
            while (end := (rows := self._rules[at : at + size]).find(b"\n")) < 0:
                size *= 2
            cells = rows[:end].decode().split("\t")
            row = self._rule_rows[at] = cells[0], cells[1], cells[2], tuple(cells[3:])
        return row

    def _read_pages(self, words: Sequence[str], heads: Sequence[str]) -> None:
        """Read the pages on which the keys of `words` stand."""
        pairs = map(" ".join, zip(words, islice(heads, 1, None), strict=False))
        one = dict[str, str]().setdefault  # one object for a word, which on average is in two keys and more
        for page in self._pages.turn_to({key[:PAGE_LETTERS] for key in chain(heads, pairs)}):
            for line in page.decode().splitlines():
                word, space, after = line[: line.index("\t")].partition(" ")
                rows = self._rows
                if word[0] == LABEL_KEY:
                    rows, word = self._labels, word[1:]
                rows[(one(word, word), one(after, after)) if space else word] = None

    def _anchors_of(self, key: Key) -> list[tuple[str, int, int]]:
        """Return the anchors of `key`, each with the row of its rule and its place; split once."""
        written = key if isinstance(key, str) else " ".join(key)
        rows = b"\n%b" % self._pages.page_of(written.removeprefix(LABEL_KEY)[:PAGE_LETTERS])
        found = [row.partition(b"\n")[0] for row in rows.split(f"\n{written}\t".encode())[1:]]
        cells = b"\t".join(found).decode().split("\t")
        row = list(zip(cells[::3], map(int, cells[1::3]), map(int, cells[2::3]), strict=True))
        if len(self._anchors) >= KEYS_REMEMBERED:
            self._anchors.clear()
        self._anchors[key] = row
        return row


def _marked(key: Key) -> Key:
    """Return a key in the form for labels."""
    return LABEL_KEY + key if isinstance(key, str) else (LABEL_KEY + key[0], key[1])


def _holds_any(text: str, parts: Iterable[str]) -> bool:
    for part in parts:  # noqa: SIM110  `any` costs as much as three looks
        if part in text:
            return True
    return False


def _may_match(pattern: re.Pattern[str], text: str, anchor: str, place: int) -> bool:
    """Whether `pattern` may match where `anchor` stands in `text`: see `anchors.Anchor`."""
    if place == 0:
        return True
    if place > 0:
        return pattern.match(text) is not None
    at = text.find(anchor)
    while at >= 0:
        if at == 0 or not text[at - 1].isalnum():
            for start in range(max(0, at + place + 1), at + 1):
                if pattern.match(text, start):
                    return True
        at = text.find(anchor, at + 1)
    return False


def _ids(rules: bytes) -> set[str]:
    return {row.split("\t")[1] for row in rules.decode().split("\n")[:-1]}
