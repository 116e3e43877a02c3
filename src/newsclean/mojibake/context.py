"""Context: what a mark costs between its neighbours, in nats.

A mark is known by its role, one letter: `O` `C` opening and closing double quotation mark, `o` `c` the
same single, `a` apostrophe, `n` `m` en and em dash, `e` ellipsis, `b` bullet, `s` no-break space, `$`
currency, `°` sign after a number, `«` `»`, `l` non-ASCII letter, `?` a question mark that is one, `x` any
other character that stands for itself.
"""

import os
import re
from functools import cache
from math import log

# One name for all characters that behave alike beside a mark.
KINDS = {
    "(": "“‘„‚«‹([{",
    ")": "”’»›)]}",
    "-": "–—-",
    ".": ".!?…",
    ",": ",",
    ":": ":;",
    '"': '"',
    "'": "'",
    "$": "$£€%",
}
BLANKS = " \t\xa0"


def left_class(text: str) -> str:
    """Name what stands before a mark: `text` is the line up to it.  `_` says that a blank is between."""
    kept = text.rstrip(BLANKS)
    if not kept:
        return "^"
    return _kind(kept[-1]) if len(kept) == len(text) else "_" + _kind(kept[-1])


def right_class(text: str) -> str:
    """Name what stands after a mark: `text` is the rest of the line."""
    kept = text.lstrip()
    if not kept:
        return "$"
    return _kind(kept[0]) if len(kept) == len(text) else "_" + _kind(kept[0])


@cache
def _kind(char: str) -> str:
    if char.isalpha():
        return "A" if char.isupper() else "a"
    if char.isdigit():
        return "0"
    return next((name for name, chars in KINDS.items() if char in chars), "x")


@cache
def _counts() -> dict[str, dict[tuple[str, str], int]]:
    counts: dict[str, dict[tuple[str, str], int]] = {}
    with open(f"{os.path.dirname(__file__)}/contexts.tsv", encoding="utf-8") as file:  # noqa: PTH120, PTH123
        rows = file.read().splitlines()
    for row in rows:
        if not row.startswith("#"):
            role, left, right, count = row.split("\t")
            counts.setdefault(role, {})[left, right] = int(count)
    return counts


# A pair of neighbours that a role never had is believed in as if it had been seen a few times where
# its halves were common.
BACKOFF = 5.0


@cache
def neighbour_cost(role: str, left: str, right: str) -> float:
    """Return -ln P(role, left, right)."""
    pairs = _counts().get(role, {})
    total = sum(sum(each.values()) for each in _counts().values())
    seen = sum(pairs.values()) + 1
    by_left = (sum(n for (side, _), n in pairs.items() if side == left) + 0.1) / (seen + 2)
    by_right = (sum(n for (_, side), n in pairs.items() if side == right) + 0.1) / (seen + 2)
    share = (pairs.get((left, right), 0) + BACKOFF * by_left * by_right) / (seen + BACKOFF)
    return -log(share * seen / total)


SUFFIX = re.compile(r"(?:s|t|re|ll|ve|d|m|S|T|RE|LL|VE|D|M)(?![^\W\d_])")
PREFIX = re.compile(
    r"\b(?:[OoDdLlMmNnSsTtJjCc]|[Qq]u|[Ll]orsqu|[Jj]usqu|[Dd]ell|[Aa]ll|[Nn]ell|[Ss]ull|[Uu]n|[Aa]ujourd)$"
)
# The words that English shortens after, and what French, Italian and Catalan drop a vowel before.
SHORTENED = re.compile(
    r"(?<![^\W\d_])(?:I|you|s?he|it|we|they|who|what|that|there|here|where|how|why|when|this|"
    r"could|would|should|might|must)$",
    re.IGNORECASE,
)
VOWELS = "aeiouyhàâäáæéèêëíîïìóôöòœúûüùAEIOUYHÀÂÄÁÆÉÈÊËÍÎÏÌÓÔÖÒŒÚÛÜÙ"
# A whole word on either side, as a tight dash has it: longer than two letters, or one of the short ones.
SHORT = r"a|I|an|as|at|be|by|do|go|he|if|in|is|it|me|my|no|of|on|or|so|to|up|us|we"
WORD_BEFORE = re.compile(rf"(?:[^\W\d_]{{3}}|(?<![^\W\d_])(?:{SHORT}))$")
WORD_BEHIND = re.compile(rf"[^\W\d_]{{3}}|(?:{SHORT})(?![^\W\d_])")
DECADE = re.compile(r"\d0s\b")
VERBS = re.compile(
    r"\W{0,2}(?:(?:he|she|they|who) )?(?:said|says|adds?|added|asked|asks|told|wrote|explained|according)\b"
)


def wording_cost(role: str, left: str, right: str) -> float:
    """Return what the words around a mark speak against its role, beyond its neighbours."""
    if role in "Cc":
        return -1.0 if VERBS.match(right) else 0.0
    if role == "b":  # a bullet has its blank
        return 0.0 if right[:1].isspace() else 4.0
    if role == "n" and left[-1:].isdigit() and right[:1] in {"$", "£", "€"}:
        return -4.0
    inside = left[-1:].isalpha() and right[:1].isalpha()
    if role == "a" and not inside:
        return 0.0 if left[-1:] in "sSzx" else -3.0 if DECADE.match(right) else 2.0
    return _inside_cost(role, left, right) if inside else 0.0


def _inside_cost(role: str, left: str, right: str) -> float:
    """Return the cost of a mark between two letters: contraction, two words, or a letter of one word."""
    suffix, prefix = SUFFIX.match(right), PREFIX.search(left)
    if role == "a":
        return 0.0 if suffix else 1.0 if prefix else 6.0
    words = WORD_BEFORE.search(left) and WORD_BEHIND.match(right)
    if role in "nm":
        return 0.0 if words else 3.0
    if role == "l":
        return 5.0 if (suffix or prefix) and left[-1:].isascii() else 0.0 if words else -2.0
    return 0.0


def is_contraction(left: str, right: str) -> bool:
    """Tell whether an apostrophe between two letters, after `left` and before `right`, has a reason to be.

    It makes a possessive, a contraction, an elision or an Irish name; anything else may have lost a letter.
    """
    suffix = SUFFIX.match(right)
    if suffix:
        kind = suffix[0].lower()
        return kind == "s" or (left[-1:] in "nN" if kind == "t" else SHORTENED.search(left) is not None)
    prefix = PREFIX.search(left)
    return prefix is not None and (right[0] in VOWELS or prefix[0] in "Oo")
