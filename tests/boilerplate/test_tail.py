"""Which last lines tell that an article has no tail, and what the rules of a line say at least."""

import math

import pytest

from newsclean.boilerplate import built_in
from newsclean.boilerplate.document import Document
from newsclean.boilerplate.evidence import beside_plea, least_odds
from newsclean.boilerplate.prose import ends_in_prose
from newsclean.boilerplate.reading import MET_ODDS, Reading
from newsclean.lines import Lines

LONG = (
    "The river rose by two metres in the night, and the ferry to the island did not run before Friday noon."
)
CURT = "No ferry ran on Friday, and the shops on the island stayed shut."
PLEADING = "You may bring your gifts for the old chapel to the far bank until noon on the last day of May."
APPEAL = "Please support our independent journalism with a donation today, because every gift counts."
TITLE = "Ten bridges of the north"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        pytest.param([LONG, LONG], True, id="two long sentences"),
        pytest.param([CURT, LONG], True, id="a brief one above"),
        pytest.param(
            [APPEAL, LONG], True, id="a long last line that does not plead answers for the one above"
        ),
        pytest.param([APPEAL, TITLE, LONG], False, id="but not past a title"),
        pytest.param([APPEAL, PLEADING], False, id="nor if it pleads"),
        pytest.param([APPEAL, CURT + " " + TITLE + "."], False, id="nor if it is not long"),
        pytest.param([LONG, TITLE, LONG], True, id="a title between"),
        pytest.param(["Will your sons sail it?", LONG + " " + CURT], True, id="a question above an answer"),
        pytest.param(["Will your sons sail it?", CURT], False, id="but not above a brief one"),
        pytest.param([LONG, APPEAL], False, id="an appeal last"),
        pytest.param([LONG, LONG, PLEADING], False, id="one that pleads without a rule last"),
        pytest.param([LONG, LONG, "Donate."], False, id="a short rule last"),
        pytest.param([LONG, LONG, TITLE], False, id="a title last"),
        pytest.param([LONG], False, id="one line alone"),
    ],
)
def test_prose_at_the_end_tells_an_article_without_a_tail(lines: list[str], told: bool) -> None:
    assert ends_in_prose("\n".join(lines), built_in()) is told


def test_a_label_that_keeps_coming_back_says_nothing_for_sure() -> None:
    document = Document(Lines.joined([LONG + "\n", "Subscribe now\n"] * 3), built_in())
    assert least_odds(document, 1) == document.reading(1).least_odds > 0
    assert least_odds(document, 5) == -math.inf


# Words a little like those of a plea, and more of them.
LITTLE = "Members get the Saturday letter and come to the barbecue in August."
MORE = "Join them with a gift of any size and get the mug."


@pytest.mark.parametrize(
    ("lines", "index", "told"),
    [
        pytest.param([LONG, LITTLE, "Please support our work."], 1, True, id="right above a plea"),
        pytest.param([LONG, LITTLE, LONG, APPEAL], 1, False, id="further up"),
        pytest.param([LONG, APPEAL, LITTLE], 2, True, id="below a sure one"),
        pytest.param([LONG, "Will you step up?", LITTLE], 2, False, id="below one that is not sure"),
        pytest.param([LONG, "Will you step up?", MORE], 2, True, id="unless it sounds more like one"),
        pytest.param([LONG, CURT, APPEAL], 1, False, id="a line of news above a plea"),
        pytest.param([LONG, LITTLE, CURT], 1, False, id="with no plea beside it"),
    ],
)
def test_a_line_beside_a_plea_may_belong_to_it(lines: list[str], index: int, told: bool) -> None:
    document = Document(Lines.joined([f"{line}\n" for line in lines]), built_in())
    assert beside_plea(document, index) is told


PRESENTED = "Ada Bell is our correspondent in Oslo."
JUDGED = "The author is a retired judge."


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        pytest.param([LONG, PRESENTED], True, id="a new name"),
        pytest.param(["By Ada Bell", LONG, LONG, PRESENTED], True, id="that of the byline"),
        pytest.param([LONG + " It was Ada Bell who saw it.", PRESENTED], False, id="one of the article"),
        pytest.param(
            [LONG, "Anna Muster, geboren 1979, arbeitet als Korrespondentin in Rom."], True, id="comma"
        ),
        pytest.param([LONG, "Ada Bell is the founder of a bank in Oslo."], False, id="no writer"),
        pytest.param([LONG, JUDGED], True, id="no name"),
        pytest.param([LONG + " Its author lives there.", JUDGED], False, id="an author of the article"),
        pytest.param([LONG, "The author is buried in the churchyard."], False, id="what became of one"),
        pytest.param([LONG, "Автор — историк."], True, id="Russian"),
        pytest.param([LONG, "Anna Voorbeeld schrijft over water voor deze krant."], True, id="Dutch"),
    ],
)
def test_who_wrote_it_is_presented_below_the_article(lines: list[str], told: bool) -> None:
    document = Document(Lines.joined([f"{line}\n" for line in lines]), built_in())
    assert (least_odds(document, len(lines) - 1) >= MET_ODDS) is told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        pytest.param("Dit artikel is alleen voor abonnees.", False, id="what is Dutch for this is no said"),
        pytest.param("Denne saken er for abonnenter.", False, id="a rule that it opens with"),
        pytest.param("Este texto es exclusivo para suscriptores.", False, id="nearly a plea"),
        pytest.param("Residents can now sign up for the newsletter at the town hall.", True, id="on others"),
        pytest.param("Sign up for the newsletter, she said.", True, id="somebody says it"),
    ],
)
def test_news_that_meets_a_rule_is_told_from_what_asks(line: str, told: bool) -> None:
    assert Reading(line, built_in()).reported is told
