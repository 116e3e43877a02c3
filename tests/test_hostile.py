"""Input made to hurt: time grows no faster than the input, and nothing but a documented refusal comes out.

Times are compared with each other, never with a fixed limit: an input four times as long may take up to ten
times as long, which leaves room for noise and is well below the sixteen of quadratic work.
"""

from collections.abc import Callable
from contextlib import suppress
from time import process_time

import pytest

import newsclean
from newsclean import NewscleanError

SMALL = 8_000  # characters; in shorter texts a cut may not be worth looking for
GROWTH = 4
TRIES = 3
TOO_QUICK_TO_COMPARE = 0.08  # seconds for the large input
END = "\nThe council met on Monday and decided nothing.\n"

FAMILIES: dict[str, Callable[[int], str | bytes]] = {
    "question marks": lambda n: "?" * n,
    "question marks between letters": lambda n: "a?" * (n // 2),
    "lossy images": lambda n: "?€?" * (n // 3),
    "lossy images between letters": lambda n: "don?€?t " * (n // 8),
    "images of images": lambda n: "??‚¬?" * (n // 5),
    "apostrophes eaten in GBK": lambda n: "it抯 late there " * (n // 16),
    "marks of two bytes": lambda n: "don¡¯t ¡°no¡± " * (n // 13),
    "letters by themselves": lambda n: "Em Â și " * (n // 8),
    "letters by their name": lambda n: "Litera Â și " * (n // 12),
    "replacement characters": lambda n: "\ufffd" * n,
    "inverted question marks": lambda n: "¿" * n,
    "euro signs": lambda n: "â€" * (n // 2),
    "deep mojibake": lambda n: "Ã\x83Â" * (n // 3),
    "ampersands": lambda n: "&" * n,
    "deep entities": lambda n: "&" + "amp;" * (n // 4),
    "long references": lambda n: "&#" + "9" * n + ";",
    "many references": lambda n: "&#8217;" * (n // 7),
    "quoted-printable": lambda n: "=E2=80=99" * (n // 9),
    "soft breaks": lambda n: "=E2=80=99 =\n" * (n // 12),
    "percent escapes": lambda n: "%E2%80%99" * (n // 9),
    "backslashes": lambda n: "\\" * n,
    "backslash escapes": lambda n: "\\u2019" * (n // 6),
    "bytes behind backslashes": lambda n: "don\\x92t " * (n // 9),
    "bytes in brackets": lambda n: "don<92>t " * (n // 9),
    "lost backslashes": lambda n: "donu2019t " * (n // 10),
    "angle brackets": lambda n: "<" * n,
    "code points in brackets": lambda n: "<U+2019>" * (n // 8),
    "white space": lambda n: " " * n,
    "no-break spaces": lambda n: "\xa0" * n,
    "blank lines": lambda n: "\n" * n,
    "carriage returns": lambda n: "\r" * n,
    "opening quotes": lambda n: "“" * n,
    "straight quotes": lambda n: '"' * n,
    "nested quotes": lambda n: "“‘" * (n // 2),
    "pipes": lambda n: "a | " * (n // 4),
    "boilerplate lines": lambda n: "Share this article\n" * (n // 19),
    "appeals without end": lambda n: "Please support our journalism with a donation " * (n // 46),
    "near appeals": lambda n: "please support our our our " * (n // 27),
    "title lines": lambda n: "Ten Bridges You Have To See\n" * (n // 28),
    "GBK images": lambda n: "鈥檚" * (n // 2),
    "bidirectional controls": lambda n: "\u202e\u2066" * (n // 2),
    "surrogates": lambda n: "\ud800" * n,
    "unassigned code points": lambda n: "\U000e0fff" * n,
    "control characters": lambda n: "\x01\x7f\x85" * (n // 3),
    "plus signs": lambda n: b"-" + b"+" * n + b".",
    "stray bytes": lambda n: ("été ".encode() + b"\x92") * (n // 7),
    "Windows-1252": lambda n: "café – ".encode("cp1252") * (n // 7),
    "bytes that are no text": lambda n: bytes(range(256)) * (n // 256),
}


@pytest.fixture(autouse=True, scope="module")
def warm() -> None:
    """Load what is loaded once, so that it is not counted as the work of the first input."""
    newsclean.clean("It?€™s late â€” don?t ask, Jos?© … &rsquo; ?\n\nShare this article\n")


def seconds(source: str | bytes) -> float:
    start = process_time()
    with suppress(NewscleanError):
        newsclean.clean(source)
    return process_time() - start


def grows_too_fast(small: str | bytes, large: str | bytes) -> bool:
    """Whether GROWTH times the input takes far more than GROWTH times as long."""
    if seconds(large) < TOO_QUICK_TO_COMPARE:
        return False
    # Once more: the first time fills caches, from which the small input would profit alone.  A machine that
    # is busy for a moment slows one of the two, but not each time.
    return all(seconds(large) > 2.5 * GROWTH * seconds(small) for _ in range(TRIES))


def between(source: str | bytes) -> str | bytes:
    """Put `source` between two lines of news, and once more at the end."""
    if isinstance(source, str):
        return f"{END}{source}{END}{source}"
    return END.encode() + source + END.encode() + source


@pytest.mark.parametrize("family", FAMILIES)
def test_time_grows_with_the_input_only(family: str) -> None:
    small, large = (between(FAMILIES[family](size // 2)) for size in (SMALL, SMALL * GROWTH))
    assert not grows_too_fast(small, large)


def test_a_tail_without_end_takes_time_in_proportion() -> None:
    small, large = (END + "Share this article\n" * lines for lines in (1_000, 4_000))
    assert not grows_too_fast(small, large)


@pytest.mark.parametrize(
    "data",
    [
        b"\xc0\x80 overlong \xe0\x80\x80 \xf0\x80\x80\x80\n",
        b"\xed\xa0\x80\xed\xb0\x80 surrogates in UTF-8\n",
        b"\xf4\x90\x80\x80 beyond the last code point\n",
        b"\xfe\xff\xff\xfe\n",
        b"\xff\xfe\x00\xd8\x41\x00",
        b"\x00\x00\xfe\xff\x00\x11\x00\x00",
        b"\xef\xbb\xbf\xef\xbb\xbftwo marks\n",
        b"\xe2\x80",
        bytes(range(256)),
        bytes(range(256)) * 50,
    ],
)
def test_bytes_that_no_text_holds_are_cleaned_or_refused(data: bytes) -> None:
    try:
        result = newsclean.clean(data)
    except NewscleanError:
        return
    assert newsclean.undo(result) == result.decoded.text
