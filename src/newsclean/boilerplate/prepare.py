"""Make the tables in `tables/` from their sources: rules, word lists and weights.

Imported by `tools/prepare_rules.py`, and by the test that compares tables and sources.
"""

import os
import tomllib
from collections.abc import Iterable, Iterator
from itertools import chain

from newsclean.boilerplate.index import index_anchors, rule_rows
from newsclean.boilerplate.pages import bind, number_of
from newsclean.boilerplate.plea import head_of
from newsclean.boilerplate.prepared import ANCHORS, RULES
from newsclean.boilerplate.rules import built_in_files, load_rules, order
from newsclean.boilerplate.vocabulary import SIGNS_TABLE, WORDS_TABLE

SOURCES = os.path.dirname(__file__)
# The number of pages of signs, whose heads are first letters, and of weights, whose heads are names.  They
# are primes, since page numbers are remainders.
SIGN_PAGES, WEIGHT_PAGES = 1021, {"weights": 1021, "pleas": 4093}
# Every kind of plea has a sign "we", "you" or "offer" that is a whole word.  A line that only has signs of
# mail or of ways to give may still sound like a plea.  (So might one with gifts, members or help, but news is
# full of these.)
GATES = ("we", "you", "offer", "mail", "means")


def prepare() -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each table; raises `NewscleanError` for a faulty rule.

    The table of words comes first, since the choice of anchors depends on it.
    """
    vocabulary = read_vocabulary()
    yield WORDS_TABLE, _word_rows(vocabulary)
    yield SIGNS_TABLE, _sign_pages(vocabulary)
    for name, count in WEIGHT_PAGES.items():
        yield f"{name}.tsv", _weight_pages(read_weights(name), count)
    rules = sorted(load_rules(built_in_files()), key=order)
    yield RULES, rule_rows(rules)
    yield ANCHORS, bind(index_anchors(rules))


def read_vocabulary() -> dict[str, dict[str, list[str]]]:
    """Return the words of each list of `vocabulary.toml` by language; a sign is a list such as `signs we`."""
    with open(os.path.join(SOURCES, "vocabulary.toml"), "rb") as file:
        lists = tomllib.load(file)
    lists |= {f"signs {sign}": words for sign, words in lists.pop("signs").items()}
    return {
        name: {language: each.split() if isinstance(each, str) else each for language, each in words.items()}
        for name, words in lists.items()
    }


def read_weights(name: str) -> dict[str, float]:
    """Return the fitted weights of `NAME.tsv`, whose rows have a weight and all names with that weight."""
    with open(os.path.join(SOURCES, f"{name}.tsv"), encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    return {each: float(weight) for weight, *names in rows for each in names}


def _word_rows(vocabulary: dict[str, dict[str, list[str]]]) -> bytes:
    """Return a row for each list except signs, with its name and words, and one for `gates` (see GATES).

    The first row is empty, so that each name has a line end before it.
    """
    words = {name: {*chain(*by_language.values())} for name, by_language in vocabulary.items()}
    signs = {name: words.pop(name) for name in [*words] if name.startswith("signs ")}
    words["gates"] = {word for gate in GATES for word in signs[f"signs {gate}"] if word[-1] != "-"}
    rows = ["\t".join([name, *sorted(held)]) for name, held in sorted(words.items())]
    return "".join(f"{row}\n" for row in ["", *rows]).encode()


def _sign_pages(vocabulary: dict[str, dict[str, list[str]]]) -> bytes:
    """Return pages of words, and of openings with a hyphen, each with its signs."""
    signs: dict[str, set[str]] = {}
    for name, by_language in vocabulary.items():
        if name.startswith("signs "):
            for word in chain(*by_language.values()):
                signs.setdefault(word, set()).add(name.removeprefix("signs "))
    rows = [(head_of(word), "\t".join([word, *sorted(held)])) for word, held in sorted(signs.items())]
    return bind(_paged(rows, SIGN_PAGES))


def _weight_pages(weights: dict[str, float], count: int) -> bytes:
    """Return pages of names, each with its weight."""
    return bind(_paged([(name, f"{name}\t{weight}") for name, weight in sorted(weights.items())], count))


def _paged(rows: Iterable[tuple[str, str]], count: int) -> list[bytes]:
    """Return `count` pages of rows, each of which comes with its head."""
    pages = [""] * count
    for head, row in rows:
        pages[number_of(head, count)] += row + "\n"
    return [page.encode() for page in pages]
