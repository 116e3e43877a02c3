"""Write the prepared form of the lossy channels; run after any change to one."""

from pathlib import Path

from newsclean.mojibake.lossy.candidates import PREPARED, prepare


def main() -> None:
    """Write the prepared file beside the channels."""
    Path(PREPARED).write_text(prepare(), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
