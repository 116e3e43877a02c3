"""What the lines of a document were before: the channel that they elect, undone line by line."""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from io import StringIO

from newsclean.edits import Damage, Edit, compare
from newsclean.mojibake.lossy import proof, words
from newsclean.mojibake.lossy.candidates import TELLING, joints, shortlist
from newsclean.mojibake.lossy.channels import Channel, Corrupt, sender
from newsclean.mojibake.lossy.election import SAMPLE, elect, first_lines
from newsclean.mojibake.lossy.items import Item
from newsclean.mojibake.lossy.lattice import Lattice
from newsclean.mojibake.lossy.line import Line
from newsclean.mojibake.lossy.signs import Names
from newsclean.mojibake.lossy.spelling import Letters

MARKS = frozenset(TELLING)
FEW_QUOTES = 3  # straight ones that an article of typographic ones may hold


def repair(lines: list[str], voters: list[str]) -> tuple[list[str], list[Edit], list[Damage]]:
    """Undo the channel that explains the broken runs of `lines`, as those of them tell that are `voters`.

    Returns as many lines, the edits, and the runs that the channel explains and nothing decides.
    """
    candidates = shortlist("".join(voters))
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
    candidates = [channel for channel in shortlist(text) if channel.bare]
    # What else stands for lost marks there may be lost emoji: of 516 articles one has six such.
    joined = {bare for bare in {channel.bare for channel in candidates} if joints(bare, text)}
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
    if all(channel.lossless for channel in candidates):  # none of which is undone here
        return lines, [], []
    text = "".join(lines)
    document = words.read(text[:SAMPLE])
    sign = _currency(text[:SAMPLE], document)
    straight = text.count('"') > FEW_QUOTES
    del text  # which takes as much memory as the lines
    lattices = [lattice_of(channel, document.own, straight) for channel in (None, *candidates)]
    sample = first_lines(voters, lattices)
    letters_of = cache(lambda lattice: Letters(lattice.channel, document) if lattice.channel else None)
    lattice = elect(sample, lattices, letters_of)
    channel = lattice.channel
    if channel is None or channel.lossless:
        return lines, [], []
    send = sender(channel.legs)
    known = {line.text: line for line in sample}
    names = Names(channel, lattice.language)
    restored, damages = [], []
    for number, text in enumerate(lines):
        line = known.get(text) or Line(lines, number, lattice.language)
        if lattice.spares(line):
            restored.append(text)
            continue
        letters = letters_of(lattice)
        items = proof.proven(lattice.decode(line, letters).items, text, channel, sign, letters)
        names.see(number, text, items)
        restored.append(_rewrite(text, items, send))
        damages += [Damage(number + 1, item.image) for _, item in items if item.unread]
    for number, items in names.signed():
        restored[number] = _rewrite(lines[number], items, send)
    return restored, compare(lines, restored, f"mojibake:{channel.name}"), damages


def _currency(text: str, document: words.Document) -> Callable[[], str]:
    """Return what tells the currency of a document: its words are looked through once, if at all."""
    return cache(lambda: proof.currency(text) if "en" in document.own else "€")


@lru_cache(128)
def lattice_of(channel: Channel | None, own: frozenset[str], straight: bool) -> Lattice:
    """Return the lattice of a channel, with what it has worked out so far."""
    return Lattice(channel, own, straight)


def _rewrite(line: str, reading: list[tuple[int, Item]], send: Corrupt) -> str:
    """Put the originals in place of their images, run by run, if the channel does `send` these as those."""
    restored = StringIO()  # a list of the parts takes thrice the memory
    at = 0
    for start, end, original in _runs(reading):
        damaged = line[start:end]
        restored.write(line[at:start])
        restored.write(original if send(original) == damaged else damaged)
        at = end
    restored.write(line[at:])
    return restored.getvalue()


def _runs(reading: list[tuple[int, Item]]) -> Iterator[tuple[int, int, str]]:
    """Yield the start and the end of each row of damaged items that stand side by side, and the originals."""
    start = at = 0
    original = ""
    for end, (image, restored, *_) in reading:
        if restored == image:
            continue
        first = end - len(image)
        if original and first == at:
            original += restored
        else:
            if original:
                yield start, at, original
            start, original = first, restored
        at = end
    if original:
        yield start, at, original
