"""Stretches of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of the text: half-open, in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text with its line: a lead, a date line."""

    text: str
    start: int
    end: int
    line: int
    column: int
