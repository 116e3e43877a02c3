"""Search for inputs that break a promise, for a bounded time.

    pip install -e '.[fuzz]'
    python tests/fuzz/fuzz.py clean --seconds 60

It starts from the cases in tests/fuzz/cases/TARGET/, and its mutations draw on tokens.txt.  An input that
breaks a promise is written beside the cases as crash-HASH: mend the defect, give the file a telling name, and
keep it, as the test suite runs every case.  With --corpus, inputs that reached new code stay there for the
next search.
"""

import argparse
import hashlib
import importlib
import pkgutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

HERE = Path(__file__).parent
EXTRAS = {"newsclean.arrow", "newsclean.datatrove", "newsclean.__main__"}  # need packages, or end the program


def load_targets() -> dict[str, Callable[[bytes], None]]:
    """Import all modules that the targets reach: the fuzzer does not watch those imported later."""
    with atheris.instrument_imports(include=["newsclean", "ftfy"]):
        import newsclean

        for module in pkgutil.walk_packages(newsclean.__path__, "newsclean."):
            if module.name not in EXTRAS:
                importlib.import_module(module.name)
        from targets import TARGETS
    return TARGETS


def _entry(token: str) -> str:
    """Return a line of a dictionary as libFuzzer reads it."""
    return '"' + "".join(f"\\x{byte:02x}" for byte in token.encode()) + '"\n'


def _keeping(target: Callable[[bytes], None], folder: Path) -> Callable[[bytes], None]:
    """Return `target`, which writes a find into `folder` itself.

    libFuzzer would, under the same name, but its own alarm may end the program before.
    """

    def run(data: bytes) -> None:
        try:
            target(data)
        except Exception:
            (folder / f"crash-{hashlib.sha1(data).hexdigest()}").write_bytes(data)
            raise

    return run


def main() -> None:
    targets = load_targets()
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("target", choices=list(targets))
    parser.add_argument("--seconds", type=int, default=60, help="how long to search (default 60)")
    parser.add_argument(
        "--corpus", type=Path, help="folder for inputs of interest (default: a temporary one)"
    )
    options = parser.parse_args()
    cases = HERE / "cases" / options.target
    with tempfile.TemporaryDirectory() as temporary:
        dictionary = Path(temporary) / "tokens.dict"
        dictionary.write_text("".join(map(_entry, (HERE / "tokens.txt").read_text("utf-8").splitlines())))
        corpus = options.corpus or Path(temporary) / "corpus"
        corpus.mkdir(parents=True, exist_ok=True)
        libfuzzer = [
            f"-max_total_time={options.seconds}",
            "-timeout=10",
            "-rss_limit_mb=2048",
            "-max_len=4096",
            f"-dict={dictionary}",
            f"-artifact_prefix={cases}/",
        ]
        target = _keeping(targets[options.target], cases)
        atheris.Setup([sys.argv[0], *libfuzzer, str(corpus), str(cases)], target)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
