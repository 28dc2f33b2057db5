"""Money, percentages, quantities, durations, ages, ratios and multiples."""

import pytest


@pytest.mark.parametrize(
    ("text", "value", "currency"),
    [
        ("It paid $1.2 billion.", 1200000000, "USD"),
        ("The fine was US$34.6 million.", 34600000, "USD"),
        ("Exports were USD34.6 million.", 34600000, "USD"),
        ("It paid USD 200.", 200, "USD"),
        ("The target is $1MM.", 1000000, "USD"),
        ("It lost 30 MUSD.", 30000000, "USD"),
        ("Profit was £880m.", 880000000, "GBP"),
        ("£151 was paid.", 151, "GBP"),
        ("They stole HK$450,000.", 450000, "HKD"),
        ("They stole NT$12 million.", 12000000, "TWD"),
        ("Sales were RMB 3.5 billion.", 3500000000, "CNY"),
        ("The loan is 5 billion yen.", 5000000000, "JPY"),
        ("He owes Rs 45,67,890.12.", 4567890.12, "INR"),
        ("It spent ₹5 lakh crore.", 5000000000000, "INR"),
        ("A stamp costs 85p.", 0.85, "GBP"),
        ("It cost 15 cents.", 0.15, "USD"),
        ("The bill was seventeen dollars and twenty cents.", 17.2, "USD"),
        ("It cost a quarter of a million dollars.", 250000, "USD"),
        ("It cost half a million dollars.", 500000, "USD"),
        ("A hundred dollars went missing.", 100, "USD"),
        ("The result was -$99.99.", -99.99, "USD"),
        ("It raised $75billion.", 75000000000, "USD"),
        ("It cost 13,009 million euros.", 13009000000, "EUR"),
    ],
)
def test_money(one, text, value, currency):
    """Symbols, codes, names, coins and scales give one sum in one currency."""
    found = one(text)
    assert (found.kind, found.value, found.currency) == ("money", pytest.approx(value), currency)


def test_dollar_sign_leaves_the_country_open(figures):
    """A bare $ is taken for US dollars and says so; US$ is certain."""
    bare, certain = figures("It paid $5 and US$6.")
    assert bare.currency_assumed and not certain.currency_assumed


def test_price_says_what_it_is_paid_for(figures):
    """`a share` is the unit of a price, `a year ago` is not."""
    price, before = figures("It earned 45 cents a share, against 38 cents a year ago.")
    assert (price.unit, before.unit) == ("per share", None)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Turnout was 67.4%.", 67.4, None),
        ("Turnout was 35 per cent.", 35, None),
        ("Rates rose 0.25 percentage points.", 0.25, "percentage point"),
        ("The yield slipped 25 basis points.", 25, "basis point"),
        ("It rose half a percentage point.", 0.5, "percentage point"),
        ("It rose one-tenth of a percentage point.", 0.1, "percentage point"),
    ],
)
def test_percent(one, text, value, unit):
    """35% is 35; points are named in the unit."""
    found = one(text)
    assert (found.kind, found.value, found.unit) == ("percent", value, unit)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It is 2.3 km long.", 2.3, "kilometer"),
        ("It is 40 metres long.", 40, "meter"),
        ("It spans 84,120 km².", 84120, "square kilometer"),
        ("It spans 40 square miles.", 40, "square mile"),
        ("Winds hit 120 mph.", 120, "mile per hour"),
        ("Winds hit 193 km/h.", 193, "kilometer per hour"),
        ("It reached 40C.", 40, "celsius"),
        ("It reached 35 °C.", 35, "celsius"),
        ("It reached 114 degrees Fahrenheit.", 114, "fahrenheit"),
        ("It makes 1.6 GW.", 1.6, "gigawatt"),
        ("He is 5ft 10in tall.", 70 / 12, "foot"),
        ("He stands 5'10\" tall.", 70 / 12, "foot"),
        ("A six-mile tailback formed.", 6, "mile"),
        ("Half an inch fell.", 0.5, "inch"),
        ("One and one-half miles were lost.", 1.5, "mile"),
        ("It pumps 450,000 barrels a day.", 450000, "barrel per day"),
    ],
)
def test_quantity(one, text, value, unit):
    """Units have one canonical singular name, whatever they look like in the text."""
    found = one(text)
    assert (found.kind, found.value, found.unit) == ("quantity", pytest.approx(value), unit)


