"""Accented letters by the letters around them, for words that no list holds.

A gap in a word is read by the longest context that letters.txt knows in the document's languages,
up to four letters on either side: in German `r_tt` is nearly always ü.  Letters before it that were
lost as well are read first, and decide: in Turkish ü follows ö.  Listed words that begin as the word
does speak for its stem: `fel?j?t?s?hoz` begins as felújítás.  How sure that is, the file says and the
number of these words; the channel says which letters the gap may hold at all.
"""

import os
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import accumulate, islice
from typing import NamedTuple

from newsclean.mojibake.lossy.channels import Corrupt
from newsclean.mojibake.lossy.letters.languages import OWN
from newsclean.mojibake.lossy.letters.lexicon import ALIKE, beginning_alike, plain_letters

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
# The share of the likeliest beginning of a word from which on another one is followed.
UNLIKELY = 0.01
# The weight of what fewer letters in common say, for each letter of words that share more of them: from 0.5
# to 1 one to four letters in a hundred fewer come back of words on no list, and a fifth fewer wrong.
PRIOR = 0.7

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
    alike = _beginning_alike(token, languages)
    capital = sum(char.isascii() and char.isupper() for char in token) > 1
    for slots in islice(cuts(token, corrupt, capital), CUTS):
        whole, spelled = fill(slots, languages, alike)
        most = max(most, whole)
        for spelling in spelled:
            found[spelling.word] = max(spelling.probability, found.get(spelling.word, 0))
    return most, sorted((Spelling(probability, word) for word, probability in found.items()), reverse=True)


def _beginning_alike(token: str, languages: Mapping[str, float]) -> list[str]:
    """Return listed accented words of the document's own languages that begin as a token may."""
    letters = plain_letters(token).lower()
    own = [code for code, share in languages.items() if share >= OWN]
    if len(letters) < ALIKE or not own:
        return []
    return [
        word
        for word, codes in beginning_alike(letters)
        if not word.isascii() and any(code in codes for code in own)
    ]


def fill(
    slots: list[Slot], languages: Mapping[str, float], alike: Sequence[str] = ()
) -> tuple[float, list[Spelling]]:
    """Return the likeliest ways to choose a letter for each slot, and the probability of all ways.

    Listed words that begin `alike` tell of the letters in what they have in common with the slots.
    """
    known = [piece if piece == choice and choice not in ALPHABET else "?" for piece, choice in slots]
    pattern = f"^{''.join(known)}$"
    beams = [(1.0, "")]
    whole = 1.0
    voters = [(_reach(word, slots), word) for word in alike]
    for at, (piece, choice) in enumerate(slots, 1):
        if piece == choice:
            beams = [(p, word + choice) for p, word in beams]
            continue
        behind = pattern[at + 1 : at + 5]
        voters = [voter for voter in voters if voter[0] > at]
        further: list[tuple[float, str]] = []
        for p, word in beams:
            shares = share(choice, f"^{word}"[-4:], behind, languages)
            if not further:
                whole *= sum(shares.values())
            votes = [(reach - at, voter[at - 1]) for reach, voter in voters if voter.startswith(word)]
            if votes:
                shares = _voted(shares, votes)
            # No other letter comes among the likeliest, whatever stands before it.
            likeliest = sorted(zip(shares.values(), shares, strict=True), reverse=True)[:WIDTH]
            further += [(p * weight, word + letter) for weight, letter in likeliest]
        further.sort(reverse=True)
        least = further[0][0] * UNLIKELY
        beams = [beam for beam in further[:WIDTH] if beam[0] > least]
    return whole, [Spelling(p, word) for p, word in beams]


def _reach(word: str, slots: list[Slot]) -> int:
    """Return how many letters a word begins with that may stand in these slots."""
    for at, (letter, (piece, choice)) in enumerate(zip(word, slots, strict=False)):
        if letter not in choice if piece != choice else letter != choice:
            return at
    return min(len(word), len(slots))


def _voted(shares: dict[str, float], votes: list[tuple[int, str]]) -> dict[str, float]:
    """Return the share of each letter where listed words have it in what begins alike.

    `votes` are how many letters a word has in common behind the gap, and its letter there.  As with contexts
    that grow letter by letter (Witten-Bell), the words that have one more in common are counted anew, and
    what fewer said is a prior: half as heavy as the letters that they have are many.
    """
    reached = 0
    for reach in sorted({reach for reach, _ in votes}):
        letters = [letter for far, letter in votes if far >= reach]
        prior = PRIOR * len({*letters})
        kept = (prior / (len(letters) + prior)) ** (reach - reached)
        reached = reach
        counted = (1 - kept) / len(letters)
        shares = {letter: kept * weight for letter, weight in shares.items()}
        for letter in letters:
            shares[letter] += counted
    return shares


def share(choice: str, left: str, right: str, languages: Mapping[str, float]) -> dict[str, float]:
    """Return for each letter of `choice` the probability that it stood between `left` and `right`."""
    known = dict(_unseen(choice, tuple(languages.items())))
    total = sum(languages.values())
    for language, weight in languages.items():
        seen = _seen(language, left, right)
        for at in range(0, len(seen), 3):
            letter = seen[at]
            if letter in known:
                more = _trusted(int(seen[at + 1 : at + 3]) / 100, language) - _unseen_in(language, letter)
                known[letter] += more * weight / total
    return known


def _seen(language: str, left: str, right: str) -> str:
    """Return the letters between `left` and `right` in a language, each with its share in percent."""
    contexts = section(language)
    beside = contexts.line(left[-1], right[0])
    for before, after in WIDTHS if beside else ():
        _, found, behind = beside.partition(f"\t{left[-before:-1]}_{right[1:after]} ".encode())
        if found:
            return behind.partition(b"\t")[0].decode()
    return contexts.alone(left[-1]) or contexts.alone()


@lru_cache(64)
def _unseen(choice: str, languages: tuple[tuple[str, float], ...]) -> dict[str, float]:
    """Return the probability of each letter of `choice` where no language's context has seen it."""
    total = sum([weight for _, weight in languages])
    return {
        letter: sum([_unseen_in(language, letter) * weight for language, weight in languages]) / total
        for letter in choice
    }


@cache
def _unseen_in(language: str, letter: str) -> float:
    """Return the share of a letter in a context of a language that has not seen it."""
    return _trusted(UNSEEN if letter in section(language).alone() else ALIEN, language)


def _trusted(share: float, language: str) -> float:
    """Return the share of a letter, where that in all languages together says little of a name."""
    return (1 - ANYWHERE) * share + ANYWHERE / len(ALPHABET) if language == "xx" else share


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

    A line of the file is `r_t\t_e ä63é37\t_t ü97ä02`: what stands beyond these two, and the share of each
    letter in percent.  The lines are held as one text, with a number for the letters of each: a dictionary of
    lines would take twice the memory, one of contexts six times.
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
