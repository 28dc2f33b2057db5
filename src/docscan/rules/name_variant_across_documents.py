"""A name is spelled in two ways in two documents.

The same comparison as within one document (E001): names that differ in accents only, and a name that stands in one
place and is one letter off one that stands in several. Use one spelling, or add the name to `[allow] names`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from docscan.checking.dossier import Dossier, Place, Remark
from docscan.checking.people import bare_name
from docscan.checking.spelling import Form, variants
from docscan.registry import Rule

_LABELS = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC"))


class Written(NamedTuple):
    """A form of a name in one document: where first, how often."""

    place: Place
    name: str
    label: str
    times: int


def collect(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Written]:
    """The forms of a document's names."""
    counts: Counter[tuple[str, str]] = Counter()
    first: dict[tuple[str, str], Place] = {}
    for entity in dossier.entities:
        for mention in entity.mentions if entity.label in _LABELS else ():
            form = (bare_name(mention.text), entity.label)
            counts[form] += 1
            if form not in first:
                first[form] = dossier.place(mention.start, mention.end)
    return [Written(first[form], *form, n) for form, n in counts.items()]


def check(facts: Iterable[Written], options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each pair whose two spellings stand in different documents, at the rarer one."""
    by_name: dict[tuple[str, str], list[Written]] = {}
    for fact in facts:
        by_name.setdefault((fact.name, fact.label), []).append(fact)
    forms = [Form(name, label, sum(w.times for w in written)) for (name, label), written in by_name.items()]
    for rarer, commoner in variants(forms):
        there = by_name[commoner.text, commoner.label][0]
        documents = {w.place.order for w in by_name[commoner.text, commoner.label]}
        for here in by_name[rarer.text, rarer.label]:
            if here.place.order not in documents:
                message = f"“{rarer.text}” here, “{commoner.text}” in {there.place.where}"
                yield Remark(here.place, message, (there.place.related(f"“{commoner.text}”"),))


RULE = Rule("E101", "name-variant-across-documents", "warning", check, scope="corpus", collect=collect)
