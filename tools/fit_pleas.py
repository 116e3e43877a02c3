"""Fit the weights of words, by which a plea is recognised that meets no rule.

    python tools/fit_pleas.py FILE.jsonl.gz... --write src/newsclean/boilerplate/pleas.tsv

Needs the extra `fit`; docs/refitting.md has the schema of a record and what to check.  Pleas are the lines in
the tails of the records that meet a rule which asks for something, the whole tails of appeals, and the
examples (`matches`) of such rules.  The other lines are those of the records' articles, what these rules
spare, and the articles of benchmarks/articles and tools/contexts.  As rules are narrow and most records
English, tools/pleas/ holds lines of both kinds in each language, written for this project by people who had
not read the rules.

A logistic regression with an L2 prior learns which words, and which pairs of neighbouring words, tell pleas
from other lines.  A word or pair enters the table only if enough outlets use it, and not if a word in it is
nearly always capitalised: names teach nothing about other outlets.  With pairs, four in a hundred more pleas
are recognised at the same number of false ones.

Printed is the share of lines recognised by weights that were fitted without their outlets; the project's own
lines are left out a fifth at a time.
"""

import collections
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import fitting
import numpy as np
from scipy.optimize import minimize

from newsclean.boilerplate import built_in
from newsclean.boilerplate.fold import examined, fold, split_words
from newsclean.boilerplate.plea import BIAS, SOUND_ODDS, log_odds, telling
from newsclean.boilerplate.rules import built_in_and_own
from newsclean.boilerplate.weights import Weights

ROOT = Path(__file__).parent.parent
ASKING = ("donation", "membership", "subscription", "newsletter")
# A word is kept if so many outlets use it (each line of ours is one), so many in pleas or else more in all.
LEAST_OUTLETS, LEAST_IN_PLEAS, LEAST_IN_ALL = 3, 2, 15
LEAST_LOWER = 0.1  # the share of its uses in lower case, below which a word passes for a name
# Of the outlets' lines one in twenty is a plea: each counts so many times.  Ours are half pleas, and for some
# languages there are no others: each of both kinds counts so many times.
COPIES, OUR_COPIES, PRIOR = 3.0, 2.0, 2.0
LEAST_WEIGHT = 0.3  # lighter weights would be half of the table and change no line by much
DIGITS = 1  # of a weight: with two, the table takes twice as long to read, and recognises the same
FOLDS = 5


class Line(NamedTuple):
    """A line, whether it is a plea, and who wrote it: an outlet, or a name for each line of our own."""

    text: str
    pleads: bool
    outlet: str

    @property
    def is_ours(self) -> bool:
        """Whether it was written for this project."""
        return " " in self.outlet


def own_lines() -> Iterator[Line]:
    """Yield the lines that were written for this project."""
    articles = [*(ROOT / "benchmarks/articles").glob("*.txt"), *(ROOT / "tools/contexts").glob("*.txt")]
    for path in sorted(articles):
        lines = filter(str.strip, path.read_text("utf-8").splitlines())
        yield from (Line(line, False, f"{path.name} {number}") for number, line in enumerate(lines))
    for path in sorted((ROOT / "tools/pleas").glob("*.txt")):
        pleads = False
        for number, line in enumerate(path.read_text("utf-8").splitlines()):
            if line.startswith("=="):
                pleads = line != "== article"
            else:
                yield Line(line, pleads, f"{path.name} {number}")
    for rule in built_in_and_own():
        if rule.category in ASKING:
            yield from (Line(line, True, f"{rule.id} {n}") for n, line in enumerate(rule.matches))
            yield from (Line(line, False, f"{rule.id} {n}") for n, line in enumerate(rule.spares))


def labelled_lines(records: Iterable[dict[str, Any]]) -> list[Line]:
    """Return the lines of the records, each different line once for each label that it has."""
    lines: dict[tuple[str, str], Line] = {}
    for record in records:
        appeal = record["flavour"] == "appeals"
        for line, label in zip(record["raw"].split("\n"), record["labels"], strict=True):
            text = line.strip()
            if not text or (text, label) in lines:
                continue
            if label == "b" and not appeal:
                lines[text, label] = Line(text, False, record["group"])
            elif label == "t" and (appeal or _asks(text)):
                lines[text, label] = Line(text, True, record["group"])
    return [*lines.values()]


