"""The training script of the name tagger: labels, refusals, the file it writes."""

from __future__ import annotations

import hashlib
import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from docscan.document import Document
from docscan.text.names.gazetteers import Columns, key, lexicon
from docscan.text.names.reading import read_islands

SCRIPT = Path(__file__).parents[3] / "training" / "entities.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    """The script as a module."""
    spec = importlib.util.spec_from_file_location("training_entities", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_tokens_get_the_labels_of_the_names_they_stand_in(script: ModuleType) -> None:
    """A name begins with B-, goes on with I-; what stands outside is O."""
    text = "In March Ana Ruiz left for Oslo."
    doc = {
        "text": text,
        "entities": [{"start": 9, "end": 17, "label": "PERSON"}, {"start": 27, "end": 31, "label": "GPE"}],
    }
    labels = script.label_tokens(doc, read_islands(Document(text)))
    assert [label for island in labels for label in island][-3:] == ["B-PERSON", "I-PERSON", "B-GPE"]


def test_some_listed_names_are_forgotten_and_the_same_all_through_a_document(script: ModuleType) -> None:
    """A forgetful lexicon drops the flags of about one listed name in FORGOTTEN, others under another salt."""
    names = (
        "Oslo",
        "Anna",
        "Reuters",
        "Boeing",
        "Bergen",
        "Peter",
        "Toyota",
        "Leeds",
        "Maria",
        "Nokia",
        "Lima",
        "Kyoto",
    )
    known = lexicon()
    forgotten = []
    for salt in ("a 0", "b 0", "c 0", "d 0", "e 0", "f 0"):
        partial = script.Forgetful(known.columns, salt)
        forgotten.append({n for n in names if partial.flags(n) != known.flags(n)})
        assert forgotten[-1] == {n for n in names if partial.word(n).flags != known.word(n).flags}
    assert 0 < sum(map(len, forgotten)) < len(names) * 3
    assert len({frozenset(f) for f in forgotten}) > 1


def test_test_documents_are_refused(script: ModuleType, tmp_path: Path) -> None:
    """A file called test* never reaches training."""
    with pytest.raises(SystemExit, match="never trained on"):
        list(script.annotated_documents([tmp_path / "test_x.jsonl"], {}))


def test_a_changed_text_is_refused(script: ModuleType, tmp_path: Path) -> None:
    """Annotation belongs to the very text it was made on."""
    row: dict[str, Any] = {"id": "a", "source": "articles", "text": "Ann left.", "entities": []}
    file = tmp_path / "own.jsonl"
    file.write_text(json.dumps({**row, "text_sha1": hashlib.sha1(b"Ann left.").hexdigest()}), encoding="utf-8")
    assert [d["id"] for d in script.annotated_documents([file], {})] == ["a"]
    file.write_text(json.dumps({**row, "text_sha1": "0"}), encoding="utf-8")
    with pytest.raises(SystemExit, match="not the one"):
        list(script.annotated_documents([file], {}))


def test_the_written_table_reads_back(script: ModuleType) -> None:
    """What is packed is found again, key by key."""
    labels = len(script.LABELS)
    names = {"Oslo": 5, "Ann": 1}
    rows = sorted((key(w), flags, 7, 2, 3, 1) for w, flags in names.items())
    weights = [(k, bytes([128] * labels)) for k in sorted(map(key, ("0w=Oslo", "0w=Ann")))]
    table = Columns(script.pack(rows, weights, [0] * labels**2))
    assert table.labels == script.LABELS
    for word, flags in names.items():
        row = table.words.row(word)
        assert table.flags[row] == flags
        assert (table.fine[row], table.middle[row], table.coarse[row], table.case[row]) == (7, 2, 3, 1)
    assert table.words.row("Bergen") == -1
    assert table.features.row("0w=Oslo") >= 0


@pytest.mark.parametrize(
    ("counts", "code"), [((1000, 0, 0), 7), ((0, 1000, 0), 1), ((10, 10, 80), 8), ((50, 50, 0), 4)]
)
def test_casing_is_coded_by_shares(script: ModuleType, counts: tuple[int, int, int], code: int) -> None:
    """1 is always capitalised, 7 always small, 8 an acronym."""
    assert script.case_code(*counts) == code
