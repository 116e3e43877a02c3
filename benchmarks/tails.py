"""How much of the tails goes and how much of the articles stays: `python -m benchmarks.tails`.

Each article is cleaned with each tail of its language below it and once alone, both with blank lines between
the paragraphs and without.  The columns of a row are

articles   how many articles with a tail were cleaned, in both layouts
removed    the mean share of a tail's characters that was removed
lost       the mean share of an article's characters that was removed with the tail, in %
exact      the share of articles that end exactly where they should
alone      the share of articles without a tail that lost anything

The rules were written with these tails in view.  The rows below them are texts by people who had not read the
rules:

pleas      appeals; the signs of a plea (`vocabulary.toml`) were chosen by these
appeals    appeals that nobody looked at while writing rules or signs
ends       appeals, newsletters and offers in 19 languages, likewise not looked at
mixed      other tails
traps      articles without a tail, whose last paragraphs only look like one
closings   the same in 19 languages
"""

from collections.abc import Iterator, Sequence
from statistics import fmean as mean
from typing import NamedTuple

from benchmarks import texts
from benchmarks.texts import Block
from newsclean import clean
from newsclean.lines import split_lines


class Cut(NamedTuple):
    """Shares of the characters, not counting blank lines, that were removed from an article and its tail."""

    body: float
    tail: float


def cut(article: str, tail: str) -> Cut:
    """Clean an article with its tail and return the shares that are gone."""
    parts = [*("article" for _ in split_lines(article)), *("tail" for _ in split_lines(tail))]
    return _cut(article + tail, parts)


def cut_unseen(blocks: list[Block]) -> Cut:
    """Clean an article of `unseen/` and return the shares that are gone."""
    return _cut("".join(block.text + "\n" for block in blocks), [block.part for block in blocks])


def _cut(text: str, parts: Sequence[str]) -> Cut:
    """Clean a text and return the shares that are gone; `parts` says for each line what it belongs to."""
    gone = {edit.line for edit in clean(text, repair=False).edits if edit.after is None}
    lines = split_lines(text)

    def share(part: str) -> float:
        return _share(lines, [n for n, own in enumerate(parts, 1) if own == part], gone)

    return Cut(share("article"), share("tail"))


def _share(lines: list[str], numbers: Sequence[int], gone: set[int]) -> float:
    total = sum(len(lines[number - 1].strip()) for number in numbers)
    return sum(len(lines[number - 1].strip()) for number in numbers if number in gone) / max(total, 1)


def layouts(article: str, tail: str = "") -> Iterator[tuple[str, str]]:
    """Yield article and tail with blank lines between paragraphs, as typed, and without, as extracted."""
    blank = "\n" if tail else ""
    yield article + blank, tail.replace("\n", "\n\n")
    yield article.replace("\n\n", "\n"), tail


def cuts(language: str) -> list[Cut]:
    """Cut every article of a language from every tail in every layout."""
    return [
        cut(*pair)
        for article in texts.articles(language)
        for tail in texts.tails(language)
        for pair in layouts(article, tail)
    ]


def harmed(language: str) -> float:
    """Return the share of articles without a tail that lost anything."""
    alone = [cut(*pair).body for article in texts.articles(language) for pair in layouts(article)]
    return sum(map(bool, alone)) / len(alone)


def main() -> None:
    """Print the table."""
    print(f"{'':8}" + "".join(f"{column:>9}" for column in ("articles", "removed", "lost", "exact", "alone")))
    for language in texts.by_language():
        print(f"{_row(language, cuts(language))}{harmed(language):9.3f}", flush=True)
    for kind in ("pleas", "appeals", "ends", "mixed"):
        print(_row(kind, [cut_unseen(blocks) for blocks in texts.unseen(kind)]))
    for kind in ("traps", "closings"):
        lost = [cut_unseen(blocks).body for blocks in texts.unseen(kind)]
        print(f"{kind:8}{len(lost):9}{'':9}{100 * mean(lost):9.2f}{'':9}{mean(map(bool, lost)):9.3f}")


def _row(name: str, rows: list[Cut]) -> str:
    removed, lost = mean(row.tail for row in rows), mean(row.body for row in rows)
    exact = mean(row == Cut(0.0, 1.0) for row in rows)
    return f"{name:8}{len(rows):9}{removed:9.3f}{100 * lost:9.2f}{exact:9.3f}"


if __name__ == "__main__":
    main()
