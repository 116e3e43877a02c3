"""What a line says by itself: its form, its words, and the rules that it meets."""

import math
from functools import cached_property
from itertools import takewhile

from newsclean.boilerplate.fold import split_words, unquoted, with_speech
from newsclean.boilerplate.matcher import CREDIT, Hit, Matcher
from newsclean.boilerplate.plea import FEWEST_SOUND_WORDS, PLEA_SIGNS, SURE_SIGNS, log_odds, plea, shown
from newsclean.boilerplate.vocabulary import listed
from newsclean.boilerplate.weights import Weights, load_weights

# A line of at most so many words is a label or title rather than prose; the words of such lines have weights
# of their own.
FEW_WORDS = 9
# Up to so many words may be a label or a button even with a full stop.
LABEL_WORDS = 2
# A label that presents who writes ("About the author:") has at most so many words.
LABEL_OF_WRITER_WORDS = 4
# Words with fewer characters say little of what a sentence is about.
TELLING_CHARS = 5
# A sentence of more than LONG_CHARS is running text; a heading has up to SHORT_CHARS, a title up to
# MIDDLE_CHARS.
LONG_CHARS, SHORT_CHARS, MIDDLE_CHARS = 100, 60, 140
# A rule that covers WHOLE_SHARE of a line makes it a heading, as "Related stories" does, if the line has
# fewer than HEADING_CHARS characters.
WHOLE_SHARE, HEADING_CHARS = 0.6, 80

# The least log-odds of a line by the rules that it meets.  (In brackets: how many lines of tails and of
# articles in the labelled corpus do so.)  AGREED_ODDS: it meets three rules of one kind (800 and none).
# AGREED_BRIEFLY_ODDS: it has at most MIDDLE_CHARS and meets two of one kind (2,000 and 10), or one that asks
# the reader for something while the line speaks of us or to you (230 and none).  MET_ODDS: it has at most
# MIDDLE_CHARS and meets one that asks (1,400 and 9), or a rule of PLAIN covers it (3,300 and 17), or it is
# another notice, see `_is_notice` (250 and 2).  All odds are lower than the counts suggest, because the rules
# were written with these tails in view.
AGREED_ODDS, AGREED_BRIEFLY_ODDS, MET_ODDS = 6.0, 4.0, 2.5
PLAIN = frozenset({"share", "comments", "copyright", "navigation"})
NOTICES = frozenset({"share", "copyright"})
# Log-odds of its words below which a sentence sounds nothing like a plea.
NEWS_SOUND = -3.0
_ASKING = frozenset({"donation", "membership", "subscription", "newsletter"})
_REPORTABLE = _ASKING | {"share"}
_QUOTABLE = _REPORTABLE | {"navigation"}  # an app is asked for in the words of a menu
# Signs (see `plea`) of which a call has none if it is no outlet's.
_OF_OUTLETS = frozenset({"press", "mail", "sum", "means", "pay", "offer", "gratis", "leave", "read"})
_STOPS_WITHOUT_GAPS = frozenset("。！？")  # of Chinese and Japanese, which set no spaces between words
_STOPS = frozenset(".!?…。！？।۔")
_PARTING = _STOPS | {":"}
_CLOSERS = "\"'”’»)]“*」』 \xa0\u202f"  # French sets a space before its guillemet
DASHES = frozenset("—–―")  # without the hyphen, which opens the lines of lists
_OPENERS = frozenset("\"'“„«‘([*「『")


