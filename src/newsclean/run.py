"""Read, clean and write one input after the other, and return the exit status."""

import os
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from newsclean import files
from newsclean.edits import NewscleanError, Result, unexpected
from newsclean.files import ERROR, HTML_WINDOW, OK
from newsclean.pipeline import clean

if TYPE_CHECKING:
    from typing import Unpack

    from newsclean.pipeline import Options


class Article:
    """An input before and after cleaning: its path, the file's state when it was read, its bytes, the result.

    `stat` is None for standard input; `cleaned` is the text of `result` in UTF-8.
    """

    __slots__ = ("cleaned", "path", "raw", "result", "stat")

    def __init__(
        self, path: str, stat: os.stat_result | None, raw: bytes, result: Result, cleaned: bytes
    ) -> None:
        """Take what was read and what was made of it."""
        self.path = path
        self.stat = stat
        self.raw = raw
        self.result = result
        self.cleaned = cleaned

    @property
    def changed(self) -> bool:
        """Whether the file would differ: by an edit, or because it was not UTF-8 without a mark."""
        return self.cleaned != self.raw


def to_stdout(article: Article) -> int:
    """Write the cleaned text to standard output."""
    files.write_stdout(article.cleaned)
    return OK


def warn(article: Article) -> None:
    """Warn on standard error of damage that stays and of input that is not plain text."""
    start = article.result.decoded.text[:HTML_WINDOW]
    if article.result.unresolved or "<" in start or start.startswith("{"):
        from newsclean import report

        report.warn(article.path, article.result)


def run(
    paths: Sequence[str],
    emit: Callable[[Article], int] = to_stdout,
    remark: Callable[[Article], None] = warn,
    read: Callable[[str], tuple[bytes, os.stat_result | None]] = files.read,
    watched: bool = True,
    **options: "Unpack[Options]",
) -> int:
    """Clean each input and return the exit status; an error does not stop the others.

    `emit` writes a cleaned article and returns a status; `remark` reports on it; `read` returns the bytes of
    an input and its state (see `files.read`); `watched` allows a line of progress; `options` go to `clean`.
    Raises `files.OutputError` if the common output cannot be written.
    """
    status = OK
    for path in _with_progress(paths) if watched and len(paths) > 1 else paths:
        try:
            raw, stat = read(path)
            result = clean(raw, **options)
            article = Article(path, stat, raw, result, _utf8(result.text))
            status = max(status, emit(article))
            remark(article)
        except files.OutputError:
            raise
        except Exception as error:  # whatever it is, the other files are to be cleaned
            complain(path, error)
            status = ERROR
    return status


def _with_progress(paths: Sequence[str]) -> Iterable[str]:
    from newsclean import progress

    return progress.over(paths) if progress.is_wanted() else paths


def _utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        lone = f"U+{ord(text[error.start]):04X}"
        raise NewscleanError(f"contains a lone surrogate ({lone}), which UTF-8 cannot encode") from None


def complain(path: str, error: Exception) -> None:
    """Print what is wrong with `path`, on one line of standard error."""
    from newsclean.messages import tell

    tell(f"{files.name(path)}: {reason(error)}")


def reason(error: Exception) -> str:
    """Return what is wrong, in words for the user."""
    if isinstance(error, NewscleanError):
        return str(error)
    if isinstance(error, OSError):
        return error.strerror or str(error)
    if isinstance(error, MemoryError):
        return "does not fit into memory"
    return f"cannot be cleaned, please report it: {unexpected(error)}"
