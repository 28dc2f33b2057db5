"""Points in time as far as a text states them, and the tokens that name months, years and weekdays."""

from __future__ import annotations

from typing import NamedTuple

from docscan.analysers.numbers.lexer import Tokens
from docscan.analysers.numbers.vocabulary import MONTHS, WEEKDAYS

_COMMON_WORDS = frozenset({"may", "march", "mar", "dec", "jun", "sep"})


class Point(NamedTuple):
    """A date on tokens [start, end); `year`, `month`, `day` as far as stated, or a ready EDTF string."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    ready: str | None = None

    def edtf(self) -> str | None:
        """The EDTF form; None when the text does not settle it."""
        if self.ready is not None:
            return self.ready or None
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.month is None:
            return year
        return f"{year}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")


def month_at(t: Tokens, i: int) -> int:
    """The month that token `i` names, 0 if none; words like "may" count with a capital only."""
    word = t.word[i]
    month = MONTHS.get(word, 0)
    return month if month and (t.capital(i) or word not in _COMMON_WORDS) else 0


def is_year(t: Tokens, i: int) -> bool:
    """Whether token `i` can be a year: four digits from 1000 to 2199 with nothing written on to them."""
    raw = t.raw[i]
    if len(raw) != 4 or not raw.isdecimal() or not "1000" <= raw <= "2199":
        return False
    return not (t.touches(i + 1) and (t.word[i + 1].isalnum() or t.word[i + 1] == "%"))


def is_weekday(t: Tokens, i: int) -> bool:
    """Whether token `i` names a day of the week; short forms (sun, sat, mon) need their capital."""
    return t.word[i] in WEEKDAYS and (t.capital(i) or len(t.word[i]) > 5)


def weekday_before(t: Tokens, i: int, floor: int) -> int:
    """The start of the date with the weekday before it."""
    j = i - 1
    if t.word[j] == "the":
        j -= 1
    j -= t.word[j] == ","
    j -= t.word[j] == "." and len(t.word[j - 1]) <= 5
    return j if j >= floor and is_weekday(t, j) else i
