"""The exit-code matrix: every command, every kind of input."""

from __future__ import annotations

from pathlib import Path

import pytest

COMMANDS = ["summary", "quotes", "numbers", "entities", "report"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "good.txt").write_text("“Yes,” said Anna Berg on 5 May.\n")
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "blank.txt").write_text(" \n\t\n\n")
    (tmp_path / "binary.txt").write_bytes(b"\0\1\2")
    (tmp_path / "good.jsonl").write_text('{"text": "x"}\n')
    (tmp_path / "bad.jsonl").write_text("nope\n")
    (tmp_path / "odd.gz").write_bytes(b"\x1f\x8b\x08broken")
    return tmp_path


@pytest.mark.parametrize("name", COMMANDS)
@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        (["good.txt"], 0),
        (["empty.txt"], 0),
        (["blank.txt"], 0),
        (["good.jsonl"], 0),
        (["good.txt", "empty.txt"], 0),
        (["/dev/null"], 0),
        (["-"], 0),
        ([], 0),
        (["binary.txt"], 2),
        (["bad.jsonl"], 2),
        (["odd.gz"], 2),
        (["gone.txt"], 2),
        (["good.txt", "gone.txt"], 2),
        (["good.txt", "--no-such-flag"], 2),
        (["good.txt", "-E", "ascii"], 2),
    ],
    ids=str,
)
def test_exit_code(docscan, folder: Path, name: str, inputs: list[str], code: int) -> None:  # type: ignore[no-untyped-def]
    """0 where everything was read, 2 where anything was not; one line for each thing that failed."""
    if name == "report" and not inputs:
        code = 2  # the current folder, bad files and all
    done = docscan(name, *inputs, cwd=folder, stdin=b"Text.")
    assert done.code == code
    assert bool(done.err) == bool(code)
    assert "Traceback" not in done.err
    if code and inputs and "--no-such-flag" not in inputs:
        assert len(done.err.splitlines()) == 1
        assert any(word in done.err for word in inputs if "." in word)


@pytest.mark.parametrize("name", COMMANDS)
def test_good_documents_are_done_beside_bad_ones(docscan, folder: Path, name: str) -> None:  # type: ignore[no-untyped-def]
    """What could be read is in the output, in full."""
    alone = docscan(name, "good.txt", cwd=folder)
    both = docscan(name, "good.txt", "binary.txt", cwd=folder)
    assert alone.code == 0 and both.code == 2
    if name != "report":
        assert both.out == alone.out
    else:
        assert "Anna Berg" in both.text and "Not read" in both.text
