"""How much work a pattern can be on a hostile line: in how many ways its repeats can share out the line."""

from math import prod

from newsclean.boilerplate.patterns import END, MOST_STRINGS, START, WORDLESS, Node, PatternError, spellings

# The most steps that one pattern may take on one hostile line: the number of ways in which its repeats can
# share out the line (the product of their ranges, and of alternatives that can both match), from every
# position in the line unless the pattern starts with ^.  Ten million steps take a tenth of a second; two gaps
# of `.{0,40}` and two optional words are 5.4 million.
MOST_STEPS = 10_000_000
_PLACES = 800  # of the part of a line that is examined


def check_steps(node: Node) -> None:
    """Raise `PatternError` for a pattern, as `parse` returns it, that may take over MOST_STEPS on a line."""
    if _steps(node) > MOST_STEPS:
        raise PatternError(
            f"its repeats can take over {MOST_STEPS:,} steps on a line; make gaps narrower or start with ^"
        )


def _steps(node: Node) -> int:
    return sum(
        _ways_of(branch) * (1 if branch and branch[0] == START else _PLACES) for branch in node.branches
    )


def _ways_of(branch: tuple[Node, ...], behind: tuple[Node, ...] = ()) -> int:
    return prod(_ways(node, branch[at:] + behind) for at, node in enumerate(branch, 1))


def _ways(node: Node, behind: tuple[Node, ...]) -> int:
    """Return about how many ways `node` has to match from one place, at most; never much above MOST_STEPS.

    The ways of alternatives that can both match add up; those of others do not.  Of an alternative and one
    that it starts with, what stands `behind` the group may exclude one, as in `(?:support|supports) us`.
    """
    if not node.branches:
        return node.most - node.least + 1
    if node.most > 1:  # then it may be followed by itself
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
    return min(ways, MOST_STEPS + 1)  # for nested repeats the exact number would fill the memory


def _chain(start: str, starting: dict[str, int], more: set[str], behind: tuple[Node, ...]) -> int:
    """Add up the ways of `start` and of all its own starts that can match where it does."""
    total = starting[start]
    for end in range(1, len(start)):
        short = start[:end]
        if short in starting and (short in more or _may_follow(behind, short[-1], start[end:])):
            total += starting[short]
    return total


def _may_follow(parts: tuple[Node, ...], last: str, text: str) -> bool:
    """Whether what `parts` match may start with `text`, if the text before ends in `last`."""
    for at, part in enumerate(parts, 1):
        if not text:
            return True
        if part.kind == "edge":
            if part == END or (part.text == "b" and last.isalnum() and text[0].isalnum()):
                return False
            continue
        if part.kind == "char":
            may = part.text == text[0]
            if may and part.least == part.most == 1:
                return _may_follow(parts[at:], text[0], text[1:])
        elif part.kind == "set":
            may = (
                text[0].isdigit() if part.text == "d" else part.text not in WORDLESS or not text[0].isalnum()
            )
        else:
            may = any(_may_follow(branch, last, text) for branch in part.branches)
        if may or part.least:
            return may
    return True


def _starts(branch: tuple[Node, ...]) -> tuple[list[str], bool]:
    """Return the plain text with which `branch` starts, in all its spellings, with a line end for `$`.

    The second value tells whether that is the whole branch.
    """
    run = [""]
    for part in branch:
        more = ["\n" * (part.text == "$")] if part.kind == "edge" else spellings(part)
        if more is None or len(run) * len(more) > MOST_STRINGS:
            return run, False
        run = [left + right for left in run for right in more]
    return run, True
