"""What a line by itself counts as: a heading, a plea, news or a credit; and its least log-odds."""

import math
from functools import cached_property

from newsclean.boilerplate.line import ASKING, Line
from newsclean.boilerplate.matcher import CREDIT, Matcher
from newsclean.boilerplate.news import reports
from newsclean.boilerplate.plea import PLEA_SIGNS, SURE_SIGNS, shown
from newsclean.boilerplate.shape import (
    DASHES,
    LONG_CHARS,
    MIDDLE_CHARS,
    SHORT_CHARS,
    case_of,
    first_of,
    form_of,
    opens_sentence,
)
from newsclean.boilerplate.weights import Weights

# A line is a heading, as "Related stories" is, if a rule covers more than WHOLE_SHARE of it and it has fewer
# than HEADING_CHARS characters.
WHOLE_SHARE, HEADING_CHARS = 0.6, 80

# The least log-odds of a line by the rules that it meets.  (In brackets: how many lines of tails and of
# articles in the labelled corpus do so.)  AGREED_ODDS: it meets three rules of one kind (800 and none).
# AGREED_BRIEFLY_ODDS: it has at most MIDDLE_CHARS and meets two of one kind (2,000 and 10), or one that asks
# the reader for something while the line speaks of us or to you (230 and none).  MET_ODDS: it has at most
# MIDDLE_CHARS and meets one that asks (1,400 and 9), or a rule of PLAIN_CATEGORIES covers it (3,300 and 17),
# or it is another notice, see `_is_notice` (250 and 2).  All odds are lower than the counts suggest, because
# the rules were written with these tails in view.
AGREED_ODDS, AGREED_BRIEFLY_ODDS, MET_ODDS = 6.0, 4.0, 2.5
PLAIN_CATEGORIES = frozenset({"share", "comments", "copyright", "navigation"})
NOTICES = frozenset({"share", "copyright"})


class Reading(Line):
    """A line by itself, and what it counts as.

    Attributes:
        weighed: The weights last used, and the log-odds by them of what is observed on the line by itself.
    """

    def __init__(self, line: str, matcher: Matcher) -> None:
        """Take the line with or without its ending."""
        super().__init__(line, matcher)
        self.weighed: tuple[Weights, float] | None = None

    @property
    def meets_own_rule(self) -> bool:
        """Whether it meets a rule of the user's own that makes it tail."""
        return any(hit.id in self._matcher.own_ids for hit in self.hits)

    @cached_property
    def heading(self) -> str:
        """The category of a rule that covers most of the line, or "" if it is no heading."""
        size = len(self.text)
        if size >= HEADING_CHARS or self.reported:
            return ""
        return next((hit.category for hit in self.hits if hit.end - hit.start > WHOLE_SHARE * size), "")

    @cached_property
    def kind(self) -> str:
        """Its class: "rule", or its length and end as `form_of` names them."""
        return "rule" if self.hits else form_of(len(self.stripped), self.prose)

    @cached_property
    def least_odds(self) -> float:
        """The least log-odds by the rules it meets, even in a language of which few lines were fitted."""
        kinds = ["asking" if hit.category in ASKING else hit.category for hit in self.hits]
        agreeing = max(map(kinds.count, kinds), default=0)
        if agreeing > 2 or self.plea_signs >= SURE_SIGNS:
            return AGREED_ODDS
        if self.plea_signs >= PLEA_SIGNS:
            return AGREED_BRIEFLY_ODDS
        if len(self.stripped) > MIDDLE_CHARS:
            return -math.inf
        if agreeing == 2 or (self.asking_rules and self.voice):
            return AGREED_BRIEFLY_ODDS
        return (
            MET_ODDS
            if self.asking_rules or self.heading in PLAIN_CATEGORIES or self._is_notice
            else -math.inf
        )

    @property
    def _is_notice(self) -> bool:
        """Whether it meets a rule as a notice does.

        Either it meets a rule of NOTICES, and is no sentence or opens a sentence with the match; or it opens
        with an advertisement; or it speaks of us and meets a rule of comments, among which are those on ways
        to reach an outlet.
        """
        reaches = self.voice.startswith("we")
        for hit in self.hits:
            if hit.category in NOTICES and (not self.prose or opens_sentence(self.text, hit.start)):
                return True
            if hit.category == "comments" and reaches:
                return True
            if hit.category == "advertisement" and not hit.start:
                return True
        return False

    @cached_property
    def is_plea(self) -> bool:
        """Whether it asks the reader for something, says little else, and is no news."""
        asks_most = 2 * self.asking_rules >= len(self.hits) > 0
        return asks_most and not self.reported

    @property
    def speaks_of_press(self) -> bool:
        """Whether it speaks of journalism."""
        return "press" in shown(self.text, self.words)

    @cached_property
    def reported(self) -> bool:
        """Whether it is news that meets rules (see `reports`)."""
        return reports(self)

    @property
    def plain_sentence(self) -> bool:
        """Whether it is a whole, impersonal sentence of at most LONG_CHARS."""
        text = self.stripped
        if not self.prose or len(text) > LONG_CHARS:
            return False
        opens = first_of(text) in ("upper", "letter", "quote")
        return opens and case_of(text) in ("", "mixed", "plain") and self.impersonal

    @property
    def credit(self) -> bool:
        """Whether it is a credit, a correction, a source note or a signature."""
        return self.signature or any(hit.category == CREDIT for hit in self.met)

    @property
    def signature(self) -> bool:
        """Whether it is a signature: a dash, then initials or a source.

        An appeal may follow a dash as well, but it meets a rule.  In the labelled corpus no tail opens with a
        signature, and eight articles in a thousand end with one.
        """
        dashed = self.stripped[0] in DASHES and 1 < len(self.stripped) <= SHORT_CHARS
        return dashed and not (self.prose or self.hits or self.plea_signs)
