"""Context: how likely a mark is between its neighbours.

A mark is known by its role, one letter: `O` `C` opening and closing double quotation mark, `o` `c` the
same single, `a` apostrophe, `n` `m` en and em dash, `e` ellipsis, `b` bullet, `s` no-break space, `$`
currency, `°` sign after a number, `«` `»`, `¿` `¡`, `l` non-ASCII letter, `?` a question mark that is one.
Two more are priced without context: `+` a sign such as ©, `x` any other character that stands for itself.

What is seen of a place are the classes of the characters on either side, the words there, how the sentence
began, the language, and which quotations stand open.  A logistic regression makes a probability for each role
of it.  Its weights (contexts.tsv) were fitted to intact articles by
`tools/fit_contexts.py`, which calls the functions below, so that both see the same.
"""

import os
import re
from array import array
from functools import cache, lru_cache
from itertools import repeat
from math import exp, log
from typing import NamedTuple

ROLES = "OCocanmebs$°«»¿¡?l"
ROLE_AT = {role: at for at, role in enumerate(ROLES)}
OPENING, CLOSING, QUOTING = frozenset("Oo«"), frozenset("Cc»"), frozenset("OCoc")
DASHES, PARTING = frozenset("nm"), frozenset("nme")
# What each mark closes: a quotation, or a question in Spanish.
CLOSED_BY = {"C": "O", "c": "o", "?": "¿", "»": "«"}
BLANKS = " \t\xa0"
REACH = 24  # characters of context on either side
SENTENCE = 300  # characters in which the beginning of a sentence is looked for

# One name for all characters that behave alike beside a mark.
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

LAST_WORD = re.compile(r"[^\W\d_]+$")
FIRST_WORD = re.compile(r"[^\W\d_]+")
DECADE = re.compile(r"\d0s\b")
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
# What French, Italian and Catalan shorten before an apostrophe, and what Turkish puts behind one.
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
# What a noun follows in French, and no dash.
BEFORE_FRENCH_NOUN = frozenset(
    """
    un une des du de le la les ce cet cette ces son sa ses leur leurs au aux notre nos votre vos
    entre pour par avec sans sous dans chez vers contre selon dès sur
    """.split()
)
# The words by which a sentence asks.
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
# What may stand before such a word.
JOINING = frozenset(
    "and but so or then well now und aber oder denn y o pero et mais ou e ma mas i a ale".split()
)
# A question behind a clause in English: `If so, how does it end`, `Still, is it better`.
AUXILIARY = r"(?:(?:do|does|did|is|are|was|were|has|have)(?:n.t)?|can|could|will|would|should)"
INVERSION = re.compile(
    rf"[,–—] ?(?:(?:how|what|why|where|when) {AUXILIARY}"
    rf"|{AUXILIARY} (?:you|we|they|he|she|it|I|this|that|there))\b"
)
# Where a sentence begins: behind the end of another, which may be quoted; in a quotation, whose opening mark
# may be damaged; behind a colon or a parenthesis.
SENTENCE_START = re.compile(
    r"""
    .* (?![A-Za-z0-9_ ]) (?:  # none of which these begin: the way back takes half as long
        (?P<end> [.!?…] [^\w\s]{0,6} [ ]+ (?![a-z]))
      | (?P<opening> ["“„«‘‚] | (?<!\S) [^\x00-\x7f]? [^\s\w(\[]{1,6} (?=[^\W\d_]))
      | : [ ] | \(
    )
    """,
    re.VERBOSE | re.DOTALL,
)

# What ends a contraction or a possessive behind its apostrophe; an elision, or the O of a name, before it.
SUFFIX = r"(?:s|t|re|ll|ve|d|m|S|T|RE|LL|VE|D|M)(?![^\W\d_])"
PREFIX = rf"(?i:\b(?:o|{'|'.join(sorted(ELIDED))})$)"
# The words that English shortens after.
SHORTENED = frozenset(
    """
    i you he she it we they who what that there here where how why when this could would should might must
    """.split()
)
# What a contraction ends in behind one of these, and behind any word.
SHORTENINGS = frozenset(("re", "ll", "ve", "d", "m"))
CONTRACTED = SHORTENINGS | {"s", "t"}
# What French, Italian and Catalan drop a vowel before.
AFTER_ELISION = "aeiouyhàâäáæéèêëíîïìóôöòœúûüùAEIOUYHÀÂÄÁÆÉÈÊËÍÎÏÌÓÔÖÒŒÚÛÜÙ"
# A vowel that is no word: `n?e` is née rather than n'e.
LONE = r"(?i:[eiouh](?![^\s.,;:!)]))"

