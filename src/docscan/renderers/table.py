"""What a terminal shows: views drawn by rich.

Every string of a document passes `visible()` and becomes a `Text`; nothing is read as markup, emoji or link.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from docscan.console import visible
from docscan.views import Bar, Cell, Line, Table, View

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.table import Table as Grid
    from rich.text import Text

_STYLES = {
    "name": "bold cyan",
    "figure": "bold green",
    "cue": "italic",
    "muted": "dim",
    "good": "green",
    "warn": "yellow",
    "bad": "bold red",
    "heading": "bold",
}
_LONGEST_CELL = 2000  # characters; wrapping more than a screen of text helps nobody and costs time
_LABEL_WIDTH = 12
_BAR_WIDTH = 12
_NARROWEST = 40
_TRAILING = re.compile(r" +$", re.MULTILINE)
_BREAK = re.compile(r"[ \t]*[\r\n]\s*")


def draw(views: Iterable[View], limit: int, color: bool, width: int | None = None) -> str:
    """The views as text, `width` cells wide (default: the terminal's), at most `limit` table rows (0: all)."""
    from io import StringIO

    from rich.console import Console

    buffer = StringIO()
    console = Console(
        file=buffer,
        width=max(width or shutil.get_terminal_size().columns, _NARROWEST),
        force_terminal=color,
        color_system="standard" if color else None,
        no_color=not color,
        markup=False,
        emoji=False,
        highlight=False,
        legacy_windows=False,
    )
    _Drawing(console, limit).draw(views)
    return buffer.getvalue() if color else _TRAILING.sub("", buffer.getvalue())


class _Drawing:
    """One drawing with its remaining rows."""

    def __init__(self, console: Console, limit: int) -> None:
        self.console = console
        self.left = limit if limit > 0 else None
        self.hidden = 0

    def draw(self, views: Iterable[View]) -> None:
        first = True
        for is_line, group in groupby(views, lambda view: isinstance(view, Line)):
            if self.left == 0:
                self.hidden += sum(_count(view) for view in group if isinstance(view, Table))
                continue
            if is_line:
                self._lines(view for view in group if isinstance(view, Line))
                first = False
                continue
            for table in group:
                if isinstance(table, Table) and self.left != 0:
                    self._table(table, first)
                    first = False
                elif isinstance(table, Table):
                    self.hidden += _count(table)
        if self.hidden:
            self._say(f"… {self.hidden:,} more; --limit 0 shows all, -f jsonl is for programs", "muted")

    def _say(self, text: str, style: str) -> None:
        self.console.print(styled(Cell(text, style)), soft_wrap=True)

    def _lines(self, lines: Iterable[Line]) -> None:
        for labelled, group in groupby(lines, lambda line: bool(line.label)):
            grid = _grid()
            if labelled:
                grid.add_column(min_width=_LABEL_WIDTH, no_wrap=True, style=_STYLES["muted"])
            grid.add_column(ratio=1)
            for line in group:
                text = styled(line.text)
                text.no_wrap, text.overflow = (False, "fold") if line.wrap else (True, "ellipsis")
                cells: list[RenderableType] = [styled(line.label), text] if labelled else [text]
                grid.add_row(*cells)
            self.console.print(grid)

    def _table(self, table: Table, first: bool) -> None:
        rows = self._take(table.rows)
        if table.title is not None:
            if not first:
                self.console.print()
            title = table.title if isinstance(table.title, Cell) else Cell(table.title, "heading")
            self.console.print(styled(title), soft_wrap=True)
        if rows:
            grid = _columns(table)
            for row in rows:
                grid.add_row(*(drawn(cell) for cell in row))
            self.console.print(grid)
        if table.note is not None:
            self._say(table.note, "muted")

    def _take(self, rows: Iterable[tuple[str | Cell | Bar, ...]]) -> list[tuple[str | Cell | Bar, ...]]:
        """As many rows as may still be shown; the rest is counted."""
        if self.left is None:
            return list(rows)
        taken: list[tuple[str | Cell | Bar, ...]] = []
        for row in rows:
            if len(taken) < self.left:
                taken.append(row)
            else:
                self.hidden += 1
        self.left -= len(taken)
        return taken


def _count(table: Table) -> int:
    return sum(1 for _ in table.rows)


def _grid() -> Grid:
    from rich.table import Table as Grid

    grid = Grid.grid(padding=(0, 2, 0, 0), expand=True)
    grid.highlight = False
    return grid


def _columns(table: Table) -> Grid:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table as Grid

    flexible = any(column.ratio for column in table.columns)
    grid = Grid(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1), expand=flexible, header_style="dim")
    for column in table.columns:
        grid.add_column(
            styled(column.header),
            justify="right" if column.justify == "right" else "center" if column.justify == "center" else "left",
            ratio=column.ratio,
            min_width=column.min_width,
            no_wrap=not column.fold,
            overflow="fold" if column.fold else "ellipsis",
            style=_STYLES.get(column.style, ""),
        )
    return grid


def drawn(cell: str | Cell | Bar) -> Text:
    """A cell as rich draws it."""
    if isinstance(cell, Bar):
        share = min(max(cell.value / cell.top, 0.0), 1.0) if cell.top > 0 else 0.0
        full = round(share * _BAR_WIDTH)
        return styled(Cell(parts=(Cell("█" * full, "name"), Cell("░" * (_BAR_WIDTH - full), "muted"))))
    return styled(cell)


def styled(cell: str | Cell) -> Text:
    """A string or a Cell as harmless, styled text on one line."""
    from rich.text import Text

    text = Text()
    for string, style in _pieces(cell if isinstance(cell, Cell) else Cell(cell)):
        text.append(string, style=_STYLES.get(style) or None)
    return text


def _pieces(cell: Cell, style: str = "") -> Iterator[tuple[str, str]]:
    style = cell.style or style
    if cell.text:
        shown = cell.text if len(cell.text) <= _LONGEST_CELL else cell.text[: _LONGEST_CELL - 1] + "…"
        yield visible(_BREAK.sub(" ", shown)), style
    for part in cell.parts:
        yield from _pieces(part, style)
