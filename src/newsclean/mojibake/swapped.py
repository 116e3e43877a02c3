"""Text that was written in one 8-bit codec and read in another.

Each character became one other character: `donÕt` is Mac Roman read as Windows-1252, `ìWeî` the reverse,
`donÆt` Windows-1252 read in a DOS codec.  Nothing is lost, but any text can be read in any of these codecs.
What stands beside each character shows which reading is right (see `fit`).  A document is read anew if its
characters then fit their places better.  Lines with marks that fit as they stand are left, and do not count.
"""

import re
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import compress, count
from operator import not_
from typing import NamedTuple

from newsclean.edits import NO_EDITS, Edits, rewritten
from newsclean.lines import LONGEST_ARTICLE, Lines, at_spaces
from newsclean.mojibake.fit import DASHES, QUOTATION, QUOTES_AND_DASHES, fit, is_cyrillic
from newsclean.mojibake.gate import may_be_misread
from newsclean.mojibake.triggers import CAPITALS

# What the swaps below make of apostrophes, quotation marks, dashes and accented letters: capitals behind
# small letters or in place of dashes, and small letters where a quotation opens.  `triggers` looks for the
# same.
TRIGGER = re.compile(
    f"[a-z][À-ÖØ-Þ{CAPITALS}ĞŐ─-▟Ѐ-ԯͰ-Ͽ]|[.,!?][ÓÒÆ]|[ ][ÑÐñóûù][ ]|[ìô][A-Z]|n[íĺ]t|I[íĺ]m|[iI]t[íĺ]s"
    "|[а-я]€|€[а-я]"
)


class Swap(NamedTuple):
    """The codec in which a text was written, and the one in which it was read."""

    written: str
    read: str


