"""The shape of a line: how long it is, how it starts and ends, and how it is capitalised."""

from itertools import takewhile

from newsclean.boilerplate.vocabulary import listed

# A line of at most this many words is a label or title rather than running text; the words of such lines have
# weights of their own.
FEW_WORDS = 9
# A sentence of more than LONG_CHARS characters is running text; a heading has at most SHORT_CHARS, a title at
# most MIDDLE_CHARS.
LONG_CHARS, SHORT_CHARS, MIDDLE_CHARS = 100, 60, 140

# The label of an entry in a listing has at most this many words.
NAME_WORDS = 3

STOPS_WITHOUT_SPACES = frozenset("。！？")  # of Chinese and Japanese, which set no spaces between words
STOPS = frozenset(".!?…。！？।۔")
_COLONS = STOPS | {":"}
_TO_STOPS = str.maketrans(dict.fromkeys(_COLONS | {";"}, "."))
DASHES = frozenset("—–―")  # without the hyphen, which opens the items of lists
_BEFORE_MINUTES = frozenset(":.h")
_OPENERS = frozenset("\"'“„«‘([*「『")
_CLOSERS = "\"'”’»)]“*」』 \xa0\u202f"  # French sets a space before its guillemet


def ends_sentence(stripped: str) -> bool:
    """Whether a stripped line ends with a full stop or the like; three dots end a teaser instead."""
    end = len(stripped)
    while end and stripped[end - 1] in _CLOSERS:  # unlike `rstrip`, copies nothing
        end -= 1
    return end > 0 and stripped[end - 1] in STOPS and not stripped.endswith("...")


def opens_sentence(text: str, place: int) -> bool:
    """Whether a sentence, or what follows a colon, starts at `place`, or right after a stop there.

    What follows a numeral with a full stop does not count, since it may be a step of a recipe.
    """
    above = text[:place].rstrip()
    return not place or text[place] in _COLONS or (above[-1:] in _COLONS and not above[:-1].isdigit())


def sentences(text: str) -> list[str]:
    """Return the parts of a text between stops, colons and semicolons."""
    return text.translate(_TO_STOPS).split(".")


def behind_sentence(text: str, place: int) -> str:
    """Return what follows the first stop or colon from right before `place` on; "" if there is none."""
    for at in range(place - 1, len(text) - 1):
        if text[at] in _COLONS and text[at + 1] == " ":
            return text[at + 2 :]
    return ""


def stands_behind_name(sentence: str) -> bool:
    """Whether a sentence stands behind a name of one word and a colon."""
    name, colon, rest = sentence.partition(": ")
    return bool(colon and rest) and name.isalpha() and name[0].isupper()


def series_of(stripped: str) -> str:
    """Return the series of which a stripped line may be an entry, by how it opens; "" if it opens as none.

    The entries of a live blog open with the "time" (`22:40 – `, `22.10 Uhr: `), the steps of a recipe with a
    "number" (`3. `), and those of a listing or a horoscope with a "name" of up to three words (`Leo: `).
    """
    rest = stripped.lstrip("0123456789")
    digits = len(stripped) - len(rest)
    if not digits:
        label, colon, behind = stripped[:SHORT_CHARS].partition(": ")
        words = label.split(None, NAME_WORDS)
        named = colon and behind and len(words) <= NAME_WORDS and all(map(str.isalpha, words))
        return "name" if named and label[:1].isupper() else ""
    if digits > 2:
        return ""
    if rest[:2] in (". ", ") "):
        return "number"
    opening = rest[:7].lstrip()
    minutes = opening[1:].lstrip()
    is_date = minutes[2:4].strip(":.")[:1].isdigit()
    timed = opening[:1] in _BEFORE_MINUTES and minutes[:2].isdigit() and not is_date
    return "time" if timed else ""


def name_at_start(stripped: str) -> tuple[str, str]:
    """Return the name of two to four words with which a stripped line opens, and the word after it.

    Both are empty if it opens with no name; a title does not count, nor an article and a noun.
    """
    words = stripped.split(None, 5)
    name = list(takewhile(_may_name, words[:5]))
    if not 2 <= len(name) <= 4 or len(name) == len(words) or name[0].lower() in listed("function"):
        return "", ""
    return " ".join(name), words[len(name)]


def _may_name(word: str) -> bool:
    """Whether a word is capitalised and has no mark after it, or is an initial."""
    return word[0].isupper() and (word[-1].isalpha() or (word[-1] == "." and len(word) < 3))


# The following functions name classes of lines.  The names are parts of observations, which have weights.


def form_of(length: int, prose: bool) -> str:
    """Return the class of a line by its length in characters and its end, such as "short piece"."""
    size = "short" if length <= SHORT_CHARS else "middle" if length <= MIDDLE_CHARS else "long"
    return f"{size} {end_of(prose)}"


def end_of(prose: bool) -> str:
    """Return the class of a line's end: "sentence" or "piece"."""
    return "sentence" if prose else "piece"


def last_of(text: str, prose: bool) -> str:
    """Return the class of a stripped line's last character; "sentence" for one that ends a sentence."""
    last = text[-1]
    if prose:
        return "sentence"
    return (
        "letter" if last.isalpha() else "digit" if last.isdigit() else last if last in ":,;)…|-" else "mark"
    )


def first_of(text: str) -> str:
    """Return the class of a stripped line's first character."""
    first = text[0]
    if first.isalpha():
        return "upper" if first.isupper() else "lower" if first.islower() else "letter"
    return "digit" if first.isdigit() else "quote" if first in _OPENERS else "mark"


def case_of(text: str) -> str:
    """Return the class of the capitals in words of four letters or more; "" if there are fewer than two."""
    words = [word for word in text.split(None, FEW_WORDS * 4) if len(word) > 3 and word[0].isalpha()]
    if len(words) < 2:
        return ""
    if sum(map(str.isupper, words)) > 0.7 * len(words):
        return "capitals"
    upper = sum([word[0].isupper() for word in words]) / len(words)
    return "title" if upper > 0.75 else "mixed" if upper > 0.4 else "plain"
