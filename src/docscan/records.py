"""The records every analyser and rule reports: frozen, slotted, and nothing but data.

Field order is output order. `start`/`end` are 0-based, half-open offsets in Unicode code points of the
decoded text; `line`/`column` are 1-based. `text == source[start:end]` holds for every record that has them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Span(NamedTuple):
    """A stretch of the text: half-open, in code points."""

    start: int
    end: int


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


@dataclass(frozen=True, slots=True)
class Figure:
    """The core of a numeric expression, without its modifier ("100" of "at least 100")."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Number:
    """One numeric expression with its value, its bounds and what it counts.

    `value` is the figure as stated (35% is 35); `None` for a range or a vague amount. `low`/`high` bound it;
    `low_open`/`high_open` say that the end itself is excluded. `date` is EDTF (ISO 8601-2).
    """

    text: str
    start: int
    end: int
    figure: Figure
    kind: str
    value: int | float | str | None
    low: int | float | str | None
    high: int | float | str | None
    low_open: bool
    high_open: bool
    bound: str  # exact | at_least | more_than | at_most | less_than | range | approx | vague
    approx: bool
    modifier: str | None
    unit: str | None
    currency: str | None
    currency_assumed: bool
    date: str | None
    of: str | None
    of_head: str | None
    quoted: bool
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of a name."""

    text: str
    start: int
    end: int
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place … under its fullest name, with every mention. Labels are OntoNotes'."""

    name: str
    label: str
    count: int
    aliases: tuple[str, ...]
    roles: tuple[str, ...]
    mentions: tuple[Mention, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Title:
    """The headline; `repeated` holds the further places where it stands again."""

    text: str
    start: int
    end: int
    repeated: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text with its line: a lead, a date line."""

    text: str
    start: int
    end: int
    line: int


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


@dataclass(frozen=True, slots=True)
class Related:
    """The other side of an issue: where the conflicting words stand."""

    path: str
    start: int
    end: int
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Issue:
    """What a rule reports about one place of one document."""

    code: str
    rule: str
    severity: str  # error | warning | note
    message: str
    path: str
    start: int
    end: int
    line: int
    column: int
    related: tuple[Related, ...] = ()
    fingerprint: str = ""
    end_line: int = 0
    end_column: int = 0


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be read or analysed: `code` for programs, `message` for people."""

    path: str
    code: str
    message: str
