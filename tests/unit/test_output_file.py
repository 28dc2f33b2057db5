"""A result file appears whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from docscan.exits import DocscanError
from docscan.output import Output, choose_format


def test_file_appears_only_when_done(tmp_path: Path) -> None:
    """Until the block ends the old file stands; then the new one, with the old one's rights."""
    file = tmp_path / "out.txt"
    file.write_text("old")
    file.chmod(0o640)
    with Output(str(file)) as out:
        out.write("new “text”")
        assert file.read_text() == "old"
    assert file.read_text(encoding="utf-8") == "new “text”"
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_nothing_is_left_behind_when_the_work_fails(tmp_path: Path) -> None:
    """An exception leaves the folder as it was."""
    with pytest.raises(KeyboardInterrupt), Output(str(tmp_path / "out.txt")) as out:
        out.write("half")
        raise KeyboardInterrupt
    assert list(tmp_path.iterdir()) == []


def test_link_is_followed_not_replaced(tmp_path: Path) -> None:
    """Writing through a link changes what it points to."""
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    link.symlink_to(target)
    with Output(str(link)) as out:
        out.write("new")
    assert link.is_symlink() and target.read_text() == "new"


def test_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """A missing folder is an error with the file's name, before any work is lost."""
    with pytest.raises(DocscanError, match=r"gone/out\.txt: no such file"):
        Output(str(tmp_path / "gone" / "out.txt"))


def test_device_is_written_straight() -> None:
    """A device cannot be replaced."""
    with Output("/dev/null") as out:
        out.write("x")
    assert Path("/dev/null").is_char_device()


@pytest.mark.parametrize(
    ("json", "given", "output", "chosen"),
    [
        (True, None, None, "json"),
        (False, "csv", "x.json", "csv"),
        (False, None, "x.jsonl", "jsonl"),
        (False, None, "x.out", "concise"),
        (False, None, None, "concise"),
    ],
)
def test_format_is_asked_for_or_follows_the_file(
    json: bool, given: str | None, output: str | None, chosen: str
) -> None:
    """--json, then --format, then the suffix of --output; a pipe gets one record a line."""
    assert choose_format({"json": json, "format": given, "output": output}) == chosen
