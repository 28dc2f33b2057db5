"""GitHub Actions annotations, the worst first: a step shows ten of each kind only, so the true total is said."""

from __future__ import annotations

from collections import Counter

from docscan.checking.report import Report
from docscan.console import visible
from docscan.records import Issue

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}


def render(report: Report) -> str:
    """One workflow command an issue; before the notes a notice with the total."""
    lines = [(issue.severity, _annotation(issue)) for issue in report.worst_first()]
    graver = [line for severity, line in lines if severity != "note"]
    notes = [line for severity, line in lines if severity == "note"]
    unread = [f"::error file={_path(f.path)},title=docscan::{_data(f.message)}" for f in report.failures]
    total = [f"::notice title=docscan::{_data(_total(report))}"] if lines else []
    return "".join(line + "\n" for line in (*unread, *graver, *total, *notes))


def _annotation(issue: Issue) -> str:
    place = f"file={_path(issue.path)},line={issue.line}"
    if issue.end_line == issue.line:  # GitHub ignores annotations with columns over several lines
        place += f",col={issue.column},endColumn={issue.end_column}"
    else:
        place += f",endLine={issue.end_line}"
    title = _property(f"{issue.code} {issue.rule}")
    return f"::{_COMMANDS[issue.severity]} {place},title={title}::{_data(issue.message)}"


def _total(report: Report) -> str:
    counts = Counter(issue.severity for issue in report.issues())
    parts = [f"{counts[s]} {s}{'s' * (counts[s] != 1)}" for s in _COMMANDS if counts[s]]
    return f"{sum(counts.values())} in all: {', '.join(parts)}"


def _data(text: str) -> str:
    return visible(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _path(path: str) -> str:
    return _property(path.removeprefix("./"))


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
