import pytest

from newsclean import Edit, Result, undo
from newsclean.decode import decoded_text
from newsclean.edits import Damage, History, each_line, split_lines


@pytest.mark.parametrize(
    "text", ["", "a", "a\n", "a\r\nb\rc\n", "one\x85two\u2028three\x0bfour\x1cfive\n", "\n\n"]
)
def test_lines_break_at_lf_crlf_and_cr_only(text: str) -> None:
    lines = split_lines(text)
    assert "".join(lines) == text
    bare = [line.rstrip("\r\n") for line in lines]
    assert all("\n" not in line and "\r" not in line for line in bare)
    assert [*each_line(text)][: len(bare)] == bare


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
    history.add([Edit(1, "w", None, "share:w"), Edit(4, "z", "Z", "escape:HTML")])
    history.add([Edit(3, "Z", None, "share:z")])
    history.add([Edit(2, "x", None, "share:x"), Edit(3, "y", None, "share:y")])
    assert [edit.line for edit in history.edits] == [1, 4, 4, 3, 5]
    assert history.placed([Damage(2, "?")]) == [Damage(6, "?")]
