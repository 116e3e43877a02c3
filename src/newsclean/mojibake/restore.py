"""Which channels a document went through, and what its lines were before."""

import re

from newsclean.edits import Edit, compare
from newsclean.mojibake.channels import Channel, channels, image
from newsclean.mojibake.context import PREFIX, SUFFIX
from newsclean.mojibake.decoding import SURVIVOR, Item, Lattice, odd
from newsclean.mojibake.marks import straighten

PROBES = "“”‘’–—…•éüя"  # what distinguishes one channel from another
TELLING = "“”‘’–—…"
SHORTLIST = 8
# Channels are compared in this many characters, of this many in a line.
SAMPLE = 6_000
LONGEST = 2_000
SURVIVORS = 30.0  # the most that intact marks and letters speak against a channel, in nats
OPEN = 2.5  # a quotation that a paragraph leaves open
CONTINUED = 0.3  # the same, where the next paragraph opens one


def repair(lines: list[str], straight: bool) -> tuple[list[str], list[Edit]]:
    """Undo the channel that explains the broken runs of `lines`; return as many lines, and the edits.

    `straight` says that restored quotation marks and apostrophes are to be straight.
    """
    candidates = _shortlist("".join(lines))
    lattice = _elect(lines, candidates) if candidates else None
    if lattice is None or lattice.channels[0].lossless:
        return lines, []
    restored = []
    for number, line in enumerate(lines):
        _, reading = lattice.decode(line, _unfinished(lattice, lines, number))
        restored.append(_rewrite(line, reading, straight))
    return restored, compare(lines, restored, f"mojibake:{lattice.channels[0].name}")


def _unfinished(lattice: Lattice, lines: list[str], number: int) -> float:
    following = next((line for line in lines[number + 1 : number + 4] if not line.isspace()), "")
    return CONTINUED if lattice.runs.match(following) else OPEN


def _rewrite(line: str, reading: list[tuple[int, Item]], straight: bool) -> str:
    parts, at = [], 0
    for end, item in reading:
        parts.append(line[at : end - len(item.image)])
        original = item.image if item.role == "l" else item.original
        parts.append(straighten(original) if straight and original != item.image else original)
        at = end
    return "".join(parts) + line[at:]


def _shortlist(text: str) -> list[Channel]:
    """Name the channels whose images stand in `text`, those that explain most of it first."""
    counts: dict[str, int] = {}
    found: dict[tuple[str, ...], tuple[float, Channel]] = {}
    for channel in channels(text):
        images = tuple([image(channel.legs, probe) for probe in PROBES])
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
    if not all(channel.bare for channel in ranked):
        ranked = [channel for channel in ranked if not channel.bare]
    return ranked[:SHORTLIST]


def _covered(damaged: str, telling: set[str], counts: dict[str, int]) -> int:
    """Return how many characters one image explains where no longer image of the channel does."""
    longer = sum(counts[other] for other in telling if other != damaged and other.startswith(damaged))
    return max(counts[damaged] - longer, 0) * len(damaged)


def _is_unproven(channel: Channel, text: str) -> bool:
    """Tell whether what a bare channel leaves behind may be ordinary question marks."""
    if any(mark in text and image(channel.legs, mark) != mark for mark in TELLING):
        return True
    lost = re.escape(image(channel.legs, "’"))
    inside = sum(1 for run in re.finditer(rf"(?<=[^\W\d_]){lost}(?=[^\W\d_])", text) if _joins(text, run))
    before = len(re.findall(rf"(?:^|(?<=[\s(])){lost}[^\W\d_]", text, re.MULTILINE))
    behind = len(re.findall(rf"[,.]{lost}(?=\s|$)", text))
    return inside + before + behind < 2 or not (inside or (before and behind))


def _joins(text: str, run: re.Match[str]) -> bool:
    """Tell whether an apostrophe in place of `run` would make a contraction or a possessive."""
    before, after = text[max(0, run.start() - 12) : run.start()], text[run.end() : run.end() + 12]
    return SUFFIX.match(after) is not None or PREFIX.search(before) is not None


def _elect(lines: list[str], candidates: list[Channel]) -> Lattice | None:
    """Return the lattice of the channels under which `lines` cost least, None if damage is no explanation."""
    everything = Lattice(tuple(candidates))
    sample: list[str] = []
    size = 0
    for line in lines:
        if everything.runs.search(line):
            sample.append(line[:LONGEST])
            size += len(sample[-1])
            if size > SAMPLE:
                break
    best, least = None, _cost(Lattice(()), sample)
    for channel in candidates:
        lattice = Lattice((channel,))
        cost = _cost(lattice, sample)
        if cost < least:
            best, least = lattice, cost
    return best


FOREIGN = re.compile(r"[^\x00-\x7f]")


def _cost(lattice: Lattice, lines: list[str]) -> float:
    """Return what `lines` cost under the channels of `lattice`."""
    total = sum(channel.price for channel in lattice.channels)
    survivors = 0.0
    for number, line in enumerate(lines):
        total += lattice.decode(line, _unfinished(lattice, lines, number))[0]
        for char in FOREIGN.finditer(lattice.runs.sub(lambda run: " " * len(run[0]), line)):
            at = char.start()
            total += odd(char[0], line[at - 1 : at] if at else "", line[at + 1 : at + 2])
            survivors += SURVIVOR * any(image(c.legs, char[0]) != char[0] for c in lattice.channels)
    return total + min(survivors, SURVIVORS)
