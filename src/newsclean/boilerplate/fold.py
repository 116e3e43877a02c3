"""Fold a line into the form that rules and observations read: lower case, plain marks, single spaces."""

import re
from functools import cache

# Typographic marks, each with what rules write for it.  Letters that have two forms in lower case (Turkish
# dotless i, Russian yo) get one; the copyright sign becomes the word; invisible characters go.
_PLAIN = (
    ("…", "..."),
    *dict.fromkeys("„‟«»″＂", '"').items(),
    *dict.fromkeys("‘‚‛′ʼ`´", "'").items(),
    *dict.fromkeys("‐‑‒―−", "-").items(),
    *dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\ufe0f\u0307", "").items(),
    ("©", " copyright "),
    ("ı", "i"),
    ("ё", "е"),
)
_PLAIN_LATIN = (*[each for each in _PLAIN if each[0] <= "\xff"], ("\xa0", " "), ("\x85", " "))
# Without these marks most lines are ASCII or Latin-1, where lower case costs a tenth, so they are replaced
# first.  That does not change lower case: whether a Greek sigma is final depends on whether a letter follows,
# and neither these marks nor their replacements are letters.
_USUAL = (
    ("’", "'"),
    ("“", '"'),
    ("”", '"'),
    ("–", "-"),
    ("—", "-"),
    ("„", '"'),
    ("‘", "'"),
)

# Tables for `bytes.translate`, which takes a fifth of the time of `str.translate`.
_BYTES = bytes(range(0x100))
_WHITE = b"\t\n\v\f\r\x1c\x1d\x1e\x1f"
_LOWER = _BYTES.translate(bytes.maketrans(_WHITE, b" " * len(_WHITE)))
_LOWER = _LOWER.decode("latin-1").lower().encode("latin-1")
_SIGNS = b"_0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"  # of words in ASCII
_LETTERS = "ª²³µ¹º¼½¾".encode("latin-1") + _BYTES[0xC0:].translate(None, "×÷".encode("latin-1"))
_GAPS = _BYTES.translate(None, _SIGNS + _LETTERS)
_WORDS = bytes.maketrans(_GAPS, b" " * len(_GAPS))
_ASCII_WORDS = _WORDS[:0x80] + _BYTES[0x80:]  # in UTF-8

# The number of first letters of a folded word by which rules are looked up.
KEY_LENGTH = 4

_SIGN_OF_NO_WORD = r"[^ a-z\w]"  # a-z come first because they are looked up in a table
_MARKS_BETWEEN_WORDS = "“”‘’–—…«»„"  # those of most texts beyond ASCII

# Of a line longer than twice this, only the first and the last so many characters are read.
EXAMINED = 400

_ARROW_LABEL_CHARS = 60  # characters: a longer line with one guillemet is a quotation that goes on

# Markdown: the signs of headings below the first level, which go, and links, of which the text stays.
_MARKUP = r"^#{2,6} |!?\[([^][]*)]\([^()\s]*\)"

# A line that starts with one may be `unmarked`; asterisks around a line have weights of their own.
MARKS_AROUND = "_<"
LONGEST_TAG = 200  # characters

_DOUBLE = r'"[^"]*(?:"|$)'
# An apostrophe opens speech only after a space, and closes it only where no word goes on: don't, the players'
# wages.  (The expression begins with the apostrophe, so that the search runs at the speed of one character.)
_SINGLE = r"'(?<![^ (\[]')(?=\w)[^']*+(?>(?:'(?=\w)[^']*+)*)'(?!\w)"
_CORNERS = (("「", "」"), ("『", "』"))  # of Chinese, Japanese and Korean


# `re.sub` takes half a microsecond to find the compiled expression.
_compiled = cache(re.compile)


def unmarked(stripped: str) -> str:
    """Return a stripped line without the marks or tags around it; as it is if nothing else is left.

    >>> unmarked("_Donate now_"), unmarked("<p>Donate <b>now</b></p>")
    ('Donate now', 'Donate <b>now')
    """
    line = stripped
    if line[:1] == line[-1:] == "_":
        line = line.strip("_ ")
    while line[:1] == "<" and _is_tag(line[: (end := line.find(">", 0, LONGEST_TAG) + 1)]):
        line = line[end:].lstrip()
    while line[-1:] == ">" and _is_tag(line[(start := max(line.rfind("<", -LONGEST_TAG), 0)) :]):
        line = line[:start].rstrip()
    return line or stripped


