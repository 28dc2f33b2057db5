"""Telephone numbers and other digits that dial or label, and that count nothing."""

from __future__ import annotations

from docscan.analysers.numbers.lexer import Tokens
from docscan.analysers.numbers.times import read_military
from docscan.analysers.numbers.vocabulary import DASHES, members

_DATE_SHAPES = frozenset({(4, 2, 2), (2, 2, 4), (4, 1, 1), (1, 1, 4), (4, 2, 1), (4, 1, 2), (1, 2, 4), (2, 1, 4)})
_EMERGENCY = frozenset({"911", "999", "112"})


def find_phone(t: Tokens, k: int) -> int:
    """Groups of digits that dial or label: enough digits, a "+", a zero in front, brackets, or the word for it."""
    raw = t.raw[k]
    if raw in _EMERGENCY and (t.word[k + 1] in members("calls") or t.word[k - 1] in members("calls")):
        return k + 1  # a 911 call
    if not raw.isdecimal() or (
        len(raw) == 4 and raw[0] != "0" and t.word[k + 1] not in DASHES and not t.numeral(k + 1)
    ):
        return 0
    groups, seps, j = _groups(t, k)
    total = sum(map(len, groups))
    if tuple(map(len, groups)) in _DATE_SHAPES:
        return 0
    if total < 6 or t.word[j] in ("%", "percent") or read_military(t, k):
        return 0
    plus = t.word[k - 1] == "+" and t.touches(k)
    bracket = ")" in seps
    near = {t.word[i] for i in range(max(0, k - 5), k)}
    if plus or (bracket and total >= 7 and len(groups) > 1) or (near & members("phone_words") and total >= 6):
        return j
    if near & members("code_words"):
        return j
    if len(groups) == 1:
        return j if _serial(raw) else 0
    hyphens = sum(s in DASHES for s in seps)
    if hyphens and (len(groups) > 2 or _local(groups)):
        return j
    if hyphens == len(seps) or "." in seps:
        return 0
    year = len(raw) == 4 and "1000" <= raw <= "2199"
    tail = max(map(len, groups[1:]))
    long = total >= 8 and (tail >= 4 or len(raw) >= 5) and not year
    return j if long or (raw[0] == "0" and len(raw) > 1 and total >= 7) else 0


def _groups(t: Tokens, k: int) -> tuple[list[str], list[str], int]:
    """Runs of digits joined by hyphens, spaces, slashes and brackets; what joins them; where they end."""
    groups, seps, j, end, kept = [t.raw[k]], [], k + 1, k + 1, 0
    if t.word[k - 1] == "(" and t.touches(k):
        seps.append("(")
    while j - k < 20:
        gap = t.start[j] - t.end[j - 1]
        if gap > 1:
            break
        if t.raw[j].isdecimal():
            if gap:
                seps.append(" ")
            groups.append(t.raw[j])
            end, kept = j + 1, len(seps)
        elif t.word[j] in DASHES or (t.word[j] in "()/#" and t.word[j]):
            seps.append(t.word[j])
        else:
            break
        j += 1
    return groups, seps[:kept], end


def _serial(raw: str) -> bool:
    round_sum = raw.endswith("000")
    return (raw[0] == "0" and len(raw) >= 7) or (not round_sum and len(raw) in (10, 11, 12, 13, 16, 32))


def _local(groups: list[str]) -> bool:
    """555-1234, 089-1234567: not the range 500-1000."""
    first, last = groups
    if first[0] == "0" and len(first) > 1:
        return True
    return len(first) == 3 and len(last) in (4, 7, 8) and not (first[-1] == "0" and last[-1] == "0")
