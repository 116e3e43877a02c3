"""What the lines of a document were before: the channel that they elect, undone line by line."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from io import StringIO

from newsclean.edits import Damage, Edit, compare
from newsclean.mojibake.lossy import proof, words
from newsclean.mojibake.lossy.candidates import TELLING, joints, shortlist
from newsclean.mojibake.lossy.channels import Channel, sender
from newsclean.mojibake.lossy.election import SAMPLE, elect, first_lines
from newsclean.mojibake.lossy.items import Item
from newsclean.mojibake.lossy.lattice import Lattice
from newsclean.mojibake.lossy.line import Line, LineReading
from newsclean.mojibake.lossy.signs import Names
from newsclean.mojibake.lossy.spelling import Letters
from newsclean.mojibake.lossy.style import in_style, quoting

MARKS = frozenset(TELLING)
# Opening marks of one style, and what closes: without the others they prove no loss.  `?Homo erectus` is in
# doubt, and so is what stands at the end of lines that open with a straight mark.
ONE_SIDED = (frozenset("“‘"), frozenset("„‚"), frozenset("«‹"), frozenset("”"))
# What stands for a lost character, a line too short to tell, and the share of its characters that are lost or
# beyond ASCII where it cannot be read.
LOST = "?\ufffd¿"
SHORT, FOREIGN = 16, 0.75
FEW_QUOTES = 3  # straight ones that an article of typographic ones may hold


# Lines, edits and what nothing decides, as `repair` returns them.
Repaired = tuple[list[str], list[Edit], list[Damage]]


def repair(lines: list[str], voters: list[str], untouched: bool = True) -> Repaired:
    """Undo the channel that explains the broken runs of `lines`, as those of them tell that are `voters`.

    `untouched` says that no channel has been undone in them yet.  Returns as many lines, the edits, and the
    runs that nothing decides.
    """
    hopeless = [Damage(number, word) for number, line in enumerate(lines, 1) if (word := _hopeless(line))]
    if not hopeless:
        return _repair_readable(lines, voters, untouched)
    beyond = {damage.line for damage in hopeless}
    readable = [number for number in range(1, len(lines) + 1) if number not in beyond]
    voters = [line for line in voters if not _hopeless(line)]
    lines, edits, damages = _among(lines, readable, lambda lines: _repair_readable(lines, voters, untouched))
    return lines, edits, [*damages, *hopeless]


def _hopeless(line: str) -> str:
    """Return a word of a line that has lost too much to be read, or nothing.

    That is another script than Latin, of which a channel has left pieces that look like marks: under ten
    channels a third of each such line and more was lost, and eight in ten characters were lost or damaged; of
    lines in Latin letters, Czech ones too, six in ten at most.
    """
    if sum(map(line.count, LOST)) * 3 < len(line):
        return ""
    whole = len(line) - line.count(" ")
    foreign = len(line) - len(line.encode("ascii", "ignore"))
    if len(line) <= SHORT or foreign + line.count("?") <= FOREIGN * whole:
        return ""
    return next((word for word in line.split() if not set(LOST).isdisjoint(word)), "")


def _among(lines: list[str], numbers: list[int], repair: Callable[[list[str]], Repaired]) -> Repaired:
    """Return what `repair` makes of the lines with these numbers as if there were no others."""
    repaired, edits, damages = repair([lines[number - 1] for number in numbers])
    restored = dict(zip(numbers, repaired, strict=True))
    return (
        [restored.get(number, line) for number, line in enumerate(lines, 1)],
        [edit._replace(line=numbers[edit.line - 1]) for edit in edits],
        [damage._replace(line=numbers[damage.line - 1]) for damage in damages],
    )


def _repair_readable(lines: list[str], voters: list[str], untouched: bool) -> Repaired:
    candidates = shortlist("".join(voters), untouched)
    if all(channel.bare or channel.lossless for channel in candidates):
        restored = _repair_unmarked(lines, voters)
        if restored[1]:
            return restored
    return _repair(lines, voters, candidates)


def _repair_unmarked(lines: list[str], voters: list[str]) -> Repaired:
    """Undo a bare channel in the lines without marks: those with intact ones have not been through it."""
    numbers = [number for number, line in enumerate(lines, 1) if MARKS.isdisjoint(line)]
    voters = [line for line in voters if MARKS.isdisjoint(line)]
    text = "".join(voters)
    candidates = [channel for channel in shortlist(text) if channel.bare]
    # What else stands for lost marks there may be lost emoji: of 516 articles one has six such.
    joined = {bare for bare in {channel.bare for channel in candidates} if joints(bare, text)}
    candidates = [channel for channel in candidates if channel.bare in joined]
    return _among(lines, numbers, lambda lines: _repair(lines, voters, candidates))


def _repair(lines: list[str], voters: list[str], candidates: list[Channel]) -> Repaired:
    if all(channel.lossless for channel in candidates):  # none of which is undone here
        return lines, [], []
    text = "".join(lines)
    document = words.read(text[:SAMPLE])
    sign = _currency(text[:SAMPLE], document)
    straight = text.count('"') > FEW_QUOTES
    del text  # which takes as much memory as the lines
    lattices = [lattice_of(channel, document.own, straight) for channel in (None, *candidates)]
    members = frozenset().union(*[lattice.members for lattice in lattices])
    sample = first_lines(voters, members, lattices[0].language)
    letters_of = cache(lambda lattice: Letters(lattice.channel, document) if lattice.channel else None)
    lattice = elect(sample, lattices, members, letters_of)
    channel = lattice.channel
    if channel is None or channel.lossless:
        return lines, [], []
    styles = [lattice_of(channel, document.own, straight, roles) for roles in quoting(lattice, sample)]
    if styles:
        lattice = in_style([lattice, *styles], sample)
    known = {line.text: line for line in sample}
    writer = _Writer(lattice, channel, letters_of(lattice), sign)
    restored = []
    for number, text in enumerate(lines):
        line = known.get(text) or Line(lines, number, lattice.language)
        restored.append(text if lattice.spares(line) else writer.restored(number, line))
    for number, text in writer.signed(lines):
        restored[number] = text
    edits = compare(lines, restored, f"mojibake:{channel.name}")
    if channel.bare and all(map(_is_one_sided, edits)):
        return lines, [], writer.damages
    return restored, edits, writer.damages


def _is_one_sided(edit: Edit) -> bool:
    """Tell whether a line would get marks of one side alone: an author may have set what stands there."""
    made = set(Counter(edit.after) - Counter(edit.before))
    return any(made <= marks for marks in ONE_SIDED)


def _currency(text: str, document: words.Document) -> Callable[[], str]:
    """Return what tells the currency of a document: its words are looked through once, if at all."""
    return cache(lambda: proof.currency(text) if "en" in document.own else "€")


@lru_cache(128)
def lattice_of(channel: Channel | None, own: frozenset[str], straight: bool, english: str = "") -> Lattice:
    """Return the lattice of a channel, with what it has worked out so far."""
    return Lattice(channel, own, straight, english)


class _Writer:
    """Puts originals in place of what a channel has left of them; `damages` is what stays as it stands."""

    def __init__(
        self, lattice: Lattice, channel: Channel, letters: Letters | None, sign: Callable[[], str]
    ) -> None:
        """`lattice` is that of the channel; `letters` looks letters up, `sign` tells the currency."""
        self.damages: list[Damage] = []
        self._lattice = lattice
        self._letters = letters
        self._proof = proof.Proof(channel, sign, letters)
        self._send = sender(channel.legs)
        self._names = Names(channel, lattice.language)

    def restored(self, number: int, line: Line) -> str:
        """Return a line, whose number counts from 0, as it was."""
        decoded = self._lattice.decode(line, self._letters)
        if self._names and any(map(self._names.concern, decoded.readings())):
            items = self._proven(number, line.text, decoded.items())
            self._names.see(number, line.text, items)
            return _rewrite(line.text, self._rows(line.text, items))
        return _rewrite(line.text, self._runs(number, line.text, decoded))

    def _runs(self, number: int, line: str, decoded: LineReading) -> Iterator[tuple[int, int, str]]:
        """Yield the start and the end of what is put back in a line, and the originals."""
        for start, reading in decoded.runs:
            original = proof.settled(reading)
            end = start + reading.items[-1][0]
            # A channel to which characters side by side are one may make something else of them.
            if original is not None and (len(reading.items) == 1 or self._send(original) == line[start:end]):
                yield start, end, original
            else:
                yield from self._rows(line, self._proven(number, line, decoded.items_of(start, reading)))

    def _proven(self, number: int, line: str, items: list[tuple[int, Item]]) -> list[tuple[int, Item]]:
        items = self._proof.proven(items, line)
        self.damages += [Damage(number + 1, item.image) for _, item in items if item.unread]
        return items

    def _rows(self, line: str, items: list[tuple[int, Item]]) -> Iterator[tuple[int, int, str]]:
        """Yield the same of items, row by row, where the channel does send originals as what stands there."""
        for start, end, original in _rows(items):
            if self._send(original) == line[start:end]:
                yield start, end, original

    def signed(self, lines: list[str]) -> Iterator[tuple[int, str]]:
        """Yield the lines with names that bore signs, by number, as they were."""
        for number, items in self._names.signed():
            yield number, _rewrite(lines[number], self._rows(lines[number], items))


def _rewrite(line: str, originals: Iterable[tuple[int, int, str]]) -> str:
    """Put originals in place of what stands from a start to an end in a line."""
    restored = StringIO()  # a list of the parts takes thrice the memory
    at = 0
    for start, end, original in originals:
        restored.write(line[at:start])
        restored.write(original)
        at = end
    restored.write(line[at:])
    return restored.getvalue()


def _rows(reading: list[tuple[int, Item]]) -> Iterator[tuple[int, int, str]]:
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
