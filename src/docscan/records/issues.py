"""What rules report, and what could not be read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Related:
    """The other side of an issue: where the conflicting words stand."""

    path: str
    start: int
    end: int
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Issue:
    """What a rule reports about one place of one document."""

    code: str
    rule: str
    severity: str  # error | warning | note
    message: str
    path: str
    start: int
    end: int
    line: int
    column: int
    related: tuple[Related, ...] = ()
    fingerprint: str = ""
    end_line: int = 0
    end_column: int = 0


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read or analysed: `code` for programs, `message` for people."""

    path: str
    code: str
    message: str
