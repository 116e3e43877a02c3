#!/usr/bin/env python3
"""Count which endings stand beside which: the weights by which `kter?` is která before a feminine noun.

    python tools/fit_agreement.py TEXTS/*.txt --write FILE

Needs the extra `fit`.  The input is intact text, in files named by the code of their language, a paragraph to
a line; docs/refitting.md says which.  FILE is src/newsclean/mojibake/lossy/letters/agreement.tsv.

A weight is the logarithm of how much more often than beside other words with letters beyond ASCII a neighbour
stands beside those with one ending, or beside one frequent word.  Those are kept that say most of the text.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from math import log

import fitting

from newsclean.mojibake.lossy.letters import agreement

# A language needs so many words with letters beyond ASCII: of the 1,000 and 2,000 that there are of Icelandic
# and Slovenian little is learned.
ENOUGH = 5_000
# How often a word, an ending and a neighbour that is a feature itself are seen at least.
FREQUENT, LEAST_SEEN, NEIGHBOUR = 20, 15, 20
# Occurrences that are added to each count as the whole text has them: 4 and 16 do as well.
PRIOR = 12
LEAST_WEIGHT = 0.4
# Bytes of the table that a language may take: with half of 15,000 bytes three quarters as many letters came
# back, with 30,000 a third more in Czech.  Those of more have most words of which several fit.
MOST = 8_000
MORE = dict.fromkeys(("ca", "cs", "pl", "sk"), 24_000)
WORD = re.compile(r"[^\W\d_]+")

Counts = dict[str, Counter[str]]


def events(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield each word with letters beyond ASCII, and what stands before and behind it."""
    for line in text.split("\n"):
        for found in WORD.finditer(line):
            if not found[0].isascii():
                before, behind = line[: found.start()].rstrip(), line[found.end() :].lstrip()
                last = re.search(rf"{WORD.pattern}$", before)
                first = WORD.match(behind)
                yield (
                    found[0].lower(),
                    last[0] if last else before[-1:],
                    first[0] if first else behind[:1],
                )


def fit(text: str, most: int) -> dict[str, dict[str, float]]:
    """Return the weights of the neighbours of each ending and frequent word, `most` bytes of them."""
    seen = [(word, agreement.sides(before, behind)) for word, before, behind in events(text)]
    times = Counter(word for word, _ in seen)
    beside = Counter(side for _, pairs in seen for side in {*sum(pairs, ())})
    counts: Counts = defaultdict(Counter)
    every: Counter[str] = Counter()
    for word, pairs in seen:
        sides = {side for pair in pairs for side in pair if "-" in side or beside[side] >= NEIGHBOUR}
        every.update(sides)
        # A frequent word goes with others than those that end so: después de tells nothing of Hamás.
        if key := word if times[word] >= FREQUENT else agreement.ending(word):
            counts[key].update(sides)
            counts[key][""] += 1
    ranked = []
    for key, count in counts.items():
        for side, others in every.items() if count[""] >= LEAST_SEEN else ():
            expected = count[""] * others / len(seen)
            weight = log(
                (count[side] + PRIOR * others / len(seen)) / (count[""] + PRIOR) * len(seen) / others
            )
            if abs(weight) >= LEAST_WEIGHT:
                ranked.append((abs(weight) * max(count[side], expected), key, side, round(weight, 1)))
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    for _, key, side, weight in sorted(ranked, reverse=True):
        most -= len(f"\t{side} {weight:g}".encode()) + (0 if key in weights else len(f"cs\t{key}\n".encode()))
        if most < 0:
            break
        weights[key][side] = weight
    return weights


def row(language: str, key: str, weights: dict[str, float]) -> str:
    """Return the line of the table for an ending or a word: its neighbours, the heaviest first."""
    cells = [f"{side} {weight:g}" for side, weight in sorted(weights.items(), key=lambda c: (-c[1], c[0]))]
    return "\t".join([language, key, *cells]) + "\n"


def main() -> None:
    """Fit the table and write it, if that is asked for."""
    options = fitting.arguments(__doc__).parse_args()
    table = ""
    for path in sorted(options.files):
        text = path.read_text("utf-8")
        if sum(1 for _ in events(text)) >= ENOUGH:
            weights = fit(text, MORE.get(path.stem, MOST))
            print(path.stem, len(weights), "endings and words,", sum(map(len, weights.values())), "weights")
            table += "".join(row(path.stem, key, weights[key]) for key in sorted(weights))
    if options.write:
        options.write.write_text(table, "utf-8")


if __name__ == "__main__":
    main()
