"""What `entities` reports."""

from __future__ import annotations

from dataclasses import dataclass


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
