"""How fast it is: `python -m benchmarks.speed [throughput|start|growth]`, all three by default.

throughput  articles of about 3 KB, from bytes to bytes in one process, against every installed peer
start       a whole process that cleans one article of 3 KB
growth      one article from 1 KB to --largest bytes: time, and peak memory beyond what one of 1 KB takes,
            as a multiple of the article (Linux)

Everything measured takes its turn in each round, and processor time is counted, so that a busy machine slows
all alike and the ratios hold.  Figures are medians, with the smallest and the largest ratio of a round in
brackets.  `--plot` draws throughput and growth into docs/.
"""

import argparse
import importlib.util
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from itertools import cycle, islice
from math import log
from pathlib import Path
from statistics import median

from benchmarks import plot, texts
from benchmarks.channels import damage

DOCS = Path(__file__).parent.parent / "docs"
ARTICLE = 3_000  # bytes: what a news article has
REVERSIBLE = "utf-8 as 1252"
LOSSY = ("1252 in 1251", "1252, 9D to ?", "1252 in latin-1", "ascii ?", "1252 as utf-8")


def multiple(seconds: list[float], of: list[float]) -> str:
    """Format how many times as long one thing took as another in each round: median and spread."""
    ratios = [mine / other for mine, other in zip(seconds, of, strict=True)]
    return f"{median(ratios):.2f} [{min(ratios):.2f}-{max(ratios):.2f}]"


# What is cleaned.


def articles_of_size(source: Iterable[str], size: int = ARTICLE, count: int = 24) -> list[str]:
    """Return `count` different articles of about `size` bytes, glued together from `source`."""
    articles = list(source)
    made = []
    for start in range(count):
        parts, total = [], 0
        for part in islice(cycle(articles), start, None):
            for paragraph in part.splitlines(keepends=True):
                if total < size:
                    parts.append(paragraph)
                    total += len(paragraph.encode())
            if total >= size:
                break
        made.append("".join(parts))
    return made


def throughput_classes() -> dict[str, list[bytes]]:
    """Return the classes of articles by name."""
    english = [text for text in texts.articles("en") if not text.isascii()]
    plain = articles_of_size(text for text in texts.articles("en") if text.isascii())
    typographic = articles_of_size(english)
    tails = texts.tails("en")
    classes = {
        "ASCII": plain,
        "English": typographic,
        "French": articles_of_size(texts.articles("fr")),
        "German": articles_of_size(texts.articles("de")),
        "Russian": articles_of_size(texts.articles("ru")),
        "English with a tail": [text + tail for text, tail in zip(typographic, cycle(tails), strict=False)],
        "1 % of lines reversible": sparse(articles_of_size(english, count=48)),
        "1 in 10 lossy": [
            damage(text, LOSSY[number // 10 % len(LOSSY)]) if number % 10 == 0 else text
            for number, text in enumerate(articles_of_size(english, count=50))
        ],
        "reversible everywhere": [damage(text, REVERSIBLE) for text in typographic],
        "lossy everywhere": [
            damage(text, channel) for text, channel in zip(typographic, cycle(LOSSY), strict=False)
        ],
    }
    return {name: [text.encode() for text in made] for name, made in classes.items()}


def sparse(articles: list[str]) -> list[str]:
    """Damage every hundredth line that holds anything to damage."""
    made, count = [], 0
    for article in articles:
        lines = []
        for line in article.splitlines(keepends=True):
            count += not line.isascii()
            lines.append(damage(line, REVERSIBLE) if count % 100 == 1 and not line.isascii() else line)
        made.append("".join(lines))
    return made


# Who competes.  Each takes bytes and returns bytes; detectors read the encoding and decode.


def competitors() -> dict[str, Callable[[bytes], object]]:
    """Return newsclean, its two stages, and every peer that is installed."""
    from newsclean import clean

    found: dict[str, Callable[[bytes], object]] = {
        "newsclean": lambda data: clean(data).text.encode(),
        "repair alone": lambda data: clean(data, trim=False).text.encode(),
        "trim alone": lambda data: clean(data, repair=False).text.encode(),
    }
    for name, module, make in PEERS:
        if importlib.util.find_spec(module):
            found[name] = make()
    return found


def _ftfy() -> Callable[[bytes], object]:
    import ftfy

    return lambda data: ftfy.fix_text(data.decode()).encode()


def _plsfix() -> Callable[[bytes], object]:
    import plsfix

    return lambda data: plsfix.fix_text(data.decode()).encode()


def _clean_text() -> Callable[[bytes], object]:
    import cleantext

    return lambda data: cleantext.clean(data.decode(), lower=False, to_ascii=False).encode()


def _chardet() -> Callable[[bytes], object]:
    import chardet

    return lambda data: data.decode(chardet.detect(data)["encoding"] or "utf-8")


def _charset_normalizer() -> Callable[[bytes], object]:
    import charset_normalizer

    return lambda data: str(charset_normalizer.from_bytes(data).best())


PEERS: tuple[tuple[str, str, Callable[[], Callable[[bytes], object]]], ...] = (
    ("ftfy", "ftfy", _ftfy),
    ("plsfix", "plsfix", _plsfix),
    ("clean-text", "cleantext", _clean_text),
    ("chardet", "chardet", _chardet),
    ("charset-normalizer", "charset_normalizer", _charset_normalizer),
)


# Throughput.


def timed(work: Callable[[bytes], object], inputs: list[bytes]) -> float:
    """Return the seconds that one pass takes, passes repeated to fill a fiftieth of a second."""
    passes = 0
    start = time.process_time()
    while (spent := time.process_time() - start) < 0.02:
        for data in inputs:
            work(data)
        passes += 1
    return spent / passes


def throughput(rounds: int, only: str) -> dict[str, dict[str, float]]:
    """Print MB/s and ratios for each class; return the MB/s."""
    found = competitors()
    print("Throughput: MB/s, and how many times as fast newsclean is\n")
    rates: dict[str, dict[str, float]] = {}
    for name, inputs in throughput_classes().items():
        if only not in name:
            continue
        for work in found.values():  # caches, lazy imports
            work(inputs[0])
        size = sum(map(len, inputs)) / 1e6
        times: dict[str, list[float]] = {peer: [] for peer in found}
        for _ in range(rounds):
            for peer, work in found.items():
                times[peer].append(timed(work, inputs))
        rates[name] = {peer: size / median(seconds) for peer, seconds in times.items()}
        print(f"{name} ({len(inputs)} articles, {size * 1e3 / len(inputs):.1f} KB each)")
        for peer, seconds in times.items():
            ratio = multiple(seconds, times["newsclean"])
            print(f"  {peer:20}{rates[name][peer]:9.2f}   {ratio}", flush=True)
    return rates


# Start.


def spent(command: list[str]) -> float:
    """Run a command and return its processor seconds."""
    quiet = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, quiet, 0), (os.POSIX_SPAWN_DUP2, quiet, 1)]
    # What pip installs is compiled; a copy of the project is once it was run, unless that is switched off.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    child = os.posix_spawnp(command[0], command, environment, file_actions=actions)
    os.close(quiet)
    _, status, usage = os.wait4(child, 0)
    if status:
        raise SystemExit(f"{' '.join(command)}: exit status {os.waitstatus_to_exitcode(status)}")
    return usage.ru_utime + usage.ru_stime


