"""Dates: days, months, quarters, years, decades, centuries and their ranges, as EDTF (ISO 8601-2).

Only what the text says becomes part of the date: "May 5" is XXXX-05-05, "the 1990s" 199X, "the third quarter of
2009" 2009-35; an ambiguous 6/7/2017 keeps its year only. Nothing is resolved against today.
"""

from __future__ import annotations

from docscan.analysers.numbers.days import (
    is_nine_eleven,
    read_dashes,
    read_day_or_month,
    read_iso,
    read_packed,
    read_slashes,
    read_spoken_day,
)
from docscan.analysers.numbers.drafts import Draft
from docscan.analysers.numbers.lexer import Tokens
from docscan.analysers.numbers.nouns import is_stop
from docscan.analysers.numbers.number_words import read_ordinal, read_words
from docscan.analysers.numbers.periods import (
    read_compact,
    read_numbered,
    read_ordinal_date,
    read_short_quarter,
    read_year_part,
)
from docscan.analysers.numbers.points import Point, is_year, month_at
from docscan.analysers.numbers.vocabulary import DASHES, DECADES, MONTHS, ORDINAL_ENDS, SMALL, WEEKDAYS, members
from docscan.analysers.numbers.years import counts_after, read_bare_year, read_decade, read_era


def read_date(t: Tokens, k: int, floor: int) -> Draft | None:
    """The date or date range whose first figure is token `k`; nothing before token `floor` is used."""
    first = _point(t, k, floor)
    if first is None:
        return None
    first = _ended(t, first)
    j = first.end
    joined = t.word[j] in DASHES or t.word[j] in ("to", "through", "until", "till", "and")
    if joined and (t.word[j] != "and" or t.word[first.start - 1] == "between"):
        second = _second(t, first, j + 1, t.word[j] in DASHES)
        if second:
            return _range(t, first, second)
    more = _more_days(t, first)
    if more:
        return more
    start, date = _start(t, first.start, floor), first.edtf()
    if t.word[start + 1] in ("ended", "ending") and date:
        date = "/" + date  # a period whose beginning is not stated
    return Draft(start, first.end, "date", form="date", date=date)


def _more_days(t: Tokens, first: Point) -> Draft | None:
    """Dec. 24 and 25; June 5, 6 and 7, 1990: days of one month, as a set."""
    if not first.month or not first.day or first.year or t.word[first.end - 1] in MONTHS:
        return None
    days, j = [first.day], first.end
    while len(days) < 8 and t.word[j] in (",", "and"):
        k = j + 1 + (t.word[j] == "," and t.word[j + 1] == "and")
        raw = t.raw[k]
        if not (raw.isdecimal() and len(raw) <= 2 and days[-1] < int(raw) <= 31):
            return None
        last = t.word[k - 1] == "and"
        days.append(int(raw))
        j = k + 1 + (t.word[k + 1] in ORDINAL_ENDS and t.touches(k + 1))
        if last:
            break
    if len(days) < 2 or t.word[j] in ("%", "percent", ":", "/") or (t.word[j].isalpha() and not is_stop(t.word[j])):
        return None
    year_at = j + (t.word[j] == ",")
    year = int(t.raw[year_at]) if is_year(t, year_at) else None
    dates = ",".join(first._replace(year=year, day=day).edtf() or "" for day in days)
    return Draft(first.start, year_at + 1 if year else j, "date", form="date", date=f"{{{dates}}}")


def _start(t: Tokens, start: int, floor: int) -> int:
    """The start widened by "mid-", "the week of", "the quarter ended"."""
    lead, before = t.word[start - 1], t.word[start - 2]
    mid = lead in DASHES and before == "mid"
    period = lead in ("of", "ended", "ending") and before in members("calendar_periods")
    period = period and (lead != "of" or before in ("week", "weekend"))
    return start - 2 if (mid or period) and start - 2 >= floor else start


def _ended(t: Tokens, first: Point) -> Point:
    """`first` with the day it ended: "the third quarter ended Sept. 30"."""
    if t.word[first.end] not in ("ended", "ending"):
        return first
    last = read_end(t, first.end)
    return Point(first.start, last.end, ready=first.edtf() or "") if last else first


