"""Words as they are compared: typography, case and spelling conventions folded away, offsets kept.

"U.S." is "us", "1,200" is "1200", "%" and "per cent" are "percent", "two" is "2", "Linkevičius" is
"linkevicius", a curly apostrophe is a straight one. Hyphens and dashes only separate.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple
from unicodedata import combining, normalize

_SPELLED = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SCALES = {"mn": "million", "mln": "million", "bn": "billion", "tn": "trillion", "trn": "trillion"}
_SAME = {**{word: str(value) for value, word in enumerate(_SPELLED)}, **_SCALES}
_CHUNK = 4096  # code points tokenised in one go


class Word(NamedTuple):
    """A folded word and where it stands."""

    text: str
    start: int
    end: int


@cache
def pattern() -> re.Pattern[str]:
    """What counts as one word."""
    return re.compile(
        r"\d+(?:[.,]\d+){0,8}|(?:[^\W\d_]\.){2,6}|[Pp]er\s[Cc]ent\b|%"
        r"|(?:\[[^\W\d_]{1,3}\](?=[^\W\d_]))?[^\W_]+(?:['’ʼ][^\W_]+|\[[^\W\d_]{1,5}\]){0,3}"
    )


def fold(word: str) -> str:
    """The form in which words are compared."""
    if "[" in word:  # [T]he, the[y]: letters changed inside a word
        word = word.replace("[", "").replace("]", "")
    if word.isascii():
        folded = word.lower()
    else:
        folded = word.casefold().replace("’", "'").replace("ʼ", "'")
        folded = "".join(c for c in normalize("NFKD", folded) if not combining(c))
    if folded[0].isdigit():
        return folded.replace(",", "")
    if folded == "%" or (folded.startswith("per") and folded[3:4].isspace()):
        return "percent"
    return _SAME.get(folded) or folded.replace(".", "")


def chunks(text: str) -> list[tuple[int, int]]:
    """`text` cut at white space into stretches of bounded length (a longer word is cut)."""
    cuts, at = [], 0
    while at < len(text):
        end = at + _CHUNK
        if end < len(text):
            space = max(text.rfind(" ", at + 1, end), text.rfind("\n", at + 1, end))
            end = space if space > 0 else end
        cuts.append((at, min(end, len(text))))
        at = end
    return cuts


def find_words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The folded words of `text[start:end]`, offsets into `text`."""
    stop = len(text) if end is None else end
    return [Word(fold(m.group()), m.start(), m.end()) for m in pattern().finditer(text, start, stop)]


NEGATIONS = frozenset(
    ("not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "cannot", "without", "hardly",
     "scarcely", "unable")
)  # fmt: skip


def negates(word: str) -> bool:
    """Whether the folded word turns a statement round ("not", "never", "don't")."""
    return word in NEGATIONS or word.endswith("n't")
