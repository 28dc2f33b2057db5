"""Years by themselves, with an era, in two digits, as decades."""

from __future__ import annotations

from docscan.analysers.numbers.lexer import Tokens
from docscan.analysers.numbers.nouns import plural
from docscan.analysers.numbers.points import Point, is_year
from docscan.analysers.numbers.units import measures
from docscan.analysers.numbers.vocabulary import DASHES, MONEY_SIGNS, ORDINALS, SMALL, members, unit_symbols

ERAS = {
    "bc": True,
    "bce": True,
    "b.c.": True,
    "b.c.e.": True,
    "ad": False,
    "ce": False,
    "a.d.": False,
    "c.e.": False,
}
_SIGNS = MONEY_SIGNS | {"#"}
_COMPARED = frozenset(["rather", "other", "later", "earlier", "sooner", "better", "worse", "stronger", "weaker"])
_PREFIXES = frozenset({"post", "pre", "mid", "late", "early", "since", "end"})


def read_decade(t: Tokens, k: int, number: int) -> Point | None:
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
        if lead in _SIGNS:
            return None  # a handful of $20s
        return Point(start, end, ready=f"XX{raw[0]}X") if lead not in members("owners") and number else None
    return Point(k, end, ready=f"{raw[:2]}XX" if number % 100 == 0 else f"{raw[:3]}X")


def read_era(t: Tokens, k: int, number: int, floor: int) -> Point | None:
    """450 BC, 347 AD, AD 842."""
    before = ERAS.get(t.word[k + 1])
    if before is not None and t.raw[k + 1].isupper():
        return Point(k, k + 2, 1 - number if before else number, ready=f"-{number - 1:04d}" if before else None)
    if t.raw[k - 1] in ("AD", "A.D.") and k > floor:
        return Point(k - 1, k + 1, number)
    return None


def read_bare_year(t: Tokens, k: int, number: int) -> Point | None:
    """A year by itself: four digits that neither count nor measure anything; '08 after "in"."""
    lead = t.word[k - 1]
    if len(t.raw[k]) == 2 and lead in ("'", "’", "‘") and t.touches(k):
        return Point(k - 1, k + 1, ready=f"XX{t.raw[k]}") if _elided(t, k) else None
    if not is_year(t, k):
        return Point(k, k + 1, number) if _early_year(t, k, number) else None
    if lead in _SIGNS or (lead == "to" and t.word[k - 2] == "up") or _bounded_count(t, k) or _counted(t, k, number):
        return None
    if t.touches(k) and lead in ("-", "–", "/") and t.word[k - 2].isalpha() and t.word[k - 2] not in _PREFIXES:
        return None
    strong = lead in members("year_leads") or t.word[k + 1] in DASHES or t.word[k + 1] == ")"
    strong = strong or (lead == "." and t.word[k - 2] in ("c", "ca"))
    named = number < 1900 and t.raw[k - 1].isupper() and len(t.raw[k - 1]) > 1  # HB 1523
    if (number < 1500 or number > 2100 or named) and not strong:
        return None
    if t.word[k + 1] in ("fiscal", "financial", "calendar") and t.word[k + 2] == "year":
        return Point(k, k + 3, number)  # the 1990 fiscal year
    return _with_quarter(t, k, number)


def _bounded_count(t: Tokens, k: int) -> bool:
    """Whether a bound or hedge that only counts have stands before token `k`: "more than 2010"."""
    lead, before = t.word[k - 1], t.word[k - 2]
    if lead not in members("count_leads") or (t.word[k + 1] in DASHES and is_year(t, k + 2)):
        return False
    if lead == "than" and (before in _COMPARED or t.word[k + 1] in ("'", "’")):
        return False  # longer than 1988's, better than 1988
    since = lead == "least" and t.word[k - 3] in ("since", "until", "from", "by", "to")
    return not since


def _elided(t: Tokens, k: int) -> bool:
    """Whether the two digits at `k` behind an apostrophe are a year: in '08, 1976 and '77, '87-model."""
    before, after, joined = t.word[k - 2], t.word[k + 1], t.word[k + 1] in DASHES
    return (
        before in members("year_leads")
        or before in DASHES
        or before == "of"
        or (before in ("and", "or", ",") and (is_year(t, k - 3) or t.word[k - 4] in ("'", "’")))
        or (before in members("articles") and not counts_after(t, k + 1, ""))
        or (joined and t.word[k + 2] in ("'", "’", "‘", "model", "style", "era", "season"))
        or after in ("season", "election", "campaign", "championship")
    )


def _counted(t: Tokens, k: int, number: int) -> bool:
    """Whether a noun behind the figure makes it a count; news prints a comma in all but the roundest of these."""
    if not counts_after(t, k + 1, t.word[k - 1]):
        return False
    word = t.word[k + 1]
    recent = 1900 <= number <= 2100 and number % 100 and word.isalpha() and not measures(t, k + 1)
    people = word in members("persons") and not 1990 <= number <= 2035  # the 2016 candidates
    return not recent or people or word in members("countable")


def _with_quarter(t: Tokens, k: int, year: int) -> Point:
    """1988; 1988's third quarter, the 1988 first half."""
    owned = t.word[k + 1] in ("'", "’") and t.word[k + 2] == "s"
    j = k + 3 if owned else k + 1
    rank = ORDINALS.get(t.word[j], 0)
    part = {"quarter": 32, "half": 39}.get(t.word[j + 1 + (t.word[j + 1] in DASHES)], 0)
    if part and 1 <= rank <= (4 if part == 32 else 2):
        return Point(k, j + 2 + (t.word[j + 1] in DASHES), ready=f"{year}-{part + rank}")
    return Point(k, k + 1, year)


def _early_year(t: Tokens, k: int, number: int) -> bool:
    """Whether two or three digits are a year: after circa or "the year", or in a text that writes AD or BC."""
    lead = t.word[k - 1]
    if t.start[k] - t.end[k - 1] > 1 or not 32 <= number < 1000 or counts_after(t, k + 1, lead):
        return False
    if t.raw[k + 1] in unit_symbols() and t.raw[k + 1] != "in":
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
        t.era = not ERAS.keys().isdisjoint(t.word) and any(
            w in ERAS and t.raw[i].isupper() and (t.numeral(i - 1) or t.numeral(i + 1)) for i, w in enumerate(t.word)
        )
        circa = "c" in t.word and any(
            w == "c" and t.word[i + 1] == "." and t.numeral(i + 2) for i, w in enumerate(t.word[:-2])
        )
        t.era = t.era or circa
    return t.era


def counts_after(t: Tokens, j: int, lead: str) -> bool:
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
