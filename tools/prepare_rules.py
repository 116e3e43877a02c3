"""Write the prepared form of rules, word lists and weights; run after any change to one."""

from pathlib import Path

from newsclean.boilerplate.pages import FOLDER
from newsclean.boilerplate.prepare import prepare


def main() -> None:
    """Write each table."""
    for name, table in prepare():
        (Path(FOLDER) / name).write_bytes(table)


if __name__ == "__main__":
    main()
