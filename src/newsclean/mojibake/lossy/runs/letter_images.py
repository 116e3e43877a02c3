"""What a channel leaves of letters, which may be a part of a word as any letter is: `?©` in `caf?©`."""

from collections.abc import Mapping
from functools import lru_cache

from newsclean.mojibake.lossy.channels import AUTHORED, Channel, images

# The letters beyond ASCII of each language in the list of words; and those of all, since names travel.
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


@lru_cache(16)  # a dozen lattices of one document ask for it
def lost_letters(channel: Channel | None) -> Mapping[str, str]:
    """Return the letters that `channel` damages, each with its image."""
    if channel is None:
        return {}
    sent = zip(CASED, images(channel.legs, CASED), strict=True)
    return {letter: damaged for letter, damaged in sent if damaged not in ("", letter, *AUTHORED)}


@lru_cache(128)
def letter_images(channel: Channel | None) -> frozenset[str]:
    """Return the images of the letters that `channel` damages."""
    return frozenset(lost_letters(channel).values())


def images_in(channel: Channel, own: frozenset[str]) -> dict[str, str]:
    """Return the images of letters under `channel`, each with the letters that it may stand for.

    `own` names the languages of the document: an image stands for their letters, and for others only if none
    of these has it.
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
