"""Dates: days, months, quarters, years, decades, centuries and their ranges, as EDTF (ISO 8601-2).

Only what the text says becomes part of the date: "May 5" is XXXX-05-05, "the 1990s" 199X, "the third quarter of
2009" 2009-35; an ambiguous 6/7/2017 keeps its year only. Nothing is resolved against today.
"""

from __future__ import annotations

from typing import NamedTuple

from docscan.analysers.numbers.drafts import Draft
from docscan.analysers.numbers.lexer import Tokens
from docscan.analysers.numbers.nouns import is_stop, plural
from docscan.analysers.numbers.numerals import read_ordinal, read_words
from docscan.analysers.numbers.units import measures
from docscan.analysers.numbers.vocabulary import (
    DASHES,
    DECADES,
    MONTHS,
    SEASONS,
    SMALL,
    WEEKDAYS,
    members,
)

_COMMON_WORDS = frozenset({"may", "march", "mar", "dec", "jun", "sep"})
_ENDS = frozenset({"st", "nd", "rd", "th"})
_ERAS = {
    "bc": True,
    "bce": True,
    "b.c.": True,
    "b.c.e.": True,
    "ad": False,
    "ce": False,
    "a.d.": False,
    "c.e.": False,
}
_PARTS_OF_YEAR = {"quarter": 32, "half": 39}  # EDTF: 33-36 quarters, 40-41 halves
_SIGNS = frozenset("$£€¥#")


class Point(NamedTuple):
    """A date on tokens [start, end); `year`, `month`, `day` as far as stated, or a ready EDTF string."""

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    ready: str | None = None

    def edtf(self) -> str | None:
        """The EDTF form; None when the text does not settle it."""
        if self.ready is not None:
            return self.ready or None
        year = "XXXX" if self.year is None else f"{self.year:04d}"
        if self.month is None:
            return year
        return f"{year}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")


def read_date(t: Tokens, k: int, floor: int) -> Draft | None:
    """The date or date range whose first figure is token `k`; nothing before token `floor` is used."""
    first = _point(t, k, floor)
    if first is None:
        return None
    j = first.end
    joined = t.word[j] in DASHES or t.word[j] in ("to", "through", "until", "and")
    if joined and (t.word[j] != "and" or t.word[first.start - 1] == "between"):
        second = _second(t, first, j + 1, t.word[j] in DASHES)
        if second:
            return _range(t, first, second)
    return Draft(_start(t, first.start, floor), first.end, "date", form="date", date=first.edtf())


def _start(t: Tokens, start: int, floor: int) -> int:
    """The start widened by "mid-"."""
    mid = t.word[start - 1] in DASHES and t.word[start - 2] == "mid" and start - 2 >= floor
    return start - 2 if mid else start


def _second(t: Tokens, first: Point, at: int, dash: bool) -> Point | None:
    """The date after a connector: a full one, a day of the same month, or a year in two digits."""
    k = at
    while k < at + 4 and not t.numeral(k):
        if t.word[k] not in MONTHS and t.word[k] not in WEEKDAYS and t.word[k] not in ",.":
            return None
        k += 1
    raw = t.raw[k]
    if not raw[:1].isdecimal():
        return None
    number = int(raw) if raw.isdecimal() and len(raw) <= 4 else 0
    after_month = first.month and first.day and k == at
    if (
        after_month
        and len(raw) <= 2
        and 0 < number <= 31
        and not _month(t, k + 1)
        and (dash or number > (first.day or 0))
    ):
        end = k + 1
        year_at = end + (t.word[end] == ",")
        year = int(t.raw[year_at]) if _is_year(t, year_at) else first.year
        return Point(k, year_at + 1 if year != first.year else end, year, first.month, number)
    letters = t.touches(k + 1) and (t.word[k + 1].isalnum() or t.word[k + 1] == "%")
    short = dash and len(raw) == 2 and not letters
    if first.month is None and first.year is not None and short and number > first.year % 100:
        return Point(k, k + 1, first.year - first.year % 100 + number)
    if first.year is not None and first.month is None and _is_year(t, k) and k == at and number >= first.year:
        return Point(k, k + 1, number) if not _counts(t, k + 1, t.word[k - 1]) else None
    if first.year is not None and first.year < 1000 and dash and k == at and first.year < number < 1000:
        return Point(k, k + 1, number)
    second = _point(t, k, at)
    return second if second and second.start == at else None


