"""Cleaning takes time in proportion to the text, whatever stands in it, and so does every regular expression.

A fresh interpreter imports every module and cleans the hostile inputs, and each expression that newsclean or
ftfy hands to `re` meanwhile is recorded.  Each is then tried on repetitions of the characters that it names,
of pairs and of triples of them, on which an expression begins to match again and again in vain.
"""

import ast
import importlib
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from itertools import permutations
from pathlib import Path
from time import process_time
from typing import Any

import ftfy
import pytest
from test_hostile import FAMILIES, TRIES

import newsclean
from benchmarks.channels import damage
from newsclean import detect
from newsclean.boilerplate import built_in, fold
from newsclean.boilerplate.document import Document
from newsclean.boilerplate.fold import EXAMINED
from newsclean.boilerplate.reading import Reading
from newsclean.lines import LONGEST_ARTICLE
from newsclean.mojibake.lossy.letters import beside_marks
from newsclean.mojibake.lossy.runs.places import SENTENCE_START

PARSER: Any = importlib.import_module("re._parser")  # private, but there is no other
ROOT = Path(newsclean.__file__).parent
HERE = Path(__file__).parent

LISTEN = """
import importlib, json, pkgutil, re, sys

heard = {}

def overhear(function):
    def listening(pattern, *rest, **more):
        frame = sys._getframe(1)
        module = frame.f_globals["__name__"]
        if module.startswith(("newsclean", "ftfy")):
            compiled = function(pattern, *rest, **more) if function is plain else pattern
            text = getattr(compiled, "pattern", compiled)
            flags = getattr(compiled, "flags", rest[-1] if rest and isinstance(rest[-1], re.RegexFlag) else 0)
            binary = isinstance(text, bytes)
            key = (text.decode("latin-1") if binary else text, int(flags), binary)
            heard.setdefault(key, set()).add((module, frame.f_lineno))
        return function(pattern, *rest, **more)
    return listening

plain = re.compile
for name in ("compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"):
    setattr(re, name, overhear(getattr(re, name)))
import newsclean
for module in pkgutil.walk_packages(newsclean.__path__, "newsclean."):
    if module.name.rpartition(".")[2] not in ("arrow", "datatrove", "__main__"):
        importlib.import_module(module.name)
from newsclean.messages import visible
from newsclean.report import as_json
from newsclean.spots import spots
for text in json.load(sys.stdin):
    newsclean.clean(text, rules=sys.argv[1:])
for source in (b"a-b +AGE-", b"caf\\xe9", b"\\x93Yes\\x94", "été ".encode() * 9 + b"\\x92"):
    newsclean.clean(source)
newsclean.clean(("Elle a été à l’hôtel, où il gèle déjà. " * 9).replace("’", "'").encode("cp437"))
newsclean.clean("O cartaz não é novo. Custou 40 ¤, já.".encode("latin-1"))
newsclean.clean("Pøátelé se sešli v Plzni, kde èekali na další zprávy; tìšili se na obìd.")
newsclean.clean("żQué ańo? El seńor Núńez tardó ańos, dijo el nińo.")
newsclean.clean("The letter “Â” is a vowel.")
newsclean.clean("The cafÃ© shows UTF-8.\\n" * 9)
newsclean.clean("The mayor%u2019s and the baker\\\\342\\\\200\\\\231s")
newsclean.clean("It€™s late")
newsclean.clean("The bridge is closed.\\n[Donate](/give)\\nDonate now\\nDonate today\\nDonate")
newsclean.clean("It was late. " * 9_000 + "\\nShare\\n")
newsclean.clean("Un cafй noir. Itâs late, she said, and it isnât late.")
newsclean.clean("« Le pr?sident a r?p?t? hier que la d?cision ?tait d?j? prise », dit l’?picier. Il a ?t??")
newsclean.clean("It?s late, the mayor said, and they don?t know?nobody does. It wasn?t in summer of ?21.")
newsclean.clean(
    "It isn?t ?6 degrees, nor between ?5% and ?2%, and between 5 and ?2 degrees it didn?t. It?s ?12 a day."
)
newsclean.clean("Sie z?hlte ?100 T?ne? und ?12 S?tze?, sagte sie; f?r 5 ? und -3 ?C m?chte man ?20 ?C?.")
newsclean.clean(
    "De stad wil co?rdinatie en financi?n. Een kaartje kost ? 5, of (? 12,50) met een comit?. Dat werd ge?nd."
)
newsclean.clean("Die B?rger m?chten es, hei?t es ? f?r 12,50 ? im Jahr, f?r 25 ? gibt es 30 ? pro Kind.")
newsclean.clean("Die B?rger m?chten, hei?t es, f?r 12 ? und 5 ?, im Haus 12 m? gro?, ein ? Liter.")
newsclean.clean("Die B?rger m?chten, hei?t es, f?r 9 ? mehr ?20 T?ne ?, 30 ? 40 cm.\\n? 2020 M?ller ?s ?.")
newsclean.clean("It?s the ?45 final, they don?t know.\\n? 2020 Ann?s, a ? litre, and ?it was ??5 a day?.")
newsclean.clean("Hall (12?) and Pike (45, 90+3?) scored. It?s late, they don?t know.")
newsclean.clean("Die B?rger m?chten das, hei?t es.\\n?Das sind 50 ??, sagte sie, ?und ?5 m?chte ich?.")
newsclean.clean(
    "Die Stadt will das schlie?en, doch die B?rger m?chten es erhalten, hei?t es in der Zeitung. "
    "?Wir geben nicht auf?, sagte sie ? und ging.\\nAb 10 ? Einkaufswert ist die Lieferung frei."
)
newsclean.clean(
    "De bewoners zijn tegen. ?We geven niet op?, zei de woordvoerster van de co?peratie ? en dat was het. "
    "Het heeft geen zin.\\nVoor de kinderen ? 5 minuten."
)
newsclean.clean(
    "Die B?rger in S?d-Tirol m?chten das, hei?t es ? f?r alle eine ?berreaktion, und kleine ?bergrelle Gans."
)
newsclean.clean("Sie sagt: ?€?Das wird nichts.?€? Der Rat nennt das ?€?einen Witz?€?, hei??t es.")
newsclean.clean("Itâ€™s late, the mayor said.\\n“Itâ€™s â€œlateâ€?, the mayor said, and they donâ€™t know.")
newsclean.clean("Itâ€™s late.\\nâ€œItÃ¢â‚¬â„¢s lateâ€?, the mayor said, and they donÃ¢â‚¬â„¢t know.")
newsclean.clean(
    "Aggiungete un ? litro di latte, ha detto l?uomo. ? vero che l?acqua c?era, per? non pi? di cos?, perch? "
    "la citt? dell?arte ? bella."
)
newsclean.clean("Il est all? jusqu??? la fin, a d?clar? l??picier. Il ?tait press? d?s l?aube.")
newsclean.clean("Ask ? the question mark ? as one might, and don?t. It?s ? so to say ? isn't it, they?re.")
newsclean.clean("She went ? in vain ? to Hull and then ? by night ? to Leeds.")
newsclean.clean("The score was 3?2 Albion again. It isn?t over, she said. They don?t know.")
visible("\\x1b")
spots("one", "two")
as_json("a.txt", newsclean.clean(""))
json.dump([[*pattern, sorted(places)] for pattern, places in heard.items()], sys.stdout)
"""
OWN_RULE = """
[own]
category = "share"
pattern = '''\\bshare it\\b'''
matches = ["Share it now.", "Do share it."]
spares = ["They share one."]
"""
Heard = list[tuple[str, int, bool, list[tuple[str, int]]]]

