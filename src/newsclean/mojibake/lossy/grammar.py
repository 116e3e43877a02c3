"""Grammar that tells what was lost where the list of words does not: German nouns, and à in French.

`??berreaktion` is on no list, and German writes it with a capital as it does all nouns.  `?` alone in French
is à or a mark: `il va ? Paris`, `une ? elle`.
"""

import re

from newsclean.mojibake.lossy import lexicon
from newsclean.mojibake.lossy.context import BEFORE_FRENCH_NOUN, ELIDED
from newsclean.mojibake.lossy.lone import LOST

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
NAMELESS = 10**5.7  # occurrences per billion of a word that is no name
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
PARTICIPLES, NO_PARTICIPLES = ("é", "és", "ées", "ant", "aient"), ("té", "fant")
# What stands behind most of them: what a noun follows, a pronoun, a number, a verb or a name.  Other words do
# half as often as anywhere.
BEHIND_A = frozenset(
    """
    l la un une des cet cette ce ces son sa ses leur leurs mon ma mes notre nos votre vos tout toute tous
    toutes plusieurs chaque quel quelle quelque quelques celui celle ceux celles cela qui quoi lui eux elle
    elles nous vous moi soi y s se ne n en d deux trois quatre cinq dix partir travers propos cause peine
    nouveau part terme moins plus très
    """.split()
)
INFINITIVES = ("er", "ir", "re")
SHORTEST = 4  # letters of a participle or an infinitive


def is_german_noun(word: str, before: str, *, capital_behind: bool) -> bool:
    """Tell whether a German word is a noun, behind the word `before` it.

    What ends as nouns do is one, and what is called one by what stands before it, but for an adjective, if
    the next word has a capital.
    """
    if re.search(NOUN, word):
        return True
    called = not before.isalpha() or before.lower() in BEFORE_NOUN or re.search(ADJECTIVE, before) is not None
    return called and not (capital_behind and re.search(ADJECTIVE, word))


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


def _is_common_word(small: str) -> bool:
    """Tell whether a word is so common in French that a capital makes no name of it."""
    return small != "la" and lexicon.frequency(small, {"fr": 1.0}) > NAMELESS


def expects_a(behind: str) -> bool:
    """Tell whether a word stands behind à more often than elsewhere in French."""
    return not behind.islower() or behind == LOST or behind in BEHIND_A or _is_infinitive(behind)


def _is_infinitive(word: str) -> bool:
    """Tell whether a word ends as infinitives do, a lost mark behind it or not."""
    word = word.removesuffix(LOST)
    return len(word) >= SHORTEST and word.endswith(INFINITIVES)


def _is_participle(word: str) -> bool:
    """Tell whether a word ends as participles do, and some other forms of verbs."""
    return len(word) >= SHORTEST and word.endswith(PARTICIPLES) and not word.endswith(NO_PARTICIPLES)