def start(rounds: int, only: str) -> None:
    """Print how long whole processes take, in milliseconds and as multiples of one another."""
    python, folder = sys.executable, Path(sys.executable).parent
    newsclean, ftfy = str(folder / "newsclean"), str(folder / "ftfy")
    classes = throughput_classes()
    with tempfile.TemporaryDirectory() as made:
        intact, broken = f"{made}/intact.txt", f"{made}/broken.txt"
        Path(intact).write_bytes(classes["English"][0])
        Path(broken).write_bytes(classes["lossy everywhere"][0] + texts.tails("en")[0].encode())
        bare = [python, "-c", "pass"]
        click = [python, "-c", "import click"]
        commands = {
            "python": (bare, "python"),
            "import click": (click, "python"),
            "ftfy intact": ([ftfy, intact], "python"),
            "newsclean intact": ([newsclean, intact], "python"),
            "newsclean intact ": ([newsclean, intact], "ftfy intact"),  # the space makes it another key
            "newsclean -e utf-8": ([newsclean, "-e", "utf-8", intact], "import click"),
            "newsclean --version": ([newsclean, "--version"], "import click"),
            "newsclean broken": ([newsclean, broken], "ftfy intact"),
        }
        wanted = {name for name in commands if only in name}
        for _ in range(2):  # what they are compared with, and what that is compared with
            wanted |= {commands[name][1] for name in wanted}
        commands = {name: pair for name, pair in commands.items() if name in wanted}
        times: dict[str, list[float]] = {name: [] for name in commands}
        for command, _ in commands.values():
            spent(command)
        for _ in range(rounds):
            for name, (command, _) in commands.items():
                times[name].append(spent(command))
    print("Start: milliseconds of processor time, and as a multiple\n")
    for name, (_, against) in commands.items():
        ratio = multiple(times[name], times[against])
        print(f"  {name:20}{1e3 * median(times[name]):7.1f}   {ratio} x {against}")


# Growth.


