"""Times of day: 22:45, 7.30pm, 3 a.m., ten o'clock, and their ranges."""

from __future__ import annotations

from docscan.analysers.numbers.drafts import Draft
from docscan.analysers.numbers.lexer import Tokens
from docscan.analysers.numbers.nouns import counts_something
from docscan.analysers.numbers.values import Value
from docscan.analysers.numbers.vocabulary import DASHES, SCALES, SMALL, TENS

_ZONES = frozenset(
    [
        "EST",
        "EDT",
        "CST",
        "CDT",
        "MST",
        "MDT",
        "PST",
        "PDT",
        "GMT",
        "UTC",
        "BST",
        "CET",
        "CEST",
        "JST",
        "IST",
        "ET",
        "PT",
    ]
)
_WORLD_ZONES = _ZONES - {"ET", "PT", "IST"}  # not taken for the words of a name
_HALVES = frozenset({"am", "pm", "a.m.", "p.m.", "a.m", "p.m"})
_AT = frozenset({"at", "until", "till", "by", "before", "after", "from"})
_DAYTIMES = frozenset({"tonight", "tomorrow", "morning", "evening", "afternoon", "night"})
_TO = frozenset({"five", "ten", "twenty"})  # at ten to four
_MINUTES = frozenset(map(str, range(1, 60)))


def read_time(t: Tokens, k: int, floor: int) -> Draft | None:
    """The time of day, or range of times, whose first figure is token `k`; 3:34.56 is a duration."""
    if ":" in t.raw[k] and (lap := _lap(t, k)):
        return lap
    end = _clock(t, k) or _past(t, k) or _daytime(t, k)
    if end:
        j = end
        if t.word[j] in DASHES or t.word[j] in ("to", "until", "till", "and"):
            second = _clock(t, j + 1)
            joined = t.word[j] != "and" or t.word[k - 1] == "between"
            if second and joined:
                return Draft(k, second, "time", form="time", bound="range")
        return Draft(k, end, "time", form="time")
    if _hour(t, k) and (t.word[k + 1] in DASHES or t.word[k + 1] in ("to", "and")):
        second = _clock(t, k + 2)
        clocked = t.word[second - 1] in _HALVES or ":" in t.raw[k + 2] or t.raw[second - 1] in _ZONES
        if second and (t.word[k + 1] != "and" or t.word[k - 1] == "between") and clocked:
            return Draft(k, second, "time", form="time", bound="range")
    return None


def _lap(t: Tokens, k: int) -> Draft | None:
    """A time run: 3:34.56, 2:01 3/5, 1:02:15.3."""
    *longer, last = t.raw[k].split(":")
    seconds, point, part = last.partition(".")
    fifths = t.raw[k + 1] if not point and t.raw[k + 1] in ("1/5", "2/5", "3/5", "4/5") else ""
    if not (point or fifths) or not all(p.isdecimal() for p in (*longer, seconds, part or "0")) or len(longer) > 2:
        return None
    if len(part) > 3 or len(seconds) != 2 or seconds > "59" or any(len(p) > 2 for p in longer):
        return None
    value = Value(int(part or "0"), 10 ** len(part)).plus(Value(int(fifths[:1] or "0"), 5))
    for place, digits in enumerate((seconds, *reversed(longer))):
        value = value.plus(Value(int(digits) * 60**place))
    return Draft(k, k + 1 + bool(fifths), "duration", value.times(Value(1, 60)), "digits", unit="minute")


def read_military(t: Tokens, k: int) -> Draft | None:
    """1405 GMT, 0930 local time, at 2300 hours, 0600-0830 GMT: four digits that no year or count explains."""
    if not _four(t.raw[k]) or (t.touches(k) and t.word[k - 1] in DASHES):
        return None
    end = _military(t, k)
    if end:
        return Draft(k, end, "time", form="time")
    if t.word[k + 1] in DASHES or t.word[k + 1] == "to":
        end = _military(t, k + 2)
        return Draft(k, end, "time", form="time", bound="range") if end else None
    return None


def _four(raw: str) -> bool:
    return len(raw) == 4 and raw.isdecimal() and raw <= "2400" and raw[2:] < "60"


def _military(t: Tokens, k: int) -> int:
    if not _four(t.raw[k]):
        return 0
    if t.raw[k + 1] in _WORLD_ZONES or t.word[k + 1] in _HALVES:
        return k + 2
    if t.word[k + 1] == "local" and t.word[k + 2] == "time":
        return k + 3
    if t.raw[k][0] == "0" and t.word[k - 1] in _AT and t.word[k + 1] not in DASHES:
        return k + 1
    hours = t.word[k + 1] in ("hours", "hrs") and (t.raw[k][0] == "0" or t.word[k - 1] in ("at", "until", "till"))
    return k + 2 if hours else 0


