"""`docscan check` as a process: exit codes, flags, settings, baselines, sources."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

BAD = "The lease ends on February 30.\n"
NOTE = '“It works,” said Anna Berg.\n\n“It does,” said Berg.\n\n"Good," she said.\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "bad.txt").write_text(BAD)
    (tmp_path / "good.txt").write_text("The lease ends on February 28.\n")
    (tmp_path / "note.txt").write_text(NOTE)
    (tmp_path / "binary.txt").write_bytes(b"\0\1\2")
    (tmp_path / ".gitignore").write_text("")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["good.txt"], 0),
        (["bad.txt"], 1),
        (["note.txt"], 0),
        (["note.txt", "--fail-on", "note"], 1),
        (["bad.txt", "--fail-on", "never"], 0),
        (["bad.txt", "--exit-zero"], 0),
        (["bad.txt", "--fail-on", "error"], 1),
        (["bad.txt", "--ignore", "D002"], 0),
        (["bad.txt", "--per-file-ignores", "*.txt:D"], 0),
        (["bad.txt", "--config", "rules.D002.severity=note"], 0),
        (["binary.txt"], 2),
        (["bad.txt", "binary.txt"], 2),
        (["bad.txt", "gone.txt"], 2),
        (["bad.txt", "--select", "X"], 2),
        (["bad.txt", "--config", "gone.toml"], 2),
        (["bad.txt", "--config", "colour=red"], 2),
        (["bad.txt", "--baseline", "gone.json"], 2),
        (["bad.txt", "--sources", "gone.txt"], 2),
        (["bad.txt", "--per-file-ignores", "D002"], 2),
        (["bad.txt", "--min-severity", "loud"], 2),
        (["bad.txt", "-f", "sarif"], 1),
        (["bad.txt", "-f", "sarif", "--exit-zero"], 0),
        (["bad.txt", "--show-settings"], 0),
        (["bad.txt", "--show-files"], 0),
    ],
    ids=str,
)
def test_exit_codes(docscan: Any, folder: Path, arguments: list[str], code: int) -> None:
    """1 for issues from --fail-on on; 2 for anything that could not be done, which beats 1."""
    done = docscan("check", *arguments, cwd=folder)
    assert done.code == code, done
    assert bool(done.err) == (code == 2)
    assert "Traceback" not in done.err


@pytest.mark.parametrize("count", [255, 256, 257])
def test_many_issues_exit_1(docscan: Any, tmp_path: Path, count: int) -> None:
    """The number of issues is not the exit code: 256 of them are no success."""
    (tmp_path / "a.txt").write_text(BAD * count)
    done = docscan("check", "a.txt", "-f", "jsonl", "--select", "D002", cwd=tmp_path)
    assert (done.code, len(done.lines)) == (1, count)


def test_no_path_is_the_current_folder(docscan: Any, folder: Path) -> None:
    """Nothing named and nothing typed: what is here, also where standard input is no terminal."""
    (folder / "binary.txt").unlink()
    done = docscan("check", cwd=folder, stdin=b"")
    assert done.code == 1
    assert [line.split(" ")[1] for line in done.lines] == ["D002", "Q003"]
    assert docscan("check", "-", cwd=folder, stdin=BAD.encode()).lines[0].startswith("<stdin>:1:19: D002")


def test_mistakes_suggest(docscan: Any, folder: Path) -> None:
    """A misspelt rule is answered with the one that was meant."""
    done = docscan("check", "bad.txt", "--ignore", "imposible-date", cwd=folder)
    assert done.err == "docscan: command line: no rule 'imposible-date'; did you mean 'impossible-date'?\n"


def test_settings_file_is_found_and_overridden(docscan: Any, folder: Path) -> None:
    """docscan.toml counts unless --isolated; what is typed counts more."""
    (folder / "docscan.toml").write_text('ignore = ["D002"]\nexclude = ["binary.txt"]\n')
    assert docscan("check", cwd=folder).code == 0
    assert docscan("check", "bad.txt", "--isolated", cwd=folder).code == 1
    assert docscan("check", "bad.txt", "--ignore", "T", cwd=folder).code == 1
    shown = json.loads(docscan("check", "--show-settings", cwd=folder).text)
    assert (shown["ignore"], Path(shown["file"]).name) == (["D002"], "docscan.toml")
    files = docscan("check", "--show-files", cwd=folder).lines
    assert [Path(f).name for f in files] == ["bad.txt", "good.txt", "note.txt"]


def test_baseline_round_trip(docscan: Any, folder: Path) -> None:
    """Written once, a baseline keeps quiet about what it knows, wherever the file has gone."""
    done = docscan("check", "bad.txt", "--write-baseline", "known.json", cwd=folder)
    assert (done.code, done.out) == (0, b"")
    done = docscan("check", "bad.txt", "--baseline", "known.json", cwd=folder)
    assert (done.code, done.out) == (0, b"")
    assert done.err == "docscan: baseline: 1 known issue not shown (oldest 0 days)\n"
    (folder / "bad.txt").rename(folder / "moved.txt")
    assert docscan("check", "moved.txt", "--baseline", "known.json", "-q", cwd=folder).code == 0
    (folder / "moved.txt").write_text("All is well.\n")
    assert "1 stale" in docscan("check", "moved.txt", "--baseline", "known.json", cwd=folder).err


def test_corpus_is_compared_with_but_not_checked(docscan: Any, tmp_path: Path) -> None:
    """--corpus lets corpus rules see more than the files named, as pre-commit needs it."""
    quote = "“We will{} close the ferry before the bridge is open,” said Olaf Brink.\n"
    (tmp_path / "old.txt").write_text(quote.format(" not") + BAD)
    (tmp_path / "new.txt").write_text(quote.format(""))
    assert docscan("check", "new.txt", cwd=tmp_path).code == 0
    done = docscan("check", "new.txt", "--corpus", ".", "-f", "jsonl", cwd=tmp_path)
    assert [(i["path"], i["code"]) for i in map(json.loads, done.lines)] == [("new.txt", "Q101")]


def test_sources_in_every_input_format(docscan: Any, tmp_path: Path) -> None:
    """Sources may be Markdown, HTML and JSON Lines; what is checked, too."""
    quote = "We will not close the ferry before the bridge is open"
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "a.html").write_text(f"<p>&ldquo;{quote}&rdquo;, said <b>Olaf</b> Brink.</p>")
    (tmp_path / "src" / "b.jsonl").write_text(json.dumps({"id": 7, "text": "It cost 40 crowns."}) + "\n")
    (tmp_path / "a.md").write_text(f"# Ferry\n\n“{quote},” said **Olaf Brink**. It cost 40 crowns.\n")
    assert docscan("check", "a.md", "--sources", "src", cwd=tmp_path).lines == []
    (tmp_path / "a.md").write_text("# Ferry\n\n“We will close the ferry,” said **Olaf Brink**. It cost 50 crowns.\n")
    done = docscan("check", "a.md", "--sources", "src", cwd=tmp_path)
    assert done.code == 1
    assert [line.split(" ")[1] for line in done.lines] == ["Q104", "N103"]


def test_jobs_make_no_difference(docscan: Any, folder: Path) -> None:
    """The same bytes from one process and from three, corpus rules included."""
    one = docscan("check", "-f", "json", "-j", "1", cwd=folder)
    three = docscan("check", "-f", "json", "-j", "3", cwd=folder)
    assert one.out == three.out
    arguments = ("check", "good.txt", "bad.txt", "--sources", "note.txt", "-f", "sarif", "-j")
    assert docscan(*arguments, "1", cwd=folder).out == docscan(*arguments, "2", cwd=folder).out


def test_output_file_names_its_format(docscan: Any, folder: Path) -> None:
    """-o report.sarif is SARIF without further words."""
    assert docscan("check", "bad.txt", "-o", "report.sarif", cwd=folder).code == 1
    assert json.loads((folder / "report.sarif").read_text())["version"] == "2.1.0"


def test_rule_explains(docscan: Any) -> None:
    """`docscan rule` lists all rules and explains one by code or name."""
    listed = docscan("rule")
    assert listed.code == 0
    assert "Q104  quote-altered" in listed.text
    explained = docscan("rule", "q104")
    assert explained.text == docscan("rule", "quote-altered").text
    assert explained.text.startswith("# Q104 quote-altered\n")
    wrong = docscan("rule", "quote-alterd")
    assert (wrong.code, wrong.err) == (2, "docscan: no rule 'quote-alterd'; did you mean 'quote-altered'?\n")


def test_visible_text_only(docscan: Any, tmp_path: Path) -> None:
    """Escape sequences of a document never reach the terminal through an issue."""
    (tmp_path / "a.txt").write_text("“\x1b]0;owned\x07 [/red] said she\n\nPay on \x1b[31mFebruary 30.\n")
    for form in ("concise", "table", "github"):
        out = docscan("check", "a.txt", "-f", form, cwd=tmp_path).text
        assert not {"\x1b", "\x07"} & set(out)
