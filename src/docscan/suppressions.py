"""Comments that silence rules: `<!-- docscan: ignore[Q002] why -->` and its kin.

`ignore[CODES]` covers its own line and the next, `ignore-start[CODES]` … `ignore-end[CODES]` all between,
`ignore-file[CODES]` the document. Codes, names and beginnings of codes are obligatory. Comments inside
back-ticks or fenced code are examples, not suppressions.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache

from docscan.document import Document

_KINDS = ("ignore", "ignore-start", "ignore-end", "ignore-file")


@dataclass(frozen=True, slots=True)
class Suppression:
    """One comment: which selectors it silences on which lines (1-based, inclusive); `fault` if it cannot work."""

    start: int
    end: int
    line: int
    selectors: tuple[str, ...]
    first: int
    last: int
    fault: str = ""

    def covers(self, line: int) -> bool:
        """Whether an issue on `line` is meant."""
        return not self.fault and self.first <= line <= self.last


@cache
def _comment() -> re.Pattern[str]:
    return re.compile(r"<!--[ \t]{0,20}docscan:[ \t]{0,20}([a-z-]{1,20})(?:\[([^\]\n]{0,400})\])?([^\n]{0,400}?)-->")


def find_suppressions(document: Document) -> tuple[Suppression, ...]:
    """Every suppression comment of `document`, in order."""
    text = document.text
    if "docscan:" not in text:
        return ()
    fences = _fences(document)
    found: list[Suppression] = []
    opened: dict[tuple[str, ...], list[int]] = {}  # ignore-start comments whose end is awaited
    for m in _comment().finditer(text):
        if _is_code(document, m.start(), fences):
            continue
        selectors = tuple(s.strip() for s in (m.group(2) or "").split(",") if s.strip())
        _take(document, m, selectors, found, opened)
    for positions in opened.values():
        for i in positions:
            found[i] = replace(found[i], fault="has no ignore-end with the same rules")
    return tuple(found)


def _take(
    document: Document,
    m: re.Match[str],
    selectors: tuple[str, ...],
    found: list[Suppression],
    opened: dict[tuple[str, ...], list[int]],
) -> None:
    """Read one comment: add what it suppresses to `found`, or end what an earlier one began."""
    kind, line = m.group(1), document.line(m.start())
    here = Suppression(m.start(), m.end(), line, selectors, line, line + 1)
    if kind not in _KINDS:
        here = replace(here, fault=f"is not known: write one of {', '.join(_KINDS)}")
    elif not selectors:
        here = replace(here, fault=f"names no rule: write {kind}[CODE]")
    elif kind == "ignore-file":
        here = replace(here, first=1, last=len(document.line_starts))
    elif kind == "ignore-start":
        opened.setdefault(selectors, []).append(len(found))
    elif kind == "ignore-end":
        if opened.get(selectors):
            i = opened[selectors].pop()
            found[i] = replace(found[i], last=line)
            return
        here = replace(here, fault="has no ignore-start with the same rules")
    found.append(here)


def _is_code(document: Document, offset: int, fences: list[int]) -> bool:
    """Whether `offset` stands inside back-ticks of its line or in a fenced block."""
    line_start = max(document.line_starts[document.line(offset) - 1], offset - 2000)
    return document.text.count("`", line_start, offset) % 2 == 1 or bisect_right(fences, offset) % 2 == 1


def _fences(document: Document) -> list[int]:
    """Offsets of the lines that begin or end fenced code, in turn."""
    return [s for s in document.line_starts if document.text.startswith(("```", "~~~"), s)]
