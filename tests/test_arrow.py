from typing import Any

import pytest

from newsclean import Edit, NewscleanError, Result, clean, undo

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
    "ordered dictionary": pa.dictionary(pa.int8(), pa.string(), ordered=True),
}
LINKS = pa.list_(pa.struct([("to", pa.string()), ("at", pa.int64())]))


def batch(texts: list[str | None], kind: Any = KINDS["string"]) -> Any:
    """Return a batch with three columns, one of them nested, and metadata of its own."""
    array = pa.array(texts).dictionary_encode().cast(kind) if "dict" in str(kind) else pa.array(texts, kind)
    schema = pa.schema(
        [
            pa.field("id", pa.int8(), nullable=False, metadata={"unit": "one"}),
            pa.field("text", kind, metadata={"origin": "feed"}),
            pa.field("links", LINKS),
        ],
        metadata={"corpus": "test"},
    )
    size = len(texts)
    links = pa.array([[{"to": DAMAGED, "at": n}] for n in range(size)], LINKS)
    return pa.record_batch([pa.array(range(size), pa.int8()), array, links], schema)


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


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_a_slice_is_cleaned_alone(kind: Any) -> None:
    before = batch(TEXTS, kind).slice(1, 3)
    after = clean_batch(before, edits_field="edits")
    assert after.column("text").to_pylist() == CLEANED[1:4]
    assert [edits and len(edits) for edits in after.column("edits").to_pylist()] == [None, [], []]
    assert after.column("links").equals(before.column("links"))


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS.keys())
def test_what_is_empty_stays_so(kind: Any) -> None:
    schema = batch([], kind).schema
    for before in (batch([], kind), schema.empty_table(), pa.Table.from_batches([], schema)):
        after = clean_batch(before, edits_field="edits")
        assert after.num_rows == 0
        assert after.drop_columns("edits").equals(before, check_metadata=True)


def test_a_text_that_is_not_utf_8_passes_and_spoils_no_other() -> None:
    texts = [DAMAGED.encode(), b"caf\xe9", None]
    before = pa.record_batch({"text": pa.array(texts, pa.binary()).view(pa.string())})
    with pytest.warns(UserWarning, match="passed as it was: UnicodeDecodeError"):
        after = clean_batch(before, edits_field="edits")
    assert after.column("text").view(pa.binary()).to_pylist() == [CLEAN.encode(), *texts[1:]]
    assert [edits is None for edits in after.column("edits").to_pylist()] == [False, True, True]


def test_edits_are_given_on_request() -> None:
    for before in (batch(TEXTS), clean_batch(batch(TEXTS), edits_field="edits")):
        after = clean_batch(before.set_column(1, "text", pa.array(TEXTS)), edits_field="edits")
        assert after.schema.names == ["id", "text", "links", "edits"]
        assert after.schema.field("edits").type == EDITS
        assert after.schema.metadata == {b"corpus": b"test"}
        made = [edit._asdict() for edit in clean(DAMAGED).edits]
        assert after.column("edits").to_pylist() == [made, None, [], [], made]


def test_the_edits_undo_what_was_done() -> None:
    raw = f"{DAMAGED}\nSupport our journalism today.\nSign up for our newsletter.\n"
    [row] = clean_batch(batch([raw]), edits_field="edits").select(["text", "edits"]).to_pylist()
    assert row["text"] == CLEAN
    edits = tuple(Edit(**edit) for edit in row["edits"])
    assert undo(Result(row["text"], edits, clean(raw).decoded, ())) == raw


def test_another_column_and_the_options_of_clean() -> None:
    renamed = batch(TEXTS).rename_columns(["id", "body", "links"])
    assert clean_batch(renamed, "body", repair=False).equals(renamed)
    assert clean_batch(renamed, "body").column("body").to_pylist() == CLEANED


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"field": "body"}, "no column is named 'body'; `field` may name 'id', 'text', 'links'"),
        ({"field": "id"}, "a column of type int8 holds no articles"),
        ({"field": "links"}, "a column of type list<.* holds no articles"),
        ({"edits_field": "text"}, "the edits cannot take the place of the articles"),
        ({"keep": ["nonsense"]}, "unknown category"),
    ],
)
def test_what_cannot_work_is_refused(options: dict[str, Any], message: str) -> None:
    with pytest.raises(NewscleanError, match=message):
        clean_batch(batch(TEXTS), **options)
    with pytest.raises(NewscleanError, match=message):
        clean_batch(batch([]).schema.empty_table(), **options)


