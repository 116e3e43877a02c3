r"""The dialect of a rule's pattern: what it may hold, and the plain words without which it cannot match.

A pattern is a Python regular expression without unbounded repeats, look-around, back-references and
flags.  Whatever it holds, the work on one line is then bounded, and with the bound on the part of a line
that is examined, the work on a text grows with its length alone.
"""

from itertools import takewhile
from math import prod
from typing import NamedTuple

from newsclean.boilerplate.fold import KEY_LENGTH
from newsclean.boilerplate.vocabulary import FUNCTION_WORDS

# The steps that one pattern may take on one hostile line: the ways in which its repeats can share out the
# line (the product of their ranges, and of alternatives that can both match), from each of the line's places
# unless it starts with ^.  Ten million are a tenth of a second; two gaps of `.{0,40}` and two optional words
# come to 5.4 million.
MOST_STEPS = 10_000_000
_PLACES = 800  # of the part of a line that is examined
MOST_REPEATS = 200
# Characters of one pattern; the longest built-in one has 2,900.
MOST_CHARACTERS = 5_000
# Of an anchor so many characters are looked for: more would rule out a few more lines, but the table of all
# anchors, which every start reads, would be half as large again.
MOST_LETTERS = 12
_MOST_STRINGS = 48  # spellings of one stretch of plain text that are listed before it counts as unknown
_SETS = "dwsDWS"
_WORDLESS = ("W", "s")  # sets without letters and digits
_EDGES = "bB"
_PUNCTUATION = frozenset(".^$*+?{}[]\\|()/-\"'#&~@!%:;,=<>_ ")


class Node(NamedTuple):
    """A piece of a pattern: kind `char`, `set`, `edge` or `group`, and how often it may stand.

    `text` is the character of a `char`; `branches` are the alternatives of a `group`.  `source` is how the
    pattern writes it.
    """

    kind: str
    text: str = ""
    branches: tuple[tuple["Node", ...], ...] = ()
    least: int = 1
    most: int = 1
    source: str = ""


_START, _END = Node("edge", "^", source="^"), Node("edge", "$", source="$")


class Anchor(NamedTuple):
    """Plain text that starts with a word and stands in a line that matches.

    A gap behind its last word is part of it: `we ` stands in fewer lines than `we`.
    `place` is where it stands: 0 is anywhere; a negative one is at most -1 - `place` characters behind the
    start of the match; a positive one is within so many characters of the line, with which the match starts.
    `length` is that of the longest line that matches with it, or 0 where the match may stand within a line.
    """

    text: str
    place: int
    length: int = 0


class _Found(NamedTuple):
    """Text that starts with a word, up to `offset` characters behind the start of the match."""

    text: str
    offset: int


class PatternError(ValueError):
    """A pattern outside the dialect; the message says why, and what to write instead."""


def parse(pattern: str) -> Node:
    """Return `pattern` as one `group` node; raises `PatternError` outside the dialect.

    Groups within hundreds of groups raise RecursionError.
    """
    if len(pattern) > MOST_CHARACTERS:
        raise PatternError(f"longer than {MOST_CHARACTERS:,} characters: make two rules of it")
    reader = _Reader(pattern)
    node = reader.group()
    if not reader.ended():
        raise PatternError("unbalanced parenthesis")
    if _steps(node) > MOST_STEPS:
        raise PatternError(
            f"its repeats can take over {MOST_STEPS:,} steps on a line; make gaps narrower or start with ^"
        )
    return node


def anchors(node: Node) -> frozenset[Anchor]:
    """Return anchors: in every line that matches, one of them stands at its place.

    Raises `PatternError` where there is no such set.
    """
    found: set[Anchor] = set()
    for branch in node.branches:
        best = _best_of_branch(branch, opens=False, closes=False, offset=0)
        if not best:
            raise PatternError(
                "no plain word to look for: every alternative needs one that follows \\b, ^ or a space, "
                r"as in \bsignal: four plain letters or more, or a whole shorter word"
            )
        starts, ends = branch[0] == _START, branch[-1] == _END
        length = sum(map(_longest, branch)) if starts and ends else 0
        for text, offset in _shortest(best):
            near = -1 - offset if offset <= _NEAR else 0
            found.add(Anchor(text, offset + len(text) if starts else near, length))
    return frozenset(found)


def needs(node: Node) -> tuple[str, ...]:
    """Return texts, one of which is in every matching line beside an anchor; empty if none is known."""
    (branch,) = node.branches
    found = _candidates(branch, opens=False, closes=False, offset=0)
    best = min(found, key=_cost)
    others = (texts for texts in found if texts != best)
    rarest = min(others, key=lambda texts: sum(_frequency(each.text) for each in texts), default=set())
    return tuple(text for text, _ in _shortest({_Found(text, 0) for text, _ in rarest}))


