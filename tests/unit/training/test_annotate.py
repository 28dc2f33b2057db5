"""The annotation tool: sentences, pre-labels, corrections, canonical names, agreement."""

import importlib.util
import json
import sys
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

TRAINING = Path(__file__).parents[3] / "training"
TEXT = (
    "President Ana Ruiz met Dr. Tom Lark in Oslo on Monday. Ms. Ruiz praised the Harbour Council. "
    "The Harbour Council (HC) answered that the Lark plan is dead."
)


@pytest.fixture(scope="module")
def annotate() -> ModuleType:
    """The tool, loaded from its file."""
    spec = importlib.util.spec_from_file_location("annotate", TRAINING / "annotate.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["annotate"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def document() -> dict[str, Any]:
    """A short document with no silver labels."""
    return {"id": "t-1", "source": "test", "text": TEXT, "entities": []}


def labelled(sheet: Any) -> list[tuple[str, str]]:
    """(surface, label) of every mark of a sheet."""
    return [(sheet.text[mark.start : mark.end], mark.label) for mark in sheet.marks]


def corrected(annotate: ModuleType, document: dict[str, Any], *lines: str) -> Any:
    """A sheet started from nothing after these correction lines."""
    sheet = annotate.Sheet(document, [])
    for line in lines:
        sheet.correct(line)
    sheet.check()
    return sheet


def test_a_title_ends_no_sentence(annotate: ModuleType) -> None:
    """Sentences are cut at full stops but not after Dr. or Ms."""
    assert [TEXT[start:end].split()[0] for start, end in annotate.sentence_spans(TEXT)] == ["President", "Ms.", "The"]


def test_a_mark_by_sentence_takes_every_occurrence_there(annotate: ModuleType, document: dict[str, Any]) -> None:
    """`2 + X LABEL` marks X in sentence 2 only."""
    sheet = corrected(annotate, document, "2 + Ruiz PERSON")
    assert labelled(sheet) == [("Ruiz", "PERSON")]
    assert sheet.marks[0].start > TEXT.index("Ms.")


def test_a_mark_everywhere_leaves_longer_marks_alone(annotate: ModuleType, document: dict[str, Any]) -> None:
    """`*` does not cut a longer mark, a sentence number does."""
    everywhere = corrected(annotate, document, "1 Ana Ruiz PERSON", "* Ruiz PERSON")
    assert labelled(everywhere) == [("Ana Ruiz", "PERSON"), ("Ruiz", "PERSON")]
    here = corrected(annotate, document, "1 Ana Ruiz PERSON", "1 Ruiz PERSON")
    assert labelled(here) == [("Ruiz", "PERSON")]


def test_the_nth_occurrence_alone_can_be_marked(annotate: ModuleType, document: dict[str, Any]) -> None:
    """`* +2 X LABEL` marks the second X."""
    sheet = corrected(annotate, document, "* +2 Lark PERSON")
    assert [mark.start for mark in sheet.marks] == [TEXT.rindex("Lark")]


def test_several_items_share_a_line(annotate: ModuleType, document: dict[str, Any]) -> None:
    """Items are divided by semicolons, `-` takes a mark away."""
    sheet = corrected(annotate, document, "1 Oslo GPE; Tom Lark PERSON; - Oslo")
    assert labelled(sheet) == [("Tom Lark", "PERSON")]


@pytest.mark.parametrize("line", ["1 Bergen GPE", "9 Oslo GPE", "1 Oslo", "- Oslo", "1 - Bergen"])
def test_what_cannot_be_done_is_an_error(annotate: ModuleType, document: dict[str, Any], line: str) -> None:
    """A correction that finds nothing or names no label is reported."""
    assert corrected(annotate, document, line).errors


def test_a_title_inside_a_person_is_an_error(annotate: ModuleType, document: dict[str, Any]) -> None:
    """The guideline's rule on titles is checked, whoever wrote the correction."""
    assert corrected(annotate, document, "1 President Ana Ruiz PERSON").errors
    assert not corrected(annotate, document, "1 Ana Ruiz PERSON").errors


def test_canonical_names_take_the_longest_form(annotate: ModuleType, document: dict[str, Any]) -> None:
    """A surname gets its full form, an acronym its expansion, a name by hand wins."""
    sheet = corrected(annotate, document, "* Ana Ruiz PERSON; Ruiz PERSON; Harbour Council ORG; HC ORG")
    names = [entity["name"] for entity in sheet.row()["entities"]]
    assert names == ["Ana Ruiz", "Ana Ruiz", "Harbour Council", "Harbour Council", "Harbour Council"]
    by_hand = corrected(annotate, document, "2 Ruiz PERSON = Eva Ruiz")
    assert by_hand.row()["entities"][0]["name"] == "Eva Ruiz"


def test_two_people_of_one_surname_keep_their_own_names(annotate: ModuleType, document: dict[str, Any]) -> None:
    """A name given by hand to one mark wins over the name given by hand to another mark of the same surface."""
    sheet = corrected(annotate, document, "1 Ruiz PERSON = Ana Ruiz", "2 Ruiz PERSON = Eva Ruiz")
    assert [entity["name"] for entity in sheet.row()["entities"]] == ["Ana Ruiz", "Eva Ruiz"]


def test_prelabels_trim_titles_and_cut_owners(annotate: ModuleType) -> None:
    """Silver spans lose title, article and owner; listed names and names by head word are found."""
    text = "President Ana Ruiz visited Norway's Harbour Council and the Kremlin."
    silver = [{"start": 0, "end": 18, "type": "PERSON"}, {"start": 27, "end": 51, "type": "ORG"}]
    marks = annotate.prelabel(text, silver)
    assert [(text[m.start : m.end], m.label) for m in marks] == [
        ("Ana Ruiz", "PERSON"),
        ("Harbour Council", "ORG"),
        ("Kremlin", "ORG"),
    ]


def test_agreement_counts_span_and_label(annotate: ModuleType) -> None:
    """A label that differs costs the labelled score only, a document on one side is left out."""
    mark = annotate.Mark
    first = {"a": [mark(0, 4, "ORG"), mark(5, 9, "GPE")], "b": [mark(0, 1, "GPE")]}
    second = {"a": [mark(0, 4, "GPE"), mark(5, 9, "GPE")]}
    lines = annotate.agreement(first, second)
    assert lines[0].startswith("documents 1 ")
    assert lines[1].endswith("1.0000")
    assert lines[2].endswith("0.5000")


def test_gaps_name_unmarked_capitals(annotate: ModuleType, document: dict[str, Any]) -> None:
    """Capitalised words inside a sentence that no mark covers are listed, weekdays are not."""
    sheet = corrected(annotate, document, "1 Ana Ruiz PERSON; Tom Lark PERSON")
    assert annotate.gaps(TEXT, sheet.marks)[:2] == [(1, "Oslo"), (2, "Ruiz")]


def test_an_unheaded_document_is_not_written(annotate: ModuleType, tmp_path: Path, document: dict[str, Any]) -> None:
    """`apply` writes headed, sound documents only, and says so by its exit code."""
    corpus, sheet, out = (tmp_path / name for name in ("corpus.jsonl", "sheet.txt", "out.jsonl"))
    corpus.write_text("".join(json.dumps(document | {"id": key}) + "\n" for key in ("t-1", "t-2", "t-3")))
    sheet.write_text("# t-1\n1 Oslo GPE\n# t-3\n1 Bergen GPE\n")
    options = annotate.parse(["apply", str(corpus), str(sheet), "--bare", "-o", str(out)])
    assert options.run(options) == 1
    rows = [json.loads(line) for line in out.read_text().splitlines()]
    assert [row["id"] for row in rows] == ["t-1"]
    assert rows[0]["entities"] == [{"start": 39, "end": 43, "label": "GPE", "name": "Oslo"}]
    assert "text" not in rows[0]


def test_corrections_start_from_what_the_tagger_found(annotate: ModuleType, tmp_path: Path) -> None:
    """`apply --labels` keeps the marks of `tag` that no correction touches."""
    corpus, tagged, sheet, out = (tmp_path / n for n in ("corpus.jsonl", "tagged.jsonl", "sheet.txt", "out.jsonl"))
    corpus.write_text(json.dumps({"id": "t-1", "source": "test", "text": TEXT, "entities": []}) + "\n")
    sheet.write_text("# t-1\n3 - HC\n1 Oslo ORG\n")
    options = annotate.parse(["tag", str(corpus), "-o", str(tagged)])
    assert options.run(options) == 0
    options = annotate.parse(["apply", str(corpus), str(sheet), "--labels", str(tagged), "-o", str(out)])
    assert options.run(options) == 0
    before, after = (next(annotate.read_lines(path))["entities"] for path in (tagged, out))
    assert [e["label"] for e in after if TEXT[e["start"] : e["end"]] == "Oslo"] == ["ORG"]
    assert [e for e in after if TEXT[e["start"] : e["end"]] == "Ana Ruiz"] == before[:1]


def test_the_annotations_of_the_project_are_sound(annotate: ModuleType) -> None:
    """Every stored annotation is sorted, disjoint and in the eleven labels; no document is annotated in two files."""
    seen: set[str] = set()
    for path in sorted((TRAINING / "annotations").glob("*.jsonl")):
        for row in annotate.read_lines(path):
            spans = [(entity["start"], entity["end"]) for entity in row["entities"]]
            assert all(left[1] <= right[0] for left, right in pairwise(spans)), row["id"]
            assert {entity["label"] for entity in row["entities"]} <= set(annotate.LABELS), row["id"]
            assert row["id"] not in seen
            seen.add(row["id"])
