#!/usr/bin/env python3
"""Fit the weights by which a letter that is a word, as è in Italian, is told from a mark.

    python tools/fit_lone.py tools/lone/*.txt tools/contexts/*.txt TEXTS/*.txt --write FILE

Needs the extra `fit`.  The input is intact text, a paragraph to a line, in files named by the code of their
language; docs/refitting.md says which.  FILE is src/newsclean/mojibake/lossy/letters/lone.tsv.

For each language a logistic regression with an L2 prior learns from the words on either side whether one of
its letters stands there or a mark.  The marks are dashes between blanks, and commas, which stand in similar
places and are more frequent.  Printed first is how many letters and dashes are recognised in three tenths of
the paragraphs by weights fitted to the others.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import fitting
import numpy as np
from scipy.optimize import minimize

from newsclean.mojibake.lossy.letters import lone

LETTERS = {"hu": "ő", "is": "áí", "it": "è", "lt": "į", "nb": "å", "pt": "éà"}
# What a comma counts, where a dash counts 1: with this share most letters and dashes are told.
COMMA = 0.03
PRIOR = 0.3  # 0.1 and 1 do as well
LEAST_SEEN = 4  # of a word that is a feature itself
LEAST_WEIGHT = 0.1
HELD_BACK = 3  # tenths of the paragraphs
WORD = r"[^\W\d_]+"


class Event(NamedTuple):
    """What stands between two words: a letter, or a dash for any mark, and how much it counts."""

    what: str
    before: str
    behind: str
    share: float


def events(text: str, language: str) -> Iterator[Event]:
    """Yield the letters of a text that are words, and the marks between words."""
    letters = LETTERS[language] + LETTERS[language].upper()
    for found in re.finditer(rf"(?:({WORD}|\S) )?(?<!\S)([{letters}–—]) (?=({WORD}|\S))", text):
        what = found[2].lower() if found[2].isalpha() else "–"
        yield Event(what, found[1] or "", found[3], 1.0)
    for found in re.finditer(rf"({WORD}), (?=({WORD}))", text):
        yield Event("–", found[1], found[2], COMMA)


def fit(text: str, language: str) -> lone.Weights:
    """Return for each letter of a language the weights of what stands beside it."""
    seen = list(events(text, language))
    counts = Counter(side for event in seen for side in lone.sides(event.before, event.behind))
    known = {side for side, times in counts.items() if times >= LEAST_SEEN}
    rows = [lone.features(event.before, event.behind, known) for event in seen]
    columns = {name: at for at, name in enumerate(sorted({name for row in rows for name in row}))}
    matrix = fitting.design(rows, columns)
    letters = LETTERS[language]
    truth = np.array([(letters + "–").index(event.what) for event in seen])
    shares = np.array([event.share for event in seen])
    indicator = np.eye(len(letters) + 1)[truth]

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(len(columns), len(letters))
        scores = np.hstack([matrix @ weights, np.zeros((len(rows), 1))])
        scores -= np.logaddexp.reduce(scores, axis=1, keepdims=True)
        free = weights.copy()
        free[columns[lone.ALWAYS]] = 0.0
        slope = (np.exp(scores) - indicator)[:, :-1] * shares[:, None]
        value = -(scores[np.arange(len(rows)), truth] @ shares) + PRIOR / 2 * (free**2).sum()
        return value, (matrix.T @ slope + PRIOR * free).ravel()

    found = minimize(loss, np.zeros(len(columns) * len(letters)), jac=True, method="L-BFGS-B")
    weights = found.x.reshape(len(columns), len(letters))
    return {
        letter: {name: float(weights[at, place]) for name, at in columns.items()}
        for place, letter in enumerate(letters)
    }


def told(text: str, language: str, weights: lone.Weights) -> str:
    """Say how many letters and dashes of a text are recognised."""
    right: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for event in events(text, language):
        if event.share == 1.0:
            shares = lone.weigh(weights, event.before, event.behind)
            shares["–"] = 1.0 - sum(shares.values())
            every[event.what] += 1
            right[event.what] += max(shares, key=shares.__getitem__) == event.what
    return ", ".join(f"{what} {right[what]} of {every[what]}" for what in every)


def row(language: str, letter: str, weights: Mapping[str, float]) -> str:
    """Return the line of the table for a letter: the features and their weights, the heaviest first."""
    kept = {name: round(weight, 1) for name, weight in weights.items() if abs(weight) >= LEAST_WEIGHT}
    cells = [f"{name} {weight:g}" for name, weight in sorted(kept.items(), key=lambda cell: -cell[1])]
    return "\t".join([language, letter, *cells]) + "\n"


def main() -> None:
    """Fit the table and write it, if that is asked for."""
    options = fitting.arguments(__doc__).parse_args()
    table = ""
    for language in sorted(LETTERS):
        texts = [path.read_text("utf-8") for path in options.files if path.stem == language]
        lines = "\n".join(texts).split("\n")
        kept = [line for line in lines if fitting.part(line, 10) >= HELD_BACK]
        held = [line for line in lines if fitting.part(line, 10) < HELD_BACK]
        print(language, told("\n".join(held), language, fit("\n".join(kept), language)))
        table += "".join(
            row(language, letter, weights) for letter, weights in fit("\n".join(lines), language).items()
        )
    if options.write:
        Path(options.write).write_text(table, "utf-8")


if __name__ == "__main__":
    main()
