"""Channels that are recognised only by the letters lost within words: `“fran?ais”`, `en tres a?±os`.

Where an article has only straight quotation marks, or none, or where marks survived, no mark shows which
channel it went through.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain
from math import log

from newsclean.lines import Lines
from newsclean.mojibake.lossy.channels import LOST, TYPOGRAPHIC, Channel, channels, images, sender
from newsclean.mojibake.lossy.letters import languages, lexicon
from newsclean.mojibake.lossy.letters.grammar import SUFFIX
from newsclean.mojibake.lossy.letters.unlisted import ALPHABET, shares
from newsclean.mojibake.lossy.letters.words import Words, has_rather_lost
from newsclean.mojibake.lossy.runs.items import NOTHING

SURVIVING = TYPOGRAPHIC + "„«»"
# The exact numbers matter little: of 15,000 letters that three channels damaged in articles without marks,
# 90.9 in 100 come back, and 90.3 to 91.0 with half or twice any one of them.
OPENING_CHARS = 10_000  # characters by which a document's languages are known
LETTERS, FEW_WORDS = 3, 40  # different words that lost letters: those needed, and those looked up
NOTABLE = 0.05  # a channel must lose at least this share of a language's letters to be noticed
LEAST = 0.01  # the share of letters seen counts as no less than this
EACH = 2.0  # nats for each survivor, each explained character and each word with a letter
LIKELIEST = 8  # channels for which words are looked up
IN_ADDRESSES = frozenset("/=@&")
INTACT = r"{0}(?<![^\x00->@-\x7f]{0})"  # a mark that is no part of the image of something else
SMALL = "[a-zß-öø-ž]"
WINDOWS_1252 = "windows-1252"
# A sign within a word, or a letter in the place of a dash: then letters that Windows-1252 has were read in
# another codec, which `swapped` is to undo first.
SWAPPED = re.compile("[a-z][^\\w\\s\0-\x7f\xa0\xad·¿‐‑–—‘’“”…\ufffd][a-z]| [ÑÐ] ")
# What stands for a lost letter within a word; and letters beyond ASCII.
LOST_WITHIN = re.compile("[?¿\ufffd](?<=[a-z].)[?¿\ufffd]*[a-z]")
LATIN = re.compile("[À-ÖØ-öø-ɏ]")
WORD_CHARS = 40  # characters of a word on either side of the loss
MOST_LOST = 8  # characters that may be left of two letters
MOST = 0.5  # the share of different runs of damage that a channel must be able to leave
UNLIKELY = 5.0  # nats: the cost of unseen letters at which a channel does not explain what is left


class Broken:
    """Different words that lost something, and for each run of damage the number of them that have it."""

    __slots__ = ("runs", "words")

    def __init__(self, words: list[str], runs: Counter[str]) -> None:
        """Take the words, and the counts of their runs."""
        self.words = words
        self.runs = runs


def intact_marks(text: str) -> frozenset[str]:
    """Return the marks in `text` that are intact, not parts of the image of something else."""
    return frozenset([mark for mark in SURVIVING if mark in text and re.search(INTACT.format(mark), text)])


def kept_letters(lines: Lines) -> frozenset[str]:
    """Return the letters beyond ASCII that stand in lines in which letters were lost within words."""
    lossy = (part for part in lines.parts() if not part.isascii() and LOST_WITHIN.search(part))
    return frozenset().union(*map(LATIN.findall, lossy))


def leaves_most(channel: Channel, runs: Iterable[str]) -> bool:
    """Tell whether a channel can leave most of those of the different `runs` in which something was lost."""
    lossy = [run for run in runs if channel.lost in run and (channel.bare or run != channel.lost)]
    return sum([_leaves(channel, run) for run in lossy]) >= MOST * len(lossy)


def told_by_letters(
    text: str, runs: frozenset[str], marks: frozenset[str], likeliest: Channel | None
) -> list[Channel]:
    """Return the channels that lost letters but none of the `marks` in `text`, one at most for each LOST.

    `runs` are the different runs of characters beyond ASCII and question marks.  `likeliest` is the likeliest
    channel by other evidence: if no marks are intact and it explains what is left of the letters as well,
    none is returned.
    """
    found = (_told_by_words(lost, text, runs, marks, likeliest) for lost in LOST if lost in text)
    return [channel for channel in found if channel]


def _told_by_words(
    lost: str, text: str, runs: frozenset[str], marks: frozenset[str], likeliest: Channel | None
) -> Channel | None:
    """Return the channel that lost letters to `lost`, or None if too few words have lost any.

    Of several channels it is the one for which the runs of damage, the words around them and the characters
    that survived speak most.
    """
    broken = _broken_words(lost, text, marks)
    if sum(map(lexicon.may_be_accented, broken.words)) < max(LETTERS, len(broken.words) / 2):
        return None
    evidence = _Evidence(broken, lost, runs, languages.read(text[:OPENING_CHARS]))
    if (
        likeliest
        and not marks
        and leaves_most(likeliest, broken.runs)
        and evidence.unseen(likeliest) < UNLIKELY
    ):
        return None
    losing: Iterable[Channel] = filter(evidence.may_be, _losing(lost, marks))
    if SWAPPED.search(text):
        losing = (channel for channel in losing if channel.legs[0].write != WINDOWS_1252)
    ranked = sorted(losing, key=evidence.unlikelihood)[:LIKELIEST]
    return min(ranked, key=evidence.unlikelihood_with_words, default=None)


class _Evidence:
    """What speaks for and against a channel where letters were lost."""

    def __init__(self, broken: Broken, lost: str, runs: Iterable[str], document: languages.Document) -> None:
        """`broken` are words that lost letters to `lost`; `runs` are all those of the text."""
        self._broken = broken
        self._document = document
        self._own = document.own - {"en"}
        self._foreign = set("".join([run for run in runs if lost not in run]).replace("?", ""))
        self._seen = " ".join(runs)

    def may_be(self, channel: Channel) -> bool:
        """Tell whether a channel loses a notable share of the letters of the document's languages."""
        return not self._own or any(_share_lost(channel, language) >= NOTABLE for language in self._own)

    def unseen(self, channel: Channel) -> float:
        """Return the cost, in nats, of common letters whose images are nowhere in the text."""
        times = self._broken.runs.total()
        return min([absence(channel, language, self._is_seen, times) for language in self._own], default=0.0)

    def _is_seen(self, image: str) -> bool:
        """Tell whether an image is in the text; one of lost characters alone has to be a whole run."""
        return image in self._broken.runs or (image.strip(NOTHING) != "" and image in self._seen)

    def unlikelihood(self, channel: Channel) -> float:
        """Return what speaks against a channel, less what it explains, in nats."""
        corrupt = sender(channel.legs)
        survivors = sum([corrupt(char) != char for char in self._foreign])
        runs = self._broken.runs.items()
        explained = sum([len(run) * times for run, times in runs if _leaves(channel, run)])
        return channel.price + EACH * (survivors - explained) + self.unseen(channel)

    def unlikelihood_with_words(self, channel: Channel) -> float:
        """Return `unlikelihood`, less for each word that has certainly lost a letter in the channel."""
        words = Words(sender(channel.legs), self._document)
        return self.unlikelihood(channel) - EACH * sum(map(words.holds_letter, self._broken.words))


