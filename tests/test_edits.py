import pickle

import pytest

from newsclean import Edit, Result, undo
from newsclean.decode import decoded_text
from newsclean.edits import Damage, Edits, History, compare
from newsclean.lines import Lines


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
    # Of the first four lines the first goes, and the last two are rewritten; then the last goes, and then the
    # two that stand behind x: the third and the fifth of the input.
    history.add(compare("wxyz", [None, "x", "y", "Z"], "a:b") + compare("wxyz", "wxYz", "a:c"))
    history.add(compare("xYZ", ["x", "Y", None], "a:d"))
    history.add(compare("xYv", ["x", None, None], "a:e"))
    assert [edit.line for edit in history.edits] == [1, 4, 3, 4, 3, 5]
    assert history.placed([Damage(2, "?")]) == [Damage(6, "?")]
