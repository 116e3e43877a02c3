"""A column of an Arrow batch or table: the door for Ray Data, Spark, DuckDB, Polars and datasets.

    dataset.map_batches(clean_batch, batch_format="pyarrow")              # Ray Data
    dataset.with_format("arrow").map(clean_batch, batched=True)           # Hugging Face datasets
    frame.mapInArrow(lambda batches: map(clean_batch, batches), schema)   # Spark
    polars.from_arrow(clean_batch(frame.to_arrow()))                      # Polars
    duckdb.from_arrow(clean_batch(relation.to_arrow_table()))             # DuckDB

Needs pyarrow: `pip install 'newsclean[arrow]'`.
"""

import warnings
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

try:
    import pyarrow as pa
except ModuleNotFoundError as error:
    error.add_note("newsclean.arrow needs an extra: pip install 'newsclean[arrow]'")
    raise

from newsclean.edits import NewscleanError, Result, unexpected
from newsclean.pipeline import clean

if TYPE_CHECKING:
    from typing import Unpack

    from newsclean.pipeline import Options

Batch = TypeVar("Batch", pa.RecordBatch, pa.Table)

# A row of the edits column holds each `newsclean.Edit` in turn.
EDITS = pa.list_(
    pa.struct(
        [("line", pa.int64()), ("before", pa.string()), ("after", pa.string()), ("reason", pa.string())]
    )
)

# The types that an article may have, each with the type of its bytes.  Few sources of Arrow data check that
# strings are UTF-8; read as bytes, one that is not does no harm to others.
_BYTES = {
    pa.string(): pa.binary(),
    pa.large_string(): pa.large_binary(),
    pa.string_view(): pa.binary_view(),
    pa.null(): pa.null(),  # a batch without any article
}


def clean_batch(
    batch: Batch, field: str = "text", edits_field: str | None = None, **options: "Unpack[Options]"
) -> Batch:
    """Return `batch` with the articles in column `field` cleaned, and nothing else touched.

    The column may hold any kind of string (string, large_string, string_view, a dictionary of
    those, or nothing but nulls) and keeps its type, its chunks and its nulls.  `edits_field` names a
    column of type `EDITS` that is added, or replaced: null where there is no article or it could not be
    cleaned, empty where nothing was done.  `options` are those of `newsclean.clean`.

    An article that cannot be cleaned passes as it is, with a warning that names its row, from 0.  Raises
    `NewscleanError` if there is no such column, or if it holds no strings, and for a wrong option.
    """
    clean("", **options)
    place = _place(batch, field)
    column = batch.column(place)
    if _value_type(column.type) not in _BYTES:
        raise NewscleanError(f"a column of type {column.type} holds no articles; strings are needed")
    if edits_field == field:
        raise NewscleanError(f"the edits cannot take the place of the articles in {field!r}; name another")
    chunks = column.chunks if isinstance(column, pa.ChunkedArray) else [column]
    texts, edits = [], []
    row = 0
    for chunk in chunks:
        raw = _bytes_of(chunk)
        results = _clean_all(raw, row, options, repeats=pa.types.is_dictionary(chunk.type))
        row += len(raw)
        texts.append(_replaced(chunk, raw, results))
        edits.append(_edits(results) if edits_field else None)
    batch = batch.set_column(place, batch.schema.field(place), _like(column, texts, column.type))
    if edits_field is None:
        return batch
    added = _like(column, edits, EDITS)
    if edits_field in batch.schema.names:
        return batch.set_column(_place(batch, edits_field), pa.field(edits_field, EDITS), added)
    return batch.append_column(pa.field(edits_field, EDITS), added)


def _place(batch: Batch, field: str) -> int:
    places = batch.schema.get_all_field_indices(field)
    if not places:
        names = ", ".join(map(repr, batch.schema.names))
        raise NewscleanError(f"no column is named {field!r}; `field` may name {names}")
    if len(places) > 1:
        raise NewscleanError(f"{len(places)} columns are named {field!r}; rename all but one")
    return int(places[0])


def _like(column: Any, arrays: list[Any], kind: Any) -> Any:
    """Put arrays together as `column` is: in chunks, or in one piece."""
    return pa.chunked_array(arrays, kind) if isinstance(column, pa.ChunkedArray) else arrays[0]


def _value_type(kind: Any) -> Any:
    return kind.value_type if pa.types.is_dictionary(kind) else kind


def _bytes_of(array: Any) -> list[bytes | None]:
    plain = array.dictionary_decode() if pa.types.is_dictionary(array.type) else array
    values: list[bytes | None] = plain.view(_BYTES[plain.type]).to_pylist()
    return values


def _clean_all(
    texts: list[bytes | None], row: int, options: "Options", *, repeats: bool
) -> list[Result | None]:
    """Return a result for each text, from `row` on; None for a null and for a text that cannot be cleaned.

    If texts may repeat (`repeats`), each is cleaned once.
    """

    def clean_one(text: bytes) -> Result:
        return clean(text.decode(), **options)

    each = cache(clean_one) if repeats else clean_one
    results: list[Result | None] = []
    for number, text in enumerate(texts, row):
        try:
            results.append(None if text is None else each(text))
        except Exception as error:  # whatever it is, the other articles are to be cleaned and this one kept
            message = f"the article in row {number} passed as it was: {unexpected(error)}"
            warnings.warn(message, stacklevel=3)
            results.append(None)
    return results


def _replaced(array: Any, old: list[bytes | None], results: list[Result | None]) -> Any:
    """Return the array itself if nothing changed, else one of the same type with the cleaned texts."""
    pairs = zip(old, results, strict=True)
    new = [text if result is None else result.text.encode() for text, result in pairs]
    if new == old:
        return array
    kind = _value_type(array.type)
    values = pa.array(new, _BYTES[kind]).view(kind)
    return values.dictionary_encode().cast(array.type) if pa.types.is_dictionary(array.type) else values


def _edits(results: list[Result | None]) -> Any:
    rows = [None if result is None else [edit._asdict() for edit in result.edits] for result in results]
    return pa.array(rows, EDITS)
