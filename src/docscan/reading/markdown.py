"""Markdown: markdown-it-py says which lines hold prose, an inline pass of our own blanks what is not prose in them.

Only the block half of markdown-it runs: its inline half keeps no offsets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from docscan.reading.html import html_edits
from docscan.reading.markup import Edit, apply, joined, references

_LINE_END = re.compile(r"\r\n|\n|\r")
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:.*\r?\n){0,500}?(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)")
_MARKER = re.compile(r"(?:^|[\s>])([-+*]|\d{1,9}[.)])[ \t]+$")


@cache
def _parser() -> Any:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark").enable("table").disable(["inline", "text_join"])


def mask_markdown(text: str) -> str:
    """`text` with its Markdown blanked; each paragraph, heading and list item on one line."""
    starts = [0, *(m.end() for m in _LINE_END.finditer(text))]
    starts.append(len(text) + 1)
    first = _FRONT_MATTER.match(text)
    begin = first.end() if first else 0
    environment: dict[str, Any] = {}
    parts: list[str] = [_emptied(text[:begin])]
    at = begin
    # front matter is blanked, not cut, so that the parser's line numbers are ours
    tokens = _parser().parse(_emptied(text[:begin]) + text[begin:], environment)
    labels = frozenset(environment.get("references", ()))
    for token in tokens:
        if token.map is None or token.type not in {"inline", "html_block"}:
            continue
        start, end = starts[token.map[0]], min(starts[token.map[1]] - 1, len(text))
        if start < at:
            start = at  # the further cells of a table row
        if token.type == "html_block":
            block = (start, end, apply(text, html_edits(text, start, end))[start:end])
        else:
            block = _prose(text, start, end, token.content, labels)
        parts += _emptied(text[at : block[0]]), block[2]
        at = block[1]
    parts.append(_emptied(text[at:]))
    return "".join(parts)


def _emptied(text: str) -> str:
    return re.sub(r"[^\r\n]", " ", text)


def _prose(text: str, start: int, end: int, content: str, labels: frozenset[str]) -> Edit:
    """Where the words of one inline token stand, list marker included, and what they look like without markup."""
    raw, at = list[str](), start
    begin = None
    for line in content.split("\n"):
        words = line.strip()
        found = text.find(words, at, end) if words else at
        if found < 0:  # tabs turned to spaces, escaped bars in tables: take the line as it is
            return start, end, joined(inline(text[start:end], labels))
        if begin is None:
            begin = _marker(text, start, found)
            raw.append(text[begin:found])
        else:
            raw.append(" " * (found - at))  # line end, indentation, quote marks of the block
        raw.append(words)
        at = found + len(words)
    prose = "".join(raw)
    return (begin if begin is not None else start), at, joined(inline(prose, labels))


def _marker(text: str, start: int, words: int) -> int:
    """Where the list marker before the words stands, or the words themselves."""
    first = max(start, words - 40)
    m = _MARKER.search(text[first:words])
    return first + m.start(1) if m else words


@cache
def _inline_marks() -> re.Pattern[str]:
    return re.compile(
        r"\\[!-/:-@\[-`{-~]"  # an escaped character
        r"|`+"
        r"|<(?:[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]{1,64}@[^\s<>]{1,255}|/?[a-zA-Z][^<>]*|!--[^>]*)>"
        r"|!?\["
        r"|\](?:\((?:[^()\\\n]|\\.|\([^()\n]{0,500}\)){0,2000}\)|\[[^\[\]]{0,999}\])?"
        r"|(?<![*\w])\*{1,3}(?=[^\s*])|(?<=[^\s*])\*{1,3}(?!\*)"
        r"|(?<![_\w])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![_\w])"
        r"|~~"
    )


def inline(prose: str, labels: frozenset[str]) -> str:
    """`prose` with code, link targets, images, tags, escapes and emphasis marks blanked; same length."""
    edits = sorted(_inline_edits(prose, labels))
    kept: list[Edit] = []
    for edit in edits:  # what stands inside something already blanked goes with it
        if not kept or edit[0] >= kept[-1][1]:
            kept.append(edit)
    plain = apply(prose, kept)
    return apply(plain, references(plain, 0, len(plain)))


def _inline_edits(prose: str, labels: frozenset[str]) -> Iterator[Edit]:
    ticks = _code_spans(prose)
    brackets: list[tuple[int, int]] = []  # (start, end) of each "[" or "![" that is open
    open_marks: dict[str, tuple[int, int]] = {}
    done = 0
    for m in _inline_marks().finditer(prose):
        start, end = m.span()
        mark = m.group()
        if start < done:
            continue
        if mark[0] == "\\":
            yield start, start + 1, " "
        elif mark[0] == "`":
            done = ticks.get(start, end)
            if done > end:
                yield start, done, " " * (done - start)
        elif mark[0] == "<":
            yield start, end, " " * (end - start)
        elif mark[-1] == "[" and mark[0] != "]":
            brackets.append((start, end))
        elif mark[0] == "]":
            if brackets:
                yield from _link(prose, brackets.pop(), start, end, labels)
        elif mark in open_marks:
            opened = open_marks.pop(mark)
            yield opened[0], opened[1], " " * len(mark)
            yield start, end, " " * len(mark)
        else:
            open_marks[mark] = (start, end)


def _link(prose: str, opened: tuple[int, int], start: int, end: int, labels: frozenset[str]) -> Iterator[Edit]:
    """A link loses its brackets and target, an image all it has; other brackets are prose."""
    target = prose[start + 1 : end]
    if not target.startswith("("):
        label = target[1:-1] or prose[opened[1] : start]
        if not labels or len(label) > 999 or " ".join(label.split()).upper() not in labels:
            return
    if prose[opened[0]] == "!":
        yield opened[0], end, " " * (end - opened[0])
        return
    yield opened[0], opened[1], " " * (opened[1] - opened[0])
    yield start, end, " " * (end - start)


def _code_spans(prose: str) -> dict[int, int]:
    """Start of every run of backticks that opens a code span → end of the span."""
    if "`" not in prose:
        return {}
    runs = [m.span() for m in re.finditer(r"(?<!\\)`+", prose)]
    later: dict[int, list[tuple[int, int]]] = {}
    for start, end in reversed(runs):
        later.setdefault(end - start, []).append((start, end))
    spans: dict[int, int] = {}
    at = 0
    for start, end in runs:
        waiting = later[end - start]
        while waiting and waiting[-1][0] <= start:
            waiting.pop()
        if start >= at and waiting:
            at = spans[start] = waiting[-1][1]
    return spans
