"""`path:line:column: KIND text …`, one record a line: what grep, editors and pipes understand."""

from __future__ import annotations

from docscan.console import visible
from docscan.registry import Analyser, Renderer, Result


def _document(analyser: Analyser, result: Result) -> str:
    path = result.path if result.id is None else f"{result.path}[{result.id}]"
    records = (result.findings,) if analyser.single else result.findings
    lines = (entry for record in records for entry in analyser.concise(record))
    return "".join(visible(f"{path}:{line}:{column}: {text}", one_line=True) + "\n" for line, column, text in lines)


RENDERER = Renderer("concise", _document)
