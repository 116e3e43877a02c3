"""What is settled by its place alone is what no check of the proof would change."""

import pytest
from openings import OPENINGS

from benchmarks import texts
from benchmarks.channels import damage
from newsclean import Result, clean
from newsclean.mojibake.lossy.proof import settled

# Channels that leave nothing of most marks.
CHANNELS = ("ascii ?", "utf-8 in ascii", "1252 as utf-8")
# Marks and signs of every family that a check knows.
SENTENCES = {
    "en": """
    She drank a ½ litre of milk, it’s a ½ mile away – and an ½ hour later he left.
    The UN’t has no such rule.  He said he didn’t” and left.  It’s’foo and it can’t’bar.
    It covers 12 km² of land, CO₂ – and 5 m? No. How far? 5? 6? 7?
    It was −6 °C, or 5 ° F. £40 – 3 €, “£12”, 12 – 14 or 3–4; the ’90s, ’98 – 30 × 40 cm.
    The S” shelf, the cafés’ doors: the café’s owner. The players – and – ’ – no. He ’ she ’, (’).
    So it ended.“Then they left.  Readers wrote from “Łódź”, from Besançon.  What more? That? Cafe?
    O’Brien’s, l’été’s and “d’accord”.  You’Re late.
    """,
    "de": """
    Ein ½ Liter, eine ½ Stunde – für 12 €. Es kostet 2 Mio. € im Jahr, 3 Mrd € – und 4 Mio ?
    Nach § 97 Abs. 1, § 5 UrhG – laut §§ 1, 2. „ÜBER ALLES“, „Über“ und „über“. Wie bitte?! Für 12 ?.
    """,
    "es": """
    —¿Cuándo? —dijo él. ¡Nadie! «No», dijo.
    “¿Qué hora es?” ½ hora – una ½ hora. “¡No!” y más. ¿Sí?
    —Hola" dijo él. —No —gritó. El n.º 3.º piso, 2 millones de € – 12 €.
    """,
    "fr": """
    Il va à Paris – une ½ heure, 14ème, n° 12 ?
    L’été « à l’École » : 2 millions de € par mois – à 5 %.
    """,
    "pt": "Não é – e há – uma ½ hora, 3 mil € – à noite.",
    "cs": "Podle § 5 zákona – čtvrt’ a „Žižkov“ – či ne? ŽIŽKOV „Ž“ – 12 °C.",
}


def cleaned(text: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Result, Result]:
    """Return what becomes of a text if nothing is settled, and what if what is settled is not checked."""
    with monkeypatch.context() as patch:
        patch.setattr(settled, "original", lambda *_: None)
        checked = clean(text, trim=False)
    return checked, clean(text, trim=False)


@pytest.mark.parametrize("channel", CHANNELS)
def test_no_check_changes_what_is_settled_in_an_article(
    channel: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for article in texts.latin_articles():
        checked, quick = cleaned(damage(article, channel), monkeypatch)
        assert (quick.text, quick.unresolved) == (checked.text, checked.unresolved)
        assert list(quick.edits) == list(checked.edits)


@pytest.mark.parametrize("channel", CHANNELS)
@pytest.mark.parametrize("language", SENTENCES)
def test_no_check_changes_what_is_settled_beside_signs(
    language: str, channel: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening = OPENINGS[language]
    text = "".join(
        [damage(f"{opening}{line.lstrip()}\n", channel) for line in SENTENCES[language].split("\n")]
    )
    checked, quick = cleaned(text + opening, monkeypatch)  # with lines in which marks have survived
    assert (quick.text, quick.unresolved) == (checked.text, checked.unresolved)


@pytest.mark.parametrize("measure", ["litre of milk", "mile", "hour"])
def test_a_half_stays_and_is_told(measure: str) -> None:
    text = f"They don?t know. ?It?s late,? he said, and it wasn?t. She saw a ? {measure}."
    result = clean(text, trim=False)
    assert result.text.endswith(f"a ? {measure}.")
    assert [damage.text for damage in result.unresolved] == ["?"]
