"""A date that no calendar has, such as February 30 or 31/11/2023.

February 29 is accepted without a year and in leap years. Look the date up.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.calendar import WrittenDate, find_dates
from docscan.checking.dossier import Dossier, Remark
from docscan.registry import Rule


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each written-out date whose day its month has not."""
    for date in find_dates(dossier.document.masked):
        if why := _fault(date):
            yield dossier.remark(date.start, date.end, why)


def _fault(date: WrittenDate) -> str:
    year = date.year or 2000  # a leap year: without a year February 29 may stand
    if not 1 <= year <= 9999:
        return ""
    days = monthrange(year, date.month)[1]
    if date.day > days:
        where = f" in {date.year}" if date.month == 2 and date.year else ""
        return f"{date.month_name} has {days} days{where}"
    return ""


RULE = Rule("D002", "impossible-date", "error", check)