# A whole word on either side, as a tight dash has it: longer than two letters, or one of the short ones.
SHORT_WORDS = "a|I|an|as|at|be|by|do|go|he|if|in|is|it|me|my|no|of|on|or|so|to|up|us|we"
WORD_BEFORE = rf"(?:[^\W\d_]{{3}}|[^\w\s]s|(?<![^\W\d_])(?:{SHORT_WORDS}))$"
WORD_BEHIND = rf"[^\W\d_]{{3}}|(?:{SHORT_WORDS})(?![^\W\d_])"

# What the probability of one mark after the other leaves out, in nats.  A missed closing mark costs nothing
# later: all that follows is read as within the quotation; and one that nothing opened passes in its place,
# though `the Smiths” house` closed the quotation before.  And no place tells the outlets that quote with
# single marks: where none stands open these are seldom right even where they are the likelier.  On outlets
# held back one wrong mark in twenty is right so; more than this changes little.
MISSED_CLOSING, UNOPENED, SINGLE = 0.6, 2.0, 1.0
# What it costs that a guillemet opens before what ends a sentence, or within others: the weights have seen
# few of them.
NOTHING_QUOTED, NESTED = 4.0, 3.0
# So much likelier, in nats, is a question mark behind a blank in French where no quotation stands open: more
# than anything else can be there, by weights that have seen too little French.
ASKED_APART = 6.0
# So much likelier, in nats, is a no-break space where French sets one: few of the articles that the weights
# were fitted to had kept theirs.  On outlets held back 4 and 6 do as well; numbers need 4.
SPACED = 5.0
# Languages that set an apostrophe nowhere but within words, and what it costs elsewhere.
ALWAYS_JOINING, LOOSE = frozenset({"es", "fr", "pt"}), 6.0
# What a dash costs in French where a noun is to follow.
UNFINISHED = 3.0
# What an apostrophe between two letters costs in English where neither side makes a contraction.  In other
# languages it parts what is longer, as a name and its ending.
UNBOUND = 2.5


class Side(NamedTuple):
    """What stands on one side of a mark: the class of the nearest character, and the word that it belongs to.

    `kind` is a name of `KINDS`, `a` or `A` for a letter, `0` for a digit, `x` for anything else, `_` before
    it for a blank between, and `^` or `$` for the end of the line; `^*` opens an item of a list.  `word` is
    empty unless the nearest character is a letter or a digit: the word itself if it is a telling one, or its
    shape.  `bound` says that in French a noun follows across a blank.
    """

    kind: str
    word: str
    bound: bool = False


BOUND = "<bound>"  # the shape of a piece that a language binds by an apostrophe
LENGTH = 3  # the most letters that a shape counts
PLAIN = "."  # how most sentences begin, as `beginning` has it
ITEM = Side("^*", "")  # before what opens an item of a list


class Place(NamedTuple):
    """Where a mark, or a run of them, stands: its sides, how the sentence began, and the language.

    `begun` is what `beginning` returns, or empty where no sentence may end.  `language` is the code of the
    only language of the document, or empty.
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
    return Side(kind, category(word, kind, "<", telling_words()), bound)


@lru_cache(1 << 10)
def _right(piece: str, blank: bool) -> Side:
    kind, word = raw_right(piece, blank)
    return Side(kind, category(word, kind, ">", telling_words()))


def raw_left(piece: str, blank: bool) -> tuple[str, str]:
    """Return the class and the word at the end of `piece`, what stands before a mark up to a blank."""
    if not piece:
        return "^", ""
    word = LAST_WORD.search(piece)
    backwards = NUMBER.match(piece[::-1])  # a number is one from either end
    return "_" * blank + kind_of(piece[-1]), word[0] if word else backwards[0][::-1] if backwards else ""


def raw_right(piece: str, blank: bool) -> tuple[str, str]:
    """Return the class and the word at the start of `piece`, what stands after a mark up to a blank."""
    piece = piece.rstrip()
    if not piece:
        return "$", ""
    word = FIRST_WORD.match(piece) or DECADE.match(piece) or NUMBER.match(piece)
    return "_" * blank + kind_of(piece[0]), word[0] if word else ""


def category(word: str, kind: str, side: str, telling: frozenset[str]) -> str:
    """Return a word itself if it is in `telling`, or the name of its shape.

    `telling` holds words behind their side and, if a blank is between, `_`.  `side` is `<` for a word before
    the mark and `>` for one behind it.
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


