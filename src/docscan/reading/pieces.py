"""Cutting sources into pieces, and pieces into documents."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from docscan.document import Document
from docscan.exits import DocscanError
from docscan.reading import MEBIBYTE, Piece, Reading, Source
from docscan.reading.decoding import decode
from docscan.reading.sources import format_of
from docscan.reading.unpacking import open_source, read_all
from docscan.records import Failure

_BATCH = 200_000  # bytes of JSON Lines that travel together: enough to hide the cost of sending them


class _Numeral(str):
    """A number of a JSON record as it is written: its size must not matter to us."""


def split_source(source: Source, reading: Reading) -> Iterator[Piece | Failure]:
    """The pieces of `source`; JSON Lines and standard input are read here, other files by whoever takes the piece."""
    kind = _format(source.path, reading)
    try:
        if kind == "jsonl":
            with open_source(source) as stream:
                yield from _batches(source, stream, reading.max_size)
        elif source.file is None:
            yield Piece(source, kind, read_all(source, reading.max_size))
        else:
            yield Piece(source, kind)
    except DocscanError as error:
        yield Failure(source.path, error.code, error.message)


def _format(path: str, reading: Reading) -> str:
    return reading.input_format if reading.input_format != "auto" else format_of(path) or "text"


def _batches(source: Source, stream: BinaryIO, max_size: int) -> Iterator[Piece | Failure]:
    lines: list[bytes] = []
    first, number, size = 1, 0, 0
    while line := stream.readline(max_size + 1):
        number += 1
        if len(line) > max_size and not line.endswith(b"\n"):
            yield Failure(source.path, "too-large", f"line {number}: is larger than {max_size / MEBIBYTE:g} MiB")
            while (rest := stream.readline(max_size)) and not rest.endswith(b"\n"):
                pass
            line = b"\n"
        lines.append(line)
        size += len(line)
        if size >= _BATCH:
            yield Piece(source, "jsonl", b"".join(lines), first)
            lines, first, size = [], number + 1, 0
    if lines:
        yield Piece(source, "jsonl", b"".join(lines), first)


def read_document(path: str, **how: Any) -> Document:
    """The one document of the file at `path`; `how` are fields of Reading. DocscanError if it cannot be read."""
    reading = Reading(**how)
    kind = _format(path, reading)
    try:
        if kind == "jsonl":
            raise DocscanError("holds many documents, not one", "not-one-document")
        return _whole(Piece(Source(path, path), kind), reading)
    except DocscanError as error:
        raise DocscanError(f"{path}: {error.message}", error.code) from None


def split_lines(piece: Piece) -> list[Piece]:
    """`piece` as one piece a line, where it is JSON Lines."""
    if piece.data is None or piece.format != "jsonl":
        return [piece]
    lines = enumerate(piece.data.split(b"\n"), piece.line)
    return [piece._replace(data=line, line=number) for number, line in lines if line.strip()]


def read_piece(piece: Piece, reading: Reading) -> Iterator[Document | Failure]:
    """The documents of `piece`, one for a file, one for each line of JSON Lines."""
    if piece.format == "jsonl":
        for line in split_lines(piece):
            yield _guarded(line, f"line {line.line}: ", _record, reading)
    else:
        yield _guarded(piece, "", _whole, reading)


def _guarded(
    piece: Piece, place: str, read: Callable[[Piece, Reading], Document], reading: Reading
) -> Document | Failure:
    try:
        return read(piece, reading)
    except DocscanError as error:
        return Failure(piece.source.path, error.code, place + error.message)
    except MemoryError:
        return Failure(piece.source.path, "too-large", place + "does not fit into memory; see --max-size")


def _whole(piece: Piece, reading: Reading) -> Document:
    data = read_all(piece.source, reading.max_size) if piece.data is None else piece.data
    text, encoding, warning = decode(data, reading.encoding)
    masked = None
    if piece.format in {"markdown", "html"}:
        from docscan.reading.markup import mask

        masked = mask(text, piece.format)
    warnings = (warning,) if warning else ()
    return Document(text, path=piece.source.path, encoding=encoding, masked=masked, warnings=warnings)


def _record(piece: Piece, reading: Reading) -> Document:
    """The document of one line. An id that is missing is the line's number."""
    text, encoding, warning = decode(piece.data or b"", reading.encoding)
    try:
        record = json.loads(text, parse_int=_Numeral, parse_float=_Numeral, parse_constant=_Numeral)
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", "nested too deeply")
        raise DocscanError(f"is not JSON: {reason}", "bad-json") from None
    words = record.get(reading.text_field) if isinstance(record, dict) else None
    if not isinstance(words, str) or isinstance(words, _Numeral):
        message = f"has no text in field {reading.text_field!r}{_others(record)}; see --text-field"
        raise DocscanError(message, "no-text")
    name = record.get(reading.id_field)
    if not isinstance(name, str):
        name = str(piece.line) if name is None else json.dumps(name, ensure_ascii=False)
    warnings = (warning,) if warning else ()
    return Document(words, path=piece.source.path, id=name, encoding=encoding, warnings=warnings)


def _others(record: Any) -> str:
    named = [key for key in record if isinstance(record[key], str)] if isinstance(record, dict) else []
    return f" (it has {', '.join(named[:8])})" if named else ""
