"""The one place that knows the order of the stages."""

from collections.abc import Collection, Sequence
from os import PathLike
from typing import TYPE_CHECKING, TypedDict

from newsclean import boilerplate, mojibake
from newsclean.decode import decode, decoded_text
from newsclean.edits import (
    NO_EDITS,
    Damage,
    Decoded,
    History,
    NewscleanError,
    Quotes,
    Result,
    drop_byte_order_marks,
)
from newsclean.lines import Lines

if TYPE_CHECKING:  # making the class would take a thousandth of a start

    class Options(TypedDict, total=False):
        """The options of `clean`, for what calls it."""

        encoding: str | None
        repair: bool
        trim: bool
        quotes: Quotes
        keep: Collection[str]
        rules: str | PathLike[str] | Sequence[str | PathLike[str]]


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
    intact ones.  `keep` names tail categories to leave; `rules` are paths of further rule files.
    A single name or path may be given instead of a collection.

    Raises TypeError for a source that is neither, and `NewscleanError`, with a message for the user, for
    bytes that are no text, an unknown or contradicted encoding, an encoding of what is text already, an
    unknown category or value of `quotes`, and a faulty rule file.
    """
    keep = (keep,) if isinstance(keep, str) else keep
    if rules != () and isinstance(rules, str | PathLike):  # a protocol, which is slow to ask
        rules = (rules,)
    mojibake.check_quotes(quotes)
    boilerplate.check(keep, rules)
    decoded = _decoded(source, encoding)
    text, made = drop_byte_order_marks(decoded.text)
    history = History()
    history.add(made)
    raw = source if decoded.how == "utf-8" and isinstance(source, bytes) else None
    options: Options = {"repair": repair, "trim": trim, "quotes": quotes, "keep": keep}
    text, unresolved = _stages(text, raw, history, options, rules)
    return Result(text, history.edits, decoded, tuple(unresolved))


def _decoded(source: str | bytes, encoding: str | None) -> Decoded:
    if isinstance(source, bytes):
        return decode(source, encoding)
    if not isinstance(source, str):
        raise TypeError(f"an article is str or bytes, not {type(source).__name__}")
    if encoding is not None:
        raise NewscleanError("an encoding is for bytes, and this article is text already")
    return decoded_text(source)


def _stages(
    text: str,
    raw: bytes | None,
    history: History,
    options: "Options",
    rules: Sequence[str | PathLike[str]],
) -> tuple[str, list[Damage]]:
    """Return `text` repaired and trimmed, and the damage that stays; the edits go to `history`.

    `raw` is the text in UTF-8, if that is what it was decoded from, so that the gate need not encode it
    again.  After a cut the rest is repaired once more, as a second call would do: damage or intact marks in
    the tail may have influenced the first repair.
    """
    unresolved: list[Damage] = []
    cut = False
    while True:
        repaired = NO_EDITS
        if options["repair"]:
            text, repaired, found = mojibake.repair(text, options["quotes"], raw)
            found = history.placed(found)
            history.add(repaired)
            # After a cut too little may be left for the second repair to recognise the same damage.
            standing = history.standing(unresolved, Lines.split(text)) if unresolved else []
            unresolved = sorted({*standing, *found})
        # Trimming twice is trimming once, unless lines of the tail are kept.
        if not options["trim"] or (cut and not repaired and not options["keep"]):
            return text, unresolved
        text, made = boilerplate.trim(text, options["keep"], rules)
        if not made:
            return text, unresolved
        history.add(made)
        cut, raw = True, None
