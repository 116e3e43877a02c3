"""Grammar that tells what was lost where the list of words does not.

Contractions: what an apostrophe makes, and a letter seldom does, of two pieces, as of `mayor?s` and `qu?il`.
German nouns, which have a capital: `eine ??berreaktion`.  And à in French, a word where marks stand as well:
`il va ? Paris`, `une ? elle`.
"""

import re

from newsclean.mojibake.lossy import lexicon
from newsclean.mojibake.lossy.context import PARTING
from newsclean.mojibake.lossy.lone import ANY_LETTER
from newsclean.mojibake.lossy.places import BEFORE_FRENCH_NOUN, ELIDED, LAST_WORD

# --- Contractions ----------------------------------------------------------------------------------

# What ends a contraction or a possessive behind its apostrophe; an elision, or the O of a name, before it.
SUFFIX = r"(?:s|t|re|ll|ve|d|m|S|T|RE|LL|VE|D|M)(?![^\W\d_])"
PREFIX = rf"(?i:\b(?:o|{'|'.join(sorted(ELIDED))})$)"
# The words that English shortens after.
SHORTENED = frozenset(
    """
    i you he she it we they who what that there here where how why when this could would should might must
    """.split()
)
# What French, Italian and Catalan drop a vowel before.
AFTER_ELISION = "aeiouyhàâäáæéèêëíîïìóôöòœúûüùAEIOUYHÀÂÄÁÆÉÈÊËÍÎÏÌÓÔÖÒŒÚÛÜÙ"
# A vowel that is no word: `n?e` is née rather than n'e.
LONE = r"(?i:[eiouh](?![^\s.,;:!)]))"
# A whole word on either side, as a tight dash has it: longer than two letters, or one of the short ones.
SHORT_WORDS = "a|I|an|as|at|be|by|do|go|he|if|in|is|it|me|my|no|of|on|or|so|to|up|us|we"
WORD_BEFORE = rf"(?:[^\W\d_]{{3}}|[^\w\s]s|(?<![^\W\d_])(?:{SHORT_WORDS}))$"
WORD_BEHIND = rf"[^\W\d_]{{3}}|(?:{SHORT_WORDS})(?![^\W\d_])"


def fits_inside(role: str, left: str, right: str) -> bool:
    """Tell whether a mark between two letters, after `left` and before `right`, has a reason to be there.

    An apostrophe makes a contraction, a dash or an ellipsis parts two words; anything else may have been
    a letter, but for what stands between a small letter and a capital.
    """
    between = left[-1].islower() and right[0].isupper()
    if between and role != "a":
        return role in PARTING or role in ("O", "o")
    if role == "a":
        return shortens(left, right) != "" or (between and _ends_in_name(left))
    parts = role in PARTING and re.search(WORD_BEFORE, left) is not None
    return parts and re.match(WORD_BEHIND, right) is not None


def _ends_in_name(left: str) -> bool:
    """Tell whether a word that begins with a capital ends here, as the first piece of `De’Longo`."""
    word = LAST_WORD.search(left)
    return word is not None and word[0][0].isupper()


def shortens(left: str, right: str) -> str:
    """Return what an apostrophe between two letters makes, after `left` and before `right`, or nothing.

    That is `s` for what ends in one, as a possessive, `t` for another contraction of English, and `l` for an
    elision or an Irish name; anything else may have lost a letter.
    """
    suffix = re.match(SUFFIX, right)
    if suffix:
        ending = suffix[0].lower()
        if ending == "s":
            return "s"
        word = LAST_WORD.search(left)
        shortened = word is not None and word[0].lower() in SHORTENED
        return "t" if (left[-1:] in "nN" if ending == "t" else shortened) else ""
    prefix = re.search(PREFIX, left)
    if prefix is None or re.match(LONE, right):
        return ""
    return "l" if right[0] in AFTER_ELISION or prefix[0] in "Oo" else ""


# --- German nouns ----------------------------------------------------------------------------------

# How German nouns and adjectives end, and what stands before a noun, but for adjectives.  On news these tell
# 20 of 24 words on no list.
NOUN = "(?:ung|heit|keit|schaft|tät|ion|nis|ismus)(?:en|s|e|sen|ses)?$"
ADJECTIVE = r"[^\W\d_]{3}e[nmrs]?$"
BEFORE_NOUN = frozenset(
    """
    der die das den dem des ein im am zum zur vom beim ins ans aufs fürs kein ohne mit von für bei nach gegen
    um aus durch per trotz wegen pro als zwischen unter vor in an auf und oder
    """.split()
)


def is_german_noun(word: str, before: str, *, capital_behind: bool) -> bool:
    """Tell whether a German word is a noun, behind the word `before` it.

    What ends as nouns do is one, and what is called one by what stands before it, but for an adjective, if
    the next word has a capital.
    """
    if re.search(NOUN, word):
        return True
    called = not before.isalpha() or before.lower() in BEFORE_NOUN or re.search(ADJECTIVE, before) is not None
    return called and not (capital_behind and re.search(ADJECTIVE, word))


# --- French à --------------------------------------------------------------------------------------

# Prepositions that a noun follows in French, and à as well: `avec à sa tête`.
BEFORE_A = {"avec", "pour", "entre", "contre", "selon", "sur", "sans", "dans"}
# What stands before no à in French, and what behind none, as participles do not: of 1,766 à in a handbook and
# 175 in news six stand so.
NEVER_BEFORE_A = BEFORE_FRENCH_NOUN - BEFORE_A | {"en", "ne", "se", "je", "à"}
NEVER_BEHIND_A = frozenset(
    """
    et ou mais du est sont ont était étaient avait avaient sera peut peuvent doit va vont dans par pour sur au
    aux ni si que dont où car donc comme puis il ils on je tu avec sans sous chez selon entre vers depuis
    pendant avant après parce lors à c j qu
    """.split()
)
ALWAYS_BEFORE_A = frozenset(("jusqu", "quant"))
# What stands behind most à: what a noun follows, a pronoun, a number, a verb or a name.  Other words do
# half as often as anywhere.
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
    """Tell whether French sets no à between two words: behind `une` is a noun, before `et` no à."""
    if before.lower() in NEVER_BEFORE_A:
        return True
    small = behind.lower()
    if before.lower() in ALWAYS_BEFORE_A or _is_infinitive(small):
        return False
    if behind != small:
        return small in NEVER_BEHIND_A or (small in ELIDED and small != "l") or _is_common_word(small)
    return small in NEVER_BEHIND_A or _is_participle(small)


def expects_a(behind: str) -> bool:
    """Tell whether a word stands behind à more often than elsewhere in French."""
    return not behind.islower() or behind == ANY_LETTER or behind in BEHIND_A or _is_infinitive(behind)


def _is_common_word(small: str) -> bool:
    """Tell whether a word is so common in French that a capital makes no name of it."""
    return small != "la" and lexicon.frequency(small, {"fr": 1.0}) > NAMELESS


def _is_infinitive(word: str) -> bool:
    """Tell whether a word ends as infinitives do, a lost mark behind it or not."""
    word = word.removesuffix(ANY_LETTER)
    return len(word) >= SHORTEST and word.endswith(INFINITIVES)


def _is_participle(word: str) -> bool:
    """Tell whether a word ends as participles do, and some other forms of verbs."""
    return len(word) >= SHORTEST and word.endswith(PARTICIPLES) and not word.endswith(NO_PARTICIPLES)
