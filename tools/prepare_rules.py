"""Write the prepared form of the built-in rules; run after any change to one."""

from pathlib import Path

from newsclean.boilerplate.index import prepare
from newsclean.boilerplate.prepared import FOLDER


def main() -> None:
    """Write each prepared file beside the rules."""
    for name, text in prepare().items():
        (Path(FOLDER) / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
