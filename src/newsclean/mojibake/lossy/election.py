"""The vote of a document's lines on the channel that they went through."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from math import inf
from operator import itemgetter

from newsclean.lines import LONGEST_ARTICLE, Lines, beyond_ascii
from newsclean.mojibake.lossy.channels import TYPOGRAPHIC, mark_images
from newsclean.mojibake.lossy.lattice import Lattice
from newsclean.mojibake.lossy.letter_losses import absence
from newsclean.mojibake.lossy.letters.spelling import Letters
from newsclean.mojibake.lossy.runs.items import NOTHING, SURVIVOR, odd
from newsclean.mojibake.lossy.runs.line import Line, Spot, is_plain
from newsclean.mojibake.lossy.runs.readings import Cuts, is_part
from newsclean.mojibake.triggers import SECOND

# How far, in nats, a channel may be behind the best: by the runs that it leaves unexplained, and before words
# are read.
BEHIND, NEAR = 20.0, 30.0
FINAL = 3  # channels that are compared once more, with the words that they would restore

# Channels are compared in this many characters, and no more than this many of one line.
SAMPLE = 6_000
LONGEST_LINE = 2_000
SURVIVORS = 30.0  # the most, in nats, that intact marks and letters can speak against a channel

# Returns the `Letters` of the document for the channel of a lattice, or None for the lattice without a
# channel.
LettersOf = Callable[[Lattice], Letters | None]
# A lattice, with the cost of its channel in nats: at first that of believing in it, later with its runs in
# all places.
Rival = tuple[float, Lattice]


# Letters that were misread twice and have been restored once: damage that remains.
HEADS = "ÂÃÄÅâ"
REMAINING = f"[{HEADS}][{SECOND}?]+"


def voters_of(damaged: Lines, lines: Lines) -> Lines:
    """Return the `lines` that vote on their channel, without what another stage has restored in them."""
    if lines is damaged:
        return lines
    lines.pack()  # both may be long
    return Lines.joined(_votes(damaged, lines))


def _votes(damaged: Lines, lines: Lines) -> Iterator[str]:
    """Yield the lines for channel detection, without marks and accents that another stage has restored.

    These would pass for characters that survived the channel.  Of the lines that have any, no more characters
    are taken than the longest article has: a copy of all of them costs as much memory as the text.
    """
    taken = 0
    for before, line in zip(damaged, lines, strict=True):
        if line == before:
            yield line
        else:
            vote = _as_if_lost(line[: max(0, LONGEST_ARTICLE - taken)], before)
            taken += len(vote)
            yield vote or "\n"


def _as_if_lost(line: str, before: str) -> str:
    """Return `line` without the marks and the accents that it did not have `before`."""
    foreign = beyond_ascii(line)
    restored = {char for char in set(foreign) if char not in before}
    if any(map(foreign.__contains__, HEADS)):
        restored.difference_update(*re.findall(REMAINING, line))
    guillemets = [char for char in "«»" if f"Â{char}" in before]  # whose second byte looks like themselves
    plain = dict.fromkeys([*filter(TYPOGRAPHIC.__contains__, restored), *guillemets], "")
    for letter in filter(str.isalpha, restored):
        base = _base(letter)
        if base.isascii():
            plain[letter] = base
    for char, lost in plain.items():  # one by one, since `translate` takes ten times as long
        line = line.replace(char, lost)
    return line


def _base(letter: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFD", letter)[0]


def first_lines(lines: Sequence[str], members: frozenset[str], language: str) -> list[Line]:
    """Return the first lines that hold any of the `members` of runs: about SAMPLE characters in all."""
    sample = []
    size = 0
    for number, text in enumerate(lines):
        if is_plain(text):
            continue
        line = Line(lines, number, language, LONGEST_LINE)
        if not members.isdisjoint(line.foreign):
            sample.append(line)
            size += len(line.text)
            if size > SAMPLE:
                break
    return sample


class Election:
    """The lines of a sample, which vote on the channel that they went through."""

    def __init__(
        self, sample: list[Line], lattices: list[Lattice], members: frozenset[str], letters_of: LettersOf
    ) -> None:
        """`members` are the characters of runs under any of the lattices."""
        self._sample = sample
        self._members = members
        self._letters_of = letters_of
        self._places = Counter([spot for line in sample for _, spot in line.spots(members)])
        self._runs: Counter[str] = Counter()
        for spot, times in self._places.items():
            self._runs[spot.run] += times
        # What each lattice makes of the runs, in their order.
        self._cuts = {lattice: tuple(map(lattice.cuts, self._runs)) for lattice in lattices}
        self._beliefs = {lattice: self._belief(lattice) for lattice in lattices}

    def elected(self) -> Lattice:
        """Return the lattice, of a channel or of none, under which the lines of the sample cost least.

        1. `_rivals`: how much of the runs does each channel leave unexplained?  Of channels that can read all
           runs alike, the cheapest stays.
        2. `_leading`, `_ranked`: of these, the channels that can explain something that no cheaper one can
           are compared by the cost of the runs in their places, leaving open quotations and words aside.
        3. `_likeliest_with_words`: if letters were lost, the likeliest channel reads all lines and looks its
           letters up.  If any letter stays in doubt, all rivals are compared in this way.
        """
        rivals = self._rivals()
        if len(rivals) == 1:
            return rivals[0][1]
        telling = self._telling([lattice for _, lattice in rivals])
        distinguishing = {spot: times for spot, times in self._places.items() if spot.run in telling}
        ranked, lettered = _ranked(self._leading(rivals), distinguishing)
        first = ranked[0]
        if not lettered:
            return first
        letters = self._letters_of(first)
        costs = {line: (first.least(line), first.cost(line, letters)) for line in self._sample}
        if letters and not letters.doubtful:
            others = [lattice for lattice in ranked[1:] if not self._adds_nothing(lattice, first)]
        else:
            ranked, _ = _ranked(rivals, distinguishing)
            others = [lattice for lattice in ranked if lattice is not first]
        return self._likeliest_with_words(costs, first, others)

    # Before any place is looked at.

    def _belief(self, lattice: Lattice) -> float:
        """Return the cost, in nats, of believing in the channel of a lattice, given the runs."""
        return lattice.channel.price_in(lattice.own) + self._absence(lattice) if lattice.channel else 0.0

    def _absence(self, lattice: Lattice) -> float:
        """Return the cost, in nats, of believing in a channel whose images of common letters are nowhere.

        In a language other than English, each run that may be a letter would then have to be one of the rarer
        letters.  If only lost characters are left of letters, the runs within words count as letters.
        """
        if lattice.send is None or lattice.channel is None or lattice.language in ("", "en"):
            return 0.0
        runs = self._runs
        lettered = lattice.letters - mark_images(lattice.send)
        if not "".join(lattice.letters).strip(NOTHING):
            lettered, runs = lattice.letters, _within_words(self._places)
        times = sum([runs[run] for run in lettered.intersection(runs)])
        if not times:
            return 0.0
        return min(SURVIVORS, absence(lattice.channel, lattice.language, " ".join(runs).__contains__, times))

    def _rivals(self) -> list[Rival]:
        """Return price and lattice of each channel that does not leave too much of the runs unexplained.

        The price is the cost of believing in the channel, and that characters which it damages have survived
        it.
        """
        foreign = self._foreign()
        explained: dict[tuple[Cuts, ...], tuple[float, float, Lattice]] = {}
        for lattice, cuts in self._cuts.items():
            price = self._beliefs[lattice] + _survivors(lattice, foreign)
            unexplained = [found.cost * times for found, times in zip(cuts, self._runs.values(), strict=True)]
            cost = price + sum(unexplained)
            if cuts not in explained or cost < explained[cuts][0]:
                explained[cuts] = cost, price, lattice
        # A lossless channel explains every character by another one, so it sets no limit: only places can
        # decide.
        limit = BEHIND + min(
            cost
            for cost, _, lattice in explained.values()
            if not (lattice.channel and lattice.channel.lossless)
        )
        return [(price, lattice) for cost, price, lattice in explained.values() if cost <= limit]

    def _foreign(self) -> dict[str, int]:
        """Count the characters beyond ASCII that belong to no run."""
        foreign = frozenset().union(*[line.foreign for line in self._sample]) - self._members
        return {char: sum([line.text.count(char) for line in self._sample]) for char in foreign}

    # In places.

    def _telling(self, lattices: list[Lattice]) -> set[str]:
        """Return the runs that some of the channels cut differently from others."""
        each = zip(*map(self._cuts.__getitem__, lattices), strict=True)
        return {run for run, cuts in zip(self._runs, each, strict=True) if len({*cuts}) > 1}

    def _leading(self, rivals: list[Rival]) -> list[Rival]:
        """Return the rivals, except those that can explain no run better than a cheaper one."""
        leading: list[Lattice] = []
        for _, lattice in sorted(rivals, key=itemgetter(0)):
            if not any(self._is_part(lattice, other) for other in leading):
                leading.append(lattice)
        return [rival for rival in rivals if rival[1] in leading]

    def _is_part(self, lattice: Lattice, other: Lattice) -> bool:
        """Tell whether `other` can read each run in every way that `lattice` can, at no higher cost."""
        return all(map(is_part, self._cuts[lattice], self._cuts[other]))

    # With words.

    def _adds_nothing(self, lattice: Lattice, likeliest: Lattice) -> bool:
        """Tell whether the likeliest lattice can explain all that a lattice can, at no higher cost."""
        return (
            self._beliefs[lattice] >= self._beliefs[likeliest]
            and self._is_part(lattice, likeliest)
            and not lattice.lost_more(likeliest, frozenset().union(*self._runs))
        )

    def _likeliest_with_words(
        self, costs: Mapping[Line, tuple[float, float]], first: Lattice, others: list[Lattice]
    ) -> Lattice:
        """Return the lattice under which lines cost least: `first`, whose `costs` are known, or another.

        The costs of a line are the least one, whatever its letters are, and that with the letters that it
        has.  The first lattice nearly always wins, and then no line is read again.  The others, if there are
        any, read only the lines that may cost them more or less; a line costs no less under one that explains
        nothing better.
        """
        if not others:
            return first
        telling = self._telling([first, *others])
        sample = [line for line in costs if _tells(line, telling, [first, *others])]
        best = first
        floor = sum([costs[line][0] for line in sample])
        least = self._cost_before_reading(sample, first) + sum([costs[line][1] for line in sample])
        for other in others:
            if self._is_part(other, first) and self._cost_before_reading(sample, other) + floor >= least:
                continue
            cost = self._cost_with_words(sample, other, least)
            if cost < least:
                best, least = other, cost
        return best

    def _cost_with_words(self, sample: list[Line], lattice: Lattice, most: float) -> float:
        """Return the cost of lines under a lattice, in nats, or any sum that is no less than `most`.

        Words are looked up line by line, until it is certain that the lattice is too costly.
        """
        letters = self._letters_of(lattice)
        least = [lattice.least(line) for line in sample]
        total = self._cost_before_reading(sample, lattice) + sum(least)
        for line, saved in zip(sample, least, strict=True):
            if total >= most:
                break
            total += lattice.cost(line, letters) - saved
        return total

    def _cost_before_reading(self, sample: list[Line], lattice: Lattice) -> float:
        """Return the cost, in nats, of believing in a lattice, and of characters that it does not know."""
        unknown = self._members - lattice.members
        strange = [self._strange(unknown, line) for line in sample if not unknown.isdisjoint(line.foreign)]
        return self._beliefs[lattice] + sum(strange)

    def _strange(self, unknown: frozenset[str], line: Line) -> float:
        """Return the cost, in nats, of characters in a line's runs that a channel does not know."""
        return sum(
            [
                odd(char, spot.run[at - 1 : at] if at else "", spot.run[at + 1 : at + 3])
                for _, spot in line.spots(self._members)
                for at, char in enumerate(spot.run)
                if char in unknown
            ]
        )


