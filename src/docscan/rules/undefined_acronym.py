"""An acronym is never spelled out.

A word of two to six capitals that stands for a name should appear beside it once: "the Russia LGBT Network (RLN)".
Acronyms everybody knows are accepted, and those of `[allow] names`. Spell it out at its first mention.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.lexicons import words
from docscan.registry import Rule

_BEFORE, _AFTER = 200, 100  # code points in which the long form is looked for


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.&/-])[A-Z](?:[A-Z&/]{0,6}[A-Z]|(?:\.[A-Z]){1,5}\.?)(?:s|['’]s)?(?![\w&/-])")


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each acronym, at its first mention in running text."""
    text, known = dossier.document.masked, words("common_acronyms")
    seen: set[str] = set()
    for block in dossier.document.blocks:
        if block.kind != "body" or text[block.start : block.end].isupper():
            continue
        for m in _pattern().finditer(text, block.start, block.end):
            acronym = m.group().replace(".", "").removesuffix("s").rstrip("'’")
            if acronym in seen:
                continue
            seen.add(acronym)
            shouted = m.start() == block.start or _is_shouted(text, m.start(), m.end())
            if acronym not in known and not shouted and not _is_spelled_out(text, m.start(), m.end(), acronym):
                yield dossier.remark(m.start(), m.end(), f"“{m.group()}” is not spelled out")


def _is_spelled_out(text: str, start: int, end: int, acronym: str) -> bool:
    """Whether words with these initials stand just before or after."""
    letters = [c.lower() for c in acronym if c.isalpha()]
    around = text[max(0, start - _BEFORE) : start] + " " + text[end : end + _AFTER]
    initials = [w[0].lower() for w in re.findall(r"[A-Za-z]\w+", around)]
    big = [w[0].lower() for w in re.findall(r"[A-Z]\w+", around)]
    size = len(letters)
    return any(run[i : i + size] == letters for run in (initials, big) for i in range(len(run) - size + 1))


def _is_shouted(text: str, start: int, end: int) -> bool:
    """A word among others in capitals is emphasis or a place line."""
    before, after = text[max(0, start - 20) : start].split(), text[end : end + 20].split()
    return any(len(w) > 1 and w.isupper() for w in (*before[-1:], *after[:1]))


RULE = Rule("E002", "undefined-acronym", "note", check, opt_in=True)
