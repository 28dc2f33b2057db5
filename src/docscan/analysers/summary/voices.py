"""Voices: who is quoted, how often and with how many words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from docscan.lexicons import mapping
from docscan.records import Quote, Voice
from docscan.registry import analyser
from docscan.text.tokens import list_words

if TYPE_CHECKING:
    from docscan.document import Document

_PRONOUNS = frozenset("SRO")  # classes of words: "she", "who", "them"
SAID = ("direct", "mixed")  # kinds of quotation that stand in marks


def find_voices(document: Document) -> tuple[Quote, ...]:
    """What is said in the document: its quotations in marks; if it has no marks, the reported speech."""
    found: tuple[Quote, ...] = analyser("quotes").find(document, kind=SAID if document.quotations else ())
    return found


def count_voices(quotes: Iterable[Quote]) -> tuple[Voice, ...]:
    """Everyone quoted, most words first; the pieces of one utterance are one quotation.

    Reported speech without marks is a quotation without words: it shows that somebody is heard, not how much.
    """
    utterances: dict[str, set[int]] = {}
    spoken: dict[str, int] = {}
    first: dict[str, int] = {}
    for quote in quotes:
        speaker = quote.speaker
        if speaker is None or mapping("word_classes").get(speaker.name.lower(), "") in _PRONOUNS:
            continue  # nobody, or a pronoun that stands for nobody known
        name = speaker.name
        utterances.setdefault(name, set()).add(quote.utterance)
        spoken[name] = spoken.get(name, 0) + (0 if quote.kind == "indirect" else len(list_words(quote.text)))
        first.setdefault(name, quote.line)
    order = sorted(spoken, key=lambda name: (-spoken[name], -len(utterances[name]), first[name]))
    return tuple(Voice(name, len(utterances[name]), spoken[name], first[name]) for name in order)