# The patterns of rules are bounded in another way: see the last test, and `steps.MOST_STEPS`.
OF_RULES = {"newsclean.boilerplate.matcher", "newsclean.boilerplate.rules"}

# Not linear, and shown nothing long: a context of a mark, a word, the part of a line that rules see, the last
# `places.SENTENCE` characters before a mark, a text of `detect.SHORT_BYTES` bytes.
BOUNDED = {
    detect.WESTERN,
    SENTENCE_START.pattern,
    beside_marks.BETWEEN,
    fold._SINGLE,
}

SMALL, GROWTH = 300, 8
TOO_QUICK_TO_COMPARE = 0.005  # seconds for the large input
ANY = "a '1"
QUOTED_NUMBER = "It?s late, and they don?t know. ?8 degrees is not cold,? she said, and didn?t stay.\n"


def as_text(source: str | bytes) -> str:
    return source.decode("latin-1") if isinstance(source, bytes) else source


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Heard:
    rules = tmp_path_factory.mktemp("rules") / "own.toml"
    rules.write_text(OWN_RULE, "utf-8")
    texts = [as_text(family(20)) for family in FAMILIES.values()]
    texts = [f"The bridge is closed.\n{text}\nIt’s late, they said. {text}\n" for text in texts]
    texts.append(QUOTED_NUMBER)
    done = subprocess.run(
        [sys.executable, "-c", LISTEN, rules],
        input=json.dumps(texts).encode(),
        capture_output=True,
        check=True,
    )
    return [(text, flags, binary, places) for text, flags, binary, places in json.loads(done.stdout)]