COMMON = (
    Swap("mac_roman", "cp1252"),
    Swap("cp1252", "mac_roman"),
    Swap("cp1252", "cp437"),
    Swap("cp1252", "cp850"),
    Swap("cp1251", "mac_cyrillic"),
)
SWAPS = (
    *COMMON,
    *(Swap("mac_roman", read) for read in ("cp1250", "cp1251", "cp1253", "cp1254", "cp1257")),
    *(Swap("cp1252", read) for read in ("cp852", "cp866", "koi8_r", "mac_latin2")),
    *(Swap("mac_roman", read) for read in ("cp437", "cp850", "cp852", "cp866", "koi8_r")),
)
# Two codecs with most letters in the same places: which of them a text was written in, its words tell.
WEST, CENTRE = "cp1252", "cp1250"
# A document is read anew if its characters fit better by at least this many points: a contraction is worth
# three, a capital behind a small letter costs one (`fit`).
GAIN = 2
# A rare swap must gain this many points more than a common one: `worksÉ` alone could come from any of them.
RARE = 2
CONTRACTION = re.compile(
    r"(?<![^\W\d_])(?:[Ii]t|[Tt]hat|[Ww]hat|[Tt]here|[Ss]?[Hh]e|[Ll]et|[Ww]ho)’(?=s\b)|[a-z]n’(?=t\b)"
    r"|(?<![^\W\d_])(?:I|[Yy]ou|[Ww]e|[Tt]hey)’(?=(?:ve|re|ll|d|m)\b)"
)
# A quotation that stands as it should.
QUOTED = re.compile("(?<!\\w)“[A-Za-z][^“”]{0,300}[A-Za-z.,!?]”(?!\\w)")
# Letters that were dashes, or are words: ó in Irish, in Portuguese and Catalan verse, in Spanish between
# figures, Ñ and Ð where the letters themselves are spoken of.  Behind an article or a preposition, at the
# beginning of a sentence and before a comma no dash stands.
LONE_LETTER = re.compile("(?<= )[ÑÐñóûù](?= )")
NO_DASH = re.compile(
    "(?:^|[.!?] |(?<![^\\W_])(?:[Aa]n?|[Tt]he|[Oo]f|[Aa]nd|[Oo]r|[Ll]etters?|[Ww]ith|[Aa]s) )[ÑÐñóûù] "
    "| [ÑÐñóûù][,;:]"
)
SAMPLE = 6_000  # characters by which the languages of a document are known
# Letters in a row, and signs that stand in words only where something is wrong: no quotation marks or dashes.
WORD = re.compile("[A-Za-z¡-ª¬-º¼-\u2012\u2020-\u2025\u2030-\uffff]+")
# Of the words beyond ASCII that undoing a true swap makes, at least the share LISTED are on the word list, if
# the language has one.  Of 1,900 true swaps 9 failed this test, all of texts that had lost letters before; of
# 813 false ones, in texts that had lost bytes of misread UTF-8, 49 passed.  Fewer than FEW words say nothing,
# and MOST_ASKED are asked.
FEW, LISTED, MOST_ASKED = 3, 0.3, 100
# So many lines that fit better, and half as many at most that fit worse, show that all were read so.  Of 702
# articles read in Mac Roman, in Windows-1252 or in cp437, 567 come back whole with this, and 542 without;
# beside a single misread paragraph, ten intact lines change either way.
SEVERAL = 2
# Marks that tell of a swap without a listed word, since no other reading makes them.
MADE = re.compile("[“”„‘’…]|«(?=[^«»]*»)")
# Letters that tell nothing by fitting badly: first bytes of UTF-8, of which `Â` is all that is left of a
# no-break space, and the signs of units, as in kΩ and µA.
RESTS = frozenset("ÂÃÎΩµ")
# Another damage, UTF-8 read as Windows-1252: the first byte of a letter or symbol beside what is left of the
# second, `zÅ?oty`, `COâ‚‚`; or the second byte beside a first one that was lost, `Bego?±a`.
OTHER_DAMAGE = re.compile(
    "[a-z][ÃÄÅ][?\ufffd\"']|[ÃÄÅ][?\ufffd\"'][a-z]|â[?\ufffd‚€]|[?\ufffd](?<=[A-Za-z].)[\xa1-\xbf]"
)
# Cyrillic vowels that look like Latin ones, and ў, in a word of Latin letters: no swap leaves them there, but
# people type them.
LOOK_ALIKE = re.compile("[аеоіў](?:(?<=[A-Za-z].)|(?=[A-Za-z]))")
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
# A word of another script than Latin: no swap of Latin letters leaves four of its letters in a row.
GREEK_OR_CYRILLIC = re.compile("[Ͱ-ԯ]{4}")
# The characters of Windows-1252 for bytes that Latin-1 reads as controls, and an expression for those it
# changes.
CONTROLS = {code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)}
CONTROL = re.compile(f"[{''.join(chr(code) for code, char in CONTROLS.items() if chr(code) != char)}]")
# Characters of UTF-8 (RFC 3629), and the codecs that it is read in.
UTF8 = re.compile(rb"(?:[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3})+")
MISREAD = ("cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1257", "iso8859_2", "iso8859_15", "mac_roman")


def repair(lines: Lines, others: bytes | bytearray = b"") -> tuple[Lines, Edits]:
    """Return the lines, read by the swap after which they fit best, and an edit for each change.

    `others` has 1 for each line that another stage has repaired: it was damaged in another way, and is left
    out.
    """
    if not TRIGGER.search(lines.text) or not may_be_misread(lines.text):
        return lines, NO_EDITS
    others = others or bytes(len(lines))
    candidates = bytearray(
        not (other or _is_utf8(line) or LOOK_ALIKE.search(line))
        for line, other in zip(lines, others, strict=True)
    )
    chosen = lines.some([*compress(count(), candidates)])
    swapped, _ = rewritten(chosen, map(_without_controls, chosen), "misread:iso8859-1 as cp1252")
    lone = _lone_words(swapped)
    weighing = _Weighing(swapped)
    weighed = {swap: weighing.weigh(_table(swap)) for swap in SWAPS}
    points = {swap: gain - _doubts(swap, lone) for swap, (gain, _) in weighed.items()}
    swap = max(SWAPS, key=points.__getitem__)
    if points[swap] < GAIN:
        return lines, NO_EDITS
    twin = Swap(CENTRE, swap.read)
    if swap.written == WEST and _makes_more_words(swapped, _table(twin), _table(swap)):
        swap, weighed[twin] = twin, weighing.weigh(_table(twin))
    table, stay = _table(swap), weighed[swap][1]
    if not _is_believed(lines.head(SAMPLE), compress(swapped, map(not_, stay)), table):
        return lines, NO_EDITS
    _leave_intact(swapped, table, [*weighing.gains(table)], stay)
    each = zip(swapped, stay, strict=True)
    reread = (
        _read(line, table, *next(each)) if candidate else line
        for line, candidate in zip(lines, candidates, strict=True)
    )
    return rewritten(lines, reread, f"misread:{swap.written} as {swap.read}")


