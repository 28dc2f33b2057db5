"""Markdown and HTML masked in place: what is not prose is blanked, and every character stays where it is.

The masked copy is as long as the text. Paragraphs stand on one line each with blank lines between them, whatever
the source looks like, so that layout need not guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

Edit = tuple[int, int, str]  # start, end, and what stands there instead: exactly as long

_OPENING = frozenset("“‘„‚«‹([{£$€¥")


def mask(text: str, kind: str) -> str:
    """`text` with its markup blanked; `kind` is "markdown" or "html". Same length, same offsets."""
    if kind == "html":
        from docscan.reading.html import html_edits

        return apply(text, html_edits(text))
    from docscan.reading.markdown import mask_markdown

    return mask_markdown(text)


def apply(text: str, edits: Iterable[Edit]) -> str:
    """`text` with the edits made; they come in order and do not overlap."""
    parts: list[str] = []
    at = 0
    for start, end, replacement in edits:
        parts += text[at:start], replacement
        at = end
    parts.append(text[at:])
    return "".join(parts)


def blank(length: int, lead: str = "") -> str:
    """Spaces, `lead` in front."""
    return lead[:length].ljust(length)


def joined(prose: str) -> str:
    """Prose on one line, as long as before."""
    return prose.replace("\n", " ").replace("\r", " ")


@cache
def reference_pattern() -> re.Pattern[str]:
    """A character reference: &ldquo; &#8220; &#x201c;"""
    return re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


def references(text: str, start: int, end: int) -> Iterator[Edit]:
    """An edit for every character reference of text[start:end]: the character it stands for, and blanks.

    A letter fills its whole place, so that its word stays in one piece. Any other character stands at the side
    of the word it belongs to.
    """
    if text.find("&", start, end) < 0:
        return
    from html import unescape

    for m in reference_pattern().finditer(text, start, end):
        character = unescape(m.group())
        if character == m.group():
            continue  # no such name: it is what it looks like
        yield m.start(), m.end(), _placed(character, len(m.group()), text, m.start(), m.end())


def _placed(character: str, length: int, text: str, start: int, end: int) -> str:
    if character.isspace():
        return " " * length
    if len(character) == 1 and character.isalpha():
        return character * length
    before = start > 0 and not text[start - 1].isspace() and text[start - 1] != ">"
    after = end < len(text) and not text[end].isspace()
    right = after and (character in _OPENING or not before)
    return character.rjust(length) if right else character.ljust(length)
