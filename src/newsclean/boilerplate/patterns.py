r"""The dialect of a rule's pattern: what it may hold, and how it is read.

A pattern is a Python regular expression without unbounded repeats, look-around, back-references and flags.
This bounds the work on one line (`steps` says how); and as only a bounded part of a line is examined, the
work on a text grows only with its length.
"""

from itertools import takewhile
from typing import NamedTuple

MOST_REPEATS = 200
# The most characters of one pattern; the longest built-in one has 2,900.
MOST_CHARACTERS = 5_000
MOST_STRINGS = 48  # a stretch of plain text with more spellings counts as unknown
_SETS = "dwsDWS"
WORDLESS = ("W", "s")  # sets without letters and digits
_EDGES = "bB"
PUNCTUATION = frozenset(".^$*+?{}[]\\|()/-\"'#&~@!%:;,=<>_ ")


class Node(NamedTuple):
    """A piece of a pattern: its kind, "char", "set", "edge" or "group", and how often it may stand.

    `text` is the character of a "char"; `branches` are the alternatives of a "group"; `source` is how the
    pattern writes the piece.
    """

    kind: str
    text: str = ""
    branches: tuple[tuple["Node", ...], ...] = ()
    least: int = 1
    most: int = 1
    source: str = ""


START, END = Node("edge", "^", source="^"), Node("edge", "$", source="$")


class PatternError(ValueError):
    """A pattern outside the dialect; the message says why, and what to write instead."""


def parse(pattern: str) -> Node:
    """Return `pattern` as one "group" node; raises `PatternError` for what is not in the dialect.

    Groups nested hundreds deep raise RecursionError.
    """
    if len(pattern) > MOST_CHARACTERS:
        raise PatternError(f"longer than {MOST_CHARACTERS:,} characters: make two rules of it")
    reader = _Reader(pattern)
    node = reader.group()
    if not reader.ended():
        raise PatternError("unbalanced parenthesis")
    return node


class _Reader:
    """A reader of one pattern, from left to right."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def ended(self) -> bool:
        return self.at == len(self.pattern)

    def sees(self, text: str | tuple[str, ...]) -> bool:
        return self.pattern.startswith(text, self.at)

    def take(self) -> str:
        if self.ended():
            raise PatternError(
                "ends before its last set or escape does: [ needs ], and \\ a character behind it"
            )
        self.at += 1
        return self.pattern[self.at - 1]

    def group(self) -> Node:
        """Read alternatives up to `)` or the end."""
        branches: list[tuple[Node, ...]] = []
        branch: list[Node] = []
        while not (self.ended() or self.sees(")")):
            char = self.take()
            if char == "|":
                branches.append(tuple(branch))
                branch = []
            else:
                start = self.at - 1
                node = self.repeated(self.atom(char))
                branch.append(node._replace(source=self.pattern[start : self.at]))
        return Node("group", branches=(*branches, tuple(branch)))

    def atom(self, char: str) -> Node:
        if char == "(":
            return self.parenthesis()
        if char == "[":
            return self.characters()
        if char == "\\":
            return self.escape()
        if char in "^$":
            return Node("edge", char)
        if char == ".":
            return Node("set")
        if char in "*+?{":
            raise PatternError(f"nothing to repeat before {char}: write \\{char} for the character itself")
        return Node("char", char)

    def parenthesis(self) -> Node:
        if self.sees("?:"):
            self.at += 2
        elif self.sees("?"):
            raise PatternError(
                f"({self.pattern[self.at : self.at + 2]} is not supported: use (?:...) groups only"
            )
        node = self.group()
        if self.ended():
            raise PatternError("unbalanced parenthesis")
        self.at += 1
        return node

    def characters(self) -> Node:
        start = self.at
        if self.sees("^"):
            self.at += 1
        first = True
        while (char := self.take()) != "]" or first:
            first = False
            if char == "\\":
                self.take()
        inside = self.pattern[start : self.at - 1]
        if inside.isalpha() or inside in ("- ", " -"):  # "third-party" is a better anchor than "third"
            return Node("group", branches=tuple((Node("char", char, source=char),) for char in inside))
        apart = not inside.startswith("^") and not any(char.isalnum() for char in inside)
        return Node("set", "W" if apart else "")

    def escape(self) -> Node:
        char = self.take()
        if char in _EDGES:
            return Node("edge", char)
        if char in _SETS:
            return Node("set", char)
        if char in PUNCTUATION:
            return Node("char", char)
        raise PatternError(f"\\{char} is not supported: use \\w \\d \\s, \\b, and \\ before punctuation")

    def repeated(self, node: Node) -> Node:
        if self.sees(("*", "+")):
            raise PatternError(f"{self.take()} repeats without bound: use {{0,40}} or the like")
        if self.sees("?"):
            self.at += 1
            return self.bounded(node, 0, 1)
        if not self.sees("{"):
            return node
        inside, brace, _ = self.pattern[self.at + 1 :].partition("}")
        least, comma, most = inside.partition(",")
        if not (brace and least.isdecimal() and (most.isdecimal() or not comma)):
            raise PatternError(f"{{{inside}}} is not supported: write both bounds, as in {{0,40}}")
        self.at += len(inside) + 2
        return self.bounded(node, int(least), int(most or least))

    def bounded(self, node: Node, least: int, most: int) -> Node:
        if node.kind == "edge":
            raise PatternError("an edge (^ $ \\b) cannot repeat")
        if most > MOST_REPEATS:
            raise PatternError(f"repeats more than {MOST_REPEATS} times: make the gap narrower")
        if self.sees(("?", "*", "+", "{")):
            raise PatternError("repeats a repeat: give one pair of bounds, as in {0,40}")
        return node._replace(least=least, most=most)


def alternatives(node: Node) -> list[str]:
    r"""Return the alternatives of a pattern as patterns of their own, in order.

    `node` matches where the leftmost match of any of them starts; of those that start there, its match is
    that of the first.  `\b(?:give|chip in)\b` becomes two patterns; `give (?:us|me)` stays one, since only
    edges are repeated.
    """
    found: list[str] = []
    for branch in node.branches:
        edges = tuple(takewhile(lambda part: part.kind == "edge", branch))
        choice, *behind = branch[len(edges) :] or (END,)
        once = choice.least == choice.most == 1
        if choice.branches and once and all(part.kind == "edge" for part in behind):
            inner = tuple((*edges, *each, *behind) for each in choice.branches)
            found += alternatives(Node("group", branches=inner))
        else:
            found.append("".join(part.source for part in branch))
    return found


def spellings(node: Node) -> list[str] | None:
    """Return all strings that `node` matches, or None if they are too many or unknown."""
    if node.kind == "set" or node.most > 1:
        return None
    once = [node.text] if node.kind == "char" else []
    for branch in node.branches:
        strings = [""]
        for part in branch:
            more = [""] if part.kind == "edge" else spellings(part)
            if more is None or len(strings) * len(more) > MOST_STRINGS:
                return None
            strings = [left + right for left in strings for right in more]
        once += strings
    return ["", *once] if node.least == 0 else once


def longest(node: Node) -> int:
    """Return the length of the longest text that `node` matches."""
    once = 0 if node.kind in ("edge", "group") else 1
    branches = (sum(map(longest, branch)) for branch in node.branches)
    return node.most * max(once, *branches, 0)
