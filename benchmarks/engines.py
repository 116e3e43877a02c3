"""A corpus through each engine: `python -m benchmarks.engines 2>engines.log`, with the extra `engines`.

Articles of about 3 KB go from JSON Lines to JSON Lines.  Two tables are printed:

engines  documents and megabytes a second by the clock, which includes the start of processes (but not that of
         Ray); core time of a document, which other work on the machine does not blur, where it can be
         measured; the share of newsclean in the time of its workers.  Of 100 articles, 5 are reversibly and
         one is lossily damaged, 25 have a tail, 30 are German, French or Russian.
classes  for each class of articles of `benchmarks.speed`: core time of a document in a bare pipeline of
         datatrove, to JSON Lines and, as in the example of the README, to Parquet as well; and core time of
         the step of newsclean within it

Each engine runs the bare pipeline and the one with newsclean in turn, round after round.  Figures are
medians; for the classes the least of the rounds, since whatever else runs only adds to core time.
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
from collections import deque
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain, cycle
from pathlib import Path
from statistics import median
from typing import Any, NamedTuple

from benchmarks import texts
from benchmarks.channels import damage
from benchmarks.speed import LOSSY, REVERSIBLE, articles_of_size, throughput_classes

FILES = 4  # a task each: just enough to keep two workers busy, as each task costs Ray a second
COPIES = 5  # of each article of a class, so that the time to open files does not matter


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
    """Return 500 articles in the mix that the head of this file describes."""
    english = cycle(articles_of_size(texts.articles("en"), count=100))
    others = cycle(text for name in ("de", "fr", "ru") for text in articles_of_size(texts.articles(name)))
    tails, channels = cycle(texts.tails("en")), cycle(LOSSY)
    made: list[str] = []
    for number in range(500):
        text = next(others if number % 10 in {3, 7, 9} else english)
        if number % 100 == 0:
            text = damage(text, next(channels))
        elif number % 20 == 1:
            text = damage(text, REVERSIBLE)
        elif number % 4 == 2:
            text += next(tails)
        made.append(text)
    return made


def make_corpus(folder: Path, megabytes: int) -> Corpus:
    """Write a corpus of about so many megabytes into `folder`."""
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


def datatrove_steps(corpus: Path, done: Path, clean: bool, parquet: bool = False) -> list[Any]:
    """Return reader and writers and the step between them."""
    from datatrove.pipeline.readers.jsonl import JsonlReader
    from datatrove.pipeline.writers.jsonl import JsonlWriter
    from datatrove.pipeline.writers.parquet import ParquetWriter

    from newsclean.datatrove import NewsCleaner

    step = [NewsCleaner()] if clean else []
    more = [ParquetWriter(str(done / "parquet"))] if parquet else []
    return [JsonlReader(str(corpus)), *step, JsonlWriter(str(done), compression=None), *more]


def datatrove(executor: Callable[..., Any], workers: int, corpus: Path, done: Path, clean: bool) -> Run:
    """Run the steps in so many workers."""
    steps = datatrove_steps(corpus, done, clean)
    logs = done.with_name("logs")
    start, before = time.perf_counter(), time.process_time()
    executor(steps, tasks=FILES, workers=workers, logging_dir=str(logs)).run()
    clock, cores = time.perf_counter() - start, time.process_time() - before
    stats = json.loads((logs / "stats.json").read_text("utf-8"))
    shutil.rmtree(logs)
    # One worker works in this process; the others' core time is out of sight.
    return Run(clock, cores if workers == 1 else None, stats[1]["time_stats"]["total"] if clean else None)


def ray_data(corpus: Path, done: Path, clean: bool) -> Run:
    """Run the reader and the writer of Ray Data, and `clean_batch` between them."""
    import ray

    from newsclean.arrow import clean_batch

    start = time.perf_counter()
    dataset = ray.data.read_json(str(corpus), file_extensions=["jsonl"])
    if clean:
        dataset = dataset.map_batches(clean_batch, batch_format="pyarrow", zero_copy_batch=True)
    dataset.write_json(str(done))
    return Run(time.perf_counter() - start, None, None)


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
        yield "Ray Data, 2 cores", 2, ray_data


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


def measure_classes(rounds: int, folder: Path) -> Iterator[str]:
    """Yield the lines of the table of classes."""
    yield "\n| articles | to JSON Lines, µs | and to Parquet | step | step : datatrove | with Parquet |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: |"
    for name, articles in throughput_classes().items():
        bare, cleaned = core_times(articles, rounds, folder, parquet=False)
        around, both = core_times(articles, rounds, folder, parquet=True)
        yield (
            f"| {name} | {bare:,.0f} | {around:,.0f} | {cleaned - bare:,.0f} "
            f"| {cleaned / bare - 1:.2f} | {both / around - 1:.2f} |"
        )


def core_times(articles: list[bytes], rounds: int, folder: Path, parquet: bool) -> list[float]:
    """Return the least core time, in µs a document, of the bare pipeline and of that with newsclean."""
    corpus = folder / "class"
    corpus.mkdir()
    with (corpus / "0.jsonl").open("w", encoding="utf-8") as output:
        for number, text in enumerate(articles * COPIES):
            output.write(json.dumps({"id": str(number), "text": text.decode()}, ensure_ascii=False) + "\n")
    times = [
        [pipeline_time(corpus, folder / "done", clean, parquet) for clean in (False, True)]
        for _ in range(rounds + 1)
    ]
    shutil.rmtree(corpus)
    # The first round loads what the others need.
    return [min(each) / len(articles) / COPIES * 1e6 for each in zip(*times[1:], strict=True)]


def pipeline_time(corpus: Path, done: Path, clean: bool, parquet: bool) -> float:
    """Return the seconds of core time that a pipeline takes in this process, without an executor."""
    documents: Any = None
    start = time.process_time()
    for step in datatrove_steps(corpus, done, clean, parquet):
        documents = step.run(documents)
    deque(documents, maxlen=0)
    return time.process_time() - start


def _figures(corpus: Corpus, runs: list[Run], workers: int) -> str:
    clock = median(run.clock for run in runs)
    cores = [run.cores / corpus.documents * 1e6 for run in runs if run.cores is not None]
    shares = [run.cleaning / run.clock / workers for run in runs if run.cleaning is not None]
    figures = [f"{corpus.documents / clock:,.0f}", f"{corpus.megabytes / clock:.1f}"]
    figures += [f"{median(cores):,.0f}" if cores else "", f"{median(shares):.0%}" if shares else ""]
    return " | ".join(figures)


def main() -> None:
    """Build the corpus, run all engines and classes, print the tables."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--megabytes", type=int, default=20)
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        corpus = make_corpus(Path(name) / "corpus", given.megabytes)
        tables = [measure(corpus, given.rounds, Path(name))]
        if importlib.util.find_spec("datatrove"):
            tables.append(measure_classes(given.rounds, Path(name)))
        for line in chain(*tables):
            print(line, flush=True)


if __name__ == "__main__":
    main()
