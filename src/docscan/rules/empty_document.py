"""A document has no words.

An export that failed, or a page that is all markup. Fill it or delete it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.registry import Rule


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """At most one remark, for the whole document."""
    if not any(map(str.isalnum, dossier.document.masked)):
        yield dossier.remark(0, 0, "no words in this document")


RULE = Rule("T004", "empty-document", "note", check)
