"""What trim removes, what it leaves, and what it promises."""

from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsclean.boilerplate import check, trim
from newsclean.edits import NO_EDITS, NewscleanError
from newsclean.lines import split_lines

SEED = Path(__file__).parents[2] / "seeds" / "000_1902edb0fb246e6f.txt"
BODY = (
    "The council voted on Monday to close the old bridge for two years, although traders on both banks had "
    "asked for a shorter work plan and a ferry in the meantime.\n"
    "The mayor told reporters after the meeting that the steel had rusted further than engineers expected, "
    "and that no lorry should have crossed it since the spring.\n"
    '"Nobody asked us," said a baker who has sold bread beside the bridge for thirty years, and whose mother '
    "sold it there before her.\n"
    "The state will pay for most of the work, but the town has to find two million from its own budget "
    "before the end of the year, the treasurer said.\n"
)

TAILS = {
    "appeal": "Dear readers,\nWe are a small newsroom and we depend on your support.\n"
    "Your donation, no matter how small, helps us report.\nDonate now\nRemind me later\n",
    "interrupted": "Please support our independent journalism. Your gift keeps our reporters going.\nDonate\n"
    "Related stories\nTen Bridges You Have To See\nWhy Ferries Are Back\nA Mayor Looks at Rust\n"
    "About the author\nA. Writer is a freelance writer who covers rivers and towns for the Lamp.\n"
    "© 2024 The Daily Lamp. All rights reserved.\n×\n|\n",
    "buttons": "Share this article\nFacebook\nTwitter\nEmail\n",
    "newsletter": "Sign up for our newsletter\nGet the best stories delivered to your inbox every morning.\n"
    "By signing up you agree to our terms of use and privacy policy.\n",
    "comments": "Leave a Reply\nYour email address will not be published. Required fields are marked *\n",
    "footer": "Related articles\nAbout us\nContact us\nPrivacy policy\nTerms of use\n© 2024 Lamp Media\n",
    "blank lines between": "\n\nShare this story\n\n\nRead more:\n\nTen Bridges You Have To See\n\n",
    "list behind dashes": "Read more:\n– Ten Bridges You Have To See\n– Why Ferries Are Back\n",
    "question as a title": "Read also\nTen Bridges You Have To See\nWho will pay for the new bridge?\n",
    "notice in sentences": "© The Lamp. No part of this page may be copied without permission of the Lamp.\n",
    "Markdown in italics": "_Share this article_\n_Sign up for our newsletter, and never miss a story._\n",
    "HTML": '<p>Share this article</p>\n<p class="end">Please support our journalism today.</p>\n<br/>\n',
    "behind dashes": "— Subscribe to our newsletter\n– Donate now\n",
    "Markdown": "### Related\n\n- [Ten bridges](https://lamp.example/1)\n- [Why ferries are back](/2)\n",
    "a link in Markdown": "[Donate](https://lamp.example/give)\n",
    "bank account": "Kontoinhaber: Verein Beispielblatt\nIBAN: DE00 0000 0000 0000 0000 00\n",
    "typographic": "We can’t do this without you – please support our independent journalism today.\n"
    "Donate now\n",
    "signed appeal": "If you value our work, please support it with a donation today.\n— The editors\n",
    "press release": "Media contact:\nAnna Reader, 555 0100, press@harbour.example\nSOURCE Harbour Works\n",
    "order of a book": "To order a copy for £12.50 go to the Lamp’s Bookshelf or call 0330 555 0101. Free UK "
    "p&p over £15.\nSupport our bookish coverage by becoming a member from £5 a month\n",
}

