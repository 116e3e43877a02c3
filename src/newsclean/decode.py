"""Bytes to text, strictly: nothing is ever replaced or dropped on the way.

The order: a given encoding, a byte order mark, UTF-8, UTF-8 but for stray bytes or lines, the marks that all
Windows code pages share, what is left of marks that were misread and then stored in a code page, the spaces
of UTF-16, chardet.
"""

import codecs
import re
from io import BytesIO

from newsclean.edits import BYTE_ORDER_MARK, Decoded, NewscleanError

NO_TEXT = "looks like binary data, not text; if it is text, name its encoding with --encoding"

# Longest first: the mark of UTF-32-LE begins with that of UTF-16-LE.
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (b"\x84\x31\x95\x33", "gb18030"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ANY_BYTE_ORDER_MARK = tuple(mark for mark, _ in BYTE_ORDER_MARKS)

# Python's codecs that drop a byte order mark themselves.
DROP_BYTE_ORDER_MARK = ("utf-16", "utf-32", "utf-8-sig")

# Bytes that no text in a byte-oriented encoding holds: C0 controls other than BEL, BS, TAB, LF, VT, FF,
# CR, SUB and ESC.  Signatures of printable letters ("BM", "MZ", "ID3") prove nothing without one: an
# article on BMW in Windows-1252 is no bitmap.
CONTROL_BYTES = bytes(set(range(32)) - set(b"\a\b\t\n\v\f\r\x1a\x1b"))

# Marks of the seven-bit encodings, whose text is valid ASCII: ISO-2022 (but not `ESC ( B`, which
# resets a terminal), HZ, UTF-7 (but no phone number).
# A run of UTF-7 characters is tried only from its start: trying it from each + would take quadratic time.
ESCAPE, TILDE, PLUS, MINUS = b"\x1b~+-"
SEVEN_BIT_MARKS = (
    rb"\x1b(?:\$[@AB()*]|\([IJ])|~\{|"
    rb"(?<![A-Za-z0-9+/])[A-Za-z0-9/]*+(?>(?:\+\d++\b[A-Za-z0-9/]*+)*)\+(?!\d+\b)[A-Za-z0-9+/]{3,}+[-\s]"
)

# All Windows code pages have the same marks at the same places: … ‘ ’ “ ” • – —.  Where an article has no
# other byte above 7F, chardet often reads them as letters of a Mac encoding.  If they were letters, they
# would stand between letters; of the marks only the apostrophe does.
WINDOWS_MARKS = b"\x85\x91\x92\x93\x94\x95\x96\x97"
# A dash may stand between letters too, if a contraction shows that 92 is an apostrophe.
MARK_INSIDE_WORD = rb"[A-Za-z][\x85\x91\x93-\x95][A-Za-z]"
DASH_INSIDE_WORD = rb"[A-Za-z][\x96\x97][A-Za-z]"
CONTRACTION = rb"[a-z]\x92(?:s|t|re|ve|ll|d|m)\b"

# What is left of a mark, in bytes, if its UTF-8 was read as Windows-1252 and then stored in one of these code
# pages: “ is `?€?` in Windows-1251, `â??` in Latin-1.  chardet takes these few bytes for letters of some Mac
# or western encoding, in which no channel can be recognised.  FEW_LOST such marks are enough to know better.
LOST_MARKS = (
    (rb"\?\x88[?\x93\x94\x99\xa6]", "cp1251"),
    (rb"(?:[A-Za-z]|(?<![^\s(]))\xe2\?\?[A-Za-z]|[A-Za-z.,]\xe2\?\?(?!\S)", "iso8859-1"),
)
FEW_LOST = 2

# In a text of a line or two, chardet takes a few letters of western Europe for those of a DOS, Mac or far
# encoding.  The text is Windows-1252 if everything beyond ASCII stands where it would in that encoding: small
# letters beside an ASCII letter, capitals before a small letter, signs not between letters.  With this rule
# 999 of 1,000 single sentences in Windows-1252 come out right, without it 980; of those in DOS encodings 92
# of 100, without it 97 (some hold nothing but an ß); of those in Mac Roman 94 of 100, and 90 if Mac Roman is
# not tried in the same way.
SHORT_BYTES = 200
WESTERN = (
    r"[à-öø-üÿœß]+(?=[A-Za-z])|(?<=[A-Za-z])[à-öø-üÿœß]+"
    r"|\b(?:[ÀÁÂÄÅÆÇÈÉÊÍÎÑÖØÜŒ](?=[A-Za-z])|[àéèÀÉ]\b|[½¼¾])|(?<=[A-Z])[ÀÂÄÇÈÉÊÔÖÜ](?=[A-Z])"
    r"|(?<!\w)[^\w\x00-\x7f]|[^\w\x00-\x7f](?!\w)|(?<=[A-Za-z])[’·](?=[A-Za-zà-ü])"
)
# Encodings that chardet distinguishes from Windows-1252 by one sentence.
DISTINGUISHED = ("cp1250", "cp1252", "cp1254", "iso8859-1", "iso8859-2", "iso8859-9", "iso8859-15")
# Encodings with the same letters as Mac Roman; chardet distinguishes them as well as can be.
DOS = ("cp437", "cp850", "cp852", "cp858", "cp865")

# Albanian has only ë and ç, which chardet takes for ė and ē of Lithuanian and Latvian; these have others too.
BALTIC = ("cp1257", "iso8859-13")
ALBANIAN = WINDOWS_MARKS + "ëçËÇ".encode("cp1252")

# UTF-16 that is valid UTF-8 by accident is Latin or Cyrillic, and at least a fourteenth of its bytes are
# NULs: those of the spaces.  A text with fewer NULs is UTF-8 with a few stray ones, which chardet may take
# for UTF-16 of some far language.
LEAST_NULS = 0.05

# But a text with a character of several bytes in UTF-8 is hardly ever UTF-16, and one of which MOST_CONTROLS
# are control bytes is no UTF-8: in UTF-16, half of the bytes of Thai and of English are, and of other letters
# at least those in spaces and line ends.
MOST_CONTROLS = 0.1

# Without a byte order mark, UTF-16 is a guess, and chardet makes it for one in six compressed files of a few
# lines, before it looks for their signatures.  A third of all pairs of random bytes are no character, or a
# control.
MOST_UNASSIGNED = 0.02
# Characters that separate words or sentences (those in escapes: in Chinese and Japanese), and the longest
# text in characters that may be without any.
PARTING = frozenset(" \t\r\n\u3000\u3001\u3002\uff0c")
LONGEST_WORD = 60

# cp437 and cp850 have the same small letters, but cp437 has no capitals like À, Í and Ú: there it has parts
# of frames, each with a line beside it, and Greek letters, of which none begins a Latin word.  (cp858 is
# cp850 with €.)
NO_FRAME = r"(?<![─-▟])[╡╢╖╞╟╤╥╙╘╒╓╫╪▌▐](?![─-▟])|[ΓΣΦΘΩαπσδ](?=[a-zà-ü]{2})"
# ISO-8859-15 is ISO-8859-1 with € in place of ¤, which stands beside no number.
EURO = rb"\d[ \xa0]?\xa4|\xa4[ \xa0]?\d"
C1 = bytes(range(0x80, 0xA0))

# Valid multibyte characters wanted for each stray byte before a text counts as nearly UTF-8.  Legacy
# encodings yield a valid sequence only by accident, so their ratio stays far below 1; in damaged UTF-8 files
# it is in the dozens.
VALID_FOR_EACH_STRAY = 2
LEAD_BYTES = bytes(range(0xC2, 0x100))  # of multibyte characters in UTF-8: RFC 3629
# So many bytes beyond ASCII prove that a line is UTF-8, or none: four characters of two bytes are valid by
# accident in one line of EUC-KR in 15,000, in fewer of others.  Of the lines beyond ASCII so large a share is
# UTF-8 where other ones stand among them.
SURE_BYTES, SURE_LINES = 8, 0.25


def decoded_text(text: str) -> Decoded:
    """Return the `Decoded` of an article that is text already."""
    return Decoded(text, None, "text", 1.0, bom=False)


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """Read `data` in the given encoding, or in the one it seems to be in.

    Raises `NewscleanError` if `data` is not text, if `encoding` is unknown, or if a byte cannot be
    read in it (the message has the byte and its offset, counted from 0).
    """
    if encoding is not None:
        return _strict(data, encoding, "given")
    if data.startswith(ANY_BYTE_ORDER_MARK):
        codec = next(codec for mark, codec in BYTE_ORDER_MARKS if data.startswith(mark))
        # The mark proves every encoding but UTF-8, where single stray bytes are common.
        return _utf8(data) or _detected(data) if codec == "utf-8" else _strict(data, codec, "bom")
    if _is_plain(data):
        found = _utf8(data)
        if found:
            return found
    return _detected(data)


def _strict(data: bytes, encoding: str, how: str, confidence: float = 1.0) -> Decoded:
    try:
        name = codecs.lookup(encoding).name
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        at = error.start
        byte = f"byte 0x{data[at]:02x} at offset {at}" if at < len(data) else "the end"
        raise NewscleanError(f"cannot be read as {encoding}: {byte} does not fit") from None
    except (LookupError, ValueError, UnicodeError):
        raise NewscleanError(
            f"unknown encoding {encoding!r}; 'utf-8' and 'windows-1252' are the usual ones"
        ) from None
    if name in DROP_BYTE_ORDER_MARK:
        return Decoded(text, name, how, confidence, bom=data.startswith(ANY_BYTE_ORDER_MARK))
    return _without_byte_order_mark(text, name, how, confidence)


def _without_byte_order_mark(text: str, encoding: str, how: str, confidence: float = 1.0) -> Decoded:
    if text.startswith(BYTE_ORDER_MARK):
        return Decoded(text.removeprefix(BYTE_ORDER_MARK), encoding, how, confidence, bom=True)
    return Decoded(text, encoding, how, confidence, bom=False)


def _is_plain(data: bytes) -> bool:
    """Whether to try UTF-8 first: not binary, not UTF-16 without a mark, not a seven-bit encoding."""
    # Looking for a byte by its number is several times as fast as looking for it as a piece of text.
    if 0 in data or data.startswith(b"%PDF-"):
        return False
    if data.isascii() and (ESCAPE in data or TILDE in data or (PLUS in data and MINUS in data)):
        return re.search(SEVEN_BIT_MARKS, data) is None
    return True


def _utf8(data: bytes) -> Decoded | None:
    """Read `data` as UTF-8, stray bytes as Windows-1252 and stray lines in their own encoding.

    Return None if there are too many of either.
    """
    try:
        text = data.decode()
    except UnicodeDecodeError:
        nearly = _mixed(data)
        if nearly is None and _has_few_strays(data):
            nearly = _with_strays(data)
        return None if nearly is None else _without_byte_order_mark(nearly, "utf-8", "nearly utf-8")
    return _without_byte_order_mark(text, "utf-8", "bom" if text.startswith(BYTE_ORDER_MARK) else "utf-8")


def _mixed(data: bytes) -> str | None:
    """Return `data`, lines of UTF-8 and lines of one other encoding, each in its own; None for any other.

    Feeds that are put together are so.  The other encoding is of no Latin script: bytes beyond ASCII are too
    few there to tell it by, and pass for strays.
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
        encoding, _ = _ask_chardet(others, 200_000)
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
    """Tell whether a third of a line is beyond ASCII, and is not UTF-8."""
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


def _detected(data: bytes) -> Decoded:
    """Return `data` decoded by what it holds, or as chardet says; raises `NewscleanError` for a binary."""
    if data.startswith(b"%PDF-"):  # often with no control byte in sight
        raise NewscleanError("looks like application/pdf, not text")
    if _has_only_windows_marks(data):
        return _strict(data, "cp1252", "windows marks")
    if store := _store_of_lost_marks(data):
        return _strict(data, store, "lost marks")
    if wide := _utf_16(data):
        return _strict(data, wide, "utf-16 spaces")
    # A signature made of letters proves nothing without a control byte; a space hides it from chardet.
    sample = data if _has_control_bytes(data) else b" " + data
    # chardet looks at the first 200,000 bytes; a byte further on may contradict its answer.
    for window in (200_000, max(len(sample), 1)):
        encoding, confidence = _ask_chardet(sample, window)
        encoding = _with_same_letters(data, encoding)
        if western := _western(data, encoding):
            return _strict(data, western, "western letters")
        if encoding.startswith("utf-16") and (data.count(0) < LEAST_NULS * len(data) or _is_utf_8(data)):
            plain = _utf8(data)
            if plain:
                return plain
        if encoding.startswith("utf-16") and not _has_characters(data.decode(encoding, "replace")):
            raise NewscleanError(NO_TEXT)
        try:
            return _strict(data, encoding, "chardet", confidence)
        except NewscleanError as error:
            reason = error
    raise NewscleanError(f"{reason}; name its encoding with --encoding")


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


def _is_utf_8(data: bytes) -> bool:
    return not data.isascii() and _reads(data, "utf-8")


def _is_full_of_controls(data: bytes) -> bool:
    return len(data.translate(None, CONTROL_BYTES)) < (1 - MOST_CONTROLS) * len(data)


def _with_same_letters(data: bytes, encoding: str) -> str:
    """Return `encoding`, or one that differs from it in few characters and fits better."""
    if encoding == "cp437" and re.search(NO_FRAME, data.decode(encoding)):
        return "cp858"
    if encoding in ("iso8859-1", "cp1252") and b"\xa4" in data and re.search(EURO, data):
        return "iso8859-15" if len(data.translate(None, C1)) == len(data) else encoding
    return encoding


def _western(data: bytes, encoding: str) -> str:
    """Return the western encoding that chardet took for another `encoding`; empty if it took none."""
    if encoding in BALTIC and not _beyond_ascii(data).translate(None, ALBANIAN):
        return "cp1252"
    if len(data) > SHORT_BYTES or encoding in DISTINGUISHED or b"\0" in data:
        return ""
    likely = ("cp1252",) if encoding in DOS else ("cp1252", "mac_roman")
    return next((codec for codec in likely if _is_western(data, codec)), "")


def _is_western(data: bytes, codec: str) -> bool:
    if data.isascii():  # of seven bits
        return False
    try:
        return re.sub(WESTERN, "", data.decode(codec)).isascii()
    except UnicodeDecodeError:
        return False


def _has_characters(text: str) -> bool:
    import unicodedata

    if any(char < " " and not char.isspace() for char in text):
        return False
    if len(text) > LONGEST_WORD and PARTING.isdisjoint(text):
        return False
    unassigned = sum(unicodedata.category(char) in ("Cn", "Co", "Cs") for char in text)
    return unassigned <= MOST_UNASSIGNED * len(text)


def _has_control_bytes(data: bytes) -> bool:
    return len(data.translate(None, CONTROL_BYTES)) != len(data)


def _has_only_windows_marks(data: bytes) -> bool:
    marks = _beyond_ascii(data)
    return (
        bool(marks)
        and not marks.translate(None, WINDOWS_MARKS)
        and not _has_control_bytes(data)
        and re.search(MARK_INSIDE_WORD, data) is None
        and (re.search(DASH_INSIDE_WORD, data) is None or re.search(CONTRACTION, data) is not None)
    )


def _beyond_ascii(data: bytes) -> bytes:
    return data.translate(None, bytes(range(0x80)))


def _store_of_lost_marks(data: bytes) -> str:
    """Return the code page in which marks of misread UTF-8 were stored, and lost; empty if none shows."""
    likely = (codec for marks, codec in LOST_MARKS if len(re.findall(marks, data)) >= FEW_LOST)
    return next((codec for codec in likely if _reads(data, codec)), "")


def _reads(data: bytes, codec: str) -> bool:
    try:
        data.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _ask_chardet(data: bytes, window: int) -> tuple[str, float]:
    import chardet

    # prefer_superset would read Czech ISO-8859-2 as Windows-1250, which turns ž into another letter.
    answer = chardet.detect(data, prefer_superset=False, compat_names=False, max_bytes=window)
    if answer["encoding"] is None:
        kind = answer["mime_type"]
        raise NewscleanError(
            NO_TEXT if kind == "application/octet-stream" else f"looks like {kind}, not text"
        )
    return answer["encoding"], float(answer["confidence"] or 0.0)
