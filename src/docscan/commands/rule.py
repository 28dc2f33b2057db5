"""`docscan rule [CODE]`: every rule in a line, or one explained from its own documentation."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from docscan.checking.catalogue import find_rule
from docscan.checking.explanation import explain, list_rules
from docscan.exits import ExitCode
from docscan.output import Output
from docscan.registry import Command


def run_rule(values: Mapping[str, Any]) -> int:
    """Write the explanation of the rules that are named, or the list of all."""
    wanted = [find_rule(text) for text in values["paths"]]
    with Output(None) as out:
        out.write("\n".join(map(explain, wanted)) if wanted else list_rules())
    return ExitCode.DONE


COMMAND = Command(
    "rule",
    "Explain a rule, or list them all.",
    (),
    run_rule,
    argument="[CODE]...",
    about="Codes or names of rules; all are listed if none is named.",
)