def calls() -> set[tuple[str, int, int]]:
    """Find the module, first and last line of each place in the source that hands an expression to `re`."""
    found = set()
    for path in ROOT.rglob("*.py"):
        module = ".".join(("newsclean", *path.relative_to(ROOT).with_suffix("").parts)).removesuffix(
            ".__init__"
        )
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                of = node.func.value
                if isinstance(of, ast.Name) and of.id == "re" and node.func.attr not in ("escape", "error"):
                    found.add((module, node.lineno, node.end_lineno or node.lineno))
    return found


def test_no_expression_is_missed(heard: Heard) -> None:
    places = {tuple(place) for *_, used in heard for place in used}
    missed = [
        (module, first)
        for module, first, last in calls()
        if not any((module, line) in places for line in range(first, last + 1))
    ]
    assert missed == []


def seconds(pattern: re.Pattern[Any], text: str | bytes) -> float:
    start = process_time()
    for _ in pattern.finditer(text):
        pass
    return process_time() - start


def literals(parsed: Any) -> Iterator[str]:
    """Yield the characters that a parsed expression names, the starts of ranges among them."""
    for part in parsed:
        match part:
            case (kind, int(code)) if str(kind) in ("LITERAL", "NOT_LITERAL"):
                yield chr(code)
            case (kind, (int(code), int())) if str(kind) == "RANGE":
                yield chr(code)
            case _ if isinstance(part, tuple | list | PARSER.SubPattern):
                yield from literals(part)


def attacks(pattern: re.Pattern[Any]) -> list[str]:
    source = pattern.pattern if isinstance(pattern.pattern, str) else pattern.pattern.decode("latin-1")
    named = list(dict.fromkeys(literals(PARSER.parse(source))))
    alphabet = dict.fromkeys([*named[:10], *ANY])
    few = dict.fromkeys([*named[:4], *ANY[:3]])
    return [*alphabet, *map("".join, permutations(alphabet, 2)), *map("".join, permutations(few, 3))]


def test_no_group_is_possessive(heard: Heard) -> None:
    """Python 3.11.2, as in Debian 12, finds no match where such a group is empty; atomic groups work."""
    assert [source for source, *_ in heard if re.search(r"(?<!\\)\)[*+?]\+", source)] == []


def test_every_expression_is_linear(heard: Heard) -> None:
    slow = []
    for source, flags, binary, places in heard:
        if source in BOUNDED or OF_RULES.issuperset(module for module, _ in places):
            continue
        pattern = re.compile(
            source.encode("latin-1") if binary else source, flags & ~re.UNICODE if binary else flags
        )
        for attack in attacks(pattern):
            small, large = (attack * (size // len(attack)) for size in (SMALL, SMALL * GROWTH))
            texts = [text.encode("latin-1", "ignore") if binary else text for text in (small, large)]
            # More than once: a machine that is busy for a moment slows one of the two, but not each time.
            if seconds(pattern, texts[1]) > TOO_QUICK_TO_COMPARE and all(
                seconds(pattern, texts[1]) > 2.5 * GROWTH * seconds(pattern, texts[0]) for _ in range(TRIES)
            ):
                slow.append((source, attack))
    assert slow == []


@pytest.mark.parametrize("family", FAMILIES)
def test_rules_see_no_more_of_a_line_however_long_it_is(family: str) -> None:
    matcher = built_in()
    for size in (1_000, 8_000, 64_000):
        assert (
            len(Reading(as_text(FAMILIES[family](size)).replace("\n", " "), matcher).text) <= 2 * EXAMINED + 1
        )


def test_a_line_is_undone_at_one_go_however_long_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ftfy, "fix_text", lambda line, config: pytest.fail("left to ftfy"))
    text = "It’s late, café owners say – or “early”. " * 30_000
    assert newsclean.clean(damage(text, "utf-8 as 1252"), trim=False).text == text


def test_words_above_a_line_are_not_looked_for_through_a_long_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Document, "_above", property(lambda document: pytest.fail("looks for a word")))
    links = "".join(f"Bridge {n} of many\n" for n in range(LONGEST_ARTICLE // 15))
    newsclean.clean("The council met on Monday and decided nothing.\nRelated stories\n" + links)
