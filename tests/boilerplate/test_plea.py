"""Appeals in words that no rule knows are told by their signs, and news that shows a few signs is not."""

import pytest

from newsclean.boilerplate.fold import fold, split_words, unquoted
from newsclean.boilerplate.plea import PLEADS, pleading


def pleads(line: str) -> bool:
    """Tell whether a line pleads as an appeal does."""
    text = unquoted(fold(line))
    return pleading(text, split_words(text)) >= PLEADS


@pytest.mark.parametrize(
    "line",
    [
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
    ],
)
def test_an_appeal_that_no_rule_knows_pleads(line: str) -> None:
    assert pleads(line)


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
        "Помочь погорельцам можно, переведя пожертвование на карту по реквизитам фонда.",
    ],
)
def test_news_of_giving_does_not_plead(line: str) -> None:
    assert not pleads(line)
