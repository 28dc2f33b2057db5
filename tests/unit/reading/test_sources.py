"""Which files are read."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from docscan.exits import DocscanError
from docscan.reading import Search, Source
from docscan.reading.sources import find_sources, format_of, listed_paths
from docscan.records import Failure


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with wanted, ignored, hidden and foreign files; the working directory is its root."""
    monkeypatch.chdir(tmp_path)
    for name in (
        "a.txt",
        "b.md",
        "c.html",
        "d.jsonl.gz",
        "e.py",
        "notes.text",
        ".hidden.txt",
        "sub/f.txt",
        "sub/deep/g.txt",
        "out/h.txt",
        "drafts/i.txt",
        "drafts/keep.txt",
        ".secret/j.txt",
    ):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".gitignore").write_text("out/\ndrafts/*\n!drafts/keep.txt\n")
    return tmp_path


def names(*paths: str, **search: object) -> list[str]:
    found = find_sources(paths, Search(**search))  # type: ignore[arg-type]
    assert all(isinstance(one, Source) for one in found), found
    return [one.path for one in found]


ALL = [
    "./a.txt",
    "./b.md",
    "./c.html",
    "./d.jsonl.gz",
    "./drafts/keep.txt",
    "./notes.text",
    "./sub/deep/g.txt",
    "./sub/f.txt",
]


def test_folder_stands_for_its_texts_in_order(tree: Path) -> None:
    """A folder gives every text file below it, sorted, without hidden and ignored ones."""
    assert names(".") == ALL


def test_paths_keep_the_form_they_were_given_in(tree: Path) -> None:
    """What the user typed leads every path."""
    assert names("sub") == ["sub/deep/g.txt", "sub/f.txt"]
    assert names(str(tree / "sub")) == [f"{tree}/sub/deep/g.txt", f"{tree}/sub/f.txt"]


def test_order_and_repetition_of_arguments_do_not_matter(tree: Path) -> None:
    """Each file comes once, sorted, however often and in whatever order it is named."""
    assert names("sub", "a.txt", "a.txt") == names("a.txt", "sub/f.txt", "sub") == names("a.txt", "sub")
    assert len(names("a.txt", "./a.txt")) == 1
    assert names("a.txt", "./a.txt") == names("./a.txt", "a.txt")


def test_no_ignore_and_hidden_widen_the_search(tree: Path) -> None:
    """--no-ignore brings what .gitignore names, --hidden what begins with a dot."""
    assert "./out/h.txt" in names(".", no_ignore=True)
    assert {"./.hidden.txt", "./.secret/j.txt"} <= set(names(".", hidden=True))


def test_ignore_files_above_count_inside_a_repository(tree: Path) -> None:
    """A folder below the root obeys the root's .gitignore; one that is named itself is searched all the same."""
    (tree / ".gitignore").write_text("g.txt\nout/\n")
    assert names("sub") == ["sub/f.txt"]
    assert names("out") == ["out/h.txt"]


def test_inner_ignore_file_overrides(tree: Path) -> None:
    """The ignore file nearest to a file has the last word."""
    (tree / ".gitignore").write_text("*.txt\n")
    (tree / "sub" / ".gitignore").write_text("!f.txt\n")
    assert names(".") == ["./b.md", "./c.html", "./d.jsonl.gz", "./notes.text", "./sub/f.txt"]


def test_globs_select_and_exclude_removes(tree: Path) -> None:
    """-g takes any suffix, ! leaves out, --exclude prunes files and folders."""
    assert names(".", glob=("*.py",)) == ["./e.py"]
    assert names(".", glob=("*.txt", "!sub/**")) == ["./a.txt", "./drafts/keep.txt"]
    assert names(".", glob=("!*.txt",)) == ["./b.md", "./c.html", "./d.jsonl.gz", "./notes.text"]
    assert names(".", exclude=("sub", "*.html")) == [
        "./a.txt",
        "./b.md",
        "./d.jsonl.gz",
        "./drafts/keep.txt",
        "./notes.text",
    ]
    assert names("a.txt", "b.md", exclude=("*.md",)) == ["a.txt"]