def test_a_name_of_two_columns_is_refused() -> None:
    twice = batch(TEXTS).rename_columns(["text", "text", "links"])
    with pytest.raises(NewscleanError, match="2 columns are named 'text'; rename all but one"):
        clean_batch(twice)


@pytest.mark.parametrize("size", [0, 2])
def test_a_column_of_nulls_alone_passes(size: int) -> None:
    nulls = pa.table({"text": pa.nulls(size)})
    assert clean_batch(nulls).equals(nulls)
    assert clean_batch(nulls, edits_field="edits").column("edits").to_pylist() == [None] * size


def test_an_article_that_cannot_be_cleaned_passes_with_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(text: str, **options: Any) -> Any:
        if text == DAMAGED:
            raise LookupError("no luck")
        return clean(text, **options)

    monkeypatch.setattr("newsclean.arrow.clean", fail)
    with pytest.warns(UserWarning, match="in row [04] passed as it was: LookupError: no luck") as told:
        after = clean_batch(batch(TEXTS), edits_field="edits")
    assert after.column("text").to_pylist() == TEXTS
    assert after.column("edits").to_pylist() == [None, None, [], [], None]
    assert [(str(warning.message)[:20], warning.filename) for warning in told] == [
        ("the article in row 0", __file__),
        ("the article in row 4", __file__),
    ]


def test_it_maps_over_a_hugging_face_dataset() -> None:
    datasets: Any = pytest.importorskip("datasets", reason="datasets is not installed: pip install datasets")
    dataset = datasets.Dataset.from_dict({"id": [1, 2], "text": [DAMAGED, INTACT]}).with_format("arrow")
    mapped = dataset.map(clean_batch, batched=True, fn_kwargs={"edits_field": "edits"}).with_format(None)
    assert mapped["text"][:] == [CLEAN, INTACT]
    assert [len(edits) for edits in mapped["edits"]] == [1, 0]
    assert mapped["id"][:] == [1, 2]


@pytest.mark.filterwarnings("ignore::DeprecationWarning:ray")  # of Ray, about its own settings
def test_it_maps_over_a_ray_dataset() -> None:
    ray: Any = pytest.importorskip("ray", reason="ray is not installed: pip install ray")
    ray.init(num_cpus=1, log_to_driver=False)
    try:
        table = pa.Table.from_batches([batch(TEXTS)] * 3)
        mapped = ray.data.from_arrow(table).map_batches(
            clean_batch, batch_format="pyarrow", batch_size=4, fn_kwargs={"edits_field": "edits"}
        )
        rows = sorted(mapped.take_all(), key=lambda row: row["id"])
    finally:
        ray.shutdown()
    assert [row["text"] for row in rows] == [text for text in CLEANED for _ in range(3)]
    assert [row["edits"] is None for row in rows] == [text is None for text in CLEANED for _ in range(3)]


def test_it_takes_and_gives_frames_of_polars() -> None:
    polars: Any = pytest.importorskip("polars", reason="polars is not installed: pip install polars")
    frame = polars.DataFrame({"id": range(5), "text": TEXTS, "kind": ["a", "b", "a", "a", "b"]})
    after = polars.from_arrow(clean_batch(frame.to_arrow()))
    assert after.equals(frame.with_columns(text=polars.Series(CLEANED)))


def test_it_takes_and_gives_relations_of_duckdb() -> None:
    duckdb: Any = pytest.importorskip("duckdb", reason="duckdb is not installed: pip install duckdb")
    raw = duckdb.from_arrow(pa.table({"id": range(5), "text": TEXTS}))
    done = clean_batch(raw.filter("id > 0").order("id").to_arrow_table())
    assert duckdb.from_arrow(done).project("text").fetchall() == [(text,) for text in CLEANED[1:]]
