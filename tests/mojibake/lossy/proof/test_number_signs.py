"""Signs and letters beside numbers, where all that is lost is left as the same character."""

import re

import pytest
from openings import OPENINGS, lossy

from newsclean import clean
from newsclean.mojibake.lossy.currencies import currency


@pytest.mark.parametrize("codec", ["ascii", "utf-8"])
@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Der Eintritt kostet 12,50 € für Erwachsene."),
        ("de", "Die Sanierung würde 1.400.000 € kosten, so der Rat."),
        ("de", "Es gibt 300 € pro Kind dazu."),
        ("de", "Für 20 € bekommt man ein Heft."),
        ("de", "Am Sonntag waren es 34 °C im Tal und 21 °C auf dem Berg."),
        ("de", "Nach § 12 Abs. 3 ist das nicht erlaubt."),
        ("de", "Das steht in den §§ 4 und 5 der Ordnung."),
        ("fr", "L’entrée coûte 12,50 € pour les adultes."),
        ("fr", "Il faut payer 45 € par mois."),
        ("fr", "Le décret n° 2019-12 a été publié."),
        ("fr", "L’arrêté N°45 sera appliqué en été."),
        ("fr", "Elle a gagné la 1ère, la 2ème et la 14ème étape."),
        ("es", "Una multa de 300 € está prevista."),
        ("es", "La ley nº 12 no se aplicó."),
        ("it", "Si pagano 45 € al mese."),
        ("it", "Il numero n° 12 della rivista è uscito."),
        ("pt", "Uma multa de 300 € está prevista."),
        ("en", "Goals: Gonçalves (12’), Sørensen (45, 62’), Pike (90+3’)."),
        ("es", "Goles: Martín (8’), Peña (33’)."),
        ("en", "It was 34 °C in the valley and 21°C by the sea."),
        ("de", "Der Eintritt kostet 5 €, für Schüler 3 €."),
        ("de", "Das steht in § 7 der Satzung, und nach § 9 gilt es."),
        ("fr", "Le prix est de 10 €, dit-elle."),
        ("es", "El pase cuesta 7 €, para niños 2 €."),
        ("it", "Il costo (circa 300 €) resta al comune."),
        ("de", "Der Eintritt kostet 8 €, ermäßigt 5 € am Abend."),
        ("de", "„Das sind 50 €“, sagte sie."),
        ("de", "Die Kosten liegen bei 2,5 Mio. € im Jahr."),
        ("de", "Der § 218 soll fallen."),
        ("de", "Der Wert liegt bei 40 µg/m³ im Mittel."),
        ("fr", "La prime (300 €) sera versée."),
        ("fr", "Le billet coûte 12,50 €."),
        ("fr", "Il gagne 1 800 € net par mois."),
        ("fr", "« Je paie 10 € », dit-elle."),
        ("es", "“Pagué 10 €”, dijo ella."),
        ("it", "Chi paga 20 €? Nessuno."),
        ("en", "The forest of 200 km² burned for days."),
        ("en", "The dose is 50 µg a day."),
        # What is none.
        ("de", "Im Jahr 2019 – und nur damals – war es anders."),
        ("de", "Auf Platz 3 – vor dem Meister – steht der Verein."),
        ("de", "Am 12. Mai 2020 – es war ein Dienstag – schloss das Bad."),
        ("de", "Von 2012 – dem Jahr der Flut – spricht keiner mehr."),
        ("de", "Das Spiel endete 3:2 – ein Erfolg."),
        ("de", "Sie kam auf Platz 2? Ein Irrtum."),
        ("fr", "À 21 h 30 – comme toujours – on ferme."),
        ("en", "Was it 38? Figures vary. Is the flight 24? Call them."),
    ],
)
def test_a_sign_beside_a_number_is_no_mark(language: str, sentence: str, codec: str) -> None:
    text = OPENINGS[language] + sentence + "\n"
    assert clean(lossy(text, codec), trim=False, quotes="original").text == text


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "It was −6 degrees that night, and −4°C at noon."),
        ("en", "It fell to between −5 and −2 degrees."),
        ("en", "Output shrank by between −0.5% and −0.2% in spring."),
        ("de", "In der Nacht waren es −6 Grad, am Morgen −9 °C."),
        ("de", "Die Werte liegen zwischen −5 und −2 Grad."),
        ("fr", "Il faisait entre −5 et −2 degrés au sol."),
        ("es", "Se esperan entre −5 y −2 grados en la sierra."),
        ("it", "Stanotte si scende a −8 °C in valle."),
        ("pt", "Esperam-se entre −5 e −2 graus na serra."),
    ],
)
def test_a_minus_is_no_currency(language: str, sentence: str) -> None:
    text = OPENINGS[language] + sentence + "\n"
    assert clean(lossy(text, "ascii"), trim=False, quotes="original").text == text


