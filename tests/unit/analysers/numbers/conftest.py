"""Short ways to ask for the figures of a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from docscan.analysers.numbers import find_numbers
from docscan.document import Document
from docscan.records import Number

Figures = Callable[..., tuple[Number, ...]]
One = Callable[..., Number]


@pytest.fixture
def figures() -> Figures:
    """Every figure of a text."""
    return lambda text, **options: find_numbers(Document(text), **options)


@pytest.fixture
def one() -> One:
    """The only figure of a text."""

    def find(text: str, **options: object) -> Number:
        found = find_numbers(Document(text), **options)  # type: ignore[arg-type]
        assert len(found) == 1, [(n.text, n.kind) for n in found]
        return found[0]

    return find
