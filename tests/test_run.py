"""The loop over the inputs goes on after an error."""

import errno
import os
import re
from pathlib import Path

import pytest

from newsclean import clean, files
from newsclean import run as room
from newsclean.edits import Result
from newsclean.run import run


def test_an_unreadable_file_is_named_and_the_others_are_done(
    tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("The council met on Monday.\n", "utf-8")

    def read(path: str) -> tuple[bytes, os.stat_result | None]:
        if path == "locked.txt":  # a mode would not stop root, as whom tests may run
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
        return files.read(path)

    assert run(["locked.txt", str(article)], read=read) == 2
    out, err = capfdbinary.readouterr()
    assert out == b"The council met on Monday.\n"
    assert err == b"newsclean: locked.txt: Permission denied\n"


@pytest.mark.parametrize(
    ("fault", "message"),
    [
        (
            LookupError("no luck\n\x1b[2J"),
            "cannot be cleaned, please report it: LookupError: no luck\\n\\x1b[2J",
        ),
        (MemoryError(), "does not fit into memory"),
        (RecursionError("too deep"), "cannot be cleaned, please report it: RecursionError: too deep"),
    ],
)
def test_whatever_goes_wrong_with_an_article_stops_no_other(
    tmp_path: Path,
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
    fault: Exception,
    message: str,
) -> None:
    def clean_or_fail(raw: bytes) -> Result:
        if raw == b"bad luck":
            raise fault
        return clean(raw)

    monkeypatch.setattr(room, "clean", clean_or_fail)
    (tmp_path / "bad").write_bytes(b"bad luck")
    (tmp_path / "good").write_bytes(b"The council met on Monday.\n")
    assert run([str(tmp_path / "bad"), str(tmp_path / "good")]) == 2
    out, err = capfdbinary.readouterr()
    assert out == b"The council met on Monday.\n"
    said = err.decode().removeprefix(f"newsclean: {tmp_path}/bad: ").removesuffix("\n")
    # An error that nobody foresaw is reported with its line of code.
    assert re.sub(r" \(test_run\.py:\d+\)$", "", said) == message
    assert ("report" in message) == (said != message)
