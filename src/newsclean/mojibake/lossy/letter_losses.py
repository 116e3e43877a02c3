"""Channels that are told by the letters alone that were lost within words: `“fran?ais”`, `en tres a?±os`.

Where an article has straight quotation marks, or none, no mark tells which channel it went through; nor does
one where marks were spared.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain
from math import log

from newsclean.mojibake.lossy import languages, lexicon, words
from newsclean.mojibake.lossy.channels import LOST, TYPOGRAPHIC, Channel, channels, images, sender
from newsclean.mojibake.lossy.grammar import SUFFIX
from newsclean.mojibake.lossy.items import NOTHING
from newsclean.mojibake.lossy.letters import ALPHABET, shares

SURVIVING = TYPOGRAPHIC + "„«»"
# The numbers matter little: of 15,000 letters that three channels damaged in articles without marks 90.9 in
# 100 come back, and 90.3 to 91.0 with half or twice as much of any one.
HEAD = 10_000  # characters that show a document's languages
LETTERS, FEW_WORDS = 3, 40  # different words that lost letters: the least, the most that are looked up
NOTABLE = 0.05  # the least share of a language's letters by which the loss of them is seen
LEAST = 0.01  # the least share of its letters that a language is said to have
EACH = 2.0  # nats that a survivor, an explained character and a word with a letter count
LIKELIEST = 8  # channels that are asked for words
IN_ADDRESSES = frozenset("/=@&")
INTACT = r"{0}(?<![?\x80-\U0010ffff]{0})"  # a mark that is no piece of what is left of something else
SMALL = "[a-zß-öø-ž]"
LONGEST = 40  # characters of a word on either side of what was lost
MOST_LOST = 8  # characters that two letters may leave
MOST = 0.5  # the share of different runs of damage that a channel leaves which explains them
UNLIKELY = 5.0  # nats by which the letters of which nothing is there speak against a channel


class Broken:
    """Different words that lost something, and how many of them each run of damage is in."""

    __slots__ = ("runs", "words")

    def __init__(self, words: list[str], runs: Counter[str]) -> None:
        """Take what `_broken_words` has found."""
        self.words = words
        self.runs = runs


def intact_marks(text: str) -> frozenset[str]:
    """Return the marks in `text` that are no pieces of what is left of something else."""
    return frozenset([mark for mark in SURVIVING if mark in text and re.search(INTACT.format(mark), text)])


def leaves_most(channel: Channel, runs: Iterable[str]) -> bool:
    """Tell whether a channel leaves most of those of different `runs` in which something was lost."""
    lossy = [run for run in runs if channel.lost in run and (channel.bare or run != channel.lost)]
    return sum([_leaves(channel, run) for run in lossy]) >= MOST * len(lossy)


def told_by_letters(
    text: str, runs: frozenset[str], marks: frozenset[str], likeliest: Channel | None
) -> list[Channel]:
    """Return the channels that lost letters and none of the `marks` in `text`, one for each of `LOST`.

    `runs` are the different ones of characters beyond ASCII and question marks.  Where no marks are intact,
    the `likeliest` channel by other evidence may explain what is left of letters as well: then there is none.
    """
    found = (_told_by_words(lost, text, runs, marks, likeliest) for lost in LOST if lost in text)
    return [channel for channel in found if channel]


def _told_by_words(
    lost: str, text: str, runs: frozenset[str], marks: frozenset[str], likeliest: Channel | None
) -> Channel | None:
    """Return the channel that lost letters to `lost`, or None if few words show any.

    Of several it is the one that the runs of damage, the words around them and what has survived speak for.
    """
    document = languages.read(text[:HEAD])
    broken = _broken_words(lost, text, marks, document)
    if sum(map(lexicon.may_be_accented, broken.words)) < max(LETTERS, len(broken.words) / 2):
        return None
    evidence = _Evidence(broken, lost, runs, document)
    if (
        likeliest
        and not marks
        and leaves_most(likeliest, broken.runs)
        and evidence.unseen(likeliest) < UNLIKELY
    ):
        return None
    losing = filter(evidence.may_be, _losing(lost, marks))
    ranked = sorted(losing, key=evidence.unlikelihood)[:LIKELIEST]
    return min(ranked, key=evidence.unlikelihood_with_words, default=None)


class _Evidence:
    """What speaks for a channel and against it where letters were lost."""

    def __init__(self, broken: Broken, lost: str, runs: Iterable[str], document: languages.Document) -> None:
        """`broken` are words of a text whose characters beyond ASCII stand in `runs`."""
        self._broken = broken
        self._document = document
        self._own = document.own - {"en"}
        self._foreign = set("".join([run for run in runs if lost not in run]).replace("?", ""))
        self._seen = " ".join(runs)

    def may_be(self, channel: Channel) -> bool:
        """Tell whether a channel loses any of the document's own letters that matter."""
        return not self._own or any(_share_lost(channel, language) >= NOTABLE for language in self._own)

    def unseen(self, channel: Channel) -> float:
        """Return what it costs that images of common letters stand nowhere, in nats."""
        times = self._broken.runs.total()
        return min([absence(channel, language, self._is_seen, times) for language in self._own], default=0.0)

    def _is_seen(self, image: str) -> bool:
        """Tell whether an image stands in the text; what is lost alone is part of many another."""
        return image in self._broken.runs or (image.strip(NOTHING) != "" and image in self._seen)

    def unlikelihood(self, channel: Channel) -> float:
        """Return what speaks against a channel: what it leaves unexplained, and what survived it, in nats."""
        corrupt = sender(channel.legs)
        survivors = sum([corrupt(char) != char for char in self._foreign])
        runs = self._broken.runs.items()
        explained = sum([len(run) * times for run, times in runs if _leaves(channel, run)])
        return channel.price + EACH * (survivors - explained) + self.unseen(channel)

    def unlikelihood_with_words(self, channel: Channel) -> float:
        """Return the same, in view of the words that lost a letter in it, though it may be in doubt which."""
        corrupt = sender(channel.legs)
        lettered = [words.holds_letter(word, corrupt, self._document) for word in self._broken.words]
        return self.unlikelihood(channel) - EACH * sum(lettered)


