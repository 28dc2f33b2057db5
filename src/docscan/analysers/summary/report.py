"""How summaries are shown: flat rows, one-line findings, and on a terminal a screen or a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from docscan.analysers.summary.corpus import corpus_views
from docscan.analysers.summary.screen import screen_views, text_of_readability
from docscan.records import Summary
from docscan.registry import Result
from docscan.views import View


def summary_rows(summary: Summary) -> Iterable[dict[str, Any]]:
    """One flat row a document."""
    counts, reading = summary.counts, summary.readability
    yield {
        "title": summary.title.text if summary.title else None, "layout": summary.layout,
        "characters": counts.characters, "words": counts.words, "sentences": counts.sentences,
        "paragraphs": counts.paragraphs, "quotes": counts.quotes, "numbers": counts.numbers,
        "entities": counts.entities, "silent_s": summary.reading_time.silent_s,
        "aloud_s": summary.reading_time.aloud_s, "flesch_reading_ease": reading.flesch_reading_ease,
        "flesch_kincaid_grade": reading.flesch_kincaid_grade, "smog": reading.smog,
        "gunning_fog": reading.gunning_fog, "lix": reading.lix, "reliable": reading.reliable,
        "speakers": "; ".join(v.name for v in summary.speakers),
        "terms": "; ".join(t.term for t in summary.key_terms), "warnings": "; ".join(summary.warnings),
    }  # fmt: skip


def summary_lines(summary: Summary) -> Iterator[tuple[int, int, str]]:
    """What stands where: title, lead, key sentences, voices, names, figures, dates, terms; then the counts."""
    counts = summary.counts
    yield 1, 1, f"counts {counts.words:,} words, {counts.sentences:,} sentences, {text_of_readability(summary)}"
    if summary.title:
        yield summary.title.line, summary.title.column, f"title {' '.join(summary.title.text.split())}"
    for passage, kind in ((summary.dateline, "dateline"), (summary.lead, "lead")):
        if passage:
            yield passage.line, passage.column, f"{kind} {' '.join(passage.text.split())}"
    for key in summary.key_sentences:
        yield key.line, key.column, f"key {' '.join(key.text.split())}"
    for voice in summary.speakers:
        yield voice.line, 1, f"voice {voice.name} ({voice.quotes} quotations, {voice.words} words)"
    for name in summary.entities:
        yield name.line, 1, f"name {name.name} ({name.label}, {name.count})"
    for figure in (*summary.numbers, *summary.dates):
        kind = "date" if figure.kind == "date" else "figure"
        what = " ".join([kind, *figure.text.split(), figure.of or ""]).rstrip()
        yield figure.line, figure.column, what
    for term in summary.key_terms:
        yield term.line, 1, f"term {term.term} ({term.count})"
    for warning in summary.warnings:
        yield 1, 1, f"warning {warning}"


def summary_view(results: Sequence[Result], options: Mapping[str, Any]) -> Iterable[View]:
    """A screen for one document (or, with `full`, for each), else a row for each and the totals."""
    if len(results) == 1 or options.get("full"):
        for i, result in enumerate(results):
            yield from screen_views(result, first=i == 0)
    elif results:
        yield from corpus_views(results, options.get("sort"))
