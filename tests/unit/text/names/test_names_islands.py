"""Islands: the runs of capitalised words that names are looked for in."""

from __future__ import annotations

import pytest

from docscan.document import Document
from docscan.text.names.features import join_forms
from docscan.text.names.reading import read_islands


def islands(text: str) -> list[str]:
    return [join_forms(island.tokens) for island in read_islands(Document(text)).islands]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was sunk in World War I, they say.", "World War I"),
        ("He served under Henry I and his son.", "Henry I"),
        ("A flaw in Larkspur Reader 6 was found.", "Larkspur Reader 6"),
        ("It flew a Boeing 747-200 to Oslo.", "Boeing 747-200"),
        ("Men of the 65th Air Division left.", "65th Air Division"),
        ("They won the 1994 World Cup at home.", "1994 World Cup"),
        ('The rider William "Buck" Cowell fell.', 'William "Buck" Cowell'),
        ("It was sold to Marlow Press, Inc. last year.", "Marlow Press, Inc."),
        ('She sang "The Salt Road" twice.', "The Salt Road"),
        ('His film "On a Hill and a Prayer" failed.', "On a Hill and a Prayer"),
        ("He fought in the Thirty Years' War and died.", "Thirty Years' War"),
        ("He left Moody's for good.", "Moody's"),
        ("They met on the Plaza de las Flores at noon.", "Plaza de las Flores"),
    ],
)
def test_a_name_lies_in_one_island(text: str, name: str) -> None:
    """Numbers, nicknames, small words of titles, and suffixes behind a comma are in the island of their name."""
    assert name in islands(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Yesterday I saw Bergen.", "Bergen"),
        ("They left on Monday 3 hours late for Bergen.", "Bergen"),
        ("Ms. Reed's Dawn began.", "Dawn"),
        ("He met Ana Ruiz, Tom Lark and others.", "Ana Ruiz"),
        ('"We left Bergen," Lark said.', "Bergen"),
        ("The Booker Prize-winner spoke.", "Booker Prize"),
    ],
)
def test_an_island_ends_where_no_name_goes_on(text: str, name: str) -> None:
    """Pronouns, dates, owners, lists, quotations and common nouns behind a hyphen end an island."""
    assert name in islands(text)


def test_two_places_with_a_stroke_are_two() -> None:
    """ "OSLO/BERGEN" is two places, "AC/DC" one name."""
    assert islands("OSLO/BERGEN (Reuters) - They played AC/DC all night.")[:2] == ["Oslo", "Bergen"]
    assert "AC/DC" in islands("They played AC/DC all night.")


def test_the_s_of_a_verb_in_capitals_is_no_word() -> None:
    """The S of "HE'S" begins no island."""
    assert not any(i.startswith("S ") or i == "S" for i in islands("HE'S BACK FOR MORE, THE CLUB SAYS AFTER ALL"))


def test_curly_marks_are_read_like_straight_ones() -> None:
    """Apostrophes and quotation marks of either kind give the same islands, and names as the document writes them."""
    curly = "‘They’ve won,’ said Flann O’Dowd of the Thirty Years’ War Club. William “Buck” Cowell left."
    straight = "'They've won,' said Flann O'Dowd of the Thirty Years' War Club. William \"Buck\" Cowell left."
    assert islands(curly) == islands(straight)
    assert "Flann O’Dowd" in {cluster.name for cluster in Document(curly).names.clusters}
