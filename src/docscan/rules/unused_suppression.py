"""A comment silences a rule that has nothing to say there, or names no rule.

Written as `<!-- docscan: ignore[Q002] why -->` a comment covers its own line and the next; `ignore-start[…]` and
`ignore-end[…]` cover all between them, `ignore-file[…]` the document. One that does nothing hides the next real
finding. Delete it. Comments for rules that do not run are not judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Place, Remark
from docscan.registry import Rule
from docscan.suppressions import Suppression


def check(judged: Iterable[tuple[Suppression, Place, bool]], options: Mapping[str, Any]) -> Iterable[Remark]:
    """One remark for each comment that is faulty or was not used."""
    for suppression, place, used in judged:
        if suppression.fault:
            yield Remark(place, f"this suppression {suppression.fault}")
        elif not used:
            yield Remark(place, f"nothing to suppress here for {', '.join(suppression.selectors)}")


RULE = Rule("S001", "unused-suppression", "warning", check, scope="suppressions")
