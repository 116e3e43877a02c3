"""Accented letters by the letters around them, for words that no list holds.

A gap in a word is filled by the longest context that letters.txt has in the document's languages, up to four
letters on either side: in German `r_tt` is nearly always ü.  The file says how sure that is; the channel says
which letters the gap may hold at all.
"""

import os
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, islice
from operator import add
from typing import NamedTuple

from newsclean.mojibake.lossy.channels import Corrupt

ALPHABET = "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿāăąćčďđēěėęğģīįķĺļľłńņňőœŕřśşšșťţțūůűųźżžı"
# Widths of contexts, left and right, widest first; after these come only the letter before the gap, then
# nothing.
WIDTHS = ((4, 4), (4, 3), (3, 3), (3, 2), (2, 2), (2, 1), (1, 1))
# Stand for an unknown letter before and after a gap; and a number larger than all those of letters
# (`_number`).
UNKNOWN_LEFT, UNKNOWN_RIGHT, LAST = "_", "\0", 0xFFFFFFFF
# The share of a letter that a context has not seen, if the language has the letter, and if not.
UNSEEN = 0.0005
ALIEN = 0.00002
# The share of names that no context predicts, because nothing shows their language.
ANYWHERE = 0.5
# How many spellings are followed through a word, and how many ways to cut its damage into letters.
WIDTH = 4
CUTS = 6

# A letter of a token: the piece that is left of it, and the letters that it may be; twice itself if it is
# intact.
Slot = tuple[str, str]


class Spelling(NamedTuple):
    """A word in lower case, and the probability that its letters filled the gaps."""

    probability: float
    word: str


def spellings(token: str, corrupt: Corrupt, languages: Mapping[str, float]) -> tuple[float, list[Spelling]]:
    """Return the likeliest words that the channel may have turned into `token`, likeliest first.

    Return the probability of all such words with them: that the letters in such gaps are ones of which the
    channel leaves just this.  `languages` weighs the sections of letters.txt; "xx" is the section for all
    languages.
    """
    found: dict[str, float] = {}
    most = 0.0
    capital = sum(char.isascii() and char.isupper() for char in token) > 1
    for slots in islice(cuts(token, corrupt, capital), CUTS):
        whole, spelled = fill(slots, languages)
        most = max(most, whole)
        for spelling in spelled:
            found[spelling.word] = max(spelling.probability, found.get(spelling.word, 0))
    return most, sorted((Spelling(probability, word) for word, probability in found.items()), reverse=True)


def fill(slots: list[Slot], languages: Mapping[str, float]) -> tuple[float, list[Spelling]]:
    """Return the probability of all ways to choose a letter for each slot, and the likeliest ways."""
    known = [piece if piece == choice and choice not in ALPHABET else "?" for piece, choice in slots]
    pattern = f"^{''.join(known)}$"
    beams = [Spelling(1.0, "")]
    whole = 1.0
    for at, (piece, choice) in enumerate(slots, 1):
        shares = {choice: 1.0}
        if piece != choice:
            shares = share(choice, pattern[max(0, at - 4) : at], pattern[at + 1 : at + 5], languages)
            whole *= sum(shares.values())
            # No other letter can be part of one of the likeliest words.
            likeliest = sorted(zip(shares.values(), shares, strict=True), reverse=True)[:WIDTH]
            shares = {letter: weight for weight, letter in likeliest}
        beams = sorted(
            (Spelling(p * weight, word + letter) for p, word in beams for letter, weight in shares.items()),
            reverse=True,
        )[:WIDTH]
    return whole, beams


def share(choice: str, left: str, right: str, languages: Mapping[str, float]) -> dict[str, float]:
    """Return for each letter of `choice` the probability that it stood between `left` and `right`."""
    weights = [0.0] * len(choice)
    for language, weight in languages.items():
        seen = _seen(language, left, right)
        known = dict(_unseen(choice, language, weight))
        for at in range(0, len(seen), 3):
            if seen[at] in known:
                known[seen[at]] = _weight(int(seen[at + 1 : at + 3]) / 100, language, weight)
        weights = list(map(add, weights, known.values()))
    total = sum(languages.values())
    return dict(zip(choice, [weight / total for weight in weights], strict=True))


