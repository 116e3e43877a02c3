"""The gate is exact: what it passes, no stage changes."""

import re
from collections.abc import Iterator
from itertools import islice, product

# The parser of regular expressions tells what ftfy's is made of.
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import ftfy
import pytest
from ftfy.badness import BADNESS_RE, MOJIBAKE_CATEGORIES
from hypothesis import example, given, settings
from hypothesis import strategies as st
from stages import made_of

from benchmarks import texts
from benchmarks.channels import CHANNELS, damage
from newsclean import Result, clean
from newsclean.decode import decoded_text
from newsclean.edits import NO_EDITS
from newsclean.lines import Lines
from newsclean.mojibake import (
    altered,
    escapes,
    gate,
    mentions,
    misread,
    regional,
    reversible,
    scripts,
    swapped,
    triggers,
)
from newsclean.mojibake.lossy import double_byte
from newsclean.mojibake.marks import straighten

BMP = [chr(code) for code in range(0x80, 0x10000)]
PIVOTAL = (
    "c1",
    "bad",
    "law",
    "currency",
    "numeric",
    "box",
    "upper_accented",
    "start_punctuation",
    "end_punctuation",
)
# Characters of which the alternatives of ftfy's expression are made, and a few of each other kind.
ALPHABET = [
    c for c in BMP if any(re.match(f"[{MOJIBAKE_CATEGORIES[name]}]", c) for name in MOJIBAKE_CATEGORIES)
]
ALPHABET += list(" \n.,!?09azAZ'\"\x00\x1b[m\x7f\ufeff\ufffc\ud83d\udca9\u3000世界عم😀")
NAMED = list(
    "ÂÃÎÐØÙВГРСΒΓΞΟà√≈‚ÄâóвЂŒœ°×²³ā€β “”«»¿¡©®™º´·–—’…\xa0\xadúŠšŸž£¥½§¶ìôÔÇтАВДÕÒÓÑÆia鈥窶茅猫檚\ufffd?"
)
SENTENCES = [
    "It’s “late”, she said – and the café wasn’t open… £5 a cup.\n",
    "Le maire a dit : « C’est l’été à Évry », puis œuvre, où ? Élu à 52 % le 1ᵉʳ mai.\n",
    "„Über die Brücke“, sagte er, „geht’s schöner.“ Das Öl kostet 5 €.\n",
    "¿Quién irá? «Nadie», dijo Ángel Núñez — ¡qué año! El 1.º de mayo, nº 5.\n",
    "«Новая дорога» открыта — сказал он. № 5 стоит 10 €.\n",
    "Žluťoučký kůň řekl: „Šíp“ a ÚSTÍ NAD LABEM.\n",
    "ΑΘΗΝΑ: «Η κυβέρνηση» είπε ο κ. Παπαδόπουλος.\n",
    "Þórður á Ísafirði sagði það. Ærø og Ø.\n",
    "SÃO PAULO — “Não”, disse João à âncora.\n",
    "贵州茅台，没有眉毛的iPhone手机 (茅台) costs £5.\n",
    "Dünyanın İstanbul’u ve Çığ, Öğle, ŞİŞLİ.\n",
]
CONDITIONAL = "ÂÃÀÖØÞŒœŠŽÓÒÆÑÐìô¿‚“»脌é€°"
CODECS = [
    "utf-8",
    "cp1252",
    "latin-1",
    "cp1251",
    "cp1250",
    "mac_roman",
    "cp437",
    "cp850",
    "cp866",
    "koi8-r",
    "gbk",
    "cp932",
]


def test_the_pivots_are_those_of_ftfy() -> None:
    rare = re.compile("[" + "".join(MOJIBAKE_CATEGORIES[name] for name in PIVOTAL) + "]")
    assert [c for c in BMP if rare.match(c)] == [c for c in BMP if re.match(f"[{triggers.FTFY_PIVOTS}]", c)]


