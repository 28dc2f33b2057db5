"""Temperatures and rates told in tens: "in the 30s°F", "highs in the upper 60s", "approval in the low 50s"."""

from __future__ import annotations

from docscan.analysers.numbers.drafts import Draft
from docscan.analysers.numbers.lexer import Tokens
from docscan.analysers.numbers.values import Value
from docscan.analysers.numbers.vocabulary import DASHES, members

_SCALES = {"c": "celsius", "f": "fahrenheit", "celsius": "celsius", "fahrenheit": "fahrenheit"}
_PARTS = frozenset({"low", "lower", "high", "upper"})
_REACH = 7


def read_tens(t: Tokens, k: int) -> Draft | None:
    """The ten degrees, or ten of anything, that the figure at `k` opens, as a range."""
    raw = t.raw[k]
    if len(raw) != 2 or not raw.isdecimal() or raw[1] != "0" or t.word[k + 1] != "s" or not t.touches(k + 1):
        return None
    sign = t.word[k + 2] in ("°", "º", "degrees")
    warm = sign or _weather(t, k)
    part = t.word[k - 1 - (t.word[k - 1] in DASHES)] in _PARTS
    if not warm and not part:
        return None
    scale = _SCALES.get(t.word[k + 3]) if sign else None
    low = int(raw)
    if not warm:  # rates in the low 50s
        return Draft(k, k + 2, "cardinal", form="range", low=Value(low), high=Value(low + 9), bound="range")
    return Draft(
        k,
        k + 2 + sign + (scale is not None),
        "quantity",
        form="range",
        unit=scale or "degree",
        low=Value(low),
        high=Value(low + 9),
        bound="range",
    )


def _weather(t: Tokens, k: int) -> bool:
    """Whether the sentence has spoken of temperatures shortly before, and of "the 30s" or "the mid-30s" now."""
    i = k - 1 - (t.word[k - 1] in DASHES)
    i -= t.word[i] in ("low", "lower", "mid", "middle", "high", "upper")
    if t.word[i] != "the" or t.word[i - 1] not in ("in", "into", "to"):
        return False
    return any(t.word[j] in members("weather") for j in range(max(0, i - _REACH), i))