# Ends of articles that look like boilerplate.
TRAPS = {
    "obituary": "In lieu of flowers, the family asks for donations to the hospice on Mill Street.",
    "police appeal": "Anyone who saw the car is asked to call the police at 555 0100.",
    "disaster relief": "Donations of blankets and food can be brought to the school until Friday.",
    "quoted appeal": 'The paper printed its plea: "Please support our independent journalism. '
    'Your donation, however small, helps us survive."',
    "quoted appeal in corners": "「ご支援をお願いします」と牧師は話した。",
    "quoted appeal in other corners": "『我們需要您的支持，請捐款』，牧師說。",
    "call to a day": "Join us on Saturday at noon outside the town hall. Bring a drum.",
    "call to a day in French": "Rejoignez-nous samedi à midi devant la mairie.",
    "call to a day in German": "Kommen Sie am Samstag zum Rathaus. Wir brauchen Ihre Stimme.",
    "need of a voice": "Venite in piazza. Abbiamo bisogno della vostra voce.",
    "quoted thanks": '"Thank you for standing with us," the widow told the crowd. "We need your help."',
    "op-ed": "We have been patient long enough, and so have you. It is time to ask for our river back.",
    "letter": "I remain, sir, yours and a reader of forty years,\nA. Reader, Mill Street",
    "a ferry line's telephone": "Passengers can reach the ferry line at 555-0177.",
    "notice that somebody quotes": "Prices were correct at the time, the auditor told the court.",
    "journalist in the news": "Bărbatul reținut este jurnalist la un post local.",
    "report on a site": "Le rapport a été publié sur le site de la préfecture.",
    "label that opens speech": "Word lid van die span, het die afrigter gesê.",
    "editor in the news": "Reportér webu odmítl událost komentovat.",
    "poster": "Download the app, the poster says, and vote for your favourite bridge.",
    "company": "The company sells subscriptions to 40 newspapers, and a fifth of its readers pay monthly.",
    "interview": "What do you want to do next?\nI want to build a smaller bridge.",
    "interview with labels": "Q: Was it hard?\nA: It was, for you and me.\nQ: What can readers do?\n"
    "A: Donate, if you can. We need the money to repair the bridge.",
    "interview with initials": "Q. Was it hard?\nA. It was, for you and me.\nQ. What can readers do?\n"
    "A. Donate, if you can. We need the money to repair the bridge.",
    "French interview": "Question : Et après ?\nRéponse : Après, je dors.\nQuestion : Et les lecteurs ?\n"
    "Réponse : Faites un don, soutenez-nous. Nous avons besoin de vous.",
    "recipe": "Stir in the flour and the two eggs.\nBake for 40 minutes.\nServe with cream.",
    "appeal in a line with news": "The council will meet again on 14 May. Please support our journalism.",
    "appeal in a line with somebody's words": "“Nobody asked me either,” the mayor said of the plan. "
    "If you value our reporting, please donate.",
    "appeal in a line that sounds like none": "The council would not say when the steel for the bridge would "
    "come, or who would pay for it. Please support our journalism.",
    "agency": "(dpa/lno)",
    "first published elsewhere": "This story was originally published by the Harbour Lamp, and is "
    "republished here under a Creative Commons license.",
    "shared recipe": "Method\n1. Mix.\n2. Bake.\n3. Share with friends.\n4. Serve with cream.",
    "digest": "News in brief\nPolitics\nThe vote on the ferry is on 3 May.\nBusiness\n"
    "Shares in the yard fell on Monday.\nSport\nHarbour won the cup on Saturday.",
    "fixtures": "Fixtures\n4 May: Upper Mill v Harbour\n5 May: Castle v Station",
    "results": "Upper Mill 2, Lower Mill 1\nHill Road 0, Harbour 0\nCastle 3, Station 2",
    "credit": "Reporting by A. Writer; editing by B. Reader",
    "signature": "— Vera",
    "signature below a request": "Sign up for our newsletter, or write to us if you know an old bridge.\n"
    "Hope to hear from you.\n– Vera",
    "source of a quotation": "– The Ferry Company (@oldferry) March 3, 2024",
    "correction": "Correction: An earlier version of this article gave the wrong length of the bridge.",
    "end of a recipe": "Serves two",
    "end of a quiz": "Answers: 1. Upper Mill 2. The ferry 3. In 1931",
    "source": "Source: Ministry of Works",
    "copyright as a matter": "Her heirs say that the drawings of the bridge are protected by copyright.",
    "list of sources": "Sources:\nMinistry of Works\nThe bridge book, 1931",
    "last entry of a live blog": "21.40 Uhr: Das Wasser steht auf der zweiten Stufe der Brücke.\n"
    "23.05 Uhr: Hier endet unser Blog für heute. Danke, dass Sie dabei waren, und meiden Sie die Brücke.",
    "news in the last entry": "21:10 – The water stands at the second step.\n23:15 – That’s it for tonight. "
    "We’re stopping here. The ferry lies at the north bank. Thanks for reading, and stay dry.",
    "short steps of a recipe": "Method\n1. Mix.\n2. Bake.\n3. Rest.\n4. Serve with cream.",
    "later step of a recipe": "1. Mix the flour and the salt.\n2. Bake for an hour, and let it cool.\n"
    "3. Leave a comment? My aunt does, with a fork.",
    "item of a listing": "Film: Low Water, 9pm.\nLive sport: Rowing from the weir, 1pm.\n"
    "Radio pick: The Weir, 7pm. Follow @theweir for the heron.",
    "verdict above a request": "Verdict: Rusted. E-mail tips to us@lamp.example, or tag us – we’re @lamp.",
    "button's words in a sentence": "Follow the money, she said, and it leads to the scrapyard.",
    "label's word in a sentence": "Tags: none, the vet said; the dog had come over the bridge alone.",
}


