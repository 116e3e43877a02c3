#!/usr/bin/env python3
"""Fit the weights by which a mark is known from its context.

    python tools/fit_contexts.py tools/contexts/*.txt ARTICLES.jsonl... --write FILE

Needs the extra `fit`; docs/refitting.md has what to check.  The input is intact articles.  In a text file,
lines of %%% separate them.  In JSON Lines they are objects with `text`, with the outlet as `group`, and with
`share` where a mark counts less than 1: the other lines of the articles' pages were given .3.
tools/contexts/ holds articles in languages of which few are labelled, written for this project.  FILE is
src/newsclean/mojibake/lossy/runs/contexts.tsv; telling.txt beside it is written as well.

The marks of each line are read in turn, each with the quotations that are open before it, and a multinomial
logistic regression with an L2 prior learns from them which role fits which place (see
`newsclean.mojibake.lossy.runs.context`).  Nothing of an article enters the table but common words: those
beside the marks of enough outlets, and not those that are mostly capitalised, which may be names.  The
weights written are the mean of fits to outlets drawn with replacement, so that no single outlet weighs much.
Printed first is the accuracy on three tenths of the outlets of weights fitted to the others.

Fitting the marks of a line together, as a conditional random field or through the search that reads them, was
tried: it fits better and does worse on outlets held back, by .002 of the marks.  The gain that there is in it
comes from two prices instead: see `MISSED_CLOSING` in `context`.
"""

import collections
import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import fitting
import numpy as np
from scipy import sparse
from scipy.optimize import minimize

from newsclean.mojibake.lossy.letters import languages
from newsclean.mojibake.lossy.runs import context, places
from newsclean.mojibake.lossy.runs.context import ROLES
from newsclean.mojibake.lossy.runs.items import only
from newsclean.mojibake.lossy.runs.line import is_item
from newsclean.mojibake.lossy.runs.places import ITEM, Place, Side

ENGLISH = dict(zip("“”‘’", "OCoc", strict=True))
GERMAN = dict(zip("„“”‚‘’", "OCCocc", strict=True))
POLISH = dict(zip("„”‚’", "OCoc", strict=True))
OTHERS = dict(zip("–—…•?\xa0£€¢°«»′¿¡", "nmeb?s$$$°«»°¿¡", strict=True))
LAST_LATIN = "\u024f"
DAMAGED = re.compile("\ufffd|â€|Ã")
BEFORE_OPENING, BEHIND_CLOSING = " ([—–-'‘/", " .,;:!?)]—–-'’/s"

# Letters are a hundred times as frequent as marks in some languages: only so many of an article count, each
# only so much.
LETTERS, LETTER = 60, 0.3
# Words beside the marks of so many outlets, this share of them in lower case, are telling.
LEAST_OUTLETS, LEAST_LOWER = 5, 0.3
LEAST_SEEN = 2  # of a feature, a letter for LETTER
# These roles neither open nor close a quotation and look the same within one and outside, and much is alike
# in all languages.  So such a mark counts once more, by this share, as if it had been seen in the other
# state, and any mark as if in no known language.  On outlets held back a sixth fewer question marks are taken
# for marks, and one in twenty-five wrong marks becomes right.  At 1, more marks are wrong.
EITHER, ELSEWHERE = "anme?$l", 0.3
PRIOR = 1.0  # chosen by the accuracy on the outlets held back; 0.3 and 3 are a little worse
# How many fits to drawn outlets are averaged, and the steps of each, from the fit to all.  On outlets held
# back their mean has a thirtieth fewer wrong marks than that fit; 8 draws give two thirds of that gain.
DRAWS, STEPS = 16, 60
HELD_BACK = 3  # tenths of the outlets
LEAST_WEIGHT = 0.02


class Event(NamedTuple):
    """A mark at its place: the outlet, its role, what `context` sees of the place, how much it counts."""

    group: str
    role: str
    left: tuple[str, str]
    right: tuple[str, str]
    begun: str
    language: str
    state: str
    share: float


