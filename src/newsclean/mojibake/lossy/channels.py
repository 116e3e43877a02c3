r"""Channels: the chains of codecs that damage news text, and what they make of each character.

A broken publishing system writes text in one codec and reads it in another, or stores it in a codec
that lacks some of its characters.  Each such leg is data, a channel is a chain of legs, and what
becomes of a character - its image - is computed by sending it through, never typed in:

    ”  written as UTF-8, read as Windows-1252       â€\x9d
       stored in Windows-1251, "?" for the missing  ?€?

To add a channel, add a codec to one of the tables below and run `tools/prepare_channels.py`.  The numbers in
the tables are prices, in nats, of believing that the codec was used; they are ranks rather than measurements.
What matters is their order: a common codec is cheaper than a rare one, a short chain cheaper than a long one,
and all of them are cheaper than leaving two or three broken marks unexplained.
"""

import codecs
import sys
from collections.abc import Callable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, NamedTuple

LOSSLESS = 3.0  # a misreading that loses nothing
SIMPLE = 4.0  # a channel of one leg
STORED = 5.0  # a misreading, then a store
NATIVE = 1.0  # a language's own codec rather than any other
AGAIN = 2.0  # the same channel a second time
BARE = 8.0  # a channel whose traces are common in intact text: a question mark
BARE_ASCII = 7.0  # the same, but what another codec had kept would stand in the text

# Codecs in which UTF-8 is misread.
MISREADS = {
    "windows-1252": 0.0,
    "latin-1": 4.0,
    "mac-roman": 4.0,
    "windows-1250": 6.0,
    "windows-1251": 6.0,
    "windows-1254": 7.0,
    "cp437": 6.0,
    "cp850": 6.0,
}

# Codecs whose text is read as UTF-8; and the languages that are at home in one of them, where it is NATIVE
# cheaper than Windows-1252.
WRITTEN = MISREADS | {"windows-1257": 6.0}
HOME = {
    "windows-1250": frozenset({"cs", "hu", "pl", "ro", "sh", "sk", "sl"}),
    "windows-1254": frozenset({"tr"}),
    "windows-1257": frozenset({"lt", "lv"}),
}

# Codecs in which a text, misread or not, is then stored.
STORES = {
    "windows-1251": 0.0,
    "latin-1": 0.0,
    "windows-1250": 1.0,
    "cp950": 4.0,
    "cp949": 4.0,
    "windows-1253": 4.0,
    "windows-1254": 4.0,
    "windows-1257": 4.0,
    "iso8859-2": 4.0,
    "iso8859-7": 4.0,
    "iso8859-15": 4.0,
    "koi8-r": 4.0,
    "cp874": 4.0,
    "mac-roman": 4.0,
    "windows-1255": 5.0,
    "windows-1256": 5.0,
    "windows-1258": 5.0,
    "iso8859-5": 5.0,
    "iso8859-9": 5.0,
    "koi8-u": 5.0,
    "cp932": 5.0,
    "gbk": 5.0,
    "mac-cyrillic": 5.0,
    "cp437": 6.0,
    "cp850": 6.0,
    "cp866": 6.0,
}

# Rarer stores, looked for only after one misreading in Windows-1252; any other store is believed before them.
RARE_STORES = dict.fromkeys(
    (
        *("iso8859-4", "iso8859-10", "iso8859-14", "iso8859-16"),
        *("mac-turkish", "mac-latin2", "euc_jp", "cp852", "cp860", "cp861", "cp863"),
    ),
    10.0,
)

# Stores that may drop what they lack: each mark that was misread in Windows-1252 still leaves more than `€`,
# which stands before a price too.
DROPPING = ("iso8859-15", "windows-1250", "mac-roman")

# A function that damages text as a channel does.
Corrupt = Callable[[str], str]

# The marks of news text beyond ASCII.  All channels here damage them, except those that lose only letters.
TYPOGRAPHIC = "“”‘’–—…"
# What an author has set, even if a channel that drops characters leaves the same of others: • of Õ.
AUTHORED = f"{TYPOGRAPHIC}•™€"
# Other marks and signs, by where they stand: before, behind and within words, and apart, as letters that are
# words do.  Channels often leave the same of them as of letters.
SIGNS_BEFORE, SIGNS_BEHIND, SIGNS_WITHIN, SIGNS_APART = "«»\xa0", "«»\xa0®", "\xa0·", "©°§"