@lru_cache(1 << 10)
def _leaves(channel: Channel, run: str) -> bool:
    """Tell whether a run is what a channel leaves of one character, or of two."""
    left = _left(channel)
    return f"\n{run}\n" in left or any(
        run.startswith(first) and f"\n{run[len(first) :]}\n" in left for first in left.split("\n")
    )


def absence(channel: Channel, language: str, is_seen: Callable[[str], bool], times: int) -> float:
    """Return what it costs that of common letters of a language neither they nor their images are seen.

    That is in nats, for letters that are there so many `times`.
    """
    known = shares(language)
    sent = zip(images(channel.legs, "".join(known)), known.items(), strict=True)
    found = sum([share for left, (letter, share) in sent if left == letter or is_seen(left)])
    return -times * log(max(found, LEAST))


def _broken_words(lost: str, text: str, marks: frozenset[str], document: languages.Document) -> Broken:
    """Return the first words of `text` that lost something, if it has intact `marks`, of lines with such.

    What stands for it follows a small letter.  Within the word it stands before another one, and makes no
    contraction, nor the end of a question before a dash; at its end no sentence ends, and it is longer than
    what ends one, or the last letter of a word of the document's language that is likelier than what is left
    of it: `la citt? vuole`.  English has next to none, and much that is asked so: `Really? yes`.
    """
    mark = re.escape(lost)
    damage = rf"(?<={SMALL})(?=[^A-Za-z]{{0,{MOST_LOST}}}{mark})[^A-Za-z]"
    inside = rf"(?!{mark}[–—’”][a-z]){damage}{{1,{MOST_LOST}}}(?={SMALL})"
    clipped = rf"{damage}{{1,{MOST_LOST}}}{SUFFIX}"
    behind = rf"{damage}{{1,{MOST_LOST}}}(?<![{SURVIVING}])$"
    pieces = rf"(?:[^\x00-@\[-`{{-\x7f\s{''.join(marks)}]|{mark})+"
    found: dict[str, list[str]] = {}
    for between, following in _places(mark, text, bool(marks)):
        if not IN_ADDRESSES.isdisjoint(between):
            continue
        goes_on = between.endswith(",") or following[:1].islower()
        for piece in re.findall(pieces, between):
            ending = re.findall(behind, piece) if goes_on else []
            within = between.endswith(lost) and re.match("[a-z]", following) and "en" not in document.own
            alone = within and words.has_rather_lost(piece, document.languages)
            ending = [run for run in ending if len(run) > 1 or alone]
            runs = re.findall(inside, piece) + ending
            if runs and (lexicon.may_be_accented(piece) or not re.search(clipped, piece)):
                found[piece if ending else piece.strip(lost)] = runs
        if len(found) >= FEW_WORDS:
            break
    return Broken([*found], Counter(chain.from_iterable(found.values())))


def _places(mark: str, text: str, marked: bool) -> Iterator[tuple[str, str]]:
    """Yield what stands between blanks where `mark`, an expression, may match a lost letter, and the next.

    If `marked`, only in lines with intact marks.
    """
    rest = rf"(?:{mark}|[^\x00-\x7f]){{0,{MOST_LOST}}}(?:(?!(?<={mark}){SUFFIX})[a-z]|,|\s[a-z])"
    end = -1
    intact = True
    for found in re.finditer(rf"{mark}(?<=[^\x00-`{{-\x7f\s]{mark})(?={rest})", text):
        at = found.start()
        if marked and at > end:
            start = text.rfind("\n", end + 1, at) + 1 or end + 1
            end = text.find("\n", at)
            end = end if end >= 0 else len(text)
            intact = bool(intact_marks(text[start:end]))
        if intact:
            before, after = text[max(0, at - LONGEST) : at].split(), text[at : at + LONGEST].split()
            yield before[-1] + after[0], "".join(after[1:2])


@cache
def _losing(lost: str, marks: frozenset[str]) -> list[Channel]:
    """Return the channels that lose letters to `lost`, and none of the `marks`.

    Of those that leave the same of all letters only the cheapest is named.
    """
    cheapest: dict[tuple[str, ...], Channel] = {}
    for channel in channels(lost):
        if channel.lost != lost or channel.lossless or not marks.isdisjoint(_broken_marks(channel)):
            continue
        left = tuple(images(channel.legs, ALPHABET))
        if left not in cheapest or channel.price < cheapest[left].price:
            cheapest[left] = channel
    return [*cheapest.values()]


@lru_cache(512)
def _left(channel: Channel) -> str:
    """Return what a channel leaves of the letters and marks that it damages, each in a line."""
    chars = ALPHABET + TYPOGRAPHIC
    return "\n".join(["", *frozenset(images(channel.legs, chars)).difference(chars), ""])


def _broken_marks(channel: Channel) -> list[str]:
    sent = zip(TYPOGRAPHIC, images(channel.legs, TYPOGRAPHIC), strict=True)
    return [mark for mark, left in sent if mark != left]


@cache
def _share_lost(channel: Channel, language: str) -> float:
    """Return the share that the letters a channel loses have among those beyond ASCII in a language."""
    known = shares(language)
    sent = images(channel.legs, "".join(known))
    return sum([share for (letter, share), left in zip(known.items(), sent, strict=True) if left != letter])
