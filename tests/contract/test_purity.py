"""Data flows one way: the rooms on the left know nothing of those on the right, and do no input or output."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import docscan

SOURCE = Path(docscan.__file__).parent
PURE = ("text", "analysers", "rules")
FORBIDDEN = {"rich", "typer", "click", "sys", "os", "io", "subprocess", "socket", "pathlib", "pydantic", "numpy"}
ORDER = ("text", "analysers", "rules", "renderers", "commands")


def modules(*rooms: str) -> list[Path]:
    return sorted(file for room in rooms for file in (SOURCE / room).rglob("*.py"))


def imports(file: Path) -> Iterator[str]:
    """Every module that `file` imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("file", modules(*PURE), ids=lambda file: str(file.relative_to(SOURCE)))
def test_pure_rooms_touch_nothing(file: Path) -> None:
    """No file, stream, terminal or process is within reach of linguistics and rules."""
    assert not {name.split(".")[0] for name in imports(file)} & FORBIDDEN


@pytest.mark.parametrize("file", modules(*PURE), ids=lambda file: str(file.relative_to(SOURCE)))
def test_pure_rooms_call_nothing_that_writes_or_runs(file: Path) -> None:
    """open, print, input, exec, eval and global statements have no place there."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        assert not isinstance(node, ast.Global)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in {"open", "print", "input", "exec", "eval"}


@pytest.mark.parametrize("file", modules(*ORDER), ids=lambda file: str(file.relative_to(SOURCE)))
def test_nothing_imports_to_its_right(file: Path) -> None:
    """text → analysers → rules → renderers → commands, never back."""
    room = file.relative_to(SOURCE).parts[0]
    later = ORDER[ORDER.index(room) + 1 :]
    assert not [name for name in imports(file) if name.startswith(tuple(f"docscan.{right}" for right in later))]


@pytest.mark.parametrize("file", modules("."), ids=lambda file: str(file.relative_to(SOURCE)))
def test_nobody_imports_click_or_pydantic(file: Path) -> None:
    """Typer brings its own click; pydantic would double the start-up."""
    assert not {name.split(".")[0] for name in imports(file)} & {"click", "pydantic"}
