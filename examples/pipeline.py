"""The steps that all examples run, and the arguments that they share."""

import argparse
from pathlib import Path

from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.readers.jsonl import JsonlReader
from datatrove.pipeline.writers.jsonl import JsonlWriter
from datatrove.pipeline.writers.parquet import ParquetWriter

from newsclean.datatrove import NewsCleaner


def steps(raw: str, done: str) -> list[PipelineStep]:
    """Read JSON Lines below `raw`; write below `done` clean/, parquet/ and, lest it be lost, removed/."""
    return [
        JsonlReader(raw, glob_pattern="*.jsonl", add_file_path=False),
        NewsCleaner(exclusion_writer=JsonlWriter(f"{done}/removed", compression=None)),
        # gzip, the default, takes three times as long.
        JsonlWriter(f"{done}/clean", compression=None, expand_metadata=True),
        ParquetWriter(f"{done}/parquet", expand_metadata=True),
    ]


def arguments(about: str | None) -> argparse.Namespace:
    """Parse the command line: raw, done, workers; add tasks, one for each file."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("raw", help="folder with *.jsonl, an article in the field `text` of each line")
    parser.add_argument("done", help="folder for the results")
    parser.add_argument("--workers", type=int, default=2, help="tasks at the same time")
    given = parser.parse_args()
    given.tasks = len(list(Path(given.raw).glob("*.jsonl")))
    return given