def alternatives(node: Node) -> list[str]:
    r"""Return the alternatives of a pattern as patterns of their own, in their order.

    `node` matches where the leftmost of their matches starts, and its match is the first of those that start
    there.  `\b(?:give|chip in)\b` becomes two and `give (?:us|me)` stays one: only edges are repeated.
    """
    found: list[str] = []
    for branch in node.branches:
        edges = tuple(takewhile(lambda part: part.kind == "edge", branch))
        choice, *behind = branch[len(edges) :] or (_END,)
        once = choice.least == choice.most == 1
        if choice.branches and once and all(part.kind == "edge" for part in behind):
            inner = tuple((*edges, *each, *behind) for each in choice.branches)
            found += alternatives(Node("group", branches=inner))
        else:
            found.append("".join(part.source for part in branch))
    return found


def _shortest(found: set[_Found]) -> list[_Found]:
    """Return texts cut to MOST_LETTERS, without those that start with another of them."""
    kept: list[_Found] = []
    for offset, text in sorted({(offset, text[:MOST_LETTERS]) for text, offset in found}):
        last = kept[-1] if kept else _Found("", -1)
        # A short word by itself is looked up whole: abo leads to no abonnement.
        starts = len(last.text) > min(len(first_word(last.text)), KEY_LENGTH - 1)
        if not (starts and offset == last.offset and text.startswith(last.text)):
            kept.append(_Found(text, offset))
    return kept


def _longest(node: Node) -> int:
    once = 0 if node.kind in ("edge", "group") else 1
    branches = (sum(map(_longest, branch)) for branch in node.branches)
    return node.most * max(once, *branches, 0)


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
        if inside.isalpha() or inside in ("- ", " -"):  # "third-party" stands in fewer lines than "third"
            return Node("group", branches=tuple((Node("char", char, source=char),) for char in inside))
        apart = not inside.startswith("^") and not any(char.isalnum() for char in inside)
        return Node("set", "W" if apart else "")

    def escape(self) -> Node:
        char = self.take()
        if char in _EDGES:
            return Node("edge", char)
        if char in _SETS:
            return Node("set", char)
        if char in _PUNCTUATION:
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


def _steps(node: Node) -> int:
    return sum(
        _ways_of(branch) * (1 if branch and branch[0] == _START else _PLACES) for branch in node.branches
    )


def _ways_of(branch: tuple[Node, ...], behind: tuple[Node, ...] = ()) -> int:
    return prod(_ways(node, branch[at:] + behind) for at, node in enumerate(branch, 1))


def _ways(node: Node, behind: tuple[Node, ...]) -> int:
    """Return in how many ways `node` can match from one place, about at most, or more than `MOST_STEPS`.

    Alternatives that cannot both match exclude each other, the others add up.  Between one and its start what
    stands `behind` the group may decide, as in `(?:support|supports) us`.
    """
    if not node.branches:
        return node.most - node.least + 1
    if node.most > 1:  # it may stand behind itself
        behind = (node._replace(least=0), *behind)
    starting: dict[str, int] = {}  # how many ways start with a text; "" if it is not known
    more: set[str] = set()  # texts behind which the rest of an alternative comes before `behind`
    for branch in node.branches:
        starts, whole = _starts(branch)
        if not whole:
            more.update(starts)
        ways = _ways_of(branch, behind)
        for start in {""} if "" in starts else set(starts):
            starting[start] = starting.get(start, 0) + ways
    unknown = starting.pop("", 0)
    once = max((_chain(start, starting, more, behind) for start in starting), default=0)
    ways = sum((unknown + once) ** repeats for repeats in range(node.least, node.most + 1))
    return min(ways, MOST_STEPS + 1)  # of repeats of repeats of repeats the number would fill the memory


def _chain(start: str, starting: dict[str, int], more: set[str], behind: tuple[Node, ...]) -> int:
    """Add up the ways of `start` and of all its own starts that can match where it does."""
    total = starting[start]
    for end in range(1, len(start)):
        short = start[:end]
        if short in starting and (short in more or _may_follow(behind, short[-1], start[end:])):
            total += starting[short]
    return total


def _may_follow(parts: tuple[Node, ...], last: str, text: str) -> bool:
    """Whether what `parts` match may start with `text`, behind text that ends in `last`."""
    for at, part in enumerate(parts, 1):
        if not text:
            return True
        if part.kind == "edge":
            if part == _END or (part.text == "b" and last.isalnum() and text[0].isalnum()):
                return False
            continue
        if part.kind == "char":
            may = part.text == text[0]
            if may and part.least == part.most == 1:
                return _may_follow(parts[at:], text[0], text[1:])
        elif part.kind == "set":
            may = (
                text[0].isdigit() if part.text == "d" else part.text not in _WORDLESS or not text[0].isalnum()
            )
        else:
            may = any(_may_follow(branch, last, text) for branch in part.branches)
        if may or part.least:
            return may
    return True


