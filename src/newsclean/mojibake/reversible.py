"""What ftfy repairs: text that was decoded with the wrong codec and lost nothing on the way."""

import re
import sys
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cache, partial
from itertools import compress, islice

from newsclean.edits import NO_EDITS, Edits, compare, rewritten_in_parts
from newsclean.lines import LONGEST_ARTICLE, Lines, at_spaces
from newsclean.mojibake import capitals, mentions, misread
from newsclean.mojibake.gate import may_be_misread, may_be_utf8
from newsclean.mojibake.lean_ftfy import BADNESS_RE, ftfy

# Repair only: nothing is touched that an intact text may hold (quotes, widths, ligatures, line breaks, normal
# forms), nor control characters, which no misreading makes.  `escapes` decodes entities, since ftfy stops at
# the first "<".
CONFIG = ftfy.TextFixerConfig(
    unescape_html=False,
    uncurl_quotes=False,
    fix_character_width=False,
    fix_latin_ligatures=False,
    fix_line_breaks=False,
    remove_terminal_escapes=False,
    remove_control_chars=False,
    fix_surrogates=False,  # would replace half a surrogate pair by U+FFFD
    normalization=None,
    max_decode_length=sys.maxsize,  # would split longer lines anywhere, even within a character
)

TWICE = "РІР‚"  # the head of a mark read in Windows-1251 twice; ftfy takes it for Russian
# A Western letter within a word, read in Windows-1251: `cafГ©`, `Гјber`; ftfy takes it for Russian.
SECOND = re.escape(bytes(range(0x80, 0xC0)).decode("cp1251", "ignore"))
WESTERN = re.compile(f"Г[{SECOND}](?:(?<=[A-Za-z]Г.)|(?=[A-Za-z]))")
# What ftfy may make of characters that only look like UTF-8.  Its variant of UTF-8 reads `À` and whatever
# follows, even a line end, as NUL, and takes a plain space for the last byte of a rune, a Braille pattern, an
# arrow or a postal mark, as in `â¢ ` and `ã€ `.
INVENTED = re.compile("[\0ᚠ\u3020\u2820\u2860\u28a0\u28e0\u2920\u2960]")
# The same for shapes and encircled letters, as from `â¬ `, which was € and has lost a byte.
SHAPES = re.compile("[\u2b20\u2b60\u2ba0\u2be0\u3220\u3260\u32a0\u32e0]")
# Separators of lines and paragraphs, and private-use characters: no article holds them.
UNPRINTED = re.compile("[\u2028\u2029\ue000-\uf8ff]")
# A lone letter of another script in a Latin word shows a wrong reading: `Õ\x90` is ’ê in Mac Roman, and in
# UTF-8 an Armenian letter.  Not counted are Greek letters, which units have, and what Russian has beside
# words of its own, as `VIPы`; nor Г before a foreign character, as in `Г±`, which is to be read once more.
ALIEN = re.compile(
    "[A-Za-zß-ɏ][\u0400-\u1cff](?![^\x00-\x7fß-ɏ])|(?<![^\x00-\x7fß-ɏ])[\u0400-\u1cff][A-Za-zß-ɏ]"
)
# A letter behind a question mark within a word, whose UTF-8 is Ä or Ç and one more byte: these two were
# rather the rest of a mark in Mac Roman or cp437, as `?Ä¶` of ….  But Ă and Ĺ may be heads of what was
# misread twice.
BEHIND_LOST = re.compile(r"\?(?<=[a-z]\?)(?![ĂĹ])[Ā-Ŀǀ-ǿ]")
# A sign of multiplication at the end of a word: a capital and a dash.
TIMES = re.compile(r"[^\W\d_]×(?!\w)")
FAR = re.compile("[\u0400-\u1cff]")
FAR_WORD = re.compile("[\u0400-\u1cff]{2}")
SUBSTITUTE = b"\x1a"  # what ftfy's sloppy codecs write for U+FFFD
BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
# The codecs that ftfy tries, in its order, and two that it does not try.
WINDOWS_1252 = "sloppy-windows-1252"
LIKELIEST_CODECS = ("latin-1", WINDOWS_1252)
CODECS = (
    *reversed(LIKELIEST_CODECS),
    "sloppy-windows-1251",
    "sloppy-windows-1250",
    "sloppy-windows-1253",
    "sloppy-windows-1254",
    "sloppy-windows-1257",
    "iso-8859-2",
    "iso-8859-9",
    "iso-8859-15",
    "mac-roman",
)
# Codecs that are believed only if a whole document is UTF-8 in one of them and in no other codec, and has
# FEWEST_FOREIGN characters beyond ASCII.
RARE = (
    *(f"iso-8859-{part}" for part in (4, 5, 7, 8, 10, 13, 14, 16)),
    *("cp1255", "cp1256", "cp1258", "kz1048", "ptcp154"),
    *("cp775", "cp857", "cp860", "cp861", "cp863"),
    *("mac-cyrillic", "mac-greek", "mac-iceland", "mac-latin2", "mac-turkish"),
)
FEWEST_FOREIGN = 4
# ASCII, Latin letters and the marks of news.  Text of these that was misread in a rare codec may not look bad
# to ftfy: `donвАЩt`.
WESTERN_TEXT = re.compile("[\0-\x7f\xa0-\u017f‐-‧‹›€™]*")
# So many lines with nothing but a capital before a mark are more than an intact article has.
MOST_CAPITALS = 4
# Without ISO-8859-15: a "€" beside a C1 control is no byte of that codec, but one of Windows-1252, misread
# twice.
FOR_LINES = tuple(codec for codec in CODECS if codec != "iso-8859-15")


