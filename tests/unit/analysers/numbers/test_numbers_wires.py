"""Turns of phrase of news wires, market reports and score sheets."""

import pytest


@pytest.mark.parametrize(
    ("text", "figure", "value"),
    [
        ("Soybeans rose to $7.09 1/4 a bushel.", "$7.09 1/4", 7.0925),
        ("Profit was £61.2m (51.9m).", "51.9m", 51900000),
        ("Sales rose to 312m euros from 287m.", "287m", 287000000),
        ("It stopped 200m away.", "200m", 200),
        ("It ran past the 10,000 mark.", "10,000", 10000),
        ("Donations passed the $3 billion mark.", "$3 billion", 3000000000),
        ("The fine was 500 marks.", "500 marks", 500),
        ("A handful of $20s was gone.", "$20", 20),
        ("She ran it in 3:34.56.", "3:34.56", 3.576),
        ("He won the mile in 2:01 3/5 at noon.", "2:01 3/5", 2.026666666666667),
        ("Bond yields fell 41 bps.", "41 bps", 41),
        ("The air held 400 ppm of it.", "400 ppm", 400),
        ("It lies 13.4 billion light-years off.", "13.4 billion light-years", 13400000000),
        ("A 40,000-square-foot hall opened.", "40,000-square-foot", 40000),
        ("Winds of 90 miles an hour and 95-mile-an-hour gusts.", "95-mile-an-hour", 95),
        ("It takes thirty (30) days.", "thirty (30) days", 30),
        ('"[Ten] years ago it began."', "[Ten] years", 10),
    ],
)
def test_value_of_a_figure(figures, text, figure, value):
    """Fractions of a cent, sums that share a scale, laps and hyphened units are read whole."""
    found = figures(text)[-1]
    assert (found.figure.text, found.value) == (figure, value)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("They are a third below their peak and a fifth higher than in May.", ["fraction", "fraction"]),
        ("The bottom fifth of incomes and another third of voters.", ["fraction", "fraction"]),
        ("A quarter-point cut and a three-quarter-point rise.", ["fraction", "fraction"]),
        ("A quarter percentage point was taken off.", ["percent"]),
        ("They led 77-69 after three quarters.", ["ratio", "duration"]),
        ("The score was 4-of-21 from the field.", ["ratio"]),
        ("It passed by a 3 to 1 margin.", ["ratio"]),
        ("The odds are 1 in 3.5 million.", ["ratio"]),
        ("There is a 1-in-3 chance.", ["ratio"]),
        ("He won 6-4, 6-7 (5-7), 4-6.", ["ratio"] * 4),
        ("It trades at 12 times forward earnings.", ["multiple"]),
        ("Ratings in the low-50s worried them.", ["cardinal"]),
        ("Highs will be in the low 50s.", ["quantity"]),
        ("Crutcher, 40 ― a father of two ― fell.", ["age", "cardinal"]),
        ("Nearly two-thirds of those ages 18 to 29 agreed.", ["fraction", "age"]),
        ("We meet tomorrow at 5.", ["time"]),
    ],
)
def test_kind_of_a_figure(figures, text, kinds):
    """Parts, shares, scores and rates are told from ordinals, dates and inches by the words beside them."""
    assert [n.kind for n in figures(text)] == kinds


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("In H1 profit rose.", "XXXX-40"),
        ("The plant starts by Q3 FY19.", "2019-35"),
        ("Net for 4Q09 fell.", "2009-36"),
        ("Sales in 1Q 2011 fell.", "2011-33"),
        ("The first and second quarters were good.", "{XXXX-33,XXXX-34}"),
        ("It falls in the third or fourth quarter of 1990.", "[1990-35,1990-36]"),
        ("We meet on 02-13-2020 there.", "2020-02-13"),
        ("It opened 2020/Sep/23 there.", "2020-09-23"),
        ("The meeting is 14 nov 2023 there.", "2023-11-14"),
        ("It ran Dec/2018-May/2019 there.", "2018-12/2019-05"),
        ("Sales in week 27 of that year fell.", None),
        ("On day five of the siege it fell.", None),
    ],
)
def test_date(one, text, date):
    """Quarters as analysts write them, dates with other marks, and counted days and weeks."""
    found = one(text)
    assert (found.kind, found.date) == ("date", date)


def test_days_in_a_list(figures):
    """The preposition before the first of several days with slashes holds for all of them."""
    assert [n.date for n in figures("We could meet on 11/20, 11/22 or 11/25.")] == [
        "XXXX-11-20",
        "XXXX-11-22",
        "XXXX-11-25",
    ]


