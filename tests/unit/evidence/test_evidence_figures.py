"""When one figure, date or name supports another."""

from __future__ import annotations

import pytest

from docscan.analysers.numbers import find_numbers
from docscan.document import Document
from docscan.evidence.dates import supported
from docscan.evidence.figures import Amount, amount, disjoint, step, supports
from docscan.evidence.index import Index
from docscan.evidence.names import is_named
from docscan.evidence.words import find_words


def stated(text: str) -> Amount:
    """The one amount in a sentence that ends in `text`."""
    found = [a for n in find_numbers(Document(f"They counted {text} there.")) if (a := amount(n))]
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("known", "claimed"),
    [
        ("1.2 billion dollars", "$1.2bn"),
        ("two boats", "2 boats"),
        ("41 boats", "about 40 boats"),
        ("1,213 boats", "more than 1,200 boats"),
        ("1,213,400 people", "1.2 million people"),
        ("38 boats", "nearly 40 boats"),
        ("a half", "50 percent"),
        ("40 percent", "40%"),
        ("40 km", "40 kilometres"),
        ("at least 40 boats", "40 boats"),
    ],
)
def test_support(known: str, claimed: str) -> None:
    """The same value and unit, or a stated rounding."""
    assert supports(stated(known), stated(claimed))


@pytest.mark.parametrize(
    ("known", "claimed"),
    [
        ("1.2 billion dollars", "$1.3bn"),
        ("1.2 million dollars", "$1.2bn"),
        ("41 boats", "40 boats"),
        ("1.2 million people", "1,213,400 people"),
        ("90 boats", "more than 40 boats"),
        ("40 percent", "40 km"),
        ("40 dollars", "40 percent"),
        ("up to 40 boats", "more than 40 boats"),
        ("83 percentage points", "80 percentage points"),
    ],
)
def test_no_support(known: str, claimed: str) -> None:
    """Another value, another unit, a figure more exact than its source, a bound that excludes it."""
    assert not supports(stated(known), stated(claimed))


def test_conflicts_are_disjoint_intervals() -> None:
    """Figures conflict where their bounds exclude one another, roundness taken into account."""
    assert disjoint(stated("40 boats"), stated("90 boats"))
    assert disjoint(stated("up to 40 boats"), stated("more than 45 boats"))
    assert not disjoint(stated("around 40 boats"), stated("at least 38 boats"))
    assert not disjoint(stated("1,000 boats"), stated("1,213 boats"))


@pytest.mark.parametrize(("value", "place"), [(1200, 100), (1.25, 0.01), (41, 1), (1e9, 1e9), (0, 1), (1.5e15, 1e14)])
def test_step_is_the_last_significant_digit(value: float, place: float) -> None:
    """The place value of the last digit that is not a closing zero."""
    assert step(value) == pytest.approx(place)


@pytest.mark.parametrize(
    ("claimed", "known", "result"),
    [
        ("2017-05", ["2017-05-05"], True),
        ("2017-05-05", ["XXXX-05-05", "2017"], True),
        ("2017-05-05", ["XXXX-05-05"], False),
        ("2017-05-06", ["2017-05-05"], False),
        ("XXXX-05-05", ["2017-05-05"], True),
        ("2017", ["2017-05-05"], True),
        ("2018", ["2017-05-05"], False),
        ("201X", ["2017"], True),
        ("2017/2019", ["2017/2019"], True),
        ("2017/2019", ["2017"], False),
    ],
)
def test_dates_are_compared_by_their_parts(claimed: str, known: list[str], result: bool) -> None:
    """No stated part may contradict, and every claimed part must be stated somewhere."""
    assert supported(claimed, known) is result


@pytest.fixture(scope="module")
def index() -> Index:
    text = (
        "Ingrid Solheim, mayor of Vessen in Russia, met the Harbour Keepers’ League and the WHO. Brink, Olaf J., "
        "came too; Solheim’s driver waited."
    )
    return Index([Document(text)])


@pytest.mark.parametrize(
    ("name", "people", "result"),
    [
        ("Ingrid Solheim", False, True),
        ("Mayor Solheim’s", False, True),
        ("President Ingrid Solheim", False, True),
        ("Olaf Brink", False, True),
        ("HKL", False, True),
        ("World Health Organization", False, True),
        ("Russians", True, True),
        ("Ingrid Solberg", False, False),
        ("Olaf Solheim-Brandt", False, False),
        ("Norwegians", True, False),
        ("XYZ", False, False),
    ],
)
def test_names_are_found_in_other_forms(index: Index, name: str, people: bool, result: bool) -> None:
    """Without title, inflected, in another order, as initials or spelled out; never with another surname."""
    assert is_named(index, find_words(name), people=people) is result
