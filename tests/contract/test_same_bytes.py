"""The same documents give the same bytes, whatever is different around them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"
COMMANDS = ["summary", "quotes", "numbers", "entities"]
SURROUNDINGS = [
    {"PYTHONHASHSEED": "1"},
    {"PYTHONHASHSEED": "99"},
    {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
    {"LC_ALL": "C.UTF-8", "TZ": "Asia/Tokyo"},
    {"COLUMNS": "40", "TERM": "dumb"},
    {"PYTHONIOENCODING": "ascii", "PYTHONWARNINGS": "error"},
    {"HOME": "/nonexistent"},
]


@pytest.mark.parametrize("name", COMMANDS)
def test_output_does_not_depend_on_the_surroundings(docscan, name: str) -> None:  # type: ignore[no-untyped-def]
    """Hash seed, locale, encoding of the streams, home and terminal change nothing."""
    first = docscan(name, "fixtures/articles", "--json", "-j", "1", cwd=ARTICLES.parents[1])
    assert (first.code, first.err) == (0, "")
    assert len(json.loads(first.out)["documents"]) >= 12
    for surroundings in SURROUNDINGS:
        again = docscan(name, "fixtures/articles", "--json", cwd=ARTICLES.parents[1], env=surroundings)
        assert (again.code, again.err) == (0, "")
        assert again.out == first.out, surroundings


def test_file_names_do_not_depend_on_the_locale(docscan, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """A name in UTF-8 is that name under every locale, found or given."""
    (tmp_path / "Žurnál “1”.txt").write_text("Nine.", encoding="utf-8")
    for inputs in (["."], ["Žurnál “1”.txt"], ["-", "--stdin-filename", "Žurnál “1”.txt"]):
        first = docscan("numbers", *inputs, "--json", cwd=tmp_path, stdin=b"Nine.")
        again = docscan("numbers", *inputs, "--json", cwd=tmp_path, stdin=b"Nine.", env=SURROUNDINGS[2])
        assert (first.code, first.out) == (again.code, again.out)
        assert json.loads(first.out)["documents"][0]["path"].endswith("Žurnál “1”.txt")


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "concise", "table"])
def test_output_does_not_depend_on_jobs_or_order(docscan, name: str, form: str) -> None:  # type: ignore[no-untyped-def]
    """Two processes, and the files named backwards, give the same bytes."""
    files = sorted(str(p.relative_to(ARTICLES)) for p in ARTICLES.iterdir() if p.suffix in {".txt", ".md", ".html"})
    first = docscan(name, *files, "-f", form, "-j", "1", cwd=ARTICLES)
    again = docscan(name, *reversed(files), "-f", form, "-j", "2", cwd=ARTICLES)
    assert (first.code, again.code) == (0, 0)
    assert first.out == again.out
