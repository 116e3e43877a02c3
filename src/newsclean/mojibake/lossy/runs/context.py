"""Context: how likely a mark is between its neighbours.

A mark is known by its role, one character:

    O C  opens a quotation, closes one            “Yes,” he said
    o c  the same in single marks                 ‘Yes,’ he said
    « »  the same in guillemets                   « Oui », dit-il
    a    APOSTROPHE                               don’t
    n m  EN_DASH, EM_DASH                         1914–18; a man — this man — said
    e    ELLIPSIS                                 Well…
    b    BULLET                                   • First item
    s    SPACE that does not break                12 %
    $    CURRENCY                                 €5
    °    DEGREE, also of angles: ′                20 °C
    ¿ ¡  opens a question, an exclamation         ¿Quién? ¡Nadie!
    ?    QUESTION: a mark that is meant           Who?
    l    LETTER beyond ASCII, or what stays lost  café

Other roles have a price without context (items.py):

    +      OTHER_SIGN                             © 2020
    ‐ ‘ ·  joins two letters                      up‐to‐date
    x      ITSELF: any other character

A logistic regression gives the probability of each role, from what is seen of a place (places.py) and the
quotations that stand open there.  Its weights (contexts.tsv) were fitted to intact articles by
`tools/fit_contexts.py`, which calls the functions below, so that both see the same.
"""

import os
from array import array
from functools import cache, lru_cache
from math import exp, log

from newsclean.mojibake.lossy.runs.places import BOUND, CONTRACTED, ELIDED, LENGTH, Place, Side

ROLES = "OCocanmebs$°«»¿¡?l"
ROLE_AT = {role: at for at, role in enumerate(ROLES)}
APOSTROPHE, EN_DASH, EM_DASH, ELLIPSIS, BULLET, SPACE = "a", "n", "m", "e", "b", "s"
CURRENCY, DEGREE, QUESTION, LETTER = "$", "°", "?", "l"
OTHER_SIGN, ITSELF = "+", "x"
# Marks that open quotations and close them; of these, double ones; those of English, and its single ones.
OPENING, CLOSING = frozenset("Oo«"), frozenset("Cc»")
DOUBLE_OPENING, DOUBLE_CLOSING = frozenset("O«"), frozenset("C»")
QUOTING, SINGLE_QUOTING = frozenset("OCoc"), frozenset("oc")
INVERTED = frozenset("¿¡")
DASHES, PARTING = frozenset({EN_DASH, EM_DASH}), frozenset({EN_DASH, EM_DASH, ELLIPSIS})
NO_MARKS = frozenset({QUESTION, LETTER})  # what a lost character may be instead of a lost mark
# What each mark closes: a quotation, or a question in Spanish.
CLOSED_BY = {"C": "O", "c": "o", "?": "¿", "»": "«"}

# Corrections, in nats, for what the probabilities of single marks leave out.  A closing mark that is missed
# costs nothing later, as all that follows is read within the quotation (MISSED_CLOSING makes closing
# cheaper).  A closing mark that nothing opened passes for one in its place: `the Smiths” house` (UNOPENED).
# And no place shows which outlets quote with single marks: where no quotation stands open, they are seldom
# right even where they are likelier (SINGLE).  On outlets held back, this corrects one wrong mark in twenty;
# larger values change little.
MISSED_CLOSING, UNOPENED, SINGLE = 0.6, 2.0, 1.0
# The extra cost, in nats, of a guillemet that opens before the end of a sentence, or within others: the
# weights have seen few guillemets.
NOTHING_QUOTED, NESTED = 4.0, 3.0
# How much likelier, in nats, French makes a question mark behind a blank where no quotation stands open:
# likelier than anything else there.  The weights have seen too little French.
ASKED_APART = 6.0
# How much likelier, in nats, a no-break space is where French sets one: few of the articles to which the
# weights were fitted had kept theirs.  On outlets held back 4 and 6 are as good; numbers need 4.
SPACED = 5.0
# Languages that set apostrophes only within words, and the extra cost, in nats, of one elsewhere.
ALWAYS_JOINING, LOOSE = frozenset({"es", "fr", "pt"}), 6.0
# The extra cost, in nats, of a dash in French where a noun has to follow.
UNFINISHED = 3.0
# The extra cost, in nats, of an apostrophe between two letters in English where neither side makes a
# contraction.  In other languages it separates longer parts, as a name and its ending.
UNBOUND = 2.5


