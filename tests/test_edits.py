import pickle

import pytest

from newsclean import Edit, Result, undo
from newsclean.decode import decoded_text
from newsclean.edits import (
    LONGEST_ARTICLE,
    Damage,
    Edits,
    History,
    Lines,
    compare,
    split_lines,
)


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


def test_edits_are_as_good_as_a_tuple() -> None:
    before, after = Lines.split("A?\nb\nC?\n"), Lines.split("A’\nb\nC’\n")
    edits = compare(before, after, "mojibake:lossy") + compare(["b\n"], [None], "share:b")
    made = (
        Edit(1, "A?\n", "A’\n", "mojibake:lossy"),
        Edit(3, "C?\n", "C’\n", "mojibake:lossy"),
        Edit(1, "b\n", None, "share:b"),
    )
    assert tuple(edits) == made == pickle.loads(pickle.dumps(edits))
    assert edits == made
    assert (hash(edits), repr(edits), len(edits)) == (hash(made), repr(made), 3)
    assert (edits[2], edits[-3], edits[1:]) == (made[2], made[0], made[1:])
    assert edits == Edits(*edits.batches) != made[1:]
    assert [*edits.reasons()] == [(edit.line, edit.reason) for edit in made]
    with pytest.raises(IndexError):
        edits[3]


def test_undo_walks_the_chain_of_each_line_back() -> None:
    edits = (
        Edit(1, "A?\n", "A’\n", "mojibake:lossy"),
        Edit(3, "D?nate", "Donate", "mojibake:lossy"),
        Edit(2, "Share\n", None, "share:share-this"),
        Edit(3, "Donate", None, "donation:donate"),
    )
    assert undo(Result("A’\n", edits, decoded_text(""), ())) == "A?\nShare\nD?nate"


def test_line_numbers_count_the_input() -> None:
    history = History()
    history.add(compare("wxyz", [None, "x", "y", "Z"], "a:b") + compare("wxyz", "wxYz", "a:c"))
    history.add(compare("xYZ", ["x", "Y", None], "a:d"))
    history.add(compare("xYv", ["x", None, None], "a:e"))
    assert [edit.line for edit in history.edits] == [1, 4, 3, 4, 3, 5]
    assert history.placed([Damage(2, "?")]) == [Damage(6, "?")]
