"""One quotation has two speakers in two documents.

Reported where both texts quote the same words and name the speaker, and the two names share no word. Find out who
said it.

Options: `min-words` (6), the shortest quotation that is compared.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.checking.people import same_person
from docscan.checking.sayings import Saying, find_sayings
from docscan.registry import Rule


def collect(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Saying]:
    """The quotations of a document whose speaker is named."""
    return (saying for saying in find_sayings(dossier, options["min-words"]) if saying.speaker)


def check(facts: Iterable[Saying], options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each later document that names somebody else."""
    first: dict[str, Saying] = {}
    for saying in facts:
        known = first.setdefault(saying.text, saying)
        if known.place.order != saying.place.order and not same_person(known.speaker, saying.speaker):
            where = known.place.where
            message = f"said by {saying.speaker} here, by {known.speaker} in {where}"
            yield Remark(saying.place, message, (known.place.related(f"said by {known.speaker}"),))


RULE = Rule("Q102", "speaker-conflict", "error", check, scope="corpus", collect=collect, options={"min-words": 6})
