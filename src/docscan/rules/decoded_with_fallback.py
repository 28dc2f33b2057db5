"""A file is not UTF-8 and was read as Windows-1252.

Every byte means something in Windows-1252, so a wrong guess goes unnoticed. Convert the file to UTF-8, or name
its encoding with `-E`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from docscan.checking.dossier import Dossier, Remark
from docscan.registry import Rule


def check(dossier: Dossier, options: Mapping[str, Any]) -> Iterable[Remark]:
    """At most one remark, at the first character that is not ASCII."""
    document = dossier.document
    if document.encoding.lower() in ("cp1252", "windows-1252"):
        at = next((i for i, c in enumerate(document.text) if c > "\x7f"), 0)
        yield dossier.remark(at, min(at + 1, len(document.text)), "not UTF-8: read as Windows-1252")


RULE = Rule("T002", "decoded-with-fallback", "note", check)
