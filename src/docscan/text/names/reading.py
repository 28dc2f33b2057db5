"""What the tagger reads: the islands of a document and what the document shows about their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docscan.text.names.features import gather_evidence
from docscan.text.names.gazetteers import lexicon
from docscan.text.names.headlines import restore_case
from docscan.text.names.islands import Island, find_capitalised, find_islands

if TYPE_CHECKING:
    from docscan.document import Document


class Reading(NamedTuple):
    """Islands in text order; `evidence` is a bit mask a form (see features.gather_evidence)."""

    islands: list[Island]
    evidence: dict[str, int]


def read_islands(document: Document) -> Reading:
    """The islands of `document` with its evidence."""
    text, words = document.masked, lexicon()
    vocabulary = set(text.split())
    tokens = restore_case(text, find_capitalised(text, words), vocabulary, words)
    islands = find_islands(text, tokens, document.layout == "wrapped", words)
    return Reading(islands, gather_evidence(text, islands, vocabulary, words))
