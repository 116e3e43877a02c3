"""The lists of words in `vocabulary.toml`, each read from its prepared form when it is first asked for."""

from functools import cache

from newsclean.boilerplate.pages import load

CURRENCIES = frozenset("$€£¥₹₺₽₴")

WORDS_TABLE, SIGNS_TABLE = "words.tsv", "signs.tsv"


@cache
def listed(name: str) -> frozenset[str]:
    """Return the words or phrases of a list in all languages; for `gates` see `prepare.GATES`.

    A list that is not in the prepared table is empty: `prepare`, which asks for lists itself, is to write it.
    """
    rows = load(WORDS_TABLE)[:]
    start = rows.find(b"\n%b\t" % name.encode())
    row = rows[start + 1 : rows.find(b"\n", start + 1)]
    return frozenset(row.decode().split("\t")[1:])
