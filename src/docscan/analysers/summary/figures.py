"""Notable figures and dates: the few a reader would quote when retelling the document."""

from __future__ import annotations

from collections.abc import Iterable

from docscan.lexicons import words
from docscan.records import NotableFigure, Number

_MOST_FIGURES = 10
_MOST_DATES = 10
_KINDS = {
    "money": 3.0,
    "percent": 2.5,
    "quantity": 1.5,
    "multiple": 1.5,
    "fraction": 0.4,
    "ratio": 1.0,
    "age": 0.2,
    "duration": 0.5,
}
_PEOPLE = 2.0
_THINGS = 1.0
_BARE = 0.1


def notable_figures(numbers: Iterable[Number], lead_end: int) -> tuple[NotableFigure, ...]:
    """At most ten figures, most notable first, none twice in the same words."""
    scored: dict[str, tuple[float, Number]] = {}
    for n in numbers:
        score = _score(n, lead_end)
        key = " ".join(n.text.lower().split()) + (n.of_head or "").lower()
        if score > _BARE and (key not in scored or score > scored[key][0]):
            scored[key] = (score, n)
    best = sorted(scored.values(), key=lambda item: (-item[0], item[1].start))
    return tuple(_record(n) for _, n in best[:_MOST_FIGURES])


def notable_dates(numbers: Iterable[Number]) -> tuple[NotableFigure, ...]:
    """At most ten dates in the order of the text, none twice."""
    seen: dict[str, Number] = {}
    for n in numbers:
        if n.kind == "date":
            seen.setdefault(n.date or n.text.lower(), n)
    return tuple(_record(n) for n in list(seen.values())[:_MOST_DATES])


def _score(n: Number, lead_end: int) -> float:
    if n.kind in ("date", "time", "ordinal"):
        return 0.0
    if n.kind == "cardinal":
        head = (n.of_head or "").lower()
        score = _BARE if not head else _PEOPLE if head in words("people_nouns") else _THINGS
        if n.value in (0, 1, 2, 3) or (n.value is None and n.bound == "vague"):
            score /= 2
    else:
        score = _KINDS.get(n.kind, 0.5)
    return score * (2 if n.start < lead_end else 1) * (1.2 if n.bound in ("at_least", "more_than", "at_most") else 1)


def _record(n: Number) -> NotableFigure:
    return NotableFigure(n.text, n.start, n.end, n.kind, n.value, n.date, n.of, n.line, n.column)
