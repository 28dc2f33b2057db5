"""Linear models over named features: read from a text file, scored by adding weights."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import exp

from docscan.lexicons import mapping

Weights = dict[str, float]


@cache
def weights(model: str) -> Weights:
    """The weights of `model`: feature → weight. Features that are not listed weigh nothing."""
    return {name: float(value) for name, value in mapping(f"quotes_{model}").items()}


def score(model: Weights, features: Iterable[str]) -> float:
    """The sum of the weights of `features`."""
    get = model.get
    total = 0.0
    for f in features:
        w = get(f)
        if w is not None:
            total += w
    return total


def softmax(scores: list[float]) -> list[float]:
    """Scores as shares of one."""
    top = max(scores)
    raised = [exp(s - top) for s in scores]
    whole = sum(raised)
    return [r / whole for r in raised]
