"""Records become plain data, plain data JSON that every reader reads the same."""

from __future__ import annotations

import json

import pytest

from docscan.records import Figure, Span, Title
from docscan.serial import plain, source_fields, to_json


def test_records_become_dictionaries_in_field_order() -> None:
    """Nested records, spans and tuples become objects and arrays."""
    title = Title("T", 0, 1, (Span(4, 5),), 1, 1)
    again = [{"start": 4, "end": 5}]
    assert plain(title) == {"text": "T", "start": 0, "end": 1, "repeated": again, "line": 1, "column": 1}
    assert list(plain(Figure("1", 2, 3))) == ["text", "start", "end"]


@pytest.mark.parametrize(
    ("value", "given"),
    [
        (2**53, 2**53),
        (2**53 + 1, "9007199254740993"),
        (-(2**60), "-1152921504606846976"),
        (1.5, 1.5),
        (1e300, "1e+300"),
        (float("inf"), "inf"),
        (float("nan"), "nan"),
        (True, True),
        (None, None),
        pytest.param(10**4400, hex(10**4400), id="longer than the interpreter prints"),
    ],
)
def test_numbers_that_readers_would_bend_become_strings(value: object, given: object) -> None:
    """Beyond 2^53, and where a float is not finite, the exact digits travel as a string."""
    assert plain(value) == given
    assert json.loads(to_json(plain(value))) == given


def test_json_is_utf8_but_hides_nothing() -> None:
    """Letters stay letters; DEL, C1, separators, bidi controls and surrogates are escaped, and read back the same."""
    text = 'é “x” \x1b \x7f \x9b \u2028 \u202e \ud800 \\u0041 "q"'
    written = to_json({text: text})
    assert "é “x”" in written
    assert not any(c in written for c in "\x1b\x7f\x9b\u2028\u202e\ud800")
    assert json.loads(written) == {text: text}


def test_odd_file_names_travel_as_bytes() -> None:
    """A name that is not UTF-8 comes readable, and exactly in base64."""
    assert source_fields("a.txt", None) == {"path": "a.txt"}
    assert source_fields("a.txt", "7") == {"path": "a.txt", "id": "7"}
    assert source_fields("b\udce9.txt") == {"path": "b\ufffd.txt", "path_bytes": "YukudHh0"}
