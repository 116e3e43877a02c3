"""Which channels may have made the damage in a text, and which of them the text proves."""

import os
import re
import sys
from collections.abc import Collection, Iterable
from functools import cache, lru_cache
from itertools import chain
from typing import NamedTuple

from newsclean.lines import LONGEST_ARTICLE, at_spaces
from newsclean.mojibake.gate import holds_stumps
from newsclean.mojibake.lossy.channels import (
    LOST,
    TYPOGRAPHIC,
    Channel,
    Leg,
    channels,
    image,
    images,
)
from newsclean.mojibake.lossy.letter_losses import intact_marks, leaves_most, told_by_letters
from newsclean.mojibake.lossy.letters import languages
from newsclean.mojibake.lossy.meant import is_proven, joints, stands_for_noun
from newsclean.mojibake.lossy.runs.items import NOTHING, STUMP
from newsclean.mojibake.lossy.runs.letter_images import letter_images
from newsclean.mojibake.lossy.runs.line import LONGEST_RUN

# Characters by whose images channels are told apart; letters of eastern Europe count only where U+FFFD is
# left of all marks.
EASTERN = "łğė"
PROBES = TYPOGRAPHIC + "•℗„éüя" + EASTERN
PROBED_LETTERS = slice(PROBES.index("é"), PROBES.index("я"))
# What every channel makes of the probes.  `python tools/prepare_channels.py` writes the file, and a test
# compares it.
PREPARED = f"{os.path.dirname(__file__)}/channels.tsv"
UNDAMAGED = frozenset(("", *TYPOGRAPHIC))  # images that show no damage
EACH_MARK = frozenset(TYPOGRAPHIC)
LOST_BESIDE_MARK = tuple(lost + mark for lost in LOST for mark in TYPOGRAPHIC)
# The head of a character before a control character, or what Windows-1252 has for it: then controls were not
# dropped.
KEPT = r"[âÃÂÄÅð][\x80-\x9fŒœŠšŸŽžƒˆ˜†‡‰€™‹›‚]"
SHORTLIST = 12  # in Czech ten channels look likelier than the one that is there twice
# Characters that are searched at a time: all at once would take the memory of the text once more.
PIECE = 10_000
# Makes a line end of every byte of ASCII but `?`, so that only damage is left; an expression takes ten times
# as long.
OTHERS_AS_GAPS = bytes([byte if byte == ord("?") or byte > 0x7F else ord("\n") for byte in range(256)])
FEW_RUNS = 100  # different runs, up to which the channels that explain them are remembered


class Suspect(NamedTuple):
    """A channel, its position among all, what it makes of the typographic marks, and of é and ü."""

    channel: Channel
    place: int
    telling: tuple[str, ...]
    letters: tuple[str, ...]


def shortlist(text: str, untouched: bool) -> list[Channel]:
    """Return the channels whose images stand in `text`, those first that explain most of it.

    `untouched` says that no mark in the text was restored before: all that are intact are its own.
    """
    runs = frozenset([run for run in _runs(text) if len(run) <= LONGEST_RUN])
    explaining = _explaining_few if len(runs) <= FEW_RUNS else _explaining
    proofs: dict[str, bool] = {"": True}
    proven = []
    for channel in explaining(runs):
        left = channel.bare or _replaced(channel.legs)
        if left not in proofs:
            proofs[left] = is_proven(left, text) if channel.bare else _is_hinted(left, text)
        if proofs[left] or (channel.bare and _is_traced(channel, text)):
            proven.append(channel)
    del proven[SHORTLIST:]
    likeliest = proven[0] if proven else None
    if untouched and not (likeliest and not likeliest.bare and leaves_most(likeliest, runs)):
        marks = intact_marks(text)
        # If misread UTF-8 is among the proven, no mark is intact: those that look so are parts of images.
        if not (marks and any(channel.legs[0].write == "utf-8" and not channel.bare for channel in proven)):
            proven += told_by_letters(text, runs, marks, likeliest)
    return proven


