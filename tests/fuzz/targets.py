"""What must hold for any bytes at all, as functions for the fuzzer and for the cases that it found."""

import tempfile
from pathlib import Path

import newsclean
from newsclean import NewscleanError


def clean(data: bytes) -> None:
    """Clean `data` as a file; it may be refused, and nothing else may go wrong."""
    try:
        result = newsclean.clean(data)
    except NewscleanError as error:
        assert "\n" not in str(error)
        return
    assert newsclean.undo(result) == result.decoded.text
    assert newsclean.clean(result.text).text == result.text


def rules(data: bytes) -> None:
    """Load `data` as a rule file and use it; a fault is named on one line, with the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "own.toml"
        path.write_bytes(data)
        try:
            newsclean.clean("The bridge is closed.\nSupport our journalism.\n", rules=[path])
        except NewscleanError as error:
            assert "own.toml" in str(error)
            assert "\n" not in str(error)


TARGETS = {"clean": clean, "rules": rules}