def test_the_seed_ends_with_its_article() -> None:
    text, edits = trim(SEED.read_text("utf-8"))
    assert text.endswith("encroached on Turkish territory.\n")
    assert [edit.line for edit in edits] == list(range(7, 15))
    assert {edit.kind for edit in edits} == {"donation"}


@pytest.mark.parametrize("name", TAILS)
def test_a_tail_goes_as_one(name: str) -> None:
    text, edits = trim(BODY + TAILS[name])
    assert text == BODY
    assert "".join(edit.before for edit in edits) == TAILS[name]
    assert [edit.line for edit in edits] == list(range(5, 5 + len(edits)))
    assert all(edit.after is None and edit.kind and ":" in edit.reason for edit in edits)


@pytest.mark.parametrize(
    "line",
    [
        "T’ha agradat? Som un diari independent i vivim dels socis. Fes-te’n soci.",
        "אהבתם את הכתבה? אנחנו עיתון עצמאי. תרמו לנו עכשיו.",
        "اگر این گزارش را پسندیدید، از ما حمایت کنید.",
        "Jei straipsnis patiko, paremkite mus.",
        "หากคุณชอบบทความนี้ โปรดสนับสนุนเรา",
        "Sviđa vam se ovaj tekst? Uplatite članarinu već od 4 eura.",
        "Dacă îți place articolul, susține-ne cu o donație.",
        "Mời bạn đọc đóng góp cho tòa soạn.",
        "この記事を応援する：寄付はこちら",
        "Found an error? Tell desk@lamp.example, and we will mend it.",
        "Anna Reader is the Lamp’s rivers reporter.",
        "Über die Autorin: Anna Beispiel, geboren 1980, schreibt über Flüsse.",
        "Sobre la autora: Ana Ejemplo es periodista y escribe sobre ríos.",
        "Anna Esempio, giornalista freelance, vive a Valle e scrive di fiumi.",
    ],
)
def test_an_appeal_and_a_biography_go_in_each_language(line: str) -> None:
    assert trim(f"{BODY}{line}\n")[0] == BODY


@pytest.mark.parametrize("name", TRAPS)
def test_body_that_looks_like_boilerplate_stays(name: str) -> None:
    assert trim(BODY + TRAPS[name] + "\n") == (BODY + TRAPS[name] + "\n", NO_EDITS)