class Alike(NamedTuple):
    """All marks of an outlet with the same role in places that look the same."""

    group: str
    role: str
    place: Place
    state: str


def articles(path: Path) -> Iterator[tuple[str, str, float]]:
    """Yield outlet, text and share of each article of a file; in a text file, each counts as an outlet."""
    text = path.read_text("utf-8")
    if path.suffix == ".txt":
        for number, article in enumerate(text.split("\n%%%\n")):
            yield f"{path.stem} {number}", article, 1.0
    else:
        for record in map(json.loads, text.splitlines()):
            yield record["group"], record["text"], record.get("share", 1.0)


def roles(text: str) -> dict[str, str]:
    """Return the roles of marks in an article's style of quoting; two letters if a mark opens and closes."""
    known = ENGLISH
    if "„" in text:
        known = GERMAN if text.count("“") >= text.count("”") else POLISH
    elif "“" not in text:
        known = ENGLISH | {"”": "OC"}
    if 0 <= text.find("»") < text.find("«"):
        known = known | {"»": "«", "«": "»"}
    return OTHERS | known


def curled(line: str) -> str:
    """Return a line with straight quotation marks made typographic where they are in no doubt."""
    if '"' in line and not {"“", "”"} & set(line):
        line = _curled_quotes(line)
    if "'" in line and not {"‘", "’"} & set(line):
        line = re.sub(r"(?<=[^\W_])'(?=[^\W_])", "’", line)
    return line


def _curled_quotes(line: str) -> str:
    made = []
    opened = False
    for at, char in enumerate(line):
        if char != '"':
            made.append(char)
            continue
        before, behind = line[at - 1 : at] or " ", line[at + 1 : at + 2] or " "
        fits = before not in BEFORE_OPENING and behind in BEHIND_CLOSING
        if fits is not opened or (not opened and (before not in BEFORE_OPENING or behind == " ")):
            return line
        made.append("”" if opened else "“")
        opened = not opened
    return "".join(made)


def marks(line: str, known: dict[str, str]) -> Iterator[tuple[str, int]]:
    """Yield the role and the place of each mark and accented letter of a line."""
    address = "://" in line or "www." in line or "=" in line
    single = False
    for at, char in enumerate(line):
        role = known.get(char, "l" if not char.isascii() and char.isalpha() and char <= LAST_LATIN else "")
        if not role or (role == "?" and address):
            continue
        if len(role) > 1:
            opens = line[at - 1 : at] in ("", *BEFORE_OPENING) and line[at + 1 : at + 2] not in ("", " ")
            role = role[not opens]
        if role == "o":
            if places.DECADE.match(line, at + 1):
                role = "a"
            else:
                single = True
        elif role == "c":
            role = "c" if single and _closes(line, at) else "a"
            single = single and role == "a"
        yield role, at


def _closes(line: str, at: int) -> bool:
    """Whether a ’ after a ‘ closes it, and is no apostrophe of a contraction or a plural possessive."""
    before, behind = line[at - 1 : at], line[at + 1 : at + 2]
    if not before or before.isspace() or (before.isalnum() and behind.isalnum()):
        return False
    plural = before in "sSxz" and behind == " " and line[at + 2 : at + 3].islower()
    return not (plural and re.search(r"’(?!\w)", line[at + 1 :]))


def events(group: str, text: str, share: float) -> Iterator[Event]:
    """Yield the marks of an article, but for the bullets within its lines.

    Few articles have these, and then many: with those of two articles in the fit, dashes elsewhere became
    bullets.
    """
    known = roles(text)
    language = only(languages.read(text).own)
    letters = 0
    lines = [curled(raw) for raw in text.split("\n")]
    for number, line in enumerate(lines):
        item = is_item(lines, number)
        state = ""
        for role, at in marks(line, known):
            letters += role == "l"
            if (role == "l" and letters > LETTERS) or (role == "b" and line[:at].strip()):
                continue
            event = _event(group, role, line, at, language)._replace(
                state=context.weighed(state), share=share
            )
            yield event._replace(left=(ITEM.kind, ITEM.word)) if item and at == 0 else event
            state = context.after(state, role)


