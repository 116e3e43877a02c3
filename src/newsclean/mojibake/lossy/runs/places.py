"""The place of a mark as the context sees it: what stands on either side, and how the sentence began.

    line     Why did they pay? she asked, where ? was read as a mark
    left     a: a small letter, the last one of <3>: a word of three letters or more
    right    _a: a small letter behind a blank, the first one of `she`, a telling word
    begun    ^?: at the start of the line, and as a question does

Telling words are seen as themselves, all others by their shape.  `telling.txt` has them;
`tools/fit_contexts.py` finds them.
"""

import os
import re
from functools import cache, lru_cache
from sys import intern
from typing import NamedTuple

BLANKS = " \t\xa0"
REACH = 24  # characters of context on either side
SENTENCE = 300  # characters before a mark in which the beginning of its sentence is looked for

# Classes of characters that behave alike beside a mark, by name.
KINDS = {
    "(": "“‘„‚«‹([{",
    ")": "”’»›)]}",
    "-": "–—-",
    ".": ".!…",
    "?": "?",
    "¿": "¿¡",
    ",": ",",
    ":": ":;",
    '"': '"',
    "'": "'",
    "$": "$£€¢",
    "%": "%°",
    "/": "/",
    "@": "@#",
    "*": "*•",
}
KIND = {char: name for name, chars in KINDS.items() for char in chars}

LAST_WORD = re.compile(r"[^\W\d_]++$")
FIRST_WORD = re.compile(r"[^\W\d_]+")
DECADE = re.compile(r"\d0s\b")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# Words that French, Italian and Catalan shorten before an apostrophe, and endings that Turkish puts behind
# one.
ELIDED = frozenset(
    """
    l d qu n s j m c t un all dell nell dall sull coll jusqu lorsqu puisqu quoiqu quelqu aujourd
    sant quest quell bell tutt nessun ciascun cent mezz senz gl
    """.split()
)
SUFFIXED = frozenset(
    """
    da de ta te dan den tan ten nin nın nun nün in ın un ün a e ya ye na ne yi yı yu yü i ı u ü la le
    yla yle lı li lu lü daki deki taki teki dir dır tir tır nda nde ndan nden
    """.split()
)
VOWELS = "aeiouhéèêàâîôûœ"
# What follows the apostrophe of an English contraction: behind some words only, as `you`, and behind any
# word.
SHORTENINGS = frozenset(("re", "ll", "ve", "d", "m"))
CONTRACTED = SHORTENINGS | {"s", "t"}
# French words that a noun follows, and no dash.
BEFORE_FRENCH_NOUN = frozenset(
    """
    un une des du de le la les ce cet cette ces son sa ses leur leurs au aux notre nos votre vos
    entre pour par avec sans sous dans chez vers contre selon dès sur
    """.split()
)
# Words with which questions begin.
ASKING = frozenset(
    """
    who whom whose what when where why which how is are was were am do does did can could will would should
    shall has have had isn aren
    wer was wann wo warum wie welche welcher hat ist sind kann können wieso
    quién qué cuándo dónde cómo cuál por quem que quando onde como qual
    chi che cosa dove perché come quale
    qui quoi quand où pourquoi comment quel quelle est
    wat wanneer waar waarom hoe welke kto co kiedy gdzie dlaczego jak czy kim ne neden nasıl hangi
    """.split()
)
ASKING_LETTERS = frozenset("".join(filter(str.isascii, word)) for word in ASKING if not word.isascii())
# Words that may stand before one of these.
JOINING = frozenset(
    "and but so or then well now und aber oder denn y o pero et mais ou e ma mas i a ale".split()
)
# A question after a clause in English: `If so, how does it end`, `Still, is it better`.
AUXILIARY = r"(?:(?:do|does|did|is|are|was|were|has|have)(?:n.t)?|can|could|will|would|should)"
INVERSION = re.compile(
    rf"[,–—] ?(?:(?:how|what|why|where|when) {AUXILIARY}"
    rf"|{AUXILIARY} (?:you|we|they|he|she|it|I|this|that|there))\b"
)
# Where a sentence begins: after the end of another one, which may be quoted; in a quotation, whose opening
# mark may be damaged; after a colon or an opening parenthesis.
SENTENCE_START = re.compile(
    r"""
    .* (?![A-Za-z0-9_ ]) (?:  # no start begins with one of these: halves the search
        (?P<end> [.!?…] [^\w\s]{0,6} [ ]+ (?![a-z]))
      | (?P<opening> ["“„«‘‚] | (?<!\S) [^\x00-\x7f]? [^\s\w(\[]{1,6} (?=[^\W\d_]))
      | : [ ] | \(
    )
    """,
    re.VERBOSE | re.DOTALL,
)