@pytest.mark.parametrize("name", TRAPS)
def test_and_it_stays_above_a_tail(name: str) -> None:
    text, _ = trim(BODY + TRAPS[name] + "\n" + TAILS["footer"])
    assert text == BODY + TRAPS[name] + "\n"


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor asked drivers to support the bridge fund with a small monthly gift.",
        "Readers can subscribe to the magazine from next month, the publisher said.",
        "Join us, they shouted. Few did.",
        "The ferry is free, but visitors are invited to make a donation.",
        "Die Stadt bietet einen Newsletter an, den die Bürger abonnieren können.",
        "Los vecinos pueden suscribirse al boletín del ayuntamiento.",
        "Become a member today, the gym insisted, long after he had moved to Leeds.",
        "Wir brauchen Ihre Hilfe, schrieb der Verein der Bürgermeisterin.",
        "Soutenez-nous, lançait le maire à la foule. Personne ne répondit.",
        "Steun ons, riep de spreker. Niemand klapte.",
        "Нам нужна ваша помощь, писали жители губернатору. Ответа не было.",
        "Bizi destekleyin, diye bağırdı konuşmacı. Kimse alkışlamadı.",
        "Steun ons, vroeg de wethouder. Niemand klapte.",
        "Ajutați-ne, cer vecinii de lângă pod. Nimeni nu a venit.",
        "Pomozte nám, prosila žena u mostu. Nikdo se nezastavil.",
        "Βοηθήστε μας, ζητούν οι έμποροι της γέφυρας.",
        "If you like the view, share it with your friends.",
        "Help us, the banner read; nobody looked up.",
        "Your support matters, she read at noon. We can’t do this without you. Donate now.",
        "Soutenez-nous, disait la banderole. Personne ne regardait.",
        "Unterstützt uns, stand auf dem Banner.",
        "Bizi takip edin, yazıyordu camda. Kimse bakmadı.",
        "Abonează-te, scrie pe pod, la noroc.",
        "Assine com tinta azul.",
        "Serves six. Share with friends.",
        "Please send what you can. That was the mayor's message on the last day of the flood.",
        "Subscribe, log in, log out: that is how most of them use it, the survey found.",
        "Taurus: Stay in. Gemini: Give generously. Leo: Stay out.",
        "Taurus: Stay in.\nLeo: Stay out.\nGemini: Give generously.",
        "Vera Lind is the new editor of the Lamp. She has covered rivers since 2009.",
        "The appeal ends on 3 May. Donations are matched by the Bridge Fund, up to £5,000.",
        "Every Friday at noon, 4,000 people get an email about bridges. Few open it.",
        "The podcast is available from Thursday wherever podcasts are found.",
        "Best in show: Rex, the baker's dog",
        "Next week: How to mend a net.",
        "Disclosure: The author holds shares in the yard.",
        "Vera reads them out. ``Support us today,'' ran the first. ``Donate now.''",
        "Follow the council's updates on Facebook.",
        "The Red Cross takes donations for the traders at any branch of the town bank.\nPlease donate.",
        "Das Rote Kreuz sammelt Spenden für die Händler.\n"
        "Spendenkonto: DE00 0000 0000 0000 0000 00, Stichwort Brücke",
    ],
)
def test_news_of_what_tails_ask_for_stays(sentence: str) -> None:
    assert trim(BODY + sentence + "\n") == (BODY + sentence + "\n", NO_EDITS)


@pytest.mark.xfail(reason="says of others what a tail says, and opens or ends like one", strict=True)
@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor publishes a weekly newsletter.",
        "Residents can follow the vote on Facebook.",
        "Download the council's app to report a pothole.",
    ],
)
def test_news_that_says_what_tails_say_stays(sentence: str) -> None:
    assert trim(BODY + sentence + "\n") == (BODY + sentence + "\n", NO_EDITS)


@pytest.mark.parametrize("name", ["newsletter", "buttons", "appeal"])
def test_the_article_goes_on_below_an_insertion(name: str) -> None:
    lines = BODY.splitlines(keepends=True)
    text = "".join(lines[:2]) + TAILS[name] + "".join(lines[2:])
    assert trim(text) == (text, NO_EDITS)
    assert trim(text + TAILS["footer"])[0] == text


@pytest.mark.parametrize(
    "head",
    [
        "Bridge to reopen\nDate: 4 May 2021\nTags: bridge, flood\n\n",
        "Home\nNews\nSport\n\nBridge to reopen\n\n",
        "Subscribe now.\nShare on Facebook\nBridge to reopen\n",
        "We use cookies.\nHome\nNews\nBridge to reopen\n",
        "Der Stadtrat\nThemen: Brücke\n\n",
    ],
)
@pytest.mark.parametrize("end", ["", "Share this article\nSign up for our newsletter.\n"])
def test_a_short_article_below_labels_stays(head: str, end: str) -> None:
    for article in (
        "The bridge will reopen in June.\n",
        "Three people were hurt.\nThe cause is not known.\n",
    ):
        assert trim(head + article + end)[0] == head + article


@pytest.mark.parametrize(
    "text", ["Hello\nWorld\n", "Home\nNews\nContact us\n", "Results\nRovers 2\nCity 0\n"]
)
def test_labels_alone_have_no_tail(text: str) -> None:
    assert trim(text) == (text, NO_EDITS)


def test_a_quotation_is_an_article() -> None:
    article = "“We don’t know,” he said. “Nobody does.”\n"
    assert trim(article + "Sign up for our newsletter.\n")[0] == article


def test_sentences_without_gaps_between_words_are_an_article() -> None:
    article = "大桥将重新开放\n市议会批准了建设计划。\n市长说费用由省政府承担。\n"
    assert trim(article + "分享到微信\n相关阅读\n版权所有 © 2024\n")[0] == article


INTERRUPTIONS = [
    "Article continues after advertisement",
    "Photo: Sam Cole",
    "Share on Facebook",
    "Sign up for our newsletter.",
    "Read more: Fire at old mill",
    "Advertisement\nLoading comments",
]