def _is_tag(text: str) -> bool:
    """Whether a text is a tag of HTML, such as `<p class="end">`, and no address in angle brackets."""
    name = text[1:-1].lstrip("/").partition(" ")[0].rstrip("/")
    return text[:1] == "<" and name.isalnum() and name.isascii()


def examined(line: str) -> str:
    """Return a line as rules read it: folded, without quotations, and if it is long without its middle."""
    return unquoted(with_speech(line))


def with_speech(line: str) -> str:
    """Return what `examined` does, quotations included."""
    return ends(fold(ends(line)))  # folding may lengthen a line: © becomes a word


def ends(line: str) -> str:
    """Return a line without its middle if it is long."""
    return line if len(line) <= 2 * EXAMINED else f"{line[:EXAMINED]}\n{line[-EXAMINED:]}"


def fold(line: str) -> str:
    """Return `line` in lower case, with straight quotes and dashes and single spaces, stripped.

    `©` becomes the word copyright, `…` three dots, Turkish `ı` and `İ` become `i`, Russian `ё` becomes `е`;
    Markdown's signs go, and the addresses of its links.

    >>> fold("  Don’t  miss\\u00a0out – Subscribe! ")
    "don't miss out - subscribe!"
    """
    marks = _PLAIN
    if "]" in line or line[:1] == "#":
        line = _compiled(_MARKUP).sub(r"\1", line)
    if "``" in line or "''" in line:  # quotation marks of TeX
        line = line.replace("``", '"').replace("''", '"')
    if not line.isascii():
        line = _arrows(line)
        for mark, plain in _USUAL:  # several times as fast as str.translate with a dict
            if mark in line:
                line = line.replace(mark, plain)
    latin = _latin(line)
    if latin is None:
        line = line.lower()
    else:
        line, marks = latin.translate(_LOWER).decode("latin-1"), _PLAIN_LATIN
    if not line.isascii():
        for mark, plain in marks:
            if mark in line:
                line = line.replace(mark, plain)
                if line.isascii():
                    break
    if "  " in line or (latin is None and not line.isprintable()):
        line = " ".join(line.split())
    return line.strip().replace("copyright copyright", "copyright")


def _latin(text: str) -> bytes | None:
    """Return `text` in Latin-1, or None if it holds other characters."""
    if text[1:2] > "\xff":  # true of most lines in other scripts, even if they open with a mark
        return None
    data = text.encode("latin-1", "ignore")
    return data if len(data) == len(text) else None


def _arrows(line: str) -> str:
    """Return a line with the lone guillemet of a label as an arrow, < or >: `Read more »`, `« Older`."""
    if len(line) <= _ARROW_LABEL_CHARS and ("«" in line) != ("»" in line):
        return line.replace("«", "<").replace("»", ">")
    return line


def unquoted(folded: str) -> str:
    """Return a folded line without the text between quotation marks, since speech is no appeal.

    A quotation that the line does not close runs to its end, as in newspapers' long quotations.

    >>> unquoted('"please support us", she said')
    '"", she said'
    """
    if '"' in folded:
        folded = _compiled(_DOUBLE).sub('""', folded)
    if "'" in folded and (folded[0] == "'" or " '" in folded or "('" in folded or "['" in folded):
        folded = _compiled(_SINGLE).sub("''", folded)
    for opening, closing in _CORNERS:
        if opening in folded:
            folded = _compiled(f"{opening}[^{closing}]*(?:{closing}|$)").sub(opening + closing, folded)
    return folded


def lowered(text: str) -> str:
    """Return `text` in lower case, with spaces for the usual marks, without which most English is ASCII."""
    if not text.isascii():
        for mark in _MARKS_BETWEEN_WORDS:
            if mark in text:
                text = text.replace(mark, " ")
    return text.lower()


def split_words(text: str) -> list[str]:
    r"""Return the runs of letters, digits and underscores in `text`, as `re.findall(r"\w+", text)` would."""
    return spaced(text).split()


def spaced(text: str) -> str:
    """Return folded or lowered `text` with a space for every character that is part of no word.

    The length stays.  Translating bytes is several times as fast as an expression.
    """
    latin = _latin(text)
    if latin is not None:
        return latin.translate(_WORDS).decode("latin-1")
    text = text.encode("utf-8", "surrogatepass").translate(_ASCII_WORDS).decode("utf-8", "surrogatepass")
    if text.replace(" ", "").isalnum():
        return text
    return _compiled(_SIGN_OF_NO_WORD).sub(" ", text)  # other signs beyond ASCII
