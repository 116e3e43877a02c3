"""newsclean turns a raw news article into the article that its author wrote."""

from newsclean.edits import Damage, Decoded, Edit, NewscleanError, Result, undo
from newsclean.pipeline import clean

__version__ = "0.1.0"
__all__ = ["Damage", "Decoded", "Edit", "NewscleanError", "Result", "clean", "undo"]
