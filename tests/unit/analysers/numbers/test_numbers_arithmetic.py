"""Claims that do not compute, and claims that do."""

import pytest

from docscan.analysers.numbers import find_numbers
from docscan.analysers.numbers.arithmetic import find_inconsistencies
from docscan.document import Document


def check(text):
    document = Document(text)
    return find_inconsistencies(document, find_numbers(document))


@pytest.mark.parametrize(
    ("text", "kind", "computed"),
    [
        ("In all, 16 of 580 voters, or 3.8 percent, left.", "share", 100 * 16 / 580),
        ("Only 16 of 580 = 4.8 % agreed.", "share", 100 * 16 / 580),
        ("Of them 30 out of 60 (45%) agreed.", "share", 50),
        ("Nine out of ten voters (80%) agreed.", "share", 90),
        ("Output doubled to 90 from 40.", "multiple", 2.25),
        ("Sales tripled from 10 to 45.", "multiple", 4.5),
        ("Net rose 22 percent to $254 million, from $227 million.", "change", 100 * (254 / 227 - 1)),
        ("Net fell 5% to 210 from 200.", "change", -5),
        ("12 plus 30 makes 45.", "total", 42),
        ("The 12 jurors, eight men and five women, sat.", "total", 13),
    ],
)
def test_contradiction_is_found(text, kind, computed):
    """A stated figure outside the room of rounding is one finding."""
    (found,) = check(text)
    assert (found.kind, found.computed) == (kind, pytest.approx(computed))
    assert text[found.start : found.end].startswith(found.numbers[0].text)


@pytest.mark.parametrize(
    "text",
    [
        "In all, 16 of 580 voters, or 2.8 percent, left.",
        "In all, 16 of 580 voters, or 2.7 percent, left.",
        "Of them 66 of 99 (66%) agreed.",
        "About 16 of 580 voters, or 5 percent, left.",
        "Output more than doubled to 90 from 40.",
        "Output nearly doubled to 190 from 100.",
        "Net rose 12 percent to $254 million, from $227 million.",
        "Net fell 5% to 190 in 1990, from 200.",
        "One in 20 left. Then 40% came.",
        "The 12 jurors, seven men and five women, sat.",
    ],
)
def test_sound_or_loose_claim_is_left_alone(text):
    """Rounding, cutting, hedges and other sentences are no contradiction."""
    assert check(text) == ()
