"""newsclean turns a raw news article into the article that its author wrote."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsclean.edits import Damage, Decoded, Edit, NewscleanError, Result, undo
    from newsclean.pipeline import clean

__version__ = "0.1.0"
__all__ = ["Damage", "Decoded", "Edit", "NewscleanError", "Result", "clean", "undo"]


def __getattr__(name: str) -> object:
    """Load a public name when it is first asked for: the command starts without those it does not need."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    value: object = getattr(
        import_module("newsclean.pipeline" if name == "clean" else "newsclean.edits"), name
    )
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """Name what can be asked for, loaded or not."""
    return sorted({*globals(), *__all__})
