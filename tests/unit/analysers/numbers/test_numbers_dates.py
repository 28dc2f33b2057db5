"""Dates as EDTF and times of day."""

import pytest


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On May 5, she left.", "XXXX-05-05"),
        ("On May 5, 2017, she left.", "2017-05-05"),
        ("On 3 March 2015 it began.", "2015-03-03"),
        ("On Tuesday, March 3, 2015, it began.", "2015-03-03"),
        ("On Sept. 30 it ended.", "XXXX-09-30"),
        ("On the 5th of May it ended.", "XXXX-05-05"),
        ("On July 4th of 1995 it ended.", "1995-07-04"),
        ("He left on September eleventh.", "XXXX-09-11"),
        ("It arrived in January 1995.", "1995-01"),
        ("He died in December of 384.", "0384-12"),
        ("It opened in 1998.", "1998"),
        ("It opened in nineteen ninety-six.", "1996"),
        ("The 1990s were different.", "199X"),
        ("In the mid-1990s he moved.", "199X"),
        ("It began in the 19th century.", "18XX"),
        ("Profit fell in the third quarter.", "XXXX-35"),
        ("Profit fell in the third quarter of 2009.", "2009-35"),
        ("Sales rose in the first half of 1989.", "1989-40"),
        ("Sales rose in the first nine months of 1989.", "1989-01/1989-09"),
        ("Sales rose in Q3 2009.", "2009-35"),
        ("It closed in the summer of 2010.", "2010-22"),
        ("On 2017-05-05 it closed.", "2017-05-05"),
        ("On 5/5/2017 it closed.", "2017-05-05"),
        ("On 31.12.2016 it closed.", "2016-12-31"),
        ("On 6/7/2017 it closed.", "2017-XX-XX"),
        ("He served from 1998 to 2004.", "1998/2004"),
        ("He lived there (1922 – 2013).", "1922/2013"),
        ("The 2013-14 season was cut.", "2013/2014"),
        ("The 2012–13 season was cut.", "2012/2013"),
        ("The 2019/20 season was cut.", "2019/2020"),
        ("It ran on May 5-10, 2017.", "2017-05-05/2017-05-10"),
        ("It ran on 26–28 June.", "XXXX-06-26/XXXX-06-28"),
        ("It ran from 26 to 28 June 2017.", "2017-06-26/2017-06-28"),
        ("They meet on 9 and 16 March.", "{XXXX-03-09,XXXX-03-16}"),
        ("It ran in January-June 1990.", "1990-01/1990-06"),
        ("The temple dates from circa 450 BC.", "-0449~"),
        ("It fell in 347 AD.", "0347"),
        ("It fell around 1907.", "1907~"),
        ("Talks resume on the 12th.", "XXXX-XX-12"),
        ("Back in '08 it failed.", "XX08"),
        ("He left on September eleven.", "XXXX-09-11"),
        ("It closed on the Fourth of July.", "XXXX-07-04"),
        ("It fell in the 1988 third quarter.", "1988-35"),
        ("Sales fell in the quarter ended June 30.", "/XXXX-06-30"),
        ("Sales fell in the nine months ended Sept. 30.", "/XXXX-09-30"),
        ("It fell in the week of Nov. 6.", "XXXX-11-06"),
        ("It fell on Friday the 13th.", "XXXX-XX-13"),
        ("It stood in the 18th and 19th centuries.", "17XX/18XX"),
        ("It changed after 9-11.", "XXXX-09-11"),
    ],
)
def test_date_is_edtf(one, text, date):
    """Only what the text says becomes part of the date."""
    found = one(text)
    assert (found.kind, found.date) == ("date", date)
    assert found.value is None


@pytest.mark.parametrize(
    "text", ["It met on Tuesday.", "It met last week.", "He may march in May.", "It was a quiet quarter."]
)
def test_day_without_a_figure_is_none(figures, text):
    """Weekdays, months and `last week` hold no figure."""
    assert figures(text) == ()


def test_year_is_not_a_count(figures):
    """A year stands beside a count without swallowing it."""
    assert [(n.kind, n.date or n.value) for n in figures("In 2016 40 people died.")] == [
        ("date", "2016"),
        ("cardinal", 40),
    ]


def test_count_is_not_a_year(one):
    """More than 2010 votes are votes."""
    found = one("More than 2010 votes were cast.")
    assert (found.kind, found.value, found.of) == ("cardinal", 2010, "votes")


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("They ran the 2008 and 2012 campaigns.", "2012"),
        ("Turnout was the highest since at least 1980.", "1980"),
        ("It takes effect in 2020 rather than 2018.", "2018"),
        ("The end of 2015 leaves it open.", "2015"),
    ],
)
def test_plural_after_a_year(figures, text, date):
    """Campaigns of a year, or a verb behind it, do not make the year a count."""
    assert figures(text)[-1].date == date


def test_results_of_a_year(figures):
    """`1988 sales` are the sales of 1988."""
    assert figures("The unit's 1988 sales fell.")[0].date == "1988"


@pytest.mark.parametrize(
    "text",
    [
        "It starts at 7.30pm.",
        "It ends at 22:45.",
        "Police came at 3 a.m.",
        "He died at ten o'clock.",
        "It starts at nine-thirty.",
        "It starts at 5 p.m. EDT.",
        "Open 10 a.m. to 5 p.m. daily.",
    ],
)
def test_time_of_day(one, text):
    """Clock times in every notation are one figure."""
    assert one(text).kind == "time"


def test_date_does_not_eat_the_count_after_it(figures):
    """A comma after a year ends the date."""
    assert [n.text for n in figures("In 2017, four ferries sank.")] == ["2017", "four"]