def _range(t: Tokens, first: Point, second: Point) -> Draft:
    if first.year is None and second.year is not None:
        first = first._replace(year=second.year)
    low, high = first.edtf(), second.edtf()
    known = low and high and "XXXX" not in low + high
    date = f"{low}/{high}" if low and high and (known or low[:4] == high[:4]) else None
    start = first.start
    return Draft(start, second.end, "date", form="date", date=date, bound="range")


def _point(t: Tokens, k: int, floor: int) -> Point | None:
    if t.numeral(k):
        return _digits(t, k, floor)
    word = t.word[k]
    if word in DECADES:
        return (
            Point(k, k + 1, ready=f"XX{DECADES[word] // 10}X")
            if t.word[k - 1] in ("the", "early", "late", "mid")
            else None
        )
    ordinal = read_ordinal(t, k)
    if ordinal:
        return _ordinal(t, k, ordinal.end, ordinal.value.num, floor)
    words = read_words(t, k)
    if words and words.form == "year":
        return Point(k, words.end, words.value.num)
    if words and words.value.den == 1 and 2000 <= words.value.num < 2100 and t.word[k + 1] == "thousand":
        lead = t.word[k - 1]
        if (lead in members("year_leads") or lead in MONTHS) and not _counts(t, words.end, ""):
            return Point(k, words.end, words.value.num)
    return None


def _digits(t: Tokens, k: int, floor: int) -> Point | None:
    raw = t.raw[k]
    if t.touches(k) and t.word[k - 1] in ("q", "fy", "cy") and len(raw) <= 4:
        return _compact(t, k)
    if not raw.isdecimal():
        return _shaped(t, k)
    if len(raw) > 4:
        return _packed(t, k)
    number = int(raw)
    if len(raw) == 4 and t.word[k + 1] in DASHES and t.touches(k + 1):
        iso = _iso(t, k, number)
        if iso:
            return iso
    if number == 9 and _nine_eleven(t, k):
        return Point(k, k + 3, None, 9, 11)
    found = _with_month(t, k, number, floor)
    if found:
        return found
    ordinal = t.word[k + 1] in _ENDS and t.touches(k + 1)
    if ordinal:
        return _ordinal(t, k, k + 2, number, floor)
    return _decade(t, k, number) or _era(t, k, number, floor) or _bare_year(t, k, number, floor)


def _nine_eleven(t: Tokens, k: int) -> bool:
    """Whether "9-11" is the day and no range of ages or counts."""
    if t.word[k + 1] not in DASHES or t.raw[k + 2] != "11" or not t.touches(k + 1) or not t.touches(k + 2):
        return False
    return t.word[k - 1] not in ("age", "ages", "aged", "from", "grades") and not _counts(t, k + 3, "")


def _compact(t: Tokens, k: int) -> Point | None:
    """Q3 2009, FY2018."""
    number = int(t.raw[k]) if t.raw[k].isdecimal() else 0
    if t.word[k - 1] == "q":
        year = k + 1 if _is_year(t, k + 1) else 0
        if not 1 <= number <= 4:
            return None
        ready = f"{t.raw[year] if year else 'XXXX'}-{32 + number}"
        return Point(k - 1, year + 1 if year else k + 1, ready=ready)
    return Point(k - 1, k + 1, number if number > 99 else 2000 + number)


