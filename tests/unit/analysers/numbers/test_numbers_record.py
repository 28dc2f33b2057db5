"""What every record holds: offsets, quotation, position, filters."""

from hypothesis import given, settings, strategies as st

from docscan.analysers.numbers import ANALYSER, find_numbers
from docscan.document import Document
from docscan.registry import Result

PIECES = st.sampled_from(
    [
        "$",
        "1.2",
        "million",
        "5",
        "-",
        "–",
        "to",
        "between",
        "and",
        "from",
        "1990s",
        "'",
        "80s",
        "%",
        "percent",
        "May",
        "5,",
        "2017",
        '"',
        "“",
        "”",
        "(",
        ")",
        "one",
        "half",
        "a",
        "dozen",
        "dozens",
        "of",
        "people",
        "hundreds",
        "thousand",
        "3rd",
        "22:45",
        "p.m.",
        "5'10\"",
        "£3m-£4m",
        "½",
        "²",
        "10²³",
        "é",
        "😀",
        "\n",
        "\n\n",
        ",",
        ".",
        ":",
        "/",
        "@",
        "http://x.y/4",
        "+44",
        "no",
        "fewer",
        "than",
        "or",
        "more",
        "Smith,",
        "43,",
        "aged",
        "007",
        "1,2,3",
        "1.2.3",
        "1e5",
        "1e999",
        "×",
        "10",
        "^",
        "point",
        "negative",
        "minus",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=40), st.sampled_from([" ", ""]))
@settings(max_examples=300, deadline=None)
def test_text_is_the_slice_of_the_source(pieces, glue):
    """`text == source[start:end]`, the figure lies inside, and no two figures overlap."""
    source = glue.join(pieces)
    at = 0
    for n in find_numbers(Document(source), all=True):
        assert source[n.start : n.end] == n.text
        assert source[n.figure.start : n.figure.end] == n.figure.text
        assert at <= n.start <= n.figure.start < n.figure.end <= n.end
        assert n.low is None or n.high is None or float(n.low) <= float(n.high)
        at = n.end


@given(st.text(max_size=300))
@settings(max_examples=200, deadline=None)
def test_any_text_is_read(source):
    """No text makes it fail."""
    for n in find_numbers(Document(source), all=True):
        assert source[n.start : n.end] == n.text


def test_quoted_figure_says_so(figures):
    """A figure between quotation marks is `quoted`."""
    found = figures("He said “we lost 40 men” and left 3 boats.")
    assert [n.quoted for n in found] == [True, False]


def test_masked_markup_is_not_read():
    """Offsets point into the text while blanked markup is skipped."""
    text = "<b id=9>40</b> men"
    masked = "        40     men"
    (found,) = find_numbers(Document(text, masked=masked))
    assert (found.text, found.start, found.of) == ("40", 8, "men")


def test_line_and_column(figures):
    """Lines and columns are 1-based."""
    found = figures("First line.\nThen 40 men.")[-1]
    assert (found.line, found.column) == (2, 6)


def test_filters(figures):
    """`kind` keeps kinds, `min` and `max` keep what may lie inside; a range that reaches in counts."""
    text = "It paid $5, then 10 to 20 men left and 300 came."
    assert [n.text for n in figures(text, kind=("money",))] == ["$5"]
    assert [n.text for n in figures(text, min=15)] == ["10 to 20", "300"]
    assert [n.text for n in figures(text, max=12)] == ["$5", "10 to 20"]


def test_rows_are_flat(one):
    """A row names the figure inside with its offsets and holds no nested value."""
    (row,) = ANALYSER.rows(one("At least 100 men fled."))
    assert row["figure"] == "100" and row["figure_start"] == 9
    assert not any(isinstance(v, (dict, list, tuple)) for v in row.values())


def test_concise_line(one):
    """A concise line names the kind, the words, the value and what is counted."""
    ((line, column, text),) = ANALYSER.concise(one("At least 100 men fled."))
    assert (line, column, text) == (1, 1, "cardinal At least 100 = ≥ 100 (men)")


def test_figures_far_apart_in_a_large_text():
    """Chunks of a large text change nothing."""
    source = "\n\n".join(f"In all {n} boats sank in a storm near the old harbour wall." for n in range(2, 4000))
    found = find_numbers(Document(source))
    assert [n.value for n in found] == list(range(2, 4000))


def test_character_reference_is_whole():
    """A figure that begins with a character reference holds all of it."""
    (found,) = find_numbers(Document("It cost &euro;250.", masked="It cost      €250."))
    assert (found.text, found.value, found.currency) == ("&euro;250", 250, "EUR")


def test_table_shows_value_and_bounds():
    """The table has a row for each figure, in order, and tells bounds in words."""
    found = find_numbers(Document("At least 100 men paid about $5; 3 to 4 left by 2017 and dozens stayed."))
    (table,) = ANALYSER.view([Result("a.txt", None, "utf-8", found)], {})
    rows = [(figure.text, value, bounds) for figure, _, value, bounds, _, _ in table.rows]
    assert rows == [
        ("At least 100", "100", "at least"),
        ("about $5", "5 USD", "about"),
        ("3 to 4", "3–4", "range"),
        ("2017", "2017", ""),
        ("dozens", "24", "at least"),
    ]
