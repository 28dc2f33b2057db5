"""A full stop or comma stands on the wrong side of a closing quotation mark.

American English puts both inside, British English puts them inside only where they belong to the quoted words.
With `style = "consistent"`, the default, the side a document uses less is reported, and only where the other is
used at least three times as often.

Options: `style`: `consistent`, `us` (always inside) or `uk` (a comma or stop after a part of a sentence outside).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.registry import Rule

_MINORITY = 3  # the other side must be this many times as common
_SHORT = 4  # words up to which a quotation cannot be a sentence of its own


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each mark on the side that the style does not want."""
    inside, outside = _sides(dossier)
    if options["style"] == "us":
        yield from _remarks(dossier, outside, "inside")
    elif options["style"] == "uk":
        yield from _remarks(dossier, [at for at in inside if _is_part(dossier, *at)], "outside")
    elif len(outside) * _MINORITY <= len(inside):
        yield from _remarks(dossier, outside, "inside")
    elif len(inside) * _MINORITY <= len(outside):
        yield from _remarks(dossier, [at for at in inside if _is_part(dossier, *at)], "outside")


def _sides(dossier: Dossier) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """Quotations with a stop or comma before the closing mark, and those with one after it (start, outer end)."""
    text = dossier.document.masked
    inside, outside = [], []
    for q in dossier.document.quotations:
        if q.end < q.outer_end and q.marks[:1] in '"“':
            if text[q.end - 1] in ".,":
                inside.append((q.start, q.outer_end))
            elif text[q.outer_end : q.outer_end + 1] in (".", ",") and text[q.end - 1] not in "?!…":
                outside.append((q.start, q.outer_end))
    return inside, outside


def _is_part(dossier: Dossier, start: int, outer_end: int) -> bool:
    """A few words without a sentence's capital: the stop belongs to the sentence around them."""
    text = dossier.document.text[start : outer_end - 1]
    return len(text.split()) <= _SHORT and text[:1].islower()


def _remarks(dossier: Dossier, places: list[tuple[int, int]], side: str) -> Iterable[Remark]:
    for _, outer_end in places:
        start = outer_end if side == "inside" else outer_end - 2
        mark = dossier.document.text[start]
        name = "full stop" if mark == "." else "comma"
        yield dossier.remark(start, start + 1, f"{name} belongs {side} the closing quotation mark")


RULE = Rule("Q004", "quote-punctuation", "note", check, options={"style": ("consistent", "us", "uk")})
