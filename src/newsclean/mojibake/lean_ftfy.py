"""ftfy, imported without `wcwidth`, which measures how wide text is on a terminal.

No repair needs that: `ftfy.formatting` is for `ftfy.explain_unicode`.  But `ftfy/__init__.py` imports it by
name, and with it a module that imports cryptography for the sake of hyperlinks: 5.5 MiB and a fifth of the
time of the whole import.  So while ftfy is imported, a module stands for `ftfy.formatting` that imports the
real one when one of its functions is called.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

__all__ = ["BADNESS_RE", "ftfy"]

FORMATTING = "ftfy.formatting"


class _StandIn(ModuleType):
    """Has every function of the real module; what is found in it can be called and nothing else."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        if name.startswith("__"):
            raise AttributeError(name)

        def called(*arguments: Any, **named: Any) -> Any:
            return getattr(import_module(FORMATTING), name)(*arguments, **named)

        return called


if "ftfy" in sys.modules:
    import ftfy
else:
    sys.modules[FORMATTING] = stand_in = _StandIn(FORMATTING)
    try:
        import ftfy
    finally:
        del sys.modules[FORMATTING]
    vars(ftfy)["formatting"] = stand_in

from ftfy.badness import BADNESS_RE  # noqa: E402  (only now)
