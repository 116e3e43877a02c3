from pathlib import Path

import newsclean

SEED = next((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def test_the_seed_gets_its_eight_marks_back() -> None:
    text = SEED.read_text("utf-8")
    original = newsclean.clean(text, trim=False, quotes="original").text
    assert "?€?" not in original
    assert (original.count("“"), original.count("”")) == (4, 4)
    matched = newsclean.clean(text, trim=False).text
    assert matched.count('"') == text.count('"') + 8
    assert "“" not in matched
