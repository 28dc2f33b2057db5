"""The Python face: the same records as the command line's, from a file, a Document or a str."""

from __future__ import annotations

from pathlib import Path

import pytest

import docscan

TEXT = "“We need at least 5 percent more,” said Anna Berg of Acme Corp. in Oslo.\n"


@pytest.mark.parametrize("name", ["quotes", "numbers", "entities", "summary"])
def test_file_document_and_str_are_alike(name: str, tmp_path: Path) -> None:
    """However the text comes, the findings are the same."""
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    find = getattr(docscan, name)
    assert find(docscan.read(str(file))) == find(docscan.Document(TEXT)) == find(TEXT)


def test_records_have_public_names() -> None:
    """What comes back can be named in annotations and checks."""
    assert all(isinstance(quote, docscan.Quote) for quote in docscan.quotes(TEXT))
    assert all(isinstance(number, docscan.Number) for number in docscan.numbers(TEXT))
    assert all(isinstance(entity, docscan.Entity) for entity in docscan.entities(TEXT))
    assert isinstance(docscan.summary(TEXT), docscan.Summary)
    with pytest.raises(AttributeError):
        _ = docscan.nothing  # type: ignore[attr-defined]


def test_records_cannot_be_changed() -> None:
    """A record is a fact."""
    (number,) = docscan.numbers("Nine men.")
    with pytest.raises(AttributeError):
        number.value = 10  # type: ignore[misc]


def test_unreadable_file_is_a_docscan_error() -> None:
    """One exception says what is wrong with which file."""
    with pytest.raises(docscan.DocscanError, match=r"gone\.txt: no such file"):
        docscan.read("gone.txt")
