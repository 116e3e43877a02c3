r"""Misread UTF-8 that was altered afterwards, so that it can no longer be read in any codec.

In Windows-1252 à reads as `Ã` and a no-break space, í as `Ã` and a soft hyphen.  Many systems turn a no-break
space into a plain one (some then two spaces into one), and drop soft hyphens:

    Ã  la dÃ©rive, dÃ©jÃ .     à la dérive, déjà.
    Ã la dÃ©rive               the same, of two spaces one
    12Â 000, theÂmill          12 000, the mill, with no-break spaces
    paÃs, MarÃa, allÃ          país, María, allí

Others write small letters, or letters and accents apart (the normal form NFD):

    espaã±a                    españa
    itâ€™s                    it’s, where â is an a and an accent

This stage puts the bytes back, and the later stages read the text as if it had kept them.  Where the text was
misread twice, `ÃƒÂ` stands for `Ã`.
"""

import re
from collections.abc import Iterable, Mapping
from itertools import islice
from typing import NamedTuple
from unicodedata import normalize

from newsclean.edits import NO_EDITS, Edits, rewritten_in_parts
from newsclean.lines import Lines
from newsclean.mojibake.triggers import SECOND, SECOND_SIGNS

# --- First bytes: small letters, and accents apart --------------------------------------------------

# Ã, Â, Å, Ä and letters that were second bytes, with their accents apart; and combinations that prove the
# damage.
ACCENTS, CARON, DIAERESIS = "\u0302\u0303\u0308\u030a", "\u030c", "\u0308"
SECONDS_APART = f"[SZsz]{CARON}|[Yy]{DIAERESIS}"
DECOMPOSED = re.compile(
    f"A[{ACCENTS}](?=[{SECOND}]|{SECONDS_APART})|a\u0302(?=[€\x80-\x84„†‚]|\\?\\?)|(?<=[{ACCENTS}€])(?:{SECONDS_APART})"
)
DECOMPOSED_PROOF = re.compile("a\u0302(?:[€\x80]|\\?\\?)|[a-z]A\u0303[\xa0-\xbf]")
# First bytes that were capitals, in a text that has no capitals any more, and combinations that prove it (but
# `»amanhã«` is a quotation).
CAPITAL = re.compile("[A-ZÀ-ÖØ-Þ]")
LOWERED = re.compile(
    f"ãÿ|ã(?=[{SECOND_SIGNS}\xa0]|[«»][a-z])|â(?=[\xa0-\xbf](?![\x80-\xbf]))"
    f"|[äå](?=[{SECOND_SIGNS}‚ƒ„‡‰š›žœ™])"
)
LOWERED_PROOF = re.compile(f"[a-z]ã[ÿ{SECOND_SIGNS}]|â[£§©®°]")

# --- Second bytes: no-break spaces and soft hyphens -------------------------------------------------

SPACE, HYPHEN = "\N{NO-BREAK SPACE}", "\N{SOFT HYPHEN}"
SMALL = "a-zß-öø-ÿ"
LETTER = f"A-Z{SMALL}{SECOND}"  # a letter, or what is left of one
FIRST_BYTE = "(Ã|ÃƒÂ)"
# A character that has kept its bytes: a text without any was not misread.
WHOLE = re.compile(f"[{SMALL}][ÂÃ][{SECOND}]|[ÂÃ][{SECOND}][{SMALL}]|[ÐÑ][{SECOND}][ÐÑ]|â[€\x80]")

