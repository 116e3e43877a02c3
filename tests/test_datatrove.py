import json
import pickle
from pathlib import Path
from typing import Any

import pytest

from newsclean import NewscleanError, clean

datatrove: Any = pytest.importorskip(
    "datatrove", reason="datatrove is not installed: pip install 'newsclean[datatrove]'"
)
from datatrove.data import Document  # noqa: E402
from datatrove.pipeline.base import PipelineStep  # noqa: E402
from datatrove.pipeline.writers.jsonl import JsonlWriter  # noqa: E402

from newsclean.datatrove import NewsCleaner  # noqa: E402

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
    assert step.stats.time_stats.n == 3
    assert "removed_newsletter: 1" in repr(step.stats)


def test_no_document_is_lost_when_cleaning_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(text: str, **options: Any) -> Any:
        if text == INTACT:
            raise LookupError("no luck")
        return clean(text, **options)

    monkeypatch.setattr("newsclean.datatrove.clean", fail)
    step = NewsCleaner()
    done = list(step.run(documents()))
    assert [document.text for document in done] == [CLEAN_BODY, INTACT, ""]
    assert done[1].metadata["newsclean"]["error"] == "LookupError: no luck"
    assert step.stats["failed"].total == 1


def test_what_was_removed_can_be_kept(tmp_path: Path) -> None:
    writer = JsonlWriter(str(tmp_path), compression=None)
    list(NewsCleaner(exclusion_writer=writer).run(documents(), rank=7))
    [record] = [json.loads(line) for line in (tmp_path / "00007.jsonl").read_text("utf-8").splitlines()]
    assert (record["id"], record["text"]) == ("id/0", TAIL)
    assert record["metadata"]["filter_reason"] == " ".join(TAIL_KINDS)
    assert record["metadata"]["n"] == 0


def test_the_options_of_clean_are_taken_and_checked_at_once() -> None:
    [document] = NewsCleaner(repair=False, keep=TAIL_KINDS).run(documents()[:1])
    assert document.text == BODY + TAIL
    with pytest.raises(NewscleanError, match="unknown category"):
        NewsCleaner(keep=["nonsense"])


def test_the_step_pickles_small() -> None:
    step = NewsCleaner(keep=["newsletter"])
    list(step.run(documents()))
    fresh = pickle.dumps(NewsCleaner(keep=["newsletter"]))
    assert len(fresh) < 1000
    assert pickle.loads(fresh).options == {"keep": ["newsletter"]}
