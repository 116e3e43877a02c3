"""Write a corpus of made-up news as JSON Lines: python make_corpus.py FOLDER --files 8 --articles 1000.

Every third article has lost its typographic marks to a wrong encoding, every fourth has a tail.
"""

import argparse
import json
import random
from pathlib import Path

WHO = (
    "The mayor",
    "A spokeswoman for the port",
    "The head of the school board",
    "The fire brigade",
    "Nobody",
)
DID = ("announced", "doubted", "hadn’t expected", "said on Tuesday", "told the council", "couldn’t explain")
WHAT = (
    "that the old bridge would close for repairs",
    "that 40 new flats by the river are to be let",
    "that the ferry’s winter timetable stays in force",
    "that the harbour festival costs twice as much as planned",
    "that the library’s reading room will stay open until ten",
)
WHY = (
    "after a vote that went on past midnight",
    "– a week later than promised –",
    "although the money isn’t there yet",
    "because “there was no other way”",
    "while the neighbours were still waiting for a reply",
)
TAIL = """\
Support our journalism today: a small donation helps us to keep reporting.
Sign up for our newsletter to get the morning’s news by e-mail.
Follow us on Facebook and Twitter.
"""


def make_article(chance: random.Random) -> str:
    """Return about 3 KB of news."""
    parts = (WHO, DID, WHAT, WHY)
    sentences = (" ".join(chance.choice(part) for part in parts) + "." for _ in range(28))
    return "".join(
        f"{sentence} {following}\n\n" for sentence, following in zip(sentences, sentences, strict=True)
    )


def make_record(number: int) -> dict[str, object]:
    """Return a record; the same one for the same number."""
    text = make_article(random.Random(number))
    if number % 4 == 0:
        text += TAIL
    if number % 3 == 0:
        text = text.encode().decode("cp1252", "replace")
    return {"id": str(number), "url": f"https://news.example/{number}", "text": text}


def main() -> None:
    """Write the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--files", type=int, default=8)
    parser.add_argument("--articles", type=int, default=1000, help="in each file")
    given = parser.parse_args()
    given.folder.mkdir(parents=True, exist_ok=True)
    for file in range(given.files):
        numbers = range(file * given.articles, (file + 1) * given.articles)
        lines = (json.dumps(make_record(number), ensure_ascii=False) + "\n" for number in numbers)
        (given.folder / f"{file:03}.jsonl").write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
