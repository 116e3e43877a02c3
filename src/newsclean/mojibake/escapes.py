r"""Characters that are spelled out in another notation: entities, backslash escapes, quoted-printable.

A publishing system that escapes a text twice, or forgets to unescape it once, leaves notations that
readers were never to see:

    it&#146;s  it&rsquo;s  it&amp;rsquo;s  it&#8217s     HTML
    it#8217;s  itrsquo;s  it& rsquo;s                    the same, "&" lost or set apart
    it\u2019s  itu2019s  it\x92s  it\xe2\x80\x99s        JSON, Python; the backslash may be lost
    it\u{2019}s                                          Ruby, Rust, JavaScript
    it\342\200\231s  it\222s                              shells, Git
    it\'92s  it\u8217?s                                   Rich Text Format
    it=E2=80=99s, and lines broken by a final "="        quoted-printable mail
    it<92>s  it<U+2019>s                                 what R and pagers print
    it%E2%80%99s  it%92s  it%25E2%2580%2599s  it%u2019s  URLs, outside of a URL; JavaScript
    it+IBk-s                                             UTF-7 mail
    itâ€TMs  itâEUR(TM)s  ita€™s  it€™s                 what ’ was misread as, spelled out, without its accent

They have lost nothing, so the only question is whether the author meant them as they stand.  A notation that
could be ordinary text ("eu2019", "x=92") is decoded only if something in the document proves it.  A run that
a line about notations merely mentions stays, and so do URLs, paths and code.  Decoding never makes a line
break, a control character or a tag.
"""

import re
from collections.abc import Callable
from functools import cache, partial
from typing import NamedTuple

from newsclean.edits import NO_EDITS, Edits, History, compare, rewritten
from newsclean.lines import Lines
from newsclean.mojibake import mentions
from newsclean.mojibake.triggers import ENTITY_LETTERS, ENTITY_MARKS, HIGH, INVISIBLE

# A line with one of these words is about notations: a run in it that touches no letter is an example.
TOPIC = re.compile(
    r"\b(?:HTML|XML|JSON|JavaScript|Unicode|ASCII|UTF-?8|mojibake|backslash|charset|quoted-printable|"
    r"(?:en|de)cod(?:ed?|ing)|escape sequence|code ?point|entity (?:reference|&))", re.IGNORECASE
)  # fmt: skip
# An ampersand that joins two names has one of them behind it.  Before punctuation, or bare at the end of a
# line, the line speaks of the sign itself, and `&amp;` in that line is meant.
NAMED_AMPERSAND = re.compile(r"&(?:amp;)?[.,:!?)\]]|&\s*$")
# What makes a line code: a string literal behind an operator or a bracket, the end of a statement, an escaped
# control character.
CODE = re.compile(
    r"""[=(\[{]\s?["'`]|\w\([^()]*\);\s*$|[{}]\s*$|^\s*(?://|/\*|<\?|<!)|\\x(?:0[0-8]|1[0-9A-Fa-f])"""
)
# How a URL, a path on a drive or a path on a share begins.
ADDRESS = re.compile(r"://|www\.|^[^\w]*[A-Za-z]:\\|^[^\w\\]*\\\\(?!u[0-9A-Fa-f]{4}|x[0-9A-Fa-f]{2})\w")
TAG = re.compile(r"</?[A-Za-z][^<>]{0,200}>|<!--")
# What stands before a percent escape in an address without a scheme, in form data or in a command.
PATH = re.compile(ADDRESS.pattern + r"|[/=&]|\?\w")
BARE_AMPERSAND = re.compile(r"&(?!amp;)\w+=")
QUOTES = frozenset("\"'`“”‘’")
# What separates or joins letters of Arabic and Indic scripts, and does nothing between letters of ASCII.
JOINERS = frozenset("\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}")
# A letter of a script that no article has within a word of Latin letters: bytes of Windows-1252 side by side,
# as `ß«` in `Spaß«`, may be its UTF-8.  (Greek letters stand in units.)
FAR_LETTER = re.compile("[\u0400-\u1cff]")
# What Windows-1252 has no character for.
UNASSIGNED = "\x81\x8d\x8f\x90\x9d"
# Letters that are words by themselves, as in Italian, Welsh and Vietnamese: between spaces they may be text.
ONE_LETTER_WORDS = frozenset("àáâèéìíòóôùúýæøåöÀÁÂÈÉÌÍÒÓÔÙÚÝÆØÅÖ")


# A letter of a word, as an entity.
LETTER_ENTITY = re.compile(
    rf"[A-Za-z;](?:&(?:amp;)*(?:{ENTITY_LETTERS}|#\d{{3,4}});)|&(?:{ENTITY_LETTERS}|#\d{{3,4}});[A-Za-z]"
)


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


