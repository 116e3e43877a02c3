"""The loop over the inputs goes on after an error."""

import errno
import os
from pathlib import Path

import pytest

from newsclean import files
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
