"""An invisible control character, or one that reverses the direction of text.

Control characters break tools that read the text; direction overrides can make it look like something else than
it says ("Trojan source"). Tabs, line ends, form feeds, and the marks that right-to-left scripts need are accepted:
overrides and isolates are reported only where no right-to-left letter stands in the line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any
from unicodedata import name

from docscan.checking.dossier import Dossier, Remark
from docscan.registry import Rule

_SHOWN = 20


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff]{1,1000}|[\u202a-\u202e\u2066-\u2069]{1,1000}")


@cache
def _right_to_left() -> re.Pattern[str]:
    return re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each run of such characters, at most twenty a document."""
    document, shown = dossier.document, 0
    for m in _pattern().finditer(document.text):
        character = m.group()[0]
        if character >= "\u202a" and character != "\ufeff" and _in_rtl_line(document.text, m.start()):
            continue
        yield dossier.remark(*m.span(), f"invisible character U+{ord(character):04X} {name(character, 'control')}")
        shown += 1
        if shown == _SHOWN:
            return


def _in_rtl_line(text: str, at: int) -> bool:
    start = max(text.rfind("\n", 0, at) + 1, at - 500)
    return _right_to_left().search(text, start, at + 500) is not None


RULE = Rule("T003", "control-or-bidi-character", "error", check)
