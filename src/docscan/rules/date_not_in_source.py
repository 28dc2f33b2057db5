"""A date is stated by none of the sources.

Runs with `--sources`. Compared are the parts a date states: "May 2017" is supported by "May 5, 2017", and
"May 5, 2017" by "May 5" in a source that names the year. Where a sentence is nearly the source's own, its date
must be the one that stands there. Correct the date, or add the source that has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.evidence.dates import supported
from docscan.evidence.sources import Sources
from docscan.evidence.words import find_words
from docscan.records import Number
from docscan.registry import Rule


def check(dossier: Dossier, sources: Sources, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each date or time of day without support."""
    for number in dossier.numbers:
        if number.kind in ("date", "time") and (remark := _judge(dossier, sources, number)):
            yield remark


def _judge(dossier: Dossier, sources: Sources, number: Number) -> Remark | None:
    there = sources.counterpart(dossier, number.figure.start, number.figure.end)
    ours = number.date or number.text
    if there.same:
        return None
    instead = sources.dates_in(there.order, there.start, there.end)
    if instead and not supported(ours, (d.date for d in instead)):
        stated = instead[0]
        if not any(supported(stated.date, [ours]) for stated in instead):
            related = sources.related(stated.order, stated.start, stated.end, f"“{stated.text}” in the source")
            where = sources.where(stated.order, stated.start)
            message = f"“{number.text}” where {where} has “{stated.text}”"
            return dossier.remark(number.start, number.end, message, related)
    if instead or sources.has_date(ours):
        return None
    if sources.index.has(find_words(number.figure.text)):
        return None
    return dossier.remark(number.start, number.end, f"“{number.text}” is in no source")


RULE = Rule("D103", "date-not-in-source", "error", check, scope="sources")
