"""The lines of a document as they were: the channel that they elect is undone line by line."""

import re
from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain, compress, count, pairwise, repeat, starmap
from typing import NamedTuple

from newsclean.edits import NO_EDITS, Damage, Edits, compare
from newsclean.lines import Lines, in_parts
from newsclean.mojibake.lossy import currencies
from newsclean.mojibake.lossy.candidates import holds_marks, makes_marks, shortlist
from newsclean.mojibake.lossy.channels import LOST, Channel, sender
from newsclean.mojibake.lossy.election import SAMPLE, Election, first_lines
from newsclean.mojibake.lossy.lattice import Lattice
from newsclean.mojibake.lossy.letters import languages
from newsclean.mojibake.lossy.letters.spelling import Letters
from newsclean.mojibake.lossy.meant import may_touch_words, touches_words
from newsclean.mojibake.lossy.proof import Proof, settled
from newsclean.mojibake.lossy.runs.items import Placed
from newsclean.mojibake.lossy.runs.line import Line, is_plain
from newsclean.mojibake.lossy.signs import Names
from newsclean.mojibake.lossy.style import in_style, quoting

# If all marks that a line gets are of one of these sets, they prove no loss: opening marks of one style, or
# closing ones.  `?Homo erectus` is in doubt, and so is a mark at the end of a line that
# opens with a straight one.
ONE_SIDED = (frozenset("“‘"), frozenset("„‚"), frozenset("«‹"), frozenset("”"))
# `?uestlove`, `? and the Mysterians`: a mark that stands OFTEN times before one word, and before no other, is
# part of a name.
NAME = re.compile(r"(?<![^\W_])\? ?[^\W_]+")
OFTEN = 3
# Characters of a line that is too short to tell; and the share of lost and foreign characters above which a
# line cannot be read.
TOO_SHORT, FOREIGN = 16, 0.75
# If more than this share of lost characters stand where letters do (as apostrophes may), they were letters.
SHARE_OF_LETTERS = 0.3
FEW_QUOTES = 3  # straight quotation marks that an article with typographic ones may hold

# Lines, the channel that was undone in them, if any, and damage that nothing decides.
Restored = tuple[Lines, Channel | None, list[Damage]]


class Past(NamedTuple):
    """What is known of a text from before: what was undone in it, and what no channel has lost.

    `untouched` says that no mark was restored; `undone` are the channels that were undone already; `kept` are
    the letters that no channel has lost which leaves nothing of a letter.
    """

    untouched: bool
    undone: Sequence[Channel]
    kept: frozenset[str]


class _Ballot(NamedTuple):
    """An election: the candidates, the lines that elect one, and 1 for each line in which it is undone."""

    candidates: list[Channel]
    voters: Lines
    chosen: bytearray


class _Elected(NamedTuple):
    """A channel that was elected, with its lattice, the document's letters, and the lines read for that."""

    channel: Channel
    lattice: Lattice
    letters: Letters | None
    sample: list[Line]


def repair(lines: Lines, voters: Lines, past: Past) -> tuple[Lines, Edits, list[Damage], Channel | None]:
    """Undo one channel: return as many lines, the edits, the damage that nothing decides, and the channel.

    The lines of `voters` elect the channel; it is None if they elect none.
    """
    hopeless = _hopeless(lines, voters)
    readable = bytearray([True]) * len(lines)
    for damage in hopeless:
        readable[damage.line - 1] = False
    if hopeless:
        voters = Lines.joined(compress(voters, readable))
    damages: list[Damage] = []
    for ballot in _ballots(lines, voters, readable, past):
        restored, channel, damages = _undo(lines, ballot, past)
        if channel is not None:
            edits = compare(lines, restored, f"mojibake:{channel.name}")
            return restored, edits, damages + hopeless, channel
    return lines, NO_EDITS, damages + hopeless, None


def _hopeless(lines: Lines, voters: Lines) -> list[Damage]:
    """Return a damaged word of each line that has lost too much to be read."""
    lost = [char for char in LOST if lines.hold(char) or voters.hold(char)]
    return [
        Damage(number, word)
        for number, line in enumerate(lines, 1)
        if sum(map(line.count, lost)) * 3 >= len(line) and (word := _hopeless_word(line))
    ]


