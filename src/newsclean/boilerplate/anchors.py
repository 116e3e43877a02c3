"""Anchors: plain words without which a pattern cannot match, and where these stand in a matching line."""

from typing import NamedTuple

from newsclean.boilerplate.fold import KEY_LENGTH
from newsclean.boilerplate.patterns import (
    END,
    MOST_STRINGS,
    PUNCTUATION,
    START,
    WORDLESS,
    Node,
    PatternError,
    longest,
    spellings,
)
from newsclean.boilerplate.vocabulary import listed

# The number of characters of an anchor that are looked for.  More would rule out a few more lines, but make
# the table of all anchors half as large again.
MOST_LETTERS = 12
# A search takes about _SEARCH times as long as trying a match at one place; so up to _NEAR places before an
# anchor are tried one by one.
_SEARCH, _NEAR = 12, 8
# What may stand before a word.
_GAPS = "".join(sorted(PUNCTUATION))


class Anchor(NamedTuple):
    """Plain text that starts with a word and stands in a line that matches.

    A gap after its last word is part of it, as `we ` stands in fewer lines than `we`.  `place` says where it
    stands: 0 is anywhere; a negative number, at most -1 - `place` characters after the start of the match; a
    positive one, within so many characters from the start of the line, where the match starts too.  `length`
    is the length of the longest line that matches, or 0 if the match may stand within a line.
    """

    text: str
    place: int
    length: int = 0


class _Found(NamedTuple):
    """Text that starts with a word, at most `offset` characters after the start of the match."""

    text: str
    offset: int


def anchors(node: Node) -> frozenset[Anchor]:
    """Return anchors of which one stands at its place in every line that matches.

    Raises `PatternError` if there are none.
    """
    found: set[Anchor] = set()
    for branch in node.branches:
        best = _best_of_branch(branch, opens=False, closes=False, offset=0)
        if not best:
            raise PatternError(
                "no plain word to look for: every alternative needs one that follows \\b, ^ or a space, "
                r"as in \bsignal: four plain letters or more, or a whole shorter word"
            )
        starts, ends = branch[0] == START, branch[-1] == END
        length = sum(map(longest, branch)) if starts and ends else 0
        for text, offset in _shortest(best):
            near = -1 - offset if offset <= _NEAR else 0
            found.add(Anchor(text, offset + len(text) if starts else near, length))
    return frozenset(found)


def needs(node: Node) -> tuple[str, ...]:
    """Return texts of which every matching line holds one, besides an anchor; empty if none are known."""
    (branch,) = node.branches
    found = _candidates(branch, opens=False, closes=False, offset=0)
    best = min(found, key=_cost)
    others = (texts for texts in found if texts != best)
    rarest = min(others, key=lambda texts: sum(_frequency(each.text) for each in texts), default=set())
    return tuple(text for text, _ in _shortest({_Found(text, 0) for text, _ in rarest}))


def _shortest(found: set[_Found]) -> list[_Found]:
    """Return texts cut to MOST_LETTERS, without those that start with another of them."""
    kept: list[_Found] = []
    for offset, text in sorted({(offset, text[:MOST_LETTERS]) for text, offset in found}):
        last = kept[-1] if kept else _Found("", -1)
        # A short word by itself is looked up as a whole word: abo does not lead to abonnement.
        starts = len(last.text) > min(len(_first_word(last.text)), KEY_LENGTH - 1)
        if not (starts and offset == last.offset and text.startswith(last.text)):
            kept.append(_Found(text, offset))
    return kept


def _best(node: Node, opens: bool, closes: bool, offset: int) -> set[_Found]:
    """Return the best set of strings of which every match of `node` holds one; empty if there is none."""
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
    """Return sets of strings; of each set, every match of `branch` holds one string.

    `opens` and `closes` say whether a word starts where the branch starts, and ends where it ends; `offset`
    is how many characters after the start of the match the branch may start.
    """
    candidates: list[set[_Found]] = []
    run = [""]
    for at, part in enumerate(branch):
        ends = _apart(branch[at + 1 :], closes)
        more = None if part.kind == "edge" else spellings(part)
        if more is not None and len(run) * len(more) <= MOST_STRINGS:
            run = [left + right for left in run for right in more]
            continue
        candidates.append(_usable(run, opens, _apart(branch[at:], closes), offset))
        if part.kind == "edge":
            # The run of plain text goes on across an edge, which only says where a word starts or ends.
            opens = opens or run == [""]
            continue
        offset += max(map(len, run))
        opens = _open_after(run, opens)
        if part.kind == "group" and part.least > 0:
            candidates.append(_best(part, opens, ends, offset))
        if more is None:
            offset += longest(part)
        run, opens = more or [""], opens if more else _ends_apart(part, opens)
    candidates.append(_usable(run, opens, closes, offset))
    return [found for found in candidates if found]


def _apart(parts: tuple[Node, ...], closes: bool) -> bool:
    """Whether a word must end where `parts` start to match; `closes` says so for what follows them."""
    for part in parts:
        if part.kind == "edge":
            return True
        if part.kind == "group":
            apart = all(_apart(branch, False) for branch in part.branches)
        else:
            apart = _is_gap(part)
        if not apart or part.least:
            return apart
    return closes


def _open_after(run: list[str], opens: bool) -> bool:
    """Whether no string of `run` ends within a word, so that a word may start after it."""
    return all(not text[-1].isalnum() if text else opens for text in run)


def _ends_apart(part: Node, opens: bool) -> bool:
    """Whether what `part` matches cannot end within a word; `opens` says so for where it matches nothing."""
    if part.kind == "group":
        apart = all(branch and _ends_apart(branch[-1], False) for branch in part.branches)
    else:
        apart = part.kind == "edge" or _is_gap(part)
    return apart and (part.least > 0 or opens)


def _is_gap(part: Node) -> bool:
    """Whether a plain character or a class matches nothing that words are made of."""
    return part.text in WORDLESS if part.kind == "set" else not part.text.isalnum()


def _usable(run: list[str], opens: bool, closes: bool, offset: int) -> set[_Found]:
    """Return the strings, each cut to start with a word; none if one has no word that can be looked up."""
    usable = set()
    for string in run:
        text = (string if opens else _after_first_gap(string)).lstrip(_GAPS)
        word = _first_word(text)
        if not word or not (len(word) >= KEY_LENGTH or len(text) > len(word) or closes):
            return set()
        usable.add(_Found(text, offset + len(string) - len(text)))
    return usable


def _after_first_gap(string: str) -> str:
    for at, char in enumerate(string):
        if not char.isalnum():
            return string[at:]
    return ""


def _first_word(text: str) -> str:
    """Return the first run of letters and digits in `text`."""
    start = 0
    while start < len(text) and not text[start].isalnum():
        start += 1
    end = start
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]


def _cost(found: set[_Found]) -> float:
    """Return an estimate, in no unit, of what looking for these anchors in ordinary text costs."""
    return sum(_frequency(text) * (_SEARCH if offset else 1) for text, offset in found)


def _frequency(text: str) -> float:
    """Return an estimate, in no unit, of how often `text` stands in articles: each letter halves it."""
    letters = sum(1 if word in listed("function") else len(word) for word in text.split())
    return 0.5**letters
