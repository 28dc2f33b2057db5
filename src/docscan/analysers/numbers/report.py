"""How figures look: flat rows, one-line notes and the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from docscan.records import Number
from docscan.registry import Result
from docscan.views import Cell, Column, Line, Table, View

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_BOUNDS = {
    "at_least": "at least",
    "more_than": "more than",
    "at_most": "at most",
    "less_than": "less than",
    "range": "range",
    "vague": "at least",
}
_SIGNS = {"vague": "≥", "at_least": "≥", "more_than": ">", "at_most": "≤", "less_than": "<"}


def rows(number: Number) -> Iterator[dict[str, Any]]:
    """One flat dictionary; the figure inside becomes `figure`, `figure_start`, `figure_end`."""
    flat = asdict(number)
    figure = flat.pop("figure")
    out: dict[str, Any] = {}
    for key, value in flat.items():
        out[key] = value
        if key == "end":
            out |= {"figure": figure["text"], "figure_start": figure["start"], "figure_end": figure["end"]}
    yield out


def concise(number: Number) -> Iterator[tuple[int, int, str]]:
    """`kind text = value [unit] of what` at the figure's line and column."""
    value = meaning(number)
    parts = [number.kind, " ".join(number.text.split())]
    if value and value != number.text:
        parts.append(f"= {value}")
    if number.of:
        parts.append(f"({number.of})")
    yield number.line, number.column, " ".join(parts)


def meaning(number: Number) -> str:
    """The value in a canonical form: `≥ 100`, `5–10`, `≈ 1200000 USD`, `2017-05-05`."""
    plain = amount(number)
    if number.date or not plain:
        return plain
    signs = ("≈" if number.approx else "", _SIGNS.get(number.bound, ""), plain)
    return " ".join(filter(None, signs))


def amount(number: Number) -> str:
    """The value with its unit, without what bounds it: `100`, `5–10 kilometer`, `1.2 million USD`, `2017-05-05`."""
    if number.date:
        return number.date
    ends = (number.low, number.high)
    if number.bound == "range" and None not in ends:
        return "–".join(map(_short, ends)) + _unit(number)
    value = number.low if number.bound == "vague" else number.value
    return "" if value is None else _short(value) + _unit(number)


def _short(value: int | float | str | None) -> str:
    """An amount as people read it: 5.4 million, 86,412."""
    if isinstance(value, int):
        for scale, name in _SCALES:
            if abs(value) >= scale and value * 1000 % scale == 0:
                return f"{value / scale:,g} {name}"
        return f"{value:,}"
    return f"{value:,.6g}" if isinstance(value, float) else str(value)


def _unit(number: Number) -> str:
    if number.kind == "percent" and number.unit is None:
        return "%"
    words = [w for w in (number.currency, number.unit) if w]
    return " " + " ".join(words) if words else ""


def view(results: Sequence[Result], options: Mapping[str, Any]) -> Iterable[View]:
    """A table a document: figure, kind, value, bounds, what it counts, line."""
    for result in results:
        numbers: tuple[Number, ...] = result.findings
        title = Cell(result.path, "heading") if len(results) > 1 else None
        if not numbers:
            yield Line(Cell(f"{result.path}: no figures", "muted"))
            continue
        columns = (
            Column("Figure", ratio=3),
            Column("Kind", style="muted"),
            Column("Value", justify="right", ratio=2),
            Column("Bounds", style="muted"),
            Column("What", ratio=3),
            Column("Line", justify="right", style="muted"),
        )
        yield Table(columns, _table_rows(numbers), title=title, note=_tally(numbers))


def _table_rows(numbers: Iterable[Number]) -> Iterator[tuple[str | Cell, ...]]:
    for n in numbers:
        text = " ".join(n.text.split())
        yield Cell(text, "figure"), n.kind, amount(n), _bounds(n), n.of or "", str(n.line)


def _bounds(number: Number) -> str:
    words = ("about" if number.approx else "", _BOUNDS.get(number.bound, ""))
    return " ".join(filter(None, words))


def _tally(numbers: Iterable[Number]) -> str:
    counts: dict[str, int] = {}
    for n in numbers:
        counts[n.kind] = counts.get(n.kind, 0) + 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{count} {kind}" for kind, count in ordered)
