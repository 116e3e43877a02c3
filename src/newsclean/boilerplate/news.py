"""Whether a line that looks like a tail is news: it reports what people ask for, or says who somebody is."""

import math
from collections.abc import Sequence
from itertools import pairwise

from newsclean.boilerplate.fold import split_words
from newsclean.boilerplate.line import ASKING, Line
from newsclean.boilerplate.plea import PLEA_SIGNS, SURE_SIGNS, shown
from newsclean.boilerplate.shape import (
    LONG_CHARS,
    MIDDLE_CHARS,
    behind_sentence,
    name_at_start,
    opens_sentence,
    sentences,
    stands_behind_name,
)
from newsclean.boilerplate.vocabulary import listed

# A last clause that says where a sentence stood ("the banner read") has at most this many words.
INSCRIBED_WORDS = 6
# At least this many sentences in a row behind names (`Aries: Give up. Leo: Give in.`) are a list.
FEWEST_ITEMS = 3
# A label that introduces a biography ("About the author:") has at most this many words.
LABEL_OF_WRITER_WORDS = 4
# Shorter words, in characters, say little of what a sentence is about.
TELLING_CHARS = 5
# A sentence whose words have less than these log-odds sounds nothing like a plea.
NEWS_ODDS = -3.0
# Categories of what news reports that people ask for, or quotes.
REPORTABLE = ASKING | {"share"}
QUOTABLE = REPORTABLE | {"navigation"}  # an app is asked for in the words of a menu
# Signs of a plea (see `plea`) that a call to a demonstration or the like does not show.
OF_OUTLETS = frozenset({"press", "mail", "sum", "means", "pay", "offer", "gratis", "leave", "read"})


def reports(line: Line) -> bool:
    """Whether it is news that meets rules, because it reports what people ask for.

    Such a line says who said something, or is a brief sentence about others.  An appeal, in contrast,
    opens a sentence with what its rule matches, meets another rule, speaks of us or to you, or lacks only
    one sign of a plea.  In a biography all this means nothing: `She wrote for the Lamp.`
    """
    if " " not in line.stripped:
        return False
    kinds = {hit.category for hit in line.hits}
    if not line.prose or not kinds or "bio" in kinds:
        return False
    tells = kinds <= QUOTABLE and _tells_of_asking(line)
    if tells or line.plea_signs >= SURE_SIGNS:
        return tells
    brief = len(line.stripped) <= MIDDLE_CHARS
    if kinds.isdisjoint(REPORTABLE) or not kinds <= QUOTABLE:
        return _says_who_said_something(line) and brief
    if _says_who_said_something(line) or not kinds <= REPORTABLE:
        return _says_who_said_something(line)
    opens = len(line.hits) > 1 or any(opens_sentence(line.text, hit.start) for hit in line.hits)
    pleads = line.voice or line.plea_signs >= PLEA_SIGNS - 1
    return brief and not (pleads or opens)


def _says_who_said_something(line: Line) -> bool:
    return not listed("saying").isdisjoint(line.words)


def _tells_of_asking(line: Line) -> bool:
    """Whether it tells of an appeal or an offer, even if it holds its words."""
    if _was_read(line) or _tells_of_its_appeal(line) or _lists(line):
        return True
    return not line.voice and (_tells_what_others_get(line) or _opens_with_a_campaign(line))


def _was_read(line: Line) -> bool:
    """Whether a clause behind a comma says where its appeal was read: `Help us, the banner read.`"""
    clauses = (clause for each in sentences(line.text) for clause in each.split(",")[1:])
    return any(_says_where(split_words(clause)) for clause in clauses)


def _says_where(clause: Sequence[str]) -> bool:
    """Whether the words of a clause say where something stood, or who read it: `she read at noon`."""
    if not 1 < len(clause) <= INSCRIBED_WORDS or "to" in clause:
        return False
    stood = clause[0] in listed("inscribing") or not listed("inscribed").isdisjoint((clause[1], clause[-1]))
    return stood and all(listed(voice).isdisjoint(clause) for voice in ("we", "you"))


def _tells_of_its_appeal(line: Line) -> bool:
    """Whether news of its appeal follows: `Give generously. That was the message.`

    In the labelled corpus, none of 825 different lines of tails that ask for something does so.
    """
    if not all(hit.end for hit in line.hits):
        return False  # a plea, which may stand anywhere in the line
    rest = behind_sentence(line.text, max(hit.end for hit in line.hits))
    words = split_words(rest)
    opening = " ".join(words) + " "
    explains = any(opening.startswith(f"{phrase} ") for phrase in listed("explaining"))
    past = not listed("past").isdisjoint(words)
    return (explains or past) and line.part(rest).impersonal


