"""Where names begin and end."""

from __future__ import annotations

import pytest

from docscan.document import Document


def forms(text: str) -> list[str]:
    return [text[m.start : m.end] for m in Document(text).names.mentions]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He moved to The Hague in May.", "The Hague"),
        ("The Ministry of Trade, Industry and Fisheries said so.", "Ministry of Trade, Industry and Fisheries"),
        ("The court heard that Osama bin Laden had left.", "Osama bin Laden"),
        ("The court heard that Kim Jong-il had left.", "Kim Jong-il"),
        ("They work for AT&T Corp. in Dallas.", "AT&T Corp."),
        ("The National Anti-Corruption Bureau agreed.", "National Anti-Corruption Bureau"),
        ("Soldiers of the 7th Infantry Division left on Monday.", "7th Infantry Division"),
    ],
)
def test_names_are_whole(text: str, name: str) -> None:
    """Particles, hyphens, ampersands, legal forms, listed portfolios and a town's own article are inside."""
    assert name in forms(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The U.S.-led coalition left Iraq.", ["U.S.", "Iraq"]),
        ("The talks were Israeli-Palestinian in name only.", ["Israeli", "Palestinian"]),
        ("A pro-Russian crowd cheered.", ["Russian"]),
        ("The London-based firm failed.", ["London"]),
        ("Senator Ann Lee (R-Idaho) voted.", ["Ann Lee", "Idaho"]),
    ],
)
def test_hyphens_cut_names_from_words(text: str, names: list[str]) -> None:
    """Of a hyphenated word only the part that is a name is one."""
    assert forms(text) == names


def test_a_pronoun_never_goes_on_with_a_name() -> None:
    """Text without stops does not glue "I" or "When" to a name."""
    found = forms("I asked Linda Marsh I think twice. I saw Peter Marsh When it rained.")
    assert "Linda Marsh" in found
    assert "Peter Marsh" in found


def test_a_demonym_that_is_spoken_is_a_language() -> None:
    """ "in Polish," is the language, the Polish minister is not."""
    text = "The Polish minister answered in Polish, then rested."
    assert [(text[m.start : m.end], m.label) for m in Document(text).names.mentions] == [
        ("Polish", "NORP"),
        ("Polish", "LANGUAGE"),
    ]


def test_scores_are_not_part_of_a_teams_name() -> None:
    """A number behind a team is its goals."""
    assert forms("The result was France 1, Norway 0 after extra time.") == ["France", "Norway"]


def test_listed_names_may_begin_with_a_figure() -> None:
    """A firm or team that begins with a figure is found whole; an amount with a letter is none."""
    found = forms("Profit at 3M rose while the 49ers lost. The fund paid $3M for 5K shares.")
    assert found == ["3M", "49ers"]


def test_what_a_titled_person_owns_is_another_name() -> None:
    """ "Ms. Reed's Dawn" is a person and what is hers; "St. Mary's Hospital" is one name."""
    assert "Reed" in forms("Supporters of Ms. Reed's Dawn movement marched in Oslo.")
    assert "St. Mary's Hospital" in forms("She was taken to St. Mary's Hospital in Leeds.")


def test_columns_of_a_table_are_not_one_name() -> None:
    """Two spaces part the columns of a table, not the words of a name."""
    table = "Standings of the league\n\nBoden Rovers   12  Kelda  Pts\nAskrig Town    11  Marrow  Pts\n"
    assert not any("  " in form for form in forms(table))
