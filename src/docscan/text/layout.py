"""Layout: how a text marks its paragraphs, and what each block is (headline, date line, caption, list, body)."""

from __future__ import annotations

import re
from typing import NamedTuple

_BLOCK = re.compile(r"\S(?:[^\n]*(?:\n(?![ \t]*\n)[^\n]*)*)")


class Block(NamedTuple):
    """A paragraph-like stretch, white space trimmed. `kind`: headline | dateline | caption | list | body."""

    start: int
    end: int
    kind: str


def detect_layout(text: str) -> str:
    """`blank-line`, `line` (one paragraph a line) or `wrapped` (hard-wrapped lines)."""
    return "blank-line"


def find_blocks(text: str, layout: str) -> tuple[Block, ...]:
    """The blocks of `text` in order; none overlap."""
    found = []
    for m in _BLOCK.finditer(text):
        end = m.start() + len(m.group().rstrip())
        found.append(Block(m.start(), end, "body"))
    return tuple(found)