def decode(lines: Lines) -> tuple[Lines, Edits]:
    """Return `lines` with escapes decoded, and an edit for each change.

    Lines that quoted-printable had broken are joined: the first is edited and the others are removed, so the
    result may have fewer lines.  The edits count lines of the input from 1.
    """
    history = History()
    lines, made = _quoted_printable(lines)
    history.add(made)
    text = lines.text
    for notation in NOTATIONS:
        if notation.pattern.search(text) and (notation.proof is None or notation.proof.search(text)):
            windows = cache(partial(_holds_windows, text, notation))
            within_words = notation.name == "html" and LETTER_ENTITY.search(text) is not None
            decoded = (_decode_line(line, notation, windows, within_words) for line in lines)
            lines, made = rewritten(lines, decoded, f"escape:{notation.name}")
            history.add(made)
    return lines, history.edits


def _decode_line(line: str, notation: Notation, windows: Callable[[], bool], within_words: bool) -> str:
    """Return `line` decoded; `windows` tells whether bytes of the document are Windows-1252.

    `within_words` says that letters within words of the document are spelled out; then single ones may be
    words.
    """
    if CODE.search(line):
        return line
    about = TOPIC.search(line) is not None
    tagged = TAG.search(line) is not None
    names_ampersands = NAMED_AMPERSAND.search(line) is not None

    def replace(match: re.Match[str]) -> str:
        run = match[0]
        characters = notation.spell(run)
        start, end = match.span()
        if characters and _is_far_letter(characters, match) and windows():
            characters = characters.encode().decode("cp1252", "ignore")
        if characters is None or not (all(map(_is_text, characters)) or _is_piece(line, start, characters)):
            return run
        is_word = within_words and not about and characters.isalpha()
        if not is_word and _is_mentioned(line, start, end, about, characters):
            return run
        if characters == "&" and names_ampersands:
            return run
        if _is_in_address(line, start, notation.address) and (characters != "&" or _is_bare(line, start)):
            return run
        # In a line with markup these four may be escaped on purpose.
        return run if tagged and any(c in '<>&"' for c in characters) else characters

    decoded = notation.pattern.sub(replace, line)
    is_tag = not tagged and TAG.search(decoded) is not None
    return line if decoded == line or is_tag or mentions.is_mention(line, decoded) else decoded


def _holds_windows(text: str, notation: Notation) -> bool:
    """Tell whether `notation` spells bytes, and a run of them in `text` is no UTF-8."""
    if notation.spell not in (_bytes, _percent):
        return False
    return _is_other_than_utf8(text, PERCENT_BYTES if notation.spell is _percent else notation.pattern)


def _is_other_than_utf8(text: str, runs: re.Pattern[str]) -> bool:
    """Tell whether one of the `runs` of bytes in `text` is no UTF-8."""
    return any(_utf8(_octets_of(run[0])) is None for run in runs.finditer(text))


def _is_far_letter(characters: str, run: re.Match[str]) -> bool:
    """Tell whether bytes that are UTF-8 by accident give a lone far letter beside a Latin one."""
    line, (start, end) = run.string, run.span()
    beside = line[max(0, start - 1) : start] + line[end : end + 1]
    return FAR_LETTER.fullmatch(characters) is not None and any(c.isascii() and c.isalpha() for c in beside)


def _is_mentioned(line: str, start: int, end: int, about: bool, characters: str) -> bool:
    before, after = line[start - 1 : start], line[end : end + 1]
    if before in QUOTES and before and before == after:
        return True
    if not before.strip() and not after.strip() and not _stands_alone(characters):
        return True
    if characters in JOINERS and (before + after).isascii():
        return True
    return about and not before.isalnum() and not after.isalnum()


def _stands_alone(characters: str) -> bool:
    """Tell whether these may stand between spaces as text; a quotation mark or most Latin letters may not."""
    return (
        len(characters) > 1
        or characters in ONE_LETTER_WORDS
        or not (characters in QUOTES or (characters.isalpha() and characters < "ɐ"))
    )


def _is_in_address(line: str, start: int, address: re.Pattern[str]) -> bool:
    # 200 characters bound the work on a line without spaces.
    token = line[max(0, start - 200) : start].rpartition(" ")[2]
    return address.search(token) is not None


def _is_bare(line: str, start: int) -> bool:
    """Tell whether an address holds ampersands that are not escaped, so that none was."""
    address = (
        line[max(0, start - 200) : start].rpartition(" ")[2] + line[start : start + 200].partition(" ")[0]
    )
    return BARE_AMPERSAND.search(address) is not None


def _is_text(character: str) -> bool:
    return character.isprintable() or character in INVISIBLE


