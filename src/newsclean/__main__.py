"""The front door: plain file names go straight to work, anything with an option through click."""

import gc
import os
import sys

# New objects between two searches for cycles.  A damaged article makes half as many, and nearly all of them
# stay: with Python's default of 700, 26 searches would find nothing and take 10 milliseconds.
SEARCH_AFTER = 50_000


def main() -> None:
    """Run the command and exit with its status."""
    gc.set_threshold(SEARCH_AFTER)
    try:
        status = _status(sys.argv[1:])
    except KeyboardInterrupt:
        status = None
    if status is None:  # outside of `except`: the exception is gone, and with it temporary files
        _interrupted()
    gc.freeze()  # spares the search at the exit through all that is loaded: a tenth of a plain run
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
    """Whether there is no option to parse, no usage to show, and no shell that asks for completions."""
    if not arguments:
        return sys.stdin is not None and not sys.stdin.isatty() and not os.environ.get("_NEWSCLEAN_COMPLETE")
    return not any(argument.startswith("-") for argument in arguments)


def _interrupted() -> None:
    """Die of SIGINT, as the user wished: the shell then reports 130 and ends a loop that called us."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)
    signal.raise_signal(signal.SIGINT)


if __name__ == "__main__":
    main()