# Where a soft hyphen has stood: behind an Ã that is no letter, since it stands within a word, behind a
# letter, or at the end of one, as in `allÃ`.
WITHIN = re.compile(f"(?<=[{LETTER}]){FIRST_BYTE}(?=[{SMALL}ÃÄÅ])")
AT_END = re.compile(f'(?<=[{SMALL}{SECOND}]){FIRST_BYTE}(?=[ \\t\\r\\n.,;:!)"\\]]|\\?(?![{SMALL}])|$)')
# In Icelandic, known by ð and þ, í is a word, and words begin with it; behind a full stop that would be Í or
# another capital.
ICELANDIC = re.compile("Ã(?:ƒÂ)?[°¾]")
AT_START = re.compile(rf"(?<=[{SMALL}{SECOND},] ){FIRST_BYTE}(?=[ {SMALL}ÃÄÅ])")
# Elsewhere `Ã` may be what is left of another letter, as of ß where control characters were dropped.  The
# words decide: of the first FEW different ones with a lone head, more are listed with í than with another
# letter whose second byte stands nowhere in the text.  The languages are those of the first OPENING_CHARS.
LONE_WORD = re.compile(f"(?<![{LETTER}ÂÃÄÅ])[{LETTER}ÂÃÄÅ]*Ã(?:ƒÂ)?(?![{SECOND}])[{SMALL}ÂÃÄÅ]*")
BARE = re.compile(f"{FIRST_BYTE}(?![{SECOND}])")
BEHIND_HEAD = re.compile(f"[ÂÃÄÅ]([{SECOND}])")
FEW, OPENING_CHARS = 40, 10_000
# What may be Э in Russian, or А or Р; it was Э if other letters have kept their control characters, and Р
# its no-break space, or a plain one in its place.  Else `lossy.alphabets` asks the words.
CONTROLS = re.compile("[ÐÑ][\x81\x8d\x8f\x90\x9d]")
KEPT_SPACE = re.compile(f"Ð(?:\xa0|(?<![{SECOND}]Ð) (?=[ÐÑ]))")
CYRILLIC = re.compile("(Ð)(?=[ÐÑ])")

# What proves that plain spaces were no-break ones: à is a word where no letter stands before it, for
# instance.
APART = f"(?<![{LETTER}]){FIRST_BYTE} "
SPACED = re.compile(rf"Ã  |ÃƒÂ  |{APART}|[\w.,:;!?«»](?<!ƒ)Â |[{SMALL}]Ã [.,;:!?)»]|(?<![{SECOND}])Ð [ÐÑ]")
# The same, in a text that has kept its soft hyphens; otherwise í would leave this too.
ENDING_WORD = re.compile(f"[{SMALL}]{FIRST_BYTE} ")
# A no-break space itself, and Р in Russian.
CERTAIN = re.compile("((?<!ƒ)Â) |(Ð) (?=[ÐÑ])")
# Words that begin with à: `Ã quele` was àquele.  ftfy knows the same.
JOINED = re.compile(rf"{APART}(?=quel|quilo|s\b)")
# A word parted by a space that was the second byte of its letter: `pÃ gina`.
PARTED = re.compile(f"(?<![A-Z{SMALL}])([A-Z{SMALL}]+){FIRST_BYTE} ([{SMALL}]+)")
# Where no word follows, the space was the second byte; where one follows, the second byte is gone if two
# spaces became one.
BEFORE_MARK = re.compile(rf"{FIRST_BYTE} (?=[^\w(«“]|$)")
BEFORE_WORD = re.compile(rf"{FIRST_BYTE} (?=[\w(«“])")


# --- Lone no-break spaces -----------------------------------------------------------------------------

# What is left of a no-break space where nothing else need be damaged: behind a word or a number, no language
# has a capital Â.  Its second byte became a plain space, or was dropped at the end of a line, beside a digit
# or before a capital or a mark.
BEHIND = f"{SMALL}0-9.,;:!?)%"
LONE_NO_BREAK = re.compile(
    f"(?<=[{BEHIND}])Â(?: |(?=[\r\n]|$))|(?<=[{SMALL}0-9])Â(?=[A-Z0-9(%:;!?])|(?<=[0-9])Â(?=[{SMALL}])"
)
# The same behind a word of capitals, as in `PARISÂ — `.
BEHIND_CAPITALS = re.compile(r"(?<![^\W_])([A-Z]{2,})Â ")
# A word before such an Â, and the rest of one behind it.  Between small letters it may also be left of a soft
# hyphen, and in Swedish be the å of a Mac: it is a space if both are words of the document or on the list; if
# only one is, at places beside MORE times as many where both are as where none is.
PARTS = re.compile(f"(?<![^\\W_])([A-Z{SMALL}]*[{SMALL}])Â(?:([{SMALL}]+)|(?![{SMALL}]))")
MORE = 2
# A line of Cyrillic that was read as Latin letters.
OTHER_SCRIPT = re.compile("[À-ÿ]{4}")


