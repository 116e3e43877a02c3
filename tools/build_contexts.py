#!/usr/bin/env python3
"""Count between which neighbours marks stand: `build_contexts.py ARTICLES.jsonl... > contexts.tsv`.

Each line of the input is a JSON object whose "text" is an intact article with typographic marks.
Nothing of an article goes into the table but how often a mark of one role (see
`newsclean.mojibake.context`) stood between two classes of neighbours.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator

from newsclean.mojibake.context import left_class, right_class

ENGLISH = dict(zip("“”‘’", "OCoc", strict=True))
GERMAN = dict(zip("„“‚‘", "OCoc", strict=True)) | {"’": "c"}
POLISH = dict(zip("„”‚’", "OCoc", strict=True))
OTHERS = dict(zip("–—…•?\xa0£€½°«»′", "nmeb?s$$$°«»°", strict=True))
LAST_LATIN = "\u024f"


def roles(text: str) -> dict[str, str]:
    """Return the roles of quotation marks in an article, by the opening mark that it uses."""
    if "„" not in text:
        return ENGLISH | OTHERS
    return (GERMAN if text.count("“") >= text.count("”") else POLISH) | OTHERS


def contexts(line: str, known: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    """Yield role, left class and right class of each mark and accented letter of a line."""
    single = False
    for at, char in enumerate(line):
        role = known.get(char, "l" if not char.isascii() and char.isalpha() and char <= LAST_LATIN else "")
        if not role or (role == "?" and ("://" in line or "=" in line)):
            continue
        left, right = left_class(line[:at]), right_class(line[at + 1 :])
        if role == "o":
            single = True
        if role == "c":
            plural = right == "_a" and line[:at].endswith("s")
            if not single or right in {"a", "A", "0"} or plural:
                role = "a"
            else:
                single = False
        yield role, left, right


def main() -> None:
    """Count over all articles and print the table."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for name in sys.argv[1:]:
        with open(name, encoding="utf-8") as file:  # noqa: PTH123
            for row in file:
                text = json.loads(row)["text"]
                for line in text.split("\n"):
                    counts.update(contexts(line, roles(text)))
    print("# role, what stands before, what stands after, how often: tools/build_contexts.py")
    for key, count in sorted(counts.items()):
        print(*key, count, sep="\t")


if __name__ == "__main__":
    main()
