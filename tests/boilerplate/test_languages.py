"""What the rules of every language other than English hold to."""

import re

import pytest

from newsclean.boilerplate import trim
from newsclean.boilerplate.fold import examined
from newsclean.boilerplate.matcher import CREDIT
from newsclean.boilerplate.rules import list_rules

RULES = [rule for rule in list_rules() if rule.language != "en" and rule.category != CREDIT]
LANGUAGES = sorted({rule.language for rule in RULES})
SPARED = {line: examined(line) for rule in list_rules() for line in rule.spares}
COMMON = "donation membership subscription newsletter share related comments copyright"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_knows_the_common_tails(language: str) -> None:
    assert {rule.category for rule in RULES if rule.language == language} >= set(COMMON.split())


def test_an_id_tells_its_language() -> None:
    assert [rule.id for rule in RULES if not rule.id.startswith(f"{rule.language}-")] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_rules_spare_what_the_rules_of_any_language_spare(language: str) -> None:
    # A text is matched against the rules of all languages, and news reads alike in several.
    own = [(rule.id, re.compile(rule.pattern)) for rule in RULES if rule.language == language]
    assert [(name, line) for line, text in SPARED.items() for name, found in own if found.search(text)] == []


# What the commonest publishing systems write below every article, buttons and all.
SYSTEMS = {
    "cs": ["Navigace pro příspěvek|Předchozí příspěvek|Napsat komentář"],
    "da": ["Indlægsnavigation|Forrige indlæg|Skriv et svar|Annuller svar"],
    "de": [
        "Gefällt mir:|Gefällt mir Lade...|Ähnliche Beiträge",
        "Beitrags-Navigation|← Vorheriger Beitrag|Nächster Beitrag →|Schreibe einen Kommentar",
        "Antworten|Kommentar verfassen",
        "Klicken Sie hier, um weiterzulesen.|Mehr erfahren|Über uns|Startseite",
    ],
    "es": [
        "Me gusta|Tuitear|Enviar a un amigo",
        "Navegación de entradas|Entrada anterior|Deja una respuesta",
        "Haga clic aquí|Síguenos",
    ],
    "fr": [
        "J'aime|Tweeter|Envoyer à un ami",
        "Navigation de l'article|Laisser un commentaire",
        "Cliquez ici|Suivez-nous",
    ],
    "it": [
        "Mi piace|Twitta|Invia a un amico",
        "Navigazione articoli|Articolo precedente|Lascia un commento",
        "Clicca qui|Seguici",
    ],
    "nl": ["Vind ik leuk|Stuur naar een vriend", "Berichtnavigatie|Vorig bericht|Geef een reactie"],
    "no": ["Innleggsnavigasjon|Forrige innlegg|Legg igjen et svar|Avbryt svar"],
    "pl": ["Nawigacja wpisu|Poprzedni wpis|Następny wpis|Dodaj komentarz|Anuluj pisanie odpowiedzi"],
    "pt": ["Curtir|Tweetar", "Navegação de posts|Post anterior|Próximo post|Deixe um comentário"],
    "ru": ["Нравится|Печать", "Навигация по записям|Предыдущая запись|Добавить комментарий|Отменить ответ"],
    "sv": ["Inläggsnavigering|Föregående inlägg|Lämna ett svar|Avbryt svar"],
    "tr": ["Yazı gezinmesi|Önceki yazı|Sonraki yazı|Bir yanıt yazın|Yanıtı iptal et"],
    "uk": ["Подобається|Друк", "Навігація записів|Попередній запис|Залишити відповідь"],
}
BODY = (
    "The council voted on Monday to close the old bridge for two years, although traders on both banks had "
    "asked for a shorter work plan and a ferry in the meantime.\n"
    "The state will pay for most of the work, but the town has to find two million from its own budget "
    "before the end of the year, the treasurer said.\n"
)


@pytest.mark.parametrize("labels", [labels for each in SYSTEMS.values() for labels in each])
def test_labels_of_publishing_systems_go(labels: str) -> None:
    assert trim(BODY + labels.replace("|", "\n") + "\n")[0] == BODY
