"""The summary of one document, put together from its parts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from docscan.analysers.summary.body import Body, read_body
from docscan.analysers.summary.figures import notable_dates, notable_figures
from docscan.analysers.summary.key_sentences import rank_sentences
from docscan.analysers.summary.key_terms import rank_terms
from docscan.analysers.summary.salience import rank_names
from docscan.analysers.summary.voices import SAID, count_voices, find_voices
from docscan.records import Counts, Number, Passage, Quote, Readability, ReadingTime, Span, Summary, Title
from docscan.registry import analyser
from docscan.text.readability import flesch_kincaid_grade, flesch_reading_ease, gunning_fog, lix, smog, take_sample
from docscan.text.tokens import list_words

if TYPE_CHECKING:
    from docscan.document import Document

_GREETING = 4  # words of a sentence that may be no more than a greeting
_SILENT, _ALOUD = 238, 183  # words a minute, Brysbaert (2019), Journal of Memory and Language 109
_FEWEST_WORDS = 100  # under which no readability formula means much
_FEWEST_SENTENCES = 30  # that SMOG was made for


def find_summary(document: Document, *, sentences: bool = False) -> Summary:
    """What `document` says, how it reads and who speaks in it; with `sentences` the spans of all its sentences."""
    body = read_body(document)
    quotes = find_voices(document)
    numbers = analyser("numbers").find(document)
    counts, readability = _measure(document, body, quotes, len(numbers))
    title = _title(document, body)
    lead = next((s for s in body.sentences if len(s.words) > _GREETING), None) or next(iter(body.sentences), None)
    lead_end = lead.end if lead else 0
    return Summary(
        title=title,
        dateline=_dateline(document),
        lead=_passage(document, lead.start, lead.end) if lead else None,
        layout=document.layout,
        counts=counts,
        reading_time=ReadingTime(round(counts.words * 60 / _SILENT), round(counts.words * 60 / _ALOUD)),
        readability=readability,
        key_sentences=rank_sentences(document, body, quotes),
        key_terms=rank_terms(document),
        speakers=count_voices(quotes),
        entities=rank_names(document, lead_end),
        numbers=notable_figures(_in_running_text(document, numbers), lead_end),
        dates=notable_dates(numbers),
        sentences=tuple(document.sentences) if sentences else None,
        warnings=tuple(_warnings(document, title, counts, quotes)),
    )


def _in_running_text(document: Document, numbers: Iterable[Number]) -> Iterator[Number]:
    """The figures of headlines, lists and the body: not those of captions, bylines and headers."""
    blocks = iter(document.blocks)
    block = next(blocks, None)
    for n in numbers:
        while block and block.end <= n.start:
            block = next(blocks, None)
        if block and block.kind in ("headline", "body", "list"):
            yield n


def _passage(document: Document, start: int, end: int) -> Passage:
    return Passage(document.text[start:end], start, end, *document.position(start))


def _title(document: Document, body: Body) -> Title | None:
    """The headline and every further block that says the same."""
    if body.headline is None:
        return None
    start, end, _ = body.headline
    same = " ".join(document.masked[start:end].casefold().split())
    again = [
        Span(b.start, b.end)
        for b in document.blocks
        if b.start > start
        and b.end - b.start < 2 * len(same)
        and " ".join(document.masked[b.start : b.end].casefold().split()) == same
    ]
    return Title(document.text[start:end], start, end, tuple(again), *document.position(start))


@cache
def _agency() -> re.Pattern[str]:
    """A place, and perhaps an agency, before a dash at the very start: "LONDON, March 3 (Wire) —"."""
    return re.compile(
        r"[A-Z][A-Z.' ]{2,30}(?:, [A-Z][\w.' ]{1,20}){0,2}(?:,? \d{1,2})?(?: \([\w ]{2,20}\))?(?=\s?(?:—|–|--?)\s)"
    )


def _dateline(document: Document) -> Passage | None:
    """The date line's block, or the place that opens the first paragraph in capitals."""
    for block in document.blocks:
        if block.kind == "dateline" and any(map(str.isdigit, document.masked[block.start : block.end])):
            return _passage(document, block.start, block.end)
    first = next((b for b in document.blocks if b.kind == "body"), None)
    m = _agency().match(document.masked, first.start, first.end) if first else None
    return _passage(document, m.start(), m.start() + len(m.group().rstrip())) if m else None


def _measure(document: Document, body: Body, quotes: tuple[Quote, ...], numbers: int) -> tuple[Counts, Readability]:
    """Counts and readability, over the body alone."""
    n = len(body.sentences)
    sample = take_sample(n, body.vocabulary, _name_words(document, body))
    counts = Counts(
        characters=len(document.text),
        words=sample.words,
        all_words=sample.words + _words_elsewhere(document),
        sentences=n,
        paragraphs=body.paragraphs,
        syllables=sample.syllables,
        quotes=len({q.utterance for q in quotes if q.kind in SAID}),
        numbers=numbers,
        entities=len(document.names.clusters),
    )
    reliable = sample.words >= _FEWEST_WORDS
    if not sample.words:
        return counts, Readability(None, None, None, None, None, False, False)
    return counts, Readability(
        flesch_reading_ease=flesch_reading_ease(sample),
        flesch_kincaid_grade=flesch_kincaid_grade(sample),
        smog=smog(sample),
        gunning_fog=gunning_fog(sample),
        lix=lix(sample),
        reliable=reliable,
        smog_reliable=reliable and n >= _FEWEST_SENTENCES,
    )


def _words_elsewhere(document: Document) -> int:
    """How many words stand in headlines, captions, lists and the like."""
    others = (b for b in document.blocks if b.kind != "body")
    return sum(len(list_words(document.masked, b.start, b.end)) for b in others)


def _name_words(document: Document, body: Body) -> Counter[str]:
    """Every word of the body that stands in a name, with its number."""
    counted: Counter[str] = Counter()
    if not body.sentences:
        return counted
    for mention in document.names.between(body.sentences[0].start, body.sentences[-1].end):
        counted.update(list_words(document.masked, mention.start, mention.end))
    return counted


def _warnings(document: Document, title: Title | None, counts: Counts, quotes: tuple[Quote, ...]) -> Iterator[str]:
    """What a reader should know before trusting the rest."""
    yield from document.warnings
    if title and title.repeated:
        lines = ", ".join(str(document.line(span.start)) for span in title.repeated)
        yield f"the headline of line {title.line} stands again in line {lines}"
    if 0 < counts.words < _FEWEST_WORDS:
        yield f"readability of fewer than {_FEWEST_WORDS} words means little"
    unnamed = [q for q in quotes if q.speaker is None and q.kind in SAID]
    if unnamed:
        lines = ", ".join(str(line) for line in dict.fromkeys(q.line for q in unnamed[:5]))
        more = ", …" if len(unnamed) > 5 else ""
        yield f"nobody is named for {len(unnamed)} of the quotations (line {lines}{more})"
