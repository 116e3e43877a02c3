import pytest

from newsclean.lines import LONGEST_ARTICLE, Lines, at_spaces, split_lines


@pytest.mark.parametrize(
    "text", ["", "a", "a\n", "a\r\nb\rc\n", "one\x85two\u2028three\x0bfour\x1cfive\n", "\n\n"]
)
def test_lines_break_at_lf_crlf_and_cr_only(text: str) -> None:
    lines = split_lines(text)
    assert "".join(lines) == text
    bare = [line.rstrip("\r\n") for line in lines]
    assert all("\n" not in line and "\r" not in line for line in bare)
    assert [*Lines.split(text)] == lines


# What is joined piece by piece, in every width that Python has for a character.
SIZE = LONGEST_ARTICLE
LONG = ["a" * SIZE + "\n", "é\n" * SIZE, "", "“b”\n" * SIZE, "\udc80 and 😀", "x"]


@pytest.mark.parametrize(
    "lines", [[], ["a"], ["a\r", "\n", "“b”\n", "\udc80 and 😀"], LONG[:2], LONG, LONG * 9]
)
def test_lines_that_are_joined_stay_apart(lines: list[str]) -> None:
    joined = Lines.joined(lines)
    for _ in range(2):
        assert ([*joined], len(joined), joined[1:3]) == (lines, len(lines), lines[1:3])
        assert [joined[place] for place in range(len(lines))] == lines
        assert [joined.hold(char) for char in "“?"] == ["“" in "".join(lines), False]
        assert "".join(joined.parts()) == joined.text == "".join(lines)
        assert [joined[place] for place in range(len(lines))] == lines
        joined.pack()


@pytest.mark.parametrize("size", [1, SIZE, 3 * SIZE])
def test_lines_are_compared_part_by_part(size: int) -> None:
    lines = ["a" * size + "\n", "b\n", "c" * size]
    others = [lines[0], "B\n", "c" * (size - 1) + "C"]
    assert [*Lines.joined(lines).differing(Lines.joined(others))] == [1, 2]
    assert [*Lines.joined(lines).differing(Lines.joined([*lines[:2], "c"]))] == [2] * (size > 1)


@pytest.mark.parametrize("text", ["", " ", "an article", "word " * SIZE, "a" * 2 * SIZE + " b"])
def test_a_text_is_parted_at_spaces(text: str) -> None:
    parts = [*at_spaces(text)]
    assert "".join(parts) == text
    assert all(part.endswith(" ") and len(part) > SIZE for part in parts[:-1])
    assert all(" " not in part[SIZE:-1] for part in parts)
