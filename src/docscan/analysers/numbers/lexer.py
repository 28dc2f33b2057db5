"""Tokens: the text cut into words, numerals and marks, with the places where a figure may begin.

The text is cut in one pass of a partitioning pattern, chunk by chunk at paragraph ends, so that a large text
never has all its tokens in memory. A token list carries empty sentinels at its end: looking a few tokens
ahead, or behind the first one (Python's negative index), meets an empty word and needs no bounds check.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import accumulate, compress
from operator import sub

from docscan.analysers.numbers.vocabulary import SEEDS

CHUNK = 1 << 16
LONGEST = 400  # digits; a longer run is data, not a figure
BREAK = "\n"
_SENTINELS = 16
VULGAR = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"


@cache
def _pattern() -> re.Pattern[str]:
    letter = rf"[^\W\d_{VULGAR}]"
    plain = r"[a-zA-Z]{2,}+(?![^\x00-\x7f]|')"  # most words, found faster than by the general alternative
    return re.compile(
        rf"{plain}|\s+|{letter}\.(?:{letter}\.)++|{letter}++(?:['’]{letter}++)*+|\d++(?:[.,:/]\d++)*+|.", re.DOTALL
    )


class Tokens:
    """Parallel lists: `start`, `end` (offsets), `raw` (as written), `word` (lower case); `seeds` index them.

    A paragraph end is the token `BREAK`. White space is no token: `start[i] == end[i - 1]` says that two tokens
    touch.
    """

    __slots__ = ("end", "era", "raw", "seeds", "start", "text", "word")
    start: list[int]
    end: list[int]
    raw: list[str]
    word: list[str]

    def __init__(self, text: str, at: int, stop: int, hard_lines: bool) -> None:
        parts = _pattern().findall(text, at, stop)
        breaks = 0 if hard_lines else 1
        kept = [p != " " and ("!" <= p < "~" or not p.isspace() or p.count("\n") > breaks) for p in parts]
        ends = accumulate(map(len, parts), initial=at)
        next(ends)
        self.text = text
        self.era: bool | None = None  # whether years are counted with an era; found out when asked
        self.end = list(compress(ends, kept))
        self.raw = list(compress(parts, kept))
        self.start = list(map(sub, self.end, map(len, self.raw)))
        self.word = [BREAK if "\n" in w else w for w in map(str.lower, self.raw)]
        self.seeds = [i for i, w in enumerate(self.word) if w in SEEDS or w[0].isdigit()]
        self.start += [stop] * _SENTINELS
        self.end += [stop] * _SENTINELS
        self.raw += [""] * _SENTINELS
        self.word += [""] * _SENTINELS

    def touches(self, i: int) -> bool:
        """Whether token `i` begins where the token before it ends."""
        return i > 0 and self.start[i] == self.end[i - 1]

    def numeral(self, i: int) -> bool:
        """Whether token `i` is written in digits."""
        return self.word[i][:1].isdecimal()

    def capital(self, i: int) -> bool:
        """Whether token `i` is a word with a capital first letter."""
        return self.raw[i][:1].isupper()


def read_tokens(text: str, hard_lines: bool) -> Iterator[Tokens]:
    """The tokens of `text` in chunks of about 64,000 characters, cut between paragraphs where there are any.

    `hard_lines`: every line is a paragraph (else only a blank line ends one).
    """
    at, size = 0, len(text)
    while at < size:
        stop = _chunk_end(text, at, size)
        yield Tokens(text, at, stop, hard_lines)
        at = stop


def _chunk_end(text: str, at: int, size: int) -> int:
    if size - at <= CHUNK:
        return size
    for mark in ("\n\n", "\n", ". ", " "):
        cut = text.rfind(mark, at + CHUNK // 2, at + CHUNK)
        if cut >= 0:
            return cut + len(mark)
    return at + CHUNK
