"""Fit the weights of what is observed on lines to labelled articles, and say how well other outlets are cut.

    python tools/fit_tail_weights.py FILE.jsonl.gz... --write src/newsclean/boilerplate/weights.tsv

Needs the extra `fit`; docs/refitting.md has the schema of a record and what to check.

The log-odds of a cut are the sum of the evidence of all lines below it (`evidence.weigh`).  A fit maximises
the probability of the true cut among all cuts of an article, with an L2 prior, by L-BFGS.  Words enter the
vocabulary only if enough outlets use them, and not if they are nearly always capitalised: names teach nothing
about other outlets.  The weights are the means of several fits, each to outlets drawn with replacement: what
only a few outlets show is missing in some of these draws, and counts for less.

Printed are the scores of each fold of outlets with weights fitted to the other folds ("crossed"), of the
outlets held back with weights fitted to all folds, and of all outlets with the weights that are written.
"""

import collections
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

import fit_pleas
import fitting
import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from newsclean.boilerplate import built_in, plea, reading
from newsclean.boilerplate.document import Document, read_short
from newsclean.boilerplate.evidence import independence, least_odds
from newsclean.boilerplate.fold import split_words
from newsclean.boilerplate.matcher import Matcher
from newsclean.boilerplate.observations import observed
from newsclean.boilerplate.pages import NO_PAGES
from newsclean.boilerplate.prose import ends_in_prose
from newsclean.boilerplate.tail import find_cut
from newsclean.boilerplate.weights import Weights
from newsclean.lines import Lines

WORDY = ("label: ", "text: ", "first: ", "id ")
LEAST_OUTLETS, LEAST_OUTLETS_OF_WORD = 4, 20
LEAST_LOWER = 0.1
# As the rows "crossed" have it, 67.7 of a hundred extractors' tails are cut exactly, 75.4 of page tails and
# 96.2 of appeals.  The prior was chosen by the means of 8 fits with SURER 1.15: 2 for all observations but
# words, and 16 for words, cut 65.9 of a hundred extractors' tails exactly where 4 cut 66.9, and 70.9 of page
# tails where 4 cut 72.0, and more of bodies was lost.  With 7, page tails fared no better, and fewer of the
# extractors' went.
PRIOR = 4.0
# An item counts once, but appeals count so many times: they are few, and it is they that should go.
COPIES = {"appeals": 7.5}
# Besides, each counts so much as it reads without any rule, as appeals of other outlets meet fewer rules.
# With more of these, and with more copies above, articles and other tails fare worse.
UNRULED_COPIES = {"appeals": 0.5}
# A line inserted in the article counts less: the walk may take it for one, whatever speaks for a tail.  In
# three divisions of the outlets, 66 of 100 page tails were cut exactly with this, and 64 without.
INSERTED = 0.75
# So many fits are averaged, each of so many steps.  Crossed in four divisions of the outlets, with an earlier
# prior, one fit cut 61.4 of a hundred extractors' tails exactly and 67.3 of page tails, the mean of 16 fits
# 62.1 and 68.2, and bodies lost no more.  A mean is less sure than each fit, so its weights are multiplied by
# SURER: with 1.15, one in a hundred more of the extractors' tails goes, but also sentences of news that speak
# of a copyright.
DRAWS, STEPS, SURER = 16, 60, 1.06
HELD_BACK, FOLDS = 5, 5  # one outlet in so many is held back, the others are crossed in so many folds


class Item(NamedTuple):
    """A labelled article: what is observed on its lines, which cuts are right, what each would cost.

    `words` are the weights of words of pleas that were fitted without its outlet.
    """

    record: dict[str, Any]
    document: Document
    observations: list[set[str]]
    independence: list[float]
    least: list[float]
    right: np.ndarray
    body_lost: np.ndarray
    tail_left: np.ndarray
    has_tail: bool
    ends_in_prose: bool
    words: Weights
    copies: float
    unruled: "Item | None" = None


def load(paths: list[Path]) -> list[Item]:
    """Read and observe all records, each with words of pleas whose weights were fitted without its outlet."""
    records = fitting.read_records(paths)
    items = []
    for number, words in enumerate(fit_pleas.without_each_fold(records)):
        weights = Weights(words)
        with weighed_by(weights):
            own = (each for each in records if fit_pleas.fold_of(each["group"]) == number)
            items += [observe_both(each, weights) for each in own]
    return items


