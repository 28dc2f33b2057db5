"""Tokens: the words of a stretch of text, found only where somebody asks.

One convention for every count: a hyphenated or apostrophised word is one, so are a figure with its separators
("1,250.5") and a dotted abbreviation ("U.S."); punctuation and symbols are none.
"""

from __future__ import annotations

import re

from docscan.records import Span

_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}|[^\W_]++(?:(?:['’&-]|(?<=\d)[.,/:](?=\d))[^\W_]++)*+"  # letters or digits, joined
)


def find_words(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Where the words of text[start:end] stand."""
    return [Span(*m.span()) for m in _WORD.finditer(text, start, len(text) if end is None else end)]


def list_words(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The words of text[start:end] themselves, cheaper than their places."""
    return _WORD.findall(text, start, len(text) if end is None else end)