def _event(group: str, role: str, line: str, at: int, language: str) -> Event:
    before = line[max(0, at - places.REACH) : at]
    behind = line[at + 1 : at + 1 + places.REACH]
    kept, rest = before.rstrip(places.BLANKS), behind.lstrip()
    left = places.raw_left(kept.rpartition(" ")[2], kept != before)
    right = places.raw_right(rest.partition(" ")[0], rest != behind)
    ends = places.may_end(Side(*left), Side(*right))
    begun = places.beginning(line, at) if ends else ""
    return Event(group, role, left, right, begun, language, "", 1.0)


def telling_words(seen: list[Event]) -> frozenset[str]:
    """Return the words that enough outlets have beside marks, as `places.category` wants them."""
    outlets = collections.defaultdict(set)
    lower: dict[str, list[bool]] = collections.defaultdict(list)
    for event in seen:
        for side, (kind, word) in (("<", event.left), (">", event.right)):
            if event.role != "l" and word and not word[0].isdigit():
                outlets[f"{side}{'_' * (kind[0] == '_')}{word.lower()}"].add(event.group)
                lower[word.lower()].append(word[0].islower())
    return frozenset(
        name
        for name, groups in outlets.items()
        if len(groups) >= LEAST_OUTLETS
        and (name.lstrip("<>_") == "i" or np.mean(lower[name.lstrip("<>_")]) > LEAST_LOWER)
    )


def elsewhere(event: Event) -> Iterator[tuple[Event, float]]:
    """Yield a mark as it stands and where it would look the same, each with the share that it counts."""
    share = event.share * (LETTER if event.role == "l" else 1.0)
    seen = [(event, share)]
    if event.role in EITHER and event.state in ("", "O"):
        seen.append((event._replace(state="" if event.state else "O"), share * ELSEWHERE))
    yield from seen
    if event.language not in ("", "en"):  # most of what has no known language is no English either
        yield from [(alike._replace(language=""), share * ELSEWHERE) for alike, share in seen]


def place(event: Event, telling: frozenset[str]) -> Place:
    """Return the place of a mark as `context` sees it."""
    left = Side(event.left[0], places.category(event.left[1], event.left[0], "<", telling))
    right = Side(event.right[0], places.category(event.right[1], event.right[0], ">", telling))
    return Place(left, right, event.begun, event.language)


def matrix(seen: Iterable[Alike], column: dict[str, int]) -> sparse.csr_matrix:
    """Return a matrix with a row for each place and a column for each feature."""
    return fitting.design((context.features(alike.place, alike.state) for alike in seen), column)


def fit(seen: list[Event]) -> tuple[frozenset[str], dict[str, int], np.ndarray]:
    """Return the telling words, the column of each feature, and the weights, features by roles."""
    telling = telling_words(seen)
    alike: dict[Alike, float] = collections.defaultdict(float)
    for event in seen:
        for twin, share in elsewhere(event):
            alike[Alike(twin.group, twin.role, place(twin, telling), twin.state)] += share
    counts: dict[str, float] = collections.defaultdict(float)
    for each, share in alike.items():
        for name in context.features(each.place, each.state):
            counts[name] += share
    column = {name: at for at, name in enumerate(sorted(n for n, c in counts.items() if c >= LEAST_SEEN))}
    table = matrix(alike, column)
    right = np.array([ROLES.index(each.role) for each in alike])
    shares = np.array(list(alike.values()))
    outlets, outlet = np.unique([each.group for each in alike], return_inverse=True)
    weights = regression(table, right, shares, np.zeros((len(column), len(ROLES))))
    rng = np.random.default_rng(0)
    drawn = [
        np.bincount(rng.choice(len(outlets), len(outlets)), minlength=len(outlets)) for _ in range(DRAWS)
    ]
    fits = [regression(table, right, shares * times[outlet], weights, STEPS) for times in drawn]
    return telling, column, np.mean(fits, axis=0)


