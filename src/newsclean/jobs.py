"""Do what the options of the command ask for."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Literal, TypedDict

from newsclean import atomic, colour, files, report, sinks
from newsclean.edits import NewscleanError, Quotes
from newsclean.files import ERROR, FOUND, OK
from newsclean.messages import visible
from newsclean.pipeline import clean
from newsclean.run import Article, complain, run, to_stdout, warn

if TYPE_CHECKING:
    from newsclean.pipeline import Options


class Given(TypedDict):
    """The value of every option of `cli.command`, by its parameter name."""

    diff: bool
    check: bool
    json: bool
    output: str | None
    in_place: bool
    backup: str | None
    color: Literal["auto", "always", "never"]
    jsonl: bool
    field: str | None
    report_field: str | None
    jobs: int | None
    encoding: str | None
    no_repair: bool
    no_trim: bool
    quotes: Quotes
    keep: tuple[str, ...]
    rules: tuple[str, ...]
    list_rules: bool
    verbose: int
    quiet: bool


def clean_files(paths: Sequence[str], given: Given) -> int:
    """Clean articles, one a file, and return the exit status; raises `NewscleanError` before the first."""
    options = _cleaning(given)
    if given["in_place"] or given["output"]:
        atomic.clean_up_on_signals()
    with _sink(paths, given) as sink:
        return run(
            paths,
            sink,
            _remark(given),
            atomic.read_regular if given["in_place"] else files.read,
            watched=not given["quiet"],
            **options,
        )


def clean_corpus(paths: Sequence[str], given: Given) -> int:
    """Clean JSON Lines and return the exit status; raises `NewscleanError`."""
    from newsclean import corpus

    clean_inputs = partial(
        corpus.clean_inputs,
        jobs=given["jobs"],
        verbose=given["verbose"] > 0,
        quiet=given["quiet"],
        field="text" if given["field"] is None else given["field"],
        report_field=given["report_field"],
        **_cleaning(given),
    )
    output = given["output"]
    if not output:
        return clean_inputs(paths, files.write_stdout)
    atomic.clean_up_on_signals()
    status = OK
    for path, place in _places(paths, output).items():
        try:
            files.check_readable(path)
            with atomic.new_file(place) as file:
                status = max(status, clean_inputs([path], file.write))
        except (OSError, NewscleanError) as error:
            complain(path, error)
            status = ERROR
    return status


def list_rules(given: Given) -> int:
    """Write a line for each rule: category, language, id and an example of what it finds."""
    from newsclean.boilerplate.rules import built_in_and_own

    rules = list(built_in_and_own(given["rules"]))
    width = max(len(rule.id) for rule in rules)
    for rule in rules:
        line = f"{rule.category:<13} {rule.language:<2} {rule.id:<{width}}  {rule.matches[0]}"
        files.write_stdout(visible(line).encode() + b"\n")
    return OK


def _cleaning(given: Given) -> "Options":
    """Return the keyword arguments of `clean`; raises `NewscleanError` for a faulty one."""
    options: Options = {
        "encoding": given["encoding"],
        "repair": not given["no_repair"],
        "trim": not given["no_trim"],
        "quotes": given["quotes"],
        "keep": given["keep"],
        "rules": given["rules"],
    }
    if given["encoding"] is not None or given["rules"]:
        clean(b"", **options)  # reports what is wrong with them once, not for each file
    return options


@contextmanager
def _sink(paths: Sequence[str], given: Given) -> Iterator[Callable[[Article], int]]:
    """Yield the function that writes a cleaned article where the options say; raises `NewscleanError`."""
    output = given["output"]
    if given["in_place"]:
        yield partial(sinks.in_place, backup=given["backup"] or "")
    elif given["diff"]:
        status = FOUND if given["check"] else OK
        yield partial(sinks.as_diff, colour=colour.is_wanted(given["color"], sys.stdout), status=status)
    elif given["check"]:
        yield sinks.check
    elif given["json"] and output:
        if _is_folder(output):
            raise NewscleanError(f"{output} is a folder; --json writes one file, a line for each article")
        if os.path.realpath(output) in map(os.path.realpath, paths):
            raise NewscleanError(
                f"{output} is to be cleaned, and JSON would be written over it; name another"
            )
        with atomic.new_file(output) as file:
            yield partial(sinks.as_json, write=partial(files.write_file, file, output))
            if not file.tell():
                raise NewscleanError(f"no article was read; {output} is left as it was")
    elif given["json"]:
        yield sinks.as_json
    elif output:
        yield partial(sinks.to_files, places=_places(paths, output))
    else:
        yield to_stdout


def _places(paths: Sequence[str], output: str) -> dict[str, str]:
    """Return the file to write for each input, which is below `output` if that is, or must be, a folder."""
    if _is_folder(output) or len(paths) > 1:
        return files.places(paths, output)
    return {paths[0]: output}


def _is_folder(output: str) -> bool:
    """Whether `output` is a folder, or is named like one, with a slash at its end."""
    return os.path.isdir(output) or output.endswith(os.sep)


def _remark(given: Given) -> Callable[[Article], None]:
    """Return the function that reports on each article, as far as -v and -q ask for it."""

    def remark(article: Article) -> None:
        if given["verbose"]:
            report.summarise(article.path, article.result)
        if given["verbose"] > 1:
            report.list_edits(article.path, article.result)
        warn(article)

    return (lambda article: None) if given["quiet"] else remark
