"""Arrows, stars and pictures come back where each leaves a trace of its own; none is invented."""

import ftfy.bad_codecs  # noqa: F401  (registers the sloppy codecs)
import pytest

from newsclean import clean

QUOTED = "“It’s over,” she said – and it’s “done”, as they’d say of the town’s plan.\n"


def stored(text: str, codec: str) -> str:
    """Return what is left of UTF-8 that was read in Windows-1252 and stored in another codec."""
    return text.encode().decode("sloppy-windows-1252").encode(codec, "replace").decode(codec)


def restored(text: str) -> str:
    return clean(text, trim=False, quotes="original").text


@pytest.mark.parametrize("codec", ["windows-1251", "windows-1250"])
@pytest.mark.parametrize(
    "line",
    [
        "→ Read more about the bridge",
        "Seed → plant → fruit",
        "From 9.9% → 8.3% in a year",
        "A well‑known baker",
        "It cost ±2 per cent",
        "It was −5 in the shade",
        "More beds ≠ more nurses",
        "👉 the tickets",
    ],
)
def test_a_symbol_comes_back_where_its_trace_is_its_own(line: str, codec: str) -> None:
    assert restored(stored(QUOTED + line, codec)) == QUOTED + line


def test_a_hyphen_comes_back_within_words() -> None:
    line = "An up‐to‐date list of DVB‐T2 sets"
    assert restored(stored(QUOTED + line, "windows-1251")) == QUOTED + line


def test_middle_dots_come_back_in_french() -> None:
    line = "« Les élu·e·s n’ont rien dit », et c’est l’un·e des invité·es qui l’a noté.\n"
    assert restored(stored(line, "windows-1251")) == line


@pytest.mark.parametrize(
    "line", ["Rated 4.9 ★ by guests", "✅ Open on Sunday", "★★★★★", "✓ On", "See you 😀"]
)
def test_a_trace_that_several_symbols_leave_stays(line: str) -> None:
    damaged = stored(line, "windows-1251")
    assert restored(stored(QUOTED, "windows-1251") + damaged) == QUOTED + damaged


def test_what_a_channel_left_of_symbols_is_not_taken_for_mac_roman() -> None:
    text = QUOTED + QUOTED + "Home • News → Sport\nRated 4.9 ★\n5 m² of CO₂\n"
    result = restored(stored(text, "windows-1250"))
    assert "Home • News → Sport\n" in result
    assert "‰" not in result


@pytest.mark.parametrize("text", ["“No.” Then: “Yes.” It drifts by 3‰.\n", "Only 3‰ of it, “no more”.\n"])
def test_a_permille_sign_is_no_mark_beside_a_degree(text: str) -> None:
    damaged = text.encode().decode("cp1252", "replace").replace("\ufffd", "?")
    assert restored(damaged) == text
