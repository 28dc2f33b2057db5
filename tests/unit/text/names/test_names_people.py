"""Titles, roles and gender read off the text beside a name."""

from __future__ import annotations

import pytest

from docscan.document import Document
from docscan.text.names import NameCluster
from docscan.text.names.people import find_title, role_after, role_before, role_in_front

NETWORK = '"We know nothing," Open River Network spokeswoman Lidia Moravec told a radio station in Minsk.'


def person(text: str, name: str) -> NameCluster:
    return next(c for c in Document(text).names.people if c.name == name)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        (NETWORK, "Lidia Moravec", "Open River Network spokeswoman"),
        ("Former Chilean President Elena Duarte spoke first.", "Elena Duarte", "Former Chilean President"),
        ("It was clear to U.S. Secretary of State Alan Kirk.", "Alan Kirk", "U.S. Secretary of State"),
        ("The company's chief executive Tom Wray resigned.", "Tom Wray", "company's chief executive"),
        ("They met former mayor Rosa Pinto on Friday.", "Rosa Pinto", "former mayor"),
    ],
)
def test_a_role_stands_before_the_name(text: str, name: str, role: str) -> None:
    """The role runs from the first word after an article, preposition or verb up to the name."""
    found = role_before(text, text.index(name), find_title(text, text.index(name)))
    assert found is not None
    assert text[found.start : found.end] == role


@pytest.mark.parametrize(
    "text", ["On Monday Alan Kirk spoke.", "The painting by Alan Kirk sold.", "Mr. Alan Kirk left."]
)
def test_no_role_is_read_where_there_is_none(text: str) -> None:
    """Weekdays, nouns that are no role, and courtesy titles are not roles."""
    assert role_before(text, text.index("Alan"), None) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Igor Balan, head of the River Network, said no.", "head of the River Network"),
        ("Igor Balan, a spokesman for the port, agreed.", "spokesman for the port"),
        ("Igor Balan, 44, drove home.", None),
        ("Igor Balan, who was tired, drove home.", None),
        ("Igor Balan (the club's treasurer) paid.", "club's treasurer"),
    ],
)
def test_a_role_stands_behind_the_name(text: str, role: str | None) -> None:
    """An apposition with a role noun before its first preposition is a role."""
    found = role_after(text, len("Igor Balan"))
    assert (text[found.start : found.end] if found else None) == role


def test_a_role_is_set_off_before_the_name() -> None:
    """ "The head of …, Igor Balan, said" gives the role."""
    text = "The head of the committee, Igor Balan, said nothing."
    found = role_in_front(text, text.index("Igor"), 0)
    assert found is not None
    assert text[found.start : found.end] == "head of the committee"


def test_a_role_set_off_before_the_name_begins_at_its_own_determiner() -> None:
    """What stands before the last determiner that leads to a role belongs to the sentence."""
    text = "Later the Harbour Independents chose his younger brother, Igor Lund."
    found = role_in_front(text, text.index("Igor"), 0)
    assert found is not None
    assert text[found.start : found.end] == "younger brother"


@pytest.mark.parametrize(
    ("text", "title"),
    [("said Dr. Kirk", "Dr."), ("said Prime Minister Kirk", "Prime Minister"), ("said Kirk", None)],
)
def test_titles_stand_before_the_name(text: str, title: str | None) -> None:
    """Titles of one or several words are kept as they stand."""
    assert find_title(text, text.index("Kirk")) == title


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mrs. Kirk left early.", "f"),
        ("Spokesman Ren Ito said that he would check.", "m"),
        ("Mary Kirk left early.", "f"),
        ("The pianist Oyelaran Abiodun-Quist left; she was tired.", "f"),
        ("Oyelaran Quist-Abiodun left.", None),
    ],
)
def test_gender_comes_from_titles_names_roles_and_pronouns(text: str, gender: str | None) -> None:
    """The signs vote; without a sign the gender stays open."""
    (found,) = Document(text).names.people
    assert found.gender == gender


def test_roles_reach_the_table() -> None:
    """A person's cluster carries roles with true offsets."""
    cluster = person(NETWORK, "Lidia Moravec")
    (role,) = cluster.roles
    assert NETWORK[role.start : role.end] == role.text == "Open River Network spokeswoman"
    assert cluster.gender == "f"
    assert cluster.surname == "Moravec"
