"""Opening files safely: what kind of file it is, .gz .bz2 .xz by their first bytes, and a cap on what comes out."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO, cast

from docscan.exits import DocscanError
from docscan.reading import MEBIBYTE, Source

PACKED = (".gz", ".bz2", ".xz")
_CODES = {FileNotFoundError: "not-found", PermissionError: "permission-denied", IsADirectoryError: "is-a-directory"}
_CORRUPT = "is damaged: {}"


def describe(error: OSError) -> tuple[str, str]:
    """The (code, message) of a failed system call on a file."""
    return _CODES.get(type(error), "unreadable"), (error.strerror or str(error)).lower()


def refuse_special(file: str, mode: int) -> None:
    """Raise DocscanError for what is no text file and may never end: devices and sockets."""
    if stat.S_ISSOCK(mode):
        raise DocscanError("is a socket", "not-a-file")
    if stat.S_ISBLK(mode) or (stat.S_ISCHR(mode) and not _harmless(file)):
        raise DocscanError("is a device", "not-a-file")


def _harmless(file: str) -> bool:
    return file in {os.devnull, "/dev/stdin", "/dev/tty"} or file.startswith(("/dev/fd/", "/proc/self/fd/"))


@contextmanager
def open_source(source: Source) -> Iterator[BinaryIO]:
    """The unpacked bytes of `source` as a stream; DocscanError for whatever goes wrong while it is open."""
    try:
        if source.file is None:
            if sys.stdin is None:
                raise DocscanError("standard input is closed", "unreadable")
            yield _unpack(sys.stdin.buffer)
            return
        with open(source.file, "rb") as raw:
            yield _unpack(raw)
    except BrokenPipeError:
        raise
    except OSError as error:
        if type(error).__name__ == "BadGzipFile" or error.errno is None:
            raise DocscanError(_CORRUPT.format(error), "corrupt") from None
        code, message = describe(error)
        raise DocscanError(message, code) from None
    except Exception as error:
        if isinstance(error, EOFError) or type(error).__module__ in {"zlib", "_lzma"}:
            raise DocscanError(_CORRUPT.format(str(error).lower() or "it ends too early"), "corrupt") from None
        raise


def _unpack(raw: BinaryIO) -> BinaryIO:
    buffered = cast(io.BufferedReader, raw)
    magic = buffered.peek(6)[:6]
    if magic.startswith(b"\x1f\x8b"):
        import gzip

        return cast(BinaryIO, gzip.GzipFile(fileobj=buffered, mode="rb"))
    if magic.startswith(b"BZh"):
        import bz2

        return cast(BinaryIO, bz2.BZ2File(buffered))
    if magic.startswith(b"\xfd7zXZ\0"):
        import lzma

        return cast(BinaryIO, lzma.LZMAFile(buffered))
    return buffered


def read_all(source: Source, max_size: int) -> bytes:
    """All bytes of `source`, unpacked; DocscanError if there are more than `max_size`."""
    with open_source(source) as stream:
        parts, left = [], max_size + 1
        while left > 0 and (part := stream.read(min(left, MEBIBYTE))):
            parts.append(part)
            left -= len(part)
    if left <= 0:
        raise DocscanError(f"is larger than {max_size / MEBIBYTE:g} MiB; see --max-size", "too-large")
    return b"".join(parts)