def _is_believed(head: str, lines: Iterable[str], table: dict[int, str]) -> bool:
    """Tell whether `lines` once read by `table` have words of the document's language, or marks.

    `head` is the beginning of the document.  If that is short, or in an unlisted language, all words are
    believed, except where nothing but RESTS tells of a swap.  No swap is believed that breaks more listed
    words than it makes words and marks: `líder` was not `l’der`.
    """
    from newsclean.mojibake.lossy.letters import languages

    if any(map(is_cyrillic, table.values())):  # of which there is no list
        return True
    document = languages.read(head)
    lost: set[str] = set()
    made: set[str] = set()
    marks = fitting = 0
    for line in lines:
        start = line[:SAMPLE]
        read = start.translate(table)
        before, after = _foreign_words(start), _foreign_words(read)
        lost |= before - after
        made |= after - before
        marks += len(MADE.findall(read)) - len(MADE.findall(start))
        fitting += any(_fits_better(start, read, foreign.start()) for foreign in BEYOND_ASCII.finditer(start))
        if len(made) > MOST_ASKED:
            break
    listed, listed_before = (_listed(words, document.languages) for words in (made, lost))
    if (listed_before and listed + marks <= listed_before) or not (listed or marks > 0 or fitting):
        return False
    if len(head.split()) < languages.FEW_WORDS or not document.listed:
        return True
    return len(made) < FEW or listed >= LISTED * len(made)


def _makes_more_words(lines: Iterable[str], table: dict[int, str], rival: dict[int, str]) -> bool:
    """Tell whether reading `lines` by `table` makes clearly more listed words than by `rival`."""
    made: set[str] = set()
    against: set[str] = set()
    for line in lines:
        ours, theirs = _foreign_words(line.translate(table)), _foreign_words(line.translate(rival))
        made |= ours - theirs
        against |= theirs - ours
        if len(made) > MOST_ASKED:
            break
    return _listed(made, {}) > max(FEW, 2 * _listed(against, {}))


def _leave_intact(lines: Lines, table: dict[int, str], gains: list[int], stay: bytearray) -> None:
    """Put a 1 into `stay` for each line that fits no better once read by `table`, and gains no words.

    Where more than half of the lines beyond ASCII do fit better, or SEVERAL and few worse, the document was
    damaged as a whole, and the others were too.
    """
    better, worse = sum([gain > 0 for gain in gains]), sum([gain < 0 for gain in gains])
    several = better >= SEVERAL and better > 2 * worse
    if several or 2 * better > sum([not line.isascii() for line in lines]):
        return
    for number, (line, gain) in enumerate(zip(lines, gains, strict=True)):
        stay[number] |= gain <= 0 and not _gains_words(line, table, unlisted=gain == 0)


def _gains_words(line: str, table: dict[int, str], unlisted: bool) -> bool:
    """Tell whether a line whose characters fit no better once read by `table` has words that do.

    With `unlisted`, words count that are listed neither before nor after.  A line of which only signs would
    change is left.
    """
    if any(map(is_cyrillic, table.values())):
        return True
    start = line[:SAMPLE]
    before, after = _foreign_words(start), _foreign_words(start.translate(table))
    lost, made = (_listed(words, {}) for words in (before - after, after - before))
    return made > lost or (unlisted and lost == made == 0 and not after <= before)


