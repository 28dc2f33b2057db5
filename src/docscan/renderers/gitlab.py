"""GitLab Code Quality: a JSON array, for `artifacts: reports: codequality`."""

from __future__ import annotations

from hashlib import blake2b

from docscan.checking.report import Report
from docscan.records import Issue
from docscan.serial import to_json

_SEVERITIES = {"error": "major", "warning": "minor", "note": "info"}


def render(report: Report) -> str:
    """One entry an issue, and one for each document that could not be read."""
    entries = [_entry(issue) for issue in report.issues()]
    for failure in report.failures:
        entries.append({
            "description": failure.message, "check_name": "unreadable",
            "fingerprint": _digest(failure.path, failure.code), "severity": "critical",
            "location": {"path": failure.path.removeprefix("./"), "lines": {"begin": 1}},
        })  # fmt: skip
    return "[" + ",\n ".join(map(to_json, entries)) + "]\n"


def _entry(issue: Issue) -> dict[str, object]:
    return {
        "description": f"{issue.code}: {issue.message}",
        "check_name": issue.rule,
        "fingerprint": _digest(issue.path, issue.fingerprint),
        "severity": _SEVERITIES[issue.severity],
        "location": {"path": issue.path.removeprefix("./"), "lines": {"begin": issue.line, "end": issue.end_line}},
    }


def _digest(path: str, mark: str) -> str:
    """GitLab wants each fingerprint once in a report; ours is the same in two copies of a file."""
    return blake2b(f"{path}\0{mark}".encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