class Side(NamedTuple):
    """What stands on one side of a mark: the class of the nearest character, and the word that it belongs to.

    `kind` is a name from `KINDS`, `a` or `A` for a letter, `0` for a digit or `x` for anything else, with `_`
    in front if a blank stands between; or `^` or `$` for the start or end of the line, or `^*` before an item
    of a list.  `word` is the word itself if it is a telling one, else its shape (`category`); it is empty if
    the nearest character is neither a letter nor a digit.  `bound` says that a French word before a blank
    requires a noun to follow.
    """

    kind: str
    word: str
    bound: bool = False

    @property
    def is_letter(self) -> bool:
        """Whether the nearest character is a letter, and no blank stands between."""
        return self.kind in ("a", "A")


BOUND = "<bound>"  # the shape of a piece that its language joins to another by an apostrophe
LENGTH = 3  # letters that a shape counts at most
PLAIN_BEGINNING = "."  # how most sentences begin, in the terms of `beginning`
ITEM = Side("^*", "")  # the left side of what opens an item of a list


class Place(NamedTuple):
    """Where a mark, or a run of them, stands: its sides, how the sentence began, and the language.

    `begun` is what `beginning` returns, or empty where no sentence can end.  `language` is the code of the
    document's language, or empty if it has several or none.
    """

    left: Side
    right: Side
    begun: str
    language: str


def kind_of(char: str) -> str:
    """Return the name of the class of a character."""
    if char.isalpha():
        return "A" if char.isupper() else "a"
    return "0" if char.isdigit() else KIND.get(char, "x")


def left_side(line: str, at: int) -> Side:
    """Return what stands before a mark at `at`."""
    text = line[at - REACH if at > REACH else 0 : at]
    kept = text.rstrip(BLANKS)
    return _left(kept[kept.rfind(" ") + 1 :], len(kept) != len(text))


def right_side(line: str, at: int) -> Side:
    """Return what stands after a mark that ends at `at`."""
    text = line[at : at + REACH]
    kept = text.lstrip()
    end = kept.find(" ")
    return _right(kept if end < 0 else kept[:end], len(kept) != len(text))


@lru_cache(1 << 10)
def _left(piece: str, blank: bool) -> Side:
    kind, word = raw_left(piece, blank)
    bound = blank and word.lower() in BEFORE_FRENCH_NOUN
    return Side(intern(kind), intern(category(word, kind, "<", telling_words())), bound)


@lru_cache(1 << 10)
def _right(piece: str, blank: bool) -> Side:
    kind, word = raw_right(piece, blank)
    return Side(intern(kind), intern(category(word, kind, ">", telling_words())))


def raw_left(piece: str, blank: bool) -> tuple[str, str]:
    """Return the class and the word at the end of `piece`, the text before a mark back to a blank."""
    if not piece:
        return "^", ""
    word = last_word(piece)
    backwards = NUMBER.match(piece[::-1])  # a number is one from either end
    return "_" * blank + kind_of(piece[-1]), word or (backwards[0][::-1] if backwards else "")


def raw_right(piece: str, blank: bool) -> tuple[str, str]:
    """Return the class and the word at the start of `piece`, the text after a mark up to a blank."""
    piece = piece.rstrip()
    if not piece:
        return "$", ""
    word = FIRST_WORD.match(piece) or DECADE.match(piece) or NUMBER.match(piece)
    return "_" * blank + kind_of(piece[0]), word[0] if word else ""


def last_word(text: str) -> str:
    """Return the word at the end of a text, or an empty string."""
    # To search all of the text takes four times as long.
    word = LAST_WORD.search(text, text.rfind(" ") + 1)
    return word[0] if word else ""