def features(place: Place, state: str) -> list[str]:
    """Return the names of the features of a place where the quotations `state` stand open."""
    left, right, begun, language = place
    return [
        *_left_features(left, language, state),
        *_right_features(right, begun, language, state),
        *_joint_features(left, right, begun, state),
    ]


def _left_features(left: Side, language: str, state: str) -> list[str]:
    return [
        "any",
        f"L {left.kind}",
        f"l {left.kind[0] == '_':d}{left.word}",
        f"g {language}",
        f"gL {language} {left.kind}",
        f"s {state}",
        f"gs {language} {state}",
        f"sL {state} {left.kind}",
    ]


def _right_features(right: Side, begun: str, language: str, state: str) -> list[str]:
    return [
        f"R {right.kind}",
        f"r {right.kind[0] == '_':d}{right.word}",
        f"gR {language} {right.kind}",
        f"? {begun} {right.kind}",
        f"sR {state} {right.kind}",
        f"sr {state} {right.kind[0] == '_':d}{right.word}",
        f"s? {state} {begun} {right.kind}",
    ]


def _joint_features(left: Side, right: Side, begun: str, state: str) -> list[str]:
    before, behind = f"{left.kind[0] == '_':d}{left.word}", f"{right.kind[0] == '_':d}{right.word}"
    seen = [
        f"LR {left.kind} {right.kind}",
        f"Lr {left.kind} {behind}",
        f"lR {before} {right.kind}",
        f"sLR {state} {left.kind} {right.kind}",
    ]
    if begun:
        seen.append(f"s?L {state} {begun} {left.kind}")
    if left.word and right.word:
        words = [word if word[0] == "<" else "<>" for word in (left.word, right.word)]
        seen.append(f"lr {before[0]}{words[0]} {behind[0]}{words[1]}")
        if before[0] == behind[0] == "0" and left.kind in "aA" and right.kind in "aA":
            seen.append(f"j {_piece(left.word)}{_piece(right.word)}")
    return seen


def _piece(word: str) -> str:
    """Return `b` for a piece bound by an apostrophe, `c` for the end of a contraction, else its length.

    The length matters since two long pieces make no contraction, however common each is: `them—they`.
    """
    if word == BOUND:
        return "b"
    if word in CONTRACTED:
        return "c"
    return word[1] if word[0] == "<" else str(min(len(word), LENGTH))


@lru_cache(1 << 12)
def costs(left: Side, right: Side, begun: str, language: str, state: str) -> "array[float]":
    """Return the cost of each role at a place with the quotations `state` open, in nats: -ln P, corrected.

    They are in the order of ROLES, since a dictionary would take four times the memory; the sides are
    parameters of their own, since a `Place` in the key of the cache takes a tenth more.
    """
    within, state = "«" in state, weighed(state)
    rows = [
        _of_left(left, language, state),
        _of_right(right, begun, language, state),
        *_weights().of(_joint_features(left, right, begun, state)),
    ]
    scores = list(map(sum, zip(*rows, strict=True)))
    whole = log(sum(map(exp, scores)))
    found = array("d", [whole - score for score in scores])
    found[ROLE_AT["»"]] += -MISSED_CLOSING if within else UNOPENED
    if right.kind[-1] in ".,:)$":
        found[ROLE_AT["«"]] += NOTHING_QUOTED
    if within:
        found[ROLE_AT["«"]] += NESTED
    found[ROLE_AT["C"]] += -MISSED_CLOSING if "O" in state else UNOPENED
    if not state:
        found[ROLE_AT["o"]] += SINGLE
        if _asks_apart(left, right, language):
            found[ROLE_AT["?"]] -= ASKED_APART
    if language == "en" and _separates_words(left, right):
        found[ROLE_AT["a"]] += UNBOUND
    if language in ALWAYS_JOINING and _is_loose(left, right):
        found[ROLE_AT["a"]] += LOOSE
    if language == "fr":
        if _is_spaced(left, right):
            found[ROLE_AT["s"]] -= SPACED
        if left.bound:
            found[ROLE_AT["n"]] += UNFINISHED
            found[ROLE_AT["m"]] += UNFINISHED
    return found


