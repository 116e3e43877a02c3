"""The command's --jsonl: opening files, messages about records, progress."""

import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO

from newsclean import files, jsonl, progress
from newsclean.edits import NewscleanError
from newsclean.files import ERROR, OK
from newsclean.jsonl import Totals
from newsclean.messages import show_progress, tell

if TYPE_CHECKING:
    from typing import Unpack

    from newsclean.pipeline import Options

# The most bad records of an input that are named: with a wrong --field all are bad.
MOST_NAMED = 10


def clean_inputs(
    paths: Sequence[str],
    write: Callable[[bytes], object],
    *,
    jobs: int | None,
    verbose: bool,
    quiet: bool,
    field: str = "text",
    report_field: str | None = None,
    **options: "Unpack[Options]",
) -> int:
    """Clean inputs of JSON Lines and return the exit status; an error does not stop the others.

    Raises `NewscleanError` where the only input cannot be read, and where a worker process dies.
    `jobs` is by default the number of cores; `field`, `report_field` and `options` are as in
    `jsonl.clean_lines`.
    """
    faults = _Faults(names_all=verbose)
    totals = jsonl.clean_lines(
        _open_all(paths, faults),
        write,
        faults.of_record,
        jobs=jobs or _cores(),
        progress=_progress(paths) if progress.is_wanted() and not quiet else lambda totals, size: None,
        fail=faults.of_input if len(paths) > 1 else None,  # an output for one input is to be left as it was
        field=field,
        report_field=report_field,
        **options,
    )
    show_progress("")
    faults.count_rest()
    if not quiet:
        _summarise(totals, verbose)
    return ERROR if faults.inputs or totals.bad else OK


class _Faults:
    """Prints what is wrong with inputs and records: of each input the first MOST_NAMED records, or all."""

    def __init__(self, names_all: bool) -> None:
        self._names_all = names_all
        self._records: Counter[str] = Counter()  # bad ones, by the name of their input
        self.inputs = 0  # that could not be opened or read to their end

    def of_record(self, name: str, line: int, reason: str) -> None:
        self._records[name] += 1
        if self._names_all or self._records[name] <= MOST_NAMED:
            tell(f"{name}:{line}: {reason}")

    def of_input(self, error: Exception) -> None:
        self.inputs += 1
        tell(str(error))

    def count_rest(self) -> None:
        """Print how many bad records were not named."""
        for name, count in self._records.items():
            if count > MOST_NAMED and not self._names_all:
                tell(f"{name}: {count - MOST_NAMED:,} more records could not be cleaned; -v names all")


def _open_all(paths: Sequence[str], faults: _Faults) -> Iterator[tuple[str, BinaryIO]]:
    """Yield the name and the stream of bytes of each input that can be opened."""
    for path in paths:
        try:
            stream = files.open_input(path)
        except OSError as error:
            faults.of_input(NewscleanError(f"{files.name(path)}: {error.strerror}"))
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
    # Only regular files have a size; without it nobody knows how long the rest will take.
    sizes = [os.path.getsize(path) if os.path.isfile(path) else 0 for path in paths]
    whole = sum(sizes) if all(sizes) else 0
    return lambda totals, size: line.update(totals.records, size / whole if whole else None)


def _summarise(totals: Totals, verbose: bool) -> None:
    if verbose:
        tell(f"{totals.records:,} records, {totals.changed:,} changed, {totals.bad:,} could not be cleaned")
    if totals.unresolved:
        tell(f"broken characters remain in {totals.unresolved:,} of {totals.records:,} records")