def test_surrogates_are_suspicious_alone() -> None:
    assert all(triggers.suspicious().search(chr(code)) for code in range(0xD800, 0xE000))


def test_plain_text_is_judged_alike_by_the_smaller_expression() -> None:
    """Try every sequence of three of the characters that it may meet: no condition looks further."""
    alphabet = [*sorted(triggers.PLAIN_CHARACTERS), *"azAZ0 .?"]
    smaller, whole = triggers.suspicious_if_plain(), triggers.suspicious()
    for text in map("".join, product(alphabet, repeat=3)):
        assert bool(smaller.search(text)) == bool(whole.search(text)), text


@pytest.mark.parametrize("run", sorted(gate.DAMAGED_RUNS))
def test_a_damaged_run_is_suspicious_wherever_it_stands(run: str) -> None:
    for before, after in product(gate.AROUND, repeat=2):
        assert triggers.suspicious().search(before + run + after)


@pytest.mark.parametrize("run", sorted(gate.CLOSED_RUNS))
def test_among_ascii_nothing_speaks_against_the_characters_of_most_articles(run: str) -> None:
    ascii_and_ends = ["", *map(chr, range(0x80))]
    for before, after in product(ascii_and_ends, repeat=2):
        assert not triggers.suspicious().search(before + run + after)


@pytest.mark.parametrize("run", sorted(map(bytes.decode, gate.HARMLESS)))
def test_what_an_article_is_not_asked_about_is_no_damage_among_ascii(run: str) -> None:
    ascii_and_ends = ["", *map(chr, range(0x80))]
    for before, after in product(ascii_and_ends, repeat=2):
        text = before + run + after
        assert not any(re.search(expression, text) for _, expression in (*triggers.OTHERS, *triggers.TRACES))


@pytest.mark.parametrize("character", [*map(chr, range(0x80))])
def test_each_character_of_ascii_is_like_one_of_those_that_are_tried(character: str) -> None:
    """Compare the verdicts on characters that have conditions on ASCII, and some others, beside it."""

    def verdicts(beside: str) -> list[bool]:
        texts = (
            f"{left}{char}{right}" for char in CONDITIONAL for left, right in ((beside, ""), ("", beside))
        )
        return [triggers.suspicious().search(text) is not None for text in texts]

    assert verdicts(character) in [verdicts(around) for around in gate.AROUND]


@pytest.mark.parametrize("text", SENTENCES)
def test_intact_sentences_pass(text: str) -> None:
    assert not gate.may_be_misread(text)
    assert not gate.Look(text).may_hold_escapes()


def test_for_the_marks_of_most_articles_nothing_is_compiled() -> None:
    expressions = (triggers.suspicious, triggers.suspicious_if_plain)
    for expression in expressions:
        expression.cache_clear()
    text = "They met at the café on the corner, as they did each week. “It’s late” – she said, and left…\n"
    assert not gate.may_be_damaged(text)
    assert not gate.may_be_misread(text)
    assert not any(expression.cache_info().currsize for expression in expressions)


@pytest.mark.parametrize(
    "text",
    [
        "“Â” is a vowel, and ‘Ã’ is one too.\n",
        "A letra “Ã” existe em português: «Ã».\n",
        "Litera „Â” și „Î”.\n",
        "La lettre «\xa0Â\xa0», «\xa0Ô\xa0».\n",
        "Die Buchstaben „Ä“ und »Ã«.\n",
        "Litera Â se scrie în interiorul cuvântului.\n",
        "Học sinh lớp Â đến trường.\n",
        "A letra Ã é usada em português.\n",
        "The letter â is old.\n",
        "The letter Ã is used in Portuguese, the symbol Â hardly.\n",
        "La lettre Â est rare.\n",
    ],
)
def test_a_letter_that_is_named_is_no_misread_one(text: str) -> None:
    assert clean(text).text == text


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("Il va Ã la plage.\n", "Il va à la plage.\n"),
        ("Le cafÃ© est Ã la mode.\n", "Le café est à la mode.\n"),
        ("The letter â it was long â is old.\n", "The letter – it was long – is old.\n"),
    ],
)
def test_a_letter_by_itself_is_misread_where_no_other_is_intact(damaged: str, text: str) -> None:
    assert clean(damaged).text == text


