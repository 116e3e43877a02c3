r"""Broken words that a line shows on purpose: in quotation marks, beside the intact word.

    The bug made «Zoé» of «ZoÃ©».   Ein Schild mit „Stra&szlig;e“ stand in der Straße.   "caf\u00e9" is "café"

A damaged line does not have one word both ways, broken in quotation marks and whole outside of them.
"""

import re
from collections import Counter

# A single word in quotation marks, with whatever is attached to it: “Renée.doc”.
QUOTED = re.compile('["\'“”„‘‚«»‹›「]\\s?([^\\s"“”„«»‹›「」]{3,40})\\s?["\'“”‘’«»‹›」]')
WORDS = re.compile(r"[^\W\d_]+")
# Shorter words may recur in a line by chance.
SHORTEST = 3


def is_mention(line: str, repaired: str) -> bool:
    """Tell whether a line quotes a broken word that stands intact beside it, as it does in `repaired`."""
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
