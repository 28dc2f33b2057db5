"""Names by salience: who and what a document is about, not merely who is named most often.

A bearer scores by its mentions and by the pronouns that stand for it, by the headline and the lead, and by how early
it comes. A credit under a picture counts little.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from math import exp
from typing import TYPE_CHECKING

from docscan.records import NameCount

if TYPE_CHECKING:
    from docscan.document import Document
    from docscan.text.names import NameTable

_MOST = 20  # names reported
_GENDERS = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f", "hers": "f"}
_CHAIN = 400  # code points between a pronoun and the name it may stand for
_PRONOUN = 0.3  # what a pronoun counts beside a mention
_HEADLINE = 5.0
_LEAD = 1.5
_EARLY = 4.0  # for a name at the very start; a twentieth of it at the end
_BLOCKS = {"caption": 0.3, "byline": 0.1, "dateline": 0.1}  # what a mention counts outside the body
_LABELS = {  # how likely a name of this kind is what a text is about
    "PERSON": 1.0, "ORG": 1.0, "GPE": 1.0, "LOC": 1.0, "FAC": 0.9, "PRODUCT": 0.6, "EVENT": 0.6, "WORK_OF_ART": 0.4,
    "LAW": 0.4, "NORP": 0.3, "LANGUAGE": 0.3,
}  # fmt: skip


def rank_names(document: Document, lead_end: int) -> tuple[NameCount, ...]:
    """At most twenty names, most salient first; the lead ends at `lead_end`."""
    table = document.names
    scores = [0.0] * len(table.clusters)
    for i, weight in _mentions(document, table):
        scores[i] += weight
    for i in _chains(document.masked, table):
        scores[i] += _PRONOUN
    firsts = [table.mentions[cluster.mentions[0]].start for cluster in table.clusters]
    for i, (cluster, first) in enumerate(zip(table.clusters, firsts, strict=True)):
        scores[i] += _EARLY * exp(-3 * first / len(document.text)) + (_LEAD if first < lead_end else 0)
        scores[i] *= _LABELS.get(cluster.label, 0.5)
    order = sorted(range(len(scores)), key=lambda i: (-scores[i], firsts[i]))
    return tuple(
        NameCount(c.name, c.label, len(c.mentions), document.line(firsts[i]))
        for i, c in ((i, table.clusters[i]) for i in order[:_MOST])
    )


def _mentions(document: Document, table: NameTable) -> Iterator[tuple[int, float]]:
    """Every mention's cluster and what it counts by the block it stands in."""
    headline = next((b.start for b in document.blocks if b.kind == "headline"), -1)
    for block in document.blocks:
        weight = _HEADLINE if block.start == headline else _BLOCKS.get(block.kind, 1.0)
        for mention in table.between(block.start, block.end):
            yield mention.cluster, weight


@cache
def _pronouns() -> re.Pattern[str]:
    return re.compile(r"\b(?:he|him|his|she|hers?)\b", re.I)


def _chains(text: str, table: NameTable) -> Iterator[int]:
    """For every pronoun that some person near before it may bear, that person's cluster."""
    people = [m for m in table.mentions if m.label == "PERSON"]
    starts = [m.start for m in people]
    for found in _pronouns().finditer(text) if people else ():
        gender = _GENDERS[found.group().lower()]
        for i in range(bisect_right(starts, found.start()) - 1, -1, -1):
            if found.start() - starts[i] > _CHAIN:
                break
            if table.clusters[people[i].cluster].gender in (gender, None):
                yield people[i].cluster
                break