@pytest.mark.parametrize("text", ["The other day two men fled.", "A day 20 veterans die.", "In a year two died."])
def test_day_before_a_count_is_no_date(figures, text):
    """A number that counts what follows is not the number of the day before it."""
    assert [n.kind for n in figures(text)] == ["cardinal"]


@pytest.mark.parametrize(
    ("text", "low", "high", "kind"),
    [
        ("Wait until the fourth or fifth day.", 4, 5, "ordinal"),
        ("She ranks between the tenth and the fifteenth.", 10, 15, "ordinal"),
        ("It is for 9th to 12th grades.", 9, 12, "ordinal"),
        ("Guidance of A$210m-A$230m was cut.", 210000000, 230000000, "money"),
        ("People between the ages of 18 and 29 agreed.", 18, 29, "age"),
    ],
)
def test_range(one, text, low, high, kind):
    """Places, prices with a country and ages keep both ends."""
    found = one(text)
    assert (found.low, found.high, found.kind, found.bound) == (low, high, kind, "range")


@pytest.mark.parametrize(
    ("text", "bound", "approx"),
    [
        ("It is slanted at almost a 45-degree angle.", "approx", True),
        ("He has nearly a 20-point lead.", "approx", True),
        ("Perhaps 200 people came.", "approx", True),
        ("He is perhaps one of them.", "exact", False),
        ("They want to learn more about 529 plans.", "exact", False),
        ("It read about 600 headlines.", "approx", True),
        ("It was just shy of $2 billion.", "less_than", False),
        ("He shot a 9-under 207.", "exact", False),
        ("We are up 400,000 plus jobs.", "at_least", False),
    ],
)
def test_hedges(figures, text, bound, approx):
    """A hedge may stand before the article; a topic, a hyphened word and "one" are not hedged."""
    found = figures(text)[-1]
    assert (found.bound, found.approx) == (bound, approx)


@pytest.mark.parametrize(
    "text",
    [
        "They share a high-five.",
        "They second-guess him.",
        "A 911 caller told them.",
        "Take US-75 South.",
        "It stops at 44th and Washington Street.",
        "The 9th U.S. Circuit Court ruled.",
        "H1N1 spread.",
    ],
)
def test_no_figure(figures, text):
    """Idioms, road numbers, corners and emergency calls hold no figure."""
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("text", "figure", "kind", "unit", "currency"),
    [
        ("A 15-basis-point rise came.", "15-basis-point", "percent", "basis point", None),
        ("A half-percentage-point cut came.", "A half-percentage-point", "percent", "percentage point", None),
        ("It cost 500,000 pounds ($790,000).", "500,000 pounds", "money", None, "GBP"),
        ("It weighs 500 pounds (227 kg).", "500 pounds", "quantity", "pound", None),
        ("Net was $1.36 a fully diluted share.", "$1.36", "money", "per share", "USD"),
        ("It lent 30 million ecus.", "30 million ecus", "money", None, "XEU"),
        ("A 70,000 deadweight ton tanker sank.", "70,000 deadweight ton", "quantity", "ton", None),
        ("The nineteen sixties were loud.", "nineteen sixties", "date", None, None),
        ("He drove a '57 Chevy.", "'57", "date", None, None),
        ("The over-60s pay less.", "60s", "age", "year", None),
    ],
)
def test_unit_and_currency(figures, text, figure, kind, unit, currency):
    """Hyphened and foreign units, pounds beside dollars and decades in words are understood."""
    found = figures(text)[0]
    assert (found.figure.text, found.kind, found.unit, found.currency) == (figure, kind, unit, currency)


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("Mr. Calder, then 38, said no.", ["38"]),
        ("His eldest daughter, 34, has left.", ["34"]),
        ("Vetch (68 years old) and Calder (69) are friends.", ["68 years old", "69"]),
        ("Askim (68), Lynd (69) and Vetch (70) led the table.", []),
    ],
)
def test_age_of_a_relative_or_in_brackets(figures, text, ages):
    """An age may follow "then" or a relative; figures in brackets are ages where one is called so."""
    assert [n.text for n in figures(text) if n.kind == "age"] == ages


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It lasted 41/2 years.", [4.5]),
        ("It fell 11/16 of a point.", [0.6875]),
        ("He leads 50 to 48 percent.", [50, 48]),
        ("In the first half of the 20th century it grew.", [1, 0.5, None]),
    ],
)
def test_values(figures, text, values):
    """A mixed number that lost its blank is one; a share does not count the century behind it."""
    assert [n.value for n in figures(text)] == values


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("Two-thirds support it.", None),
        ("A two-thirds majority voted.", "majority"),
        ("Nearly a third say so.", None),
        ("Half the money is gone.", "money"),
        ("He moved 7,500 elite troops overseas.", "elite troops"),
        ("The 19th District deserves it.", "District"),
        ("It is among the 10 largest in town.", None),
    ],
)
def test_what_a_part_counts(one, text, of):
    """Verbs, superlatives and adverbs are not counted."""
    assert one(text).of == of


