"""What each subcommand does with the values of its flags."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docscan.console import stdout_bytes
from docscan.exits import ExitCode
from docscan.reading import Reading
from docscan.reading.sources import documents, find_sources, pieces
from docscan.registry import Analyser, Result, renderer


def analyse(analyser: Analyser, values: Mapping[str, Any]) -> int:
    """Run `analyser` over the paths and write what it finds."""
    name = "json" if values["json"] else values["format"] or "jsonl"
    chosen = renderer(name)
    options = {f.name: values[f.name] for f in analyser.flags if not f.view}
    reading = Reading(values["input_format"], values["text_field"], values["id_field"], values["encoding"])
    out = stdout_bytes()
    out.write(chosen.head(analyser).encode())
    between = ""
    for source in find_sources(values["paths"]):
        for piece in pieces(source, reading):
            for document in documents(piece, reading):
                found = analyser.find(document, **options)
                text = chosen.document(analyser, Result(document.path, document.id, document.encoding, found))
                out.write((between + text).encode())
                between = chosen.between
    out.write(chosen.tail(()).encode())
    out.flush()
    return ExitCode.DONE