def _fits_better(line: str, read: str, place: int) -> bool:
    """Tell whether a letter that is no rest of misread UTF-8 fits better as it is read."""
    old = line[place]
    if old == read[place] or old in RESTS or not old.isalpha():
        return False
    return fit(read, place) > fit(line, place)


def _listed(words: Iterable[str], languages: Mapping[str, float]) -> int:
    """Count the words that are listed in one of `languages`."""
    from newsclean.mojibake.lossy.letters.lexicon import frequency

    return sum([frequency(word.lower(), languages) > 0.0 for word in words])


def _foreign_words(line: str) -> set[str]:
    """Return the words beyond ASCII, and what looks like words but for the signs in it.

    A lone letter is none, nor are one or two behind an apostrophe, as in `Johns’så`.
    """
    words = set()
    for found in WORD.finditer(line):
        word = _without_signs_around(found[0])
        least = 3 if line[found.start() - 1 : found.start()] in ("'", "’") else 2
        if len(word) >= least and not word.isascii():
            words.add(word)
    return words


def _without_signs_around(word: str) -> str:
    signs = "".join(char for char in word if not char.isalpha())
    return word.strip(signs)


def _lone_words(lines: Lines) -> Counter[str]:
    """Count the letters that stand alone as words; in English only if one stands where no dash can."""
    from newsclean.mojibake.lossy.letters import languages

    found = Counter(letter[0] for line in lines for letter in LONE_LETTER.finditer(line))
    if found and "en" in languages.read(lines.head(SAMPLE)).own and not any(map(NO_DASH.search, lines)):
        return Counter()
    return found


def _doubts(swap: Swap, lone: Mapping[str, int]) -> int:
    """Return the points that a swap must gain in addition if it is rare or makes dashes of `lone` words."""
    table = _table(swap)
    dashes = sum([times for letter, times in lone.items() if table.get(ord(letter)) in DASHES])
    return dashes + RARE * (swap not in COMMON)


def _without_controls(line: str) -> str:
    return CONTROL.sub(lambda control: CONTROLS[ord(control[0])], line)  # the same object if it has none


def _read(line: str, table: dict[int, str], swapped: str, stays: int) -> str:
    if stays:
        return line
    if len(swapped) <= LONGEST_ARTICLE:
        return swapped.translate(table)
    from newsclean.pieces import grown

    # At once it would take half as much memory again.
    return grown(part.translate(table) for part in at_spaces(swapped))


class _Weighing:
    """What is asked of each line once, whatever swap is then tried on it."""

    def __init__(self, lines: Lines) -> None:
        """Look each line through."""
        self._lines = lines
        self._letters: list[frozenset[str]] = []  # the letters beyond ASCII of each line, and its marks
        self._intact = bytearray()  # whether a line holds what no swap leaves there
        alike: dict[frozenset[str], frozenset[str]] = {}  # as one object they take less memory
        for line in lines:
            found = frozenset(
                char for char in set(line) if char > "\x7f" and (char in QUOTES_AND_DASHES or char.isalpha())
            )
            self._letters.append(alike.setdefault(found, found))
            self._intact.append(any(proof.search(line) for proof in (CONTRACTION, QUOTED, OTHER_DAMAGE)))
        self._marked = bytearray(not QUOTES_AND_DASHES.isdisjoint(found) for found in self._letters)
        self._far = any(GREEK_OR_CYRILLIC.search(line) is not None for line in lines)

    def weigh(self, table: dict[int, str]) -> tuple[int, bytearray]:
        """Return the points that lines gain once read by `table`, and a 1 for each line that is to stay.

        Lines that stay fit better unchanged, and their points do not count.  A line without intact marks must
        fit better by more than GAIN points, which is more than one character in an odd place is worth, as in
        `I‘ve`.  If any line with marks stays, so do those with marks that fit unchanged just as well.  Beside
        words of another script all stay, unless the table makes Cyrillic letters.
        """
        if self._far and not any(map(is_cyrillic, table.values())):
            return 0, bytearray(b"\1") * len(self._lines)
        gains = array("i", self.gains(table))
        least = any(marked and gain < 0 for gain, marked in zip(gains, self._marked, strict=True))
        stay = bytearray(
            gain < (least if marked else -GAIN) for gain, marked in zip(gains, self._marked, strict=True)
        )
        return sum([gain for gain, stays in zip(gains, stay, strict=True) if not stays]), stay

    def gains(self, table: dict[int, str]) -> Iterator[int]:
        """Yield the points that each line gains once read by `table`.

        A line with a letter or a mark that the codec lacks gains -GAIN - 1, so that it stays.
        """
        known = {chr(code) for code in table}
        for line, letters, intact in zip(self._lines, self._letters, self._intact, strict=True):
            yield -GAIN - 1 if intact or not letters <= known else _gain(line, table)


