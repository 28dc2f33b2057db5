"""JUnit XML: a test suite a document, a failed case an issue, an error for what could not be read."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from docscan.checking.report import Report
from docscan.records import Failure
from docscan.registry import Result

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


@cache
def _forbidden() -> re.Pattern[str]:
    return re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 has no way to write


def _clean(text: str) -> str:
    return _forbidden().sub("\ufffd", text)


def render(report: Report) -> str:
    """The whole report; a document without issues is one passed case."""
    from xml.etree.ElementTree import Element, indent, tostring

    failed = sum(len(result.findings) for result in report.results)
    passed = sum(not result.findings for result in report.results)
    root = Element("testsuites", name="docscan", tests=str(failed + passed + len(report.failures)),
                   failures=str(failed), errors=str(len(report.failures)))  # fmt: skip
    for result in report.results:
        _suite(root, result)
    for failure in report.failures:
        _unread(root, failure)
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, "unicode") + "\n"


def _suite(root: Element, result: Result) -> None:
    from xml.etree.ElementTree import SubElement

    name = _clean(result.path if result.id is None else f"{result.path}[{result.id}]")
    count = len(result.findings)
    suite = SubElement(root, "testsuite", name=name, tests=str(count or 1), failures=str(count), errors="0")
    if not count:
        SubElement(suite, "testcase", name=name, classname=name)
    for issue in result.findings:
        place = f"{issue.line}:{issue.column}"
        case = SubElement(suite, "testcase", name=f"{issue.code} {issue.rule} {place}", classname=name,
                          file=_clean(issue.path), line=str(issue.line))  # fmt: skip
        failure = SubElement(case, "failure", message=_clean(issue.message), type=issue.severity)
        failure.text = _clean(f"{issue.path}:{place}: {issue.code} {issue.message}")


def _unread(root: Element, failed: Failure) -> None:
    from xml.etree.ElementTree import SubElement

    name = _clean(failed.path)
    suite = SubElement(root, "testsuite", name=name, tests="1", failures="0", errors="1")
    case = SubElement(suite, "testcase", name=name, classname=name)
    SubElement(case, "error", message=_clean(failed.message), type=failed.code)