def first_word(text: str, start: int = 0) -> str:
    """Return the word that begins at `start`, or an empty string."""
    word = FIRST_WORD.match(text, start)
    return word[0] if word else ""


def category(word: str, kind: str, side: str, telling: frozenset[str]) -> str:
    """Return a word itself if it is in `telling`, or the name of its shape.

    `side` is `<` for a word before the mark and `>` for one after it.  In `telling`, each word has its side
    in front, then `_` if a blank stands between.
    """
    blank = kind[0] == "_"
    lower = word.lower()
    if not word or f"{side}{'_' * blank}{lower}" in telling:
        return lower
    if word[0].isdigit():
        return _shape_of_number(word)
    if not blank and lower in (ELIDED if side == "<" else SUFFIXED):
        return BOUND
    case = "A" if word.isupper() and len(word) > 1 else "T" if word[0].isupper() else ""
    shape = f"{min(len(word), LENGTH)}{case}"
    if not blank and side == "<":
        shape += {"s": "s", "x": "z", "z": "z"}.get(lower[-1], "")
    elif not blank:
        shape += "v" if lower[0] in VOWELS else ""
    return f"<{shape}>"


def _shape_of_number(number: str) -> str:
    """Return the shape of a decade, a year or a quantity: `90s`, `98`, `1998`, `4,500`."""
    if number.isdigit():
        return f"<{'0' * min(len(number), 4)}>"
    return "<decade>" if number[-1] == "s" else "<0,0>"


@cache
def telling_words() -> frozenset[str]:
    """Return the telling words, in the form that `category` wants."""
    with open(f"{os.path.dirname(__file__)}/telling.txt", encoding="utf-8") as file:
        return frozenset(file.read().split("\n")[1].split(" "))


def beginning(line: str, at: int) -> str:
    """Return where the sentence began that reaches up to `at`, with `?` appended if it began as questions do.

    It began after another sentence (`.`), with a quotation (`"`), after a colon or parenthesis (`:`), or with
    the line (`^`).  This matters because a quotation that holds a whole sentence seldom ends without a full
    stop.
    """
    text = line[max(0, at - SENTENCE) : at]
    start = SENTENCE_START.match(text)
    where = "^" if start is None else "." if start["end"] else '"' if start["opening"] else ":"
    return where + "?" * _asks(text, start.end() if start else 0)


def _asks(text: str, start: int) -> bool:
    """Tell whether a sentence that begins at `start` begins as questions do."""
    word = FIRST_WORD.search(text, start)
    if word and word[0].lower() in JOINING:
        word = FIRST_WORD.search(text, word.end())
    if word is None:
        return False
    return (
        word[0].lower() in ASKING
        or _letters(text[word.start() :].split(" ", 1)[0]) in ASKING_LETTERS
        or INVERSION.search(text, word.start()) is not None
    )


def _letters(token: str) -> str:
    """Return the ASCII letters of a word that has lost others, or "" if it has lost none."""
    return "" if token.isalpha() else "".join(filter(str.isalpha, filter(str.isascii, token))).lower()


def place_of(line: str, start: int, end: int, language: str) -> Place:
    """Return the place of one mark that stands from `start` to `end` in a line."""
    left, right = left_side(line, start), right_side(line, end)
    begun = begun_if_known(left, right)
    return Place(left, right, beginning(line, start) if begun is None else begun, language)


def begun_if_known(left: Side, right: Side, several: bool = False) -> str | None:
    """Return how the sentence began if that is known without a search, or None.

    It is "" where no sentence can end between these sides (after `several` marks in a row one always can).
    In a contraction, as two runs in five are, it does not matter how the sentence began: PLAIN_BEGINNING.
    """
    if not (may_end(left, right) or (several and left.kind[0] not in "_^")):
        return ""
    return PLAIN_BEGINNING if _is_joint(left, right) else None


def _is_joint(left: Side, right: Side) -> bool:
    """Tell whether the two sides make a contraction."""
    within = left.kind in ("a", "A") and right.kind in ("a", "A")
    return within and right.word in CONTRACTED


def may_end(left: Side, right: Side) -> bool:
    """Tell whether a sentence can end between these sides, so that it matters how it began."""
    return left.kind[0] not in "_^" and right.kind[0] in "_$)\"'?"
