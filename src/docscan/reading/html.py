"""HTML: one linear scan for tags, comments and character references; no tree is built.

The standard library's parser takes quadratic time on some malformed pages, and its reading of them changes
between releases.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from docscan.reading.markup import Edit, blank, joined, references

# elements whose text nobody reads on the page
_SILENT = re.compile("script|style|title|template|noscript|svg|math|iframe|object|canvas|audio|video|textarea")
_BLOCK = re.compile(
    "address|article|aside|blockquote|body|button|caption|center|d[dlt]|details|dialog|div|fieldset|figcaption|figure|"
    "footer|form|h[1-6]|head|header|hr|html|legend|li|main|nav|[ou]l|option|p|pre|section|select|summary|table|tbody|"
    "t[dhr]|tfoot|thead"
)
_WINDOW = 100_000  # characters: no tag is longer, but for images inside one


@cache
def _markup() -> re.Pattern[str]:
    return re.compile(r"<(?:!--|[!?]|/?([a-zA-Z][a-zA-Z0-9:-]*))")


@cache
def _tag_end() -> re.Pattern[str]:
    # attributes with their quotes in order; else whatever comes before the next bracket
    return re.compile(r"""(?:[^<>"']|"[^"]*"|'[^']*')*+>|[^<>]*+>""")


@cache
def _close(name: str) -> re.Pattern[str]:
    return re.compile(rf"</{name}\b[^<>]*>", re.IGNORECASE)


def html_edits(text: str, start: int = 0, end: int | None = None) -> Iterator[Edit]:
    """The edits that blank the markup of text[start:end]: blocks end in blank lines, lines are joined."""
    end = len(text) if end is None else end
    verbatim = 0  # how many <pre> are open
    at = start
    for opens, closes, name, closing in _tags(text, start, end):
        yield from _prose(text, at, opens, verbatim > 0)
        yield opens, closes, blank(closes - opens, "\n\n" if _BLOCK.fullmatch(name) else "\n" if name == "br" else "")
        if name == "pre":
            verbatim = max(verbatim + (-1 if closing else 1), 0)
        at = closes
    yield from _prose(text, at, end, verbatim > 0)


def _tags(text: str, start: int, end: int) -> Iterator[tuple[int, int, str, bool]]:
    """(start, end, name, whether it closes) of every tag and comment, silent elements with all they hold."""
    at = start
    while m := _markup().search(text, at, end):
        name = (m.group(1) or "").lower()
        at = _end_of(text, m, name, end)
        if at < 0:
            at = m.end()  # a bracket that opens no tag: prose
            continue
        closing = text[m.start() + 1] == "/"
        if _SILENT.fullmatch(name) and not closing and text[at - 2] != "/":
            close = _close(name).search(text, at, end)
            at = close.end() if close else end
        yield m.start(), at, name, closing


def _end_of(text: str, m: re.Match[str], name: str, end: int) -> int:
    if m.group() == "<!--":
        close = text.find("-->", m.end(), end)
        return close + 3 if close >= 0 else end
    if name:
        found = _tag_end().match(text, m.end(), min(m.end() + _WINDOW, end))
        return found.end() if found else -1
    close = text.find(">", m.end(), min(m.end() + _WINDOW, end))
    return close + 1 if close >= 0 else -1


def _prose(text: str, start: int, end: int, verbatim: bool) -> Iterator[Edit]:
    """Text between tags: characters for their references, and one line, unless it stands as it was typed."""
    at = start
    for opens, closes, replacement in references(text, start, end):
        if not verbatim:
            yield at, opens, joined(text[at:opens])
        yield opens, closes, replacement
        at = closes
    if at < end and not verbatim:
        yield at, end, joined(text[at:end])
