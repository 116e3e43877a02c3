"""What a channel leaves of letters, which may be a part of a word as any letter is: `?©` in `caf?©`."""

from collections.abc import Mapping
from functools import lru_cache

from newsclean.mojibake.lossy.channels import (
    SIGNS_BEHIND,
    SIGNS_WITHIN,
    Channel,
    images,
    left_of,
    mark_images,
    sender,
)
from newsclean.mojibake.lossy.items import NOTHING

# As `string` has them, which takes half a millisecond to import.
ASCII_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

# The letters beyond ASCII of each language that the list of words has; of any other one, those of its
# neighbours in print: names travel.
ALPHABETS = {
    "ca": "àçèéíïòóúü",
    "cs": "áčďéěíňóřšťúůýž",
    "da": "æøåé",
    "de": "äöüß",
    "en": "éèñçöüáíóïëãø",
    "es": "áéíñóúü",
    "fi": "äöå",
    "fr": "éèêàçùûîôïëâœ",
    "hu": "áéíóöőúüű",
    "is": "áðéíóúýþæö",
    "it": "àèéìòù",
    "lt": "ąčęėįšųūž",
    "lv": "āčēģīķļņšūž",
    "nb": "æøåé",
    "nl": "ëïéèöü",
    "pl": "ąćęłńóśźż",
    "pt": "ãáçéêíóõâàú",
    "ro": "ăâîșțşţ",
    "sh": "čćđšž",
    "sk": "áäčďéíĺľňóôŕšťúýž",
    "sl": "čšž",
    "sv": "åäöé",
    "tr": "çğıöşüİâ",
}
EVERYWHERE = "".join(dict.fromkeys("éüöäáíóñçãèàôêåøæßâîïëõúûùœý" + "".join(ALPHABETS.values())))
CASED = "".join(dict.fromkeys(EVERYWHERE + EVERYWHERE.upper()))


@lru_cache(128)
def lost_letters(channel: Channel | None) -> Mapping[str, str]:
    """Return the letters that `channel` damages, each with its image."""
    if channel is None:
        return {}
    sent = zip(CASED, images(channel.legs, CASED), strict=True)
    return {letter: damaged for letter, damaged in sent if damaged not in ("", letter)}


@lru_cache(128)
def letter_images(channel: Channel | None) -> frozenset[str]:
    """Return the images of the letters that `channel` damages."""
    return frozenset(lost_letters(channel).values())


class Alphabet:
    """What a channel leaves of letters, and of the marks that may touch them, in documents of some languages.

    `images` has each image with the letters that it may stand for, `questions` those that are question marks
    alone, the longest first.
    """

    def __init__(self, channel: Channel, own: frozenset[str]) -> None:
        """`own` names the languages; `alphabet_of` asks for it."""
        corrupt = sender(channel.legs)
        self.images = _letter_images(channel, own)
        asked = [image for image in self.images if not image.strip("?")]
        self.questions = sorted(asked, key=len, reverse=True)
        self.touching = left_of(corrupt, SIGNS_BEHIND + SIGNS_WITHIN)
        self.marks = [mark for mark in mark_images(corrupt) | self.touching if mark.strip(NOTHING)]
        # What is left of each letter that its image does not tell, by code point.
        self.untold = {
            ord(letter): damaged
            for letter, damaged in lost_letters(channel).items()
            if not damaged.strip(NOTHING)
        }
        self._longest = max(map(len, self.images), default=0)
        self._heads = {damaged[0] for damaged in self.images}
        self._tails = {damaged[-1] for damaged in self.images}
        # Letters that are no part of an image: a word is mostly made of them.
        self._plain = "".join(set(ASCII_LETTERS) - self._heads - self._tails)

    def widen(self, line: str, start: int, end: int) -> tuple[int, int]:
        """Return a span with the letters and images of letters around it."""
        least, most = max(0, start - 24), min(len(line), end + 24)
        while start > least:
            before = line[least:start]
            start -= len(before) - len(before.rstrip(self._plain))
            step = self._step(line, start, -1) if start > least else 0
            if not step:
                break
            start -= step
        while end < most:
            behind = line[end:most]
            end += len(behind) - len(behind.lstrip(self._plain))
            step = self._step(line, end, 1) if end < most else 0
            if not step:
                break
            end += step
        return start, end

    def _step(self, line: str, at: int, direction: int) -> int:
        neighbour = line[at : at + 1] if direction > 0 else line[at - 1 : at]
        if neighbour in (self._heads if direction > 0 else self._tails):
            for length in range(self._longest, 0, -1):
                piece = line[at : at + length] if direction > 0 else line[max(0, at - length) : at]
                if piece in self.images:
                    return len(piece)
        return 1 if neighbour.isalpha() else 0


alphabet_of = lru_cache(64)(Alphabet)


def _letter_images(channel: Channel, own: frozenset[str]) -> dict[str, str]:
    """Return what `channel` makes of letters: each image with the letters that it may stand for.

    `own` names the languages of the document; their letters come before any others.
    """
    lost = lost_letters(channel)
    known: dict[str, str] = {}
    for alphabet in ("".join(ALPHABETS.get(code, "") for code in sorted(own)), EVERYWHERE):
        found: dict[str, str] = {}
        for letter in dict.fromkeys(alphabet + alphabet.upper()):
            if damaged := lost.get(letter):
                found[damaged] = found.get(damaged, "") + letter
        for damaged, letters in found.items():
            known.setdefault(damaged, letters)
    return known
