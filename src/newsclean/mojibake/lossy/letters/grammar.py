"""Grammar that decides what was lost where the list of words cannot.

Contractions, in which an apostrophe joins two pieces that a letter seldom would: `mayor?s`, `qu?il`.  German
nouns, which have a capital: `eine ??berreaktion`.  And à in French, a word that stands where marks stand as
well: `il va ? Paris`, `une ? elle`.
"""

import re

from newsclean.mojibake.lossy.letters import lexicon
from newsclean.mojibake.lossy.letters.lone import ANY_LETTER
from newsclean.mojibake.lossy.runs.context import APOSTROPHE, OPENING, PARTING, QUOTING
from newsclean.mojibake.lossy.runs.places import BEFORE_FRENCH_NOUN, ELIDED, last_word

# --- Contractions ----------------------------------------------------------------------------------

# The end of a contraction or possessive after its apostrophe.
SUFFIX = r"(?:s|t|re|ll|ve|d|m|S|T|RE|LL|VE|D|M)(?![^\W\d_])"
# The English words behind which others are shortened.
SHORTENED = frozenset(
    """
    i you he she it we they who what that there here where how why when this could would should might must
    """.split()
)
# The letters before which French, Italian and Catalan drop a vowel.
AFTER_ELISION = "aeiouyhàâäáæéèêëíîïìóôöòœúûüùAEIOUYHÀÂÄÁÆÉÈÊËÍÎÏÌÓÔÖÒŒÚÛÜÙ"
# A single vowel, which is no word: `n?e` is née rather than n'e.
LONE = r"(?i:[eiouh](?![^\s.,;:!)]))"
# A whole word on either side of a dash without spaces: longer than two letters, or one of SHORT_WORDS.
SHORT_WORDS = "a|I|an|as|at|be|by|do|go|he|if|in|is|it|me|my|no|of|on|or|so|to|up|us|we"
WORD_BEFORE = rf"(?:[^\W\d_]{{3}}|[^\w\s]s|(?<![^\W\d_])(?:{SHORT_WORDS}))$"
WORD_BEHIND = rf"[^\W\d_]{{3}}|(?:{SHORT_WORDS})(?![^\W\d_])"
# The roles of marks that may stand between a small letter and a capital.
BEFORE_CAPITAL = PARTING | (OPENING & QUOTING)


def fits_inside(role: str, left: str, right: str) -> bool:
    """Tell whether a mark has a reason to stand between two letters, after `left` and before `right`.

    An apostrophe makes a contraction, a dash or an ellipsis separates two words.  Any other mark may have
    been a letter, except an opening one between a small letter and a capital.
    """
    between = left[-1].islower() and right[0].isupper()
    if between and role != APOSTROPHE:
        return role in BEFORE_CAPITAL
    if role == APOSTROPHE:
        return shortens(left, right) != "" or (between and _ends_in_name(left))
    parts = role in PARTING and re.search(WORD_BEFORE, left) is not None
    return parts and re.match(WORD_BEHIND, right) is not None


def _ends_in_name(left: str) -> bool:
    """Tell whether `left` ends with a word that has a capital, as the first piece of `De’Longo`."""
    return last_word(left)[:1].isupper()


def shortens(left: str, right: str) -> str:
    """Return the kind of contraction that an apostrophe makes between `left` and `right`, which it joins.

    `s` is one that ends in s, as a possessive; `t` is any other of English; `l` is an elision or an Irish
    name.  Return "" if there is none; then a letter may have been lost.
    """
    suffix = re.match(SUFFIX, right)
    if suffix and suffix[0] in "sS":
        return "s"
    word = last_word(left).lower()
    if suffix:
        return "t" if (left[-1:] in "nN" if suffix[0] in "tT" else word in SHORTENED) else ""
    before = left[-len(word) - 1 : -len(word)]  # no piece of a word stands behind a digit
    if not (word == "o" or word in ELIDED) or before.isdecimal() or before == "_" or re.match(LONE, right):
        return ""
    return "l" if word == "o" or right[0] in AFTER_ELISION else ""


# --- German nouns ----------------------------------------------------------------------------------

