"""A step for datatrove: clean each document, say in its metadata and in the statistics what was done.

    from datatrove.executor import LocalPipelineExecutor
    from datatrove.pipeline.readers import JsonlReader
    from datatrove.pipeline.writers import JsonlWriter
    from newsclean.datatrove import NewsCleaner

    pipeline = [JsonlReader("raw"), NewsCleaner(), JsonlWriter("clean", compression=None)]
    LocalPipelineExecutor(pipeline, tasks=8).run()

Needs datatrove: `pip install 'newsclean[datatrove]'`.
"""

import contextlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

try:
    from datatrove.data import Document
    from datatrove.pipeline.base import PipelineStep
    from datatrove.pipeline.writers.disk_base import DiskWriter
    from datatrove.utils.logging import logger
    from datatrove.utils.typeshelper import StatHints
except ModuleNotFoundError as error:
    error.add_note("newsclean.datatrove needs an extra: pip install 'newsclean[datatrove]'")
    raise

from newsclean.edits import CATEGORIES, Edit, Result, unexpected
from newsclean.pipeline import clean

if TYPE_CHECKING:
    from typing import Unpack

    from newsclean.pipeline import Options

METADATA = "newsclean"

# How many documents, or characters if these come first, are read before the first document is cleaned.  If
# reader, step and writer took turns for each document, none would find its code and tables in the processor's
# caches: the step would take a third to two thirds longer on intact articles.  With groups of 32 it takes a
# twentieth longer than with 64; 512 gain nothing more.
GROUP, GROUP_SIZE = 64, 1_000_000


class NewsCleaner(PipelineStep):
    """Cleans `Document.text`; every document is passed on, changed or not.

    `metadata["newsclean"]` of each document tells what was done.  Its values have the same types in all
    documents, so that Parquet files can hold them:

    - `reasons`: the edited lines by kind of reason, as in `"donation=2 mojibake=5"`
    - `removed`: the categories of tail that are gone, as in `"donation"`
    - `unresolved`: the number of damages that nothing decides
    - `error`: why the document could not be cleaned and passed unchanged, or `""`

    Statistics: `changed`, `unresolved` and `failed` count documents, `marks_restored` characters, and
    `removed_CATEGORY` lines.
    """

    # One of datatrove's formatters, but their base class sits in a package that needs `regex`.
    type = "✂️ - FORMAT"
    name = "📰 newsclean"

    def __init__(self, *, exclusion_writer: DiskWriter | None = None, **options: "Unpack[Options]") -> None:
        """Take the options of `newsclean.clean`; raise `NewscleanError` or `TypeError` for a wrong one.

        Documents are text, which has no `encoding`.  Rule files must exist wherever the step runs.

        `exclusion_writer` receives a document for each that lost its tail: the lines removed, under the
        same id, with the same metadata and their categories as `filter_reason`.  Put behind the clean
        text they undo the cut.
        """
        super().__init__()
        clean("", **options)
        self.options = options
        self.exclusion_writer = exclusion_writer

    def run(self, data: Any, rank: int = 0, world_size: int = 1) -> Iterator[Document]:
        """Clean the documents in groups, and pass them on in their order."""
        with self.exclusion_writer or contextlib.nullcontext():
            for group in filter(None, _groups(data)):
                self._clean_group(group, rank)
                yield from group

    def _clean_group(self, group: list[Document], rank: int) -> None:
        with self.track_time("batch"):
            results = [self._clean(document) for document in group]
        for document, result in zip(group, results, strict=True):
            self.stat_update(StatHints.total)
            if result is not None:
                if result.edits or result.unresolved:
                    self._exclude(document, result, rank)
                    self._count(result)
                document.text = result.text
            self.update_doc_stats(document)

    def _clean(self, document: Document) -> Result | None:
        """Clean, and write into the metadata what was done; None if it cannot be."""
        try:
            result = clean(document.text, **self.options)
        except Exception as error:  # whatever it is, no document may be lost
            message = unexpected(error)
            logger.warning(f"{document.id} passed as it was: {message}")
            self.stat_update("failed")
            document.metadata[METADATA] = _note((), 0, message)
            return None
        document.metadata[METADATA] = _note(result.edits, len(result.unresolved))
        return result

    def _count(self, result: Result) -> None:
        if result.unresolved:
            self.stat_update("unresolved")
        if not result.edits:
            return
        self.stat_update("changed")
        if marks := sum(_marks_restored(edit) for edit in result.edits):
            self.stat_update("marks_restored", value=marks)
        for category, lines in Counter(edit.kind for edit in _removals(result.edits)).items():
            self.stat_update(f"removed_{category}", value=lines)

    def _exclude(self, document: Document, result: Result, rank: int) -> None:
        removals = sorted(_removals(result.edits))
        if self.exclusion_writer is None or not removals:
            return
        metadata = document.metadata | {"filter_reason": document.metadata[METADATA]["removed"]}
        text = "".join(edit.before for edit in removals)
        self.exclusion_writer.write(Document(text, document.id, metadata=metadata), rank)


def _groups(documents: Iterable[Document]) -> Iterator[list[Document]]:
    """Yield the documents in lists (the last may be empty); if the reader fails, first those it has read."""
    group: list[Document] = []
    size = 0
    try:
        for document in documents:
            group.append(document)
            size += len(document.text)
            if len(group) == GROUP or size >= GROUP_SIZE:
                yield group
                group, size = [], 0
    except Exception:
        yield group
        raise
    yield group


def _note(edits: Sequence[Edit], unresolved: int, error: str = "") -> dict[str, str | int]:
    if not edits:  # spares two counters, which cost as much as all the rest of the step's own work
        return {"reasons": "", "removed": "", "unresolved": unresolved, "error": error}
    kinds = sorted(Counter(edit.kind for edit in edits).items())
    return {
        "reasons": " ".join(f"{kind}={count}" for kind, count in kinds),
        "removed": " ".join(sorted({edit.kind for edit in _removals(edits)})),
        "unresolved": unresolved,
        "error": error,
    }


def _removals(edits: Iterable[Edit]) -> list[Edit]:
    """Return the removals of tail lines; repair removes lines too, but their text goes on in other lines."""
    return [edit for edit in edits if edit.after is None and edit.kind in CATEGORIES]


def _marks_restored(edit: Edit) -> int:
    """Count the characters that a repaired line has and the damaged one had not."""
    return 0 if edit.after is None else sum((Counter(edit.after) - Counter(edit.before)).values())
