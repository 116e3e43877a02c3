"""Letters that are words, where a dash is lost alike: `non è vero – ma non`."""

from importlib.resources import files

import pytest

from newsclean import clean
from newsclean.mojibake.lossy.letters import lone

ITALIAN = (
    "La città vuole chiudere la vecchia piscina, ma gli abitanti si oppongono. “Non ci arrendiamo”, ha detto "
    "la portavoce dell’associazione, che l’anno scorso è riuscita a salvarla. C’è già un’altra proposta.\n"
)
PORTUGUESE = (
    "A cidade quer fechar a velha piscina, mas os moradores não aceitam. “Não vamos desistir”, disse a "
    "porta-voz da associação, que reuniu no ano passado crianças e também avós. Segundo a câmara, não haverá "
    "mais verbas até ao verão.\n"
)
NORWEGIAN = (
    "Byen vil stenge den gamle svømmehallen, men innbyggerne er imot. «Vi gir oss ikke», sier lederen for "
    "gruppen, som i fjor samlet både barn og besteforeldre. Ifølge kommunen blir det ikke mer penger.\n"
)


def through_ascii(text: str) -> str:
    return clean(text.encode("ascii", "replace").decode(), trim=False, quotes="original").text


@pytest.mark.parametrize(
    ("opening", "sentence"),
    [
        (ITALIAN, "Non è la prima volta, e la risposta è molto semplice.\n"),
        (ITALIAN, "È una storia lunga, che non è ancora finita.\n"),
        (ITALIAN, "Il sindaco non ha risposto – come sempre.\n"),
        (PORTUGUESE, "Não é possível, e o plano é muito antigo.\n"),
        (PORTUGUESE, "Ela tem acesso à internet e chegou à cidade.\n"),
        (NORWEGIAN, "De har bestemt seg for å stenge, og det er vanskelig å finne et sted til.\n"),
        (NORWEGIAN, "Saken – årets dyreste – har pågått siden februar.\n"),
    ],
)
def test_the_words_beside_it_tell_a_letter_from_a_dash(opening: str, sentence: str) -> None:
    assert through_ascii(opening + sentence) == opening + sentence


def test_where_they_do_not_tell_it_stays() -> None:
    restored = through_ascii(PORTUGUESE + "O prefeito – como sempre.\n")
    assert restored.endswith("O prefeito ? como sempre.\n")


def test_shares_add_up_to_one_with_a_mark() -> None:
    weights = lone.weights_of("pt")
    assert set(weights) == {"é", "à"}
    shares = lone.weigh(weights, "não", "possível")
    assert shares["é"] > 0.9
    assert 0.0 < sum(shares.values()) < 1.0


def test_the_languages_are_those_of_the_table() -> None:
    table = files("newsclean.mojibake.lossy.letters").joinpath("lone.tsv").read_text("utf-8")
    assert {line.partition("\t")[0] for line in table.splitlines()} == lone.LANGUAGES


def test_a_language_without_such_letters_has_no_weights() -> None:
    assert lone.weights_of("en") == lone.weights_of("") == {}
