"""Packed files are read by what they are, and only so far."""

from __future__ import annotations

import bz2
import gzip
import lzma
import os
import threading
from pathlib import Path

import pytest

from docscan.exits import DocscanError
from docscan.reading import Source
from docscan.reading.unpacking import read_all

PACK = {"gz": gzip.compress, "bz2": bz2.compress, "xz": lzma.compress}
TEXT = b"Nine of ten.\n" * 500


def source(file: Path) -> Source:
    return Source(file.name, str(file), 0)


@pytest.mark.parametrize("suffix", PACK)
@pytest.mark.parametrize("name", ["a.txt.{}", "plain.txt"])
def test_packed_files_are_unpacked_whatever_they_are_called(tmp_path: Path, suffix: str, name: str) -> None:
    """The first bytes tell a packed file, not its name."""
    file = tmp_path / name.format(suffix)
    file.write_bytes(PACK[suffix](TEXT))
    assert read_all(source(file), 1 << 20) == TEXT


@pytest.mark.parametrize("suffix", PACK)
def test_bomb_is_refused_at_the_cap(tmp_path: Path, suffix: str) -> None:
    """A small file that unpacks to more than --max-size is refused without unpacking it all."""
    file = tmp_path / "bomb"
    file.write_bytes(PACK[suffix](bytes(30_000_000)))
    with pytest.raises(DocscanError, match="--max-size") as caught:
        read_all(source(file), 1 << 20)
    assert caught.value.code == "too-large"


@pytest.mark.parametrize("suffix", PACK)
@pytest.mark.parametrize("damage", ["cut", "flip"])
def test_damaged_file_is_an_error_not_half_a_text(tmp_path: Path, suffix: str, damage: str) -> None:
    """A packed file that ends early, or whose bytes do not fit, is damaged."""
    packed = bytearray(PACK[suffix](os.urandom(4000)))
    packed = packed[:-20] if damage == "cut" else packed[:100] + bytes(60) + packed[160:]
    file = tmp_path / "damaged"
    file.write_bytes(packed)
    with pytest.raises(DocscanError) as caught:
        read_all(source(file), 1 << 20)
    assert caught.value.code == "corrupt"


def test_size_counts_to_the_byte(tmp_path: Path) -> None:
    """A file of exactly the allowed size is read, one byte more is not."""
    file = tmp_path / "a"
    file.write_bytes(b"x" * 100)
    assert len(read_all(source(file), 100)) == 100
    with pytest.raises(DocscanError):
        read_all(source(file), 99)


def test_named_pipe_is_read_to_its_end(tmp_path: Path) -> None:
    """Process substitution hands over a pipe; it is a source like any other."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=lambda: pipe.write_bytes(TEXT))
    writer.start()
    assert read_all(source(pipe), 1 << 20) == TEXT
    writer.join()


def test_vanished_file_is_an_error_with_its_reason(tmp_path: Path) -> None:
    """A file that goes away between listing and reading is reported like any missing one."""
    with pytest.raises(DocscanError, match="no such file") as caught:
        read_all(source(tmp_path / "gone"), 10)
    assert caught.value.code == "not-found"
