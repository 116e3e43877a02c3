"""What the tools that fit tables share: reading records, dividing outlets, laying out and writing tables.

`docs/refitting.md` has the schema of a record.
"""

import argparse
import gzip
import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import numpy as np
from scipy import sparse


def arguments(description: str | None) -> argparse.ArgumentParser:
    """Return a parser of the files to fit to, and of the table to write."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--write", type=Path)
    return parser


def read_records(paths: Iterable[Path]) -> list[dict[str, Any]]:
    """Return the records of gzipped JSON Lines."""
    records = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as file:
            records += [json.loads(line) for line in file]
    return records


def part(outlet: str, parts: int, salt: str = "") -> int:
    """Return which of so many parts an outlet belongs to, from 0; another `salt` divides them another way.

    It is decided by a hash, so that an outlet stays in its part when others come or go.
    """
    return int(hashlib.sha256((salt + outlet).encode()).hexdigest()[:8], 16) % parts


def design(rows: Iterable[Iterable[str]], column: Mapping[str, int]) -> sparse.csr_matrix:
    """Return a matrix with a row for each set of names and a 1 in the column of each name that has one."""
    indices, ends = [], [0]
    for names in rows:
        indices += [column[name] for name in names if name in column]
        ends.append(len(indices))
    shape = (len(ends) - 1, len(column))
    made = sparse.csr_matrix((np.ones(len(indices)), indices, ends), shape=shape)
    made.sum_duplicates()  # sorts the columns: the order of a set differs from run to run
    return made


def write_weights(path: Path, weights: Mapping[str, float], digits: int) -> None:
    """Write a row for each weight, the heaviest first: the weight with so many digits, and its names.

    Tabs separate them.  A row for each name would take twice as long to read.
    """
    names: dict[str, list[str]] = {}
    for name, weight in sorted(weights.items(), key=lambda row: (-row[1], row[0])):
        names.setdefault(f"{weight:+.{digits}f}", []).append(name)
    path.write_text("".join("\t".join([weight, *row]) + "\n" for weight, row in names.items()), "utf-8")
