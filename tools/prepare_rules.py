"""Write the prepared form of the built-in rules; run after any change to one."""

from pathlib import Path

from newsclean.boilerplate.prepared import FOLDER, prepare
from newsclean.boilerplate.rules import list_rules


def main() -> None:
    """Write each prepared file beside the rules."""
    for name, text in prepare(list(list_rules())).items():
        (Path(FOLDER) / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
