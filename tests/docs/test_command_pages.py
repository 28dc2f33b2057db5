"""Every command has a page whose usage part is its own help."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from docscan.registry import command, commands

ROOT = Path(__file__).parents[2]
USAGE = re.compile(r"<!-- usage: generated -->\n```text\n(.*?)```\n<!-- end -->", re.DOTALL)


def page_of(name: str) -> Path:
    return ROOT / "docs" / "commands" / f"{name}.md"


@pytest.mark.parametrize("name", commands())
def test_page_shows_the_help(docscan, request: pytest.FixtureRequest, name: str) -> None:  # type: ignore[no-untyped-def]
    """The usage part is what `docscan NAME --help` prints at 80 columns; --update-golden writes it."""
    page = page_of(name)
    text = page.read_text(encoding="utf-8")
    printed = docscan(name, "--help", env={"COLUMNS": "80"}).text
    (found,) = USAGE.finditer(text)
    if request.config.getoption("--update-golden"):
        page.write_text(text[: found.start(1)] + printed + text[found.end(1) :], encoding="utf-8")
    else:
        assert printed == found[1]


@pytest.mark.parametrize("name", commands())
def test_page_is_linked_and_says_something(name: str) -> None:
    """The index links to it, it begins with the command's name, and explains more than the help does."""
    text = page_of(name).read_text(encoding="utf-8")
    assert text.startswith(f"# docscan {name}\n")
    assert len(USAGE.sub("", text).split()) > 40
    assert f"(commands/{name}.md)" in (ROOT / "docs" / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", commands())
def test_every_flag_has_help(name: str) -> None:
    """No flag goes unexplained, and every short option is unique within its command."""
    flags = command(name).flags
    assert all(flag.help.endswith(".") for flag in flags), [
        flag.name for flag in flags if not flag.help.endswith(".")
    ]
    shorts = [flag.short for flag in flags if flag.short]
    assert len(shorts) == len(set(shorts))
