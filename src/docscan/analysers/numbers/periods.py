"""Stretches of the calendar: quarters, halves, centuries, the first week of May, the first nine months of 1989."""

from __future__ import annotations

from docscan.analysers.numbers.days import read_day_month, read_spoken_day
from docscan.analysers.numbers.lexer import Tokens
from docscan.analysers.numbers.nouns import is_stop
from docscan.analysers.numbers.number_words import read_ordinal
from docscan.analysers.numbers.points import Point, is_weekday, is_year, month_at
from docscan.analysers.numbers.vocabulary import DASHES, members
from docscan.analysers.numbers.years import ERAS

_PARTS_OF_YEAR = {"quarter": 32, "half": 39}  # EDTF: 33-36 quarters, 40-41 halves


_NEAR = 24  # tokens either side that tell the subject
_COMPACT = {"q": (32, 4), "h": (39, 2)}  # letter: the code before the first, and how many there are


def read_compact(t: Tokens, k: int, floor: int) -> Point | None:
    """Q3 2009, H1 2019, FY2018."""
    number = int(t.raw[k]) if t.raw[k].isdecimal() else 0
    if t.word[k - 1] in _COMPACT:
        code, most = _COMPACT[t.word[k - 1]]
        year = k + 1 if is_year(t, k + 1) else 0
        if not 1 <= number <= most or k - 1 < floor:
            return None
        if t.word[k + 1] in ("fy", "cy") and t.touches(k + 2) and t.raw[k + 2].isdecimal() and len(t.raw[k + 2]) < 5:
            return Point(k - 1, k + 3, ready=f"{_century(int(t.raw[k + 2])):04d}-{code + number}")
        ready = f"{t.raw[year] if year else 'XXXX'}-{code + number}"
        return Point(k - 1, year + 1 if year else k + 1, ready=ready)
    return Point(k - 1, k + 1, _century(number))


def _century(number: int) -> int:
    """The year that two digits or four tell in the accounts of this century."""
    return number if number > 99 else 2000 + number


def read_short_quarter(t: Tokens, k: int) -> Point | None:
    """3Q, 4Q09, 1Q 2011: quarters as analysts write them."""
    if t.raw[k] not in ("1", "2", "3", "4") or t.raw[k + 1] != "Q" or not t.touches(k + 1):
        return None
    tail = t.raw[k + 2] if t.touches(k + 2) else ""
    if tail[:1].isalnum() and not (tail.isdecimal() and len(tail) in (2, 4)):
        return None
    year = _century(int(tail)) if tail.isdecimal() else int(t.raw[k + 2]) if is_year(t, k + 2) else None
    ready = f"{'XXXX' if year is None else f'{year:04d}'}-{32 + int(t.raw[k])}"
    return Point(k, k + 2 + (year is not None), ready=ready)


def read_numbered(t: Tokens, k: int, end: int, number: int, floor: int) -> Point | None:
    """Week 27, on day five of the siege, year three: a stretch of time by its place in a count."""
    most = {"day": 366, "week": 53, "year": 20}.get(t.word[k - 1], 0)
    if k - 1 < floor or not 0 < number <= most or (t.word[k - 1] == "year" and t.numeral(k)):
        return None
    if t.touches(end) and (t.word[end].isalnum() or t.word[end] in DASHES):
        return None
    lead, after = t.word[k - 2], t.word[end]
    led = lead in members("numbered_leads") or not lead[:1].isalnum() or is_year(t, k - 2)
    free = not after.isalpha() or (is_stop(after) and after not in members("one_verbs"))
    return Point(k - 1, end, ready="") if led and free and t.start[k] - t.end[k - 1] == 1 else None


def read_year_part(t: Tokens, k: int, year: int) -> Point | None:
    """2017 Q1, 2019-H2."""
    j = k + 1 + (t.word[k + 1] in DASHES and t.touches(k + 1))
    code, most = _COMPACT.get(t.word[j], (0, 0))
    if not code or (t.raw[j].islower() and j == k + 1 and t.touches(j)) or not t.touches(j + 1):
        return None
    part = t.raw[j + 1]
    return Point(k, j + 2, ready=f"{year}-{code + int(part)}") if part in "1234"[:most] and part else None


