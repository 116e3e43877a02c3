"""Index rules for the matcher: a row for each alternative, and pages of the anchors that lead to these rows.

Imported only for rules of the user's own, and to prepare the built-in ones: see `prepare`.
"""

from collections.abc import Iterable
from itertools import pairwise

from newsclean.boilerplate.fold import KEY_LENGTH, spaced, split_words
from newsclean.boilerplate.matcher import LABEL_CHARS, LABEL_KEY, PAGE_LETTERS, Matcher
from newsclean.boilerplate.pages import Pages, bind, load, number_of
from newsclean.boilerplate.prepared import ANCHORS, RULES
from newsclean.boilerplate.rules import Alternative, Rule

# A prime, since page numbers are remainders.
ANCHOR_PAGES = 16381


def load_with(own: list[Rule]) -> Matcher:
    """Return the matcher of the built-in rules and the user's own."""
    rules = load(RULES)[:]
    built_in = Pages(load(ANCHORS)[:])
    pages = map(built_in.page, range(ANCHOR_PAGES))
    both = [known + new for known, new in zip(pages, index_anchors(own, len(rules)), strict=True)]
    return Matcher(rules + rule_rows(own), Pages(bind(both)), len(rules))


def rule_rows(rules: Iterable[Rule]) -> bytes:
    """Return a row in UTF-8 for each alternative of each rule: category, id, pattern, what it needs."""
    return b"".join(_rule_row(rule, each) for rule in rules for each in rule.alternatives)


def _rule_row(rule: Rule, each: Alternative) -> bytes:
    return ("\t".join((rule.category, rule.id, each.pattern, *each.needs)) + "\n").encode()


def _key(anchor: str) -> str:
    """Return the longest key of an anchor, as the table writes it: see `matcher.Key`.

    The last word of an anchor may go on in a line, so it is left out if it has fewer letters than a key
    needs.
    """
    words = split_words(anchor)
    goes_on = not spaced(anchor).endswith(" ")
    if goes_on and len(words) > 1 and len(words[-1]) < KEY_LENGTH:
        words.pop()
        goes_on = False
    if len(words) == 1:
        return words[0][:KEY_LENGTH] if goes_on else words[0]
    return max((f"{word} {after[:KEY_LENGTH]}" for word, after in pairwise(words)), key=len)


def index_anchors(rules: Iterable[Rule], start: int = 0) -> list[bytes]:
    """Return the pages of the anchors of rules whose `rule_rows` start at `start`.

    A key has a row, in UTF-8, on the page of its first letters: the key, then for each anchor its text, where
    the row of its rule starts, and its place, all separated by tabs.
    """
    pages: list[dict[str, list[str]]] = [{} for _ in range(ANCHOR_PAGES)]
    for rule in rules:
        for each in rule.alternatives:
            for text, place, length in sorted(each.anchors):
                key = _key(text)
                mark = LABEL_KEY if 0 < length <= LABEL_CHARS else ""
                page = pages[number_of(key[:PAGE_LETTERS], ANCHOR_PAGES)]
                page.setdefault(mark + key, []).append(f"{text}\t{start}\t{place}")
            start += len(_rule_row(rule, each))
    return [
        "".join("\t".join([key, *row]) + "\n" for key, row in sorted(page.items())).encode() for page in pages
    ]
