"""Every rule speaks about its bad fixture and is silent about its good one."""

from __future__ import annotations

from pathlib import Path

import pytest

from docscan.checking.flow import conclude, examine
from docscan.checking.plan import make_plan
from docscan.config import Settings
from docscan.document import Document
from docscan.evidence.sources import Sources
from docscan.records import Issue
from docscan.registry import rules

FIXTURES = Path(__file__).parents[3] / "fixtures" / "rules"
PARTNERS = {"S001": ("S001", "D002")}  # a suppression is judged by the rule it names


def read(path: Path) -> Document:
    data = path.read_bytes()
    try:
        return Document(data.decode("utf-8"), path=path.name)
    except UnicodeDecodeError:
        return Document(data.decode("cp1252"), path=path.name, encoding="cp1252")


def issues(code: str, name: str) -> list[Issue]:
    """The issues of one rule about fixtures/rules/<rule>/<name>, a file or a folder of a corpus."""
    rule = rules()[code]
    folder = FIXTURES / rule.name
    paths = sorted((folder / name).glob("*.txt")) if (folder / name).is_dir() else [folder / f"{name}.txt"]
    plan = make_plan(Settings(select=PARTNERS.get(code, (code,)), sources=("source.txt",)))
    sources = Sources([read(folder / "source.txt")]) if rule.scope == "sources" else None
    examined = [examine(read(path), plan, sources) for path in paths]
    return [i for result in conclude(examined, plan) for i in result.findings if i.code == code]


@pytest.mark.parametrize("code", rules())
def test_a_rule_reports_its_bad_fixture(code: str) -> None:
    """The bad fixture of a rule makes it speak."""
    assert issues(code, "bad")


@pytest.mark.parametrize("code", rules())
def test_a_rule_accepts_its_good_fixture(code: str) -> None:
    """The good fixture of a rule leaves it silent."""
    assert [i.message for i in issues(code, "good")] == []


def test_every_fixture_belongs_to_a_rule() -> None:
    """No folder is left over when a rule is renamed."""
    assert {path.name for path in FIXTURES.iterdir()} == {rule.name for rule in rules().values()}


def test_file_names_are_rule_names() -> None:
    """The module of a rule is called like the rule, so that one finds the other."""
    from docscan.registry import modules

    assert {rule.name.replace("-", "_") for rule in rules().values()} == set(modules("rules"))


@pytest.mark.parametrize("code", rules())
def test_issues_point_at_their_words(code: str) -> None:
    """Line and column of an issue are those of its offset, and its end is no earlier than its start."""
    for issue in issues(code, "bad"):
        folder = FIXTURES / rules()[code].name
        path = folder / issue.path if (folder / issue.path).exists() else folder / "bad" / issue.path
        document = read(path)
        assert document.position(issue.start) == (issue.line, issue.column)
        assert document.position(issue.end) == (issue.end_line, issue.end_column)
        assert 0 <= issue.start <= issue.end <= len(document.text)
