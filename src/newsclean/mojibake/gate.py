"""The gate: a quick look at a whole article that spares intact text every stage of repair.

What each stage looks for is in `triggers`.  The gate is exact in one direction: where it says no, no stage
would change a character; where it says yes, the stages look for themselves.  An article costs one search at
most; for most articles a look at their few different runs of characters beyond ASCII is enough (`_foreign`).
tests/mojibake/test_gate.py tries ftfy and all stages on damaged and intact text, with and without the gate.
"""

import re
from collections.abc import Container, Iterable, Iterator
from functools import cache, lru_cache
from itertools import compress
from typing import Any

from newsclean.lines import Lines, in_parts
from newsclean.mojibake.triggers import (
    ALTERED,
    CLOSED,
    EAST_ASIA,
    ESCAPES,
    FAR,
    FEW_CURRENCIES,
    HEADS,
    LONE_STUMP,
    LOST_MARKS,
    MOST_FAR,
    NARROW,
    NO_UTF8,
    OTHER_ESCAPES,
    OTHER_LOST_MARKS,
    OTHER_ROWS,
    OTHERS,
    PLAIN_CHARACTERS,
    RARE,
    REGIONAL,
    TRACES,
    WIDE_MARKS,
    Row,
    suspicious,
    suspicious_if_plain,
    suspicious_or_led,
)

# Pairs of marks that stand side by side in one of twenty English articles.
PAIRS = ("’”", "”—", "—“", "“‘", "“…", "…”")
# One character for each kind of ASCII that the expressions of `triggers` distinguish; and a table for
# `bytes.translate` that makes a space of all ASCII.
AROUND = ("a", "A", "0", ".", " ", "\n", "-")
ASCII_AS_GAPS = b" " * 0x80 + bytes(range(0x80, 0x100))
# Runs in which nothing is suspicious whatever ASCII stands around them.
CLOSED_RUNS = frozenset((*CLOSED, *FEW_CURRENCIES, *PAIRS))
# A run of other letters beside Latin ones; Greek ones only in a word too long for a unit, as kΩ and μSv are.
IN_LATIN_WORD = "{0}(?:(?<=[A-Za-z]{0})|(?=[A-Za-z]))"
IN_LONG_WORD = (
    "{0}(?:(?<=[A-Za-z]{{3}}{0})|(?<=[A-Za-z]{{2}}{0})[A-Za-z]|(?<=[A-Za-z]{0})[A-Za-z]{{2}}|[A-Za-z]{{3}})"
)
CYRILLIC = "\u0400"
# The commonest runs of damage, suspicious whatever stands around them.
DAMAGED_RUNS = frozenset(("€™", "€¦", "â€™", "â€œ", "â€¦", "\x9d", "\ufffd"))
# A text is judged by its different runs of foreign characters if they are no more than MOST_RUNS, and each
# run by itself if it is no longer than LONGEST_RUN.  A text in another script has more runs, since they are
# words: it is searched whole.  So is a text whose characters take more than MOST_BYTES each.
LONGEST_RUN, MOST_RUNS, MOST_BYTES = 6, 64, 1.25
# A text longer than LONGEST_TEXT is searched in parts: as a whole it would not stay in the processor's cache
# while one thing after the other is looked for in it.  Neighbouring parts overlap by SHARED characters at
# least, more than any expression looks at.
LONGEST_TEXT, SHARED = 20_000, 40


def _by_first_byte(rows: list[Row]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row[0].encode()[0], []).append(row)
    return found


# The rows of LOST_MARKS and ESCAPES that are looked for first, question marks before all others.  A sign of
# ASCII is looked for by its number among the bytes of the text in UTF-8: looking for the character takes up
# to ten times as long among Cyrillic letters, many of which end in the same byte in memory.
ASCII_ROWS = tuple((ord(sign), expression) for sign, expression in (*LOST_MARKS, *ESCAPES) if sign.isascii())
# The other rows by the first byte of their character in UTF-8: most texts hold two or three of these bytes,
# and no row that begins with another byte needs to be looked for.
BY_FIRST_BYTE = _by_first_byte(OTHERS)
# Closed runs that no row looks for.
HARMLESS = frozenset(run.encode() for run in CLOSED_RUNS.difference(character for character, _ in OTHERS))

