"""From bytes on disk to decoded text.

`find_sources` says which files, `split_source` cuts them into the pieces a worker reads in one go,
`read_piece` gives the documents of a piece. Nothing here raises for a bad file: it comes back as a `Failure`.
"""

from __future__ import annotations

from typing import NamedTuple

MEBIBYTE = 1 << 20


class Reading(NamedTuple):
    """How to read a source once it is found. `max_size` counts bytes, unpacked."""

    input_format: str = "auto"
    text_field: str = "text"
    id_field: str = "id"
    encoding: str | None = None
    max_size: int = 64 * MEBIBYTE


class Search(NamedTuple):
    """Which files a folder stands for: the shared flags of the same names."""

    glob: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    no_ignore: bool = False
    hidden: bool = False
    stdin_filename: str | None = None


class Source(NamedTuple):
    """Something to read: `path` is the name to report (forward slashes), `file` what to open, None for stdin."""

    path: str
    file: str | None
    size: int = 0


class Piece(NamedTuple):
    """What is read in one go: a whole source, or `data`, some lines of JSON Lines from line number `line` on."""

    source: Source
    format: str
    data: bytes | None = None
    line: int = 1

    @property
    def size(self) -> int:
        """Bytes to read, as far as they are known."""
        return self.source.size if self.data is None else len(self.data)