def _runs(text: str) -> list[str]:
    """Return the different runs of characters beyond ASCII and question marks, which may be damage."""
    runs: set[bytes] = set()
    start = 0
    while start < len(text):
        end = text.find(" ", start + PIECE)  # no run holds a space
        end = end if end > 0 else len(text)
        runs.update(text[start:end].encode("utf-8", "surrogatepass").translate(OTHERS_AS_GAPS).split())
        start = end
    return [run.decode("utf-8", "surrogatepass") for run in runs]


def _explaining(runs: frozenset[str]) -> list[Channel]:
    """Return the channels whose images stand in `runs`, those first that explain most of them."""
    text = "\n".join(runs)
    suspects = _suspects("".join([lost for lost in (*LOST, "ï¿½") if lost in text]))
    chars = set(text)
    counts = {damaged: text.count(damaged) for damaged in suspects if chars.issuperset(damaged)}
    seen = {suspect for damaged, count in counts.items() if count for suspect in suspects[damaged]}
    found: list[tuple[float, int, Channel]] = []
    for channel, place, telling, letters in seen:
        covered = sum([_covered(damaged, telling, counts) for damaged in telling if counts.get(damaged)])
        covered += sum([text.count(each) * len(each) for each in letters if _tells_letter(each, telling)])
        if covered and not (channel.bare and _leaves_intact(channel, telling, text)):
            found.append((channel.price - covered * 2, place, channel))
    ranked = [channel for *_, channel in sorted(found)]
    # Marks that another channel has damaged have survived a bare channel, which is judged once they are
    # restored.  A single letter proves no other channel: í is at home in Spanish.
    if any(_is_seen(channel, counts) for channel in ranked if not channel.bare):
        ranked = [channel for channel in ranked if not channel.bare]
    return ranked


def _tells_letter(damaged: str, telling: Collection[str]) -> bool:
    """Tell whether the image of a letter is more than what any lost character leaves, and no mark has it."""
    return len(damaged) > 1 and damaged.strip(NOTHING) != "" and damaged not in telling


_explaining_few = lru_cache(128)(_explaining)


@cache
def _suspects(losses: str) -> dict[str, tuple[Suspect, ...]]:
    """Return the images of marks under the channels that leave any of `losses`, each with its channels.

    Of channels with the same images (those of `EASTERN` letters apart), only the cheapest is named.
    """
    images_of = _prepared()
    cheapest: dict[str, tuple[str, Channel]] = {}
    for channel in channels(losses):
        left = images_of[_spelled(channel.legs)]
        alike = left if "\ufffd" in left else left.rsplit(" ", len(EASTERN))[0]
        if alike not in cheapest or channel.price < cheapest[alike][1].price:
            cheapest[alike] = left, channel
    suspects: dict[str, list[Suspect]] = {}
    for place, (left, channel) in enumerate(cheapest.values()):
        telling, letters = _split_images(left)
        suspect = Suspect(channel, place, telling, letters)
        for damaged in telling:
            suspects.setdefault(damaged, []).append(suspect)
    return {damaged: tuple(found) for damaged, found in suspects.items()}


