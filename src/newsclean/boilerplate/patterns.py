r"""The dialect of a rule's pattern: what it may hold, and which plain words it cannot match without.

A pattern is a Python regular expression without unbounded repeats, look-around, back-references and
flags.  Whatever it holds, the work on one line is then bounded, and with the bound on the part of a line
that is examined, the work on a text grows with its length alone.
"""

from typing import NamedTuple

# The ways in which the repeats of one pattern can share out a line: the product of their ranges.  Two gaps
# of `.{0,40}` and two optional words come to 6,724.
MOST_WAYS = 10_000
_MOST_STRINGS = 48  # spellings of one stretch of plain text that are listed before it counts as unknown
_SETS = "dwsDWS"
_EDGES = "bB"
_PUNCTUATION = frozenset(".^$*+?{}[]\\|()/-\"'#&~@!%:;,=<>_ ")


class Node(NamedTuple):
    """A piece of a pattern: kind `char`, `set`, `edge` or `group`, and how often it may stand.

    `text` is the character of a `char`; `branches` are the alternatives of a `group`.
    """

    kind: str
    text: str = ""
    branches: tuple[tuple["Node", ...], ...] = ()
    least: int = 1
    most: int = 1


class PatternError(ValueError):
    """A pattern outside the dialect; the message says what to write instead."""


def parse(pattern: str) -> Node:
    """Return `pattern` as one `group` node; raises `PatternError` outside the dialect."""
    reader = _Reader(pattern)
    node = reader.group()
    if reader.rest():
        raise PatternError("unbalanced parenthesis")
    if _ways(node) > MOST_WAYS:
        raise PatternError(
            f"its repeats can share out a line in more than {MOST_WAYS:,} ways; make gaps narrower"
        )
    return node


def anchors(node: Node) -> frozenset[str]:
    """Return plain strings, each starting with a word, one of which stands in every line that matches.

    Raises `PatternError` where there is no such set.
    """
    found = _best(node)
    if not found:
        raise PatternError(
            "no plain word to look for: every alternative needs a word of four plain letters or more, "
            "or a whole shorter one, with its start told by a space, ^ or \\b"
        )
    return frozenset(string.strip() for string in found)


