"""The articles of fixtures/ give what was reviewed: one golden file for each article and command.

`pytest tests/golden --update-golden` writes the files anew; read their diff before you commit it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "fixtures" / "articles"
COMMANDS = ("summary", "quotes", "numbers", "entities")
NAMES = sorted(file.name for file in ARTICLES.iterdir() if file.suffix in {".txt", ".md", ".html"})


def golden_file(name: str, command: str) -> Path:
    """news.txt and quotes → news.quotes.json."""
    return ARTICLES / f"{Path(name).stem}.{command}.json"


def lines_of(document: dict[str, Any]) -> Iterator[str]:
    """JSON with one line for each record, so that a diff shows records."""
    yield "{"
    last = list(document)[-1]
    for key, value in document.items():
        comma = "" if key == last else ","
        if isinstance(value, list) and value:
            yield f' "{key}": ['
            yield from (f"  {json.dumps(item, ensure_ascii=False)}{',' * (item is not value[-1])}" for item in value)
            yield f" ]{comma}"
        else:
            yield f' "{key}": {json.dumps(value, ensure_ascii=False)}{comma}'
    yield "}"


@pytest.fixture(scope="module")
def answers() -> dict[str, dict[str, Any]]:
    """Everything docscan says about the articles, by command and file name."""
    from docscan.commands.analysis import Find
    from docscan.pipeline import process
    from docscan.reading import Search
    from docscan.reading.sources import find_sources

    answers: dict[str, dict[str, Any]] = {}
    for command in COMMANDS:
        outcomes = process(find_sources([str(ARTICLES)], Search()), Find(command, {}, "json"))
        said = [json.loads(outcome.value) for outcome in outcomes]
        answers[command] = {Path(document.pop("path")).name: document for document in said}
    return answers


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", NAMES)
def test_article_gives_what_was_reviewed(
    answers: dict[str, dict[str, Any]], name: str, command: str, as_reviewed: Callable[[Path, list[str]], None]
) -> None:
    """The answer equals the golden file, record by record."""
    now = list(lines_of(answers[command][name]))
    assert json.loads("\n".join(now)) == answers[command][name]
    as_reviewed(golden_file(name, command), now)


def test_every_golden_file_has_its_article() -> None:
    """No golden file is left over, and no two articles share one."""
    expected = {golden_file(name, command) for name in NAMES for command in COMMANDS}
    assert len(expected) == len(NAMES) * len(COMMANDS)
    assert set(ARTICLES.glob("*.json")) <= expected


def test_there_are_articles_of_every_kind() -> None:
    """At least a dozen articles, plain text, Markdown and HTML among them."""
    assert len(NAMES) >= 12
    assert {Path(name).suffix for name in NAMES} == {".txt", ".md", ".html"}