def _is_piece(line: str, start: int, characters: str) -> bool:
    """Tell whether this is the last byte of a misread character, as in `â€&#157;`."""
    before = line[start - 1 : start]
    return characters in UNASSIGNED and (before == ";" or before > "\x7f")


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
    return _utf8(data) or data.decode("cp1252", "ignore") or None


def _utf8(data: bytes) -> str | None:
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
    return _utf8(_octets_of(run))


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
# Codes of marks and of European letters; names of marks and accented letters.
CODE_POINT = r"#(?:8[2-4][0-9]{2}|1[01][0-9]{2}|1[2-9][0-9]|[23][0-9]{2}|53[0-9])"
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
            rf"|{ENTITY_MARKS}(?![=;]|r;))|&(?>(?:amp;)+)"
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
)


# --- Quoted-printable ------------------------------------------------------------------------------

# A "=" itself is written `=3D`, so one behind another, as in a ruler of them, is no soft break.
SOFT_BREAK = re.compile(r"(?<!=)=[ \t]*(?:\r\n|\n|\r)$")
SOFT_BREAKS = re.compile(r"(?<!=)=[ \t]*(?:\r\n|\n|\r)")
BARE_SIGN = re.compile(r"=(?![0-9A-Fa-f]{2}|\?[\w-])")
# Octets, or an encoded word of a mail header (RFC 2047), which stays.
OCTETS = re.compile(
    r"=\?[\w-]{1,40}\?[QqBb]\?[^?\s]{1,75}\?=|(?:=[0-9A-F]{2})+|(?:=[c-f][0-9a-f](?:=[89ab][0-9a-f])+)+"
)
UTF8_OCTETS = re.compile(
    "=(?:[Cc][23]=[89ABab][0-9A-Fa-f]|[Ee][0-9A-Fa-f]=[89ABab][0-9A-Fa-f]=[89ABab][0-9A-Fa-f])"
)
BYTES = re.compile(f"(?:={HIGH})+")
LETTER_OCTET = re.compile(r"[a-z]=(?:9[1-4]|[EF][0-9A-F])[a-z]")
# Octets that touch no word: in a line about notations they are no proof.
EXAMPLE = re.compile(r"(?<![\w=])(?:=[0-9A-F]{2})+(?![\w=])")
# Software breaks the lines of quoted-printable mail at 76 characters (RFC 2045, 6.7), or a few earlier.
SOFT_WIDTH = range(70, 79)


def _quoted_printable(lines: Lines) -> tuple[Lines, Edits]:
    """Return `lines` decoded if the document is quoted-printable, and the edits.

    One character of UTF-8 in octets proves it; so do two weaker signs together: an octet within a word, or a
    line of SOFT_WIDTH that ends in a soft break, in a text that has no "=" of its own.
    """
    text = SOFT_BREAKS.sub("", lines.text)
    if UTF8_OCTETS.search(text):
        text = "".join([EXAMPLE.sub("", line) if TOPIC.search(line) else line for line in Lines.split(text)])
    proofs = 2 * len(UTF8_OCTETS.findall(text)) + len(LETTER_OCTET.findall(text))
    if not BARE_SIGN.search(text):
        proofs += sum(1 for line in lines if SOFT_BREAK.search(line) and len(line.rstrip()) in SOFT_WIDTH)
    if proofs < 2:
        return lines, NO_EDITS
    joined = _join(lines)
    octets = partial(_octets, windows=cache(partial(_is_other_than_utf8, text, BYTES)))
    after = [None if line is None else OCTETS.sub(octets, line) for line in joined]
    edits = compare(lines, after, "escape:quoted-printable")
    return Lines.joined(line for line in after if line is not None), edits


def _join(lines: Lines) -> list[str | None]:
    """Return the lines, those that soft breaks part joined; None for each line that was joined to another.

    A soft break with nothing before it joins nothing: if a blank line follows, a bare LF would be left, which
    would become one line ending together with a CR before it.
    """
    joined: list[str | None] = []
    parts: list[str] = []
    first = 0
    for number, line in enumerate(lines):
        soft = SOFT_BREAK.search(line) if number + 1 < len(lines) else None
        if soft and not parts and soft.start() == 0:
            soft = None
        joined.append(None)
        parts.append(line[: soft.start()] if soft else line)
        if not soft:
            joined[first] = "".join(parts)
            parts, first = [], number + 1
    return joined


def _octets(match: re.Match[str], windows: Callable[[], bool]) -> str:
    if match[0].startswith("=?"):
        return match[0]
    data = bytes.fromhex(match[0].replace("=", ""))
    text = _utf8(data)
    if not text or (_is_far_letter(text, match) and windows()):
        text = data.decode("cp1252", "ignore")
    return text if text and all(map(_is_text, text)) else match[0]
