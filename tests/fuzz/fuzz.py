"""Search for inputs that break a promise, for a bounded time.

    pip install -e '.[fuzz]'
    python tests/fuzz/fuzz.py clean --seconds 60
    python tests/fuzz/fuzz.py rules --seconds 60

It starts from the cases in tests/fuzz/cases/TARGET/.  A find is written there as crash-HASH; mend the
defect, give the file a telling name, and keep it: the test suite runs every case.
"""

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

CASES = Path(__file__).parent / "cases"


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("target", choices=["clean", "rules"])
    parser.add_argument("--seconds", type=int, default=60, help="how long to search (default 60)")
    options = parser.parse_args()
    with atheris.instrument_imports(include=["newsclean", "ftfy"]):
        from targets import TARGETS
    cases = CASES / options.target
    with tempfile.TemporaryDirectory() as corpus:
        libfuzzer = [
            f"-max_total_time={options.seconds}",
            "-timeout=10",
            "-rss_limit_mb=2048",
            "-max_len=4096",
        ]
        atheris.Setup(
            [sys.argv[0], *libfuzzer, f"-artifact_prefix={cases}/", corpus, str(cases)],
            TARGETS[options.target],
        )
        atheris.Fuzz()


if __name__ == "__main__":
    main()
