"""How much of what a channel broke comes back: `python -m benchmarks.repair`.

Each article is damaged by each channel and cleaned; newsclean is not told which channel it was.  With
`--beside CHANNEL` every other line goes through that channel instead.  The columns of a row are

marks      how many quotation marks, apostrophes, dashes and ellipses the articles hold
exact      the share of them that came back as the very character
merged     the same if – and — count as one
letters    how many letters beyond ASCII the articles hold
ok         the share of them that came back
wrong      the share of them that became another letter
harm       other characters changed or lost, per 100,000 characters
whole      the share of articles that came back without a difference
"""

import argparse
import difflib
import unicodedata
from collections.abc import Callable, Iterable
from typing import NamedTuple

from benchmarks import texts
from benchmarks.channels import CHANNELS, damage_by_turns, loses
from newsclean import clean

MARKS = frozenset("“”‘’„‚«»‹›–—…")
DASHES = str.maketrans("—", "–")


class Score(NamedTuple):
    """Counts of characters and articles, named like the columns of the table."""

    marks: int = 0
    exact: int = 0
    merged: int = 0
    letters: int = 0
    ok: int = 0
    wrong: int = 0
    harm: int = 0
    characters: int = 0
    whole: int = 0
    articles: int = 0

    def plus(self, other: "Score") -> "Score":
        """Return the sum of each count and that of `other`."""
        return Score(*map(int.__add__, self, other))

    def share(self, part: str, of: str) -> float:
        """Return one count as a share of another, 1 where there is nothing to count."""
        total: int = getattr(self, of)
        return getattr(self, part) / total if total else 1.0

    @property
    def harm_per_100k(self) -> float:
        """How many of 100,000 characters were changed by mistake."""
        return 1e5 * self.harm / max(self.characters, 1)


def repaired(text: str) -> str:
    """Repair a text, with each mark restored as the very character that was lost."""
    return clean(text, trim=False, quotes="original").text


def score(
    channel: str, beside: str, articles: Iterable[str], repair: Callable[[str], str] = repaired
) -> Score:
    """Damage the lines of each article by the two channels in turn, repair it and compare."""
    total = Score()
    for article in articles:
        total = total.plus(compare(article, repair(damage_by_turns(article, channel, beside))))
    return total


def compare(article: str, got: str) -> Score:
    """Count what became of the characters of `article` in `got`, line by line."""
    lines, got_lines = article.split("\n"), got.split("\n")
    got_lines += [""] * (len(lines) - len(got_lines))
    total = Score(characters=len(article), whole=article == got, articles=1)
    for line, got_line in zip(lines, got_lines, strict=False):
        total = total.plus(_compare_line(line, got_line))
    return total


def _compare_line(line: str, got: str) -> Score:
    marks = exact = merged = letters = ok = wrong = harm = 0
    for character, twin in zip(line, _twins(line, got), strict=True):
        if character in MARKS:
            marks += 1
            exact += character == twin
            merged += character.translate(DASHES) == twin.translate(DASHES)
        elif not character.isascii() and _is_letter(character):
            letters += 1
            ok += character == twin
            wrong += character != twin and _is_letter(twin)
        else:
            harm += character != twin
    return Score(marks, exact, merged, letters, ok, wrong, harm)


def _is_letter(character: str) -> bool:
    return character != "" and unicodedata.category(character).startswith("L")


def _twins(line: str, got: str) -> list[str]:
    """Return for each character of `line` the one that stands for it in `got`, or an empty string."""
    if line == got:
        return list(line)
    twins = [""] * len(line)
    for kind, start, end, got_start, got_end in difflib.SequenceMatcher(
        None, line, got, autojunk=False
    ).get_opcodes():
        if kind == "equal" or end - start == got_end - got_start:
            twins[start:end] = got[got_start:got_end]
    return twins


def articles_for(*channels: str) -> list[str]:
    """Return all articles if the channels lose nothing, else those whose letters mostly survive them."""
    return texts.latin_articles() if any(map(loses, channels)) else texts.articles()


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", default="", help="channels whose name contains this")
    parser.add_argument("--beside", choices=CHANNELS, help="the channel of every other line")
    options = parser.parse_args()
    columns = "marks", "exact", "merged", "letters", "ok", "wrong", "harm", "whole"
    print(f"{'channel':22}" + "".join(f"{column:>8}" for column in columns))
    for channel in CHANNELS:
        if options.only in channel:
            beside = options.beside or channel
            row = score(channel, beside, articles_for(channel, beside))
            print(
                f"{channel:22}{row.marks:8}{row.share('exact', 'marks'):8.3f}"
                f"{row.share('merged', 'marks'):8.3f}{row.letters:8}{row.share('ok', 'letters'):8.3f}"
                f"{row.wrong / max(row.letters, 1):8.3f}{row.harm_per_100k:8.1f}"
                f"{row.share('whole', 'articles'):8.3f}",
                flush=True,
            )


if __name__ == "__main__":
    main()
