"""Detect pleas that no rule matches, by signs or word log-odds.

Signs are counted.  An appeal for money speaks of us to you, of giving and ways to give, of sums and months,
of journalism, of doing without advertising, of needing and thanking.  A newsletter comes by mail, at an
interval and free of charge, and one can unsubscribe.  An offer is of something to read, for a sum and a term.
News has each of these signs, but seldom many in one line.

Log-odds are added up.  Words and pairs of neighbouring words have weights (`pleas.tsv`, fitted by
`tools/fit_pleas.py`), also negative ones for words that appeals do not use.  Their sum finds pleas with few
signs.
"""

from bisect import bisect
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from math import fsum
from operator import itemgetter

from newsclean.boilerplate.pages import Pages, load
from newsclean.boilerplate.vocabulary import CURRENCIES, SIGNS_TABLE, listed
from newsclean.boilerplate.weights import Weights, load_weights

# A line with PLEA_SIGNS counts as one that meets a rule.  Of the different lines of the labelled corpus, 4 of
# 13,400 in articles have so many, and 66 of 13,900 in tails; with one sign less, 11 and 24 more would.
# SURE_SIGNS are in 1 line of articles, a review of book clubs, and in 37 of tails.
PLEA_SIGNS, SURE_SIGNS = 5, 6
# In longer lines signs come together by accident: the count is reduced by one for each of these lengths, in
# characters, that a line exceeds.
LONG_LINE_CHARS = (300, 600)

# A line whose words have more than these log-odds counts as one with PLEA_SIGNS - 1, PLEA_SIGNS and
# SURE_SIGNS signs.  By weights that were fitted without their outlets, 65, 13 and 4 in ten thousand lines of
# articles do, and 55, 32 and 19 in a hundred lines of tails that meet a rule for pleas.  Of 509 articles, 7
# lose a line by such weights; with 1.6, 3 and 4.6, 8 would.
SOUND_ODDS = (1.8, 3.3, 5.0)
FEWEST_SOUND_WORDS = 4  # a shorter line is not judged by the log-odds of its words
# A word counts once, by its first WORD_CHARS letters, since the rest is inflexion; all numbers are one word.
WORD_CHARS, NUMBER = 10, "#"
BIAS = "(any)"  # names the log-odds of a line without words
# Names for the number of words in a line, in steps: in longer lines each word says less.
LENGTH_STEP = 6
LENGTHS = tuple(f"({LENGTH_STEP * step} words)" for step in range(9))

# The number of first letters by which an opening is looked up; in Korean less, since many openings are
# shorter.
HEAD_LETTERS, KOREAN_HEAD_LETTERS = 3, 2
KOREAN = "가"  # the first Korean letter; letters of all other languages in the lists sort before it
_head = itemgetter(slice(HEAD_LETTERS))
_VOICES = frozenset({"we", "you"})


class _Kind:
    """A kind of plea: it shows a sign of each of `needs`; its count is `start` plus its signs in `counts`.

    Not a `NamedTuple`, since making one would take half a percent of a plain start.
    """

    def __init__(
        self, category: str, needs: Sequence[frozenset[str]], counts: frozenset[str], start: int = 0
    ) -> None:
        self.category = category
        self.needs = needs
        self.counts = counts
        self.start = start


def _signs(text: str) -> frozenset[str]:
    return frozenset(text.split())


_APPEAL = _signs("we you give pay means sum term press free bond")
_LETTER = _signs("we you press mail often gratis get leave")
_OFFER = _signs("we you press free sum term often gratis get leave offer read")
_KINDS = (
    _Kind("donation", (_VOICES, _signs("give means")), _APPEAL),
    # People pay for many things, so the press, or doing without advertising, has to be named as well.
    _Kind("donation", (_VOICES, _signs("pay"), _signs("press free")), _APPEAL),
    _Kind("donation", (_VOICES, _signs("sum"), _signs("term"), _signs("press free")), _APPEAL),
    _Kind(
        "newsletter",
        (
            _VOICES,
            _signs("mail"),
            _signs("get gratis leave"),
            _signs("often gratis leave"),
            _signs("we press gratis leave"),
        ),
        _LETTER,
        1,
    ),
    _Kind(
        "subscription",
        (
            _signs("we you get"),
            _signs("offer"),
            _signs("sum gratis leave"),
            _signs("term gratis leave"),
            _signs("read press leave"),
        ),
        _OFFER,
        1,
    ),
)
_GATED = listed("gates") - listed("ambiguous")


