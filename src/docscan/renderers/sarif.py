"""SARIF 2.1.0 (OASIS): for code scanning services and editors. Columns and offsets count code points."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from docscan import __version__
from docscan.checking.explanation import explain, summary_line
from docscan.checking.report import Report
from docscan.records import Issue, Related
from docscan.registry import Rule
from docscan.serial import to_json

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(report: Report) -> str:
    """One run with every rule that ran, every issue, and what could not be read as notifications."""
    index = {rule.code: i for i, rule in enumerate(report.rules)}
    results = [_result(i, index[i.code], doc.id) for doc in report.results for i in doc.findings]
    run = {
        "tool": {"driver": {"name": "docscan", "version": __version__,
                            "rules": [_rule(rule) for rule in report.rules]}},
        "columnKind": "unicodeCodePoints",
        "invocations": [_invocation(report)],
        "results": results,
    }  # fmt: skip
    return to_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    page = explain(rule)
    return {
        "id": rule.code,
        "name": "".join(part.title() for part in rule.name.split("-")),
        "shortDescription": {"text": summary_line(rule)},
        "help": {"text": page, "markdown": page},
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(issue: Issue, index: int, id: str | None) -> dict[str, Any]:  # noqa: A002 - the contract's word
    region = {"startLine": issue.line, "startColumn": issue.column, "endLine": issue.end_line,
              "endColumn": issue.end_column, "charOffset": issue.start,
              "charLength": issue.end - issue.start}  # fmt: skip
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": _artifact(issue.path), "region": region}}
    if id is not None:  # a record of a JSON Lines file: lines and offsets count inside it
        location["logicalLocations"] = [{"name": id, "kind": "object"}]
    result: dict[str, Any] = {
        "ruleId": issue.code,
        "ruleIndex": index,
        "level": issue.severity,
        "message": {"text": issue.message},
        "locations": [location],
        "partialFingerprints": {"docscan/v1": issue.fingerprint},
    }
    if issue.related:
        result["relatedLocations"] = [_related(n, other) for n, other in enumerate(issue.related)]
    return result


def _related(number: int, other: Related) -> dict[str, Any]:
    region = {"charOffset": other.start, "charLength": other.end - other.start}
    place = {"artifactLocation": _artifact(other.path), "region": region}
    return {"id": number, "physicalLocation": place, "message": {"text": other.message}}


def _artifact(path: str) -> dict[str, str]:
    scheme = "file://" if path.startswith("/") else ""  # a relative reference must not begin with a slash
    return {"uri": scheme + quote(path.removeprefix("./").encode("utf-8", "surrogateescape"), safe="/")}


def _invocation(report: Report) -> dict[str, Any]:
    notifications = [
        {"level": "error", "message": {"text": f"{f.path}: {f.message}"}, "descriptor": {"id": f.code},
         "locations": [{"physicalLocation": {"artifactLocation": _artifact(f.path)}}]}
        for f in report.failures
    ]  # fmt: skip
    return {"executionSuccessful": not notifications, "toolExecutionNotifications": notifications}