@pytest.mark.parametrize(
    "text",
    [
        "People saw â€™ instead of an apostrophe: the page was UTF-8 and was read as Windows-1252.\n",
        "Mojibake is what Russians call krakozyabry.\nThe word “привет” becomes Ð¿Ñ€Ð¸Ð²ÐµÑ‚.\n",
        "In Latin-1 nothing is wrong with Ã©, he said.\nHTML writes &rsquo; and Python \\u2019.\n",
        "U+FFFD is a diamond, \ufffd.\nIt\ufffds read as ï¿½ then, as in donï¿½t and ï¿½100.\n",
        "What ISO 8859-1 does not have came out as a question mark: don?t, she wrote, and ?€?.\n",
    ],
)
def test_an_article_on_encodings_may_show_what_they_do(text: str) -> None:
    assert clean(text) == Result(text, (), decoded_text(text), ())
    assert clean(text, quotes="straight", trim=False).text == straighten(text)


@pytest.mark.parametrize(
    "text",
    [
        "The library’s catalogue can’t be read.\n“It’s UTF-8,” said its head, “nobody’s told the printer.”\n"
        "The mayor’s aide wasn’t there.\nA clerk’s note says it won’t last.\nWe’ll see.\n",
        "В библиотеке сломался каталог.\nТам UTF-8, сказала заведующая.\nПринтер об этом не знает.\n"
        "Мэр не пришёл.\nПосмотрим, что будет.\n",
    ],
)
def test_an_article_on_encodings_may_be_damaged_itself(text: str) -> None:
    damaged = damage(text, "utf-8 as 1252")
    assert clean(damaged, trim=False, quotes="original").text == text
    shown = f"{damaged}He said “no”.\n"
    assert clean(shown, trim=False).text == shown


@pytest.mark.parametrize(
    "text",
    [
        "He couldn’t say.\nhttps://example.org/search?ie=UTF-8&q=bridge\n",
        '<?xml version="1.0" encoding="UTF-8"?>\nHe couldn’t say.\n',
        "Windows-12 isn’t out yet.\n",
    ],
)
def test_the_encoding_of_a_page_or_an_address_is_no_subject(text: str) -> None:
    assert clean(text.encode().decode("cp1252"), quotes="original").text == text


def test_a_misread_letter_between_quotation_marks_is_one() -> None:
    assert (
        clean("â€œÃ”â€\x9d, said the cafÃ©: “Ã”tre or Ã“Ã”.\n").text == "“Ô”, said the café: “Ôtre or ÓÔ.\n"
    )


def through(text: str, steps: list[str]) -> str:
    """Encode and decode `text` in pairs of codecs; a pair that has no room for it leaves it as it is."""
    for written, read in zip(steps[::2], steps[1::2], strict=True):
        text = text.encode(written, "replace").decode(read, "replace")
    return text


damaged = st.builds(
    through,
    st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=2).map("".join),
    st.lists(st.sampled_from(CODECS), max_size=4).filter(lambda steps: len(steps) % 2 == 0),
)
notations = st.text(st.sampled_from("&\\=<%u2019x92U+>;#amp E280\n\r3Dart"), max_size=24)
made_up = st.text(st.one_of(st.sampled_from(NAMED), st.sampled_from(ALPHABET)), max_size=8)


