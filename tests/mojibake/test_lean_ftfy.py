"""ftfy is imported without `wcwidth`, and whoever needs that has it nevertheless."""

import subprocess
import sys

import pytest

LEAN = "import sys, newsclean.mojibake.lean_ftfy, ftfy\nassert 'wcwidth' not in sys.modules\n"


@pytest.mark.parametrize(
    ("code", "printed"),
    [
        pytest.param("print(ftfy.formatting.display_center('車', 6, '.'))", "..車..", id="by attribute"),
        pytest.param("import ftfy.formatting as f; print(f.__file__ != None)", "True", id="imported anew"),
        pytest.param("ftfy.explain_unicode('3')", "U+0033  3       [Nd] DIGIT THREE", id="in ftfy"),
        pytest.param("print(hasattr(ftfy.formatting, '__path__'))", "False", id="no package"),
    ],
)
def test_what_measures_width_comes_when_it_is_called(code: str, printed: str) -> None:
    command = [sys.executable, "-X", "utf8", "-c", LEAN + code]
    run = subprocess.run(command, capture_output=True, check=True)
    assert run.stdout.decode().strip() == printed


def test_an_ftfy_that_is_there_is_left_alone() -> None:
    code = "import ftfy\nreal = ftfy.formatting\nimport newsclean.mojibake.lean_ftfy\n"
    subprocess.run([sys.executable, "-c", f"{code}assert ftfy.formatting is real"], check=True)
