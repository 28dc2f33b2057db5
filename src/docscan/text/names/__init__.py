"""Names: every capitalised name of a document, labelled, clustered under its canonical form, people with cues.

`find_names(document)` is the one entrance; `Document.names` keeps its answer.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from docscan.document import Document


class NameMention(NamedTuple):
    """One occurrence: `cluster` indexes `NameTable.clusters`."""

    start: int
    end: int
    label: str
    cluster: int


class Role(NamedTuple):
    """Words that say what a person is ("Russia LGBT Network spokeswoman"), where they stand."""

    text: str
    start: int
    end: int


class NameCluster(NamedTuple):
    """All mentions of one bearer under the fullest name.

    `gender` ("m", "f" or None) from titles, given names and pronouns; `surname` of a person; `titles` ("Mr.",
    "Senator") as they stand before mentions; `ambiguous` where another bearer shares the short form.
    """

    name: str
    label: str
    mentions: tuple[int, ...]  # indexes into NameTable.mentions
    aliases: tuple[str, ...]
    roles: tuple[Role, ...]
    titles: tuple[str, ...]
    gender: str | None
    surname: str | None
    confidence: float
    ambiguous: bool = False


@dataclass(frozen=True)
class NameTable:
    """Mentions in text order (none overlap) and the clusters they belong to."""

    mentions: tuple[NameMention, ...]
    clusters: tuple[NameCluster, ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [m.start for m in self.mentions]

    def at(self, offset: int) -> NameMention | None:
        """The mention that covers `offset`, if any."""
        i = bisect_right(self._starts, offset) - 1
        return self.mentions[i] if i >= 0 and offset < self.mentions[i].end else None

    def between(self, start: int, end: int) -> tuple[NameMention, ...]:
        """The mentions that begin in [start, end)."""
        lo, hi = bisect_right(self._starts, start - 1), bisect_right(self._starts, end - 1)
        return self.mentions[lo:hi]

    @cached_property
    def people(self) -> tuple[NameCluster, ...]:
        """The clusters labelled PERSON."""
        return tuple(c for c in self.clusters if c.label == "PERSON")


def find_names(document: Document) -> NameTable:
    """The name table of `document`."""
    from docscan.text.names.agreement import agree_on_labels, recover_acronyms, recover_repeats
    from docscan.text.names.mentions import tag_islands
    from docscan.text.names.reading import read_islands
    from docscan.text.names.spans import tell_languages, trim_titles, widen
    from docscan.text.names.table import build_table
    from docscan.text.names.tagger import tagger

    reading, model = read_islands(document), tagger()
    found = trim_titles(tag_islands(reading, model), reading, model.words)
    found = widen(reading.text, found, model.words)
    found = recover_acronyms(found, reading)
    found = recover_repeats(agree_on_labels(found, reading, model.words), reading)
    return build_table(document.masked, tell_languages(reading.text, found, model.words), model.words)
