"""Who is who: canonical names of people, bodies and places."""

from __future__ import annotations

import pytest

from docscan.document import Document
from docscan.text.names.bearers import (
    Bodies,
    People,
    body_key,
    choose_name,
    initials,
    is_acronym_of,
    is_same_person,
    person_tokens,
    stem,
)
from docscan.text.names.gazetteers import lexicon


def names(text: str) -> dict[str, tuple[str, ...]]:
    return {c.name: c.aliases for c in Document(text).names.clusters}


@pytest.mark.parametrize(
    ("full", "short", "same"),
    [
        ("George W. Bush", "George Bush", True),
        ("John F. Kennedy", "J. Kennedy", True),
        ("Abu Musab al-Zarqawi", "Musab Zarqawi", False),
        ("Aung San Suu Kyi", "Suu Kyi", True),
        ("José Muñoz", "Jose Munoz", True),
        ("George H.W. Bush", "George W. Bush", False),
        ("Bill Clinton", "Hillary Clinton", False),
        ("Sammy Davis Jr.", "Sammy Davis", True),
    ],
)
def test_full_names_match_by_surname_and_given_names(full: str, short: str, same: bool) -> None:
    """Equal surnames and compatible given names make one person; anything else makes two."""
    assert is_same_person(person_tokens(full), person_tokens(short)) is same


def test_a_surname_goes_to_the_person_named_last() -> None:
    """Between two bearers of a surname the one named last is meant, and both are ambiguous."""
    people = People()
    ann, bob = people.add_full(("ann", "lee")), people.add_full(("bob", "lee"))
    ann.last, bob.last = 4, 2
    assert people.resolve("lee", None) is ann
    bob.gender = "m"
    ann.gender = "f"
    assert people.resolve("lee", "m") is bob
    assert ann.ambiguous
    assert bob.ambiguous


def test_country_aliases_share_a_name() -> None:
    """Short and long names of a country are one cluster under its usual name."""
    table = Document("The U.S. sent aid. Officials in the United States agreed, and the US paid.").names
    (country,) = table.clusters
    assert country.name == "United States"
    assert len(country.mentions) == 3


def test_an_acronym_in_brackets_joins_its_name() -> None:
    """ "(NGA)" behind a name stands for it here and everywhere after."""
    text = "The Northern Grain Alliance (NGA) met in Oslo. Farmers trust the NGA, and the NGA knows it."
    (body,) = [c for c in Document(text).names.clusters if "Alliance" in c.name]
    assert body.aliases == ("NGA",)
    assert len(body.mentions) == 4


def test_an_acronym_of_another_language_joins_the_name_before_it() -> None:
    """Capitals in brackets right behind a body's name stand for it, whatever its letters are."""
    text = "The Italian Grain Council (CIG) met in Rome. Farmers trust the CIG."
    (body,) = [c for c in Document(text).names.clusters if "Council" in c.name]
    assert body.aliases == ("CIG",)


def test_a_surname_that_is_a_town_stays_the_persons() -> None:
    """A known town's name means the person of that surname where it never stands behind "in" or "at"."""
    text = (
        "Valerie Paris sued the shipping line on Monday. Paris said she had been kept on board. "
        "In 2007, Paris left the ship. Paris claims that the captain knew. The line denies what Paris says."
    )
    (person,) = [c for c in Document(text).names.clusters if "Paris" in c.name]
    assert (person.name, len(person.mentions)) == ("Valerie Paris", 5)


def test_a_committee_is_not_its_chamber() -> None:
    """The Senate and a committee of it are two bodies."""
    found = names("The Senate voted on Friday. The Senate Budget Committee had met before; the Senate waited.")
    assert {"Senate", "Senate Budget Committee"} <= found.keys()


