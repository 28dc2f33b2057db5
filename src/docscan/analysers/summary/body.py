"""The body of a document as the summary sees it: its sentences with their words and stems, counted once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from docscan.lexicons import words
from docscan.text.stems import stem
from docscan.text.tokens import list_words

if TYPE_CHECKING:
    from docscan.document import Document
    from docscan.text.layout import Block


_LONGEST_WORD = 40  # letters


class BodySentence(NamedTuple):
    """One sentence of the body; `paragraph` counts from 0, `opens` says that it is its paragraph's first."""

    start: int
    end: int
    paragraph: int
    opens: bool
    words: list[str]


@dataclass(frozen=True)
class Body:
    """The sentences of the body blocks in order, and the headline over them (None without one)."""

    sentences: list[BodySentence]
    paragraphs: int
    headline: Block | None
    headline_words: list[str]

    @cached_property
    def vocabulary(self) -> Counter[str]:
        """Every word of the body as written, with its number."""
        counted: Counter[str] = Counter()
        for sentence in self.sentences:
            counted.update(sentence.words)
        return counted

    @cached_property
    def keys(self) -> dict[str, str]:
        """The stem of every word that says something; function words and figures have none."""
        stop = words("stop_words")
        known = {}
        for word in {*self.vocabulary, *self.headline_words}:
            low = word.lower().replace("’", "'")
            if 1 < len(low) < _LONGEST_WORD and low not in stop and not low[0].isdigit():
                known[word] = stem(low)
        return known

    def stems(self, index: int) -> set[str]:
        """The stems of one sentence. (Not kept: they would weigh more than the text.)"""
        keys = self.keys
        return {keys[word] for word in self.sentences[index].words if word in keys}

    @cached_property
    def headline_stems(self) -> set[str]:
        """The stems of the headline."""
        return {self.keys[word] for word in self.headline_words if word in self.keys}


def read_body(document: Document) -> Body:
    """The body of `document`."""
    text, spans = document.masked, document.sentences
    found: list[BodySentence] = []
    known: dict[str, str] = {}  # one object a word, however often it occurs
    paragraphs = at = 0
    for block in document.blocks:
        opens = True
        while at < len(spans) and spans[at].start < block.end:
            start, end = spans[at]
            if block.kind == "body":
                said = [known.setdefault(word, word) for word in list_words(text, start, end)]
                found.append(BodySentence(start, end, paragraphs, opens, said))
                opens = False
            at += 1
        paragraphs += block.kind == "body"
    headline = next((b for b in document.blocks if b.kind == "headline"), None)
    if headline and found and headline.start > found[0].start:
        headline = None
    shown = list_words(text, headline.start, headline.end) if headline else []
    return Body([s for s in found if s.words], paragraphs, headline, shown)
