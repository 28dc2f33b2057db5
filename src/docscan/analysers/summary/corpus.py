"""Several documents: a row each, with a small bar, then the totals and who is quoted most."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from docscan.records import Summary
from docscan.registry import Result
from docscan.views import Bar, Cell, Column, Line, Table, View, counted

SORTS = ("words", "grade", "quotes")
_VOICES = 5  # people named under the totals
_COLUMNS = (
    Column("Document", ratio=1, min_width=20, fold=False),
    Column("Words", "right"),
    Column(""),
    Column("Quotes", "right"),
    Column("Names", "right"),
    Column("Figures", "right"),
    Column("Grade", "right"),
)


def corpus_views(results: Sequence[Result], sort: str | None) -> Iterator[View]:
    """The table of documents, the totals, the most quoted."""
    order = sorted(results, key=_key(sort)) if sort else list(results)
    top = max(r.findings.counts.words for r in results)
    folder = _common_folder([r.path for r in results])
    yield Table(_COLUMNS, [_row(r, top, len(folder)) for r in order], title=folder or None)
    yield Line(_totals([r.findings for r in results]), "Total")
    voices = _voices([r.findings for r in results])
    if voices:
        yield Line(" · ".join(voices), "Most quoted")


def _common_folder(paths: Sequence[str]) -> str:
    """The folder, with its slash, that all paths begin with; "" if there is none."""
    first, last = min(paths), max(paths)
    same = next((i for i, (a, b) in enumerate(zip(first, last, strict=False)) if a != b), min(len(first), len(last)))
    return first[: first.rfind("/", 0, same) + 1]


def _key(sort: str) -> Callable[[Result], tuple[float, str]]:
    """The order: most words, hardest grade or most quotations first, then by path."""

    def value(result: Result) -> tuple[float, str]:
        summary: Summary = result.findings
        measures = {
            "words": summary.counts.words,
            "grade": summary.readability.flesch_kincaid_grade or 0.0,
            "quotes": summary.counts.quotes,
        }
        return -measures[sort], result.path

    return value


def _row(result: Result, top: int, skip: int) -> tuple[str | Cell | Bar, ...]:
    """One document; the first `skip` characters of its path stand over the table."""
    summary: Summary = result.findings
    counts, reading = summary.counts, summary.readability
    where = source_name(result)[skip:]
    grade = reading.flesch_kincaid_grade
    style = "" if reading.reliable else "muted"
    return (
        Cell(where, "name"),
        f"{counts.words:,}",
        Bar(counts.words, top),
        f"{counts.quotes:,}",
        f"{counts.entities:,}",
        f"{counts.numbers:,}",
        Cell("–" if grade is None else f"{max(grade, 0):.0f}", style),
    )


def source_name(result: Result) -> str:
    """The path, and the id of a JSON Lines record."""
    return result.path if result.id is None else f"{result.path}[{result.id}]"


def _totals(summaries: Sequence[Summary]) -> str:
    words = sum(s.counts.words for s in summaries)
    quotes = sum(s.counts.quotes for s in summaries)
    people = {v.name for s in summaries for v in s.speakers}
    hours, minutes = divmod(sum(s.reading_time.silent_s for s in summaries) // 60, 60)
    time = f"{hours} h {minutes} min" if hours else f"{minutes} min"
    parts = [counted(len(summaries), "document"), counted(words, "word"), f"{time} to read"]
    return " · ".join([*parts, f"{counted(quotes, 'quotation')} of {counted(len(people), 'voice')}"])


def _voices(summaries: Sequence[Summary]) -> list[str]:
    """The people quoted with most words over all documents."""
    words: dict[str, int] = {}
    where: dict[str, int] = {}
    for summary in summaries:
        for voice in summary.speakers:
            words[voice.name] = words.get(voice.name, 0) + voice.words
            where[voice.name] = where.get(voice.name, 0) + 1
    best = sorted((name for name in words if words[name]), key=lambda name: (-words[name], name))[:_VOICES]
    return [f"{n} {words[n]:,} words" + (f" in {where[n]} documents" if where[n] > 1 else "") for n in best]
