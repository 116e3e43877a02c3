"""Index rules for the matcher: a row for each alternative, and pages of the anchors that lead to them.

Loaded for rules of the user's own, and to prepare the built-in ones: see `prepared`.
"""

from collections.abc import Iterable
from itertools import pairwise

from newsclean.boilerplate.fold import KEY_LENGTH, spaced, split_words
from newsclean.boilerplate.matcher import LABEL_CHARS, LABEL_KEY, PAGE_LETTERS, Matcher
from newsclean.boilerplate.prepared import ANCHORS, PAGE_BREAK, RULES, tables
from newsclean.boilerplate.rules import Alternative, Rule, built_in_files, load_rules, order


def load_with(own: list[Rule]) -> Matcher:
    """Return the matcher of the built-in rules and the user's own."""
    rules, pages = tables()
    for name, page in index_anchors(own, start=len(rules)).items():
        pages[name] = pages.get(name, b"") + page
    return Matcher(rules + rule_rows(own), pages, len(rules))


def prepare() -> dict[str, str]:
    """Return the text of each prepared file by its name; raises `NewscleanError` for a faulty rule."""
    rules = sorted(load_rules(built_in_files()), key=order)
    pages = sorted(index_anchors(rules).items())
    names = "".join(f"{name}\n" for name, _ in pages)
    return {
        RULES: rule_rows(rules).decode(),
        ANCHORS: PAGE_BREAK.join([names.encode(), *(page for _, page in pages)]).decode(),
    }


def rule_rows(rules: Iterable[Rule]) -> bytes:
    """Return a row in UTF-8 for each alternative of each rule: category, id, pattern, what it needs."""
    return b"".join(_rule_row(rule, each) for rule in rules for each in rule.alternatives)


def _rule_row(rule: Rule, each: Alternative) -> bytes:
    return ("\t".join((rule.category, rule.id, each.pattern, *each.needs)) + "\n").encode()


def _key(anchor: str) -> str:
    """Return an anchor's key as the table writes it, the longest there is: see `matcher.Key`.

    The last word of an anchor may go on in a line: with fewer letters than a key has, it is not enough.
    """
    words = split_words(anchor)
    goes_on = not spaced(anchor).endswith(" ")
    if goes_on and len(words) > 1 and len(words[-1]) < KEY_LENGTH:
        words.pop()
        goes_on = False
    if len(words) == 1:
        return words[0][:KEY_LENGTH] if goes_on else words[0]
    return max((f"{word} {after[:KEY_LENGTH]}" for word, after in pairwise(words)), key=len)


def index_anchors(rules: Iterable[Rule], start: int = 0) -> dict[str, bytes]:
    """Return pages of anchors, for rules whose `rule_rows` start at `start`.

    A page is named by the first letters of its keys, and holds in UTF-8 a line for each: the key, then for
    each anchor its text, where the row of its rule starts, and its place, all parted by tabs.
    """
    pages: dict[str, dict[str, list[str]]] = {}
    for rule in rules:
        for each in rule.alternatives:
            for text, place, length in sorted(each.anchors):
                key = _key(text)
                mark = LABEL_KEY if 0 < length <= LABEL_CHARS else ""
                page = pages.setdefault(key[:PAGE_LETTERS], {})
                page.setdefault(mark + key, []).append(f"{text}\t{start}\t{place}")
            start += len(_rule_row(rule, each))
    return {
        name: "".join("\t".join([key, *row]) + "\n" for key, row in sorted(page.items())).encode()
        for name, page in pages.items()
    }