def beginning(line: str, at: int) -> str:
    """Return how the sentence began that reaches up to `at`: where, and `?` behind it if as a question does.

    It began behind another sentence (`.`), with a quotation (`"`), behind a colon or a parenthesis (`:`), or
    with the line (`^`).  A quotation that holds a whole sentence seldom ends without a full stop.
    """
    text = line[max(0, at - SENTENCE) : at]
    start = SENTENCE_START.match(text)
    where = "^" if start is None else "." if start["end"] else '"' if start["opening"] else ":"
    return where + "?" * _asks(text, start.end() if start else 0)


def _asks(text: str, start: int) -> bool:
    """Tell whether a sentence, from `start` on, begins as a question does."""
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
    """Return the ASCII letters of a word that has lost others, or nothing if it has lost none."""
    return "" if token.isalpha() else "".join(filter(str.isalpha, filter(str.isascii, token))).lower()


def place_of(line: str, start: int, end: int, language: str) -> Place:
    """Return the place of one mark that stands from `start` to `end` in a line."""
    left, right = left_side(line, start), right_side(line, end)
    begun = begun_if_known(left, right)
    return Place(left, right, beginning(line, start) if begun is None else begun, language)


def begun_if_known(left: Side, right: Side, several: bool = False) -> str | None:
    """Return how a sentence began if it need not be looked for between these sides, or None.

    That is nothing where no sentence may end; behind `several` marks any may.  In a contraction, two runs in
    five, all beginnings are the same.
    """
    if not (may_end(left, right) or (several and left.kind[0] not in "_^")):
        return ""
    return PLAIN if _is_joint(left, right) else None


def _is_joint(left: Side, right: Side) -> bool:
    """Tell whether what stands on either side makes a contraction."""
    within = left.kind in ("a", "A") and right.kind in ("a", "A")
    return within and right.word in CONTRACTED


def may_end(left: Side, right: Side) -> bool:
    """Tell whether a sentence may end here, so that it matters how it began."""
    return left.kind[0] not in "_^" and right.kind[0] in "_$)\"'?"


def features(place: Place, state: str) -> list[str]:
    """Return the names of the features of a place, and of the quotations that stand open there."""
    left, right, begun, language = place
    return [
        *_left_features(left, language, state),
        *_right_features(right, begun, language, state),
        *_joint_features(left, right, begun, state),
    ]


def _left_features(left: Side, language: str, state: str) -> list[str]:
    return [
        "any",
        f"L {left.kind}",
        f"l {left.kind[0] == '_':d}{left.word}",
        f"g {language}",
        f"gL {language} {left.kind}",
        f"s {state}",
        f"gs {language} {state}",
        f"sL {state} {left.kind}",
    ]


def _right_features(right: Side, begun: str, language: str, state: str) -> list[str]:
    return [
        f"R {right.kind}",
        f"r {right.kind[0] == '_':d}{right.word}",
        f"gR {language} {right.kind}",
        f"? {begun} {right.kind}",
        f"sR {state} {right.kind}",
        f"sr {state} {right.kind[0] == '_':d}{right.word}",
        f"s? {state} {begun} {right.kind}",
    ]