def _repeated(unit: str) -> Callable[[int], str]:
    return lambda size: unit * (size // len(unit.encode()) + 1)


def growth_shapes() -> dict[str, Callable[[int], str]]:
    """Return, by name, what makes an article of about so many bytes."""
    english = "".join(text for text in texts.articles("en") if not text.isascii())
    return {
        "intact": _repeated(english),
        "one line": _repeated(english.replace("\n", " ")),
        "reversible": _repeated(damage(english, REVERSIBLE)),
        "reversible, one line": _repeated(damage(english, REVERSIBLE).replace("\n", " ")),
        "twice, one line": _repeated(damage(damage(english, REVERSIBLE), REVERSIBLE).replace("\n", " ")),
        "lossy": _repeated(damage(english, LOSSY[0])),
        "lossy, one line": _repeated(damage(english, LOSSY[0]).replace("\n", " ")),
        "lossy, two stages": _repeated(damage(english, LOSSY[1])),
        "no marks": _repeated(damage(english, LOSSY[3])),
        "boilerplate": _repeated("".join(texts.tails("en"))),
        "question marks": _repeated("?"),
    }


# The peak of the process itself: `ru_maxrss` starts with that of the parent, which holds the article thrice.
ONE = """
import sys, time
from newsclean import clean
data = open(sys.argv[1], "rb").read()
clean(data[:1000].decode(errors="ignore"))
start = time.process_time()
clean(data)
seconds = time.process_time() - start
peak = next(line for line in open("/proc/self/status") if line.startswith("VmHWM:")).split()[1]
print(seconds, peak, file=open(sys.argv[1] + ".cost", "w"))
"""


def growth(largest: int, only: str) -> dict[str, list[tuple[float, float]]]:
    """Print seconds and memory for each shape and size; return the seconds."""
    print("Growth: seconds for one article, slope on logarithmic axes, peak memory / article\n")
    curves: dict[str, list[tuple[float, float]]] = {}
    for name, make in growth_shapes().items():
        if only not in name:
            continue
        curve, memory, size = [], 0.0, 1_000
        least = _one(make(size).encode())[1]  # what any such article takes: the interpreter, modules, tables
        while size <= largest:
            data = make(size).encode()
            seconds, peak = _one(data)
            curve.append((float(len(data)), seconds))
            memory = (peak - least) / len(data)
            size *= 10
        curves[name] = curve
        print(f"  {name:22}" + " ".join(f"{seconds:9.4f}" for _, seconds in curve), end="")
        print(f"   slope {slope(curve[2:] or curve):.2f}   memory {memory:.1f} x", flush=True)
    return curves


def _one(data: bytes) -> tuple[float, int]:
    """Clean one article in a process of its own; return its seconds and the process's peak memory."""
    with tempfile.TemporaryDirectory() as made:
        path = Path(made) / "article"
        path.write_bytes(data)
        spent([sys.executable, "-c", ONE, str(path)])
        seconds, peak = path.with_suffix(".cost").read_text().split()
        return float(seconds), int(peak) * 1024


def slope(curve: list[tuple[float, float]]) -> float:
    """Return the slope of the straight line through the logarithms, by least squares."""
    points = [(log(size), log(seconds)) for size, seconds in curve]
    across = sum(x for x, _ in points) / len(points)
    up = sum(y for _, y in points) / len(points)
    spread = sum((x - across) ** 2 for x, _ in points)
    return sum((x - across) * (y - up) for x, y in points) / spread if spread else 0.0


def main() -> None:
    """Run the parts asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parts = ("throughput", "start", "growth")
    parser.add_argument("parts", nargs="*", metavar="PART", help="throughput, start or growth")
    parser.add_argument("--rounds", type=int, default=9, help="rounds of throughput and start (default 9)")
    parser.add_argument("--largest", type=float, default=1e6, help="bytes of the largest article (1e6)")
    parser.add_argument("--only", default="", help="rows whose name contains this")
    parser.add_argument("--plot", action="store_true", help="draw docs/throughput.svg and docs/growth.svg")
    options = parser.parse_args()
    for part in options.parts or parts:
        if part == "start":
            start(options.rounds, options.only)
        elif part == "throughput":
            rates = throughput(options.rounds, options.only)
            if options.plot:
                (DOCS / "throughput.svg").write_text(plot.bars(rates, "MB/s"), encoding="utf-8")
        elif part == "growth":
            curves = growth(int(options.largest), options.only)
            if options.plot:
                (DOCS / "growth.svg").write_text(
                    plot.curves(curves, "bytes of one article", "seconds"), encoding="utf-8"
                )
        else:
            parser.error(f"no part is called {part!r}; there are {', '.join(parts)}")
        print()


if __name__ == "__main__":
    main()
