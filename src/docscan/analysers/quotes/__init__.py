"""Quotations: what is said in a document, by whom, with which cue."""

from __future__ import annotations

from docscan.analysers.quotes.finding import find_quotes
from docscan.analysers.quotes.view import quote_lines, quote_rows, quote_view
from docscan.records import Quote
from docscan.registry import Analyser, Flag

ANALYSER = Analyser(
    name="quotes",
    help="Every quotation, direct, mixed and indirect: who said it, with which cue.",
    record=Quote,
    find=find_quotes,
    rows=quote_rows,
    concise=quote_lines,
    view=quote_view,
    flags=(
        Flag("speaker", "Only quotations of speakers whose name contains NAME.", metavar="NAME"),
        Flag(
            "kind", "Only these kinds.", metavar="KIND", many=True,
            choices=("direct", "mixed", "indirect", "scare", "title", "term"),
        ),
        Flag("min_words", "Only quotations of at least N words.", type=int, default=0, metavar="N"),
        Flag("all", "Also titles, terms, scare quotes and unlikely reported clauses.", type=bool, default=False),
        Flag("by_speaker", "Show people with their words.", type=bool, default=False, view=True),
        Flag("context", "Show N characters around each quotation.", type=int, default=0, metavar="N", view=True),
    ),
)  # fmt: skip
