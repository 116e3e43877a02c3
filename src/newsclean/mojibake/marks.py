"""Quotation marks and apostrophes: the style that an article uses, and its straight form."""

STRAIGHT = str.maketrans("“”„‟‘’‚‛", "\"\"\"\"''''")
TYPOGRAPHIC = "“”„‘’‚"

# What stands before a typographic mark that is part of a broken run, as ” is in â€”.
BROKEN = "€‚âÂÃ?\ufffd"


def are_straight(text: str) -> bool:
    """Tell whether the intact marks of `text` are straight: it has such, and fewer typographic ones."""
    straight = text.count('"') + text.count("'")
    if not straight:
        return False
    typographic = sum(text.count(mark) for mark in TYPOGRAPHIC)
    if typographic:
        typographic -= sum(text.count(before + mark) for before in BROKEN for mark in TYPOGRAPHIC)
    return straight > typographic


def straighten(text: str) -> str:
    """Return `text` with straight quotation marks and apostrophes, as ftfy's `uncurl_quotes` has it."""
    return text.translate(STRAIGHT)