def repair(lines: Lines, alone: bool = True) -> tuple[Lines, Edits]:
    """Return the lines, each as ftfy repairs it, and an edit for each change.

    `alone` says that no misread UTF-8 has been repaired in the document before.

    ftfy judges each line alone: it may read one in a likelier codec than that of the document, and leaves
    damage that could be meant, as `â„¢` could.  So the codec that explains most of the bad lines is tried
    first, on the lines that it explains whole, and once more at the end, on what ftfy has left, if there was
    anything to repair or a run in it is a mark: ftfy leaves `‚Äô` in a line that holds intact marks as well.
    """
    bad = [line for line in lines if _is_damaged(line)]
    if not any(_is_damaged(capitals.hide(line, alone)) for line in bad):
        return lines, NO_EDITS
    codec = _codec(bad)
    # In the likeliest codecs, ftfy reads marks beside intact ones itself.
    certain = codec and codec not in LIKELIEST_CODECS and any(misread.makes_mark(line, codec) for line in bad)
    del bad  # they may take as much memory as the text
    repaired, edits = rewritten_in_parts(lines, partial(_read_each, codec=codec), "mojibake:reversible")
    if codec and (edits or certain):
        again = partial(_reread_each, codec=codec)
        repaired, _ = rewritten_in_parts(repaired, again, "mojibake:reversible")
        edits = compare(lines, repaired, "mojibake:reversible")
    return repaired, edits


def _read_each(lines: Lines, codec: str | None) -> Iterator[str]:
    read = partial(_read_by_codec, codec=codec)
    return (capitals.spare(line, read) if may_be_misread(line) else line for line in lines)


def _reread_each(lines: Lines, codec: str) -> Iterator[str]:
    reread = partial(_reread, codec=codec)
    return (line if line.isascii() else capitals.spare(line, reread) for line in lines)


def _reread(line: str, codec: str) -> str:
    reread = misread.reread(line, codec)
    return line if reread != line and mentions.is_mention(line, reread) else reread


def _is_damaged(line: str) -> bool:
    return may_be_misread(line) and (_is_bad(line) or TWICE in line or WESTERN.search(line) is not None)


def _is_bad(line: str) -> bool:
    """Answer as `ftfy.badness.is_bad`, but skip the ASCII at the start of the line.

    Whatever it finds holds a character beyond ASCII, with two others before it at most.
    """
    first = BEYOND_ASCII.search(line)
    return first is not None and BADNESS_RE.search(line, max(0, first.start() - 2)) is not None


def _codec(bad: list[str]) -> str | None:
    """Return the codec that explains most of the `bad` lines; Windows-1252 if that explains all of them."""
    if all(any(_read_as_utf8(line, LIKELIEST_CODECS)) for line in bad):
        return WINDOWS_1252
    return misread.elect("".join(bad), CODECS)


def _read_by_codec(line: str, codec: str | None) -> str:
    """Return a line read in the document's codec, if that explains it whole, and then as ftfy repairs it.

    A line that speaks of a broken word stays.
    """
    if codec and codec not in LIKELIEST_CODECS and _is_damaged(line):
        with suppress(UnicodeError):
            line = line.encode(codec).decode()
    repaired = repair_line(line)
    return line if repaired != line and mentions.is_mention(line, repaired) else repaired


