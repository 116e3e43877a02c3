"""The options of the command: their meaning, which go together, and the help."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

import click

from newsclean import __version__
from newsclean.edits import CATEGORIES, QUOTES, NewscleanError
from newsclean.files import ERROR, STDIN, STDOUT, OutputError
from newsclean.messages import tell

if TYPE_CHECKING:
    from typing import Unpack

    from newsclean.jobs import Given

HELP = """\
newsclean: from the raw file of a news article to the text that its author wrote

  newsclean article.txt            write the clean article to standard output
  newsclean --diff article.txt     show what would change, and why
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
    "Output": ("--output", "--in-place", "--backup", "--check", "--diff", "--json", "--color"),
    "JSON Lines": ("--jsonl", "--field", "--report-field", "--jobs"),
    "Cleaning": ("--encoding", "--no-repair", "--no-trim", "--quotes", "--keep", "--rules", "--list-rules"),
    "Messages": ("--verbose", "--quiet", "--version", "--help"),
}

# Pairs of options that exclude each other, and options that need another.
EXCLUDE = (
    ("in_place", "output"),
    ("in_place", "check"),
    ("in_place", "json"),
    ("output", "check"),
    ("check", "json"),
    ("in_place", "diff"),
    ("output", "diff"),
    ("diff", "json"),
    ("verbose", "quiet"),
    *(("list_rules", other) for other in ("in_place", "output", "check", "diff", "json", "jsonl")),
    *(("jsonl", other) for other in ("in_place", "check", "diff", "json", "encoding")),
)
NEED = (("backup", "in_place"), ("field", "jsonl"), ("report_field", "jsonl"), ("jobs", "jsonl"))

# Names of standard output.  The second is a link, and the file that the shell has opened behind it must not
# be replaced: what other commands write there would be lost.
STDOUTS = (STDOUT, "/dev/stdout")

# A shell completes these with file names; whether they can be read is checked when they are opened.
PATH = click.Path(readable=False)


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
@click.argument("paths", metavar="[FILE]...", nargs=-1, type=PATH)
@click.option("-o", "--output", metavar="OUT", type=PATH, help="Write to this file, or below this folder.")
@click.option("-i", "--in-place", is_flag=True, help="Clean the files themselves.")
@click.option("--backup", metavar="SUFFIX", help="With -i: keep each old file under its name and SUFFIX.")
@click.option("--check", is_flag=True, help="Only name the files that would change; exit 1 if any would.")
@click.option("--diff", is_flag=True, help="Only show what would change, as a unified diff.")
@click.option("--json", is_flag=True, help="Write a JSON object for each file: its text and every edit.")
@click.option(
    "--color",
    type=click.Choice(["auto", "always", "never"]),
    metavar="WHEN",
    default="auto",
    help="Colour the diff: auto (on a terminal), always or never.",
)
@click.option("--jsonl", is_flag=True, help="Read and write JSON Lines, one article a line.")
@click.option("--field", metavar="NAME", help="With --jsonl: the field with the article (default: text).")
@click.option("--report-field", metavar="NAME", help="With --jsonl: write what was done into this field.")
@click.option(
    "-j",
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help="With --jsonl: processes (default: one a core).",
)
@click.option("-e", "--encoding", metavar="NAME", help="The files' encoding, instead of finding it out.")
@click.option("--no-repair", is_flag=True, help="Leave broken characters as they are.")
@click.option("--no-trim", is_flag=True, help="Leave what follows the article.")
@click.option(
    "--quotes",
    type=click.Choice(QUOTES),
    metavar="HOW",
    default="match",
    help="How to write restored quotation marks: match (as the article writes its intact ones, the "
    "default), original (as they were), or straight (and the intact ones too).",
)
@click.option(
    "--keep",
    metavar="CATEGORY",
    multiple=True,
    type=click.Choice(CATEGORIES),
    help=f"Leave this part of what follows: {', '.join(CATEGORIES)}.  May be repeated.",
)
@click.option(
    "--rules", metavar="FILE", multiple=True, type=PATH, help="Add rules of your own.  May be repeated."
)
@click.option("--list-rules", is_flag=True, help="List the rules with an example each, and exit.")
@click.option("-v", "--verbose", count=True, help="Say what was done to each file; -vv: each edit.")
@click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")
@click.version_option(
    __version__, "--version", message="%(prog)s %(version)s", help="Show the version and exit."
)
def command(paths: tuple[str, ...], **given: "Unpack[Given]") -> Callable[[], int]:
    """Check the options, and return the work as a function that returns the exit status."""
    _check_options(given)
    _check_paths(paths, given)
    if given["output"] in STDOUTS:
        given["output"] = None
    if not paths and not given["list_rules"] and sys.stdin and sys.stdin.isatty():
        return _show_usage
    from newsclean import jobs

    if given["list_rules"]:
        return partial(jobs.list_rules, given)
    if given["jsonl"]:
        return partial(jobs.clean_corpus, paths or (STDIN,), given)
    return partial(jobs.clean_files, paths or (STDIN,), given)


def _show_usage() -> int:
    click.echo(USAGE, err=True)
    return ERROR


def _check_options(given: "Given") -> None:
    values: Mapping[str, object] = given
    for one, other in EXCLUDE:
        if values[one] and values[other]:
            raise click.UsageError(f"{_option(one)} and {_option(other)} do not go together")
    for one, other in NEED:
        if values[one] is not None and not values[other]:
            raise click.UsageError(f"{_option(one)} needs {_option(other)}")
    if given["jsonl"] and given["verbose"] > 1:
        raise click.UsageError("-vv names edits of files; --report-field writes those of records into them")
    if given["no_repair"] and given["quotes"] != "match":
        raise click.UsageError("--quotes is about repair; it does not go with --no-repair")
    if given["output"] == "":
        raise click.UsageError("--output needs the name of a file or folder")
    if given["backup"] is not None and (not given["backup"] or os.sep in given["backup"]):
        raise click.UsageError("--backup needs a suffix such as .orig")


def _check_paths(paths: Sequence[str], given: "Given") -> None:
    if given["in_place"] and (not paths or STDIN in paths):
        raise click.UsageError("-i cleans files, not standard input")


def _option(name: str) -> str:
    return "--" + name.replace("_", "-")


def main(arguments: Sequence[str]) -> int:
    """Parse `arguments`, do the work and return the exit status; raises `OutputError`."""
    if os.environ.get("_NEWSCLEAN_COMPLETE"):
        command.main(prog_name="newsclean")  # does not return
    try:
        with command.make_context("newsclean", list(arguments)) as context:
            work: Callable[[], int] = command.invoke(context)
    except click.exceptions.Exit as end:  # the help or the version is written
        if sys.stdout is None:
            raise OutputError(None) from None
        return end.exit_code
    except click.UsageError as error:
        message = error.format_message().removesuffix(".")
        tell(f"{message}{' ' if message.endswith('?') else '; '}newsclean --help shows the options")
        return ERROR
    except OSError as error:  # of writing the help
        raise OutputError(error) from error
    try:
        return work()
    except (NewscleanError, MemoryError) as error:
        tell(str(error) or "the work does not fit into memory")
        return ERROR
