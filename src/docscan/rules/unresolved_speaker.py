"""A quotation is attributed to "he" or "she", and the document does not say who that is.

Reported once for each pronoun to which no name before it answers. Name the speaker at least once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.registry import Rule


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each attributed pronoun that stayed a pronoun."""
    seen: set[int] = set()
    for quote in dossier.quotes:
        speaker = quote.speaker
        if speaker is None or quote.kind == "indirect" or speaker.start in seen:
            continue
        seen.add(speaker.start)
        if speaker.text.lower() in ("he", "she") and speaker.name.lower() == speaker.text.lower():
            yield dossier.remark(speaker.start, speaker.end, f"who is “{speaker.text}”? No name before it fits")


RULE = Rule("Q006", "unresolved-speaker", "note", check)