def regression(
    table: sparse.csr_matrix, right: np.ndarray, shares: np.ndarray, start: np.ndarray, steps: int = 300
) -> np.ndarray:
    """Return the weights, features by roles, that make the `right` roles likeliest, each by its share."""
    rows = np.arange(len(right))
    across = table.T.tocsr()

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        weights = flat.reshape(start.shape)
        scores = table @ weights
        scores -= scores.max(1, keepdims=True)
        odds = np.exp(scores)
        odds /= odds.sum(1, keepdims=True)
        error = odds.copy()
        error[rows, right] -= 1
        gradient = across @ (error * shares[:, None]) + PRIOR * weights
        return -shares @ np.log(odds[rows, right]) + PRIOR / 2 * flat @ flat, gradient.ravel()

    found = minimize(loss, start.ravel(), jac=True, method="L-BFGS-B", options={"maxiter": steps})
    return np.reshape(found.x, start.shape)


def accuracy(seen: list[Event], telling: frozenset[str], column: dict[str, int], weights: np.ndarray) -> str:
    """Say how often the likeliest role is the true one, among all marks and among those that "?" may be."""
    places = [Alike(event.group, event.role, place(event, telling), event.state) for event in seen]
    scores = matrix(places, column) @ weights
    right = np.array([ROLES.index(event.role) for event in seen])
    marks = [ROLES.index(role) for role in "OCocanme?"]
    among = np.isin(right, marks)
    best = np.array(marks)[scores[:, marks].argmax(1)]
    dashes = np.isin(best, [ROLES.index("n"), ROLES.index("m")])
    alike = (best == right) | (dashes & np.isin(right, [ROLES.index("n"), ROLES.index("m")]))
    every, these = np.mean(scores.argmax(1) == right), np.mean(alike[among])
    return f"{len(seen)} marks: {every:.4f}, of {among.sum()}: {these:.4f}"


def write(path: Path, telling: frozenset[str], column: dict[str, int], weights: np.ndarray) -> None:
    """Write the table, a feature and its weights in each row, and the telling words to a file beside it."""
    words = [
        "# words that are seen as themselves on a side of a mark, `_` if a blank is between: "
        "tools/fit_contexts.py",
        " ".join(sorted(telling)),
    ]
    path.with_name("telling.txt").write_text("\n".join(words) + "\n", "utf-8")
    rows = [
        f"# what is seen of a place, and the weight of each role, {' '.join(ROLES)}: tools/fit_contexts.py",
        "# fitted to intact news in some twenty languages: docs/refitting.md",
    ]
    for name, at in column.items():
        kept = np.abs(weights[at]) >= LEAST_WEIGHT
        if kept.any():
            cells = [f"{weight:.2f}" if keep else "0" for weight, keep in zip(weights[at], kept, strict=True)]
            rows.append(f"{name}\t{' '.join(cells)}")
    path.write_text("\n".join(rows) + "\n", "utf-8")


def main() -> None:
    """Print how well the weights do on outlets held back, then fit to all and write them."""
    parser = fitting.arguments(__doc__)
    parser.add_argument("--own-only", action="store_true", help="write the weights without those held back")
    options = parser.parse_args()
    seen: list[Event] = []
    for path in options.files:
        for group, text, share in articles(path):
            if not DAMAGED.search(text):
                seen += events(group, text, share)
    own = [event for event in seen if fitting.part(event.group, 10) >= HELD_BACK]
    held = [event for event in seen if fitting.part(event.group, 10) < HELD_BACK]
    fitted = fit(own)
    print("held back:", accuracy(held, *fitted))
    if not options.own_only:
        fitted = fit(seen)
        print("fitted:   ", accuracy(seen, *fitted))
    if options.write:
        write(options.write, *fitted)


if __name__ == "__main__":
    main()
