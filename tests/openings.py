"""The first lines of articles: enough to know the language by, and the channel that a text went through."""

OPENINGS = {
    "ca": "La ciutat vol tancar la vella piscina, però els veïns s’hi oposen. «No ens rendirem», va dir la "
    "portaveu de l’associació, que l’any passat va reunir els nens i també els més grans.\n",
    "cs": "Město chce zavřít starý bazén, ale obyvatelé jsou proti. „Nevzdáme se,“ řekla mluvčí skupiny, "
    "která loni sbírala podpisy. Starosta nechtěl mluvit a více peněz letos nebude.\n",
    "de": "Die Stadt will das alte Bad schließen, doch viele Bürger möchten es erhalten. „Wir geben nicht "
    "auf“, sagte die Sprecherin der Gruppe – und die Bürgermeisterin schwieg dazu.\n",
    "en": "The city wants to close the old pool, but people don’t agree. “We won’t give up,” said the "
    "group’s spokeswoman, who’d asked for a meeting and didn’t get one. It’s what they’re afraid of.\n",
    "es": "La ciudad quiere cerrar la vieja piscina, pero los vecinos se oponen. “No vamos a abandonar”, "
    "dijo la portavoz de la asociación, que reunió el año pasado a los niños y también a los mayores. Según "
    "la alcaldía, no habrá más dinero después del verano.\n",
    "fr": "La ville veut fermer la vieille piscine, mais les habitants s’y opposent. « Nous n’abandonnerons "
    "pas », a déclaré la porte-parole du collectif, qui a réuni l’été dernier des élèves et leurs aînés.\n",
    "it": "La città vuole chiudere la vecchia piscina, ma gli abitanti si oppongono. “Non ci arrendiamo”, ha "
    "detto la portavoce dell’associazione, che l’anno scorso è riuscita a salvarla. C’è già "
    "un’altra proposta, più cara.\n",
    "lt": "Miestas nori uždaryti seną baseiną, tačiau gyventojai prieštarauja. „Mes nepasiduosime“, sakė "
    "grupės atstovė, kuri pernai rinko parašus. Meras nenorėjo kalbėti, o daugiau pinigų šiemet nebus.\n",
    "pt": "A cidade quer fechar a velha piscina, mas os moradores não aceitam. “Não vamos desistir”, disse a "
    "porta-voz da associação, que reuniu no ano passado crianças e também avós. Segundo a câmara, não "
    "haverá mais verbas até ao verão.\n",
}


def lossy(text: str, codec: str) -> str:
    """Return text as it is left by a store of `ascii`, or by reading its Windows-1252 as `utf-8`."""
    if codec == "ascii":
        return text.encode("ascii", "replace").decode()
    return text.encode("windows-1252", "replace").decode(codec, "replace")
