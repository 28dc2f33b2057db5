"""Sources become pieces, pieces documents."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

import docscan
from docscan.document import Document
from docscan.exits import DocscanError
from docscan.reading import Piece, Reading, Source
from docscan.reading.pieces import read_piece, split_lines, split_source
from docscan.records import Failure


def read(file: Path, **how: object) -> list[Document | Failure]:
    """Everything that `file` holds."""
    reading = Reading(**how)  # type: ignore[arg-type]
    found: list[Document | Failure] = []
    for piece in split_source(Source(file.name, str(file)), reading):
        found += [piece] if isinstance(piece, Failure) else read_piece(piece, reading)
    return found


def jsonl(file: Path, *records: object) -> Path:
    """`file` with one JSON record, or one raw line, a line."""
    lines = [record if isinstance(record, str) else json.dumps(record) for record in records]
    file.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return file


def test_each_record_is_a_document_of_its_own(tmp_path: Path) -> None:
    """A record's text keeps its own offsets; its id comes along, the line's number stands in for a missing one."""
    file = jsonl(
        tmp_path / "a.jsonl", {"id": "x", "text": "“Yes,” she said."}, "", {"id": 7, "text": ""}, {"text": "b"}
    )
    documents = [one for one in read(file) if isinstance(one, Document)]
    assert [(d.id, d.text) for d in documents] == [("x", "“Yes,” she said."), ("7", ""), ("4", "b")]


def test_field_names_can_be_chosen(tmp_path: Path) -> None:
    """--text-field and --id-field name other fields."""
    file = jsonl(tmp_path / "a.jsonl", {"key": "k", "body": "b", "text": "t"})
    (document,) = read(file, text_field="body", id_field="key")
    assert isinstance(document, Document)
    assert (document.id, document.text) == ("k", "b")


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("{", "bad-json"),
        ("[" * 100_000, "bad-json"),
        ('"words"', "no-text"),
        ('{"body": "x"}', "no-text"),
        ('{"text": 5}', "no-text"),
        ('{"text": "x", "n": 1} trailing', "bad-json"),
    ],
)
def test_bad_line_is_a_failure_and_the_others_are_read(tmp_path: Path, line: str, code: str) -> None:
    """A line that holds no text names itself; the lines around it are documents."""
    first, bad, last = read(jsonl(tmp_path / "a.jsonl", {"text": "a"}, line, {"text": "z"}))
    assert isinstance(first, Document) and isinstance(last, Document)
    assert isinstance(bad, Failure)
    assert bad.code == code
    assert bad.message.startswith("line 2: ")


def test_missing_field_is_explained(tmp_path: Path) -> None:
    """The message lists the fields that could be meant and the flag to say so."""
    (bad,) = read(jsonl(tmp_path / "a.jsonl", {"title": "x", "body": "y", "n": 1}))
    assert isinstance(bad, Failure)
    assert "title, body" in bad.message and "--text-field" in bad.message


def test_huge_numbers_and_ids_do_no_harm(tmp_path: Path) -> None:
    """A number of ten thousand digits beside the text is of no concern."""
    file = jsonl(tmp_path / "a.jsonl", f'{{"text": "a", "n": {"9" * 10_000}, "id": 1e999}}')
    (document,) = read(file)
    assert isinstance(document, Document)
    assert document.id == "1e999"


def test_line_beyond_the_cap_is_skipped_alone(tmp_path: Path) -> None:
    """One line that is too long is a failure of its own."""
    file = jsonl(tmp_path / "a.jsonl", {"text": "a"}, {"text": "b" * 5000}, {"text": "c"})
    kinds = [type(one) for one in read(file, max_size=1000)]
    assert sorted(kind.__name__ for kind in kinds) == ["Document", "Document", "Failure"]


def test_lines_travel_in_batches_that_know_their_numbers(tmp_path: Path) -> None:
    """A large file comes in several pieces, and a piece can be cut to single lines."""
    file = jsonl(tmp_path / "a.jsonl", *({"text": "x" * 1000} for _ in range(500)))
    pieces = list(split_source(Source("a.jsonl", str(file)), Reading()))
    assert len(pieces) > 1
    lines = [line for piece in pieces if isinstance(piece, Piece) for line in split_lines(piece)]
    assert [line.line for line in lines] == list(range(1, 501))


def test_packed_markdown_is_masked_by_its_inner_name(tmp_path: Path) -> None:
    """x.md.gz is Markdown; its masked copy has no marks."""
    file = tmp_path / "x.md.gz"
    file.write_bytes(gzip.compress(b"Some **bold** words.\n"))
    (document,) = read(file)
    assert isinstance(document, Document)
    assert document.text == "Some **bold** words.\n"
    assert document.masked == "Some   bold   words.\n"


def test_input_format_overrides_the_name(tmp_path: Path) -> None:
    """--input-format has the last word on what a file is."""
    file = tmp_path / "page.txt"
    file.write_text("<p>Hi</p>")
    (as_text,) = read(file)
    (as_html,) = read(file, input_format="html")
    assert isinstance(as_text, Document) and isinstance(as_html, Document)
    assert as_text.masked == "<p>Hi</p>"
    assert as_html.masked.strip() == "Hi"


def test_python_reads_a_file_as_the_command_does(tmp_path: Path) -> None:
    """docscan.read decodes and masks, and raises one error that names the file."""
    file = tmp_path / "a.html"
    file.write_bytes("<b>“Ja”</b>".encode("cp1252"))
    document = docscan.read(str(file))
    assert (document.text, document.encoding) == ("<b>“Ja”</b>", "windows-1252")
    assert document.masked == "   “Ja”    "
    for bad in (tmp_path / "gone.txt", tmp_path, jsonl(tmp_path / "a.jsonl", {"text": "x"})):
        with pytest.raises(DocscanError, match=str(bad)):
            docscan.read(str(bad))
