"""Issues as records of the command line: the same renderers that show findings show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from docscan.records import Issue
from docscan.registry import Analyser, Result
from docscan.serial import plain
from docscan.views import Cell, Column, Line, Table, View

_STYLES = {"error": "bad", "warning": "warn", "note": "muted"}


def rows(issue: Issue) -> Iterable[dict[str, Any]]:
    """One flat dictionary; `path` is set in front by the renderer, other places are `path:line: message`."""
    row = plain(issue)
    del row["path"]
    row["related"] = [f"{other.path}:{other.line}: {other.message}" for other in issue.related]
    yield row


def concise(issue: Issue) -> Iterable[tuple[int, int, str]]:
    """`line:column: CODE message [rule]`."""
    yield issue.line, issue.column, f"{issue.code} {issue.message} [{issue.rule}]"


def view(results: Sequence[Result], options: Mapping[str, Any]) -> Iterable[View]:
    """A table a document, and how many there are in all."""
    total = 0
    columns = (Column("Line", "right"), Column("Rule", fold=False, min_width=4), Column("Issue", ratio=1))
    for result in results:
        if result.findings:
            total += len(result.findings)
            yield Table(columns, tuple(_row(i) for i in result.findings), title=Cell(result.path, "heading"))
    yield Line(count(total, len(results)))


def count(issues: int, documents: int) -> str:
    """ "3 issues in 12 documents"."""
    return f"{issues or 'no'} issue{'s' * (issues != 1)} in {documents} document{'s' * (documents != 1)}"


def _row(issue: Issue) -> tuple[str | Cell, ...]:
    said = [Cell(issue.message)]
    for other in issue.related:
        said.append(Cell(f"\n{other.path}:{other.line}: {other.message}", "muted"))
    return f"{issue.line}:{issue.column}", Cell(issue.code, _STYLES[issue.severity]), Cell(parts=tuple(said))


def _find(*_: Any, **__: Any) -> Any:
    raise TypeError("issues come from rules, not from one analyser")


ISSUES = Analyser("issues", "Named rules over documents and corpora.", Issue, _find, rows, concise, view)
