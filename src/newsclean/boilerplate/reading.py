"""What a line says by itself: the rules that it meets, whom it addresses, and whether it reports or asks."""

import math
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from newsclean.boilerplate.fold import split_words, unquoted, with_speech
from newsclean.boilerplate.matcher import CREDIT, Hit, Matcher
from newsclean.boilerplate.plea import FEWEST_SOUND_WORDS, PLEA_SIGNS, SURE_SIGNS, log_odds, plea, shown
from newsclean.boilerplate.shape import (
    DASHES,
    LONG_CHARS,
    MIDDLE_CHARS,
    SHORT_CHARS,
    STOPS_WITHOUT_SPACES,
    behind_sentence,
    case_of,
    ends_sentence,
    first_of,
    form_of,
    name_at_start,
    opens_sentence,
    sentences,
    series_of,
    stands_behind_name,
)
from newsclean.boilerplate.vocabulary import listed
from newsclean.boilerplate.weights import Weights, load_weights

# At most this many words may be a label or a button even with a full stop.
LABEL_WORDS = 2
# A last clause that says where a sentence stood ("the banner read") has at most this many words.
INSCRIBED_WORDS = 6
# At least this many sentences in a row behind names (`Aries: Give up. Leo: Give in.`) are a list.
FEWEST_ITEMS = 3
# A label that introduces a biography ("About the author:") has at most this many words.
LABEL_OF_WRITER_WORDS = 4
# Shorter words, in characters, say little of what a sentence is about.
TELLING_CHARS = 5
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
# A sentence whose words have less than these log-odds sounds nothing like a plea.
NEWS_ODDS = -3.0
_ASKING = frozenset({"donation", "membership", "subscription", "newsletter"})
_REPORTABLE = _ASKING | {"share"}
_QUOTABLE = _REPORTABLE | {"navigation"}  # an app is asked for in the words of a menu
# Signs of a plea (see `plea`) that a call to a demonstration or the like does not show.
_OF_OUTLETS = frozenset({"press", "mail", "sum", "means", "pay", "offer", "gratis", "leave", "read"})