def _asks(text: str) -> bool:
    hits = built_in().hits(examined(text), words_of(text))
    return any(hit.category in ASKING for hit in hits)


def fit(lines: list[Line]) -> dict[str, float]:
    """Return the weight of each word and pair that is kept, and under BIAS that of every line."""
    rows = [set(telling(words_of(line.text))) for line in lines]
    names = _vocabulary(lines, rows)
    column = {name: index for index, name in enumerate(names)}
    design = fitting.design(rows, column)
    pleads = np.array([line.pleads for line in lines], float)
    ours = np.array([line.is_ours for line in lines])
    copies = np.where(ours, OUR_COPIES, np.where(pleads > 0, COPIES, 1.0))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        odds = design @ weights[:-1] + weights[-1]
        error = copies * (1 / (1 + np.exp(-odds)) - pleads)
        prior = PRIOR * np.append(weights[:-1], 0)
        value = copies @ (np.logaddexp(0, odds) - pleads * odds) + 0.5 * prior @ weights
        return value, np.append(design.T @ error, error.sum()) + prior

    found = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    weights = {name: round(float(weight), DIGITS) for name, weight in zip([*names, BIAS], found, strict=True)}
    return {name: weight for name, weight in weights.items() if abs(weight) >= LEAST_WEIGHT}


def words_of(text: str) -> list[str]:
    """Return the words of a line as `plea` gets them."""
    return split_words(examined(text))


def _vocabulary(lines: list[Line], rows: list[set[str]]) -> list[str]:
    """Return the words and the pairs of words that enough outlets use, but for names."""
    using, pleading = collections.defaultdict(set), collections.defaultdict(set)
    for line, held in zip(lines, rows, strict=True):
        for each in held:
            using[each].add(line.outlet)
            if line.pleads:
                pleading[each].add(line.outlet)
    names = _names(lines)
    return sorted(
        each
        for each, outlets in using.items()
        if len(outlets) >= LEAST_OUTLETS
        and (len(pleading[each]) >= LEAST_IN_PLEAS or len(outlets) >= LEAST_IN_ALL)
        and names.isdisjoint(each.split())
    )


def _names(lines: list[Line]) -> set[str]:
    """Return the words, as the table has them, that are nearly always capitalised."""
    used: collections.Counter[str] = collections.Counter()
    lower: collections.Counter[str] = collections.Counter()
    for line in lines:
        for word in split_words(line.text):
            for key in telling([fold(word)]):
                used[key] += 1
                lower[key] += not word[0].isupper()
    return {key for key, times in used.items() if lower[key] < LEAST_LOWER * times}


def fold_of(outlet: str) -> int:
    """Return the fold of an outlet, one of FOLDS."""
    return fitting.part(outlet, FOLDS, "pleas")


def without_each_fold(records: list[dict[str, Any]]) -> list[dict[str, float]]:
    """Return for each fold of the outlets the weights that are fitted without it."""
    labelled, own = labelled_lines(records), [*own_lines()]
    return [fit([line for line in labelled if fold_of(line.outlet) != n] + own) for n in range(FOLDS)]


def main() -> None:
    """Cross-validate, then fit to all lines and write the weights."""
    options = fitting.arguments(__doc__).parse_args()
    lines = [*labelled_lines(fitting.read_records(options.files)), *own_lines()]
    told: dict[tuple[str, bool], list[float]] = collections.defaultdict(list)
    for number in range(FOLDS):
        weights = Weights(fit([line for line in lines if fold_of(line.outlet) != number]))
        for line in lines:
            if fold_of(line.outlet) == number:
                kind = "ours" if line.is_ours else "outlets'"
                told[kind, line.pleads].append(log_odds(words_of(line.text), weights))
    for (kind, pleads), odds in sorted(told.items()):
        shares = "  ".join(f"> {bound} {np.mean(np.array(odds) > bound):6.4f}" for bound in SOUND_ODDS)
        print(f"{kind:8} {'pleas' if pleads else 'others'} {len(odds):6}  {shares}")
    if options.write:
        fitting.write_weights(options.write, fit(lines), DIGITS)


if __name__ == "__main__":
    main()
