"""The one place that knows the order of the stages."""

from collections.abc import Collection, Sequence
from os import PathLike
from typing import Literal

from newsclean import boilerplate, mojibake
from newsclean.decode import decode, decoded_text
from newsclean.edits import Damage, Edit, History, Result, drop_mark

Quotes = Literal["match", "original", "straight"]


def clean(
    source: str | bytes,
    *,
    encoding: str | None = None,
    repair: bool = True,
    trim: bool = True,
    quotes: Quotes = "match",
    keep: Collection[str] = (),
    rules: str | PathLike[str] | Sequence[str | PathLike[str]] = (),
) -> Result:
    """Clean one article.

    `source` is the raw file as bytes, or its text.  `encoding` names a codec and skips detection.
    `repair` and `trim` switch the stages.  `quotes` says what restored quotation marks look like:
    `match` follows the article's intact marks (straight if those are straight, typographic
    otherwise), `original` gives the very character that was lost, `straight` also straightens
    intact ones.  `keep` names tail categories to leave; `rules` are paths of further rule files; one
    of either may stand alone.

    Raises TypeError for a source that is neither, and `NewscleanError`, with a message for the user, for
    bytes that are no text, an unknown or contradicted encoding, an unknown category or value of `quotes`,
    and a faulty rule file.
    """
    if not isinstance(source, str | bytes):
        raise TypeError(f"an article is str or bytes, not {type(source).__name__}")
    keep = (keep,) if isinstance(keep, str) else keep
    rules = (rules,) if isinstance(rules, str | PathLike) else rules
    mojibake.check_quotes(quotes)
    boilerplate.check(keep, rules)
    decoded = decode(source, encoding) if isinstance(source, bytes) else decoded_text(source)
    text, made = drop_mark(decoded.text)
    history = History()
    history.add(made)
    unresolved: list[Damage] = []
    cut = False
    # What is left after a cut is looked at anew, as a second call would look at it: damage in the tail, or
    # marks that were intact there, may have had a say in the repair.
    while True:
        repaired: list[Edit] = []
        if repair:
            text, repaired, unresolved = mojibake.repair(text, quotes)
            unresolved = history.placed(unresolved)
            history.add(repaired)
        # Trimming twice is trimming once, unless lines of the tail are kept.
        if not trim or (cut and not repaired and not keep):
            break
        text, made = boilerplate.trim(text, keep, rules)
        if not made:
            break
        history.add(made)
        cut = True
    return Result(text, tuple(history.edits), decoded, tuple(unresolved))
