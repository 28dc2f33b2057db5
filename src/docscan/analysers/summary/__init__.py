"""One screen that tells what a document says, how it reads and who speaks in it."""

from __future__ import annotations

from docscan.analysers.summary.corpus import SORTS
from docscan.analysers.summary.finding import find_summary
from docscan.analysers.summary.report import summary_lines, summary_rows, summary_view
from docscan.records import Summary
from docscan.registry import Analyser, Flag

ANALYSER = Analyser(
    name="summary",
    help="One screen per document: what it says, how it reads, who speaks in it.",
    record=Summary,
    find=find_summary,
    rows=summary_rows,
    concise=summary_lines,
    view=summary_view,
    flags=(
        Flag("sentences", "Report the place of every sentence.", type=bool, default=False),
        Flag("sort", "Order of several documents' rows.", metavar="BY", choices=SORTS, view=True),
        Flag("full", "A screen for each of several documents.", type=bool, default=False, view=True),
    ),
    single=True,
)
