"""Which channels a document went through, and what its lines were before."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from newsclean.edits import Damage, Edit, compare
from newsclean.mojibake import words
from newsclean.mojibake.channels import LOST, Channel, channels, image
from newsclean.mojibake.context import PREFIX, SUFFIX, is_contraction
from newsclean.mojibake.decoding import KNOWN, REACH, SURVIVOR, Item, Lattice, odd

PROBES = "“”‘’–—…•éüя"  # what distinguishes one channel from another
TELLING = "“”‘’–—…"
SHORTLIST = 8
FINAL = 3  # channels that are compared once more with the words that they would restore
# Channels are compared in this many characters, of this many in a line.
SAMPLE = 6_000
LONGEST = 2_000
SURVIVORS = 30.0  # the most that intact marks and letters speak against a channel, in nats
BEHIND = 60.0  # a channel that costs so much more than the best after some lines is given up
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
        reading = [(end, _proven(item, line, end, channel)) for end, item in reading]
        restored.append(_rewrite(line, reading, channel))
        damages += [Damage(number + 1, item.image) for _, item in reading if item.unread]
    return restored, compare(lines, restored, f"mojibake:{channel.name}"), damages


def _proven(item: Item, line: str, end: int, channel: Channel) -> Item:
    """Leave what nothing but a row of lost marks tells.

    That is a letter that no word confirms, as in `What??`, and, under a bare channel, an apostrophe inside
    a word that is no contraction: `M?ller` lost a letter.
    """
    if item.original == item.image or not set(item.image) <= {"?", "¿", "\ufffd"}:
        return item
    start = end - len(item.image)
    if item.role == "l":
        proven = item.cost <= KNOWN
    elif item.role == "a" and channel.bare:
        inside = line[max(0, start - 1) : start].isalpha() and line[end : end + 1].isalpha()
        left, right = line[max(0, start - REACH) : start], line[end : end + REACH]
        proven = not inside or is_contraction(left, right)
    else:
        proven = True
    return item if proven else Item(item.image, item.image, "l", item.cost)


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


class Suspect(NamedTuple):
    """A channel, its place among all, and what it makes of the telling marks."""

    channel: Channel
    place: int
    telling: frozenset[str]


def _shortlist(text: str) -> list[Channel]:
    """Name the channels whose images stand in `text`, those that explain most of it first."""
    suspects = _suspects("".join([lost for lost in (*LOST, "ï¿½") if lost in text]))
    chars = set(text)
    counts = {damaged: text.count(damaged) for damaged in suspects if chars.issuperset(damaged)}
    seen = {suspect for damaged, count in counts.items() if count for suspect in suspects[damaged]}
    marks = [mark for mark in TELLING if mark in text]
    proofs = {bare: _is_proven(bare, text) for bare in {suspect.channel.bare for suspect in seen} if bare}
    found: list[tuple[float, int, Channel]] = []
    for channel, place, telling in seen:
        covered = sum([_covered(damaged, telling, counts) for damaged in telling if counts.get(damaged)])
        intact = channel.bare and any(image(channel.legs, mark) != mark for mark in marks)
        if covered and not intact and proofs.get(channel.bare, True):
            found.append((channel.price - covered * 2, place, channel))
    ranked = [channel for *_, channel in sorted(found)]
    # The marks under another damage have survived a bare channel: it is judged when they are restored.
    # A single letter proves no other damage: í is at home in Spanish.
    if any(_is_seen(channel, counts) for channel in ranked if not channel.bare):
        ranked = [channel for channel in ranked if not channel.bare]
    return ranked[:SHORTLIST]


@cache
def _suspects(losses: str) -> dict[str, list[Suspect]]:
    """Return each telling image of the channels that lose characters to `losses`, with these channels.

    Of channels that leave the same images behind only the cheapest is named.
    """
    cheapest: dict[tuple[str, ...], Channel] = {}
    for channel in channels(losses):
        images = tuple([image(channel.legs, probe) for probe in PROBES])
        if images not in cheapest or channel.price < cheapest[images].price:
            cheapest[images] = channel
    suspects: dict[str, list[Suspect]] = {}
    for place, (images, channel) in enumerate(cheapest.items()):
        telling = frozenset(images[: len(TELLING)]) - {"", *TELLING}
        for damaged in telling:
            suspects.setdefault(damaged, []).append(Suspect(channel, place, telling))
    return suspects


def _is_seen(channel: Channel, counts: dict[str, int]) -> bool:
    """Tell whether an image stands in the text that is no mere letter."""
    images = {image(channel.legs, mark) for mark in TELLING} & counts.keys()
    return any(counts[damaged] and not damaged.isalpha() for damaged in images)


def _covered(damaged: str, telling: frozenset[str], counts: dict[str, int]) -> int:
    """Return how many characters one image explains where no longer image of the channel does."""
    longer = sum(
        counts[other]
        for other in telling
        if other != damaged and other.startswith(damaged) and other in counts
    )
    return max(counts[damaged] - longer, 0) * len(damaged)


def _is_proven(bare: str, text: str) -> bool:
    """Tell whether what a bare channel leaves behind is more than ordinary question marks."""
    lost = re.escape(bare)
    runs = re.finditer(rf"(?<=[^\W\d_]){lost}(?=[^\W\d_])", text)
    inside = sum(1 for run in runs if _joins(text, *run.span()))
    before = len(re.findall(rf"(?:^|(?<=[\s(])){lost}[^\W\d_]", text, re.MULTILINE))
    behind = len(re.findall(rf"[,.]{lost}(?=\s|$)", text))
    return inside + before + behind > 1 and bool(inside or before > 1 or (before and behind))


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
    ranked = _race([Bid(lattice) for lattice in lattices], sample)
    if len(ranked) > 1:
        ranked = _race([Bid(Lattice(bid.lattice.channel, document)) for bid in ranked[:FINAL]], sample)
    return ranked[0].lattice.channel


class Bid:
    """What the lines read so far cost under one channel."""

    def __init__(self, lattice: Lattice) -> None:
        """Begin with the price of the channel."""
        self.lattice = lattice
        self.cost = lattice.channel.price if lattice.channel else 0.0
        self.survivors = 0.0
        self.spared = 0.0  # what words may yet save

    @property
    def total(self) -> float:
        """The cost, in nats."""
        return self.cost + min(self.survivors, SURVIVORS)

    def read(self, lines: list[str], number: int) -> None:
        """Add what one of the lines costs."""
        lattice, line = self.lattice, lines[number]
        cost, reading = lattice.decode(line, _unfinished(lattice, lines, number))
        self.cost += cost
        self.spared += sum([item.cost - KNOWN for _, item in reading if item.role == "l"])
        if line.isascii():
            return
        for char in FOREIGN.finditer(lattice.runs.sub(lambda run: " " * len(run[0]), line)):
            at = char.start()
            self.cost += odd(char[0], line[at - 1 : at] if at else "", line[at + 1 : at + 2])
            if lattice.channel and image(lattice.channel.legs, char[0]) != char[0]:
                self.survivors += SURVIVOR


def _race(bids: list[Bid], lines: list[str]) -> list[Bid]:
    """Read `lines` under all channels, give up those that fall behind, return the others, cheapest first."""
    for number in range(len(lines)):
        for bid in bids:
            bid.read(lines, number)
        least = min(bid.total for bid in bids)
        bids = [bid for bid in bids if bid.total - bid.spared < least + BEHIND]
        if len(bids) == 1:
            break
    return sorted(bids, key=lambda bid: bid.total)


FOREIGN = re.compile(r"[^\x00-\x7f]")
