"""Whether a word that has lost its first letter begins with a capital, as names and German nouns do."""

from newsclean.mojibake.lossy.letters import grammar
from newsclean.mojibake.lossy.letters.casing import is_name_beside
from newsclean.mojibake.lossy.letters.gaps import AROUND_WORD, Alphabet, Gap, words_around
from newsclean.mojibake.lossy.letters.lexicon import is_listed
from newsclean.mojibake.lossy.letters.lone import ANY_LETTER


class Capitals:
    """Tells which words have a capital in one document."""

    def __init__(self, alphabet: Alphabet, own: frozenset[str]) -> None:
        """Take what the channel leaves of letters, and the codes of the document's languages."""
        self._alphabet = alphabet
        self._own = own

    def may_be_name(self, line: str, start: int) -> bool:
        """Tell whether the word at `start` may be a name, which any letters can spell.

        In English, most words that have lost a letter are names.  A word that begins with a lost letter may
        be one.
        """
        first = line[start : start + 1]
        small = first.islower() or (first.isalpha() and self._alphabet.opens(line, start))
        return not small or self._own == {"en"}

    def has_one(self, gap: Gap, first: int, last: int, word: str) -> bool:
        """Tell whether a word in a span that has lost its first letter is a name, or a German noun."""
        if not is_listed(word):
            return self._is_noun(gap.line, first, last, word)
        if not word[0].islower() or word[0].isascii() or "de" in self._own:
            return False
        if self._own == {"tr"} and gap.line[last : last + 1] in ("'", "’"):
            return gap.line[last + 1 : last + 2].isalpha()  # only names have their endings behind it
        before, behind = words_around(gap.line, first, last, gap.image)
        named = before[:1].isupper() and not self._opens_before(gap, first, before)
        return is_name_beside(word, named + behind[:1].isupper())

    def may_have_one(self, gap: Gap, first: int, last: int, word: str) -> bool:
        """Tell whether a listed word that has lost its first letter may be a name behind another one.

        The other one opens the sentence, so that its capital does not show whether it is a name.
        """
        if not word[0].islower() or "de" in self._own or gap.line[first - 1 : first] != " ":
            return False
        before, _ = words_around(gap.line, first, last, gap.image)
        opens = before[:1].isupper() and self._opens_before(gap, first, before)
        return opens and is_name_beside(word, 1)

    def _opens_before(self, gap: Gap, first: int, before: str) -> bool:
        """Tell whether the word `before` a span opens a sentence."""
        seen = gap.line[max(0, first - AROUND_WORD) : first].replace(gap.image, ANY_LETTER).rstrip()
        opened = seen.removesuffix(before)
        return self._alphabet.opens(opened, len(opened))

    def _is_noun(self, line: str, start: int, end: int, word: str) -> bool:
        """Tell whether a word that lost its first letter is a German noun: `eine ??berreaktion`."""
        if word[0].isascii() or self._own != {"de"}:
            return False
        before = line[max(0, start - AROUND_WORD) : start].removesuffix(" ").rpartition(" ")[2]
        return grammar.is_german_noun(word, before, capital_behind=line[end + 1 : end + 2].isupper())
