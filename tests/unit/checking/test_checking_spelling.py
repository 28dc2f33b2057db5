"""Names that look like one name in two spellings."""

from __future__ import annotations

import pytest

from docscan.checking.people import bare_name, is_name, same_person
from docscan.checking.spelling import Form, counted, variants


def pairs(*forms: tuple[str, int], label: str = "PERSON") -> list[tuple[str, str]]:
    return [(a.text, b.text) for a, b in variants(Form(text, label, times) for text, times in forms)]


@pytest.mark.parametrize(
    ("rarer", "commoner"),
    [
        ("Petkevicius", "Petkevičius"),
        ("Brandvolt", "Brandvold"),
        ("Brandvld", "Brandvold"),
        ("Brandwold", "Brandvold"),
        ("Ingrid Solheimm", "Ingrid Solheim"),
        ("Jose", "José"),
    ],
)
def test_variants_are_found(rarer: str, commoner: str) -> None:
    """Other accents, or one letter changed, lost or added; the rarer is named first."""
    assert pairs((rarer, 1), (commoner, 3)) == [(rarer, commoner)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Russia", "Russian"),
        ("Brandvold", "Brandvolds"),
        ("Daniela", "Daniele"),
        ("Baker", "Maker"),
        ("Berg", "Borg"),
        ("Brandvold", "Ingrid Brandvolt"),
        ("BRANDVOLD", "Brandvold"),
        ("Boeing 747", "Boeing 737"),
    ],
)
def test_other_names_are_left_alone(one: str, other: str) -> None:
    """Inflections, short names, other first letters and figures make another name."""
    assert pairs((one, 1), (other, 3)) == []


def test_two_people_are_not_one() -> None:
    """Where both surnames are seen with given names, and the given names differ, they are two people."""
    forms = (("Anna Brandvold", 2), ("Peter Brandvolt", 1), ("Brandvold", 3), ("Brandvolt", 1))
    assert pairs(*forms) == []


def test_both_spellings_in_use_are_two_names() -> None:
    """A slip is made once; what stands twice in both spellings is meant."""
    assert pairs(("Brandvolt", 2), ("Brandvold", 3)) == []


def test_long_names_cost_nothing() -> None:
    """A run of capitals that was taken for a name of thousands of words is not compared."""
    assert pairs((" ".join(f"Xylophon{n}" for n in range(20_000)), 1), ("Brandvold", 3)) == []


def test_counting_forms() -> None:
    """Forms are counted by text and label."""
    assert counted([("A", "ORG"), ("A", "ORG"), ("A", "GPE")]) == [Form("A", "ORG", 2), Form("A", "GPE", 1)]


def test_people_share_a_word() -> None:
    """A surname is enough; titles and small words are not."""
    assert same_person("Ingrid Solheim", "Mrs. Solheim’s")
    assert not same_person("Mr. Brink", "Mr. Solheim")
    assert is_name("Ingrid Solheim")
    assert not is_name("She")
    assert not is_name("One poster")
    assert bare_name("Ingrid\nSolheim’s") == "Ingrid Solheim"
