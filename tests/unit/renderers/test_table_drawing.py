"""Views are drawn readably and harmlessly."""

from __future__ import annotations

import pytest

from docscan.renderers.table import draw
from docscan.views import Bar, Cell, Column, Line, Table, View

COLUMNS = (Column("Line", "right", fold=False), Column("Who"), Column("Words", ratio=1))


def table(*rows: tuple[str | Cell | Bar, ...], title: str | None = None, note: str | None = None) -> Table:
    return Table(COLUMNS, rows, title, note)


@pytest.mark.parametrize("width", [80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    """Long words wrap inside their column, at both usual widths."""
    drawn = draw([table(("12", "Someone", "many words " * 40), ("3", "x" * 50, "y" * 300))], 0, False, width)
    assert max(map(len, drawn.splitlines())) <= width
    assert drawn.count("many") == 40
    assert "12" in drawn


@pytest.mark.parametrize(
    "hostile",
    [
        "[/red]",
        "[link=http://x]y[/link]",
        ":smile:",
        "\x1b[31mred",
        "\x1b]0;title\x07",
        "a\u202eb",
        "\x9b31m",
        "\r",
        "a\0b",
    ],
)
@pytest.mark.parametrize("color", [True, False])
def test_text_is_shown_not_obeyed(hostile: str, color: bool) -> None:
    """Markup, emoji codes and control sequences of a document appear as themselves."""
    cell = Cell(parts=(Cell(hostile, "name"), Cell(hostile, "cue")))
    views: list[View] = [table((hostile, cell, hostile), title=hostile, note=hostile), Line(hostile, label=hostile)]
    drawn = draw(views, 0, color, 200)
    own = drawn.replace("\x1b[0m", "")
    for style in ("1", "2", "3", "1;36", "1;32", "2;3", "1;2"):
        own = own.replace(f"\x1b[{style}m", "")
    assert not any(c in own for c in "\x1b\x07\x9b\u202e\r\0")
    if hostile.isprintable():
        assert drawn.count(hostile) >= 6


def test_rows_beyond_the_limit_are_counted() -> None:
    """--limit bounds the rows of all tables together and says how many more there are."""
    views = [table(*((str(n), "a", "b") for n in range(30)), title=f"t{t}") for t in range(3)]
    drawn = draw(views, 40, False, 80)
    assert drawn.count("  a  ") == 40
    assert "… 50 more" in drawn
    assert "t2" not in drawn
    assert "more" not in draw(views, 0, False, 80)


def test_lines_carry_their_label_in_a_margin() -> None:
    """A labelled line wraps inside its column; one that must not wrap is cut."""
    drawn = draw([Line("word " * 60, "Lead"), Line("word " * 60, "Cut", wrap=False)], 0, False, 80).splitlines()
    assert drawn[0].startswith("Lead  ")
    assert drawn[1].startswith("      ")
    assert drawn[-1].startswith("Cut") and drawn[-1].endswith("…")


def test_bars_show_their_share() -> None:
    """A bar is full at its top, empty at nothing, and never breaks."""
    shares = [Bar(0, 4), Bar(2, 4), Bar(9, 4), Bar(1, 0)]
    drawn = draw([table(*(("", "", bar) for bar in shares))], 0, False, 80)
    assert [line.count("█") for line in drawn.splitlines()[2:]] == [0, 6, 12, 0]


def test_no_colour_means_no_escape() -> None:
    """Without colour the drawing is plain text without trailing blanks; with it there are styles."""
    plain = draw([table(("1", Cell("a", "name"), "b"))], 0, False, 80)
    assert "\x1b" not in plain
    assert not any(line.endswith(" ") for line in plain.splitlines())
    assert "\x1b[1;36m" in draw([table(("1", Cell("a", "name"), "b"))], 0, True, 80)


def test_cell_of_a_million_letters_is_cut() -> None:
    """One huge cell does not take over the screen."""
    assert len(draw([table(("1", "a", "x" * 1_000_000))], 0, False, 80)) < 10_000


@pytest.mark.parametrize("columns", ["0", "1", "x", "100000"])
def test_odd_widths_do_not_matter(monkeypatch: pytest.MonkeyPatch, columns: str) -> None:
    """Whatever COLUMNS says, something readable comes out."""
    monkeypatch.setenv("COLUMNS", columns)
    assert "Words" in draw([table(("1", "a", "b"))], 0, False)