def _shaped(t: Tokens, k: int) -> Point | None:
    """5/5/2017, 31.12.2016, 2017/05/05, 9/11 and, after "on", 11/20."""
    raw = t.raw[k]
    for mark in "/.":
        parts = raw.split(mark)
        if len(parts) == 3 and all(p.isdecimal() and len(p) <= 4 for p in parts):
            return _three(k, [int(p) for p in parts], len(parts[0]), len(parts[2]), mark)
    if raw.count("/") == 1:
        a, b = raw.split("/")
        if raw == "9/11":
            return Point(k, k + 1, None, 9, 11)
        after = t.word[k - 1] in ("on", "since", "until", "before", "after") or t.word[k - 1] in WEEKDAYS
        if after and a.isdecimal() and b.isdecimal() and 0 < int(a) <= 12 and 0 < int(b) <= 31 and len(b) <= 2:
            return Point(k, k + 1, ready="" if int(b) <= 12 and a != b else f"XXXX-{int(a):02d}-{int(b):02d}")
    return None


def _three(k: int, n: list[int], first: int, last: int, mark: str) -> Point | None:
    if first == 4:
        return Point(k, k + 1, n[0], n[1], n[2]) if 1 <= n[1] <= 12 and 1 <= n[2] <= 31 else None
    if last not in (2, 4) or not (0 < n[0] <= 31 and 0 < n[1] <= 31) or min(n[0], n[1]) > 12:
        return None
    if mark == "." and last == 2:
        return None
    year = n[2] if last == 4 else None
    day, month = (n[0], n[1]) if mark == "." or n[0] > 12 else (n[1], n[0])
    if month > 12:
        return None
    if mark == "/" and n[0] <= 12 and n[1] <= 12 and n[0] != n[1]:
        return Point(k, k + 1, ready=f"{year:04d}-XX-XX" if year else "")
    return Point(k, k + 1, year, month, day)


def _packed(t: Tokens, k: int) -> Point | None:
    """20170505 standing alone between hyphens or spaces."""
    raw = t.raw[k]
    if len(raw) == 8 and raw[:2] in ("19", "20") and "01" <= raw[4:6] <= "12" and "01" <= raw[6:] <= "31":
        return Point(k, k + 1, int(raw[:4]), int(raw[4:6]), int(raw[6:]))
    return None


def _iso(t: Tokens, k: int, year: int) -> Point | None:
    month = t.raw[k + 2]
    if not (month.isdecimal() and len(month) <= 2 and 1 <= int(month) <= 12 and t.touches(k + 2)):
        return None
    day = t.raw[k + 4]
    if t.word[k + 3] in DASHES and t.touches(k + 3) and t.touches(k + 4):
        if day.isdecimal() and len(day) <= 2 and 1 <= int(day) <= 31:
            return Point(k, k + 5, year, int(month), int(day))
    elif len(month) == 2 and month[0] == "0" and int(month) != (year + 1) % 100:
        return Point(k, k + 3, year, int(month))
    return None


def _month(t: Tokens, i: int) -> int:
    """The month that token `i` names, 0 if none; words like "may" count with a capital only."""
    word = t.word[i]
    month = MONTHS.get(word, 0)
    return month if month and (t.capital(i) or word not in _COMMON_WORDS) else 0


def _is_year(t: Tokens, i: int) -> bool:
    raw = t.raw[i]
    if len(raw) != 4 or not raw.isdecimal() or not "1000" <= raw <= "2199":
        return False
    return not (t.touches(i + 1) and (t.word[i + 1].isalnum() or t.word[i + 1] == "%"))


def _with_month(t: Tokens, k: int, number: int, floor: int) -> Point | None:
    i = k - 1
    if t.word[i] in (".", ",", "of", "the") and i > floor:
        dotted = t.word[i]
        i -= 1 + (dotted == "," and t.word[i - 1] == ".")
    else:
        dotted = ""
    month = _month(t, i) if i >= floor and t.start[k] - t.end[i] <= 5 else 0
    if month and (dotted != "." or len(t.word[i]) <= 4):
        if 1 <= number <= 31 and len(t.raw[k]) <= 2 and dotted not in (",", "of"):
            return _month_day(t, i, k, month, number, floor)
        if _is_year(t, k) or (number >= 100 and dotted in ("of", ",")):
            return _month_year(t, i, k, month, number, floor)
    season = SEASONS.get(t.word[i], 0) if i >= floor and dotted in ("", "of") else 0
    if season and _is_year(t, k):
        return Point(i, k + 1, ready=f"{number}-{season}")
    return _day_month(t, k, k + 1, number, floor) if 1 <= number <= 31 else None


