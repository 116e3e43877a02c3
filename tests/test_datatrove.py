import json
import pickle
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newsclean import NewscleanError, clean

datatrove: Any = pytest.importorskip(
    "datatrove", reason="datatrove is not installed: pip install 'newsclean[datatrove]'"
)
from datatrove.data import Document  # noqa: E402
from datatrove.executor.base import ExecutorJSONEncoder  # noqa: E402
from datatrove.pipeline.base import PipelineStep  # noqa: E402
from datatrove.pipeline.readers import JsonlReader, ParquetReader  # noqa: E402
from datatrove.pipeline.writers import JsonlWriter, ParquetWriter  # noqa: E402
from datatrove.utils.logging import logger  # noqa: E402

from newsclean.datatrove import GROUP, GROUP_SIZE, NewsCleaner  # noqa: E402

BODY = (
    "The cafÃ© isnâ€™t open, the owner said on Monday.\n\n"
    "The council will decide next week whether the bridge is to be closed.\n"
)
CLEAN_BODY = BODY.replace("Ã©", "é").replace("â€™", "’")
TAIL = (
    "\nSupport our journalism today: a small donation helps us to keep reporting.\n"
    "Sign up for our newsletter to get the morning’s news by e-mail.\n"
    "Follow us on Facebook and Twitter.\n"
)
TAIL_KINDS = {"donation": 2, "newsletter": 1, "share": 1}
REASONS = "donation=2 mojibake=1 newsletter=1 share=1"
INTACT = "The bridge will open in spring, the council said.\n"


def documents() -> list[Any]:
    texts = [BODY + TAIL, INTACT, ""]
    return [Document(text, f"id/{n}", metadata={"n": n}) for n, text in enumerate(texts)]


def test_the_module_is_named_like_the_package_that_it_imports() -> None:
    import newsclean.datatrove

    assert Path(newsclean.datatrove.__file__) != Path(datatrove.__file__)
    assert isinstance(NewsCleaner(), PipelineStep)


def test_documents_are_cleaned_and_told_about() -> None:
    step = NewsCleaner()
    done = list(step.run(documents()))
    assert [document.text for document in done] == [CLEAN_BODY, INTACT, ""]
    assert [document.id for document in done] == ["id/0", "id/1", "id/2"]
    nothing = {"reasons": "", "removed": "", "unresolved": 0, "error": ""}
    assert [document.metadata for document in done] == [
        {"n": 0, "newsclean": nothing | {"reasons": REASONS, "removed": " ".join(TAIL_KINDS)}},
        {"n": 1, "newsclean": nothing},
        {"n": 2, "newsclean": nothing},
    ]


def test_the_statistics_count_what_was_done() -> None:
    step = NewsCleaner()
    list(step(documents()))
    totals = {name: stat.total for name, stat in step.stats.stats.items()}
    assert totals == {
        "total": 3,
        "changed": 1,
        "marks_restored": 2,
        **{f"removed_{kind}": lines for kind, lines in TAIL_KINDS.items()},
        "doc_len": len(CLEAN_BODY) + len(INTACT),
    }
    assert (step.stats.time_stats.n, step.stats.time_stats.unit) == (1, "batch")
    assert "removed_newsletter: 1" in repr(step.stats)


def numbered(texts: Iterable[str], read: list[int]) -> Iterator[Any]:
    """Read a document for each text; its number goes to `read` when it is."""
    for number, text in enumerate(texts):
        read.append(number)
        yield Document(text, str(number))


def test_documents_go_on_in_order_whatever_groups_they_are_cleaned_in() -> None:
    texts = [f"{INTACT}It is bridge {number}.\n" for number in range(2 * GROUP + 3)]
    step = NewsCleaner()
    read: list[int] = []
    ahead: list[int] = []
    for place, document in enumerate(step.run(numbered(texts, read))):
        assert (document.id, document.text) == (str(place), texts[place])
        ahead.append(len(read) - place)
    assert max(ahead) == GROUP
    assert step.stats["total"].total == step.stats["doc_len"].n == len(ahead) == len(texts)
    assert step.stats["doc_len"].total == sum(map(len, texts))