def _hopeless_word(line: str) -> str:
    """Return a damaged word of a line that has lost too much to be read, or "" if it has not.

    A third of the line or more is lost.  Such a line was in a script other than Latin, of which a channel has
    left pieces that look like marks.  Under ten channels, that much of each such line and more was lost, and
    eight in ten characters were lost or damaged; of lines in Latin letters, even Czech ones, six in ten at
    most.
    """
    whole = len(line) - _count(line, " ")
    foreign = len(line) - sum(len(part.encode("ascii", "ignore")) for part in in_parts(line))
    if len(line) <= TOO_SHORT or foreign + _count(line, "?") <= FOREIGN * whole:
        return ""
    every = chain.from_iterable(map(str.split, in_parts(line)))
    return next((word for word in every if not set(LOST).isdisjoint(word)), "")


def _count(line: str, char: str) -> int:
    return sum(part.count(char) for part in in_parts(line))


def _ballots(lines: Lines, voters: Lines, readable: bytearray, past: Past) -> Iterator[_Ballot]:
    """Yield the ballots that are held until one of them elects a channel."""
    candidates = _candidates(voters.text, past)
    if all(channel.bare or channel.lossless for channel in candidates) and not makes_marks(
        candidates, voters.text
    ):
        yield from _unmarked(lines, _Ballot(candidates, voters, readable), past)
    yield _Ballot(candidates, voters, readable)


def _unmarked(lines: Lines, ballot: _Ballot, past: Past) -> Iterator[_Ballot]:
    """Yield the ballot on bare channels of the lines without marks, if any: they would have broken marks."""
    candidates, voters, readable = ballot
    if holds_marks(voters.text):
        voters = Lines.joined(line for line in voters if not holds_marks(line))
    if not may_touch_words(voters.text):
        return
    if voters is not ballot.voters:
        candidates = _candidates(voters.text, past._replace(untouched=False))
    candidates = [channel for channel in candidates if channel.bare]
    # Apart from words the `?` may be lost emoji: of 516 articles one has six of these.
    joined = {bare for bare in {channel.bare for channel in candidates} if touches_words(bare, voters.text)}
    candidates = [channel for channel in candidates if channel.bare in joined]
    if candidates:
        chosen = (one and not holds_marks(line) for line, one in zip(lines, readable, strict=True))
        yield _Ballot(candidates, voters, bytearray(chosen))


def _candidates(text: str, past: Past) -> list[Channel]:
    """Return the channels that may have made the damage in a text, given those undone already.

    After one bare channel no other one with the same image is considered: what ASCII has made of `när`,
    `n?r`, is left by no word of the language in Latin-1.  The same holds for two that leave U+FFFD of
    everything.
    """
    lost = {_left(channel): channel for channel in past.undone if _left(channel)}
    likely = shortlist(text, past.untouched)
    return [channel for channel in likely if lost.get(_left(channel), channel) == channel]


def _left(channel: Channel) -> str:
    """Return what is left of a lost character if that says nothing of it, else an empty string."""
    return "\ufffd" if channel.blanks else channel.bare


def _undo(lines: Lines, ballot: _Ballot, past: Past) -> Restored:
    """Undo the channel that a ballot elects in the lines that it has chosen, as if there were no others."""
    if all(ballot.chosen):
        return _undo_in_all(lines, ballot, past)
    places = array("I", compress(count(), ballot.chosen))
    restored, channel, damages = _undo_in_all(lines.some(places), ballot, past)
    damages = [damage._replace(line=places[damage.line - 1] + 1) for damage in damages]
    if channel is None:
        return lines, None, damages
    return lines.replaced(ballot.chosen, iter(restored)), channel, damages


def _undo_in_all(lines: Lines, ballot: _Ballot, past: Past) -> Restored:
    if all(channel.lossless for channel in ballot.candidates):  # other stages undo these
        return lines, None, []
    head = lines.head(SAMPLE)
    document = languages.read(head)
    straight = sum(map(str.count, lines.parts(), repeat('"'))) > FEW_QUOTES
    elected = _elect(ballot, document, straight, past.kept)
    if elected is None:
        return lines, None, []
    channel = elected.channel
    if not document.listed and _left(channel) and _lost_letters(_left(channel), head):
        return lines, None, []  # nothing tells which of them were marks
    # A sign that stands there after a first repair was restored, and says nothing about the others.
    currency = _currency("" if past.undone else head, document)
    restored, damages = _write(lines, ballot.voters, elected, currency)
    if channel.bare and _is_meant(lines, restored):
        return lines, None, damages
    return restored, channel, damages


