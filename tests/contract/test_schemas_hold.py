"""Every output is what `docscan schema` says it is."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from docscan.registry import analysers

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"


def validator(docscan, name: str) -> jsonschema.Draft202012Validator:  # type: ignore[no-untyped-def]
    schema = json.loads(docscan("schema", name).out)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def switches(name: str) -> list[str]:
    """The analyser's own on-off flags, all on: the most it can report."""
    return [flag.option for flag in analysers()[name].flags if flag.type is bool]


@pytest.mark.parametrize("name", list(analysers()))
def test_outputs_fit_their_schemas(docscan, name: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    """json and jsonl of every analyser are valid, for files, for JSON Lines, and with errors among them."""
    records = tmp_path / "r.jsonl"
    records.write_text('{"id": 1, "text": "“Nine,” said Al Roe on May 5."}\n{"text": ""}\nnot json\n')
    inputs = [str(ARTICLES), str(records), "gone.txt", *switches(name)]
    whole = docscan(name, *inputs, "--json")
    assert whole.code == 2  # two inputs are bad on purpose
    validator(docscan, name).validate(json.loads(whole.out))
    rows = docscan(name, *inputs, "-f", "jsonl").lines
    row = validator(docscan, f"{name}-row")
    assert rows
    for line in rows:
        row.validate(json.loads(line))


@pytest.mark.parametrize("name", list(analysers()))
def test_every_schema_is_listed(docscan, name: str) -> None:  # type: ignore[no-untyped-def]
    """`docscan schema` names them all."""
    assert {name, f"{name}-row"} <= set(docscan("schema").lines)