def test_in_before_a_place_is_no_inch(one):
    """`40 in Leeds` counts, it does not measure."""
    assert one("They hold 40 in Leeds.").kind == "cardinal"


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The five-day strike ended.", 5, "day"),
        ("He waited an hour and a half.", 1.5, "hour"),
        ("It took 24 difficult years.", 24, "year"),
        ("It was built 30 years ago.", 30, "year"),
        ("It sold 30-year bonds.", 30, "year"),
        ("He served half a century.", 0.5, "century"),
        ("It took 1 year 1 month 21 days.", 1 + 1 / 12 + 21 / 360, "year"),
    ],
)
def test_duration(one, text, value, unit):
    """A stretch of time has its value in the largest unit named."""
    found = one(text)
    assert (found.kind, found.unit) == ("duration", unit)
    assert found.value == pytest.approx(value, rel=0.01)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("Smith, 43, denied it.", 43, "year"),
        ("A 43-year-old man was held.", 43, "year"),
        ("Her nine-month-old daughter survived.", 9, "month"),
        ("A boy aged seven was found.", 7, "year"),
        ("He is 20 years old.", 20, "year"),
        ("Children under 12 travel free.", 12, "year"),
        ("Children aged 12 and over may enter.", 12, "year"),
        ("She is close to 90.", 90, "year"),
    ],
)
def test_age(one, text, value, unit):
    """Apposition, `aged`, `old` and persons under a bound make a number an age."""
    found = one(text)
    assert (found.kind, found.value, found.unit) == ("age", value, unit)


@pytest.mark.parametrize(("text", "low"), [("She is in her 80s.", 80), ("A twenty-something clerk answered.", 20)])
def test_decade_of_life(one, text, low):
    """A decade of life is a range of ten years."""
    found = one(text)
    assert (found.kind, found.low, found.high) == ("age", low, low + 9)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("One in five adults smokes.", 0.2),
        ("Nine out of ten agree.", 0.9),
        ("1 in 4 left.", 0.25),
        ("One of every five left.", 0.2),
    ],
)
def test_share(one, text, value):
    """One in five is a ratio with its value."""
    found = one(text)
    assert (found.kind, found.value) == ("ratio", value)


@pytest.mark.parametrize(
    "text",
    [
        "They won 3-1.",
        "The Senate voted 52-48 for it.",
        "It passed by a vote of 301 to 126.",
        "It approved a 10-for-1 split.",
        "The odds are 3:1.",
        "They lost 2-3.",
    ],
)
def test_score_is_a_ratio_without_value(one, text):
    """A score, a vote and a split are one figure."""
    found = one(text)
    assert (found.kind, found.value) == ("ratio", None)


@pytest.mark.parametrize(
    ("text", "value"), [("Output rose threefold.", 3), ("It is four times larger.", 4), ("Prices doubled.", 2)]
)
def test_multiple(one, text, value):
    """Threefold, four times larger and doubled multiply."""
    found = one(text)
    assert (found.kind, found.value) == ("multiple", value)


@pytest.mark.parametrize(
    ("text", "kind", "low"),
    [
        ("It cost tens of millions of dollars.", "money", 20000000),
        ("It took thousands of years.", "duration", 2000),
        ("It runs for hundreds of miles.", "quantity", 200),
    ],
)
def test_vague_amount_has_its_unit(one, text, kind, low):
    """Millions of dollars are money, thousands of years a duration."""
    found = one(text)
    assert (found.kind, found.low, found.value) == (kind, low, None)


def test_doubling_down_doubles_nothing(figures):
    """An idiom is no figure."""
    assert figures("He doubled down on it.") == ()


def test_second_before_a_noun_is_an_ordinal(one):
    """`a second boat` is the next one, not a unit of time."""
    assert one("They sent a second boat.").kind == "ordinal"
