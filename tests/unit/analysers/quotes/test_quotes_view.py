"""Rows, lines and tables of quotations."""

from __future__ import annotations

from dataclasses import fields

from docscan import Document
from docscan.analysers.quotes import ANALYSER
from docscan.registry import Result
from docscan.views import Cell, Table

TEXT = "Ana Ruiz opened the clinic. “We are full already,” she said. “Go home,” said Tom Berg. “Come back!”"


def shown(cell: str | Cell) -> str:
    return cell if isinstance(cell, str) else cell.text + "".join(shown(p) for p in cell.parts)


def table(**options: object) -> Table:
    found = ANALYSER.find(Document(TEXT))
    (view,) = ANALYSER.view([Result("a.txt", None, "utf-8", found, TEXT)], options)
    assert isinstance(view, Table)
    return view


def test_rows_are_flat() -> None:
    """A row holds scalars only and names the speaker and the cue."""
    (row, *_) = [r for q in ANALYSER.find(Document(TEXT)) for r in ANALYSER.rows(q)]
    assert row["speaker"] == "Ana Ruiz" and row["speaker_text"] == "she" and row["cue_lemma"] == "say"
    assert all(v is None or isinstance(v, str | int | float) for v in row.values())


def test_lines_say_kind_speaker_and_words() -> None:
    """A concise line stands at the words' own line and column."""
    (line, *_) = [c for q in ANALYSER.find(Document(TEXT)) for c in ANALYSER.concise(q)]
    assert line == (1, TEXT.index("We are") + 1, "direct [Ana Ruiz] We are full already,")


def test_the_table_shows_the_person_and_the_words_used() -> None:
    """A pronoun is shown beside the name it stands for."""
    first, *_ = table().rows
    assert [shown(c) for c in first] == ["Ana Ruiz (she)", "We are full already,", "said · direct", "1"]


def test_by_speaker_counts_words() -> None:
    """People come with their quotations and words, the most quoted first."""
    rows = [[shown(c) for c in row] for row in table(by_speaker=True).rows]
    assert [(r[0], r[1], r[2]) for r in rows] == [("Ana Ruiz", "1", "4"), ("Tom Berg", "2", "4")]


def test_context_shows_what_stands_around() -> None:
    """With context the neighbouring words are shown, too."""
    first, *_ = table(context=12).rows
    assert "clinic." in shown(first[1]) and "she said" in shown(first[1])


def test_the_record_has_the_contract_s_fields() -> None:
    """Every field of a quotation is set."""
    quote = ANALYSER.find(Document(TEXT))[0]
    assert [f.name for f in fields(quote)][:5] == ["text", "start", "end", "kind", "speaker"]
