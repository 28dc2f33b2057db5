"""How far a figure reaches: compounds, day sets, shared units, clocks, powers, and what only looks like one."""

from collections.abc import Callable

import pytest

from docscan.records import Number

Figures = Callable[..., tuple[Number, ...]]
One = Callable[..., Number]

EXTENTS = {
    # clocks
    "The siren rang at 1405 GMT.": [("time", "1405 GMT")],
    "Ferries sail 0600-0830 GMT and at 2300 hours.": [("time", "0600-0830 GMT"), ("time", "2300 hours")],
    "The harbour opened at 0715 on Friday.": [("time", "0715")],
    "It was half past ten when the bell rang at quarter to nine.": [
        ("time", "half past ten"),
        ("time", "quarter to nine"),
    ],
    "The bakery is open from 7 to 9:30.": [("time", "7 to 9:30")],
    "They worked 1400 hours on the dam.": [("duration", "1400 hours")],
    "She woke at 4 in the morning.": [("time", "4 in the morning")],
    "They rescued 4 in the morning.": [("cardinal", "4")],
    "The bell rang at eleven thirty this morning.": [("time", "eleven thirty")],
    "It airs at 8:00 Eastern, 12 noon or 6 a.m. local time.": [
        ("time", "8:00 Eastern"),
        ("time", "12 noon"),
        ("time", "6 a.m. local time"),
    ],
    "It rings at ten to four on most days.": [("time", "ten to four")],
    # dates
    "It fell on September eleventh two thousand one.": [("date", "September eleventh two thousand one")],
    "The '90-'91 season and the 1994 seasons after 1990/1991.": [
        ("date", "'90-'91"),
        ("date", "1994"),
        ("date", "1990/1991"),
    ],
    "It rained from May 26th to 28th June.": [("date", "May 26th to 28th June")],
    "Open Nov-Feb 2017.": [("date", "Nov-Feb 2017")],
    "We meet on friday 7/23 or on Tuesday 2019-07-30.": [("date", "friday 7/23"), ("date", "Tuesday 2019-07-30")],
    "Closed on Dec. 24 and 25.": [("date", "Dec. 24 and 25")],
    "Voting is on June 5, 6 and 7, 1990.": [("date", "June 5, 6 and 7, 1990")],
    "On May 5, 12 people fell ill.": [("date", "May 5"), ("cardinal", "12")],
    "On July 4 and 9 percent more.": [("date", "July 4"), ("percent", "9 percent")],
    "The fair runs from the 26th to the 28th of June.": [("date", "26th to the 28th of June")],
    "He is away April 9th through 17th.": [("date", "April 9th through 17th")],
    "She wrote it between May and June in 1981.": [("date", "May and June in 1981")],
    "Logged 23/Sep/2020 and again 2019-Aug-01.": [("date", "23/Sep/2020"), ("date", "2019-Aug-01")],
    "Orders fell in H1 2019 and in 2017 Q1.": [("date", "H1 2019"), ("date", "2017 Q1")],
    "They meet on Monday 14th.": [("date", "Monday 14th")],
    "He left in October two thousand and five.": [("date", "October two thousand and five")],
    "It was sent last month and 3 weeks later it came.": [("duration", "3 weeks")],
    "First-half profit rose; exports fall in the second half.": [("date", "First-half"), ("date", "second half")],
    "The quay opens at end-1990.": [("date", "1990")],
    "It ran 15 minutes longer than 1988's.": [("duration", "15 minutes"), ("date", "1988")],
    # amounts
    "It ran for 10⁵ seconds.": [("duration", "10⁵ seconds")],
    "It is a quarter to a third of the whole.": [("fraction", "a quarter to a third")],
    "He told a boy of nine.": [("age", "nine")],
    "It was sold at $9.95 to 12,000 buyers.": [("money", "$9.95"), ("cardinal", "12,000")],
    "The dividend is 45 Canadian cents.": [("money", "45 Canadian cents")],
    "One-hundred-fifty ships.": [("cardinal", "One-hundred-fifty")],
    "It pays $15/hour.": [("money", "$15/hour")],
    "It is a one-in-five chance.": [("ratio", "one-in-five")],
    "Boys aged between 14 and 17 sang.": [("age", "14 and 17")],
    "Buy it at 7-Eleven on Fifth Avenue or ring a 1-800 number.": [],
    "Rates fell in the past two quarters.": [("duration", "two quarters")],
    "It pays five to 10 cents a share.": [("money", "five to 10 cents")],
    "Some $US5 million and Cdn$6.": [("money", "$US5 million"), ("money", "Cdn$6")],
    "Cut it by a third to a half.": [("fraction", "a third to a half")],
    "It sold half-a-million records.": [("cardinal", "half-a-million")],
    "Debts of SKr 3 billion.": [("money", "SKr 3 billion")],
    "It falls at 9.8 m/s2.": [("quantity", "9.8 m/s2")],
    "She won 6-4, 6-7, 7-5.": [("ratio", "6-4"), ("ratio", "6-7"), ("ratio", "7-5")],
    "A box costs 20 € a day.": [("money", "20 €")],
    "They paid 80 USD million.": [("money", "80 USD million")],
    "Shares lost 4.5pc.": [("percent", "4.5pc")],
    "The walk took 2-1/2 days.": [("duration", "2-1/2 days")],
    "A one-day, 24-hour strike began.": [("duration", "one-day"), ("duration", "24-hour")],
    "The rod is 5.2 +/- 0.3 mm long.": [("quantity", "5.2 +/- 0.3 mm")],
    "Makers sold 800,000 F-Type cars.": [("cardinal", "800,000")],
    "About one twenty-fifth of it is salt.": [("fraction", "one twenty-fifth")],
    "They say that one or two ships sank.": [("cardinal", "one or two")],
    "A two-for-one split and a 10-to-one bet.": [("ratio", "two-for-one"), ("ratio", "10-to-one")],
    "He had a 3-for-4 night.": [("ratio", "3-for-4")],
    "Highs will be in the upper 60s.": [("quantity", "60s")],
    "Readings in the 30s°F are usual.": [("quantity", "30s°F")],
    "She dressed as in the 60s.": [("date", "60s")],
}


