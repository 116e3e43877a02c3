"""Plain words beside marks, as `Yes?`, `l?eau` and `one?two`: how much they weigh among the readings."""

import re

from newsclean.mojibake.lossy.channels import (
    SIGNS_APART,
    SIGNS_BEFORE,
    SIGNS_BEHIND,
    SIGNS_WITHIN,
    Corrupt,
    left_of,
    mark_images,
)
from newsclean.mojibake.lossy.letters.grammar import shortens
from newsclean.mojibake.lossy.letters.lexicon import Languages, Listed, english, weigh

# Two plain words with anything else between them.
BETWEEN = r"([A-Za-z]+)([^A-Za-z]+)([A-Za-z]+)"
# The numbers below were found on news in twenty languages: docs/words.md.
# Zipf values (log10 of occurrences per billion words) of an unlisted plain word, which may be any name; and
# of one in small letters.
PLAIN, PLAIN_WORD = 4.0, 2.5
# log10 of the share of words that stand beside a mark without a space; and of those beside two question
# marks, or one and a mark.
BESIDE_MARK = -1.5
ASKING = -3.0
# log10 of the weight of two words with a dash between them, in English, which sets no spaces around it; and
# of a contraction.
DASHED = 1.5
CLIPPED = 3.5
# Kinds of contractions, as `grammar.shortens` names them: how usual each is in languages that have it, after
# how usual it is in all others.  Spanish has no `Tom's`, German some `geht's`, but no `L'ufer`.  Other
# contractions of English may be quoted in any text.
SHORTENING: dict[str, tuple[float, dict[str, float]]] = {
    "s": (0.02, {"en": 1.0, **dict.fromkeys(("da", "de", "nb", "nl", "sv"), 0.1)}),
    "l": (0.01, {"en": 1.0, "ca": 1.0, "fr": 1.0, "it": 1.0}),
}
# log10 of the weight of two words with a no-break space or a middle dot between them.
JOINED = 1.0


def plain_weight(listed: Listed, letters: str, languages: Languages) -> float:
    """Return how often the plain word of these `letters` occurs, per billion, whether it is listed or not."""
    found = [weigh(zipfs, languages, foreign=0.0) for word, zipfs in listed if word.isascii()]
    return max([10 ** (PLAIN_WORD if letters.islower() else PLAIN), *found])


def marked_weight(token: str, letters: str, plain: float, corrupt: Corrupt, languages: Languages) -> float:
    """Return the weight of the reading of `token` as plain words that marks touch."""
    between = re.fullmatch(BETWEEN, token)
    joined = 10**JOINED if between and between[2] in left_of(corrupt, SIGNS_WITHIN) else 0.0
    if between and _made_of(between[2], mark_images(corrupt)):
        clipped = shortens(between[1], between[3])
        weight = clipping(clipped, languages) * 10**CLIPPED if clipped else english(languages) * 10**DASHED
        return max(joined, weight)
    if joined:
        return joined
    if not letters or letters not in token:
        return 0.0
    before, _, behind = token.partition(letters)
    opening, closing = left_of(corrupt, SIGNS_BEFORE), left_of(corrupt, SIGNS_BEHIND)
    if _made_of(before, opening | mark_images(corrupt)) and _made_of(behind, closing | mark_images(corrupt)):
        return plain * 10**BESIDE_MARK
    asks = not before and _made_of(behind, mark_images(corrupt) | {"?"})
    return plain * 10**ASKING if asks else 0.0


def is_damaged_mark(token: str, corrupt: Corrupt) -> bool:
    """Tell whether a token consists of what the channel leaves of marks that stand behind words, or alone."""
    return _made_of(token, mark_images(corrupt) | left_of(corrupt, SIGNS_BEHIND + SIGNS_APART))


def clipping(clipped: str, languages: Languages) -> float:
    """Return how usual a kind of contraction is in a document of these languages, from 0 to 1."""
    if clipped not in SHORTENING or not languages:
        return 1.0
    elsewhere, usual = SHORTENING[clipped]
    return max(elsewhere, sum([share * usual.get(code, 0.0) for code, share in languages.items()]))


def _made_of(damage: str, images: frozenset[str]) -> bool:
    """Tell whether `damage` consists of `images` in a row."""
    return not damage or any(
        damage.startswith(image) and _made_of(damage[len(image) :], images) for image in images
    )
