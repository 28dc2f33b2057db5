"""Every way in: files, folders, standard input, lists, JSON Lines, odd bytes and odd names."""

from __future__ import annotations

import gzip
import json
import os
import shutil
from pathlib import Path

import pytest


def documents(finished) -> list[dict]:  # type: ignore[no-untyped-def, type-arg]
    return json.loads(finished.out)["documents"]


def test_folder_and_files_give_one_document_each(probe, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """Paths come back as they were given, sorted."""
    (tmp_path / "sub").mkdir()
    (tmp_path / "b.txt").write_text("B")
    (tmp_path / "sub" / "a.md").write_text("**A**")
    done = probe("probe", "sub", "b.txt", "--json", cwd=tmp_path)
    assert done.code == 0
    assert [(d["path"], [p["text"] for p in d["probe"]]) for d in documents(done)] == [
        ("b.txt", ["B"]),
        ("sub/a.md", ["A"]),
    ]


def test_standard_input_is_read_where_nothing_is_named(probe) -> None:  # type: ignore[no-untyped-def]
    """A pipe needs no dash; --stdin-filename names it and says what it is."""
    assert probe("probe", stdin=b"x AB").lines == ["<stdin>:1:3: word AB"]
    assert probe("probe", "-", stdin=b"x AB").lines == ["<stdin>:1:3: word AB"]
    assert probe("probe", "--stdin-filename", "p.html", stdin=b"<B>AB</B>").lines == ["p.html:1:4: word AB"]
    assert probe("probe", "--stdin-filename", "p.txt", stdin=gzip.compress(b"AB")).lines == ["p.txt:1:1: word AB"]


def test_list_of_paths(probe, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """--files-from takes lines or NUL-separated names, from a file or from standard input."""
    (tmp_path / "a b.txt").write_text("A")
    (tmp_path / "c.txt").write_text("C")
    for listed in (b"a b.txt\nc.txt\n", b"a b.txt\0c.txt\0"):
        (tmp_path / "list").write_bytes(listed)
        assert probe("probe", "--files-from", "list", cwd=tmp_path).lines == [
            "a b.txt:1:1: word A",
            "c.txt:1:1: word C",
        ]
        assert len(probe("probe", "--files-from", "-", stdin=listed, cwd=tmp_path).lines) == 2
    missing = probe("probe", "--files-from", "nope", cwd=tmp_path)
    assert (missing.code, missing.err) == (2, "docscan: --files-from nope: no such file or directory\n")


def test_json_lines_records_keep_their_ids(probe, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """In every format a finding says which record it is from."""
    file = tmp_path / "a.jsonl"
    file.write_text('{"id": "one", "text": "x A"}\n{"id": "two", "text": "B"}\n')
    found = documents(probe("probe", file, "--json"))
    assert [(d["id"], d["probe"][0]["text"]) for d in found] == [("one", "A"), ("two", "B")]
    rows = [json.loads(line) for line in probe("probe", file, "-f", "jsonl").lines]
    assert [list(row)[:3] for row in rows] == [["path", "id", "text"]] * 2
    assert probe("probe", "a.jsonl", cwd=tmp_path).lines == ["a.jsonl[one]:1:3: word A", "a.jsonl[two]:1:1: word B"]
    cells = probe("probe", "a.jsonl", "-f", "csv", cwd=tmp_path).lines
    assert cells[1:] == ["a.jsonl,one,A,2,3,1,3", "a.jsonl,two,B,0,1,1,1"]


def test_windows_1252_is_read_with_one_notice(probe, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """The notice names the file; -q silences it; the JSON tells the codec."""
    (tmp_path / "a.txt").write_bytes("é A".encode("cp1252"))
    done = probe("probe", "a.txt", "--json", cwd=tmp_path)
    assert done.err == "docscan: a.txt: not UTF-8: read as Windows-1252\n"
    assert documents(done)[0]["encoding"] == "windows-1252"
    assert probe("probe", "a.txt", "-q", cwd=tmp_path).err == ""


def test_bad_files_are_named_and_the_others_done(probe, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """One line on standard error for each, an error record for each, exit 2, and every other document."""
    (tmp_path / "good.txt").write_text("A")
    (tmp_path / "binary.txt").write_bytes(b"A\0B")
    (tmp_path / "large.txt").write_text("A" * 3_000_000)
    (tmp_path / "page.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "raises.txt").write_text("RAISE")
    done = probe("probe", ".", "page.pdf", "gone.txt", "--max-size", "1", "--json", cwd=tmp_path)
    assert done.code == 2
    assert [d["path"] for d in documents(done)] == ["./good.txt"]
    errors = {e["path"]: e["code"] for e in json.loads(done.out)["errors"]}
    assert errors == {
        "./binary.txt": "binary",
        "./large.txt": "too-large",
        "./raises.txt": "internal",
        "gone.txt": "not-found",
        "page.pdf": "binary",
    }
    said = done.err.splitlines()
    assert len(said) == 5
    assert all(line.startswith("docscan: ") and len(line) < 160 for line in said)
    assert all(any(path in line for line in said) for path in errors)
    assert "Traceback" not in done.err


@pytest.mark.skipif(os.name == "nt", reason="names are bytes on POSIX only")
def test_odd_file_names_come_through_every_format(probe, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """Escapes, newlines, markup and bytes that are not UTF-8 in a name neither break nor steer anything."""
    for name in (b"new\nline.txt", b"esc\x1b[31m.txt", b"[red]x[blink].txt", b"caf\xe9.txt", b"-f.txt"):
        (tmp_path / os.fsdecode(name)).write_text("A")
    for form in ("json", "jsonl", "csv", "concise", "table"):
        done = probe("probe", ".", "-f", form, cwd=tmp_path)
        assert (done.code, done.err) == (0, "")
        assert b"\x1b" not in done.out
        done.out.decode("utf-8")
    assert len(probe("probe", ".", cwd=tmp_path).lines) == 5
    assert sum("path_bytes" in d for d in documents(probe("probe", ".", "--json", cwd=tmp_path))) == 1


@pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")
def test_process_substitution_is_a_file(tmp_path: Path) -> None:
    """docscan numbers <(command) works as a shell user expects."""
    import subprocess
    import sys

    done = subprocess.run(
        ["bash", "-c", f"{sys.executable} -m docscan numbers <(echo 'It cost 5 dollars.') -f jsonl"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout.splitlines()[0])["path"].startswith("/dev/fd/")


def test_folder_without_documents_is_said(probe, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """Nothing to read is no error, but it is no silence either."""
    (tmp_path / "code.py").write_text("A")
    done = probe("probe", tmp_path)
    assert (done.code, done.out) == (0, b"")
    assert done.err.startswith("docscan: no documents found") and done.err.count("\n") == 1
    assert probe("probe", tmp_path, "-q").err == ""


def test_verbose_says_what_was_done(probe, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """-v ends with how many documents there were and how long they took."""
    (tmp_path / "a.txt").write_text("A")
    said = probe("probe", tmp_path, "-v").err
    assert said.startswith("docscan: 1 document in ") and said.endswith(" s\n")
