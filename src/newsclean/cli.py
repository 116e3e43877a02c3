"""The options of the command: their meaning, which go together, and the help."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING, Any

import click

from newsclean import __version__
from newsclean.edits import NewscleanError
from newsclean.files import STDIN, OutputError
from newsclean.messages import tell

if TYPE_CHECKING:
    from newsclean.run import Article

CATEGORIES = (  # boilerplate.CATEGORIES, which would be slow to ask
    "donation",
    "membership",
    "subscription",
    "newsletter",
    "share",
    "related",
    "comments",
    "copyright",
    "tags",
    "bio",
    "navigation",
    "advertisement",
)

HELP = """\
newsclean: from the raw file of a news article to the text that its author wrote

  newsclean article.txt            clean text on standard output
  newsclean --check raw/*.txt      which files would change?
  newsclean -o clean/ raw/*.txt    clean many files into a folder

Usage: newsclean [OPTION]... [FILE]...

With no FILE, or with -, it reads standard input.  It finds the encoding,
repairs broken characters, removes what follows the article (appeals,
newsletter forms, links to other stories) and writes UTF-8.  An intact article
passes through unchanged.
"""
USAGE = "Usage: newsclean [OPTION]... [FILE]...\nnewsclean --help shows the options."

# The sections of the help and the options in each.
SECTIONS = {
    "Output": ("--output", "--in-place", "--backup", "--check", "--json"),
    "Cleaning": ("--encoding", "--no-repair", "--no-trim", "--quotes", "--keep", "--rules"),
    "Messages": ("--verbose", "--quiet", "--version", "--help"),
}

# Options that cannot go together, and options that mean nothing without another.
EXCLUDE = (
    ("in_place", "output"),
    ("in_place", "check"),
    ("in_place", "json"),
    ("output", "check"),
    ("check", "json"),
    ("verbose", "quiet"),
)
NEED = (("backup", "in_place"),)


class Command(click.Command):
    """A command whose help begins with examples and groups the options."""

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the whole help."""
        formatter.write(HELP)
        rows = {param.opts[-1]: param.get_help_record(ctx) for param in self.get_params(ctx)}
        for title, names in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([row for name in names if (row := rows[name])])


@click.command(cls=Command, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80})
@click.argument("paths", metavar="[FILE]...", nargs=-1)
@click.option(
    "-o", "--output", metavar="OUT", help="Write to this file, or below this folder under the same names."
)
@click.option("-i", "--in-place", is_flag=True, help="Clean the files themselves.")
@click.option(
    "--backup", metavar="SUFFIX", help="With -i: keep each old file under its name and this suffix."
)
@click.option(
    "--check", is_flag=True, help="Write the names of files that would change; exit 1 if any would."
)
@click.option("--json", is_flag=True, help="Write one JSON object for each file instead of its text.")
@click.option(
    "-e", "--encoding", metavar="NAME", help="Read the files in this encoding; default: find it out."
)
@click.option("--no-repair", is_flag=True, help="Leave broken characters as they are.")
@click.option("--no-trim", is_flag=True, help="Leave what follows the article.")
@click.option(
    "--quotes",
    type=click.Choice(["match", "original", "straight"]),
    default="match",
    help="Restored quotation marks: like the intact ones around them (the default), as they once were, or "
    "all straight, the intact ones too.",
)
@click.option(
    "--keep",
    metavar="CATEGORY",
    multiple=True,
    type=click.Choice(CATEGORIES),
    help=f"Leave this part of what follows: {', '.join(CATEGORIES)}.  May be repeated.",
)
@click.option("--rules", metavar="FILE", multiple=True, help="Use these rules as well.  May be repeated.")
@click.option("-v", "--verbose", count=True, help="Tell what was done to each file.")
@click.option("-q", "--quiet", is_flag=True, help="Tell of errors only.")
@click.version_option(
    __version__, "--version", message="%(prog)s %(version)s", help="Show the version and exit."
)
def command(paths: tuple[str, ...], **given: Any) -> Callable[[], int]:
    """Check what is asked for, and return the work as a function that returns the exit status."""
    _check_options(given)
    _check_paths(paths, given)
    if not paths and sys.stdin and sys.stdin.isatty():
        click.echo(USAGE, err=True)
        return lambda: 2
    return partial(_clean, paths or (STDIN,), given)


def _check_options(given: Mapping[str, Any]) -> None:
    for one, other in EXCLUDE:
        if given[one] and given[other]:
            raise click.UsageError(f"{_option(one)} and {_option(other)} do not go together")
    for one, other in NEED:
        if given[one] is not None and not given[other]:
            raise click.UsageError(f"{_option(one)} needs {_option(other)}")
    if given["backup"] is not None and (not given["backup"] or os.sep in given["backup"]):
        raise click.UsageError("--backup needs a suffix such as .orig")


def _check_paths(paths: Sequence[str], given: Mapping[str, Any]) -> None:
    if given["in_place"] and (not paths or STDIN in paths):
        raise click.UsageError("-i cleans files, not standard input")


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")


def _clean(paths: Sequence[str], given: Mapping[str, Any]) -> int:
    """Clean articles, one a file, and return the exit status."""
    from newsclean.atomic import read_regular
    from newsclean.files import read
    from newsclean.pipeline import clean
    from newsclean.run import run

    options = {name: given[name] for name in ("encoding", "quotes", "keep", "rules")}
    options |= {"repair": not given["no_repair"], "trim": not given["no_trim"]}
    clean(b"", **options)  # what is wrong with the options is told once, not for each file
    with _sink(paths, given) as sink:
        return run(paths, sink, _remark(given), read_regular if given["in_place"] else read, **options)


@contextmanager
def _sink(paths: Sequence[str], given: Mapping[str, Any]) -> "Iterator[Callable[[Article], int]]":
    """Yield the function that takes the cleaned articles; raises `NewscleanError`."""
    from newsclean import atomic, files, sinks
    from newsclean.run import to_stdout

    output = given["output"]
    if given["in_place"]:
        yield partial(sinks.in_place, backup=given["backup"] or "")
    elif given["check"]:
        yield sinks.check
    elif given["json"] and output:
        with atomic.new_file(output) as file:
            yield partial(sinks.json, write=file.write)
    elif given["json"]:
        yield sinks.json
    elif output and _is_folder(paths, output):
        yield partial(sinks.to_files, places=files.places(paths, output))
    elif output:
        yield partial(sinks.to_files, places={paths[0]: output})
    else:
        yield to_stdout


def _is_folder(paths: Sequence[str], output: str) -> bool:
    """Tell whether the outputs go below `output`: it is a folder, or looks like one, or has to be one."""
    return os.path.isdir(output) or output.endswith(os.sep) or len(paths) > 1


def _remark(given: Mapping[str, Any]) -> "Callable[[Article], None]":
    """Return what comments on each article, as talkative as was asked for."""
    from newsclean import report
    from newsclean.run import warn

    def remark(article: "Article") -> None:
        if given["verbose"]:
            report.summarise(article.path, article.result)
        warn(article)

    return (lambda article: None) if given["quiet"] else remark


def main(arguments: Sequence[str]) -> int:
    """Parse `arguments`, do the work and return the exit status; raises `OutputError`."""
    if "_NEWSCLEAN_COMPLETE" in os.environ:
        command.main(prog_name="newsclean")  # does not return
    try:
        with command.make_context("newsclean", list(arguments)) as context:
            work: Callable[[], int] = command.invoke(context)
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.UsageError as error:
        tell(f"{error.format_message()}; newsclean --help shows the options")
        return 2
    except OSError as error:  # of writing the help
        raise OutputError(error) from error
    try:
        return work()
    except NewscleanError as error:
        tell(str(error))
        return 2