class _Reader:
    """A reader of one pattern, from left to right."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.at = 0

    def rest(self) -> str:
        return self.pattern[self.at :]

    def take(self) -> str:
        if self.at >= len(self.pattern):
            raise PatternError("ends in the middle of something")
        self.at += 1
        return self.pattern[self.at - 1]

    def group(self) -> Node:
        """Read alternatives up to `)` or the end."""
        branches: list[tuple[Node, ...]] = []
        branch: list[Node] = []
        while self.rest() and self.rest()[0] != ")":
            char = self.take()
            if char == "|":
                branches.append(tuple(branch))
                branch = []
            else:
                branch.append(self.repeated(self.atom(char)))
        return Node("group", branches=(*branches, tuple(branch)))

    def atom(self, char: str) -> Node:
        if char == "(":
            return self.parenthesis()
        if char == "[":
            return self.characters()
        if char == "\\":
            return self.escape()
        if char in "^$":
            return Node("edge")
        if char == ".":
            return Node("set")
        if char in "*+?{":
            raise PatternError(f"nothing to repeat before {char}, or a repeat of a repeat")
        return Node("char", char)

    def parenthesis(self) -> Node:
        if self.rest().startswith("?:"):
            self.at += 2
        elif self.rest().startswith("?"):
            raise PatternError(f"({self.rest()[:2]} is not supported: use (?:...) groups only")
        node = self.group()
        if not self.rest():
            raise PatternError("unbalanced parenthesis")
        self.at += 1
        return node

    def characters(self) -> Node:
        start = self.at
        if self.rest().startswith("^"):
            self.at += 1
        first = True
        while (char := self.take()) != "]" or first:
            first = False
            if char == "\\":
                self.take()
        inside = self.pattern[start : self.at - 1]
        if inside.isalpha():
            return Node("group", branches=tuple((Node("char", char),) for char in inside))
        return Node("set")

    def escape(self) -> Node:
        char = self.take()
        if char in _EDGES:
            return Node("edge")
        if char in _SETS:
            return Node("set")
        if char in _PUNCTUATION:
            return Node("char", char)
        raise PatternError(f"\\{char} is not supported")

    def repeated(self, node: Node) -> Node:
        rest = self.rest()
        if rest[:1] in ("*", "+"):
            raise PatternError(f"{rest[0]} repeats without bound: use {{0,40}} or the like")
        if rest[:1] == "?":
            self.at += 1
            return self.bounded(node, 0, 1)
        if rest[:1] != "{":
            return node
        inside, brace, _ = rest[1:].partition("}")
        least, comma, most = inside.partition(",")
        if not (brace and least.isdecimal() and (most.isdecimal() or not comma)):
            raise PatternError(f"{{{inside}}} is not supported: write both bounds, as in {{0,40}}")
        self.at += len(inside) + 2
        return self.bounded(node, int(least), int(most or least))

    def bounded(self, node: Node, least: int, most: int) -> Node:
        if node.kind == "edge":
            raise PatternError("an edge (^ $ \\b) cannot repeat")
        if most > 1 and _ways(node) > 1:
            raise PatternError("a repeat within a repeat: spell the inner one out")
        if most > 80:
            raise PatternError("a repeat of more than 80")
        if self.rest()[:1] in ("?", "*", "+", "{"):
            raise PatternError("a repeat of a repeat")
        return node._replace(least=least, most=most)


def _ways(node: Node) -> int:
    ways = node.most - node.least + 1
    inner = 0
    for branch in node.branches:
        product = 1
        for part in branch:
            product *= _ways(part)
        inner = max(inner, product)
    return ways * max(inner, 1)


def _spellings(node: Node) -> list[str] | None:
    """Return every string that `node` matches, or None if they are many or unknown."""
    if node.kind == "set" or node.most > 1:
        return None
    once = [node.text] if node.kind == "char" else []
    for branch in node.branches:
        strings = [""]
        for part in branch:
            more = [""] if part.kind == "edge" else _spellings(part)
            if more is None or len(strings) * len(more) > _MOST_STRINGS:
                return None
            strings = [left + right for left in strings for right in more]
        once += strings
    return ["", *once] if node.least == 0 else once


def _best(node: Node, opens: bool = False) -> set[str] | None:
    """Return the best set of strings of which `node` must match one; `opens` if a word starts with it."""
    chosen: set[str] = set()
    for branch in node.branches:
        found = _best_of_branch(branch, opens)
        if not found:
            return None
        chosen |= found
    return chosen


def _best_of_branch(branch: tuple[Node, ...], opens: bool) -> set[str] | None:
    candidates: list[set[str]] = []
    run = [""]
    for part in (*branch, Node("set")):
        more = [""] if part.kind == "edge" else _spellings(part)
        if more is not None and len(run) * len(more) <= _MOST_STRINGS and part.kind != "edge":
            run = [left + right for left in run for right in more]
            continue
        candidates.append(_usable(run, opens, closes=part.kind == "edge"))
        if part.kind == "edge":
            # The run goes on over an edge, which only tells where a word starts or ends.
            if run == [""]:
                opens = True
            continue
        if part.kind == "group" and part.least > 0:
            candidates.append(_best(part, (opens and run == [""]) or run[0][-1:] == " ") or set())
        run, opens = more if more is not None else [""], False
    return max(filter(None, candidates), key=_value, default=None)


def _usable(run: list[str], opens: bool, closes: bool) -> set[str]:
    """Cut each string to start with a word; empty if one has no word that can be looked up."""
    usable = set()
    for string in run:
        text = string if opens else _after_first_gap(string)
        word = first_word(text)
        whole = len(text.lstrip(_GAPS)) > len(word) or closes
        if not word or not (len(word) >= KEY_LENGTH or whole):
            return set()
        usable.add(text.lstrip(_GAPS))
    return usable


KEY_LENGTH = 4
_GAPS = "".join(sorted(_PUNCTUATION))


def _after_first_gap(string: str) -> str:
    for at, char in enumerate(string):
        if not char.isalnum():
            return string[at:]
    return ""


def first_word(text: str) -> str:
    """Return the first run of letters and digits in `text`."""
    start = 0
    while start < len(text) and not text[start].isalnum():
        start += 1
    end = start
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]


def _value(strings: set[str]) -> float:
    """Prefer long strings, whose shortest decides; then few of them."""
    return min(len(string.strip()) for string in strings) - len(strings) / 10
