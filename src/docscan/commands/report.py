"""`docscan report`: one HTML file that shows the documents with everything found in them."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from docscan.exits import DocscanError
from docscan.options import INPUT, STREAMS
from docscan.output import Output
from docscan.registry import Command
from docscan.run import Run

_FLAGS = tuple(flag for flag in STREAMS if flag.name not in {"limit", "color"})


def _run(values: Mapping[str, Any]) -> int:
    from docscan.renderers.html import page, portray

    if values["output"] is None and sys.stdout is not None and sys.stdout.isatty():
        raise DocscanError("report: say where to write it, as in -o report.html", "usage")
    run = Run(values, default=(".",))
    portraits = [outcome.value for outcome in run.outcomes(portray) if outcome.failure is None]
    with Output(values["output"]) as out:
        for part in page(portraits, run.failures):
            out.write(part)
    return run.exit_code()


COMMAND = Command(
    name="report",
    help="Write one self-contained HTML file: the text with quotes, names and figures marked, and tables of them.",
    flags=(*INPUT, *_FLAGS),
    run=_run,
    about="Files, folders, or - for standard input; the current folder if there is none.",
)
