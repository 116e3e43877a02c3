"""Marks in two bytes that were read one by one: `don¡¯t` was ’ in GBK, `don¡¦t` in Big5, `don¡Çt` in EUC-JP.

English pages of East Asian outlets have their marks in the codec of their readers, and nothing else beyond
ASCII.  EUC-KR has quotation marks and apostrophes in the places of GBK.  Nothing is lost.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from newsclean.edits import NO_EDITS, Edits, rewritten
from newsclean.lines import Lines

CODECS = ("gbk", "big5", "euc_jp", "cp932")
WIDE = "“”‘’—―…"
# The first bytes of all these marks, except one that GBK has among symbols, read in Latin-1.
FIRST_BYTES = ("¡", "\x81")
# So many marks prove a codec: a quotation, or an apostrophe within a word and another mark.  (`¡Él` is
# Spanish, but É would not stand there behind a word.)
FEWEST_PROOFS = 2


class Misread(NamedTuple):
    """What becomes of marks: the mark of each pair of characters, and an expression for all these pairs.

    `proof` finds those that stand where only a mark can: an apostrophe within a word, a quotation mark before
    or behind one.
    """

    marks: dict[str, str]
    any_mark: re.Pattern[str]
    proof: re.Pattern[str]


def repair(lines: Lines) -> tuple[Lines, Edits]:
    """Return the lines with such marks read in the codec that most of them prove, and the edits."""
    proofs = {name: _proofs(lines, misread(name).proof) for name in CODECS}
    name = max(CODECS, key=proofs.__getitem__)
    if proofs[name] < FEWEST_PROOFS:
        return lines, NO_EDITS
    marks, any_mark, _ = misread(name)
    reread = (any_mark.sub(lambda pair: marks[pair[0]], line) for line in lines)
    return rewritten(lines, reread, f"misread:{name} as latin-1")


def _proofs(lines: Iterable[str], proof: re.Pattern[str]) -> int:
    return sum(sum(1 for _ in proof.finditer(line)) for line in lines if not line.isascii())


@cache
def misread(name: str) -> Misread:
    """Return what becomes of marks that were written in a codec and read in Latin-1."""
    pairs = {mark: mark.encode(name, "ignore").decode("latin-1") for mark in WIDE}
    pairs = {mark: pair for mark, pair in pairs.items() if pair.startswith(FIRST_BYTES)}
    opening = "|".join(re.escape(pairs[mark]) for mark in "“‘")
    closing = "|".join(re.escape(pairs[mark]) for mark in "”’")
    proof = (
        rf"(?:{opening})(?<![^\W_]..)(?=[A-Za-z])|(?:{closing})(?<=[A-Za-z,.!?…]..)(?![^\W_])"
        rf"|{re.escape(pairs['’'])}(?<=[A-Za-z]..)(?=[a-z])"
    )
    any_mark = "|".join(map(re.escape, pairs.values()))
    return Misread({pair: mark for mark, pair in pairs.items()}, re.compile(any_mark), re.compile(proof))
