"""Bytes become text the way the contract says, and never by guessing twice."""

from __future__ import annotations

import codecs

import pytest

from docscan.exits import DocscanError
from docscan.reading.decoding import check_encoding, decode

TEXT = "Zoë said, “Yes – £5.”\r\nNo.\r"


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode(), "utf-8-sig"),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32"),
        (codecs.BOM_UTF32_BE + TEXT.encode("utf-32-be"), "utf-32"),
    ],
)
def test_unicode_is_read_without_a_warning_and_newlines_stay(data: bytes, encoding: str) -> None:
    """UTF-8 and every byte-order mark give the text exactly, under a codec that gives it again."""
    decoded = decode(data)
    assert decoded == (TEXT, encoding, None)
    assert data.decode(decoded.encoding) == decoded.text


def test_windows_1252_is_the_fallback_and_says_so() -> None:
    """Bytes that are not UTF-8 are Windows-1252, with a warning, so that curly quotes survive."""
    decoded = decode(TEXT.encode("cp1252"))
    assert decoded.text == TEXT
    assert decoded.encoding == "windows-1252"
    assert decoded.warning is not None and "Windows-1252" in decoded.warning


def test_undefined_bytes_become_replacement_characters() -> None:
    """A byte that Windows-1252 leaves undefined is U+FFFD, one for one."""
    assert decode(b"caf\xe9 \x81!").text == "café \ufffd!"


@pytest.mark.parametrize("data", [b"a\0b", "plain".encode("utf-16-le"), b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"])
def test_nul_bytes_mean_binary(data: bytes) -> None:
    """A NUL in the first bytes of a file without a byte-order mark makes it binary."""
    with pytest.raises(DocscanError) as caught:
        decode(data)
    assert caught.value.code == "binary"


@pytest.mark.parametrize(("data", "word"), [(b"%PDF-1.7 x", "pdftotext"), (b"PK\x03\x04docx", "pandoc")])
def test_known_formats_are_refused_with_the_command_that_helps(data: bytes, word: str) -> None:
    """A PDF or an office document is refused with the converter to use."""
    with pytest.raises(DocscanError, match=word):
        decode(data)


def test_named_encoding_is_strict() -> None:
    """-E is an order: bytes that do not fit are an error that names the place."""
    assert decode(b"caf\xe9", "latin-1").text == "café"
    with pytest.raises(DocscanError, match="not valid ascii at byte 3") as caught:
        decode(b"caf\xe9", "ascii")
    assert caught.value.code == "undecodable"


def test_torn_utf16_is_an_error() -> None:
    """Half a code unit after a byte-order mark is no text."""
    with pytest.raises(DocscanError, match="utf-16"):
        decode(codecs.BOM_UTF16_LE + b"a\0b")


@pytest.mark.parametrize("name", ["klingon", "hex", "rot13", ""])
def test_only_text_encodings_can_be_named(name: str) -> None:
    """An unknown codec, and one that is not for text, is refused before any file is read."""
    with pytest.raises(DocscanError, match="unknown encoding"):
        check_encoding(name)


def test_empty_file_is_empty_text() -> None:
    """No bytes are no characters, and no error."""
    assert decode(b"") == ("", "utf-8", None)