@pytest.mark.parametrize("interruption", INTERRUPTIONS)
@pytest.mark.parametrize("last", ["He was 71.", "Nobody was hurt.", "“It is over,” Park said at noon."])
def test_the_last_sentence_below_an_interruption_stays(interruption: str, last: str) -> None:
    text = f"{BODY}{interruption}\n{last}\n"
    assert trim(text) == (text, NO_EDITS)


@pytest.mark.xfail(reason="two words, or in title case: labels are so too", strict=True)
@pytest.mark.parametrize("last", ["Nobody died.", "Visit the Old Mill Museum on Hill Road."])
def test_a_last_line_that_reads_as_a_label_stays(last: str) -> None:
    text = f"{BODY}Share on Facebook\n{last}\n"
    assert trim(text) == (text, NO_EDITS)


@pytest.mark.parametrize(
    "end", ["Weather\nToday: rain\nTomorrow: sun", "Погода\nСегодня: дождь\nЗавтра: солнце"]
)
def test_names_of_sections_alone_make_no_tail(end: str) -> None:
    assert trim(BODY + end)[0] == BODY + end


BLOCKS = {
    "signature": "Vera Lind\nMill Street",
    "recipe": "Zutaten\n2 Eier\n200 g Mehl\n1 Zitrone",
    "results": "Nîmes 2\nOrléans 1",
    "set list": "Setlist\nLow Water\nGrey Morning\nÅrhus\nThe Letter",
    "dates": "Key dates\nMay 2023: plan approved\nJune 2023: vote postponed\nJuly 2024: money runs out",
    "results below a name of a section": "Results\n100m: 1. A. Lind 10.42\n200m: 1. V. Lind 21.10",
    "stanza": "Follow us down to the water,\nsubscribe to the slow of the mill;\n"
    "we’ll comment on nothing but weather,\nand then we’ll be still.",
    "blog of an evening": "18:05 The polls have closed.\n17:00 We start our coverage.",
}


@pytest.mark.parametrize("name", BLOCKS)
@pytest.mark.parametrize("tail", ["", *TAILS.values()])
def test_a_block_between_blank_lines_stays_whole(name: str, tail: str) -> None:
    article = BODY.replace("\n", "\n\n") + BLOCKS[name] + "\n"
    assert trim(f"{article}\n{tail}")[0].startswith(article)


@pytest.mark.parametrize("blank", ["", "\n"])
@pytest.mark.parametrize(
    "end",
    [
        "Die Arb",
        "Falsche Ruhe\nSeit Jahren steht der Verkehr auf der",
        "On social media the answer was swift, if not kind. “Sell the ste",
    ],
)
def test_a_text_that_breaks_off_loses_nothing(end: str, blank: str) -> None:
    text = 2 * BODY + blank + end
    assert trim(text) == (text, NO_EDITS)


TALK = (
    "Q: Who taught you to mend nets?\n"
    "A: My mother, who had it from the old ferryman. He’s ninety now. He’d frighten you.\n"
    "Q: What is next?\nA: Soup, I’d say.\n"
)


@pytest.mark.parametrize(
    "titles",
    [
        "More from Music\nOwen Weir is back\nThe best weirs",
        "More from Rivers\nHe mends nets, and whatever else the water has torn\nWho owns the ferry?",
    ],
)
def test_titles_of_other_stories_go_below_an_interview(titles: str) -> None:
    article = f"A talk\n{4 * TALK}"
    assert trim(f"{article}\n{titles}\n")[0] == article


def test_a_block_that_asks_goes_whole() -> None:
    article = BODY.replace("\n", "\n\n").rstrip("\n") + "\n"
    assert trim(f"{article}\nDear readers,\nPlease support our journalism.\nDonate now\n")[0] == article


def test_a_long_list_below_a_single_label_makes_no_tail() -> None:
    towns = ("Hull", "Leeds", "York", "Ripon", "Selby", "Otley", "Thirsk")
    text = f"{BODY}Comments\n" + "".join(f"{home} and {guest}\n" for home, guest in permutations(towns, 2))
    assert trim(text) == (text, NO_EDITS)


def test_a_programme_alone_makes_no_tail() -> None:
    text = f"{BODY}Das Programm\nFreitag: Lesung und Gespräch\nSamstag: Diskussion\nSonntag: Konzert\n"
    assert trim(text) == (text, NO_EDITS)


def test_a_menu_goes_though_it_names_sections() -> None:
    assert trim(BODY + "Home\nNews\nSport\nWeather\n")[0] == BODY


