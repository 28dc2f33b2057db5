"""What `quotes` reports."""

from __future__ import annotations

from dataclasses import dataclass

from docscan.records.spans import Span


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that announce reported speech ("said", "according to") and their lemma."""

    text: str
    start: int
    end: int
    lemma: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: `name` in the document's fullest form, `text` the words that name the speaker here."""

    name: str
    text: str
    start: int
    end: int
    role: str | None
    via: str  # name | surname | role | pronoun | continued


@dataclass(frozen=True, slots=True)
class Quote:
    """One contiguous piece of quoted or reported words; the pieces of one statement share `utterance`."""

    text: str
    start: int
    end: int
    kind: str  # direct | mixed | indirect; with --all also scare | title | term
    speaker: Speaker | None
    cue: Cue | None
    marks: str
    utterance: int
    content: Span
    flags: tuple[str, ...]  # unclosed | multi_paragraph | nested | ambiguous_speaker
    confidence: float
    line: int
    column: int
