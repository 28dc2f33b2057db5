"""Whatever the bytes, docscan ends well and tells the truth about places."""

from __future__ import annotations

import json
import unicodedata
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings, strategies as st

from docscan import Document
from docscan.console import visible
from docscan.reading import Reading, Source
from docscan.reading.markup import mask
from docscan.reading.pieces import read_piece, split_source
from docscan.records import Failure
from docscan.registry import analyser, analysers
from docscan.serial import plain, to_json

SETTINGS = settings(suppress_health_check=list(HealthCheck))

WORDS = "said told he that 5 12.5% , . ? — - … ** * ` # [ ]( ) <p> </p> <b> <!-- --> <script> é İ ﬁ ß 😀 漢"
PHRASES = ["Anna Berg", "Mr. Roe", "$5 million", "May 5", "one in three", "Acme Corp.", "the U.S.", "> ", "- "]
REFERENCES = ["&ldquo;", "&rdquo;", "&#8217;", "&amp;", "&eacute;"]
MARKS = list("“”‘’\"'")
BLANKS = ["\n", "\n\n", "\r\n", "\t", " ", "\u00a0", "\x0c", "\x85", "\u2028"]
ODDITIES = ["e\u0301", "\u200b", "\u202e", "\x1b[31m", "\ufeff", "\ufffd", "\ud800"]
PROSE = st.lists(
    st.sampled_from([*WORDS.split(), *PHRASES, *REFERENCES, *MARKS * 3, *BLANKS, *ODDITIES]), max_size=40
).map(lambda parts: " ".join(parts) if len(parts) % 2 else "".join(parts))
TEXTS = PROSE | st.text(max_size=200)


def spans(value: Any) -> Any:
    """Every dictionary inside `value` that claims words at a place."""
    if isinstance(value, dict):
        if {"text", "start", "end"} <= value.keys():
            yield value
        for item in value.values():
            yield from spans(item)
    elif isinstance(value, list):
        for item in value:
            yield from spans(item)


@cache
def everything(name: str) -> dict[str, bool]:
    """The analyser's own switches, all on."""
    return {flag.name: True for flag in analysers()[name].flags if flag.type is bool and not flag.view}


def check_places(document: Document, name: str) -> None:
    which = analyser(name)
    found = which.find(document, **everything(name))
    records = (found,) if which.single else found
    for record in records:
        for span in spans(plain(record)):
            assert 0 <= span["start"] <= span["end"] <= len(document.text)
            assert document.text[span["start"] : span["end"]] == span["text"], (name, span)
            if "line" in span:
                assert span["line"] == document.line(span["start"])
        for row in which.rows(record):
            json.loads(to_json(plain(row)))
        for line, column, text in which.concise(record):
            assert line >= 1 and column >= 1 and isinstance(text, str)


@pytest.mark.parametrize("name", list(analysers()))
@pytest.mark.parametrize("kind", ["text", "markdown", "html"])
@SETTINGS
@given(text=TEXTS)
def test_every_place_is_true_in_every_input_format(name: str, kind: str, text: str) -> None:
    """text == source[start:end] for every span of every record, and its line is the line it stands on."""
    check_places(Document(text, masked=None if kind == "text" else mask(text, kind)), name)


@pytest.mark.parametrize("name", list(analysers()))
@SETTINGS
@given(text=TEXTS)
def test_finding_is_a_function_of_the_text(name: str, text: str) -> None:
    """The same text gives the same records, from a str as from a Document."""
    which = analyser(name)
    assert which.find(Document(text)) == which.find(Document(text))


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".jsonl", ".txt.gz"])
@SETTINGS
@given(data=st.binary(max_size=300) | TEXTS.map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_any_bytes_are_documents_or_failures(suffix: str, data: bytes) -> None:
    """Reading never raises: what is no text is a failure that says so in one line."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"a{suffix}"
        file.write_bytes(data)
        for piece in split_source(Source(file.name, str(file)), Reading()):
            for one in [piece] if isinstance(piece, Failure) else read_piece(piece, Reading()):
                if isinstance(one, Failure):
                    assert one.message and "\n" not in one.message
                else:
                    assert len(one.masked) == len(one.text)
                    if suffix in {".txt", ".md", ".html"}:
                        errors = "replace" if one.encoding == "windows-1252" else "strict"
                        assert data.decode(one.encoding, errors) == one.text


@pytest.mark.parametrize("kind", ["markdown", "html"])
@SETTINGS
@given(text=TEXTS)
def test_masks_move_nothing(kind: str, text: str) -> None:
    """A masked copy is as long as its text; every letter and digit outside a reference stays in its place or goes."""
    masked = mask(text, kind)
    assert len(masked) == len(text)
    for before, after in zip(text, masked, strict=True):
        if after.isalnum() and "&" not in text:
            assert after == before


# joiners, signs that span numbers in Arabic and Syriac, hieroglyph, shorthand and music controls
WRITTEN = {"\n", "\t", "\u200c", "\u200d"} | {
    chr(code)
    for first, last in [(0x600, 0x605), (0x6DD, 0x6DD), (0x70F, 0x70F), (0x890, 0x891), (0x8E2, 0x8E2),
                        (0x110BD, 0x110BD), (0x110CD, 0x110CD), (0x13430, 0x1343F), (0x1BCA0, 0x1BCA3),
                        (0x1D173, 0x1D17A)]
    for code in range(first, last + 1)
}  # fmt: skip


@given(st.text() | st.text(st.characters(categories=["Cc", "Cf", "Cs"])))
def test_visible_lets_no_control_character_through(text: str) -> None:
    """Only newline, tab and the format characters that scripts are written with come through; twice is as once."""
    shown = visible(text)
    assert not [c for c in shown if unicodedata.category(c) in {"Cc", "Cf", "Cs"} and c not in WRITTEN]
    assert visible(shown) == shown
    assert "\n" not in visible(text, one_line=True)


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=20,
    )
)
def test_json_reads_back(value: Any) -> None:
    """Any plain value survives the trip through JSON, and the line is UTF-8 without control characters."""
    written = to_json(plain(value))
    assert json.loads(written) == plain(value)
    written.encode("utf-8")
    assert not [c for c in written if unicodedata.category(c) in {"Cc", "Cs"}]
