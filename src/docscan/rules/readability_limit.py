"""A document is harder to read than the limit.

Measured over the body by the Flesch-Kincaid grade (years of schooling a reader needs); short texts, for which the
formula says little, are left alone. Shorten sentences, choose plainer words.

Options: `max-grade` (14).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.registry import Rule
from docscan.text.readability import flesch_kincaid_grade, take_sample

_FEWEST_WORDS = 100  # below, the formula says little


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """At most one remark a document, at its first line."""
    from docscan.analysers.summary.body import read_body

    document = dossier.document
    body = read_body(document)
    sample = take_sample(len(body.sentences), body.vocabulary, {})
    if sample.words < _FEWEST_WORDS:
        return
    grade = flesch_kincaid_grade(sample)
    if grade > options["max-grade"]:
        first = document.blocks[0]
        message = f"Flesch-Kincaid grade {grade:.1f} is above {options['max-grade']}"
        yield dossier.remark(first.start, first.end, message)


RULE = Rule("R001", "readability-limit", "note", check, opt_in=True, options={"max-grade": 14})
