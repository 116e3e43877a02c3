"""The articles and tails that the benchmarks are made of, all written for newsclean."""

from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
CYRILLIC = ("ru", "uk")
PARTS = {"~": "tail", "+": "credit"}


class Block(NamedTuple):
    """A block of an article and what it is part of: article, tail or credit."""

    part: str
    text: str


def articles(*languages: str) -> list[str]:
    """Return the intact articles in these languages (two letters each), or in all."""
    return _texts("articles", languages)


def latin_articles() -> list[str]:
    """Return the articles in Latin script, the only ones that a Western code page has room for."""
    return articles(*({path.name[:2] for path in (HERE / "articles").iterdir()} - set(CYRILLIC)))


def tails(language: str) -> list[str]:
    """Return what publishers append in this language: appeals, forms, lists of links, legal lines."""
    return _texts("tails", (language,))


def by_language() -> dict[str, list[str]]:
    """Return the articles of each language for which there are tails."""
    languages = sorted({path.name[:2] for path in (HERE / "tails").iterdir()})
    return {language: articles(language) for language in languages}


def unseen(kind: str) -> list[list[Block]]:
    """Return the articles of `unseen/KIND.txt`, for which nobody wrote rules.

    An article begins with a line `@@ LANGUAGE OUTLET`.  Each further line is a block: of the tail if it
    begins with `~`, a credit if with `+`, else of the article.  Where an article has several ends, a line
    `%%` stands above each, and each makes an article with the lines above the first.
    """
    found: list[list[Block]] = []
    shared: list[Block] = []
    for line in (HERE / "unseen" / f"{kind}.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("@@"):
            found.append([])
            shared = []
        elif line == "%%" and not shared:
            shared = [*found[-1]]
        elif line == "%%":
            found.append([*shared])
        elif line:
            part = PARTS.get(line[0], "article")
            found[-1].append(Block(part, line if part == "article" else line[1:]))
    return found


def _texts(folder: str, languages: tuple[str, ...]) -> list[str]:
    return [
        path.read_text(encoding="utf-8")
        for path in sorted((HERE / folder).glob("*.txt"))
        if not languages or path.name[:2] in languages
    ]