class Reading:
    """A line that is not blank, by itself; its rules are looked for when they are first asked for.

    `stripped` is the line; `prose`, whether it ends a sentence; `text`, the line as rules see it; `folded`,
    the same with its quotations; `words`, the words outside of these; `pleading`, its number of signs of a
    plea (see `plea`).  `weighed` remembers the weights last used and the log-odds, by them, of what is
    observed on the line by itself.
    """

    def __init__(self, line: str, matcher: Matcher) -> None:
        """Take the line with or without its ending."""
        self.stripped = line.strip()
        self.prose = ends_sentence(self.stripped)
        self.folded = with_speech(self.stripped)
        self.text = unquoted(self.folded)
        self.words = split_words(self.text)
        self._pleads_for, self.pleading = plea(self.text, self.words)
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
        return [*ruled, Hit(self._pleads_for, "plea", 0, 0)] if self.pleading >= PLEA_SIGNS else ruled

    @property
    def own(self) -> bool:
        """Whether it meets a rule of the user's that makes it tail."""
        return any(hit.id in self._matcher.own_ids for hit in self.hits)

    @property
    def tells(self) -> bool:
        """Whether it reports: it asks nothing, has neither "we" nor "you", and is no mere label."""
        quotes = self.text != self.folded
        whole = quotes or len(self.words) > LABEL_WORDS or self.stripped[-1] in _STOPS_WITHOUT_GAPS
        return whole and not (self.hits or self.pleading or self.voice)

    @property
    def plain(self) -> bool:
        """Whether it is a whole sentence of at most LONG_CHARS that reports, as `tells` has it."""
        if not self.prose or len(self.stripped) > LONG_CHARS:
            return False
        text = self.stripped
        sentence = first_of(text) in ("upper", "letter", "quote") and case_of(text) in (
            "",
            "mixed",
            "plain",
        )
        return sentence and self.tells

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
        return dashed and not (self.prose or self.hits or self.pleading)

    @cached_property
    def heading(self) -> str:
        """The category of a rule that covers most of the line, or "" if it is no heading."""
        size = len(self.text)
        if size >= HEADING_CHARS or self.reports:
            return ""
        return next((hit.category for hit in self.hits if hit.end - hit.start > WHOLE_SHARE * size), "")

    @cached_property
    def kind(self) -> str:
        """Its class: "rule", or its length and end as `form_of` names them."""
        if self.hits:
            return "rule"
        return form_of(len(self.stripped), self.prose)

    @cached_property
    def least(self) -> float:
        """The least log-odds by the rules it meets, even in a language that the weights hardly know."""
        kinds = ["asking" if hit.category in _ASKING else hit.category for hit in self.hits]
        agreeing = max(map(kinds.count, kinds), default=0)
        if agreeing > 2 or self.pleading >= SURE_SIGNS:
            return AGREED_ODDS
        if self.pleading >= PLEA_SIGNS:
            return AGREED_BRIEFLY_ODDS
        if len(self.stripped) > MIDDLE_CHARS:
            return -math.inf
        if agreeing == 2 or (self.asks and self.voice):
            return AGREED_BRIEFLY_ODDS
        return MET_ODDS if self.asks or self.heading in PLAIN or self._is_notice else -math.inf

    @property
    def _is_notice(self) -> bool:
        """Whether it meets a rule as notices do.

        It meets a rule of NOTICES and is no sentence, or opens a sentence with the match; or it speaks of us
        and meets a rule of comments, among which are those on ways to reach an outlet.
        """
        reaches = self.voice.startswith("we")
        for hit in self.hits:
            if hit.category in NOTICES and (not self.prose or _opens(self.text, hit.start)):
                return True
            if hit.category == "comments" and reaches:
                return True
        return False

    @cached_property
    def sound(self) -> float:
        """How much its words sound like a plea, in log-odds; -inf if there are too few words."""
        few = len(self.words) < FEWEST_SOUND_WORDS
        return -math.inf if few else log_odds(self.words, load_weights("pleas"))

    @cached_property
    def voice(self) -> str:
        """Whether it speaks of us or to the reader outside quotations: "we", "you", "we to you" or ""."""
        we, you = (not listed(name).isdisjoint(self.words) for name in ("we", "you"))
        return "we to you" if we and you else "we" if we else "you" if you else ""

    @cached_property
    def reports(self) -> bool:
        """Whether it meets rules as news does: it says who said something, or is a brief sentence on others.

        Of a biography neither tells anything: `She wrote for the Lamp.`

        An appeal, in contrast, opens a sentence with what its rule matches, meets another rule, speaks of us
        or to you, or lacks only one sign of a plea.
        """
        if " " not in self.stripped or self.pleading >= SURE_SIGNS:  # no words, or too many signs
            return False
        kinds = {hit.category for hit in self.hits}
        if not self.prose or not kinds or "bio" in kinds:
            return False
        if kinds.isdisjoint(_REPORTABLE) or not kinds <= _QUOTABLE:
            return self._said and len(self.stripped) <= MIDDLE_CHARS
        if self._said or not kinds <= _REPORTABLE:
            return self._said
        opens = len(self.hits) > 1 or any(_opens(self.text, hit.start) for hit in self.hits)
        pleads = self.voice or self.pleading >= PLEA_SIGNS - 1
        return len(self.stripped) <= MIDDLE_CHARS and not (pleads or opens)

    @property
    def summons(self) -> bool:
        """Whether it briefly calls people to a day, and readers to nothing else.

        `Join us on Saturday outside the town hall.` may end a report on those who call.
        """
        if not self.prose or len(self.stripped) > MIDDLE_CHARS or listed("weekdays").isdisjoint(self.words):
            return False
        kinds = {hit.category for hit in self.hits}
        calls = kinds == {"membership"} or (not kinds and self.voice != "")
        return calls and shown(self.text, self.words).isdisjoint(_OF_OUTLETS)

    @property
    def tells_of_a_writer(self) -> bool:
        """Whether it is a short sentence that says who somebody is, but opens with no name and no author.

        `The man who was arrested is a journalist from Upper Mill.` is news.
        """
        if not (self.prose and self.hits) or len(self.stripped) > LONG_CHARS:
            return False
        if any(hit.category != "bio" or hit.start for hit in self.hits):
            return False
        return not (name_at_start(self.stripped.replace(",", " ,", 1))[0] or self.opening_writers)

    @property
    def opening_writers(self) -> list[str]:
        """The words that name who writes, of its first two or of a label, as in `About the author:`."""
        writers = tuple(listed("writers"))
        label = split_words(self.text.partition(": ")[0])
        opening = label if ": " in self.text and len(label) <= LABEL_OF_WRITER_WORDS else self.words[:2]
        return [word for word in opening if word.startswith(writers)]

    @property
    def things(self) -> list[str]:
        """The longer words in lower case, which say what it is about; names of outlets are not among them."""
        words = split_words(self.stripped)
        return [word for word in words if word.islower() and len(word) >= TELLING_CHARS]

    @property
    def tells_of_gifts(self) -> bool:
        """Whether it is a sentence of news that speaks of gifts."""
        gifts = tuple(listed("gifts"))
        return self.prose and any(word.startswith(gifts) for word in self.words) and self.tells

    @property
    def of_press(self) -> bool:
        """Whether it speaks of journalism."""
        return "press" in shown(self.text, self.words)

    @property
    def _said(self) -> bool:
        """Whether it says who said something."""
        return not listed("saying").isdisjoint(self.words)

    @cached_property
    def news_opening(self) -> list[str]:
        """The longer words of its first sentence, if that is news; else empty.

        News reports, and gives a day and a month, says who said something, or sounds nothing like a plea.  An
        appeal may stand in one line with the last sentence of an article.
        """
        sentences = self.stripped.split(". ", 2) if self.prose else []
        for count in range(1, len(sentences)):  # a day's number may have a stop: „am 3. Mai“
            opening = Reading(". ".join(sentences[:count]) + ".", self._matcher)
            if opening._is_news() and opening.tells:
                months = listed("months")
                return [word for word in opening.words if len(word) >= TELLING_CHARS and word not in months]
        return []

    def _is_news(self) -> bool:
        dated = any(map(str.isdigit, self.words)) and not listed("months").isdisjoint(self.words)
        said = self.text != self.folded and not listed("saying").isdisjoint(self.words)
        return dated or said or -math.inf < self.sound < NEWS_SOUND

    @cached_property
    def asks(self) -> int:
        """The number of rules it meets that ask the reader for something."""
        return sum([hit.category in _ASKING for hit in self.hits])

    @cached_property
    def pleads(self) -> bool:
        """Whether it asks the reader for something, says little else, and is no news."""
        return bool(self.hits) and 0 < self.asks >= len(self.hits) - self.asks and not self.reports