def _separates_words(left: Side, right: Side) -> bool:
    """Tell whether small letters stand on both sides that no apostrophe joins: `world—a`."""
    bound = left.word[:2] == "<1" or left.word in {*ELIDED, BOUND} or right.word in {*CONTRACTED, BOUND}
    return left.kind == right.kind == "a" and not bound


def _is_loose(left: Side, right: Side) -> bool:
    """Tell whether the two sides leave an apostrophe nothing to join."""
    return (left.kind not in ("a", "A") and right.kind != "0") or right.kind in ("_a", "_A", ".", ",", "$")


def _is_spaced(left: Side, right: Side) -> bool:
    """Tell whether French sets a no-break space here: within « and », before `:`, in and around numbers."""
    if left.kind == "0":
        return right.word == "<000>" or right.kind in ("a", "A", "%", "$", ":", ")")
    if left.kind == "(":
        return right.kind in ("a", "A", "0")
    elided = left.word == BOUND or left.word in ELIDED
    if elided or left.kind not in ("a", "A", ".", ")"):
        return False
    return right.kind in (")", ":") or (right.kind == "0" and left.kind == "a")


def _asks_apart(left: Side, right: Side, language: str) -> bool:
    """Tell whether a question mark behind a blank may stand here, as in French: `Qui a payé ? Personne.`"""
    return language == "fr" and left.kind in ("_a", "_A", "_0", "_)") and right.kind in ("_A", "_0", "$")


# Each side of a new place has mostly been seen before, so its part of the sum is remembered by itself.
@lru_cache(1 << 10)
def _of_left(left: Side, language: str, state: str) -> "array[float]":
    return _sum(_left_features(left, language, state))


@lru_cache(1 << 10)
def _of_right(right: Side, begun: str, language: str, state: str) -> "array[float]":
    return _sum(_right_features(right, begun, language, state))


def _sum(seen: list[str]) -> "array[float]":
    """Return the sum of the weights of features, role by role."""
    return array("d", map(sum, zip((0.0,) * len(ROLES), *_weights().of(seen), strict=True)))


@cache
def after(state: str, role: str) -> str:
    """Return the state after a mark: what stands open, quotations and Spanish questions, innermost last."""
    if role in OPENING or role == "¿":
        return state if role in state else state + role
    opened = CLOSED_BY.get(role, "")
    return state[: state.index(opened)] if opened and opened in state else state


def weighed(state: str) -> str:
    """Return the state without «, as the weights were fitted."""
    return state.replace("«", "")


class _Weights(dict[str, tuple[float, ...]]):
    """The weights of each feature, one for each role, each row parsed when it is asked for."""

    def __init__(self, rows: dict[str, str]) -> None:
        self._rows = rows

    def of(self, seen: list[str]) -> list[tuple[float, ...]]:
        rows = self._rows
        return [self[name] for name in seen if name in rows]

    def __missing__(self, name: str) -> tuple[float, ...]:
        row = self._rows[name]
        if not row:  # another thread has just parsed it
            return self[name]
        self[name] = weights = tuple(map(_number, row.split(" ")))
        self._rows[name] = ""  # the numbers take its place
        return weights


_number = cache(float)  # thirty thousand weights have five hundred different values


@cache
def _weights() -> _Weights:
    with open(f"{os.path.dirname(__file__)}/contexts.tsv", "rb") as file:
        _, _, rows = file.read().decode().split("\n", 2)
    cells = rows.replace("\n", "\t").split("\t")
    return _Weights(dict(zip(cells[::2], cells[1::2], strict=False)))
