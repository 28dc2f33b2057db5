"""An analyser for tests: it reports every run of capital letters, and misbehaves on request."""

from __future__ import annotations

import os
import re
import time

from docscan.document import Document
from docscan.records import Mention
from docscan.registry import Analyser, Flag
from docscan.serial import plain
from docscan.views import Bar, Cell, Column, Line, Table


def find(document: Document, shout: bool = False) -> tuple[Mention, ...]:
    """Every word in capitals. KILL ends the process, RAISE raises, SLEEP takes its time."""
    if "KILL" in document.text:
        os.kill(os.getpid(), 9)
    if "RAISE" in document.text:
        raise ValueError("asked to\nfail")
    if "SLEEP" in document.text:
        time.sleep(20)
    found = re.finditer(r"[A-Z]{2,}" if shout else r"[A-Z]+", document.masked)
    return tuple(
        Mention(document.text[m.start() : m.end()], m.start(), m.end(), *document.position(m.start())) for m in found
    )


def view(results, values):  # type: ignore[no-untyped-def]
    """A table of them, their share as a bar, and lines."""
    rows = ((str(m.line), Cell(m.text, "name"), Bar(1, 2), r.text or "") for r in results for m in r.findings)
    yield Table((Column("Line", "right"), Column("Word"), Column("Share"), Column("Text", ratio=1)), rows)
    yield Line("a long line " * 30, label="Cut", wrap=False)


ANALYSER = Analyser(
    name="probe",
    help="Words in capitals.",
    record=Mention,
    find=find,
    rows=lambda record: [plain(record)],
    concise=lambda record: [(record.line, record.column, f"word {record.text}")],
    view=view,
    flags=(Flag("shout", "Only whole words.", bool, False),),
)