def undo_certain(lines: Lines, maybe: bytearray) -> tuple[Lines, Edits]:
    """Return the lines, with those reread that were certainly misread, and an edit for each of these.

    `maybe` has 1 for each line that may be UTF-8: see `gate.may_be_reread`.  Beside lines that were certainly
    misread, those that could be meant, as `â„¢` could, are reread too: in the same codecs, and as often as
    the others were.  No line is reread more often, since the result may look like UTF-8 again, as `É’` does.
    """
    if _ends_in_capitals(lines, maybe):
        return lines, NO_EDITS
    undone = (_undo_at_once(lines) if all(maybe) else None) or _undo_each(lines, maybe)
    return undone, compare(lines, undone, "mojibake:reversible") if undone is not lines else NO_EDITS


def _ends_in_capitals(lines: Lines, maybe: bytearray) -> bool:
    """Tell whether nothing in `lines` looks misread but a few capitals at the end of words.

    `maybe` is that of `undo_certain`.
    """
    suspects = islice(filter(may_be_misread, compress(lines, maybe)), MOST_CAPITALS)
    for found, line in enumerate(suspects, 1):
        hidden = capitals.hide(line, alone=True)
        if found == MOST_CAPITALS or hidden == line or may_be_misread(hidden):
            return False
    return True


def _undo_each(lines: Lines, maybe: bytearray) -> Lines:
    """Return what `undo_certain` makes of lines, each looked at by itself first."""
    commonest = cache(lambda: _commonest(lines))
    times = array("b")  # how often each of those was read
    codecs = dict.fromkeys(LIKELIEST_CODECS)

    def each() -> Iterator[str]:
        for line in compress(lines, maybe):
            read, read_in = _undo_line(line, commonest) or (line, ())
            times.append(len(read_in))
            codecs.update(dict.fromkeys(read_in))
            yield read

    undone = Lines.joined(each())
    most = max(times, default=0)
    if not most:
        return lines
    known = tuple(codecs)
    read = (_read_again(line, most - done, known) for line, done in zip(undone, times, strict=True))
    return lines.replaced(maybe, read)


def _commonest(lines: Iterable[str]) -> tuple[str, ...]:
    """Return the codecs for whole lines, sorted by how many of `lines` each makes intact.

    One line may be UTF-8 in several codecs: `hĂĄ` is há in Latin-2 and hå in Windows-1250.
    """
    votes = Counter(
        codec
        for line in lines
        if may_be_utf8(line) and may_be_misread(line)
        for codec, read in _read_as_utf8(line)
        if not may_be_misread(read)
    )
    return tuple(sorted(FOR_LINES, key=votes.__getitem__, reverse=True))


def _read_again(line: str, times: int, codecs: tuple[str, ...]) -> str:
    """Return a line read as UTF-8 up to `times` times more, each time in the first codec that fits."""
    for _ in range(times):
        if may_be_utf8(line):
            line = next((text for _, text in _read_as_utf8(line, codecs)), line)
    return line


def _undo_at_once(lines: Lines) -> Lines | None:
    """Return what `undo_certain` makes of lines that are UTF-8 throughout, misread once in a single codec.

    Return None for any others.  It does not matter which of LIKELIEST_CODECS it was: both write a text
    alike if they can write it.
    """
    damaged = lines.text
    text = next((text for _, text in _read_as_utf8(damaged, LIKELIEST_CODECS)), None)
    if text is None:
        text = _read_as_rare(lines)
    elif may_be_misread(text) or not any(map(_is_bad, lines)):
        return None
    return Lines.split(text) if text else None


def _read_as_rare(lines: Lines) -> str | None:
    """Return a text read as UTF-8 if it is that throughout in one rare codec, and in no other codec.

    It is None as well if each line by itself is UTF-8 in one of LIKELIEST_CODECS: `â€œ` and `â\x80\x93`,
    each in a codec of its own, are quotation marks and a dash, and not `⤽`.
    """
    if all(any(_read_as_utf8(line, LIKELIEST_CODECS)) for line in lines):
        return None
    readings = {read for _, read in _read_as_utf8(lines.text, (*CODECS, *RARE)) if _looks_whole(read)}
    read = readings.pop() if len(readings) == 1 else ""
    certain = any(map(_is_bad, lines)) or WESTERN_TEXT.fullmatch(read)
    return read if certain and sum(char > "\x7f" for char in read) >= FEWEST_FOREIGN else None


