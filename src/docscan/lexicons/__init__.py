"""Word lists as data, one concern a file.

A list is a UTF-8 text file `<name>.txt`: lines that begin with `#` are its header (what it is, where the facts
come from), blank lines are skipped. `a<TAB>b` lines make a mapping.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mmap import mmap

_HERE = __path__[0]


def _lines(name: str) -> list[str]:
    with open(f"{_HERE}/{name}.txt", encoding="utf-8") as lines:
        text = lines.read()
    return [line for line in text.split("\n") if line and not line.startswith("#")]


@cache
def words(name: str) -> frozenset[str]:
    """The entries of the list `name`."""
    return frozenset(_lines(name))


@cache
def mapping(name: str) -> dict[str, str]:
    """The `key<TAB>value` lines of the list `name`."""
    return dict(line.split("\t", 1) for line in _lines(name))


@cache
def compiled(name: str) -> mmap:
    """The bytes of the compiled table `<name>.bin`, read where they are looked at."""
    from mmap import ACCESS_READ, mmap

    with open(f"{_HERE}/{name}.bin", "rb") as data:
        return mmap(data.fileno(), 0, access=ACCESS_READ)
