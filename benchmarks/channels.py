"""Models of broken publishing systems, by which intact articles are damaged.

A channel is a chain of codecs: the text is encoded in the first, decoded with the second, encoded
in the third, and so on.  `codec:handler` names the error handler; without one nothing may be lost.
The name of a channel says which encoding was taken for which ("utf-8 as 1252"), in which one that has no room
for it the text was stored ("1252 in 1251"), or what stands for lost characters ("ascii ?").
"""

import codecs
from itertools import cycle

import ftfy.bad_codecs  # registers the sloppy codecs, which read all 256 bytes as browsers do

ftfy.bad_codecs.ok()

CHANNELS = {
    "intact": "",
    "utf-8 as 1252": "utf-8 sloppy-windows-1252",
    "utf-8 as 1252, twice": "utf-8 sloppy-windows-1252 utf-8 sloppy-windows-1252",
    "utf-8 as latin-1": "utf-8 latin-1",
    "utf-8 as 1250": "utf-8 sloppy-windows-1250",
    "utf-8 as 1251": "utf-8 sloppy-windows-1251",
    "utf-8 as 1254": "utf-8 sloppy-windows-1254",
    "utf-8 as mac roman": "utf-8 mac-roman",
    "utf-8 as cp437": "utf-8 cp437",
    "utf-8 as cp850": "utf-8 cp850",
    "utf-8 as cp866": "utf-8 cp866",
    "utf-8 as koi8-r": "utf-8 koi8-r",
    "utf-8 as gbk": "utf-8 gbk:replace",
    "1252 as latin-1": "sloppy-windows-1252:replace latin-1",
    "1252 as mac roman": "sloppy-windows-1252:replace mac-roman",
    "1252 as cp437": "sloppy-windows-1252:replace cp437",
    "mac roman as 1252": "mac-roman:replace sloppy-windows-1252",
    "1252, 9D to ?": "utf-8 cp1252:replace cp1252:replace cp1252",
    "1252, 9D to U+FFFD": "utf-8 cp1252:replace",
    "1252, 9D dropped": "utf-8 cp1252:ignore",
    "1252 in 1251": "utf-8 sloppy-windows-1252 sloppy-windows-1251:replace sloppy-windows-1251",
    "1252 in 1251, twice": "utf-8 sloppy-windows-1252 sloppy-windows-1251:replace sloppy-windows-1251 "
    "utf-8 sloppy-windows-1252 sloppy-windows-1251:replace sloppy-windows-1251",
    "1252 in 1250": "utf-8 sloppy-windows-1252 sloppy-windows-1250:replace sloppy-windows-1250",
    "1252 in latin-1": "utf-8 sloppy-windows-1252 latin-1:replace latin-1",
    "1252 in 1250, dropped": "utf-8 sloppy-windows-1252 cp1250:ignore cp1250",
    "1252 in latin-9, dropped": "utf-8 sloppy-windows-1252 iso8859-15:ignore iso8859-15",
    "1252 in iso-8859-7": "utf-8 sloppy-windows-1252 iso8859-7:replace iso8859-7:replace",
    "1252 in 874": "utf-8 sloppy-windows-1252 cp874:replace cp874:replace",
    "1252 in 949": "utf-8 sloppy-windows-1252 cp949:replace cp949",
    "1252 in 950": "utf-8 sloppy-windows-1252 cp950:replace cp950",
    "ascii ?": "ascii:replace ascii",
    "latin-1 ?": "latin-1:replace latin-1",
    "ascii ¿": "ascii:inverted latin-1",
    "utf-8 in ascii": "utf-8 ascii:replace ascii:replace ascii",
    "1252 as utf-8": "sloppy-windows-1252:replace utf-8:replace",
    "U+FFFD as 1252": "sloppy-windows-1252:replace utf-8:replace utf-8 sloppy-windows-1252",
}


def _inverted_question_marks(error: UnicodeError) -> tuple[bytes, int]:
    assert isinstance(error, UnicodeEncodeError)
    return b"\xbf" * (error.end - error.start), error.end


codecs.register_error("inverted", _inverted_question_marks)


def loses(channel: str) -> bool:
    """Whether the channel may lose characters."""
    return ":" in CHANNELS[channel]


def damage(text: str, channel: str) -> str:
    """Damage `text` by the channel of this name.

    Raises UnicodeError if a codec without an error handler cannot encode or decode it.
    """
    steps = [step.partition(":") for step in CHANNELS[channel].split()]
    for (writer, _, lost), (reader, _, unread) in zip(steps[::2], steps[1::2], strict=True):
        text = text.encode(writer, lost or "strict").decode(reader, unread or "strict")
    return text


def damage_by_turns(text: str, *channels: str) -> str:
    """Damage the lines of `text` that are not blank by these channels in turn."""
    turns = cycle(channels)
    return "".join(
        line if line.isspace() else damage(line, next(turns)) for line in text.splitlines(keepends=True)
    )
