"""The whole summary and what a terminal shows of it."""

from __future__ import annotations

from pathlib import Path

import pytest

import docscan
from docscan.analysers.summary import ANALYSER
from docscan.document import Document
from docscan.records import Summary
from docscan.registry import Result
from docscan.renderers.table import draw
from docscan.text.readability import Sample, flesch_kincaid_grade

ARTICLES = sorted(Path(__file__).parents[3].joinpath("fixtures", "articles").glob("*.txt"))
BODY = (
    "PORT LINDOW — The ferry will sail for another year, Ana Ruiz told reporters on Monday. “We are glad,” she said."
    "\n\nMore than 2,000 people had signed a petition. The repair costs £340,000."
)
TITLE = "Council saves ferry"


def result(text: str, path: str = "a.txt") -> Result:
    return Result(path, None, "utf-8", ANALYSER.find(Document(text, path=path)), text)


def screen(results: list[Result], width: int = 80, **options: object) -> list[str]:
    return draw(ANALYSER.view(results, options), 0, False, width).splitlines()


def test_summary_of_a_small_article() -> None:
    """Title, repetition, date line, lead, counts and warnings are found and placed."""
    text = f"{TITLE}\n\n{TITLE}\n\n{BODY}"
    found = docscan.summary(text)
    assert found.title is not None
    assert (found.title.text, len(found.title.repeated)) == (TITLE, 1)
    assert found.dateline is not None
    assert found.dateline.text == "PORT LINDOW"
    assert found.lead is not None
    assert found.lead.line == 5
    assert (found.counts.sentences, found.counts.paragraphs) == (4, 2)
    assert found.counts.all_words == found.counts.words + 6
    assert any("line 3" in warning for warning in found.warnings)
    assert found.sentences is None


def test_readability_is_of_the_body_alone() -> None:
    """Headline, caption and list do not change what the body measures, and the counts explain the grade."""
    plain = docscan.summary(BODY)
    dressed = docscan.summary(f"{TITLE}\n\n{BODY}\n\nThe quay. Photo: Lindow Trust\n\n- one boat\n- two boats\n")
    assert dressed.readability == plain.readability
    counts = plain.counts
    grade = flesch_kincaid_grade(Sample(counts.sentences, counts.words, counts.syllables, 0, 0, 0))
    assert plain.readability.flesch_kincaid_grade == pytest.approx(grade, abs=1e-9)


def test_reliability_needs_enough_text() -> None:
    """Under a hundred words nothing is reliable, under thirty sentences SMOG is not."""
    short = docscan.summary(BODY).readability
    assert not short.reliable
    assert any("100 words" in warning for warning in docscan.summary(BODY).warnings)
    medium = docscan.summary("This is a sentence of seven words. " * 20).readability
    assert medium.reliable
    assert not medium.smog_reliable
    assert docscan.summary("This is a sentence of seven words. " * 30).readability.smog_reliable


def test_sentences_on_demand() -> None:
    """`sentences` adds the span of every sentence, the headline's too."""
    text = f"{TITLE}\n\n{BODY}"
    spans = docscan.summary(text, sentences=True).sentences
    assert spans is not None
    assert text[spans[0].start : spans[0].end] == TITLE
    assert len(spans) == 5


@pytest.mark.parametrize("text", ["", " ", "\n\n", "word", "!!!", "“", "1", "\x00", "A. B. C."])
def test_odd_texts_have_summaries(text: str) -> None:
    """A text with hardly a word in it has a summary and a screen."""
    found: Summary = docscan.summary(text)
    assert found.counts.characters == len(text)
    assert screen([result(text)])


@pytest.mark.parametrize("path", ARTICLES, ids=lambda p: p.stem)
def test_screen_fits_a_terminal(path: Path) -> None:
    """One document fills at most 24 lines of 80 columns, and every line of findings names a line of the text."""
    lines = screen([result(path.read_text(encoding="utf-8"), path.name)])
    assert len(lines) <= 24
    assert all(len(line.rstrip()) <= 80 for line in lines)
    assert sum("]" in line for line in lines) >= 5
    terms = " ".join(lines[next(i for i, line in enumerate(lines) if line.startswith("Terms")) :])
    assert terms.count(" · ") >= 3


def test_screen_fits_even_with_long_words() -> None:
    """Long sentences, titles and names are cut, never the frame."""
    long = "Many extraordinarily complicated considerations regarding transcontinental infrastructure " * 12
    people = " ".join(
        f"“Yes,” said Bartholomew Featherstonehaugh{i} of the Royal Lindow Institution." for i in "ABCDEFG"
    )
    text = f"{long[:180]}\n\n{long}were heard.\n\n{long}cost £3,400,000,000 on 14 March 20{{}}.\n\n{people}\n\n" * 3
    lines = screen([result(text)])
    assert len(lines) <= 24


def test_every_statement_of_the_screen_is_checkable() -> None:
    """The line numbers on the screen are those of the text."""
    text = f"{TITLE}\n\n{BODY}"
    shown = "\n".join(screen([result(text)]))
    assert "£340,000" in shown
    assert "[5]" in shown
    assert "[3]" in shown


def test_several_documents_are_rows_with_totals() -> None:
    """Several documents get a row each and totals; the order can be chosen; --full gives screens."""
    results = [result(BODY, "news/short.txt"), result(BODY + "\n\n" + BODY, "news/long.txt")]
    lines = screen(results)
    rows = [line.split()[0] for line in lines if line.startswith(("short", "long"))]
    assert rows == ["short.txt", "long.txt"]
    assert any("2 documents" in line for line in lines)
    rows = [line.split()[0] for line in screen(results, sort="words") if line.startswith(("short", "long"))]
    assert rows == ["long.txt", "short.txt"]
    assert sum(line.startswith("Lead") for line in screen(results, full=True)) == 2


def test_concise_lines_and_rows() -> None:
    """Piped output names what stands on which line; csv has one row a document."""
    found = docscan.summary(f"{TITLE}\n\n{BODY}")
    lines = list(ANALYSER.concise(found))
    assert any(line == 5 and text.startswith("figure £340,000") for line, _, text in lines)
    (row,) = ANALYSER.rows(found)
    assert row["words"] == found.counts.words


def test_screen_shows_words_not_markup() -> None:
    """Where the text has markup, the screen shows what a reader would see, the record what the file holds."""
    text = "The <b>ferry</b> costs &pound;340,000 a year, and nobody pays."
    masked = "The    ferry     costs £      340,000 a year, and nobody pays."
    assert len(text) == len(masked)
    document = Document(text, masked=masked)
    found = ANALYSER.find(document)
    assert found.lead.text == text
    shown = "\n".join(screen([Result("a.html", None, "utf-8", found, text, masked)]))
    assert "The ferry costs £340,000" in shown
    assert "<b>" not in shown


def test_terms_of_the_screen_are_no_names_and_no_repetitions() -> None:
    """A word stands in the phrase that it heads or begins, and what the names say is not said again."""
    text = (
        "The ferry council of Port Lindow met. The council heard of the harbour ferry. Ferry fares rose in Lindow. "
        "The council of Port Lindow sold the harbour. Ana Ruiz wept for the harbour, and Ana Ruiz left the council."
    )
    lines = screen([result(text)])
    terms = " ".join(lines[next(i for i, line in enumerate(lines) if line.startswith("Terms")) :])
    assert "Ruiz" not in terms
    assert "Lindow" not in terms
    assert "ferry council" in terms
    assert terms.count("council") == 1
