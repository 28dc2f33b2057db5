"""What the tagger reads: the islands of a document and what the document shows about their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from docscan.text.names.features import NAMED, gather_evidence
from docscan.text.names.gazetteers import USUALLY_SMALL, Lexicon, lexicon
from docscan.text.names.headlines import restore_case
from docscan.text.names.islands import Island, find_capitalised, find_islands

if TYPE_CHECKING:
    from docscan.document import Document


class Reading(NamedTuple):
    """Islands in text order; `evidence` is a bit mask a form (see features.gather_evidence).

    `text` is the document's with straight quotation marks and apostrophes, at the same offsets: names are read alike
    in both kinds of typesetting.
    """

    text: str
    islands: list[Island]
    evidence: dict[str, int]


def read_islands(document: Document) -> Reading:
    """The islands of `document` with its evidence."""
    text, words = straighten(document.masked), lexicon()
    vocabulary = set(text.split())
    tokens = restore_case(text, find_capitalised(text, words), vocabulary, words)
    islands = find_islands(text, tokens, document.layout == "wrapped", words)
    evidence = gather_evidence(text, islands, vocabulary, words)
    return Reading(text, [i for i in islands if not _is_common(i, evidence, words)], evidence)


def straighten(text: str) -> str:
    """`text` with straight quotation marks and apostrophes for curly ones, of the same length."""
    return text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"')


def _is_common(island: Island, evidence: dict[str, int], words: Lexicon) -> bool:
    """Whether an island is one common word that only opens a sentence ("Aides")."""
    if len(island.tokens) > 1 or not island.initial:
        return False
    word = words.word(island.tokens[0].form)
    return word.case in USUALLY_SMALL and not word.flags & NAMED and not evidence[word.form] & 2
