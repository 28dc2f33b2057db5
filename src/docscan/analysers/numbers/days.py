"""Days and months: May 5th, 2017; 26-28 June; 5/5/2017; 2017-05-05; September eleventh."""

from __future__ import annotations

from docscan.analysers.numbers.lexer import Tokens
from docscan.analysers.numbers.number_words import read_words
from docscan.analysers.numbers.points import Point, is_year, month_at, weekday_before
from docscan.analysers.numbers.vocabulary import DASHES, ORDINAL_ENDS, SEASONS, WEEKDAYS
from docscan.analysers.numbers.years import counts_after

_LEADS = frozenset({"on", "since", "until", "before", "after", "payable", "due", "dated", "ended", "ending"})


def is_nine_eleven(t: Tokens, k: int) -> bool:
    """Whether "9-11" is the day and no range of ages or counts."""
    if t.word[k + 1] not in DASHES or t.raw[k + 2] != "11" or not t.touches(k + 1) or not t.touches(k + 2):
        return False
    return t.word[k - 1] not in ("age", "ages", "aged", "from", "grades") and not counts_after(t, k + 3, "")


def read_slashes(t: Tokens, k: int, floor: int) -> Point | None:
    """5/5/2017, 31.12.2016, 2017/05/05, 9/11 and, after "on", 11/20, with the weekday before it."""
    found = _slashes(t, k)
    return found and found._replace(start=weekday_before(t, k, floor))


def _slashes(t: Tokens, k: int) -> Point | None:
    raw = t.raw[k]
    for mark in "/.":
        parts = raw.split(mark)
        if len(parts) == 3 and all(p.isdecimal() and len(p) <= 4 for p in parts):
            return _three(k, [int(p) for p in parts], len(parts[0]), len(parts[2]), mark)
    if raw.count("/") == 1:
        a, b = raw.split("/")
        if raw == "9/11":
            return Point(k, k + 1, None, 9, 11)
        years = a.isdecimal() and b.isdecimal() and len(a) == 4 and "1500" <= a <= "2100"
        if years and (int(b) == int(a) + 1 or (len(b) == 2 and int(b) == (int(a) + 1) % 100)):
            return Point(k, k + 1, ready=f"{a}/{int(a) + 1}")  # the 2019/20 season
        if _led(t, k) and a.isdecimal() and b.isdecimal() and 0 < int(a) <= 12 and 0 < int(b) <= 31 and len(b) <= 2:
            return Point(k, k + 1, ready="" if int(b) <= 12 and a != b else f"XXXX-{int(a):02d}-{int(b):02d}")
    return None


def _led(t: Tokens, k: int) -> bool:
    """Whether a preposition of time or a weekday leads to the days that end at `k`: on 11/20, 11/22 or 11/25."""
    i = k - 1
    for _ in range(4):
        if t.word[i] not in (",", "and", "or", "to", "-", "–") or "/" not in t.raw[i - 1]:
            break
        i -= 2
    return t.word[i] in _LEADS or t.word[i] in WEEKDAYS


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


def read_dashes(t: Tokens, k: int, floor: int) -> Point | None:
    """02-03-2020: a day and a month in either order, then the year."""
    parts = t.raw[k], t.raw[k + 2], t.raw[k + 4]
    joined = t.word[k + 1] in DASHES and t.word[k + 3] in DASHES and all(t.touches(i) for i in range(k + 1, k + 5))
    if not joined or not all(p.isdecimal() for p in parts) or parts[2][:2] not in ("19", "20") or t.touches(k):
        return None
    if max(len(parts[0]), len(parts[1])) > 2 or len(parts[2]) != 4 or (t.touches(k + 5) and t.word[k + 5] in DASHES):
        return None
    found = _three(k, [int(p) for p in parts], len(parts[0]), 4, "/")
    return found and found._replace(start=weekday_before(t, k, floor), end=k + 5)


def read_packed(t: Tokens, k: int) -> Point | None:
    """20170505 standing alone between hyphens or spaces."""
    raw = t.raw[k]
    if len(raw) == 8 and raw[:2] in ("19", "20") and "01" <= raw[4:6] <= "12" and "01" <= raw[6:] <= "31":
        return Point(k, k + 1, int(raw[:4]), int(raw[4:6]), int(raw[6:]))
    return None


def read_iso(t: Tokens, k: int, year: int, floor: int) -> Point | None:
    """2021-03-04, 2021-03, 2020/Sep/23: the year first."""
    month = t.raw[k + 2]
    named = month_at(t, k + 2)
    day = t.raw[k + 4]
    if named and t.word[k + 3] == t.word[k + 1] and t.touches(k + 2) and t.touches(k + 4) and day.isdecimal():
        return Point(k, k + 5, year, named, int(day)) if len(day) <= 2 and 1 <= int(day) <= 31 else None
    if not (month.isdecimal() and len(month) <= 2 and 1 <= int(month) <= 12 and t.touches(k + 2)):
        return None
    if t.word[k + 1] not in DASHES:
        return None
    if t.word[k + 3] in DASHES and t.touches(k + 3) and t.touches(k + 4):
        if day.isdecimal() and len(day) <= 2 and 1 <= int(day) <= 31:
            return Point(weekday_before(t, k, floor), k + 5, year, int(month), int(day))
    elif len(month) == 2 and month[0] == "0" and int(month) != (year + 1) % 100:
        return Point(k, k + 3, year, int(month))
    return None


