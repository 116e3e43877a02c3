"""What is seen of a mark's place."""

import pytest

from newsclean.mojibake.lossy.runs.places import beginning, left_side, right_side

LINE = "“We don’t know,” she said – the ferry’s crew left in the ’90s."


@pytest.mark.parametrize(
    ("mark", "left", "right"),
    [("“", "^", "A"), ("’", "a", "a"), ("”", ",", "_a"), ("–", "_a", "_a")],
)
def test_neighbours_are_named_by_class(mark: str, left: str, right: str) -> None:
    at = LINE.index(mark)
    assert (left_side(LINE, at).kind, right_side(LINE, at + 1).kind) == (left, right)


@pytest.mark.parametrize(
    ("line", "begun"),
    [
        ("It is late", "^"),
        ("So how did it end", "^?"),
        ("He left. Why did he go", ".?"),
        ("“It is late.” It was dark", "."),
        ("Why? He went", "."),
        ("“Isn’t it late", '"?'),
        ("He asked ?why it is late", '"?'),
        ("Dijo: ¿cu?ndo llega", '"?'),
        ("The ferry (when it runs", ":?"),
        ("“It sank. If nobody knows, how do we find it", ".?"),
    ],
)
def test_a_sentence_is_known_by_where_it_began_and_whether_it_asks(line: str, begun: str) -> None:
    assert beginning(line, len(line)) == begun