# How German nouns and adjectives end, and the words, besides adjectives, that stand before nouns.  On news
# these decide 20 of 24 unlisted words correctly.
NOUN = "(?:ung|heit|keit|schaft|tät|ion|nis|ismus)(?:en|s|e|sen|ses)?$"
ADJECTIVE = r"[^\W\d_]{3}e[nmrs]?$"
BEFORE_NOUN = frozenset(
    """
    der die das den dem des ein im am zum zur vom beim ins ans aufs fürs kein ohne mit von für bei nach gegen
    um aus durch per trotz wegen pro als zwischen unter vor in an auf und oder
    """.split()
)


def is_german_noun(word: str, before: str, *, capital_behind: bool) -> bool:
    """Tell whether a German word is a noun, given the word `before` it.

    It is if it ends as nouns do, or if a word that stands before nouns precedes it; but not if it ends as
    adjectives do and the next word has a capital.
    """
    if re.search(NOUN, word):
        return True
    called = not before.isalpha() or before.lower() in BEFORE_NOUN or re.search(ADJECTIVE, before) is not None
    return called and not (capital_behind and re.search(ADJECTIVE, word))


# --- French à --------------------------------------------------------------------------------------

# French prepositions that à may follow, not only a noun: `avec à sa tête`.
BEFORE_A = {"avec", "pour", "entre", "contre", "selon", "sur", "sans", "dans"}
# Words that no à follows in French, and words that follow no à (participles do not either).  Of 1,766 à in a
# handbook and 175 in news, six are exceptions.
NEVER_BEFORE_A = BEFORE_FRENCH_NOUN - BEFORE_A | {"en", "ne", "se", "je", "à"}
NEVER_BEHIND_A = frozenset(
    """
    et ou mais du est sont ont était étaient avait avaient sera peut peuvent doit va vont dans par pour sur au
    aux ni si que dont où car donc comme puis il ils on je tu avec sans sous chez selon entre vers depuis
    pendant avant après parce lors à c j qu
    """.split()
)
ALWAYS_BEFORE_A = frozenset(("jusqu", "quant"))
# The words that follow most à: those that a noun follows, pronouns, numbers and others (verbs and names are
# recognised by their form).  Any other word follows à half as often as it stands anywhere.
BEHIND_A = frozenset(
    """
    l la un une des cet cette ce ces son sa ses leur leurs mon ma mes notre nos votre vos tout toute tous
    toutes plusieurs chaque quel quelle quelque quelques celui celle ceux celles cela qui quoi lui eux elle
    elles nous vous moi soi y s se ne n en d deux trois quatre cinq dix partir travers propos cause peine
    nouveau part terme moins plus très
    """.split()
)
PARTICIPLES, NO_PARTICIPLES = ("é", "és", "ées", "ant", "aient"), ("té", "fant")
INFINITIVES = ("er", "ir", "re")
SHORTEST = 4  # letters of a participle or an infinitive
NAMELESS = 10**5.7  # occurrences per billion of a word that is no name


def excludes_a(before: str, behind: str) -> bool:
    """Tell whether French has no à between two words: a noun follows `une`, and no à stands before `et`."""
    if before.lower() in NEVER_BEFORE_A:
        return True
    small = behind.lower()
    if before.lower() in ALWAYS_BEFORE_A or _is_infinitive(small):
        return False
    if behind != small:
        return small in NEVER_BEHIND_A or (small in ELIDED and small != "l") or _is_common_word(small)
    return small in NEVER_BEHIND_A or _is_participle(small)


def expects_a(behind: str) -> bool:
    """Tell whether a French word follows à more often than it stands elsewhere."""
    return not behind.islower() or behind == ANY_LETTER or behind in BEHIND_A or _is_infinitive(behind)


def _is_common_word(small: str) -> bool:
    """Tell whether a word is so common in French that it is no name even with a capital."""
    return small != "la" and lexicon.frequency(small, {"fr": 1.0}) > NAMELESS


def _is_infinitive(word: str) -> bool:
    """Tell whether a word ends as infinitives do, with or without a lost mark after it."""
    word = word.removesuffix(ANY_LETTER)
    return len(word) >= SHORTEST and word.endswith(INFINITIVES)


def _is_participle(word: str) -> bool:
    """Tell whether a word ends as participles and some other forms of verbs do."""
    return len(word) >= SHORTEST and word.endswith(PARTICIPLES) and not word.endswith(NO_PARTICIPLES)