LETTERS = (
    "Sir, – The weir is to be rebuilt in concrete, although my grandfather and forty more laid its stones.\n"
    "Owen Weir\nUpper Mill\n\n"
    "Sir, – Who asked?\nA. Reader\nHull\n"
)


@pytest.mark.parametrize("end", ["Upper Mill\n", "Who asked?\n", "A. Reader\n", "Hull\n"])
@pytest.mark.parametrize("head", ["Sir, – ", "SIR – ", "Dear editor: ", "Letters to the editor\n\n"])
def test_letters_keep_their_signatures(head: str, end: str) -> None:
    page = LETTERS.replace("Sir, – ", head) if head[-1] == " " else head + LETTERS.replace("Sir, – ", "")
    text = page[: page.index(end) + len(end)]
    assert trim(text) == (text, NO_EDITS)


@pytest.mark.parametrize("name", ["Baden-Reader", "İnce"])
def test_a_name_of_any_kind_opens_a_line_of_a_whole_archive(name: str) -> None:
    archive = BODY * 200
    text, _ = trim(f"{archive}Anna {name} is a writer who covers rivers for the Lamp.\nShare on Facebook\n")
    assert text.startswith(archive)


TITLES = [
    "Why Ferries Are Back",
    "Ten Bridges You Have To See",
    "A Mayor Looks at Rust",
    "The Baker Who Stayed",
    "What the River Took",
]
TEASERS = [
    "“We had asked for a ferry, not for a bridge,” said a trader who lost half of her customers while the "
    "works went on, and who thinks that the county knew.",
    "The price of steel rose by 3 percent to $500 a ton on Wednesday, its highest in two years, after the "
    "largest mill in the state said that it would close.",
    "Security officers worry that this week’s coordinated thefts from more than 20 yards in the north mark a "
    "turning point in how copper is stolen.",
]


@pytest.mark.parametrize("date", ["", "May 3, 2021\n"])
def test_teasers_below_titles_are_no_article_that_goes_on(date: str) -> None:
    pairs = zip(TITLES, TEASERS, strict=False)
    teasers = "".join(f"{title}\n{teaser}\n{date}" for title, teaser in pairs)
    tail = f"Share this article\nTown\nRelated stories\n{teasers}Leave a comment\n"
    assert trim(BODY * 4 + tail)[0] == BODY * 4
    assert trim(BODY * 3 + tail)[0] == BODY * 3  # of which they are more than a quarter


def test_a_tail_too_sparse_to_be_cut_takes_no_article_along() -> None:
    last = (
        "Until then the buses will go round by Upper Mill, and the school on the far bank will start half an "
        "hour later than it does today.\n"
    )
    hours = (f"{hour}:{minute}5" for hour in (10, 11, 12) for minute in range(1, 6))
    titles = "".join(f"{hour}\n{title}\n" for hour, title in zip(hours, TITLES * 3, strict=True))
    links = f"Read also:\n{TITLES[0]}\n{TITLES[1]}\n"
    assert last in trim(f"{BODY}{links}{last}Share this\nFacebook\n{titles}")[0]


def test_marks_between_titles_do_not_make_a_tail_sparse() -> None:
    titles = "".join(f'"\n{title} in {place}\n' for place in ("Spring", "Winter") for title in TITLES)
    tail = f"0 Shares\nEmail\nComments\n{titles * 2}"
    assert trim(BODY * 2 + tail)[0] == BODY * 2


COMMENTS = (
    "Discussion about this post\n"
    "Ada Bell\n"
    "Feb 19\n"
    "I have lived beside this river for forty years, and nobody at the board has asked me anything at all.\n"
    "My father built the first of the two bridges, and said that the second would be one too many of them.\n"
    "The money were better spent on the school, which has had a leaking roof ever since the last big flood.\n"
    "Reply\n"
    "Share\n"
)


def test_comments_are_no_article_that_goes_on() -> None:
    assert trim(f"{BODY * 8}{COMMENTS}No posts\nReady for more?\n")[0] == BODY * 8


def test_the_article_goes_on_right_below_a_label_of_comments() -> None:
    label = COMMENTS.replace("Ada Bell\nFeb 19\n", "").replace("Discussion about this post", "Loading")
    assert trim(BODY + label)[0].splitlines()[-1].startswith("The money")


