"""How figures look: flat rows, one-line notes and the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from docscan.records import Number
from docscan.registry import Result
from docscan.views import Cell, Column, Line, Table, View

_SIGNS = {"at_least": "≥", "more_than": ">", "at_most": "≤", "less_than": "<"}


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
    if number.date:
        return number.date
    if number.bound == "range":
        value = (
            f"{_short(number.low)}–{_short(number.high)}"
            if number.low is not None and number.high is not None
            else ""
        )
    elif number.bound == "vague":
        value = f"≥ {_short(number.low)}"
    elif number.value is None:
        return ""
    else:
        value = f"{_SIGNS.get(number.bound, '')} {_short(number.value)}".strip()
    sign = "≈ " if number.approx else ""
    return f"{sign}{value}{_unit(number)}"


def _short(value: int | float | str | None) -> str:
    """An amount as people read it: 5,400,000."""
    if isinstance(value, int):
        return f"{value:,}"
    return f"{value:,.6g}" if isinstance(value, float) else str(value)


def _unit(number: Number) -> str:
    if number.kind == "percent" and number.unit is None:
        return "%"
    words = [w for w in (number.currency, number.unit) if w]
    return " " + " ".join(words) if words else ""


def view(results: Sequence[Result], options: Mapping[str, Any]) -> Iterable[View]:
    """A table a document: figure, kind, value, what it counts, line."""
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
            Column("What", ratio=3),
            Column("Line", justify="right", style="muted"),
        )
        yield Table(columns, _table_rows(numbers), title=title, note=_tally(numbers))


def _table_rows(numbers: Iterable[Number]) -> Iterator[tuple[str | Cell, ...]]:
    for n in numbers:
        text = " ".join(n.text.split())
        yield Cell(text, "figure"), n.kind, meaning(n), n.of or "", str(n.line)


def _tally(numbers: Iterable[Number]) -> str:
    counts: dict[str, int] = {}
    for n in numbers:
        counts[n.kind] = counts.get(n.kind, 0) + 1
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return ", ".join(f"{count} {kind}" for kind, count in ordered)
