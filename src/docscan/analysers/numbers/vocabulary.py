"""The number words of English and the small closed classes round them; units and currencies come as data.

Module level holds only what the lexer needs to find candidates; the rest is built on first use.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, TypeVar

from docscan.lexicons import mapping, words

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
SMALL = {w: n for n, w in enumerate((_UNITS + " seventeen eighteen nineteen").split())}
SMALL |= {"nought": 0, "naught": 0}
TENS = {
    w: 10 * n for n, w in enumerate(["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"], 2)
}
TENS["fourty"] = 40
SCALES = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "lakh": 10**5,
    "lac": 10**5,
    "lkh": 10**5,
    "crore": 10**7,
    "crores": 10**7,
    "lakhs": 10**5,
    "cr": 10**7,
}
#: scale letters that follow a figure directly ("1.2M", "$3bn"), the cases that count are told apart in `digits`
SUFFIXES = {
    "k": 10**3,
    "m": 10**6,
    "mm": 10**6,
    "mn": 10**6,
    "mln": 10**6,
    "bn": 10**9,
    "bln": 10**9,
    "b": 10**9,
    "tn": 10**12,
    "trn": 10**12,
    "t": 10**12,
    "g": 10**9,
}
ORDINALS = {
    w: n
    for n, w in enumerate(
        [
            "zeroth",
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
        ]
    )
}
ORDINALS |= {t[:-1] + "ieth": n for t, n in TENS.items()}
HIGH_ORDINALS = {s + "th": n for s, n in {"hundred": 100, **SCALES}.items() if n >= 100 and len(s) > 5}
PARTS = {w + "s": n for w, n in {**ORDINALS, **HIGH_ORDINALS}.items() if n > 2}
PARTS |= {"half": 2, "halves": 2, "quarter": 4, "quarters": 4}
PLURALS = {"tens": 10, "dozens": 12, "scores": 20, "hundreds": 100}
PLURALS |= {s + "s": n for s, n in SCALES.items() if len(s) > 5}
MULTIPLES = {"doubled": 2, "tripled": 3, "trebled": 3, "quadrupled": 4, "quintupled": 5, "halved": 0}
FOLDS = {w + "fold": n for w, n in SMALL.items() if n > 1} | {"hundredfold": 100}
VULGAR_FRACTIONS = {
    c: (n, d)
    for c, n, d in zip(
        "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞",
        (1, 1, 2, 1, 3, 1, 2, 3, 4, 1, 5, 1, 3, 5, 7),
        (2, 3, 3, 4, 4, 5, 5, 5, 5, 6, 6, 8, 8, 8, 8),
        strict=True,
    )
}
SOMETHINGS = {w + end: n for w, n in TENS.items() for end in ("something", "somethings")}
CARDINALS = SMALL | TENS | {"hundred": 100, "dozen": 12, "dozens": 12} | SCALES
SEEDS = frozenset(
    CARDINALS.keys() - {"cr", "lac"}
    | ORDINALS.keys()
    | HIGH_ORDINALS.keys()
    | PARTS.keys()
    | PLURALS.keys()
    | MULTIPLES.keys() - {"halved"}
    | FOLDS.keys()
    | VULGAR_FRACTIONS.keys()
    | SOMETHINGS.keys()
    | {"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"}
)
DECADES = {t[:-1] + "ies": n for t, n in TENS.items()}

MONTHS = {
    w: n
    for n, w in enumerate(
        [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ],
        1,
    )
}
MONTHS |= {
    w: n
    for n, w in enumerate(["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"], 1)
}
MONTHS["sept"] = 9
WEEKDAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
    ]
)
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}  # EDTF, ISO 8601-2
#: (larger unit, smaller unit): how many of the smaller make one of the larger
SMALLER = {
    ("foot", "inch"): 12,
    ("yard", "foot"): 3,
    ("meter", "centimeter"): 100,
    ("kilometer", "meter"): 1000,
    ("pound", "ounce"): 16,
    ("millennium", "year"): 1000,
    ("year", "month"): 12,
    ("year", "week"): 52,
    ("year", "day"): 365,
    ("month", "week"): 4,
    ("month", "day"): 30,
    ("week", "day"): 7,
    ("day", "hour"): 24,
    ("hour", "minute"): 60,
    ("hour", "second"): 3600,
    ("minute", "second"): 60,
    ("second", "millisecond"): 1000,
}
ORDINAL_ENDS = frozenset({"st", "nd", "rd", "th"})
MONEY_SIGNS = frozenset("$£€¥")
DASHES = frozenset("-–—−‐‑~")
MINUS = frozenset("-−")


@cache
def members(name: str) -> frozenset[str]:
    """The closed word class `name` (lexicons/number_classes.txt)."""
    return frozenset(mapping("number_classes")[name].split())


_T = TypeVar("_T")
#: the first word of a phrase → (its other words, what it means), longest first
Phrases = dict[str, list[tuple[tuple[str, ...], _T]]]


class Unit(NamedTuple):
    """A unit's canonical singular and whether it measures time."""

    name: str
    time: bool