def _is_utf8(line: str) -> bool:
    """Tell whether a quarter of the foreign characters in `line` are UTF-8 that was read in another codec.

    The rest may be pieces that have lost something.  A single character of a script other than Latin proves
    nothing: `Õ\x90` is ’ê in Mac Roman, and in UTF-8 an Armenian letter; `ß±` is áñ in cp437, and in UTF-8 an
    accent of N’Ko.
    """
    foreign = sum("\x7f" < char != "\ufffd" for char in line)
    return foreign > 1 and any(4 * _in_utf8(line, codec) > foreign for codec in MISREAD)


def _in_utf8(line: str, codec: str) -> int:
    """Count the characters of `line` that are bytes of UTF-8 read in `codec`."""
    found = 0
    for part in at_spaces(line):
        for run in UTF8.finditer(part.translate(_codes(codec)).encode("latin-1", "replace")):
            characters = run[0].decode(errors="ignore")
            if len(characters) > 1 or not _is_beyond_latin(characters):
                found += len(run[0])
    return found


def _is_beyond_latin(char: str) -> bool:
    """Tell whether a character is of another script than Latin; the signs of all stand from U+2000 on."""
    return char >= "ʰ" and (char < "\u2000" or char.isalpha())


@cache
def _codes(codec: str) -> dict[int, int]:
    """Return a table for `str.translate` from each character to the one numbered as its byte in `codec`."""
    return {ord(bytes([code]).decode(codec, "ignore") or chr(code)): code for code in range(0x80, 0x100)}


@cache
def _table(swap: Swap) -> dict[int, str]:
    """Return a table for `str.translate` that undoes `swap`; characters without a true reading map to NUL.

    A byte for which the codec it was read in has no character became a control, or what Windows-1252 has for
    it.  A no-break space becomes no letter: ÿ, which some codecs have in its place, is in hardly any word.
    """
    table = {}
    for byte in range(0x80, 0x100):
        read = bytes([byte]).decode(swap.read, "ignore") or CONTROLS.get(byte, chr(byte))
        table[ord(read)] = bytes([byte]).decode(swap.written, "replace").replace("\ufffd", "\0")
    if table.get(0xA0, "").isalpha():
        del table[0xA0]
    return table


def _gain(line: str, table: dict[int, str]) -> int:
    """Return how much better the characters of a line fit once read by `table`.

    That is -GAIN - 1 if one of them has no reading.
    """
    gain, before = 0, ""
    for part in at_spaces(line):
        text = before + part
        reread = text.translate(table)
        if "\0" in reread:
            return -GAIN - 1
        start = len(before)
        if "’" in reread:  # as few readings have
            gain += 3 * len(CONTRACTION.findall(reread, start))
        for foreign in BEYOND_ASCII.finditer(text, start):
            place = foreign.start()
            if text[place] != reread[place]:
                gain += fit(reread, place) - fit(text, place)
        before = text[-QUOTATION:]
    return gain
