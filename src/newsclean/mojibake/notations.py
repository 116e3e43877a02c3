r"""The notations that spell characters out, and the characters that a run of each stands for.

    it&#146;s  it&rsquo;s  it&amp;rsquo;s  it&#8217s     HTML
    it#8217;s  itrsquo;s  it& rsquo;s                    the same, "&" lost or set apart
    it\u2019s  itu2019s  it\x92s  it\xe2\x80\x99s        JSON, Python; the backslash may be lost
    it\u{2019}s                                          Ruby, Rust, JavaScript
    it\342\200\231s  it\222s                              shells, Git
    it\'92s  it\u8217?s                                   Rich Text Format
    it<92>s  it<U+2019>s                                 what R and pagers print
    it%E2%80%99s  it%92s  it%25E2%2580%2599s  it%u2019s  URLs, outside of a URL; JavaScript
    it+IBk-s                                             UTF-7 mail
    itâ€TMs  itâEUR(TM)s  ita€™s  it€™s                 what ’ was misread as, spelled out, without its accent
    itпїЅs  itÔøΩs  itï¿œs                               U+FFFD in UTF-8, misread in three codecs

`NOTATIONS` has a row for each; `quoted_printable` decodes quoted-printable mail, which breaks lines as well.
"""

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from newsclean.mojibake.triggers import ENTITY_LETTERS, ENTITY_MARKS, ENTITY_SIGNS, HIGH, INVISIBLE

# A line with one of these words is about notations: a run in it that touches no letter is an example.
TOPIC = re.compile(
    r"\b(?:HTML|XML|JSON|JavaScript|Unicode|ASCII|UTF-?8|mojibake|backslash|charset|quoted-printable|"
    r"(?:en|de)cod(?:ed?|ing)|escape sequence|code ?point|entity (?:reference|&))", re.IGNORECASE
)  # fmt: skip
# How a URL, a path on a drive or a path on a share begins.
ADDRESS = re.compile(r"://|www\.|^[^\w]*[A-Za-z]:\\|^[^\w\\]*\\\\(?!u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2})\w")
# What stands before a percent escape in an address without a scheme, in form data or in a command.
PATH = re.compile(ADDRESS.pattern + r"|[/=&]|\?\w")
# A letter of a script that no article has within a word of Latin letters: bytes of Windows-1252 side by side,
# as `ß«` in `Spaß«`, may be its UTF-8.  (Greek letters stand in units.)
FAR_LETTER = re.compile("[\u0400-\u1cff]")


class Notation(NamedTuple):
    """A way to spell characters.

    `pattern` matches a whole run of it; `spell` returns the characters of a run, or None if they make no
    sense.  `proof` must match somewhere in the document before any run is believed; None means that each run
    speaks for itself.  A run is part of an address, and stays, if `address` matches in the word before it.
    """

    name: str
    pattern: re.Pattern[str]
    spell: Callable[[str], str | None]
    proof: re.Pattern[str] | None = None
    address: re.Pattern[str] = ADDRESS


def is_text(character: str) -> bool:
    """Tell whether an article may hold `character`."""
    return character.isprintable() or character in INVISIBLE


def is_other_than_utf8(text: str, runs: re.Pattern[str]) -> bool:
    """Tell whether any of the `runs` in `text`, which spell bytes, is not UTF-8."""
    return any(utf8(_octets_of(run[0])) is None for run in runs.finditer(text))


def is_far_letter(characters: str, run: re.Match[str]) -> bool:
    """Tell whether the `characters` of a run are one letter of another script beside a Latin one.

    Then the bytes of the run may be UTF-8 by accident, and rather Windows-1252.
    """
    line, (start, end) = run.string, run.span()
    beside = line[max(0, start - 1) : start] + line[end : end + 1]
    return FAR_LETTER.fullmatch(characters) is not None and any(c.isascii() and c.isalpha() for c in beside)


# --- Code points and bytes -------------------------------------------------------------------------


