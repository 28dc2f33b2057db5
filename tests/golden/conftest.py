"""What golden tests share: a file as it was reviewed, written anew with `--update-golden`."""

from __future__ import annotations

from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
Compare = Callable[[Path, list[str]], None]


@pytest.fixture
def as_reviewed(request: pytest.FixtureRequest) -> Compare:
    """Fail with a diff unless a golden file holds exactly these lines."""

    def compare(file: Path, now: list[str]) -> None:
        if request.config.getoption("--update-golden"):
            file.write_text("\n".join(now) + "\n", encoding="utf-8")
        if not file.exists():
            pytest.fail(f"{file.relative_to(ROOT)} is missing: run pytest tests/golden --update-golden and review it")
        reviewed = file.read_text(encoding="utf-8").splitlines()
        if now != reviewed:
            diff = unified_diff(reviewed, now, "reviewed", "now", lineterm="", n=0)
            pytest.fail(f"{file.relative_to(ROOT)} differs\n" + "\n".join(diff), pytrace=False)

    return compare
