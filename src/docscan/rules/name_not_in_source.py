"""A name stands in none of the sources.

Runs with `--sources`. A name is supported as written, without title, inflected, with its words a little apart
("Obama, Barack"), spelled out for its initials or the other way round, and a people for its country. Where a
sentence is nearly the source's own, its name must be the one that stands there. Correct the name, or add the
source that has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.checking.people import name_words
from docscan.evidence.names import is_named
from docscan.evidence.sources import Sources
from docscan.evidence.words import find_words
from docscan.records import Entity, Mention
from docscan.registry import Rule

_LETTERS = 2  # a name of single letters is none
_PEOPLES = frozenset(("NORP", "GPE", "LOC", "LANGUAGE"))


def check(dossier: Dossier, sources: Sources, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each name without support at its first mention, and for each that replaces another."""
    for entity in dossier.entities:
        unknown: set[str] = set()
        for mention in entity.mentions:
            words = find_words(dossier.document.masked, mention.start, mention.end)
            if all(len(w.text) < _LETTERS for w in words):
                continue
            if not is_named(sources.index, words, people=entity.label in _PEOPLES):
                if mention.text not in unknown:
                    unknown.add(mention.text)
                    yield dossier.remark(mention.start, mention.end, f"“{mention.text}” is in no source")
            elif remark := _replaced(dossier, sources, entity, mention):
                yield remark


def _replaced(dossier: Dossier, sources: Sources, entity: Entity, mention: Mention) -> Remark | None:
    """The remark if another name stands here in the source's own sentence."""
    there = sources.counterpart(dossier, mention.start, mention.end)
    if there.same or there.order < 0:
        return None
    text = sources.index.documents[there.order].text[there.start : there.end]
    if not _is_other_name(text, entity):
        return None
    related = sources.related(there.order, there.start, there.end, f"“{text}” in the source")
    where = sources.where(there.order, there.start)
    message = f"“{mention.text}” where {where} has “{text}”"
    return dossier.remark(mention.start, mention.end, message, related)


def _is_other_name(text: str, entity: Entity) -> bool:
    """Whether `text` is a name and has no word of any form of ours."""
    words = text.split()
    if not all(w[:1].isupper() for w in words) or len(text) < 3:
        return False
    if text[0] == entity.name[0] and (text.isupper() or entity.name.isupper()):
        return False  # initials beside a word of what they stand for
    ours = name_words(" ".join((entity.name, *entity.aliases)))
    theirs = name_words(text)
    return bool(theirs) and not ours & theirs and not _abbreviates(ours, theirs)


def _abbreviates(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Initials for a name, or a people for its country."""
    if any(a[:4] == b[:4] for a in ours for b in theirs):
        return True
    short, long = sorted((ours, theirs), key=len)
    return len(short) == 1 and len(next(iter(short))) == len(long) > 1


RULE = Rule("E103", "name-not-in-source", "error", check, scope="sources")
