"""Fitted weights, read from the tables beside this module."""

import os
from functools import cache
from itertools import repeat


@cache
def load_weights(name: str) -> dict[str, float]:
    """Return the weights in `NAME.tsv`, in log-odds; a row holds a weight and the names that have it."""
    with open(os.path.join(os.path.dirname(__file__), f"{name}.tsv"), "rb") as file:
        rows = file.read().decode().removesuffix("\n").split("\n")
    weights: dict[str, float] = {}
    for row in rows:
        weight, *names = row.split("\t")
        weights.update(zip(names, repeat(float(weight)), strict=False))
    return weights