def _month_year(t: Tokens, i: int, k: int, month: int, year: int, floor: int) -> Point:
    """May 2017; January-June 1990, from May to October 2020."""
    opening = _month(t, i - 2) if i - 2 >= floor else 0
    linked = t.word[i - 1] in DASHES or (
        t.word[i - 1] in ("to", "through", "and") and t.word[i - 3] in ("from", "between")
    )
    if opening and linked and opening < month:
        return Point(i - 2, k + 1, ready=f"{year:04d}-{opening:02d}/{year:04d}-{month:02d}")
    return Point(i, k + 1, year, month)


def _month_day(t: Tokens, i: int, k: int, month: int, day: int, floor: int) -> Point | None:
    """May 5th, 2017."""
    end = k + 1
    if t.touches(end) and t.word[end] in _ENDS:
        end += 1
    elif t.touches(end) and (t.word[end].isalnum() or t.word[end] == "%"):
        return None
    j = end + (t.word[end] in (",", "of"))
    year = int(t.raw[j]) if _is_year(t, j) and not _counts(t, j + 1, "") else None
    return Point(_weekday(t, i, floor), j + 1 if year else end, year, month, day)


def _spoken_day(t: Tokens, k: int, end: int, day: int, floor: int) -> Point | None:
    """September eleventh, June twenty-third nineteen ninety six."""
    i = k - 1 - (t.word[k - 1] == "the")
    month = _month(t, i) if i >= floor else 0
    if not month or not 1 <= day <= 31:
        return None
    j = end + (t.word[end] == ",")
    spoken = read_words(t, j)
    if _is_year(t, j):
        return Point(_weekday(t, i, floor), j + 1, int(t.raw[j]), month, day)
    if spoken and spoken.form == "year":
        return Point(_weekday(t, i, floor), spoken.end, spoken.value.num, month, day)
    return Point(_weekday(t, i, floor), end, None, month, day)


def _day_month(t: Tokens, k: int, j: int, day: int, floor: int) -> Point | None:
    """5 May 2017, the 5th of May; 26-28 June."""
    if t.touches(j) and t.word[j] in _ENDS:
        j += 1
    if t.word[j] in DASHES and t.numeral(j + 1) and _month(t, j + 2) and t.raw[j + 1].isdecimal():
        last = int(t.raw[j + 1][:4])
        if day < last <= 31:
            year = int(t.raw[j + 3]) if _is_year(t, j + 3) else None
            point = Point(k, j + 3, year, _month(t, j + 2), day)
            days = f"{point.edtf()}/{point._replace(day=last).edtf()}"
            return Point(k, j + 4 if year else j + 3, ready=days)
        return None
    j += (t.word[j] == "of") or (t.word[j] in DASHES and t.touches(j))
    month = _month(t, j)
    if not month or not (t.capital(j) or len(t.word[j]) > 3):
        return None
    end = j + 1 + (t.word[j + 1] == "." and t.touches(j + 1) and len(t.word[j]) <= 4 and _is_year(t, j + 2))
    at = end + (t.word[end] in (",", "-") and _is_year(t, end + 1))
    if not _is_year(t, at) and t.numeral(at) and len(t.raw[at]) == 3 and t.raw[at].isdecimal() and at == end:
        return Point(_weekday(t, k, floor), at + 1, int(t.raw[at]), month, day)
    year = int(t.raw[at]) if _is_year(t, at) else None
    return Point(_weekday(t, k, floor), at + 1 if year else end, year, month, day)


def _weekday(t: Tokens, i: int, floor: int) -> int:
    """The start of the date with the weekday before it."""
    j = i - 1
    if t.word[j] == "the":
        j -= 1
    j -= t.word[j] == ","
    j -= t.word[j] == "." and len(t.word[j - 1]) <= 5
    return j if j >= floor and t.word[j] in WEEKDAYS and t.capital(j) else i


