"""The rules by code and name, and which of them a run selects."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from docscan.exits import DocscanError
from docscan.registry import Rule, rules


def find_rule(wanted: str) -> Rule:
    """The rule with this code or name; DocscanError with a suggestion if there is none."""
    known = rules()
    for rule in known.values():
        if wanted.upper() == rule.code or wanted.lower() == rule.name:
            return rule
    raise DocscanError(f"no rule {wanted!r}{suggestion(wanted, _words(known.values()))}", "unknown-rule")


def suggestion(wanted: str, known: Iterable[str]) -> str:
    """ "; did you mean 'x'?" if something known is close, else nothing."""
    folded = {word.casefold(): word for word in known}
    close = get_close_matches(wanted.casefold(), folded, 1, 0.6)
    return f"; did you mean {folded[close[0]]!r}?" if close else ""


def _words(known: Iterable[Rule]) -> list[str]:
    return [word for rule in known for word in (rule.code, rule.name)]


def check_selectors(selectors: Iterable[str], source: str) -> None:
    """DocscanError if a selector selects no rule: ALL, a code, a name or the beginning of a code."""
    known = rules().values()
    for selector in selectors:
        if not any(_strength(selector, rule) for rule in known):
            raise DocscanError(f"{source}: no rule {selector!r}{suggestion(selector, _words(known))}", "unknown-rule")


def _strength(selector: str, rule: Rule) -> int:
    """How exactly `selector` means `rule`: 0 not at all, 1 by ALL, more the longer it is."""
    if selector.lower() == rule.name:
        return len(rule.code) + 1
    if selector.upper() == "ALL":
        return 1
    return len(selector) + 1 if selector and rule.code.startswith(selector.upper()) else 0


def matches(selectors: Sequence[str], rule: Rule) -> bool:
    """Whether one of `selectors` means `rule`."""
    return any(_strength(s, rule) for s in selectors)


def select(chosen: Sequence[str], extended: Sequence[str], ignored: Sequence[str]) -> list[Rule]:
    """The rules of a run: the more exact of select and ignore wins, ignore on a tie. No `chosen`: all but opt-in."""

    def wanted(rule: Rule) -> bool:
        for_it = max((_strength(s, rule) for s in (*chosen, *extended)), default=0)
        if not chosen and not rule.opt_in:
            for_it = max(for_it, 1)
        return for_it > max((_strength(s, rule) for s in ignored), default=0)

    return [rule for rule in rules().values() if wanted(rule)]
