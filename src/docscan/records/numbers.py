"""What `numbers` reports."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """The core of a numeric expression, without its modifier ("100" of "at least 100")."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Number:
    """One numeric expression with its value, its bounds and what it counts.

    `value` is the figure as stated (35% is 35); `None` for a range or a vague amount. `low`/`high` bound it;
    `low_open`/`high_open` say that the end itself is excluded. `date` is EDTF (ISO 8601-2).
    """

    text: str
    start: int
    end: int
    figure: Figure
    kind: str
    value: int | float | str | None
    low: int | float | str | None
    high: int | float | str | None
    low_open: bool
    high_open: bool
    bound: str  # exact | at_least | more_than | at_most | less_than | range | approx | vague
    approx: bool
    modifier: str | None
    unit: str | None
    currency: str | None
    currency_assumed: bool
    date: str | None
    of: str | None
    of_head: str | None
    quoted: bool
    line: int
    column: int