class Currency(NamedTuple):
    """An ISO 4217 code; `assumed` when the word or symbol leaves the country open; `per`: parts of the main unit."""

    code: str
    assumed: bool
    per: int


def _forms(name: str) -> set[str]:
    plural = name[:-1] + "ies" if name.endswith("y") and name[-2] not in "aeo" else name + "s"
    both = {name, plural} if not name.endswith(("s", "z", "x")) else {name, name + "es"}
    for american, british in (("meter", "metre"), ("liter", "litre"), ("gram", "gramme")):
        both |= {f.replace(american, british) for f in both}
    return both


def _add(table: Phrases[_T], form: str, meaning: _T) -> None:
    first, *rest = form.replace("-", "_-_").split("_")
    table.setdefault(first, []).append((tuple(rest), meaning))
    table[first].sort(key=lambda entry: -len(entry[0]))


@cache
def unit_words() -> Phrases[Unit]:
    """Lower-case first word → the rest of the words and the unit, longest first."""
    table: Phrases[Unit] = {}
    for name, time in (("units", False), ("durations", True)):
        for line in sorted(words(name)):
            canonical, more, *_ = [*line.split("\t"), ""]
            for form in sorted(_forms(canonical) | set(more.split())):
                _add(table, form, Unit(canonical.replace("_", " "), time))
    return table


@cache
def unit_symbols() -> dict[str, Unit]:
    """Symbols as written ("km", "GB") → the unit."""
    table = {}
    for line in sorted(words("units")):
        canonical, *more = line.split("\t")
        for symbol in more[1].split() if len(more) > 1 else ():
            table[symbol] = Unit(canonical.replace("_", " "), False)
    return table


def _currency(code: str, form: str, per: int = 1) -> tuple[str, Currency]:
    return form.rstrip("?"), Currency(code.rstrip("?"), form.endswith("?") or code.endswith("?"), per)


@cache
def currency_words() -> Phrases[Currency]:
    """Lower-case first word of a currency's or a coin's name → the rest and the currency, longest first."""
    table: Phrases[Currency] = {}
    for line in sorted(words("currencies")):
        code, *more = line.split("\t")
        for form, meaning in [_currency(code, f) for f in [code.lower(), *more[0].split()]]:
            _add(table, form, meaning)
    for line in sorted(words("coins")):
        form, code = line.split("\t")
        _add(table, form, _currency(code, form, 100)[1])
    return table


@cache
def currency_symbols() -> dict[str, Currency]:
    """Symbols and codes as written before a figure ("US$", "£", "Rs.", "EUR") → the currency."""
    table = {}
    for line in sorted(words("currencies")):
        code, *more = line.split("\t")
        table[code] = Currency(code, False, 1)
        for form in more[1].split() if len(more) > 1 else ():
            symbol, meaning = _currency(code, form)
            table[symbol] = meaning
    return table
