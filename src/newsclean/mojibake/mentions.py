r"""Broken words that a line speaks of: quoted, beside the word as it is.

    The bug made «Zoé» of «ZoÃ©».   Ein Schild mit „Stra&szlig;e“ stand in der Straße.   "caf\u00e9" is "café"

Where a text was damaged, no word is broken in quotation marks and whole beside them in the same line.
"""

import re
from collections import Counter

# A single word in quotation marks, with what else stands there without a space: “Renée.doc”.
QUOTED = re.compile('["\'“”„‘‚«»‹›「]\\s?([^\\s"“”„«»‹›「」]{3,40})\\s?["\'“”‘’«»‹›」]')
WORDS = re.compile(r"[^\W\d_]+")
# Shorter ones may stand anywhere.
SHORTEST = 3


def is_mention(line: str, repaired: str) -> bool:
    """Tell whether a line quotes a broken word that it also has as it would be `repaired`."""
    quoted = QUOTED.findall(repaired)
    if not quoted or line.isascii():
        return False
    whole = Counter(WORDS.findall(line))
    made = Counter(WORDS.findall(repaired)) - whole
    return any(
        word in made and word in whole and len(word) >= SHORTEST and not word.isascii()
        for text in quoted
        for word in WORDS.findall(text)
    )
