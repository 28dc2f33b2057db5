"""What the words round a figure do to it."""

import pytest


@pytest.mark.parametrize(
    ("text", "bound", "low", "high"),
    [
        ("At least 40 men hid.", "at_least", 40, None),
        ("No fewer than 12 officers came.", "at_least", 12, None),
        ("Upwards of 5,000 volumes burned.", "at_least", 5000, None),
        ("Fifty or more delegates left.", "at_least", 50, None),
        ("The 200-plus guests left.", "at_least", 200, None),
        ("10,000+ marchers came.", "at_least", 10000, None),
        ("More than 300 died.", "more_than", 300, None),
        ("Over 900 seekers came.", "more_than", 900, None),
        ("Cars with exceeding 150 bolts failed.", "more_than", 150, None),
        ("Well above 2 million units sold.", "more_than", 2000000, None),
        ("Up to 700 workers will go.", "at_most", None, 700),
        ("As many as 50 houses burned.", "at_most", None, 50),
        ("No more than 12 came.", "at_most", None, 12),
        ("100 or fewer came.", "at_most", None, 100),
        ("Fewer than 1,200 rhinos remain.", "less_than", None, 1200),
        ("Just under 3.4 million ballots came.", "less_than", None, 3400000),
        ("100 or over came.", "at_least", 100, None),
    ],
)
def test_bound(one, text, bound, low, high):
    """A bounding phrase sets one end; the open ends are marked as excluded."""
    found = one(text)
    assert (found.bound, found.low, found.high) == (bound, low, high)
    assert found.value == (low if low is not None else high)
    assert found.low_open == (bound == "more_than")
    assert found.high_open == (bound == "less_than")


@pytest.mark.parametrize(
    "text",
    [
        "About 1,500 soldiers left.",
        "Some 30,000 troops moved.",
        "Nearly 200 flights were cut.",
        "Forty or so boats came.",
        "The 40-odd members left.",
        "An estimated 9.8 million watched.",
        "It has ~300 seats.",
        "Somewhere around 80 came.",
    ],
)
def test_hedge_is_approximate(one, text):
    """A hedge marks the figure as approximate and keeps its value and its words."""
    found = one(text)
    assert found.approx and found.bound == "approx" and found.value is not None
    assert found.modifier and found.modifier in text


def test_over_a_stretch_of_time_is_no_bound(one):
    """`over` bounds only the figure it touches."""
    assert one("It grew over the past 30 years.").bound == "exact"


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("It cost $2 million over 10 years.", "exact"),
        ("He served for over 10 years.", "more_than"),
        ("Over 10 years ago it fell.", "more_than"),
    ],
)
def test_over_a_number_of_years(figures, text, bound):
    """`over 10 years` bounds where something lasts that long, else it means during them."""
    assert figures(text)[-1].bound == bound


def test_up_to_after_a_rise_is_no_bound(figures):
    """`edged up to 5.3%` tells where it went."""
    assert figures("Unemployment edged up to 5.3% in May.")[0].bound == "exact"


def test_modifier_belongs_to_text_but_not_to_figure(one):
    """`text` is the whole expression, `figure` its core."""
    found = one("Reports say at least 100 men fled.")
    assert (found.text, found.figure.text, found.modifier) == ("at least 100", "100", "at least")


@pytest.mark.parametrize(
    ("text", "low", "high", "kind"),
    [
        ("Between 5 and 10 suspects fled.", 5, 10, "cardinal"),
        ("Expect 10 to 20 centimetres.", 10, 20, "quantity"),
        ("It is worth £3m-£4m.", 3000000, 4000000, "money"),
        ("It would cost $5–$7 million.", 5000000, 7000000, "money"),
        ("It sold HK$400 million to HK$450 million of it.", 400000000, 450000000, "money"),
        ("Growth of 2.5% to 3% is forecast.", 2.5, 3, "percent"),
        ("Growth of 2-3 percent is forecast.", 2, 3, "percent"),
        ("The trial lasts six to eight weeks.", 6, 8, "duration"),
        ("Three or four witnesses came.", 3, 4, "cardinal"),
        ("Open to ages 8-12.", 8, 12, "age"),
        ("The cold ranged from -7 °C to -21 °C.", -21, -7, "quantity"),
        ("The 9- to 14-meter mast fell.", 9, 14, "quantity"),
        ("About -78-0 degrees Celsius.", -78, 0, "quantity"),
        ("Between five and six came.", 5, 6, "cardinal"),
    ],
)
def test_range_keeps_both_ends(one, text, low, high, kind):
    """A range has no single value; both its ends are included."""
    found = one(text)
    assert (found.value, found.low, found.high, found.bound, found.kind) == (None, low, high, "range", kind)


def test_margin_keeps_its_centre(one):
    """5.2 ± 0.3 has its value and both ends."""
    found = one("It closes every 5.2 ± 0.3 hours.")
    assert (found.value, found.low, found.high, found.unit) == (5.2, 4.9, 5.5, "hour")


def test_power_of_ten_is_shared(one):
    """The scale behind a range belongs to both ends."""
    found = one("It filters 1.1–1.6 × 10⁶ tonnes.")
    assert (found.low, found.high) == (1100000, 1600000)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The toll rose from 12 to 19.", [12, 19]),
        ("Shares went up 5 to 10.", [5, 10]),
        ("Prices fell 15 cents to $3.18.", [0.15, 3.18]),
        ("Rates fell to 7.96% from 8.01%.", [7.96, 8.01]),
    ],
)
def test_change_is_two_figures(figures, text, values):
    """What something rose from and to is no range."""
    assert [n.value for n in figures(text)] == values


@pytest.mark.parametrize(
    ("text", "low", "high", "low_open", "high_open", "kind"),
    [
        ("More than 10 but fewer than 20 people came.", 10, 20, True, True, "cardinal"),
        ("It takes at least five and no more than 10 percent.", 5, 10, False, False, "percent"),
        ("It costs more than $5 million but less than $6 million.", 5000000, 6000000, True, True, "money"),
        ("It lasts less than 5 but more than 2 days.", 2, 5, True, True, "duration"),
        ("Those over 40 and under 65 pay.", 40, 65, True, True, "age"),
    ],
)
def test_two_bounds_make_a_range(one, text, low, high, low_open, high_open, kind):
    """A lower and an upper bound joined by "and" or "but" are one figure with both ends."""
    found = one(text)
    assert (found.low, found.high, found.low_open, found.high_open) == (low, high, low_open, high_open)
    assert (found.value, found.bound, found.kind) == (None, "range", kind)


@pytest.mark.parametrize("text", ["At least 40 and at least 50 fell.", "More than 100 men and up to 40 women came."])
def test_bounds_of_two_counts(figures, text):
    """Bounds of different counts, or on the same side, stay apart."""
    assert len(figures(text)) == 2