def _starts(branch: tuple[Node, ...]) -> tuple[list[str], bool]:
    """Return the plain text with which `branch` starts, in all its spellings, with a line end for `$`.

    The second value is whether that is all of the branch.
    """
    run = [""]
    for part in branch:
        more = ["\n" * (part.text == "$")] if part.kind == "edge" else _spellings(part)
        if more is None or len(run) * len(more) > _MOST_STRINGS:
            return run, False
        run = [left + right for left in run for right in more]
    return run, True


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


def _best(node: Node, opens: bool, closes: bool, offset: int) -> set[_Found]:
    """Return the best set of strings of which `node` must match one; empty if there is none."""
    chosen: set[_Found] = set()
    for branch in node.branches:
        found = _best_of_branch(branch, opens, closes, offset)
        if not found:
            return set()
        chosen |= found
    return chosen


def _best_of_branch(branch: tuple[Node, ...], opens: bool, closes: bool, offset: int) -> set[_Found]:
    """Return the best of the `_candidates`; empty if there is none."""
    return min(_candidates(branch, opens, closes, offset), key=_cost, default=set())


def _candidates(branch: tuple[Node, ...], opens: bool, closes: bool, offset: int) -> list[set[_Found]]:
    """Return sets of strings of each of which `branch` must match one.

    `opens` and `closes` say whether a word starts where the branch starts and ends where it ends; `offset` is
    how far behind the start of the match the branch may start.
    """
    candidates: list[set[_Found]] = []
    run = [""]
    for at, part in enumerate(branch):
        ends = _apart(branch[at + 1 :], closes)
        more = None if part.kind == "edge" else _spellings(part)
        if more is not None and len(run) * len(more) <= _MOST_STRINGS:
            run = [left + right for left in run for right in more]
            continue
        candidates.append(_usable(run, opens, _apart(branch[at:], closes), offset))
        if part.kind == "edge":
            # The run goes on over an edge, which only tells where a word starts or ends.
            opens = opens or run == [""]
            continue
        offset += max(map(len, run))
        opens = _open_after(run, opens)
        if part.kind == "group" and part.least > 0:
            candidates.append(_best(part, opens, ends, offset))
        if more is None:
            offset += _longest(part)
        run, opens = more or [""], opens if more else _ends_apart(part, opens)
    candidates.append(_usable(run, opens, closes, offset))
    return [found for found in candidates if found]


def _apart(parts: tuple[Node, ...], closes: bool) -> bool:
    """Whether what `parts` match can only start apart from a word; `closes` if they match nothing."""
    for part in parts:
        if part.kind == "edge":
            return True
        if part.kind == "char":
            apart = not part.text.isalnum()
        elif part.kind == "set":
            apart = part.text in _WORDLESS
        else:
            apart = all(_apart(branch, False) for branch in part.branches)
        if not apart or part.least:
            return apart
    return closes


def _open_after(run: list[str], opens: bool) -> bool:
    """Whether a word can only start after the strings of `run`."""
    return all(not text[-1].isalnum() if text else opens for text in run)


def _ends_apart(part: Node, opens: bool) -> bool:
    """Whether a word can only start after what `part` matches; `opens` if it matches nothing."""
    if part.kind == "char":
        apart = not part.text.isalnum()
    elif part.kind == "set":
        apart = part.text in _WORDLESS
    else:
        apart = all(branch and _ends_apart(branch[-1], False) for branch in part.branches)
    return apart and (part.least > 0 or opens)


def _usable(run: list[str], opens: bool, closes: bool, offset: int) -> set[_Found]:
    """Return the strings, each cut to start with a word; empty if one has no word that can be looked up."""
    usable = set()
    for string in run:
        text = (string if opens else _after_first_gap(string)).lstrip(_GAPS)
        word = first_word(text)
        if not word or not (len(word) >= KEY_LENGTH or len(text) > len(word) or closes):
            return set()
        usable.add(_Found(text, offset + len(string) - len(text)))
    return usable


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


# A search takes about _SEARCH times as long as trying whether a match starts at one place; up to _NEAR places
# before an anchor are tried one by one.
_SEARCH, _NEAR = 12, 8


def _cost(found: set[_Found]) -> float:
    """Return an estimate, in no unit, of what looking for these anchors in ordinary text costs."""
    return sum(_frequency(text) * (_SEARCH if offset else 1) for text, offset in found)


def _frequency(text: str) -> float:
    """Return an estimate, in no unit, of how often `text` stands in articles: each letter halves it."""
    letters = sum(1 if word in FUNCTION_WORDS else len(word) for word in text.split())
    return 0.5**letters
