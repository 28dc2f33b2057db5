"""How quotations are shown: flat rows, one-line findings, and the tables of a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from docscan.records import Quote
from docscan.registry import Result
from docscan.views import Cell, Column, Table, View, counted

_NOT_SAID = frozenset(("scare", "title", "term"))


def quote_rows(quote: Quote) -> Iterable[dict[str, Any]]:
    """One flat row."""
    speaker, cue = quote.speaker, quote.cue
    yield {
        "kind": quote.kind, "text": quote.text, "start": quote.start, "end": quote.end,
        "speaker": speaker.name if speaker else None, "speaker_text": speaker.text if speaker else None,
        "speaker_start": speaker.start if speaker else None, "speaker_end": speaker.end if speaker else None,
        "role": speaker.role if speaker else None, "via": speaker.via if speaker else None,
        "cue": cue.text if cue else None, "cue_start": cue.start if cue else None,
        "cue_end": cue.end if cue else None,
        "cue_lemma": cue.lemma if cue else None, "marks": quote.marks, "utterance": quote.utterance,
        "content_start": quote.content.start, "content_end": quote.content.end, "flags": " ".join(quote.flags),
        "confidence": quote.confidence, "line": quote.line, "column": quote.column,
    }  # fmt: skip


def quote_lines(quote: Quote) -> Iterable[tuple[int, int, str]]:
    """`KIND [speaker] text (flags)`."""
    who = f" [{quote.speaker.name}]" if quote.speaker else " [?]" if quote.kind not in _NOT_SAID else ""
    flags = f" ({', '.join(quote.flags)})" if quote.flags else ""
    yield quote.line, quote.column, f"{quote.kind}{who} {' '.join(quote.text.split())}{flags}"


def quote_view(results: Sequence[Result], options: Mapping[str, Any]) -> Iterable[View]:
    """A table a document: who, words, cue, line; with `by_speaker` one table of people over all documents."""
    if options.get("by_speaker"):
        yield _by_speaker(results)
        return
    context = int(options.get("context") or 0)
    for result in results:
        quotes: tuple[Quote, ...] = result.findings
        rows = [_row(q, result.text, context) for q in quotes]
        columns = (
            Column("Who", ratio=2, min_width=10), Column("Words", ratio=6, min_width=20), Column("How", min_width=8),
            Column("Line", "right"),
        )  # fmt: skip
        unnamed = sum(1 for q in quotes if q.speaker is None and q.kind not in _NOT_SAID)
        note = counted(len(quotes), "quotation") + (f", {unnamed} with nobody named" if unnamed else "")
        yield Table(columns, rows, title=result.path, note=note)


def _row(quote: Quote, text: str | None, context: int) -> tuple[str | Cell, ...]:
    speaker = quote.speaker
    if speaker is None:
        who = Cell("" if quote.kind in _NOT_SAID else "nobody named", "muted")
    elif speaker.via in ("pronoun", "role", "continued") and speaker.text != speaker.name:
        who = Cell(parts=(Cell(speaker.name, "name"), Cell(f" ({speaker.text})", "muted")))
    else:
        who = Cell(speaker.name, "name")
    words: list[Cell] = []
    if context and text is not None:
        words.append(Cell(" ".join(text[max(0, quote.start - context) : quote.start].split()) + " ", "muted"))
    words.append(Cell(" ".join(quote.text.split()), "text"))
    if context and text is not None:
        words.append(Cell(" " + " ".join(text[quote.end : quote.end + context].split()), "muted"))
    how = [Cell(quote.cue.text if quote.cue else "", "cue"), Cell((" · " if quote.cue else "") + quote.kind, "muted")]
    if quote.flags:
        how.append(Cell(" " + ", ".join(quote.flags).replace("_", " "), "warn"))
    return who, Cell(parts=tuple(words)), Cell(parts=tuple(how)), str(quote.line)


def _person(name: str, role: str) -> Cell:
    if not name:
        return Cell("nobody named", "muted")
    return Cell(parts=(Cell(name, "name"), Cell(f"\n{role}" if role else "", "muted")))


@dataclass(slots=True)
class _Tally:
    quotes: int = 0
    words: int = 0
    role: str = ""
    first: list[str] = field(default_factory=list)


def _by_speaker(results: Sequence[Result]) -> Table:
    """People with how often they are quoted, how many words, and what they said first."""
    people: dict[str, _Tally] = {}
    for result in results:
        for q in result.findings:
            if q.kind in _NOT_SAID:
                continue
            tally = people.setdefault(q.speaker.name if q.speaker else "", _Tally())
            tally.quotes += 1
            tally.words += len(q.text.split())
            tally.role = tally.role or (q.speaker.role or "" if q.speaker else "")
            if len(tally.first) < 3:
                tally.first.append(" ".join(q.text.split()))
    order = sorted(people.items(), key=lambda item: (not item[0], -item[1].words, item[0]))
    rows = [
        (
            _person(name, t.role),
            str(t.quotes), str(t.words), Cell("\n".join(t.first), "text"),
        )
        for name, t in order
    ]  # fmt: skip
    columns = (
        Column("Who", ratio=2, min_width=10), Column("Quotes", "right"), Column("Words", "right"),
        Column("First words", ratio=5, min_width=20),
    )  # fmt: skip
    return Table(columns, rows, note=f"{sum(1 for name in people if name)} speakers")