def test_nearest_bound_holds(one):
    """In "up to more than $8 million" the words next to the figure bound it."""
    assert one("They may add up to more than $8 million.").bound == "more_than"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("The 2016 players are known.", ["date"]),
        ("They see a negative one.", []),
        ("He chose between the two and up to 20 percent.", ["cardinal", "percent"]),
        ("It spoke to a quarter-of-a-million people.", ["cardinal"]),
        ("Of them 12 of the 19 contain secrets.", ["cardinal", "cardinal"]),
    ],
)
def test_no_count_of_what_follows(figures, text, kinds):
    """Years, pronouns and verbs are told from counts and what they count."""
    found = figures(text)
    assert [n.kind for n in found] == kinds
    assert all(n.of in (None, "people") for n in found)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("She left school at 14 and moved.", ["age"]),
        ("At 80, you get to say it.", ["age"]),
        ("I was 40 before it came.", ["age"]),
        ("The suspects, who are 19, 20 and 23, fled.", ["age", "age", "age"]),
        ("It was revived in 1976 and '77.", ["date", "date"]),
        ("In the mid-nineteen-eighties he left.", ["date"]),
        ("A third, Sgt. Prado, is on trial.", ["ordinal"]),
        ("They live at 140 East 10th Street.", []),
        ("It was at 1420 N. Lombard St. that he fell.", []),
        ("The newer one, cast in bronze, rang.", []),
        ("It was eight forty-five Eastern time.", ["time"]),
        ("A mere few hundred came.", ["cardinal"]),
    ],
)
def test_lives_and_places(figures, text, kinds):
    """Ages, years and addresses of obituaries and court reports are told from counts."""
    assert [n.kind for n in figures(text)] == kinds


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("It was first reported last week.", None),
        ("He left when he first came home.", None),
        ("It is not the first time Trump aides left.", "time"),
        ('It sends 27 "at-large" delegates.', '"at-large" delegates'),
        ("He met three former George W. Calder aides.", "former George W. Calder aides"),
        ("He has zero foreign policy experience.", "foreign policy experience"),
        ("They are only three shy of it.", None),
    ],
)
def test_noun_behind_adverbs_initials_and_marks(one, text, of):
    """An adverb counts nothing; initials and quotation marks do not end the phrase."""
    assert one(text).of == of


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("It was one of the 20th century's worst days.", ["cardinal", "date"]),
        ("The case is Calder v. Vetch, No. 14-915, of Ohio.", []),
        ("Only a bit more than half — 55 percent — agreed.", ["fraction", "percent"]),
        ("She lost the state 36 percent to 51 percent.", ["percent", "percent"]),
    ],
)
def test_neighbours_are_kept_apart(figures, text, kinds):
    """Dockets, results and dashes join no range."""
    assert [n.kind for n in figures(text)] == kinds


@pytest.mark.parametrize(
    ("text", "figure", "kind", "value"),
    [
        ("OPEC pumps 33.4m b/d now.", "33.4m b/d", "quantity", 33400000),
        ("A 2.6m-barrel build came.", "2.6m-barrel", "quantity", 2600000),
        ("A 100m-high tower fell.", "100m", "quantity", 100),
        ("The loss was $(0.14) per share.", "$(0.14)", "money", -0.14),
        ("It set aside Sfr1.2bn for it.", "Sfr1.2bn", "money", 1200000000),
        ("Then it was payable 12/15 there.", "12/15", "date", None),
        ("He won a term in 2004 and a second in 2012.", "second", "ordinal", 2),
    ],
)
def test_shorthand_of_reports(figures, text, figure, kind, value):
    """Letters for millions, accountants' brackets and payment days are read as such."""
    assert (figure, kind, value) in [(n.figure.text, n.kind, n.value) for n in figures(text)]


