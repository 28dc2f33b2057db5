"""Sentences as the business and general pages print them, figure by figure."""

import pytest

CASES = {
    "Net income rose 12 percent to $254 million, or $1.34 a share, from $227 million.": [
        ("percent", "12 percent"),
        ("money", "$254 million"),
        ("money", "$1.34"),
        ("money", "$227 million"),
    ],
    "The benchmark 30-year bond slipped to 7.96% from 8.01%, narrowing the spread by 15 basis points.": [
        ("duration", "30-year"),
        ("percent", "7.96%"),
        ("percent", "8.01%"),
        ("percent", "15 basis points"),
    ],
    "In fiscal 1990 it expects third-quarter sales of NT$12 billion, up 8.4 percent.": [
        ("date", "1990"),
        ("date", "third-quarter"),
        ("money", "NT$12 billion"),
        ("percent", "8.4 percent"),
    ],
    "Mr. Calder, 43, who joined in the mid-1980s, will succeed Anne Vetch, 61 years old.": [
        ("age", "43"),
        ("date", "mid-1980s"),
        ("age", "61 years old"),
    ],
    "Between 1985 and 1990, exports grew 15 to 20 percent a year.": [
        ("date", "1985 and 1990"),
        ("percent", "15 to 20 percent"),
    ],
    "The Dow fell 190.58 points, or 6.91%, to 2569.26 on Oct. 13, 1989.": [
        ("cardinal", "190.58"),
        ("percent", "6.91%"),
        ("cardinal", "2569.26"),
        ("date", "Oct. 13, 1989"),
    ],
    "Police arrived at 5:04 p.m. on the 21st of June and held 30 lawmakers.": [
        ("time", "5:04 p.m."),
        ("date", "21st of June"),
        ("cardinal", "30"),
    ],
    "A three-judge panel ruled 2-1 that the 14-year-old boy should stay.": [
        ("cardinal", "three"),
        ("ratio", "2-1"),
        ("age", "14-year-old"),
    ],
    "It sold $10 billion of three-year notes and $9.75 billion of 10-year notes.": [
        ("money", "$10 billion"),
        ("duration", "three-year"),
        ("money", "$9.75 billion"),
        ("duration", "10-year"),
    ],
    "Gold settled at $367.30 an ounce, up 20 cents; crude traded at $19.90 a barrel.": [
        ("money", "$367.30"),
        ("money", "20 cents"),
        ("money", "$19.90"),
    ],
    "He won the 100-meter dash in 9.84 seconds, two-tenths of a second ahead.": [
        ("quantity", "100-meter"),
        ("duration", "9.84 seconds"),
        ("duration", "two-tenths of a second"),
    ],
    "It is the second-largest deal since Sept. 11, 2001.": [("ordinal", "second"), ("date", "Sept. 11, 2001")],
}


@pytest.mark.parametrize("text", CASES)
def test_news_sentence(figures, text):
    """Every figure of the sentence, with its kind and its extent, and no other."""
    assert [(n.kind, n.figure.text) for n in figures(text)] == CASES[text]
