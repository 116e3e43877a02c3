"""Find the encoding of bytes that are not UTF-8 throughout.

Most of it prepares and checks the work of chardet, which is right about long texts but not about marks among
ASCII, about a sentence or two, and about UTF-16 without a byte order mark.
"""

import re
from collections.abc import Iterable
from io import BytesIO
from typing import NamedTuple

from newsclean.edits import NewscleanError
from newsclean.western import misfit

NO_TEXT = "looks like binary data, not text; if it is text, name its encoding with --encoding"

# Bytes that no text in a byte-oriented encoding holds: C0 controls other than BEL, BS, TAB, LF, VT, FF,
# CR, SUB and ESC.
CONTROL_BYTES = bytes(set(range(32)) - set(b"\a\b\t\n\v\f\r\x1a\x1b"))

# Encodings of mainframes, by chardet's names.  They have their blanks where ASCII has @, and chardet takes
# English in capitals for one.
MAINFRAMES = ("cp037", "cp273", "cp424", "cp500", "cp875", "cp1026", "cp1140")

# chardet's own limit, in bytes, on what it looks at.
SAMPLE_BYTES = 200_000


class Guess(NamedTuple):
    """An encoding, and how it was found, as `edits.Decoded` has both.

    `how` is "utf-8" where the bytes are nearly UTF-8, although they looked like something else at first.
    """

    encoding: str
    how: str
    confidence: float = 1.0


def guess(data: bytes) -> Guess:
    """Return the encoding that `data` seems to be in; raises `NewscleanError` if it is not text.

    Text in that encoding may still turn out to be invalid somewhere.
    """
    if data.startswith(b"%PDF-"):  # often without any control byte
        raise NewscleanError("looks like application/pdf, not text")
    if _has_only_windows_marks(data):
        return Guess("cp1252", "windows marks")
    if wide := _east_asian_marks(data):
        return Guess(wide, "east asian marks")
    if store := _store_of_lost_marks(data):
        return Guess(store, "lost marks")
    if wide := _utf_16(data):
        return Guess(wide, "utf-16 spaces")
    found = _by_chardet(data, SAMPLE_BYTES)
    if len(data) >= SAMPLE_BYTES and not _reads(
        data, found.encoding
    ):  # what follows the sample contradicts it
        return _by_chardet(data, len(data) + 1)
    return found


def _by_chardet(data: bytes, window: int) -> Guess:
    """Return the encoding that chardet finds in the first `window` bytes, corrected where it often errs."""
    # Without control bytes a signature proves nothing: an article that begins with "BMW" is no bitmap, "BM".
    # A space in front hides it from chardet.
    encoding, confidence = _ask_chardet(data if _has_control_bytes(data) else b" " + data, window)
    encoding = _with_same_letters(data, encoding)
    if better := _better(data, encoding, confidence):
        return better
    if encoding.startswith("utf-16"):
        may_be_utf8 = data.count(0) < LEAST_NULS * len(data) or _is_utf8_beyond_ascii(data)
        if may_be_utf8 and (_reads(data, "utf-8") or nearly_utf8(data) is not None):
            return Guess("utf-8", "utf-8")
        if not _has_characters(data.decode(encoding, "replace")):
            raise NewscleanError(NO_TEXT)
    return Guess(encoding, "chardet", confidence)


def _ask_chardet(data: bytes, window: int, codecs: Iterable[str] | None = None) -> tuple[str, float]:
    """Return chardet's answer and its confidence; raises `NewscleanError` for a type of binary file."""
    import chardet

    # prefer_superset would read Czech ISO-8859-2 as Windows-1250, which turns ž into another letter.
    answer = chardet.detect(
        data,
        prefer_superset=False,
        compat_names=False,
        max_bytes=window,
        include_encodings=codecs,
        exclude_encodings=MAINFRAMES if data.count(b" ") > data.count(b"@") else None,
    )
    if answer["encoding"] is None:
        kind = answer["mime_type"]
        raise NewscleanError(
            NO_TEXT if kind == "application/octet-stream" else f"looks like {kind}, not text"
        )
    return answer["encoding"], float(answer["confidence"] or 0.0)