# `re.search` takes a quarter of a microsecond to find the compiled expression, as long as many searches here.
_compiled = cache(re.compile)


def look(source: str | Lines, raw: bytes | None = None) -> "Look | None":
    """Look at a text, or at the one that lines are of; None says that no stage of repair would change it.

    `raw` is the text in UTF-8, if the caller has it.
    """
    text = source if isinstance(source, str) else source.text
    if len(text) > LONGEST_TEXT:
        return Look(source) if any(map(look, _parts(text))) else None
    if raw is None:
        raw = text.encode("utf-8", "surrogatepass")
    if len(raw) > MOST_BYTES * len(text) and not _holds_any(text):
        return None
    if _holds(text, raw, ASCII_ROWS):
        return Look(source)
    if text.isascii():
        return None
    foreign = _foreign(text, raw)
    return Look(source, foreign) if foreign and _shows_damage(text, raw, foreign) else None


def may_be_damaged(text: str) -> bool:
    """Tell whether any stage of repair might change `text`; only a no is certain."""
    return look(text) is not None


class Look:
    """What the gate sees of a text that may be damaged, remembered: stage after stage asks, round by round.

    A long text is held by its lines alone, which may compress it meanwhile.
    """

    def __init__(self, source: str | Lines, foreign: str | None = None) -> None:
        """Take a text or its lines, and its runs of `foreign` characters if it has none of ASCII_ROWS."""
        self._source = source
        self._has_signs = foreign is None
        text = self._text
        if foreign is None and len(text) <= LONGEST_TEXT:
            foreign = "" if text.isascii() else _foreign(text)
        self._foreign = foreign
        self._escapes: bool | None = None
        self._lossy: bool | None = None
        self._misread: bool | None = None

    @property
    def _text(self) -> str:
        return self._source if isinstance(self._source, str) else self._source.text

    def may_hold_escapes(self) -> bool:
        """Tell whether `escapes` might change the text."""
        if self._escapes is None:
            escapes = ESCAPES if self._has_signs else OTHER_ESCAPES
            self._escapes = any(_has(part, escapes) for part in self._parts())
        return self._escapes

    def may_be_lossy(self) -> bool:
        """Tell whether `restore` might change the text."""
        if self._lossy is None:
            lost_marks = LOST_MARKS if self._has_signs else OTHER_LOST_MARKS
            self._lossy = any(_has(part, lost_marks) or _holds_traces(part) for part in self._parts())
        return self._lossy

    def may_be_misread(self) -> bool:
        """Tell whether a stage that rereads might change the text, disregarding letters that it names."""
        if self._misread is None:
            text, foreign = self._text, self._foreign
            self._misread = may_be_misread(text) if foreign is None else _looks_misread(text, foreign)
        return self._misread

    def may_be_altered(self) -> bool:
        """Tell whether `altered` might change the text."""
        return self.may_be_misread() and _has(self._text, ALTERED)

    def may_hold_wide_marks(self) -> bool:
        """Tell whether `wide_marks` might change the text."""
        return self.may_be_misread() and _has(self._text, WIDE_MARKS)

    def may_be_regional(self) -> bool:
        """Tell whether `regional` might change the text."""
        if not self.may_be_misread():
            return False
        text, foreign = self._text, self._foreign
        return _has(text, REGIONAL) or (foreign is not None and _mixes_letters(text, foreign))

    def may_be_double_byte(self) -> bool:
        """Tell whether `double_byte` might change the text."""
        return self.may_be_misread() and may_be_double_byte(self._text)

    def may_have_lost_letters(self) -> bool:
        """Tell whether the text holds the first byte of a letter that `alphabets` might complete."""
        return self.may_be_misread() and any(map(self._text.__contains__, HEADS))

    def _parts(self) -> Iterable[str]:
        text = self._text
        return (text,) if len(text) <= LONGEST_TEXT else _parts(text)


