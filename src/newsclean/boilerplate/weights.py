"""Fitted weights, read from the tables beside this module."""

import os
from functools import cache


@cache
def load_weights(name: str) -> dict[str, float]:
    """Return the weights in `NAME.tsv`, in log-odds; its rows hold a weight, a tab and a name."""
    with open(os.path.join(os.path.dirname(__file__), f"{name}.tsv"), encoding="utf-8") as file:
        cells = file.read().removesuffix("\n").replace("\n", "\t").split("\t")
    return dict(zip(cells[1::2], map(float, cells[::2]), strict=True))
