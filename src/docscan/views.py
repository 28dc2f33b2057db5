"""What a person sees, described without any terminal library: analysers build views, renderers draw them.

A cell is a plain string or a `Cell` with a style name. Styles are roles, not colours (`name`, `text`, `figure`,
`cue`, `muted`, `good`, `warn`, `bad`, `heading`); the table renderer maps them to colours and passes every
string through `visible()`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """Text with a style role; `parts` joins several differently styled pieces in one cell."""

    text: str = ""
    style: str = ""
    parts: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `ratio` shares the free width, `fold` wraps (else cut with …), `min_width` in terminal cells."""

    header: str
    justify: str = "left"
    ratio: int | None = None
    fold: bool = True
    min_width: int | None = None
    style: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns. `rows` may be lazy; the renderer cuts at `--limit` and says how many more."""

    columns: tuple[Column, ...]
    rows: Iterable[tuple[str | Cell | Bar, ...]]
    title: str | Cell | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One line of running text; `label` stands in a fixed left margin ("Lead", "Names")."""

    text: str | Cell
    label: str = ""
    wrap: bool = True  # False: cut to the width with …


@dataclass(frozen=True, slots=True)
class Bar:
    """A proportion drawn as a small bar, 0 ≤ value ≤ top; may stand as a table cell."""

    value: float
    top: float


View = Table | Line
