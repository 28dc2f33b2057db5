"""The weekday and the date do not go together.

"Monday, 5 May 2017" was a Friday: one of the two is wrong. Only a weekday beside a full date with its year is
checked, by the Gregorian calendar from 1900 on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from docscan.checking.calendar import WEEKDAYS, find_dates
from docscan.checking.dossier import Dossier, Remark
from docscan.registry import Rule


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each weekday that its date was not."""
    for written in find_dates(dossier.document.masked):
        if written.weekday is None or not 1900 <= written.year <= 2999:
            continue
        try:
            actual = date(written.year, written.month, written.day).weekday()
        except ValueError:
            continue  # no such day: another rule's matter
        if actual != written.weekday:
            day = f"{written.month_name} {written.day}, {written.year}"
            message = f"{day} was a {WEEKDAYS[actual]}, not a {WEEKDAYS[written.weekday]}"
            yield dossier.remark(written.start, written.end, message)


RULE = Rule("D003", "weekday-mismatch", "error", check)