@settings(max_examples=4 * settings().max_examples)
@given(st.one_of(damaged, made_up, st.builds(str.__add__, made_up, damaged)))
@example("^[ÃÂ] ")
def test_what_passes_is_changed_by_no_stage(text: str) -> None:
    if gate.may_be_misread(text):
        return
    text = mentions.without_named_letters(text)
    assert BADNESS_RE.search(text) is None
    assert ftfy.fix_text(text, reversible.CONFIG) == text
    assert made_of(double_byte.repair, [text]) == ([text], NO_EDITS)
    assert made_of(double_byte.repair_windows, [text]) == ([text], NO_EDITS)
    assert made_of(scripts.repair, [text]) == ([text], NO_EDITS)
    assert made_of(regional.repair, [text]) == ([text], NO_EDITS)
    assert made_of(misread.repair, [text]) == ([text], NO_EDITS)
    assert made_of(swapped.repair, [text]) == ([text], NO_EDITS)
    assert made_of(altered.restore, [text]) == ([text], NO_EDITS)


@settings(max_examples=4 * settings().max_examples)
@given(
    st.one_of(
        damaged, made_up, st.lists(st.sampled_from([*triggers.PLAIN_CHARACTERS, *"aA0. -"])).map("".join)
    )
)
@example("She said – and the cafй wasn’t open… Ј5 a cup.\n")
def test_looking_at_runs_finds_what_a_search_finds(text: str) -> None:
    assert gate._is_suspicious(text, gate._foreign(text)) == gate._is_suspicious(text, text)
    assert gate.may_be_damaged(text) == (
        gate.Look(text).may_hold_escapes()
        or gate.Look(text).may_be_lossy()
        or gate._looks_misread(text, text)
        or gate._mixes_letters(text, gate._foreign(text))  # asked of runs alone: where there are many, never
    )


neighbours = [*{head for head, _ in triggers.ROWS}, *"aAnstmI0289xqu;. \n", *"ГРВАДвтя", *"„“”«»—é”Γน"]


@settings(max_examples=4 * settings().max_examples)
@given(st.text(st.sampled_from(neighbours), max_size=12))
@example("Он сказал: «C&oacute;mo?» вЂ”")
def test_one_look_for_all_finds_what_one_look_after_the_other_does(text: str) -> None:
    found = gate._has(text, triggers.ROWS) or triggers.suspicious().search(text) is not None
    assert gate._holds_any(text) == found


QUESTIONS = ("may_hold_escapes", "may_be_lossy", "may_be_misread")


@given(st.lists(st.one_of(damaged, made_up, notations), min_size=8, max_size=12).map("".join))
def test_what_a_long_text_holds_is_found_in_one_of_its_parts(text: str) -> None:
    whole = gate.Look(text)
    found = [question for question in QUESTIONS if getattr(whole, question)()]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gate, "LONGEST_TEXT", 6 * gate.SHARED)
        parted = gate.Look(text)
        assert all(getattr(parted, question)() for question in found)


@pytest.mark.parametrize("language", ["en", "fr", "de", "ru", "tr"])
def test_where_a_long_text_is_parted_nothing_is_suspect(language: str) -> None:
    articles = [text for text in texts.articles(language) if not gate.may_be_misread(text)]
    assert not gate.may_be_misread("".join(articles) * 50)


def test_parts_share_more_than_an_expression_looks_at() -> None:
    unbounded = r"[ \t]*(?:[\r\n]|\Z)"  # blanks up to the end of a line, or of a part
    rows = (*triggers.ESCAPES, *triggers.LOST_MARKS, *triggers.TRACES, *triggers.OTHERS, *mentions.ENCODINGS)
    for expression in (*(row[1] for row in rows), triggers.suspicious().pattern, mentions.NAMED_LETTER):
        as_one = re.sub(r"\(\?<?[=!]", "(?:", expression.replace(unbounded, "."))
        assert parser.parse(as_one).getwidth()[1] < gate.SHARED