@lru_cache(1 << 10)
def _leaves(channel: Channel, run: str) -> bool:
    """Tell whether a run is what a channel leaves of one character or of two."""
    left = _left(channel)
    return f"\n{run}\n" in left or any(
        run.startswith(first) and f"\n{run[len(first) :]}\n" in left for first in left.split("\n")
    )


def absence(channel: Channel, language: str, is_seen: Callable[[str], bool], times: int) -> float:
    """Return the cost, in nats, of common letters of a language of which nothing is seen, not even images.

    `times` is the number of lost letters: each would have to be one of the letters that are seen.  What is
    missing of the shares, which are rounded, is no evidence.
    """
    known = shares(language)
    sent = zip(images(channel.legs, "".join(known)), known.items(), strict=True)
    found = sum([share for left, (letter, share) in sent if left == letter or is_seen(left)])
    return -times * log(max(found / sum(known.values()), LEAST))


def _broken_words(lost: str, text: str, marks: frozenset[str]) -> Broken:
    """Return the first words of `text` that lost something; if it has intact `marks`, of lines with some.

    The loss follows a small letter.  Within a word another small letter follows, and the loss is neither the
    apostrophe of a contraction nor a question mark before a dash.  At the end of a word, no sentence may end
    there, and the loss is longer than one character, or the word with a letter is likelier than what is left
    of it, in the document's languages: `la citt? vuole`.  (Not in English, where next to no word ends so, but
    questions do: `Really? yes`.)
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
        within = between.endswith(lost) and re.match("[a-z]", following)
        for piece in re.findall(pieces, between):
            ending = re.findall(behind, piece) if goes_on else []
            if ending and not (within and _has_rather_lost_letter(piece, text)):
                ending = [run for run in ending if len(run) > 1]
            runs = re.findall(inside, piece) + ending
            if runs and (lexicon.may_be_accented(piece) or not re.search(clipped, piece)):
                found[piece if ending else piece.strip(lost)] = runs
        if len(found) >= FEW_WORDS:
            break
    return Broken([*found], Counter(chain.from_iterable(found.values())))


def _has_rather_lost_letter(piece: str, text: str) -> bool:
    """Tell whether a word of a text that is not in English is likelier with a letter than without."""
    if not lexicon.may_be_accented(piece):
        return False
    document = languages.read(text[:OPENING_CHARS])
    return "en" not in document.own and has_rather_lost(piece, document.languages)


def _places(mark: str, text: str, marked: bool) -> Iterator[tuple[str, str]]:
    """Yield each piece between blanks in which `mark`, an expression, may match a lost letter; and the next.

    If `marked`, only lines with intact marks are searched.
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
            before, after = text[max(0, at - WORD_CHARS) : at].split(), text[at : at + WORD_CHARS].split()
            yield before[-1] + after[0], "".join(after[1:2])


@cache
def _losing(lost: str, marks: frozenset[str]) -> list[Channel]:
    """Return the channels that lose letters to `lost`, but none of the `marks`.

    Of channels that leave the same of all letters, only the cheapest is named.
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
    """Return what a channel leaves of the letters and marks that it damages, each on its line."""
    chars = ALPHABET + TYPOGRAPHIC
    return "\n".join(["", *frozenset(images(channel.legs, chars)).difference(chars), ""])


def _broken_marks(channel: Channel) -> list[str]:
    sent = zip(TYPOGRAPHIC, images(channel.legs, TYPOGRAPHIC), strict=True)
    return [mark for mark, left in sent if mark != left]


@cache
def _share_lost(channel: Channel, language: str) -> float:
    """Return the share that the letters lost by a channel have among a language's letters beyond ASCII."""
    known = shares(language)
    sent = images(channel.legs, "".join(known))
    return sum([share for (letter, share), left in zip(known.items(), sent, strict=True) if left != letter])