def _survivors(lattice: Lattice, foreign: Mapping[str, int]) -> float:
    """Return the cost, in nats, of believing that characters outside of all runs survived a channel."""
    if lattice.send is None:
        return 0.0
    survivors = sum([times for char, times in foreign.items() if lattice.send(char) != char])
    return min(SURVIVORS, SURVIVOR * survivors)


def _within_words(places: Mapping[Spot, int]) -> Counter[str]:
    """Count the runs that stand between small letters."""
    runs: Counter[str] = Counter()
    for spot, times in places.items():
        if spot.is_within_word:
            runs[spot.run] += times
    return runs


def _ranked(rivals: list[Rival], places: Mapping[Spot, int]) -> tuple[list[Lattice], bool]:
    """Return the likeliest rivals, likeliest first, and whether any of them reads a letter."""
    in_place, lettered = _costs_in_place(rivals, places)
    ranked = _within(NEAR, in_place)
    return ranked, not lettered.isdisjoint(ranked)


def _costs_in_place(rivals: list[Rival], places: Mapping[Spot, int]) -> tuple[list[Rival], set[Lattice]]:
    """Return the least cost of all runs under each rival, in nats, and the rivals that read one as a letter.

    The sum is broken off for a rival that is more than NEAR behind the best, or behind FINAL others.
    """
    found: list[Rival] = []
    lettered: set[Lattice] = set()
    most = inf
    for price, lattice in rivals:
        total = price
        for spot, times in places.items():
            cost, letter = lattice.step(spot).least
            total += times * cost
            if letter:
                lettered.add(lattice)
            if total > most:
                break
        found.append((total, lattice))
        best = sorted([cost for cost, _ in found])[:FINAL]
        most = min([best[0] + NEAR, *best[FINAL - 1 :]])
    return found, lettered


def _within(limit: float, costs: list[Rival]) -> list[Lattice]:
    """Return those at most `limit` behind the cheapest, cheapest first, and no more than FINAL."""
    costs.sort(key=lambda pair: pair[0])
    return [lattice for cost, lattice in costs if cost <= costs[0][0] + limit][:FINAL]


def _tells(line: Line, telling: set[str], lattices: list[Lattice]) -> bool:
    """Tell whether a line may cost one channel more than another.

    `telling` are the runs that the channels cut differently.  Most marks that only one channel knows are out
    of the question in their places, so the costs are often the same.
    """
    if not any(run in line.text for run in telling):
        return False
    first, *others = lattices
    spots = line.spots(first.members)
    return any(
        line.spots(other.members) != spots
        or any(not first.step(spot).costs_as(other.step(spot)) for _, spot in spots)
        for other in others
    )