def _opens(text: str, place: int) -> bool:
    """Whether a sentence, or what follows a colon, starts at `place` or right after a stop there.

    What follows a number with a stop does not count: a step of a recipe asks for nothing.
    """
    above = text[:place].rstrip()
    return not place or text[place] in _PARTING or (above[-1:] in _PARTING and not above[:-1].isdigit())


def ends_sentence(stripped: str) -> bool:
    """Whether a stripped line ends with a full stop or the like; three dots end a teaser."""
    end = len(stripped)
    while end and stripped[end - 1] in _CLOSERS:  # unlike `rstrip`, copies nothing
        end -= 1
    return end > 0 and stripped[end - 1] in _STOPS and not stripped.endswith("...")


def name_at_start(stripped: str) -> tuple[str, str]:
    """Return the name of two to four words that a stripped line opens with, and the word after it.

    Both are empty if it opens with no name; a title, or an article and a noun, does not count.
    """
    words = stripped.split(None, 5)
    name = list(takewhile(_may_name, words[:5]))
    if not 2 <= len(name) <= 4 or len(name) == len(words) or name[0].lower() in listed("function"):
        return "", ""
    return " ".join(name), words[len(name)]


def _may_name(word: str) -> bool:
    """Whether a word is capitalised and has no mark after it, or is an initial."""
    return word[0].isupper() and (word[-1].isalpha() or (word[-1] == "." and len(word) < 3))


def form_of(length: int, prose: bool) -> str:
    """Return the class of a line by its length and end, such as "short piece"."""
    size = "short" if length <= SHORT_CHARS else "middle" if length <= MIDDLE_CHARS else "long"
    return f"{size} {end_of(prose)}"


def end_of(prose: bool) -> str:
    """Return the class of a line's end: "sentence" or "piece"."""
    return "sentence" if prose else "piece"


def last_of(text: str, prose: bool) -> str:
    """Return the class of a stripped line's last character; "sentence" for one that ends a sentence."""
    last = text[-1]
    if prose:
        return "sentence"
    return (
        "letter" if last.isalpha() else "digit" if last.isdigit() else last if last in ":,;)…|-" else "mark"
    )


def first_of(text: str) -> str:
    """Return the class of a stripped line's first character."""
    first = text[0]
    if first.isalpha():
        return "upper" if first.isupper() else "lower" if first.islower() else "letter"
    return "digit" if first.isdigit() else "quote" if first in _OPENERS else "mark"


def case_of(text: str) -> str:
    """Return the class of the capitals in longer words; "" if there are fewer than two of them."""
    words = [word for word in text.split(None, FEW_WORDS * 4) if len(word) > 3 and word[0].isalpha()]
    if len(words) < 2:
        return ""
    if sum(map(str.isupper, words)) > 0.7 * len(words):
        return "capitals"
    upper = sum([word[0].isupper() for word in words]) / len(words)
    return "title" if upper > 0.75 else "mixed" if upper > 0.4 else "plain"