@pytest.mark.parametrize(
    ("text", "figure", "value", "unit"),
    [
        ("It cost thirteen dollars forty-five.", "thirteen dollars forty-five", 13.45, None),
        ("It cost 15 dollars and 50.", "15 dollars and 50", 15.5, None),
        ("It cost 15 dollars and 50 people paid.", "15 dollars", 15, None),
        ("He bought a baker's dozen of rolls.", "a baker's dozen", 13, None),
        ("Matter at absolute zero is still.", "absolute zero", 0, "kelvin"),
    ],
)
def test_spoken_sums_and_set_phrases(figures, text, figure, value, unit):
    """Coins may go unnamed; two set phrases have a value of their own."""
    found = figures(text)[0]
    assert (found.figure.text, found.value, found.unit) == (figure, value, unit)


@pytest.mark.parametrize(
    ("text", "figure", "kind", "value"),
    [
        ("It earned a net of $.24 a share.", "$.24", "money", 0.24),
        ("He rents 2.5 million sq. ft. of space.", "2.5 million sq. ft.", "quantity", 2500000),
        ("She is 10 yrs. old now.", "10 yrs. old", "age", 10),
        ("A two-hour-and-40-minute meeting ended.", "two-hour-and-40-minute", "duration", 2.6666666666666665),
        ("It fell a tenth of one percentage point.", "a tenth of one percentage point", "percent", 0.1),
        ("The 25-to-54 age group grew.", "25-to-54", "age", None),
        ("It polled women 18 to 49 there.", "18 to 49", "age", None),
        ("He is a thirtysomething.", "thirtysomething", "age", None),
        ("It cost $40-something then.", "$40", "money", 40),
    ],
)
def test_abbreviated_and_joined_units(one, text, figure, kind, value):
    """A leading point, stops of abbreviations and words joined by hyphens do not cut a figure short."""
    found = one(text)
    assert (found.figure.text, found.kind, found.value) == (figure, kind, value)


@pytest.mark.parametrize(
    ("text", "figure", "kind", "value"),
    [
        ("It was 8 degrees below zero.", "8 degrees below zero", "quantity", -8),
        ("It fell to minus-40 degrees.", "minus-40 degrees", "quantity", -40),
        ("Calder, 220 pounds, signed for $5 million.", "220 pounds", "quantity", 220),
        ("He paid 220 pounds in London.", "220 pounds", "money", 220),
        ("Chicken slaughtering was 115,100,000 pounds.", "115,100,000 pounds", "quantity", 115100000),
        ("Mr. Calder, 44 and a veteran, left.", "44", "age", 44),
        ("Both officers, both 49, left.", "49", "age", 49),
        ("They own '87-model cars.", "'87", "date", None),
    ],
)
def test_cold_weights_and_ages(figures, text, figure, kind, value):
    """Degrees below zero, pounds of weight and ages before a role are told by what stands round them."""
    found = figures(text)[0]
    assert (found.figure.text, found.kind, found.value) == (figure, kind, value)


@pytest.mark.parametrize(
    ("text", "whole", "of"),
    [
        ("Rebels handed over at least 25 men.", "at least 25", "men"),
        ("His first nominee Harriet Vetch fell.", "first", "nominee"),
        ("It is her fourth Winter Games.", "fourth", "Winter Games"),
    ],
)
def test_phrasal_verbs_and_names(one, text, whole, of):
    """A verb's particle bounds nothing; a name behind the noun is not counted, a name that is counted is whole."""
    found = one(text)
    assert (found.text, found.of) == (whole, of)


def test_figure_of_a_title_before_a_verb(figures):
    """The number at the end of a name is none of what the verb behind it governs."""
    assert figures("The film Wingman 3 smashed box office records.") == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It was made in the 8th century BC here.", [("date", "-07XX", None)]),
        ("In the first century of its being it grew.", [("ordinal", None, 1)]),
        (
            "It sold three million and five million copies.",
            [("cardinal", None, 3000000), ("cardinal", None, 5000000)],
        ),
        ("It has two million and five thousand members.", [("cardinal", None, 2005000)]),
        ("It was ground zero then.", []),
    ],
)
def test_centuries_and_pairs_of_millions(figures, text, expected):
    """Centuries before Christ have a date; two sums joined by "and" stay two."""
    assert [(n.kind, n.date, n.value) for n in figures(text)] == expected
