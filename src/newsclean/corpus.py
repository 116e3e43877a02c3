"""The command's --jsonl: opening files, messages about records, progress."""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Any, BinaryIO

from newsclean import files, jsonl, progress
from newsclean.edits import NewscleanError
from newsclean.jsonl import Totals
from newsclean.messages import show_progress, tell
from newsclean.run import ERROR, OK

# Bad records of an input that are named: with a wrong --field all of them are bad.
MOST_NAMED = 10


def clean_inputs(
    paths: Sequence[str],
    write: Callable[[bytes], object],
    *,
    jobs: int | None,
    verbose: bool,
    quiet: bool,
    **options: Any,
) -> int:
    """Clean inputs of JSON Lines and return the exit status; an error does not stop the others.

    Raises `NewscleanError` where the only input cannot be read, and where a worker process dies.
    `jobs` is by default the number of cores; `options` go to `jsonl.clean_lines`.
    """
    missing: list[str] = []
    bad: Counter[str] = Counter()

    def complain(name: str, line: int, reason: str) -> None:
        bad[name] += 1
        if verbose or bad[name] <= MOST_NAMED:
            tell(f"{name}:{line}: {reason}")

    def fail(error: NewscleanError) -> None:
        tell(str(error))
        missing.append(str(error))

    totals = jsonl.clean_lines(
        _open_all(paths, missing),
        write,
        complain,
        jobs=jobs or _cores(),
        progress=_progress(paths) if progress.is_wanted() and not quiet else lambda totals, size: None,
        fail=fail if len(paths) > 1 else None,  # an output for one input is to be left as it was
        **options,
    )
    show_progress("")
    for name, count in bad.items():
        if count > MOST_NAMED and not verbose:
            tell(f"{name}: {count - MOST_NAMED:,} more records could not be cleaned; -v names all")
    if not quiet:
        _summarise(totals, verbose)
    return ERROR if missing or totals.bad else OK


def _open_all(paths: Sequence[str], missing: list[str]) -> Iterator[tuple[str, BinaryIO]]:
    """Yield the name and the bytes of each input; those that cannot be opened are told and noted."""
    for path in paths:
        try:
            stream = files.open_input(path)
        except OSError as error:
            tell(f"{files.name(path)}: {error.strerror}")
            missing.append(path)
            continue
        with stream:
            yield files.name(path), stream


def _cores() -> int:
    """Count the cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):  # not everywhere
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _progress(paths: Sequence[str]) -> Callable[[Totals, int], None]:
    line = progress.Progress("records")
    # What is no regular file has no size; then there is no telling how long it will take.
    sizes = [os.path.getsize(path) if os.path.isfile(path) else 0 for path in paths]
    whole = sum(sizes) if all(sizes) else 0
    return lambda totals, size: line.update(totals.records, size / whole if whole else None)


def _summarise(totals: Totals, verbose: bool) -> None:
    if verbose:
        tell(f"{totals.records:,} records, {totals.changed:,} changed, {totals.bad:,} could not be cleaned")
    if totals.unresolved:
        tell(f"broken characters remain in {totals.unresolved:,} of {totals.records:,} records")
