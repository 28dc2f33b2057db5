"""The words round a figure that bound or hedge it: "at least 100", "nearly 200", "50 or more", "40-odd"."""

from __future__ import annotations

from functools import cache

from docscan.analysers.numbers.drafts import Draft
from docscan.analysers.numbers.lexer import Tokens
from docscan.analysers.numbers.nouns import plural
from docscan.analysers.numbers.vocabulary import CARDINALS, DASHES, members
from docscan.lexicons import mapping

_LOCATIVE = frozenset({"near", "close to", "close on", "next to", "beyond", "above", "below"})
_HEDGING = frozenset({"approx", "exact"})  # these go together with a bound
_MEASURED = frozenset({"percent", "money", "quantity", "duration", "age", "multiple"})


@cache
def _before() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Last word of a phrase → the words before it (nearest first) and its bound, longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, bound in mapping("figure_modifiers").items():
        last, *rest = reversed(phrase.split())
        table.setdefault(last, []).append((tuple(rest), bound))
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry))
    return table


@cache
def _after() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, bound in mapping("figure_afterwords").items():
        first, *rest = phrase.split()
        table.setdefault(first, []).append((tuple(rest), bound))
    for entries in table.values():
        entries.sort(key=lambda entry: (-len(entry[0]), entry))
    return table


def afterword(t: Tokens, j: int) -> tuple[int, str] | None:
    """The end and bound of the modifying words at token `j`."""
    for rest, bound in _after().get(t.word[j], ()):
        if all(t.word[j + 1 + n] == w for n, w in enumerate(rest)):
            end = j + 1 + len(rest)
            if t.word[j] in ("and", "or") and (t.numeral(end) or t.word[end] in CARDINALS):
                continue  # over 40 and under 65
            if t.word[end] in ("than", "to") or (t.word[end] in DASHES and t.touches(end)):
                continue  # 12 and more than 9, over-60s and under-21s
            if t.word[j] in ("+", "-", "ish") and not (t.touches(j) or (t.word[j] == "+" and t.raw[end].islower())):
                continue
            if t.word[j] == "odd" and not t.word[end].isalpha():
                continue
            if t.word[j] == "plus" and not (t.numeral(j - 1) and plural(t.word[end]) and t.raw[end].islower()):
                continue
            return end, bound
    return None


def apply_modifiers(t: Tokens, d: Draft, floor: int) -> None:
    """Widen `d` by the modifiers round it and set its bounds."""
    at, bounded = d.left, False
    for _ in range(3):
        found = _phrase_before(t, at, d, floor)
        if found is None:
            break
        if found[1] not in _HEDGING and bounded:
            break  # handed over at least 25: the words next to the figure bound it
        at, bound = found
        bounded = bounded or bound not in _HEDGING or d.bound == "vague"
        _set(d, bound)
    if at < d.left:
        d.modifier = (t.start[at], t.end[d.left - 1])
        d.left = at
    trailing = afterword(t, d.right) if d.kind in members("bounded") and d.bound != "range" else None
    if trailing:
        end, bound = trailing
        if d.modifier is None:
            d.modifier = (t.start[d.right], t.end[end - 1])
        d.right = end
        _set(d, bound)


def _phrase_before(t: Tokens, at: int, d: Draft, floor: int) -> tuple[int, str] | None:
    for rest, bound in _before().get(t.word[at - 1], ()):
        start = at - 1 - len(rest)
        if start < floor or any(t.word[at - 2 - n] != w for n, w in enumerate(rest)):
            continue
        if t.touches(start) and t.touches(start - 1) and t.word[start - 1] == "-" and t.raw[start - 2][-1:].isalnum():
            continue  # a 9-under 207
        phrase = " ".join(t.word[start:at])
        if phrase == "over" and d.kind == "duration" and _during(t, d, start):
            continue
        if phrase == "up to" and t.word[start - 1] in members("upward"):
            continue
        if phrase in ("perhaps", "about") and d.kind == "cardinal" and d.value == (1, 1) and t.word[d.end] == "of":
            continue  # perhaps one of them
        if phrase == "about" and t.word[start - 1] in members("topics"):
            continue  # more about 529 plans
        if phrase in _LOCATIVE and d.kind not in _MEASURED and not (phrase == "close to" or t.numeral(d.start)):
            continue
        if d.kind in ("date", "time", "ordinal") and bound != "approx":
            continue
        if d.kind == "ordinal" or (
            (d.kind in ("date", "time") and phrase in ("some", "about", "near")) and not _dated(t, at)
        ):
            continue
        return start, bound
    return None


def _during(t: Tokens, d: Draft, start: int) -> bool:
    """ "$2 million over 10 years" is spent during them; "for over 10 years" is longer."""
    return t.word[start - 1] not in members("over_leads") and t.word[d.right] not in ("ago", "earlier", "later")


def _dated(t: Tokens, at: int) -> bool:
    """ "about 1907" hedges a bare figure; "about May 5" mostly tells a topic."""
    return t.numeral(at) and t.word[at - 1] == "about"


def _set(d: Draft, bound: str) -> None:
    if bound == "approx":
        d.approx = True
        if d.bound == "exact":
            d.bound = "approx"
        if d.date and d.kind == "date" and "/" not in d.date:
            d.date += "~"
        return
    if bound == "exact" or d.bound not in ("exact", "approx") or d.value is None:
        return
    d.bound = bound
    if bound in ("at_least", "more_than"):
        d.low, d.low_open, d.high = d.value, bound == "more_than", None
    else:
        d.high, d.high_open, d.low = d.value, bound == "less_than", None
