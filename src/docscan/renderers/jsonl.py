"""JSON Lines: one flat record a finding, `path` first, each document written as soon as it is done."""

from __future__ import annotations

from docscan.registry import Analyser, Renderer, Result
from docscan.serial import plain, source_fields, to_json


def _document(analyser: Analyser, result: Result) -> str:
    source = source_fields(result.path, result.id)
    records = (result.findings,) if analyser.single else result.findings
    return "".join(to_json(source | plain(row)) + "\n" for record in records for row in analyser.rows(record))


RENDERER = Renderer("jsonl", _document)
