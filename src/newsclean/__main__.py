"""The front door: plain file names go straight to work, anything with an option through click."""

import sys


def main() -> None:
    """Run the command and exit with its status."""
    arguments = sys.argv[1:]
    if (not arguments and sys.stdin.isatty()) or any(argument.startswith("-") for argument in arguments):
        from newsclean.cli import main as cli

        cli()
    from newsclean.run import run

    sys.exit(run(arguments))


if __name__ == "__main__":
    main()