def _parts(text: str) -> Iterator[str]:
    """Yield overlapping parts of a text, which begin and end at a space if there is one near."""
    start = 0
    while len(text) - start > LONGEST_TEXT:
        end = _space(text, start + LONGEST_TEXT // 2, start + LONGEST_TEXT)
        yield text[start:end]
        start = _space(text, end - 2 * SHARED, end - SHARED)
    yield text[start:]


def _space(text: str, start: int, end: int) -> int:
    """Return the place after the last space between `start` and `end`, or `end` if there is none."""
    return text.rfind(" ", start, end) + 1 or end


def _holds_any(text: str) -> bool:
    """Answer as `may_be_damaged` with a single search; its yes is even less certain."""
    return suspicious_or_led().search(text) is not None or _has(text, OTHER_ROWS)


def _shows_damage(text: str, raw: bytes, foreign: str) -> bool:
    """Answer as `may_be_damaged` for a `text` without ASCII_ROWS, given its runs of `foreign` characters."""
    if _holds_damage(text, foreign) or _has(foreign, TRACES):
        return True
    among = raw if foreign is text else foreign.encode("utf-8", "surrogatepass")
    for first, rows in BY_FIRST_BYTE.items():
        if first in among and _holds(text, foreign, rows):
            return True
    return _is_suspicious(text, foreign) or _mixes_letters(text, foreign)


def may_be_misread(text: str) -> bool:
    """Tell whether a stage that rereads might change `text`, disregarding letters that it names."""
    if len(text) > LONGEST_TEXT:
        return any(map(may_be_misread, _parts(text)))
    return not text.isascii() and _looks_misread(text, _foreign(text))


def _holds_traces(text: str) -> bool:
    """Tell whether a mark is left that lost characters, but not to question marks."""
    return not text.isascii() and (_has(text, TRACES) or holds_stumps(text))


def holds_stumps(text: str) -> bool:
    """Tell whether an â stands where only a mark can stand, and no letter."""
    return "â" in text and _compiled(LONE_STUMP).search(text) is not None


def may_be_double_byte(text: str) -> bool:
    """Tell whether `double_byte` might change `text`."""
    return any(part.encode("utf-8", "surrogatepass").translate(None, NARROW) for part in in_parts(text))


def _has(text: str, table: Iterable[Row]) -> bool:
    return _holds(text, text, table)


def _holds(text: str, foreign: Container[Any], table: Iterable[tuple[Any, str]]) -> bool:
    """Tell whether `text` matches an expression of `table` whose character, or byte, is in `foreign`."""
    for character, expression in table:  # noqa: SIM110  `any` costs as much as three looks
        if character in foreign and _compiled(expression).search(text):
            return True
    return False


def _foreign(text: str, raw: bytes | None = None) -> str:
    """Return the different runs of foreign characters in `text`, except `HARMLESS` ones, separated by spaces.

    In most languages in Latin letters an article has some twenty.  Where there are too many (MOST_RUNS), the
    text itself is returned.
    """
    if len(text) > LONGEST_TEXT:
        return text
    raw = text.encode("utf-8", "surrogatepass") if raw is None else raw
    if len(raw) > MOST_BYTES * len(text):
        return text
    runs = {*raw.translate(ASCII_AS_GAPS).split()}
    if len(runs) > MOST_RUNS:
        return text
    runs = runs - HARMLESS  # not `-=`, which would go through all of HARMLESS
    return b" ".join(runs).decode("utf-8", "surrogatepass") if runs else ""


def _looks_misread(text: str, foreign: str) -> bool:
    """Answer as `may_be_misread` for a `text`, given its runs of `foreign` characters."""
    # In a repaired text there may be none left; then no expression is compiled.
    return bool(foreign) and (
        _holds_damage(text, foreign)
        or _holds(text, foreign, RARE)
        or _is_suspicious(text, foreign)
        or _mixes_letters(text, foreign)
    )


def _holds_damage(text: str, foreign: str) -> bool:
    """Tell whether a run in `foreign` is common damage, as in most damaged articles; compiles nothing."""
    return foreign is not text and not DAMAGED_RUNS.isdisjoint(foreign.split(" "))


def _is_suspicious(text: str, foreign: str) -> bool:
    """Tell whether anything in `foreign` is suspicious where it stands, except letters that `text` names."""
    found = _suspect(text, foreign)
    if found is None:
        return False
    from newsclean.mojibake.mentions import names_letter_near, without_named_letters

    if not names_letter_near(text, *found.span()):  # then the whole text need not be looked through
        return True
    rest = without_named_letters(text)
    return rest == text or _suspect(rest, _foreign(rest)) is not None


def _suspect(text: str, foreign: str) -> re.Match[str] | None:
    """Return a suspicious match in `text`: the first if its runs are many, else one in a run of `foreign`."""
    if foreign is text:
        return suspicious().search(text)
    runs = (_suspect_in_run(run, text) for run in foreign.split(" ") if not _is_closed(run))
    return next(filter(None, runs), None)


def _mixes_letters(text: str, foreign: str) -> bool:
    """Tell whether a letter or two of another script stand in a word of Latin ones: `cafй`, `it抯`."""
    # Few texts have anything beyond Latin letters and marks.  Asking for just those scripts takes ten times
    # as long.
    if foreign is text or not _compiled("[^\x00-\u036f\u2000-\u21ff]").search(foreign):
        return False
    far = [run for run in foreign.split(" ") if _is_far(run[:1]) and len(run) <= MOST_FAR]
    return any(
        re.search((IN_LATIN_WORD if run >= CYRILLIC else IN_LONG_WORD).format(run), text) for run in far
    )


def _is_far(letter: str) -> bool:
    return FAR[0] <= letter < FAR[1] or EAST_ASIA[0] <= letter <= EAST_ASIA[1]


@lru_cache(maxsize=4096)
def _is_closed(run: str) -> bool:
    """Tell whether nothing in a run is suspicious, whatever ASCII stands around it."""
    if run in CLOSED_RUNS:  # in most articles all runs are, and no expression is compiled
        return True
    if len(run) > LONGEST_RUN:
        return False
    among = "".join(f"{before}{run}{after}" for before in AROUND for after in AROUND)
    return _expression(run).search(among) is None


def _suspect_in_run(run: str, text: str) -> re.Match[str] | None:
    """Return the first match in any occurrence of a run in `text`; no condition looks past its neighbours."""
    expression = _expression(run)
    at = text.find(run)
    while at >= 0:
        end = at + len(run)
        if found := expression.search(text, at, end + 1):
            return found
        at = text.find(run, end)
    return None


def _expression(characters: str) -> re.Pattern[str]:
    return suspicious_if_plain() if PLAIN_CHARACTERS.issuperset(characters) else suspicious()


def may_be_reread(lines: Lines) -> bytearray | None:
    """Return 1 for each line that `reversible.undo_certain` might change, or None if there is none.

    None spares loading ftfy.

    Lines of ASCII have 0, unless all other lines have 1.
    """
    throughout = may_be_utf8(lines.text)
    chosen = bytearray([1]) * len(lines) if throughout else bytearray(map(may_be_utf8, lines))
    return chosen if any(map(may_be_misread, compress(lines, chosen))) else None


def may_be_utf8(line: str) -> bool:
    """Tell whether a line beyond ASCII may be UTF-8 that was read in a codec of one byte a character.

    No such codec makes a single character beyond ASCII between two of ASCII out of UTF-8, nor exactly two of
    which the first is â: as the head of a character â is followed by two others.  And only Mac Roman reads
    the head of a character as "€", that of an Arabic letter, which `reversible.repair` will read as well.
    """
    return not line.isascii() and not _compiled(NO_UTF8).search(line)