def plea(text: str, words: Sequence[str]) -> tuple[str, int]:
    """Return the category of what a line pleads for, and its number of signs, or "" and 0.

    `text` is the line as rules see it, `words` are its words.  "We" and "you" in one line count as a third
    sign.  If the log-odds of the words are worth more signs than were counted, that number is returned.
    """
    if _GATED.isdisjoint(words):  # true of most lines
        return "", 0
    signs = shown(text, words)
    known = [
        (_count(kind, signs), kind.category) for kind in _KINDS if not any(map(signs.isdisjoint, kind.needs))
    ]
    count, category = max(known, default=(0, ""))
    count -= sum(len(text) > bound for bound in LONG_LINE_CHARS)
    sound = _sound(words)
    if sound > count:
        return category or _likeliest(signs), sound
    return (category, count) if count > 0 else ("", 0)


def _sound(words: Sequence[str]) -> int:
    """Return how many signs the log-odds of a line's words are worth; 0 if it does not sound like a plea."""
    if len(words) < FEWEST_SOUND_WORDS:
        return 0
    passed = bisect(SOUND_ODDS, log_odds(words, load_weights("pleas")))
    return PLEA_SIGNS - 2 + passed if passed else 0


def log_odds(words: Sequence[str], weights: Weights) -> float:
    """Return the log-odds that a line of these words is a plea."""
    # An exact sum: the order of a set, on which rounding depends, differs from process to process.
    return fsum(weights.of([BIAS, *telling(words)]))


def telling(words: Sequence[str]) -> list[str]:
    """Return the words, pairs of neighbouring words, and the number of words, as the table names them."""
    names = [
        NUMBER if word.isdigit() else word if len(word) <= WORD_CHARS else word[:WORD_CHARS] for word in words
    ]
    length = LENGTHS[min(len(names) // LENGTH_STEP, len(LENGTHS) - 1)]
    return [*names, *map(" ".join, pairwise(names)), length]


def _likeliest(signs: set[str]) -> str:
    """Return the category that the signs of a line suggest, if they are too few for any kind."""
    return "newsletter" if "mail" in signs else "subscription" if "offer" in signs else "donation"


def _count(kind: _Kind, signs: set[str]) -> int:
    both = signs >= _VOICES
    return kind.start + len(signs & kind.counts) + both - (signs >= {"give", "pay"} and "pay" in kind.counts)


def shown(text: str, words: Sequence[str]) -> set[str]:
    """Return the signs that a line shows."""
    signs = _known_signs().of(words)
    if any(map(text.__contains__, CURRENCIES)):
        signs.add("sum")
    return signs


def head_of(word: str) -> str:
    """Return the first letters of a word or an opening, by which its signs are looked up."""
    return word[: HEAD_LETTERS if word < KOREAN else KOREAN_HEAD_LETTERS]


class _Signs:
    """The signs of whole words, and of openings of words by their first letters."""

    def __init__(self, pages: Pages) -> None:
        """Take pages whose rows have a word, or an opening with a hyphen, and its signs."""
        self._pages = pages
        self._whole: dict[str, frozenset[str]] = {}
        self._openings: dict[str, dict[str, frozenset[str]]] = {}

    def of(self, words: Sequence[str]) -> set[str]:
        """Return the signs of all words."""
        heads = [*map(_head if max(words, default="") < KOREAN else head_of, words)]
        if self._pages.open:
            for page in self._pages.turn_to(heads):
                self._split_page(page)
        signs: set[str] = set().union(*map(self._whole.__getitem__, self._whole.keys() & words))
        spaced = " ".join(["", *words])
        for head in self._openings.keys() & heads:
            for opening, those in self._openings[head].items():
                if f" {opening}" in spaced:
                    signs |= those
        return signs

    def _split_page(self, page: bytes) -> None:
        for row in page.decode().splitlines():
            word, *names = row.split("\t")
            signs = _one_set(tuple(names))
            if word[-1] == "-":
                self._openings.setdefault(head_of(word), {})[word[:-1]] = signs
            else:
                self._whole[word] = signs


@cache
def _one_set(signs: tuple[str, ...]) -> frozenset[str]:
    """Return one object for all words with the same signs: thousands have 35 different sets."""
    return frozenset(signs)


@cache
def _known_signs() -> _Signs:
    return _Signs(Pages(load(SIGNS_TABLE)))
