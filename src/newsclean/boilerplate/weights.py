"""Fitted weights, read from the tables beside this module."""

import os
from functools import cache


@cache
def load_weights(name: str) -> dict[str, float]:
    """Return the weights of the table `NAME.tsv`, whose rows are a weight in log-odds and what has it."""
    with open(os.path.join(os.path.dirname(__file__), f"{name}.tsv"), encoding="utf-8") as file:
        cells = file.read().removesuffix("\n").replace("\n", "\t").split("\t")
    return dict(zip(cells[1::2], map(float, cells[::2]), strict=True))