def _ordinal(t: Tokens, k: int, end: int, number: int, floor: int) -> Point | None:
    """19th century, third quarter of 2009, the fifth of May."""
    j = end + (t.word[end] in DASHES and t.touches(end))
    word = t.word[j]
    if word in ("century", "centuries"):
        era = _ERAS.get(t.word[j + 1])
        ready = "" if era or number > 21 or number < 1 else f"{number - 1:02d}XX"
        return Point(k, j + 2 if era is not None else j + 1, ready=ready)
    if word in ("to", "and", "or", "through") or (j > end and t.numeral(j)):
        second = read_ordinal(t, j + (word in ("to", "and", "or", "through")))
        last = second and second.end + (t.word[second.end] in DASHES)
        if second and last and t.word[last] in ("centuries", "century") and 0 < number < second.value.num <= 21:
            return Point(k, last + 1, ready=f"{number - 1:02d}XX/{second.value.num - 1:02d}XX")
    if word in ("quarter", "half", "quarters") and number <= 4:
        return _part_of_year(t, k, j, number)
    if word in ("week", "weekend", "day", "days", "month") and t.word[j + 1] == "of":
        found = _part_of_month(t, k, j + 2)
        if found:
            return found
    spoken = _spoken_day(t, k, end, number, floor)
    if spoken:
        return spoken
    if not 1 <= number <= 31:
        return None
    named = t.word[end].isalpha() and not is_stop(t.word[end])
    if t.numeral(k) and t.word[k - 1] == "the" and t.word[k - 2] == "on" and not named:
        return Point(k, end, ready=f"XXXX-XX-{number:02d}")
    return _day_month(t, k, end, number, floor)


def _part_of_month(t: Tokens, k: int, j: int) -> Point | None:
    """The first week of January 1990, the last day of 1999."""
    if _month(t, j):
        end = j + 1 + (t.word[j + 1] == "." and t.touches(j + 1) and len(t.word[j]) <= 4)
        at = end + (t.word[end] in (",", "of"))
        return Point(k, at + 1 if _is_year(t, at) else end, ready="")
    return Point(k, j + 1, ready="") if _is_year(t, j) else None


def _part_of_year(t: Tokens, k: int, j: int, number: int) -> Point | None:
    word = t.word[j].removesuffix("s")
    end, year = of_year(t, j + 1)
    if word == "half" and (end == j + 1 or number > 2):
        return None
    if end == j + 1 and t.word[end] == "of" and t.word[end + 1] not in ("fiscal", "last", "next"):
        return None
    code = _PARTS_OF_YEAR[word] + number
    return Point(k, end, ready=f"{'XXXX' if year is None else f'{year:04d}'}-{code}")


def of_year(t: Tokens, j: int) -> tuple[int, int | None]:
    """The end of "of 2009", "of fiscal 2009", "2009", "of last year" after token `j`, and the year."""
    at = j + (t.word[j] in ("of", "in", ","))
    at += t.word[at] == "the" and t.word[at + 1] in ("fiscal", "year", "current", "financial", "calendar")
    while t.word[at] in ("fiscal", "financial", "calendar", "current"):
        at += 1
    if t.word[at] == "year" and _is_year(t, at + 1):
        at += 1
    if _is_year(t, at):
        return at + 1, int(t.raw[at])
    if t.word[j] == "of" and t.word[at] in ("last", "this", "next") and t.word[at + 1] == "year":
        return at + 2, None
    if t.word[j] == "of" and t.word[at] == "year" and at > j + 1:
        return at + 1, None
    return j, None


def _decade(t: Tokens, k: int, number: int) -> Point | None:
    """1990s, '90s, 1930's, the 1600s; "her 80s" is an age and left to the ages."""
    end = k + 1
    if t.word[end] == "s" and t.touches(end):
        end += 1
    elif t.word[end] in ("'", "’") and t.touches(end) and t.word[end + 1] == "s" and t.touches(end + 1):
        if number % 10 or t.word[k - 1] not in ("the", "early", "late", "mid", "-"):
            return None
        end += 2
    else:
        return None
    raw = t.raw[k]
    if number % 10 or len(raw) not in (2, 4):
        return None
    if len(raw) == 2:
        start = k - 1 if t.word[k - 1] in ("'", "’", "‘") and t.touches(k) else k
        lead = t.word[start - 1]
        return Point(start, end, ready=f"XX{raw[0]}X") if lead not in members("owners") and number else None
    return Point(k, end, ready=f"{raw[:2]}XX" if number % 100 == 0 else f"{raw[:3]}X")


