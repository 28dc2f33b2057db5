"""What a run loads, and what it must not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

SHOW = """
import sys, runpy
sys.argv = ["docscan", *sys.argv[1:]]
try:
    runpy.run_module("docscan", run_name="__main__")
except SystemExit as end:
    code = end.code
sys.stderr.write(" ".join(sorted({name.split(".")[0] for name in sys.modules})))
sys.exit(code)
"""


def loaded(*arguments: str) -> set[str]:
    """The top-level packages in memory when docscan ends."""
    done = subprocess.run([sys.executable, "-c", SHOW, *arguments], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.fixture
def article(tmp_path: Path) -> str:
    file = tmp_path / "a.txt"
    file.write_text("“We need 5 percent more,” said Anna Berg of Acme Corp.\n")
    return str(file)


@pytest.mark.parametrize("name", ["summary", "quotes", "numbers", "entities"])
def test_plain_call_stays_light(name: str, article: str) -> None:
    """Finding things needs no terminal library, no parser of arguments, no template, no model framework."""
    heavy = {"pydantic", "numpy", "rich", "typer", "click", "jinja2", "markdown_it", "pathspec", "asyncio"}
    assert not loaded(name, article, "-f", "jsonl") & heavy


@pytest.mark.parametrize("name", ["summary", "quotes", "numbers", "entities", "check"])
@pytest.mark.parametrize("words", [["--help"], ["-f", "table"]])
def test_pydantic_and_numpy_are_never_loaded(name: str, words: list[str], article: str) -> None:
    """Neither help nor a table brings in what costs more than the work."""
    assert not loaded(name, article, *words) & {"pydantic", "numpy", "click"}


def test_version_loads_next_to_nothing() -> None:
    """--version is answered before anything is loaded."""
    assert not loaded("--version") & {"typer", "rich", "regex", "json", "dataclasses"}