@settings(max_examples=4 * settings().max_examples)
@given(st.lists(st.one_of(damaged, made_up), max_size=3))
@example(["don?€™t ?€?"])
def test_what_cannot_be_reread_is_not(lines: list[str]) -> None:
    if not gate.may_be_reread(Lines.joined(lines)):
        chosen = bytearray(map(gate.may_be_utf8, lines))
        assert made_of(reversible.undo_certain, lines, chosen) == (lines, NO_EDITS)


@settings(max_examples=4 * settings().max_examples)
@given(notations)
@example("&rsquo")
@example("D%E0a")
def test_what_passes_holds_no_escape(text: str) -> None:
    if not gate.Look(text).may_hold_escapes():
        assert made_of(escapes.decode, [text]) == ([text], NO_EDITS)


def matched_by(node: Any) -> list[str]:
    """Return the strings that a node of a parsed pattern matches; of a set that lists none, some examples."""
    kind, value = str(node[0]), node[1]
    if kind == "LITERAL":
        return [chr(value)]
    if kind == "MAX_REPEAT":
        return ["", *matched_by(value[2][0])]
    if kind == "AT":
        return ["", "\n"]
    if kind == "ANY":
        return ["a", "я", "“"]
    members = [char for char in ALPHABET if matches(node, char)]
    return members if len(members) < 200 else [*members[::97], *"aZ0_я“ \n" * ("a" in members)]


def matches(node: Any, char: str) -> bool:
    inside = node[1]
    negated = str(inside[0][0]) == "NEGATE"
    return negated != any(item_matches(item, char) for item in inside[negated:])


def item_matches(item: Any, char: str) -> bool:
    kind, value = str(item[0]), item[1]
    if kind == "LITERAL":
        return ord(char) == int(value)
    if kind == "RANGE":
        return int(value[0]) <= ord(char) <= int(value[1])
    return re.match({"CATEGORY_WORD": r"\w", "CATEGORY_SPACE": r"\s"}[str(value)], char) is not None


def bad_strings() -> Iterator[str]:
    """Return strings of every alternative of ftfy's pattern: all short ones, and a sample of the others."""
    tree = parser.parse(BADNESS_RE.pattern, BADNESS_RE.flags)
    for alternative in tree[0][1][1]:
        strings = [matched_by(node) for node in alternative]
        total = 1
        for options in strings:
            total *= len(options)
        step = total // 20_000 | 1
        yield from map("".join, islice(product(*strings), 0, None, step))


def test_everything_that_is_bad_for_ftfy_is_suspect() -> None:
    bad = [string for string in bad_strings() if BADNESS_RE.search(mentions.without_named_letters(string))]
    assert not [string for string in bad if not gate.may_be_misread(string)]
    assert all(reversible._is_bad(string) for string in bad)
    behind = [f"it {string}" for string in bad]
    assert [reversible._is_bad(text) for text in behind] == [
        BADNESS_RE.search(text) is not None for text in behind
    ]


def unchanged(line: str) -> bool:
    """Ask the stages themselves, without the gate."""
    return (
        ftfy.fix_text(line, reversible.CONFIG) == line
        and made_of(double_byte.repair, [line])[0] == [line]
        and made_of(scripts.repair, [line])[0] == [line]
        and made_of(regional.repair, [line])[0] == [line]
        and made_of(misread.repair, [line])[0] == [line]
        and made_of(swapped.repair, [line])[0] == [line]
        and made_of(altered.restore, [line])[0] == [line]
    )


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_line_that_a_stage_changes_is_suspect(channel: str) -> None:
    for article in texts.articles()[::2]:
        try:
            damaged = damage(article, channel)
        except UnicodeError:  # no room for Cyrillic
            continue
        for line in damaged.split("\n"):
            if not gate.may_be_misread(line):
                assert unchanged(line)


def test_hardly_an_intact_article_is_suspect() -> None:
    """A capital Ã before a space, as in MANHÃ, is one of the few things that look like one."""
    suspects = [article for article in texts.articles() if gate.may_be_misread(article)]
    assert len(suspects) <= len(texts.articles()) // 16
