"""When one date supports another: no stated part contradicts, and every claimed part is stated somewhere."""

from __future__ import annotations

from collections.abc import Iterable


def parts(date: str) -> tuple[str, str, str] | None:
    """Year, month and day of an EDTF date, "" where it is open; None for an interval or a season."""
    if "/" in date or not date:
        return None
    pieces = date.rstrip("?~%").split("-")
    if len(pieces) > 3 or any(len(p) not in (2, 4) for p in pieces):
        return None
    year, month, day = (*pieces, "", "")[:3]
    return "" if year == "XXXX" else year, "" if "X" in month else month, "" if "X" in day else day


def agrees(known: tuple[str, str, str], claimed: tuple[str, str, str]) -> bool:
    """Whether no part that both state differs, and they share one."""
    both = [(k, c) for k, c in zip(known, claimed, strict=True) if k and c]
    return bool(both) and all(_same(k, c) for k, c in both)


def _same(one: str, other: str) -> bool:
    return len(one) == len(other) and all(a == b or "X" in (a, b) for a, b in zip(one, other, strict=True))


def supported(claimed: str, known: Iterable[str]) -> bool:
    """Whether the dates of one source support `claimed`: by one of them, or a year here and a day there."""
    known = list(known)
    wanted = parts(claimed)
    if wanted is None:
        return claimed in known
    agreeing = [p for k in known if (p := parts(k)) is not None and agrees(p, wanted)]
    if not agreeing:
        return False
    if any(p[1:] == wanted[1:] for p in agreeing if wanted[1]) or not wanted[1]:
        return all(not wanted[i] or any(p[i] for p in agreeing) for i in range(3))
    stated = [any(p[1] and p[2] for p in agreeing) or not wanted[2], any(p[1] for p in agreeing)]
    return all(stated) and (not wanted[0] or any(p[0] for p in agreeing))


__all__ = ["agrees", "parts", "supported"]