def _elect(
    ballot: _Ballot, document: languages.Document, straight: bool, kept: frozenset[str]
) -> _Elected | None:
    """Return what the voters elect, or None if that lost nothing: no channel, or one of other stages.

    `straight` says that the document's intact quotation marks are straight; for `kept` see `Past`.
    """

    @cache
    def letters_of(lattice: Lattice) -> Letters | None:
        # In an unlisted language, words that happen to look like listed ones prove no letter.
        if lattice.channel is None or not document.listed:
            return None
        return Letters(lattice.channel, document, kept)

    lattices = [lattice_of(channel, document.own, straight) for channel in (*ballot.candidates, None)]
    members = frozenset().union(*[lattice.members for lattice in lattices])
    sample = first_lines(ballot.voters.held or ballot.voters, members, lattices[0].language)
    lattice = Election(sample, lattices, members, letters_of).elected()
    channel = lattice.channel
    if channel is None or channel.lossless:
        return None
    styles = [lattice_of(channel, document.own, straight, roles) for roles in quoting(lattice, sample)]
    if styles:
        lattice = in_style([lattice, *styles], sample)
    return _Elected(channel, lattice, letters_of(lattice), sample)


def _write(
    lines: Lines, voters: Lines, elected: _Elected, currency: Callable[[str], str]
) -> tuple[Lines, list[Damage]]:
    """Return lines as they were before the elected channel, and the damage that nothing decides."""
    # Until a line is read to its end, its readings take several times the memory of the line.
    parts = lines.shortened()
    for whole in (voters, lines):  # both are read line by line from here on
        whole.pack()
    writer = _Writer(elected, currency)
    restored = writer.restored(parts, {line.text: line for line in elected.sample})
    if parts is lines:
        return restored, writer.damages
    return restored.regrouped(parts, lines), _of_lines(writer.damages, parts, lines)


def _lost_letters(bare: str, text: str) -> bool:
    """Tell whether so many lost characters stand within words, or at their end, that they were letters."""
    around = [*pairwise(text.split(bare))]
    lettered = sum(before[-1:].islower() and after.lstrip(" ")[:1].islower() for before, after in around)
    return lettered > SHARE_OF_LETTERS * len(around)


def _of_lines(damages: list[Damage], parts: Lines, lines: Lines) -> list[Damage]:
    """Return the damage in `parts` of lines by the numbers of the lines."""
    return [
        damage._replace(line=bisect_right(lines.starts, parts.starts[damage.line - 1])) for damage in damages
    ]


def _is_meant(lines: Lines, restored: Lines) -> bool:
    """Tell whether an author may have set everything that was taken for lost marks."""
    return all(starmap(_is_one_sided, _changed(lines, restored))) or _is_name(lines, restored)


def _changed(lines: Lines, restored: Lines) -> Iterator[tuple[Lines, Lines]]:
    """Yield each line that differs, before and after."""
    return ((lines.some([place]), restored.some([place])) for place in lines.differing(restored))


def _is_name(lines: Lines, restored: Lines) -> bool:
    """Tell whether all `?` that were restored stood before one and the same word."""
    names: Counter[str] = Counter()
    for before, after in _changed(lines, restored):
        names += _found(NAME, before) - _found(NAME, after)
        lost = _characters(before)["?"] - _characters(after)["?"]
        if len(names) != 1 or names.total() < lost:
            return False
    return names.total() >= OFTEN


def _found(pattern: re.Pattern[str], lines: Lines) -> Counter[str]:
    found: Counter[str] = Counter()
    for part in lines.parts():
        found.update(pattern.findall(part))
    return found


def _is_one_sided(before: Lines, after: Lines) -> bool:
    """Tell whether a line would get marks of one side only; then an author may have set what stands there."""
    made = set(_characters(after) - _characters(before))
    return any(made <= marks for marks in ONE_SIDED)


def _characters(lines: Lines) -> Counter[str]:
    found: Counter[str] = Counter()
    for part in lines.parts():
        found.update(part)
    return found


def _currency(text: str, document: languages.Document) -> Callable[[str], str]:
    """Return a function that finds the currency of a document; its words are counted once, if at all."""
    return cache(lambda lost: currencies.currency(text, document.own, lost))


