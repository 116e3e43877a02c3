"""How much of the tails goes and how much of the articles stays: `python -m benchmarks.tails`.

Each article is followed by each tail of its language, its paragraphs parted by blank lines and
not; and each stands alone once.  A row says

articles   with a tail, in either layout
removed    the mean share of a tail's characters that was removed
lost       the mean share of an article's characters that was removed with it, in %
exact      the share of articles that end exactly where they should
alone      the share of articles without a tail that lost anything
"""

from collections.abc import Iterator
from typing import NamedTuple

from benchmarks import texts
from newsclean import clean
from newsclean.edits import split_lines


class Cut(NamedTuple):
    """Shares of the characters, not counting blank lines, that were removed from an article and its tail."""

    body: float
    tail: float


def cut(article: str, tail: str) -> Cut:
    """Clean an article with its tail and see what is missing."""
    text = article + tail
    gone = {edit.line for edit in clean(text, repair=False).edits if edit.after is None}
    lines = split_lines(text)
    end = len(split_lines(article))
    return Cut(_share(lines, range(1, end + 1), gone), _share(lines, range(end + 1, len(lines) + 1), gone))


def _share(lines: list[str], numbers: range, gone: set[int]) -> float:
    total = sum(len(lines[number - 1].strip()) for number in numbers)
    return sum(len(lines[number - 1].strip()) for number in numbers if number in gone) / max(total, 1)


def layouts(article: str, tail: str = "") -> Iterator[tuple[str, str]]:
    """Yield article and tail as typed, a blank line between paragraphs, and as extractors leave them."""
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
    print(f"{'':4}" + "".join(f"{column:>9}" for column in ("articles", "removed", "lost", "exact", "alone")))
    for language in texts.by_language():
        rows = cuts(language)
        removed = sum(row.tail for row in rows) / len(rows)
        lost = sum(row.body for row in rows) / len(rows)
        exact = sum(row == Cut(0.0, 1.0) for row in rows) / len(rows)
        print(
            f"{language:4}{len(rows):9}{removed:9.3f}{100 * lost:9.2f}{exact:9.3f}{harmed(language):9.3f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