def _reads(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except (UnicodeError, LookupError):
        return False
    return True


def _beyond_ascii(data: bytes) -> bytes:
    return data.translate(None, bytes(range(0x80)))


def _has_control_bytes(data: bytes) -> bool:
    return len(data.translate(None, CONTROL_BYTES)) != len(data)


# --- Nearly UTF-8 ----------------------------------------------------------------------------------

# Valid multibyte characters wanted for each stray byte before a text counts as nearly UTF-8.  Legacy
# encodings yield a valid sequence only by accident, so their ratio stays far below 1; in damaged UTF-8 files
# it is in the dozens.
VALID_FOR_EACH_STRAY = 2
LEAD_BYTES = bytes(range(0xC2, 0x100))  # of multibyte characters in UTF-8: RFC 3629
# A line with SURE_BYTES bytes beyond ASCII shows whether it is UTF-8: four characters of two bytes are valid
# by accident in one line of EUC-KR in 15,000, and in fewer of other encodings.  A document mixes UTF-8 with
# another encoding only if at least the share SURE_LINES of its lines beyond ASCII is UTF-8.
SURE_BYTES, SURE_LINES = 8, 0.25


def nearly_utf8(data: bytes) -> str | None:
    """Return the text of UTF-8 with a few stray bytes, or with some lines in another encoding; else None.

    Stray bytes are read as Windows-1252.
    """
    mixed = _mixed(data)
    return _with_strays(data) if mixed is None and _has_few_strays(data) else mixed


def _mixed(data: bytes) -> str | None:
    """Return the text of lines in UTF-8 among lines in one other encoding, as in merged feeds; else None.

    The other encoding is of a script other than Latin.  Latin text has too few bytes beyond ASCII to tell its
    encoding; they pass for strays.
    """
    foreign = certain = 0
    for line in BytesIO(data):
        foreign += not line.isascii()
        certain += len(_beyond_ascii(line)) >= SURE_BYTES and not _strays(line)
    if certain < SURE_LINES * foreign:
        return None
    others = b"".join([line for line in BytesIO(data) if _is_of_another_script(line)])
    if not others:
        return None
    try:
        encoding, _ = _ask_chardet(others, SAMPLE_BYTES)
        if b"a".decode(encoding) != "a":  # an encoding of mainframes
            return None
        read = (
            line.decode(encoding) if _is_of_another_script(line) else _with_strays(line)
            for line in BytesIO(data)
        )
        return "".join(read)
    except (NewscleanError, ValueError):
        return None


def _is_of_another_script(line: bytes) -> bool:
    """Tell whether a line that is not UTF-8 has a third of its bytes beyond ASCII."""
    beyond = len(_beyond_ascii(line))
    return beyond >= SURE_BYTES and 3 * beyond > len(line) and not _has_few_strays(line)


def _strays(data: bytes) -> int:
    """Count the bytes that are no part of UTF-8."""
    return len(data) - len(data.decode("utf-8", "ignore").encode())


def _has_few_strays(data: bytes) -> bool:
    strays = _strays(data)
    valid = len(data) - len(data.translate(None, LEAD_BYTES)) - strays
    return valid >= VALID_FOR_EACH_STRAY * strays


def _with_strays(data: bytes) -> str:
    """Return UTF-8 with each stray byte read alone, as Windows-1252."""
    byte_of = {chr(0xDC00 + byte): bytes([byte]) for byte in range(0x80, 0x100)}
    text = data.decode("utf-8", "surrogateescape")
    return re.sub("[\udc80-\udcff]", lambda stray: _windows_1252(byte_of[stray[0]]), text)


def _windows_1252(byte: bytes) -> str:
    try:
        return byte.decode("cp1252")
    except UnicodeDecodeError:  # one of the five that it leaves undefined
        return byte.decode("latin-1")


# --- Marks among ASCII -----------------------------------------------------------------------------

# All Windows code pages have the same marks at the same places: … ‘ ’ “ ” • – —.  Where an article has no
# other byte above 7F, chardet often reads them as letters of a Mac encoding.  Letters would stand between
# letters; of the marks only the apostrophe does.
WINDOWS_MARKS = b"\x85\x91\x92\x93\x94\x95\x96\x97"
# A dash may stand between letters too, if a contraction shows that 92 is an apostrophe.
MARK_INSIDE_WORD = rb"[A-Za-z][\x85\x91\x93-\x95][A-Za-z]"
DASH_INSIDE_WORD = rb"[A-Za-z][\x96\x97][A-Za-z]"
CONTRACTION = rb"[a-z]\x92(?:s|t|re|ve|ll|d|m)\b"

# What is left of a mark, in bytes, if its UTF-8 was read as Windows-1252 and then stored in one of these code
# pages: “ is `?€?` in Windows-1251, `â??` in Latin-1.  chardet takes these few bytes for letters of some Mac
# or western encoding, and read as such the damage can no longer be recognised.  FEW_LOST of them prove it.
LOST_MARKS = (
    (rb"\?\x88[?\x93\x94\x99\xa6]", "cp1251"),
    (rb"(?:[A-Za-z]|(?<![^\s(]))\xe2\?\?[A-Za-z]|[A-Za-z.,]\xe2\?\?(?!\S)", "iso8859-1"),
)
FEW_LOST = 2

# English pages of East Asian outlets have their marks in two bytes of the codec of their readers, and hardly
# anything else beyond ASCII; chardet takes such bytes for letters of a DOS or Mac encoding.  EUC-KR has the
# quotation marks and the apostrophe in the places of GBK, so the first of the two does for both.
EAST_ASIAN = ("gbk", "big5", "euc_kr", "shift_jis", "euc_jp")
EAST_ASIAN_MARKS = "“”‘’—―–…·£€¥°×÷±§àáèéêìíòóùúü"  # and what else stands in an English text
# Between letters stand only apostrophes and dashes.
NOT_INSIDE_WORD = "[A-Za-z][“”‘…][A-Za-z]"


def _has_only_windows_marks(data: bytes) -> bool:
    marks = _beyond_ascii(data)
    return (
        bool(marks)
        and not marks.translate(None, WINDOWS_MARKS)
        and not _has_control_bytes(data)
        and re.search(MARK_INSIDE_WORD, data) is None
        and (re.search(DASH_INSIDE_WORD, data) is None or re.search(CONTRACTION, data) is not None)
        and all(misfit(data.decode("cp1252")) <= misfit(data.decode(codec)) for codec in WESTERN)
    )


def _east_asian_marks(data: bytes) -> str:
    """Return the codec under which all bytes beyond ASCII are marks of two bytes; empty if there is none."""
    for codec in EAST_ASIAN if _beyond_ascii(data) else ():
        found = [mark.encode(codec, "ignore") for mark in EAST_ASIAN_MARKS]
        marks = b"|".join(re.escape(mark) for mark in found if len(mark) == 2)
        if re.sub(marks, b"", data).isascii() and not re.search(NOT_INSIDE_WORD, data.decode(codec)):
            return codec
    return ""


def _store_of_lost_marks(data: bytes) -> str:
    """Return the code page in which marks of misread UTF-8 were stored, and lost; empty if there are none."""
    likely = (codec for marks, codec in LOST_MARKS if len(re.findall(marks, data)) >= FEW_LOST)
    return next((codec for codec in likely if _reads(data, codec)), "")


# --- UTF-16 ----------------------------------------------------------------------------------------

# UTF-16 that is valid UTF-8 by accident is Latin or Cyrillic, and at least a fourteenth of its bytes are
# NULs: those of the spaces.  A text with fewer NULs is UTF-8 with a few stray ones, which chardet may take
# for UTF-16 of an East Asian language.
LEAST_NULS = 0.05
# A text with a character of several bytes in UTF-8 is hardly ever UTF-16.  But one of which more than this
# share are control bytes is not UTF-8 either: in UTF-16, half of the bytes of Thai and of English are
# controls, and in other languages at least those of spaces and line ends.
MOST_CONTROLS = 0.1
# Without a byte order mark, UTF-16 is a guess, which chardet makes for one in six compressed files of a few
# lines, before it looks for their signatures.  A third of all pairs of random bytes are no character, or a
# control.
MOST_UNASSIGNED = 0.02
# Characters that separate words or sentences (those in escapes: in Chinese and Japanese), and the longest
# text, in characters, that may do without any.
PARTING = frozenset(" \t\r\n\u3000\u3001\u3002\uff0c")
LONGEST_WORD = 60


def _utf_16(data: bytes) -> str:
    """Return the codec of text in UTF-16, found by its spaces and line ends; empty for any other."""
    if 0 not in data or (_reads(data, "utf-8") and not _is_full_of_controls(data)):
        return ""
    spaces = {}
    for codec in ("utf-16-le", "utf-16-be"):
        if _reads(data, codec) and _has_characters(text := data.decode(codec)):
            spaces[codec] = sum(map(text.count, PARTING))
    likely = max(spaces, key=spaces.__getitem__, default="")
    return likely if likely and spaces[likely] else ""


def _is_utf8_beyond_ascii(data: bytes) -> bool:
    return not data.isascii() and _reads(data, "utf-8")


def _is_full_of_controls(data: bytes) -> bool:
    return len(data.translate(None, CONTROL_BYTES)) < (1 - MOST_CONTROLS) * len(data)


def _has_characters(text: str) -> bool:
    """Tell whether `text` may be text: it has words, no controls and hardly any unassigned code points."""
    import unicodedata

    if any(char < " " and not char.isspace() for char in text):
        return False
    if len(text) > LONGEST_WORD and PARTING.isdisjoint(text):
        return False
    unassigned = sum(unicodedata.category(char) in ("Cn", "Co", "Cs") for char in text)
    return unassigned <= MOST_UNASSIGNED * len(text)


# --- Encodings that chardet takes for each other ----------------------------------------------------

# The encodings of western Europe, which chardet takes for each other, or for more distant ones, where few
# letters are beyond ASCII; of two that fit equally well, the first is believed.  (cp858 is cp850 with €.)  Of
# single sentences of news, 982 in 1,000 come out right in Windows-1252, 952 in Mac Roman and 948 in cp850, of
# which chardet, corrected for Windows-1252 alone, read 990, 871 and 748; in capitals 969, 915 and 845, of
# which it read 385, 252 and 7.
WESTERN = ("cp1252", "mac_roman", "cp858", "cp437")
# In capitals, chardet knows no encoding.  It is asked again, with the capitals made small as each of these
# has them; the right ones are among those that it then says the text is in.
LATIN = (
    *("cp1252", "iso8859-15", "mac-roman", "cp850", "cp437", "cp1250", "iso8859-2", "cp852", "mac-latin2"),
    *("cp1254", "cp857", "cp1257"),
)
OTHERS = ("cp1251", "koi8-u", "iso8859-5", "cp866", "mac-cyrillic", "cp1253", "iso8859-7")
# What chardet's answer is worth, in characters that do not fit: more where it has more letters to go by.
BELIEF, MORE_BELIEF = 0.6, 0.04
# Of fewer bytes beyond ASCII than this, chardet knows only some encodings, and others hardly ever.
SOME_LETTERS, LITTLE_BELIEF = 6, 0.3
DISTINGUISHED = ("cp1250", "cp1252", "cp1254", "iso8859-1", "iso8859-2", "iso8859-9", "iso8859-15")
# Above this confidence chardet is right: it has .7 to .9 for articles in another alphabet than Latin, and .5
# at most for those in capitals.
CERTAIN = 0.6
# What is asked of an encoding of another region in addition.
ELSEWHERE = 0.15
# Bytes of the lines beyond ASCII that are weighed; how many of them, and which share, are beyond it in a text
# of another alphabet, which has enough letters for chardet.
WEIGHED, MANY_LETTERS, ENOUGH_LETTERS = 20_000, 20, 0.3
# Characters for each byte, of which an encoding with several bytes to a character has fewer.
LEAST_READ = 0.9
# Bytes of capitals beside others beyond ASCII.
BESIDE_CAPITALS = rb"[A-Z]{2}[\x80-\xff]|[\x80-\xff][A-Z]{2}|[A-Z][\x80-\xff][A-Z]"
SMALL_AROUND = rb"[a-z][\x80-\xff]+[a-z]"
# In a text in capitals, at most one letter in this many is small.
SMALL = 10
SHOWN = 1_000  # characters that show it
NOT_SMALL = bytes(set(range(256)) - set(range(ord("a"), ord("z") + 1)))
# The capitals of Turkish that are made small in another way, and its encodings.
DOTS, TURKISH = {ord("İ"): "i", ord("I"): "ı"}, ("cp1254", "cp857")

# Albanian has only ë and ç, which chardet takes for ė and ē of Lithuanian and Latvian; these have others too.
BALTIC = ("cp1257", "iso8859-13")
ALBANIAN = WINDOWS_MARKS + "ëçËÇ".encode("cp1252")

# cp437 and cp850 have the same small letters.  In the place of capitals like À, Í and Ú, cp437 has parts of
# frames, which would have a line beside them, and Greek letters, with which no Latin word begins.
NO_FRAME = r"(?<![─-▟])[╡╢╖╞╟╤╥╙╘╒╓╫╪▌▐](?![─-▟])|[ΓΣΦΘΩαπσδ](?=[a-zà-ü]{2})"
# ISO-8859-15 is ISO-8859-1 with € in place of ¤, which does not stand beside numbers.
EURO = rb"\d[ \xa0]?\xa4|\xa4[ \xa0]?\d"
C1 = bytes(range(0x80, 0xA0))


def _with_same_letters(data: bytes, encoding: str) -> str:
    """Return `encoding`, or one that differs from it in few characters and fits better."""
    if encoding == "cp437" and re.search(NO_FRAME, data.decode(encoding)):
        return "cp858"
    if encoding in ("iso8859-1", "cp1252") and b"\xa4" in data and re.search(EURO, data):
        return "iso8859-15" if len(data.translate(None, C1)) == len(data) else encoding
    return encoding


def _better(data: bytes, encoding: str, confidence: float) -> Guess | None:
    """Return an encoding that fits the bytes better than chardet's `encoding` does, or None."""
    if data.isascii() or b"\0" in data:
        return None
    if encoding in BALTIC and not _beyond_ascii(data).translate(None, ALBANIAN):
        return Guess("cp1252", "western letters")
    if confidence > CERTAIN:
        return None
    lines = b"".join([line for line in BytesIO(data[:SAMPLE_BYTES]) if not line.isascii()])[:WEIGHED]
    letters = len(_beyond_ascii(lines))
    likely = {encoding: _belief(encoding, letters)}
    if letters > max(MANY_LETTERS, ENOUGH_LETTERS * len(lines)):
        several_bytes = len(lines.decode(encoding, "ignore")) < LEAST_READ * len(lines)
        likely = {} if several_bytes else _made_small(lines, OTHERS)
        if not likely:
            return None
    elif len(re.findall(BESIDE_CAPITALS, lines)) > len(re.findall(SMALL_AROUND, lines)):
        likely = _made_small(lines, LATIN)
    weighed = {
        codec: misfit(lines.decode(codec, "ignore"))
        - likely.get(codec, 0.0)
        + ELSEWHERE * (codec not in (*WESTERN, encoding))
        for codec in dict.fromkeys((*WESTERN, *likely, encoding))
        if _reads(data, codec)
    }
    best = _with_same_letters(data, min(weighed, key=weighed.__getitem__))
    return None if best == encoding else Guess(best, "western letters" if best in WESTERN else "capitals")


def _belief(encoding: str, letters: int) -> float:
    """Return what chardet's answer is worth if it has this many `letters` to go by, in misfits."""
    if encoding in DISTINGUISHED or letters >= SOME_LETTERS:
        return BELIEF + MORE_BELIEF * letters
    return LITTLE_BELIEF if encoding in LATIN + OTHERS else 0.0


def _made_small(lines: bytes, codecs: Iterable[str]) -> dict[str, float]:
    """Return those of `codecs` in which chardet finds `lines` once capitals are small, and how sure it is.

    That is none where most letters of ASCII are small already.
    """
    found: dict[str, float] = {}
    if SMALL * len(lines.translate(None, NOT_SMALL)) > len(lines):
        return found
    for codec in codecs:
        text = lines.decode(codec, "ignore")
        if not _is_in_capitals(text[:SHOWN]):
            continue
        small = text.translate(DOTS if codec in TURKISH else {}).lower().encode(codec, "ignore")
        answer, confidence = _ask_chardet(b" " + small, WEIGHED, LATIN + OTHERS)
        if small.decode(answer, "ignore") == small.decode(codec, "ignore"):
            found[codec] = confidence
    return found


def _is_in_capitals(text: str) -> bool:
    """Tell whether hardly any letter of `text` is small."""
    return SMALL * sum(map(str.islower, text)) <= sum(map(str.isupper, text))
