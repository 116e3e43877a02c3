"""The front door: plain file names go straight to work, anything with an option through click."""

import gc
import os
import sys

# New objects between two searches for cycles.  An article makes half as many, nearly all of which stay:
# Python's 700 would have 26 searches find nothing, 10 of the milliseconds that a damaged article takes.
SEARCH_AFTER = 50_000


def main() -> None:
    """Run the command and exit with its status."""
    gc.set_threshold(SEARCH_AFTER)
    try:
        status = _status(sys.argv[1:])
    except KeyboardInterrupt:
        status = None
    if status is None:  # only here has the exception let go of what it held, and temporary files are gone
        _interrupted()
    gc.freeze()  # at the exit Python would search all that is loaded once more: a tenth of a plain run
    sys.exit(status)


def _status(arguments: list[str]) -> int:
    from newsclean import files

    try:
        if not _is_plain(arguments):
            from newsclean.cli import main as cli

            return cli(arguments)
        from newsclean.run import run

        return run(arguments or [files.STDIN])
    except files.OutputError as error:
        return error.report()


def _is_plain(arguments: list[str]) -> bool:
    """Whether there is no option to parse, no usage to show and no shell asking for completions."""
    if not arguments:
        return sys.stdin is not None and not sys.stdin.isatty() and not os.environ.get("_NEWSCLEAN_COMPLETE")
    return not any(argument.startswith("-") for argument in arguments)


def _interrupted() -> None:
    """Die of the signal: a shell reads 130 from it, and ends the loop that called us as the user wished."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.raise_signal(signal.SIGINT)


if __name__ == "__main__":
    main()
