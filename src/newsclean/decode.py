"""Bytes to text, strictly: nothing is ever replaced or dropped on the way.

The encoding is, in this order: the one given; the one that a byte order mark names; UTF-8; or what `detect`
finds, which is imported only then.
"""

import codecs
import re

from newsclean.edits import BYTE_ORDER_MARK, Decoded, NewscleanError

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

# What gives away a seven-bit encoding, whose text is valid ASCII and thus valid UTF-8: ISO-2022 (but not
# `ESC ( B`, which resets a terminal), HZ, and UTF-7 (but no phone number).  A run of UTF-7 is tried
# only from its start: trying it from each + would take quadratic time.
ESCAPE, TILDE, PLUS, MINUS = b"\x1b~+-"
SEVEN_BIT_MARKS = (
    rb"\x1b(?:\$[@AB()*]|\([IJ])|~\{|"
    rb"(?<![A-Za-z0-9+/])[A-Za-z0-9/]*+(?>(?:\+\d++\b[A-Za-z0-9/]*+)*)\+(?!\d+\b)[A-Za-z0-9+/]{3,}+[-\s]"
)


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
    return (_utf8(data) if _is_plain(data) else None) or _detected(data)


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
    """Return `data` read as UTF-8, which may have a few stray bytes or lines, or None if it is not UTF-8."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        from newsclean import detect

        nearly = detect.nearly_utf8(data)
        return None if nearly is None else _without_byte_order_mark(nearly, "utf-8", "nearly utf-8")
    return _without_byte_order_mark(text, "utf-8", "bom" if text.startswith(BYTE_ORDER_MARK) else "utf-8")


def _detected(data: bytes) -> Decoded:
    """Return `data` read in the encoding that `detect` finds; raises `NewscleanError` for a binary."""
    from newsclean import detect

    guess = detect.guess(data)
    if guess.how == "utf-8" and (found := _utf8(data)):
        return found
    try:
        return _strict(data, *guess)
    except NewscleanError as error:
        raise NewscleanError(f"{error}; name its encoding with --encoding") from None
