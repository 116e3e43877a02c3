"""The options of the command."""

import sys

import click

from newsclean import __version__
from newsclean.run import run


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("paths", metavar="[FILE]...", nargs=-1)
@click.option("-e", "--encoding", help="Read the input in this encoding instead of finding it out.")
@click.option("--no-repair", is_flag=True, help="Leave broken characters.")
@click.option("--no-trim", is_flag=True, help="Leave the tail.")
@click.option("--quotes", type=click.Choice(["match", "original", "straight"]), default="match")
@click.version_option(__version__, "--version", prog_name="newsclean", message="%(prog)s %(version)s")
def main(paths: tuple[str, ...], encoding: str | None, no_repair: bool, no_trim: bool, quotes: str) -> None:
    """Clean news articles."""
    sys.exit(run(paths, encoding=encoding, repair=not no_repair, trim=not no_trim, quotes=quotes))
