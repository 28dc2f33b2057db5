"""What `summary` reports."""

from __future__ import annotations

from dataclasses import dataclass

from docscan.records.spans import Passage, Span


@dataclass(frozen=True, slots=True)
class Title:
    """The headline; `repeated` holds the further places where it stands again."""

    text: str
    start: int
    end: int
    repeated: tuple[Span, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is. `words`, `sentences` and `paragraphs` count the body; `all_words` the headlines too."""

    characters: int
    words: int
    all_words: int
    sentences: int
    paragraphs: int
    syllables: int
    quotes: int
    numbers: int
    entities: int


@dataclass(frozen=True, slots=True)
class ReadingTime:
    """Seconds to read: 238 words a minute silently, 183 aloud (Brysbaert 2019)."""

    silent_s: int
    aloud_s: int


@dataclass(frozen=True, slots=True)
class Readability:
    """The published formulas over the body. `None` where there is no body text to measure."""

    flesch_reading_ease: float | None
    flesch_kincaid_grade: float | None
    smog: float | None
    gunning_fog: float | None
    lix: float | None
    reliable: bool
    smog_reliable: bool


@dataclass(frozen=True, slots=True)
class KeySentence:
    """A sentence that carries the document, with its score (highest first)."""

    text: str
    start: int
    end: int
    line: int
    score: float
    column: int


@dataclass(frozen=True, slots=True)
class KeyTerm:
    """A term the document is about."""

    term: str
    count: int
    score: float
    line: int


@dataclass(frozen=True, slots=True)
class Voice:
    """A person or body that is quoted: how many quotations, how many words, first line."""

    name: str
    quotes: int
    words: int
    line: int


@dataclass(frozen=True, slots=True)
class NameCount:
    """A name with its mentions, most salient first."""

    name: str
    label: str
    count: int
    line: int


@dataclass(frozen=True, slots=True)
class NotableFigure:
    """A figure or date worth noting, in its own words."""

    text: str
    start: int
    end: int
    kind: str
    value: int | float | str | None
    date: str | None
    of: str | None
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Summary:
    """What one document says, how it reads and who speaks in it."""

    title: Title | None
    dateline: Passage | None
    lead: Passage | None
    layout: str
    counts: Counts
    reading_time: ReadingTime
    readability: Readability
    key_sentences: tuple[KeySentence, ...]
    key_terms: tuple[KeyTerm, ...]
    speakers: tuple[Voice, ...]
    entities: tuple[NameCount, ...]
    numbers: tuple[NotableFigure, ...]
    dates: tuple[NotableFigure, ...]
    sentences: tuple[Span, ...] | None
    warnings: tuple[str, ...]
