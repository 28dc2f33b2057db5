"""Records as plain data, and plain data as JSON that is safe to show and exact to read back."""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

_SAFE_INTEGER = 2**53

_encoder = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(", ", ": "))


@cache
def _names(kind: Any) -> tuple[str, ...]:
    if is_dataclass(kind):
        return tuple(f.name for f in fields(kind))
    named: tuple[str, ...] = getattr(kind, "_fields", ())  # of a NamedTuple
    return named


def plain(value: Any) -> Any:
    """`value` as dictionaries, lists and scalars, fields in their order.

    A number that JSON readers would bend (beyond 2^53, or not finite) becomes a string.
    """
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, int):
        return value if -_SAFE_INTEGER <= value <= _SAFE_INTEGER else _digits(value)
    if isinstance(value, float):
        return value if abs(value) <= _SAFE_INTEGER else repr(value)
    kind: Any = type(value)
    if names := _names(kind):
        return {name: plain(getattr(value, name)) for name in names}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return [plain(item) for item in value]


def _digits(value: int) -> str:
    try:
        return str(value)
    except ValueError:  # past the interpreter's limit of 4,300 digits
        return hex(value)


@cache
def _invisible() -> re.Pattern[str]:
    return re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def to_json(value: Any) -> str:
    """Plain data as one line of JSON in UTF-8, with DEL, C1, separators, bidi controls and surrogates escaped."""
    # such characters can stand only inside strings, so the finished line can be escaped as a whole
    return _invisible().sub(lambda m: f"\\u{ord(m.group()):04x}", _encoder.encode(value))


def source_fields(path: str, id: str | None = None) -> dict[str, Any]:  # noqa: A002 - the contract's word
    """`path` (and `id`) as they lead a record; a name that is not UTF-8 also as base64 in `path_bytes`."""
    named: dict[str, Any] = {"path": path}
    if any("\udc80" <= c <= "\udcff" for c in path):
        from base64 import b64encode

        raw = path.encode("utf-8", "surrogateescape")
        named = {"path": raw.decode("utf-8", "replace"), "path_bytes": b64encode(raw).decode("ascii")}
    if id is not None:
        named["id"] = id
    return named