# Codecs with unassigned bytes, which a strict reader loses.
STRICT = {
    "windows-1252": 0.0,
    "windows-1250": 2.0,
    "windows-1254": 2.0,
    "windows-1251": 2.0,
    "cp874": 3.0,
    "windows-1253": 3.0,
    "windows-1255": 3.0,
    "windows-1257": 3.0,
    "windows-1258": 3.0,
}

# Single-byte codecs that are taken for each other.
MISTAKEN = (
    ("windows-1252", "latin-1"),
    ("windows-1252", "mac-roman"),
    ("windows-1252", "cp437"),
    ("windows-1252", "cp850"),
    ("mac-roman", "windows-1252"),
    ("windows-1251", "mac-cyrillic"),
)

# Stands for a lost byte between the codecs of a leg: every codec has this character, and no article.
GONE = "\0"

# What systems make of single characters, by the name of the fold.  Parsers of HTML drop control characters.
# A system that cannot show typographic quotation marks straightens them, also those that are part of a broken
# mark: — becomes `â€"`.
FOLDS: dict[str, Mapping[int, int | str | None]] = {
    "no controls": dict.fromkeys(range(0x80, 0xA0)),
    "straight low quotes": str.maketrans("“”„‘’‚", "\"\"\"'''"),
    "straight quotes": str.maketrans("“”‘’", "\"\"''"),
    # Marks that were written as entities survive where letters are lost.
    "letters": {code: GONE for code in range(0xC0, 0x180) if chr(code).isalpha()},
}
STRAIGHT = ("straight low quotes", "straight quotes")
# The folds that follow a misreading of UTF-8, by its codec, which must have no unassigned bytes.
FOLDED = {"latin-1": ("no controls",), "sloppy-windows-1252": STRAIGHT}

# What stands where a character was lost (a mark, or nothing), and its price in nats; and these marks alone.
SUBSTITUTES = {"?": 0.0, "\ufffd": 1.0, "¿": 1.0, "": 3.0}
LOST = "".join(SUBSTITUTES)

MULTIBYTE = {"cp932", "cp949", "cp950", "euc_jp", "gbk", "utf-8"}


class Leg(NamedTuple):
    """One trip: written in one codec and read in another, with `lost` in place of what either cannot hold.

    A codec named `sloppy-X` is X with its unassigned bytes read as C1 controls, as browsers do.  If both
    codecs are the name of one of FOLDS, the leg is that fold instead.
    """

    write: str
    read: str
    lost: str


class Channel(NamedTuple):
    """A chain of legs.  `name` is for people; `price` is the cost, in nats, of believing in the channel."""

    name: str
    legs: tuple[Leg, ...]
    price: float

    @property
    def lost(self) -> str:
        """What stands in place of a lost character at the end of the chain."""
        return self.legs[-1].lost

    @property
    def lossless(self) -> bool:
        """Whether the channel can be run backwards, so that no context is needed to undo it."""
        return self.price < SIMPLE

    @property
    def bare(self) -> str:
        """What is left of a lost mark if that is nothing but `?` or `¿`, else an empty string."""
        return _bare(self.legs)

    @property
    def leaves_bytes(self) -> bool:
        """Whether UTF-8 was misread, so that a letter is part of what is left of others."""
        return self.legs[0].write == "utf-8" and self.legs[0].read != "ascii"

    @property
    def blanks(self) -> bool:
        """Whether text of another codec was read as UTF-8, so that U+FFFD is left of everything."""
        return self.legs[1:] != () and self.legs[1].read == "utf-8"

    @property
    def keeps_marks(self) -> bool:
        """Whether the channel keeps all marks and loses only letters and signs."""
        return _keeps(self.legs)

    def price_in(self, own: frozenset[str]) -> float:
        """Return the price in a document of these languages, whose own codec is cheaper."""
        written = self.legs[0].write.removeprefix("sloppy-")
        home = HOME.get(written, frozenset()) if self.blanks else frozenset()
        return self.price - WRITTEN[written] - NATIVE if own and own <= home else self.price


@cache
def _keeps(legs: tuple[Leg, ...]) -> bool:
    return all(image(legs, mark) == mark for mark in TYPOGRAPHIC)


@cache
def _bare(legs: tuple[Leg, ...]) -> str:
    images = (image(legs, mark) for mark in "’“—–…")
    return next((damaged for damaged in images if set(damaged) <= {"?", "¿"}), "")


