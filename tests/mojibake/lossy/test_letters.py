"""The file of letters is well formed."""

import re
from importlib.resources import files

import pytest

CONTEXTS = (files("newsclean.mojibake.lossy") / "letters.txt").read_text("utf-8")


@pytest.mark.parametrize(
    "section", re.split(r"^\[", CONTEXTS, flags=re.MULTILINE)[1:], ids=lambda text: text[:2]
)
def test_every_section_of_letters_is_well_formed(section: str) -> None:
    language, *lines = section.splitlines()
    assert re.fullmatch(r"[a-z]{2}\]", language)
    names = [line.split("\t")[0] for line in lines]
    assert names == sorted({*names})
    assert "_" in names
    for name, *contexts in [line.split("\t") for line in lines]:
        assert contexts == sorted(contexts, key=lambda context: context.split(" ")[0])
        for context in contexts:
            assert re.fullmatch(r"\^?[a-zΐ-џא-תґ?]{0,4}_[a-zΐ-џא-תґ?]{0,4}\$? ([^\W\d_]\d\d)+", context)
            left, _, right = context.split(" ")[0].partition("_")
            assert f"{left[-1:]}_{right[:1]}" == name
        assert len(contexts) == 1 or len(name) == 3  # one with no letter behind it has a line of its own
