"""Comma-separated values for spreadsheets: a header, then one row a finding.

Cells that a spreadsheet would run as a formula get an apostrophe in front, control characters are shown as
pictures; json and jsonl keep the text exact.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from csv import writer
from functools import cache
from io import StringIO
from typing import Any

from docscan.console import visible
from docscan.registry import Analyser, Renderer, Result
from docscan.serial import plain, source_fields, to_json


@cache
def _formula() -> re.Pattern[str]:
    return re.compile(r"[=@\t\r]|[+-](?![\d.,]+$)")


def cell(value: Any) -> Any:
    """One value as a cell: lists joined by "; ", truth as true and false, no formula."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        value = "; ".join(str(cell(item)) for item in value)
    elif isinstance(value, dict):
        value = to_json(value)
    if not isinstance(value, str):
        return value
    shown = visible(value)
    return "'" + shown if _formula().match(value) else shown


@cache
def columns(analyser: Analyser) -> list[str]:
    """The header: path, id, and the keys of a row that this analyser makes of any record."""
    from docscan.schema import example

    row = next(iter(analyser.rows(example(analyser.record))))
    return list(dict.fromkeys(["path", "id", *row]))


def table_of(rows: Iterable[Iterable[Any]], delimiter: str) -> str:
    """Rows of cells as text."""
    text = StringIO()
    writer(text, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return text.getvalue()


def streaming(name: str, delimiter: str) -> Renderer:
    """The renderer of rows separated by `delimiter`."""

    def head(analyser: Analyser) -> str:
        return table_of([columns(analyser)], delimiter)

    def document(analyser: Analyser, result: Result) -> str:
        header = columns(analyser)
        source = source_fields(result.path, result.id)
        records = (result.findings,) if analyser.single else result.findings
        rows = (source | plain(row) for record in records for row in analyser.rows(record))
        return table_of(([cell(row.get(key)) for key in header] for row in rows), delimiter)

    return Renderer(name, document, head)


RENDERER = streaming("csv", ",")