def _seen(language: str, left: str, right: str) -> str:
    """Return the letters between `left` and `right` in a language, each with its share in percent."""
    contexts = section(language)
    beside = contexts.line(left[-1], right[0])
    for before, after in WIDTHS if beside else ():
        _, found, behind = beside.partition(f"\t{left[-before:]}_{right[:after]} ".encode())
        if found:
            return behind.partition(b"\t")[0].decode()
    return contexts.alone(left[-1]) or contexts.alone()


@lru_cache(64)
def _unseen(choice: str, language: str, weight: float) -> dict[str, float]:
    """Return the weight of each letter of `choice` in a context that has not seen it."""
    own = section(language).alone()
    return {letter: _weight(UNSEEN if letter in own else ALIEN, language, weight) for letter in choice}


def _weight(share: float, language: str, weight: float) -> float:
    if language == "xx":
        share = (1 - ANYWHERE) * share + ANYWHERE / len(ALPHABET)
    return weight * share


@cache
def shares(language: str) -> dict[str, float]:
    """Return the share, 0 to 1, of each letter among a language's letters beyond ASCII."""
    seen = section(language).alone()
    return {seen[at]: int(seen[at + 1 : at + 3]) / 100 for at in range(0, len(seen), 3)}


def cuts(token: str, corrupt: Corrupt, capital: bool, at: int = 0) -> Iterator[list[Slot]]:
    """Yield the ways to read `token` as plain letters and images of accented letters, `capital` or small."""
    if at == len(token):
        yield []
        return
    char = token[at]
    if char.isascii() and char.isalpha():
        for rest in cuts(token, corrupt, capital, at + 1):
            yield [(char.lower(), char.lower()), *rest]
        return
    choices = dict(letters_by_image(corrupt, capital))
    if at == 0 and not capital:
        for image, choice in letters_by_image(corrupt, True).items():
            choices[image] = "".join(dict.fromkeys(choices.get(image, "") + choice))
    for image, choice in choices.items():
        if token.startswith(image, at):
            for rest in cuts(token, corrupt, capital, at + len(image)):
                yield [(image, choice), *rest]


@lru_cache(maxsize=16)
def letters_by_image(corrupt: Corrupt, capital: bool) -> dict[str, str]:
    """Return the images of accented letters under the channel, each with the letters that have it."""
    table: dict[str, str] = {}
    for letter in ALPHABET:
        cased = letter.upper() if capital else letter
        if len(cased) == 1 and not cased.isascii() and (image := corrupt(cased)):
            table[image] = table.get(image, "") + letter
    return table


class Contexts:
    """The contexts of one language; those with the same letters beside the gap stand in one line.

    A line of the file is `r_t\tr_te ä63é37\tr_tt ü97ä02`, with the share of each letter in percent.  The
    lines are held as one text, with a number for the letters of each: a dictionary of lines would take twice
    the memory, one of contexts six times.
    """

    def __init__(self, lines: Sequence[bytes]) -> None:
        """Take the lines of the file, in the order of the letters beside the gap."""
        keys = (line[: line.index(b"\t")].decode().split("_") for line in lines)
        numbers = (_number(left or UNKNOWN_LEFT, right or UNKNOWN_RIGHT) for left, right in keys)
        self._numbers = array("I", (*numbers, LAST))
        self._ends = array("I", accumulate(map(len, lines), initial=0))
        self._text = b"".join(lines)

    def line(self, left: str, right: str) -> bytes:
        """Return the line for the letters beside a gap, or an empty one."""
        number = _number(left, right)
        at = bisect_left(self._numbers, number)
        return self._text[self._ends[at] : self._ends[at + 1]] if self._numbers[at] == number else b""

    def alone(self, left: str = UNKNOWN_LEFT) -> str:
        """Return the letters of a gap of which only the letter before it is known, or not even that."""
        return self.line(left, UNKNOWN_RIGHT).decode().rpartition(" ")[2]


def _number(left: str, right: str) -> int:
    """Return a number for the letters beside a gap; the file is in the order of these numbers."""
    return ord(left) << 16 | ord(right)


@lru_cache(maxsize=32)
def section(language: str) -> Contexts:
    """Return the contexts of one language."""
    with open(f"{os.path.dirname(__file__)}/letters.txt", "rb") as file:
        data = file.read()
    heading = f"[{language}]\n".encode()
    start = data.index(heading) + len(heading)
    end = data.find(b"\n[", start)
    return Contexts(data[start : end if end > 0 else None].splitlines())
