"""A quotation is attributed to "he", "she" or "they", and the document does not say who that is.

Reported where no name before the quotation answers to the pronoun. Name the speaker at least once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.registry import Rule


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each attributed pronoun that stayed a pronoun."""
    for quote in dossier.quotes:
        speaker = quote.speaker
        pronoun = speaker is not None and speaker.text.lower() in ("he", "she", "they")
        if speaker and quote.kind != "indirect" and pronoun and speaker.name.lower() == speaker.text.lower():
            yield dossier.remark(speaker.start, speaker.end, f"who is “{speaker.text}”? No name before it fits")


RULE = Rule("Q006", "unresolved-speaker", "note", check)