def channels(text: str) -> Iterator[Channel]:
    """Yield every channel that could have damaged `text`, by the substitutes for lost characters in it."""
    yield from _lossless()
    yield from _folded()
    for lost in SUBSTITUTES:
        if lost in text:
            yield from _losing(lost)
    if "\ufffd" in text or "ï¿½" in text:
        yield from _read_as_utf8()


@cache
def _sloppy(codec: str) -> str:
    """Return the name of a codec without gaps, always the same object: a thousand legs have twenty codecs."""
    return f"sloppy-{codec}"


@cache
def _losing(lost: str) -> list[Channel]:
    """Return the channels that leave `lost` for a lost character, always the same objects."""
    price = SUBSTITUTES[lost]
    found = [*_strict(lost, price), *_straightened(lost, price)]
    if lost:
        found += [*_stored_misreadings(lost, price), *_stored(lost, price)]
    else:
        found += _stored_without_lost(price)
    return found


def _lossless() -> Iterator[Channel]:
    for misread in MISREADS:
        legs = (Leg("utf-8", _sloppy(misread), "?"),)
        yield Channel(f"utf-8 > {misread}", legs, LOSSLESS)
        yield Channel(f"utf-8 > {misread}, twice", legs * 2, LOSSLESS)
    for written, read in MISTAKEN:
        legs = (Leg(_sloppy(written), _sloppy(read), "?"),)
        yield Channel(f"{written} > {read}", legs, LOSSLESS)


def _strict(lost: str, price: float) -> Iterator[Channel]:
    for codec, codec_price in STRICT.items():
        name = f"utf-8 > {codec}"
        leg = Leg("utf-8", codec, lost)
        yield Channel(name, (leg,), SIMPLE + price + codec_price)
        sloppy = Leg("utf-8", _sloppy(codec), lost)
        yield Channel(f"{name} > {name}", (sloppy, leg), SIMPLE + price + codec_price + AGAIN)
        if lost != "\ufffd":  # which would be misread in turn
            yield Channel(f"{name}, twice", (leg, leg), SIMPLE + price + codec_price + AGAIN)


def _folded() -> Iterator[Channel]:
    for codec, folds in FOLDED.items():
        for fold in folds:
            legs = (Leg("utf-8", codec, "?"), Leg(fold, fold, "?"))
            yield Channel(f"utf-8 > {codec} > {fold}", legs, STORED)


def _straightened(lost: str, price: float) -> Iterator[Channel]:
    for fold in STRAIGHT:
        legs = (Leg("utf-8", "windows-1252", lost), Leg(fold, fold, lost))
        yield Channel(f"utf-8 > windows-1252 > {fold}", legs, STORED + price)


def _stored_misreadings(lost: str, price: float) -> Iterator[Channel]:
    for misread, misread_price in MISREADS.items():
        stores = STORES | RARE_STORES if misread == "windows-1252" else STORES
        for store, store_price in stores.items():
            legs = (Leg("utf-8", _sloppy(misread), "?"), Leg(_sloppy(store), _sloppy(store), lost))
            name = f"utf-8 > {misread} > {store}"
            total = STORED + price + misread_price + store_price
            yield Channel(name, legs, total)
            if misread == "windows-1252" and store in STORES:
                yield Channel(f"{name}, twice", legs * 2, total + AGAIN)


def _stored_without_lost(price: float) -> Iterator[Channel]:
    """Yield the stores that drop what they lack and still leave of each mark what no text has: `â€`."""
    for store in DROPPING:
        legs = (Leg("utf-8", "sloppy-windows-1252", "?"), Leg(f"sloppy-{store}", f"sloppy-{store}", ""))
        yield Channel(f"utf-8 > windows-1252 > {store}", legs, STORED + price + STORES[store])


def _stored(lost: str, price: float) -> Iterator[Channel]:
    if lost != "\ufffd":  # which decoders put; no store does
        for store, store_price in {"windows-1252": 0.0, **STORES}.items():
            yield Channel(store, (Leg(store, store, lost),), BARE + price + store_price)
        yield Channel("ascii", (Leg("ascii", "ascii", lost),), BARE_ASCII + price)
    yield Channel("utf-8 > ascii", (Leg("utf-8", "ascii", lost),), BARE + price)
    yield Channel("letters", (Leg("letters", "letters", lost),), BARE + price)


