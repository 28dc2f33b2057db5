"""Screens of the fixtures look as they did when they were reviewed, at 80 and at 120 columns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCREENS = ROOT / "fixtures" / "screens"
ARTICLES = ("news_report.txt", "science.txt", "interview.txt", "page.html")
FILES = {f"summary.{Path(name).stem}": f"fixtures/articles/{name}" for name in ARTICLES}
FILES["summary.several"] = "fixtures/articles"
COLUMNS = (80, 120)


@pytest.mark.parametrize("columns", COLUMNS)
@pytest.mark.parametrize("screen", FILES)
def test_screen_looks_as_reviewed(
    docscan,  # type: ignore[no-untyped-def]
    screen: str,
    columns: int,
    as_reviewed: Callable[[Path, list[str]], None],
) -> None:
    """What a terminal of that width shows equals the golden file and does not run over its edge."""
    done = docscan(
        "summary", FILES[screen], "-f", "table", "--color", "never", cwd=ROOT, env={"COLUMNS": str(columns)}
    )
    lines = [line.rstrip() for line in done.lines]
    assert done.code == 0
    assert max(map(len, lines)) <= columns
    as_reviewed(SCREENS / f"{screen}.{columns}.txt", lines)


def test_every_screen_is_compared() -> None:
    """No golden screen is left over."""
    expected = {f"{screen}.{columns}.txt" for screen in FILES for columns in COLUMNS}
    assert {file.name for file in SCREENS.iterdir()} == expected
