"""Every figure of a document: kind, exact value, bounds, unit, and what it counts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from docscan.analysers.numbers.grammar import read_figures
from docscan.analysers.numbers.lexer import Tokens, read_tokens
from docscan.analysers.numbers.report import concise, rows, view
from docscan.analysers.numbers.values import json_number
from docscan.records import Figure, Number
from docscan.registry import Analyser, Flag

if TYPE_CHECKING:
    from docscan.analysers.numbers.drafts import Draft
    from docscan.document import Document

KINDS = (
    "cardinal",
    "ordinal",
    "fraction",
    "percent",
    "money",
    "quantity",
    "age",
    "duration",
    "date",
    "time",
    "ratio",
    "multiple",
)


def find_numbers(
    document: Document,
    *,
    kind: tuple[str, ...] = (),
    min: float | None = None,  # noqa: A002 - the flag's name
    max: float | None = None,  # noqa: A002 - the flag's name
    decimal_comma: bool = False,
    all: bool = False,  # noqa: A002 - the flag's name
) -> tuple[Number, ...]:
    """Every figure of `document` in order; none overlap.

    `kind` keeps some kinds, `min`/`max` keep figures that may lie inside (a range counts when it reaches in),
    `decimal_comma` reads 1.000,5 as a thousand and a half, `all` reports identifiers too.
    """
    found = _find(document, decimal_comma, all)
    if kind:
        found = (n for n in found if n.kind in kind)
    if min is not None or max is not None:
        found = (n for n in found if _reaches(n, min, max))
    return tuple(found)


def _reaches(n: Number, least: float | None, most: float | None) -> bool:
    low, high = (n.low, n.high) if n.bound in ("range", "vague") else (n.value, n.value)
    if low is None and high is None:
        return False
    above = least is None or high is None or float(high) >= least
    return above and (most is None or low is None or float(low) <= most)


def _find(document: Document, comma: bool, everything: bool) -> Iterator[Number]:
    quoted = _Sweep(document)
    for tokens in read_tokens(document.masked, document.layout == "line"):
        for draft in read_figures(tokens, comma, everything):
            yield _record(document, tokens, draft, quoted)


_REFERENCE = 32  # the longest name of a character reference


class _Sweep:
    """Says for rising offsets whether they lie inside an outermost quotation."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._spans: list[tuple[int, int]] | None = None
        self._at = 0

    def holds(self, offset: int) -> bool:
        """Whether `offset` (not smaller than the last one asked) is quoted."""
        if self._spans is None:
            self._spans = [(q.start, q.end) for q in self._document.quotations if q.depth == 0]
        spans = self._spans
        while self._at < len(spans) and spans[self._at][1] <= offset:
            self._at += 1
        return self._at < len(spans) and spans[self._at][0] <= offset


def _whole(document: Document, start: int, end: int) -> tuple[int, int]:
    """The stretch with the whole of a character reference at its edges (&euro;5, 40&deg;)."""
    text, masked = document.text, document.masked
    if text is masked:
        return start, end
    if text[start] == ";" != masked[start]:
        start = max(text.rfind("&", max(0, start - _REFERENCE), start), start - _REFERENCE)
    if text[end - 1] == "&" != masked[end - 1]:
        end = text.find(";", end, end + _REFERENCE) + 1 or end
    return start, end


def _record(document: Document, t: Tokens, d: Draft, quoted: _Sweep) -> Number:
    text = document.text
    start, end = _whole(document, t.start[d.left], t.end[d.right - 1])
    core_start, core_end = _whole(document, t.start[d.start], t.end[d.end - 1])
    of = text[d.of[0] : d.of[1]] if d.of else None
    line, column = document.position(start)
    return Number(
        text[start:end],
        start,
        end,
        Figure(text[core_start:core_end], core_start, core_end),
        d.kind,
        json_number(d.value),
        json_number(d.low),
        json_number(d.high),
        d.low_open,
        d.high_open,
        d.bound,
        d.approx,
        text[d.modifier[0] : d.modifier[1]] if d.modifier else None,
        d.unit,
        d.currency,
        d.assumed,
        d.date,
        " ".join(of.split()) if of else None,
        text[d.of[2] : d.of[1]] if d.of else None,
        quoted.holds(start),
        line,
        column,
    )


ANALYSER = Analyser(
    name="numbers",
    help="Every figure: kind, value, bounds, unit, what it counts.",
    record=Number,
    find=find_numbers,
    rows=rows,
    concise=concise,
    view=view,
    flags=(
        Flag(
            "kind", "Only these kinds (money,percent …).", metavar="KIND", many=True, choices=(*KINDS, "identifier")
        ),
        Flag("min", "Only figures that may be this or more.", type=float, metavar="N"),
        Flag("max", "Only figures that may be this or less.", type=float, metavar="N"),
        Flag("decimal_comma", "Read 1.000,5 as a thousand and a half.", type=bool, default=False),
        Flag("all", "Report identifiers too: telephone numbers, versions, Flight 93.", type=bool, default=False),
    ),
)
