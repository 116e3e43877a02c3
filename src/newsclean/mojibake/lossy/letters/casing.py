"""How a word is written that lost letters: in which case, and whether it is a name."""

from collections.abc import Iterator, Mapping

from newsclean.mojibake.lossy.channels import Corrupt
from newsclean.mojibake.lossy.letters.lexicon import Languages, lookup, plain_letters

# The languages that use a name, the most that one of them does, and how far it is ahead of the next, as zipf
# values.  Of 12,260 small words that may lose their first letter 35 are such: 34 names, and `éclair`.
NAMED_BY, MOST_FOR_NAME, AHEAD = 8, 4.8, 1.9
# The same for a word with a capital on one side: 12 of 13 such in news are names, and 7 of 8 with one on
# either side, of as many languages as may be.
NAMED_BESIDE = 3


def fitting(word: str, token: str, corrupt: Corrupt, title: bool) -> Iterator[str]:
    """Yield those ways to write `word` of which the channel makes `token`, likeliest first."""
    tried = set()
    for cased in _casings(word, plain_letters(token), title):
        if cased not in tried and corrupt(cased) == token and not _begins_anew(cased):
            yield cased
        tried.add(cased)


def _begins_anew(word: str) -> bool:
    """Tell whether the second letter of a word is its real capital, since the first was a mark: `ŠTo`."""
    return not word[0].isascii() and word[1:2].isupper() and not word.isupper()


def _casings(word: str, letters: str, title: bool) -> Iterator[str]:
    """Yield the ways to write `word` that keep the ASCII `letters` in their case, likeliest first.

    `title` says that a first letter of unknown case is rather a capital.  Within a word, a lost letter
    follows its neighbours: between two capitals it is one.
    """
    known = iter(letters)
    spelled = [next(known) if char.isascii() else char for char in word]
    for index in range(1, len(spelled)):
        neighbours = spelled[index + 1 : index + 2] or spelled[max(index - 2, 0) : index - 1]
        if spelled[index - 1].isupper() and "".join(neighbours).isupper():
            spelled[index] = spelled[index].upper()
    capital = [spelled[0].upper(), *spelled[1:]]
    yield "".join(capital if title or "".join(spelled[1:2]).isupper() else spelled)
    yield "".join(spelled)
    yield "".join(capital)
    yield "".join([spelled[0].lower(), *spelled[1:]])  # `île`, which is listed as it stands in names
    yield "".join(spelled).upper()


def is_name(zipfs: Mapping[str, float]) -> bool:
    """Tell whether a listed word is a name: many languages use it, none often or far more than the others."""
    first, second = sorted([0.0, 0.0, *zipfs.values()])[:-3:-1]
    return len(zipfs) >= NAMED_BY and first < MOST_FOR_NAME and first - second < AHEAD


def is_name_beside(word: str, names: int) -> bool:
    """Tell whether a listed small word is a name, given how many of its two neighbours have a capital."""
    known = [zipfs for found, zipfs in lookup(plain_letters(word)) if found == word]
    rare = any(max(zipfs.values()) < MOST_FOR_NAME for zipfs in known)
    return rare and (names == 2 or (names == 1 and max(map(len, known)) >= NAMED_BESIDE))


def is_german(languages: Languages) -> bool:
    """Tell whether most of a document is in German, where a capital does not show a name."""
    return languages.get("de", 0.0) >= 0.5