def _read_as_utf8() -> Iterator[Channel]:
    """Yield the channels of text in an 8-bit codec, which lost characters to `?`, that was read as UTF-8.

    The U+FFFD that came of that may have been misread in turn.
    """
    for written, price in WRITTEN.items():
        codec = _sloppy(written)
        legs = (Leg(codec, codec, "?"), Leg(codec, "utf-8", "\ufffd"))
        again = Leg("utf-8", "sloppy-windows-1252", "?")
        yield Channel(f"{written} > utf-8", legs, SIMPLE + price)
        yield Channel(f"{written} > utf-8 > windows-1252", (*legs, again), SIMPLE + price + AGAIN)


def image(legs: tuple[Leg, ...], text: str) -> str:
    """Return what a chain of legs makes of `text`."""
    return sender(legs)(text)


def images(legs: tuple[Leg, ...], chars: str) -> list[str]:
    """Return what a chain of legs makes of each of `chars`; all are sent at once, each on its line.

    Images are interned, since many channels leave the same ones.
    """
    return [*map(sys.intern, _chain(legs, "\n".join(chars)).split("\n"))]


@cache
def sender(legs: tuple[Leg, ...]) -> Corrupt:
    """Return the function that sends text through a chain of legs, the same one for equal chains."""
    if any(leg.read.removeprefix("sloppy-") in MULTIBYTE for leg in legs):
        return lambda text: _chain(legs, text)
    known = Images(legs)
    return lambda text: "".join(map(known.__getitem__, text))


@lru_cache(maxsize=8)
def mark_images(corrupt: Corrupt) -> frozenset[str]:
    """Return what the channel makes of quotation marks, dashes and the ellipsis."""
    return frozenset(filter(None, map(corrupt, TYPOGRAPHIC)))


@lru_cache(maxsize=32)
def left_of(corrupt: Corrupt, signs: str) -> frozenset[str]:
    """Return what the channel makes of each of `signs` that it damages, unless that is only `?` or U+FFFD."""
    sent = zip(signs, map(corrupt, signs), strict=True)
    return frozenset([damaged for sign, damaged in sent if damaged != sign and damaged.strip("?\ufffd")])


# Characters of which each channel remembers what becomes of them.  An article in Korean has some 300, but a
# stream of these would go on and on.
CHARS_REMEMBERED = 512


class Images(dict[str, str]):
    """What becomes of each character along legs that treat every character by itself."""

    __slots__ = ("legs",)

    def __init__(self, legs: tuple[Leg, ...]) -> None:
        """Compute nothing yet."""
        self.legs = legs

    def __missing__(self, char: str) -> str:
        """Return what becomes of one character, and remember it."""
        if len(self) >= CHARS_REMEMBERED:
            self.clear()
        self[sys.intern(char)] = sent = sys.intern(_chain(self.legs, char))
        return sent


def _chain(legs: tuple[Leg, ...], text: str) -> str:
    for leg in legs:
        text = _travel(text, leg)
    return text


MARK_LOSS = "newsclean.lost"


def _mark_loss(error: UnicodeError) -> tuple[bytes, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return GONE.encode() * (error.end - error.start), error.end


codecs.register_error(MARK_LOSS, _mark_loss)


@lru_cache(1 << 10)
def _travel(text: str, leg: Leg) -> str:
    """Return what one leg makes of `text`."""
    if leg.write in FOLDS:
        return text.translate(FOLDS[leg.write]).replace(GONE, leg.lost)
    if GONE in text:
        return GONE.join([_travel(part, leg) for part in text.split(GONE)])
    codec, _, encoding = _codec(leg.write)
    lossy = "replace" if leg.lost == "?" else MARK_LOSS  # "replace" gives the same, twice as fast
    if encoding is None:
        data = text.encode(codec, lossy)
    else:
        data, _ = codecs.charmap_encode(text, lossy, encoding)
    codec, decoding, _ = _codec(leg.read)
    if decoding is None:
        text = data.decode(codec, "replace")
    else:
        text, _ = codecs.charmap_decode(data, "replace", decoding)
    return text.replace("\ufffd", leg.lost).replace(GONE, leg.lost)


@cache
def _codec(name: str) -> tuple[str, str | None, Any]:
    """Return the name of a codec, without `sloppy-`, and its tables for decoding and encoding.

    The tables are None for a codec that is taken as it is.  The second table is made by
    `codecs.charmap_build`: it takes a tenth of the memory of a dictionary.
    """
    codec = name.removeprefix("sloppy-")
    if codec == name or codec in MULTIBYTE:
        return codec, None, None
    read = bytes(range(256)).decode(codec, "replace")
    table = "".join([chr(byte) if c == "\ufffd" else c for byte, c in enumerate(read)])
    return codec, table, codecs.charmap_build(table)