def _joint_features(left: Side, right: Side, begun: str, state: str) -> list[str]:
    before, behind = f"{left.kind[0] == '_':d}{left.word}", f"{right.kind[0] == '_':d}{right.word}"
    seen = [
        f"LR {left.kind} {right.kind}",
        f"Lr {left.kind} {behind}",
        f"lR {before} {right.kind}",
        f"sLR {state} {left.kind} {right.kind}",
    ]
    if begun:
        seen.append(f"s?L {state} {begun} {left.kind}")
    if left.word and right.word:
        words = [word if word[0] == "<" else "<>" for word in (left.word, right.word)]
        seen.append(f"lr {before[0]}{words[0]} {behind[0]}{words[1]}")
        if before[0] == behind[0] == "0" and left.kind in "aA" and right.kind in "aA":
            seen.append(f"j {_piece(left.word)}{_piece(right.word)}")
    return seen


def _piece(word: str) -> str:
    """Return `b` for a piece of a word that is bound, `c` for the end of a contraction, or its length.

    Two long pieces make no contraction, however common each of them is: `them—they`.
    """
    if word == BOUND:
        return "b"
    if word in CONTRACTED:
        return "c"
    return word[1] if word[0] == "<" else str(min(len(word), LENGTH))


@lru_cache(1 << 12)
def costs(place: Place, state: str) -> "array[float]":
    """Return the cost of each role at a place with the quotations `state` open, in nats: -ln P and prices.

    They stand in the order of ROLES: a dictionary of them would take four times the memory.
    """
    left, right, begun, language = place
    within, state = "«" in state, weighed(state)
    rows = [
        _of_left(left, language, state),
        _of_right(right, begun, language, state),
        *_weights().of(_joint_features(left, right, begun, state)),
    ]
    scores = list(map(sum, zip(*rows, strict=True)))
    whole = log(sum(map(exp, scores)))
    found = array("d", [whole - score for score in scores])
    found[ROLE_AT["»"]] += -MISSED_CLOSING if within else UNOPENED
    if right.kind[-1] in ".,:)$":
        found[ROLE_AT["«"]] += NOTHING_QUOTED
    if within:
        found[ROLE_AT["«"]] += NESTED
    found[ROLE_AT["C"]] += -MISSED_CLOSING if "O" in state else UNOPENED
    if not state:
        found[ROLE_AT["o"]] += SINGLE
        if _asks_apart(place):
            found[ROLE_AT["?"]] -= ASKED_APART
    if language == "en" and _parts_words(left, right):
        found[ROLE_AT["a"]] += UNBOUND
    if language in ALWAYS_JOINING and _is_loose(left, right):
        found[ROLE_AT["a"]] += LOOSE
    if language == "fr":
        if _is_spaced(left, right):
            found[ROLE_AT["s"]] -= SPACED
        if left.bound:
            found[ROLE_AT["n"]] += UNFINISHED
            found[ROLE_AT["m"]] += UNFINISHED
    return found


def _parts_words(left: Side, right: Side) -> bool:
    """Tell whether small letters stand on both sides, which no apostrophe joins: `world—a`."""
    bound = left.word[:2] == "<1" or left.word in {*ELIDED, BOUND} or right.word in {*CONTRACTED, BOUND}
    return left.kind == right.kind == "a" and not bound


def _is_loose(left: Side, right: Side) -> bool:
    """Tell whether what stands on either side leaves an apostrophe nothing to join."""
    return (left.kind not in ("a", "A") and right.kind != "0") or right.kind in ("_a", "_A", ".", ",", "$")


def _is_spaced(left: Side, right: Side) -> bool:
    """Tell whether French sets a no-break space: within « and », before `:`, in and around a number."""
    if left.kind == "0":
        return right.word == "<000>" or right.kind in ("a", "A", "%", "$", ":", ")")
    if left.kind == "(":
        return right.kind in ("a", "A", "0")
    elided = left.word == BOUND or left.word in ELIDED
    if elided or left.kind not in ("a", "A", ".", ")"):
        return False
    return right.kind in (")", ":") or (right.kind == "0" and left.kind == "a")


def _asks_apart(place: Place) -> bool:
    """Tell whether a question mark may stand here that only French sets apart: `Qui a payé ? Personne.`"""
    return (
        place.language == "fr"
        and place.left.kind in ("_a", "_A", "_0", "_)")
        and place.right.kind in ("_A", "_0", "$")
    )


# The sides of a new place are seldom new: most of the sum is known.
@lru_cache(1 << 10)
def _of_left(left: Side, language: str, state: str) -> "array[float]":
    return _sum(_left_features(left, language, state))


