"""Two documents give different figures for what looks like the same thing.

Compared are figures of the same kind and unit that count the same phrase ("people in the camp") in sentences that
share a name and most of their words, where the stated bounds exclude one another: "around 40" and "at least 45"
agree. A round figure may stand for its neighbours. A hint to look at both sentences, not a verdict.

Options: `min-share` (0.5), the words that the two sentences must have in common.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from docscan.checking.dossier import Dossier, Place, Remark
from docscan.evidence.figures import Amount, amount, disjoint
from docscan.evidence.words import find_words
from docscan.registry import Rule

_CROWD = 30  # figures under one key that are compared with one another
_LETTERS = 4  # shorter words tell little
_WORDS = 40  # of a sentence


class Counted(NamedTuple):
    """A figure with what it counts and the words around it."""

    place: Place
    key: tuple[str, str, str]
    amount: Amount
    words: frozenset[str]
    names: frozenset[str]


def collect(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Counted]:
    """The counting figures of a document whose sentence names somebody or something."""
    for number in dossier.numbers:
        found = amount(number)
        if found is None or not number.of or number.kind not in ("cardinal", "money", "percent", "quantity"):
            continue
        sentence = dossier.sentence(number.start)
        names = _names(dossier, *sentence)
        if names:
            words = frozenset(w.text for w in find_words(dossier.document.masked, *sentence)[:_WORDS]
                              if len(w.text) >= _LETTERS and not w.text[0].isdigit())  # fmt: skip
            key = (found.kind, found.unit, number.of.lower())
            yield Counted(dossier.place(number.start, number.end), key, found, words, names)


def _names(dossier: Dossier, start: int, end: int) -> frozenset[str]:
    """The last words of the names in a stretch, as the name table has them."""
    table = dossier.document.names
    return frozenset(table.clusters[m.cluster].name.split()[-1].lower() for m in table.between(start, end))


def check(facts: Iterable[Counted], options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each figure that an earlier document contradicts."""
    groups: dict[tuple[str, str, str], list[Counted]] = {}
    for fact in facts:
        group = groups.setdefault(fact.key, [])
        for other in group:
            if other.place.order != fact.place.order and _conflict(fact, other, options["min-share"]):
                where = other.place.where
                message = f"“{fact.place.text}” here, “{other.place.text}” in {where}"
                yield Remark(fact.place, message, (other.place.related(f"“{other.place.text}”"),))
                break
        if len(group) < _CROWD:
            group.append(fact)


def _conflict(one: Counted, other: Counted, share: float) -> bool:
    common = len(one.words & other.words)
    alike = common >= share * max(len(one.words), len(other.words), 1)
    return alike and bool(one.names & other.names) and disjoint(one.amount, other.amount)


RULE = Rule("N101", "figure-conflict", "warning", check, scope="corpus", collect=collect, options={"min-share": 0.5})
