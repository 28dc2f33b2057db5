"""One JSON object: the documents with all they hold, then the errors."""

from __future__ import annotations

from collections.abc import Sequence

from docscan import __version__
from docscan.records import Failure
from docscan.registry import Analyser, Renderer, Result
from docscan.serial import plain, source_fields, to_json

SCHEMA_VERSION = 1


def _head(analyser: Analyser) -> str:
    tool = to_json({"name": "docscan", "version": __version__})
    return f'{{"schema_version": {SCHEMA_VERSION}, "tool": {tool},\n "documents": [\n'


def _document(analyser: Analyser, result: Result) -> str:
    found = plain(result.findings)
    shown = source_fields(result.path, result.id) | {"encoding": result.encoding}
    return to_json(shown | (found if analyser.single else {analyser.name: found}))


def failures_to_json(failures: Sequence[Failure]) -> str:
    """The `errors` array."""
    errors = (to_json(source_fields(f.path) | {"code": f.code, "message": f.message}) for f in failures)
    return f"[{', '.join(errors)}]"


def _tail(failures: Sequence[Failure]) -> str:
    return f'\n ],\n "errors": {failures_to_json(failures)}}}\n'


RENDERER = Renderer("json", _document, _head, _tail, between=",\n")