def _character(code: int) -> str | None:
    """Return the character of a code point; 128 to 159 mean Windows-1252, as for browsers (WHATWG HTML)."""
    if 0x80 <= code < 0xA0:
        return bytes([code]).decode("cp1252", "ignore") or chr(code)
    return chr(code) if code < 0xD800 or 0xE000 <= code < 0x110000 else None


def _octets_of(run: str) -> bytes:
    """Return the bytes from 80 on that a run spells, in octal (behind a backslash) or hexadecimal digits."""
    if run[1].isdigit() and run.startswith("\\"):
        return bytes([int(digits, 8) for digits in re.findall("[0-7]{3}", run)])
    return bytes.fromhex("".join(re.findall(HIGH, run)))


def _bytes(run: str) -> str | None:
    """Return the characters of bytes in UTF-8, or else in Windows-1252."""
    data = _octets_of(run)
    return utf8(data) or data.decode("cp1252", "ignore") or None


def utf8(data: bytes) -> str | None:
    """Return `data` read as UTF-8, or None if it is not."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return None


def _entity(run: str) -> str | None:
    name = re.sub(r"^&?(?>(?:amp;)*) ?", "", run)
    if name.startswith("#"):
        digits = name[1:].rstrip(";")
        code = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
        return _character(code)
    if not name:
        return "&"
    from html.entities import html5

    character = html5.get(name) or html5.get(name + ";")
    if character is None and name.isupper():  # a text that was capitalised, entities and all
        character = html5.get(name.lower(), "").upper() or None
    return character


def _utf16(run: str) -> str | None:
    units = re.findall(r"u([0-9A-Fa-f]{4})", run)
    characters = [_character(int(unit, 16)) or bytes.fromhex(unit).decode("latin-1") for unit in units]
    if any(len(character) > 1 for character in characters):  # surrogates
        try:
            return bytes.fromhex("".join(units)).decode("utf-16-be")
        except UnicodeDecodeError:
            return None
    return "".join(characters)


def _percent(run: str) -> str | None:
    return utf8(_octets_of(run))


def _utf7(run: str) -> str | None:
    try:
        characters = run.encode().decode("utf-7")
    except UnicodeDecodeError:
        return None
    return None if any(char < "\x80" for char in characters) else characters


def _code_points(run: str, code: str, base: int) -> str:
    """Return the characters whose numbers `code`, an expression of one group, finds; NUL for none."""
    return "".join([_character(int(digits, base)) or "\0" for digits in re.findall(code, run)])


def _percent_u(run: str) -> str | None:
    codes = re.findall(r"%u(....)|%(..)", run)
    return _utf16("".join([f"u{code or '00' + byte}" for code, byte in codes]))


def _misread(run: str) -> str:
    """Return the misread UTF-8, in Windows-1252, that a system has spelled out as `run`."""
    if run == "A":
        return "Ã"
    tail = re.sub("^[âa]?(?:€|EUR)", "", run).strip("()").lower()
    return "â€" + SPELLED_OUT.get(tail, tail)


MARK = (
    r"u(?:20(?:1[0-9A-Fa-f]|2[0-6]|3[29Aa]|[Aa][Cc])|00[A-Fa-f][0-9A-Fa-f]|0(?:1[0-7]|4[0-5])[0-9A-Fa-f]"
    r"|[Dd]83[CDEcde]u[Dd][C-Fc-f][0-9A-Fa-f]{2})"
)
# Codes of pictures, marks and European letters; names of marks and accented letters.
CODE_POINT = (
    r"#(?:(?:12[6-9][0-9]{3}|1[01][0-9]{3}|9[0-9]{3})(?!\d)"
    r"|8[2-4][0-9]{2}|1[01][0-9]{2}|1[2-9][0-9]|[23][0-9]{2}|53[0-9])"
)
NAME = rf"(?:[lr]aquo|{ENTITY_MARKS}|nbsp|{ENTITY_LETTERS})"
CONTRACTED = r"(?:s|t|re|ve|ll|d|m)\b"
SIGN = "(?:euro|pound|yen|cent|deg|frac(?:1[24]|34)|sup[123]|bull|middot|copy|reg|trade|times|amp|quot)"
# The last characters of misread ’, “ and ‘, by how systems spell them out: in the compatibility forms of
# Unicode, or as GNU's iconv does, which writes EUR for €.
SPELLED_OUT = {"tm": "™", "oe": "œ", "~": "˜", " \u0303": "˜"}
TAIL = r"(?:[™œ˜]|\([Tt][Mm]\)|TM|tm|oe|~| \u0303)"
PERCENT_BYTES = re.compile(rf"(?<!\d)(?:%{HIGH})+")
NOTATIONS = (
    Notation(
        "html",
        re.compile(
            rf"&(?>(?:amp;)*)(?:#(?:[0-9]{{1,7}}|[xX][0-9A-Fa-f]{{1,6}});|{CODE_POINT}"
            rf"|#[xX](?:20[0-9A-Fa-f]{{2}}|[89A-Fa-f][0-9A-Fa-f])(?!\d|[0-9A-Fa-f]+;)"
            rf"| (?:{CODE_POINT}|{NAME}|{SIGN});"
            rf"|[A-Za-z][A-Za-z0-9]{{1,23}};|{ENTITY_LETTERS}(?![=;])"
            rf"|(?:{ENTITY_MARKS}|{ENTITY_SIGNS})(?![=;]|r;))|&(?>(?:amp;)+)"
        ),
        _entity,
    ),
    Notation(
        "html without &",
        re.compile(rf"(?<!&)(?<!&amp;)(?:amp;)?(?:{CODE_POINT}|#[xX]20[0-9A-Fa-f]{{2}}|{NAME});"),
        _entity,
        re.compile(
            rf"[a-z]{CODE_POINT};[a-z]|#(?:8[2-4][0-9]{{2}}|[xX]20[0-9A-Fa-f]{{2}});[A-Za-z]"
            r"|[A-Za-z]rsquo;|\b[lb][da]quo;[A-Za-z]"
        ),
    ),
    # Before "utf-16", which would read these decimal digits as hexadecimal and find Chinese.
    Notation(
        "rtf code",
        re.compile(r"(?:\\u(?:8[2-4]\d\d|1[6-9]\d|[23]\d\d)\?)+"),
        partial(_code_points, code=r"(\d+)", base=10),
    ),
    # Not behind a drive letter ("C:\u2019") nor within a character class ("[\u2018-\u201f]").
    Notation(
        "utf-16",
        re.compile(r"(?<![\[\\])(?<!\w:)(?<!\[\\u[0-9A-Fa-f]{4}-)(?:\\{1,2}u[0-9A-Fa-f]{4})+"),
        _utf16,
    ),
    Notation(
        "code point",
        re.compile(r"(?:<U\+[0-9A-Fa-f]{4,6}>)+"),
        partial(_code_points, code=r"\+([0-9A-Fa-f]+)", base=16),
    ),
    Notation(
        "braced code point",
        re.compile(r"(?:\\u\{[0-9A-Fa-f]{2,6}\})+"),
        partial(_code_points, code=r"\{([0-9A-Fa-f]+)", base=16),
    ),
    Notation("percent", re.compile(rf"(?:%{HIGH}){{2,}}|(?:%25{HIGH}){{2,}}"), _percent, address=PATH),
    Notation(
        "percent bytes",
        PERCENT_BYTES,
        _bytes,
        re.compile(rf"(?<!\S)(?:[A-Za-z]+%92{CONTRACTED}|%93[A-Za-z]|[A-Za-z]+%[EF][0-9A-F][a-z])"),
        address=PATH,
    ),
    Notation(
        "utf-7",
        re.compile(r"\+[A-Za-z0-9+/]{3,}(?:-|(?![A-Za-z0-9+/]))"),
        _utf7,
        re.compile(rf"[a-z]\+(?:IBk-{CONTRACTED}|AO[AEIMQUYcgkosw048]-)|\+IB[gw]-?[A-Za-z][a-z]"),
    ),
    Notation(
        "percent u",
        re.compile(rf"(?:%u[0-9A-Fa-f]{{4}}|%{HIGH})+"),
        _percent_u,
        re.compile("%u20[0-9A-Fa-f]{2}|(?:%u04[0-9A-Fa-f]{2}){2}"),
        address=PATH,
    ),
    Notation(
        "octal",
        re.compile(r"(?:\\[23][0-7]{2})+"),
        _bytes,
        re.compile(
            rf"\\342\\200\\2|[a-z]\\303\\[2-3]|\\320\\2|[a-z]\\222{CONTRACTED}|\s\\223[A-Za-z]|[a-z]\\3[4-7][0-7][a-z]"
        ),
    ),
    Notation(
        "rtf bytes",
        re.compile(rf"(?:\\'{HIGH})+"),
        _bytes,
        re.compile(rf"[a-z]\\'92{CONTRACTED}|\\'93[A-Za-z]|[a-z]\\'[EFef]\d"),
    ),
    Notation(
        "bytes",
        re.compile(rf"(?<!\w:)(?:\\{{1,2}}x{HIGH})+"),
        _bytes,
        re.compile(rf"[^\W\d_]\\{{1,2}}x{HIGH}|\\x{HIGH}[^\W\d_]| \\x9[67] |\\xe2\\x80"),
    ),
    # <dd> is a tag, and <F1> to <F9> are keys, except within a word.
    Notation(
        "bracketed bytes",
        re.compile(rf"(?:<(?!dd>|F[1-9]>(?![a-z])|F[1-9]>(?<![a-z]....)){HIGH}>)+"),
        _bytes,
        re.compile(
            rf"\w[.,?!]?<9[1-7]>|<9[1-7]>\w| <9[67]> |[a-z]<[C-Ec-e][0-9A-Fa-f]>"
            rf"|[a-z]<[Ff][0-9A-Fa-f]>[a-z]|<[Ee]2><80><{HIGH}>"
        ),
    ),
    # u2010 to u2026 could be a year behind a word in -u, so "eu2019" proves nothing.
    Notation(
        "lost backslash",
        re.compile(rf"{MARK}"),
        _utf16,
        re.compile(
            r"[a-z]u2019(?:t|re|ve|ll)\b|[a-z]{4}u2019s\b|[a-z,] u201[34] [a-z]|\bu201[cd][^\W\d_]"
            r"|[^\W\d_]u00[c-f][0-9a-f](?!\w?\d)|(?:u04[0-5][0-9a-f]){3}"
        ),
    ),
    Notation("spelled out", re.compile(rf"â(?:EUR{TAIL}?|€(?!™|œ|˜){TAIL})"), _misread),
    Notation(
        "without accents",
        re.compile(rf"a€{TAIL}|a€(?=[^\w\s]|\s|$)|(?<=[a-z])A(?=[\xa1-\xbf])"),
        _misread,
        re.compile(r"\A(?![\s\S]*[b-z]€™)[\s\S]*[a-z]a€(?:™|\(?(?:TM|tm)\)?)[^\W\d_]"),
    ),
    # But not a price, as "5 €".
    Notation(
        "without heads",
        re.compile(
            r"(?<!â)€[™œ˜]|(?<![\dâ])€(?=[¦¢])|(?<= )€(?=[“”] )|(?<=[a-z])€(?=[“”][a-z])"
            r"|(?<=[a-z.,!?])€(?=\s|$)"
        ),
        _misread,
        re.compile(r"[b-z]€™[^\W\d_]"),
    ),
    # What stands for a lost character; a channel of `lossy` may know which.  (That in Windows-1252, `ï¿½`, is
    # undone with its channel.)
    Notation("placeholder", re.compile("(?:пїЅ|ÔøΩ|ï¿œ)+"), lambda run: "\ufffd" * (len(run) // 3)),
)


def holds_windows(text: str, notation: Notation) -> bool:
    """Tell whether `notation` spells bytes, and any run of them in `text` is not UTF-8."""
    if notation.spell is _percent:
        return is_other_than_utf8(text, PERCENT_BYTES)
    return notation.spell is _bytes and is_other_than_utf8(text, notation.pattern)
