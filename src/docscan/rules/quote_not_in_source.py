"""A quotation stands in none of the sources, nor anything like it.

Runs with `--sources`. Every stretch of three or more words between quotation marks, and shorter ones that are
somebody's words, must stand in a source. Typography and case, marked ellipses and [brackets], and a reporting
clause that interrupts the speaker in the source are no differences. Quote what was said, or add the source that
has it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.evidence.sources import Sources
from docscan.evidence.support import verdicts
from docscan.registry import Rule


def check(dossier: Dossier, sources: Sources, options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each quotation that no source has."""
    for q, _, verdict in verdicts(dossier, sources):
        if verdict.status == "absent":
            yield dossier.remark(q.start, q.end, "quotation is in no source")


RULE = Rule("Q103", "quote-not-in-source", "error", check, scope="sources")
