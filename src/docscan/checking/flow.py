"""From documents to issues: each document is examined by itself, then the corpus is concluded.

`examine` is all that a worker process does; what it gives back is small. Rules of scope "corpus" run at the end
over the facts that were collected on the way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from docscan.checking.catalogue import matches
from docscan.checking.dossier import Dossier, Place, Remark
from docscan.checking.plan import Plan
from docscan.document import Document
from docscan.records import Issue
from docscan.registry import Result, Rule
from docscan.suppressions import Suppression, find_suppressions

UNUSED = "S001"


@dataclass(frozen=True, slots=True)
class Examined:
    """One document's share of a run. `checked` is off for what only `--corpus` brought in."""

    path: str
    id: str | None
    encoding: str
    remarks: tuple[tuple[str, Remark], ...]  # rule code, remark
    facts: Mapping[str, tuple[Any, ...]]
    suppressions: tuple[tuple[Suppression, Place], ...]
    checked: bool = True


def examine(document: Document, plan: Plan, sources: Any = None, checked: bool = True) -> Examined:
    """Run the rules of scope document and sources over one document and collect what corpus rules need.

    Pure: nothing is read or written.
    """
    dossier = Dossier(document)
    remarks: list[tuple[str, Remark]] = []
    if checked:
        for rule in _applying(plan, "document", document.path):
            remarks.extend((rule.code, r) for r in rule.check(dossier, plan.options(rule)))
        for rule in _applying(plan, "sources", document.path) if sources is not None else ():
            remarks.extend((rule.code, r) for r in rule.check(dossier, sources, plan.options(rule)))
    facts = {}
    for rule in plan.of_scope("corpus"):
        if rule.collect is not None:
            facts[rule.code] = tuple(rule.collect(dossier, plan.options(rule)))
    suppressions = tuple((s, dossier.place(s.start, s.end)) for s in find_suppressions(document)) if checked else ()
    kept = tuple(remark for remark in remarks if not _allowed(*remark, plan))
    return Examined(document.path, document.id, document.encoding, kept, facts, suppressions, checked)


def _applying(plan: Plan, scope: str, path: str) -> list[Rule]:
    return [rule for rule in plan.of_scope(scope) if plan.applies(rule, path)]


def _allowed(code: str, remark: Remark, plan: Plan) -> bool:
    """Whether the settings allow exactly these words: names for rules about names, quotes for those about quotes."""
    kind = {"E": "names", "Q": "quotes"}.get(code[0], "")
    allowed = plan.settings.allow.get(kind, ())
    return bool(allowed) and remark.place.text.casefold().strip() in {text.casefold().strip() for text in allowed}


def conclude(examined: Sequence[Examined], plan: Plan) -> list[Result]:
    """The issues of every checked document, in order of documents and places."""
    remarks: list[list[tuple[str, Remark]]] = [list(e.remarks) for e in examined]
    for rule in plan.of_scope("corpus"):
        facts = [_numbered(fact, i) for i, e in enumerate(examined) for fact in e.facts.get(rule.code, ())]
        for remark in rule.check(facts, plan.options(rule)):
            at = examined[remark.place.order]
            if at.checked and plan.applies(rule, at.path) and not _allowed(rule.code, remark, plan):
                remarks[remark.place.order].append((rule.code, remark))
    by_code = {rule.code: rule for rule in plan.rules}
    return [
        Result(e.path, e.id, e.encoding, tuple(_issues(_unsuppressed(e, said, plan), by_code, plan)))
        for e, said in zip(examined, remarks, strict=True)
        if e.checked
    ]


def _numbered(fact: Any, order: int) -> Any:
    """The fact with the place of its document in the run."""
    return fact._replace(place=fact.place._replace(order=order))


def _unsuppressed(examined: Examined, remarks: Iterable[tuple[str, Remark]], plan: Plan) -> list[tuple[str, Remark]]:
    """The remarks no comment silences, and one for each comment that silenced nothing."""
    if not examined.suppressions:
        return list(remarks)
    rules = {rule.code: rule for rule in plan.rules}
    used: set[int] = set()
    kept = []
    for code, remark in remarks:
        hits = [i for i, (s, _) in enumerate(examined.suppressions)
                if s.covers(remark.place.line) and matches(s.selectors, rules[code])]  # fmt: skip
        used.update(hits)
        if not hits:
            kept.append((code, remark))
    rule = rules.get(UNUSED)
    if rule is not None and plan.applies(rule, examined.path):
        kept.extend((UNUSED, r) for r in rule.check(_judged(examined, used, plan), plan.options(rule)))
    return kept


def _judged(examined: Examined, used: set[int], plan: Plan) -> list[tuple[Suppression, Place, bool]]:
    """The suppressions with whether they did anything; one whose rules do not run cannot be judged."""
    return [
        (s, place, i in used or (not s.fault and not any(matches(s.selectors, r) for r in plan.rules)))
        for i, (s, place) in enumerate(examined.suppressions)
    ]


def _issues(remarks: Iterable[tuple[str, Remark]], rules: Mapping[str, Rule], plan: Plan) -> list[Issue]:
    ordered = sorted(remarks, key=lambda r: (r[1].place.start, r[1].place.end, r[0], r[1].message))
    nth: Counter[tuple[str, str]] = Counter()
    found = []
    for code, (place, message, related) in ordered:
        rule = rules[code]
        fingerprint = _fingerprint(code, place.digest, nth[code, place.digest])
        nth[code, place.digest] += 1
        found.append(
            Issue(code, rule.name, plan.severity(rule), message, place.path, place.start, place.end, place.line,
                  place.column, related, fingerprint, place.end_line, place.end_column)
        )  # fmt: skip
    return found


def _fingerprint(code: str, digest: str, nth: int) -> str:
    return blake2b(f"{code}\0{digest}\0{nth}".encode(), digest_size=12).hexdigest()
