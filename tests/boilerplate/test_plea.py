"""Pleas that no rule knows are recognised by signs and by their words; news with a few of these is none."""

import pytest

from newsclean.boilerplate.fold import fold, split_words, unquoted
from newsclean.boilerplate.plea import BIAS, PLEA_SIGNS, SOUND_ODDS, log_odds, plea, telling
from newsclean.boilerplate.prepare import read_weights
from newsclean.boilerplate.weights import Weights, load_weights


def pleads(line: str) -> str:
    """Return what a line pleads for, as a newsletter, an offer or an appeal does; empty if it does not."""
    text = unquoted(fold(line))
    category, count = plea(text, split_words(text))
    return category if count >= PLEA_SIGNS else ""


PLEAS = {
    "donation": [
        "The Gull runs on $9 from people like you. Our reporters thank all who fill the donation jar.",
        "Four of us make this podcast. If you enjoyed the episode, our Patreon is the place to say so.",
        "Ohne Werbung und ohne Verlag im Rücken hängt unsere Redaktion an dir: Spende, was du kannst.",
        "Sans publicité, notre média tient grâce à vous : un soutien de 3 € par mois nous suffit.",
        "Sin publicidad, nuestra revista necesita que tú la sostengas: tu aportación de 5 € al mes.",
        "Sem publicidade, o nosso jornal vive de você: doar 10 reais por mês é a ajuda possível.",
        "Senza pubblicità, la nostra redazione ha bisogno di voi: una donazione di 4 euro al mese.",
        "Zonder reclame draait onze redactie op jou: een bijdrage van 3 euro per maand is nodig.",
        "Bez sponsorów nasz portal działa dzięki tobie: wpłata 10 zł miesięcznie wystarczy.",
        "Reklamsız kalan gazetemiz için siz okurlarımızın bağışı gerekiyor: ayda 20 lira.",
        "Без рекламы наша редакция живёт благодаря вам: взнос от 100 рублей в месяц.",
        "Без реклами наша редакція тримається на вас: внесок від 50 гривень щомісяця.",
        "Naše redakce nemá reklamu a potřebuje vás: přispějte 100 korun měsíčně.",
        "Vår tidning har inga annonser och behöver dig: ditt bidrag på 50 kronor i månaden räcker.",
        "Vores avis har ingen reklamer og brug for jer: bidrag med 30 kroner om måneden.",
        "Avisen vår har ingen annonser og trenger deg: et bidrag på 50 kroner i måneden holder.",
        "Olemme pieni toimitus, ja tarvitsemme tukeasi: lahjoita ja auta meitä jatkamaan.",
        "Kis szerkesztőség vagyunk, és szükségünk van rád: támogasd a munkánkat havi adománnyal.",
        "Suntem o redacție mică și avem nevoie de sprijinul tău: donează și ajută-ne să continuăm.",
        "Είμαστε μια μικρή συντακτική ομάδα και χρειαζόμαστε τη στήριξή σας: γίνετε συνδρομητές.",
        "저희 신문은 광고 없이 만듭니다. 여러분의 후원이 취재를 이어 갑니다. 매월 5000원이면 됩니다.",
    ],
    "newsletter": [
        "The ferry has a newsletter too: our timetable and a poem, free, in your inbox at dawn.",
        "Unser Rundbrief kommt jeden Donnerstag gratis in dein Postfach.",
        "Chaque mardi, notre courriel gratuit vous raconte ce que la semaine a oublié.",
        "Nuestro boletín llega a tu correo cada lunes y te puedes ir cuando quieras, gratis.",
        "Onze nieuwsbrief ligt elke maandag gratis in je mailbox.",
        "저희 뉴스레터는 매주 무료로 여러분의 메일함에 갑니다. 언제든 해지할 수 있습니다.",
        "Наша рассылка приходит вам каждый вторник, бесплатно, и отписаться можно в один клик.",
    ],
    "subscription": [
        "With the small pass you read all stories and maps for £2 a week; cancel anytime, no access fee.",
        "Mit dem Abo für 6 Euro im Monat liest du alle Texte, jederzeit kündbar.",
        "Notre offre à 4 euros par mois vous ouvre tous les articles et les archives.",
        "Por 5 euros al mes, la suscripción te da acceso a todos nuestros artículos.",
        "Per 3 euro al mese leggi tutti gli articoli: l'abbonamento si disdice quando vuoi.",
        "За 90 гривень на місяць передплата відкриває вам усі статті.",
    ],
}


@pytest.mark.parametrize(
    ("category", "line"), [(category, line) for category, lines in PLEAS.items() for line in lines]
)
def test_a_plea_that_no_rule_knows_is_told_by_its_signs(category: str, line: str) -> None:
    assert pleads(line) == category


