"""What a numeral is worth, in digits and in words."""

import pytest


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("7 ferries sank", 7),
        ("1,204 forms", 1204),
        ("45,67,890 forms", 4567890),
        ("1 208 445 300 people", 1208445300),
        ("816 000 trees", 816000),
        ("3.25 points", 3.25),
        ("twelve ferries", 12),
        ("thirty-two thousand and nine forms", 32009),
        ("three and a half million trees", 3500000),
        ("half a million trees", 500000),
        ("a hundred and six forms", 106),
        ("twelve hundred forms", 1200),
        ("two dozen crews", 24),
        ("a dozen crews", 12),
        ("27 lakh farmers", 2700000),
        ("2.4 billion trees", 2400000000),
        ("10k followers", 10000),
        ("1.2M trees", 1200000),
        ("two point two million trees", 2200000),
        ("one and a half pages", 1.5),
        ("1¼ pages", 1.25),
        ("2 1/2 pages", 2.5),
        ("six million and two thirds", 6666666.666666667),
    ],
)
def test_numeral_is_worth_what_it_says(one, words, value):
    """A cardinal has its exact value, however it is written."""
    assert one(f"They saw {words}.").value == pytest.approx(value, rel=1e-12)


@pytest.mark.parametrize(
    ("words", "value"),
    [("Two-thirds", 2 / 3), ("A third", 1 / 3), ("Three quarters", 0.75), ("Half", 0.5), ("One-eighth", 0.125)],
)
def test_fraction_in_words(one, words, value):
    """A fraction in words keeps its value to the last bit."""
    found = one(f"{words} of the crop failed.")
    assert (found.kind, found.value, found.of_head) == ("fraction", value, "crop")


@pytest.mark.parametrize(
    ("words", "value"), [("sixth", 6), ("twenty-fifth", 25), ("2nd", 2), ("21st", 21), ("hundredth", 100)]
)
def test_ordinal(one, words, value):
    """An ordinal has its rank as value and counts the noun behind it."""
    found = one(f"It was his {words} goal.")
    assert (found.kind, found.value, found.of) == ("ordinal", value, "goal")


def test_integral_value_is_an_int(one):
    """$1.50 million is 1500000, not 1500000.0."""
    assert isinstance(one("It cost $1.50 million.").value, int)


def test_value_beyond_a_double_is_a_string(one):
    """An integer that JSON numbers cannot hold exactly is a string."""
    assert one("There are 9,007,199,254,740,993 grains.").value == "9007199254740993"


def test_decimal_comma_option(one):
    """With `decimal_comma` the comma is the decimal mark and the point groups."""
    assert one("It weighs 1.000,5 kg.", decimal_comma=True).value == 1000.5
    assert one("It weighs 1.000 kg.").value == 1


def test_negative_figures(figures):
    """A minus sign, a typographic minus and the word make a value negative."""
    found = figures("It was −3.5 at noon, -4 at night and minus two at dawn.")
    assert [n.value for n in found] == [-3.5, -4, -2]


def test_scientific_notation(one):
    """Powers of ten are read, with superscripts too."""
    assert one("It holds 6.02 × 10²³ of them.").value == str(602 * 10**21)


@pytest.mark.parametrize(
    ("text", "low"),
    [
        ("Dozens fled", 24),
        ("Hundreds of thousands fled", 200000),
        ("Several hundred fled", 200),
        ("Tens of thousands fled", 20000),
    ],
)
def test_vague_plural_has_a_lower_bound_only(one, text, low):
    """Dozens, hundreds of thousands: no value, at least two of them."""
    found = one(text)
    assert (found.value, found.low, found.high, found.bound) == (None, low, None, "vague")


def test_figure_of_more_than_400_digits_is_none(figures):
    """A run of digits that no text counts with is data, and costs nothing."""
    assert figures("9" * 5000) == ()
