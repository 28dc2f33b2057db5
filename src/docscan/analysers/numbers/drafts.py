"""Drafts: a figure while it is being read, in token indexes and exact values."""

from __future__ import annotations

from dataclasses import dataclass

from docscan.analysers.numbers.values import Value


@dataclass(slots=True)
class Draft:
    """A figure on tokens [start, end); `left`/`right` widen it to the whole expression with its modifiers.

    `form` is the numeral's form; `unitless` says that nothing but a number (and perhaps a modifier) was read.
    """

    start: int
    end: int
    kind: str
    value: Value | None = None
    form: str = ""
    scaled: bool = False
    scale: int = 1  # the last scale factor: a range shares it ("5 to 7 million")
    parts: int = 1  # a coin's number in the main unit: a range shares it too ("5 to 10 cents")
    unit: str | None = None
    currency: str | None = None
    assumed: bool = False
    low: Value | None = None
    high: Value | None = None
    low_open: bool = False
    high_open: bool = False
    bound: str = "exact"
    approx: bool = False
    modifier: tuple[int, int] | None = None  # offsets of the words, not tokens
    date: str | None = None
    of: tuple[int, int, int] | None = None  # offsets: start, end, start of the head
    left: int = -1
    right: int = -1

    @property
    def unitless(self) -> bool:
        """Whether it is a bare number that a unit could still make something of."""
        return self.kind in ("cardinal", "fraction")
