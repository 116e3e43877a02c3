"""Whether a channel has left the question marks of a text, or its author has set them.

    They don?t know. It?s late.              two contractions: a channel
    ?It rained,? he said. ?A bit,? I said.   what opens a quotation is closed: a channel
    She went ? in vain ? to Hull and Leeds.  where dashes stand: a channel
    Press a ? for help, or the ? key.        where a noun stands: the author
    See ?mean, ?lm and ?plot.                nothing is closed: the author
    How are you ? i am fine . And you ?      marks are set apart: the author

Of 516 articles damaged by ASCII, by Latin-1, and as UTF-8 by ASCII, with their quotation marks or apostrophes
straight or not, 2,840 have some lost marks of these kinds: `is_proven` believes 98 in 100.  Of 180 texts that
use the mark as a sign, in thirty languages and a dozen programming languages, it believes 7.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from newsclean.mojibake.lossy.letters import languages
from newsclean.mojibake.lossy.letters.grammar import shortens
from newsclean.mojibake.lossy.runs.places import FIRST_WORD, REACH, beginning, telling_words

# Words that a noun follows, and no dash: of 1,100 dashes between blanks in 516 articles ten stand behind one.
BEFORE_NOUN = frozenset(
    """
    a an the of each every with by from into called named
    ein eine einen einem eines der die das dem den des mit von vom zum zur
    le la les un une du des au aux
    el los las una del al lo gli della dei nel nella
    um uma da dos das het een de van
    en ett et den det på med
    w z od v ve в с на от из
    """.split()
)
# What names the sign that stands behind it.
NAMING = frozenset(
    """
    character sign signs symbol marks zeichen caractère signe symbole signo carácter símbolo segno carattere
    simbolo sinal teken tecknet tecken tegnet tegn merkki znak знак символ işareti semnul jel tanda
    """.split()
)
# What names the question mark, or what it stands for in patterns and programs, in small letters.
NAMES = (
    *("question mark", "question-mark", "wildcard", "placeholder", "fragezeichen", "platzhalter"),
    *("t d'interrogation", "t d’interrogation", "ts d'interrogation", "ts d’interrogation"),
    *("de interrogaci", "d'interrogaci", "punto interrogativo", "punto di domanda", "de interrogação"),
    *("vraagteken", "frågetecken", "ørgsmålstegn", "ørsmålstegn", "kysymysmerk", "kérdőjel", "otazník"),
    *(
        "zapytania",
        "semnul întrebării",
        "soru işareti",
        "вопросительный знак",
        "знак вопроса",
        "знак питання",
    ),
)
# A contraction with a straight apostrophe: an article that only quotes damage has some of its own.
STRAIGHT = r"'(?:(?<=n')t|(?<=[a-z]')(?:s|re|ve|ll))\b"
# What stands for a noun is believed if so often as this, measured by the contractions and quotations, by the
# marks between blanks and by the letters lost within words: of damaged articles 1 in 100 has it so.
PER_MARK, PER_BLANK, PER_LETTER = 2, 6, 10
FEWEST_PROOFS = 2  # contractions, dashes or quotations that prove a channel
FEWEST_LETTERED = 3  # letters lost within words that do so beside anything else
# So often before a mark between blanks, and before half of them, one word tells that they are no dashes.
OFTEN = 3
OPENING_CHARS = 10_000  # characters that show what a document is about, and its languages
SMALL = "[a-zß-öø-ž]"


def is_proven(lost: str, text: str) -> bool:
    """Tell whether `lost`, what a channel leaves of most marks, is more than ordinary question marks."""
    mark = re.escape(lost)
    if not re.search(rf"{mark}(?:(?=[^\W\d_])|(?<=[,. ]{mark})(?=\s|$))", text):  # all end sentences
        return False
    if stands_for_noun(lost, text) or (not _is_rather_lost(lost, text) and _is_named(text)):
        return False
    joined = joints(lost, text)
    return joined >= FEWEST_PROOFS or _is_told_without(joined, lost, text)


def _is_told_without(joined: int, lost: str, text: str) -> bool:
    """Answer as `is_proven` where there are no contractions, or that one that was `joined`."""
    mark = re.escape(lost)
    # What stands before is looked at last: an expression is searched for by the text that it begins with.
    before = len(re.findall(rf"{mark}(?<![^\s(]{mark})[^\W\d_]", text))
    behind = len(re.findall(rf"{mark}(?<=[,.]{mark})(?=\s|$)", text))
    dashes = _dashes(lost, text)
    if dashes >= FEWEST_PROOFS or (joined and before + behind + dashes):
        return True
    opened, closed = _quotations(lost, text)
    if 0 < opened <= 2 * closed and closed + behind + dashes >= FEWEST_PROOFS:
        return True
    others = before + behind + dashes + joined
    return others > 0 and _lettered(lost, text) >= max(FEWEST_LETTERED, before / 2)


def joints(lost: str, text: str, most: int = FEWEST_PROOFS) -> int:
    """Count, up to `most`, contractions and possessives that apostrophes in place of `lost` would make."""
    mark = re.escape(lost)
    runs = re.finditer(rf"{mark}(?<=[^\W\d_]{mark})(?=[^\W\d_])", text)
    return len([*islice(filter(_joins, runs), most)])


def _joins(run: re.Match[str]) -> bool:
    """Tell whether an apostrophe in place of a run would make a contraction or a possessive."""
    text, start, end = run.string, run.start(), run.end()
    before, after = text[max(0, start - REACH) : start], text[end : end + REACH]
    shortened = shortens(before, after)
    # `a?s` and `C?O?S` are patterns.
    if shortened == "s":
        return before[-2:-1].isalpha()
    return shortened != "" and not (after[0].isupper() and not after[1:2].isalpha())


def _is_named(text: str) -> bool:
    """Tell whether a text speaks of the question mark."""
    small = text[:OPENING_CHARS].lower()
    return any(map(small.__contains__, NAMES))


def may_touch_words(text: str) -> bool:
    """Tell whether `touches_words` might be true of anything that bare channels leave."""
    return re.search(r"[?¿](?<=[^\W\d_].)[?¿]*[^\W\d_]", text) is not None


def touches_words(lost: str, text: str) -> bool:
    """Tell whether `lost` touches words on both sides: as an apostrophe, as some letters or as dashes."""
    return (
        joints(lost, text, 1) > 0
        or _lettered(lost, text) >= FEWEST_LETTERED
        or _tight_dashes(lost, text) >= FEWEST_PROOFS
    )


def _is_rather_lost(lost: str, text: str) -> bool:
    """Tell whether a text, even one that speaks of the mark, has contractions enough without an apostrophe.

    Those with a straight one show that the others are quoted.
    """
    straight = len(re.findall(STRAIGHT, text))
    least = max(FEWEST_PROOFS, 2 * straight + 1)
    return joints(lost, text, least) >= least


def stands_for_noun(lost: str, text: str) -> bool:
    """Tell whether `lost` stands between blanks as nouns do, and so often that its author has set it."""
    words = [*_words_before(lost, text[:OPENING_CHARS])]
    nouns = sum([word in NAMING or (between and word in BEFORE_NOUN) for word, between in words])
    if not nouns or PER_BLANK * nouns < sum([between for _, between in words]):
        return False
    if joints(lost, text, PER_MARK * nouns + 1) + _quotations(lost, text)[1] > PER_MARK * nouns:
        return False
    return _lettered(lost, text) <= PER_LETTER * nouns


def _words_before(lost: str, text: str) -> Iterator[tuple[str, bool]]:
    """Yield the word, in small letters, before each mark behind a blank, and whether another one follows."""
    mark = re.escape(lost)
    for run in re.finditer(rf"{mark}(?<=[^\W\d_] {mark})(?!\w)", text):
        word = text[max(0, run.start() - REACH) : run.start()].rsplit(maxsplit=1)[-1].lower()
        yield word, text[run.end() : run.end() + 1] == " " and text[run.end() + 1 : run.end() + 2].isalpha()


def _dashes(lost: str, text: str) -> int:
    """Count what stands between two words as dashes do, with a blank on either side or none.

    The second word is in lower case, or behind no blank one that often follows a dash.  Those with blanks
    count for nothing in French, where the author sets marks apart, or most stand behind the same word.
    """
    mark = re.escape(lost)
    apart = re.finditer(rf"{mark}(?<=[a-z]{{2}} {mark})(?= [a-z]{{2,20}}[ ,.])", text)
    spaced = sum("?" not in beginning(text, run.start()) for run in apart)
    return _tight_dashes(lost, text) + (spaced if spaced and _may_be_dashes(lost, text) else 0)


def _tight_dashes(lost: str, text: str) -> int:
    mark = re.escape(lost)
    tight = re.finditer(rf"{mark}(?<=[a-z]{{3}}{mark})([a-z]{{3,10}})[ ,.]", text)
    return sum(_follows_dash(run[1], text, run.start()) for run in tight)


def _follows_dash(word: str, text: str, at: int) -> bool:
    """Tell whether a word behind `at` is one that dashes stand before, in a sentence that asks nothing."""
    return f">{word}" in telling_words() and "?" not in beginning(text, at)


def _may_be_dashes(lost: str, text: str) -> bool:
    text = text[:OPENING_CHARS]
    words = Counter([word for word, between in _words_before(lost, text) if between])
    same = max(words.values(), default=0)
    if same >= OFTEN and 2 * same > words.total():
        return False
    set_apart = re.findall(rf"\w (?:[.,:;!](?=\s|$)|{re.escape(lost)}$)", text, re.MULTILINE)
    return 4 * len(set_apart) < words.total() and "fr" not in languages.read(text).own


def _quotations(lost: str, text: str) -> tuple[int, int]:
    """Count what may open a quotation, and what closes one that stands open in its line."""
    mark = re.escape(lost)
    opened = closed = 0
    end = -1  # of the line in which one stands open
    opening, closing = rf"(?<![^\s(\[]{mark})(?<!\d {mark})(?=[^\W\d_])", rf"(?<=[^\s\d_([]{mark})(?!\w)"
    for run in re.finditer(f"{mark}(?:{opening}|{closing})", text):
        start = run.start()
        if start == 0 or text[start - 1] in " \t\n([":
            opened += 1
            end = text.find("\n", start) % (len(text) + 1)
        elif start < end:
            closed += 1
            end = -1
    return opened, closed


def _lettered(lost: str, text: str) -> int:
    """Count what stands within words, before a small letter, and makes no contraction and no dash."""
    mark = re.escape(lost)
    runs = re.finditer(rf"{mark}(?<=[^\W\d_]{mark})(?={SMALL})", text)
    return sum(not (_joins(run) or _is_before_telling_word(run)) for run in runs)


def _is_before_telling_word(run: re.Match[str]) -> bool:
    """Tell whether a run touches a word that often follows a dash: `right?and`."""
    word = FIRST_WORD.match(run.string, run.end())
    return word is not None and len(word[0]) > 1 and f">{word[0]}" in telling_words()
