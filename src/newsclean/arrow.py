"""A column of an Arrow batch or table: the door for Ray Data, Spark, DuckDB, Polars and datasets.

    dataset.map_batches(clean_batch, batch_format="pyarrow")              # Ray Data
    dataset.with_format("arrow").map(clean_batch, batched=True)           # Hugging Face datasets
    frame.mapInArrow(lambda batches: map(clean_batch, batches), schema)   # Spark
    polars.from_arrow(clean_batch(frame.to_arrow()))                      # Polars

Needs pyarrow: `pip install 'newsclean[arrow]'`.
"""

import warnings
from functools import cache
from typing import Any, TypeVar

import pyarrow as pa
from pyarrow import types

from newsclean.edits import NewscleanError, Result
from newsclean.pipeline import clean

Batch = TypeVar("Batch", pa.RecordBatch, pa.Table)

# A row of the edits column holds each `newsclean.Edit` in turn.
EDITS = pa.list_(
    pa.struct(
        [("line", pa.int64()), ("before", pa.string()), ("after", pa.string()), ("reason", pa.string())]
    )
)


def clean_batch(batch: Batch, field: str = "text", edits_field: str | None = None, **options: Any) -> Batch:
    """Return `batch` with the articles in column `field` cleaned, and nothing else touched.

    The column may hold any kind of string (string, large_string, string_view, or a dictionary of
    those) and keeps its type, its chunks and its nulls.  `edits_field` names a column of type `EDITS`
    that is added, or replaced: null where there is no article, empty where nothing was done.
    `options` are those of `newsclean.clean`.

    An article that cannot be cleaned passes as it is, with a warning.  Raises `NewscleanError` if
    there is no such column, or if it holds no strings, and for a wrong option.
    """
    clean("", **options)
    place = _place(batch, field)
    column = batch.column(place)
    chunks = column.chunks if isinstance(column, pa.ChunkedArray) else [column]
    results = [_clean_all(chunk, options) for chunk in chunks]
    texts = [_replaced(chunk, found) for chunk, found in zip(chunks, results, strict=True)]
    batch = batch.set_column(place, batch.schema.field(place), _like(column, texts, column.type))
    if edits_field is None:
        return batch
    edits = _like(column, [_edits(found) for found in results], EDITS)
    if edits_field in batch.schema.names:
        return batch.set_column(_place(batch, edits_field), pa.field(edits_field, EDITS), edits)
    return batch.append_column(pa.field(edits_field, EDITS), edits)


def _place(batch: Batch, field: str) -> int:
    places = batch.schema.get_all_field_indices(field)
    if len(places) != 1:
        raise NewscleanError(f"{len(places) or 'no'} columns are named {field!r}, of {batch.schema.names}")
    return int(places[0])


def _like(column: Any, arrays: list[Any], kind: Any) -> Any:
    """Put arrays together as `column` is: in chunks, or in one piece."""
    return pa.chunked_array(arrays, kind) if isinstance(column, pa.ChunkedArray) else arrays[0]


def _clean_all(array: Any, options: dict[str, Any]) -> list[Result | None]:
    """Return a result for each text; None for a null and for a text that cannot be cleaned."""
    kind = _value_type(array.type)
    if not (types.is_string(kind) or types.is_large_string(kind) or types.is_string_view(kind)):
        raise NewscleanError(f"a column of type {array.type} holds no articles; strings are needed")

    def clean_one(text: str | None) -> Result | None:
        try:
            return None if text is None else clean(text, **options)
        except Exception as error:  # whatever it is, the other articles are to be cleaned and this one kept
            warnings.warn(f"an article passed as it was: {type(error).__name__}: {error}", stacklevel=4)
            return None

    # What a dictionary holds once is cleaned once.
    each = cache(clean_one) if types.is_dictionary(array.type) else clean_one
    return [each(text) for text in array.to_pylist()]


def _value_type(kind: Any) -> Any:
    return kind.value_type if types.is_dictionary(kind) else kind


def _replaced(array: Any, results: list[Result | None]) -> Any:
    """Return the array itself if nothing changed, else one of the same type with the cleaned texts."""
    old = array.to_pylist()
    new = [text if result is None else result.text for text, result in zip(old, results, strict=True)]
    if new == old:
        return array
    values = pa.array(new, _value_type(array.type))
    return values.dictionary_encode().cast(array.type) if types.is_dictionary(array.type) else values


def _edits(results: list[Result | None]) -> Any:
    rows = [None if result is None else [edit._asdict() for edit in result.edits] for result in results]
    return pa.array(rows, EDITS)
