"""A corpus through each engine: `python -m benchmarks.engines 2>engines.log`, with the extra `engines`.

JSON Lines in, JSON Lines out, articles of about 3 KB: of 20, one is reversibly and one is lossily damaged,
five have a tail.  Each engine runs the bare pipeline, which reads the JSON and writes it, and the one with
newsclean in it, in turn, round after round.  Figures are medians: documents and megabytes a second by the
clock, starts of processes included (but that of Ray); core time of a document, which a busy machine
does not blur, where it can be told; the share of newsclean in the time of its workers.
"""

import argparse
import importlib.util
import json
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from benchmarks import texts
from benchmarks.channels import damage
from benchmarks.speed import LOSSY, REVERSIBLE, articles_of_size

FILES = 8  # a task each, more than there are workers


class Corpus(NamedTuple):
    """Where the corpus is, and how large."""

    folder: Path
    documents: int
    megabytes: float


class Run(NamedTuple):
    """Seconds: by the clock, of core time, and of `clean` by the clock, over all workers; None if unknown."""

    clock: float
    cores: float | None
    cleaning: float | None


# What is cleaned.


def mixed_articles() -> list[str]:
    """Return 200 articles with the damage and the tails that the head of this file names."""
    english = cycle(articles_of_size(texts.articles("en"), count=100))
    others = cycle(text for name in ("de", "fr", "ru") for text in articles_of_size(texts.articles(name)))
    tails, channels = cycle(texts.tails("en")), cycle(LOSSY)
    made: list[str] = []
    while len(made) < 200:
        made += [damage(next(english), REVERSIBLE), damage(next(english), next(channels))]
        made += [next(english) + next(tails) for _ in range(5)]
        made += islice(english, 7)
        made += islice(others, 6)
    return made


def make_corpus(folder: Path, megabytes: int) -> Corpus:
    """Write about so many megabytes."""
    articles = cycle(mixed_articles())
    documents = size = 0
    folder.mkdir()
    for file in range(1, FILES + 1):
        with (folder / f"{file}.jsonl").open("wb") as output:
            while size < file * megabytes * 1_000_000 / FILES:
                record = {"id": str(documents), "score": 1.0, "text": next(articles)}
                size += output.write(json.dumps(record, ensure_ascii=False).encode() + b"\n")
                documents += 1
    return Corpus(folder, documents, size / 1_000_000)


# The engines: each takes the corpus, a folder for its output, and whether to clean.


def jsonl(workers: int, corpus: Path, done: Path, clean: bool) -> Run:
    """Run the command; bare, it parses each record and does nothing to its text."""
    options = [] if clean else ["--no-repair", "--no-trim"]
    command = [sys.executable, "-m", "newsclean", "--jsonl", "-q", "-j", str(workers), *options]
    done.mkdir()
    with (done / "all.jsonl").open("wb") as output:
        start, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([*command, *sorted(map(str, corpus.iterdir()))], stdout=output, check=True)
        clock, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    return Run(clock, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, None)


def datatrove(executor: Callable[..., Any], workers: int, corpus: Path, done: Path, clean: bool) -> Run:
    """Run reader and writer, and the step between them."""
    from datatrove.pipeline.readers.jsonl import JsonlReader
    from datatrove.pipeline.writers.jsonl import JsonlWriter

    from newsclean.datatrove import NewsCleaner

    steps = [
        JsonlReader(str(corpus)),
        *([NewsCleaner()] if clean else []),
        JsonlWriter(str(done), compression=None),
    ]
    logs = done.with_name("logs")
    start, before = time.perf_counter(), time.process_time()
    executor(steps, tasks=FILES, workers=workers, logging_dir=str(logs)).run()
    clock, cores = time.perf_counter() - start, time.process_time() - before
    stats = json.loads((logs / "stats.json").read_text("utf-8"))
    shutil.rmtree(logs)
    # One worker works in this process; the others' core time is out of sight.
    return Run(clock, cores if workers == 1 else None, stats[1]["time_stats"]["total"] if clean else None)


def engines() -> Iterator[tuple[str, int, Callable[[Path, Path, bool], Run]]]:
    """Yield name and number of workers of each engine that is installed."""
    for workers in (1, 2):
        yield f"newsclean --jsonl -j {workers}", workers, partial(jsonl, workers)
    if not importlib.util.find_spec("datatrove"):
        return
    from datatrove.executor import LocalPipelineExecutor, RayPipelineExecutor

    for workers in (1, 2):
        run = partial(datatrove, LocalPipelineExecutor, workers)
        yield f"datatrove, {workers} worker{'s' * (workers > 1)}", workers, run
    if importlib.util.find_spec("ray"):
        import ray

        ray.init(num_cpus=2, log_to_driver=False)
        executor = partial(RayPipelineExecutor, mem_per_cpu_gb=0.5)
        yield "datatrove on Ray, 2 workers", 2, partial(datatrove, executor, 2)


# Measuring.


def measure(corpus: Corpus, rounds: int, folder: Path) -> Iterator[str]:
    """Yield the lines of the table."""
    yield f"{corpus.documents:,} documents, {corpus.megabytes:,.0f} MB, medians of {rounds} rounds\n"
    yield "| engine | pipeline | documents/s | MB/s | core µs a document | share of newsclean |"
    yield "| --- | --- | ---: | ---: | ---: | ---: |"
    for name, workers, run in engines():
        bare: list[Run] = []
        cleaned: list[Run] = []
        for _ in range(rounds):
            for clean, runs in ((False, bare), (True, cleaned)):
                runs.append(run(corpus.folder, folder / "done", clean))
                shutil.rmtree(folder / "done")
        yield f"| {name} | bare | {_figures(corpus, bare, workers)} |"
        yield f"| | with newsclean | {_figures(corpus, cleaned, workers)} |"


def _figures(corpus: Corpus, runs: list[Run], workers: int) -> str:
    clock = median(run.clock for run in runs)
    cores = [run.cores / corpus.documents * 1e6 for run in runs if run.cores is not None]
    shares = [run.cleaning / run.clock / workers for run in runs if run.cleaning is not None]
    figures = [f"{corpus.documents / clock:,.0f}", f"{corpus.megabytes / clock:.1f}"]
    figures += [f"{median(cores):,.0f}" if cores else "", f"{median(shares):.0%}" if shares else ""]
    return " | ".join(figures)


def main() -> None:
    """Build the corpus, run all engines, print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megabytes", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        corpus = make_corpus(Path(name) / "corpus", given.megabytes)
        for line in measure(corpus, given.rounds, Path(name)):
            print(line, flush=True)


if __name__ == "__main__":
    main()