def test_no_more_is_read_ahead_than_a_group_may_hold() -> None:
    texts = ["A line that is long enough for a fifth of a group.\n" * (GROUP_SIZE // 250)] * 12
    read: list[int] = []
    done = NewsCleaner(repair=False, trim=False).run(numbered(texts, read))
    ahead = [len(read) - place for place, _ in enumerate(done)]
    assert max(ahead) == 5
    assert len(ahead) == len(texts)


@pytest.mark.parametrize("whole", [0, 2, GROUP, GROUP + 2])
def test_what_was_read_goes_on_before_the_reader_fails(whole: int) -> None:
    def failing() -> Iterator[Any]:
        yield from numbered([BODY] * whole, [])
        raise OSError("the disk is gone")

    step = NewsCleaner()
    done = step.run(failing())
    assert [next(done).text for _ in range(whole)] == [CLEAN_BODY] * whole
    with pytest.raises(OSError, match="the disk is gone"):
        next(done)
    assert step.stats["changed"].total == whole


def test_who_stops_within_a_group_is_told_of_no_error() -> None:
    done = NewsCleaner().run(documents())
    assert next(done).text == CLEAN_BODY
    done.close()  # type: ignore[attr-defined]


@pytest.fixture
def no_luck(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the cleaning of `INTACT` fail."""

    def fail(text: str, **options: Any) -> Any:
        if text == INTACT:
            raise LookupError("no luck")
        return clean(text, **options)

    monkeypatch.setattr("newsclean.datatrove.clean", fail)


@pytest.mark.usefixtures("no_luck")
def test_a_document_that_cannot_be_cleaned_passes_and_is_counted_and_logged() -> None:
    step = NewsCleaner()
    said: list[str] = []
    sink = logger.add(said.append, format="{level} {message}")
    done = list(step.run(documents()))
    logger.remove(sink)
    assert [document.text for document in done] == [CLEAN_BODY, INTACT, ""]
    assert done[1].metadata["newsclean"]["error"].startswith("LookupError: no luck (test_datatrove.py:")
    assert step.stats["failed"].total == 1
    assert step.stats["total"].total == step.stats["doc_len"].n == 3
    assert said[0].startswith("WARNING id/1 passed as it was: LookupError: no luck (")


@pytest.mark.usefixtures("no_luck")
@pytest.mark.parametrize("expand", [False, True])
@pytest.mark.parametrize(("writer", "reader"), [(JsonlWriter, JsonlReader), (ParquetWriter, ParquetReader)])
@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_files_hold_the_metadata(
    writer: Any, reader: Any, expand: bool, order: tuple[int, int], tmp_path: Path
) -> None:
    given = [documents()[n] for n in order]
    made = list(writer(str(tmp_path), expand_metadata=expand).run(NewsCleaner().run(given)))
    read = list(reader(str(tmp_path)).run())
    for before, after in zip(made, read, strict=True):
        assert (after.id, after.text) == (before.id, before.text)
        assert after.metadata | before.metadata == after.metadata


def test_it_takes_what_a_reader_makes_of_other_fields(tmp_path: Path) -> None:
    def adapter(self: Any, data: dict[str, Any], path: str, place: int) -> dict[str, Any]:
        return {"text": data[self.text_key]["plain"], "id": str(data[self.id_key]), "metadata": {"feed": 3}}

    lines = [{"nr": 1, "body": BODY + TAIL}, {"nr": 2, "body": INTACT}]
    (tmp_path / "flat.jsonl").write_text("".join(json.dumps(line) + "\n" for line in lines), "utf-8")
    deep = ({"nr": line["nr"], "body": {"plain": line["body"]}} for line in lines)
    (tmp_path / "deep.jsonl").write_text("".join(json.dumps(line) + "\n" for line in deep), "utf-8")
    for name, options in {"flat": {}, "deep": {"adapter": adapter}}.items():
        reader = JsonlReader(
            str(tmp_path), glob_pattern=f"{name}.jsonl", text_key="body", id_key="nr", **options
        )
        done = list(NewsCleaner().run(reader.run()))
        assert [(str(document.id), document.text) for document in done] == [("1", CLEAN_BODY), ("2", INTACT)]
        assert all("newsclean" in document.metadata for document in done)


def test_what_was_removed_can_be_kept(tmp_path: Path) -> None:
    writer = JsonlWriter(str(tmp_path), compression=None)
    [done, *_] = NewsCleaner(exclusion_writer=writer).run(documents(), rank=7)
    [record] = [json.loads(line) for line in (tmp_path / "00007.jsonl").read_text("utf-8").splitlines()]
    assert (record["id"], record["text"]) == ("id/0", TAIL)
    assert record["metadata"] == done.metadata | {"filter_reason": " ".join(TAIL_KINDS)}


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
def test_what_was_removed_undoes_the_cut(ending: str, last: bool, tmp_path: Path) -> None:
    raw = (CLEAN_BODY + TAIL if last else (CLEAN_BODY + TAIL).rstrip()).replace("\n", ending)
    writer = JsonlWriter(str(tmp_path), compression=None)
    [done] = NewsCleaner(exclusion_writer=writer).run([Document(raw, "id")])
    removed = json.loads((tmp_path / "00000.jsonl").read_bytes())["text"]
    assert done.text != raw
    assert done.text + removed == raw


def test_the_options_of_clean_are_taken() -> None:
    [document] = NewsCleaner(repair=False, keep=TAIL_KINDS).run(documents()[:1])
    assert document.text == BODY + TAIL


@pytest.mark.parametrize(
    ("options", "kind", "message"),
    [
        ({"keep": ["nonsense"]}, NewscleanError, "unknown category 'nonsense'"),
        ({"quotes": "curly"}, NewscleanError, "unknown value 'curly' of quotes"),
        ({"rules": "missing.toml"}, NewscleanError, "rules missing.toml: No such file"),
        ({"encoding": "utf-8"}, NewscleanError, "an encoding is for bytes"),
        ({"trimm": False}, TypeError, "'trimm'"),
    ],
)
def test_a_wrong_option_is_refused_before_anything_runs(
    options: dict[str, Any], kind: type[Exception], message: str
) -> None:
    with pytest.raises(kind, match=message):
        NewsCleaner(**options)


def test_the_step_pickles_small_and_loads_what_it_needs_with_the_first_document(tmp_path: Path) -> None:
    step = NewsCleaner(keep={"newsletter"}, exclusion_writer=JsonlWriter(str(tmp_path)))
    assert len(pickle.dumps(step)) < 2000
    assert len(pickle.dumps(NewsCleaner())) < 1000
    assert json.loads(json.dumps(step, cls=ExecutorJSONEncoder))["options"] == {"keep": "{'newsletter'}"}
    (tmp_path / "step").write_bytes(pickle.dumps(NewsCleaner(keep=["newsletter"])))
    code = """
import pathlib, pickle, sys
from datatrove.data import Document
step = pickle.loads(pathlib.Path(sys.argv[1]).read_bytes())
heavy = {"chardet", "ftfy", "newsclean.mojibake.lossy.letters.lexicon"}
print(step.options, heavy & set(sys.modules))
print([document.text for document in step.run([Document("The cafÃ© isnâ€™t open.", "id")])])
"""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", code, str(tmp_path / "step")], capture_output=True, check=True
    )
    assert done.stdout.decode().splitlines() == ["{'keep': ['newsletter']} set()", "['The café isn’t open.']"]
