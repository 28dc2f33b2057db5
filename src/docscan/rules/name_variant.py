"""A name is spelled in two ways in one document.

Reported are names that differ in accents only (Linkevičius, Linkevicius), and a name that stands once and is one
letter off one that stands more often. Two people whose given names differ are not taken for one. Use one spelling,
or add the name to `[allow] names`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.checking.people import bare_name
from docscan.checking.spelling import counted, variants
from docscan.records import Mention
from docscan.registry import Rule

LABELS = frozenset(("PERSON", "ORG", "GPE", "LOC", "FAC"))


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each pair, at the rarer spelling."""
    first: dict[str, Mention] = {}
    texts = []
    for entity in dossier.entities:
        for mention in entity.mentions if entity.label in LABELS else ():
            name = bare_name(mention.text)
            first.setdefault(name, mention)
            texts.append((name, entity.label))
    for rarer, commoner in variants(counted(texts)):
        here, there = first[rarer.text], first[commoner.text]
        other = dossier.place(there.start, there.end).related(f"“{commoner.text}” here")
        yield dossier.remark(here.start, here.end, f"“{rarer.text}” and “{commoner.text}” look like one name", other)


RULE = Rule("E001", "name-variant", "warning", check)
