"""What a person sees, described without any terminal library: analysers build views, renderers draw them.

A cell is a plain string or a `Cell` with a style name. Styles are roles, not colours (`name`, `text`, `figure`,
`cue`, `muted`, `good`, `warn`, `bad`, `heading`); the table renderer maps them to colours and passes every
string through `visible()`.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Cell(NamedTuple):
    """Text with a style role; `parts` joins several differently styled pieces in one cell."""

    text: str = ""
    style: str = ""
    parts: tuple[Cell, ...] = ()


class Column(NamedTuple):
    """A column: `ratio` shares the free width, `fold` wraps (else cut with …), `min_width` in terminal cells."""

    header: str
    justify: str = "left"
    ratio: int | None = None
    fold: bool = True
    min_width: int | None = None
    style: str = ""


class Table(NamedTuple):
    """Rows under columns. `rows` may be lazy; the renderer cuts at `--limit` and says how many more."""

    columns: tuple[Column, ...]
    rows: Iterable[tuple[str | Cell | Bar, ...]]
    title: str | Cell | None = None
    note: str | None = None


class Line(NamedTuple):
    """One line of running text; `label` stands in a fixed left margin ("Lead", "Names")."""

    text: str | Cell
    label: str = ""
    wrap: bool = True  # False: cut to the width with …


class Bar(NamedTuple):
    """A proportion drawn as a small bar, 0 ≤ value ≤ top; may stand as a table cell."""

    value: float
    top: float


View = Table | Line


def counted(n: int, what: str) -> str:
    """The number and its noun: "1 word", "1,200 words"."""
    return f"{n:,} {what}{'' if n == 1 else 's'}"
