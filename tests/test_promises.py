"""The general promises, tried over channels, tails, line endings, encodings and raw bytes."""

import codecs
import contextlib
import io
import json
import quopri
import re
from functools import partial
from typing import BinaryIO

import ftfy.bad_codecs  # noqa: F401  (registers the sloppy codecs)
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import newsclean
from newsclean import Decoded, Edit, NewscleanError, Result, diff, jsonl, report
from newsclean.edits import CATEGORIES, QUOTES, Quotes
from newsclean.lines import split_lines
from newsclean.messages import UNSAFE
from newsclean.run import Article, run

BODIES = (
    "The council voted on Monday to close the old bridge for two years, despite protests from traders.",
    "“We don’t know what it will cost,” said José Núñez, who runs a café by the river. “Nobody does.”",
    "It isn’t the first time – the bridge was shut in 2009, too – but it may be the last…",
    '"Why now?" asked one driver. "Isn\'t there another way?"',
    "Der Bürgermeister erklärte, die Brücke müsse geschlossen bleiben; „das ist sicherer“, sagte er.",
    "Le préfet a annoncé « la réouverture » du pont, après des mois d’études très coûteuses.",
    "Городской совет утвердил бюджет и пообещал построить новую школу у реки.",
    "Prices rose by £5 to about €20, or 3½ per cent, in the ’90s.",
    "市议会星期二批准了新图书馆的建设计划。",
)
TAILS = (
    "Please support our independent journalism. Your donation, no matter how small, helps us to keep going.",
    "Sign up for our newsletter to get the day’s top stories in your inbox.",
    "Share this article on Facebook",
    "Read more: Ten bridges you have to see",
    "© 2024 The Riverside Courier. All rights reserved.",
    "Remind me later",
    "|",
    "",
)
ENDINGS = ("\n", "\r\n", "\r", "\n\n")
W1252 = "sloppy-windows-1252"
# A channel: codecs to encode and decode with, in turn.
CHANNELS = (
    (),
    ("utf-8", W1252),
    ("utf-8", W1252, "utf-8", W1252),
    ("utf-8", W1252, "cp1251", "cp1251"),
    ("utf-8", W1252, "latin-1", "latin-1"),
    ("utf-8", "cp1252"),
    ("ascii", "ascii"),
    (W1252, "utf-8"),
    (W1252, "latin-1"),
    ("mac_roman", W1252),
    ("utf-8", "cp437"),
    ("utf-8", "gbk"),
    ("utf-8", W1252, "cp1250", "cp1250"),
    ("utf-8", W1252, "cp950", "cp950"),
    ("ascii xmlcharrefreplace", "ascii"),
    ("ascii backslashreplace", "ascii"),
    ("ascii namereplace", "ascii"),
    ("utf-8", "latin-1", "latin-1 xmlcharrefreplace", "latin-1"),
    ("utf-8", "quoted-printable"),
    ("utf-8 surrogatepass", "ascii surrogateescape"),
)


def damage(text: str, channel: tuple[str, ...]) -> str:
    """Send `text` through codecs, each with its handler of errors if that is not "replace"."""
    for leg in zip(channel[::2], channel[1::2], strict=True):
        (encode, *writing), (decode, *reading) = map(str.split, leg)
        data = text.encode(encode, *writing or ["replace"])
        if decode == "quoted-printable":
            text = quopri.encodestring(data).decode("ascii")
        else:
            text = data.decode(decode, *reading or ["replace"])
    return text


