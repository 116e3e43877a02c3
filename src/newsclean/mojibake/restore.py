"""Which channels a document went through, and what its lines were before."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, lru_cache
from math import inf
from typing import NamedTuple

from newsclean.edits import Damage, Edit, compare
from newsclean.mojibake import proof, words
from newsclean.mojibake.channels import LOST, Channel, channels, image, images, sender
from newsclean.mojibake.context import PREFIX, SUFFIX, Place
from newsclean.mojibake.decoding import (
    LONGEST,
    SURVIVOR,
    Cuts,
    Item,
    Lattice,
    Line,
)
from newsclean.mojibake.spelling import Letters

PROBES = "“”‘’–—…•éüя"  # what distinguishes one channel from another
TELLING = "“”‘’–—…"
MARKS = frozenset(TELLING)
SHORTLIST = 12  # in Czech ten channels look likelier than the one that is there twice
FEW_QUOTES = 3  # straight ones that an article of typographic ones may hold
# Nats by which a channel may be behind: in what it leaves unexplained of the runs, before words are read.
BEHIND, NEAR = 20.0, 30.0
FINAL = 3  # channels that are compared once more with the words that they would restore
# Channels are compared in this many characters, of this many in a line.
SAMPLE = 6_000
LONGEST_LINE = 2_000
AHEAD = 4  # a line and the next ones, among which that is looked for which goes on with a quotation
SURVIVORS = 30.0  # the most that intact marks and letters speak against a channel, in nats


def repair(lines: list[str], voters: list[str]) -> tuple[list[str], list[Edit], list[Damage]]:
    """Undo the channel that explains the broken runs of `lines`, as those of them tell that are `voters`.

    Returns as many lines, the edits, and the runs that the channel explains and nothing decides.
    """
    candidates = _shortlist("".join(voters))
    if all(channel.bare or channel.lossless for channel in candidates):
        restored = _repair_unmarked(lines, voters)
        if restored[1]:
            return restored
    return _repair(lines, voters, candidates)


def _repair_unmarked(lines: list[str], voters: list[str]) -> tuple[list[str], list[Edit], list[Damage]]:
    """Undo a bare channel in the lines without marks: those with intact ones have not been through it."""
    numbers = [number for number, line in enumerate(lines, 1) if MARKS.isdisjoint(line)]
    voters = [line for line in voters if MARKS.isdisjoint(line)]
    text = "".join(voters)
    candidates = [channel for channel in _shortlist(text) if channel.bare]
    # What else stands for lost marks there may be lost emoji: of 516 articles one has six such.
    joined = {bare for bare in {channel.bare for channel in candidates} if _joints(bare, text)}
    candidates = [channel for channel in candidates if channel.bare in joined]
    repaired, edits, damages = _repair([lines[number - 1] for number in numbers], voters, candidates)
    restored = dict(zip(numbers, repaired, strict=True))
    return (
        [restored.get(number, line) for number, line in enumerate(lines, 1)],
        [edit._replace(line=numbers[edit.line - 1]) for edit in edits],
        [damage._replace(line=numbers[damage.line - 1]) for damage in damages],
    )


def _repair(
    lines: list[str], voters: list[str], candidates: list[Channel]
) -> tuple[list[str], list[Edit], list[Damage]]:
    if not candidates:
        return lines, [], []
    text = "".join(lines)
    document = words.read(text[:SAMPLE])
    sign = proof.currency(text[:SAMPLE]) if "en" in document.own else "€"
    straight = text.count('"') > FEW_QUOTES
    del text  # which takes as much memory as the lines
    lattices = [lattice_of(channel, document.own, straight) for channel in (None, *candidates)]
    sample = _sample(voters, lattices)
    lattice = _elect(sample, lattices, document)
    channel = lattice.channel
    if channel is None or channel.lossless:
        return lines, [], []
    send = sender(channel.legs)
    letters = Letters(channel, document)
    known = {line.text: line for line in sample}
    restored, damages = [], []
    for number, text in enumerate(lines):
        line = known.get(text) or Line(text, lattice.language)
        reading = lattice.decode(line, lines[number + 1 : number + AHEAD], letters)
        items = proof.proven(reading.items, text, channel, sign)
        restored.append(_rewrite(text, items, send))
        damages += [Damage(number + 1, item.image) for _, item in items if item.unread]
    return restored, compare(lines, restored, f"mojibake:{channel.name}"), damages


@lru_cache(128)
def lattice_of(channel: Channel | None, own: frozenset[str], straight: bool) -> Lattice:
    """Return the lattice of a channel, with what it has worked out so far."""
    return Lattice(channel, own, straight)


def _rewrite(line: str, reading: list[tuple[int, Item]], send: Callable[[str], str]) -> str:
    """Put the originals in place of their images, run by run, if the channel does `send` these as those."""
    parts: list[str] = []
    at = 0
    for run in _runs(reading):
        start, end = run[0][0] - len(run[0][1].image), run[-1][0]
        damaged = line[start:end]
        original = "".join([item.original for _, item in run])
        if send(original) != damaged:
            original = damaged
        parts += [line[at:start], original]
        at = end
    return "".join(parts) + line[at:]


def _runs(reading: list[tuple[int, Item]]) -> Iterator[list[tuple[int, Item]]]:
    """Group the damaged items of a reading that stand side by side."""
    run: list[tuple[int, Item]] = []
    for end, item in reading:
        if item.original == item.image:
            continue
        if run and run[-1][0] != end - len(item.image):
            yield run
            run = []
        run.append((end, item))
    if run:
        yield run


class Suspect(NamedTuple):
    """A channel, its place among all, and what it makes of the telling marks."""

    channel: Channel
    place: int
    telling: frozenset[str]


def _shortlist(text: str) -> list[Channel]:
    """Name the channels whose images stand in `text`, those that explain most of it first."""
    runs = frozenset([run for run in BEYOND_ASCII.findall(text) if len(run) <= LONGEST])
    explaining = _explaining if len(runs) <= FEW_RUNS else _explaining.__wrapped__
    proofs: dict[str, bool] = {"": True}
    proven = []
    for channel in explaining(runs):
        if channel.bare not in proofs:
            proofs[channel.bare] = _is_proven(channel.bare, text)
        if proofs[channel.bare]:
            proven.append(channel)
    return proven[:SHORTLIST]


# What may be damage: everything beyond ASCII and what stands for a lost character.
BEYOND_ASCII = re.compile(r"[^\x00->@-\x7f]+")
FEW_RUNS = 100  # different ones that are worth remembering


@lru_cache(1024)
def _explaining(runs: frozenset[str]) -> list[Channel]:
    """Name the channels whose images stand in runs of characters, those that explain most of them first."""
    text = "\n".join(runs)
    suspects = _suspects("".join([lost for lost in (*LOST, "ï¿½") if lost in text]))
    chars = set(text)
    counts = {damaged: text.count(damaged) for damaged in suspects if chars.issuperset(damaged)}
    seen = {suspect for damaged, count in counts.items() if count for suspect in suspects[damaged]}
    found: list[tuple[float, int, Channel]] = []
    for channel, place, telling in seen:
        covered = sum([_covered(damaged, telling, counts) for damaged in telling if counts.get(damaged)])
        if covered and not (channel.bare and _leaves_intact(channel, telling, text)):
            found.append((channel.price - covered * 2, place, channel))
    ranked = [channel for *_, channel in sorted(found)]
    # The marks under another damage have survived a bare channel: it is judged when they are restored.
    # A single letter proves no other damage: í is at home in Spanish.
    if any(_is_seen(channel, counts) for channel in ranked if not channel.bare):
        ranked = [channel for channel in ranked if not channel.bare]
    return ranked


@cache
def _suspects(losses: str) -> dict[str, list[Suspect]]:
    """Return each telling image of the channels that lose characters to `losses`, with these channels.

    Of channels that leave the same images behind only the cheapest is named.
    """
    cheapest: dict[tuple[str, ...], Channel] = {}
    for channel in channels(losses):
        left = tuple(images(channel.legs, PROBES))
        if left not in cheapest or channel.price < cheapest[left].price:
            cheapest[left] = channel
    suspects: dict[str, list[Suspect]] = {}
    for place, (left, channel) in enumerate(cheapest.items()):
        telling = frozenset(left[: len(TELLING)]) - {"", *TELLING}
        for damaged in telling:
            suspects.setdefault(damaged, []).append(Suspect(channel, place, telling))
    return suspects


def _is_seen(channel: Channel, counts: dict[str, int]) -> bool:
    """Tell whether an image stands in the text that is no mere letter."""
    seen = counts.keys() & images(channel.legs, TELLING)
    return any(counts[damaged] and not damaged.isalpha() for damaged in seen)


def _covered(damaged: str, telling: frozenset[str], counts: dict[str, int]) -> int:
    """Return how many characters one image explains where no longer image of the channel does."""
    longer = sum(
        counts[other]
        for other in telling
        if other != damaged and other.startswith(damaged) and other in counts
    )
    return max(counts[damaged] - longer, 0) * len(damaged)


def _leaves_intact(channel: Channel, telling: frozenset[str], text: str) -> bool:
    """Tell whether a mark that the channel would have broken stands in `text` outside its telling images."""
    if not any(mark in text for mark in TELLING):
        return False
    for damaged in sorted(telling, key=len, reverse=True):
        text = text.replace(damaged, "\n")
    return any(mark in text and image(channel.legs, mark) != mark for mark in TELLING)


def _is_proven(bare: str, text: str) -> bool:
    """Tell whether what a bare channel leaves behind is more than ordinary question marks.

    Two of these do: inside a word where an apostrophe would make a contraction or a possessive; before a
    word; behind a comma or full stop; between two words with a blank on either side, the second in lower
    case, as a dash stands and no question mark.
    """
    lost = re.escape(bare)
    inside = _joints(bare, text)
    # What stands before is looked at last: an expression is searched for by the text that it begins with.
    before = len(re.findall(rf"{lost}(?<![^\s(]{lost})[^\W\d_]", text))
    behind = len(re.findall(rf"{lost}(?<=[,.]{lost})(?=\s|$)", text))
    words = len(re.findall(rf" {lost} (?<=[a-z]{{2}} {lost} )(?=[a-z]{{2,20}}[ ,.])", text))
    if words > 1 or (words and inside + before + behind):
        return True
    return inside + before + behind > 1 and bool(inside or before > 1 or (before and behind))


def _joints(bare: str, text: str) -> int:
    """Count what a lost mark leaves behind where an apostrophe would make a contraction or a possessive."""
    lost = re.escape(bare)
    runs = re.finditer(rf"{lost}(?<=[^\W\d_]{lost})(?=[^\W\d_])", text)
    return sum(1 for run in runs if _joins(text, *run.span()))


def _joins(text: str, start: int, end: int) -> bool:
    """Tell whether an apostrophe at `text[start:end]` would make a contraction or a possessive."""
    before, after = text[max(0, start - 12) : start], text[end : end + 12]
    return SUFFIX.match(after) is not None or PREFIX.search(before) is not None


def _elect(sample: list[Line], lattices: list[Lattice], document: words.Document) -> Lattice:
    """Return the lattice of the channel, or of none, under which the lines of `sample` cost least.

    First comes what each channel leaves unexplained of the runs as such; of those that read all runs alike,
    the cheapest stays.  Those that are left are compared by what their readings cost in their places, without
    the quotations that stand open before them and without words, and, if letters were lost, with both.
    """
    members = _members(lattices)
    places = Counter([(run, place) for line in sample for _, run, place in line.spots(members)])
    runs: Counter[str] = Counter()
    for (run, _), times in places.items():
        runs[run] += times
    rivals = _alike_but_cheapest(lattices, runs, _foreign(sample, members))
    if len(rivals) == 1:
        return rivals[0][1]
    telling = _telling(runs, [lattice for _, lattice in rivals])
    told = {spot: times for spot, times in places.items() if spot[0] in telling}
    in_place, lettered = _costs_in_place(rivals, told)
    ranked = _within(NEAR, in_place)
    if len(ranked) > 1 and lettered:
        telling = _telling(telling, ranked)
        sample = [line for line in sample if _tells(line, telling, ranked)]
        ranked = _within(0.0, _costs_with_words(sample, ranked, document, runs))
    return ranked[0]


def _foreign(sample: list[Line], members: frozenset[str]) -> dict[str, int]:
    """Count the characters beyond ASCII that are no members of runs."""
    foreign = frozenset().union(*[line.foreign for line in sample]) - members
    return {char: sum([line.text.count(char) for line in sample]) for char in foreign}


def _telling(runs: Iterable[str], lattices: list[Lattice]) -> set[str]:
    """Return the runs that are not the same to all channels."""
    return {run for run in runs if len({lattice.cuts(run) for lattice in lattices}) > 1}


def _tells(line: Line, telling: set[str], lattices: list[Lattice]) -> bool:
    """Tell whether a line may cost one channel more than another, with `telling` runs where it matters.

    Most marks that one channel knows and another does not are out of the question in their places.
    """
    if not any(run in line.text for run in telling):
        return False
    first, *others = lattices
    spots = line.spots(first.members)
    return any(
        line.spots(other.members) != spots
        or any(not first.step(run, place).costs_as(other.step(run, place)) for _, run, place in spots)
        for other in others
    )


def _within(limit: float, costs: list[tuple[float, Lattice]]) -> list[Lattice]:
    """Return those that cost no more than the cheapest and `limit`, cheapest first, FINAL at the most."""
    costs.sort(key=lambda pair: pair[0])
    return [lattice for cost, lattice in costs if cost <= costs[0][0] + limit][:FINAL]


def _alike_but_cheapest(
    lattices: list[Lattice], runs: Mapping[str, int], foreign: Mapping[str, int]
) -> list[tuple[float, Lattice]]:
    """Return the price of each channel and its lattice, but for those that the runs speak against."""
    explained: dict[tuple[Cuts, ...], tuple[float, float, Lattice]] = {}
    for lattice in lattices:
        price = _price(lattice.channel, foreign)
        cuts = [lattice.cuts(run) for run in runs]
        cost = price + sum([found.cost * times for found, times in zip(cuts, runs.values(), strict=True)])
        alike = tuple(cuts)
        if alike not in explained or cost < explained[alike][0]:
            explained[alike] = cost, price, lattice
    # What loses nothing explains every character by another: only places can tell.
    limit = BEHIND + min(
        cost for cost, _, lattice in explained.values() if not (lattice.channel and lattice.channel.lossless)
    )
    return [(price, lattice) for cost, price, lattice in explained.values() if cost <= limit]


def _costs_in_place(
    rivals: list[tuple[float, Lattice]], places: Mapping[tuple[str, Place], int]
) -> tuple[list[tuple[float, Lattice]], bool]:
    """Return what all runs cost at least under each rival, in nats, and whether any is read as a letter then.

    The sum of a rival that has fallen too far behind, or behind FINAL others, is not finished.
    """
    found: list[tuple[float, Lattice]] = []
    lettered = False
    most = inf
    for price, lattice in rivals:
        total = price
        for (run, place), times in places.items():
            cost, letter = lattice.step(run, place).least()
            total += times * cost
            lettered = lettered or letter
            if total > most and lettered:
                break
        found.append((total, lattice))
        best = sorted([cost for cost, _ in found])[:FINAL]
        most = min([best[0] + NEAR, *best[FINAL - 1 :]])
    return found, lettered


def _price(channel: Channel | None, foreign: Mapping[str, int]) -> float:
    """Return what it costs to believe in a channel that characters outside of all runs have survived."""
    if channel is None:
        return 0.0
    survivors = sum([times for char, times in foreign.items() if image(channel.legs, char) != char])
    return channel.price + min(SURVIVORS, SURVIVOR * survivors)


def _members(lattices: list[Lattice]) -> frozenset[str]:
    return frozenset().union(*[lattice.members for lattice in lattices])


def _sample(lines: list[str], lattices: list[Lattice]) -> list[Line]:
    """Return the first lines that hold any member of a run, of about SAMPLE characters together."""
    members = _members(lattices)
    sample = []
    size = 0
    for text in lines:
        line = Line(text[:LONGEST_LINE], lattices[0].language)
        if not members.isdisjoint(line.foreign):
            sample.append(line)
            size += len(line.text)
            if size > SAMPLE:
                break
    return sample


def _costs_with_words(
    sample: list[Line], ranked: list[Lattice], document: words.Document, runs: Iterable[str]
) -> list[tuple[float, Lattice]]:
    """Return what the lines of `sample` cost, in nats, under lattices, the likeliest so far first.

    Unless that one leaves letters in doubt, those are left out that can explain nothing else.
    """
    first, *others = ranked
    letters = _letters(first, document)
    costs = [(_cost_with_words(sample, first, letters), first)]
    if letters and not letters.doubtful:
        others = [lattice for lattice in others if not _is_part(lattice, first, runs)]
    return costs + [(_cost_with_words(sample, each, _letters(each, document)), each) for each in others]


def _is_part(lattice: Lattice, likeliest: Lattice, runs: Iterable[str]) -> bool:
    """Tell whether a lattice can explain nothing of `runs` that the likeliest cannot, at no higher price."""
    if _believed(lattice) < _believed(likeliest) or not lattice.is_part_of(
        likeliest, frozenset().union(*runs)
    ):
        return False
    return all(likeliest.cuts(run).cost <= lattice.cuts(run).cost for run in runs)


def _believed(lattice: Lattice) -> float:
    return lattice.channel.price if lattice.channel else 0.0


def _letters(lattice: Lattice, document: words.Document) -> Letters | None:
    return Letters(lattice.channel, document) if lattice.channel else None


def _cost_with_words(sample: list[Line], lattice: Lattice, letters: Letters | None) -> float:
    total = _believed(lattice)
    texts = [line.text for line in sample]
    for number, line in enumerate(sample):
        total += lattice.cost(line, texts[number + 1 : number + AHEAD], letters)
    return total
