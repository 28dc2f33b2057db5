"""Which files to read, and the pieces they come in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docscan.reading import Piece, Reading, Source

_PIECE = 200_000  # bytes of JSON Lines that travel to a worker together


def find_sources(paths: Sequence[str]) -> Iterator[Source]:
    for path in paths:
        yield Source(path, None if path == "-" else path)


def pieces(source: Source, reading: Reading) -> Iterator[Piece]:
    if reading.input_format != "jsonl":
        yield Piece(source, reading.input_format)
        return
    with open(source.file or 0, "rb") as stream:
        line = 1
        while lines := stream.readlines(_PIECE):
            yield Piece(source, "jsonl", b"".join(lines), line)
            line += len(lines)


def documents(piece: Piece, reading: Reading):
    import json

    from docscan.document import Document

    path = piece.source.path
    if piece.data is None:
        with open(piece.source.file or 0, "rb") as stream:
            yield Document(stream.read().decode("utf-8"), path=path)
        return
    for line in piece.data.split(b"\n"):
        if line.strip():
            record = json.loads(line)
            yield Document(record[reading.text_field], path=path, id=str(record.get(reading.id_field)))
