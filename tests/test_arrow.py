from typing import Any

import pytest

from newsclean import NewscleanError, clean

pa: Any = pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'newsclean[arrow]'")
from newsclean.arrow import EDITS, clean_batch  # noqa: E402

DAMAGED = "The cafÃ© isnâ€™t open, the owner said.\n"
CLEAN = "The café isn’t open, the owner said.\n"
INTACT = "The bridge will open in spring, the council said.\n"
TEXTS = [DAMAGED, None, INTACT, "", DAMAGED]
CLEANED = [CLEAN, None, INTACT, "", CLEAN]

KINDS = {
    "string": pa.string(),
    "large_string": pa.large_string(),
    "string_view": pa.string_view(),
    "dictionary": pa.dictionary(pa.int8(), pa.string()),
    "large dictionary": pa.dictionary(pa.int32(), pa.large_string()),
}


def batch(texts: list[str | None], kind: Any = KINDS["string"]) -> Any:
    """Return a batch with three columns and metadata of its own."""
    array = pa.array(texts).dictionary_encode().cast(kind) if "dict" in str(kind) else pa.array(texts, kind)
    schema = pa.schema(
        [
            pa.field("id", pa.int8(), nullable=False, metadata={"unit": "one"}),
            pa.field("text", kind, metadata={"origin": "feed"}),
            pa.field("score", pa.float64()),
        ],
        metadata={"corpus": "test"},
    )
    size = len(texts)
    return pa.record_batch([pa.array(range(size), pa.int8()), array, pa.array([0.1] * size)], schema)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
@pytest.mark.parametrize("container", ["batch", "table"])
def test_only_the_text_changes(kind: Any, container: str) -> None:
    before = batch(TEXTS, kind)
    if container == "table":
        before = pa.Table.from_batches([before, batch(TEXTS[1:], kind), batch([], kind)])
    after = clean_batch(before)
    assert type(after) is type(before)
    assert after.schema.equals(before.schema, check_metadata=True)
    assert after.column("text").to_pylist() == (CLEANED if container == "batch" else CLEANED + CLEANED[1:])
    assert after.drop_columns("text").equals(before.drop_columns("text"))
    after.validate(full=True)
    if container == "table":
        assert [len(chunk) for chunk in after["text"].chunks] == [len(c) for c in before["text"].chunks]


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_an_intact_column_is_not_even_copied(kind: Any) -> None:
    before = batch([INTACT, None, ""], kind)
    assert clean_batch(before).column("text") is before.column("text") or [
        buffer and buffer.address for buffer in clean_batch(before).column("text").buffers()
    ] == [buffer and buffer.address for buffer in before.column("text").buffers()]


def test_a_slice_is_cleaned_alone() -> None:
    assert clean_batch(batch(TEXTS).slice(1, 3)).column("text").to_pylist() == CLEANED[1:4]


def test_edits_are_given_on_request() -> None:
    for before in (batch(TEXTS), clean_batch(batch(TEXTS), edits_field="edits")):
        after = clean_batch(before.set_column(1, "text", pa.array(TEXTS)), edits_field="edits")
        assert after.schema.names == ["id", "text", "score", "edits"]
        assert after.schema.field("edits").type == EDITS
        made = [edit._asdict() for edit in clean(DAMAGED).edits]
        assert after.column("edits").to_pylist() == [made, None, [], [], made]


def test_another_column_and_the_options_of_clean() -> None:
    renamed = batch(TEXTS).rename_columns(["id", "body", "score"])
    assert clean_batch(renamed, "body", repair=False).equals(renamed)
    assert clean_batch(renamed, "body").column("body").to_pylist() == CLEANED


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"field": "body"}, "no columns are named 'body'"),
        ({"field": "score"}, "a column of type double holds no articles"),
        ({"keep": ["nonsense"]}, "unknown category"),
    ],
)
def test_what_cannot_work_is_refused(options: dict[str, Any], message: str) -> None:
    with pytest.raises(NewscleanError, match=message):
        clean_batch(batch(TEXTS), **options)


def test_an_article_that_cannot_be_cleaned_passes_with_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(text: str, **options: Any) -> Any:
        if text == DAMAGED:
            raise LookupError("no luck")
        return clean(text, **options)

    monkeypatch.setattr("newsclean.arrow.clean", fail)
    with pytest.warns(UserWarning, match="an article passed as it was: LookupError: no luck"):
        after = clean_batch(batch(TEXTS), edits_field="edits")
    assert after.column("text").to_pylist() == TEXTS
    assert after.column("edits").to_pylist() == [None, None, [], [], None]


def test_it_maps_over_a_hugging_face_dataset() -> None:
    datasets: Any = pytest.importorskip("datasets", reason="datasets is not installed: pip install datasets")
    dataset = datasets.Dataset.from_dict({"id": [1, 2], "text": [DAMAGED, INTACT]}).with_format("arrow")
    mapped = dataset.map(clean_batch, batched=True, fn_kwargs={"edits_field": "edits"}).with_format(None)
    assert mapped["text"][:] == [CLEAN, INTACT]
    assert [len(edits) for edits in mapped["edits"]] == [1, 0]
    assert mapped["id"][:] == [1, 2]
