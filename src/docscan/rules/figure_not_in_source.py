"""A figure is stated by none of the sources.

Runs with `--sources`. A figure is supported by the same value in the same unit ("1.2 billion dollars" supports
"$1.2bn", "two" supports "2", "a half" supports "50 percent") and by one of which it is a stated rounding: "about
40" by 41, "more than 1,200" by 1,213, "1.2 million" by 1,213,400. Where a sentence is nearly the source's own, its
figure must be the one that stands there. Correct the figure, or add the source that has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.evidence.figures import amount, supports
from docscan.evidence.sources import Sources
from docscan.evidence.words import find_words
from docscan.records import Number
from docscan.registry import Rule


def check(dossier: Dossier, sources: Sources, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each figure without support, with the source's own where it is known."""
    for number in dossier.numbers:
        if remark := _judge(dossier, sources, number):
            yield remark
    for number in dossier.identifiers:
        if remark := _judge_written(dossier, sources, number):
            yield remark


def _judge(dossier: Dossier, sources: Sources, number: Number) -> Remark | None:
    ours = amount(number)
    if number.kind in ("date", "time"):
        return None
    if ours is None:
        return _judge_written(dossier, sources, number)
    there = sources.counterpart(dossier, number.figure.start, number.figure.end)
    if there.same:
        return None
    instead = sources.figures_in(there.order, there.start, there.end)
    if any(supports(known.amount, ours) for known in instead):
        return None
    if instead:
        known = instead[0]
        related = sources.related(known.order, known.start, known.end, f"“{known.text}” in the source")
        where = sources.where(known.order, known.start)
        message = f"“{number.text}” where {where} has “{known.text}”"
        return dossier.remark(number.start, number.end, message, related)
    if sources.figure(ours) is None:
        return dossier.remark(number.start, number.end, f"“{number.text}” is in no source")
    return None


def _judge_written(dossier: Dossier, sources: Sources, number: Number) -> Remark | None:
    """What has no amount must be written in a source, and in the source's own sentence stand there."""
    figure = number.figure
    there = sources.counterpart(dossier, figure.start, figure.end)
    if there.same:
        return None
    if there.order < 0:
        if sources.index.has(find_words(figure.text)):
            return None
        return dossier.remark(number.start, number.end, f"“{number.text}” is in no source")
    related = sources.related(there.order, there.start, there.end, "the source")
    text = sources.index.documents[there.order].text[there.start : there.end]
    if not any(map(str.isdigit, text)):
        return None
    where = sources.where(there.order, there.start)
    message = f"“{number.text}” where {where} has “{text}”"
    return dossier.remark(number.start, number.end, message, related)


RULE = Rule("N103", "figure-not-in-source", "error", check, scope="sources")
