"""Schemas and examples are read off the records."""

from __future__ import annotations

import jsonschema
import pytest

from docscan.records import Entity, Number, Quote, Summary
from docscan.schema import definitions, example, shape
from docscan.serial import plain


@pytest.mark.parametrize("record", [Quote, Number, Entity, Summary])
def test_example_of_a_record_fits_its_schema(record: type) -> None:
    """The example has every optional part, and its plain form is valid."""
    schema = {**shape(record), "$defs": definitions(record)}
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(plain(example(record)), schema)


def test_schema_refuses_what_a_record_has_not() -> None:
    """A missing field, a field too many and a wrong type are all invalid."""
    schema = {**shape(Quote), "$defs": definitions(Quote)}
    good = plain(example(Quote))
    for bad in (
        {k: v for k, v in good.items() if k != "kind"},
        {**good, "more": 1},
        {**good, "start": "0"},
        {**good, "speaker": {"name": "x"}},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(bad, schema)
    jsonschema.validate({**good, "speaker": None, "cue": None}, schema)