def _past(t: Tokens, k: int) -> int:
    """The token after half past ten, ten past eight, quarter to nine, 15 minutes to seven; else 0."""
    j = k + 1
    minutes = t.word[j] in ("minute", "minutes")
    link = t.word[j + minutes]
    part = t.word[k] in ("half", "quarter")
    told = (
        minutes or t.word[k] == "quarter" or (t.word[k - 1] == "at" and t.word[k] in _TO and t.word[j + 1] != "one")
    )
    if link != "past" and not (link == "to" and told):
        return 0
    if not part and t.raw[k] not in _MINUTES and not 0 < SMALL.get(t.word[k], TENS.get(t.word[k], 0)) < 60:
        return 0
    hour = j + minutes + 1
    plain = t.raw[hour].isdecimal() and 0 < int(t.raw[hour][:3]) <= 24
    if not plain and not 0 < SMALL.get(t.word[hour], 0) <= 12:
        return 0
    if link == "to" and (t.word[hour + 1] in SMALL or t.word[hour + 1] in TENS or t.word[hour + 1] in SCALES):
        return 0
    end = hour + 1
    return end + (t.word[end] in _HALVES or t.word[end] in ("o'clock", "o’clock"))


def _daytime(t: Tokens, k: int) -> int:
    """The token after "4 in the morning", "nine at night" where a preposition leads to it; else 0."""
    if t.word[k - 1] not in _AT and t.word[k - 1] not in ("around", "about", "since"):
        return 0
    plain = t.raw[k].isdecimal() and 0 < int(t.raw[k][:3]) <= 12
    if not plain and not 0 < SMALL.get(t.word[k], 0) <= 12:
        return 0
    after = t.word[k + 1 : k + 4]
    if after[:2] == ["in", "the"] and after[2] in ("morning", "afternoon", "evening"):
        return k + 4
    led = t.word[k - 1] == "at" and t.word[k - 2] in _DAYTIMES
    if led and (t.raw[k + 1] in ("", ".", ",", ";", "\n") or after[0] in ("and", "for", "in", "on", "when", "to")):
        return k + 1  # tomorrow at 5
    near = after[:2] in (["at", "night"], ["last", "night"], ["this", "morning"], ["this", "evening"])
    return k + 3 if near or after[:2] == ["this", "afternoon"] else 0


def _clock(t: Tokens, k: int) -> int:
    """The token after a time of day that begins at `k`, else 0."""
    raw, after = t.raw[k], t.word[k + 1]
    if raw.isalpha():
        spoken = _spoken_minutes(t, k)
        if spoken:
            return _zone(t, spoken + (t.word[spoken] in _HALVES))
    colon = ":" in raw and _clock_face(raw.split(":"))
    if not colon and not _hour(t, k):
        return 0
    if (after in _HALVES and t.raw[k + 1][0] in "apAP") or after in ("o'clock", "o’clock", "oclock"):
        return _zone(t, k + 2)
    if raw == "12" and after in ("noon", "midnight"):
        return k + 2
    return _zone(t, k + 1) if colon else 0


def _zone(t: Tokens, j: int) -> int:
    """The token after GMT, Eastern time or local time at token `j`, else `j`."""
    if t.raw[j] in _ZONES:
        return j + 1
    if t.raw[j] in ("Eastern", "Central", "Mountain", "Pacific"):
        at = j + 1 + (t.word[j + 1] in ("standard", "daylight") and t.word[j + 2] == "time")
        if t.word[at] == "time":
            return at + 1
        return j if t.capital(at) else j + 1
    return j + 2 if t.word[j] == "local" and t.word[j + 1] == "time" else j


def _spoken_minutes(t: Tokens, k: int) -> int:
    """The token after nine-thirty, or after nine thirty a.m.; else 0."""
    if not 0 < SMALL.get(t.word[k], 0) <= 12:
        return 0
    j = k + 1 + (t.word[k + 1] in DASHES and t.touches(k + 1))
    word = t.word[j]
    if word not in TENS and not 10 <= SMALL.get(word, 0) < 20:
        return 0
    end = j + 1
    if word in TENS and t.word[end] in DASHES and 0 < SMALL.get(t.word[end + 1], 0) < 10:
        end += 2
    hyphen = j > k + 1 and TENS.get(word, 0) < 60 and not (t.word[end] in DASHES and t.touches(end))
    led = t.word[k - 1] in ("at", "around", "until") and not counts_something(t, end)
    return end if hyphen or led or t.word[end] in _HALVES or _zone(t, end) > end else 0


def _clock_face(parts: list[str]) -> bool:
    if len(parts) not in (2, 3) or len(parts[0]) > 2 or not all(p.isdecimal() for p in parts):
        return False
    return int(parts[0]) <= 24 and all(len(p) == 2 and int(p) < 60 for p in parts[1:])


def _hour(t: Tokens, k: int) -> bool:
    raw = t.raw[k]
    if raw.isdecimal():
        return (len(raw) <= 2 and int(raw) <= 24) or (
            len(raw) == 4 and raw <= "2400" and t.word[k + 1] in ("a.m.", "p.m.")
        )
    whole, point, minutes = raw.partition(".")
    if point:
        return whole.isdecimal() and len(whole) <= 2 and int(whole) <= 24 and len(minutes) == 2 and minutes < "60"
    return 0 < SMALL.get(t.word[k], 0) <= 12
