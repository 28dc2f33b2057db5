"""`docscan schema`: the JSON Schema of an output, or the names there are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any

from docscan.exits import DocscanError, ExitCode
from docscan.options import STREAMS
from docscan.output import Output
from docscan.registry import Analyser, Command, analyser, modules
from docscan.schema import json_schema, row_schema

_CHECK = "check"  # its issues come from rules, not from an analyser
_ROW = "-row"  # the schema of one line of jsonl


def names() -> list[str]:
    """Every schema there is: one for each analyser's json and for `check`'s, one for a line of its jsonl."""
    return [name + ending for name in sorted([*modules("analysers"), _CHECK]) for ending in ("", _ROW)]


def build(name: str) -> dict[str, Any]:
    """The schema called `name`; DocscanError with a suggestion if there is none."""
    if name not in names():
        close = get_close_matches(name, names(), 1)
        hint = f"; did you mean {close[0]!r}?" if close else f"; there are {', '.join(names())}"
        raise DocscanError(f"no schema {name!r}{hint}", "usage")
    base = name.removesuffix(_ROW)
    which = _issues() if base == _CHECK else analyser(base)
    return row_schema(which) if name.endswith(_ROW) else json_schema(which)


def _issues() -> Analyser:
    from docscan.checking.issues import ISSUES

    return ISSUES


def _run(values: Mapping[str, Any]) -> int:
    wanted = [build(name) for name in values["paths"]]
    text = "".join(json.dumps(schema, indent=2, ensure_ascii=False) + "\n" for schema in wanted)
    with Output(values["output"]) as out:
        out.write(text or "\n".join(names()) + "\n")
    return ExitCode.DONE


COMMAND = Command(
    name="schema",
    help="Print the JSON Schema of an output, or list the names there are.",
    flags=tuple(flag for flag in STREAMS if flag.name == "output"),
    run=_run,
    argument="[NAME]...",
    about="quotes for what `docscan quotes -f json` writes, quotes-row for a line of its jsonl, and so on.",
)