@pytest.mark.parametrize(
    "sentence",
    [
        "He calls it “6 degrees of separation” himself.",
        "Sums of ±3 points, and “5 degrees”, were seen.",
        "It was “8 degrees is not cold,” that she said.",
    ],
)
def test_what_stands_before_degrees_may_be_no_minus(sentence: str) -> None:
    damaged = lossy(OPENINGS["en"] + sentence + "\n", "ascii")
    assert "−" not in clean(damaged, trim=False).text


def test_a_margin_of_error_is_on_both_sides() -> None:
    text = OPENINGS["en"] + "The poll has a margin of error of ±3 points.\n"
    assert clean(lossy(text, "ascii"), trim=False, quotes="original").text == text


@pytest.mark.parametrize(
    ("text", "own", "lost", "told"),
    [
        ("It cost ?5 in London.", "en", "£€¥₹", "£"),
        ("It cost ?5 in Paris.", "en", "£€¥₹", "€"),
        ("It cost ?5 in Tokyo.", "en", "£€¥₹", "¥"),
        ("It cost ?5 in Mumbai.", "en", "£€¥₹", "₹"),
        ("It cost ?5, about the colour of money.", "en", "£€¥₹", "£"),
        ("It cost $6 / ?5.", "en", "£€¥₹", "£"),
        ("It cost ?5.", "en", "£€¥₹", ""),
        ("It cost ?5 in London and Paris.", "en", "£€¥₹", ""),
        ("It cost ?5 in Paris, Rome, London and Tokyo.", "en", "£€¥₹", ""),
        ("It cost ?5 in euros in Paris, London and Tokyo.", "en", "£€¥₹", "€"),
        ("It cost ?5.", "en", "€", "€"),  # and no pound is lost by that channel
        ("Es kostet 5 ?.", "de", "£€¥₹", "€"),
        ("Es kostet 5 ?, nicht Franken.", "de", "£€¥₹", ""),
        ("Bilet kosztuje 5 ?.", "pl", "£€¥₹", ""),
        ("Bilet kosztuje 5 ?, czyli euro.", "pl", "£€¥₹", "€"),
    ],
)
def test_a_currency_is_told_by_the_words_of_the_article(text: str, own: str, lost: str, told: str) -> None:
    assert currency(text, {own}, lost) == told


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Das dauert ?12 Stunden."),
        ("en", "In London a ?12-year-old waited for ?7 hours."),
        ("es", "Tiene ?12 km de largo."),
        ("fr", "Il y a ?12 pages."),
        ("it", "Sono ?12 km."),
        ("de", "Es waren ?7 Minuten bis zum Schluss."),
        ("en", "It cost between ?5 and ?10 a head."),
    ],
)
def test_what_is_counted_is_no_sum(language: str, sentence: str) -> None:
    damaged = lossy(OPENINGS[language], "ascii") + sentence + "\n"
    assert clean(damaged, trim=False).text.endswith(sentence + "\n")


def test_what_may_be_either_ordinal_stays() -> None:
    damaged = lossy(OPENINGS["es"] + "Vive en el 2º piso.\n", "ascii")
    assert clean(damaged, trim=False).text.endswith("Vive en el 2? piso.\n")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("de", "Ab 10 ? Einkaufswert ist die Lieferung frei."),  # – or €
        ("de", "? 2023 Das Haus am Hafen."),  # – or ©
        ("de", "Das Bild misst 30 ? 40 cm."),  # – or ×
        ("pt", "O quadro mede 30 ? 40 cm."),  # é is a word
        ("en", "Was the ?45 ticket better?"),  # ’ or £
        ("en", "The flat has 60 m? and a garden."),  # ² or ³
        ("fr", "Un angle de 45? suffit."),
        ("it", "Il 1? maggio è festa."),
        ("it", "Un ? litro basta."),
        ("es", "El artículo 5.? no dice eso."),
    ],
)
@pytest.mark.parametrize("lost", ["?", "\ufffd"])
def test_what_may_be_another_sign_is_no_mark(language: str, sentence: str, lost: str) -> None:
    codec = "ascii" if lost == "?" else "utf-8"
    damaged = lossy(OPENINGS[language], codec) + re.sub(r"\?(?!$)", lost, sentence.replace("è", lost)) + "\n"
    wanted = re.sub(r"\?(?!$)", lost, sentence) + "\n"
    assert clean(damaged, trim=False, quotes="original").text.endswith(wanted)


def test_a_dash_behind_a_number_has_another_one() -> None:
    text = OPENINGS["de"] + "Sie lag bei 12 – mehr als je zuvor – und ging.\n"
    assert clean(lossy(text, "ascii"), trim=False, quotes="original").text == text


def test_an_index_of_a_formula_comes_back() -> None:
    text = OPENINGS["en"] + "Emissions of CO₂ fell, and CO₂-free power grew.\n"
    assert clean(lossy(text, "ascii"), trim=False, quotes="original").text == text


def test_a_pound_that_no_such_channel_keeps_tells_of_no_euro() -> None:
    sentence = "The club paid \ufffd214m, the fans £480 a year.\n"
    damaged = lossy(OPENINGS["en"], "utf-8") + sentence
    assert clean(damaged, trim=False, quotes="original").text.endswith(sentence)