@contextmanager
def weighed_by(words: Weights) -> Iterator[None]:
    """Recognise pleas by these weights of words while the context lasts."""
    with (
        patch.object(plea, "load_weights", lambda name: words),
        patch.object(reading, "load_weights", lambda name: words),
    ):
        read_short.cache_clear()
        yield
    read_short.cache_clear()


def observe_both(record: dict[str, Any], words: Weights) -> Item:
    """Observe a record, and if it is an appeal, also as it reads without rules."""
    item = observe(record, built_in(), words, COPIES.get(record["flavour"], 1.0))
    copies = UNRULED_COPIES.get(record["flavour"])
    return item._replace(unruled=observe(record, Matcher(b"", NO_PAGES), words, copies)) if copies else item


def observe(record: dict[str, Any], matcher: Matcher, words: Weights, copies: float) -> Item:
    """Observe the lines of one record and find the costs of its cuts."""
    lines = record["raw"].split("\n")
    document = Document(Lines.joined(line + "\n" for line in lines), matcher)
    labels = "".join(record["labels"][number] for number in document.numbers)
    sizes = np.array([len(lines[number]) for number in document.numbers], float)
    count = len(labels)
    first_tail = labels.find("t", labels.rfind("b") + 1)
    start = labels.rfind("b") + 1
    inserted = [label == "i" for label in labels[:start]] + [False] * (count - start)
    while start < count and labels[start] == "c":
        start += 1
    right = np.zeros(count + 1, bool)
    right[start : (first_tail if first_tail >= 0 else count) + 1] = True
    body = sizes * np.array([label == "b" for label in labels])
    tail = sizes * np.array([label == "t" for label in labels])
    return Item(
        record,
        document,
        [set(observed(document, index)) for index in range(count)],
        [independence(document, index) * (INSERTED if inserted[index] else 1) for index in range(count)],
        [-np.inf if inserted[index] else least_odds(document, index) for index in range(count)],
        right,
        np.append(np.cumsum(body[::-1])[::-1], 0) / max(1, body.sum()),
        np.append(0, np.cumsum(tail)) / max(1, tail.sum()),
        first_tail >= 0,
        ends_in_prose(record["raw"], matcher),
        words,
        copies,
    )


def is_held_back(item: Item) -> bool:
    """Whether the outlet of an item is held back."""
    return fitting.part(item.record["group"], HELD_BACK, "fresh") == 0


def fold_of(item: Item) -> int:
    """Return the fold to which the outlet of an item belongs."""
    return fitting.part(item.record["group"], FOLDS, "cv")


def vocabulary(items: list[Item]) -> list[str]:
    """Return the names of the observations that are made at enough outlets."""
    outlets = collections.defaultdict(set)
    cased: collections.Counter[str] = collections.Counter()
    lower: collections.Counter[str] = collections.Counter()
    for item in items:
        for name in set().union(*item.observations):
            outlets[name].add(item.record["group"])
        for word in split_words(item.record["raw"]):
            cased[word.lower()] += 1
            lower[word.lower()] += word[0].islower()
    names = []
    for name, shown in outlets.items():
        wordy = name.startswith(WORDY)
        word = name.partition(": ")[2]
        if word and (word.isdigit() or lower[word] < LEAST_LOWER * cased[word]):
            continue
        if len(shown) >= (LEAST_OUTLETS_OF_WORD if wordy else LEAST_OUTLETS):
            names.append(name)
    return sorted(names)