def _tells_what_others_get(line: Line) -> bool:
    """Whether it tells what others get: `Every Friday a thousand people get an email about bridges.`"""
    text = f" {' '.join(line.words)} "
    return any(f" {phrase} " in text for phrase in listed("getting"))


def _opens_with_a_campaign(line: Line) -> bool:
    """Whether it opens with news of a campaign: `The appeal ends on 3 May. Gifts are doubled.`"""
    return not listed("campaigns").isdisjoint(news_opening(line))


def _lists(line: Line) -> bool:
    """Whether it is a list of sentences behind names: `Aries: Give up. Leo: Give in.`"""
    return sum(map(stands_behind_name, line.stripped.split(". "))) >= FEWEST_ITEMS


def news_opening(line: Line) -> list[str]:
    """The longer words of its first sentence if that is news, even if an appeal follows in the same line.

    Empty if it is not.  News is impersonal, and gives a day and a month, says who said something, or
    sounds nothing like a plea; or it is a word or two behind a label, as in `Verdict: False.`
    """
    parts = line.stripped.split(". ", 2) if line.prose else []
    for count in range(1, len(parts)):  # the number of a day may have a full stop: „am 3. Mai“
        opening = line.part(". ".join(parts[:count]) + ".")
        if _is_news(opening):
            months = listed("months")
            return [word for word in opening.words if len(word) >= TELLING_CHARS and word not in months]
    return []


def _is_news(line: Line) -> bool:
    """Whether it is news; rules are looked up last, as that takes longest."""
    dated = any(map(str.isdigit, line.words)) and not listed("months").isdisjoint(line.words)
    quotes = line.text != line.folded and _says_who_said_something(line)
    if (dated or quotes or -math.inf < line.plea_odds < NEWS_ODDS) and line.impersonal:
        return True
    return stands_behind_name(line.stripped) and line.asks_nothing


def calls_to_a_day(line: Line) -> bool:
    """Whether it briefly calls people to come on a day, and readers to nothing else.

    `Join us on Saturday outside the town hall.` may end a report on those who call.  What is out from a
    day on calls readers to nothing either: `The podcast is available from Tuesday.`
    """
    if not line.prose or len(line.stripped) > MIDDLE_CHARS or listed("weekdays").isdisjoint(line.words):
        return False
    kinds = {hit.category for hit in line.hits}
    if kinds == {"navigation"}:
        days = (day for word, day in pairwise(line.words) if word in listed("from"))
        return not (line.voice or listed("weekdays").isdisjoint(days))
    calls = kinds == {"membership"} or (not kinds and line.voice != "")
    return calls and shown(line.text, line.words).isdisjoint(OF_OUTLETS)


def says_who_somebody_is(line: Line) -> bool:
    """Whether it meets rules for biographies, but is a short sentence that opens with no name or author.

    `The man who was arrested is a journalist from Upper Mill.` is news.
    """
    if not (line.prose and line.hits) or len(line.stripped) > LONG_CHARS:
        return False
    if _tells_of_an_appointment(line):
        return True
    if any(hit.category != "bio" or hit.start for hit in line.hits):
        return False
    return not (name_at_start(line.stripped.replace(",", " ,", 1))[0] or opening_writers(line))


def _tells_of_an_appointment(line: Line) -> bool:
    """Whether its first sentence calls a writer new: `Vera Lind is the new editor of the Lamp.`"""
    words = split_words(line.text.partition(". ")[0])
    writers = tuple(listed("writers"))
    return any(word in listed("new") and after.startswith(writers) for word, after in pairwise(words))


def opening_writers(line: Line) -> list[str]:
    """Those of its first two words, or of a label such as `About the author:`, that name a writer."""
    writers = tuple(listed("writers"))
    label = split_words(line.text.partition(": ")[0])
    opening = label if ": " in line.text and len(label) <= LABEL_OF_WRITER_WORDS else line.words[:2]
    return [word for word in opening if word.startswith(writers)]


def speaks_of_gifts(line: Line) -> bool:
    """Whether it is a sentence of news that speaks of gifts."""
    gifts = tuple(listed("gifts"))
    return line.prose and any(word.startswith(gifts) for word in line.words) and line.impersonal


def topic_words(line: Line) -> list[str]:
    """Its longer words in lower case, which say what it is about; names are not among them."""
    words = split_words(line.stripped)
    return [word for word in words if word.islower() and len(word) >= TELLING_CHARS]