def test_glob_that_the_shell_left_alone_is_expanded(tree: Path) -> None:
    """A path that does not exist and looks like a glob is one."""
    assert names("*.md", "sub/**/*.txt") == ["b.md", "sub/deep/g.txt", "sub/f.txt"]


def test_named_file_needs_no_suffix(tree: Path) -> None:
    """A file named by itself is read whatever it is called."""
    assert names("e.py") == ["e.py"]


@pytest.mark.parametrize("missing", ["nope.txt", "", "a.txt/x", "no*such.txt", "nul\0name"])
def test_missing_file_is_a_failure_among_the_others(tree: Path, missing: str) -> None:
    """What is not there is reported; what is there is still found."""
    found = find_sources([missing, "a.txt"], Search())
    assert [type(one) for one in sorted(found, key=lambda one: isinstance(one, Source))] == [Failure, Source]


def test_link_loops_and_dangling_links_are_failures(tree: Path) -> None:
    """A link that leads nowhere, or in circles, is named as unreadable; a folder that links to itself ends."""
    (tree / "loop.txt").symlink_to("loop.txt")
    (tree / "dangling.txt").symlink_to("gone")
    (tree / "sub" / "again").symlink_to(tree / "sub")
    found = find_sources(["."], Search())
    assert {one.path for one in found if isinstance(one, Failure)} == {"./loop.txt", "./dangling.txt"}
    assert sum(one.path.endswith("/g.txt") for one in found) == 1


def test_pipe_in_a_folder_is_left_alone(tree: Path) -> None:
    """Only what is named may be waited for: a named pipe, or a link to one, in a folder is no document."""
    os.mkfifo(tree / "sub" / "pipe.txt")
    (tree / "sub" / "link.txt").symlink_to("pipe.txt")
    assert names("sub") == ["sub/deep/g.txt", "sub/f.txt"]


def test_devices_and_sockets_are_refused_but_dev_null_is_empty(tree: Path) -> None:
    """What may never end is not opened."""
    with socket.socket(socket.AF_UNIX) as unix:
        unix.bind("s.txt")
        found = find_sources(["/dev/zero", "s.txt"], Search())
    assert {one.code for one in found if isinstance(one, Failure)} == {"not-a-file"}
    assert len(found) == 2
    assert names("/dev/null") == ["/dev/null"]


@pytest.mark.parametrize("glob", ["!", "[z-a]", "a\\"])
def test_bad_glob_is_a_usage_error(tree: Path, glob: str) -> None:
    """A pattern that cannot be understood stops the run; in an ignore file its line is passed over."""
    with pytest.raises(DocscanError, match="is no glob"):
        find_sources(["."], Search(exclude=(glob,)))
    (tree / ".gitignore").write_text(f"*.md\n{glob}\n*.html\n")
    assert names(".", exclude=("out", "drafts")) == [
        "./a.txt",
        "./d.jsonl.gz",
        "./notes.text",
        "./sub/deep/g.txt",
        "./sub/f.txt",
    ]


def test_lists_of_paths_are_split_by_nul_or_by_line() -> None:
    """A NUL anywhere makes NUL the separator; else lines count, with either line end."""
    assert listed_paths(b"a b\nc\r\n\nd") == ["a b", "c", "d"]
    assert listed_paths(b"a\nb\0c\0") == ["a\nb", "c"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.TXT", "text"),
        ("a.md.xz", "markdown"),
        ("x/a.htm", "html"),
        ("a.jsonl.gz", "jsonl"),
        ("a.ndjson", "jsonl"),
        ("README", None),
        ("a.gz", None),
    ],
)
def test_names_say_what_a_file_is(name: str, kind: str | None) -> None:
    """The suffix decides, whatever its case, with a packer's suffix taken off."""
    assert format_of(name) == kind