class Design:
    """All cuts of all items as sparse matrices."""

    def __init__(self, items: list[Item], names: list[str]) -> None:
        """Lay out the lines and cuts of `items` in the columns of `names`."""
        self.items = items
        column = {name: index for index, name in enumerate(names)}
        lines: list[set[str]] = []
        self.starts = [0]
        for item in items:
            lines += [*item.observations, set()]
            self.starts.append(len(lines))
        scale = [weight for item in items for weight in (*item.independence, 0.0)]
        self.lines = sparse.diags(scale) @ fitting.design(lines, column)
        self.least = np.array([least for item in items for least in (*item.least, -np.inf)])
        self.item = np.repeat(np.arange(len(items)), np.diff(self.starts))
        self.right = np.concatenate([item.right for item in items])
        self.ends = np.array(self.starts[1:])
        self.first = np.zeros(len(self.item), bool)
        self.first[self.starts[:-1]] = True

    def scores(self, weights: np.ndarray) -> np.ndarray:
        """Return the log-odds of every cut; a whole article is never cut."""
        below = np.concatenate([[0], np.cumsum(np.maximum(self.lines @ weights, self.least))])
        scores = below[self.ends][self.item] - below[:-1]
        return np.where(self.first, -1e9, scores)

    def softmax(self, scores: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return each item's log-sum-exp and each cut's share of it."""
        begins = self.starts[:-1]
        peak = np.maximum.reduceat(scores, begins)
        odds = np.exp(scores - peak[self.item])
        total = np.add.reduceat(odds, begins)
        return np.log(total) + peak, odds / total[self.item]


def fit(items: list[Item]) -> dict[str, float]:
    """Return the weight of each observation, the mean of fits to `DRAWS` draws of the outlets."""
    outlets = sorted({item.record["group"] for item in items})
    random = np.random.default_rng(0)
    total: collections.Counter[str] = collections.Counter()
    for _ in range(DRAWS):
        drawn = collections.Counter(random.choice(outlets, len(outlets)).tolist())
        copies = {outlet: float(count) for outlet, count in drawn.items()}
        total.update(fit_once([item for item in items if item.record["group"] in copies], copies))
    rounded = {name: round(SURER * weight / DRAWS, 3) for name, weight in total.items()}
    return {name: weight for name, weight in rounded.items() if weight}


def fit_once(items: list[Item], times: dict[str, float]) -> dict[str, float]:
    """Return the weight of each observation; `times` says how often each outlet counts."""
    names = vocabulary(items)
    items = [*items, *(item.unruled for item in items if item.unruled)]
    design = Design(items, names)
    copies = np.array([item.copies * times[item.record["group"]] for item in items])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = design.scores(weights)
        every, share = design.softmax(scores)
        right, share_right = design.softmax(np.where(design.right, scores, -1e9))
        error = (share - share_right) * copies[design.item]
        above = np.cumsum(error)
        above -= np.concatenate([[0], above[design.ends - 1][:-1]])[design.item]
        above[design.lines @ weights < design.least] = 0
        gradient = design.lines.T @ above + PRIOR * weights
        return copies @ (every - right) + 0.5 * PRIOR * weights @ weights, gradient

    bounds = [_bound(name) for name in names]
    start = np.zeros(len(names))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": STEPS})
    return dict(zip(names, found.x.tolist(), strict=True))


def _bound(name: str) -> tuple[float | None, float | None]:
    """Return the bounds of a weight: a rule never speaks for the article, however few its examples are."""
    return (0.0 if name.startswith(("meets ", "asks ", "id ")) else None), None


def cut(item: Item, weights: Weights) -> int:
    """Return where trimming with these weights cuts the article."""
    if item.ends_in_prose:
        return len(item.document.lines)
    with weighed_by(item.words):
        return find_cut(item.document, weights)


def table(title: str, items: list[Item], found: list[int]) -> None:
    """Print the scores of the cuts found for each flavour, in percent."""
    for flavour in sorted({item.record["flavour"] for item in items}):
        pairs = [(i, cut) for i, cut in zip(items, found, strict=True) if i.record["flavour"] == flavour]
        tails = [(i, cut) for i, cut in pairs if i.has_tail]
        others = [(i, cut) for i, cut in pairs if not i.has_tail]
        print(
            f"{title:12s} {flavour:10s} items {len(pairs):4d}"
            f"  tail removed {100 * np.mean([1 - i.tail_left[cut] for i, cut in tails]):5.1f}"
            f"  body lost {100 * np.mean([i.body_lost[cut] for i, cut in pairs]):6.3f}"
            f"  exact {100 * np.mean([i.tail_left[cut] == i.body_lost[cut] == 0 for i, cut in tails]):5.1f}"
            f"  false cuts {100 * np.mean([i.body_lost[cut] > 0 for i, cut in others]) if others else 0:4.1f}"
        )


def main() -> None:
    """Cross-validate, score the outlets held back, then fit to all and write the weights."""
    options = fitting.arguments(__doc__).parse_args()
    items = load(options.files)
    own = [item for item in items if not is_held_back(item)]
    held = [item for item in items if is_held_back(item)]
    crossed: list[tuple[Item, int]] = []
    for fold in range(FOLDS):
        weights = Weights(fit([item for item in own if fold_of(item) != fold]))
        tried = [item for item in own if fold_of(item) == fold]
        crossed += [(item, cut(item, weights)) for item in tried]
    table("crossed", [item for item, _ in crossed], [cut for _, cut in crossed])
    weights = Weights(fit(own))
    table("held back", held, [cut(item, weights) for item in held])
    fitted = fit(items)
    weights = Weights(fitted)
    table("fitted", items, [cut(item, weights) for item in items])
    if options.write:
        fitting.write_weights(options.write, fitted, digits=3)


if __name__ == "__main__":
    main()
