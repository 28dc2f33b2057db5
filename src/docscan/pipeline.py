"""Sources to documents to outcomes, in order, here or in a pool of processes.

`process` is the one engine: it runs `work`, a picklable function of a Document, over every document. An outcome
depends on its piece alone, so that pieces may be worked on anywhere: the seam for other engines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from docscan.document import Document
from docscan.exits import internal
from docscan.reading import Piece, Reading, Source
from docscan.reading.pieces import read_piece, split_source
from docscan.records import Failure

Work = Callable[[Document], Any]

_WORTH_A_POOL = 4_000_000  # bytes; below, starting processes costs more than it saves
_PACKED_RATIO = 4  # text is about four times its compressed size


class Outcome(NamedTuple):
    """What became of one document: the `value` of its work or a `failure`, and `warnings` for the reader."""

    path: str
    value: Any = None
    failure: Failure | None = None
    warnings: tuple[str, ...] = ()


def process(
    sources: Iterable[Source | Failure], work: Work, reading: Reading | None = None, jobs: int = 0
) -> Iterator[Outcome]:
    """The outcome of every document of `sources`, in their order. `jobs` 0 chooses by how much there is to do."""
    reading = reading or Reading()
    listed = list(sources)
    chosen = jobs or automatic_jobs(listed)
    pieces = _pieces(listed, reading)
    if chosen == 1:
        for piece in pieces:
            yield from [_failed(piece)] if isinstance(piece, Failure) else work_on(piece, work, reading)
        return
    from docscan.pool import run_pool

    yield from run_pool(pieces, work, reading, chosen)


def automatic_jobs(sources: Sequence[Source | Failure]) -> int:
    """One process for little work, else one for each processor that may be used."""
    size = sum(one.size * (_PACKED_RATIO if _packed(one.path) else 1) for one in sources if isinstance(one, Source))
    if size < _WORTH_A_POOL:
        return 1
    import os

    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _packed(path: str) -> bool:
    from docscan.reading.unpacking import PACKED

    return path.lower().endswith(PACKED)


def _pieces(sources: Sequence[Source | Failure], reading: Reading) -> Iterator[Piece | Failure]:
    for source in sources:
        if isinstance(source, Failure):
            yield source
        else:
            yield from split_source(source, reading)


def _failed(failure: Failure) -> Outcome:
    return Outcome(failure.path, failure=failure)


def work_on(piece: Piece, work: Work, reading: Reading) -> Iterator[Outcome]:
    """The outcomes of one piece. A document that breaks `work` is a failure of its own, not of the run."""
    for document in read_piece(piece, reading):
        if isinstance(document, Failure):
            yield _failed(document)
            continue
        try:
            value = work(document)
        except Exception as error:
            yield _failed(Failure(document.path, "internal", _place(document) + internal(error)))
        else:
            yield Outcome(document.path, value, warnings=document.warnings)


def _place(document: Document) -> str:
    return f"record {document.id}: " if document.id is not None else ""
