"""Which channels a document went through, and what its lines were before."""

import re
from collections.abc import Iterator
from functools import cache

from newsclean.edits import Damage, Edit, compare
from newsclean.mojibake import words
from newsclean.mojibake.channels import Channel, Leg, channels, image
from newsclean.mojibake.context import PREFIX, SUFFIX, is_contraction
from newsclean.mojibake.decoding import REACH, SURVIVOR, Item, Lattice, odd

PROBES = "“”‘’–—…•éüя"  # what distinguishes one channel from another
TELLING = "“”‘’–—…"
SHORTLIST = 8
FINAL = 3  # channels that are compared once more with the words that they would restore
# Channels are compared in this many characters, of this many in a line.
SAMPLE = 6_000
LONGEST = 2_000
SURVIVORS = 30.0  # the most that intact marks and letters speak against a channel, in nats
OPEN = 2.5  # a quotation that a paragraph leaves open
CONTINUED = 0.3  # the same, where the next paragraph opens one


def repair(lines: list[str]) -> tuple[list[str], list[Edit], list[Damage]]:
    """Undo the channel that explains the broken runs of `lines`.

    Returns as many lines, the edits, and the runs that the channel explains and nothing decides.
    """
    candidates = _shortlist("".join(lines))
    if not candidates:
        return lines, [], []
    document = words.read("".join(lines)[:SAMPLE])
    channel = _elect(lines, candidates, document)
    if channel is None or channel.lossless:
        return lines, [], []
    lattice = Lattice(channel, document)
    restored, damages = [], []
    for number, line in enumerate(lines):
        _, reading = lattice.decode(line, _unfinished(lattice, lines, number))
        if channel.bare:
            reading = [(end, _proven(item, line, end)) for end, item in reading]
        restored.append(_rewrite(line, reading, channel))
        damages += [Damage(number + 1, item.image) for _, item in reading if item.unread]
    return restored, compare(lines, restored, f"mojibake:{channel.name}"), damages


def _proven(item: Item, line: str, end: int) -> Item:
    """Leave what is read as an apostrophe inside a word that is no contraction: `M?ller` lost a letter."""
    start = end - len(item.image)
    inside = line[max(0, start - 1) : start].isalpha() and line[end : end + 1].isalpha()
    if item.role != "a" or item.original == item.image or not inside:
        return item
    if is_contraction(line[max(0, start - REACH) : start], line[end : end + REACH]):
        return item
    return Item(item.image, item.image, "l", item.cost)


def _unfinished(lattice: Lattice, lines: list[str], number: int) -> float:
    following = next((line for line in lines[number + 1 : number + 4] if not line.isspace()), "")
    return CONTINUED if lattice.runs.match(following) else OPEN


def _rewrite(line: str, reading: list[tuple[int, Item]], channel: Channel) -> str:
    """Put the originals in place of their images, run by run, if the channel makes these of those."""
    parts: list[str] = []
    at = 0
    for run in _runs(reading):
        start, end = run[0][0] - len(run[0][1].image), run[-1][0]
        damaged = line[start:end]
        original = "".join([item.original for _, item in run])
        if image(channel.legs, original) != damaged:
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


def _shortlist(text: str) -> list[Channel]:
    """Name the channels whose images stand in `text`, those that explain most of it first."""
    counts: dict[str, int] = {}
    found: dict[tuple[str, ...], tuple[float, Channel]] = {}
    for channel in channels(text):
        images = _probes(channel.legs)
        if images in found and found[images][1].price <= channel.price:
            continue
        telling = {damaged for damaged in images[: len(TELLING)] if damaged and damaged not in TELLING}
        for damaged in telling - counts.keys():
            counts[damaged] = text.count(damaged)
        covered = sum(_covered(damaged, telling, counts) for damaged in telling)
        if covered and not (channel.bare and _is_unproven(channel, text)):
            found[images] = (covered * 2 - channel.price, channel)
    ranked = [channel for _, channel in sorted(found.values(), key=lambda pair: -pair[0])]
    # The marks under another damage have survived a bare channel: it is judged when they are restored.
    # A single letter proves no other damage: í is at home in Spanish.
    if any(_is_seen(channel, counts) for channel in ranked if not channel.bare):
        ranked = [channel for channel in ranked if not channel.bare]
    return ranked[:SHORTLIST]


def _is_seen(channel: Channel, counts: dict[str, int]) -> bool:
    """Tell whether an image stands in the text that is no mere letter."""
    images = set(_probes(channel.legs)[: len(TELLING)]) & counts.keys()
    return any(counts[damaged] and not damaged.isalpha() for damaged in images)


@cache
def _probes(legs: tuple[Leg, ...]) -> tuple[str, ...]:
    return tuple([image(legs, probe) for probe in PROBES])


def _covered(damaged: str, telling: set[str], counts: dict[str, int]) -> int:
    """Return how many characters one image explains where no longer image of the channel does."""
    longer = sum(counts[other] for other in telling if other != damaged and other.startswith(damaged))
    return max(counts[damaged] - longer, 0) * len(damaged)


def _is_unproven(channel: Channel, text: str) -> bool:
    """Tell whether what a bare channel leaves behind may be ordinary question marks."""
    if any(mark in text and image(channel.legs, mark) != mark for mark in TELLING):
        return True
    lost = re.escape(channel.bare)
    runs = re.finditer(rf"(?<=[^\W\d_]){lost}(?=[^\W\d_])", text)
    inside = sum(1 for run in runs if _joins(text, *run.span()))
    before = len(re.findall(rf"(?:^|(?<=[\s(])){lost}[^\W\d_]", text, re.MULTILINE))
    behind = len(re.findall(rf"[,.]{lost}(?=\s|$)", text))
    return inside + before + behind < 2 or not (inside or before > 1 or (before and behind))


def _joins(text: str, start: int, end: int) -> bool:
    """Tell whether an apostrophe at `text[start:end]` would make a contraction or a possessive."""
    before, after = text[max(0, start - 12) : start], text[end : end + 12]
    return SUFFIX.match(after) is not None or PREFIX.search(before) is not None


def _elect(lines: list[str], candidates: list[Channel], document: words.Document) -> Channel | None:
    """Return the channel, or none, under which `lines` cost least."""
    lattices = [Lattice(channel, document, spelling=False) for channel in (None, *candidates)]
    sample: list[str] = []
    size = 0
    for line in lines:
        if any(lattice.runs.search(line) for lattice in lattices):
            sample.append(line[:LONGEST])
            size += len(sample[-1])
            if size > SAMPLE:
                break
    ranked = sorted(lattices, key=lambda lattice: _cost(lattice, sample))
    final = [Lattice(lattice.channel, document) for lattice in ranked[:FINAL]]
    return min(final, key=lambda lattice: _cost(lattice, sample)).channel


FOREIGN = re.compile(r"[^\x00-\x7f]")


def _cost(lattice: Lattice, lines: list[str]) -> float:
    """Return what `lines` cost under the channels of `lattice`."""
    channel = lattice.channel
    total = channel.price if channel else 0.0
    survivors = 0.0
    for number, line in enumerate(lines):
        total += lattice.decode(line, _unfinished(lattice, lines, number))[0]
        for char in FOREIGN.finditer(lattice.runs.sub(lambda run: " " * len(run[0]), line)):
            at = char.start()
            total += odd(char[0], line[at - 1 : at] if at else "", line[at + 1 : at + 2])
            if channel and image(channel.legs, char[0]) != char[0]:
                survivors += SURVIVOR
    return total + min(survivors, SURVIVORS)