class Lacking(NamedTuple):
    """What a text lacks: soft hyphens, no-break spaces, the second of two spaces.

    `icelandic` and `russian` name further places where soft hyphens are lacking.
    """

    hyphens: bool
    spaces: bool
    collapsed: bool
    icelandic: bool
    russian: bool


def restore(lines: Lines) -> tuple[Lines, Edits]:
    """Return the lines with the bytes that they had, and an edit for each change."""
    lines, edits = _with_heads(lines)
    lines, made = _with_second_bytes(lines)
    lines, spaced = _with_lone_spaces(lines)
    return lines, edits + made + spaced


def _with_heads(lines: Lines) -> tuple[Lines, Edits]:
    """Return the lines with the first bytes of characters as they were read, and the edits."""
    text = lines.text
    if DECOMPOSED_PROOF.search(text):
        pattern, read = DECOMPOSED, _composed
    elif LOWERED_PROOF.search(text) and not CAPITAL.search(text):
        pattern, read = LOWERED, _raised
    else:
        return lines, NO_EDITS
    return rewritten_in_parts(
        lines, lambda lines: (pattern.sub(read, line) for line in lines), "mojibake:altered"
    )


def _composed(found: re.Match[str]) -> str:
    return normalize("NFC", found[0])


def _raised(found: re.Match[str]) -> str:
    return found[0].upper()


def _with_second_bytes(lines: Lines) -> tuple[Lines, Edits]:
    """Return the lines with the second bytes that they lack, and the edits."""
    text = lines.text
    lacking = _lacking(text) if WHOLE.search(text) else None
    if lacking is None or not (lacking.hyphens or lacking.spaces):
        return lines, NO_EDITS
    return rewritten_in_parts(
        lines, lambda lines: (_completed(line, lacking) for line in lines), "mojibake:altered"
    )


def _lacking(text: str) -> Lacking:
    """Return what a text lacks: characters that occur anywhere in it were not dropped."""
    hyphens = spaces = icelandic = russian = False
    within = WITHIN.search(text) is not None
    if HYPHEN not in text:
        russian = all(sign.search(text) is not None for sign in (CONTROLS, KEPT_SPACE, CYRILLIC))
        hyphens = russian or (within and _has_words_with_hyphens(text))
        icelandic = hyphens and ICELANDIC.search(text) is not None
    if SPACE not in text:
        spaces = not icelandic and SPACED.search(text) is not None
        spaces = spaces or (not within and ENDING_WORD.search(text) is not None)
    return Lacking(hyphens, spaces, not ("Ã  " in text or "ÃƒÂ  " in text), icelandic, russian)


def _has_words_with_hyphens(text: str) -> bool:
    """Tell whether words with a lone `Ã` are listed with í rather than with another letter that was lost."""
    from newsclean.mojibake.lossy.letters import languages

    shares = languages.shares_of(text[:OPENING_CHARS].split())
    kept = {*BEHIND_HEAD.findall(text)}
    # Windows-1252 reads these bytes as the characters of the same numbers.
    lost = {*map(chr, range(0xA0, 0xC0))} - kept - {HYPHEN}
    others = [chr(ord(second) + 0x40) for second in lost]
    words = {*islice((found[0] for found in LONE_WORD.finditer(text)), FEW)}
    votes = [_votes_for_hyphen(word, others, shares) for word in words]
    return votes.count(True) > votes.count(False)


def _votes_for_hyphen(word: str, others: Iterable[str], languages: Mapping[str, float]) -> bool | None:
    """Tell whether a word with lone heads is likelier with í than with `others`; None if it is on no list."""
    from newsclean.mojibake import lean_ftfy  # noqa: F401  (registers the codec)
    from newsclean.mojibake.lossy.letters import lexicon

    whole = BARE.sub(rf"\1{HYPHEN}", word)
    try:
        while HYPHEN in whole:
            whole = whole.encode("sloppy-windows-1252").decode("utf-8", "ignore")
    except UnicodeError:
        return None
    known = whole.lower().strip("“‘’")
    each = [lexicon.frequency(known.replace("í", letter), languages) for letter in ("í", *others)]
    return None if not any(each) else each[0] > max(each[1:])


def _completed(line: str, lacking: Lacking) -> str:
    """Return a line with the second bytes that it lacks."""
    if line.isascii():
        return line
    if lacking.spaces:
        line = _with_spaces(line, lacking)
    return _with_hyphens(line, lacking) if lacking.hyphens else line