@cache
def _split_images(left: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the different images of the marks under a prepared channel, and those of é and ü."""
    sent = [*map(sys.intern, left.split(" "))]  # hundreds of channels leave the same
    telling = dict.fromkeys(damaged for damaged in sent[: len(TYPOGRAPHIC)] if damaged not in UNDAMAGED)
    return tuple(telling), tuple(sent[PROBED_LETTERS])


def prepare() -> str:
    """Return the text of the prepared file: each chain of legs and what it makes of `PROBES`.

    Sending the probes through all channels takes ten times as long as reading the file.
    """
    chains = dict.fromkeys(channel.legs for channel in channels("".join([*LOST, "ï¿½"])))
    return "".join([f"{_spelled(legs)}\t{' '.join(images(legs, PROBES))}\n" for legs in chains])


def _spelled(legs: tuple[Leg, ...]) -> str:
    return ";".join(map(",".join, legs))


def _prepared() -> dict[str, str]:
    with open(PREPARED, encoding="utf-8", newline="\n") as file:
        cells = file.read().replace("\n", "\t").split("\t")
    return dict(zip(cells[::2], cells[1::2], strict=False))


def _is_seen(channel: Channel, counts: dict[str, int]) -> bool:
    """Tell whether an image of a mark that is more than one letter stands in the text."""
    seen = counts.keys() & images(channel.legs, TYPOGRAPHIC)
    return any(counts[damaged] and not damaged.isalpha() for damaged in seen)


def _covered(damaged: str, telling: Iterable[str], counts: dict[str, int]) -> int:
    """Return how many characters an image explains, where no longer image of the channel begins with it."""
    longer = sum(
        counts[other]
        for other in telling
        if other != damaged and other.startswith(damaged) and other in counts
    )
    return max(counts[damaged] - longer, 0) * len(damaged)


def _leaves_intact(channel: Channel, telling: Iterable[str], text: str) -> bool:
    """Tell whether a mark that the channel would have broken stands in `text` outside its images."""
    return any(image(channel.legs, mark) != mark for mark in _intact(channel, telling, text))


def holds_marks(text: str) -> bool:
    """Tell whether a text holds typographic marks; a set of them would be asked for each character."""
    return not text.isascii() and any(map(text.__contains__, TYPOGRAPHIC))


def makes_marks(candidates: Iterable[Channel], text: str) -> bool:
    """Tell whether all marks in `text` are parts of one channel's images, as in `??“`, which was –."""
    if not holds_marks(text):
        return False
    if len(text) > LONGEST_ARTICLE:  # which would be copied at each look; no mark or image holds a blank
        every = chain.from_iterable(part.split(" ") for part in at_spaces(text))
        text = " ".join({word for word in every if not word.isascii()})
    return any(
        not _intact(each, frozenset(images(each.legs, TYPOGRAPHIC)) - UNDAMAGED, text) for each in candidates
    )


def _intact(channel: Channel, telling: Iterable[str], text: str) -> list[str]:
    """Return the marks in `text` that are no parts of the images of marks (`telling`) under the channel.

    Nor are they parts of the images of letters: `?–` was Ö, where UTF-8 was misread.
    """
    for damaged in sorted(telling, key=len, reverse=True):
        text = text.replace(damaged, "\n")
    intact = [mark for mark in TYPOGRAPHIC if mark in text]
    if intact and any(map(text.__contains__, LOST_BESIDE_MARK)):
        for damaged in _lettered(channel):
            text = text.replace(damaged, "\n")
        intact = [mark for mark in intact if mark in text]
    return intact


@cache
def _lettered(channel: Channel) -> list[str]:
    """Return those images of letters under a channel that contain a mark."""
    return [damaged for damaged in letter_images(channel) if not EACH_MARK.isdisjoint(damaged)]


def _is_traced(channel: Channel, text: str) -> bool:
    """Tell whether something more than question marks is left of at least two marks: `??“` of –."""
    return sum(map(text.count, _traces(channel.legs))) > 1


@lru_cache(64)
def _traces(legs: tuple[Leg, ...]) -> frozenset[str]:
    """Return what a chain of legs leaves of marks that is more than question marks."""
    left = images(legs, TYPOGRAPHIC)
    return frozenset([damaged for damaged in left if len(damaged) > 1 and damaged.strip("?¿")])


@cache
def _replaced(legs: tuple[Leg, ...]) -> str:
    """Return what is left of a lost mark if that is a letter, or U+FFFD, misread or not; else ""."""
    left = image(legs, "’")
    return left if not left.strip("\ufffdï¿½") or (len(left) == 1 and left.isalpha()) else ""


def _is_hinted(replaced: str, text: str) -> bool:
    """Tell whether U+FFFD, what became of it, or â stands anywhere where only a mark can stand."""
    if replaced == STUMP:
        welsh = f" {STUMP} " in text and languages.is_welsh(text)
        return holds_stumps(text) and re.search(KEPT, text) is None and not welsh
    if stands_for_noun(replaced, text):
        return False
    lost = re.escape(replaced)
    return (
        any(
            re.search(expression, text)
            for expression in (
                rf"{lost}(?<![^\s(]{lost})[^\W\d_]",
                rf"{lost}(?<=[,.]{lost})(?=\s|$)",
                rf" {lost} (?<=[a-z]{{2}} {lost} )(?=[a-z]{{2,20}}[ ,.])",
            )
        )
        or joints(replaced, text) > 0
    )