@lru_cache(1 << 10)
def _of_right(right: Side, begun: str, language: str, state: str) -> "array[float]":
    return _sum(_right_features(right, begun, language, state))


def _sum(seen: list[str]) -> "array[float]":
    """Return the sum of the weights of features, role by role."""
    return array("d", map(sum, zip((0.0,) * len(ROLES), *_weights().of(seen), strict=True)))


@cache
def after(state: str, role: str) -> str:
    """Return which quotations, and which question in Spanish, stand open after a mark, innermost last."""
    if role in OPENING or role == "¿":
        return state if role in state else state + role
    opened = CLOSED_BY.get(role, "")
    return state[: state.index(opened)] if opened and opened in state else state


def weighed(state: str) -> str:
    """Drop « from the open quotations: the weights were fitted without it."""
    return state.replace("«", "")


class _Weights(dict[str, tuple[float, ...]]):
    """The weights of each feature, one for each role, parsed when they are asked for.

    `telling` holds the words that are features themselves.
    """

    def __init__(self, telling: frozenset[str], rows: dict[str, str]) -> None:
        self.telling = telling
        self._rows = rows

    def of(self, seen: list[str]) -> list[tuple[float, ...]]:
        rows = self._rows
        return [self[name] for name in seen if name in rows]

    def __missing__(self, name: str) -> tuple[float, ...]:
        known = {cell[0]: _number(cell[1:]) for cell in self._rows[name].split(" ")}
        self[name] = weights = tuple(map(known.get, ROLES, repeat(0.0)))
        self._rows[name] = ""  # the numbers take its place
        return weights


_number = cache(float)  # five hundred of them make up thirty thousand weights


@cache
def _weights() -> _Weights:
    with open(f"{os.path.dirname(__file__)}/contexts.tsv", encoding="utf-8") as file:
        _, _, words, rows = file.read().split("\n", 3)
    cells = rows.replace("\n", "\t").split("\t")
    return _Weights(frozenset(words.split(" ")), dict(zip(cells[::2], cells[1::2], strict=False)))


def telling_words() -> frozenset[str]:
    """Return the words that are features themselves, as `category` has them."""
    return _weights().telling


def fits_inside(role: str, left: str, right: str) -> bool:
    """Tell whether a mark between two letters, after `left` and before `right`, has a reason to be there.

    An apostrophe makes a contraction, a dash or an ellipsis parts two words; anything else may have been
    a letter, but for what stands between a small letter and a capital.
    """
    between = left[-1].islower() and right[0].isupper()
    if between and role != "a":
        return role in PARTING or role in ("O", "o")
    if role == "a":
        return is_contraction(left, right) or (between and _ends_in_name(left))
    parts = role in PARTING and re.search(WORD_BEFORE, left) is not None
    return parts and re.match(WORD_BEHIND, right) is not None


def _ends_in_name(left: str) -> bool:
    """Tell whether a word that begins with a capital ends here, as the first piece of `De’Longo`."""
    word = LAST_WORD.search(left)
    return word is not None and word[0][0].isupper()


def is_contraction(left: str, right: str) -> bool:
    """Tell whether an apostrophe between two letters, after `left` and before `right`, has a reason to be.

    It makes a possessive, a contraction, an elision or an Irish name; anything else may have lost a letter.
    """
    return shortens(left, right) != ""


def shortens(left: str, right: str) -> str:
    """Return what an apostrophe between two letters makes, after `left` and before `right`, or nothing.

    That is `s` for what ends in one, as a possessive, `t` for another contraction of English, and `l` for an
    elision or an Irish name.
    """
    suffix = re.match(SUFFIX, right)
    if suffix:
        ending = suffix[0].lower()
        if ending == "s":
            return "s"
        word = LAST_WORD.search(left)
        shortened = word is not None and word[0].lower() in SHORTENED
        return "t" if (left[-1:] in "nN" if ending == "t" else shortened) else ""
    prefix = re.search(PREFIX, left)
    if prefix is None or re.match(LONE, right):
        return ""
    return "l" if right[0] in AFTER_ELISION or prefix[0] in "Oo" else ""
