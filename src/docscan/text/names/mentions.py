"""Mentions: what the tagger makes of every island, in text order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from docscan.text.names.features import describe, join_forms
from docscan.text.names.reading import Reading
from docscan.text.names.tagger import Tagger


class Found(NamedTuple):
    """A tagged name: `first`/`last` index the tokens of its island; `scores` are the label scores a type."""

    start: int
    end: int
    label: str
    form: str
    island: int
    first: int
    last: int
    scores: tuple[int, ...]


TYPES = ("PERSON", "NORP", "FAC", "ORG", "GPE", "LOC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW", "LANGUAGE")


def tag_islands(reading: Reading, tagger: Tagger) -> list[Found]:
    """Every name the tagger sees, in text order."""
    found: list[Found] = []
    half = tagger.half
    for n, island in enumerate(reading.islands):
        path, scores = tagger.decode(describe(reading.text, island, reading.evidence, tagger.words))
        tokens = island.tokens
        i = 0
        while i < len(path):
            lane = path[i]
            j = i + 1
            if lane:
                while j < len(path) and path[j] == lane + half:
                    j += 1
                form = join_forms(tokens[i:j])
                place = (tokens[i].start, tokens[j - 1].end)
                found.append(Found(*place, TYPES[lane - 1], form, n, i, j - 1, pool(scores[i:j], half)))
            i = j
    return found


def pool(rows: Sequence[tuple[int, ...]], half: int) -> tuple[int, ...]:
    """Per type the mean of its label scores over the tokens of a span, less those of O."""
    size = len(rows)
    first = rows[0]
    if size == 1:
        none = first[0]
        return tuple([score - none for score in first[1:half]])
    none = sum([row[0] for row in rows])
    types = zip(first[1:half], *[row[half + 1 :] for row in rows[1:]], strict=True)
    return tuple([(sum(each) - none) // size for each in types])