class Reading:
    """A line that is not blank, by itself; its rules are looked up when they are first asked for.

    Attributes:
        stripped: The line without white space around it.
        prose: Whether it ends a sentence.
        folded: The line in the form that rules read, quotations included (see `fold`).
        text: The same without quotations.
        words: The words of `text`.
        plea_signs: Its number of signs of a plea (see `plea`).
        weighed: The weights last used, and the log-odds by them of what is observed on the line by itself.
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
        self.weighed: tuple[Weights, float] | None = None

    @cached_property
    def _met(self) -> list[Hit]:
        """The rules it meets, credits included."""
        return self._matcher.hits(self.text, self.words)

    @cached_property
    def hits(self) -> list[Hit]:
        """The rules it meets except credits; a plea counts as one rule."""
        ruled = [hit for hit in self._met if hit.category != CREDIT]
        return [*ruled, Hit(self._pleads_for, "plea", 0, 0)] if self.plea_signs >= PLEA_SIGNS else ruled

    @cached_property
    def asking_rules(self) -> int:
        """The number of rules it meets that ask the reader for something."""
        return sum([hit.category in _ASKING for hit in self.hits])

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
        kinds = ["asking" if hit.category in _ASKING else hit.category for hit in self.hits]
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

    # --- Does it ask? --------------------------------------------------------------------------------

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

    @cached_property
    def is_plea(self) -> bool:
        """Whether it asks the reader for something, says little else, and is no news."""
        asks_most = 2 * self.asking_rules >= len(self.hits) > 0
        return asks_most and not self.reported

    @property
    def speaks_of_press(self) -> bool:
        """Whether it speaks of journalism."""
        return "press" in shown(self.text, self.words)

    # --- Does it report? -----------------------------------------------------------------------------

    @property
    def impersonal(self) -> bool:
        """Whether it asks nothing, has neither "we" nor "you", and is more than a label."""
        quotes = self.text != self.folded
        whole = quotes or len(self.words) > LABEL_WORDS or self.stripped[-1] in STOPS_WITHOUT_SPACES
        return whole and self.asks_nothing

    @property
    def asks_nothing(self) -> bool:
        """Whether it asks nothing, and has neither "we" nor "you"."""
        return not (self.hits or self.plea_signs or self.voice)

    @property
    def plain_sentence(self) -> bool:
        """Whether it is a whole, impersonal sentence of at most LONG_CHARS."""
        text = self.stripped
        if not self.prose or len(text) > LONG_CHARS:
            return False
        opens = first_of(text) in ("upper", "letter", "quote")
        return opens and case_of(text) in ("", "mixed", "plain") and self.impersonal

    @cached_property
    def reported(self) -> bool:
        """Whether it is news that meets rules, because it reports what people ask for.

        Such a line says who said something, or is a brief sentence about others.  An appeal, in contrast,
        opens a sentence with what its rule matches, meets another rule, speaks of us or to you, or lacks only
        one sign of a plea.  In a biography all this means nothing: `She wrote for the Lamp.`
        """
        if " " not in self.stripped:
            return False
        kinds = {hit.category for hit in self.hits}
        if not self.prose or not kinds or "bio" in kinds:
            return False
        tells = kinds <= _QUOTABLE and self._tells_of_asking
        if tells or self.plea_signs >= SURE_SIGNS:
            return tells
        brief = len(self.stripped) <= MIDDLE_CHARS
        if kinds.isdisjoint(_REPORTABLE) or not kinds <= _QUOTABLE:
            return self._says_who_said_something and brief
        if self._says_who_said_something or not kinds <= _REPORTABLE:
            return self._says_who_said_something
        opens = len(self.hits) > 1 or any(opens_sentence(self.text, hit.start) for hit in self.hits)
        pleads = self.voice or self.plea_signs >= PLEA_SIGNS - 1
        return brief and not (pleads or opens)

    @property
    def _says_who_said_something(self) -> bool:
        return not listed("saying").isdisjoint(self.words)

    @property
    def _tells_of_asking(self) -> bool:
        """Whether it tells of an appeal or an offer, even if it holds its words."""
        if self._was_read or self._tells_of_its_appeal or self._lists:
            return True
        return not self.voice and (self._tells_what_others_get or self._opens_with_a_campaign)

    @property
    def _was_read(self) -> bool:
        """Whether a clause behind a comma says where its appeal was read: `Help us, the banner read.`"""
        clauses = (clause for each in sentences(self.text) for clause in each.split(",")[1:])
        return any(_says_where(split_words(clause)) for clause in clauses)

    @property
    def _tells_of_its_appeal(self) -> bool:
        """Whether news of its appeal follows: `Give generously. That was the message.`

        In the labelled corpus, none of 825 different lines of tails that ask for something does so.
        """
        if not all(hit.end for hit in self.hits):
            return False  # a plea, which may stand anywhere in the line
        rest = behind_sentence(self.text, max(hit.end for hit in self.hits))
        words = split_words(rest)
        opening = " ".join(words) + " "
        explains = any(opening.startswith(f"{phrase} ") for phrase in listed("explaining"))
        past = not listed("past").isdisjoint(words)
        return (explains or past) and Reading(rest, self._matcher).impersonal

    @property
    def _tells_what_others_get(self) -> bool:
        """Whether it tells what others get: `Every Friday a thousand people get an email about bridges.`"""
        text = f" {' '.join(self.words)} "
        return any(f" {phrase} " in text for phrase in listed("getting"))

    @property
    def _opens_with_a_campaign(self) -> bool:
        """Whether it opens with news of a campaign: `The appeal ends on 3 May. Gifts are doubled.`"""
        return not listed("campaigns").isdisjoint(self.news_opening)

    @property
    def series(self) -> str:
        """The series of which it may be an entry (see `series_of`), or "" if it is none."""
        return series_of(self.stripped)

    @property
    def _lists(self) -> bool:
        """Whether it is a list of such sentences."""
        return sum(map(stands_behind_name, self.stripped.split(". "))) >= FEWEST_ITEMS

    @property
    def calls_to_a_day(self) -> bool:
        """Whether it briefly calls people to come on a day, and readers to nothing else.

        `Join us on Saturday outside the town hall.` may end a report on those who call.  What is out from a
        day on calls readers to nothing either: `The podcast is available from Tuesday.`
        """
        if not self.prose or len(self.stripped) > MIDDLE_CHARS or listed("weekdays").isdisjoint(self.words):
            return False
        kinds = {hit.category for hit in self.hits}
        if kinds == {"navigation"}:
            days = (day for word, day in pairwise(self.words) if word in listed("from"))
            return not (self.voice or listed("weekdays").isdisjoint(days))
        calls = kinds == {"membership"} or (not kinds and self.voice != "")
        return calls and shown(self.text, self.words).isdisjoint(_OF_OUTLETS)

    @property
    def says_who_somebody_is(self) -> bool:
        """Whether it meets rules for biographies, but is a short sentence that opens with no name or author.

        `The man who was arrested is a journalist from Upper Mill.` is news.
        """
        if not (self.prose and self.hits) or len(self.stripped) > LONG_CHARS:
            return False
        if self._tells_of_an_appointment:
            return True
        if any(hit.category != "bio" or hit.start for hit in self.hits):
            return False
        return not (name_at_start(self.stripped.replace(",", " ,", 1))[0] or self.opening_writers)

    @property
    def _tells_of_an_appointment(self) -> bool:
        """Whether its first sentence calls a writer new: `Vera Lind is the new editor of the Lamp.`"""
        words = split_words(self.text.partition(". ")[0])
        writers = tuple(listed("writers"))
        return any(word in listed("new") and after.startswith(writers) for word, after in pairwise(words))

    @property
    def opening_writers(self) -> list[str]:
        """Those of its first two words, or of a label such as `About the author:`, that name a writer."""
        writers = tuple(listed("writers"))
        label = split_words(self.text.partition(": ")[0])
        opening = label if ": " in self.text and len(label) <= LABEL_OF_WRITER_WORDS else self.words[:2]
        return [word for word in opening if word.startswith(writers)]

    @property
    def speaks_of_gifts(self) -> bool:
        """Whether it is a sentence of news that speaks of gifts."""
        gifts = tuple(listed("gifts"))
        return self.prose and any(word.startswith(gifts) for word in self.words) and self.impersonal

    @property
    def topic_words(self) -> list[str]:
        """Its longer words in lower case, which say what it is about; names are not among them."""
        words = split_words(self.stripped)
        return [word for word in words if word.islower() and len(word) >= TELLING_CHARS]

    @cached_property
    def news_opening(self) -> list[str]:
        """The longer words of its first sentence if that is news, even if an appeal follows in the same line.

        Empty if it is not.  News is impersonal, and gives a day and a month, says who said something, or
        sounds nothing like a plea; or it is a word or two behind a label, as in `Verdict: False.`
        """
        sentences = self.stripped.split(". ", 2) if self.prose else []
        for count in range(1, len(sentences)):  # the number of a day may have a full stop: „am 3. Mai“
            opening = Reading(". ".join(sentences[:count]) + ".", self._matcher)
            if opening._is_news:
                months = listed("months")
                return [word for word in opening.words if len(word) >= TELLING_CHARS and word not in months]
        return []

    @property
    def _is_news(self) -> bool:
        if not self.impersonal:
            return self.asks_nothing and stands_behind_name(self.stripped)
        dated = any(map(str.isdigit, self.words)) and not listed("months").isdisjoint(self.words)
        quotes = self.text != self.folded and self._says_who_said_something
        return dated or quotes or -math.inf < self.plea_odds < NEWS_ODDS

    # --- Is it a credit? -----------------------------------------------------------------------------

    @property
    def credit(self) -> bool:
        """Whether it is a credit, a correction, a source note or a signature."""
        return self.signature or any(hit.category == CREDIT for hit in self._met)

    @property
    def signature(self) -> bool:
        """Whether it is a signature: a dash, then initials or a source.

        An appeal may follow a dash as well, but it meets a rule.  In the labelled corpus no tail opens with a
        signature, and eight articles in a thousand end with one.
        """
        dashed = self.stripped[0] in DASHES and 1 < len(self.stripped) <= SHORT_CHARS
        return dashed and not (self.prose or self.hits or self.plea_signs)


def _says_where(clause: Sequence[str]) -> bool:
    """Whether the words of a clause say where something stood, or who read it: `she read at noon`."""
    if not 1 < len(clause) <= INSCRIBED_WORDS or "to" in clause:
        return False
    stood = clause[0] in listed("inscribing") or not listed("inscribed").isdisjoint((clause[1], clause[-1]))
    return stood and all(listed(voice).isdisjoint(clause) for voice in ("we", "you"))