def read_end(t: Tokens, j: int) -> Point | None:
    """The date after "ended" at token `j`."""
    for k in range(j + 1, j + 5):
        if t.numeral(k):
            point = _point(t, k, j + 1)
            return point if point and point.start == j + 1 else None
    return None


def _second(t: Tokens, first: Point, at: int, dash: bool) -> Point | None:
    """The date after a connector: a full one, a day of the same month, or a year in two digits."""
    k = at
    while k < at + 4 and not t.numeral(k):
        if t.word[k] not in MONTHS and t.word[k] not in WEEKDAYS and t.word[k] not in ",.'’‘/":
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
        and not month_at(t, k + 1 + (t.word[k + 1] in ORDINAL_ENDS))
        and (dash or number > (first.day or 0))
    ):
        end = k + 1 + (t.word[k + 1] in ORDINAL_ENDS and t.touches(k + 1))
        year_at = end + (t.word[end] == ",")
        year = int(t.raw[year_at]) if is_year(t, year_at) else first.year
        return Point(k, year_at + 1 if year != first.year else end, year, first.month, number)
    letters = t.touches(k + 1) and (t.word[k + 1].isalnum() or t.word[k + 1] == "%")
    short = dash and len(raw) == 2 and not letters
    if first.month is None and first.year is not None and short and number > first.year % 100:
        return Point(k, k + 1, first.year - first.year % 100 + number)
    if first.year is not None and first.month is None and is_year(t, k) and k == at and number >= first.year:
        return Point(k, k + 1, number) if not counts_after(t, k + 1, t.word[k - 1]) else None
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
    tens = k + 1 + (t.word[k + 1] in DASHES)
    if t.word[tens] in DECADES and 13 <= SMALL.get(word, 0) <= 20:  # the nineteen sixties
        return Point(k, tens + 1, ready=f"{SMALL[word]}{DECADES[t.word[tens]] // 10}X")
    ordinal = read_ordinal(t, k)
    if ordinal:
        return read_ordinal_date(t, k, ordinal.end, ordinal.value.num, floor)
    words = read_words(t, k)
    if words and words.form == "year":
        return Point(k, words.end, words.value.num)
    if words and words.value.den == 1 and t.word[k - 1] in MONTHS:
        spoken = read_spoken_day(t, k, words.end, words.value.num, floor)
        if spoken:
            return spoken
    if words and words.value.den == 1 and (counted := read_numbered(t, k, words.end, words.value.num, floor)):
        return counted
    if words and words.value.den == 1 and 2000 <= words.value.num < 2100 and t.word[k + 1] == "thousand":
        lead = t.word[k - 1]
        if (lead in members("year_leads") or lead in MONTHS) and not counts_after(t, words.end, ""):
            month = month_at(t, k - 1) if k > floor else 0
            return Point(k - 1 if month else k, words.end, words.value.num, month or None)
    return None


def _digits(t: Tokens, k: int, floor: int) -> Point | None:
    raw = t.raw[k]
    if t.touches(k) and t.word[k - 1] in ("q", "h", "fy", "cy") and len(raw) <= 4:
        return read_compact(t, k, floor)
    if len(raw) == 1 and (quarter := read_short_quarter(t, k)):
        return quarter
    if not raw.isdecimal():
        return read_slashes(t, k, floor)
    if len(raw) > 4:
        return read_packed(t, k)
    number = int(raw)
    if is_year(t, k) and (compact := read_year_part(t, k, number)):
        return compact
    if len(raw) <= 2 and t.word[k + 1] in DASHES and t.word[k + 3] in DASHES and (day := read_dashes(t, k, floor)):
        return day
    if len(raw) == 4 and (t.word[k + 1] in DASHES or t.word[k + 1] == "/") and t.touches(k + 1):
        iso = read_iso(t, k, number, floor)
        if iso:
            return iso
    if number == 9 and is_nine_eleven(t, k):
        return Point(k, k + 3, None, 9, 11)
    found = read_day_or_month(t, k, number, floor)
    if found:
        return found
    ordinal = t.word[k + 1] in ORDINAL_ENDS and t.touches(k + 1)
    if ordinal:
        return read_ordinal_date(t, k, k + 2, number, floor)
    return (
        read_decade(t, k, number)
        or read_era(t, k, number, floor)
        or read_numbered(t, k, k + 1, number, floor)
        or read_bare_year(t, k, number)
    )
