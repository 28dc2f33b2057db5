"""From bytes on disk to decoded text: sources, decoding, markup.

`Reading` holds what the user said about it; `documents(piece, reading)` is the one entrance for pieces that
`sources` found.
"""

from __future__ import annotations

from typing import NamedTuple


class Reading(NamedTuple):
    """How to read: the shared input flags that matter once a file is found. `max_size` in bytes, unpacked."""

    input_format: str = "auto"
    text_field: str = "text"
    id_field: str = "id"
    encoding: str | None = None
    max_size: int = 64 << 20


class Source(NamedTuple):
    """Something to read: `path` is the name to report (forward slashes), `file` what to open, None for stdin."""

    path: str
    file: str | None
    size: int = 0


class Piece(NamedTuple):
    """What one worker reads in one go: a whole file, or `data`, some lines of a JSON Lines file from `line` on."""

    source: Source
    format: str
    data: bytes | None = None
    line: int = 1