def test_a_kept_category_stays_and_the_rest_goes() -> None:
    text, edits = trim(BODY + TAILS["interrupted"], keep=["donation"])
    assert "Please support our independent journalism." in text
    assert "All rights reserved" not in text
    assert "donation" not in {edit.kind for edit in edits}


CREDITS = [
    "The Associated Press contributed to this report.",
    "Reporting by A. Writer in Oslo; additional reporting by B. Reader and C. Walker in Bergen and Aarhus.",
    "Correction: An earlier version of this article gave the wrong length of the bridge.",
    "Source: Ministry of Works",
    "Photograph: A. Reader",
    "Edited by A. Reader",
    "Ms Lamp's name was misspelled in an earlier version of this article.",
    "Translated from the French by A. Writer",
    "Aus dem Englischen von K. Beispiel",
    "Das Gespräch führte K. Beispiel.",
    "Traduit de l’anglais par M. Exemple",
    "Photo M. Exemple / AFP",
    "Traducción de M. Ejemplo",
    "Traduzione di M. Esempio",
    "Rating: 4 out of 5 stars",
    "In the UK, the Samaritans can be contacted on 116 123.",
]
APPEALS = [
    "Please support our newsroom with a donation today.",
    "Sign up for our newsletter to get stories like this in your inbox every morning.",
]


@pytest.mark.parametrize("below", ["", "Related stories\nTen Bridges You Have To See\n"])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("blank", [0, 1])
@pytest.mark.parametrize("appeal", APPEALS)
@pytest.mark.parametrize("credit", CREDITS)
def test_a_credit_below_an_appeal_stays(
    credit: str, appeal: str, blank: int, ending: str, below: str
) -> None:
    gap = ending + blank * ending
    body = BODY.replace("\n", gap)
    text, edits = trim(f"{body}{appeal}{gap}{credit}{gap}{below}")
    assert text == f"{body}{credit}{ending}"
    assert all(edit.after is None and edit.reason for edit in edits)


def test_a_row_of_marks_goes_with_the_appeal_below_it() -> None:
    appeal = "Thank you for reading. Our reporting is paid for by readers like you.\nCount me in\n"
    assert trim(f"{BODY}~\n{appeal}")[0] == BODY
    assert trim(f"{BODY}■\n{appeal}")[0] == f"{BODY}■\n"


def test_a_row_of_marks_stays_above_a_credit() -> None:
    article = BODY + "* * *\nSource: The Lamp\n"
    titles = "".join(f"{title}\n" for title in TITLES)
    assert trim(f"{article}Most read\n{titles}About us\n")[0] == article


def test_credits_between_appeals_stay() -> None:
    below = [APPEALS[0], CREDITS[0], APPEALS[1], CREDITS[3], CREDITS[2]]
    text, edits = trim(BODY + "\n".join(below) + "\n")
    assert text == BODY + "\n".join([CREDITS[0], CREDITS[3], CREDITS[2]]) + "\n"
    assert [edit.line for edit in edits] == [5, 7]


@pytest.mark.parametrize("credit", CREDITS[:2])
@pytest.mark.parametrize("name", [*TRAPS])
def test_a_credit_below_what_looks_like_boilerplate_takes_nothing(name: str, credit: str) -> None:
    text = f"{BODY}{TRAPS[name]}\n{credit}\n"
    assert trim(text) == (text, NO_EDITS)


def test_a_line_feed_below_a_carriage_return_joins_nothing_above_a_credit() -> None:
    text, edits = trim(f"{BODY[:-1]}\r{APPEALS[0]}\n\n{CREDITS[0]}\n")
    assert text == f"{BODY[:-1]}\r{CREDITS[0]}\n"
    assert [edit.reason for edit in edits] == ["donation:support-us", "donation:text"]


NEWSLETTERS = [
    "Join our newsletter",
    "Subscribe to our newsletter to get our newest articles first.",
    "Subscribe to the free newsletter of the Lamp",
    "Newsletter abonnieren",
    "Suscríbete a nuestra newsletter",
    "Abonnez-vous à notre newsletter",
    "Assine a nossa newsletter",
    "Подпишитесь на рассылку",
    "Підпишіться на розсилку",
]


@pytest.mark.parametrize("line", NEWSLETTERS)
def test_subscribing_to_a_newsletter_is_newsletter(line: str) -> None:
    text = f"{BODY}{line}\n"
    assert trim(text, keep=["newsletter"]) == (text, NO_EDITS)


