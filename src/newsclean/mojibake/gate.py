"""The gate: a quick look at a whole article that spares intact text every stage of repair.

The gate is exact in one direction: where `may_be_damaged` says no, no stage would change a character.
It imports nothing, for an intact article should pay for no repair.
"""

# Every notation of `escapes` holds one of these; most articles hold none.
ESCAPE_LEADS = ("&", "\\", "<", "=", "%C", "%D", "%E", "%F", "%c", "%d", "%e", "%f", "u20", "u00")


def may_be_damaged(text: str) -> bool:
    """Tell whether any stage of repair might change `text`."""
    if not text.isascii() or "?" in text:
        return True
    return any(lead in text for lead in ESCAPE_LEADS) and _may_hold_escapes(text)


def _may_hold_escapes(text: str) -> bool:
    from newsclean.mojibake import escapes

    return escapes.may_hold(text)