@pytest.mark.parametrize(
    ("name", "short"),
    [
        (("kao", "corp"), ("kao",)),
        (("smith", "&", "sons", "ltd"), ("smith",)),
        (("bank", "of", "england"), ("bank", "of", "england")),
        (("group",), ("group",)),
    ],
)
def test_legal_forms_are_not_the_name(name: tuple[str, ...], short: tuple[str, ...]) -> None:
    """The stem of a company leaves legal suffixes out, never the whole name."""
    assert stem(name) == short


def test_a_nation_may_be_left_out_of_a_bodys_name() -> None:
    """ "Foreign Ministry" is the one ministry named with its nation, and nobody's once there are two."""
    one = Bodies(lexicon())
    for form in ("Israeli Foreign Ministry", "Foreign Ministry"):
        one.add(form, "ORG")
    one.merge()
    assert one.by_key["foreign ministry"].root() is one.by_key["israeli foreign ministry"].root()
    two = Bodies(lexicon())
    for form in ("Israeli Foreign Ministry", "Russian Foreign Ministry", "Foreign Ministry"):
        two.add(form, "ORG")
    two.merge()
    assert len({id(b.root()) for b in two.by_key.values()}) == 3


@pytest.mark.parametrize(
    ("label", "long", "short"),
    [
        ("ORG", "Korean People's Army", "Army"),
        ("ORG", "Church of the Hill", "Church"),
        ("ORG", "Church of the Hill", "Hill"),
        ("ORG", "Goldman Sachs", "Goldman"),
        ("ORG", "United Kingdom Home Office", "Home Office"),
        ("GPE", "State of Texas", "Texas"),
        ("GPE", "North Korea", "North"),
        ("GPE", "Shandong Province", "Shandong"),
    ],
)
def test_a_head_or_realm_alone_is_the_one_body_that_has_it(label: str, long: str, short: str) -> None:
    """A part that names the kind stands for the whole name while only one name here has it."""
    bodies = Bodies(lexicon())
    whole, part = bodies.add(long, label), bodies.add(short, label)
    bodies.merge()
    assert whole.root() is part.root()


def test_a_person_and_a_firm_of_one_name_stay_two() -> None:
    """Labels keep people and bodies apart even when they share a word."""
    text = "Nora Blunden founded Blunden Motors Inc. in 1988. Ms. Blunden sold Blunden Motors Inc. last year."
    labels = {c.name: c.label for c in Document(text).names.clusters}
    assert labels["Nora Blunden"] == "PERSON"
    assert labels["Blunden Motors Inc."] == "ORG"


def test_a_legal_form_makes_a_firm() -> None:
    """A name with a legal form is no person's, and its short form follows it."""
    text = "Varnholt A/S raised its forecast. Shares of Varnholt rose."
    assert {(c.name, c.label) for c in Document(text).names.clusters} == {("Varnholt A/S", "ORG")}


def test_initials_and_keys() -> None:
    """Acronyms come from capitals or all words; keys fold stops, case and aliases."""
    assert "ECB" in initials("European Central Bank")
    assert "DHHS" in initials("Department of Health and Human Services")
    assert is_acronym_of("VOA", "Voice of America")
    assert not is_acronym_of("VOA", "Radio Free Europe")
    assert body_key("U.S.") == body_key("United States") == body_key("US")
    assert choose_name([("Obama", 9), ("Barack Obama", 1)], True) == "Barack Obama"


def test_a_firms_short_name_follows_its_legal_form_even_where_it_reads_like_a_person() -> None:
    """The first word of a name with a legal form names the firm, unless a person bears it too."""
    text = "Shares in Pedersen Lund ASA fell. Lindqvist A/S rose. Lindqvist said he, the founder, was glad."
    text += " Mr. Mads Pedersen stayed, and Pedersen said so."
    bearers = {c.name: (c.label, c.aliases) for c in Document(text).names.clusters}
    assert bearers["Lindqvist A/S"] == ("ORG", ("Lindqvist",))
    assert bearers["Mads Pedersen"] == ("PERSON", ("Pedersen",))
