"""Written-out dates with their parts, whether or not the calendar has them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class WrittenDate(NamedTuple):
    """A day and month with year and weekday (0 is Monday) where the text has them."""

    start: int
    end: int
    day: int
    month: int
    year: int
    weekday: int | None

    @property
    def month_name(self) -> str:
        """The month's English name."""
        return MONTHS[self.month - 1]


@cache
def _pattern() -> re.Pattern[str]:
    month = "|".join(f"{m}|{m[:3]}\\.?" if m != "May" else m for m in MONTHS) + r"|Sept\.?"
    weekday = "|".join(f"{d}|{d[:3]}\\.?|{d[:4]}\\.?" for d in WEEKDAYS)
    year = r"(?:,?\s{1,2}(?P<y%d>(?:1[5-9]|20|21)\d\d)(?![\d,.]?\d))?"
    return re.compile(
        rf"(?<!\w)(?:(?P<w>{weekday}),?\s{{1,2}}(?:the\s)?)?"
        rf"(?:(?P<m1>{month})\s{{1,2}}(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?![\w:,.]?\d|\w|\s?[%°]){year % 1}"
        rf"|(?<![\d$£€.,:-])(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:\sof)?\s{{1,2}}(?P<m2>{month})(?![\w’']){year % 2})"
    )


@cache
def _numeric() -> re.Pattern[str]:
    return re.compile(r"(?<![\w/.-])(\d{1,2})/(\d{1,2})/((?:19|20)\d\d)(?![\w/-])")


def find_dates(text: str) -> Iterator[WrittenDate]:
    """Dates with a month as a word, then numeric ones that can be read in one way only or in none."""
    for m in _pattern().finditer(text):
        name = m.group("m1") or m.group("m2")
        month = next(i for i, month in enumerate(MONTHS, 1) if month.startswith(name.rstrip(".")[:3]))
        year = m.group("y1") or m.group("y2")
        day = int(m.group("d1") or m.group("d2"))
        if 1 <= day <= 39:
            yield WrittenDate(*m.span(), day, month, int(year or 0), _weekday(m.group("w")))
    for m in _numeric().finditer(text):
        first, second, year = map(int, m.groups())
        if first <= 12 < second <= 39 or (second <= 12 < first <= 39):
            day, month = (second, first) if first <= 12 else (first, second)
            yield WrittenDate(*m.span(), day, month, year, None)


def _weekday(text: str | None) -> int | None:
    return None if text is None else next(i for i, day in enumerate(WEEKDAYS) if day.startswith(text[:3]))
