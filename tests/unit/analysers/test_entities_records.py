"""The entities command: records, filters, rows, one-line findings and tables."""

from __future__ import annotations

from typing import Any

from docscan.analysers.entities import ANALYSER
from docscan.document import Document
from docscan.registry import Result
from docscan.views import Line, Table

TEXT = (
    "Engineer Hanna Lindqvist opened the station in Uppsala on Monday. Sweden paid for it.\n\n"
    '"It runs," Lindqvist said. Reporters from Sweden and Norway applauded.'
)


def result(path: str, text: str, **options: Any) -> Result:
    return Result(path, None, "utf-8", ANALYSER.find(Document(text), **options), text)


def cells(view: Any) -> list[list[str]]:
    assert isinstance(view, Table)
    return [[c if isinstance(c, str) else c.text for c in row] for row in view.rows]


def test_entities_carry_true_offsets_and_positions() -> None:
    """Every mention is the slice it says, on the line it says; entities come in order of first mention."""
    found = ANALYSER.find(Document(TEXT))
    assert [e.name for e in found] == ["Hanna Lindqvist", "Uppsala", "Sweden", "Norway"]
    for e in found:
        assert e.count == len(e.mentions)
        assert 0 <= e.confidence <= 1
        for m in e.mentions:
            assert TEXT[m.start : m.end] == m.text
            assert (m.line, m.column) == Document(TEXT).position(m.start)
    assert found[0].aliases == ("Lindqvist",)
    assert found[0].roles == ("Engineer",)


def test_label_and_count_filters() -> None:
    """`label` takes any case, `min_count` counts mentions."""
    assert {e.label for e in ANALYSER.find(Document(TEXT), label=("person",))} == {"PERSON"}
    assert [e.name for e in ANALYSER.find(Document(TEXT), min_count=2)] == ["Hanna Lindqvist", "Sweden"]
    assert ANALYSER.find(Document(TEXT), label=("LAW",)) == ()


def test_rows_are_one_a_mention() -> None:
    """Flat rows keep name and label beside each span."""
    entity = ANALYSER.find(Document(TEXT))[0]
    rows = list(ANALYSER.rows(entity))
    assert [r["text"] for r in rows] == ["Hanna Lindqvist", "Lindqvist"]
    assert {r["name"] for r in rows} == {"Hanna Lindqvist"}


def test_a_finding_line_names_the_first_mention() -> None:
    """`LABEL name ×count (aliases)` at the first mention's place."""
    entity = ANALYSER.find(Document(TEXT))[0]
    assert list(ANALYSER.concise(entity)) == [(1, 10, "PERSON Hanna Lindqvist ×2 (Lindqvist)")]


def test_one_document_shows_its_names_by_count() -> None:
    """The most frequent names stand first, with role and lines, or other forms with `aliases`."""
    (table,) = ANALYSER.view([result("a.txt", TEXT)], {})
    assert cells(table)[0] == ["Hanna Lindqvist", "PERSON", "2", "Engineer", "1, 3"]
    (table,) = ANALYSER.view([result("a.txt", TEXT)], {"aliases": True})
    assert cells(table)[0][3] == "Lindqvist"


def test_several_documents_share_one_table() -> None:
    """Names are counted over the documents they stand in."""
    results = [result("a.txt", TEXT), result("b.txt", "Norway won. Norway was glad.")]
    (table,) = ANALYSER.view(results, {})
    assert cells(table)[0][:4] == ["Norway", "GPE", "2", "3"]


def test_mentions_are_listed_with_their_lines() -> None:
    """`mentions` gives a row a mention, in text order, for each document."""
    views = list(ANALYSER.view([result("a.txt", TEXT), result("b.txt", "nothing here")], {"mentions": True}))
    assert [row[0] for row in cells(views[0])] == ["1:10", "1:48", "1:67", "3:12", "3:43", "3:54"]
    assert isinstance(views[1], Line)


def test_a_text_without_names_says_so() -> None:
    """No table is drawn for nothing."""
    (view,) = ANALYSER.view([result("a.txt", "nothing is named in this text")], {})
    assert isinstance(view, Line)
