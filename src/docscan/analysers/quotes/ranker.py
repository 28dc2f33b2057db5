"""Linear models over named features: read from a text file, scored by adding weights.

The weights of a model stand in rows. The name of a row holds what is the same for many candidates (a side, a form, a
cue word), its keys what differs from one to the next, so that scoring one is a handful of look-ups in rows at hand.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from math import exp
from typing import Any

from docscan.lexicons import mapping
from docscan.text.kept import Kept

Names = tuple[str, ...]  # features by name, which training adds up in place of weights
Value = Any  # what speaks for something: a weight, or in training the names


class Model:
    """One model: `row(name)` has the values of its features by key; what is not there is worth `zero`."""

    __slots__ = ("_groups", "row", "zero")

    def __init__(self, row: Callable[[str], Any], zero: Value) -> None:
        self.row = row
        self.zero = zero
        self._groups: dict[tuple[Any, ...], Any] = {}

    def group(self, make: Callable[..., Any], *arguments: str) -> Any:
        """The rows that `make(model, *arguments)` puts together, kept."""
        found = self._groups.get((make, *arguments))
        if found is None:
            found = self._groups[make, *arguments] = make(self, *arguments)
        return found


class Sums(Kept[tuple[Any, ...], Value]):
    """What `add(*key)` gives for a key, kept: the values that hang on the same few things are added up once."""

    def __init__(self, add: Callable[..., Value]) -> None:
        super().__init__(lambda key: add(*key), 1 << 14)


class _Rows(dict[str, dict[str, float]]):
    """Rows of weights, each read from its line (key<TAB>weight<TAB>key<TAB>weight…) when it is first wanted."""

    def __init__(self, lines: dict[str, str]) -> None:
        super().__init__()
        self._lines = lines

    def __missing__(self, name: str) -> dict[str, float]:
        line = self._lines.get(name)
        if line is None:
            return _NO_WEIGHTS
        fields = line.split("\t")
        row = self[name] = dict(zip(fields[::2], map(float, fields[1::2]), strict=True))
        return row


_NO_WEIGHTS: dict[str, float] = {}


def weighing(lines: dict[str, str]) -> Model:
    """A model that adds up weights; `lines` are its rows as they are written."""
    return Model(_Rows(lines).__getitem__, 0.0)


@cache
def model(name: str) -> Model:
    """The shipped model `name`."""
    return weighing(mapping(f"quotes_{name}"))


class _Spelled(dict[str, Names]):
    """A row that gives the names of its features, `row<TAB>key`."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name

    def get(self, key: str, default: Any = None, /) -> Any:
        return (f"{self.name}\t{key}",)


def spelling() -> Model:
    """A model that gives the names of the features in place of their weights, as training needs them."""
    return Model(_Spelled, ())


def softmax(scores: list[float]) -> list[float]:
    """Scores as shares of one."""
    top = max(scores)
    raised = [exp(s - top) for s in scores]
    whole = sum(raised)
    return [r / whole for r in raised]
