"""A finished run as text: the formats of the analysers, and those that only issues have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from docscan.checking.issues import ISSUES, count
from docscan.config import SEVERITIES
from docscan.console import wants_color
from docscan.options import ISSUE_FORMATS
from docscan.output import choose_format
from docscan.records import Failure, Issue
from docscan.registry import Result, Rule, renderer


@dataclass(frozen=True, slots=True)
class Report:
    """Every document with its issues, what could not be read, and the rules that ran."""

    results: tuple[Result, ...]
    failures: tuple[Failure, ...]
    rules: tuple[Rule, ...]

    def issues(self) -> Iterator[Issue]:
        """Every issue, in order of documents and places."""
        for result in self.results:
            yield from result.findings

    def worst_first(self) -> list[Issue]:
        """Every issue, errors first."""
        return sorted(self.issues(), key=lambda issue: SEVERITIES.index(issue.severity))


def render(report: Report, values: Mapping[str, Any], terminal: bool) -> str:
    """The report in the format that the flags ask for."""
    if values["statistics"]:
        return _statistics(report)
    named = str(values["output"]).endswith(".sarif") and not values["format"] and not values["json"]
    chosen = "sarif" if named else choose_format(values)
    if chosen in ISSUE_FORMATS:
        text: str = import_module(f"docscan.renderers.{chosen}").render(report)
        return text
    if chosen == "table":
        from docscan.renderers.table import draw

        return draw(ISSUES.view(report.results, values), values["limit"], wants_color(values["color"], terminal))
    form = renderer(chosen)
    parts = filter(None, (form.document(ISSUES, result) for result in report.results))
    return form.head(ISSUES) + form.between.join(parts) + form.tail(report.failures)


def _statistics(report: Report) -> str:
    """How often each rule had something to say, the most frequent first, then the total."""
    counts = Counter((issue.code, issue.rule, issue.severity) for issue in report.issues())
    lines = [f"{n:>6}  {code} {rule} ({severity})" for (code, rule, severity), n in counts.most_common()]
    return "\n".join([*lines, count(sum(counts.values()), len(report.results))]) + "\n"