def _era(t: Tokens, k: int, number: int, floor: int) -> Point | None:
    """450 BC, 347 AD, AD 842."""
    before = _ERAS.get(t.word[k + 1])
    if before is not None and t.raw[k + 1].isupper():
        return Point(k, k + 2, 1 - number if before else number, ready=f"-{number - 1:04d}" if before else None)
    if t.raw[k - 1] in ("AD", "A.D.") and k > floor:
        return Point(k - 1, k + 1, number)
    return None


def _bare_year(t: Tokens, k: int, number: int, floor: int) -> Point | None:
    """A year by itself: four digits that neither count nor measure anything."""
    lead = t.word[k - 1]
    if (
        len(t.raw[k]) == 2
        and lead in ("'", "’", "‘")
        and t.touches(k)
        and t.word[k - 2] in (members("year_leads") | {"of"})
    ):
        return Point(k - 1, k + 1, ready=f"XX{t.raw[k]}")
    if not _is_year(t, k):
        return Point(k, k + 1, number) if _early_year(t, k, number) else None
    spanned = t.word[k + 1] in DASHES and _is_year(t, k + 2)
    if (lead in members("count_leads") and not spanned) or lead in _SIGNS or (lead == "to" and t.word[k - 2] == "up"):
        return None
    if (
        t.touches(k)
        and lead in ("-", "–", "/")
        and t.word[k - 2].isalpha()
        and t.word[k - 2] not in ("post", "pre", "mid")
    ):
        return None
    if _counts(t, k + 1, lead):
        return None
    strong = (
        lead in members("year_leads")
        or (lead == "." and t.word[k - 2] in ("c", "ca"))
        or t.word[k + 1] in DASHES
        or t.word[k + 1] == ")"
    )
    named = number < 1900 and t.raw[k - 1].isupper() and len(t.raw[k - 1]) > 1  # HB 1523
    if (number < 1500 or named) and not strong:
        return None
    return Point(k, k + 1, number)


def _early_year(t: Tokens, k: int, number: int) -> bool:
    """Whether two or three digits are a year: after circa or "the year", or in a text that writes AD or BC."""
    lead = t.word[k - 1]
    if t.start[k] - t.end[k - 1] > 1 or not 32 <= number < 1000 or _counts(t, k + 1, lead):
        return False
    if lead == "circa" or (lead == "." and t.word[k - 2] in ("c", "ca")):
        return True
    if lead == "year" and t.word[k - 2] == "the":
        return True
    dated = lead in members("year_leads") or lead in ("about", "of")
    return number >= 100 and dated and _ancient(t)


def _ancient(t: Tokens) -> bool:
    """Whether the text near by counts years with an era or a circa."""
    if t.era is None:
        t.era = any(
            w in _ERAS and t.raw[i].isupper() and (t.numeral(i - 1) or t.numeral(i + 1)) for i, w in enumerate(t.word)
        )
        t.era = t.era or any(
            w == "c" and t.word[i + 1] == "." and t.numeral(i + 2) for i, w in enumerate(t.word[:-2])
        )
    return t.era


def _counts(t: Tokens, j: int, lead: str) -> bool:
    """Whether token `j` is something that the number before it counts or measures."""
    word = t.word[j]
    if word in ("%", "percent", "°") or measures(t, j):
        return True
    if word in SMALL or not word.isalpha():
        return False
    noun = t.raw[j].islower() and plural(word) and word not in members("yearly")
    return (
        noun
        and not lead.endswith(("'s", "’s"))
        and lead not in members("articles")
        and lead not in ("in", "since", "by", "during", "fiscal")
    )
