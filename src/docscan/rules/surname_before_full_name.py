"""A person is called by surname before the full name is given.

A reader meets "Linkevičius" and learns only later that he is Linas Linkevičius. Headlines may use the surname.
Give the full name at the first mention in the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.checking.people import bare_name
from docscan.registry import Rule

_HEADLINE = 20  # words up to which a document's first paragraph is taken for its headline


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each person, at the surname."""
    begin = _body(dossier)
    for entity in dossier.entities:
        name = entity.name.split()
        if entity.label != "PERSON" or len(name) < 2:
            continue
        mentions = [m for m in entity.mentions if m.start >= begin]
        full = next((m for m in mentions if len(bare_name(m.text).split()) > 1), None)
        if full and bare_name(mentions[0].text) == name[-1] and full is not mentions[0]:
            first = mentions[0]
            related = dossier.place(full.start, full.end).related("the full name")
            yield dossier.remark(first.start, first.end, f"“{first.text}” before “{entity.name}” on line {full.line}",
                                 related)  # fmt: skip


def _body(dossier: Dossier) -> int:
    """Where running text begins: after what is, or looks like, a headline."""
    document = dossier.document
    for number, block in enumerate(document.blocks):
        words = len(document.masked[block.start : block.end].split())
        if block.kind == "body" and (number or words > _HEADLINE):
            return block.start
    return 0


RULE = Rule("E003", "surname-before-full-name", "note", check)
