"""Every rule has a page that is what `docscan rule` prints, and an index that lists it."""

from __future__ import annotations

from pathlib import Path

import pytest

from docscan.checking.explanation import explain, summary_line
from docscan.registry import rules

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "rules"
INDEX = """# Rules

`docscan rule CODE` prints these pages. Codes begin with what they look at: Q quotations, E names (entities),
N figures, D dates, R reading, T text, S suppressions; from 101 on with other documents or with sources.

| code | name | severity | reports |
| --- | --- | --- | --- |
"""


def index() -> str:
    """The list of all rules."""
    rows = (
        f"| [{r.code}]({r.code}.md) | {r.name}{' (off by default)' * r.opt_in} | {r.severity} | {summary_line(r)} |\n"
        for r in rules().values()
    )
    return INDEX + "".join(rows)


def pages() -> dict[str, str]:
    return {"README.md": index(), **{f"{rule.code}.md": explain(rule) for rule in rules().values()}}


@pytest.mark.parametrize("name", pages())
def test_page_is_what_the_rule_says(request: pytest.FixtureRequest, name: str) -> None:
    """A page is the rule's own documentation; --update-golden writes it."""
    page = PAGES / name
    if request.config.getoption("--update-golden"):
        page.write_text(pages()[name], encoding="utf-8")
    assert page.read_text(encoding="utf-8") == pages()[name]


def test_no_page_is_left_over() -> None:
    """A rule that is gone takes its page along."""
    assert {page.name for page in PAGES.iterdir()} == pages().keys()


@pytest.mark.parametrize("code", rules())
def test_a_page_names_every_option(code: str) -> None:
    """The documentation of a rule explains each of its options and what to do."""
    text = explain(rules()[code])
    assert all(f"`{option}`" in text for option in rules()[code].options)
    assert len(text.split()) > 30