@lru_cache(64)
def lattice_of(
    channel: Channel | None, own: frozenset[str], straight: bool, quoting_roles: frozenset[str] = frozenset()
) -> Lattice:
    """Return the lattice of a channel, cached with all that it has worked out."""
    return Lattice(channel, own, straight, quoting_roles)


class _Writer:
    """Puts originals in place of their images; `damages` collects what stays as it is."""

    def __init__(self, elected: _Elected, currency: Callable[[str], str]) -> None:
        """Take the channel that was elected, and what looks up the document's currency."""
        channel, lattice, letters, _ = elected
        self.damages: list[Damage] = []
        self._lattice = lattice
        self._letters = letters
        self._proof = Proof(channel, currency, letters)
        self._send = sender(channel.legs)
        self._names = Names(channel, lattice.language)

    def restored(self, lines: Lines, known: Mapping[str, Line]) -> Lines:
        """Return lines as they were; `known` has lines that were read for the election, by their text."""
        restored = Lines.joined(self._each(lines.held or lines, known))
        return Lines.joined(self._signed(lines, restored)) if self._names.bore_signs() else restored

    def _each(self, lines: Sequence[str], known: Mapping[str, Line]) -> Iterator[str]:
        language = self._lattice.language
        for number, text in enumerate(lines):
            if is_plain(text) or self._lattice.spares(
                line := known.get(text) or Line(lines, number, language)
            ):
                yield text
            else:
                yield self._restored(number, line)

    def _restored(self, number: int, line: Line) -> str:
        """Return a line as it was; `number` counts from 0."""
        text = line.text
        decoded = self._lattice.decode(line, self._letters)
        certain = []
        doubtful = []
        found = []  # start and end of each piece that is replaced, and its original
        for start, reading in decoded.runs:
            original = settled.original(start, reading, text)
            end = start + reading.items[-1][0]
            # A multibyte codec may make something else of several characters side by side.
            if original is not None and (len(reading.items) == 1 or self._send(original) == text[start:end]):
                certain.append((start, reading))
                found.append((start, end, original))
            else:
                doubtful += decoded.items_of(start, reading)
        read = dict(doubtful)
        if doubtful:
            doubtful = self._proven(number, text, doubtful, decoded.items())
            found += self._restored_rows(text, doubtful)
            found.sort()
        if self._names.possible and any(map(self._names.concern, decoded.readings())):
            # What touches a name as no mark does may be a sign.
            marks = ((end, read.get(end, item) if item.unread else item) for end, item in doubtful)
            items = chain(marks, *starmap(decoded.items_of, certain))
            self._names.see(number, text, sorted(items))
        return _rewrite(text, found)

    def _proven(self, number: int, line: str, items: list[Placed], every: Iterable[Placed]) -> list[Placed]:
        """Return items of a line as they are proven, and note damage that is not; `every` are all items."""
        items = self._proof.proven(items, line, every)
        self.damages += [Damage(number + 1, item.image) for _, item in items if item.unread]
        return items

    def _restored_rows(self, line: str, items: list[Placed]) -> Iterator[tuple[int, int, str]]:
        """Yield the rows of items whose originals the channel turns into what stands in the line."""
        for start, end, original in _rows(items):
            if self._send(original) == line[start:end]:
                yield start, end, original

    def _signed(self, lines: Lines, restored: Lines) -> Iterator[str]:
        """Yield the lines with signs put behind names; `restored` are the lines without."""
        for number, without in enumerate(restored):
            if self._names.stand_in(number):
                line = Line(lines, number, self._lattice.language)
                decoded = self._lattice.decode(line, self._letters)
                items = self._proof.proven([*decoded.items()], line.text, decoded.items())
                yield _rewrite(line.text, self._restored_rows(line.text, self._names.signed(number, items)))
            else:
                yield without


def _rewrite(line: str, originals: Iterable[tuple[int, int, str]]) -> str:
    """Return a line with each piece, given by start and end, replaced by its original."""
    parts: list[str] = []
    at = 0
    for start, end, original in originals:
        parts += line[at:start], original
        at = end
    return "".join(parts) + line[at:]


def _rows(reading: list[Placed]) -> Iterator[tuple[int, int, str]]:
    """Yield start, end and originals of each row of damaged items that stand side by side."""
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