def read_ordinal_date(t: Tokens, k: int, end: int, number: int, floor: int) -> Point | None:
    """19th century, third quarter of 2009, the fifth of May."""
    j = end + (t.word[end] in DASHES)
    word = t.word[j].removesuffix("'s").removesuffix("’s")
    if word in ("century", "centuries"):
        era = ERAS.get(t.word[j + 1])
        if era is None and number < 6 and t.word[j + 1] == "of":
            return None  # the first century of its being
        ready = "" if not 1 <= number <= 21 else f"{'-' if era else ''}{number - 1:02d}XX"
        return Point(k, j + 2 if era is not None else j + 1, ready=ready)
    last, high = _second_ordinal(t, j)
    if t.word[last] in ("centuries", "century") and 0 < number < high <= 21:
        return Point(k, last + 1, ready=f"{number - 1:02d}XX/{high - 1:02d}XX")
    if t.word[last] in ("quarter", "quarters", "halves") and number < high <= 4:
        return _two_parts(t, k, last, number, high, word)
    if word in ("quarter", "half", "quarters") and number <= 4:
        of_month = word == "half" and t.word[j + 1] == "of" and month_at(t, j + 2)
        return _part_of_month(t, k, j + 2) if of_month else _part_of_year(t, k, j, number)
    if word in ("week", "weekend", "day", "days", "month") and t.word[j + 1] == "of":
        found = _part_of_month(t, k, j + 2)
        if found:
            return found
    spoken = read_spoken_day(t, k, end, number, floor)
    if spoken:
        return spoken
    if not 1 <= number <= 31:
        return None
    if t.word[k - 1] == "the" and is_weekday(t, k - 2) and k - 2 >= floor:
        return Point(k - 2, end, ready=f"XXXX-XX-{number:02d}")
    named = t.word[end].isalpha() and not is_stop(t.word[end])
    if t.numeral(k) and is_weekday(t, k - 1) and k > floor and not named:
        return Point(k - 1, end, ready=f"XXXX-XX-{number:02d}")  # on Monday 14th
    if t.numeral(k) and t.word[k - 1] == "the" and t.word[k - 2] in ("on", "of") and not named:
        return Point(k, end, ready=f"XXXX-XX-{number:02d}")
    return read_day_month(t, k, end, number, floor)


def _second_ordinal(t: Tokens, j: int) -> tuple[int, int]:
    """The token behind the second of two ordinals and its number, 0 if none; `j` is behind the first."""
    linked = t.word[j] in ("to", "and", "or", "through")
    at = j + linked + (linked and t.word[j + 1] == "the")
    joined = linked or (t.word[j - 1] in DASHES and t.numeral(j))
    second = read_ordinal(t, at) if joined else None
    return (second.end + (t.word[second.end] in DASHES), second.value.num) if second else (j, 0)


def _part_of_month(t: Tokens, k: int, j: int) -> Point | None:
    """The first week of January 1990, the last day of 1999."""
    if month_at(t, j):
        end = j + 1 + (t.word[j + 1] == "." and t.touches(j + 1) and len(t.word[j]) <= 4)
        at = end + (t.word[end] in (",", "of"))
        return Point(k, at + 1 if is_year(t, at) else end, ready="")
    return Point(k, j + 1, ready="") if is_year(t, j) else None


def _part_of_year(t: Tokens, k: int, j: int, number: int) -> Point | None:
    word = "half" if t.word[j] == "halves" else t.word[j].removesuffix("s")
    end, year = of_year(t, j + 1)
    if word == "half" and (number > 2 or (end == j + 1 and not of_accounts(t, k))):
        return None
    if end == j + 1 and t.word[end] == "of" and t.word[end + 1] not in ("fiscal", "last", "next"):
        return None
    code = _PARTS_OF_YEAR[word] + number
    return Point(k, end, ready=f"{'XXXX' if year is None else f'{year:04d}'}-{code}")


def _two_parts(t: Tokens, k: int, j: int, first: int, second: int, link: str) -> Point | None:
    """The first and second quarters of 1990: both as a set, one of them, or the span."""
    last = _part_of_year(t, k, j, second)
    if last is None or not last.ready:
        return None
    ends = f"{last.ready[:5]}{int(last.ready[5:]) - second + first}", last.ready
    shape = {"and": "{%s,%s}", "or": "[%s,%s]"}.get(link, "%s/%s")
    return last._replace(ready=shape % ends)


def of_accounts(t: Tokens, k: int) -> bool:
    """Whether the talk round token `k` is of accounts, not of a match: first-half profit, no first-half goal."""
    near = {t.word[i] for i in range(max(0, k - _NEAR), min(k + _NEAR, len(t.word)))}
    return not near.isdisjoint(members("accounts")) and near.isdisjoint(members("matches"))


def of_year(t: Tokens, j: int) -> tuple[int, int | None]:
    """The end of "of 2009", "of fiscal 2009", "2009", "of last year" after token `j`, and the year."""
    at = j + (t.word[j] in ("of", "in", ","))
    at += t.word[at] == "the" and t.word[at + 1] in ("fiscal", "year", "current", "financial", "calendar")
    while t.word[at] in ("fiscal", "financial", "calendar", "current"):
        at += 1
    if t.word[at] == "year" and is_year(t, at + 1):
        at += 1
    if is_year(t, at):
        return at + 1, int(t.raw[at])
    if t.word[j] == "of" and t.word[at] in ("last", "this", "next") and t.word[at + 1] == "year":
        return at + 2, None
    if t.word[j] == "of" and t.word[at] == "year" and at > j + 1:
        return at + 1, None
    return j, None
