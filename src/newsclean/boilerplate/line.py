"""What a line says by itself: its words, the rules that it meets, and whom it addresses."""

import math
from functools import cached_property

from newsclean.boilerplate.fold import split_words, unquoted, with_speech
from newsclean.boilerplate.matcher import CREDIT, Hit, Matcher
from newsclean.boilerplate.plea import FEWEST_SOUND_WORDS, PLEA_SIGNS, log_odds, plea
from newsclean.boilerplate.shape import STOPS_WITHOUT_SPACES, ends_sentence
from newsclean.boilerplate.vocabulary import listed
from newsclean.boilerplate.weights import load_weights

# At most this many words may be a label or a button even with a full stop.
LABEL_WORDS = 2
# The categories whose rules ask the reader for something.
ASKING = frozenset({"donation", "membership", "subscription", "newsletter"})


class Line:
    """A line that is not blank, by itself; its rules are looked up when they are first asked for.

    Attributes:
        stripped: The line without white space around it.
        prose: Whether it ends a sentence.
        folded: The line in the form that rules read, quotations included (see `fold`).
        text: The same without quotations.
        words: The words of `text`.
        plea_signs: Its number of signs of a plea (see `plea`).
    """

    def __init__(self, line: str, matcher: Matcher) -> None:
        """Take the line with or without its ending."""
        self.stripped = line.strip()
        self.prose = ends_sentence(self.stripped)
        self.folded = with_speech(self.stripped)
        self.text = unquoted(self.folded)
        self.words = split_words(self.text)
        self._pleads_for, self.plea_signs = plea(self.text, self.words)
        self._matcher = matcher

    def part(self, text: str) -> "Line":
        """Return a part of the line as a line of its own."""
        return Line(text, self._matcher)

    @cached_property
    def met(self) -> list[Hit]:
        """The rules it meets, credits included."""
        return self._matcher.hits(self.text, self.words)

    @cached_property
    def hits(self) -> list[Hit]:
        """The rules it meets except credits; a plea counts as one rule."""
        ruled = [hit for hit in self.met if hit.category != CREDIT]
        return [*ruled, Hit(self._pleads_for, "plea", 0, 0)] if self.plea_signs >= PLEA_SIGNS else ruled

    @cached_property
    def asking_rules(self) -> int:
        """The number of rules it meets that ask the reader for something."""
        return sum([hit.category in ASKING for hit in self.hits])

    @cached_property
    def voice(self) -> str:
        """Whether it speaks of us or to the reader outside quotations: "we", "you", "we to you" or ""."""
        we, you = (not listed(name).isdisjoint(self.words) for name in ("we", "you"))
        return "we to you" if we and you else "we" if we else "you" if you else ""

    @cached_property
    def plea_odds(self) -> float:
        """The log-odds that it is a plea, by its words; -inf if these are too few."""
        few = len(self.words) < FEWEST_SOUND_WORDS
        return -math.inf if few else log_odds(self.words, load_weights("pleas"))

    @property
    def asks_nothing(self) -> bool:
        """Whether it asks nothing, and has neither "we" nor "you"."""
        return not (self.hits or self.plea_signs or self.voice)

    @property
    def impersonal(self) -> bool:
        """Whether it asks nothing, has neither "we" nor "you", and is more than a label."""
        quotes = self.text != self.folded
        whole = quotes or len(self.words) > LABEL_WORDS or self.stripped[-1] in STOPS_WITHOUT_SPACES
        return whole and self.asks_nothing