@pytest.mark.parametrize(
    "line",
    [
        "The family asks for donations to the hospice; cheques can be sent to the undertaker.",
        "Readers give the paper $9 a month, and its owner says that advertising brings in as much.",
        "We owe you nothing, and you owe us nothing, so let us please help each other.",
        '"Please donate to our newsroom, we need you, from $5 a month," the editor wrote to readers.',
        "Subscribers will pay £8 a month for the magazine from May, and £80 for the year.",
        "Wer helfen will, kann auf das Konto der Gemeinde spenden, Verwendungszweck Hochwasser.",
        "Les dons sont à envoyer par chèque à la mairie, qui délivre un reçu pour les impôts.",
        "Las donaciones se pueden hacer por Bizum a la parroquia, que agradece la ayuda.",
        "If you get an email like this one every week, delete it and tell your bank.",
        "The pool sends its members a free timetable each Friday; email the desk to get it.",
        pytest.param(
            "We write our letters by hand, and every Sunday the mail boat takes them to you all.",
            marks=pytest.mark.xfail(strict=True, reason="few words, all of which newsletters have"),
        ),
        "Subscriptions to the magazine cost $40 a year and can be cancelled online, the court ruled.",
        "The museum offers free access on Sundays, and a plan of the halls for two euros.",
        "Das Abonnement des Theaters kostet 90 Euro im Jahr; Karten gibt es jederzeit an der Kasse.",
        "구청은 기부금으로 도서관을 고쳤고, 여러분의 이웃이 낸 책으로 서가를 채웠다고 밝혔다.",
        "Помочь погорельцам можно, переведя пожертвование на карту по реквизитам фонда.",
    ],
)
def test_news_of_the_same_does_not_plead(line: str) -> None:
    assert not pleads(line)


def sounds(line: str) -> float:
    """Return the log-odds that a line is a plea, by its words."""
    return log_odds(split_words(unquoted(fold(line))), load_weights("pleas"))


@pytest.mark.parametrize(
    "line",
    [
        "Our reporters live on what readers give: become a supporter and keep this newsroom going.",
        "Stay informed and stay curious: our letter is free and lands in your inbox on Mondays.",
        "Wenn dir unsere Texte etwas bedeuten, dann hilf uns mit einer Spende, weiterzumachen.",
        "Si nos enquêtes vous ont éclairé, aidez-nous à en publier d'autres, même avec peu.",
        "Si esta revista te acompaña, acompáñala tú también con una pequeña donación.",
        "Se le nostre inchieste ti sono utili, aiutaci con una donazione a farne altre.",
        "Als je onze verhalen graag leest, help ons dan met een bijdrage om door te gaan.",
        "Se as nossas reportagens lhe são úteis, apoie o nosso trabalho com uma doação mensal.",
        "Jeśli nasze reportaże są ci potrzebne, pomóż nam je tworzyć i wpłać darowiznę.",
        "Если вам нужны наши тексты, поддержите редакцию: нам важен каждый читатель.",
        "Якщо вам потрібні наші тексти, підтримайте редакцію: нам важливий кожен читач.",
        "Yazılarımız size iyi geliyorsa, bize destek olun ve gazeteciliğimizi birlikte sürdürelim.",
        "Jsme malá redakce a bez vaší podpory se neobejdeme: přispějte nám, kolik můžete.",
        "Vi är en liten redaktion utan ägare, och vi behöver ditt stöd: bli månadsgivare i dag.",
        "Vi er en lille redaktion, og uden din støtte kan vi ikke fortsætte: bliv medlem i dag.",
        "Vi er en liten redaksjon, og uten din støtte stopper vi: bli fast giver i dag.",
    ],
)
def test_a_plea_sounds_like_one(line: str) -> None:
    assert sounds(line) > SOUND_ODDS[0]


@pytest.mark.parametrize(
    "line",
    [
        "The rain had stopped by noon, and the boats went out again.",
        "She told the court that she had never read the letter, nor asked who sent it.",
        "Der Fluss war am Abend wieder ruhig, und die Boote lagen am Ufer.",
        "La pluie s'est arrêtée vers midi et les bateaux sont ressortis.",
        "La lluvia paró a mediodía y los barcos volvieron a salir, dijo el capitán.",
        "К полудню дождь прекратился, и лодки снова вышли в море, сказал капитан.",
        "K večeru se řeka uklidnila a lodě zase vypluly, řekl kapitán.",
        "Vid middagstid slutade regnet, och båtarna gick ut igen, sade kaptenen.",
        "Estére elállt az eső, és a hajók újra kifutottak, mondta a kapitány.",
        "Το μεσημέρι σταμάτησε η βροχή και τα καΐκια ξαναβγήκαν, είπε ο καπετάνιος.",
    ],
)
def test_news_does_not_sound_like_a_plea(line: str) -> None:
    assert sounds(line) < 0


def test_words_weigh_the_same_in_any_order() -> None:
    tenths = {f"word{number}": 0.1 for number in range(10)}
    weights = Weights({BIAS: 0.0, **tenths})
    assert log_odds([*tenths], weights) == 1.0  # which adding one after the other misses


def test_words_and_pairs_are_as_a_line_has_them() -> None:
    names = [name for name in read_weights("pleas") if name != BIAS]
    assert [name for name in names if name not in telling(name.split())] == []
    assert [name for name in names if fold(name) != name] == []
