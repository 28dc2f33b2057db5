"""Layout: how a text marks its paragraphs; what each of them is, its words say (docscan.text.blocks).

Three ways are told apart: a blank line between paragraphs, one paragraph a line, and lines broken by hand at a
fixed width. The idea is one question for each single line break: would the next line's first word still have
fitted on this line? A text filled to a width breaks only where it would not; where it would, the break was meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from docscan.text.blocks import ITEM, Block, name_kinds, part_pieces, starts_header

__all__ = ["Block", "detect_layout", "find_blocks"]

_LINE = re.compile(r"\S[^\r\n]*")
_WORD = re.compile(r"\S{1,40}")
_SAMPLE = 200_000  # code points that show the layout; a longer text repeats it
_WIDEST = 132  # columns of the widest terminal or printer page that text was ever wrapped for
_LONG_LINE = 50  # columns of a line that is no heading
_CONTINUED = 0.25  # share of lines that begin in lower case from which line breaks mean nothing


class _Line(NamedTuple):
    start: int
    end: int
    indent: int
    breaks: int  # line ends between the line before and this one


def detect_layout(text: str) -> str:
    """`blank-line`, `line` (one paragraph a line) or `wrapped` (hard-wrapped lines)."""
    lines = list(_lines(text, min(len(text), _SAMPLE)))
    pairs = [(a, b) for a, b in pairwise(lines) if b.breaks == 1]
    if _is_filled(text, pairs):
        return "wrapped"
    return "line" if pairs and 2 * len(pairs) > len(lines) - 1 else "blank-line"


def find_blocks(text: str, layout: str) -> tuple[Block, ...]:
    """The blocks of `text` in order; none overlap."""
    spans: list[tuple[int, int]] = []
    run: list[_Line] = []
    for line in _lines(text, len(text)):
        if line.breaks > 1 and run:
            spans += _paragraphs(text, run, layout)
            run = []
        run.append(line)
    if run:
        spans += _paragraphs(text, run, layout)
    return tuple(name_kinds(text, [piece for span in spans for piece in part_pieces(text, *span)]))


def _lines(text: str, limit: int) -> Iterator[_Line]:
    """The lines that are not blank, trimmed; a form feed counts as a blank line."""
    last = 0
    for m in _LINE.finditer(text, 0, limit):
        start = m.start()
        gap = text[last:start]
        line_start = max(gap.rfind("\n"), gap.rfind("\r")) + 1
        breaks = max(gap.count("\n"), gap.count("\r")) if "\f" not in gap else 2
        yield _Line(start, start + len(m.group().rstrip()), len(gap) - line_start, breaks)
        last = m.end()


def _is_filled(text: str, pairs: list[tuple[_Line, _Line]]) -> bool:
    """Whether line breaks fall inside sentences: many lines go on in lower case and none is a paragraph long."""
    going_on = sum(text[b.start].islower() or _is_aside(text, a, b) for a, b in pairs)
    if not pairs or going_on < _CONTINUED * len(pairs):
        return False
    return going_on == len(pairs) or _width([a for a, _ in pairs]) <= _WIDEST


def _is_aside(text: str, a: _Line, b: _Line) -> bool:
    """Whether a bracket opens after a long line that no stop ends."""
    return text[b.start] in "([" and a.end - a.start > _LONG_LINE and text[a.end - 1].isalnum()


def _width(lines: list[_Line]) -> int:
    """The column that all but the longest twentieth of the lines stay within."""
    lengths = sorted(line.end - line.start + line.indent for line in lines)
    return lengths[(len(lengths) - 1) * 19 // 20]


def _paragraphs(text: str, run: list[_Line], layout: str) -> list[tuple[int, int]]:
    """Split a run of lines without a blank one between them into paragraphs."""
    if len(run) == 1:
        return [(run[0].start, run[0].end)]
    pairs = list(pairwise(run))
    filled = layout == "wrapped" or _is_filled(text, pairs)
    width = _width(run[:-1])
    found = []
    start = run[0].start
    for a, b in pairs:
        if not filled or _is_meant(text, a, b, width):
            found.append((start, a.end))
            start = b.start
    found.append((start, run[-1].end))
    return found


def _is_meant(text: str, a: _Line, b: _Line, width: int) -> bool:
    """Whether the break between two lines of filled text starts a new paragraph."""
    word = _WORD.match(text, b.start)
    fits = word is not None and a.indent + a.end - a.start + 1 + len(word.group()) <= width
    if starts_header(text, b.start):
        return True
    item = ITEM.match(text, b.start)
    if item:
        return fits or text[a.end - 1] in ".:;!?" or text[b.start] in "•▪◦‣●○" or bool(ITEM.match(text, a.start))
    if text[b.start].islower():
        return False
    return fits or (b.indent > a.indent + 1 and not ITEM.match(text, a.start))
