"""Bytes to text: byte-order marks, strict UTF-8, else Windows-1252. Newlines are never translated.

Encoding detectors were measured and left out: on English Windows-1252 they are slow and often wrong.
"""

from __future__ import annotations

import codecs
from typing import NamedTuple

from docscan.exits import DocscanError

_HEAD = 8192  # bytes in which a NUL means that this is no text

# the longer marks first: that of UTF-32-LE begins with that of UTF-16-LE
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_CONVERT = (
    (b"%PDF-", "is a PDF; convert it first: pdftotext FILE - | docscan …"),
    (b"PK\x03\x04", "is a ZIP archive or an office document; convert it first: pandoc -t plain FILE | docscan …"),
    (b"{\\rtf", "is RTF; convert it first: pandoc -t plain FILE | docscan …"),
)


class Decoded(NamedTuple):
    """Text, the codec that gives exactly this text from the bytes, and a warning if it was a guess."""

    text: str
    encoding: str
    warning: str | None = None


def check_encoding(name: str) -> None:
    """Raise DocscanError unless `name` is a text encoding."""
    try:
        b"a".decode(name)
    except UnicodeError:
        pass
    except (LookupError, ValueError):
        raise DocscanError(f"--encoding: unknown encoding {name!r}", "usage") from None


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of `data`; DocscanError ("binary", "undecodable") if it has none."""
    if encoding is not None:
        return _strict(data, encoding)
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, name)
    _refuse_binary(data[:_HEAD])
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        _refuse_binary(data)
    return Decoded(data.decode("cp1252", "replace"), "windows-1252", "not UTF-8: read as Windows-1252")


def _strict(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeError as error:
        place = f" at byte {error.start:,}" if isinstance(error, UnicodeDecodeError) else ""
        raise DocscanError(f"is not valid {encoding}{place}", "undecodable") from None


def _refuse_binary(data: bytes) -> None:
    for mark, reason in _CONVERT:
        if data.startswith(mark):
            raise DocscanError(reason, "binary")
    if b"\0" in data:
        raise DocscanError("looks binary (it holds NUL bytes); is it UTF-16? then say --encoding utf-16-le", "binary")
