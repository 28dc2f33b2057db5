"""Spreadsheets get cells, never formulas."""

from __future__ import annotations

import csv
import io

import pytest

from docscan.registry import Result, analyser, renderer
from docscan.renderers.csv import cell


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("plain", "plain"),
        ("=1+1", "'=1+1"),
        ("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
        ("\r=x", "'␍=x"),
        ("-5", "-5"),
        ("+1,200.50", "+1,200.50"),
        ("a\x1b[31m", "a␛[31m"),
        (-3, -3),
        (None, ""),
        (True, "true"),
        (["a", "b"], "a; b"),
        (["=a"], "'=a"),
        ({"a": 1}, '{"a": 1}'),
    ],
)
def test_cells(value: object, shown: object) -> None:
    """What a spreadsheet would run gets an apostrophe; plain signed numbers stay numbers."""
    assert cell(value) == shown


@pytest.mark.parametrize(("name", "delimiter"), [("csv", ","), ("tsv", "\t")])
@pytest.mark.parametrize("kind", ["quotes", "numbers", "entities", "summary"])
def test_every_row_has_the_header_s_columns(kind: str, name: str, delimiter: str) -> None:
    """The header stands even without findings, and every row has as many cells."""
    which, form = analyser(kind), renderer(name)
    text = "“We lost 5, or 6,” said Anna Berg,\n“and\twon 7.”"
    result = Result("a,b.txt", None, "utf-8", which.find(_document(text)))
    rows = list(csv.reader(io.StringIO(form.head(which) + form.document(which, result)), delimiter=delimiter))
    assert rows[0][:2] == ["path", "id"]
    assert len(rows) > 1
    assert {len(row) for row in rows} == {len(rows[0])}
    assert {row[0] for row in rows[1:]} == {"a,b.txt"}


def _document(text: str):  # type: ignore[no-untyped-def]
    from docscan import Document

    return Document(text)