def _looks_whole(text: str) -> bool:
    """Tell whether nothing in `text` looks damaged; beyond Latin script only what ftfy calls bad counts."""
    return not (may_be_misread(text) if WESTERN_TEXT.fullmatch(text) else _is_bad(text))


def repair_line(line: str) -> str:
    """Return `line` as ftfy repairs it, or as it is if ftfy would lose or invent a character."""
    found = _undo_line(line)
    repaired = found[0] if found else ftfy.fix_text(line, CONFIG)
    if _has_alien_letter(repaired) and not _has_alien_letter(line):
        repaired = ftfy.fix_text(line, CONFIG._replace(fix_encoding=False))
    if SHAPES.search(repaired) and not SHAPES.search(line):
        repaired = SHAPES.sub(_as_it_stood, repaired)
    made_up = any(odd.search(repaired) and not odd.search(line) for odd in (INVENTED, BEHIND_LOST, TIMES))
    return line if made_up else repaired


def _as_it_stood(shape: re.Match[str]) -> str:
    """Return the two characters and the space that ftfy has turned into a shape."""
    return shape[0].encode().decode("sloppy-windows-1252").replace("\xa0", " ")


def _has_alien_letter(line: str) -> bool:
    # Searching for one class first takes a tenth of the time of the alternatives.
    return FAR.search(line) is not None and ALIEN.search(line) is not None and not FAR_WORD.search(line)


def _undo_line(
    line: str, commonest: Callable[[], tuple[str, ...]] = lambda: FOR_LINES
) -> tuple[str, tuple[str, ...]] | None:
    """Return what ftfy would make of a line that is UTF-8 throughout, and the codecs in which it was misread.

    The codecs are in the order in which they were undone.  Returns None for any other line.  Most damaged
    lines are of this kind, and ftfy would search each five times.  If a line is UTF-8 in several codecs, the
    first one of `commonest` that leaves nothing to undo is believed; ftfy would take the first of all.
    """
    read_in: tuple[str, ...] = ()
    while may_be_misread(line):
        # Decoding costs less than a search for bad characters, so it comes first.
        found = next(_read_as_utf8(line), None)
        if found is None or not _is_bad(line):
            return None
        codec, read = found
        if codec not in LIKELIEST_CODECS or may_be_misread(read):
            del found, read  # which may be long, as may be what the others read
            whole = _whole_in(line)
            codec = next(filter(whole.__contains__, commonest()), codec)
            _, read = next(_read_as_utf8(line, (codec,)))
        line = read
        read_in += (codec,)
    return line, read_in


def _whole_in(line: str) -> set[str]:
    """Return the codecs in which a line is UTF-8 that leaves nothing to undo."""
    codecs = set()
    for codec, read in _read_as_utf8(line):
        if not may_be_misread(read):
            codecs.add(codec)
        del read  # before the line is read in the next codec
    return codecs


def _read_as_utf8(line: str, codecs: Iterable[str] = FOR_LINES) -> Iterator[tuple[str, str]]:
    """Yield each of the codecs in which a line is UTF-8 throughout, and what it is then."""
    long = len(line) > LONGEST_ARTICLE
    for codec in _distinct(line, codecs) if long else codecs:
        with suppress(UnicodeError):
            if long:  # in the codec as a whole it would take half as much memory again
                from newsclean.pieces import grown

                read = grown(_decoded(part, codec) for part in at_spaces(line))
            else:
                read = _decoded(line, codec)
            odd = _has_alien_letter(read) or BEHIND_LOST.search(read)
            if not odd and (codec in LIKELIEST_CODECS or not UNPRINTED.search(read)):
                yield codec, read
            del read  # which may be long


def _distinct(line: str, codecs: Iterable[str]) -> Iterator[str]:
    """Yield the codecs that can write a line; of those that write it alike the first one.

    What it is in two codecs takes several times the memory of a long line.
    """
    alphabet = "".join(set(line))
    written: set[bytes] = set()
    for codec in codecs:
        with suppress(UnicodeError):
            raw = alphabet.encode(codec)
            if raw not in written:
                written.add(raw)
                yield codec


def _decoded(text: str, codec: str) -> str:
    """Return what was UTF-8 before it was read in a codec; raises UnicodeError if it was none."""
    raw = text.encode(codec)
    if SUBSTITUTE in raw or b"\xed" in raw:
        raise UnicodeError("ftfy treats U+FFFD and surrogates apart")
    return raw.decode()
