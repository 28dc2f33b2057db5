"""The records every analyser and rule reports: frozen, slotted, and nothing but data.

Making a dataclass costs half a millisecond: each module of this package is loaded when one of its records is first
needed, so that a command pays only for its own.

Field order is output order. `start`/`end` are 0-based, half-open offsets in Unicode code points of the
decoded text; `line`/`column` are 1-based. `text == source[start:end]` holds for every record that has them.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from docscan.records.entities import Entity as Entity, Mention as Mention
    from docscan.records.issues import Failure as Failure, Issue as Issue, Related as Related
    from docscan.records.numbers import Figure as Figure, Number as Number
    from docscan.records.quotes import Cue as Cue, Quote as Quote, Speaker as Speaker
    from docscan.records.spans import Passage as Passage, Span as Span
    from docscan.records.summary import (
        Counts as Counts,
        KeySentence as KeySentence,
        KeyTerm as KeyTerm,
        NameCount as NameCount,
        NotableFigure as NotableFigure,
        Readability as Readability,
        ReadingTime as ReadingTime,
        Summary as Summary,
        Title as Title,
        Voice as Voice,
    )

_HOMES = {
    "entities": ("Entity", "Mention"),
    "issues": ("Failure", "Issue", "Related"),
    "numbers": ("Figure", "Number"),
    "quotes": ("Cue", "Quote", "Speaker"),
    "spans": ("Passage", "Span"),
    "summary": (
        "Counts",
        "KeySentence",
        "KeyTerm",
        "NameCount",
        "NotableFigure",
        "Readability",
        "ReadingTime",
        "Summary",
        "Title",
        "Voice",
    ),
}


def __getattr__(name: str) -> type:
    from importlib import import_module

    for home, names in _HOMES.items():
        if name in names:
            found: type = getattr(import_module(f"docscan.records.{home}"), name)
            return found
    raise AttributeError(f"module 'docscan.records' has no attribute {name!r}")
