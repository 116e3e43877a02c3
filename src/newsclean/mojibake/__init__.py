"""Repair of broken characters: which stage runs when, and what it makes of the lines."""

from newsclean.edits import Damage, Edit, compare, split_lines


def repair(text: str, quotes: str = "match") -> tuple[str, list[Edit], list[Damage]]:
    """Repair `text`; return it with the edits made and the damage that could not be decided."""
    if text.isascii() and "?" not in text and "&" not in text:
        return text, [], []
    from newsclean.mojibake import reversible

    lines = split_lines(text)
    repaired = [reversible.repair(line) for line in lines]
    return "".join(repaired), compare(lines, repaired, "mojibake:reversible"), []