def read_day_or_month(t: Tokens, k: int, number: int, floor: int) -> Point | None:
    """May 14, Dec. 2018: the day or the year `number` behind the name of a month."""
    i = k - 1
    within = t.word[i] in ("in", "/", "-") and is_year(t, k)  # May in 1981, Dec/2018
    if (within or t.word[i] in (".", ",", "of", "the")) and i > floor:
        dotted = t.word[i]
        i -= 1 + (dotted == "," and t.word[i - 1] == ".")
    else:
        dotted = ""
    month = month_at(t, i) if i >= floor and t.start[k] - t.end[i] <= 5 else 0
    if month and (dotted != "." or len(t.word[i]) <= 4):
        if 1 <= number <= 31 and len(t.raw[k]) <= 2 and dotted not in (",", "of"):
            return _month_day(t, i, k, month, number, floor)
        if is_year(t, k) or (number >= 100 and dotted in ("of", ",")):
            return _month_year(t, i, k, month, number, floor)
    season = SEASONS.get(t.word[i], 0) if i >= floor and dotted in ("", "of") else 0
    if season and is_year(t, k):
        return Point(i, k + 1, number, ready=f"{number}-{season}")
    return read_day_month(t, k, k + 1, number, floor) if 1 <= number <= 31 else None


def _month_year(t: Tokens, i: int, k: int, month: int, year: int, floor: int) -> Point:
    """May 2017; January-June 1990, from May to October 2020."""
    opening = month_at(t, i - 2) if i - 2 >= floor else 0
    linked = t.word[i - 1] in DASHES or (
        t.word[i - 1] in ("to", "through", "and") and t.word[i - 3] in ("from", "between")
    )
    if opening and linked and opening != month:  # November-February 2017 does not say which year is meant
        months = f"{year:04d}-{opening:02d}/{year:04d}-{month:02d}" if opening < month else ""
        return Point(i - 2, k + 1, ready=months)
    return Point(i, k + 1, year, month)


def _month_day(t: Tokens, i: int, k: int, month: int, day: int, floor: int) -> Point | None:
    """May 5th, 2017."""
    end = k + 1
    if t.touches(end) and t.word[end] in ORDINAL_ENDS:
        end += 1
    elif t.touches(end) and (t.word[end].isalnum() or t.word[end] == "%"):
        return None
    j = end + (t.word[end] in (",", "of"))
    year = int(t.raw[j]) if is_year(t, j) and not counts_after(t, j + 1, "") else None
    return Point(weekday_before(t, i, floor), j + 1 if year else end, year, month, day)


def read_spoken_day(t: Tokens, k: int, end: int, day: int, floor: int) -> Point | None:
    """September eleventh, June twenty-third nineteen ninety six."""
    i = k - 1 - (t.word[k - 1] == "the")
    month = month_at(t, i) if i >= floor else 0
    if not month or not 1 <= day <= 31:
        return None
    j = end + (t.word[end] == ",")
    spoken = read_words(t, j)
    if is_year(t, j):
        return Point(weekday_before(t, i, floor), j + 1, int(t.raw[j]), month, day)
    if spoken and (spoken.form == "year" or (t.word[j + 1] == "thousand" and 2000 <= spoken.value.num < 2100)):
        return Point(weekday_before(t, i, floor), spoken.end, spoken.value.num, month, day)
    return Point(weekday_before(t, i, floor), end, None, month, day)


def _two_days(t: Tokens, k: int, j: int, day: int) -> Point | None:
    """26-28 June, the 26th to the 28th of June 2017, 9 and 16 March: a range, or both days as a set."""
    second = j + 1 + (t.word[j + 1] == "the")
    raw = t.raw[second]
    at = second + 1 + (t.word[second + 1] in ORDINAL_ENDS and t.touches(second + 1))
    at += t.word[at] == "of"
    month = month_at(t, at)
    if not month or not raw.isdecimal() or not day < int(raw[:4]) <= 31:
        return None
    last, end = int(raw), at + 1
    year_at = end + (t.word[end] in (",", "of") and is_year(t, end + 1))
    year = int(t.raw[year_at]) if is_year(t, year_at) else None
    first = Point(k, end, year, month, day)
    ends = (first.edtf(), first._replace(day=last).edtf())
    both = t.word[j] == "and" and t.word[k - 1] != "between"
    ready = f"{{{ends[0]},{ends[1]}}}" if both else f"{ends[0]}/{ends[1]}"
    return Point(k, year_at + 1 if year else end, ready=ready)


def read_day_month(t: Tokens, k: int, j: int, day: int, floor: int) -> Point | None:
    """5 May 2017, the 5th of May; 26-28 June."""
    if t.touches(j) and t.word[j] in ORDINAL_ENDS:
        j += 1
    if t.word[j] in DASHES or t.word[j] in ("to", "till", "through", "and"):
        pair = _two_days(t, k, j, day)
        if pair:
            return pair
    j += (t.word[j] == "of") or ((t.word[j] in DASHES or t.word[j] == "/") and t.touches(j))
    month = month_at(t, j)
    if not month or not (t.capital(j) or len(t.word[j]) > 3 or is_year(t, j + 1)):
        return None
    end = j + 1 + (t.word[j + 1] == "." and t.touches(j + 1) and len(t.word[j]) <= 4 and is_year(t, j + 2))
    at = end + (t.word[end] in (",", "-", "/", "of", "in") and is_year(t, end + 1))
    if not is_year(t, at) and t.numeral(at) and len(t.raw[at]) == 3 and t.raw[at].isdecimal() and at == end:
        return Point(weekday_before(t, k, floor), at + 1, int(t.raw[at]), month, day)
    year = int(t.raw[at]) if is_year(t, at) else None
    return Point(weekday_before(t, k, floor), at + 1 if year else end, year, month, day)