# Characters that mean something to a terminal, to Unicode or to nobody: controls, invisible ones, halves of
# surrogate pairs, private and unassigned ones, line ends of their own kind.
ODD = st.text(st.characters(categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs", "Mn")), max_size=10)


@st.composite
def articles(draw: st.DrawFn) -> str:
    """Lines of body, each perhaps through a channel, then perhaps a tail; any marks and line endings."""
    channel = draw(st.sampled_from(CHANNELS))
    other = draw(st.sampled_from(CHANNELS))
    body = [damage(line, channel) for line in draw(st.lists(st.sampled_from(BODIES), max_size=6))]
    body += [damage(line, other) for line in draw(st.lists(st.sampled_from(BODIES), max_size=2))]
    body += draw(st.lists(st.text(max_size=40) | ODD, max_size=2))
    tail = [damage(line, channel) for line in draw(st.lists(st.sampled_from(TAILS), max_size=5))]
    mark = damage(draw(st.sampled_from(["", "\ufeff", "\ufeff\ufeff"])), channel)
    lines = [mark + line for line in body[:1]] + body[1:] + tail
    ends = [draw(st.sampled_from(ENDINGS)) for _ in lines]
    unfinished = draw(st.booleans())
    if ends and unfinished:
        ends[-1] = ""
    return "".join(line + end for line, end in zip(lines, ends, strict=True))


ENCODINGS = (
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-32",
    "utf-7",
    "cp1252",
    "cp1251",
    "mac_roman",
    "shift_jis",
    "gb18030",
    "iso2022_jp",
)


def as_bytes(text: str) -> st.SearchStrategy[bytes]:
    return st.sampled_from(ENCODINGS).map(lambda encoding: text.encode(encoding, "ignore"))


def paired(text: str) -> str:
    """Make a character of two halves side by side, as every reader of JSON does."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")


STYLES = st.sampled_from(QUOTES)


@given(st.one_of(st.binary(max_size=400), articles().flatmap(as_bytes)))
def test_bytes_are_cleaned_or_refused_and_never_raise_otherwise(data: bytes) -> None:
    try:
        result = newsclean.clean(data)
    except NewscleanError as error:
        assert str(error)
        assert "\n" not in str(error)
    else:
        assert newsclean.undo(result) == result.decoded.text


KEEP = st.sets(st.sampled_from(["donation", "newsletter", "share", "related", "copyright"]))

# A soft break with nothing before it, between a CR and a blank line.
BARE_SOFT_BREAK = "=E2=80=9CWe don=E2=80=99t know,=E2=80=9D said Jos=C3=A9.\rNobody does.\r=\n\n"


@given(articles(), STYLES, KEEP)
@example(BARE_SOFT_BREAK, "match", set())
def test_undo_gives_the_text_back(text: str, quotes: Quotes, keep: set[str]) -> None:
    result = newsclean.clean(text, quotes=quotes, keep=keep)
    assert newsclean.undo(result) == text


# Two kinds of damage side by side.
LOST_AND_SWAPPED = (
    "?€?We don?€™t know,?€? said Jos?© by the river.\n" + "ÒWe donÕt know,Ó said JosŽ by the river.\n" * 2
)

# What the lines that were repaired first say of the marks that are left: those of two channels.
RESTORED_AND_LEFT = (
    "Le pr?©fet a annonc?© ?« la r?©ouverture ?» du pont, apr??s des mois d?€™?©tudes tr??s co?»teuses.\n" * 2
    + "?“???€???????????? ???????µ?‚ ???‚???µ?€?????» ?±?????¶?µ?‚ ?? ???????±?µ?‰?°?» ???????‚?€?????‚??.\n"
)


# Marks that are restored, then letters beside them that only intact marks tell of.
MARKS_BEFORE_LETTERS = (
    f"{BODIES[0]}\n" * 2
    + "Le pr?fet a annonc? ? la r?ouverture ? du pont, apr?s des mois d??tudes tr?s co?teuses.\n"
)
# One codec is undone in the lines that went through it; then what they hold tells of another in the last.
ANOTHER_CODEC = (
    f"{BODIES[0]}\n"
    * 2
    + "It isn鈥檛 the first time 鈥� the bridge was shut in 2009, too 鈥� but it may be the last鈥�\n"
    "Le pr?fet a annonc? ? la r?ouverture ? du pont, apr?s des mois d??tudes tr?s co?teuses.\n"
)


@given(articles(), STYLES, KEEP, st.booleans(), st.booleans())
@example(MARKS_BEFORE_LETTERS, "match", set(), True, True)
@example(ANOTHER_CODEC, "match", set(), True, True)
@example(RESTORED_AND_LEFT, "match", set(), True, True)
@example(LOST_AND_SWAPPED, "match", set(), True, True)
@example("\ufeff\ufeffThe bridge is closed.\n", "match", set(), True, True)
@example("ï»¿The councilâ€™s plan is late.\n", "match", set(), True, True)
@example("ï»¿", "match", set(), True, True)
def test_cleaning_twice_is_cleaning_once(
    text: str, quotes: Quotes, keep: set[str], repair: bool, trim: bool
) -> None:
    clean = partial(newsclean.clean, quotes=quotes, keep=keep, repair=repair, trim=trim)
    once = clean(text).text
    assert clean(once).text == once


REPAIRS = ("escape", "misread", "mojibake", "quotes")


@given(articles())
def test_every_edit_tells_the_truth_about_its_line(text: str) -> None:
    result = newsclean.clean(text)
    state = dict(enumerate(split_lines(result.decoded.text), 1))
    for edit in result.edits:
        assert state[edit.line] == edit.before
        assert edit.before != edit.after
        assert edit.kind in (*REPAIRS, *CATEGORIES)
        if edit.after is None:
            del state[edit.line]
        else:
            assert len(split_lines(edit.after)) <= 1
            state[edit.line] = edit.after
    assert "".join(state[number] for number in sorted(state)) == result.text


@given(articles(), st.sampled_from(ENDINGS))
@example("À\x80 cafÃ© À\nThe bridge is closed.\n", "\r\n")
def test_surviving_lines_keep_their_endings(text: str, end: str) -> None:
    edits = newsclean.clean(f"The councilâ€™s plan is late.{end}{text}").edits
    # Soft breaks, which are escapes, join lines.
    repaired = [edit for edit in edits if edit.after is not None and edit.kind != "escape"]
    assert repaired
    for edit in repaired:
        assert edit.after is not None
        body = edit.before.rstrip("\r\n")
        assert edit.after.endswith(edit.before[len(body) :])


@given(st.lists(st.sampled_from(BODIES), min_size=1), st.sampled_from(ENDINGS))
def test_an_intact_article_without_a_tail_is_returned_as_it_is(lines: list[str], end: str) -> None:
    text = "".join(line + end for line in lines)
    result = newsclean.clean(text.encode())
    assert result.text == text
    assert result.edits == ()
    assert result.unresolved == ()


@given(st.lists(articles(), min_size=4, max_size=12))
@example([BARE_SOFT_BREAK])
def test_a_line_of_a_longer_article_is_lost_only_if_an_edit_says_so(parts: list[str]) -> None:
    text = "\n\n".join(parts)
    result = newsclean.clean(text)
    lines = split_lines(text)
    removed = [edit for edit in result.edits if edit.after is None]
    rewritten = {edit.line for edit in result.edits} - {edit.line for edit in removed}
    kept = [number for number in range(1, len(lines) + 1) if number not in {edit.line for edit in removed}]
    assert len({edit.line for edit in removed}) == len(removed)
    left = split_lines(result.text)
    assert len(left) == len(kept)
    for number, line in zip(kept, left, strict=True):
        assert line == lines[number - 1] or number in rewritten


@given(articles().map(paired))
def test_json_tells_enough_to_rebuild_the_input(text: str) -> None:
    told = json.loads(report.as_json("a.txt", newsclean.clean(text)))
    edits = tuple(Edit(**edit) for edit in told["edits"])
    decoded = Decoded("", None, "text", 1.0, told["bom"])
    assert newsclean.undo(Result(told["text"], edits, decoded, ())) == text


@given(articles() | ODD, ODD)
def test_nothing_that_is_shown_commands_the_terminal(text: str, name: str) -> None:
    result = newsclean.clean(text)
    with contextlib.redirect_stderr(io.StringIO()) as said:
        report.summarise(name, result)
        report.list_edits(name, result)
        report.warn(name, result)
    shown = [
        said.getvalue(),
        report.as_json(name, result).decode(),
        diff.for_person(name, result, False).decode(),
    ]
    assert not re.search(UNSAFE, "".join(shown).replace("\n", ""))


@given(articles().map(paired), STYLES, KEEP)
def test_a_record_is_cleaned_as_its_text_is(text: str, quotes: Quotes, keep: set[str]) -> None:
    output = io.BytesIO()
    line = json.dumps({"n": 1.0, "text": text}).encode()
    said: list[tuple[str, int, str]] = []
    inputs: list[tuple[str, BinaryIO]] = [("a", io.BytesIO(line))]
    jsonl.clean_lines(inputs, output.write, lambda *bad: said.append(bad), quotes=quotes, keep=keep)
    assert said == []
    assert json.loads(output.getvalue()) == {
        "n": 1.0,
        "text": newsclean.clean(text, quotes=quotes, keep=keep).text,
    }


@given(articles().flatmap(as_bytes))
def test_a_file_is_cleaned_as_its_bytes_are(data: bytes) -> None:
    made: list[Article] = []

    def read(path: str) -> tuple[bytes, None]:
        return data, None

    def emit(article: Article) -> int:
        made.append(article)
        return 0

    try:
        wanted = newsclean.clean(data).text
    except NewscleanError:
        wanted = None
    with contextlib.redirect_stderr(io.StringIO()) as said:
        status = run(["a.txt"], emit=emit, read=read)
    if status:
        assert said.getvalue().startswith("newsclean: a.txt: ")
        assert said.getvalue().count("\n") == 1
        assert not made
    else:
        assert [article.cleaned.decode() for article in made] == [wanted]


@given(articles())
def test_each_stage_can_be_switched_off(text: str) -> None:
    result = newsclean.clean(text, repair=False, trim=False)
    assert result.text == text.lstrip("\ufeff")


@pytest.mark.parametrize(
    "mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE]
)
def test_a_byte_order_mark_is_all_that_an_intact_article_loses(mark: bytes) -> None:
    encoding = {3: "utf-8", 2: "utf-16-le" if mark[0] == 0xFF else "utf-16-be", 4: "utf-32-le"}[len(mark)]
    text = "\n".join(BODIES)
    for marks in (mark, mark * 2):
        result = newsclean.clean(marks + text.encode(encoding))
        assert result.text == text
        assert result.decoded.bom
        assert newsclean.undo(result).encode(encoding) == (marks + text.encode(encoding)).removeprefix(mark)


def test_damage_that_stays_is_told_whether_a_tail_goes_or_not() -> None:
    text = (
        "H??l??ne Mar??ais n???est pas l??, c???est l?????t??.\n\n"
        "Le caf?? o?? l???on allait est ferm??, d??plore Beno??t Lef??vre.\n"
    )
    whole, cut = newsclean.clean(text), newsclean.clean(text + "\nJe fais un don\n")
    assert cut.text.rstrip() == whole.text.rstrip()
    assert cut.unresolved == whole.unresolved != ()