def _with_spaces(line: str, lacking: Lacking) -> str:
    line = CERTAIN.sub(rf"\1\2{SPACE}", line)
    line = JOINED.sub(rf"\1{SPACE}", line)
    line = PARTED.sub(_joined, line)
    line = BEFORE_MARK.sub(rf"\1{SPACE}", line)
    if lacking.collapsed:
        return BEFORE_WORD.sub(rf"\1{SPACE} ", line)
    return line if lacking.hyphens else BEFORE_WORD.sub(rf"\1{SPACE}", line)  # `allÃ y` is allí y


def _with_hyphens(line: str, lacking: Lacking) -> str:
    places = [WITHIN, AT_END]
    if lacking.icelandic:
        places.append(AT_START)
    if lacking.russian:
        places.append(CYRILLIC)
    for place in places:
        line = place.sub(rf"\1{HYPHEN}", line)
    return line


def _joined(parts: re.Match[str]) -> str:
    """Return the two parts as one word if that is listed, else as they are."""
    from newsclean.mojibake.lossy.letters import lexicon

    before, head, behind = parts.groups()
    whole = lexicon.is_listed(f"{before}à{behind}")
    return f"{before}{head}{SPACE}{behind}" if whole else parts[0]


def _with_lone_spaces(lines: Lines) -> tuple[Lines, Edits]:
    """Return the lines with the second bytes of lone no-break spaces, and the edits."""
    text = lines.text
    if "Â" not in text or not (LONE_NO_BREAK.search(text) or BEHIND_CAPITALS.search(text)):
        return lines, NO_EDITS
    known = _Words(text)
    if known.has_rings:
        return lines, NO_EDITS
    return rewritten_in_parts(
        lines, lambda lines: (_with_lone_space(line, known) for line in lines), "mojibake:altered"
    )


class _Words:
    """The words of a document, by which a space is told from what stands within a word.

    `has_rings` tells whether as many words are listed with å in place of `Â` as not.
    """

    def __init__(self, text: str) -> None:
        """Look the first words with `Â` up."""
        from newsclean.mojibake.lossy.letters import languages

        words = text[:OPENING_CHARS].split()
        self._shares = languages.shares_of(words)
        self._own = {word.strip(".,;:!?").lower() for word in words}
        found = {*islice((parts.groups("") for parts in PARTS.finditer(text)), FEW)}
        ringed = sum([self._is_listed("å".join(parts)) for parts in found])
        self.has_rings = bool(found) and 2 * ringed >= len(found)
        counts = [self._count(*parts) for parts in found if parts[1]]
        self._least = 1 if counts.count(2) > MORE * counts.count(0) else 2

    def are_apart(self, before: str, behind: str) -> bool:
        """Tell whether two parts of what looks like one word are two words."""
        return self._count(before, behind) >= self._least and not self._is_known(before + behind)

    def _count(self, before: str, behind: str) -> int:
        return self._is_known(before) + self._is_known(behind)

    def _is_known(self, word: str) -> bool:
        return word.lower() in self._own or self._is_listed(word)

    def _is_listed(self, word: str) -> bool:
        from newsclean.mojibake.lossy.letters.lexicon import frequency

        return frequency(word.lower(), self._shares) > 0.0


def _with_lone_space(line: str, known: _Words) -> str:
    if "Â" not in line or OTHER_SCRIPT.search(line):
        return line
    line = LONE_NO_BREAK.sub(f"Â{SPACE}", BEHIND_CAPITALS.sub(_behind_capitals, line))

    def apart(parts: re.Match[str]) -> str:
        before, behind = parts.groups("")
        return f"{before}Â{SPACE}{behind}" if behind and known.are_apart(before, behind) else parts[0]

    return PARTS.sub(apart, line)


def _behind_capitals(found: re.Match[str]) -> str:
    """Return a word of capitals before a no-break space, or as it stands if Â may be its last letter."""
    from newsclean.mojibake.lossy.letters import lexicon

    word = found[1].lower()
    known = {listed for listed, _ in lexicon.lookup(word)}
    return f"{found[1]}Â{SPACE}" if word in known and f"{word}â" not in known else found[0]
