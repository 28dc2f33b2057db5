"""Characters that come from reading UTF-8 as Windows-1252: â€™ for ’, Ã© for é.

Such text was damaged before it reached this file. Decode the original again, or repair the characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.registry import Rule

_SHOWN = 20


@cache
def _pattern() -> re.Pattern[str]:
    high = "".join(chr(c) for c in range(0xA0, 0xC0)) + "€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\x81\x8d\x8f\x90\x9d"
    return re.compile(rf"â[€‚\x80][{re.escape(high)}\x80-\x9f]|[ÂÃ][{re.escape(high)}\x80-\x9f]|ï»¿|\ufffd")


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark a line that holds damaged characters, with what they should be."""
    seen: set[int] = set()
    for m in _pattern().finditer(dossier.document.text):
        line = dossier.document.line(m.start())
        if line in seen or len(seen) >= _SHOWN:
            continue
        seen.add(line)
        yield dossier.remark(m.start(), m.end(), _message(m.group()))


def _message(damaged: str) -> str:
    if damaged == "\ufffd":
        return "replacement character: something could not be decoded here"
    try:
        mended = damaged.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return f"{damaged!r} looks like UTF-8 read as Windows-1252"
    return f"{damaged!r} looks like {mended!r} read as Windows-1252"


RULE = Rule("T001", "mojibake", "warning", check)