@pytest.mark.parametrize(
    "line", ["Please consider making a donation to our newsroom, or join our newsletter.", "Subscribe now"]
)
def test_what_asks_for_more_than_a_newsletter_is_not_kept_as_one(line: str) -> None:
    assert trim(f"{BODY}{line}\n", keep=["newsletter"])[0] == BODY


def test_an_unknown_category_is_told() -> None:
    with pytest.raises(NewscleanError, match="unknown category 'donations'; known: donation, membership"):
        check(["donations"], [])


def test_a_line_feed_left_alone_joins_no_carriage_return() -> None:
    appeal = "Please support our independent journalism. Your gift keeps our reporters going."
    text = BODY + f"{appeal}\rSign up for our newsletter today.\n\n{appeal}\n"
    left, edits = trim(text, keep=["donation"])
    assert left == BODY + f"{appeal}\r{appeal}\n"
    assert [edit.before for edit in edits] == ["Sign up for our newsletter today.\n", "\n"]


def own_rule(folder: Path, category: str, start: str) -> Path:
    """Write a rule file with one rule, `own`, for lines that begin with `start`."""
    path = folder / "own.toml"
    path.write_text(
        f'[own]\ncategory = "{category}"\npattern = "^{start}"\n'
        f'matches = ["{start}", "{start} now"]\nspares = ["The blimp flew."]\n',
        encoding="utf-8",
    )
    return path


def test_a_rule_of_ones_own_cuts_what_the_built_in_ones_leave(tmp_path: Path) -> None:
    own = own_rule(tmp_path, "donation", "zorp zorp the blimp")
    text, edits = trim(BODY + "Zorp zorp the blimp for the lamp\n", rules=[own])
    assert text == BODY
    assert [edit.reason for edit in edits] == ["donation:own"]


CURT = "The mayor left on Wednesday, and the pool was closed for good.\n"


@pytest.mark.parametrize("below", ["He was 71.\n", CURT, CURT + "No ferry ran that night.\n", BODY])
def test_a_rule_of_ones_own_takes_no_news_along(tmp_path: Path, below: str) -> None:
    own = own_rule(tmp_path, "donation", "zorp zorp the blimp")
    line = "Zorp zorp the blimp for the lamp.\n"
    for above in (CURT, BODY):
        assert trim(above + line + below, rules=[own]) == (above + line + below, NO_EDITS)
        assert trim(above + line + below + line + line, rules=[own])[0] == above + line + below


@pytest.mark.parametrize("name", TAILS)
def test_a_line_of_ones_own_goes_with_the_tail_below_it_and_above_it(tmp_path: Path, name: str) -> None:
    own = own_rule(tmp_path, "donation", "zorp zorp the blimp")
    line = "Zorp zorp the blimp for the lamp.\n"
    assert trim(BODY + line + TAILS[name], rules=[own])[0] == BODY
    assert trim(BODY + TAILS[name] + line, rules=[own])[0] == BODY


@pytest.mark.parametrize(("category", "reasons"), [("tags", ["tags:own"]), ("credit", [])])
def test_a_rule_of_ones_own_comes_before_built_in_ones(
    tmp_path: Path, category: str, reasons: list[str]
) -> None:
    line = "Sign up for our newsletter to get the best of the bridge every morning.\n"
    own = own_rule(tmp_path, category, "sign up for our newsletter")
    assert [edit.kind for edit in trim(BODY + line)[1]] == ["newsletter"]
    assert [edit.reason for edit in trim(BODY + line, rules=[own])[1]] == reasons


@pytest.mark.parametrize("text", ["", "\n\n", "Donate now\n", "Share\nFacebook\nTwitter\n", "Privacy policy"])
def test_an_article_is_never_removed_whole(text: str) -> None:
    assert trim(text)[0].strip() or not text.strip()


LINES = [
    *BODY.splitlines(),
    *(line for tail in TAILS.values() for line in tail.splitlines()),
    *TRAPS.values(),
]
ENDINGS = ["\n", "\r\n", "\r", "\n\n"]


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.sampled_from(LINES), max_size=30), st.sampled_from(ENDINGS))
def test_trimming_twice_is_trimming_once_and_edits_tell_all(lines: list[str], ending: str) -> None:
    text = "".join(line + ending for line in lines)
    once, edits = trim(text)
    assert trim(once) == (once, NO_EDITS)
    before = split_lines(text)
    gone = {edit.line for edit in edits}
    assert [before[edit.line - 1] for edit in edits] == [edit.before for edit in edits]
    assert "".join(line for number, line in enumerate(before, 1) if number not in gone) == once
