"""Linear models over named features: read from a text file, scored by adding weights.

A thing to be scored is described by a few parts, each a template with its arguments; a template turns arguments into
feature names. The same arguments come again and again, so the sum of a part is kept (`Model.sum`).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import exp
from typing import Any

from docscan.lexicons import mapping

Part = tuple[Any, ...]  # a template (arguments → feature names) and its arguments
_KEPT = 400_000  # sums kept


class Model:
    """Weights by feature name; a feature that is not listed weighs nothing."""

    __slots__ = ("_kept", "weights")

    def __init__(self, weights: dict[str, float]) -> None:
        self.weights = weights
        self._kept: dict[Part, float] = {}

    def sum(self, parts: Iterable[Part]) -> float:
        """The sum of the weights of everything `parts` spell out."""
        kept = self._kept
        total = 0.0
        for part in parts:
            value = kept.get(part)
            total += self._add(part) if value is None else value
        return total

    def _add(self, part: Part) -> float:
        value = 0.0
        weights = self.weights
        for feature in part[0](*part[1:]):
            if feature in weights:
                value += weights[feature]
        if len(self._kept) >= _KEPT:
            self._kept.clear()
        self._kept[part] = value
        return value


@cache
def model(name: str) -> Model:
    """The shipped model `name`."""
    return Model({feature: float(weight) for feature, weight in mapping(f"quotes_{name}").items()})


def spell_out(parts: Iterable[Part]) -> list[str]:
    """The features that `parts` stand for, as training needs them."""
    return [f for template, *arguments in parts for f in template(*arguments) if f]


def softmax(scores: list[float]) -> list[float]:
    """Scores as shares of one."""
    top = max(scores)
    raised = [exp(s - top) for s in scores]
    whole = sum(raised)
    return [r / whole for r in raised]
