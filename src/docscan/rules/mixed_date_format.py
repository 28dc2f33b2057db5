"""A document writes numeric dates in more than one order.

In 03/04/2024 nothing says whether it is March or April; beside 25/12/2023 or 2024-04-03 the reader is misled.
The rule compares numeric dates only: day first, month first, year first. Write the month as a word, or use one
order.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.registry import Rule


@cache
def _numeric() -> re.Pattern[str]:
    return re.compile(
        r"(?<![\w/.-])(?:(?P<y>(?:19|20)\d\d)([/.-])(?:0?[1-9]|1[0-2])\2(?:0?[1-9]|[12]\d|3[01])"
        r"|(?P<a>\d{1,2})([/.-])(?P<b>\d{1,2})\4(?:(?:19|20)\d\d))(?![\w/-])"
    )


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for the first date of each rarer order, beside one of the commonest."""
    orders: dict[str, list[tuple[int, int]]] = {}
    for m in _numeric().finditer(dossier.document.masked):
        if order := _order(m):
            orders.setdefault(order, []).append(m.span())
    if len(orders) < 2:
        return
    common = max(orders, key=lambda order: (len(orders[order]), order))
    example = dossier.document.text[slice(*orders[common][0])]
    for order, spans in orders.items():
        if order != common:
            message = f"date written {order}; others here are {common}, as {example}"
            yield dossier.remark(*spans[0], message, dossier.place(*orders[common][0]).related(common))


def _order(m: re.Match[str]) -> str:
    if m.group("y"):
        return "year first"
    first, second = int(m.group("a")), int(m.group("b"))
    if first > 12 >= second:
        return "day first"
    return "month first" if second > 12 >= first else ""


RULE = Rule("D001", "mixed-date-format", "warning", check)
