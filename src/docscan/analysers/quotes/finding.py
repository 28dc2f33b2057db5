"""The records of a document's quotations: drafts with resolved speakers, offsets, flags and filters."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from docscan.analysers.quotes.attribution import Draft, attribute
from docscan.analysers.quotes.dialogue import is_dialogue
from docscan.analysers.quotes.page import Paragraph
from docscan.analysers.quotes.people import Resolver
from docscan.document import Document
from docscan.records import Cue, Quote, Span, Speaker


def find_quotes(
    document: Document,
    *,
    speaker: str | None = None,
    kind: tuple[str, ...] = (),
    min_words: int = 0,
    all: bool = False,  # noqa: A002 - the flag's name
    **_: Any,
) -> tuple[Quote, ...]:
    """Every quotation of `document` in order of its start.

    speaker    only those whose speaker's name or words contain this, in any case
    kind       only these kinds
    min_words  only those with at least so many words
    all        also titles, terms and scare quotes, and reported clauses of low confidence
    """
    wanted_other = any(k in ("scare", "title", "term") for k in kind)
    dialogue = is_dialogue(document)
    reported = not kind or "indirect" in kind
    drafts = attribute(document, dialogue, everything=all or wanted_other, reported=reported)
    quotes = _Writer(document, dialogue).write(drafts)
    if kind:
        quotes = [q for q in quotes if q.kind in kind]
    if min_words:
        quotes = [q for q in quotes if len(q.text.split()) >= min_words]
    if speaker:
        want = speaker.casefold()
        quotes = [q for q in quotes if q.speaker and want in f"{q.speaker.name}\n{q.speaker.text}".casefold()]
    return tuple(quotes)


class _Writer:
    """Numbers utterances and resolves speakers in text order."""

    def __init__(self, document: Document, dialogue: bool) -> None:
        self.document = document
        self.dialogue = dialogue
        self.resolver = Resolver(document, dialogue) if document.text else None
        self.numbers: dict[int, int] = {}
        self.turns: list[tuple[Paragraph, Speaker | None]] = []  # who spoke, a paragraph each

    def write(self, drafts: list[Draft]) -> list[Quote]:
        """The records of `drafts`."""
        return [self._quote(d) for d in drafts]

    def _quote(self, d: Draft) -> Quote:
        text = self.document.text
        speaker, ambiguous = self._speaker(d)
        if self.dialogue and d.kind == "direct":
            speaker = self._take_turn(d, speaker)
        line, column = self.document.position(d.start)
        first = d.utterance or d
        number = self.numbers.setdefault(id(first), len(self.numbers) + 1)
        q = d.quotation
        flags = [
            name
            for name, on in (
                ("unclosed", q is not None and q.unclosed),
                ("multi_paragraph", q is not None and (q.continues or (not q.unclosed and q.outer_end == q.end))),
                ("nested", q is not None and q.depth > 0),
                ("ambiguous_speaker", ambiguous),
            )
            if on
        ]
        return Quote(
            text[d.start : d.end], d.start, d.end, d.kind, speaker, self._cue(d), q.marks if q else "", number,
            Span(*d.content), tuple(flags), d.confidence, line, column,
        )  # fmt: skip

    def _cue(self, d: Draft) -> Cue | None:
        if d.cue is None:
            return None
        stream, token = d.paragraph.stream, d.cue.token
        start, end = stream.starts[token], stream.ends[token]
        return Cue(self.document.text[start:end], start, end, d.cue.cue.lemma)

    def _speaker(self, d: Draft) -> tuple[Speaker | None, bool]:
        if d.speaker is None or self.resolver is None:
            return None, False
        start, end = self.resolver.span(d.speaker)
        who = self.resolver.identify(d.speaker)
        via = "continued" if d.utterance is not None else who.via
        return Speaker(who.name, self.document.text[start:end], start, end, who.role, via), who.ambiguous

    def _take_turn(self, d: Draft, named: Speaker | None) -> Speaker | None:
        """The speaker of a paragraph that does not say who speaks: whoever spoke before the last speaker."""
        last = self.turns[-1] if self.turns else None
        if last is not None and last[0] is d.paragraph:
            return last[1] if d.turn else named
        if d.turn and len(self.turns) > 1:
            other, just = self.turns[-2][1], self.turns[-1][1]
            if other is not None and (just is None or other.name != just.name):
                named = replace(other, via="continued")
        self.turns.append((d.paragraph, named))
        return named