@pytest.mark.parametrize("text", EXTENTS)
def test_the_whole_expression_is_one_figure(figures: Figures, text: str) -> None:
    """Every figure is reported with its kind and the extent that a reader would mark."""
    assert [(n.kind, n.figure.text) for n in figures(text)] == EXTENTS[text]


@pytest.mark.parametrize(
    "text",
    [
        "The second-half pressure told at half-time.",
        "Her half-brother ran a half-marathon.",
        "The half-hourly buses were half-empty.",
    ],
)
def test_half_in_a_compound_halves_nothing(figures: Figures, text: str) -> None:
    """Half-time, a half-brother and a second-half goal hold no fraction."""
    assert [n for n in figures(text) if n.kind == "fraction"] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It holds 2^10 items.", 1024),
        ("It holds 8x2^10 bits.", 8192),
        ("Some 2-1/2 years.", 2.5),
        ("The odds are 2^-1.", 0.5),
    ],
)
def test_powers_and_mixed_fractions_have_their_value(one: One, text: str, value: float) -> None:
    """Raised and mixed figures are worked out."""
    assert one(text).value == value


def test_a_huge_power_is_not_worked_out(figures: Figures) -> None:
    """An exponent beyond the digits kept leaves the figures as they stand."""
    assert [n.value for n in figures("It is 99^999.")] == [99, 999]


@pytest.mark.parametrize(
    ("text", "kind", "unit"),
    [
        ("Sales rose 8 and 9 percent.", "percent", None),
        ("Give 45 and 50 mg.", "quantity", "milligram"),
        ("They are 23 and 25 years old.", "age", "year"),
        ("Her 3- and 5-year-old sons.", "age", "year"),
        ("The 10- and 30-year bonds.", "duration", "year"),
    ],
)
def test_two_figures_share_the_unit_behind_the_second(
    figures: Figures, text: str, kind: str, unit: str | None
) -> None:
    """The first of two coordinated figures takes kind and unit from the second."""
    assert [(n.kind, n.unit) for n in figures(text)] == [(kind, unit)] * 2


def test_a_column_of_results_keeps_its_figures_and_counts_nothing(figures: Figures) -> None:
    """Names and scores line by line: no score is part of a name and none counts the next name."""
    text = "Results\n\nRovers 3\nCastleby 2\nHullton 1\nLeedham 0\n\nThe season was long for all of them."
    assert [(n.value, n.of) for n in figures(text)] == [(3, None), (2, None), (1, None), (0, None)]


def test_a_row_of_a_table_counts_nothing_of_the_next(figures: Figures) -> None:
    """The last cell of a row does not count the name that opens the next row."""
    rows = "".join(f"{name:<16}14   4   3   7   17  24   -7   15\n" for name in ("Vardby FK", "Askholm", "Lyngdale"))
    assert {n.of for n in figures("Table\n\n" + rows)} == {None}


def test_days_of_a_month_are_a_set(one: One) -> None:
    """Dates joined by "and" are an EDTF set, halves of a year have a code."""
    assert one("Closed on Dec. 24 and 25.").date == "{XXXX-12-24,XXXX-12-25}"
    assert one("In H2 2019.").date == "2019-41"
