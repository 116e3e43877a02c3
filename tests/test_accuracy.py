"""A floor under the tables of `benchmarks/`: no change may restore or cut less."""

import pytest

from benchmarks import repair, tails, texts

# Two channels, for every other paragraph each: the least share of marks that come back, – and — taken for
# one, and the most other characters harmed in 100,000.  A little under what was measured, so that a new
# article breaks nothing.
FLOORS = {
    ("intact", "intact"): (1.0, 0.0),
    ("utf-8 as 1252", "utf-8 as 1252"): (1.0, 0.0),
    ("utf-8 as 1252, twice", "utf-8 as 1252, twice"): (1.0, 0.0),
    ("1252 as latin-1", "1252 as latin-1"): (0.99, 10.0),
    ("1252, 9D to ?", "1252, 9D to ?"): (0.89, 5.0),
    ("1252 in 1251", "1252 in 1251"): (0.95, 30.0),
    ("1252 in latin-1", "1252 in latin-1"): (0.95, 20.0),
    ("1252 in 1251", "utf-8 as 1252"): (0.98, 30.0),
    ("1252 in 1251", "1252 in latin-1"): (0.95, 20.0),
    ("1252 in 950", "1252 in 1250"): (0.88, 20.0),
    ("ascii ?", "intact"): (0.89, 80.0),
    ("mac roman as 1252", "intact"): (0.96, 30.0),
    ("utf-8 as gbk", "intact"): (0.96, 20.0),
}


@pytest.mark.parametrize("channels", FLOORS)
def test_marks_come_back(channels: tuple[str, str]) -> None:
    score = repair.score(*channels, repair.articles_for(*channels)[::7])
    least, harm = FLOORS[channels]
    assert score.share("merged", "marks") >= least
    assert score.harm_per_100k <= harm


@pytest.mark.parametrize("article", texts.articles())
def test_an_intact_article_stays_whole(article: str) -> None:
    for text, _ in tails.layouts(article):
        assert repair.repaired(text) == text
        assert tails.cut(text, "").body == 0


@pytest.mark.parametrize(
    ("kind", "least"), [("pleas", 0.97), ("appeals", 0.74), ("ends", 0.68), ("mixed", 0.84)]
)
def test_tails_that_no_rule_was_written_for_go(kind: str, least: float) -> None:
    rows = [tails.cut_unseen(blocks) for blocks in texts.unseen(kind)]
    assert sum(row.tail for row in rows) / len(rows) >= least
    assert sum(row.body > 0 for row in rows) <= 1


@pytest.mark.parametrize(("kind", "most"), [("traps", 3), ("closings", 3)])
def test_what_only_looks_like_a_tail_stays(kind: str, most: int) -> None:
    cut = [blocks for blocks in texts.unseen(kind) if tails.cut_unseen(blocks).body]
    assert len(cut) <= most


def test_tails_go() -> None:
    rows = [
        tails.cut(*pair)
        for article in texts.articles("en")[::4]
        for tail in texts.tails("en")
        for pair in tails.layouts(article, tail)
    ]
    assert sum(row.tail for row in rows) / len(rows) >= 0.9
    assert sum(row.body for row in rows) == 0
